/*
 * Fuzz target: the answers of domain controllers to pings, in LDAP and without.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "families/directory/netlogon_ping.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_name(const struct utf16_name *name)
{
    if (name->length > NAME_LENGTH_MAX || name->units[name->length])
    {
        abort();
    }
}

static void check_answer(const struct netlogon_answer *answer)
{
    check_name(&answer->forest);
    check_name(&answer->dns_domain);
    check_name(&answer->dns_host);
    check_name(&answer->flat_domain);
    check_name(&answer->flat_host);
    check_name(&answer->site);
    check_name(&answer->client_site);
    check_name(&answer->next_closest_site);
}

/* The number of the message is the one that the datagram most likely has: a byte. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct netlogon_answer answer;

    if (netlogon_reply_decode((struct bytes){ data, size }, 7, &answer) == NETLOGON_REPLY_ANSWER)
    {
        check_answer(&answer);
    }
    if (netlogon_answer_decode((struct bytes){ data, size }, &answer))
    {
        check_answer(&answer);
    }
    return 0;
}
