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

typedef struct _SERVER_INFO_502
{
    DWORD sv502_sessopens;
    DWORD sv502_sessvcs;
    DWORD sv502_opensearch;
    DWORD sv502_sizreqbuf;
    DWORD sv502_initworkitems;
    DWORD sv502_maxworkitems;
    DWORD sv502_rawworkitems;
    DWORD sv502_irpstacksize;
    DWORD sv502_maxrawbuflen;
    DWORD sv502_sessusers;
    DWORD sv502_sessconns;
    DWORD sv502_maxpagedmemoryusage;
    DWORD sv502_maxnonpagedmemoryusage;
    BOOL sv502_enablesoftcompat;
    BOOL sv502_enableforcedlogoff;
    BOOL sv502_timesource;
    BOOL sv502_acceptdownlevelapis;
    BOOL sv502_lmannounce;
} SERVER_INFO_502, *PSERVER_INFO_502, *LPSERVER_INFO_502;

typedef struct _SERVER_INFO_503
{
    DWORD sv503_sessopens;
    DWORD sv503_sessvcs;
    DWORD sv503_opensearch;
    DWORD sv503_sizreqbuf;
    DWORD sv503_initworkitems;
    DWORD sv503_maxworkitems;
    DWORD sv503_rawworkitems;
    DWORD sv503_irpstacksize;
    DWORD sv503_maxrawbuflen;
    DWORD sv503_sessusers;
    DWORD sv503_sessconns;
    DWORD sv503_maxpagedmemoryusage;
    DWORD sv503_maxnonpagedmemoryusage;
    BOOL sv503_enablesoftcompat;
    BOOL sv503_enableforcedlogoff;
    BOOL sv503_timesource;
    BOOL sv503_acceptdownlevelapis;
    BOOL sv503_lmannounce;
    LMSTR sv503_domain;
    DWORD sv503_maxcopyreadlen;
    DWORD sv503_maxcopywritelen;
    DWORD sv503_minkeepsearch;
    DWORD sv503_maxkeepsearch;
    DWORD sv503_minkeepcomplsearch;
    DWORD sv503_maxkeepcomplsearch;
    DWORD sv503_threadcountadd;
    DWORD sv503_numblockthreads;
    DWORD sv503_scavtimeout;
    DWORD sv503_minrcvqueue;
    DWORD sv503_minfreeworkitems;
    DWORD sv503_xactmemsize;
    DWORD sv503_threadpriority;
    DWORD sv503_maxmpxct;
    DWORD sv503_oplockbreakwait;
    DWORD sv503_oplockbreakresponsewait;
    BOOL sv503_enableoplocks;
    BOOL sv503_enableoplockforceclose;
    BOOL sv503_enablefcbopens;
    BOOL sv503_enableraw;
    BOOL sv503_enablesharednetdrives;
    DWORD sv503_minfreeconnections;
    DWORD sv503_maxfreeconnections;
} SERVER_INFO_503, *PSERVER_INFO_503, *LPSERVER_INFO_503;

NET_API_STATUS WINAPI NetServerComputerNameAdd(LMSTR, LMSTR, LMSTR);
NET_API_STATUS WINAPI NetServerComputerNameDel(LMSTR, LMSTR);
NET_API_STATUS WINAPI NetServerTransportAdd(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerTransportAddEx(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerTransportDel(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerDiskEnum(LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD, LPDWORD);
NET_API_STATUS WINAPI NetServerSetInfo(LMSTR, DWORD, LPBYTE, LPDWORD);
NET_API_STATUS WINAPI NetServerComputerNameAdd(LMSTR, LMSTR, LMSTR);
NET_API_STATUS WINAPI NetServerComputerNameDel(LMSTR, LMSTR);
NET_API_STATUS WINAPI NetServerTransportAdd(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerTransportAddEx(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerTransportDel(LMSTR, DWORD, LPBYTE);
NET_API_STATUS WINAPI NetServerTransportEnum(LMSTR, DWORD, LPBYTE *, DWORD, LPDWORD, LPDWORD,
                                             LPDWORD);

#endif

#endif
