/*
 * The sessions of a server, over SMB and [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/elapsed.h"
#include "base/status.h"
#include "families/session/session_source.h"
#include "rpc/srvsvc.h"

/* ---- What servers say ------------------------------------------------------------------------ */

/* Gives a row the form that the API promises. Samba reckons the time of a session that has just begun as
 * -1 s now and then. */
static void normalise(void *row)
{
    struct session *session = row;

    session->active_seconds = elapsed_seconds(session->active_seconds);
    session->idle_seconds = elapsed_seconds(session->idle_seconds);
    while (session->client.length && utf16_unit(session->client, 0) == '\\')
    {
        session->client = utf16_part(session->client, 1, session->client.length);
    }
}

/* The address in brackets where `client` (\\client) has none, and without them where it has. False
 * for what is no IPv6 address. */
static bool other_ipv6_form(struct utf16_slice client, struct utf16_name *other)
{
    struct utf16_slice name = utf16_part(client, 2, client.length);
    bool has_brackets = name.length > 2 && utf16_unit(name, 0) == '[';

    if (utf16_find(name, ':') == name.length)
    {
        return false;
    }
    *other = utf16_name_from_ascii(has_brackets ? "\\\\" : "\\\\[");
    if (has_brackets)
    {
        return utf16_name_append(other, utf16_part(name, 1, name.length - 2));
    }
    return utf16_name_append(other, name) && utf16_name_append_ascii(other, "]");
}

/* ---- NetrSessionEnum ------------------------------------------------------------------------- */

static uint32_t ask(struct remote *remote, const struct session_query *query,
                    struct utf16_slice client, struct remote_page *page)
{
    struct srvsvc_session_enum parameters = { .client = client, .user = query->user };
    const struct remote_enum call = {
        .interface = &srvsvc_interface,
        .operation = NETR_SESSION_ENUM,
        REMOTE_ENUM_OF(&parameters, sessions),
        .order = &session_order,
        .level = query->level->level,
        .normalise = normalise,
    };

    return remote_enumerate(remote, &call, &query->window, page);
}

/* A server compares its names with the filter as it is written. */
static uint32_t server_enumerate(struct remote *remote, const struct session_query *query,
                                 struct remote_page *page)
{
    struct utf16_name other;
    uint32_t status = ask(remote, query, query->client, page);

    if (status == NERR_ClientNameNotFound && other_ipv6_form(query->client, &other))
    {
        status = ask(remote, query, utf16_from_name(&other), page);
    }
    return status;
}

/* ---- NetrSessionDel -------------------------------------------------------------------------- */

static uint32_t server_remove(struct remote *remote, struct utf16_slice client,
                              struct utf16_slice user)
{
    struct srvsvc_session_del parameters = { .client = client, .user = user };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &srvsvc_interface, NETR_SESSION_DEL, &parameters, &reply);

    rpc_reply_free(&reply);
    return remote_without_more(status);
}

const struct session_source server_session_source = {
    .enumerate = server_enumerate,
    .remove = server_remove,
};
