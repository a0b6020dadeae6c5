/*
 * What nodes of a cluster answered, told by one of them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_FOLD_H
#define NETADMIN_FOLD_H

#include "clusters/clusters.h"
#include "many/ask_server.h"

/* May somebody else answer for this server? If not, its answer need not wait for others. */
bool fold_is_possible(const struct answer *answer);

/* Of answers to the same questions, in the order of their servers (NULL: none): of each part that several
 * nodes of a cluster told, the first one's has all rows that any of them told, and the others' have none
 * and are marked (answer_part.is_told_by_other). What a node failed to tell stays an error. */
void fold_answers(struct clusters *clusters, struct answer *const *answers, size_t count);

#endif
