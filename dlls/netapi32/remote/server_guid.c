/*
 * What a server said of itself when it was connected to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/server_guid.h"

#include "base/status.h"
#include "remote/pool.h"
#include "remote/target.h"

uint32_t server_guid_find(struct utf16_slice server_name, uint8_t guid[SERVER_GUID_SIZE])
{
    struct target target;
    const uint32_t status = target_parse(server_name, &target);

    return !status && !pool_find_guid(&target.name, guid) ? ERROR_NOT_FOUND : status;
}
