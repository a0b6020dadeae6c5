/*
 * Fonts, and where the controls are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/layout.h"

#include "view/list.h"
#include "view/status.h"

#define GAP        6  /* between controls, in pixels of 96 to the inch */
#define ROW_GAP    6  /* between the lines of a list */
#define TREE_WIDTH 30 /* the usual, in characters */
#define TREE_LEAST 12

/* ---- Fonts ----------------------------------------------------------------------------------- */

/* Windows 10 knows the resolution of a window, others that of the screen. */
int layout_dpi(HWND window)
{
    typedef UINT WINAPI dpi_function(HWND window);
    dpi_function *function =
        (dpi_function *)(void *)GetProcAddress(GetModuleHandleW(L"user32.dll"), "GetDpiForWindow");
    const UINT dpi = function ? function(window) : 0;
    HDC screen;
    int of_screen;

    if (dpi)
    {
        return (int)dpi;
    }
    screen = GetDC(NULL);
    of_screen = GetDeviceCaps(screen, LOGPIXELSY);
    ReleaseDC(NULL, screen);
    return of_screen;
}

/* The font of messages, which the system has for the resolution of the screen that it started with. */
static HFONT make_font(int dpi)
{
    NONCLIENTMETRICSW metrics = { .cbSize = sizeof(metrics) };
    HDC screen = GetDC(NULL);
    const int system = GetDeviceCaps(screen, LOGPIXELSY);

    ReleaseDC(NULL, screen);
    SystemParametersInfoW(SPI_GETNONCLIENTMETRICS, sizeof(metrics), &metrics, 0);
    metrics.lfMessageFont.lfHeight = MulDiv(metrics.lfMessageFont.lfHeight, dpi, system);
    return CreateFontIndirectW(&metrics.lfMessageFont);
}

static void measure(struct state *state)
{
    TEXTMETRICW metrics = { 0 };
    HDC screen = GetDC(state->window);
    HGDIOBJ before = SelectObject(screen, state->font);

    GetTextMetricsW(screen, &metrics);
    SelectObject(screen, before);
    ReleaseDC(state->window, screen);
    state->line = metrics.tmHeight;
    state->character = metrics.tmAveCharWidth;
}

static BOOL CALLBACK set_font(HWND control, LPARAM font)
{
    SendMessageW(control, WM_SETFONT, (WPARAM)font, TRUE);
    return TRUE;
}

/* A list's rows are as high as its images. */
static void set_row_height(struct state *state)
{
    HIMAGELIST before = state->images;

    state->images = ImageList_Create(1, state->line + state_scale(state, ROW_GAP), ILC_COLOR, 1, 0);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        ListView_SetImageList(state->lists[page], state->images, LVSIL_SMALL);
    }
    TreeView_SetItemHeight(state->tree, state->line + state_scale(state, ROW_GAP));
    if (before)
    {
        ImageList_Destroy(before);
    }
}

void layout_set_dpi(struct state *state, int dpi)
{
    HFONT before = state->font;

    state->dpi = dpi;
    state->font = make_font(dpi);
    measure(state);
    EnumChildWindows(state->window, set_font, (LPARAM)state->font);
    if (before)
    {
        DeleteObject(before);
    }
    set_row_height(state);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        list_set_widths(state, (enum page)page);
    }
}

/* ---- Places ---------------------------------------------------------------------------------- */

static int tree_width(const struct state *state)
{
    return state->tree_width ? state->tree_width : TREE_WIDTH * state->character;
}

static int height_of(HWND control)
{
    RECT area;

    GetWindowRect(control, &area);
    return area.bottom - area.top;
}

static void place(HWND control, const RECT *area)
{
    MoveWindow(control, area->left, area->top,
               area->right > area->left ? area->right - area->left : 0,
               area->bottom > area->top ? area->bottom - area->top : 0, TRUE);
}

/* The notes at the bottom; the area becomes what is above them. Their width says how many lines they
 * take. */
static void place_notes(struct state *state, RECT *area)
{
    const int gap = state_scale(state, GAP);
    RECT notes = *area;

    place(state->notes, &notes);
    state->notes_lines = notes_height(state);
    if (state->notes_lines)
    {
        notes.top = area->bottom - state->notes_lines * state->line - 2 * gap;
        place(state->notes, &notes);
        area->bottom = notes.top - gap;
    }
    ShowWindow(state->notes, state->notes_lines ? SW_SHOWNA : SW_HIDE);
}

/* The filter at the top. */
static void place_filter(const struct state *state, RECT *area)
{
    const int gap = state_scale(state, GAP);
    RECT label = *area;
    RECT edit = *area;

    edit.bottom = area->top + state->line + gap + 2;
    label.top += gap / 2 + 1;
    label.bottom = edit.bottom;
    label.right = label.left + 8 * state->character;
    edit.left = label.right;
    if (edit.right > edit.left + 50 * state->character)
    {
        edit.right = edit.left + 50 * state->character;
    }
    place(state->filter_label, &label);
    place(state->filter, &edit);
    area->top = edit.bottom + gap;
}

/* The tabs are a strip without an area of their own: what lies in such an area comes before them in the
 * order of the keys. */
static void place_lists(const struct state *state, const RECT *area)
{
    RECT strip = *area;
    RECT lists = *area;

    SendMessageW(state->tabs, TCM_ADJUSTRECT, FALSE, (LPARAM)&lists);
    strip.bottom = lists.top;
    lists.left = area->left;
    lists.right = area->right;
    lists.bottom = area->bottom;
    place(state->tabs, &strip);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        place(state->lists[page], &lists);
    }
}

void layout_place(struct state *state)
{
    const int gap = state_scale(state, GAP);
    RECT area;
    RECT tree;

    SendMessageW(state->status, WM_SIZE, 0, 0);
    status_layout(state);
    GetClientRect(state->window, &area);
    area.bottom -= height_of(state->status);
    area.left += gap;
    area.top += gap;
    area.right -= gap;
    area.bottom -= gap;
    tree = area;
    tree.right = tree.left + tree_width(state);
    place(state->tree, &tree);
    area.left = tree.right + gap;
    place_notes(state, &area);
    place_filter(state, &area);
    place_lists(state, &area);
}

bool layout_is_divider(const struct state *state, POINT point)
{
    const int left = state_scale(state, GAP) + tree_width(state);

    return point.x >= left && point.x < left + state_scale(state, GAP);
}

void layout_move_divider(struct state *state, int x)
{
    const int least = TREE_LEAST * state->character;
    RECT area;
    int width = x - state_scale(state, GAP);

    GetClientRect(state->window, &area);
    width = width > area.right - 3 * least ? area.right - 3 * least : width;
    state->tree_width = width < least ? least : width;
    layout_place(state);
}
