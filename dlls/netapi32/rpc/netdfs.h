/*
 * The management of DFS namespaces: [MS-DFSNM].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure holds the parameters of one method, or of some that take the same, in and out, by
 * their order in the specification. An absent string is a NULL pointer, where the method allows one.
 */
#ifndef NETAPI32_RPC_NETDFS_H
#define NETAPI32_RPC_NETDFS_H

#include "levels/dfs_levels.h"
#include "rpc/ndr.h"
#include "rpc/pdu.h"

extern const struct rpc_interface netdfs_interface;

enum netdfs_operation
{
    NETR_DFS_MANAGER_GET_VERSION = 0,
    NETR_DFS_ADD = 1,
    NETR_DFS_REMOVE = 2,
    NETR_DFS_SET_INFO = 3,
    NETR_DFS_GET_INFO = 4,
    NETR_DFS_ENUM = 5,
    NETR_DFS_MOVE = 6,
    NETR_DFS_ADD_FT_ROOT = 10,
    NETR_DFS_REMOVE_FT_ROOT = 11,
    NETR_DFS_ADD_STD_ROOT = 12,
    NETR_DFS_REMOVE_STD_ROOT = 13,
    NETR_DFS_MANAGER_INITIALIZE = 14,
    NETR_DFS_ADD_STD_ROOT_FORCED = 15,
    NETR_DFS_GET_DC_ADDRESS = 16,
    NETR_DFS_SET_DC_ADDRESS = 17,
    NETR_DFS_FLUSH_FT_TABLE = 18,
    NETR_DFS_ADD2 = 19,
    NETR_DFS_REMOVE2 = 20,
    NETR_DFS_ENUM_EX = 21,
    NETR_DFS_SET_INFO2 = 22,
    NETR_DFS_ADD_ROOT_TARGET = 23,
    NETR_DFS_REMOVE_ROOT_TARGET = 24,
    NETR_DFS_GET_SUPPORTED_NAMESPACE_VERSION = 25,
};

/* ---- Structures ------------------------------------------------------------------------------ */

/* DFSM_ROOT_LIST, 2.2.3.11: root targets that are to be told of a change, \\server\share */
struct netdfs_root_list
{
    uint32_t count;
    struct utf16_slice *root_targets;
};

/* ---- Methods for every namespace, 3.1.4.1 ---------------------------------------------------- */

/* NetrDfsManagerGetVersion, 3.1.4.1.1: the result is the version */
struct netdfs_manager_get_version
{
    uint32_t result;
};

/* NetrDfsAdd, 3.1.4.1.3 */
struct netdfs_add
{
    struct utf16_slice path;
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice comment;
    uint32_t flags; /* DFS_ADD_VOLUME, DFS_RESTORE_VOLUME */
    uint32_t result;
};

/* NetrDfsRemove, 3.1.4.1.4 */
struct netdfs_remove
{
    struct utf16_slice path;
    struct utf16_slice server; /* absent, with the share: the link with all targets */
    struct utf16_slice share;
    uint32_t result;
};

/* NetrDfsSetInfo, 3.1.4.1.5, and NetrDfsGetInfo, 3.1.4.1.6 */
struct netdfs_info
{
    struct utf16_slice path;
    struct utf16_slice server; /* of a target; absent for the root or the link */
    struct utf16_slice share;
    uint32_t level;
    struct dfs_entry *entry;
    uint32_t result;
};

