/*
 * Rows of accounts that grow, and sets of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_rows.h"

#include <string.h>

#include "base/sid.h"
#include "base/sort.h"
#include "base/status.h"
#include "platform/platform.h"

#define CAPACITY_MIN 16u

static void *row_at(const struct info_rows *rows, size_t row_size, size_t index)
{
    return (uint8_t *)rows->rows + index * row_size;
}

void *growing_rows_add(struct account_call *call, struct growing_rows *rows)
{
    if (rows->list.count == rows->capacity)
    {
        const size_t capacity = rows->capacity ? 2 * rows->capacity : CAPACITY_MIN;
        void *moved = arena_array(&call->arena, capacity, rows->row_size);

        if (!moved)
        {
            return NULL;
        }
        if (rows->list.count)
        {
            memcpy(moved, rows->list.rows, rows->list.count * rows->row_size);
        }
        rows->list.rows = moved;
        rows->capacity = capacity;
    }
    return row_at(&rows->list, rows->row_size, rows->list.count++);
}

/* ---- Orders ---------------------------------------------------------------------------------- */

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

int account_name_compare(struct utf16_slice a, struct utf16_slice b)
{
    for (size_t i = 0; i < a.length && i < b.length; i++)
    {
        const uint16_t unit_a = utf16_unit(a, i);
        const uint16_t unit_b = utf16_unit(b, i);
        const uint16_t left = unit_a == unit_b ? 0 : platform_upcase(unit_a);
        const uint16_t right = unit_a == unit_b ? 0 : platform_upcase(unit_b);

        if (left != right)
        {
            return left < right ? -1 : 1;
        }
    }
    return (a.length > b.length) - (a.length < b.length);
}

static int compare_users(const void *left, const void *right, const void *context)
{
    const struct user *a = left;
    const struct user *b = right;

    (void)context;
    return compare_numbers(a->relative_id, b->relative_id);
}

static int compare_entries(const void *left, const void *right, const void *context)
{
    const struct display_entry *a = left;
    const struct display_entry *b = right;

    (void)context;
    return account_name_compare(a->name, b->name);
}

static int compare_groups(const void *left, const void *right, const void *context)
{
    const struct group *a = left;
    const struct group *b = right;

    (void)context;
    return compare_numbers(a->relative_id, b->relative_id);
}

static int compare_members(const void *left, const void *right, const void *context)
{
    const struct member *a = left;
    const struct member *b = right;

    (void)context;
    return compare_numbers(a->relative_id, b->relative_id);
}

/* By domain, then by relative identifier. */
static int compare_sids(const void *left, const void *right, const void *context)
{
    const struct info_bytes a = ((const struct member *)left)->sid;
    const struct info_bytes b = ((const struct member *)right)->sid;
    int difference = 0;

    (void)context;
    if (a.size != b.size)
    {
        return a.size < b.size ? -1 : 1;
    }
    difference = memcmp(a.data, b.data, a.size - sizeof(uint32_t));
    return difference ? difference
                      : compare_numbers(sid_rid((struct bytes){ a.data, a.size }),
                                        sid_rid((struct bytes){ b.data, b.size }));
}

const struct row_order users_by_id = { sizeof(struct user), compare_users };
const struct row_order entries_by_name = { sizeof(struct display_entry), compare_entries };
const struct row_order groups_by_id = { sizeof(struct group), compare_groups };
const struct row_order members_by_id = { sizeof(struct member), compare_members };
const struct row_order members_by_sid = { sizeof(struct member), compare_sids };

/* ---- Sets ------------------------------------------------------------------------------------ */

bool account_call_is_late(const void *context)
{
    const struct account_call *call = context;

    return remote_is_late(&call->remote);
}

static bool is_set(const struct row_order *order, const struct info_rows *rows)
{
    size_t i = 1;

    while (i < rows->count && order->compare(row_at(rows, order->row_size, i - 1),
                                             row_at(rows, order->row_size, i), NULL) < 0)
    {
        i++;
    }
    return i >= rows->count;
}

uint32_t rows_make_set(struct account_call *call, const struct row_order *order,
                       struct info_rows *rows)
{
    const struct sorting sorting = {
        .size = order->row_size,
        .compare = order->compare,
        .is_late = account_call_is_late,
        .context = call,
    };
    size_t kept = 0;
    uint32_t status = ERROR_SUCCESS;

    if (is_set(order, rows))
    {
        return ERROR_SUCCESS;
    }
    status = sort(rows->rows, rows->count, &sorting);
    if (status)
    {
        return status;
    }
    for (size_t i = 0; i < rows->count; i++)
    {
        const void *row = row_at(rows, order->row_size, i);

        if (kept && !order->compare(row_at(rows, order->row_size, kept - 1), row, call))
        {
            continue;
        }
        memmove(row_at(rows, order->row_size, kept++), row, order->row_size);
    }
    rows->count = kept;
    return ERROR_SUCCESS;
}

uint32_t rows_part_of_set(struct account_call *call, const struct row_order *order,
                          const struct info_rows *set, const struct info_rows *other, bool in_other,
                          struct info_rows *part)
{
    const size_t size = order->row_size;
    size_t at = 0;

    *part = (struct info_rows){ arena_array(&call->arena, set->count, size), 0 };
    if (!part->rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < set->count; i++)
    {
        const void *row = row_at(set, size, i);
        bool is_there = false;

        while (at < other->count && order->compare(row_at(other, size, at), row, call) < 0)
        {
            at++;
        }
        is_there = at < other->count && !order->compare(row_at(other, size, at), row, call);
        if (is_there == in_other)
        {
            memcpy(row_at(part, size, part->count++), row, size);
        }
    }
    return ERROR_SUCCESS;
}
