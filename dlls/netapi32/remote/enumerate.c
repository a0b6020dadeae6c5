/*
 * Lists page by page: asking a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/status.h"
#include "platform/platform.h"
#include "remote/any_level.h"
#include "remote/facts.h"
#include "remote/paging.h"

/* A preferred length that not even one row fits in. */
#define LENGTH_FOR_NOTHING 1

static bool is_for_all(const struct paging_request *request)
{
    return request->preferred_length == PREFERRED_LENGTH_UNLIMITED && !request->resume_handle;
}

struct page_question
{
    struct remote *remote;
    const struct remote_enum *call;
    const struct paging_request *request;
    struct rpc_reply *reply;
};

/* Sets what goes in, of what came out of the call before. */
static uint32_t ask_at_level(void *context, uint32_t level)
{
    const struct page_question *question = context;
    const struct remote_enum *call = question->call;
    uint32_t resume_handle = question->request->resume_handle;
    uint32_t status = ERROR_SUCCESS;

    *call->list = (struct ndr_level_list){ .level = level, .stays_encoded = true };
    *call->preferred_length = question->request->preferred_length;
    *call->total_entries = 0;
    *call->resume_handle = &resume_handle;
    status = remote_call(question->remote, call->interface, call->operation, call->parameters,
                         question->reply);
    if (status && status != ERROR_MORE_DATA)
    {
        rpc_reply_free(question->reply);
        *call->resume_handle = NULL;
        call->list->rows = (struct info_rows){ 0 };
        call->list->encoded = NULL;
    }
    return status;
}

static uint32_t ask(struct remote *remote, const struct remote_enum *call,
                    const struct paging_request *request, struct rpc_reply *reply)
{
    struct page_question context = { remote, call, request, reply };
    const struct level_question question = {
        .interface = call->interface,
        .operation = call->operation,
        .family = call->order->family,
        .level = call->level,
        .ask = ask_at_level,
        .context = &context,
    };

    return remote_ask_at_levels(remote, &question);
}

static struct info_list list_of(const struct remote_enum *call)
{
    return (struct info_list){ call->order->family, call->list->rows, call->list->encoded };
}

static size_t row_count(const struct remote_enum *call)
{
    const struct info_list list = list_of(call);

    return info_list_count(&list);
}

/* Finds out who cuts answers to length, where that matters: asks for what cannot fit. A server that
 * sends rows all the same takes no notice of the preferred length, nor of resume handles. */
static uint32_t find_paging(struct remote *remote, const struct remote_enum *call,
                            const struct paging_request *request, enum paging *paging)
{
    static const struct paging_request for_nothing = { LENGTH_FOR_NOTHING, 0 };
    const struct facts_subject subject = remote_subject(remote, call->interface, call->operation);
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_SUCCESS;

    *paging = facts_paging(&subject, platform_now());
    if (*paging != PAGING_UNKNOWN || is_for_all(request))
    {
        return ERROR_SUCCESS;
    }
    status = ask(remote, call, &for_nothing, &reply);
    if (status == NERR_BufTooSmall || status == ERROR_MORE_DATA)
    {
        *paging = facts_learn_paging(&subject, PAGING_BY_SERVER, platform_now());
        status = ERROR_SUCCESS;
    }
    else if (!status && row_count(call))
    {
        *paging = facts_learn_paging(&subject, PAGING_HERE, platform_now());
    }
    rpc_reply_free(&reply);
    return status;
}

/* A server that says that there is more must leave a way to get it, or a loop would never end. */
static uint32_t check_there_is_a_way_on(uint32_t status, const struct remote_enum *call,
                                        enum paging paging)
{
    const uint32_t *resume_handle = *call->resume_handle;

    if (status != ERROR_MORE_DATA)
    {
        return status;
    }
    if (!row_count(call))
    {
        return NERR_BufTooSmall;
    }
    return resume_handle && *resume_handle && paging != PAGING_HERE ? ERROR_MORE_DATA
                                                                    : RPC_S_PROTOCOL_ERROR;
}

