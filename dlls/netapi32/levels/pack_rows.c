/*
 * Rows packed into structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Long lists are what takes time here: what a level's table says is put together once for a list, so
 * that numbers which follow each other are copied at once, and names without a call for each.
 */
#include "levels/pack_rows.h"

#include <string.h>

static struct utf16_slice string_of(const struct info_field *field, const void *row)
{
    struct utf16_slice text;

    memcpy(&text, (const uint8_t *)row + field->row_offset, sizeof(text));
    return text;
}

static struct info_bytes bytes_of(const struct info_field *field, const void *row)
{
    struct info_bytes bytes;

    memcpy(&bytes, (const uint8_t *)row + field->row_offset, sizeof(bytes));
    return bytes;
}

static struct info_rows rows_of(const struct info_field *field, const void *row)
{
    struct info_rows rows;

    memcpy(&rows, (const uint8_t *)row + field->row_offset, sizeof(rows));
    return rows;
}

static uintptr_t word_of(const struct info_field *field, const void *row)
{
    uint32_t number = 0;

    memcpy(&number, (const uint8_t *)row + field->row_offset, sizeof(number));
    return number;
}

/* ---- Sizes ----------------------------------------------------------------------------------- */

/* Bytes may be a structure of 32-bit numbers, as a SID is. */
#define BYTES_ALIGNMENT sizeof(uint32_t)

/* Structures hold pointers at most: a level with a number of 64 bits has none within a row. */
#define ROWS_ALIGNMENT sizeof(void *)

static size_t packed_rows_size(const struct info_nested *nested, const struct info_rows *rows)
{
    size_t size = ROWS_ALIGNMENT - 1;

    for (size_t i = 0; i < rows->count; i++)
    {
        size += info_packed_size(nested->level, info_row(nested->family, rows, i));
    }
    return rows->count ? size : 0;
}

size_t info_bytes_size(size_t size)
{
    return size + 2 * (BYTES_ALIGNMENT - 1);
}

/* What a field takes behind the structures, at most. */
static size_t packed_field_size(const struct info_field *field, const void *row)
{
    struct info_rows rows;

    switch (field->kind)
    {
    case INFO_STRING: return info_text_size(string_of(field, row).length);
    case INFO_BYTES: return info_bytes_size(bytes_of(field, row).size);
    case INFO_ROWS: rows = rows_of(field, row); return packed_rows_size(field->nested, &rows);
    case INFO_U32:
    case INFO_U8:
    case INFO_U16:
    case INFO_U64:
    case INFO_WORD:
    case INFO_SECRET:
    case INFO_BLOCK:
    case INFO_GUID: break;
    }
    return 0;
}

/* What a row takes in the API buffer: its structure, and its strings with their terminators. */
size_t info_packed_size(const struct info_level *level, const void *row)
{
    size_t size = level->api_size;

    for (size_t i = 0; i < level->field_count; i++)
    {
        size += packed_field_size(&level->fields[i], row);
    }
    return size;
}

/* ---- What structures point to ---------------------------------------------------------------- */

static size_t left_in(const struct info_room *room)
{
    return (size_t)(room->limit - room->end);
}

/* What nothing is written to would tell a program what was there before. */
static void fill_up_to(struct info_room *room, uint8_t *place)
{
    memset(room->end, 0, (size_t)(place - room->end));
    room->end = place;
}

void info_room_close(struct info_room *room)
{
    fill_up_to(room, room->limit);
}

/* Copies a block whose size is known when this is compiled: a few moves. */
#define COPY_BLOCK(to, from, offset, size) memcpy((to) + (offset), (from) + (offset), (size))

/* Names are short: two blocks that overlap where the length is no multiple of them, instead of a call
 * of memcpy(). */
static inline void copy_units(void *to, struct utf16_slice text)
{
    const size_t size = text.length * sizeof(uint16_t);
    const uint8_t *from = text.units;
    uint8_t *place = to;

    if (size > 32)
    {
        memcpy(place, from, size);
    }
    else if (size >= 16)
    {
        COPY_BLOCK(place, from, 0, 16);
        COPY_BLOCK(place, from, size - 16, 16);
    }
    else if (size >= 8)
    {
        COPY_BLOCK(place, from, 0, 8);
        COPY_BLOCK(place, from, size - 8, 8);
    }
    else if (size >= 4)
    {
        COPY_BLOCK(place, from, 0, 4);
        COPY_BLOCK(place, from, size - 4, 4);
    }
    else if (size)
    {
        COPY_BLOCK(place, from, 0, 2);
    }
}

/* Copies a string, terminated. NULL when there is no room. */
static uint16_t *put_string(struct info_room *room, struct utf16_slice text)
{
    uint16_t *start = (uint16_t *)(void *)room->end;

    if (info_text_size(text.length) > left_in(room))
    {
        return NULL;
    }
    copy_units(start, text);
    start[text.length] = 0;
    room->end += info_text_size(text.length);
    return start;
}

