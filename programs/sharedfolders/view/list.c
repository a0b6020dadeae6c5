/*
 * The list of a page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/list.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "resource.h"

#define MARK_COLUMN 0 /* of the control; those of the page follow */

/* ---- Columns --------------------------------------------------------------------------------- */

static bool is_right(const struct column *column)
{
    return column->kind == COLUMN_NUMBER || column->kind == COLUMN_SECONDS;
}

static void add_column(HWND list, int index, const WCHAR *heading, bool right)
{
    LVCOLUMNW column = {
        .mask = LVCF_TEXT | LVCF_FMT | LVCF_SUBITEM,
        .fmt = right ? LVCFMT_RIGHT : LVCFMT_LEFT,
        .iSubItem = index,
        .pszText = (WCHAR *)(ULONG_PTR)heading, /* is only read */
    };

    SendMessageW(list, LVM_INSERTCOLUMNW, (WPARAM)index, (LPARAM)&column);
}

void list_create(struct state *state, enum page page)
{
    const struct page_table *table = &page_tables[page];
    const DWORD style = LVS_EX_FULLROWSELECT | LVS_EX_DOUBLEBUFFER | LVS_EX_HEADERDRAGDROP |
                        LVS_EX_INFOTIP | LVS_EX_LABELTIP;
    HWND list = CreateWindowExW(WS_EX_CLIENTEDGE, WC_LISTVIEWW, table->name,
                                WS_CHILD | WS_TABSTOP | LVS_REPORT | LVS_OWNERDATA |
                                    LVS_SHOWSELALWAYS | LVS_SHAREIMAGELISTS,
                                0, 0, 0, 0, state->window,
                                (HMENU)(ULONG_PTR)(IDC_LIST_SHARES + page), state->instance, NULL);

    state->lists[page] = list;
    state->orders[page] = (struct order){ .column = table->main };
    SendMessageW(list, LVM_SETEXTENDEDLISTVIEWSTYLE, style, style);
    add_column(list, MARK_COLUMN, L"", false);
    for (size_t i = 0; i < table->count; i++)
    {
        add_column(list, (int)i + 1, table->columns[i].heading, is_right(&table->columns[i]));
    }
}

void list_set_widths(const struct state *state, enum page page)
{
    const struct page_table *table = &page_tables[page];

    ListView_SetColumnWidth(state->lists[page], MARK_COLUMN, 4 * state->character);
    for (size_t i = 0; i < table->count; i++)
    {
        ListView_SetColumnWidth(state->lists[page], (int)i + 1,
                                (int)table->columns[i].width * state->character);
    }
}

/* The arrow that says by what it is sorted. */
static void show_order(const struct state *state, enum page page)
{
    HWND header = ListView_GetHeader(state->lists[page]);

    for (size_t i = 0; i <= page_tables[page].count; i++)
    {
        HDITEMW item = { .mask = HDI_FORMAT };

        SendMessageW(header, HDM_GETITEMW, i, (LPARAM)&item);
        item.fmt &= ~(HDF_SORTUP | HDF_SORTDOWN);
        if (i == state->orders[page].column + 1)
        {
            item.fmt |= state->orders[page].is_descending ? HDF_SORTDOWN : HDF_SORTUP;
        }
        SendMessageW(header, HDM_SETITEMW, i, (LPARAM)&item);
    }
}

/* ---- Rows ------------------------------------------------------------------------------------ */

/* The rows belong to servers, and only the lists say "const". */
static struct row *row_at(const struct state *state, enum page page, int index)
{
    return index >= 0 && (size_t)index < state->shown[page].count
               ? (struct row *)(uintptr_t)state->shown[page].rows[index]
               : NULL;
}

/* A row that the list does not show is nothing that a later one would find selected. */
static void forget_all(struct state *state, enum page page)
{
    for (size_t i = 0; i < state->server_count; i++)
    {
        const struct tracked *tracked = &state->servers[i]->pages[page].tracked;

        for (size_t j = 0; j < tracked->count; j++)
        {
            tracked->rows[j]->is_selected = false;
            tracked->rows[j]->is_focused = false;
            tracked->rows[j]->is_on_top = false;
        }
    }
}

