/*
 * What is to be ended on servers: sessions, open files, shares.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_TARGETS_H
#define SHAREDFOLDERS_TARGETS_H

#include "asking/answer.h"

/* One call's worth. */
struct target
{
    WCHAR *server;   /* as functions want it */
    struct row *row; /* what the list showed; a copy */
    size_t rows;     /* how many rows of the list it stands for */
    /* What it takes along: open files; of a file, others that have its ID. */
    struct answer files;
    bool has_looked;
    bool has_acted;
    DWORD error; /* of the call, if it has acted */
};

/* Starts as { 0 }, ends with targets_free(). */
struct targets
{
    struct target *targets;
    size_t count;
};

/* Does one call end both? The API ends all sessions of a user on a computer at once, and in a cluster of
 * Samba servers the ID of a file can stand for several. */
bool rows_end_together(const struct row *a, const struct row *b);

/* Adds a row of a server; rows that one call ends become one target. */
void targets_add(struct targets *targets, const WCHAR *server, const struct row *row);
/* Does a call end this one already? */
bool targets_have(const struct targets *targets, const struct row *row);
void targets_free(struct targets *targets);

/* How many rows of lists they stand for. */
size_t targets_rows(const struct targets *targets);

/* In any thread: asks the server which files go with it, and ends it. */
typedef void target_function(struct target *target);
void target_look(struct target *target);
void target_end(struct target *target);

/* Does that to each: several servers at the same time, the targets of a server one after the other. Those
 * that are left when *is_cancelled becomes true are left alone. Returns when all is done. */
void targets_each(struct targets *targets, target_function *function,
                  const volatile bool *is_cancelled);

#endif
