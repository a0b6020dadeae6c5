/*
 * The rows of a page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/rows.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmshare.h>

#include "base/memory.h"
#include "listing/comparison.h"
#include "listing/values.h"

#define MICROSECONDS 1000000

void rows_begin(struct rows *rows, enum page page, size_t server_count, unsigned int memory_seconds)
{
    *rows = (struct rows){
        .page = page,
        .servers = memory_resize(NULL, server_count + 1, sizeof(*rows->servers)),
        .server_count = server_count,
        .memory = (uint64_t)memory_seconds * MICROSECONDS,
        .next_serial = 1,
    };
    rows->column_count = page_columns(page, rows->columns);
    for (size_t i = 0; i < server_count; i++)
    {
        rows->servers[i] = (struct server_rows){ 0 };
    }
}

static void server_rows_free(struct server_rows *server)
{
    for (size_t i = 0; i < server->count; i++)
    {
        free(server->rows[i].memory);
    }
    free(server->rows);
    listing_free(&server->before);
}

void rows_free(struct rows *rows)
{
    for (size_t i = 0; i < rows->server_count; i++)
    {
        server_rows_free(&rows->servers[i]);
    }
    free(rows->servers);
    *rows = (struct rows){ 0 };
}

/* ---- A row of a record ----------------------------------------------------------------------- */

/* Where strings begin in the text that becomes a row's memory. */
struct places
{
    size_t cells[PAGE_COLUMNS_MAX];
    size_t names[NAME_COUNT_MAX];
};

static size_t string_put(struct text *text, const WCHAR *string)
{
    const size_t place = text->length;

    text_append(text, string ? string : L"");
    text_append_unit(text, 0);
    return place;
}

/* What keys need to act on it. */
static void names_put(struct row *row, enum page page, const void *record, struct text *text,
                      struct places *places)
{
    const WCHAR *names[NAME_COUNT_MAX] = { NULL, NULL };

    if (page == PAGE_SESSIONS)
    {
        const SESSION_INFO_1 *session = record;

        names[0] = session->sesi1_cname;
        names[1] = session->sesi1_username;
    }
    else if (page == PAGE_FILES)
    {
        const FILE_INFO_3 *file = record;

        names[0] = file->fi3_pathname;
        names[1] = file->fi3_username;
        row->id = file->fi3_id;
    }
    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        places->names[i] = string_put(text, names[i]);
    }
}

/* What a server did not tell is a dash, and below all numbers. */
static void cell_put(struct row_cell *cell, const struct page_column *column,
                     const struct level *level, const void *record, struct text *text)
{
    const struct field *field = column_field(column, level);

    if (!field)
    {
        text_append(text, L"-");
    }
    else
    {
        value_append_shown(text, field, record);
        cell->number = column->right ? (ULONGLONG)field_number(field, record) + 1 : 0;
    }
    text_append_unit(text, 0);
}

static void row_make(struct row *row, const struct rows *rows, const WCHAR *server,
                     const struct level *level, const void *record)
{
    struct text text = { 0 };
    struct places places;

    *row = (struct row){ .server = server };
    places.cells[COLUMN_SERVER] = string_put(&text, server ? server : L"localhost");
    for (size_t i = COLUMN_SERVER + 1; i < rows->column_count; i++)
    {
        places.cells[i] = text.length;
        cell_put(&row->cells[i], &rows->columns[i], level, record, &text);
    }
    names_put(row, rows->page, record, &text, &places);
    row->memory = text.units;
    for (size_t i = 0; i < rows->column_count; i++)
    {
        row->cells[i].text = row->memory + places.cells[i];
    }
    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        row->names[i] = row->memory + places.names[i];
    }
}

/* ---- What a server told ---------------------------------------------------------------------- */

static bool has_expired(const struct rows *rows, const struct row *row, uint64_t now)
{
    return now - row->since >= rows->memory;
}

/* Rows of the records that there are now, in an array with room for those that have gone. */
static struct row *current_rows(struct rows *rows, const struct server_rows *server,
                                const WCHAR *name, const struct listing *now_told,
                                const struct comparison *comparison, uint64_t now)
{
    struct row *made = memory_resize(NULL, now_told->count + server->count + 1, sizeof(*made));

    for (size_t i = 0; i < now_told->count; i++)
    {
        const size_t partner = comparison->partner[i];

        row_make(&made[i], rows, name, now_told->level, listing_record(now_told, i));
        if (partner != NO_PARTNER)
        {
            made[i].serial = server->rows[partner].serial;
            made[i].since = server->rows[partner].since;
            made[i].mark = server->rows[partner].mark == ROW_CAME ? ROW_CAME : ROW_IS;
        }
        else
        {
            made[i].serial = rows->next_serial++;
            made[i].since = now;
            made[i].mark = server->is_known ? ROW_CAME : ROW_IS;
        }
    }
    return made;
}

