/*
 * The rows that a list shows: filtered and sorted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SHOWN_H
#define SHAREDFOLDERS_SHOWN_H

#include "model/rows.h"

struct order
{
    size_t column;
    bool is_descending;
};

/* Starts as { 0 }, ends with shown_free(). The rows belong to others. */
struct shown
{
    const struct row **rows;
    size_t count;
    size_t capacity;
    size_t hidden; /* how many the filter hides */
};

void shown_free(struct shown *shown);
void shown_clear(struct shown *shown);

/* Does a row have each word of the filter, whatever the case, somewhere in what it shows? */
bool row_passes(const struct row *row, const char16_t *filter);

/* Adds the rows that pass the filter, and counts the others. */
void shown_add(struct shown *shown, struct row *const *rows, size_t count, const char16_t *filter);

/* By the column; rows that are equal there by what they are about, always ascending. */
void shown_sort(struct shown *shown, const struct order *order);

#endif
