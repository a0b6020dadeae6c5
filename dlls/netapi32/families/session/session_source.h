/*
 * Where answers about sessions come from.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SESSION_SOURCE_H
#define NETAPI32_SESSION_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "families/session/session_levels.h"
#include "remote/target.h"

struct session_query
{
    struct utf16_slice client; /* \\client; absent for all. A source may ignore it: */
    struct utf16_slice user;   /* the caller applies both filters in any case */
    const struct info_level *level;
    uint32_t preferred_length;
    uint32_t resume_handle;
};

/* What a source gives. Release it with page.release(&page) when that is set. */
struct session_page
{
    struct info_rows rows; /* of session_family */
    /* Whether the source has applied the preferred length and the resume handle itself. If not,
     * the rows are all there are. */
    bool is_windowed;
    bool more;              /* windowed: there are further sessions */
    uint32_t total_entries; /* windowed: from the resume position on */
    uint32_t resume_handle; /* windowed, with more: where they begin */
    void (*release)(struct session_page *page);
    void *storage; /* what the strings of the rows point into */
};

struct session_source
{
    uint32_t (*enumerate)(const struct target *target, const struct session_query *query,
                          struct session_page *page);
    /* Ends sessions; absent strings match all. ERROR_NOT_SUPPORTED where a source cannot. */
    uint32_t (*remove)(const struct target *target, struct utf16_slice client,
                       struct utf16_slice user);
};

/* A server, over SMB and [MS-SRVS]. ERROR_CONNECTION_REFUSED when none listens. */
extern const struct session_source server_session_source;
/* The network logins of this host (session_logins.c). */
extern const struct session_source logins_session_source;

#endif
