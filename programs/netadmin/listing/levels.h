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

/* All but strings are DWORDs; the kinds differ in how the table shows them. */
enum field_kind
{
    FIELD_STRING,
    FIELD_NUMBER,
    FIELD_SECONDS,
    FIELD_SESSION_FLAGS /* SESS_GUEST and others; the table shows whether it is a guest */
};

struct field
{
    const WCHAR *name;    /* as Windows calls it */
    const WCHAR *heading; /* of the table's column */
    enum field_kind kind;
    size_t offset;
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

extern const struct record_family session_family; /* SESSION_INFO_* */

/* NULL if the family has no such level. */
const struct level *level_find(const struct record_family *family, DWORD number);

/* The value of a field of a record; a string is never NULL. */
const WCHAR *field_string(const struct field *field, const void *record);
DWORD field_number(const struct field *field, const void *record);

#endif
