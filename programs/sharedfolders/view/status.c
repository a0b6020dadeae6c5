/*
 * The status bar, and the notes above it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/status.h"

#include <stdlib.h>

#include "view/error_words.h"

#define NOTES_LINES_MAX 4

enum part
{
    PART_STATE,
    PART_COUNTS,
    PART_REFRESH,
    PART_COUNT,
};

/* ---- What goes on ---------------------------------------------------------------------------- */

static void append_state(const struct state *state, struct text *text)
{
    struct server **servers;
    const size_t count = state_scope(state, &servers);
    size_t asked = 0;

    for (size_t i = 0; i < count; i++)
    {
        asked += servers[i]->pages[state->page].asking != NULL;
    }
    if (state->busy)
    {
        text_append(text, u"Busy: ");
        text_append(text, state->busy);
        text_append(text, u" (Esc cancels)");
    }
    else if (asked)
    {
        text_append(text, u"Busy: asking ");
        if (count == 1)
        {
            text_append(text, servers[0]->shown);
        }
        else
        {
            text_append(text, u"servers, ");
            text_append_number(text, (uint32_t)(count - asked));
            text_append(text, u" of ");
            text_append_number(text, (uint32_t)count);
            text_append(text, u" done");
        }
        text_append(text, u" (Esc cancels)");
    }
    else
    {
        text_append(text, state->message ? state->message : u"Ready");
    }
    free(servers);
}

static void append_counts(const struct state *state, struct text *text)
{
    const struct shown *shown = &state->shown[state->page];
    const UINT selected = ListView_GetSelectedCount(state->lists[state->page]);
    size_t counts[MARK_OLD + 1] = { 0 };

    for (size_t i = 0; i < shown->count; i++)
    {
        counts[shown->rows[i]->mark]++;
    }
    text_append_count(text, shown->count - counts[MARK_GONE], page_tables[state->page].noun);
    if (counts[MARK_CAME] || counts[MARK_GONE])
    {
        text_append(text, u" (+");
        text_append_number(text, (uint32_t)counts[MARK_CAME]);
        text_append(text, u" -");
        text_append_number(text, (uint32_t)counts[MARK_GONE]);
        text_append(text, u")");
    }
    if (counts[MARK_OLD])
    {
        text_append(text, u", ");
        text_append_number(text, (uint32_t)counts[MARK_OLD]);
        text_append(text, u" old");
    }
    if (selected)
    {
        text_append(text, u", ");
        text_append_number(text, selected);
        text_append(text, u" selected");
    }
    if (shown->hidden)
    {
        text_append(text, u", ");
        text_append_number(text, (uint32_t)shown->hidden);
        text_append(text, u" hidden by the filter");
    }
}

static void append_clock(struct text *text, const SYSTEMTIME *time)
{
    const WORD parts[] = { time->wHour, time->wMinute, time->wSecond };

    for (size_t i = 0; i < ARRAYSIZE(parts); i++)
    {
        text_append(text, i ? u":" : u"");
        text_append(text, parts[i] < 10 ? u"0" : u"");
        text_append_number(text, parts[i]);
    }
}

static void append_refresh(const struct state *state, struct text *text)
{
    if (state->is_paused)
    {
        text_append(text, u"Paused");
    }
    else
    {
        text_append(text, u"Refreshed every ");
        text_append_number(text, state->interval);
        text_append(text, u" s");
    }
    if (state->answered.wYear)
    {
        text_append(text, u", last at ");
        append_clock(text, &state->answered);
    }
}

/* A bar that is told what it says already flickers. */
static void set_part(const struct state *state, enum part part, struct text *text)
{
    WCHAR before[512] = L"";

    if (LOWORD(SendMessageW(state->status, SB_GETTEXTLENGTHW, part, 0)) < ARRAYSIZE(before))
    {
        SendMessageW(state->status, SB_GETTEXTW, part, (LPARAM)before);
    }
    if (string_compare_exactly(before, text_string(text)))
    {
        SendMessageW(state->status, SB_SETTEXTW, part, (LPARAM)text_string(text));
    }
    text_free(text);
}

void status_update(struct state *state)
{
    struct text text = { 0 };

    append_state(state, &text);
    set_part(state, PART_STATE, &text);
    append_counts(state, &text);
    set_part(state, PART_COUNTS, &text);
    append_refresh(state, &text);
    set_part(state, PART_REFRESH, &text);
}

void status_say(struct state *state, const char16_t *message)
{
    WCHAR *copy = message ? string_copy(message) : NULL;

    free(state->message);
    state->message = copy;
    status_update(state);
}

void status_layout(const struct state *state)
{
    RECT area;
    int ends[PART_COUNT];

    GetClientRect(state->window, &area);
    ends[PART_REFRESH] = -1;
    ends[PART_COUNTS] = area.right - 40 * state->character;
    ends[PART_STATE] = ends[PART_COUNTS] - 46 * state->character;
    if (ends[PART_STATE] < area.right / 3)
    {
        ends[PART_STATE] = area.right / 3;
        ends[PART_COUNTS] = area.right * 2 / 3;
    }
    SendMessageW(state->status, SB_SETPARTS, PART_COUNT, (LPARAM)ends);
}

/* ---- Notes ----------------------------------------------------------------------------------- */

static void append_note(struct text *text, const struct server *server, const char16_t *before,
                        DWORD code)
{
    text_append(text, text->length ? u"\r\n" : u"");
    text_append_visible(text, server->shown);
    text_append(text, before);
    if (code)
    {
        error_append(text, code);
    }
}

static void append_notes(const struct server *server, enum page kind, struct text *text)
{
    const struct server_page *page = &server->pages[kind];

    if (page->error)
    {
        append_note(text, server, u": ", page->error);
        if (page->tracked.count)
        {
            text_append(text, u" Its rows are from its last answer, and marked with ?.");
        }
        return;
    }
    if (page->reason)
    {
        append_note(text, server, u": tells less than there is to know. ", page->reason);
    }
    if (page->is_made_up)
    {
        append_note(
            text, server,
            u": tells how many connections a share has and how many files each has open, and "
            u"not whose they are.",
            0);
    }
}

bool notes_update(struct state *state)
{
    struct server **servers;
    const size_t count = state_scope(state, &servers);
    WCHAR *before = window_text(state->notes);
    struct text text = { 0 };
    bool is_new;

    for (size_t i = 0; i < count; i++)
    {
        append_notes(servers[i], state->page, &text);
    }
    is_new = string_compare_exactly(before, text_string(&text)) != 0;
    if (is_new)
    {
        SetWindowTextW(state->notes, text_string(&text));
    }
    free(before);
    free(servers);
    text_free(&text);
    return is_new;
}

int notes_height(const struct state *state)
{
    const int lines = (int)SendMessageW(state->notes, EM_GETLINECOUNT, 0, 0);

    if (!GetWindowTextLengthW(state->notes))
    {
        return 0;
    }
    return lines > NOTES_LINES_MAX ? NOTES_LINES_MAX : lines;
}
