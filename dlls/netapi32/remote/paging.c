/*
 * Lists page by page: windows of rows that are all there.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/paging.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
#include "base/status.h"
#include "platform/platform.h"
#include "remote/positions.h"

/* ---- Order ----------------------------------------------------------------------------------- */

static struct utf16_slice text_at(const void *row, size_t offset)
{
    struct utf16_slice text;

    memcpy(&text, (const uint8_t *)row + offset, sizeof(text));
    return text;
}

static uint32_t number_at(const void *row, size_t offset)
{
    uint32_t number = 0;

    memcpy(&number, (const uint8_t *)row + offset, sizeof(number));
    return number;
}

static int compare_by_key(const struct paging_key *key, const void *left, const void *right)
{
    const uint32_t a = key->kind == PAGING_KEY_TEXT ? 0 : number_at(left, key->offset);
    const uint32_t b = key->kind == PAGING_KEY_TEXT ? 0 : number_at(right, key->offset);

    switch (key->kind)
    {
    case PAGING_KEY_TEXT:
        return utf16_compare(text_at(left, key->offset), text_at(right, key->offset));
    case PAGING_KEY_NUMBER: return (a > b) - (a < b);
    case PAGING_KEY_NUMBER_DOWN: return (a < b) - (a > b);
    }
    return 0;
}

static int compare_rows(const struct paging_order *order, size_t keys, const void *left,
                        const void *right)
{
    int result = 0;

    for (size_t i = 0; i < keys && !result; i++)
    {
        result = compare_by_key(&order->keys[i], left, right);
    }
    return result;
}

struct row_sorting
{
    const struct paging_order *order;
    const struct remote *remote;
};

static int compare_all_keys(const void *left, const void *right, const void *context)
{
    const struct row_sorting *sorting = context;

    return compare_rows(sorting->order, sorting->order->count, left, right);
}

static bool is_late(const void *context)
{
    const struct row_sorting *sorting = context;

    return remote_is_late(sorting->remote);
}

uint32_t paging_sort(const struct paging_order *order, const struct info_rows *rows,
                     const struct remote *remote)
{
    const struct row_sorting context = { order, remote };
    const struct sorting sorting = {
        .size = order->family->row_size,
        .compare = compare_all_keys,
        .is_late = is_late,
        .context = &context,
    };

    return sort(rows->rows, rows->count, &sorting);
}

/* ---- The identity of a row ------------------------------------------------------------------- */

