/*
 * The sessions of a server, over SMB and [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/status.h"
#include "families/session/session_source.h"
#include "platform/log.h"
#include "remote/call.h"
#include "remote/facts.h"
#include "rpc/srvsvc.h"

/* The level that every server knows and that holds most of the others. */
#define FALLBACK_LEVEL 1
/* A preferred length that not even one session fits in. */
#define LENGTH_FOR_NOTHING 1

/* ---- NetrSessionEnum ------------------------------------------------------------------------- */

struct enum_call
{
    struct srvsvc_session_enum request;
    const struct info_level *level;
    struct srvsvc_session_list *list;
};

/* Asks at the wanted level, and at level 1 where the server does not know it. */
static uint32_t enum_on(struct server_connection *connection, void *parameters, uint64_t deadline)
{
    const struct info_level *fallback = info_find_level(&session_family, FALLBACK_LEVEL);
    const struct utf16_name *name = &connection->key.name;
    struct utf16_name server = server_unc_name(name);
    struct enum_call *call = parameters;
    uint32_t status = ERROR_INVALID_LEVEL;

    call->request.server = utf16_from_name(&server);
    if (!server_lacks_level(name, call->level->level))
    {
        status = srvsvc_net_session_enum(&connection->srvsvc, &call->request, &session_family,
                                         call->level, call->list, deadline);
    }
    if (status == ERROR_INVALID_LEVEL)
    {
        TRACE("the server has no level %u\n", call->level->level);
        server_learn_lacks_level(name, call->level->level);
        status = srvsvc_net_session_enum(&connection->srvsvc, &call->request, &session_family,
                                         fallback, call->list, deadline);
    }
    return status;
}

/* Samba reckons the time of a session that has just begun as -1 s now and then. */
static uint32_t never_negative(uint32_t seconds)
{
    return seconds > INT32_MAX ? 0 : seconds;
}

