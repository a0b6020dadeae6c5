/*
 * The main window.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/main_window.h"

#include <stdlib.h>
#include <windowsx.h>

#include "resource.h"
#include "settings/window_place.h"
#include "view/commands.h"
#include "view/layout.h"
#include "view/list.h"
#include "view/refresh.h"
#include "view/status.h"
#include "view/tree.h"

#ifndef WM_DPICHANGED
#define WM_DPICHANGED 0x02e0
#endif

#define WINDOW_CLASS L"" MAIN_WINDOW_CLASS
#define WIDTH        1100 /* in pixels of 96 to the inch */
#define HEIGHT       640

/* ---- Controls -------------------------------------------------------------------------------- */

static HWND create_control(const struct state *state, const WCHAR *class, const WCHAR *text,
                           DWORD style, DWORD more, int id)
{
    return CreateWindowExW(more, class, text, WS_CHILD | style, 0, 0, 0, 0, state->window,
                           (HMENU)(INT_PTR)id, state->instance, NULL);
}

static void create_tabs(struct state *state)
{
    state->tabs =
        create_control(state, WC_TABCONTROLW, L"Pages", WS_VISIBLE | WS_TABSTOP, 0, IDC_TABS);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        TCITEMW item = { .mask = TCIF_TEXT };

        item.pszText = (WCHAR *)(ULONG_PTR)page_tables[page].name; /* is only read */
        SendMessageW(state->tabs, TCM_INSERTITEMW, page, (LPARAM)&item);
    }
}

/* In the order of the Tab key. */
static void create_controls(struct state *state)
{
    tree_create(state);
    state->filter_label =
        create_control(state, L"STATIC", L"&Filter:", WS_VISIBLE, 0, IDC_FILTER_LABEL);
    state->filter = create_control(state, L"EDIT", L"", WS_VISIBLE | WS_TABSTOP | ES_AUTOHSCROLL,
                                   WS_EX_CLIENTEDGE, IDC_FILTER);
    SendMessageW(state->filter, EM_SETCUEBANNER, TRUE, (LPARAM)L"words that a row has to have");
    create_tabs(state);
    for (size_t page = 0; page < PAGE_COUNT; page++)
    {
        list_create(state, (enum page)page);
    }
    state->notes =
        create_control(state, L"EDIT", L"", WS_TABSTOP | WS_VSCROLL | ES_MULTILINE | ES_READONLY,
                       WS_EX_CLIENTEDGE, IDC_NOTES);
    state->status =
        create_control(state, STATUSCLASSNAMEW, L"", WS_VISIBLE | SBARS_SIZEGRIP, 0, IDC_STATUS);
}

static bool window_created(struct state *state)
{
    const struct node node = state->chosen;

    state->jobs = (struct jobs){ .window = state->window, .message = WM_JOB_DONE };
    create_controls(state);
    layout_set_dpi(state, layout_dpi(state->window));
    ShowWindow(state->lists[state->page], SW_SHOW);
    TabCtrl_SetCurSel(state->tabs, (int)state->page);
    state->focus = state->lists[state->page];
    tree_fill(state, &node);
    return true;
}

/* ---- Notifications --------------------------------------------------------------------------- */

static void filter_changed(struct state *state)
{
    free(state->filter_text);
    state->filter_text = window_text(state->filter);
    refresh_show(state);
}

static void context_menu(struct state *state, HWND control, POINT point)
{
    HMENU menus = LoadMenuW(state->instance, MAKEINTRESOURCEW(IDR_POPUPS));
    HMENU menu = GetSubMenu(menus, control == state->tree ? 0 : 1);

    if (point.x == -1 && point.y == -1) /* by the keyboard: at what is chosen */
    {
        RECT area = { 0 };

        point = (POINT){ state->line, state->line };
        if (control != state->tree)
        {
            const int focused = ListView_GetNextItem(control, -1, LVNI_FOCUSED);

            area.left = LVIR_LABEL;
            if (focused >= 0 &&
                SendMessageW(control, LVM_GETITEMRECT, (WPARAM)focused, (LPARAM)&area))
            {
                point = (POINT){ area.left + state->line, area.bottom };
            }
        }
        ClientToScreen(control, &point);
    }
    TrackPopupMenu(menu, TPM_RIGHTBUTTON, point.x, point.y, 0, state->window, NULL);
    DestroyMenu(menus);
}

static LRESULT list_notified(struct state *state, enum page page, NMHDR *header)
{
    bool handled;
    const LRESULT result = list_notify(state, page, header, &handled);

    if (handled)
    {
        return result;
    }
    switch (header->code)
    {
    case NM_DBLCLK:
    case NM_RETURN: command_do(state, IDM_PROPERTIES); break;
    case LVN_ITEMCHANGED:
    case LVN_ODSTATECHANGED:
        if (!state->is_updating)
        {
            status_update(state);
        }
        break;
    }
    return 0;
}

