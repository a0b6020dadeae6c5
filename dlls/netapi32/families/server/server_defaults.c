/*
 * What this computer's server is unless somebody says otherwise.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmserver.h>

#include "families/server/server_defaults.h"

const struct server server_defaults = {
    .platform = PLATFORM_ID_NT,
    .type = SV_TYPE_NT,
    .users_max = UINT32_MAX,          /* no limit */
    .disconnect_minutes = UINT32_MAX, /* never */
    .announce_seconds = 240,
    .announce_delta = 3000,

    /* Level 502, */
    .sessopens = 2048,
    .sessvcs = 1,
    .opensearch = 2048,
    .sizreqbuf = 4356,
    .irpstacksize = 4,
    .maxrawbuflen = 65535,
    .sessusers = 2048,
    .sessconns = 2048,
    .maxpagedmemoryusage = UINT32_MAX,    /* no limit */
    .maxnonpagedmemoryusage = UINT32_MAX, /* no limit */
    .enablesoftcompat = 1,
    .enableforcedlogoff = 1,
    .acceptdownlevelapis = 1,

    /* and the rest of level 503. Times are in seconds, lengths and sizes in bytes. */
    .maxcopyreadlen = 8192,
    .minkeepsearch = 480,
    .maxkeepsearch = 1800,
    .minkeepcomplsearch = 240,
    .maxkeepcomplsearch = 600,
    .scavtimeout = 30,
    .minrcvqueue = 2,
    .minfreeworkitems = 2,
    .xactmemsize = 1 << 20,
    .threadpriority = 1,
    .maxmpxct = 50,
    .oplockbreakwait = 35,
    .oplockbreakresponsewait = 35,
    .enableoplocks = 1,
    .enablefcbopens = 1,
    .enableraw = 1,
};
