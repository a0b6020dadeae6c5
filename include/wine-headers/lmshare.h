/*
 * What Wine's lmshare.h lacks: sessions, connections and files, and some levels of shares.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This folder stands before Wine's headers when the sources are compiled with them.
 */
#ifndef WINE_HEADERS_LMSHARE_H
#define WINE_HEADERS_LMSHARE_H

#include_next <lmshare.h>

/* A Wine that has the structures has this too. */
#ifndef SESS_GUEST

#define SESS_GUEST        0x1
#define SESS_NOENCRYPTION 0x2

typedef struct _SESSION_INFO_0
{
    LMSTR sesi0_cname;
} SESSION_INFO_0, *PSESSION_INFO_0, *LPSESSION_INFO_0;

typedef struct _SESSION_INFO_1
{
    LMSTR sesi1_cname;
    LMSTR sesi1_username;
    DWORD sesi1_num_opens;
    DWORD sesi1_time;
    DWORD sesi1_idle_time;
    DWORD sesi1_user_flags;
} SESSION_INFO_1, *PSESSION_INFO_1, *LPSESSION_INFO_1;

typedef struct _SESSION_INFO_2
{
    LMSTR sesi2_cname;
    LMSTR sesi2_username;
    DWORD sesi2_num_opens;
    DWORD sesi2_time;
    DWORD sesi2_idle_time;
    DWORD sesi2_user_flags;
    LMSTR sesi2_cltype_name;
} SESSION_INFO_2, *PSESSION_INFO_2, *LPSESSION_INFO_2;

typedef struct _SESSION_INFO_10
{
    LMSTR sesi10_cname;
    LMSTR sesi10_username;
    DWORD sesi10_time;
    DWORD sesi10_idle_time;
} SESSION_INFO_10, *PSESSION_INFO_10, *LPSESSION_INFO_10;

typedef struct _SESSION_INFO_502
{
    LMSTR sesi502_cname;
    LMSTR sesi502_username;
    DWORD sesi502_num_opens;
    DWORD sesi502_time;
    DWORD sesi502_idle_time;
    DWORD sesi502_user_flags;
    LMSTR sesi502_cltype_name;
    LMSTR sesi502_transport;
} SESSION_INFO_502, *PSESSION_INFO_502, *LPSESSION_INFO_502;

typedef struct _CONNECTION_INFO_0
{
    DWORD coni0_id;
} CONNECTION_INFO_0, *PCONNECTION_INFO_0, *LPCONNECTION_INFO_0;

typedef struct _CONNECTION_INFO_1
{
    DWORD coni1_id;
    DWORD coni1_type;
    DWORD coni1_num_opens;
    DWORD coni1_num_users;
    DWORD coni1_time;
    LMSTR coni1_username;
    LMSTR coni1_netname;
} CONNECTION_INFO_1, *PCONNECTION_INFO_1, *LPCONNECTION_INFO_1;

typedef struct _FILE_INFO_2
{
    DWORD fi2_id;
} FILE_INFO_2, *PFILE_INFO_2, *LPFILE_INFO_2;

typedef struct _FILE_INFO_3
{
    DWORD fi3_id;
    DWORD fi3_permissions;
    DWORD fi3_num_locks;
    LMSTR fi3_pathname;
    LMSTR fi3_username;
} FILE_INFO_3, *PFILE_INFO_3, *LPFILE_INFO_3;

typedef struct _SHARE_INFO_501
{
    LMSTR shi501_netname;
    DWORD shi501_type;
    LMSTR shi501_remark;
    DWORD shi501_flags;
} SHARE_INFO_501, *PSHARE_INFO_501, *LPSHARE_INFO_501;

typedef struct _SHARE_INFO_1004
{
    LMSTR shi1004_remark;
} SHARE_INFO_1004, *PSHARE_INFO_1004, *LPSHARE_INFO_1004;

typedef struct _SHARE_INFO_1005
{
    DWORD shi1005_flags;
} SHARE_INFO_1005, *PSHARE_INFO_1005, *LPSHARE_INFO_1005;

typedef struct _SHARE_INFO_1006
{
    DWORD shi1006_max_uses;
} SHARE_INFO_1006, *PSHARE_INFO_1006, *LPSHARE_INFO_1006;

typedef struct _SHARE_INFO_1501
{
    DWORD shi1501_reserved;
    PSECURITY_DESCRIPTOR shi1501_security_descriptor;
} SHARE_INFO_1501, *PSHARE_INFO_1501, *LPSHARE_INFO_1501;

#define SHARE_FILE_SD_PARMNUM 501

NET_API_STATUS WINAPI NetConnectionEnum(LMSTR, LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD,
                                        LPDWORD);
NET_API_STATUS WINAPI NetFileClose(LMSTR, DWORD);
NET_API_STATUS WINAPI NetFileEnum(LMSTR, LMSTR, LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD,
                                  PDWORD_PTR);
NET_API_STATUS WINAPI NetFileGetInfo(LMSTR, DWORD, DWORD, LPBYTE *);

#endif

#ifndef CSC_CACHE_AUTO_REINT

#define CSC_CACHE_AUTO_REINT                      0x10
#define CSC_CACHE_MANUAL_REINT                    0x00
#define CSC_CACHE_NONE                            0x30
#define CSC_CACHE_VDO                             0x20
#define CSC_MASK                                  0x30
#define PERM_FILE_CREATE                          0x4
#define PERM_FILE_READ                            0x1
#define PERM_FILE_WRITE                           0x2
#define SHARE_MAX_USES_PARMNUM                    6
#define SHARE_NETNAME_PARMNUM                     1
#define SHARE_PATH_PARMNUM                        8
#define SHARE_REMARK_PARMNUM                      4
#define SHARE_TYPE_PARMNUM                        3
#define SHI1005_FLAGS_ACCESS_BASED_DIRECTORY_ENUM 0x0800
#define SHI1005_FLAGS_ALLOW_NAMESPACE_CACHING     0x0400
#define SHI1005_FLAGS_DFS                         0x01
#define SHI1005_FLAGS_DFS_ROOT                    0x02
#define SHI1005_FLAGS_FORCE_SHARED_DELETE         0x0200
#define SHI1005_FLAGS_RESTRICT_EXCLUSIVE_OPENS    0x0100
#define SHI_USES_UNLIMITED                        ((DWORD)-1)
#define STYPE_TEMPORARY                           0x40000000

#endif

#endif
