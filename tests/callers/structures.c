/*
 * Structures that functions take, and everything that can be wrong in them
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "structures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "structure_table.h"
#include "texts.h"

#define LARGEST_ALIGNMENT sizeof(void *)
#define WORD_MAX          64 /* of a description */

/* A member of a structure: what its word says, and where it is. */
struct member
{
    char kind[4];
    const char *argument; /* behind the colon, or NULL */
    char text[WORD_MAX];
    size_t offset;
    size_t size;
};

/* ---- Values ---------------------------------------------------------------------------------- */

static const DWORD bad_numbers[] = { 0, 0xffffffff, 0x80000000, 0x7fffffff };

/* S-1-5-21-1-2-3-1000; revision and counts that are none, which must not be believed. */
static const struct
{
    const char *what;
    BYTE bytes[28];
    size_t size;
} sids[STRUCTURE_SIDS] = {
    { "good",
      { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0xe8, 3, 0, 0 },
      28 },
    { "of 255 authorities", { 1, 255, 0, 0, 0, 0, 0, 5 }, 8 },
    { "of revision 0", { 0, 255, 0, 0, 0, 0, 0, 5 }, 8 },
    { "of no authority", { 1, 0, 0, 0, 0, 0, 0, 5 }, 8 },
};

/* Self-relative: nothing but a DACL without entries, and what cannot be one. */
static const struct
{
    const char *what;
    BYTE bytes[28];
    size_t size;
} descriptors[STRUCTURE_DESCRIPTORS] = {
    { "good", { 1, 0, 4, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 2, 0, 8, 0 }, 28 },
    { "of nothing", { 1, 0, 0, 0x80 }, 20 },
    { "of revision 0", { 0, 0, 4, 0x80 }, 20 },
    { "of revision 255", { 255, 255, 255, 255 }, 20 },
};

const void *structure_sid(size_t variant, const char **what)
{
    *what = sids[variant].what;
    return memory_constant(sids[variant].bytes, sids[variant].size, 0);
}

const void *structure_descriptor(size_t variant, const char **what)
{
    *what = descriptors[variant].what;
    return memory_constant(descriptors[variant].bytes, descriptors[variant].size, 0);
}

/* ---- Descriptions ---------------------------------------------------------------------------- */

static size_t size_of(const struct member *member)
{
    switch (member->kind[0])
    {
    case 'd':
    case 'n': return sizeof(DWORD);
    case 'w': return sizeof(WORD);
    case 'b': return sizeof(BYTE);
    case 'x': return (size_t)atoi(member->argument);
    default: return sizeof(void *);
    }
}

static size_t align(size_t offset, size_t alignment)
{
    return (offset + alignment - 1) / alignment * alignment;
}

/* Reads the next word; FALSE at the end. `repeats` says how many more there are of the last. */
static BOOL next_member(const char **members, size_t *repeats, struct member *member)
{
    size_t end = member->offset + member->size;
    size_t length = 0;
    char *colon = NULL;

    if (*repeats)
    {
        (*repeats)--;
    }
    else
    {
        *members += strspn(*members, " ");
        length = strcspn(*members, " ");
        if (!length)
        {
            member->offset = end;
            return FALSE;
        }
        if (strchr("123456789", **members))
        {
            *repeats = strtoul(*members, NULL, 10) - 1;
            length -= (size_t)(strchr(*members, '*') + 1 - *members);
            *members = strchr(*members, '*') + 1;
        }
        snprintf(member->text, sizeof(member->text), "%.*s", (int)length, *members);
        *members += length;
        colon = strchr(member->text, ':');
        member->argument = colon ? colon + 1 : NULL;
        snprintf(member->kind, sizeof(member->kind), "%.*s",
                 (int)(colon ? (size_t)(colon - member->text) : length), member->text);
        member->size = size_of(member);
    }
    member->offset = align(end, member->kind[0] == 'x' ? 1 : member->size);
    return TRUE;
}

static size_t variants_of(const struct member *member)
{
    switch (member->kind[0])
    {
    case 'd':
    case 'w':
    case 'b':
    case 'u': return ARRAYSIZE(bad_numbers);
    case 'n': return 1;
    case 's':
        return !strcmp(member->kind, "sid")  ? STRUCTURE_SIDS
               : !strcmp(member->kind, "sd") ? STRUCTURE_DESCRIPTORS
                                             : TEXT_VALUES + 1;
    case 'p': return member->argument ? 1 : 0;
    default: return 0;
    }
}

/* ---- Members --------------------------------------------------------------------------------- */

static ULONG_PTR make_number(const struct member *member, size_t variant, char *what, size_t size)
{
    DWORD number = variant ? bad_numbers[variant - 1] : strtoul(member->argument, NULL, 0);

    snprintf(what, size, "%#lx", number);
    return number;
}

