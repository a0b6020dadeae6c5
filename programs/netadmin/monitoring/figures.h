/*
 * How many sessions, open files and locks a server has, by share and by user: what it said, counted.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_FIGURES_H
#define NETADMIN_FIGURES_H

#include <stdbool.h>
#include <stdint.h>

#include "many/ask_server.h"
#include "monitoring/tally.h"

/* What a server is asked for; the parts of its answer, in this order. */
enum figures_part
{
    FIGURES_SESSIONS,
    FIGURES_FILES,
    FIGURES_SHARES,
    FIGURES_PART_COUNT,
};

extern const struct asked figures_asked[FIGURES_PART_COUNT];
extern const WCHAR *const figures_part_names[FIGURES_PART_COUNT];

/* The places of counts in tallies. */
enum share_count
{
    SHARE_OPEN_FILES,
    SHARE_FILE_LOCKS,
    SHARE_CONNECTIONS,
};

enum user_count
{
    USER_OPEN_FILES,
    USER_FILE_LOCKS,
    USER_SESSIONS,
};

#define NOT_TOLD UINT64_MAX

/* Of one server; what it did not tell is NOT_TOLD. Ends with figures_free(). */
struct figures
{
    const WCHAR *server; /* stays the caller's */
    uint64_t is_up;      /* 1: it answered at least one question; 0: none */
    uint64_t microseconds;
    uint64_t errors[FIGURES_PART_COUNT]; /* Win32 or NERR codes; 0: it was told */
    uint64_t is_of_cluster; /* 1: another node of its cluster told some of what stands below */
    uint64_t sessions;
    uint64_t open_files;
    uint64_t file_locks;
    uint64_t shares;
    uint64_t unattributed_open_files; /* that no share of the list below has */
    uint64_t unattributed_file_locks;
    uint64_t unlisted_shares; /* that are too many for the list */
    uint64_t unlisted_users;
    struct tally by_share; /* nothing where paths of shares were not told */
    struct tally by_user;  /* nothing unless asked for */
    bool has_connections;  /* SHARE_CONNECTIONS was told */
};

/* Counts what a server answered, which was asked for figures_asked. At most `limit` shares and as
 * many users are told apart. Names are as label_append() writes them. */
void figures_make(struct figures *figures, const struct answer *answer, bool by_user, size_t limit);
void figures_free(struct figures *figures);

#endif