/* Gives the rows the form that the API promises. */
static void normalise(const struct info_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
    {
        struct session *session = info_row(&session_family, rows, i);

        session->active_seconds = never_negative(session->active_seconds);
        session->idle_seconds = never_negative(session->idle_seconds);
        while (session->client.length && utf16_unit(session->client, 0) == '\\')
        {
            session->client = utf16_part(session->client, 1, session->client.length);
        }
    }
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* By client, by user, the oldest first. Sessions that began in the same second are told apart by
 * what else there is. */
static int compare_sessions(const void *left, const void *right)
{
    const struct session *a = left;
    const struct session *b = right;
    int order = utf16_compare(a->client, b->client);

    if (!order)
    {
        order = utf16_compare(a->user, b->user);
    }
    if (!order)
    {
        order = compare_numbers(b->active_seconds, a->active_seconds);
    }
    if (!order)
    {
        order = compare_numbers(a->opens, b->opens);
    }
    if (!order)
    {
        order = compare_numbers(a->idle_seconds, b->idle_seconds);
    }
    return order;
}

/* Where the window is made here, the order must be the same in every call. Samba lists sessions in
 * the order of a hash table, in which our own moves when we connect anew. */
static void make_order_lasting(const struct info_rows *rows)
{
    if (rows->count)
    {
        qsort(rows->rows, rows->count, sizeof(struct session), compare_sessions);
    }
}

static void release_page(struct session_page *page)
{
    srvsvc_session_list_free(page->storage);
    free(page->storage);
    *page = (struct session_page){ 0 };
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

/* A server compares its names with the filter as it is written. */
static uint32_t ask(const struct target *target, struct enum_call *call)
{
    struct utf16_name other;
    uint32_t status = server_call(target, enum_on, call, MAY_REPEAT);

    if (status == NERR_ClientNameNotFound && other_ipv6_form(call->request.client, &other))
    {
        call->request.client = utf16_from_name(&other);
        status = server_call(target, enum_on, call, MAY_REPEAT);
    }
    return status;
}

/* Finds out who cuts answers to length, where that matters: asks for what cannot fit. A server that
 * sends sessions all the same takes no notice of the preferred length, nor of resume handles. */
static uint32_t find_paging(const struct target *target, const struct session_query *query,
                            enum paging *paging)
{
    struct srvsvc_session_list list = { 0 };
    struct enum_call call = {
        .request = { .preferred_length = LENGTH_FOR_NOTHING },
        .level = query->level,
        .list = &list,
    };
    uint32_t status = ERROR_SUCCESS;

    *paging = server_paging(&target->name);
    if (*paging != PAGING_UNKNOWN ||
        (query->preferred_length == PREFERRED_LENGTH_UNLIMITED && !query->resume_handle))
    {
        return ERROR_SUCCESS;
    }
    status = ask(target, &call);
    if (status == NERR_BufTooSmall || status == ERROR_MORE_DATA)
    {
        *paging = server_learn_paging(&target->name, PAGING_BY_SERVER);
        status = ERROR_SUCCESS;
    }
    else if (!status && list.rows.count)
    {
        *paging = server_learn_paging(&target->name, PAGING_HERE);
    }
    srvsvc_session_list_free(&list);
    return status;
}

/* A server that says that there is more must leave a way to get it, or a loop would never end. */
static uint32_t check_there_is_a_way_on(uint32_t status, const struct srvsvc_session_list *list,
                                        enum paging paging)
{
    if (status != ERROR_MORE_DATA)
    {
        return status;
    }
    if (!list->rows.count)
    {
        return NERR_BufTooSmall;
    }
    return list->resume_handle && paging != PAGING_HERE ? ERROR_MORE_DATA : RPC_S_PROTOCOL_ERROR;
}

/* ERROR_SUCCESS or ERROR_MORE_DATA with a list. */
static uint32_t ask_for_page(const struct target *target, const struct session_query *query,
                             struct srvsvc_session_list *list, enum paging *paging)
{
    struct enum_call call = {
        .request = {
            .client = query->client,
            .user = query->user,
            .preferred_length = query->preferred_length,
            .resume_handle = query->resume_handle,
        },
        .level = query->level,
        .list = list,
    };
    uint32_t status = find_paging(target, query, paging);

    if (status)
    {
        return status;
    }
    if (*paging == PAGING_HERE)
    {
        call.request.preferred_length = PREFERRED_LENGTH_UNLIMITED;
        call.request.resume_handle = 0;
    }
    status = check_there_is_a_way_on(ask(target, &call), list, *paging);
    if (status == ERROR_MORE_DATA)
    {
        *paging = server_learn_paging(&target->name, PAGING_BY_SERVER);
    }
    return status;
}

static void fill_page(struct session_page *page, struct srvsvc_session_list *list, bool more,
                      enum paging paging)
{
    normalise(&list->rows);
    *page = (struct session_page){
        .rows = list->rows,
        .is_windowed = paging != PAGING_HERE,
        .more = more,
        .total_entries = list->total_entries,
        .resume_handle = list->resume_handle,
        .release = release_page,
        .storage = list,
    };
    if (!page->is_windowed)
    {
        make_order_lasting(&page->rows);
    }
}

static uint32_t server_enumerate(const struct target *target, const struct session_query *query,
                                 struct session_page *page)
{
    struct srvsvc_session_list *list = calloc(1, sizeof(*list));
    enum paging paging = PAGING_UNKNOWN;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    *page = (struct session_page){ 0 };
    if (!list)
    {
        return status;
    }
    status = ask_for_page(target, query, list, &paging);
    if (status && status != ERROR_MORE_DATA)
    {
        srvsvc_session_list_free(list);
        free(list);
        return status;
    }
    fill_page(page, list, status == ERROR_MORE_DATA, paging);
    return ERROR_SUCCESS;
}

/* ---- NetrSessionDel -------------------------------------------------------------------------- */

struct del_call
{
    struct utf16_slice client;
    struct utf16_slice user;
};

static uint32_t del_on(struct server_connection *connection, void *parameters, uint64_t deadline)
{
    const struct del_call *call = parameters;
    struct utf16_name server = server_unc_name(&connection->key.name);

    return srvsvc_net_session_del(&connection->srvsvc, utf16_from_name(&server), call->client,
                                  call->user, deadline);
}

static uint32_t server_remove(const struct target *target, struct utf16_slice client,
                              struct utf16_slice user)
{
    struct del_call call = { client, user };

    return server_call(target, del_on, &call, DO_ONCE);
}

const struct session_source server_session_source = {
    .enumerate = server_enumerate,
    .remove = server_remove,
};
