/*
 * Wine has no lmremutl.h: the time of day and the abilities of a computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_LMREMUTL_H
#define WINE_HEADERS_LMREMUTL_H

#define SUPPORTS_REMOTE_ADMIN_PROTOCOL 0x00000002L
#define SUPPORTS_RPC                   0x00000004L
#define SUPPORTS_SAM_PROTOCOL          0x00000008L
#define SUPPORTS_UNICODE               0x00000010L
#define SUPPORTS_LOCAL                 0x00000020L
#define SUPPORTS_ANY                   0xFFFFFFFFL

typedef struct _TIME_OF_DAY_INFO
{
    DWORD tod_elapsedt;
    DWORD tod_msecs;
    DWORD tod_hours;
    DWORD tod_mins;
    DWORD tod_secs;
    DWORD tod_hunds;
    LONG tod_timezone;
    DWORD tod_tinterval;
    DWORD tod_day;
    DWORD tod_month;
    DWORD tod_year;
    DWORD tod_weekday;
} TIME_OF_DAY_INFO, *PTIME_OF_DAY_INFO, *LPTIME_OF_DAY_INFO;

NET_API_STATUS WINAPI NetRemoteTOD(LPCWSTR, LPBYTE *);
NET_API_STATUS WINAPI NetRemoteComputerSupports(LPCWSTR, DWORD, LPDWORD);

#endif
