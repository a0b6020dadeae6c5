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

#ifndef SVTI2_REMAP_PIPE_NAMES

#define SVTI2_REMAP_PIPE_NAMES 0x2

typedef struct _SERVER_INFO_402
{
    DWORD sv402_ulist_mtime;
    DWORD sv402_glist_mtime;
    DWORD sv402_alist_mtime;
    LMSTR sv402_alerts;
    DWORD sv402_security;
    DWORD sv402_numadmin;
    DWORD sv402_lanmask;
    LMSTR sv402_guestacct;
    DWORD sv402_chdevs;
    DWORD sv402_chdevq;
    DWORD sv402_chdevjobs;
    DWORD sv402_connections;
    DWORD sv402_shares;
    DWORD sv402_openfiles;
    DWORD sv402_sessopens;
    DWORD sv402_sessvcs;
    DWORD sv402_sessreqs;
    DWORD sv402_opensearch;
    DWORD sv402_activelocks;
    DWORD sv402_numreqbuf;
    DWORD sv402_sizreqbuf;
    DWORD sv402_numbigbuf;
    DWORD sv402_numfiletasks;
    DWORD sv402_alertsched;
    DWORD sv402_erroralert;
    DWORD sv402_logonalert;
    DWORD sv402_accessalert;
    DWORD sv402_diskalert;
    DWORD sv402_netioalert;
    DWORD sv402_maxauditsz;
    LMSTR sv402_srvheuristics;
} SERVER_INFO_402, *PSERVER_INFO_402, *LPSERVER_INFO_402;

typedef struct _SERVER_INFO_403
{
    DWORD sv403_ulist_mtime;
    DWORD sv403_glist_mtime;
    DWORD sv403_alist_mtime;
    LMSTR sv403_alerts;
    DWORD sv403_security;
    DWORD sv403_numadmin;
    DWORD sv403_lanmask;
    LMSTR sv403_guestacct;
    DWORD sv403_chdevs;
    DWORD sv403_chdevq;
    DWORD sv403_chdevjobs;
    DWORD sv403_connections;
    DWORD sv403_shares;
    DWORD sv403_openfiles;
    DWORD sv403_sessopens;
    DWORD sv403_sessvcs;
    DWORD sv403_sessreqs;
    DWORD sv403_opensearch;
    DWORD sv403_activelocks;
    DWORD sv403_numreqbuf;
    DWORD sv403_sizreqbuf;
    DWORD sv403_numbigbuf;
    DWORD sv403_numfiletasks;
    DWORD sv403_alertsched;
    DWORD sv403_erroralert;
    DWORD sv403_logonalert;
    DWORD sv403_accessalert;
    DWORD sv403_diskalert;
    DWORD sv403_netioalert;
    DWORD sv403_maxauditsz;
    LMSTR sv403_srvheuristics;
    DWORD sv403_auditedevents;
    DWORD sv403_autoprofile;
    LMSTR sv403_autopath;
} SERVER_INFO_403, *PSERVER_INFO_403, *LPSERVER_INFO_403;

typedef struct _SERVER_TRANSPORT_INFO_0
{
    DWORD svti0_numberofvcs;
    LMSTR svti0_transportname;
    LPBYTE svti0_transportaddress;
    DWORD svti0_transportaddresslength;
    LMSTR svti0_networkaddress;
} SERVER_TRANSPORT_INFO_0, *PSERVER_TRANSPORT_INFO_0, *LPSERVER_TRANSPORT_INFO_0;

typedef struct _SERVER_TRANSPORT_INFO_1
{
    DWORD svti1_numberofvcs;
    LMSTR svti1_transportname;
    LPBYTE svti1_transportaddress;
    DWORD svti1_transportaddresslength;
    LMSTR svti1_networkaddress;
    LMSTR svti1_domain;
} SERVER_TRANSPORT_INFO_1, *PSERVER_TRANSPORT_INFO_1, *LPSERVER_TRANSPORT_INFO_1;

typedef struct _SERVER_TRANSPORT_INFO_2
{
    DWORD svti2_numberofvcs;
    LMSTR svti2_transportname;
    LPBYTE svti2_transportaddress;
    DWORD svti2_transportaddresslength;
    LMSTR svti2_networkaddress;
    LMSTR svti2_domain;
    ULONG svti2_flags;
} SERVER_TRANSPORT_INFO_2, *PSERVER_TRANSPORT_INFO_2, *LPSERVER_TRANSPORT_INFO_2;

typedef struct _SERVER_TRANSPORT_INFO_3
{
    DWORD svti3_numberofvcs;
    LMSTR svti3_transportname;
    LPBYTE svti3_transportaddress;
    DWORD svti3_transportaddresslength;
    LMSTR svti3_networkaddress;
    LMSTR svti3_domain;
    ULONG svti3_flags;
    DWORD svti3_passwordlength;
    BYTE svti3_password[256];
} SERVER_TRANSPORT_INFO_3, *PSERVER_TRANSPORT_INFO_3, *LPSERVER_TRANSPORT_INFO_3;

#endif

#endif
