/*
 * DFS namespaces: NetDfs*. Documented with lmdfs.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmdfs.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/dfs/dfs.h"
#include "levels/same_layout.h"

/* ---- The tables of dfs_levels.c fill Windows' structures -------------------------------------- */

/* A structure that is the beginning of another's. */
#define ASSERT_SIZE_BEFORE(structure, next, windows_structure)                                     \
    _Static_assert(INFO_SIZE_BEFORE(structure, next) == sizeof(windows_structure),                 \
                   #windows_structure)

ASSERT_SAME_SIZE(dfs_storage_info, DFS_STORAGE_INFO);
ASSERT_SAME_PLACE(dfs_storage_info, state, DFS_STORAGE_INFO, State);
ASSERT_SAME_PLACE(dfs_storage_info, server, DFS_STORAGE_INFO, ServerName);
ASSERT_SAME_PLACE(dfs_storage_info, share, DFS_STORAGE_INFO, ShareName);

ASSERT_SAME_SIZE(dfs_storage_info_1, DFS_STORAGE_INFO_1);
ASSERT_SAME_PLACE(dfs_storage_info_1, state, DFS_STORAGE_INFO_1, State);
ASSERT_SAME_PLACE(dfs_storage_info_1, server, DFS_STORAGE_INFO_1, ServerName);
ASSERT_SAME_PLACE(dfs_storage_info_1, share, DFS_STORAGE_INFO_1, ShareName);
ASSERT_SAME_PLACE(dfs_storage_info_1, priority_class, DFS_STORAGE_INFO_1,
                  TargetPriority.TargetPriorityClass);
ASSERT_SAME_PLACE(dfs_storage_info_1, priority_rank, DFS_STORAGE_INFO_1,
                  TargetPriority.TargetPriorityRank);
ASSERT_SAME_PLACE(dfs_storage_info_1, priority_reserved, DFS_STORAGE_INFO_1,
                  TargetPriority.Reserved);

ASSERT_SIZE_BEFORE(dfs_info_3, comment, DFS_INFO_1);
ASSERT_SAME_PLACE(dfs_info_3, path, DFS_INFO_1, EntryPath);

ASSERT_SIZE_BEFORE(dfs_info_3, targets, DFS_INFO_2);
ASSERT_SAME_PLACE(dfs_info_3, path, DFS_INFO_2, EntryPath);
ASSERT_SAME_PLACE(dfs_info_3, comment, DFS_INFO_2, Comment);
ASSERT_SAME_PLACE(dfs_info_3, state, DFS_INFO_2, State);
ASSERT_SAME_PLACE(dfs_info_3, target_count, DFS_INFO_2, NumberOfStorages);

ASSERT_SAME_SIZE(dfs_info_3, DFS_INFO_3);
ASSERT_SAME_PLACE(dfs_info_3, path, DFS_INFO_3, EntryPath);
ASSERT_SAME_PLACE(dfs_info_3, comment, DFS_INFO_3, Comment);
ASSERT_SAME_PLACE(dfs_info_3, state, DFS_INFO_3, State);
ASSERT_SAME_PLACE(dfs_info_3, target_count, DFS_INFO_3, NumberOfStorages);
ASSERT_SAME_PLACE(dfs_info_3, targets, DFS_INFO_3, Storage);

ASSERT_SAME_SIZE(dfs_info_4, DFS_INFO_4);
ASSERT_SAME_PLACE(dfs_info_4, path, DFS_INFO_4, EntryPath);
ASSERT_SAME_PLACE(dfs_info_4, comment, DFS_INFO_4, Comment);
ASSERT_SAME_PLACE(dfs_info_4, state, DFS_INFO_4, State);
ASSERT_SAME_PLACE(dfs_info_4, timeout, DFS_INFO_4, Timeout);
ASSERT_SAME_PLACE(dfs_info_4, guid, DFS_INFO_4, Guid);
ASSERT_SAME_PLACE(dfs_info_4, target_count, DFS_INFO_4, NumberOfStorages);
ASSERT_SAME_PLACE(dfs_info_4, targets, DFS_INFO_4, Storage);

ASSERT_SIZE_BEFORE(dfs_info_6, targets, DFS_INFO_5);
ASSERT_SAME_PLACE(dfs_info_6, metadata_size, DFS_INFO_5, MetadataSize);
ASSERT_SAME_PLACE(dfs_info_6, target_count, DFS_INFO_5, NumberOfStorages);

ASSERT_SAME_SIZE(dfs_info_6, DFS_INFO_6);
ASSERT_SAME_PLACE(dfs_info_6, path, DFS_INFO_6, EntryPath);
ASSERT_SAME_PLACE(dfs_info_6, comment, DFS_INFO_6, Comment);
ASSERT_SAME_PLACE(dfs_info_6, state, DFS_INFO_6, State);
ASSERT_SAME_PLACE(dfs_info_6, timeout, DFS_INFO_6, Timeout);
ASSERT_SAME_PLACE(dfs_info_6, guid, DFS_INFO_6, Guid);
ASSERT_SAME_PLACE(dfs_info_6, property_flags, DFS_INFO_6, PropertyFlags);
ASSERT_SAME_PLACE(dfs_info_6, metadata_size, DFS_INFO_6, MetadataSize);
ASSERT_SAME_PLACE(dfs_info_6, target_count, DFS_INFO_6, NumberOfStorages);
ASSERT_SAME_PLACE(dfs_info_6, targets, DFS_INFO_6, Storage);

ASSERT_SAME_SIZE(dfs_info_7, DFS_INFO_7);
ASSERT_SAME_PLACE(dfs_info_7, generation_guid, DFS_INFO_7, GenerationGuid);

ASSERT_SIZE_BEFORE(dfs_info_9, targets, DFS_INFO_8);
ASSERT_SAME_PLACE(dfs_info_9, descriptor_size, DFS_INFO_8, SdLengthReserved);
ASSERT_SAME_PLACE(dfs_info_9, descriptor, DFS_INFO_8, pSecurityDescriptor);
ASSERT_SAME_PLACE(dfs_info_9, target_count, DFS_INFO_8, NumberOfStorages);

ASSERT_SAME_SIZE(dfs_info_9, DFS_INFO_9);
ASSERT_SAME_PLACE(dfs_info_9, path, DFS_INFO_9, EntryPath);
ASSERT_SAME_PLACE(dfs_info_9, comment, DFS_INFO_9, Comment);
ASSERT_SAME_PLACE(dfs_info_9, state, DFS_INFO_9, State);
ASSERT_SAME_PLACE(dfs_info_9, timeout, DFS_INFO_9, Timeout);
ASSERT_SAME_PLACE(dfs_info_9, guid, DFS_INFO_9, Guid);
ASSERT_SAME_PLACE(dfs_info_9, property_flags, DFS_INFO_9, PropertyFlags);
ASSERT_SAME_PLACE(dfs_info_9, metadata_size, DFS_INFO_9, MetadataSize);
ASSERT_SAME_PLACE(dfs_info_9, descriptor_size, DFS_INFO_9, SdLengthReserved);
ASSERT_SAME_PLACE(dfs_info_9, descriptor, DFS_INFO_9, pSecurityDescriptor);
ASSERT_SAME_PLACE(dfs_info_9, target_count, DFS_INFO_9, NumberOfStorages);
ASSERT_SAME_PLACE(dfs_info_9, targets, DFS_INFO_9, Storage);

ASSERT_SAME_SIZE(dfs_info_50, DFS_INFO_50);
ASSERT_SAME_PLACE(dfs_info_50, major_version, DFS_INFO_50, NamespaceMajorVersion);
ASSERT_SAME_PLACE(dfs_info_50, minor_version, DFS_INFO_50, NamespaceMinorVersion);
ASSERT_SAME_PLACE(dfs_info_50, capabilities, DFS_INFO_50, NamespaceCapabilities);

ASSERT_SAME_SIZE(dfs_info_100, DFS_INFO_100);
ASSERT_SAME_PLACE(dfs_info_100, comment, DFS_INFO_100, Comment);
_Static_assert(sizeof(uint32_t) == sizeof(DFS_INFO_101), "DFS_INFO_101");
_Static_assert(sizeof(uint32_t) == sizeof(DFS_INFO_102), "DFS_INFO_102");

ASSERT_SAME_SIZE(dfs_info_103, DFS_INFO_103);
ASSERT_SAME_PLACE(dfs_info_103, property_flag_mask, DFS_INFO_103, PropertyFlagMask);
ASSERT_SAME_PLACE(dfs_info_103, property_flags, DFS_INFO_103, PropertyFlags);

ASSERT_SAME_SIZE(dfs_info_104, DFS_INFO_104);
ASSERT_SAME_PLACE(dfs_info_104, priority_class, DFS_INFO_104, TargetPriority.TargetPriorityClass);
ASSERT_SAME_PLACE(dfs_info_104, priority_rank, DFS_INFO_104, TargetPriority.TargetPriorityRank);
ASSERT_SAME_PLACE(dfs_info_104, priority_reserved, DFS_INFO_104, TargetPriority.Reserved);

ASSERT_SAME_SIZE(dfs_info_105, DFS_INFO_105);
ASSERT_SAME_PLACE(dfs_info_105, comment, DFS_INFO_105, Comment);
ASSERT_SAME_PLACE(dfs_info_105, state, DFS_INFO_105, State);
ASSERT_SAME_PLACE(dfs_info_105, timeout, DFS_INFO_105, Timeout);
ASSERT_SAME_PLACE(dfs_info_105, property_flag_mask, DFS_INFO_105, PropertyFlagMask);
ASSERT_SAME_PLACE(dfs_info_105, property_flags, DFS_INFO_105, PropertyFlags);

ASSERT_SAME_SIZE(dfs_info_106, DFS_INFO_106);
ASSERT_SAME_PLACE(dfs_info_106, state, DFS_INFO_106, State);
ASSERT_SAME_PLACE(dfs_info_106, priority_class, DFS_INFO_106, TargetPriority.TargetPriorityClass);
ASSERT_SAME_PLACE(dfs_info_106, priority_rank, DFS_INFO_106, TargetPriority.TargetPriorityRank);
ASSERT_SAME_PLACE(dfs_info_106, priority_reserved, DFS_INFO_106, TargetPriority.Reserved);

ASSERT_SAME_SIZE(dfs_info_107, DFS_INFO_107);
ASSERT_SAME_PLACE(dfs_info_107, comment, DFS_INFO_107, Comment);
ASSERT_SAME_PLACE(dfs_info_107, state, DFS_INFO_107, State);
ASSERT_SAME_PLACE(dfs_info_107, timeout, DFS_INFO_107, Timeout);
ASSERT_SAME_PLACE(dfs_info_107, property_flag_mask, DFS_INFO_107, PropertyFlagMask);
ASSERT_SAME_PLACE(dfs_info_107, property_flags, DFS_INFO_107, PropertyFlags);
ASSERT_SAME_PLACE(dfs_info_107, descriptor_size, DFS_INFO_107, SdLengthReserved);
ASSERT_SAME_PLACE(dfs_info_107, descriptor, DFS_INFO_107, pSecurityDescriptor);

ASSERT_SAME_SIZE(dfs_info_150, DFS_INFO_150);
ASSERT_SAME_PLACE(dfs_info_150, descriptor_size, DFS_INFO_150, SdLengthReserved);
ASSERT_SAME_PLACE(dfs_info_150, descriptor, DFS_INFO_150, pSecurityDescriptor);

ASSERT_SAME_SIZE(dfs_info_200, DFS_INFO_200);
ASSERT_SAME_PLACE(dfs_info_200, namespace_name, DFS_INFO_200, FtDfsName);

ASSERT_SAME_SIZE(dfs_info_300, DFS_INFO_300);
ASSERT_SAME_PLACE(dfs_info_300, flavor, DFS_INFO_300, Flags);
ASSERT_SAME_PLACE(dfs_info_300, root_path, DFS_INFO_300, DfsName);

ASSERT_SAME_SIZE(dfs_namespace_version, DFS_SUPPORTED_NAMESPACE_VERSION_INFO);
ASSERT_SAME_PLACE(dfs_namespace_version, domain_major_version, DFS_SUPPORTED_NAMESPACE_VERSION_INFO,
                  DomainDfsMajorVersion);
ASSERT_SAME_PLACE(dfs_namespace_version, domain_capabilities, DFS_SUPPORTED_NAMESPACE_VERSION_INFO,
                  DomainDfsCapabilities);
ASSERT_SAME_PLACE(dfs_namespace_version, standalone_major_version,
                  DFS_SUPPORTED_NAMESPACE_VERSION_INFO, StandaloneDfsMajorVersion);
ASSERT_SAME_PLACE(dfs_namespace_version, standalone_minor_version,
                  DFS_SUPPORTED_NAMESPACE_VERSION_INFO, StandaloneDfsMinorVersion);
ASSERT_SAME_PLACE(dfs_namespace_version, standalone_capabilities,
                  DFS_SUPPORTED_NAMESPACE_VERSION_INFO, StandaloneDfsCapabilities);

/* ---- Roots and links ------------------------------------------------------------------------- */

static struct dfs_target_name target_w(const WCHAR *server, const WCHAR *share)
{
    return (struct dfs_target_name){ slice_w(server), slice_w(share) };
}

NET_API_STATUS WINAPI NetDfsEnum(LPWSTR DfsName, DWORD Level, DWORD PrefMaxLen, LPBYTE *Buffer,
                                 LPDWORD EntriesRead, LPDWORD ResumeHandle)
{
    const struct dfs_enum_request request = {
        .name = slice_w(DfsName),
        .level = Level,
        .preferred_length = PrefMaxLen,
        .resume_handle = ResumeHandle ? *ResumeHandle : 0,
    };
    struct info_answer answer = { 0 };
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (Buffer && EntriesRead)
    {
        status = dfs_enumerate(&request, &answer);
    }
    if (Buffer)
    {
        *Buffer = answer.buffer;
    }
    if (EntriesRead)
    {
        *EntriesRead = answer.entries;
    }
    if (ResumeHandle && !status)
    {
        *ResumeHandle = answer.resume_handle;
    }
    return status;
}

/* Documented as taking no notice of a target. */
NET_API_STATUS WINAPI NetDfsGetInfo(LPWSTR DfsEntryPath, LPWSTR ServerName, LPWSTR ShareName,
                                    DWORD Level, LPBYTE *Buffer)
{
    void *buffer = NULL;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    (void)ServerName;
    (void)ShareName;
    if (Buffer)
    {
        status = dfs_get_info(slice_w(DfsEntryPath), Level, &buffer);
        *Buffer = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetDfsGetClientInfo(LPWSTR DfsEntryPath, LPWSTR ServerName, LPWSTR ShareName,
                                          DWORD Level, LPBYTE *Buffer)
{
    const struct dfs_target_name target = target_w(ServerName, ShareName);
    void *buffer = NULL;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (Buffer)
    {
        status = dfs_get_client_info(slice_w(DfsEntryPath), &target, Level, &buffer);
        *Buffer = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetDfsSetInfo(LPWSTR DfsEntryPath, LPWSTR ServerName, LPWSTR ShareName,
                                    DWORD Level, LPBYTE Buffer)
{
    const struct dfs_target_name target = target_w(ServerName, ShareName);

    return Buffer ? dfs_set_info(slice_w(DfsEntryPath), &target, Level, Buffer)
                  : ERROR_INVALID_PARAMETER;
}

NET_API_STATUS WINAPI NetDfsAdd(LPWSTR DfsEntryPath, LPWSTR ServerName, LPWSTR ShareName,
                                LPWSTR Comment, DWORD Flags)
{
    const struct dfs_target_name target = target_w(ServerName, ShareName);

    return dfs_add(slice_w(DfsEntryPath), &target, slice_w(Comment), Flags);
}

NET_API_STATUS WINAPI NetDfsRemove(LPWSTR DfsEntryPath, LPWSTR ServerName, LPWSTR ShareName)
{
    const struct dfs_target_name target = target_w(ServerName, ShareName);

    return dfs_remove(slice_w(DfsEntryPath), &target);
}

NET_API_STATUS WINAPI NetDfsMove(LPWSTR DfsEntryPath, LPWSTR DfsNewEntryPath, ULONG Flags)
{
    return dfs_move(slice_w(DfsEntryPath), slice_w(DfsNewEntryPath), Flags);
}

/* ---- Namespaces ------------------------------------------------------------------------------ */

NET_API_STATUS WINAPI NetDfsAddStdRoot(LPWSTR ServerName, LPWSTR RootShare, LPWSTR Comment,
                                       DWORD Flags)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_add_std_root(&root, slice_w(Comment), Flags);
}

NET_API_STATUS WINAPI NetDfsAddStdRootForced(LPWSTR ServerName, LPWSTR RootShare, LPWSTR Comment,
                                             LPWSTR Store)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_add_std_root_forced(&root, slice_w(Comment), slice_w(Store));
}

NET_API_STATUS WINAPI NetDfsRemoveStdRoot(LPWSTR ServerName, LPWSTR RootShare, DWORD Flags)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_remove_std_root(&root, Flags);
}

NET_API_STATUS WINAPI NetDfsAddFtRoot(LPWSTR ServerName, LPWSTR RootShare, LPWSTR FtDfsName,
                                      LPWSTR Comment, DWORD Flags)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_add_ft_root(&root, slice_w(FtDfsName), slice_w(Comment), Flags);
}

NET_API_STATUS WINAPI NetDfsRemoveFtRoot(LPWSTR ServerName, LPWSTR RootShare, LPWSTR FtDfsName,
                                         DWORD Flags)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_remove_ft_root(&root, slice_w(FtDfsName), Flags);
}