/* Moves the rows of what has gone behind the others; returns how many rows there are then. */
static size_t gone_rows(const struct server_rows *server, const struct comparison *comparison,
                        struct row *made, size_t count, uint64_t now)
{
    for (size_t i = 0; i < server->count; i++)
    {
        struct row *row = &server->rows[i];

        if (i < server->before.count && !comparison->gone[i])
        {
            free(row->memory);
            continue;
        }
        if (row->mark != ROW_GONE)
        {
            row->mark = ROW_GONE;
            row->since = now;
        }
        made[count++] = *row;
    }
    return count;
}

static void server_told(struct rows *rows, struct server_rows *server, const WCHAR *name,
                        struct listing *listing, uint64_t now)
{
    struct comparison comparison;
    struct row *made;

    comparison_make(&comparison, &server->before, listing);
    made = current_rows(rows, server, name, listing, &comparison, now);
    server->count = gone_rows(server, &comparison, made, listing->count, now);
    comparison_free(&comparison);
    free(server->rows);
    server->rows = made;
    listing_free(&server->before);
    server->before = *listing;
    server->is_known = true;
    *listing = (struct listing){ .family = listing->family, .level = listing->level };
}

void rows_update(struct rows *rows, size_t server_index, const WCHAR *server,
                 struct answer_part *part, uint64_t now)
{
    struct server_rows *told = &rows->servers[server_index];

    told->error = part->error;
    rows->version++;
    if (!part->error)
    {
        server_told(rows, told, server, &part->listing, now);
        return;
    }
    for (size_t i = 0; i < told->count; i++)
    {
        struct row *row = &told->rows[i];

        row->mark = row->mark == ROW_GONE ? ROW_GONE : ROW_OLD;
    }
}

/* ---- Nodes of a cluster ------------------------------------------------------------------------ */

static void rows_copy(struct row *to, const struct row *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        to[i] = from[i];
    }
}

/* Rows of records stand before those that went, here too. */
static void server_adopt(struct server_rows *server, struct server_rows *other)
{
    const size_t own = server->before.count;
    const size_t others = other->before.count;
    const size_t count = server->count + other->count;
    struct row *all = memory_resize(NULL, count + 1, sizeof(*all));

    rows_copy(all, server->rows, own);
    rows_copy(all + own, other->rows, others);
    rows_copy(all + own + others, server->rows + own, server->count - own);
    rows_copy(all + others + server->count, other->rows + others, other->count - others);
    free(server->rows);
    server->rows = all;
    server->count = count;
    free(other->rows);
    other->rows = NULL;
    other->count = 0;
    listing_adopt(&server->before, &other->before);
}

/* Rows that are found to be another node's as well go without a word. */
static void server_give_up(struct server_rows *server)
{
    for (size_t i = 0; i < server->count; i++)
    {
        free(server->rows[i].memory);
    }
    server->count = 0;
    listing_free(&server->before);
    server->is_known = false;
}

void rows_share(struct rows *rows, size_t server_index, const WCHAR *server,
                const struct clusters *clusters, bool is_new, struct answer_part *part)
{
    struct server_rows *told = &rows->servers[server_index];

    for (size_t i = 0; i < rows->server_count && !part->error; i++)
    {
        struct server_rows *other = &rows->servers[i];

        if (i == server_index || !other->before.count ||
            !clusters_are_one(clusters, server, other->before.rows[0].server))
        {
            continue;
        }
        if (other->error)
        {
            server_adopt(told, other);
            continue;
        }
        clusters_take_off_told(clusters, &other->before, &part->listing);
        if (is_new)
        {
            server_give_up(told);
        }
    }
}

/* ---- Time ------------------------------------------------------------------------------------ */

static bool server_age(const struct rows *rows, struct server_rows *server, uint64_t now)
{
    bool has_changed = false;
    size_t count = 0;

    for (size_t i = 0; i < server->count; i++)
    {
        struct row *row = &server->rows[i];
        const bool expired = has_expired(rows, row, now);

        if (row->mark == ROW_GONE && expired)
        {
            free(row->memory);
            has_changed = true;
            continue;
        }
        if (row->mark == ROW_CAME && expired)
        {
            row->mark = ROW_IS;
            has_changed = true;
        }
        server->rows[count++] = *row;
    }
    server->count = count;
    return has_changed;
}

void rows_age(struct rows *rows, uint64_t now)
{
    for (size_t i = 0; i < rows->server_count; i++)
    {
        rows->version += server_age(rows, &rows->servers[i], now);
    }
}

size_t rows_count(const struct rows *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < rows->server_count; i++)
    {
        count += rows->servers[i].before.count;
    }
    return count;
}

size_t rows_failed(const struct rows *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < rows->server_count; i++)
    {
        count += rows->servers[i].error != ERROR_SUCCESS;
    }
    return count;
}
