/*
 * What a server is and how it is set: SERVER_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <lmcons.h>
#include <lmserver.h>
#include <lmerr.h>

static const struct word platforms[] = {
    { MAXDWORD, PLATFORM_ID_DOS, L"DOS" }, { MAXDWORD, PLATFORM_ID_OS2, L"OS/2" },
    { MAXDWORD, PLATFORM_ID_NT, L"NT" },   { MAXDWORD, PLATFORM_ID_OSF, L"OSF" },
    { MAXDWORD, PLATFORM_ID_VMS, L"VMS" }, { 0 },
};

/* [MS-SRVS] 2.2.2.7 */
static const struct word roles[] = {
    BITS(SV_TYPE_WORKSTATION, L"workstation"),
    BITS(SV_TYPE_SERVER, L"server"),
    BITS(SV_TYPE_SQLSERVER, L"SQL server"),
    BITS(SV_TYPE_DOMAIN_CTRL, L"domain controller"),
    BITS(SV_TYPE_DOMAIN_BAKCTRL, L"backup domain controller"),
    BITS(SV_TYPE_TIME_SOURCE, L"time source"),
    BITS(SV_TYPE_AFP, L"AFP server"),
    BITS(SV_TYPE_NOVELL, L"NetWare server"),
    BITS(SV_TYPE_DOMAIN_MEMBER, L"domain member"),
    BITS(SV_TYPE_PRINTQ_SERVER, L"print server"),
    BITS(SV_TYPE_DIALIN_SERVER, L"dial-in server"),
    BITS(SV_TYPE_XENIX_SERVER, L"Unix server"),
    BITS(SV_TYPE_NT, L"NT"),
    BITS(SV_TYPE_WFW, L"Windows for Workgroups"),
    BITS(SV_TYPE_SERVER_MFPN, L"NetWare file and print server"),
    BITS(SV_TYPE_SERVER_NT, L"NT server"),
    BITS(SV_TYPE_POTENTIAL_BROWSER, L"potential browser"),
    BITS(SV_TYPE_BACKUP_BROWSER, L"backup browser"),
    BITS(SV_TYPE_MASTER_BROWSER, L"master browser"),
    BITS(SV_TYPE_DOMAIN_MASTER, L"domain master browser"),
    BITS(SV_TYPE_SERVER_OSF, L"OSF server"),
    BITS(SV_TYPE_SERVER_VMS, L"VMS server"),
    BITS(SV_TYPE_WINDOWS, L"Windows"),
    BITS(SV_TYPE_DFS, L"DFS root"),
    BITS(SV_TYPE_CLUSTER_NT, L"cluster"),
    BITS(SV_TYPE_TERMINALSERVER, L"terminal server"),
    BITS(SV_TYPE_CLUSTER_VS_NT, L"virtual server of a cluster"),
    BITS(SV_TYPE_DCE, L"DCE server"),
    { 0 },
};

static const struct field server_fields_100[] = {
    FIELD(SERVER_INFO_100, sv100_name, L"Name", FIELD_STRING),
    FIELD(SERVER_INFO_100, sv100_platform_id, L"Platform", FIELD_WORDS, .words = platforms),
};

