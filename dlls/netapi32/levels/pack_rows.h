/*
 * Rows packed into structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_PACK_ROWS_H
#define NETAPI32_LEVELS_PACK_ROWS_H

#include <string.h>

#include "levels/level.h"

/* What a row takes at most: its structure, and what that points to. */
size_t info_packed_size(const struct info_level *level, const void *row);
/* What a text or bytes take behind the structures, at most. */
static inline size_t info_text_size(size_t length)
{
    return (length + 1) * sizeof(uint16_t);
}
size_t info_bytes_size(size_t size);

/* Fields that are copied together. */
struct info_run
{
    size_t row_offset;
    size_t api_offset;
    size_t size;
};

/* Copies fields that follow each other: those of usual sizes without a call of memcpy(). */
static inline void info_copy_run(uint8_t *to, const uint8_t *from, size_t size)
{
    switch (size)
    {
    case 4: memcpy(to, from, 4); break;
    case 8: memcpy(to, from, 8); break;
    case 16: memcpy(to, from, 16); break;
    default: memcpy(to, from, size); break;
    }
}

/* What a level's table says, put together for many rows. */
struct info_plan
{
    size_t row_size;
    size_t api_size;
    bool has_gaps; /* bytes of the structure that no field fills */
    size_t run_count;
    size_t pointer_count; /* and other fields as large as one, that are not copied as they are */
    struct info_run runs[INFO_FIELDS_MAX];
    const struct info_field *pointers[INFO_FIELDS_MAX];
};

void info_plan_make(const struct info_family *family, const struct info_level *level,
                    struct info_plan *plan);

/* Where what structures point to goes. */
struct info_room
{
    uint8_t *end; /* of what is there */
    uint8_t *limit;
};
/* Nothing more goes there: what is left is filled with zeros. */
void info_room_close(struct info_room *room);

/* Packs rows into structures, one behind the other. False when there is no room. */
bool info_pack_rows(const struct info_plan *plan, const struct info_rows *rows, uint8_t *structures,
                    struct info_room *room);

#endif
