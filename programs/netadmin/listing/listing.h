/*
 * Records that a server gave, of one level.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_H
#define NETADMIN_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

#include "base/text.h"
#include "listing/levels.h"

/* What the server is called in csv and json, and in tables. */
#define LISTING_SERVER_NAME    L"server"
#define LISTING_SERVER_HEADING L"Server"

/* What the cluster is called, behind the server: in csv a column, empty where the server is no node of one;
 * in json only where it is. */
#define LISTING_CLUSTER_NAME L"cluster"

/* How tables mark an ID that several records have. */
#define LISTING_SHARED_ID L"* "

/* A record, and which server said it. */
struct listing_row
{
    const void *record;        /* the structure */
    const struct level *level; /* that the server told; NULL: the listing's */
    const WCHAR *server;       /* NULL: the only one that was asked */
    size_t place;              /* of the server among all of them */
    const WCHAR *cluster;      /* whose node that is; NULL: nobody's that is known */
    bool shares_id;            /* its ID is another row's too (listing/shared_ids.h) */
};

/* Starts with family and level set and the rest 0, ends with listing_free(). */
struct listing
{
    const struct record_family *family;
    const struct level *level;
    struct listing_row *rows;
    size_t count;
    size_t capacity;
    void **buffers; /* what NetApiBufferFree() must free; the strings are in there */
    size_t buffer_count;
    const WCHAR
        *origin;    /* where they come from, or what is left out, as the table's last line says;
                            NULL: not said */
    bool of_many;   /* servers: each row names its own */
    size_t *untold; /* places of servers that were asked and did not tell */
    size_t untold_count;
    struct text summary; /* how many servers told it, as the table's last line says */
    struct text notes;   /* lines below that */
};

void listing_free(struct listing *listing);

/* Takes over an API buffer (or NULL) with that many structures of the listing's level. */
void listing_add(struct listing *listing, void *buffer, DWORD count);

/* Takes over an API buffer that the records point into. */
void listing_keep(struct listing *listing, void *buffer);

/* Says of all rows that this server told them; its name stays the caller's. `place` is its place among
 * the servers. */
void listing_set_server(struct listing *listing, const WCHAR *server, size_t place);

/* Moves rows and buffers of another listing of the same family, whose levels they keep, behind those that
 * there are, and makes it a listing of many servers. */
void listing_join(struct listing *listing, struct listing *other);

/* Says that a server did not tell, which says nothing of what it has. */
void listing_add_untold(struct listing *listing, size_t place);
bool listing_is_untold(const struct listing *listing, size_t place);

/* Moves rows and buffers behind those that there are, if there are any: as if whoever told these had told
 * the others, too, at the same level. */
void listing_adopt(struct listing *listing, struct listing *other);

const void *listing_record(const struct listing *listing, size_t index);

/* The field of a row that says what this field of the listing's level says; NULL where the row's server
 * did not tell it, which may be because the user was shown less there. */
const struct field *listing_field_told(const struct listing *listing, size_t index,
                                       const struct field *field);

/* What stands below the rows of a table: the summary, but of cards the notes alone. */
void listing_append_end(const struct listing *listing, struct text *text);

/* "1 session", "2 sessions" */
void listing_append_count(const struct listing *listing, struct text *text);
/* The table's last line: the count, and the origin if there is one. Then the notes. */
void listing_append_summary(const struct listing *listing, struct text *text);

#endif
