/*
 * How wide the columns of a page are on a screen.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/columns.h"

#include "base/grid.h"

#define WIDTH_MIN       8 /* to which a column is cut */
#define SORT_MARK_WIDTH 1

static size_t natural_width(const struct view *view, size_t column)
{
    const struct rows *rows = &view->pages[view->page];
    const bool is_sorted = view->page_views[view->page].sort_column == column;
    size_t width =
        grid_text_width(rows->columns[column].heading) + (is_sorted ? SORT_MARK_WIDTH : 0);

    for (size_t i = 0; i < view->shown_count; i++)
    {
        const size_t needed = grid_text_width(view->shown[i]->cells[column].text);

        width = needed > width ? needed : width;
    }
    return width;
}

static size_t widest(const size_t *widths, size_t count)
{
    size_t found = 0;

    for (size_t i = 1; i < count; i++)
    {
        found = widths[i] > widths[found] ? i : found;
    }
    return found;
}

void columns_fit(const struct view *view, size_t screen_width, size_t widths[PAGE_COLUMNS_MAX])
{
    const size_t count = view->pages[view->page].column_count;
    size_t total = MARK_WIDTH + COLUMN_GAP * (count - 1);

    for (size_t i = 0; i < count; i++)
    {
        widths[i] = natural_width(view, i);
        total += widths[i];
    }
    for (size_t i = widest(widths, count); total > screen_width && widths[i] > WIDTH_MIN;
         i = widest(widths, count))
    {
        const size_t spare = widths[i] - WIDTH_MIN;
        size_t next = WIDTH_MIN;

        for (size_t j = 0; j < count; j++)
        {
            next = j != i && widths[j] > next ? widths[j] : next;
        }
        /* Down to the next widest, or by one where that is as wide. */
        next = widths[i] > next ? widths[i] - next : 1;
        next = next < spare ? next : spare;
        next = next < total - screen_width ? next : total - screen_width;
        widths[i] -= next;
        total -= next;
    }
}
