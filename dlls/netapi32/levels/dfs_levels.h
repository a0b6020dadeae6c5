/*
 * Roots and links of DFS namespaces: the row, and the levels of [MS-DFSNM] 2.2.3 to 2.2.5.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_DFS_LEVELS_H
#define NETAPI32_LEVELS_DFS_LEVELS_H

#include "levels/level.h"

/* Where a root or a link leads: DFS_STORAGE_INFO, DFS_STORAGE_INFO_1. */
struct dfs_target
{
    uint32_t state; /* DFS_STORAGE_STATE_* */
    struct utf16_slice server;
    struct utf16_slice share;
    uint32_t priority_class; /* DFS_TARGET_PRIORITY_CLASS */
    uint16_t priority_rank;
    uint16_t priority_reserved;
};

struct dfs_entry
{
    struct utf16_slice
        path; /* \\server\root\link, or with a single backslash, as servers have it */
    struct utf16_slice comment;
    uint32_t state;   /* DFS_VOLUME_STATE_*, with the flavor of a root; of a target, its own */
    uint32_t timeout; /* seconds */
    uint8_t guid[INFO_GUID_SIZE];
    uint32_t property_flag_mask;
    uint32_t property_flags; /* DFS_PROPERTY_FLAG_* */
    uint32_t metadata_size;
    uint32_t descriptor_size; /* the same as descriptor.size, which the wire has as a number too */
    struct info_bytes descriptor; /* security descriptor, self-relative */
    uint32_t target_count;        /* the same as targets.count, where the level has them */
    struct info_rows targets;     /* struct dfs_target */
    /* Of a target alone: levels 104 and 106. */
    uint32_t priority_class;
    uint16_t priority_rank;
    uint16_t priority_reserved;
    /* Of a namespace: levels 7, 50, 200 and 300. */
    uint8_t generation_guid[INFO_GUID_SIZE];
    uint32_t major_version;
    uint32_t minor_version;
    uint64_t capabilities;
    uint32_t flavor; /* DFS_VOLUME_FLAVOR_* */
    struct utf16_slice root_path;
    struct utf16_slice namespace_name; /* of a domain */
};

/* The structures of the API without Windows' types; families/dfs/dfs_api.c asserts that they are the
 * same. Those of the levels 1 and 2, 5, and 8 are the beginning of those of the levels 3, 6 and 9. */
struct dfs_storage_info
{
    uint32_t state;
    uint16_t *server;
    uint16_t *share;
};

struct dfs_storage_info_1
{
    uint32_t state;
    uint16_t *server;
    uint16_t *share;
    uint32_t priority_class;
    uint16_t priority_rank;
    uint16_t priority_reserved;
};

struct dfs_info_3
{
    uint16_t *path;
    uint16_t *comment;
    uint32_t state;
    uint32_t target_count;
    struct dfs_storage_info *targets;
};

struct dfs_info_4
{
    uint16_t *path;
    uint16_t *comment;
    uint32_t state;
    uint32_t timeout;
    uint8_t guid[INFO_GUID_SIZE];
    uint32_t target_count;
    struct dfs_storage_info *targets;
};

struct dfs_info_6
{
    uint16_t *path;
    uint16_t *comment;
    uint32_t state;
    uint32_t timeout;
    uint8_t guid[INFO_GUID_SIZE];
    uint32_t property_flags;
    uint32_t metadata_size;
    uint32_t target_count;
    struct dfs_storage_info_1 *targets;
};

struct dfs_info_7
{
    uint8_t generation_guid[INFO_GUID_SIZE];
};

/* Windows' callers leave the member that is descriptor_size here at 0: who reads their structures
 * gives the row the size of the descriptor. */
struct dfs_info_9
{
    uint16_t *path;
    uint16_t *comment;
    uint32_t state;
    uint32_t timeout;
    uint8_t guid[INFO_GUID_SIZE];
    uint32_t property_flags;
    uint32_t metadata_size;
    uint32_t descriptor_size;
    void *descriptor;
    uint32_t target_count;
    struct dfs_storage_info_1 *targets;
};

struct dfs_info_50
{
    uint32_t major_version;
    uint32_t minor_version;
    uint64_t capabilities;
};

struct dfs_info_100
{
    uint16_t *comment;
};

struct dfs_info_103
{
    uint32_t property_flag_mask;
    uint32_t property_flags;
};

struct dfs_info_104
{
    uint32_t priority_class;
    uint16_t priority_rank;
    uint16_t priority_reserved;
};

struct dfs_info_105
{
    uint16_t *comment;
    uint32_t state;
    uint32_t timeout;
    uint32_t property_flag_mask;
    uint32_t property_flags;
};

struct dfs_info_106
{
    uint32_t state;
    uint32_t priority_class;
    uint16_t priority_rank;
    uint16_t priority_reserved;
};

struct dfs_info_107
{
    uint16_t *comment;
    uint32_t state;
    uint32_t timeout;
    uint32_t property_flag_mask;
    uint32_t property_flags;
    uint32_t descriptor_size;
    void *descriptor;
};

struct dfs_info_150
{
    uint32_t descriptor_size;
    void *descriptor;
};

struct dfs_info_200
{
    uint16_t *namespace_name;
};

struct dfs_info_300
{
    uint32_t flavor;
    uint16_t *root_path;
};

/* Of no level: DFS_SUPPORTED_NAMESPACE_VERSION_INFO, 2.2.3.13 */
struct dfs_namespace_version
{
    uint32_t domain_major_version;
    uint32_t domain_minor_version;
    uint64_t domain_capabilities;
    uint32_t standalone_major_version;
    uint32_t standalone_minor_version;
    uint64_t standalone_capabilities;
};

extern const struct info_family dfs_target_family;
/* What a root or link can be asked or told: DFS_INFO_STRUCT, [MS-DFSNM] 2.2.6. */
extern const struct info_family dfs_family;
/* What can be listed: DFS_INFO_ENUM_STRUCT. */
extern const struct info_family dfs_list_family;
/* Parts of the first: what NetDfsGetClientInfo and NetDfsGetInfo offer, what NetDfsSetInfo takes. */
extern const struct info_family dfs_client_family;
extern const struct info_family dfs_get_family;
extern const struct info_family dfs_set_family;

#endif
