/*
 * A computer's clock, as the API and [MS-SRVS] show it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_TIME_OF_DAY_H
#define NETAPI32_RPC_TIME_OF_DAY_H

#include <stdint.h>

/* TIME_OF_DAY_INFO, [MS-SRVS] 2.2.4.105 */
struct time_of_day
{
    uint32_t seconds_since_1970;
    uint32_t milliseconds_since_start;
    uint32_t hours;
    uint32_t minutes;
    uint32_t seconds;
    uint32_t hundredths;
    uint32_t time_zone;      /* minutes west of Greenwich; -1 is undefined */
    uint32_t clock_interval; /* 0.1 ms */
    uint32_t day;
    uint32_t month;
    uint32_t year;
    uint32_t weekday; /* Sunday is 0 */
};

#endif
