/*
 * The time of day on a server: TIME_OF_DAY_INFO.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <lmcons.h>
#include <lmerr.h>
#include <lmremutl.h>

/* The parts of the time are those of UTC; people get the time of the place. */
static const struct field time_fields[] = {
    FIELD(TIME_OF_DAY_INFO, tod_elapsedt, L"Time", FIELD_TIME,
          .other = offsetof(TIME_OF_DAY_INFO, tod_timezone)),
    FIELD(TIME_OF_DAY_INFO, tod_msecs, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_hours, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_mins, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_secs, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_hunds, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_timezone, NULL, FIELD_SIGNED),
    FIELD(TIME_OF_DAY_INFO, tod_tinterval, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_day, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_month, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_year, NULL, FIELD_NUMBER),
    FIELD(TIME_OF_DAY_INFO, tod_weekday, NULL, FIELD_NUMBER),
};

/* There are no levels; this is the one of all commands that name none. */
static const struct level time_levels[] = {
    LEVEL(0, TIME_OF_DAY_INFO, time_fields),
};

static DWORD time_get(struct api_call *call)
{
    return call_count_one(call, NetRemoteTOD(call->server, &call->buffer));
}

const struct family time_family = {
    .records = { RECORDS(L"time", L"time", time_levels), .is_card = true },
    .level = 0,
    .level_for_all = 0,
    .enumerate = time_get,
};
