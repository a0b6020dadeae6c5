/*
 * What common controls of another process show. Each function writes one JSON value.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef TESTS_WINDOW_READER_CONTROLS_H
#define TESTS_WINDOW_READER_CONTROLS_H

#include <windows.h>

/*
 * A list view: { "columns": [{ "text", "width", "format" (HDF_ flags) }], "order": [column],
 * "focused": row or -1, "rows": [{ "cells": [text], "selected", "image" }] }
 */
void write_list_view(HWND list);

/* A tree view: [{ "text", "selected", "expanded", "image", "children": [...] }] */
void write_tree_view(HWND tree);

/* A tab control: { "selected": number, "tabs": [text] } */
void write_tabs(HWND tabs);

/* A status bar: [text of each part] */
void write_status_bar(HWND bar);

/* A tool bar: [{ "text", "command", "enabled", "checked", "hidden" }] */
void write_tool_bar(HWND bar);

/* A combo box: { "selected": number or -1, "items": [text] } */
void write_combo_box(HWND box);

/* The rectangles on the screen of a list view's row, of a header's item and of a tab. */
void write_row_rect(HWND list, int row);
void write_header_rect(HWND list, int column);
void write_tab_rect(HWND tabs, int number);

#endif
