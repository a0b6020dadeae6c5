/*
 * What an Enum function does, from the name of the server to the answer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_LISTING_H
#define NETAPI32_REMOTE_LISTING_H

#include "base/arena.h"
#include "remote/paging.h"

struct listing
{
    const struct info_level *level; /* of the answer */
    const struct paging_order *order;
    struct paging_request window;
    const void *source; /* these tell lists apart, as struct paging_list has it */
    struct utf16_slice filters[2];

    /* Gets a page from where the window says. */
    uint32_t (*fetch)(void *context, struct remote *remote, const struct paging_request *window,
                      struct remote_page *page);
    /* Whether a row belongs to the list, for servers that take no notice of filters; or NULL. */
    bool (*keep)(void *context, const void *row);
    void *context; /* of both */
};

/* Gets the first page on which something is kept, or the last one. Errors of `fetch`;
 * ERROR_SEM_TIMEOUT when the time of the call passes. */
uint32_t listing_fetch(struct remote *remote, const struct listing *listing,
                       struct remote_page *page);
/* Answers with such a page. Results of paging_answer(). */
uint32_t listing_answer(const struct remote *remote, const struct listing *listing,
                        const struct remote_page *page, struct info_answer *answer);

/* ---- The common case ------------------------------------------------------------------------- */

/* The list that one operation of a server gives, or this host where it has no server. */
struct remote_list
{
    struct remote_enum call; /* without a level */
    struct utf16_slice filters[2];
    bool (*keep)(void *context, const void *row);
    void *context;       /* of `keep` */
    uint32_t keep_level; /* with `keep`: a level that tells what it looks at */
    /* Takes filters out of the parameters, for a server whose filters leave out what `keep` lets
     * through: where nothing comes otherwise, and where that is known of the server. Or NULL. */
    void (*widen)(void *parameters);
    bool is_wide; /* has been done; false at first */
    /* Makes the rows of this host, in the arena; NULL: there are none, of which the status tells. */
    uint32_t (*list_host)(struct arena *arena, struct info_rows *rows);
    uint32_t host_status;
};

/* ERROR_SUCCESS; ERROR_MORE_DATA, with what fits; or, with an empty answer: ERROR_INVALID_LEVEL where
 * the family of the order has no such level, before any traffic; errors of remote_begin_for(), of
 * listing_fetch() with remote_enumerate(), and of paging_answer(). */
uint32_t remote_list_answer(const struct remote_list *list, const struct info_request *request,
                            struct info_answer *answer);
/* All rows on one page, as an array, in a call that has begun; with `keep`, those of the first page that has some.
 * Errors of remote_enumerate(); RPC_S_PROTOCOL_ERROR from a server that sends less than all of them. */
uint32_t remote_list_all(struct remote *remote, const struct remote_list *list, uint32_t level,
                         struct remote_page *page);

#endif