void list_remember(struct state *state, enum page page)
{
    HWND list = state->lists[page];
    struct row *row;
    int index = -1;

    forget_all(state, page);
    while ((index = ListView_GetNextItem(list, index, LVNI_SELECTED)) >= 0)
    {
        row = row_at(state, page, index);
        if (row)
        {
            row->is_selected = true;
        }
    }
    row = row_at(state, page, ListView_GetNextItem(list, -1, LVNI_FOCUSED));
    if (row)
    {
        row->is_focused = true;
    }
    row = row_at(state, page, ListView_GetTopIndex(list));
    if (row)
    {
        row->is_on_top = true;
    }
}

static void fill(struct state *state, enum page page)
{
    struct shown *shown = &state->shown[page];
    struct server **servers;
    const size_t count = state_scope(state, &servers);

    shown_clear(shown);
    for (size_t i = 0; i < count; i++)
    {
        const struct tracked *tracked = &servers[i]->pages[page].tracked;

        shown_add(shown, tracked->rows, tracked->count, state->filter_text);
    }
    shown_sort(shown, &state->orders[page]);
    free(servers);
}

static int row_height(HWND list)
{
    RECT area = { .left = LVIR_BOUNDS };

    return SendMessageW(list, LVM_GETITEMRECT, 0, (LPARAM)&area) ? area.bottom - area.top : 0;
}

/* Selects and scrolls as the rows say. */
static void find_again(struct state *state, enum page page)
{
    HWND list = state->lists[page];
    int top = -1;
    int focused = -1;

    ListView_SetItemState(list, -1, 0, LVIS_SELECTED | LVIS_FOCUSED);
    for (int i = 0; (size_t)i < state->shown[page].count; i++)
    {
        const struct row *row = state->shown[page].rows[i];

        top = row->is_on_top ? i : top;
        focused = row->is_focused ? i : focused;
        if (row->is_selected)
        {
            ListView_SetItemState(list, i, LVIS_SELECTED, LVIS_SELECTED);
        }
    }
    if (focused < 0 && state->shown[page].count)
    {
        focused = 0; /* keys need somewhere to start */
    }
    if (focused >= 0)
    {
        ListView_SetItemState(list, focused, LVIS_FOCUSED, LVIS_FOCUSED);
    }
    if (top >= 0)
    {
        ListView_Scroll(list, 0, (top - ListView_GetTopIndex(list)) * row_height(list));
    }
}

void list_show(struct state *state, enum page page)
{
    HWND list = state->lists[page];

    state->is_updating = true;
    SendMessageW(list, WM_SETREDRAW, FALSE, 0);
    fill(state, page);
    SendMessageW(list, LVM_SETITEMCOUNT, state->shown[page].count,
                 LVSICF_NOINVALIDATEALL | LVSICF_NOSCROLL);
    find_again(state, page);
    show_order(state, page);
    SendMessageW(list, WM_SETREDRAW, TRUE, 0);
    InvalidateRect(list, NULL, TRUE);
    state->is_updating = false;
}

void list_sort(struct state *state, enum page page, size_t column)
{
    struct order *order = &state->orders[page];
    struct row *row;

    list_remember(state, page);
    row = row_at(state, page, ListView_GetTopIndex(state->lists[page]));
    if (row)
    {
        row->is_on_top = false; /* the place, not the row, stays */
    }
    order->is_descending = order->column == column && !order->is_descending;
    order->column = column;
    list_show(state, page);
}

static size_t pick(const struct state *state, enum page page, bool selected,
                   const struct row ***rows)
{
    const struct shown *shown = &state->shown[page];
    size_t count = 0;

    *rows = memory_resize(NULL, shown->count, sizeof(**rows));
    for (size_t i = 0; i < shown->count; i++)
    {
        const struct row *row = shown->rows[i];
        const bool is_wanted =
            selected ? ListView_GetItemState(state->lists[page], (int)i, LVIS_SELECTED) &&
                           row->mark != MARK_GONE
                     : row->mark == MARK_NONE || row->mark == MARK_CAME;

        if (is_wanted)
        {
            (*rows)[count++] = row;
        }
    }
    return count;
}

size_t list_selected(const struct state *state, enum page page, const struct row ***rows)
{
    return pick(state, page, true, rows);
}

size_t list_present(const struct state *state, enum page page, const struct row ***rows)
{
    return pick(state, page, false, rows);
}

