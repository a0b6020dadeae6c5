/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "controls.h"

#include <stddef.h>
#include <windows.h>

#include <commctrl.h>

#include "foreign.h"
#include "json.h"

#define COLUMNS_MAX 64

static HWND header_of(HWND list)
{
    return (HWND)foreign_send(list, LVM_GETHEADER, 0, 0);
}

static int write_columns(HWND list)
{
    const HWND header = header_of(list);
    const int count = (int)foreign_send(header, HDM_GETITEMCOUNT, 0, 0);
    WCHAR text[FOREIGN_TEXT_MAX];

    json_name("columns");
    json_open('[');
    for (int i = 0; i < count; i++)
    {
        HDITEMW item = { .mask = HDI_TEXT | HDI_FORMAT | HDI_WIDTH,
                         .cchTextMax = FOREIGN_TEXT_MAX };

        foreign_send_structure(header, HDM_GETITEMW, (WPARAM)i, &item, sizeof(item),
                               offsetof(HDITEMW, pszText), text);
        json_open('{');
        json_text_of("text", text);
        json_number_of("width", item.cxy);
        json_number_of("format", item.fmt);
        json_close('}');
    }
    json_close(']');
    return count;
}

static void write_column_order(HWND list, int count)
{
    int order[COLUMNS_MAX] = { 0 };

    json_name("order");
    json_open('[');
    if (count <= COLUMNS_MAX && foreign_send_structure(list, LVM_GETCOLUMNORDERARRAY, (WPARAM)count,
                                                       order, sizeof(order), 0, NULL))
        for (int i = 0; i < count; i++)
            json_number(order[i]);
    json_close(']');
}

static void write_row(HWND list, int row, int columns)
{
    WCHAR text[FOREIGN_TEXT_MAX];
    LVITEMW item = { .mask = LVIF_IMAGE | LVIF_STATE, .iItem = row, .stateMask = (UINT)-1 };

    foreign_send_structure(list, LVM_GETITEMW, 0, &item, sizeof(item), 0, NULL);
    json_open('{');
    json_bool_of("selected", (item.state & LVIS_SELECTED) != 0);
    json_number_of("image", item.iImage);
    json_name("cells");
    json_open('[');
    for (int i = 0; i < columns; i++)
    {
        LVITEMW cell = { .iSubItem = i, .cchTextMax = FOREIGN_TEXT_MAX };

        foreign_send_structure(list, LVM_GETITEMTEXTW, (WPARAM)row, &cell, sizeof(cell),
                               offsetof(LVITEMW, pszText), text);
        json_text(text);
    }
    json_close(']');
    json_close('}');
}

void write_list_view(HWND list)
{
    const int rows = (int)foreign_send(list, LVM_GETITEMCOUNT, 0, 0);
    int columns;

    json_open('{');
    columns = write_columns(list);
    write_column_order(list, columns);
    json_number_of("focused", foreign_send(list, LVM_GETNEXTITEM, (WPARAM)-1, LVNI_FOCUSED));
    json_name("rows");
    json_open('[');
    for (int i = 0; i < rows; i++)
        write_row(list, i, columns);
    json_close(']');
    json_close('}');
}

static HTREEITEM next_item(HWND tree, WPARAM which, HTREEITEM item)
{
    return (HTREEITEM)foreign_send(tree, TVM_GETNEXTITEM, which, (LPARAM)item);
}

/* An item with those that follow it, and all of theirs. */
static void write_tree_items(HWND tree, HTREEITEM item)
{
    WCHAR text[FOREIGN_TEXT_MAX];

    json_open('[');
    for (; item; item = next_item(tree, TVGN_NEXT, item))
    {
        TVITEMW wanted = { .mask = TVIF_TEXT | TVIF_STATE | TVIF_IMAGE | TVIF_HANDLE,
                           .hItem = item,
                           .stateMask = (UINT)-1,
                           .cchTextMax = FOREIGN_TEXT_MAX };

        foreign_send_structure(tree, TVM_GETITEMW, 0, &wanted, sizeof(wanted),
                               offsetof(TVITEMW, pszText), text);
        json_open('{');
        json_text_of("text", text);
        json_bool_of("selected", (wanted.state & TVIS_SELECTED) != 0);
        json_bool_of("expanded", (wanted.state & TVIS_EXPANDED) != 0);
        json_number_of("image", wanted.iImage);
        json_number_of("handle", (long long)(ULONG_PTR)item);
        json_name("children");
        write_tree_items(tree, next_item(tree, TVGN_CHILD, item));
        json_close('}');
    }
    json_close(']');
}

