/*
 * Lists of rows, from wherever they are into blocks of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/list.h"

#include <string.h>

#include "base/status.h"
#include "levels/pack_rows.h"
#include "platform/platform.h"

struct info_rows info_list_rows(const struct info_list *list, size_t index, size_t count)
{
    struct info_encoded *encoded = list->encoded;
    const size_t at_once = count < INFO_ROWS_AT_ONCE ? count : INFO_ROWS_AT_ONCE;
    struct info_rows rows = { NULL, at_once };

    if (!encoded)
    {
        rows.rows = info_row(list->family, &list->rows, index);
        return rows;
    }
    if (encoded->chosen)
    {
        rows.count = 1;
        index = encoded->chosen[index];
    }
    encoded->read(encoded, index, rows.count);
    rows.rows = encoded->rows;
    for (size_t i = 0; encoded->normalise && i < rows.count; i++)
    {
        encoded->normalise(info_row(list->family, &rows, i));
    }
    return rows;
}

const void *info_list_row(const struct info_list *list, size_t index)
{
    return info_list_rows(list, index, 1).rows;
}

/* Keeps the rows of an array that belong to the list. */
static void filter_array(struct info_list *list, bool (*keep)(void *context, const void *row),
                         void *context)
{
    const size_t row_size = list->family->row_size;
    size_t kept = 0;

    for (size_t i = 0; i < list->rows.count; i++)
    {
        if (keep(context, info_row(list->family, &list->rows, i)))
        {
            memmove(info_row(list->family, &list->rows, kept++),
                    info_row(list->family, &list->rows, i), row_size);
        }
    }
    list->rows.count = kept;
}

uint32_t info_list_filter(struct info_list *list, bool (*keep)(void *context, const void *row),
                          void *context, struct arena *arena)
{
    struct info_encoded *encoded = list->encoded;
    uint32_t *chosen = NULL;
    size_t kept = 0;

    if (!encoded)
    {
        filter_array(list, keep, context);
        return ERROR_SUCCESS;
    }
    chosen = arena_array(arena, encoded->count, sizeof(*chosen));
    if (!chosen)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < encoded->count; i++)
    {
        if (keep(context, info_list_row(list, i)))
        {
            chosen[kept++] = (uint32_t)(encoded->chosen ? encoded->chosen[i] : i);
        }
    }
    encoded->chosen = chosen;
    encoded->count = kept;
    return ERROR_SUCCESS;
}

uint32_t info_list_to_array(struct info_list *list, struct arena *arena)
{
    const size_t count = info_list_count(list);
    uint8_t *rows = NULL;

    if (!list->encoded)
    {
        return ERROR_SUCCESS;
    }
    rows = arena_array(arena, count, list->family->row_size);
    if (!rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < count; i++)
    {
        memcpy(rows + i * list->family->row_size, info_list_row(list, i), list->family->row_size);
    }
    list->rows = (struct info_rows){ rows, count };
    list->encoded = NULL;
    return ERROR_SUCCESS;
}

/* Some rows of a list. */
struct part
{
    const struct info_list *list;
    size_t start;
    size_t count;
};

static const void *row_of(const struct part *part, size_t index)
{
    return info_list_row(part->list, part->start + index);
}

static size_t part_size(const struct part *part, const struct info_level *level)
{
    size_t size = 0;

    for (size_t i = 0; i < part->count; i++)
    {
        size += info_packed_size(level, row_of(part, i));
    }
    return size;
}

/* Cuts a part to the rows that fit in `preferred_length` bytes. */
static void cut_to_length(struct part *part, const struct info_level *level,
                          uint32_t preferred_length)
{
    size_t left = preferred_length;

    for (size_t i = 0; preferred_length != PREFERRED_LENGTH_UNLIMITED && i < part->count; i++)
    {
        const size_t size = info_packed_size(level, row_of(part, i));

        if (size > left)
        {
            part->count = i;
            return;
        }
        left -= size;
    }
}