static void release_page(struct remote_page *page)
{
    rpc_reply_free(page->storage);
    free(page->storage);
    *page = (struct remote_page){ .storage = NULL };
}

/* Asks for what the request says, or for everything where the window is made here. */
static uint32_t ask_for_page(struct remote *remote, const struct remote_enum *call,
                             const struct paging_request *request, struct rpc_reply *reply,
                             enum paging *paging)
{
    static const struct paging_request for_all = { PREFERRED_LENGTH_UNLIMITED, 0 };
    const struct facts_subject subject = remote_subject(remote, call->interface, call->operation);
    uint32_t status = find_paging(remote, call, request, paging);

    if (status)
    {
        return status;
    }
    status = ask(remote, call, *paging == PAGING_HERE ? &for_all : request, reply);
    if (!status || status == ERROR_MORE_DATA)
    {
        status = check_there_is_a_way_on(status, call, *paging);
    }
    if (status == ERROR_MORE_DATA)
    {
        *paging = facts_learn_paging(&subject, PAGING_BY_SERVER, platform_now());
    }
    return status;
}

static uint32_t check_rows(const struct remote_enum *call)
{
    const struct info_list list = list_of(call);
    const size_t count = call->check ? info_list_count(&list) : 0;
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count && !status; i++)
    {
        status = call->check(info_list_row(&list, i));
    }
    return status;
}

/* Rows that are read one by one are given their form then; an array now. */
static void normalise_rows(const struct remote_enum *call)
{
    const struct info_rows *rows = &call->list->rows;

    if (call->list->encoded)
    {
        call->list->encoded->normalise = call->normalise;
        return;
    }
    for (size_t i = 0; call->normalise && i < rows->count; i++)
    {
        call->normalise(info_row(call->order->family, rows, i));
    }
}

/* Rows of a server whose windows are made here are put in order, for which they become an array. */
static uint32_t sort_page(const struct remote *remote, const struct remote_enum *call,
                          struct remote_page *page)
{
    struct info_list list = list_of(call);
    uint32_t status = ERROR_SUCCESS;

    page->is_sorted = !page->is_windowed;
    if (!page->is_sorted)
    {
        return ERROR_SUCCESS;
    }
    status = info_list_to_array(&list, page->arena);
    page->rows = list.rows;
    page->encoded = list.encoded;
    return status ? status : paging_sort(call->order, &page->rows, remote);
}

static uint32_t take_page(const struct remote *remote, const struct remote_enum *call, bool more,
                          enum paging paging, struct remote_page *page)
{
    const uint32_t *resume_handle = *call->resume_handle;
    uint32_t status = check_rows(call);

    if (status)
    {
        return status;
    }
    normalise_rows(call);
    page->rows = call->list->rows;
    page->encoded = call->list->encoded;
    page->is_windowed = paging != PAGING_HERE;
    page->more = more;
    page->total_entries = *call->total_entries;
    page->resume_handle = resume_handle ? *resume_handle : 0;
    return sort_page(remote, call, page);
}

uint32_t remote_enumerate(struct remote *remote, const struct remote_enum *call,
                          const struct paging_request *request, struct remote_page *page)
{
    struct rpc_reply *reply = calloc(1, sizeof(*reply));
    enum paging paging = PAGING_UNKNOWN;
    uint32_t status = reply ? remote_prepare(remote) : ERROR_NOT_ENOUGH_MEMORY;

    *page = (struct remote_page){ .release = release_page, .storage = reply };
    page->arena = reply ? &reply->arena : NULL;
    if (!status)
    {
        status = ask_for_page(remote, call, request, reply, &paging);
    }
    if (!status || status == ERROR_MORE_DATA)
    {
        status = take_page(remote, call, status == ERROR_MORE_DATA, paging, page);
    }
    if (status && reply)
    {
        release_page(page);
    }
    return status;
}