void write_tree_view(HWND tree)
{
    write_tree_items(tree, next_item(tree, TVGN_ROOT, NULL));
}

void write_tabs(HWND tabs)
{
    const int count = (int)foreign_send(tabs, TCM_GETITEMCOUNT, 0, 0);
    WCHAR text[FOREIGN_TEXT_MAX];

    json_open('{');
    json_number_of("selected", foreign_send(tabs, TCM_GETCURSEL, 0, 0));
    json_name("tabs");
    json_open('[');
    for (int i = 0; i < count; i++)
    {
        TCITEMW item = { .mask = TCIF_TEXT, .cchTextMax = FOREIGN_TEXT_MAX };

        foreign_send_structure(tabs, TCM_GETITEMW, (WPARAM)i, &item, sizeof(item),
                               offsetof(TCITEMW, pszText), text);
        json_text(text);
    }
    json_close(']');
    json_close('}');
}

void write_status_bar(HWND bar)
{
    const int count = (int)foreign_send(bar, SB_GETPARTS, 0, 0);

    json_open('[');
    for (int i = 0; i < count; i++)
    {
        WCHAR text[FOREIGN_TEXT_MAX] = { 0 };

        foreign_send_structure(bar, SB_GETTEXTW, (WPARAM)i, text, sizeof(text), 0, NULL);
        text[FOREIGN_TEXT_MAX - 1] = 0;
        json_text(text);
    }
    json_close(']');
}

void write_tool_bar(HWND bar)
{
    const int count = (int)foreign_send(bar, TB_BUTTONCOUNT, 0, 0);

    json_open('[');
    for (int i = 0; i < count; i++)
    {
        WCHAR text[FOREIGN_TEXT_MAX] = { 0 };
        TBBUTTON button = { 0 };

        foreign_send_structure(bar, TB_GETBUTTON, (WPARAM)i, &button, sizeof(button), 0, NULL);
        if (button.fsStyle & BTNS_SEP)
            continue;
        foreign_send_structure(bar, TB_GETBUTTONTEXTW, (WPARAM)button.idCommand, text, sizeof(text),
                               0, NULL);
        text[FOREIGN_TEXT_MAX - 1] = 0;
        json_open('{');
        json_text_of("text", text);
        json_number_of("command", button.idCommand);
        json_bool_of("enabled", (button.fsState & TBSTATE_ENABLED) != 0);
        json_bool_of("checked", (button.fsState & TBSTATE_CHECKED) != 0);
        json_bool_of("hidden", (button.fsState & TBSTATE_HIDDEN) != 0);
        json_close('}');
    }
    json_close(']');
}

void write_combo_box(HWND box)
{
    const int count = (int)foreign_send(box, CB_GETCOUNT, 0, 0);

    json_open('{');
    json_number_of("selected", foreign_send(box, CB_GETCURSEL, 0, 0));
    json_name("items");
    json_open('[');
    for (int i = 0; i < count; i++)
    {
        WCHAR text[FOREIGN_TEXT_MAX] = { 0 };

        /* The system carries this text itself. */
        if (foreign_send(box, CB_GETLBTEXTLEN, (WPARAM)i, 0) < FOREIGN_TEXT_MAX)
            foreign_send(box, CB_GETLBTEXT, (WPARAM)i, (LPARAM)text);
        json_text(text);
    }
    json_close(']');
    json_close('}');
}

/* A rectangle that a message to the window gives. */
static void write_part_rect(HWND window, UINT message, int number, RECT rect)
{
    foreign_send_structure(window, message, (WPARAM)number, &rect, sizeof(rect), 0, NULL);
    MapWindowPoints(window, NULL, (POINT *)&rect, 2);
    json_open('{');
    json_rect_of("rect", &rect);
    json_close('}');
}

void write_row_rect(HWND list, int row)
{
    write_part_rect(list, LVM_GETITEMRECT, row, (RECT){ .left = LVIR_BOUNDS });
}

void write_header_rect(HWND list, int column)
{
    write_part_rect(header_of(list), HDM_GETITEMRECT, column, (RECT){ 0 });
}

void write_tab_rect(HWND tabs, int number)
{
    write_part_rect(tabs, TCM_GETITEMRECT, number, (RECT){ 0 });
}
