/*
 * The rows of a page: what servers told last, what came, and what went a short time ago.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ROWS_H
#define NETADMIN_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "clusters/clusters.h"
#include "many/ask_server.h"
#include "watching/pages.h"

enum row_mark
{
    ROW_IS,   /* it has been there for some time */
    ROW_CAME, /* a short time ago */
    ROW_GONE, /* a short time ago */
    ROW_OLD,  /* its server has failed since */
};

struct row_cell
{
    const WCHAR *text; /* as people read it; never NULL */
    ULONGLONG number;  /* of a column of numbers */
};

struct row
{
    uint64_t serial; /* is this row's for as long as it is about the same thing */
    uint64_t since;  /* when it came or went, by clock_microseconds() */
    enum row_mark mark;
    const WCHAR *server; /* as it was named; NULL: this computer */
    struct row_cell cells[PAGE_COLUMNS_MAX];
    const WCHAR *names[NAME_COUNT_MAX]; /* of a session: its computer and user; of a file: its path
                                           and user; as the server has them */
    DWORD id;                           /* of a file */
    WCHAR *memory;
};

/* What one server told for a page. */
struct server_rows
{
    struct listing before; /* what it told last */
    struct row *rows;      /* one for each of its records, then those that went */
    size_t count;
    DWORD error; /* of the latest question; then the rows are older */
    bool is_known;
};

/* Starts with rows_begin(), ends with rows_free(). */
struct rows
{
    enum page page;
    struct page_column columns[PAGE_COLUMNS_MAX];
    size_t column_count;
    struct server_rows *servers;
    size_t server_count;
    uint64_t memory; /* for how long marks stay, in microseconds */
    uint64_t next_serial;
    uint64_t version; /* is another when something changed */
};

void rows_begin(struct rows *rows, enum page page, size_t server_count,
                unsigned int memory_seconds);
void rows_free(struct rows *rows);

/* Before that: what other nodes of its cluster, which has been met, have told is taken off what a server
 * told now, and the rows of nodes that have failed become its own: each is there once. `is_new`: that it is
 * a node has just been found out. */
void rows_share(struct rows *rows, size_t server_index, const WCHAR *server,
                const struct clusters *clusters, bool is_new, struct answer_part *part);

/* Takes what a server told now; the listing of the part is empty then. */
void rows_update(struct rows *rows, size_t server_index, const WCHAR *server,
                 struct answer_part *part, uint64_t now);

/* Takes marks away that have been there for long enough, and the rows that have gone with them. */
void rows_age(struct rows *rows, uint64_t now);

/* How many there are that have not gone. */
size_t rows_count(const struct rows *rows);

/* How many servers failed. */
size_t rows_failed(const struct rows *rows);

#endif
