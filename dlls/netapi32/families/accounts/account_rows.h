/*
 * Rows of accounts that grow, and sets of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_ROWS_H
#define NETAPI32_ACCOUNTS_ACCOUNT_ROWS_H

#include "families/accounts/account_source.h"

/* A list in the call's arena. Zero-initialise, with the size of a row. */
struct growing_rows
{
    struct info_rows list;
    size_t row_size;
    size_t capacity;
};

/* One more row, zeroed; NULL without memory. Those that there are may move. */
void *growing_rows_add(struct account_call *call, struct growing_rows *rows);

/* What makes rows the same, and their order. */
struct row_order
{
    size_t row_size;
    int (*compare)(const void *left, const void *right, const void *context);
};

/* struct group and struct member, by relative identifier; struct member by SID, which must be valid. */
extern const struct row_order users_by_id;
extern const struct row_order entries_by_name; /* struct display_entry */
extern const struct row_order groups_by_id;
extern const struct row_order members_by_id;
extern const struct row_order members_by_sid;

/* The order of names: without case. Negative, zero or positive. */
int account_name_compare(struct utf16_slice a, struct utf16_slice b);
/* Whether the time of a call, which is the context, has passed: for struct sorting. */
bool account_call_is_late(const void *context);

/* Puts rows in order and takes out those that are there twice. ERROR_NOT_ENOUGH_MEMORY;
 * ERROR_SEM_TIMEOUT when the time of the call passes. */
uint32_t rows_make_set(struct account_call *call, const struct row_order *order,
                       struct info_rows *rows);
/* Those of a set that are in another one (`in_other`), or are not: a set in the call's arena.
 * ERROR_NOT_ENOUGH_MEMORY. */
uint32_t rows_part_of_set(struct account_call *call, const struct row_order *order,
                          const struct info_rows *set, const struct info_rows *other, bool in_other,
                          struct info_rows *part);

#endif
