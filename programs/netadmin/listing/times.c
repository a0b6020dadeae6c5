/*
 * Times as people read them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/times.h"

#include <stdbool.h>
#include <stdlib.h>
#include <windows.h>

#define ZONE_UNKNOWN     (-1)
#define SECONDS_TO_1970  11644473600 /* since 1601 */
#define TICKS_PER_SECOND 10000000
#define DAYS             7
#define HOURS            24

/* ---- Spans ----------------------------------------------------------------------------------- */

void time_append_duration(struct text *text, const struct field *field, const void *record)
{
    const DWORD seconds = field_number(field, record);
    const DWORD days = seconds / 86400;

    if (days)
    {
        text_append_format(text, L"%lud ", days);
    }
    text_append_format(text, L"%02lu:%02lu:%02lu", seconds / 3600 % 24, seconds / 60 % 60,
                       seconds % 60);
}

/* NULL if there is none. */
static const WCHAR *word_find(const struct word *words, DWORD number)
{
    while (words && words->word && (number & words->mask) != words->value)
    {
        words++;
    }
    return words ? words->word : NULL;
}

void time_append_period(struct text *text, const struct field *field, const void *record)
{
    static const struct
    {
        DWORD seconds;
        const WCHAR *name;
    } units[] = { { 86400, L"day" }, { 3600, L"hour" }, { 60, L"minute" }, { 1, L"second" } };
    const DWORD seconds = field_number(field, record);
    const WCHAR *word = word_find(field->words, seconds);
    size_t i = seconds ? 0 : ARRAYSIZE(units) - 1;

    if (word)
    {
        text_append(text, word);
        return;
    }
    while (seconds % units[i].seconds)
    {
        i++;
    }
    text_append_format(text, L"%lu %ls%ls", seconds / units[i].seconds, units[i].name,
                       seconds / units[i].seconds == 1 ? L"" : L"s");
}

/* ---- Points in time -------------------------------------------------------------------------- */

static bool system_time(LONGLONG seconds_since_1970, SYSTEMTIME *time)
{
    const ULONGLONG ticks = (ULONGLONG)(seconds_since_1970 + SECONDS_TO_1970) * TICKS_PER_SECOND;
    const FILETIME file_time = { (DWORD)ticks, (DWORD)(ticks >> 32) };

    return FileTimeToSystemTime(&file_time, time);
}

static void append_system_time(struct text *text, const SYSTEMTIME *time)
{
    text_append_format(text, L"%04u-%02u-%02uT%02u:%02u:%02u", time->wYear, time->wMonth,
                       time->wDay, time->wHour, time->wMinute, time->wSecond);
}

static void append_zone(struct text *text, LONG minutes_ahead)
{
    text_append_format(text, L"%lc%02ld:%02ld", minutes_ahead < 0 ? '-' : '+',
                       labs(minutes_ahead) / 60, labs(minutes_ahead) % 60);
}

void time_append_of_day(struct text *text, const struct field *field, const void *record)
{
    const LONG behind = (LONG)field_other_number(field, record); /* of UTC, in minutes */
    const LONG ahead = behind == ZONE_UNKNOWN ? 0 : -behind;
    const DWORD seconds = field_number(field, record);
    SYSTEMTIME time;

    if (!system_time((LONGLONG)seconds + (LONGLONG)ahead * 60, &time))
    {
        text_append_format(text, L"%lu", seconds);
        return;
    }
    append_system_time(text, &time);
    if (behind == ZONE_UNKNOWN)
    {
        text_append(text, L"Z");
        return;
    }
    append_zone(text, ahead);
}

/* How far local time is ahead of UTC, in minutes. */
static LONG minutes_between(const SYSTEMTIME *utc, const SYSTEMTIME *local)
{
    FILETIME times[2] = { 0 };

    SystemTimeToFileTime(utc, &times[0]);
    SystemTimeToFileTime(local, &times[1]);
    return (
        LONG)(((LONGLONG)(((ULONGLONG)times[1].dwHighDateTime << 32) | times[1].dwLowDateTime) -
               (LONGLONG)(((ULONGLONG)times[0].dwHighDateTime << 32) | times[0].dwLowDateTime)) /
              TICKS_PER_SECOND / 60);
}

void time_append_moment(struct text *text, const struct field *field, const void *record)
{
    const DWORD seconds = field_number(field, record);
    SYSTEMTIME utc;
    SYSTEMTIME local;

    if (!seconds || seconds == MAXDWORD)
    {
        text_append(text, L"never");
        return;
    }
    if (!system_time(seconds, &utc) || !SystemTimeToTzSpecificLocalTime(NULL, &utc, &local))
    {
        text_append_format(text, L"%lu", seconds);
        return;
    }
    append_system_time(text, &local);
    append_zone(text, minutes_between(&utc, &local));
}

/* ---- Weeks ----------------------------------------------------------------------------------- */

static bool is_hour(const BYTE *bits, DWORD hour)
{
    return bits[hour / 8] & (1u << hour % 8);
}

static DWORD hours_set(const BYTE *bits)
{
    DWORD count = 0;

    for (DWORD hour = 0; hour < DAYS * HOURS; hour++)
    {
        count += is_hour(bits, hour);
    }
    return count;
}

/* Each span of hours of each day. */
static void append_hours(struct text *text, const BYTE *bits)
{
    static const WCHAR *const days[DAYS] = {
        L"Sun", L"Mon", L"Tue", L"Wed", L"Thu", L"Fri", L"Sat"
    };
    const WCHAR *separator = L"";

    for (DWORD hour = 0; hour < DAYS * HOURS; hour++)
    {
        const DWORD day = hour / HOURS;
        const DWORD start = hour % HOURS;

        if (is_hour(bits, hour))
        {
            while (hour + 1 < (day + 1) * HOURS && is_hour(bits, hour + 1))
            {
                hour++;
            }
            text_append_format(text, L"%ls%ls %02lu-%02lu", separator, days[day], start,
                               hour % HOURS + 1);
            separator = L", ";
        }
    }
    text_append(text, L" (UTC)");
}

void time_append_week(struct text *text, const struct field *field, const void *record)
{
    const BYTE *bits = field_pointer(field, record);
    const DWORD count = field_other_number(field, record);

    if (!bits)
    {
        text_append(text, L"always");
        return;
    }
    if (count != DAYS * HOURS)
    {
        for (DWORD i = 0; i < count / 8; i++)
        {
            text_append_format(text, L"%02x", bits[i]);
        }
        return;
    }
    switch (hours_set(bits))
    {
    case 0: text_append(text, L"never"); break;
    case DAYS *HOURS: text_append(text, L"always"); break;
    default: append_hours(text, bits); break;
    }
}
