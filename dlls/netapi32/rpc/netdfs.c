/*
 * The management of DFS namespaces: [MS-DFSNM], as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/netdfs.h"

/* ---- Types ----------------------------------------------------------------------------------- */

static const struct ndr_type dfs_info = NDR_LEVEL_ROW_OF(dfs_family);
static const struct ndr_type dfs_list = NDR_LEVEL_LIST_OF(dfs_list_family);
static const struct ndr_type unique_dfs_list = NDR_POINTER_TO(dfs_list);

static const struct ndr_type root_targets = NDR_ARRAY_OF(ndr_unique_string);
static const struct ndr_field root_list_fields[] = {
    NDR_FIELD(struct netdfs_root_list, count, ndr_u32),
    NDR_FIELD(struct netdfs_root_list, root_targets, root_targets,
              .governed_by = NDR_PLACE(struct netdfs_root_list, count)),
};
static const struct ndr_type root_list =
    NDR_STRUCTURE_OF(struct netdfs_root_list, root_list_fields);
static const struct ndr_type unique_root_list = NDR_POINTER_TO(root_list);
static const struct ndr_type unique_unique_root_list = NDR_POINTER_TO(unique_root_list);

#define F(member, type) NDR_FIELD(struct dfs_namespace_version, member, type)
static const struct ndr_field namespace_version_fields[] = {
    F(domain_major_version, ndr_u32),     F(domain_minor_version, ndr_u32),
    F(domain_capabilities, ndr_u64),      F(standalone_major_version, ndr_u32),
    F(standalone_minor_version, ndr_u32), F(standalone_capabilities, ndr_u64),
};
#undef F
static const struct ndr_type namespace_version =
    NDR_STRUCTURE_OF(struct dfs_namespace_version, namespace_version_fields);

/* ---- Parameters ------------------------------------------------------------------------------ */

