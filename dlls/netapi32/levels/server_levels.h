/*
 * Servers: the row, and the levels of [MS-SRVS] 2.2.4.40 to 2.2.4.90.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_SERVER_LEVELS_H
#define NETAPI32_LEVELS_SERVER_LEVELS_H

#include "levels/level.h"

struct server
{
    uint32_t platform; /* PLATFORM_ID_* */
    struct utf16_slice name;
    uint32_t version_major;
    uint32_t version_minor;
    uint32_t type; /* SV_TYPE_* */
    struct utf16_slice comment;
    uint32_t users_max;
    uint32_t disconnect_minutes; /* -1 is never */
    uint32_t hidden;
    uint32_t announce_seconds;
    uint32_t announce_delta; /* milliseconds */
    uint32_t licenses;
    struct utf16_slice user_path;
    uint32_t capabilities; /* SRV_* */

    /* Settings of LAN Manager, by their names in the specification; the numbers of level 502, */
    uint32_t sessopens;
    uint32_t sessvcs;
    uint32_t opensearch;
    uint32_t sizreqbuf;
    uint32_t initworkitems;
    uint32_t maxworkitems;
    uint32_t rawworkitems;
    uint32_t irpstacksize;
    uint32_t maxrawbuflen;
    uint32_t sessusers;
    uint32_t sessconns;
    uint32_t maxpagedmemoryusage;
    uint32_t maxnonpagedmemoryusage;
    uint32_t enablesoftcompat;
    uint32_t enableforcedlogoff;
    uint32_t timesource;
    uint32_t acceptdownlevelapis;
    uint32_t lmannounce;
    /* the rest of level 503, */
    struct utf16_slice domain;
    uint32_t maxcopyreadlen;
    uint32_t maxcopywritelen;
    uint32_t minkeepsearch;
    uint32_t maxkeepsearch;
    uint32_t minkeepcomplsearch;
    uint32_t maxkeepcomplsearch;
    uint32_t threadcountadd;
    uint32_t numblockthreads;
    uint32_t scavtimeout;
    uint32_t minrcvqueue;
    uint32_t minfreeworkitems;
    uint32_t xactmemsize;
    uint32_t threadpriority;
    uint32_t maxmpxct;
    uint32_t oplockbreakwait;
    uint32_t oplockbreakresponsewait;
    uint32_t enableoplocks;
    uint32_t enableoplockforceclose;
    uint32_t enablefcbopens;
    uint32_t enableraw;
    uint32_t enablesharednetdrives;
    uint32_t minfreeconnections;
    uint32_t maxfreeconnections;
    /* and of level 599. */
    uint32_t initsesstable;
    uint32_t initconntable;
    uint32_t initfiletable;
    uint32_t initsearchtable;
    uint32_t alertschedule;
    uint32_t errorthreshold;
    uint32_t networkerrorthreshold;
    uint32_t diskspacethreshold;
    uint32_t reserved;
    uint32_t maxlinkdelay;
    uint32_t minlinkthroughput;
    uint32_t linkinfovalidtime;
    uint32_t scavqosinfoupdatetime;
    uint32_t maxworkitemidletime;
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. Those of the levels 100 to 102 are the beginning of that of level 103, */
struct server_info_103
{
    uint32_t platform;
    uint16_t *name;
    uint32_t version_major;
    uint32_t version_minor;
    uint32_t type;
    uint16_t *comment;
    uint32_t users_max;
    uint32_t disconnect_minutes;
    uint32_t hidden;
    uint32_t announce_seconds;
    uint32_t announce_delta;
    uint32_t licenses;
    uint16_t *user_path;
    uint32_t capabilities;
};

/* and those of the levels 502 and 503 that of level 599. */
struct server_info_599
{
    uint32_t sessopens;
    uint32_t sessvcs;
    uint32_t opensearch;
    uint32_t sizreqbuf;
    uint32_t initworkitems;
    uint32_t maxworkitems;
    uint32_t rawworkitems;
    uint32_t irpstacksize;
    uint32_t maxrawbuflen;
    uint32_t sessusers;
    uint32_t sessconns;
    uint32_t maxpagedmemoryusage;
    uint32_t maxnonpagedmemoryusage;
    uint32_t enablesoftcompat;
    uint32_t enableforcedlogoff;
    uint32_t timesource;
    uint32_t acceptdownlevelapis;
    uint32_t lmannounce;
    uint16_t *domain;
    uint32_t maxcopyreadlen;
    uint32_t maxcopywritelen;
    uint32_t minkeepsearch;
    uint32_t maxkeepsearch;
    uint32_t minkeepcomplsearch;
    uint32_t maxkeepcomplsearch;
    uint32_t threadcountadd;
    uint32_t numblockthreads;
    uint32_t scavtimeout;
    uint32_t minrcvqueue;
    uint32_t minfreeworkitems;
    uint32_t xactmemsize;
    uint32_t threadpriority;
    uint32_t maxmpxct;
    uint32_t oplockbreakwait;
    uint32_t oplockbreakresponsewait;
    uint32_t enableoplocks;
    uint32_t enableoplockforceclose;
    uint32_t enablefcbopens;
    uint32_t enableraw;
    uint32_t enablesharednetdrives;
    uint32_t minfreeconnections;
    uint32_t maxfreeconnections;
    uint32_t initsesstable;
    uint32_t initconntable;
    uint32_t initfiletable;
    uint32_t initsearchtable;
    uint32_t alertschedule;
    uint32_t errorthreshold;
    uint32_t networkerrorthreshold;
    uint32_t diskspacethreshold;
    uint32_t reserved;
    uint32_t maxlinkdelay;
    uint32_t minlinkthroughput;
    uint32_t linkinfovalidtime;
    uint32_t scavqosinfoupdatetime;
    uint32_t maxworkitemidletime;
};

struct server_info_1005
{
    uint16_t *comment;
};

extern const struct info_family server_family;
/* Levels that a server is described at, */
extern const struct info_family server_info_family;
/* and those at which this host describes itself where no server does. */
extern const struct info_family server_local_family;
/* Levels that servers can be listed at, which browsers know. */
extern const struct info_family server_list_family;

#endif
