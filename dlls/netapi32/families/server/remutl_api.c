/*
 * What a computer says without being administered: NetRemoteTOD, NetRemoteComputerSupports.
 * Documented with lmremutl.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmremutl.h>

#include <stddef.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/server_time.h"
#include "families/server/servers.h"

#define SECONDS_1601_TO_1970 11644473600

/* ---- This computer's clock ------------------------------------------------------------------- */

/* Minutes west of Greenwich. */
static LONG time_zone(void)
{
    TIME_ZONE_INFORMATION zone;

    switch (GetTimeZoneInformation(&zone))
    {
    case TIME_ZONE_ID_STANDARD: return zone.Bias + zone.StandardBias;
    case TIME_ZONE_ID_DAYLIGHT: return zone.Bias + zone.DaylightBias;
    case TIME_ZONE_ID_UNKNOWN: return zone.Bias;
    default: return -1; /* as documented: undefined */
    }
}

/* The clock's tick in units of 0.1 ms. */
static DWORD clock_interval(void)
{
    DWORD adjustment = 0;
    DWORD interval = 0;
    BOOL is_disabled = FALSE;

    GetSystemTimeAdjustment(&adjustment, &interval, &is_disabled);
    return interval / 1000;
}

static TIME_OF_DAY_INFO local_time_of_day(void)
{
    ULARGE_INTEGER now = { .QuadPart = platform_filetime() };
    const FILETIME file_time = { now.LowPart, now.HighPart };
    SYSTEMTIME clock = { 0 };

    FileTimeToSystemTime(&file_time, &clock);
    return (TIME_OF_DAY_INFO){
        .tod_elapsedt = (DWORD)(now.QuadPart / 10000000 - SECONDS_1601_TO_1970),
        .tod_msecs = GetTickCount(),
        .tod_hours = clock.wHour,
        .tod_mins = clock.wMinute,
        .tod_secs = clock.wSecond,
        .tod_hunds = clock.wMilliseconds / 10u,
        .tod_timezone = time_zone(),
        .tod_tinterval = clock_interval(),
        .tod_day = clock.wDay,
        .tod_month = clock.wMonth,
        .tod_year = clock.wYear,
        .tod_weekday = clock.wDayOfWeek,
    };
}

/* ---- NetRemoteTOD ---------------------------------------------------------------------------- */

_Static_assert(sizeof(struct time_of_day) == sizeof(TIME_OF_DAY_INFO), "TIME_OF_DAY_INFO");
_Static_assert(offsetof(struct time_of_day, time_zone) == offsetof(TIME_OF_DAY_INFO, tod_timezone),
               "tod_timezone");
_Static_assert(offsetof(struct time_of_day, weekday) == offsetof(TIME_OF_DAY_INFO, tod_weekday),
               "tod_weekday");

static DWORD get_time_of_day(const struct target *target, TIME_OF_DAY_INFO *time)
{
    struct time_of_day server_time;
    DWORD status = NERR_Success;

    if (target->is_this_computer)
    {
        *time = local_time_of_day();
        return NERR_Success;
    }
    status = server_time_of_day(target, &server_time);
    if (!status)
    {
        memcpy(time, &server_time, sizeof(*time));
    }
    return status;
}

NET_API_STATUS WINAPI NetRemoteTOD(LPCWSTR UncServerName, LPBYTE *BufferPtr)
{
    TIME_OF_DAY_INFO time;
    struct target target;
    NET_API_STATUS status = NERR_Success;

    if (!BufferPtr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *BufferPtr = NULL;
    status = target_from_name(UncServerName, &target);
    if (!status)
    {
        status = get_time_of_day(&target, &time);
    }
    if (!status)
    {
        status = NetApiBufferAllocate(sizeof(time), (void **)BufferPtr);
    }
    if (!status)
    {
        memcpy(*BufferPtr, &time, sizeof(time));
    }
    return status;
}

/* ---- NetRemoteComputerSupports --------------------------------------------------------------- */

NET_API_STATUS WINAPI NetRemoteComputerSupports(LPCWSTR UncServerName, DWORD OptionsWanted,
                                                LPDWORD OptionsSupported)
{
    uint32_t options = 0;
    NET_API_STATUS status = NERR_Success;

    if (!OptionsSupported)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *OptionsSupported = 0;
    status = server_name_check(UncServerName);
    if (!status)
    {
        status = servers_supported_options(slice_w(UncServerName), &options);
        *OptionsSupported = options & OptionsWanted;
    }
    return status;
}
