/*
 * Which source answers for a computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/session_source.h"
#include "platform/log.h"

static uint32_t any_enumerate(struct remote *remote, const struct session_query *query,
                              struct remote_page *page)
{
    uint32_t status = server_session_source.enumerate(remote, query, page);

    if (remote->host_answers)
    {
        TRACE("no server on this computer; the logins answer\n");
        status = logins_session_source.enumerate(remote, query, page);
    }
    return status;
}

static uint32_t any_remove(struct remote *remote, struct utf16_slice client,
                           struct utf16_slice user)
{
    uint32_t status = server_session_source.remove(remote, client, user);

    return remote->host_answers ? logins_session_source.remove(remote, client, user) : status;
}

const struct session_source any_session_source = { any_enumerate, any_remove };
