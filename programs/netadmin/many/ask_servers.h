/*
 * Asking many servers at the same time.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ASK_SERVERS_H
#define NETADMIN_ASK_SERVERS_H

#include <stdbool.h>
#include <stddef.h>

#include "many/ask_server.h"
#include "many/parallel.h"

#define AT_ONCE_DEFAULT 32
#define AT_ONCE_MAX     128 /* each is a megabyte under Wine */

/* Where so many servers are asked at the same time, no more. 0: AT_ONCE_DEFAULT, without those that do not
 * answer for a second, but AT_ONCE_MAX with them: servers that are silent do not hold up the others. */
struct parallel *asking_begin(size_t at_once);

struct ask_servers
{
    const WCHAR *const
        *servers; /* without leading backslashes; NULL: this computer; they outlive the answers */
    size_t server_count;
    const struct asked *asked; /* of each */
    size_t asked_count;
    size_t at_once; /* as of asking_begin() */

    /* All below happens on the caller's thread, with this context. */
    void *context;
    /* Each server's answer, as they come; whoever is told frees it. False: no more is wanted. */
    bool (*answered)(void *context, struct answer *answer);
    /* Some times a second, with how many have not answered. False: no more is wanted. NULL: not needed. */
    bool (*waiting)(void *context, size_t left);
};

/* Returns when all have answered, or at once when no more is wanted: then the servers that are still
 * asked are left to themselves. Only the texts of the names in `asked` stay then until the program ends.
 * True if all have answered. */
bool ask_servers(const struct ask_servers *ask);

#endif
