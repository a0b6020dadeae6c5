/*
 * The list of a page: a view of rows that others have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_LIST_H
#define SHAREDFOLDERS_LIST_H

#include "view/state.h"

void list_create(struct state *state, enum page page);

/* The columns' widths by the font. */
void list_set_widths(const struct state *state, enum page page);

/* Rows change only between the two: the first remembers, in the rows, what is selected, has the focus
 * and is on top, the second shows the rows of the chosen servers, filtered and sorted, and finds it
 * again. */
void list_remember(struct state *state, enum page page);
void list_show(struct state *state, enum page page);

/* Sorts by a column; by the same again, the other way round. */
void list_sort(struct state *state, enum page page, size_t column);

/* WM_NOTIFY of a list. *handled says whether the result is to be returned. */
LRESULT list_notify(struct state *state, enum page page, NMHDR *header, bool *handled);

/* The selected rows that are there (not those that are gone). Returns how many; *rows is to be freed,
 * the rows are not, and live until the next change. */
size_t list_selected(const struct state *state, enum page page, const struct row ***rows);

/* All rows that the list shows and that servers have told now. Returns how many; *rows is to be freed. */
size_t list_present(const struct state *state, enum page page, const struct row ***rows);

/* The server of a row. */
struct server *list_server(const struct state *state, const struct row *row);

#endif
