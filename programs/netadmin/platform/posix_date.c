/*
 * What time it is, of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/date.h"

#include <time.h>

static void time_set(SYSTEMTIME *time, const struct timespec *now, const struct tm *parts)
{
    *time = (SYSTEMTIME){
        .wYear = (WORD)(parts->tm_year + 1900),
        .wMonth = (WORD)(parts->tm_mon + 1),
        .wDay = (WORD)parts->tm_mday,
        .wHour = (WORD)parts->tm_hour,
        .wMinute = (WORD)parts->tm_min,
        .wSecond = (WORD)parts->tm_sec,
        .wMilliseconds = (WORD)(now->tv_nsec / 1000000),
    };
}

void date_utc(SYSTEMTIME *time)
{
    struct timespec now;
    struct tm parts;

    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &parts);
    time_set(time, &now, &parts);
}

void date_local(SYSTEMTIME *time)
{
    struct timespec now;
    struct tm parts;

    clock_gettime(CLOCK_REALTIME, &now);
    localtime_r(&now.tv_sec, &parts);
    time_set(time, &now, &parts);
}
