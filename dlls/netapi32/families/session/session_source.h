/*
 * Where answers about sessions come from.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SESSION_SOURCE_H
#define NETAPI32_SESSION_SOURCE_H

#include "levels/session_levels.h"
#include "remote/paging.h"

struct session_query
{
    struct utf16_slice client; /* \\client; absent for all. A source may ignore it: */
    struct utf16_slice user;   /* the caller applies both filters in any case */
    const struct info_level *level;
    struct paging_request window;
};

struct session_source
{
    /* The rows are of session_family. */
    uint32_t (*enumerate)(struct remote *remote, const struct session_query *query,
                          struct remote_page *page);
    /* Ends sessions; absent strings match all. ERROR_NOT_SUPPORTED where a source cannot. */
    uint32_t (*remove)(struct remote *remote, struct utf16_slice client, struct utf16_slice user);
};

/* A server, over SMB and [MS-SRVS]. */
extern const struct session_source server_session_source;
/* The network logins of this host (session_logins.c). */
extern const struct session_source logins_session_source;
/* A server, or, where remote->host_answers, the logins. */
extern const struct session_source any_session_source;

/* By client, by user, the oldest first. Sessions that began in the same second are told apart by what
 * else there is. */
extern const struct paging_order session_order;

#endif
