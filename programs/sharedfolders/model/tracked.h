/*
 * What is known of a page of a server from one answer to the next: what came, what went.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_TRACKED_H
#define SHAREDFOLDERS_TRACKED_H

#include "model/rows.h"

/* Starts as { 0 }, ends with tracked_free(). */
struct tracked
{
    struct row **rows; /* in the order of what they are about */
    size_t count;
    bool has_answer; /* was there ever one? */
};

void tracked_free(struct tracked *tracked);

/* Takes over the rows of an answer, and the array (which may be NULL where there are none). A row that
 * the answer before did not have is marked as come, one that this answer does not have stays, and is
 * marked as gone; nothing is where there was no answer before. A mark lasts until the first answer
 * that comes after `keep` milliseconds. Rows about the same thing count as many times as they are
 * there, the oldest first; one that is younger than the row before is another. */
void tracked_update(struct tracked *tracked, struct row **rows, size_t count, uint64_t now,
                    uint64_t keep);

/* The server failed: what it told last is old, and what was gone goes. */
void tracked_fail(struct tracked *tracked);

#endif
