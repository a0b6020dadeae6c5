/*
 * The information levels of the API as data: which fields a structure has, where, and of which
 * kind. Every output format works from these tables, so a new family of records is a new table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LEVELS_H
#define NETADMIN_LEVELS_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* What a field holds, and how tables show it. CSV and JSON have numbers as they are. */
enum field_kind
{
    FIELD_STRING,
    FIELD_NUMBER,
    FIELD_SECONDS,
    FIELD_YES_NO, /* whether a number has one of the bits of `mask` */
};

struct field
{
    const WCHAR *name;    /* as Windows calls it */
    const WCHAR *heading; /* of the table's column */
    enum field_kind kind;
    size_t offset;
    DWORD mask;
};

struct level
{
    DWORD number;
    size_t size; /* of the structure */
    const struct field *fields;
    size_t field_count;
};

struct record_family
{
    const WCHAR *singular; /* what a record is, for the count */
    const WCHAR *plural;
    const struct level *levels;
    size_t level_count;
};

/* For tables of fields and of levels; what else a field of this kind has follows its kind. */
#define FIELD(structure, member, heading_, ...)                                                    \
    {                                                                                              \
        .name = L"" #member, .heading = heading_, .offset = offsetof(structure, member),           \
        .kind = __VA_ARGS__                                                                        \
    }
#define LEVEL(number, structure, fields)                                                           \
    {                                                                                              \
        number, sizeof(structure), fields, ARRAYSIZE(fields)                                       \
    }

/* NULL if the family has no such level. */
const struct level *level_find(const struct record_family *family, DWORD number);

/* The value of a field of a record; a string is never NULL. */
const WCHAR *field_string(const struct field *field, const void *record);
DWORD field_number(const struct field *field, const void *record);

#endif