static uint32_t write_identity(const struct paging_order *order, const void *row,
                               struct writer *identity)
{
    for (size_t i = 0; i < order->identity_count; i++)
    {
        const struct paging_key *key = &order->keys[i];

        if (key->kind == PAGING_KEY_TEXT)
        {
            const struct utf16_slice text = text_at(row, key->offset);

            writer_u32(identity, (uint32_t)text.length);
            writer_bytes(identity, text.units, text.length * sizeof(uint16_t));
        }
        else
        {
            writer_u32(identity, number_at(row, key->offset));
        }
    }
    return identity->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

/* A row that has the identity and nothing else. */
static void read_identity(const struct paging_order *order, struct bytes identity, uint8_t *row)
{
    struct reader reader = reader_over(identity.data, identity.size);

    for (size_t i = 0; i < order->identity_count; i++)
    {
        const struct paging_key *key = &order->keys[i];
        const uint32_t number = reader_u32(&reader);

        if (key->kind == PAGING_KEY_TEXT)
        {
            const struct utf16_slice text = { reader_bytes(&reader, number * sizeof(uint16_t)),
                                              number };

            memcpy(row + key->offset, &text, sizeof(text));
        }
        else
        {
            memcpy(row + key->offset, &number, sizeof(number));
        }
    }
}

/* ---- Positions ------------------------------------------------------------------------------- */

/* A number for a list: FNV-1a. */
static void mix(uint64_t *number, const void *data, size_t size)
{
    const uint8_t *bytes = data;

    for (size_t i = 0; i < size; i++)
    {
        *number = (*number ^ bytes[i]) * 1099511628211u;
    }
}

static void mix_text(uint64_t *number, struct utf16_slice text)
{
    mix(number, &text.length, sizeof(text.length));
    for (size_t i = 0; i < text.length; i++)
    {
        const uint16_t unit = platform_upcase(utf16_unit(text, i));

        mix(number, &unit, sizeof(unit));
    }
}

static uint64_t number_of(const struct paging_list *list)
{
    uint64_t number = 14695981039346656037u;

    mix(&number, &list->source, sizeof(list->source));
    mix_text(&number, list->server);
    mix_text(&number, list->filters[0]);
    mix_text(&number, list->filters[1]);
    return number;
}

/* The first row whose identity is not before (`behind`: is behind) that of `row`. */
static size_t find_bound(const struct paging_order *order, const struct info_rows *rows,
                         const void *row, bool behind)
{
    size_t low = 0;
    size_t high = rows->count;

    while (low < high)
    {
        const size_t middle = low + (high - low) / 2;
        const int result =
            compare_rows(order, order->identity_count, info_row(order->family, rows, middle), row);

        if (result < 0 || (behind && !result))
        {
            low = middle + 1;
        }
        else
        {
            high = middle;
        }
    }
    return low;
}

/* How many of the rows that are equal to the last one the program has seen. Some may have gone; those
 * are taken for ones that it has seen. */
static size_t seen_of(const struct position *position, size_t equals)
{
    const size_t gone = equals < position->equals ? position->equals - equals : 0;
    const size_t given = position->given > gone ? position->given - gone : 0;

    return given < equals ? given : equals;
}

static size_t start_in_order(const struct paging_order *order, const struct info_rows *rows,
                             const struct position *position, const void *row)
{
    const size_t first = find_bound(order, rows, row, false);

    return first + seen_of(position, find_bound(order, rows, row, true) - first);
}

static bool is_equal(const struct paging_order *order, const struct info_rows *rows, size_t index,
                     const void *row)
{
    return !compare_rows(order, order->identity_count, info_row(order->family, rows, index), row);
}

/* How many rows before `end` are equal to `row`. */
static size_t count_equals(const struct paging_order *order, const struct info_rows *rows,
                           size_t end, const void *row)
{
    size_t count = 0;

    for (size_t i = 0; i < end; i++)
    {
        count += is_equal(order, rows, i, row);
    }
    return count;
}

/* Where the last row is found no more, its index has to do. */
static size_t start_without_order(const struct paging_order *order, const struct info_rows *rows,
                                  const struct position *position, const void *row)
{
    size_t seen = seen_of(position, count_equals(order, rows, rows->count, row));

    for (size_t i = 0; i < rows->count && seen; i++)
    {
        seen -= is_equal(order, rows, i, row);
        if (!seen)
        {
            return i + 1;
        }
    }
    return position->index;
}

static uint32_t find_start(uint64_t list, const struct paging_order *order,
                           const struct remote_page *page, uint32_t handle, size_t *start)
{
    struct position position;
    uint8_t *row = NULL;

    *start = 0;
    if (!handle)
    {
        return ERROR_SUCCESS;
    }
    if (!position_recall(list, handle, &position))
    {
        *start = position.index;
        return ERROR_SUCCESS;
    }
    row = calloc(1, order->family->row_size);
    if (row)
    {
        read_identity(order, position.identity, row);
        *start = (page->is_sorted ? start_in_order : start_without_order)(order, &page->rows,
                                                                          &position, row);
    }
    free((void *)(uintptr_t)position.identity.data);
    free(row);
    return row ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

/* The place behind row `next` - 1, which is `last`. In order, equal rows stand together. */
static struct position position_behind(const struct paging_order *order,
                                       const struct remote_page *page, const void *last,
                                       size_t next)
{
    const struct info_rows *rows = &page->rows;
    struct position position = { .index = (uint32_t)next };

    if (page->is_sorted)
    {
        const size_t first = find_bound(order, rows, last, false);

        position.given = (uint32_t)(next - first);
        position.equals = (uint32_t)(find_bound(order, rows, last, true) - first);
    }
    else
    {
        position.given = (uint32_t)count_equals(order, rows, next, last);
        position.equals = (uint32_t)count_equals(order, rows, rows->count, last);
    }
    return position;
}

/* The handle for what is behind row `next` - 1. */
static uint32_t handle_for(uint64_t list, const struct paging_order *order,
                           const struct remote_page *page, size_t next)
{
    const void *last = info_row(order->family, &page->rows, next - 1);
    struct position position = position_behind(order, page, last, next);
    struct writer identity = { 0 };
    uint32_t handle = (uint32_t)next;

    position.list = list;
    if (!write_identity(order, last, &identity))
    {
        position.identity = (struct bytes){ identity.data, identity.size };
        handle = position_remember(&position);
    }
    writer_free(&identity);
    return handle;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

struct info_list remote_page_list(const struct info_family *family, const struct remote_page *page)
{
    return (struct info_list){ .family = family, .rows = page->rows, .encoded = page->encoded };
}

uint32_t remote_page_to_array(const struct info_family *family, struct remote_page *page)
{
    struct info_list list = remote_page_list(family, page);
    const uint32_t status = info_list_to_array(&list, page->arena);

    if (status)
    {
        page->release(page);
        return status;
    }
    page->rows = list.rows;
    page->encoded = list.encoded;
    return ERROR_SUCCESS;
}

/* ---- Answers --------------------------------------------------------------------------------- */

static uint32_t answer_with_page(const struct info_family *family, const struct info_level *level,
                                 const struct remote_page *page, struct info_answer *answer)
{
    const struct info_list list = remote_page_list(family, page);
    const bool is_less_than_all = page->more && page->total_entries > info_list_count(&list);
    struct info_buffer packed;
    uint32_t status = info_list_pack(&list, level, &packed);

    if (status)
    {
        return status;
    }
    *answer = (struct info_answer){
        .buffer = packed.buffer,
        .entries = packed.entries,
        .total_entries = is_less_than_all ? page->total_entries : packed.entries,
        .resume_handle = page->more ? page->resume_handle : 0,
    };
    return page->more ? ERROR_MORE_DATA : ERROR_SUCCESS;
}

uint32_t paging_answer(const struct paging_list *list, const struct paging_order *order,
                       const struct info_level *level, const struct remote_page *page,
                       const struct paging_request *request, struct info_answer *answer)
{
    const struct info_list rows = remote_page_list(order->family, page);
    const uint64_t number = number_of(list);
    size_t start = 0;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (page->is_windowed)
    {
        return answer_with_page(order->family, level, page, answer);
    }
    status = find_start(number, order, page, request->resume_handle, &start);
    if (status)
    {
        return status;
    }
    status = info_list_answer_from(&rows, level, start, request->preferred_length, answer);
    if (status == ERROR_MORE_DATA)
    {
        answer->resume_handle = handle_for(number, order, page, start + answer->entries);
    }
    return status;
}
