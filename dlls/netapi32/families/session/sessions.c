/*
 * The session functions of the API, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/session/sessions.h"

#include "base/status.h"
#include "families/session/session_source.h"
#include "platform/call_state.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/filters.h"
#include "remote/listing.h"

/* A level that names the users of the sessions and, like level 0, is for everybody. */
#define LEVEL_WITH_USERS 10

/* A call, checked: what to ask whom for. */
struct session_call
{
    struct remote remote;
    const struct info_level *level; /* of the answer */
    struct paging_request window;
    struct session_query query;
    struct utf16_slice client_name; /* without backslashes; absent: all */
    /* What the filters have let through, over all pages. */
    bool found_client;
    bool found_user;
};

/* ---- Arguments ------------------------------------------------------------------------------- */

/* A client is named \\name. */
static uint32_t parse_client(struct utf16_slice client, struct utf16_slice *name)
{
    *name = (struct utf16_slice){ NULL, 0 };
    if (!client.length)
    {
        return ERROR_SUCCESS;
    }
    return filter_names_computer(client, name) ? ERROR_SUCCESS : NERR_InvalidComputer;
}

/* The level to ask for: one that tells what the filters look at. */
static const struct info_level *level_to_ask_for(const struct session_call *call)
{
    const struct info_level *with_users = info_find_level(&session_family, LEVEL_WITH_USERS);
    const bool is_enough = !call->query.user.units || info_level_covers(call->level, with_users);

    return is_enough ? call->level : with_users;
}

static uint32_t prepare(const struct sessions_request *request, struct session_call *call)
{
    uint32_t status = ERROR_SUCCESS;

    call_state_begin();
    *call = (struct session_call){
        .level = info_find_level(&session_family, request->list.level),
        .query = {
            .client = utf16_absent_if_empty(request->client),
            .user = utf16_absent_if_empty(request->user),
        },
        .window = { request->list.preferred_length, request->list.resume_handle },
    };
    if (!call->level)
    {
        return ERROR_INVALID_LEVEL;
    }
    call->query.level = level_to_ask_for(call);
    status = parse_client(request->client, &call->client_name);
    if (!status)
    {
        status = remote_begin_for(&call->remote, request->list.server);
    }
    return status;
}

/* ---- Filters --------------------------------------------------------------------------------- */

/* An IPv6 address is the same with brackets and without them. */
static struct utf16_slice bare_client(struct utf16_slice client)
{
    return utf16_find(client, ':') < client.length ? utf16_without_brackets(client) : client;
}

static bool is_same_client(struct utf16_slice a, struct utf16_slice b)
{
    return utf16_equal(bare_client(a), bare_client(b));
}

static bool keep(void *context, const void *row)
{
    const struct session *session = row;
    struct session_call *call = context;

    if (call->client_name.units && !is_same_client(session->client, call->client_name))
    {
        return false;
    }
    call->found_client = true;
    if (call->query.user.units && !filter_means_user(call->query.user, session->user))
    {
        return false;
    }
    call->found_user = true;
    return true;
}

/* The code for a search that was through with everything. */
static uint32_t not_found_status(const struct session_call *call)
{
    if (call->client_name.units && !call->found_client)
    {
        return NERR_ClientNameNotFound;
    }
    if (call->query.user.units && !call->found_user)
    {
        return NERR_UserNotFound;
    }
    return ERROR_SUCCESS;
}

static uint32_t fetch(void *context, struct remote *remote, const struct paging_request *window,
                      struct remote_page *page)
{
    struct session_call *call = context;

    call->query.window = *window;
    return any_session_source.enumerate(remote, &call->query, page);
}

static struct listing listing_of(struct session_call *call)
{
    return (struct listing){
        .level = call->level,
        .order = &session_order,
        .window = call->window,
        .source = &any_session_source,
        .filters = { call->query.client, call->query.user },
        .fetch = fetch,
        .keep = call->client_name.units || call->query.user.units ? keep : NULL,
        .context = call,
    };
}

/* Gets a page on which something matches, or the last one. */
static uint32_t fetch_page(struct session_call *call, struct remote_page *page)
{
    const struct listing listing = listing_of(call);
    uint32_t status = ERROR_SUCCESS;

    call->found_client = false;
    call->found_user = false;
    status = listing_fetch(&call->remote, &listing, page);
    if (!status && !call->window.resume_handle && !page->more)
    {
        status = not_found_status(call);
        if (status)
        {
            page->release(page);
        }
    }
    return status;
}