/* Fills a block. False when there is no room. */
static bool fill(const struct part *part, const struct info_level *level, uint8_t *block,
                 size_t size)
{
    struct info_room room = { block + part->count * level->api_size, block + size };
    uint8_t *structures = block;
    struct info_plan plan;
    struct info_rows rows;
    bool fits = true;

    info_plan_make(part->list->family, level, &plan);
    for (size_t done = 0; done < part->count && fits; done += rows.count)
    {
        rows = info_list_rows(part->list, part->start + done, part->count - done);
        fits = info_pack_rows(&plan, &rows, structures, &room);
        structures += rows.count * level->api_size;
    }
    if (fits)
    {
        info_room_close(&room);
    }
    return fits;
}

/* Packs into a block of `size` bytes; where that is not enough, there is no block. */
static uint32_t pack_into(const struct part *part, const struct info_level *level, size_t size,
                          struct info_buffer *buffer)
{
    uint8_t *block = platform_api_allocate(size);

    if (!block)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (fill(part, level, block, size))
    {
        *buffer = (struct info_buffer){ block, (uint32_t)part->count };
    }
    else
    {
        platform_api_free(block);
    }
    return ERROR_SUCCESS;
}

/* What a part takes at most, as far as is known without a look at its rows; 0: it is not. */
static size_t known_size(const struct part *part, const struct info_level *level)
{
    const struct info_encoded *encoded = part->list->encoded;

    return encoded && encoded->level == level && !encoded->chosen && part->count == encoded->count
               ? part->count * level->api_size + encoded->size_behind
               : 0;
}

static uint32_t pack_part(const struct part *part, const struct info_level *level,
                          struct info_buffer *buffer)
{
    const size_t known = known_size(part, level);
    uint32_t status = ERROR_SUCCESS;

    *buffer = (struct info_buffer){ 0 };
    if (part->count && known)
    {
        status = pack_into(part, level, known, buffer);
    }
    if (part->count && !buffer->buffer && !status)
    {
        status = pack_into(part, level, part_size(part, level), buffer);
    }
    return status;
}

size_t info_count_fitting(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, uint32_t preferred_length)
{
    const struct info_list list = { .family = family, .rows = *rows };
    struct part part = { &list, 0, rows->count };

    cut_to_length(&part, level, preferred_length);
    return part.count;
}

uint32_t info_list_pack(const struct info_list *list, const struct info_level *level,
                        struct info_buffer *buffer)
{
    return pack_part(&(struct part){ list, 0, info_list_count(list) }, level, buffer);
}

uint32_t info_pack(const struct info_family *family, const struct info_level *level,
                   const struct info_rows *rows, struct info_buffer *buffer)
{
    const struct info_list list = { .family = family, .rows = *rows };

    return info_list_pack(&list, level, buffer);
}

uint32_t info_list_answer_from(const struct info_list *list, const struct info_level *level,
                               size_t start, uint32_t preferred_length, struct info_answer *answer)
{
    const size_t count = info_list_count(list);
    const size_t left = start < count ? count - start : 0;
    struct part part = { list, start, left };
    struct info_buffer packed;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    cut_to_length(&part, level, preferred_length);
    if (!part.count && left)
    {
        return NERR_BufTooSmall;
    }
    status = pack_part(&part, level, &packed);
    if (status)
    {
        return status;
    }
    answer->buffer = packed.buffer;
    answer->entries = packed.entries;
    answer->total_entries = (uint32_t)left;
    if (part.count < left)
    {
        answer->resume_handle = (uint32_t)(start + part.count);
        return ERROR_MORE_DATA;
    }
    return ERROR_SUCCESS;
}

uint32_t info_answer_from(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, size_t start, uint32_t preferred_length,
                          struct info_answer *answer)
{
    const struct info_list list = { .family = family, .rows = *rows };

    return info_list_answer_from(&list, level, start, preferred_length, answer);
}