NET_API_STATUS WINAPI NetDfsRemoveFtRootForced(LPWSTR DomainName, LPWSTR ServerName,
                                               LPWSTR RootShare, LPWSTR FtDfsName, DWORD Flags)
{
    const struct dfs_target_name root = target_w(ServerName, RootShare);

    return dfs_remove_ft_root_forced(slice_w(DomainName), &root, slice_w(FtDfsName), Flags);
}

NET_API_STATUS WINAPI NetDfsAddRootTarget(LPWSTR pDfsPath, LPWSTR pTargetPath, ULONG MajorVersion,
                                          LPWSTR pComment, ULONG Flags)
{
    return dfs_add_root_target(slice_w(pDfsPath), slice_w(pTargetPath), MajorVersion,
                               slice_w(pComment), Flags);
}

NET_API_STATUS WINAPI NetDfsRemoveRootTarget(LPWSTR pDfsPath, LPWSTR pTargetPath, ULONG Flags)
{
    return dfs_remove_root_target(slice_w(pDfsPath), slice_w(pTargetPath), Flags);
}

NET_API_STATUS WINAPI
NetDfsGetSupportedNamespaceVersion(DFS_NAMESPACE_VERSION_ORIGIN Origin, PWSTR pName,
                                   PDFS_SUPPORTED_NAMESPACE_VERSION_INFO *ppVersionInfo)
{
    struct dfs_namespace_version *version = NULL;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (ppVersionInfo)
    {
        status = dfs_get_supported_namespace_version((DWORD)Origin, slice_w(pName), &version);
        *ppVersionInfo = (void *)version;
    }
    return status;
}

NET_API_STATUS WINAPI NetDfsManagerInitialize(LPWSTR ServerName, DWORD Flags)
{
    return dfs_manager_initialize(slice_w(ServerName), Flags);
}
