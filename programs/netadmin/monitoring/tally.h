/*
 * What there is of each name: counts that are summed up by name, and no more names than one wants.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TALLY_H
#define NETADMIN_TALLY_H

#include <stddef.h>
#include <windows.h>

#define TALLY_COUNTS 3

struct tally_entry
{
    WCHAR *name;
    ULONGLONG counts[TALLY_COUNTS];
};

/* Starts as { 0 }, ends with tally_free(). */
struct tally
{
    struct tally_entry *entries;
    size_t count;
    size_t capacity;
    struct tally_entry rest; /* the sum of those that tally_close() took out; it has no name */
    size_t rest_count;       /* how many names they had */
};

void tally_free(struct tally *tally);

/* Adds counts to those of a name, whose case counts; makes a copy of it. */
void tally_add(struct tally *tally, const WCHAR *name, const ULONGLONG counts[TALLY_COUNTS]);

/* Sums up, and leaves at most so many names: those with the largest sums, in the order of their
 * names. */
void tally_close(struct tally *tally, size_t limit);

#endif
