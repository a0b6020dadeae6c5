/*
 * Statistics: NetStatisticsGet. Documented with lmstats.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmsname.h>
#include <lmstats.h>

#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "platform/utf16_equal.h"

#define SECONDS_1601_TO_1970 11644473600

/* When the system was started, in 100 ns since 1601. */
static uint64_t start_time(void)
{
    return platform_filetime() - GetTickCount64() * 10000;
}

/* Zeroed, as there is no redirector and no server of Windows here that would move a byte. */
static NET_API_STATUS allocate(size_t size, BYTE **buffer)
{
    NET_API_STATUS status = NetApiBufferAllocate((DWORD)size, (void **)buffer);

    if (!status)
    {
        memset(*buffer, 0, size);
    }
    return status;
}

static NET_API_STATUS workstation_statistics(BYTE **buffer)
{
    NET_API_STATUS status = allocate(sizeof(STAT_WORKSTATION_0), buffer);

    if (!status)
    {
        ((STAT_WORKSTATION_0 *)(void *)*buffer)->StatisticsStartTime.QuadPart =
            (LONGLONG)start_time();
    }
    return status;
}

static NET_API_STATUS server_statistics(BYTE **buffer)
{
    NET_API_STATUS status = allocate(sizeof(STAT_SERVER_0), buffer);

    if (!status)
    {
        ((STAT_SERVER_0 *)(void *)*buffer)->sts0_start =
            (DWORD)(start_time() / 10000000 - SECONDS_1601_TO_1970);
    }
    return status;
}

NET_API_STATUS WINAPI NetStatisticsGet(LPWSTR server, LPWSTR service, DWORD level, DWORD options,
                                       LPBYTE *bufptr)
{
    NET_API_STATUS status = NERR_Success;

    if (!bufptr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *bufptr = NULL;
    if (!service || options)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (level)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = this_computer_check(server, ERROR_NOT_SUPPORTED);
    if (status)
    {
        return status;
    }
    if (utf16_equal_ascii(slice_w(service), "LanmanWorkstation"))
    {
        return workstation_statistics(bufptr);
    }
    if (utf16_equal_ascii(slice_w(service), "LanmanServer"))
    {
        return server_statistics(bufptr);
    }
    return NERR_ServiceNotInstalled;
}
