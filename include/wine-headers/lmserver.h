/*
 * What Wine's lmserver.h lacks: all levels but 100 and 101, and most functions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMSERVER_H
#define WINE_HEADERS_LMSERVER_H

#include_next <lmserver.h>

#ifndef SV_NODISC

#define SV_NODISC (-1L)

typedef struct _SERVER_INFO_102
{
    DWORD sv102_platform_id;
    LMSTR sv102_name;
    DWORD sv102_version_major;
    DWORD sv102_version_minor;
    DWORD sv102_type;
    LMSTR sv102_comment;
    DWORD sv102_users;
    LONG sv102_disc;
    BOOL sv102_hidden;
    DWORD sv102_announce;
    DWORD sv102_anndelta;
    DWORD sv102_licenses;
    LMSTR sv102_userpath;
} SERVER_INFO_102, *PSERVER_INFO_102, *LPSERVER_INFO_102;

NET_API_STATUS WINAPI NetServerDiskEnum(LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD, LPDWORD);
NET_API_STATUS WINAPI NetServerSetInfo(LMSTR, DWORD, LPBYTE, LPDWORD);
NET_API_STATUS WINAPI NetServerTransportEnum(LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD,
                                             LPDWORD);

#endif

#endif
