/*
 * Rows of a page in the order of one of its columns.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/row_order.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"

struct row_order
{
    const struct rows *rows;
    size_t column;
    bool is_reversed;
};

static int compare_column(const struct rows *rows, size_t column, const struct row *a,
                          const struct row *b)
{
    const struct row_cell *left = &a->cells[column];
    const struct row_cell *right = &b->cells[column];
    int order;

    if (rows->columns[column].right)
    {
        return (left->number > right->number) - (left->number < right->number);
    }
    order = _wcsicmp(left->text, right->text);
    return order ? order : wcscmp(left->text, right->text);
}

static int compare(const struct row_order *by, const struct row *a, const struct row *b)
{
    int order = compare_column(by->rows, by->column, a, b);

    if (order)
    {
        return by->is_reversed ? -order : order;
    }
    for (size_t i = 0; i < by->rows->column_count && !order; i++)
    {
        order = compare_column(by->rows, i, a, b);
    }
    return order ? order : (a->serial > b->serial) - (a->serial < b->serial);
}

/* Merges from[start, middle) and from[middle, end). */
static void merge(const struct row_order *by, const struct row **from, size_t start, size_t middle,
                  size_t end, const struct row **to)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle && (right == end || compare(by, from[left], from[right]) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By merging, as in listing/order.c. */
void rows_sort(const struct row **order, size_t count, const struct rows *rows, size_t column,
               bool is_reversed)
{
    const struct row_order by = { rows, column, is_reversed };
    const struct row **spare = memory_resize(NULL, count + 1, sizeof(*spare));

    for (size_t width = 1; width < count; width *= 2)
    {
        for (size_t start = 0; start < count; start += 2 * width)
        {
            const size_t middle = count - start > width ? start + width : count;
            const size_t end = count - start > 2 * width ? start + 2 * width : count;

            merge(&by, order, start, middle, end, spare);
        }
        memcpy(order, spare, count * sizeof(*order));
    }
    free(spare);
}
