/*
 * What somebody who watches has chosen to see: page, order, filter, and the row that keys act on. It
 * knows no terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_VIEW_H
#define NETADMIN_VIEW_H

#include <stdbool.h>

#include "base/text.h"
#include "watching/rows.h"

#define FILTER_LENGTH_MAX 64

/* The order of a page, and where one is in it. */
struct page_view
{
    size_t sort_column;
    bool is_reversed;
    uint64_t selected; /* the serial of a row; 0: none */
    size_t position;   /* where it was, in case it goes */
    size_t first;      /* the row at the top */
    bool is_chosen;    /* somebody moved the selection: it stays with its row */
};

enum view_mode
{
    VIEW_ROWS,
    VIEW_FILTER, /* the filter is being typed */
    VIEW_QUESTION,
    VIEW_HELP,
};

/* Starts with view_begin(), ends with view_free(). */
struct view
{
    struct rows pages[PAGE_COUNT];
    struct page_view page_views[PAGE_COUNT];
    enum page page;
    enum view_mode mode;
    bool is_paused;
    WCHAR filter[FILTER_LENGTH_MAX + 1];
    struct text message; /* what became of the latest deed; terminated, or empty */
    struct row asked;    /* a copy of the row that the question is about */
    /* The rows of the page that pass the filter, in order. */
    const struct row **shown;
    size_t shown_count;
    size_t shown_capacity;
    uint64_t arranged; /* the version of the rows they are of */
    struct clusters *clusters;
};

void view_begin(struct view *view, enum page page, size_t server_count,
                unsigned int memory_seconds);
void view_free(struct view *view);

/* Before the rows take what a server told: what a cluster has is there once (rows_share()). */
void view_share(struct view *view, struct answer *answer);

/* Chooses and orders the rows anew, and finds the selected one again. Where it has gone, the one that
 * stands in its place is selected. Comes after every change of rows or of the view. */
void view_arrange(struct view *view);

/* Have the rows of the page changed since? Then those that are shown may no longer be there. */
bool view_is_stale(const struct view *view);

/* The selected row, or NULL. */
const struct row *view_selected(const struct view *view);

/* Where it is among those shown; 0 if there is none. */
size_t view_position(const struct view *view);

/* Selects the row of a place among those shown, or the last one. */
void view_select(struct view *view, size_t position);

/* Says something at the bottom, as wprintf() would, until something else is said. */
void view_say(struct view *view, const WCHAR *format, ...);

/* Begins or ends the question about the selected row. */
void view_ask(struct view *view);
void view_end_question(struct view *view);

#endif
