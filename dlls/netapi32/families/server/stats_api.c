/*
 * Statistics: NetStatisticsGet, documented with lmstats.h, and its two halves.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmsname.h>
#include <lmstats.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/statistics.h"
#include "platform/utf16_equal.h"
#include "rpc/srvsvc_server.h"
#include "rpc/wkssvc_workstation.h"

/* Not in mingw-w64's lmstats.h: what NetStatisticsGet is made of, by srvcli.dll and wkscli.dll. */
NET_API_STATUS WINAPI NetServerStatisticsGet(LPWSTR server, DWORD level, DWORD options,
                                             LPBYTE *bufptr);
NET_API_STATUS WINAPI NetWkstaStatisticsGet(LPWSTR server, DWORD level, DWORD options,
                                            LPBYTE *bufptr);

_Static_assert(sizeof(struct server_statistics) == sizeof(STAT_SERVER_0), "STAT_SERVER_0");
_Static_assert(sizeof(struct workstation_statistics) == sizeof(STAT_WORKSTATION_0),
               "STAT_WORKSTATION_0");

typedef uint32_t (*statistics_function)(struct utf16_slice server, const struct server_host *host,
                                        void **buffer);

static NET_API_STATUS get_statistics(statistics_function function, const WCHAR *server, DWORD level,
                                     DWORD options, BYTE **bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!bufptr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *bufptr = NULL;
    if (options || level)
    {
        return options ? ERROR_INVALID_PARAMETER : ERROR_INVALID_LEVEL;
    }
    status = server_name_check(server);
    if (!status)
    {
        status =
            function ? function(slice_w(server), &this_server, &buffer) : NERR_ServiceNotInstalled;
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetServerStatisticsGet(LPWSTR server, DWORD level, DWORD options,
                                             LPBYTE *bufptr)
{
    return get_statistics(statistics_of_server, server, level, options, bufptr);
}

NET_API_STATUS WINAPI NetWkstaStatisticsGet(LPWSTR server, DWORD level, DWORD options,
                                            LPBYTE *bufptr)
{
    return get_statistics(statistics_of_workstation, server, level, options, bufptr);
}

/* NULL for a service that does not count. */
static statistics_function function_of(const WCHAR *service)
{
    if (utf16_equal_ascii(slice_w(service), "LanmanWorkstation"))
    {
        return statistics_of_workstation;
    }
    return utf16_equal_ascii(slice_w(service), "LanmanServer") ? statistics_of_server : NULL;
}

NET_API_STATUS WINAPI NetStatisticsGet(LPWSTR server, LPWSTR service, DWORD level, DWORD options,
                                       LPBYTE *bufptr)
{
    if (!service)
    {
        if (bufptr)
        {
            *bufptr = NULL;
        }
        return ERROR_INVALID_PARAMETER;
    }
    return get_statistics(function_of(service), server, level, options, bufptr);
}