#define SERVER_FIELDS(structure, prefix)                                                           \
    FIELD(structure, prefix##_name, L"Name", FIELD_STRING),                                        \
        FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING),                              \
        FIELD(structure, prefix##_platform_id, L"Platform", FIELD_WORDS, .words = platforms),      \
        FIELD(structure, prefix##_version_major, L"Version", FIELD_VERSION,                        \
              .other = offsetof(structure, prefix##_version_minor)),                               \
        FIELD(structure, prefix##_version_minor, NULL, FIELD_NUMBER),                              \
        FIELD(structure, prefix##_type, L"Roles", FIELD_WORDS, .words = roles)

static const struct field server_fields_101[] = {
    SERVER_FIELDS(SERVER_INFO_101, sv101),
};

static const struct field server_fields_102[] = {
    SERVER_FIELDS(SERVER_INFO_102, sv102),
    FIELD(SERVER_INFO_102, sv102_users, L"Users at most", FIELD_LIMIT),
    FIELD(SERVER_INFO_102, sv102_disc, L"Idle minutes", FIELD_SIGNED_LIMIT),
    FIELD(SERVER_INFO_102, sv102_hidden, L"Hidden", FIELD_YES_NO, .mask = MAXDWORD),
    FIELD(SERVER_INFO_102, sv102_announce, L"Announced every", FIELD_SECONDS),
    FIELD(SERVER_INFO_102, sv102_anndelta, NULL, FIELD_NUMBER),
    FIELD(SERVER_INFO_102, sv102_licenses, L"Licenses", FIELD_NUMBER),
    FIELD(SERVER_INFO_102, sv102_userpath, L"Folder of users", FIELD_STRING),
};

/* Level 102 of a server that makes the rest up. */
static const struct field server_fields_102_meant[] = {
    SERVER_FIELDS(SERVER_INFO_102, sv102),
};

static const struct level server_level_102_meant =
    LEVEL(102, SERVER_INFO_102, server_fields_102_meant);

/* Samba has one answer for all servers to what level 101 does not have; no Windows sells so many
 * licenses. */
static void server_review(struct listing *listing)
{
    const SERVER_INFO_102 *server;

    if (!listing->count || listing->level->number != 102)
    {
        return;
    }
    server = listing_record(listing, 0);
    if (server->sv102_users == MAXDWORD && server->sv102_disc == 15 &&
        server->sv102_announce == 240 && server->sv102_anndelta == 3000 &&
        server->sv102_licenses == 100000)
    {
        listing->level = &server_level_102_meant;
        listing->origin = L"this server says no more than at level 101";
    }
}

/* The settings of the deep levels: their headings are Windows' names, as its documentation explains
 * them. */
#define STRING(structure, prefix, member)                                                          \
    FIELD(structure, prefix##_##member, L"" #member, FIELD_STRING)
#define NUMBER(structure, prefix, member)                                                          \
    FIELD(structure, prefix##_##member, L"" #member, FIELD_NUMBER)
#define YES(structure, prefix, member)                                                             \
    FIELD(structure, prefix##_##member, L"" #member, FIELD_YES_NO, .mask = MAXDWORD)

static const struct field server_fields_402[] = {
    NUMBER(SERVER_INFO_402, sv402, ulist_mtime),   NUMBER(SERVER_INFO_402, sv402, glist_mtime),
    NUMBER(SERVER_INFO_402, sv402, alist_mtime),   STRING(SERVER_INFO_402, sv402, alerts),
    NUMBER(SERVER_INFO_402, sv402, security),      NUMBER(SERVER_INFO_402, sv402, numadmin),
    NUMBER(SERVER_INFO_402, sv402, lanmask),       STRING(SERVER_INFO_402, sv402, guestacct),
    NUMBER(SERVER_INFO_402, sv402, chdevs),        NUMBER(SERVER_INFO_402, sv402, chdevq),
    NUMBER(SERVER_INFO_402, sv402, chdevjobs),     NUMBER(SERVER_INFO_402, sv402, connections),
    NUMBER(SERVER_INFO_402, sv402, shares),        NUMBER(SERVER_INFO_402, sv402, openfiles),
    NUMBER(SERVER_INFO_402, sv402, sessopens),     NUMBER(SERVER_INFO_402, sv402, sessvcs),
    NUMBER(SERVER_INFO_402, sv402, sessreqs),      NUMBER(SERVER_INFO_402, sv402, opensearch),
    NUMBER(SERVER_INFO_402, sv402, activelocks),   NUMBER(SERVER_INFO_402, sv402, numreqbuf),
    NUMBER(SERVER_INFO_402, sv402, sizreqbuf),     NUMBER(SERVER_INFO_402, sv402, numbigbuf),
    NUMBER(SERVER_INFO_402, sv402, numfiletasks),  NUMBER(SERVER_INFO_402, sv402, alertsched),
    NUMBER(SERVER_INFO_402, sv402, erroralert),    NUMBER(SERVER_INFO_402, sv402, logonalert),
    NUMBER(SERVER_INFO_402, sv402, accessalert),   NUMBER(SERVER_INFO_402, sv402, diskalert),
    NUMBER(SERVER_INFO_402, sv402, netioalert),    NUMBER(SERVER_INFO_402, sv402, maxauditsz),
    STRING(SERVER_INFO_402, sv402, srvheuristics),
};

static const struct field server_fields_403[] = {
    NUMBER(SERVER_INFO_403, sv403, ulist_mtime),   NUMBER(SERVER_INFO_403, sv403, glist_mtime),
    NUMBER(SERVER_INFO_403, sv403, alist_mtime),   STRING(SERVER_INFO_403, sv403, alerts),
    NUMBER(SERVER_INFO_403, sv403, security),      NUMBER(SERVER_INFO_403, sv403, numadmin),
    NUMBER(SERVER_INFO_403, sv403, lanmask),       STRING(SERVER_INFO_403, sv403, guestacct),
    NUMBER(SERVER_INFO_403, sv403, chdevs),        NUMBER(SERVER_INFO_403, sv403, chdevq),
    NUMBER(SERVER_INFO_403, sv403, chdevjobs),     NUMBER(SERVER_INFO_403, sv403, connections),
    NUMBER(SERVER_INFO_403, sv403, shares),        NUMBER(SERVER_INFO_403, sv403, openfiles),
    NUMBER(SERVER_INFO_403, sv403, sessopens),     NUMBER(SERVER_INFO_403, sv403, sessvcs),
    NUMBER(SERVER_INFO_403, sv403, sessreqs),      NUMBER(SERVER_INFO_403, sv403, opensearch),
    NUMBER(SERVER_INFO_403, sv403, activelocks),   NUMBER(SERVER_INFO_403, sv403, numreqbuf),
    NUMBER(SERVER_INFO_403, sv403, sizreqbuf),     NUMBER(SERVER_INFO_403, sv403, numbigbuf),
    NUMBER(SERVER_INFO_403, sv403, numfiletasks),  NUMBER(SERVER_INFO_403, sv403, alertsched),
    NUMBER(SERVER_INFO_403, sv403, erroralert),    NUMBER(SERVER_INFO_403, sv403, logonalert),
    NUMBER(SERVER_INFO_403, sv403, accessalert),   NUMBER(SERVER_INFO_403, sv403, diskalert),
    NUMBER(SERVER_INFO_403, sv403, netioalert),    NUMBER(SERVER_INFO_403, sv403, maxauditsz),
    STRING(SERVER_INFO_403, sv403, srvheuristics), NUMBER(SERVER_INFO_403, sv403, auditedevents),
    NUMBER(SERVER_INFO_403, sv403, autoprofile),   STRING(SERVER_INFO_403, sv403, autopath),
};

static const struct field server_fields_502[] = {
    NUMBER(SERVER_INFO_502, sv502, sessopens),
    NUMBER(SERVER_INFO_502, sv502, sessvcs),
    NUMBER(SERVER_INFO_502, sv502, opensearch),
    NUMBER(SERVER_INFO_502, sv502, sizreqbuf),
    NUMBER(SERVER_INFO_502, sv502, initworkitems),
    NUMBER(SERVER_INFO_502, sv502, maxworkitems),
    NUMBER(SERVER_INFO_502, sv502, rawworkitems),
    NUMBER(SERVER_INFO_502, sv502, irpstacksize),
    NUMBER(SERVER_INFO_502, sv502, maxrawbuflen),
    NUMBER(SERVER_INFO_502, sv502, sessusers),
    NUMBER(SERVER_INFO_502, sv502, sessconns),
    NUMBER(SERVER_INFO_502, sv502, maxpagedmemoryusage),
    NUMBER(SERVER_INFO_502, sv502, maxnonpagedmemoryusage),
    YES(SERVER_INFO_502, sv502, enablesoftcompat),
    YES(SERVER_INFO_502, sv502, enableforcedlogoff),
    YES(SERVER_INFO_502, sv502, timesource),
    YES(SERVER_INFO_502, sv502, acceptdownlevelapis),
    YES(SERVER_INFO_502, sv502, lmannounce),
};

static const struct field server_fields_503[] = {
    NUMBER(SERVER_INFO_503, sv503, sessopens),
    NUMBER(SERVER_INFO_503, sv503, sessvcs),
    NUMBER(SERVER_INFO_503, sv503, opensearch),
    NUMBER(SERVER_INFO_503, sv503, sizreqbuf),
    NUMBER(SERVER_INFO_503, sv503, initworkitems),
    NUMBER(SERVER_INFO_503, sv503, maxworkitems),
    NUMBER(SERVER_INFO_503, sv503, rawworkitems),
    NUMBER(SERVER_INFO_503, sv503, irpstacksize),
    NUMBER(SERVER_INFO_503, sv503, maxrawbuflen),
    NUMBER(SERVER_INFO_503, sv503, sessusers),
    NUMBER(SERVER_INFO_503, sv503, sessconns),
    NUMBER(SERVER_INFO_503, sv503, maxpagedmemoryusage),
    NUMBER(SERVER_INFO_503, sv503, maxnonpagedmemoryusage),
    YES(SERVER_INFO_503, sv503, enablesoftcompat),
    YES(SERVER_INFO_503, sv503, enableforcedlogoff),
    YES(SERVER_INFO_503, sv503, timesource),
    YES(SERVER_INFO_503, sv503, acceptdownlevelapis),
    YES(SERVER_INFO_503, sv503, lmannounce),
    STRING(SERVER_INFO_503, sv503, domain),
    NUMBER(SERVER_INFO_503, sv503, maxcopyreadlen),
    NUMBER(SERVER_INFO_503, sv503, maxcopywritelen),
    NUMBER(SERVER_INFO_503, sv503, minkeepsearch),
    NUMBER(SERVER_INFO_503, sv503, maxkeepsearch),
    NUMBER(SERVER_INFO_503, sv503, minkeepcomplsearch),
    NUMBER(SERVER_INFO_503, sv503, maxkeepcomplsearch),
    NUMBER(SERVER_INFO_503, sv503, threadcountadd),
    NUMBER(SERVER_INFO_503, sv503, numblockthreads),
    NUMBER(SERVER_INFO_503, sv503, scavtimeout),
    NUMBER(SERVER_INFO_503, sv503, minrcvqueue),
    NUMBER(SERVER_INFO_503, sv503, minfreeworkitems),
    NUMBER(SERVER_INFO_503, sv503, xactmemsize),
    NUMBER(SERVER_INFO_503, sv503, threadpriority),
    NUMBER(SERVER_INFO_503, sv503, maxmpxct),
    NUMBER(SERVER_INFO_503, sv503, oplockbreakwait),
    NUMBER(SERVER_INFO_503, sv503, oplockbreakresponsewait),
    YES(SERVER_INFO_503, sv503, enableoplocks),
    YES(SERVER_INFO_503, sv503, enableoplockforceclose),
    YES(SERVER_INFO_503, sv503, enablefcbopens),
    YES(SERVER_INFO_503, sv503, enableraw),
    YES(SERVER_INFO_503, sv503, enablesharednetdrives),
    NUMBER(SERVER_INFO_503, sv503, minfreeconnections),
    NUMBER(SERVER_INFO_503, sv503, maxfreeconnections),
};

static const struct level server_levels[] = {
    LEVEL(100, SERVER_INFO_100, server_fields_100), LEVEL(101, SERVER_INFO_101, server_fields_101),
    LEVEL(102, SERVER_INFO_102, server_fields_102), LEVEL(402, SERVER_INFO_402, server_fields_402),
    LEVEL(403, SERVER_INFO_403, server_fields_403), LEVEL(502, SERVER_INFO_502, server_fields_502),
    LEVEL(503, SERVER_INFO_503, server_fields_503),
};

static DWORD server_get(struct api_call *call)
{
    return call_count_one(call, NetServerGetInfo(call->server, call->level, &call->buffer));
}

const struct family server_family = {
    .records = { RECORDS(L"server", L"server", server_levels), .is_card = true },
    .level = 101,
    .level_for_all = 100,
    .enumerate = server_get,
    .review = server_review,
};