static LRESULT notified(struct state *state, NMHDR *header)
{
    if (header->idFrom >= IDC_LIST_SHARES && header->idFrom <= IDC_LIST_CONNECTIONS)
    {
        return list_notified(state, (enum page)(header->idFrom - IDC_LIST_SHARES), header);
    }
    if (header->idFrom == IDC_TREE && header->code == TVN_SELCHANGEDW && !state->is_updating)
    {
        const struct node *node = tree_selected(state);

        if (node)
        {
            choose_node(state, node);
        }
    }
    if (header->idFrom == IDC_TABS && header->code == TCN_SELCHANGE)
    {
        choose_page(state, (enum page)TabCtrl_GetCurSel(state->tabs));
    }
    return 0;
}

static void commanded(struct state *state, WPARAM wparam)
{
    if (LOWORD(wparam) == IDC_FILTER && HIWORD(wparam) == EN_CHANGE)
    {
        filter_changed(state);
    }
    else if (LOWORD(wparam) >= IDM_ADD_SERVER)
    {
        command_do(state, LOWORD(wparam));
    }
}

/* ---- The window ------------------------------------------------------------------------------ */

static void dpi_changed(struct state *state, int dpi, const RECT *area)
{
    layout_set_dpi(state, dpi);
    SetWindowPos(state->window, NULL, area->left, area->top, area->right - area->left,
                 area->bottom - area->top, SWP_NOZORDER | SWP_NOACTIVATE);
    layout_place(state);
}

static void activated(struct state *state, bool is_active)
{
    HWND focus = GetFocus();

    if (!is_active && IsChild(state->window, focus))
    {
        state->focus = focus;
    }
    else if (is_active && state->focus)
    {
        SetFocus(IsWindowVisible(state->focus) ? state->focus : state->lists[state->page]);
    }
}

/* The line between tree and lists. */
static bool divider(struct state *state, UINT message, LPARAM lparam)
{
    POINT point = { GET_X_LPARAM(lparam), GET_Y_LPARAM(lparam) };

    if (message == WM_SETCURSOR)
    {
        GetCursorPos(&point);
        ScreenToClient(state->window, &point);
        if (layout_is_divider(state, point))
        {
            SetCursor(LoadCursorW(NULL, (WCHAR *)IDC_SIZEWE));
            return true;
        }
        return false;
    }
    if (message == WM_LBUTTONDOWN && layout_is_divider(state, point))
    {
        SetCapture(state->window);
    }
    else if (message == WM_MOUSEMOVE && GetCapture() == state->window)
    {
        layout_move_divider(state, point.x);
    }
    else if (message == WM_LBUTTONUP && GetCapture() == state->window)
    {
        ReleaseCapture();
    }
    return true;
}

static LRESULT CALLBACK window_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
    struct state *state = (struct state *)GetWindowLongPtrW(window, GWLP_USERDATA);

    if (message == WM_CREATE)
    {
        state = ((CREATESTRUCTW *)lparam)->lpCreateParams;
        SetWindowLongPtrW(window, GWLP_USERDATA, (LONG_PTR)state);
        state->window = window;
        return window_created(state) ? 0 : -1;
    }
    if (!state)
    {
        return DefWindowProcW(window, message, wparam, lparam);
    }
    switch (message)
    {
    case WM_SIZE:
        if (wparam != SIZE_MINIMIZED)
        {
            layout_place(state);
        }
        return 0;
    case WM_NOTIFY: return notified(state, (NMHDR *)lparam);
    case WM_COMMAND: commanded(state, wparam); return 0;
    case WM_TIMER: refresh_timer(state, wparam); return 0;
    case WM_JOB_DONE:
        jobs_finish(&state->jobs, (struct job *)lparam);
        status_update(state);
        return 0;
    case WM_INITMENUPOPUP: menu_prepare(state, (HMENU)wparam); return 0;
    case WM_CONTEXTMENU:
        if ((HWND)wparam == state->tree || (HWND)wparam == state->lists[state->page])
        {
            context_menu(state, (HWND)wparam,
                         (POINT){ GET_X_LPARAM(lparam), GET_Y_LPARAM(lparam) });
        }
        return 0;
    case WM_ACTIVATE: activated(state, LOWORD(wparam) != WA_INACTIVE); return 0;
    case WM_SETFOCUS: activated(state, true); return 0;
    case WM_DPICHANGED: dpi_changed(state, HIWORD(wparam), (const RECT *)lparam); return 0;
    case WM_SETCURSOR:
        if ((HWND)wparam == window && LOWORD(lparam) == HTCLIENT && divider(state, message, 0))
        {
            return TRUE;
        }
        break;
    case WM_LBUTTONDOWN:
    case WM_MOUSEMOVE:
    case WM_LBUTTONUP: divider(state, message, lparam); return 0;
    case WM_SYSCOLORCHANGE:
    case WM_SETTINGCHANGE: InvalidateRect(window, NULL, TRUE); break;
    case WM_DESTROY:
        window_place_keep(window);
        PostQuitMessage(0);
        return 0;
    }
    return DefWindowProcW(window, message, wparam, lparam);
}

