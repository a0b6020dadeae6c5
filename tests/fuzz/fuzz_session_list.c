/*
 * Fuzz target: the answer to NetrSessionEnum, from its stub to the API buffer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "rpc/srvsvc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void pack(const struct info_level *level, const struct info_rows *rows, uint32_t length)
{
    struct info_rows part = *rows;
    struct info_buffer packed;

    part.count = info_count_fitting(&session_family, level, rows, length);
    if (part.count > rows->count)
    {
        abort();
    }
    if (!info_pack(&session_family, level, &part, &packed))
    {
        if (packed.entries != part.count)
        {
            abort();
        }
        platform_api_free(packed.buffer);
    }
}

/* The first byte chooses the level, the second a preferred length; the rest is the stub. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct info_level *level = NULL;
    struct srvsvc_session_list list = { 0 };
    uint32_t status = 0;

    if (size < 2)
    {
        return 0;
    }
    level = &session_family.levels[data[0] % session_family.level_count];
    writer_bytes(&list.stub, data + 2, size - 2);
    status = srvsvc_session_list_decode(&list, &session_family, level);
    if (!status || status == ERROR_MORE_DATA)
    {
        pack(level, &list.rows, PREFERRED_LENGTH_UNLIMITED);
        pack(level, &list.rows, data[1]);
    }
    srvsvc_session_list_free(&list);
    return 0;
}