struct server *list_server(const struct state *state, const struct row *row)
{
    for (size_t i = 0; i < state->server_count; i++)
    {
        if (!string_compare_exactly(state->servers[i]->shown, row->values[COLUMN_SERVER].text))
        {
            return state->servers[i];
        }
    }
    return state->servers[0];
}

/* ---- Notifications --------------------------------------------------------------------------- */

static void append_cell(const struct row *row, int column, struct text *text)
{
    if (column == MARK_COLUMN)
    {
        text_append(text, row_sign(row));
    }
    else if ((size_t)column <= page_tables[row->page].count)
    {
        row_append_shown(row, (size_t)column - 1, text);
    }
}

static void give_text(const struct state *state, enum page page, NMLVDISPINFOW *info)
{
    const struct row *row = row_at(state, page, info->item.iItem);
    struct text text = { 0 };

    if (!(info->item.mask & LVIF_TEXT) || !info->item.cchTextMax)
    {
        return;
    }
    if (row)
    {
        append_cell(row, info->item.iSubItem, &text);
    }
    wcsncpy(info->item.pszText, text_string(&text), (size_t)info->item.cchTextMax);
    info->item.pszText[info->item.cchTextMax - 1] = 0;
    text_free(&text);
}

/* Dark on light backgrounds, light on dark ones. */
static COLORREF mark_color(enum mark mark)
{
    static const COLORREF colors[][2] = {
        [MARK_CAME] = { RGB(0, 104, 0), RGB(128, 230, 128) },
        [MARK_GONE] = { RGB(168, 0, 0), RGB(255, 150, 150) },
        [MARK_OLD] = { RGB(96, 96, 96), RGB(176, 176, 176) },
    };
    const COLORREF background = GetSysColor(COLOR_WINDOW);
    const bool is_dark =
        299 * GetRValue(background) + 587 * GetGValue(background) + 114 * GetBValue(background) <
        128 * 1000;

    return mark == MARK_NONE ? GetSysColor(COLOR_WINDOWTEXT) : colors[mark][is_dark];
}

static LRESULT color(const struct state *state, enum page page, NMLVCUSTOMDRAW *draw)
{
    const struct row *row = row_at(state, page, (int)draw->nmcd.dwItemSpec);

    if (draw->nmcd.dwDrawStage == CDDS_PREPAINT)
    {
        return CDRF_NOTIFYITEMDRAW;
    }
    if (draw->nmcd.dwDrawStage == CDDS_ITEMPREPAINT && row && row->mark != MARK_NONE)
    {
        draw->clrText = mark_color(row->mark);
        return CDRF_NEWFONT;
    }
    return CDRF_DODEFAULT;
}

/* The row whose main column begins as is typed. */
static int find_typed(const struct state *state, enum page page, const NMLVFINDITEMW *find)
{
    const size_t count = state->shown[page].count;
    const size_t length = find->lvfi.psz ? string_length(find->lvfi.psz) : 0;

    if (!(find->lvfi.flags & (LVFI_STRING | LVFI_PARTIAL)) || !length)
    {
        return -1;
    }
    for (size_t i = 0; i < count; i++)
    {
        const size_t index = ((size_t)find->iStart + i) % count;
        struct text text = { 0 };
        bool found;

        row_append_shown(state->shown[page].rows[index], page_tables[page].main, &text);
        found = text.length >= length && !_wcsnicmp(text_string(&text), find->lvfi.psz, length);
        text_free(&text);
        if (found)
        {
            return (int)index;
        }
    }
    return -1;
}

LRESULT list_notify(struct state *state, enum page page, NMHDR *header, bool *handled)
{
    *handled = true;
    switch (header->code)
    {
    case LVN_GETDISPINFOW: give_text(state, page, (NMLVDISPINFOW *)header); return 0;
    case LVN_ODFINDITEMW: return find_typed(state, page, (NMLVFINDITEMW *)header);
    case NM_CUSTOMDRAW: return color(state, page, (NMLVCUSTOMDRAW *)header);
    case LVN_COLUMNCLICK:
        if (((NMLISTVIEW *)header)->iSubItem != MARK_COLUMN)
        {
            list_sort(state, page, (size_t)((NMLISTVIEW *)header)->iSubItem - 1);
        }
        return 0;
    default: *handled = false; return 0;
    }
}
