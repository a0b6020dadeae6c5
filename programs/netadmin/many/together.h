/*
 * Where the listings of several servers come together to one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TOGETHER_H
#define NETADMIN_TOGETHER_H

#include <stdbool.h>
#include <stddef.h>

#include "many/ask_server.h"

/* A server that did not tell. */
struct failure
{
    const WCHAR *server;
    size_t place; /* in the list of servers */
    DWORD error;
};

/* What servers say of their listings, in the words that each origin has. */
struct saying
{
    const WCHAR *origin;
    struct text servers; /* "nas1, nas2" */
};

struct together;

/* Looks at an answer before its rows come to the others, and may take out rows that others have told
 * already, or change them: a cluster tells the same on each of its nodes. What people should know of it it
 * appends to the notes, in lines. */
typedef void recognise_function(struct together *together, struct answer *answer);

/* Starts with together_begin(), ends with together_free(). */
struct together
{
    struct listing listing; /* of all servers that have told */
    size_t told_count;      /* how many those are */
    struct failure *failures;
    size_t failure_count;
    struct saying *sayings;
    size_t saying_count;
    struct text notes;             /* lines for people, besides what servers say */
    recognise_function *recognise; /* NULL: nothing is looked at */
    void *context;                 /* of that */
};

/* Of a level that the family has. */
void together_begin(struct together *together, const struct family *family, DWORD level);
void together_free(struct together *together);

/* Takes the first part of an answer in: its listing, or its error. The others are for who recognises.
 * The order in which answers come is that of the rows. Returns how many rows came. */
size_t together_add(struct together *together, struct answer *answer);

/* Nobody else comes: of `count` servers asked. The listing has its level, origin and notes then; failures
 * are in the order of the servers. */
void together_end(struct together *together, size_t count);

/* How the program ends after this: well, with some servers' errors, or with those of all. */
enum exit_status together_status(const struct together *together);

/* Appends a line for each failure, with a hint where one helps, once for each kind of error. */
void together_append_failures(const struct together *together, struct text *text);

#endif
