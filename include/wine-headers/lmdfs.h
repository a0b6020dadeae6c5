/*
 * Wine has no lmdfs.h. All of it that is used here.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMDFS_H
#define WINE_HEADERS_LMDFS_H

typedef enum _DFS_TARGET_PRIORITY_CLASS
{
    DfsInvalidPriorityClass = -1,
    DfsSiteCostNormalPriorityClass,
    DfsGlobalHighPriorityClass,
    DfsSiteCostHighPriorityClass,
    DfsSiteCostLowPriorityClass,
    DfsGlobalLowPriorityClass,
} DFS_TARGET_PRIORITY_CLASS;

typedef struct _DFS_TARGET_PRIORITY
{
    DFS_TARGET_PRIORITY_CLASS TargetPriorityClass;
    USHORT TargetPriorityRank;
    USHORT Reserved;
} DFS_TARGET_PRIORITY;

typedef struct _DFS_STORAGE_INFO
{
    ULONG State;
    LPWSTR ServerName;
    LPWSTR ShareName;
} DFS_STORAGE_INFO, *LPDFS_STORAGE_INFO;

typedef struct _DFS_STORAGE_INFO_1
{
    ULONG State;
    LPWSTR ServerName;
    LPWSTR ShareName;
    DFS_TARGET_PRIORITY TargetPriority;
} DFS_STORAGE_INFO_1, *LPDFS_STORAGE_INFO_1;

typedef struct _DFS_INFO_1
{
    LPWSTR EntryPath;
} DFS_INFO_1;

typedef struct _DFS_INFO_2
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    DWORD NumberOfStorages;
} DFS_INFO_2;

typedef struct _DFS_INFO_3
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    DWORD NumberOfStorages;
    LPDFS_STORAGE_INFO Storage;
} DFS_INFO_3;

typedef struct _DFS_INFO_4
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    GUID Guid;
    DWORD NumberOfStorages;
    LPDFS_STORAGE_INFO Storage;
} DFS_INFO_4;

typedef struct _DFS_INFO_5
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    GUID Guid;
    ULONG PropertyFlags;
    ULONG MetadataSize;
    DWORD NumberOfStorages;
} DFS_INFO_5;

typedef struct _DFS_INFO_6
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    GUID Guid;
    ULONG PropertyFlags;
    ULONG MetadataSize;
    DWORD NumberOfStorages;
    LPDFS_STORAGE_INFO_1 Storage;
} DFS_INFO_6;

typedef struct _DFS_INFO_7
{
    GUID GenerationGuid;
} DFS_INFO_7;

typedef struct _DFS_INFO_8
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    GUID Guid;
    ULONG PropertyFlags;
    ULONG MetadataSize;
    ULONG SdLengthReserved;
    PSECURITY_DESCRIPTOR pSecurityDescriptor;
    DWORD NumberOfStorages;
} DFS_INFO_8;

typedef struct _DFS_INFO_9
{
    LPWSTR EntryPath;
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    GUID Guid;
    ULONG PropertyFlags;
    ULONG MetadataSize;
    ULONG SdLengthReserved;
    PSECURITY_DESCRIPTOR pSecurityDescriptor;
    DWORD NumberOfStorages;
    LPDFS_STORAGE_INFO_1 Storage;
} DFS_INFO_9;

typedef struct _DFS_INFO_50
{
    ULONG NamespaceMajorVersion;
    ULONG NamespaceMinorVersion;
    ULONGLONG NamespaceCapabilities;
} DFS_INFO_50;

typedef struct _DFS_INFO_100
{
    LPWSTR Comment;
} DFS_INFO_100;

typedef struct _DFS_INFO_101
{
    DWORD State;
} DFS_INFO_101;

typedef struct _DFS_INFO_102
{
    ULONG Timeout;
} DFS_INFO_102;

typedef struct _DFS_INFO_103
{
    ULONG PropertyFlagMask;
    ULONG PropertyFlags;
} DFS_INFO_103;

typedef struct _DFS_INFO_104
{
    DFS_TARGET_PRIORITY TargetPriority;
} DFS_INFO_104;

typedef struct _DFS_INFO_105
{
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    ULONG PropertyFlagMask;
    ULONG PropertyFlags;
} DFS_INFO_105;

typedef struct _DFS_INFO_106
{
    DWORD State;
    DFS_TARGET_PRIORITY TargetPriority;
} DFS_INFO_106;

typedef struct _DFS_INFO_107
{
    LPWSTR Comment;
    DWORD State;
    ULONG Timeout;
    ULONG PropertyFlagMask;
    ULONG PropertyFlags;
    ULONG SdLengthReserved;
    PSECURITY_DESCRIPTOR pSecurityDescriptor;
} DFS_INFO_107;

typedef struct _DFS_INFO_150
{
    ULONG SdLengthReserved;
    PSECURITY_DESCRIPTOR pSecurityDescriptor;
} DFS_INFO_150;

typedef struct _DFS_INFO_200
{
    LPWSTR FtDfsName;
} DFS_INFO_200;

typedef struct _DFS_INFO_300
{
    DWORD Flags;
    LPWSTR DfsName;
} DFS_INFO_300;

typedef enum _DFS_NAMESPACE_VERSION_ORIGIN
{
    DFS_NAMESPACE_VERSION_ORIGIN_COMBINED,
    DFS_NAMESPACE_VERSION_ORIGIN_SERVER,
    DFS_NAMESPACE_VERSION_ORIGIN_DOMAIN,
} DFS_NAMESPACE_VERSION_ORIGIN;

typedef struct _DFS_SUPPORTED_NAMESPACE_VERSION_INFO
{
    ULONG DomainDfsMajorVersion;
    ULONG NamespaceMinorVersion;
    ULONGLONG DomainDfsCapabilities;
    ULONG StandaloneDfsMajorVersion;
    ULONG StandaloneDfsMinorVersion;
    ULONGLONG StandaloneDfsCapabilities;
} DFS_SUPPORTED_NAMESPACE_VERSION_INFO, *PDFS_SUPPORTED_NAMESPACE_VERSION_INFO;

NET_API_STATUS WINAPI NetDfsAdd(LPWSTR, LPWSTR, LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsAddFtRoot(LPWSTR, LPWSTR, LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsAddRootTarget(LPWSTR, LPWSTR, ULONG, LPWSTR, ULONG);
NET_API_STATUS WINAPI NetDfsAddStdRoot(LPWSTR, LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsAddStdRootForced(LPWSTR, LPWSTR, LPWSTR, LPWSTR);
NET_API_STATUS WINAPI NetDfsEnum(LPWSTR, DWORD, DWORD, LPBYTE *, LPDWORD, LPDWORD);
NET_API_STATUS WINAPI NetDfsGetClientInfo(LPWSTR, LPWSTR, LPWSTR, DWORD, LPBYTE *);
NET_API_STATUS WINAPI NetDfsGetInfo(LPWSTR, LPWSTR, LPWSTR, DWORD, LPBYTE *);
NET_API_STATUS WINAPI NetDfsGetSupportedNamespaceVersion(DFS_NAMESPACE_VERSION_ORIGIN, PWSTR,
                                                         PDFS_SUPPORTED_NAMESPACE_VERSION_INFO *);
NET_API_STATUS WINAPI NetDfsManagerInitialize(LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsMove(LPWSTR, LPWSTR, ULONG);
NET_API_STATUS WINAPI NetDfsRemove(LPWSTR, LPWSTR, LPWSTR);
NET_API_STATUS WINAPI NetDfsRemoveFtRoot(LPWSTR, LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsRemoveFtRootForced(LPWSTR, LPWSTR, LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsRemoveRootTarget(LPWSTR, LPWSTR, ULONG);
NET_API_STATUS WINAPI NetDfsRemoveStdRoot(LPWSTR, LPWSTR, DWORD);
NET_API_STATUS WINAPI NetDfsSetInfo(LPWSTR, LPWSTR, LPWSTR, DWORD, LPBYTE);

#ifndef DFS_PROPERTY_FLAG_ABDE

#define DFS_PROPERTY_FLAG_ABDE             0x00000020
#define DFS_PROPERTY_FLAG_CLUSTER_ENABLED  0x00000010
#define DFS_PROPERTY_FLAG_INSITE_REFERRALS 0x00000001
#define DFS_PROPERTY_FLAG_ROOT_SCALABILITY 0x00000002
#define DFS_PROPERTY_FLAG_SITE_COSTING     0x00000004
#define DFS_PROPERTY_FLAG_TARGET_FAILBACK  0x00000008
#define DFS_STORAGE_STATES                 0xF
#define DFS_STORAGE_STATE_ACTIVE           4
#define DFS_STORAGE_STATE_OFFLINE          1
#define DFS_STORAGE_STATE_ONLINE           2
#define DFS_VOLUME_FLAVORS                 0x0300
#define DFS_VOLUME_FLAVOR_AD_BLOB          0x0200
#define DFS_VOLUME_FLAVOR_STANDALONE       0x0100
#define DFS_VOLUME_STATES                  0xF
#define DFS_VOLUME_STATE_INCONSISTENT      2
#define DFS_VOLUME_STATE_OFFLINE           3
#define DFS_VOLUME_STATE_OK                1
#define DFS_VOLUME_STATE_ONLINE            4

#endif

#endif
