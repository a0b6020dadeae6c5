/*
 * Events as lines: for people, and for programs as JSON.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_EVENT_TEXT_H
#define NETADMIN_EVENT_TEXT_H

#include "base/text.h"
#include "monitoring/events.h"

/* 2026-03-01 12:34:56  SERVER  file opened  C:\srv\a.txt by alice (17, read), with a line end. The time
 * is this place's. What would act on a terminal is '?'. */
void event_append_line(struct text *text, const struct event *event, const SYSTEMTIME *time);

/* One object on one line (a line of JSON): time (UTC, as RFC 3339 has it), server, event, and the fields of
 * the record under Windows' names, or of a server's failure error, name and message. */
void event_append_json(struct text *text, const struct event *event, const SYSTEMTIME *time);

#endif
