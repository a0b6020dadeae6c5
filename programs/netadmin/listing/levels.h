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

/* What a field holds. listing/values.c says for each kind how the formats have it. */
enum field_kind
{
    FIELD_STRING,
    FIELD_CHARACTERS,   /* a string within the structure, terminated */
    FIELD_NUMBER,       /* DWORD, as all numbers below */
    FIELD_SIGNED,       /* LONG */
    FIELD_SHORT,        /* USHORT */
    FIELD_ID,           /* a number that tells records apart */
    FIELD_LIMIT,        /* a number, or MAXDWORD for no limit */
    FIELD_SIGNED_LIMIT, /* a LONG, or -1 for no limit */
    FIELD_SECONDS,
    FIELD_AGE,      /* seconds since the record's thing began: it only grows */
    FIELD_YES_NO,   /* a number: whether it has one of the bits of `mask` */
    FIELD_WORDS,    /* a number that `words` puts into words */
    FIELD_USES,     /* a number, of the one at `other` at most */
    FIELD_VERSION,  /* a number, with the minor version at `other` */
    FIELD_TIME,     /* seconds since 1970; at `other`, the minutes that the place is behind UTC */
    FIELD_COUNT,    /* a number, or MAXDWORD where it is not known */
    FIELD_TIMES,    /* a number of times, or 0 for never */
    FIELD_PERIOD,   /* seconds that somebody chose; `words` has words for some, or is NULL */
    FIELD_MOMENT,   /* seconds since 1970 in UTC; 0 or MAXDWORD: never */
    FIELD_WEEK,     /* a pointer to as many bits as the number at `other` says; NULL: all are set */
    FIELD_SID,      /* a pointer to a SID */
    FIELD_BYTES,    /* a pointer to as many bytes as the number at `other` says */
    FIELD_GUID,     /* a GUID within the structure */
    FIELD_SECURITY, /* a pointer to a security descriptor */
    FIELD_RECORDS,  /* a pointer to as many structures of `element` as the number at `other` says */
};

/* The word for a number of which the bits of the mask have this value. */
struct word
{
    DWORD mask;
    DWORD value;
    const WCHAR *word; /* empty: goes without saying; NULL ends the list */
};

struct level;

struct field
{
    const WCHAR *name;    /* as Windows calls it */
    const WCHAR *heading; /* of the table's column; NULL: tables do not have it */
    enum field_kind kind;
    size_t offset;
    size_t other; /* the offset of the field that belongs to it */
    DWORD mask;
    const struct word *words;
    const struct level *element;
};

struct level
{
    DWORD number;
    size_t size; /* of the structure */
    const struct field *fields;
    size_t field_count;
};

/* The number of a level that the API does not have: what several of its calls tell of one thing. It is
 * not asked for by number. */
#define LEVEL_COMPOSED MAXDWORD

/* By how many fields people find records of a family: by their headings. */
#define KEY_COUNT_MAX 3

struct record_family
{
    const WCHAR *singular; /* what a record is, for the count */
    const WCHAR *plural;   /* of a card the same */
    const WCHAR
        *keys[KEY_COUNT_MAX]; /* tables are sorted by these columns, where a level has them */
    const struct level *levels;
    size_t level_count;
    bool is_card;           /* there is one record: tables have a line for each of its fields */
    const WCHAR *shared_id; /* what tables say of an ID that several have; NULL: that cannot be */
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
/* The beginning of a family's initializer. */
#define RECORDS(singular_, plural_, levels_)                                                       \
    .singular = singular_, .plural = plural_, .levels = levels_, .level_count = ARRAYSIZE(levels_)
/* For tables of words. */
#define BITS(bits, word)                                                                           \
    {                                                                                              \
        bits, bits, word                                                                           \
    }

/* NULL if the family has no such level. */
const struct level *level_find(const struct record_family *family, DWORD number);

/* The value of a field of a record; a string is never NULL. */
const WCHAR *field_string(const struct field *field, const void *record);
DWORD field_number(const struct field *field, const void *record);
DWORD field_other_number(const struct field *field, const void *record);

/* What a field points to, or NULL. */
const void *field_pointer(const struct field *field, const void *record);

#endif
