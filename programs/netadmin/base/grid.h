/*
 * A screen as cells, drawn in memory: what a terminal then shows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_GRID_H
#define NETADMIN_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* What a cell is for; a terminal chooses how it shows it. */
enum style
{
    STYLE_PLAIN,
    STYLE_BAR,     /* the lines at the top and at the bottom */
    STYLE_CURRENT, /* what is chosen in them */
    STYLE_HEADING,
    STYLE_CAME,
    STYLE_GONE,
    STYLE_OLD,
    STYLE_SELECTED, /* the row that keys act on */
    STYLE_FAILURE,
    STYLE_QUESTION,
};

/* The second cell of a character that is two columns wide has no unit: 0. */
struct cell
{
    WCHAR unit;
    unsigned char style;
};

/* Starts as { 0 }, ends with grid_free(). */
struct grid
{
    size_t width;
    size_t height;
    struct cell *cells; /* row by row */
};

void grid_free(struct grid *grid);

/* Makes it so large, and all of it blank. */
void grid_clear(struct grid *grid, size_t width, size_t height);

bool grid_is_same(const struct grid *a, const struct grid *b);
void grid_copy(struct grid *copy, const struct grid *grid);

/* All of a row, blank, in a style. */
void grid_fill(struct grid *grid, size_t row, enum style style);

/* Writes a string into a row from a column on, not beyond `width` columns of it nor beyond the grid;
 * returns the column behind it. What would act on a terminal, and what is not in the basic plane, is
 * '?'; marks that combine with the letter before are left out. */
size_t grid_write(struct grid *grid, size_t row, size_t column, size_t width, const WCHAR *string,
                  enum style style);

/* The same, in a field of that width: cut in the middle if it is wider, to the right if so wanted. */
size_t grid_write_field(struct grid *grid, size_t row, size_t column, size_t width,
                        const WCHAR *string, bool right, enum style style);

/* How many columns a string takes in there. */
size_t grid_text_width(const WCHAR *string);

#endif
