/*
 * Whose credentials a server is called with.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/credentials_find.h"

#include "base/wipe.h"
#include "platform/platform.h"
#include "remote/use_table.h"

/* What NetUseAdd was given in this process. */
static bool find_used(struct credentials *credentials, struct utf16_slice server)
{
    return use_table_find(server, credentials);
}

/* What the system's own store has. */
static bool find_stored(struct credentials *credentials, struct utf16_slice server)
{
    struct utf16_name user;
    struct utf16_name password;
    bool found = false;

    if (platform_stored_credential(server, &user, &password))
    {
        found = !credentials_set(credentials, utf16_from_name(&user), utf16_from_name(&password));
    }
    wipe(&user, sizeof(user));
    wipe(&password, sizeof(password));
    return found;
}

void credentials_find(struct credentials *credentials, struct utf16_slice server)
{
    /* In order of precedence. */
    static bool (*const places[])(struct credentials *, struct utf16_slice) = {
        find_used,
        find_stored,
    };

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
    {
        if (places[i](credentials, server))
        {
            return;
        }
    }
    *credentials = (struct credentials){ .kind = CREDENTIALS_CURRENT };
}