#define IN(tag, member, type, ...)                                                                 \
    NDR_PARAMETER(NDR_IN, struct netdfs_##tag, member, type, __VA_ARGS__)
#define OUT(tag, member, type, ...)                                                                \
    NDR_PARAMETER(NDR_OUT, struct netdfs_##tag, member, type, __VA_ARGS__)
#define IN_OUT(tag, member, type, ...)                                                             \
    NDR_PARAMETER(NDR_IN_OUT, struct netdfs_##tag, member, type, __VA_ARGS__)
#define BY_LEVEL(tag) .governed_by = NDR_PLACE(struct netdfs_##tag, level)

static const struct ndr_field add[] = {
    IN(add, path, ndr_string),         IN(add, server, ndr_string),
    IN(add, share, ndr_unique_string), IN(add, comment, ndr_unique_string),
    IN(add, flags, ndr_u32),
};

static const struct ndr_field remove_link[] = {
    IN(remove, path, ndr_string),
    IN(remove, server, ndr_unique_string),
    IN(remove, share, ndr_unique_string),
};

static const struct ndr_field set_info[] = {
    IN(info, path, ndr_string),
    IN(info, server, ndr_unique_string),
    IN(info, share, ndr_unique_string),
    IN(info, level, ndr_u32),
    IN(info, entry, dfs_info, BY_LEVEL(info)),
};

static const struct ndr_field get_info[] = {
    IN(info, path, ndr_string),
    IN(info, server, ndr_unique_string),
    IN(info, share, ndr_unique_string),
    IN(info, level, ndr_u32),
    OUT(info, entry, dfs_info, BY_LEVEL(info)),
};

static const struct ndr_field enum_links[] = {
    IN(enum, level, ndr_u32),
    IN(enum, preferred_length, ndr_u32),
    IN_OUT(enum, links, unique_dfs_list, BY_LEVEL(enum)),
    IN_OUT(enum, resume_handle, ndr_unique_u32),
};

static const struct ndr_field enum_ex[] = {
    IN(enum, path, ndr_string),
    IN(enum, level, ndr_u32),
    IN(enum, preferred_length, ndr_u32),
    IN_OUT(enum, links, unique_dfs_list, BY_LEVEL(enum)),
    IN_OUT(enum, resume_handle, ndr_unique_u32),
};

static const struct ndr_field move[] = {
    IN(move, path, ndr_string),
    IN(move, new_path, ndr_string),
    IN(move, flags, ndr_u32),
};

static const struct ndr_field add_root_target[] = {
    IN(add_root_target, path, ndr_unique_string),
    IN(add_root_target, target_path, ndr_unique_string),
    IN(add_root_target, major_version, ndr_u32),
    IN(add_root_target, comment, ndr_unique_string),
    IN(add_root_target, new_namespace, ndr_u8),
    IN(add_root_target, flags, ndr_u32),
};

static const struct ndr_field remove_root_target[] = {
    IN(remove_root_target, path, ndr_unique_string),
    IN(remove_root_target, target_path, ndr_unique_string),
    IN(remove_root_target, flags, ndr_u32),
};

static const struct ndr_field get_supported_namespace_version[] = {
    IN(get_supported_namespace_version, origin, ndr_u16),
    IN(get_supported_namespace_version, name, ndr_unique_string),
    OUT(get_supported_namespace_version, version, namespace_version),
};

static const struct ndr_field add2[] = {
    IN(add2, path, ndr_string),
    IN(add2, dc, ndr_string),
    IN(add2, server, ndr_string),
    IN(add2, share, ndr_unique_string),
    IN(add2, comment, ndr_unique_string),
    IN(add2, flags, ndr_u32),
    IN_OUT(add2, root_list, unique_unique_root_list),
};

static const struct ndr_field remove2[] = {
    IN(remove2, path, ndr_string),
    IN(remove2, dc, ndr_string),
    IN(remove2, server, ndr_unique_string),
    IN(remove2, share, ndr_unique_string),
    IN_OUT(remove2, root_list, unique_unique_root_list),
};

static const struct ndr_field set_info2[] = {
    IN(set_info2, path, ndr_string),
    IN(set_info2, dc, ndr_string),
    IN(set_info2, server, ndr_unique_string),
    IN(set_info2, share, ndr_unique_string),
    IN(set_info2, level, ndr_u32),
    IN(set_info2, entry, dfs_info, BY_LEVEL(set_info2)),
    IN_OUT(set_info2, root_list, unique_unique_root_list),
};

static const struct ndr_field add_ft_root[] = {
    IN(add_ft_root, server, ndr_string),
    IN(add_ft_root, dc, ndr_string),
    IN(add_ft_root, share, ndr_string),
    IN(add_ft_root, name, ndr_string),
    IN(add_ft_root, comment, ndr_string),
    IN(add_ft_root, config_dn, ndr_string),
    IN(add_ft_root, new_namespace, ndr_u8),
    IN(add_ft_root, flags, ndr_u32),
    IN_OUT(add_ft_root, root_list, unique_unique_root_list),
};

static const struct ndr_field remove_ft_root[] = {
    IN(remove_ft_root, server, ndr_string),
    IN(remove_ft_root, dc, ndr_string),
    IN(remove_ft_root, share, ndr_string),
    IN(remove_ft_root, name, ndr_string),
    IN(remove_ft_root, flags, ndr_u32),
    IN_OUT(remove_ft_root, root_list, unique_unique_root_list),
};

static const struct ndr_field flush_ft_table[] = {
    IN(flush_ft_table, dc, ndr_string),
    IN(flush_ft_table, name, ndr_string),
};

static const struct ndr_field add_std_root[] = {
    IN(add_std_root, server, ndr_string),
    IN(add_std_root, share, ndr_string),
    IN(add_std_root, comment, ndr_string),
    IN(add_std_root, flags, ndr_u32),
};

static const struct ndr_field remove_std_root[] = {
    IN(remove_std_root, server, ndr_string),
    IN(remove_std_root, share, ndr_string),
    IN(remove_std_root, flags, ndr_u32),
};

static const struct ndr_field add_std_root_forced[] = {
    IN(add_std_root_forced, server, ndr_string),
    IN(add_std_root_forced, share, ndr_string),
    IN(add_std_root_forced, comment, ndr_string),
    IN(add_std_root_forced, local_path, ndr_string),
};

static const struct ndr_field manager_initialize[] = {
    IN(manager_initialize, server, ndr_string),
    IN(manager_initialize, flags, ndr_u32),
};

static const struct ndr_field get_dc_address[] = {
    IN(get_dc_address, server, ndr_string),
    IN_OUT(get_dc_address, dc, ndr_unique_string),
    IN_OUT(get_dc_address, is_root, ndr_u8),
    IN_OUT(get_dc_address, timeout, ndr_u32),
};

static const struct ndr_field set_dc_address[] = {
    IN(set_dc_address, server, ndr_string),
    IN(set_dc_address, dc, ndr_string),
    IN(set_dc_address, timeout, ndr_u32),
    IN(set_dc_address, flags, ndr_u32),
};

/* ---- Methods --------------------------------------------------------------------------------- */

#define ASKS .only_asks = true

static const struct ndr_operation operations[] = {
    {
        .number = NETR_DFS_MANAGER_GET_VERSION,
        .name = "NetrDfsManagerGetVersion",
        .only_asks = true,
        .size = sizeof(struct netdfs_manager_get_version),
        .result_offset = offsetof(struct netdfs_manager_get_version, result),
        .result_kind = NDR_RESULT_NUMBER,
    },
    NDR_OPERATION(NETR_DFS_ADD, "NetrDfsAdd", struct netdfs_add, add),
    NDR_OPERATION(NETR_DFS_REMOVE, "NetrDfsRemove", struct netdfs_remove, remove_link),
    NDR_OPERATION(NETR_DFS_SET_INFO, "NetrDfsSetInfo", struct netdfs_info, set_info),
    NDR_OPERATION(NETR_DFS_GET_INFO, "NetrDfsGetInfo", struct netdfs_info, get_info, ASKS),
    NDR_OPERATION(NETR_DFS_ENUM, "NetrDfsEnum", struct netdfs_enum, enum_links, ASKS),
    NDR_OPERATION(NETR_DFS_MOVE, "NetrDfsMove", struct netdfs_move, move),
    NDR_OPERATION(NETR_DFS_ADD_FT_ROOT, "NetrDfsAddFtRoot", struct netdfs_add_ft_root, add_ft_root),
    NDR_OPERATION(NETR_DFS_REMOVE_FT_ROOT, "NetrDfsRemoveFtRoot", struct netdfs_remove_ft_root,
                  remove_ft_root),
    NDR_OPERATION(NETR_DFS_ADD_STD_ROOT, "NetrDfsAddStdRoot", struct netdfs_add_std_root,
                  add_std_root),
    NDR_OPERATION(NETR_DFS_REMOVE_STD_ROOT, "NetrDfsRemoveStdRoot", struct netdfs_remove_std_root,
                  remove_std_root),
    NDR_OPERATION(NETR_DFS_MANAGER_INITIALIZE, "NetrDfsManagerInitialize",
                  struct netdfs_manager_initialize, manager_initialize),
    NDR_OPERATION(NETR_DFS_ADD_STD_ROOT_FORCED, "NetrDfsAddStdRootForced",
                  struct netdfs_add_std_root_forced, add_std_root_forced),
    NDR_OPERATION(NETR_DFS_GET_DC_ADDRESS, "NetrDfsGetDcAddress", struct netdfs_get_dc_address,
                  get_dc_address, ASKS),
    NDR_OPERATION(NETR_DFS_SET_DC_ADDRESS, "NetrDfsSetDcAddress", struct netdfs_set_dc_address,
                  set_dc_address),
    NDR_OPERATION(NETR_DFS_FLUSH_FT_TABLE, "NetrDfsFlushFtTable", struct netdfs_flush_ft_table,
                  flush_ft_table),
    NDR_OPERATION(NETR_DFS_ADD2, "NetrDfsAdd2", struct netdfs_add2, add2),
    NDR_OPERATION(NETR_DFS_REMOVE2, "NetrDfsRemove2", struct netdfs_remove2, remove2),
    NDR_OPERATION(NETR_DFS_ENUM_EX, "NetrDfsEnumEx", struct netdfs_enum, enum_ex, ASKS),
    NDR_OPERATION(NETR_DFS_SET_INFO2, "NetrDfsSetInfo2", struct netdfs_set_info2, set_info2),
    NDR_OPERATION(NETR_DFS_ADD_ROOT_TARGET, "NetrDfsAddRootTarget", struct netdfs_add_root_target,
                  add_root_target),
    NDR_OPERATION(NETR_DFS_REMOVE_ROOT_TARGET, "NetrDfsRemoveRootTarget",
                  struct netdfs_remove_root_target, remove_root_target),
    NDR_OPERATION(NETR_DFS_GET_SUPPORTED_NAMESPACE_VERSION, "NetrDfsGetSupportedNamespaceVersion",
                  struct netdfs_get_supported_namespace_version, get_supported_namespace_version,
                  ASKS),
};

/* 4fc742e0-4a10-11cf-8273-00aa004ae673, version 3.0 */
const struct rpc_interface netdfs_interface = {
    .name = "netdfs",
    .uuid = { 0xE0, 0x42, 0xC7, 0x4F, 0x10, 0x4A, 0xCF, 0x11, 0x82, 0x73, 0x00, 0xAA, 0x00, 0x4A,
              0xE6, 0x73 },
    .version_major = 3,
    .version_minor = 0,
    .pipe_name = "netdfs",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
