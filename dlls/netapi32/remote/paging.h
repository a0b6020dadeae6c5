/*
 * Lists page by page: who cuts them to the preferred length, and where the next page begins.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A server that makes pages itself gives resume handles of its own. One that takes no notice of the
 * preferred length (Samba) sends everything: its rows are put in a lasting order, and the windows are
 * made here. Who does what is learnt once, when a call first asks for less than everything.
 */
#ifndef NETAPI32_REMOTE_PAGING_H
#define NETAPI32_REMOTE_PAGING_H

#include "levels/list.h"
#include "remote/call.h"
#include "rpc/ndr.h"

/* By what rows are ordered: members of the row, the first counting most. */
struct paging_key
{
    enum
    {
        PAGING_KEY_TEXT,
        PAGING_KEY_NUMBER,
        PAGING_KEY_NUMBER_DOWN, /* the greatest first */
    } kind;
    size_t offset;
};

struct paging_order
{
    const struct info_family *family;
    const struct paging_key *keys;
    size_t count;
    size_t identity_count; /* so many of the keys stay the same as long as the row exists */
};

/* ---- Asking a server ------------------------------------------------------------------------- */

/* An Enum operation. The pointers lead into the structure of its parameters, in which the rest is
 * set. */
struct remote_enum
{
    const struct rpc_interface *interface;
    uint16_t operation;
    void *parameters;
    struct ndr_level_list *list;
    uint32_t *preferred_length;
    uint32_t *total_entries;
    uint32_t **resume_handle;
    const struct paging_order *order;
    uint32_t level; /* where the server lacks it, one that covers it is asked for */
    /* Refuses a row that cannot be right; or NULL. */
    uint32_t (*check)(const void *row);
    /* Gives a row the form that the API promises, before anybody looks at it; or NULL. */
    void (*normalise)(void *row);
};

/* The members of it that lead into the parameters, which all Enum operations call the same, but for
 * the list. */
#define REMOTE_ENUM_OF(in, rows)                                                                   \
    .parameters = (in), .list = &(in)->rows, .preferred_length = &(in)->preferred_length,          \
    .total_entries = &(in)->total_entries, .resume_handle = &(in)->resume_handle

/* What a caller of the API wants of it. */
struct paging_request
{
    uint32_t preferred_length;
    uint32_t resume_handle;
};

/* What a source of rows gives. Release it with page->release(page) when that is set. */
struct remote_page
{
    struct info_rows rows;
    struct info_encoded *encoded; /* instead of `rows`: they are still in the server's reply */
    struct arena *arena;          /* with `encoded`: what goes with the page */
    /* Whether the source has applied the preferred length and the resume handle itself. If not,
     * the rows are all there are. */
    bool is_windowed;
    bool is_sorted;         /* not windowed: the rows are in the order of the family */
    bool more;              /* windowed: there are further rows */
    uint32_t total_entries; /* windowed: from the resume position on */
    uint32_t resume_handle; /* windowed, with more: where they begin */
    void (*release)(struct remote_page *page);
    void *storage; /* what the rows point into */
};

/* The rows of a page, whichever they are. */
struct info_list remote_page_list(const struct info_family *family, const struct remote_page *page);
/* Makes them an array. ERROR_NOT_ENOUGH_MEMORY, and the page is released. */
uint32_t remote_page_to_array(const struct info_family *family, struct remote_page *page);

/* Asks for a page: errors of remote_call() and remote_ask_at_levels(); NERR_BufTooSmall when the server says that not even one
 * row fits; RPC_S_PROTOCOL_ERROR when it leaves no way to what it says is left. */
uint32_t remote_enumerate(struct remote *remote, const struct remote_enum *call,
                          const struct paging_request *request, struct remote_page *page);

/* ---- Making windows -------------------------------------------------------------------------- */

/* What tells lists apart, whose positions must not be mistaken for each other. */
struct paging_list
{
    const void *source; /* any address that stands for where the rows come from */
    struct utf16_slice server;
    struct utf16_slice filters[2];
};

/* Puts rows in order. ERROR_NOT_ENOUGH_MEMORY; ERROR_SEM_TIMEOUT when the time of the call passes. */
uint32_t paging_sort(const struct paging_order *order, const struct info_rows *rows,
                     const struct remote *remote);
/* Answers with a page: as its source made it, or, where the rows are all there are, with those that
 * fit, from where the resume handle stands on. ERROR_SUCCESS; ERROR_MORE_DATA with the handle for the
 * rest; or, with an empty answer, NERR_BufTooSmall, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t paging_answer(const struct paging_list *list, const struct paging_order *order,
                       const struct info_level *level, const struct remote_page *page,
                       const struct paging_request *request, struct info_answer *answer);

#endif
