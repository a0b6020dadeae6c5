/*
 * The rows of a listing in the order in which people look for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/sorting.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "listing/names.h"
#include "listing/order.h"
#include "listing/values.h"

struct sorting sorting_make(const WCHAR *word)
{
    const bool is_descending = word && word[0] == '-' && word[1];

    return (struct sorting){ .column = word ? word + is_descending : NULL,
                             .is_descending = is_descending };
}

static bool is_server(const WCHAR *column)
{
    return !names_compare(column, LISTING_SERVER_HEADING);
}

static bool is_column(const struct field *field, const WCHAR *column)
{
    return (field->heading && !names_compare(field->heading, column)) ||
           !names_compare(field->name, column);
}

static const struct field *field_find(const struct level *level, const WCHAR *column)
{
    for (size_t i = 0; column && i < level->field_count; i++)
    {
        if (is_column(&level->fields[i], column))
        {
            return &level->fields[i];
        }
    }
    return NULL;
}

bool sorting_is_known(const struct sorting *sorting, const struct level *level, bool of_many)
{
    return !sorting->column || (of_many && is_server(sorting->column)) ||
           field_find(level, sorting->column);
}

static size_t heading_count(const struct level *level)
{
    size_t count = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        count += level->fields[i].heading != NULL;
    }
    return count;
}

void sorting_append_columns(const struct level *level, bool of_many, struct text *text)
{
    const size_t count = heading_count(level) + of_many;
    size_t index = 0;

    if (of_many)
    {
        text_append(text, LISTING_SERVER_HEADING);
        index++;
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            text_append(text, index ? (index + 1 == count ? L" or " : L", ") : L"");
            text_append(text, level->fields[i].heading);
            index++;
        }
    }
    text_append_unit(text, 0);
}

/* ---- The order ------------------------------------------------------------------------------- */

/* What the rows are compared by: of the listing's level. */
struct order
{
    const struct listing *listing;
    const struct field *column; /* NULL: none, or the server */
    bool by_server;
    bool is_descending;
    const struct field *keys[KEY_COUNT_MAX];
};

/* What was not told comes last. */
static int rows_compare_by(const struct listing *listing, const struct field *field, size_t a,
                           size_t b)
{
    const struct field *left = listing_field_told(listing, a, field);
    const struct field *right = listing_field_told(listing, b, field);

    if (!left || !right)
    {
        return !left - !right;
    }
    return value_order(left, listing_record(listing, a), right, listing_record(listing, b));
}

static int rows_compare_by_rest(const struct listing *listing, size_t a, size_t b)
{
    const struct level *level = listing->level;
    int result = 0;

    for (size_t i = 0; i < level->field_count && !result; i++)
    {
        if (!value_is_clock(&level->fields[i]))
        {
            result = rows_compare_by(listing, &level->fields[i], a, b);
        }
    }
    return result;
}

static int rows_compare_by_keys(const struct order *order, size_t a, size_t b)
{
    int result = 0;

    for (size_t i = 0; i < KEY_COUNT_MAX && order->keys[i] && !result; i++)
    {
        result = rows_compare_by(order->listing, order->keys[i], a, b);
    }
    return result;
}

static int rows_compare(const void *context, size_t a, size_t b)
{
    const struct order *order = context;
    const struct listing *listing = order->listing;
    int result = 0;

    if (order->by_server)
    {
        result = names_compare(listing->rows[a].server, listing->rows[b].server);
    }
    else if (order->column)
    {
        result = rows_compare_by(listing, order->column, a, b);
    }
    if (result)
    {
        return order->is_descending ? -result : result;
    }
    if (listing->rows[a].place != listing->rows[b].place)
    {
        return listing->rows[a].place < listing->rows[b].place ? -1 : 1;
    }
    result = rows_compare_by_keys(order, a, b);
    return result ? result : rows_compare_by_rest(listing, a, b);
}

void listing_sort(struct listing *listing, const struct sorting *sorting)
{
    struct order order = {
        .listing = listing,
        .column = field_find(listing->level, sorting->column),
        .is_descending = sorting->is_descending,
    };
    struct listing_row *rows = memory_resize(NULL, listing->count + 1, sizeof(*rows));
    size_t key_count = 0;
    size_t *indices;

    order.by_server =
        listing->of_many && !order.column && sorting->column && is_server(sorting->column);
    for (size_t i = 0; i < KEY_COUNT_MAX; i++)
    {
        const struct field *key = field_find(listing->level, listing->family->keys[i]);

        if (key)
        {
            order.keys[key_count++] = key;
        }
    }
    if (!sorting->column && !key_count)
    {
        free(rows);
        return;
    }
    indices = indices_sort(listing->count, rows_compare, &order);
    for (size_t i = 0; i < listing->count; i++)
    {
        rows[i] = listing->rows[indices[i]];
    }
    free(indices);
    free(listing->rows);
    listing->rows = rows;
    listing->capacity = listing->count + 1;
}
