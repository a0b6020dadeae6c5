/*
 * The file server's parameters: SERVER_INFO_502 and, behind them, SERVER_INFO_503, in their order.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each has the value which Microsoft's documentation of the registry key LanmanServer\Parameters
 * (Q102967 and Q102969) calls the default, and 0 where that depends on the machine.
 */
#ifndef NETAPI32_FAMILIES_SERVER_SERVER_PARAMETERS_H
#define NETAPI32_FAMILIES_SERVER_SERVER_PARAMETERS_H

#include <stdint.h>

/* Of both levels. */
#define SERVER_PARAMETERS_502(PARAMETER)                                                           \
    PARAMETER(sessopens, 2048)                                                                     \
    PARAMETER(sessvcs, 1)                                                                          \
    PARAMETER(opensearch, 2048)                                                                    \
    PARAMETER(sizreqbuf, 4356)                                                                     \
    PARAMETER(initworkitems, 0)                                                                    \
    PARAMETER(maxworkitems, 0)                                                                     \
    PARAMETER(rawworkitems, 0)                                                                     \
    PARAMETER(irpstacksize, 4)                                                                     \
    PARAMETER(maxrawbuflen, 65535)                                                                 \
    PARAMETER(sessusers, 2048)                                                                     \
    PARAMETER(sessconns, 2048)                                                                     \
    PARAMETER(maxpagedmemoryusage, UINT32_MAX) /* no limit */                                      \
    PARAMETER(maxnonpagedmemoryusage, UINT32_MAX)                                                  \
    PARAMETER(enablesoftcompat, 1)                                                                 \
    PARAMETER(enableforcedlogoff, 1)                                                               \
    PARAMETER(timesource, 0)                                                                       \
    PARAMETER(acceptdownlevelapis, 1)                                                              \
    PARAMETER(lmannounce, 0)

/* Of level 503 alone, behind its domain. Times are in seconds, lengths and sizes in bytes. */
#define SERVER_PARAMETERS_503(PARAMETER)                                                           \
    PARAMETER(maxcopyreadlen, 8192)                                                                \
    PARAMETER(maxcopywritelen, 0)                                                                  \
    PARAMETER(minkeepsearch, 480)                                                                  \
    PARAMETER(maxkeepsearch, 1800)                                                                 \
    PARAMETER(minkeepcomplsearch, 240)                                                             \
    PARAMETER(maxkeepcomplsearch, 600)                                                             \
    PARAMETER(threadcountadd, 0)                                                                   \
    PARAMETER(numblockthreads, 0)                                                                  \
    PARAMETER(scavtimeout, 30)                                                                     \
    PARAMETER(minrcvqueue, 2)                                                                      \
    PARAMETER(minfreeworkitems, 2)                                                                 \
    PARAMETER(xactmemsize, 1 << 20)                                                                \
    PARAMETER(threadpriority, 1)                                                                   \
    PARAMETER(maxmpxct, 50)                                                                        \
    PARAMETER(oplockbreakwait, 35)                                                                 \
    PARAMETER(oplockbreakresponsewait, 35)                                                         \
    PARAMETER(enableoplocks, 1)                                                                    \
    PARAMETER(enableoplockforceclose, 0)                                                           \
    PARAMETER(enablefcbopens, 1)                                                                   \
    PARAMETER(enableraw, 1)                                                                        \
    PARAMETER(enablesharednetdrives, 0)                                                            \
    PARAMETER(minfreeconnections, 0)                                                               \
    PARAMETER(maxfreeconnections, 0)

#define PARAMETER(name, value) uint32_t name;
struct server_parameters
{
    SERVER_PARAMETERS_502(PARAMETER)
    SERVER_PARAMETERS_503(PARAMETER)
};
#undef PARAMETER

#define PARAMETER(name, value) .name = (value),
static const struct server_parameters server_default_parameters = { SERVER_PARAMETERS_502(
    PARAMETER) SERVER_PARAMETERS_503(PARAMETER) };
#undef PARAMETER

#endif
