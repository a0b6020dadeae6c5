/*
 * Listing what several servers have, in one table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LIST_MANY_H
#define NETADMIN_LIST_MANY_H

#include "base/exit_status.h"
#include "clusters/clusters.h"
#include "listing/sorting.h"
#include "many/ask_server.h"
#include "many/server_list.h"

struct list_many
{
    const struct server_list *servers;
    struct asked asked;
    size_t at_once;            /* as of asking_begin() */
    const WCHAR *format;       /* NULL: a table */
    struct sorting sorting;    /* of a table, and of what else is_sorted */
    bool is_sorted;            /* in the way that was asked for */
    struct clusters *clusters; /* which of the servers are one; learns from call to call */
};

/* Asks all and writes what they say: on a console a table as they say it, unless an order was asked for,
 * with how far it is; elsewhere, or with an order, all of it in the end, servers in the order of their
 * list. Errors are lines behind it, and the exit status says whether some or all have failed. */
enum exit_status list_many_run(const struct list_many *list);

/* The same for watch_run(), which shows the listing itself; errors of some servers are notes in it. Returns
 * the error of the first server if none told anything. */
DWORD list_many_fill(const struct list_many *list, struct listing *listing);

#endif
