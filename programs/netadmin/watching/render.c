/*
 * A view as a screen: a bar with the pages, the headings, the rows, the servers that failed, and a bar
 * with what is asked, was said, or can be done.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/render.h"

#include <wchar.h>

#include "console/error.h"
#include "watching/actions.h"
#include "watching/columns.h"
#include "watching/question.h"

#define ROWS_ABOVE   2 /* the bar, the headings */
#define FAILURES_MAX 3

/* The bar at the bottom. */
static size_t rows_below(const struct view *view)
{
    return view->mode == VIEW_QUESTION ? 2 : 1;
}

static size_t failure_lines(const struct view *view, size_t height)
{
    const size_t failed = rows_failed(&view->pages[view->page]);
    const size_t lines = failed < FAILURES_MAX ? failed : FAILURES_MAX;

    return height > ROWS_ABOVE + rows_below(view) + lines ? lines : 0;
}

size_t view_list_height(const struct view *view, size_t height)
{
    const size_t taken = ROWS_ABOVE + rows_below(view) + failure_lines(view, height);

    return height > taken ? height - taken : 0;
}

/* ---- The bar at the top ---------------------------------------------------------------------- */

static size_t page_write(struct grid *grid, const struct view *view, enum page page, size_t column)
{
    const enum style style = page == view->page ? STYLE_CURRENT : STYLE_BAR;
    const struct rows *rows = &view->pages[page];
    struct text text = { 0 };
    bool is_known = false;

    for (size_t i = 0; i < rows->server_count; i++)
    {
        is_known = is_known || rows->servers[i].is_known;
    }
    text_append_format(&text, L" %u %ls ", (unsigned int)page + 1, page_headings[page]);
    if (is_known)
    {
        text_append_format(&text, L"%zu ", rows_count(rows));
    }
    text_append_unit(&text, 0);
    column = grid_write(grid, 0, column, grid->width, text.units, style);
    text_free(&text);
    return column;
}

/* What the bar says at its right end: as much as fits. */
enum detail
{
    DETAIL_ALL,
    DETAIL_FAILED,
    DETAIL_PAUSED,
    DETAIL_COUNT,
};

static void append_state(struct text *text, const struct view *view, const WCHAR *clock,
                         enum detail detail)
{
    const struct rows *rows = &view->pages[view->page];
    const size_t failed = rows_failed(rows);

    if (detail == DETAIL_ALL)
    {
        text_append_format(text, rows->server_count == 1 ? L"%zu server  " : L"%zu servers  ",
                           rows->server_count);
    }
    if (failed && detail <= DETAIL_FAILED)
    {
        text_append_format(text, L"%zu failed  ", failed);
    }
    text_append(text, view->is_paused ? L"PAUSED  " : L"");
    text_append(text, clock);
    text_append(text, L" ");
    text_append_unit(text, 0);
}

static void top_render(struct grid *grid, const struct view *view, const WCHAR *clock)
{
    struct text text = { 0 };
    bool fits = false;
    size_t column = 0;

    grid_fill(grid, 0, STYLE_BAR);
    for (size_t i = 0; i < PAGE_COUNT; i++)
    {
        column = page_write(grid, view, (enum page)i, column);
    }
    for (size_t detail = DETAIL_ALL; detail < DETAIL_COUNT && !fits; detail++)
    {
        text.length = 0;
        append_state(&text, view, clock, (enum detail)detail);
        fits = column + grid_text_width(text.units) <= grid->width;
    }
    if (fits)
    {
        const size_t width = grid_text_width(text.units);

        grid_write(grid, 0, grid->width - width, width, text.units, STYLE_BAR);
    }
    text_free(&text);
}

/* ---- The rows -------------------------------------------------------------------------------- */

static void headings_render(struct grid *grid, const struct view *view, const size_t *widths)
{
    const struct page_view *page = &view->page_views[view->page];
    const struct rows *rows = &view->pages[view->page];
    size_t column = MARK_WIDTH;

    for (size_t i = 0; i < rows->column_count; i++)
    {
        struct text text = { 0 };

        text_append(&text, rows->columns[i].heading);
        if (i == page->sort_column)
        {
            text_append_unit(&text, page->is_reversed ? 'v' : '^');
        }
        text_append_unit(&text, 0);
        column = grid_write_field(grid, 1, column, widths[i], text.units, rows->columns[i].right,
                                  STYLE_HEADING) +
                 COLUMN_GAP;
        text_free(&text);
    }
}

static void row_render(struct grid *grid, size_t line, const struct view *view,
                       const struct row *row, const size_t *widths)
{
    static const WCHAR *const marks[] = {
        [ROW_IS] = L" ", [ROW_CAME] = L"+", [ROW_GONE] = L"-", [ROW_OLD] = L"~"
    };
    static const enum style styles[] = {
        [ROW_IS] = STYLE_PLAIN,
        [ROW_CAME] = STYLE_CAME,
        [ROW_GONE] = STYLE_GONE,
        [ROW_OLD] = STYLE_OLD,
    };
    const struct rows *rows = &view->pages[view->page];
    const enum style style = row == view_selected(view) ? STYLE_SELECTED : styles[row->mark];
    size_t column = MARK_WIDTH;

    grid_fill(grid, line, style);
    grid_write(grid, line, 0, MARK_WIDTH, marks[row->mark], style);
    for (size_t i = 0; i < rows->column_count; i++)
    {
        column = grid_write_field(grid, line, column, widths[i], row->cells[i].text,
                                  rows->columns[i].right, style) +
                 COLUMN_GAP;
    }
}

