/*
 * What an Enum function does, from the name of the server to the answer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/listing.h"

#include <stdlib.h>

#include "base/status.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "remote/facts.h"

/* ---- Pages and filters ----------------------------------------------------------------------- */

static size_t page_count(const struct info_family *family, const struct remote_page *page)
{
    const struct info_list list = remote_page_list(family, page);

    return info_list_count(&list);
}

/* Keeps the rows that belong to the list. A page that cannot be filtered is released. */
static uint32_t apply_filter(const struct listing *listing, struct remote_page *page)
{
    struct info_list list = remote_page_list(listing->order->family, page);
    uint32_t status = ERROR_SUCCESS;

    if (!listing->keep)
    {
        return ERROR_SUCCESS;
    }
    status = info_list_filter(&list, listing->keep, listing->context, page->arena);
    page->rows = list.rows;
    if (status)
    {
        page->release(page);
    }
    return status;
}

uint32_t listing_fetch(struct remote *remote, const struct listing *listing,
                       struct remote_page *page)
{
    struct paging_request window = listing->window;

    for (;;)
    {
        uint32_t status = listing->fetch(listing->context, remote, &window, page);

        if (!status)
        {
            status = apply_filter(listing, page);
        }
        if (status)
        {
            return status;
        }
        if (page_count(listing->order->family, page) || !page->more)
        {
            return ERROR_SUCCESS;
        }
        window.resume_handle = page->resume_handle;
        page->release(page);
        if (remote_is_late(remote))
        {
            return ERROR_SEM_TIMEOUT;
        }
    }
}

uint32_t listing_answer(const struct remote *remote, const struct listing *listing,
                        const struct remote_page *page, struct info_answer *answer)
{
    const struct paging_list list = {
        .source = listing->source,
        .server = utf16_from_name(&remote->server.target.name),
        .filters = { listing->filters[0], listing->filters[1] },
    };

    return paging_answer(&list, listing->order, listing->level, page, &listing->window, answer);
}

/* ---- The rows of this host ------------------------------------------------------------------- */

static void release_host_page(struct remote_page *page)
{
    arena_free(page->storage);
    free(page->storage);
    *page = (struct remote_page){ .storage = NULL };
}

static uint32_t host_page(const struct remote *remote, const struct remote_list *list,
                          struct remote_page *page)
{
    struct arena *arena = calloc(1, sizeof(*arena));
    uint32_t status = arena ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    TRACE("no server on this computer; the host answers\n");
    *page =
        (struct remote_page){ .release = release_host_page, .storage = arena, .is_sorted = true };
    if (!status)
    {
        status = list->list_host ? list->list_host(arena, &page->rows) : list->host_status;
    }
    if (!status)
    {
        status = paging_sort(list->call.order, &page->rows, remote);
    }
    if (status && arena)
    {
        release_host_page(page);
    }
    return status;
}

/* ---- The common case ------------------------------------------------------------------------- */

static bool keeps_any(const struct remote_list *list, const struct remote_page *page)
{
    const struct info_list rows = remote_page_list(list->call.order->family, page);
    const size_t count = info_list_count(&rows);

    for (size_t i = 0; i < count; i++)
    {
        if (list->keep(list->context, info_list_row(&rows, i)))
        {
            return true;
        }
    }
    return false;
}

static void widen(struct remote_list *list)
{
    list->widen(list->call.parameters);
    list->is_wide = true;
}

/* Asks with the filters, if they are not known to differ; without them if nothing came of that. */
static uint32_t ask_wide_if_needed(struct remote *remote, struct remote_list *list,
                                   const struct paging_request *window, struct remote_page *page)
{
    const struct facts_subject subject =
        remote_subject(remote, list->call.interface, list->call.operation);
    uint32_t status = remote_prepare(remote);

    if (status)
    {
        return status;
    }
    if (facts_filters_differ(&subject, platform_now()))
    {
        widen(list);
    }
    status = remote_enumerate(remote, &list->call, window, page);
    if (!status && !list->is_wide && !page_count(list->call.order->family, page) && !page->more &&
        !window->resume_handle)
    {
        page->release(page);
        widen(list);
        status = remote_enumerate(remote, &list->call, window, page);
    }
    if (!status && list->is_wide && keeps_any(list, page))
    {
        facts_learn_filters_differ(&subject, platform_now());
    }
    return status;
}

static uint32_t fetch(void *context, struct remote *remote, const struct paging_request *window,
                      struct remote_page *page)
{
    struct remote_list *list = context;
    uint32_t status = list->widen ? ask_wide_if_needed(remote, list, window, page)
                                  : remote_enumerate(remote, &list->call, window, page);

    return remote->host_answers ? host_page(remote, list, page) : status;
}

static bool keep(void *context, const void *row)
{
    const struct remote_list *list = context;

    return list->keep(list->context, row);
}

/* The level to ask at: one that tells what the filter looks at. */
static uint32_t level_to_ask_at(const struct remote_list *list, const struct info_level *wanted)
{
    const struct info_level *other = info_find_level(list->call.order->family, list->keep_level);

    return !list->keep || info_level_covers(wanted, other) ? wanted->level : other->level;
}

static struct listing listing_of(struct remote_list *list, const struct info_level *level)
{
    list->call.level = level_to_ask_at(list, level);
    return (struct listing){
        .level = level,
        .order = list->call.order,
        .window = { .preferred_length = PREFERRED_LENGTH_UNLIMITED },
        .source = rpc_operation(list->call.interface, list->call.operation),
        .filters = { list->filters[0], list->filters[1] },
        .fetch = fetch,
        .keep = list->keep ? keep : NULL,
        .context = list,
    };
}

uint32_t remote_list_answer(const struct remote_list *list, const struct info_request *request,
                            struct info_answer *answer)
{
    const struct info_level *level = info_find_level(list->call.order->family, request->level);
    struct remote_list this_list = *list;
    struct listing listing;
    struct remote_page page;
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (!level)
    {
        return ERROR_INVALID_LEVEL;
    }
    listing = listing_of(&this_list, level);
    listing.window = (struct paging_request){ request->preferred_length, request->resume_handle };
    status = remote_begin_for(&remote, request->server);
    if (!status)
    {
        status = listing_fetch(&remote, &listing, &page);
        status = status ? remote_result(&remote, status, status) : status;
    }
    if (!status)
    {
        status = listing_answer(&remote, &listing, &page, answer);
        page.release(&page);
    }
    remote_end(&remote);
    return status;
}

uint32_t remote_list_all(struct remote *remote, const struct remote_list *list, uint32_t level,
                         struct remote_page *page)
{
    struct remote_list this_list = *list;
    const struct listing listing =
        listing_of(&this_list, info_find_level(list->call.order->family, level));
    uint32_t status = listing_fetch(remote, &listing, page);

    if (!status && page->more && !list->keep)
    {
        page->release(page);
        status = RPC_S_PROTOCOL_ERROR;
    }
    return status ? status : remote_page_to_array(list->call.order->family, page);
}