/* Copies bytes, aligned; strings behind them stay aligned too. NULL for none, or when there is no
 * room. */
static void *put_bytes(struct info_room *room, struct info_bytes bytes)
{
    uint8_t *start = room->end + (0 - (uintptr_t)room->end) % BYTES_ALIGNMENT;

    if (!bytes.data || info_bytes_size(bytes.size) > left_in(room))
    {
        return NULL;
    }
    fill_up_to(room, start);
    memcpy(start, bytes.data, bytes.size);
    room->end += bytes.size;
    fill_up_to(room, room->end + bytes.size % sizeof(uint16_t));
    return start;
}

/* Packs rows, aligned, as all rows are packed: the structures first, what they point to behind them.
 * NULL for none, or when there is no room. */
static void *put_rows(struct info_room *room, const struct info_nested *nested,
                      struct info_rows rows)
{
    uint8_t *start = room->end + (0 - (uintptr_t)room->end) % ROWS_ALIGNMENT;
    struct info_plan plan;

    if (!rows.count || packed_rows_size(nested, &rows) > left_in(room))
    {
        return NULL;
    }
    info_plan_make(nested->family, nested->level, &plan);
    fill_up_to(room, start);
    room->end += rows.count * nested->level->api_size;
    return info_pack_rows(&plan, &rows, start, room) ? start : NULL;
}

/* What a field of the API's structure points to. False when there is no room. */
static bool put_pointed_to(const struct info_field *field, const void *row, uint8_t *place,
                           struct info_room *room)
{
    const struct info_rows rows =
        field->kind == INFO_ROWS ? rows_of(field, row) : (struct info_rows){ NULL, 0 };
    const struct info_bytes bytes =
        field->kind == INFO_BYTES ? bytes_of(field, row) : (struct info_bytes){ NULL, 0 };
    const void *copy =
        field->kind == INFO_ROWS ? put_rows(room, field->nested, rows) : put_bytes(room, bytes);

    memcpy(place, &copy, sizeof(copy));
    return copy || (!rows.count && !bytes.data);
}

/* ---- Structures ------------------------------------------------------------------------------ */

/* Adds a field that is copied as it is: to those before it, where it follows them on both sides. */
static void add_plain(struct info_plan *plan, const struct info_field *field, size_t size)
{
    struct info_run *last = plan->run_count ? &plan->runs[plan->run_count - 1] : NULL;

    if (last && field->row_offset == last->row_offset + last->size &&
        field->api_offset == last->api_offset + last->size)
    {
        last->size += size;
        return;
    }
    plan->runs[plan->run_count++] = (struct info_run){ field->row_offset, field->api_offset, size };
}

void info_plan_make(const struct info_family *family, const struct info_level *level,
                    struct info_plan *plan)
{
    size_t filled = 0;

    plan->row_size = family->row_size;
    plan->api_size = level->api_size;
    plan->run_count = 0;
    plan->pointer_count = 0;
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const size_t size = info_plain_size(field);

        if (size)
        {
            add_plain(plan, field, size);
        }
        else if (field->kind != INFO_SECRET)
        {
            plan->pointers[plan->pointer_count++] = field;
        }
        filled += field->kind == INFO_SECRET ? 0 : size ? size : sizeof(void *);
    }
    plan->has_gaps = filled != level->api_size;
}

/* A field as large as a pointer. False when there is no room for what it points to. */
static inline bool pack_pointer(const struct info_field *field, const uint8_t *row, uint8_t *place,
                                struct info_room *room)
{
    uintptr_t word = 0;

    if (field->kind == INFO_STRING)
    {
        word = (uintptr_t)put_string(room, string_of(field, row));
        memcpy(place, &word, sizeof(word));
        return word != 0;
    }
    if (field->kind == INFO_WORD)
    {
        word = word_of(field, row);
        memcpy(place, &word, sizeof(word));
        return true;
    }
    return put_pointed_to(field, row, place, room);
}

bool info_pack_rows(const struct info_plan *plan, const struct info_rows *rows, uint8_t *structures,
                    struct info_room *room)
{
    const uint8_t *row = rows->rows;
    struct info_room left = *room;
    bool fits = true;

    if (plan->has_gaps)
    {
        memset(structures, 0, rows->count * plan->api_size);
    }
    for (size_t i = 0; i < rows->count && fits; i++)
    {
        for (size_t k = 0; k < plan->run_count; k++)
        {
            const struct info_run *run = &plan->runs[k];

            info_copy_run(structures + run->api_offset, row + run->row_offset, run->size);
        }
        for (size_t k = 0; k < plan->pointer_count && fits; k++)
        {
            const struct info_field *field = plan->pointers[k];

            fits = pack_pointer(field, row, structures + field->api_offset, &left);
        }
        structures += plan->api_size;
        row += plan->row_size;
    }
    *room = left;
    return fits;
}
