/*
 * What somebody who watches has chosen to see.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/view.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "watching/row_order.h"

void view_begin(struct view *view, enum page page, size_t server_count, unsigned int memory_seconds)
{
    *view = (struct view){ .page = page, .clusters = clusters_make() };
    for (size_t i = 0; i < PAGE_COUNT; i++)
    {
        rows_begin(&view->pages[i], (enum page)i, server_count, memory_seconds);
    }
}

void view_free(struct view *view)
{
    for (size_t i = 0; i < PAGE_COUNT; i++)
    {
        rows_free(&view->pages[i]);
    }
    view_end_question(view);
    clusters_free(view->clusters);
    text_free(&view->message);
    free(view->shown);
    *view = (struct view){ 0 };
}

void view_share(struct view *view, struct answer *answer)
{
    const bool is_new = !clusters_find(view->clusters, answer->server);

    clusters_meet(view->clusters, answer->server, answer->is_identified ? &answer->identity : NULL);
    for (size_t i = 0; i < answer->part_count; i++)
    {
        rows_share(&view->pages[i], answer->index, answer->server, view->clusters, is_new,
                   &answer->parts[i]);
    }
}

/* ---- Which rows ------------------------------------------------------------------------------ */

static bool contains(const WCHAR *string, const WCHAR *part)
{
    const size_t length = wcslen(part);

    for (; *string; string++)
    {
        if (!_wcsnicmp(string, part, length))
        {
            return true;
        }
    }
    return !length;
}

/* One of the cells has it. */
static bool passes(const struct view *view, const struct row *row)
{
    for (size_t i = 0; *view->filter && i < view->pages[view->page].column_count; i++)
    {
        if (contains(row->cells[i].text, view->filter))
        {
            return true;
        }
    }
    return !*view->filter;
}

static void shown_add(struct view *view, const struct row *row)
{
    if (view->shown_count == view->shown_capacity)
    {
        view->shown_capacity = 2 * view->shown_capacity + 64;
        view->shown = memory_resize(view->shown, view->shown_capacity, sizeof(*view->shown));
    }
    view->shown[view->shown_count++] = row;
}

static void shown_gather(struct view *view)
{
    const struct rows *rows = &view->pages[view->page];

    view->shown_count = 0;
    for (size_t i = 0; i < rows->server_count; i++)
    {
        for (size_t j = 0; j < rows->servers[i].count; j++)
        {
            if (passes(view, &rows->servers[i].rows[j]))
            {
                shown_add(view, &rows->servers[i].rows[j]);
            }
        }
    }
}

/* ---- The selected one ------------------------------------------------------------------------ */

/* SIZE_MAX: it is not shown. */
static size_t place_of(const struct view *view, uint64_t serial)
{
    for (size_t i = 0; i < view->shown_count; i++)
    {
        if (view->shown[i]->serial == serial)
        {
            return i;
        }
    }
    return SIZE_MAX;
}

void view_select(struct view *view, size_t position)
{
    struct page_view *page = &view->page_views[view->page];

    if (position >= view->shown_count)
    {
        position = view->shown_count ? view->shown_count - 1 : 0;
    }
    page->position = position;
    page->selected = view->shown_count ? view->shown[position]->serial : 0;
}

void view_arrange(struct view *view)
{
    struct page_view *page = &view->page_views[view->page];
    size_t place = SIZE_MAX;

    view->arranged = view->pages[view->page].version;
    shown_gather(view);
    rows_sort(view->shown, view->shown_count, &view->pages[view->page], page->sort_column,
              page->is_reversed);
    if (page->is_chosen)
    {
        place = place_of(view, page->selected);
    }
    view_select(view, place == SIZE_MAX ? page->position : place);
}

bool view_is_stale(const struct view *view)
{
    return view->arranged != view->pages[view->page].version;
}

size_t view_position(const struct view *view)
{
    return view->page_views[view->page].position;
}

const struct row *view_selected(const struct view *view)
{
    return view->shown_count ? view->shown[view_position(view)] : NULL;
}

/* ---- What is said ---------------------------------------------------------------------------- */

void view_say(struct view *view, const WCHAR *format, ...)
{
    va_list arguments;

    view->message.length = 0;
    va_start(arguments, format);
    text_append_format_list(&view->message, format, arguments);
    va_end(arguments);
    text_append_unit(&view->message, 0);
}

static const WCHAR *copy_of(struct row *copy, const WCHAR *place, const struct row *row)
{
    return copy->memory + (place - row->memory);
}

/* The row itself may go while the question is there. */
static struct row row_copy(const struct row *row, size_t column_count)
{
    const WCHAR *last = row->names[NAME_COUNT_MAX - 1];
    const size_t size = (size_t)(last - row->memory) + wcslen(last) + 1;
    struct row copy = *row;

    copy.memory = memory_resize(NULL, size, sizeof(WCHAR));
    wmemcpy(copy.memory, row->memory, size);
    for (size_t i = 0; i < column_count; i++)
    {
        copy.cells[i].text = copy_of(&copy, row->cells[i].text, row);
    }
    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        copy.names[i] = copy_of(&copy, row->names[i], row);
    }
    return copy;
}

void view_ask(struct view *view)
{
    const struct row *row = view_selected(view);

    if (row)
    {
        view_end_question(view);
        view->asked = row_copy(row, view->pages[view->page].column_count);
        view->mode = VIEW_QUESTION;
    }
}

void view_end_question(struct view *view)
{
    free(view->asked.memory);
    view->asked = (struct row){ 0 };
    view->mode = view->mode == VIEW_QUESTION ? VIEW_ROWS : view->mode;
}
