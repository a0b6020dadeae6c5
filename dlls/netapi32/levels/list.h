/*
 * Rows of a family, wherever they are: in an array, or still in the message that brought them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A long list need not be an array of rows on its way from a message to the API: a row is read when
 * somebody looks at it, and it is gone when somebody looks at the next. So a list costs what the
 * message and the result take, and little else.
 */
#ifndef NETAPI32_LEVELS_LIST_H
#define NETAPI32_LEVELS_LIST_H

#include "base/arena.h"
#include "levels/level.h"

/* Enough that what is done once for them all costs little, and few enough for the nearest cache. */
#define INFO_ROWS_AT_ONCE 16

/* Rows in a message, which was checked. Who reads them embeds this in a structure of its own. */
struct info_encoded
{
    const struct info_level *level; /* that the message has */
    size_t count;
    const uint32_t *chosen; /* the indices of the rows that count, rising; NULL: all */
    /* What all rows, as they came, take behind the structures of `level`. Texts that end early take
     * less; `normalise` may make more of it. */
    size_t size_behind;
    void *rows; /* INFO_ROWS_AT_ONCE of them: those that were read last */
    /* Reads rows from an index on, which there are, into `rows`: the fields that the level has. Any
     * order will do; one after the other is fastest. */
    void (*read)(struct info_encoded *encoded, size_t index, size_t count);
    /* Gives a row the form that the API promises; or NULL. */
    void (*normalise)(void *row);
};

struct info_list
{
    const struct info_family *family;
    struct info_rows rows;
    struct info_encoded *encoded; /* NULL: the rows are an array */
};

static inline size_t info_list_count(const struct info_list *list)
{
    return list->encoded ? list->encoded->count : list->rows.count;
}
/* The row at an index, which there is; until the next one is asked for. */
const void *info_list_row(const struct info_list *list, size_t index);
/* As many as there are from an index on, at most INFO_ROWS_AT_ONCE; until others are asked for. */
struct info_rows info_list_rows(const struct info_list *list, size_t index, size_t count);

/* Keeps the rows that `keep` lets through, in their order. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t info_list_filter(struct info_list *list, bool (*keep)(void *context, const void *row),
                          void *context, struct arena *arena);
/* Makes an array of rows that are in a message, in the arena. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t info_list_to_array(struct info_list *list, struct arena *arena);

/* As info_pack() and info_answer_from(). */
uint32_t info_list_pack(const struct info_list *list, const struct info_level *level,
                        struct info_buffer *buffer);
uint32_t info_list_answer_from(const struct info_list *list, const struct info_level *level,
                               size_t start, uint32_t preferred_length, struct info_answer *answer);

#endif
