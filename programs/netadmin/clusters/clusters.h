/*
 * Which of many servers are nodes of one cluster.
 *
 * A Samba cluster (CTDB) has one name, and each node answers for the sessions, open files and connections
 * of all: what several of them tell must be counted once. No server says that it is such a node, so it is
 * tried (clusters/proof.h), with those of which the netapi32.dll tells that they have a name in common. With
 * another netapi32.dll, no cluster is recognised, and neither is one whose sessions the user may not see.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CLUSTERS_H
#define NETADMIN_CLUSTERS_H

#include <netapi32_call.h>
#include <stdbool.h>
#include <windows.h>

#include "base/text.h"
#include "listing/listing.h"

struct clusters;

struct clusters *clusters_make(void);
/* NULL is allowed. */
void clusters_free(struct clusters *clusters);

/* A server has answered, and said this of itself (server_identity_query(); NULL: not known): finds out
 * whose node it is. Its name is without leading backslashes, and outlives the clusters; NULL, this
 * computer, is nobody's. Asks it and one of the servers that have answered before where both say the same,
 * once for the two; those that could not be asked, again the next time. */
void clusters_meet(struct clusters *clusters, const WCHAR *server,
                   const struct netapi32_server *identity);

/* May a server that said this of itself be a node of a cluster? */
bool clusters_may_have(const struct netapi32_server *identity);

/* The same pointer, that of the cluster's name, for all nodes that are known to be of one; NULL for other
 * servers. */
const WCHAR *clusters_find(const struct clusters *clusters, const WCHAR *server);

/* Are both known to be nodes of one cluster? */
bool clusters_are_one(const struct clusters *clusters, const WCHAR *a, const WCHAR *b);

/* Takes off what a server has told the rows that are told already (by other nodes of its cluster, and as
 * often): what is left is what only this node knows. Both are at the same level of a family, or nothing
 * happens. */
void clusters_take_off_told(const struct clusters *clusters, const struct listing *told,
                            struct listing *listing);

/* Says of each row whose node its server is, and whether its ID stands for others of the cluster too. */
void clusters_name_rows(const struct clusters *clusters, struct listing *listing);

/* A line for each: "fs1, fs2 and fs3 are the same cluster or server, FS, and counted once": nodes, or
 * names of one that stands alone. */
void clusters_append_summary(const struct clusters *clusters, struct text *text);

#endif
