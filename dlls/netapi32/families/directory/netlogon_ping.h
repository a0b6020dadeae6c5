/*
 * Pings of domain controllers: what is asked, by connectionless LDAP, and what is answered: [MS-ADTS]
 * 6.3.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_NETLOGON_PING_H
#define NETAPI32_DIRECTORY_NETLOGON_PING_H

#include "families/directory/netlogon_answer.h"

/* What is asked. Text that is absent or empty is not in the filter. */
struct netlogon_ping
{
    uint32_t message_id;        /* 1 to 0x7FFFFFFF: the answer has the same */
    const char *dns_domain;     /* UTF-8, as are the next */
    const char *host;           /* this computer's name */
    const char *account;        /* that the controller must have */
    uint32_t account_control;   /* the kinds that the account may be of: USER_ACCOUNT_CODES */
    const uint8_t *domain_guid; /* as on the wire; NULL: not asked for */
    uint32_t nt_version;
};

/* Writes the search request. False when memory runs out. */
bool netlogon_ping_encode(const struct netlogon_ping *ping, struct writer *writer);

enum netlogon_reply
{
    NETLOGON_REPLY_OTHER,  /* answers another request, or breaks the rules: it says nothing */
    NETLOGON_REPLY_NONE,   /* the controller has nothing to say: it is of another domain */
    NETLOGON_REPLY_ANSWER, /* *answer is set */
};

/* Reads a datagram that should answer the request of this number. */
enum netlogon_reply netlogon_reply_decode(struct bytes datagram, uint32_t message_id,
                                          struct netlogon_answer *answer);

#endif
