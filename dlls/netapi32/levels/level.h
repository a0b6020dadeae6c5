/*
 * Information levels as data: one table for each family of structures.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A family (sessions, files, shares, ...) has a row type that is the union of what all its levels
 * know. A level names its fields in the order in which the wire and the API have them, and where
 * each stands in the row. The same table decodes replies into rows (rpc/ndr_level.c) and packs rows
 * into the structures that the API returns. A new level is a new table row.
 */
#ifndef NETAPI32_LEVELS_LEVEL_H
#define NETAPI32_LEVELS_LEVEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"

enum info_kind
{
    INFO_U32,    /* uint32_t in the row, DWORD in the API */
    INFO_U8,     /* uint8_t in the row, BYTE in the API */
    INFO_U16,    /* uint16_t in the row, USHORT in the API */
    INFO_U64,    /* uint64_t in the row, ULONGLONG in the API */
    INFO_WORD,   /* uint32_t in the row, DWORD_PTR in the API */
    INFO_STRING, /* struct utf16_slice in the row, LPWSTR in the API */
    /* struct info_bytes in the row, a pointer in the API, NULL for none: a SID, hours, a security
     * descriptor */
    INFO_BYTES,
    INFO_SECRET, /* as INFO_STRING from the caller to the row; NULL from the row to the caller */
    INFO_BLOCK,  /* uint8_t[size] in the row, BYTE[size] within the structure of the API */
    INFO_GUID,   /* uint8_t[INFO_GUID_SIZE] in the row, GUID in the API */
    /* struct info_rows in the row, of another family; in the API a pointer to the structures of one
     * of its levels, NULL for none. Another field is their number. */
    INFO_ROWS,
};

#define INFO_GUID_SIZE 16
/* The most fields that a level has. */
#define INFO_FIELDS_MAX 64

/* Bytes that belong to somebody else. */
struct info_bytes
{
    const void *data; /* NULL when absent */
    size_t size;
};

/* Rows of a family, one behind the other. */
struct info_rows
{
    void *rows;
    size_t count;
};

struct info_nested;

struct info_field
{
    enum info_kind kind;
    const char *name;
    size_t row_offset;
    size_t api_offset;
    /* INFO_BYTES and INFO_ROWS on the wire: the uint32_t in the row that says how many */
    size_t size_offset;
    size_t size;                      /* INFO_BLOCK */
    const struct info_nested *nested; /* INFO_ROWS */
    bool is_optional;                 /* stays empty where a server has no level that tells it */
};

struct info_level
{
    uint32_t level;
    size_t api_size; /* of the API's structure; 0 for a level that only the wire has */
    const struct info_field *fields;
    size_t field_count;
};

struct info_family
{
    size_t row_size;
    const struct info_level *levels;
    size_t level_count;
};

/* What the rows within a row are. A family has no rows of its own kind in it, however deep. */
struct info_nested
{
    const struct info_family *family;
    const struct info_level *level;
};

/* ---- How tables are written ------------------------------------------------------------------ */

#define INFO_COUNT(array) (sizeof(array) / sizeof((array)[0]))
/* The number of fields of a table; one that is too long is not compiled. */
#define INFO_FIELD_COUNT(fields)                                                                   \
    (INFO_COUNT(fields) * sizeof(char[INFO_COUNT(fields) <= INFO_FIELDS_MAX ? 1 : -1]))
/* A field that has the same name in the row and in the API's structure. */
#define INFO_MEMBER(field_kind, row_tag, api_tag, member, ...)                                     \
    {                                                                                              \
        .kind = field_kind, .name = #member, .row_offset = offsetof(struct row_tag, member),       \
        .api_offset = offsetof(struct api_tag, member), __VA_ARGS__                                \
    }
/* A field of a level that only the wire has. */
#define INFO_WIRE_MEMBER(field_kind, row_tag, member, ...)                                         \
    {                                                                                              \
        .kind = field_kind, .name = #member, .row_offset = offsetof(struct row_tag, member),       \
        __VA_ARGS__                                                                                \
    }
