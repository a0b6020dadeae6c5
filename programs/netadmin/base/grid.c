/*
 * A screen as cells.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static const WCHAR dots[] = L"...";

#define DOTS_WIDTH (ARRAYSIZE(dots) - 1)

void grid_free(struct grid *grid)
{
    free(grid->cells);
    *grid = (struct grid){ 0 };
}

void grid_clear(struct grid *grid, size_t width, size_t height)
{
    if (grid->width != width || grid->height != height)
    {
        grid->cells = memory_resize(grid->cells, width * height + 1, sizeof(*grid->cells));
        grid->width = width;
        grid->height = height;
    }
    for (size_t row = 0; row < height; row++)
    {
        grid_fill(grid, row, STYLE_PLAIN);
    }
}

void grid_fill(struct grid *grid, size_t row, enum style style)
{
    for (size_t column = 0; row < grid->height && column < grid->width; column++)
    {
        grid->cells[row * grid->width + column] = (struct cell){ ' ', (unsigned char)style };
    }
}

bool grid_is_same(const struct grid *a, const struct grid *b)
{
    const size_t count = a->width * a->height;

    if (a->width != b->width || a->height != b->height)
    {
        return false;
    }
    for (size_t i = 0; i < count; i++)
    {
        if (a->cells[i].unit != b->cells[i].unit || a->cells[i].style != b->cells[i].style)
        {
            return false;
        }
    }
    return true;
}

void grid_copy(struct grid *copy, const struct grid *grid)
{
    grid_clear(copy, grid->width, grid->height);
    memcpy(copy->cells, grid->cells, grid->width * grid->height * sizeof(*copy->cells));
}

/* ---- Widths ---------------------------------------------------------------------------------- */

struct range
{
    WCHAR first;
    WCHAR last;
};

static bool is_in(const struct range *ranges, size_t count, WCHAR unit)
{
    for (size_t i = 0; i < count; i++)
    {
        if (unit >= ranges[i].first && unit <= ranges[i].last)
        {
            return true;
        }
    }
    return false;
}

/* Blocks of combining marks, and characters without a width. */
static bool is_zero_width(WCHAR unit)
{
    static const struct range ranges[] = {
        { 0x0300, 0x036f }, { 0x0483, 0x0489 }, { 0x0591, 0x05bd }, { 0x0610, 0x061a },
        { 0x064b, 0x065f }, { 0x1ab0, 0x1aff }, { 0x1dc0, 0x1dff }, { 0x200b, 0x200f },
        { 0x2060, 0x2064 }, { 0x20d0, 0x20ff }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f },
        { 0xfeff, 0xfeff },
    };

    return unit >= ranges[0].first && is_in(ranges, ARRAYSIZE(ranges), unit);
}

/* Unicode's East Asian Width W and F in the basic plane, by blocks. */
static bool is_double_width(WCHAR unit)
{
    static const struct range ranges[] = {
        { 0x1100, 0x115f }, { 0x2e80, 0x303e }, { 0x3041, 0x33ff }, { 0x3400, 0x4dbf },
        { 0x4e00, 0x9fff }, { 0xa000, 0xa4cf }, { 0xa960, 0xa97f }, { 0xac00, 0xd7a3 },
        { 0xf900, 0xfaff }, { 0xfe30, 0xfe6f }, { 0xff00, 0xff60 }, { 0xffe0, 0xffe6 },
    };

    return unit >= ranges[0].first && is_in(ranges, ARRAYSIZE(ranges), unit);
}

/* The character that begins there as it is shown; *units becomes how many units of the string it is. */
static WCHAR shown_unit(const WCHAR *string, size_t *units)
{
    *units = units_are_pair(string) ? 2 : 1;
    if (*units == 2 || unit_is_control(*string) || IS_HIGH_SURROGATE(*string) ||
        IS_LOW_SURROGATE(*string))
    {
        return '?';
    }
    return *string;
}

static size_t unit_width(WCHAR unit)
{
    return is_zero_width(unit) ? 0 : is_double_width(unit) ? 2 : 1;
}

size_t grid_text_width(const WCHAR *string)
{
    size_t width = 0;
    size_t units;

    for (; *string; string += units)
    {
        width += unit_width(shown_unit(string, &units));
    }
    return width;
}

/* ---- Writing --------------------------------------------------------------------------------- */

static void cell_put(struct grid *grid, size_t row, size_t column, WCHAR unit, enum style style)
{
    grid->cells[row * grid->width + column] = (struct cell){ unit, (unsigned char)style };
}

size_t grid_write(struct grid *grid, size_t row, size_t column, size_t width, const WCHAR *string,
                  enum style style)
{
    const size_t room = column < grid->width ? grid->width - column : 0;
    const size_t end = column + (width < room ? width : room);
    size_t units;

    for (; row < grid->height && *string; string += units)
    {
        const WCHAR unit = shown_unit(string, &units);
        const size_t columns = unit_width(unit);

        if (column + columns > end)
        {
            break;
        }
        if (columns)
        {
            cell_put(grid, row, column, unit, style);
        }
        if (columns == 2)
        {
            cell_put(grid, row, column + 1, 0, style);
        }
        column += columns;
    }
    return column;
}

/* The rest of the string that is at most so many columns wide. */
static const WCHAR *tail_of(const WCHAR *string, size_t width)
{
    size_t left = grid_text_width(string);
    size_t units;

    while (left > width)
    {
        left -= unit_width(shown_unit(string, &units));
        string += units;
    }
    return string;
}

size_t grid_write_field(struct grid *grid, size_t row, size_t column, size_t width,
                        const WCHAR *string, bool right, enum style style)
{
    const size_t needed = grid_text_width(string);
    const size_t end = column + width;

    if (needed <= width)
    {
        grid_write(grid, row, right ? end - needed : column, width, string, style);
    }
    else if (width <= DOTS_WIDTH)
    {
        grid_write(grid, row, column, width, string, style);
    }
    else
    {
        const size_t head = (width - DOTS_WIDTH) / 2;
        const size_t place = grid_write(grid, row, column, head, string, style);

        column = grid_write(grid, row, place, DOTS_WIDTH, dots, style);
        grid_write(grid, row, column, end - column, tail_of(string, end - column), style);
    }
    return end;
}
