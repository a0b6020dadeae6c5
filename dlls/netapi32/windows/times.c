/*
 * Windows' dates.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <stdbool.h>
#include <time.h>

#include "platform/platform.h"

#define YEAR_MIN 1601
#define YEAR_MAX 30827

static ULONGLONG ticks_of(const FILETIME *file_time)
{
    return (ULONGLONG)file_time->dwHighDateTime << 32 | file_time->dwLowDateTime;
}

static LONGLONG seconds_of(ULONGLONG ticks)
{
    return (LONGLONG)(ticks / FILETIME_SECOND) -
           (LONGLONG)(FILETIME_OF_UNIX_EPOCH / FILETIME_SECOND);
}

static void system_time_set(SYSTEMTIME *system_time, const struct tm *parts, WORD milliseconds)
{
    *system_time = (SYSTEMTIME){
        .wYear = (WORD)(parts->tm_year + 1900),
        .wMonth = (WORD)(parts->tm_mon + 1),
        .wDayOfWeek = (WORD)parts->tm_wday,
        .wDay = (WORD)parts->tm_mday,
        .wHour = (WORD)parts->tm_hour,
        .wMinute = (WORD)parts->tm_min,
        .wSecond = (WORD)parts->tm_sec,
        .wMilliseconds = milliseconds,
    };
}

/* Whether there is such a day and hour; `parts` are those. */
static bool parts_of(const SYSTEMTIME *system_time, struct tm *parts)
{
    struct tm same;

    *parts = (struct tm){
        .tm_year = system_time->wYear - 1900,
        .tm_mon = system_time->wMonth - 1,
        .tm_mday = system_time->wDay,
        .tm_hour = system_time->wHour,
        .tm_min = system_time->wMinute,
        .tm_sec = system_time->wSecond,
        .tm_isdst = -1,
    };
    same = *parts;
    timegm(&same);
    return system_time->wYear >= YEAR_MIN && system_time->wYear <= YEAR_MAX &&
           system_time->wMilliseconds < 1000 && same.tm_mon == parts->tm_mon &&
           same.tm_mday == parts->tm_mday && same.tm_hour == parts->tm_hour &&
           same.tm_min == parts->tm_min && same.tm_sec == parts->tm_sec;
}

static BOOL invalid(void)
{
    SetLastError(ERROR_INVALID_PARAMETER);
    return FALSE;
}

BOOL WINAPI FileTimeToSystemTime(const FILETIME *file_time, SYSTEMTIME *system_time)
{
    const ULONGLONG ticks = ticks_of(file_time);
    const time_t seconds = (time_t)seconds_of(ticks);
    struct tm parts;

    if (ticks >> 63 || !gmtime_r(&seconds, &parts))
    {
        return invalid();
    }
    system_time_set(system_time, &parts, (WORD)(ticks / (FILETIME_SECOND / 1000) % 1000));
    return TRUE;
}

BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *system_time, FILETIME *file_time)
{
    struct tm parts;
    ULONGLONG ticks;

    if (!parts_of(system_time, &parts))
    {
        return invalid();
    }
    ticks = FILETIME_OF_UNIX_EPOCH + (ULONGLONG)timegm(&parts) * FILETIME_SECOND +
            system_time->wMilliseconds * (FILETIME_SECOND / 1000);
    *file_time = (FILETIME){ (DWORD)ticks, (DWORD)(ticks >> 32) };
    return TRUE;
}

/* Of the zone of this process (TZ): nobody here names another. */
BOOL WINAPI SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION *zone,
                                            const SYSTEMTIME *universal, SYSTEMTIME *local)
{
    struct tm parts;
    time_t seconds;

    if (zone || !parts_of(universal, &parts))
    {
        return invalid();
    }
    seconds = timegm(&parts);
    if (!localtime_r(&seconds, &parts))
    {
        return invalid();
    }
    system_time_set(local, &parts, universal->wMilliseconds);
    return TRUE;
}

BOOL WINAPI TzSpecificLocalTimeToSystemTime(const TIME_ZONE_INFORMATION *zone,
                                            const SYSTEMTIME *local, SYSTEMTIME *universal)
{
    struct tm parts;
    time_t seconds;

    if (zone || !parts_of(local, &parts))
    {
        return invalid();
    }
    seconds = mktime(&parts);
    if (!gmtime_r(&seconds, &parts))
    {
        return invalid();
    }
    system_time_set(universal, &parts, local->wMilliseconds);
    return TRUE;
}