/* The level whose fields are the table api_tag_fields. */
#define INFO_LEVEL_OF(number, api_tag)                                                             \
    {                                                                                              \
        .level = (number), .api_size = sizeof(struct api_tag), .fields = api_tag##_fields,         \
        .field_count = INFO_FIELD_COUNT(api_tag##_fields)                                          \
    }
/* The level whose structure is the beginning of api_tag, a structure with pointers, up to `next`:
 * the first `number_of_fields` of api_tag_fields. */
#define INFO_LEVEL_BEFORE(number, api_tag, next, number_of_fields)                                 \
    {                                                                                              \
        .level = (number), .api_size = INFO_SIZE_BEFORE(api_tag, next),                            \
        .fields = api_tag##_fields, .field_count = (number_of_fields)                              \
    }
#define INFO_SIZE_BEFORE(api_tag, next)                                                            \
    ((offsetof(struct api_tag, next) + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *))
/* The level of a single number of the row. */
#define INFO_LEVEL_OF_NUMBER(number, row_tag, member)                                              \
    {                                                                                              \
        .level = (number), .api_size = sizeof(uint32_t),                                           \
        .fields = &(const struct info_field){ .kind = INFO_U32,                                    \
                                              .name = #member,                                     \
                                              .row_offset = offsetof(struct row_tag, member) },    \
        .field_count = 1                                                                           \
    }
/* The level of a single text of the row: INFO_STRING or INFO_SECRET. */
#define INFO_LEVEL_OF_TEXT(number, text_kind, row_tag, member)                                     \
    {                                                                                              \
        .level = (number), .api_size = sizeof(uint16_t *),                                         \
        .fields = &(const struct info_field){ .kind = text_kind,                                   \
                                              .name = #member,                                     \
                                              .row_offset = offsetof(struct row_tag, member) },    \
        .field_count = 1                                                                           \
    }
#define INFO_FAMILY_OF(row, level_table)                                                           \
    {                                                                                              \
        .row_size = sizeof(row), .levels = level_table, .level_count = INFO_COUNT(level_table)     \
    }
/* A family that has the first levels of the table only, as those that can be listed. */
#define INFO_FAMILY_OF_FIRST(number_of_levels, row, level_table)                                   \
    {                                                                                              \
        .row_size = sizeof(row), .levels = level_table, .level_count = (number_of_levels)          \
    }

/* ---- Functions ------------------------------------------------------------------------------- */

/* NULL when the family has no such level. */
const struct info_level *info_find_level(const struct info_family *family, uint32_t level);
/* Whether `level` tells all that `other` has, but for what is optional. */
bool info_level_covers(const struct info_level *level, const struct info_level *other);

/* What a field takes within both the row and the API's structure; 0 where they differ. */
size_t info_plain_size(const struct info_field *field);

/* The preferred length that means: everything. */
#define PREFERRED_LENGTH_UNLIMITED UINT32_MAX

/* An API buffer made of rows. */
struct info_buffer
{
    void *buffer; /* from platform_api_allocate(); NULL when there are no entries */
    uint32_t entries;
};

/* How many rows, from the first on, fit in `preferred_length` bytes: structures and what they point
 * to, rows within them included. */
size_t info_count_fitting(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, uint32_t preferred_length);
/* No more than these of `count` rows can fit, whatever they point to: each takes its structure. */
size_t info_count_at_most(const struct info_level *level, uint32_t preferred_length, size_t count);
/* Packs all rows into one block: the structures first, what they point to behind them. Absent
 * strings become empty ones. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t info_pack(const struct info_family *family, const struct info_level *level,
                   const struct info_rows *rows, struct info_buffer *buffer);

/* What an Enum function is asked, as far as all of them are alike, */
struct info_request
{
    struct utf16_slice server; /* absent: this computer */
    uint32_t level;
    uint32_t preferred_length; /* bytes */
    uint32_t resume_handle;    /* 0, or what the call before gave */
};

/* and what it answers with. */
struct info_answer
{
    void *buffer; /* the structures; owned by the caller (platform_api_free()), or NULL */
    uint32_t entries;
    uint32_t total_entries; /* from the resume position on */
    uint32_t resume_handle; /* 0 when nothing is left */
};

/* Answers with the rows from index `start` on that fit in `preferred_length`. ERROR_SUCCESS;
 * ERROR_MORE_DATA when some are left: the resume handle is the index of the next; or, with an empty
 * answer, NERR_BufTooSmall when not even one fits, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t info_answer_from(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, size_t start, uint32_t preferred_length,
                          struct info_answer *answer);

/* Reads a structure of a caller into a row, whose strings and bytes then belong to the caller. NULL
 * leaves what the row has; bytes are as many as the row has. Rows within a row are not read: no
 * structure that a caller gives has any. */
void info_read(const struct info_level *level, const void *structure, void *row);
/* The row at `index`. */
void *info_row(const struct info_family *family, const struct info_rows *rows, size_t index);

#endif
