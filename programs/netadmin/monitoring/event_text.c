/*
 * Events as lines.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/event_text.h"

#include <lmcons.h>
#include <lmshare.h>

#include "console/error.h"
#include "console/error_names.h"
#include "listing/json.h"
#include "listing/values.h"

static const struct
{
    const WCHAR *name;  /* for programs */
    const WCHAR *words; /* for people; all of the same width */
} kinds[] = {
    [EVENT_SESSION_BEGAN] = { L"session_began", L"session began  " },
    [EVENT_SESSION_ENDED] = { L"session_ended", L"session ended  " },
    [EVENT_FILE_OPENED] = { L"file_opened", L"file opened    " },
    [EVENT_FILE_CLOSED] = { L"file_closed", L"file closed    " },
    [EVENT_SERVER_FAILED] = { L"server_failed", L"server failed  " },
    [EVENT_SERVER_RETURNED] = { L"server_returned", L"server returned" },
};

static const WCHAR *server_name(const struct event *event)
{
    return event->server ? event->server : L"localhost";
}

/* ---- For people ------------------------------------------------------------------------------ */

static void append_session(struct text *text, const SESSION_INFO_1 *session)
{
    text_append_visible(text, session->sesi1_username ? session->sesi1_username : L"");
    text_append(text, L" from ");
    text_append_visible(text, session->sesi1_cname ? session->sesi1_cname : L"");
}

/* C:\srv\a.txt by alice (17; read, write) */
static void append_file(struct text *text, const struct event *event)
{
    const FILE_INFO_3 *file = event->record;

    text_append_visible(text, file->fi3_pathname ? file->fi3_pathname : L"");
    text_append(text, L" by ");
    text_append_visible(text, file->fi3_username ? file->fi3_username : L"");
    text_append_format(text, L" (%lu", file->fi3_id);
    for (size_t i = 0; i < event->level->field_count; i++)
    {
        const struct field *field = &event->level->fields[i];

        if (field->kind == FIELD_WORDS && field_number(field, file))
        {
            text_append(text, L"; ");
            value_append_shown(text, field, file);
        }
    }
    text_append_unit(text, ')');
}

static void append_what(struct text *text, const struct event *event)
{
    switch (event->kind)
    {
    case EVENT_SESSION_BEGAN:
    case EVENT_SESSION_ENDED: append_session(text, event->record); break;
    case EVENT_FILE_OPENED:
    case EVENT_FILE_CLOSED: append_file(text, event); break;
    case EVENT_SERVER_FAILED:
    case EVENT_SERVER_RETURNED:
        text_append(text, event->listing ? event->listing : L"");
        text_append(text, event->listing && event->error ? L": " : L"");
        break;
    }
}

void event_append_line(struct text *text, const struct event *event, const SYSTEMTIME *time)
{
    text_append_format(text, L"%04u-%02u-%02u %02u:%02u:%02u  ", time->wYear, time->wMonth,
                       time->wDay, time->wHour, time->wMinute, time->wSecond);
    text_append_visible(text, server_name(event));
    text_append_format(text, L"  %ls  ", kinds[event->kind].words);
    append_what(text, event);
    if (event->error)
    {
        error_append(event->error, text);
        return;
    }
    text_append_unit(text, '\n');
}

/* ---- As JSON --------------------------------------------------------------------------------- */

static void append_member(struct text *text, const WCHAR *name, const WCHAR *value)
{
    text_append_format(text, L", \"%ls\": ", name);
    json_append_string(text, value);
}

static void append_fields(struct text *text, const struct event *event)
{
    for (size_t i = 0; event->record && i < event->level->field_count; i++)
    {
        text_append_format(text, L", \"%ls\": ", event->level->fields[i].name);
        json_append_value(text, &event->level->fields[i], event->record);
    }
}

static void append_error(struct text *text, DWORD code)
{
    const struct error_name *error = error_name_find(code);

    text_append_format(text, L", \"error\": %lu", code);
    if (error)
    {
        append_member(text, L"name", error->name);
        append_member(text, L"message", error->text);
    }
}

void event_append_json(struct text *text, const struct event *event, const SYSTEMTIME *time)
{
    text_append_format(text, L"{\"time\": \"%04u-%02u-%02uT%02u:%02u:%02u.%03uZ\"", time->wYear,
                       time->wMonth, time->wDay, time->wHour, time->wMinute, time->wSecond,
                       time->wMilliseconds);
    append_member(text, L"server", server_name(event));
    append_member(text, L"event", kinds[event->kind].name);
    text_append(text, event->is_initial ? L", \"initial\": true" : L"");
    if (event->listing)
    {
        append_member(text, L"listing", event->listing);
    }
    append_fields(text, event);
    if (event->error)
    {
        append_error(text, event->error);
    }
    text_append(text, L"}\n");
}