/* The same as an array. */
static uint32_t fetch_rows(struct session_call *call, struct remote_page *page)
{
    uint32_t status = fetch_page(call, page);

    return status ? status : remote_page_to_array(&session_family, page);
}

/* ---- The functions --------------------------------------------------------------------------- */

uint32_t sessions_enumerate(const struct sessions_request *request, struct info_answer *answer)
{
    struct session_call call;
    struct remote_page page;
    uint32_t status = prepare(request, &call);

    *answer = (struct info_answer){ 0 };
    if (!status)
    {
        status = fetch_page(&call, &page);
    }
    if (!status)
    {
        const struct listing listing = listing_of(&call);

        status = listing_answer(&call.remote, &listing, &page, answer);
        page.release(&page);
    }
    remote_end(&call.remote);
    return status;
}

uint32_t sessions_get_info(struct utf16_slice server, struct utf16_slice client,
                           struct utf16_slice user, uint32_t level, void **buffer)
{
    const struct sessions_request request = {
        .list.server = server,
        .client = client,
        .user = user,
        .list.level = level,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
    struct session_call call;
    struct remote_page page;
    struct info_buffer packed = { 0 };
    uint32_t status = prepare(&request, &call);

    *buffer = NULL;
    if (!client.length || !user.length)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (!status)
    {
        status = fetch_rows(&call, &page);
    }
    if (!status)
    {
        page.rows.count = page.rows.count ? 1 : 0;
        status = info_pack(&session_family, call.level, &page.rows, &packed);
        page.release(&page);
        *buffer = packed.buffer;
    }
    remote_end(&call.remote);
    return status;
}

/* The client of the first session, \\client, as the source itself writes it. */
static uint32_t listed_client(const struct remote_page *page, struct utf16_name *name)
{
    const struct session *first = info_row(&session_family, &page->rows, 0);

    *name = utf16_name_from_ascii("\\\\");
    return utf16_name_append(name, first->client) ? ERROR_SUCCESS : NERR_InvalidComputer;
}

/* Whether all sessions that match have begun since `start`. Ending our own session ends the
 * connection that would have brought the answer; looking again makes a new one. */
static bool only_new_ones_left(struct session_call *call, uint64_t start)
{
    const uint64_t rounding = 1; /* s */
    struct remote_page page;
    uint32_t status = fetch_rows(call, &page);
    uint64_t seconds = (platform_now() - start) / 1000 + rounding;
    bool only_new = true;

    if (status)
    {
        return status == NERR_ClientNameNotFound || status == NERR_UserNotFound;
    }
    for (size_t i = 0; i < page.rows.count && only_new; i++)
    {
        const struct session *session = info_row(&session_family, &page.rows, i);

        only_new = session->active_seconds <= seconds;
    }
    page.release(&page);
    return only_new;
}

/* Samba says ACCESS_DENIED also where nothing matches, so a look comes first. */
static uint32_t look_and_remove(struct session_call *call, uint64_t start)
{
    struct utf16_name name = { .length = 0 };
    struct remote_page page;
    uint32_t status = fetch_rows(call, &page);

    if (status)
    {
        return status;
    }
    if (call->query.client.units)
    {
        status = listed_client(&page, &name);
    }
    page.release(&page);
    if (!status)
    {
        status = any_session_source.remove(
            &call->remote, utf16_absent_if_empty(utf16_from_name(&name)), call->query.user);
        /* A connection that was lost before, in the look, says nothing of what became of them. */
        if (status == ERROR_NETNAME_DELETED && only_new_ones_left(call, start))
        {
            status = ERROR_SUCCESS;
        }
    }
    return status;
}

uint32_t sessions_delete(struct utf16_slice server, struct utf16_slice client,
                         struct utf16_slice user)
{
    const struct sessions_request request = {
        .list.server = server,
        .client = client,
        .user = user,
        .list.level = 1,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
    const uint64_t start = platform_now();
    struct session_call call;
    uint32_t status = prepare(&request, &call);

    if (!client.length && !user.length)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (!status)
    {
        status = look_and_remove(&call, start);
    }
    remote_end(&call.remote);
    return status;
}
