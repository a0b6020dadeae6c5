/*
 * Shares as servers tell them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SHARE_SHARE_ROWS_H
#define NETAPI32_SHARE_SHARE_ROWS_H

#include "levels/share_levels.h"
#include "remote/call.h"
#include "remote/paging.h"

/* By name, and by the name of the server that it is shared under. */
extern const struct paging_order share_order;

/* RPC_X_BAD_STUB_DATA for a row (struct share) with a security descriptor that is none. */
uint32_t share_check(const void *row);
/* Gives a row the form that the API promises. */
void share_normalise(void *row);

/* What a function that names a share makes of its latest operation, which returned `result` if it was
 * done: remote_result(), and NERR_NetNameNotFound also where a server has other words for a share that
 * is not there. */
uint32_t share_result(const struct remote *remote, uint32_t status, uint32_t result);

#endif
