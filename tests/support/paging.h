/*
 * The loops with which programs read sessions page by page.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_PAGING_H
#define NETAPI32_TESTS_SUPPORT_PAGING_H

#include "levels/level.h"
#include "support/session_calls.h"

enum paging_loop
{
    LOOP_UNTIL_SUCCESS,     /* goes on while the status is ERROR_MORE_DATA */
    LOOP_UNTIL_HANDLE_ZERO, /* goes on while the resume handle is not 0 */
    LOOP_COUNTING_ENTRIES,  /* goes on until it has as many as the first totalentries said */
    PAGING_LOOPS,
};

/* What is asked for: filters may be NULL. */
struct paging_query
{
    const char *server;
    const char *client;
    const char *user;
    uint32_t level;
    uint32_t preferred_length;
};

struct paging_result
{
    uint32_t status; /* of the last call */
    uint32_t pages;
    uint32_t entries; /* on all pages */
};

/* Looks at the entry that is the index-th of all pages. */
typedef void paging_visitor(uint32_t level, const struct session_entry *entry, uint32_t index,
                            void *context);

/* Reads all pages, or fewer when a call fails. Asserts what holds for every page: it has entries
 * if there are any, status and resume handle agree, totalentries is what remains; and that the loop
 * ends. `visit` may be NULL. */
struct paging_result read_pages(enum paging_loop loop, const struct paging_query *query,
                                paging_visitor *visit, void *context);

#endif
