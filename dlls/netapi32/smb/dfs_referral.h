/*
 * Where a path of a DFS namespace leads: asking a server for a referral. [MS-DFSC] 2.2.2 to 2.2.5,
 * [MS-SMB2] 2.2.31
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_DFS_REFERRAL_H
#define NETAPI32_SMB_DFS_REFERRAL_H

#include "base/arena.h"
#include "smb/pipe.h"

/* One place that a path leads to. Strings are parts of the message. */
struct dfs_referral_entry
{
    bool is_root;                       /* the target is of a root, else of a link */
    uint32_t time_to_live;              /* seconds; 0 where the version has none */
    struct utf16_slice dfs_path;        /* that the referral is for; absent in version 1 */
    struct utf16_slice network_address; /* \server\share\path */
};

struct dfs_referral
{
    uint16_t path_consumed;             /* bytes of the path that was asked for */
    struct dfs_referral_entry *entries; /* in the arena; the server's favourite first */
    size_t count;
};

/* Asks for a referral for `path`, \server\root\link with one backslash, and adds the server's message
 * to `answer`. The tree is connected first if it is not. ERROR_NOT_FOUND when the path is none of a
 * namespace that the server knows, or the server knows of none; other errors are those of
 * smb2_exchange(), or what the server says. */
uint32_t smb2_get_dfs_referral(struct smb2_ipc_tree *tree, struct utf16_slice path,
                               struct writer *answer, uint64_t deadline);
/* Reads such a message, of any version; the addresses together are no longer than it. ERROR_BAD_NET_RESP
 * for what breaks the rules, or is about domains and their controllers; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dfs_referral_decode(struct bytes message, struct arena *arena,
                             struct dfs_referral *referral);

#endif
