/*
 * What all operations on namespaces share: from a path to its server, and its results.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DFS_DFS_CALL_H
#define NETAPI32_DFS_DFS_CALL_H

#include "families/dfs/dfs_path.h"
#include "levels/dfs_levels.h"
#include "remote/call.h"
#include "rpc/netdfs.h"

/* A call of the API about a path. */
struct dfs_call
{
    struct dfs_path path;
    struct remote remote;
};

/* Reads the path and begins a call of its server. Errors of dfs_path_parse() and remote_begin_for().
 * dfs_call_end() is allowed also after a failure. */
uint32_t dfs_call_begin(struct dfs_call *call, struct utf16_slice path,
                        enum dfs_path_extent extent);
void dfs_call_end(struct dfs_call *call);

/* Does an operation of which nothing but the result is wanted. Results as dfs.h says. */
uint32_t dfs_do(struct remote *remote, uint16_t operation, void *parameters);
/* The same in a call of its own of a server. */
uint32_t dfs_do_on(struct utf16_slice server, uint16_t operation, void *parameters);
/* What the API says for the result of an operation, as dfs.h has it. */
uint32_t dfs_result(const struct remote *remote, uint32_t status);

/* Asks at a level. ERROR_INVALID_LEVEL where the server does not know it: it says
 * ERROR_INVALID_PARAMETER then ([MS-DFSNM] 3.1.4.1.6), as it does of a path, or that it cannot read
 * the request, so that a level which every server knows tells. It says the first, too, of a path that
 * has nothing at the level: *is_of_path says that this may be it. Else the result of `ask`. */
uint32_t dfs_ask_at_level(const struct remote *remote,
                          uint32_t (*ask)(void *context, uint32_t level), void *context,
                          uint32_t level, bool *is_of_path);

/* Text that is absent is empty: some operations want that, others utf16_absent_if_empty(). */
struct utf16_slice dfs_text(struct utf16_slice text);
/* Whether a target is given: both names of it. ERROR_INVALID_PARAMETER for one alone. */
uint32_t dfs_has_target(const struct dfs_target_name *target, bool *has);
/* Gives what a server sent the form that the API promises: a path without a backslash at its end,
 * which Samba gives a root at some levels. ERROR_INVALID_SECURITY_DESCR for a security descriptor that
 * is none. */
uint32_t dfs_normalise(struct dfs_entry *entry);
/* ERROR_INVALID_SECURITY_DESCR; none at all is allowed. */
uint32_t dfs_check_descriptor(const struct info_bytes *descriptor);

#endif
