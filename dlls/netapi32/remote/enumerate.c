/*
 * Lists page by page: asking a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/status.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "remote/facts.h"
#include "remote/paging.h"

/* A preferred length that not even one row fits in. */
#define LENGTH_FOR_NOTHING 1

static struct facts_subject subject_of(const struct remote *remote, const struct remote_enum *call)
{
    return (struct facts_subject){ &remote->key, call->interface, call->operation };
}

/* Sets what goes in, of what came out of the call before. */
static uint32_t ask_at_level(struct remote *remote, const struct remote_enum *call, uint32_t level,
                             const struct paging_request *request, struct rpc_reply *reply)
{
    uint32_t resume_handle = request->resume_handle;
    uint32_t status = ERROR_SUCCESS;

    *call->list = (struct ndr_level_list){ .level = level };
    *call->preferred_length = request->preferred_length;
    *call->total_entries = 0;
    *call->resume_handle = &resume_handle;
    status = remote_call(remote, call->interface, call->operation, call->parameters, reply);
    if (status && status != ERROR_MORE_DATA)
    {
        rpc_reply_free(reply);
        *call->resume_handle = NULL;
        call->list->rows = (struct info_rows){ 0 };
    }
    return status;
}

/* Asks at the wanted level, and at the other where the server does not know it. */
static uint32_t ask(struct remote *remote, const struct remote_enum *call,
                    const struct paging_request *request, struct rpc_reply *reply)
{
    const struct facts_subject subject = subject_of(remote, call);
    uint32_t status = ERROR_INVALID_LEVEL;

    if (!facts_lacks_level(&subject, call->level, platform_now()))
    {
        status = ask_at_level(remote, call, call->level, request, reply);
    }
    if (status == ERROR_INVALID_LEVEL && call->level != call->fallback_level)
    {
        TRACE("the server has no level %u\n", call->level);
        facts_learn_lacks_level(&subject, call->level, platform_now());
        status = ask_at_level(remote, call, call->fallback_level, request, reply);
    }
    return status;
}

/* Finds out who cuts answers to length, where that matters: asks for what cannot fit. A server that
 * sends rows all the same takes no notice of the preferred length, nor of resume handles. */
static uint32_t find_paging(struct remote *remote, const struct remote_enum *call,
                            const struct paging_request *request, enum paging *paging)
{
    static const struct paging_request for_nothing = { LENGTH_FOR_NOTHING, 0 };
    const struct facts_subject subject = subject_of(remote, call);
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_SUCCESS;

    *paging = facts_paging(&subject, platform_now());
    if (*paging != PAGING_UNKNOWN ||
        (request->preferred_length == PREFERRED_LENGTH_UNLIMITED && !request->resume_handle))
    {
        return ERROR_SUCCESS;
    }
    status = ask(remote, call, &for_nothing, &reply);
    if (status == NERR_BufTooSmall || status == ERROR_MORE_DATA)
    {
        *paging = facts_learn_paging(&subject, PAGING_BY_SERVER, platform_now());
        status = ERROR_SUCCESS;
    }
    else if (!status && call->list->rows.count)
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
    if (!call->list->rows.count)
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
    const struct facts_subject subject = subject_of(remote, call);
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

static uint32_t take_page(const struct remote *remote, const struct remote_enum *call, bool more,
                          enum paging paging, struct remote_page *page)
{
    const uint32_t *resume_handle = *call->resume_handle;

    if (call->normalise)
    {
        call->normalise(&call->list->rows);
    }
    page->rows = call->list->rows;
    page->is_windowed = paging != PAGING_HERE;
    page->more = more;
    page->total_entries = *call->total_entries;
    page->resume_handle = resume_handle ? *resume_handle : 0;
    page->is_sorted = !page->is_windowed;
    return page->is_sorted ? paging_sort(call->order, &page->rows, remote) : ERROR_SUCCESS;
}

uint32_t remote_enumerate(struct remote *remote, const struct remote_enum *call,
                          const struct paging_request *request, struct remote_page *page)
{
    struct rpc_reply *reply = calloc(1, sizeof(*reply));
    enum paging paging = PAGING_UNKNOWN;
    uint32_t status = reply ? remote_prepare(remote) : ERROR_NOT_ENOUGH_MEMORY;

    *page = (struct remote_page){ .release = release_page, .storage = reply };
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