/* Behind the values of texts: the good one at an odd address, and NULL. */
static const void *make_text(const struct member *member, size_t variant, char *what, size_t size)
{
    if (variant == TEXT_VALUES + 1)
    {
        snprintf(what, size, "NULL");
        return NULL;
    }
    if (variant == TEXT_VALUES)
    {
        snprintf(what, size, "at an odd address");
        return text_value(TEXT_GOOD, member->argument ? member->argument : "odd", FALSE, TRUE);
    }
    snprintf(what, size, "%s", text_value_name((enum text_value)variant));
    return text_value((enum text_value)variant, member->argument, FALSE, FALSE);
}

static const void *make_pointer(const struct member *member, size_t variant, char *what,
                                size_t size)
{
    static const BYTE bytes[512];
    const char *name = "NULL";
    const void *pointer = NULL;

    if (!strcmp(member->kind, "sid"))
    {
        pointer = variant < STRUCTURE_SIDS ? structure_sid(variant, &name) : NULL;
    }
    else if (!strcmp(member->kind, "sd"))
    {
        pointer = variant < STRUCTURE_DESCRIPTORS ? structure_descriptor(variant, &name) : NULL;
    }
    else if (member->argument && !variant)
    {
        pointer = memory_constant(bytes, (size_t)atoi(member->argument), 0);
    }
    snprintf(what, size, "%s", name);
    return pointer;
}

static void make_member(const struct member *member, size_t variant, BYTE *place, char *what,
                        size_t size)
{
    ULONG_PTR value = 0;

    switch (member->kind[0])
    {
    case 'x': return;
    case 'd':
    case 'n':
    case 'w':
    case 'b':
    case 'u': value = make_number(member, variant, what, size); break;
    default:
        value = (ULONG_PTR)(member->kind[0] == 's' && !member->kind[1]
                                ? make_text(member, variant, what, size)
                                : make_pointer(member, variant, what, size));
    }
    memcpy(place + member->offset, &value, member->size); /* the lower bytes */
}

/* ---- Structures ------------------------------------------------------------------------------ */

const struct structure *structure_find(const char *kind, DWORD level)
{
    for (size_t i = 0; i < ARRAYSIZE(structures); i++)
    {
        if (!strcmp(structures[i].kind, kind) && structures[i].level == level)
        {
            return &structures[i];
        }
    }
    return NULL;
}

const struct structure *structure_first(const char *kind)
{
    for (size_t i = 0; i < ARRAYSIZE(structures); i++)
    {
        if (!strcmp(structures[i].kind, kind))
        {
            return &structures[i];
        }
    }
    fprintf(stderr, "callers: no structure is called %s\n", kind);
    exit(2);
}

size_t structure_variants(const struct structure *structure)
{
    struct member member = { .offset = 0 };
    const char *members = structure->members;
    size_t repeats = 0;
    size_t variants = 1;

    while (next_member(&members, &repeats, &member))
    {
        variants += repeats ? 0 : variants_of(&member);
    }
    return variants;
}

void structure_make(const struct structure *structure, size_t variant, void *place, char *what,
                    size_t what_size)
{
    struct member member = { .offset = 0 };
    const char *members = structure->members;
    char value[WORD_MAX];
    size_t repeats = 0;
    size_t number = 0;
    size_t before = 1; /* variants of the members before this one */

    memset(place, 0, structure->size);
    snprintf(what, what_size, "good");
    while (next_member(&members, &repeats, &member))
    {
        size_t mine = repeats ? 0 : variants_of(&member);
        BOOL is_bad = variant >= before && variant < before + mine;

        number++;
        make_member(&member, is_bad ? variant - before + 1 : 0, place, value, sizeof(value));
        if (is_bad)
        {
            snprintf(what, what_size, "with member %u %s", (unsigned int)number, value);
        }
        before += mine;
    }
}

BOOL structures_are_windows(void)
{
    BOOL are = TRUE;

    for (size_t i = 0; i < ARRAYSIZE(structures); i++)
    {
        struct member member = { .offset = 0 };
        const char *members = structures[i].members;
        size_t repeats = 0;
        size_t alignment = 1;
        size_t size = 0;

        while (next_member(&members, &repeats, &member))
        {
            size = member.offset + member.size;
            if (member.kind[0] != 'x' && member.size > alignment)
            {
                alignment = member.size;
            }
        }
        if (align(size, alignment) != structures[i].size)
        {
            printf("callers: Test failed: %s %lu has %u bytes, not %u\n", structures[i].kind,
                   structures[i].level, (unsigned int)structures[i].size, (unsigned int)size);
            are = FALSE;
        }
    }
    return are;
}
