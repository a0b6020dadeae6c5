/*
 * What happens on a server, as far as asking it over and over tells: sessions that begin and end, files
 * that are opened and closed, and failures of the server itself.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_EVENTS_H
#define NETADMIN_EVENTS_H

#include <stdbool.h>

#include "clusters/clusters.h"
#include "many/ask_server.h"

/* What a server is asked for; the parts of its answer, in this order. */
enum events_part
{
    EVENTS_SESSIONS,
    EVENTS_FILES,
    EVENTS_PART_COUNT,
};

extern const struct asked events_asked[EVENTS_PART_COUNT];

enum event_kind
{
    EVENT_SESSION_BEGAN,
    EVENT_SESSION_ENDED,
    EVENT_FILE_OPENED,
    EVENT_FILE_CLOSED,
    EVENT_SERVER_FAILED,
    EVENT_SERVER_RETURNED,
};

/* Everything that it points to is there only while it is told. */
struct event
{
    enum event_kind kind;
    const WCHAR *server;       /* NULL: this computer */
    const struct level *level; /* of the record */
    const void *record;        /* SESSION_INFO_1 or FILE_INFO_3: of a server, NULL */
    bool is_initial;           /* it was there when the server first answered */
    DWORD error;               /* of a server that failed */
    const WCHAR *listing;      /* of a server: what alone it tells, or does not tell; NULL: all */
};

typedef void event_function(void *context, const struct event *event);

/* What is known of a server. Starts as { 0 }, ends with server_watch_free(). */
struct server_watch
{
    DWORD errors[EVENTS_PART_COUNT];
    bool is_known[EVENTS_PART_COUNT]; /* it has answered before */
    struct listing before[EVENTS_PART_COUNT];
};

void server_watch_free(struct server_watch *watch);

/* Before a server's answer is told, of all that are watched: finds out whose node it is. What other nodes of
 * its cluster have told is taken off the answer, and what nodes that have failed told last becomes this
 * one's, so that each thing that happens is told once, whichever node says it. */
void server_watches_share(struct server_watch *watches, size_t count, struct clusters *clusters,
                          struct answer *answer);

/* Tells what happened since the answer before. What there was when a server first answered is told only
 * if it is wanted (with_initial). After a failure, all that happened meanwhile is told when the server
 * answers again. Takes the answer over. */
void server_watch_tell(struct server_watch *watch, struct answer *answer, bool with_initial,
                       event_function *tell, void *context);

#endif