/* Where it stood last, or where the system puts it. What the starter wants comes first. */
static int place_window(const struct state *state, int show)
{
    bool maximized;

    if (!window_place_restore(state->window, &maximized))
    {
        SetWindowPos(state->window, NULL, 0, 0, state_scale(state, WIDTH),
                     state_scale(state, HEIGHT), SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
    }
    return maximized && (show == SW_SHOWNORMAL || show == SW_SHOWDEFAULT) ? SW_SHOWMAXIMIZED : show;
}

bool main_window_create(struct state *state, int show)
{
    const WNDCLASSEXW class = {
        .cbSize = sizeof(class),
        .lpfnWndProc = window_procedure,
        .hInstance = state->instance,
        .hIcon = LoadIconW(state->instance, MAKEINTRESOURCEW(IDI_PROGRAM)),
        .hCursor = LoadCursorW(NULL, (WCHAR *)IDC_ARROW),
        .hbrBackground = (HBRUSH)(COLOR_BTNFACE + 1),
        .lpszMenuName = MAKEINTRESOURCEW(IDR_MENU),
        .lpszClassName = WINDOW_CLASS,
    };

    if (!RegisterClassExW(&class) ||
        !CreateWindowExW(WS_EX_CONTROLPARENT, WINDOW_CLASS, L"Shared Folders",
                         WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN, CW_USEDEFAULT, CW_USEDEFAULT, WIDTH,
                         HEIGHT, NULL, NULL, state->instance, state))
    {
        return false;
    }
    ShowWindow(state->window, place_window(state, show));
    UpdateWindow(state->window);
    return true;
}

/* ---- Keys ------------------------------------------------------------------------------------ */

/* What is typed in a field belongs to the field, whatever the key does in a list. */
static bool is_of_field(const struct state *state, const MSG *message)
{
    const bool is_edit = message->hwnd == state->filter || message->hwnd == state->notes;
    const bool is_control = GetKeyState(VK_CONTROL) < 0;

    if (!is_edit || message->message != WM_KEYDOWN)
    {
        return false;
    }
    return message->wParam == VK_DELETE ||
           (is_control && (message->wParam == 'A' || message->wParam == 'C'));
}

/* Ctrl+A selects in fields of this kind, too, where the system's own do not. */
static bool select_field(const MSG *message)
{
    if (message->message == WM_KEYDOWN && message->wParam == 'A' && GetKeyState(VK_CONTROL) < 0)
    {
        SendMessageW(message->hwnd, EM_SETSEL, 0, -1);
        return true;
    }
    return false;
}

static bool move_focus(const struct state *state, const MSG *message)
{
    HWND next;

    if (message->message != WM_KEYDOWN || message->wParam != VK_TAB ||
        GetKeyState(VK_CONTROL) < 0 || !IsChild(state->window, message->hwnd))
    {
        return false;
    }
    next = GetNextDlgTabItem(state->window, GetFocus(), GetKeyState(VK_SHIFT) < 0);
    if (next)
    {
        SetFocus(next);
    }
    return true;
}

/* Wine opens the menu when Alt comes up and DefWindowProc() has seen no key between: it does not see
 * what an accelerator takes. */
static void keep_menu_closed(const struct state *state, const MSG *message)
{
    const WPARAM key = message->wParam;

    if (message->message == WM_SYSKEYDOWN &&
        (key == VK_RETURN || (key >= '0' && key <= '9') || key == 'F'))
    {
        DefWindowProcW(state->window, message->message, key, message->lParam);
    }
}

int main_window_run(struct state *state)
{
    HACCEL keys = LoadAcceleratorsW(state->instance, MAKEINTRESOURCEW(IDR_KEYS));
    MSG message;

    while (GetMessageW(&message, NULL, 0, 0) > 0)
    {
        keep_menu_closed(state, &message);
        if (is_of_field(state, &message)
                ? select_field(&message)
                : TranslateAcceleratorW(state->window, keys, &message) != 0)
        {
            continue;
        }
        if (!move_focus(state, &message))
        {
            TranslateMessage(&message);
            DispatchMessageW(&message);
        }
    }
    return (int)message.wParam;
}