/* NetrDfsEnum, 3.1.4.1.7, and NetrDfsEnumEx, 3.1.4.2.3 */
struct netdfs_enum
{
    struct utf16_slice path; /* of the latter alone */
    uint32_t level;
    uint32_t preferred_length;    /* UINT32_MAX: everything */
    struct ndr_level_list *links; /* rows are struct dfs_entry */
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrDfsMove, 3.1.4.1.8 */
struct netdfs_move
{
    struct utf16_slice path;
    struct utf16_slice new_path;
    uint32_t flags; /* DFS_MOVE_FLAG_REPLACE_IF_EXISTS */
    uint32_t result;
};

/* NetrDfsAddRootTarget, 3.1.4.1.9 */
struct netdfs_add_root_target
{
    struct utf16_slice path;
    struct utf16_slice target_path; /* absent: a stand-alone namespace */
    uint32_t major_version;
    struct utf16_slice comment;
    uint8_t new_namespace;
    uint32_t flags;
    uint32_t result;
};

/* NetrDfsRemoveRootTarget, 3.1.4.1.10 */
struct netdfs_remove_root_target
{
    struct utf16_slice path;
    struct utf16_slice target_path;
    uint32_t flags;
    uint32_t result;
};

/* NetrDfsGetSupportedNamespaceVersion, 3.1.4.1.2 */
struct netdfs_get_supported_namespace_version
{
    uint16_t origin; /* DFS_NAMESPACE_VERSION_ORIGIN */
    struct utf16_slice name;
    struct dfs_namespace_version version;
    uint32_t result;
};

/* ---- Methods for namespaces of a domain, 3.1.4.2 and 3.1.4.3 --------------------------------- */

/* NetrDfsAdd2, 3.1.4.2.1 */
struct netdfs_add2
{
    struct utf16_slice path;
    struct utf16_slice dc;
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice comment;
    uint32_t flags;
    struct netdfs_root_list **root_list; /* NULL: not asked for */
    uint32_t result;
};

/* NetrDfsRemove2, 3.1.4.2.2 */
struct netdfs_remove2
{
    struct utf16_slice path;
    struct utf16_slice dc;
    struct utf16_slice server;
    struct utf16_slice share;
    struct netdfs_root_list **root_list;
    uint32_t result;
};

/* NetrDfsSetInfo2, 3.1.4.2.4 */
struct netdfs_set_info2
{
    struct utf16_slice path;
    struct utf16_slice dc;
    struct utf16_slice server;
    struct utf16_slice share;
    uint32_t level;
    struct dfs_entry *entry;
    struct netdfs_root_list **root_list;
    uint32_t result;
};

/* NetrDfsAddFtRoot, 3.1.4.3.1 */
struct netdfs_add_ft_root
{
    struct utf16_slice server;
    struct utf16_slice dc;
    struct utf16_slice share;
    struct utf16_slice name;
    struct utf16_slice comment;
    struct utf16_slice config_dn;
    uint8_t new_namespace;
    uint32_t flags;
    struct netdfs_root_list **root_list;
    uint32_t result;
};

/* NetrDfsRemoveFtRoot, 3.1.4.3.2 */
struct netdfs_remove_ft_root
{
    struct utf16_slice server;
    struct utf16_slice dc;
    struct utf16_slice share;
    struct utf16_slice name;
    uint32_t flags; /* NETDFS_FORCE_REMOVE */
    struct netdfs_root_list **root_list;
    uint32_t result;
};

/* DFS_FORCE_REMOVE: out of the directory alone, the root target itself is not asked. */
#define NETDFS_FORCE_REMOVE 0x80000000u

/* NetrDfsFlushFtTable, 3.1.4.3.3 */
struct netdfs_flush_ft_table
{
    struct utf16_slice dc;
    struct utf16_slice name;
    uint32_t result;
};

/* ---- Methods for stand-alone namespaces and for servers, 3.1.4.4 and 3.1.4.5 ----------------- */

/* NetrDfsAddStdRoot */
struct netdfs_add_std_root
{
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice comment;
    uint32_t flags;
    uint32_t result;
};

/* NetrDfsRemoveStdRoot */
struct netdfs_remove_std_root
{
    struct utf16_slice server;
    struct utf16_slice share;
    uint32_t flags;
    uint32_t result;
};

/* NetrDfsAddStdRootForced */
struct netdfs_add_std_root_forced
{
    struct utf16_slice server;
    struct utf16_slice share;
    struct utf16_slice comment;
    struct utf16_slice local_path; /* of the share */
    uint32_t result;
};

/* NetrDfsManagerInitialize */
struct netdfs_manager_initialize
{
    struct utf16_slice server;
    uint32_t flags;
    uint32_t result;
};

/* NetrDfsGetDcAddress */
struct netdfs_get_dc_address
{
    struct utf16_slice server;
    struct utf16_slice dc;
    uint8_t is_root;
    uint32_t timeout;
    uint32_t result;
};

/* NetrDfsSetDcAddress */
struct netdfs_set_dc_address
{
    struct utf16_slice server;
    struct utf16_slice dc;
    uint32_t timeout;
    uint32_t flags; /* NET_DFS_SETDC_* */
    uint32_t result;
};

#endif