/* Moves the row at the top as far as it takes to see the selected one. */
static void scroll(struct view *view, size_t height)
{
    struct page_view *page = &view->page_views[view->page];
    const size_t position = view_position(view);

    if (position < page->first)
    {
        page->first = position;
    }
    if (height && position >= page->first + height)
    {
        page->first = position - height + 1;
    }
    if (page->first + height > view->shown_count)
    {
        page->first = view->shown_count > height ? view->shown_count - height : 0;
    }
}

static void rows_render(struct grid *grid, struct view *view)
{
    const size_t height = view_list_height(view, grid->height);
    size_t widths[PAGE_COLUMNS_MAX];
    size_t first;

    columns_fit(view, grid->width, widths);
    headings_render(grid, view, widths);
    scroll(view, height);
    first = view->page_views[view->page].first;
    for (size_t i = 0; i < height && first + i < view->shown_count; i++)
    {
        row_render(grid, ROWS_ABOVE + i, view, view->shown[first + i], widths);
    }
}

/* ---- Below the rows -------------------------------------------------------------------------- */

static void failure_write(struct grid *grid, size_t line, const WCHAR *server, DWORD error)
{
    struct text text = { 0 };

    text_append(&text, server ? server : L"localhost");
    text_append(&text, L": ");
    error_append(error, &text);
    text.length--; /* its line end */
    text_append_unit(&text, 0);
    grid_write(grid, line, 0, grid->width, text.units, STYLE_FAILURE);
    text_free(&text);
}

static void failures_render(struct grid *grid, const struct view *view, const WCHAR *const *servers)
{
    const struct rows *rows = &view->pages[view->page];
    const size_t lines = failure_lines(view, grid->height);
    const size_t failed = rows_failed(rows);
    const size_t first = ROWS_ABOVE + view_list_height(view, grid->height);
    size_t line = 0;

    for (size_t i = 0; i < rows->server_count && line < lines; i++)
    {
        const bool is_last = line + 1 == lines && failed > lines;

        if (rows->servers[i].error && !is_last)
        {
            failure_write(grid, first + line++, servers[i], rows->servers[i].error);
        }
        else if (rows->servers[i].error)
        {
            struct text text = { 0 };

            text_append_format(&text, L"... and %zu more servers", failed - line);
            text_append_unit(&text, 0);
            grid_write(grid, first + line++, 0, grid->width, text.units, STYLE_FAILURE);
            text_free(&text);
        }
    }
}

static void append_hints(struct text *text, const struct view *view)
{
    if (view->mode == VIEW_FILTER)
    {
        text_append_format(text, L"Only rows with: %ls_", view->filter);
    }
    else if (view->message.length)
    {
        text_append(text, view->message.units);
    }
    else
    {
        text_append_format(text, *view->filter ? L"[/%ls]  " : L"%ls", view->filter);
        text_append(text, L"q quit  ? help  Tab page  <> sort  r reverse  / filter  "
                          L"d end, close  p pause");
    }
}

/* Cut in the middle, if need be. */
static void bar_write(struct grid *grid, size_t line, struct text *text, enum style style)
{
    text_append_unit(text, 0);
    grid_fill(grid, line, style);
    grid_write_field(grid, line, 1, grid->width > 2 ? grid->width - 2 : 0, text->units, false,
                     style);
    text_free(text);
}

static void bottom_render(struct grid *grid, const struct view *view)
{
    struct text text = { 0 };

    if (view->mode == VIEW_QUESTION)
    {
        question_append(view, &text);
        bar_write(grid, grid->height > 1 ? grid->height - 2 : 0, &text, STYLE_QUESTION);
        question_append_loss(view, &text);
        bar_write(grid, grid->height - 1, &text, STYLE_QUESTION);
        return;
    }
    append_hints(&text, view);
    bar_write(grid, grid->height - 1, &text, STYLE_BAR);
}

static void help_render(struct grid *grid)
{
    for (size_t i = 0; key_help[i] && i + 2 < grid->height; i++)
    {
        grid_write(grid, i + 2, 2, grid->width, key_help[i], STYLE_PLAIN);
    }
}

void view_render(struct view *view, const WCHAR *const *servers, const WCHAR *clock,
                 struct grid *grid, size_t width, size_t height)
{
    grid_clear(grid, width, height);
    if (!width || !height)
    {
        return;
    }
    if (view->mode == VIEW_HELP)
    {
        help_render(grid);
    }
    else
    {
        rows_render(grid, view);
        failures_render(grid, view, servers);
    }
    top_render(grid, view, clock);
    bottom_render(grid, view);
}
