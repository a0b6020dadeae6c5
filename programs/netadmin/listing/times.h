/*
 * Times as people read them. The functions append the value of a field of a record.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TIMES_H
#define NETADMIN_TIMES_H

#include "base/text.h"
#include "listing/levels.h"

/* FIELD_SECONDS, FIELD_AGE: 1d 02:03:04, or 02:03:04 within the first day. */
void time_append_duration(struct text *text, const struct field *field, const void *record);

/* FIELD_TIME: 2026-03-01T12:34:56+01:00, or with Z where the time zone is not known. */
void time_append_of_day(struct text *text, const struct field *field, const void *record);

/* FIELD_MOMENT: the same at this computer's place; never. */
void time_append_moment(struct text *text, const struct field *field, const void *record);

/* FIELD_PERIOD: in the largest unit that it is a multiple of, 42 days; or the word for it. */
void time_append_period(struct text *text, const struct field *field, const void *record);

/* FIELD_WEEK: always; never; Mon 08-17, Tue 08-17 (UTC). A week that is not of hours is in
 * hexadecimal. */
void time_append_week(struct text *text, const struct field *field, const void *record);

#endif
