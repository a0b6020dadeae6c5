/*
 * The levels of servers as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/server_levels.h"

#define MEMBER(kind, member) INFO_MEMBER(kind, server, server_info_103, member)
static const struct info_field server_info_103_fields[] = {
    MEMBER(INFO_U32, platform),       MEMBER(INFO_STRING, name),
    MEMBER(INFO_U32, version_major),  MEMBER(INFO_U32, version_minor),
    MEMBER(INFO_U32, type),           MEMBER(INFO_STRING, comment),
    MEMBER(INFO_U32, users_max),      MEMBER(INFO_U32, disconnect_minutes),
    MEMBER(INFO_U32, hidden),         MEMBER(INFO_U32, announce_seconds),
    MEMBER(INFO_U32, announce_delta), MEMBER(INFO_U32, licenses),
    MEMBER(INFO_STRING, user_path),   MEMBER(INFO_U32, capabilities),
};
#undef MEMBER

#define SETTING(member) INFO_MEMBER(INFO_U32, server, server_info_599, member)
static const struct info_field server_info_599_fields[] = {
    SETTING(sessopens),
    SETTING(sessvcs),
    SETTING(opensearch),
    SETTING(sizreqbuf),
    SETTING(initworkitems),
    SETTING(maxworkitems),
    SETTING(rawworkitems),
    SETTING(irpstacksize),
    SETTING(maxrawbuflen),
    SETTING(sessusers),
    SETTING(sessconns),
    SETTING(maxpagedmemoryusage),
    SETTING(maxnonpagedmemoryusage),
    SETTING(enablesoftcompat),
    SETTING(enableforcedlogoff),
    SETTING(timesource),
    SETTING(acceptdownlevelapis),
    SETTING(lmannounce),
    INFO_MEMBER(INFO_STRING, server, server_info_599, domain),
    SETTING(maxcopyreadlen),
    SETTING(maxcopywritelen),
    SETTING(minkeepsearch),
    SETTING(maxkeepsearch),
    SETTING(minkeepcomplsearch),
    SETTING(maxkeepcomplsearch),
    SETTING(threadcountadd),
    SETTING(numblockthreads),
    SETTING(scavtimeout),
    SETTING(minrcvqueue),
    SETTING(minfreeworkitems),
    SETTING(xactmemsize),
    SETTING(threadpriority),
    SETTING(maxmpxct),
    SETTING(oplockbreakwait),
    SETTING(oplockbreakresponsewait),
    SETTING(enableoplocks),
    SETTING(enableoplockforceclose),
    SETTING(enablefcbopens),
    SETTING(enableraw),
    SETTING(enablesharednetdrives),
    SETTING(minfreeconnections),
    SETTING(maxfreeconnections),
    SETTING(initsesstable),
    SETTING(initconntable),
    SETTING(initfiletable),
    SETTING(initsearchtable),
    SETTING(alertschedule),
    SETTING(errorthreshold),
    SETTING(networkerrorthreshold),
    SETTING(diskspacethreshold),
    SETTING(reserved),
    SETTING(maxlinkdelay),
    SETTING(minlinkthroughput),
    SETTING(linkinfovalidtime),
    SETTING(scavqosinfoupdatetime),
    SETTING(maxworkitemidletime),
};
#undef SETTING

static const struct info_field server_info_1005_fields[] = {
    INFO_MEMBER(INFO_STRING, server, server_info_1005, comment),
};

static const struct info_level server_levels[] = {
    INFO_LEVEL_BEFORE(100, server_info_103, version_major, 2),
    INFO_LEVEL_BEFORE(101, server_info_103, users_max, 6),
    INFO_LEVEL_BEFORE(102, server_info_103, capabilities, 13),
    INFO_LEVEL_BEFORE(502, server_info_599, domain, 18),
    INFO_LEVEL_BEFORE(503, server_info_599, initsesstable, 42),
    /* This host does not describe itself at this, */
    INFO_LEVEL_OF(103, server_info_103),
    /* nor is any server described at these. */
    INFO_LEVEL_OF(599, server_info_599),
    INFO_LEVEL_OF(1005, server_info_1005),
    INFO_LEVEL_OF_NUMBER(1107, server, users_max),
    INFO_LEVEL_OF_NUMBER(1010, server, disconnect_minutes),
    INFO_LEVEL_OF_NUMBER(1016, server, hidden),
    INFO_LEVEL_OF_NUMBER(1017, server, announce_seconds),
    INFO_LEVEL_OF_NUMBER(1018, server, announce_delta),
    INFO_LEVEL_OF_NUMBER(1501, server, sessopens),
    INFO_LEVEL_OF_NUMBER(1502, server, sessvcs),
    INFO_LEVEL_OF_NUMBER(1503, server, opensearch),
    INFO_LEVEL_OF_NUMBER(1506, server, maxworkitems),
    INFO_LEVEL_OF_NUMBER(1510, server, sessusers),
    INFO_LEVEL_OF_NUMBER(1511, server, sessconns),
    INFO_LEVEL_OF_NUMBER(1512, server, maxnonpagedmemoryusage),
    INFO_LEVEL_OF_NUMBER(1513, server, maxpagedmemoryusage),
    INFO_LEVEL_OF_NUMBER(1514, server, enablesoftcompat),
    INFO_LEVEL_OF_NUMBER(1515, server, enableforcedlogoff),
    INFO_LEVEL_OF_NUMBER(1516, server, timesource),
    INFO_LEVEL_OF_NUMBER(1518, server, lmannounce),
    INFO_LEVEL_OF_NUMBER(1523, server, maxkeepsearch),
    INFO_LEVEL_OF_NUMBER(1528, server, scavtimeout),
    INFO_LEVEL_OF_NUMBER(1529, server, minrcvqueue),
    INFO_LEVEL_OF_NUMBER(1530, server, minfreeworkitems),
    INFO_LEVEL_OF_NUMBER(1533, server, maxmpxct),
    INFO_LEVEL_OF_NUMBER(1534, server, oplockbreakwait),
    INFO_LEVEL_OF_NUMBER(1535, server, oplockbreakresponsewait),
    INFO_LEVEL_OF_NUMBER(1536, server, enableoplocks),
    INFO_LEVEL_OF_NUMBER(1538, server, enablefcbopens),
    INFO_LEVEL_OF_NUMBER(1539, server, enableraw),
    INFO_LEVEL_OF_NUMBER(1540, server, enablesharednetdrives),
    INFO_LEVEL_OF_NUMBER(1541, server, minfreeconnections),
    INFO_LEVEL_OF_NUMBER(1542, server, maxfreeconnections),
    INFO_LEVEL_OF_NUMBER(1543, server, initsesstable),
    INFO_LEVEL_OF_NUMBER(1544, server, initconntable),
    INFO_LEVEL_OF_NUMBER(1545, server, initfiletable),
    INFO_LEVEL_OF_NUMBER(1546, server, initsearchtable),
    INFO_LEVEL_OF_NUMBER(1547, server, alertschedule),
    INFO_LEVEL_OF_NUMBER(1548, server, errorthreshold),
    INFO_LEVEL_OF_NUMBER(1549, server, networkerrorthreshold),
    INFO_LEVEL_OF_NUMBER(1550, server, diskspacethreshold),
    INFO_LEVEL_OF_NUMBER(1552, server, maxlinkdelay),
    INFO_LEVEL_OF_NUMBER(1553, server, minlinkthroughput),
    INFO_LEVEL_OF_NUMBER(1554, server, linkinfovalidtime),
    INFO_LEVEL_OF_NUMBER(1555, server, scavqosinfoupdatetime),
    INFO_LEVEL_OF_NUMBER(1556, server, maxworkitemidletime),
};

const struct info_family server_family = INFO_FAMILY_OF(struct server, server_levels);
const struct info_family server_info_family = INFO_FAMILY_OF_FIRST(6, struct server, server_levels);
const struct info_family server_local_family =
    INFO_FAMILY_OF_FIRST(5, struct server, server_levels);
const struct info_family server_list_family = INFO_FAMILY_OF_FIRST(2, struct server, server_levels);
