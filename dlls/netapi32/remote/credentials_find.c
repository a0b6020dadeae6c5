/*
 * Whose credentials a server is called with.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/credentials_find.h"

#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "remote/use_table.h"

/* What the system's own store has. ERROR_NOT_FOUND where it has nothing. */
static uint32_t find_stored(struct credentials *credentials, struct utf16_slice server)
{
    struct utf16_name user;
    struct utf16_name password;
    uint32_t status = platform_stored_credential(server, &user, &password);

    if (!status && credentials_set(credentials, utf16_from_name(&user), utf16_from_name(&password)))
    {
        status = NERR_BadUsername;
    }
    wipe(&user, sizeof(user));
    wipe(&password, sizeof(password));
    return status;
}

uint32_t credentials_find(struct credentials *credentials, struct utf16_slice server)
{
    uint32_t status = ERROR_SUCCESS;

    /* What NetUseAdd was given goes before what is stored. */
    if (use_table_find(server, credentials))
    {
        return ERROR_SUCCESS;
    }
    status = find_stored(credentials, server);
    if (!status)
    {
        return ERROR_SUCCESS;
    }
    *credentials = (struct credentials){ .kind = CREDENTIALS_CURRENT };
    if (status == ERROR_NOT_FOUND)
    {
        return ERROR_SUCCESS;
    }
    ERR("the stored credential of %s cannot be used: error %u\n", debugstr(server).text, status);
    return status;
}
