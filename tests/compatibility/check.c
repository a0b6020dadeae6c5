/*
 * Whether an answer of the API is whole: its structures and what they point to lie within its buffer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <stdlib.h>

/* Where a structure is being looked at. */
struct cursor
{
    const BYTE *start; /* of the buffer */
    SIZE_T size;
    SIZE_T offset;       /* from there on */
    const char *members; /* that are still to come */
    DWORD last_number;
    const char *bad;
};

static SIZE_T align(SIZE_T offset, SIZE_T alignment)
{
    return (offset + alignment - 1) / alignment * alignment;
}

static SIZE_T member_size(char kind)
{
    switch (kind)
    {
    case 'b': return sizeof(BYTE);
    case 'h': return sizeof(USHORT);
    case 'u': return sizeof(DWORD);
    case 'q': return sizeof(ULONGLONG);
    case 'g': return sizeof(GUID);
    default: return sizeof(void *);
    }
}

static SIZE_T member_alignment(char kind)
{
    return kind == 'g' ? sizeof(DWORD) : member_size(kind);
}

/* The alignment of a structure, whose members end with the text or with a bracket. */
static SIZE_T structure_alignment(const char *members)
{
    SIZE_T most = 1;
    int depth = 0;

    for (; *members && depth >= 0; members++)
    {
        if (depth == 0 && *members > '9' && member_alignment(*members) > most)
        {
            most = member_alignment(*members);
        }
        depth += (*members == '(') - (*members == ')');
        most = *members == '(' && most < sizeof(void *) ? sizeof(void *) : most;
    }
    return most;
}

static void check_string(struct cursor *cursor, const WCHAR *string)
{
    const BYTE *end = cursor->start + cursor->size;

    if (!string)
    {
        cursor->bad = "a string is NULL";
        return;
    }
    for (const WCHAR *at = string;
         (const BYTE *)at >= cursor->start && (const BYTE *)(at + 1) <= end; at++)
    {
        if (!*at)
        {
            return;
        }
    }
    cursor->bad = "a string is not within the buffer";
}

static void check_descriptor(struct cursor *cursor, PSECURITY_DESCRIPTOR descriptor)
{
    const BYTE *at = descriptor;

    if (!at)
    {
        return;
    }
    if (at < cursor->start ||
        at + sizeof(SECURITY_DESCRIPTOR_RELATIVE) > cursor->start + cursor->size)
    {
        cursor->bad = "a security descriptor is not within the buffer";
    }
    else if (!IsValidSecurityDescriptor(descriptor))
    {
        cursor->bad = "a security descriptor is broken";
    }
    else if (at + GetSecurityDescriptorLength(descriptor) > cursor->start + cursor->size)
    {
        cursor->bad = "a security descriptor ends outside the buffer";
    }
}

static void check_structures(struct cursor *cursor, DWORD count);

/* Rows that the pointer leads to. Ends behind the closing bracket. */
static void check_rows(struct cursor *cursor, const BYTE *rows)
{
    struct cursor inner = *cursor;
    int depth = 1;

    if (rows && (rows < cursor->start || rows >= cursor->start + cursor->size))
    {
        cursor->bad = "rows are not within the buffer";
        return;
    }
    if (!rows && cursor->last_number)
    {
        cursor->bad = "rows are NULL";
        return;
    }
    inner.offset = rows ? (SIZE_T)(rows - cursor->start) : 0;
    check_structures(&inner, rows ? cursor->last_number : 0);
    cursor->bad = inner.bad;
    while (depth)
    {
        depth += (*cursor->members == '(') - (*cursor->members == ')');
        cursor->members++;
    }
}

static void check_member(struct cursor *cursor, char kind)
{
    const SIZE_T size = member_size(kind);
    const BYTE *at = cursor->start + align(cursor->offset, member_alignment(kind));
    void *pointer = NULL;

    if (at + size > cursor->start + cursor->size)
    {
        cursor->bad = "a structure is not within the buffer";
        return;
    }
    cursor->offset = (SIZE_T)(at - cursor->start) + size;
    memcpy(kind == 'u' ? (void *)&cursor->last_number : (void *)&pointer, at,
           size <= sizeof(pointer) ? size : 0);
    switch (kind)
    {
    case 's': check_string(cursor, pointer); break;
    case 'S': check_descriptor(cursor, pointer); break;
    case '(': check_rows(cursor, pointer); break;
    case 'n': cursor->bad = pointer ? "a pointer is not NULL" : NULL; break;
    default: break;
    }
}

static void check_structure(struct cursor *cursor)
{
    while (*cursor->members && *cursor->members != ')' && !cursor->bad)
    {
        const char kind = *cursor->members++;
        unsigned long count = 1;

        if (*cursor->members >= '0' && *cursor->members <= '9')
        {
            count = strtoul(cursor->members, (char **)&cursor->members, 10);
        }
        while (count-- && !cursor->bad)
        {
            check_member(cursor, kind);
        }
    }
}

static void check_structures(struct cursor *cursor, DWORD count)
{
    const char *members = cursor->members;
    const SIZE_T alignment = structure_alignment(members);

    while (count-- && !cursor->bad)
    {
        cursor->members = members;
        check_structure(cursor);
        cursor->offset = align(cursor->offset, alignment);
    }
}

const char *probe_check(const struct probe_level *level, const struct probe_answer *answer)
{
    struct cursor cursor = { .start = answer->buffer, .members = level->members };
    DWORD size = 0;

    if (!answer->buffer)
    {
        return answer->entries ? "no buffer" : NULL;
    }
    if (!answer->entries)
    {
        return "a buffer without rows";
    }
    if (NetApiBufferSize(answer->buffer, &size))
    {
        return "a buffer without a size";
    }
    cursor.size = size;
    check_structures(&cursor, 1);
    if (!cursor.bad && cursor.offset != level->size)
    {
        return "the probe's members are not those of the structure";
    }
    cursor.offset = 0;
    cursor.members = level->members;
    if (!cursor.bad)
    {
        check_structures(&cursor, answer->entries);
    }
    return cursor.bad;
}
