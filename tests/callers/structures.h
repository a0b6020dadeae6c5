/*
 * Structures that functions take, and everything that can be wrong in them
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CALLERS_STRUCTURES_H
#define NETAPI32_TESTS_CALLERS_STRUCTURES_H

#include <windows.h>

struct structure
{
    const char *kind;
    DWORD level; /* 0 where there are none */
    size_t size; /* in Windows' headers */
    /* Its members, a word for each, a blank between:
     *   s s:TEXT      a string, without TEXT NULL when it is good
     *   d:N w:N b:N u:N  a DWORD, a WORD, a byte, a DWORD_PTR
     *   n:N           a DWORD, the size of something: never more
     *   x:N           N bytes
     *   p p:N         a pointer to N bytes, without N always NULL
     *   sid           a pointer to a SID
     *   sd            a pointer to a security descriptor
     * 18*d:N is 18 of them, of which the last is tried. */
    const char *members;
};

/* NULL if there is none of that level. */
const struct structure *structure_find(const char *kind, DWORD level);

/* The first good one of a kind, for levels that there are none of. */
const struct structure *structure_first(const char *kind);

/* How many ways there are to make it, the good one included. */
size_t structure_variants(const struct structure *structure);

/* Makes it in `size` bytes; variant 0 is good. `what` gets what is wrong. */
void structure_make(const struct structure *structure, size_t variant, void *place, char *what,
                    size_t what_size);

/* Whether all tables have the size that Windows' headers have; prints those that have not. */
BOOL structures_are_windows(void);

/* A SID and a security descriptor; 0 is good. The others claim to be longer than they are, and must not
 * be believed. */
#define STRUCTURE_SIDS        4
#define STRUCTURE_DESCRIPTORS 4
const void *structure_sid(size_t variant, const char **what);
const void *structure_descriptor(size_t variant, const char **what);

#endif
