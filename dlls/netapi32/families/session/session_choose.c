/*
 * Which source answers for a computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/session_choose.h"

#include "base/status.h"
#include "platform/log.h"
#include "remote/settings.h"

/* ---- The server and nothing else ------------------------------------------------------------- */

static uint32_t api_status(uint32_t status)
{
    return status == ERROR_CONNECTION_REFUSED ? ERROR_BAD_NETPATH : status;
}

static uint32_t server_enumerate(const struct target *target, const struct session_query *query,
                                 struct session_page *page)
{
    return api_status(server_session_source.enumerate(target, query, page));
}

static uint32_t server_remove(const struct target *target, struct utf16_slice client,
                              struct utf16_slice user)
{
    return api_status(server_session_source.remove(target, client, user));
}

static const struct session_source server_alone = { server_enumerate, server_remove };

/* ---- The server, or the logins where there is none ------------------------------------------- */

static uint32_t any_enumerate(const struct target *target, const struct session_query *query,
                              struct session_page *page)
{
    uint32_t status = server_session_source.enumerate(target, query, page);

    if (status == ERROR_CONNECTION_REFUSED)
    {
        TRACE("no server on this computer; the logins answer\n");
        status = logins_session_source.enumerate(target, query, page);
    }
    return status;
}

static uint32_t any_remove(const struct target *target, struct utf16_slice client,
                           struct utf16_slice user)
{
    uint32_t status = server_session_source.remove(target, client, user);

    return status == ERROR_CONNECTION_REFUSED ? logins_session_source.remove(target, client, user)
                                              : status;
}

static const struct session_source server_or_logins = { any_enumerate, any_remove };

const struct session_source *session_source_choose(const struct target *target)
{
    struct local_settings settings;

    if (!target->is_this_computer)
    {
        return &server_alone;
    }
    local_settings_read(&settings);
    switch (settings.source)
    {
    case LOCAL_SOURCE_SERVER: return &server_alone;
    case LOCAL_SOURCE_LOGINS: return &logins_session_source;
    case LOCAL_SOURCE_AUTO: break;
    }
    return &server_or_logins;
}
