/*
 * Which source answers for a computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/session_choose.h"

#include "platform/log.h"
#include "remote/settings.h"

static uint32_t any_enumerate(struct remote *remote, const struct session_query *query,
                              struct remote_page *page)
{
    uint32_t status = server_session_source.enumerate(remote, query, page);

    if (remote->nobody_listens)
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

    return remote->nobody_listens ? logins_session_source.remove(remote, client, user) : status;
}

static const struct session_source server_or_logins = { any_enumerate, any_remove };

const struct session_source *session_source_choose(const struct target *target)
{
    struct local_settings settings;

    if (!target->is_this_computer)
    {
        return &server_session_source;
    }
    local_settings_read(&settings);
    switch (settings.source)
    {
    case LOCAL_SOURCE_SERVER: return &server_session_source;
    case LOCAL_SOURCE_LOGINS: return &logins_session_source;
    case LOCAL_SOURCE_AUTO: break;
    }
    return &server_or_logins;
}
