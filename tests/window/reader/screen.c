/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "screen.h"

#include <string.h>
#include <windows.h>

#include "foreign.h"
#include "json.h"

#define CLASS_MAX 256

static void write_window(HWND window)
{
    WCHAR text[FOREIGN_TEXT_MAX] = { 0 };
    WCHAR class[CLASS_MAX] = { 0 };
    RECT rect = { 0 }, client = { 0 };
    DWORD process = 0;

    GetWindowThreadProcessId(window, &process);
    GetClassNameW(window, class, CLASS_MAX);
    /* The system carries this text itself, and, unlike GetWindowText(), the control is asked. */
    foreign_send(window, WM_GETTEXT, FOREIGN_TEXT_MAX, (LPARAM)text);
    GetWindowRect(window, &rect);
    GetClientRect(window, &client);
    MapWindowPoints(window, NULL, (POINT *)&client, 2);
    json_open('{');
    json_number_of("window", (long long)(ULONG_PTR)window);
    json_number_of("parent", (long long)(ULONG_PTR)GetAncestor(window, GA_PARENT));
    json_number_of("owner", (long long)(ULONG_PTR)GetWindow(window, GW_OWNER));
    json_number_of("process", process);
    json_number_of("id", GetDlgCtrlID(window));
    json_text_of("class", class);
    json_text_of("text", text);
    json_bool_of("visible", IsWindowVisible(window));
    json_bool_of("enabled", IsWindowEnabled(window));
    json_number_of("style", (unsigned long)GetWindowLongW(window, GWL_STYLE));
    json_rect_of("rect", &rect);
    json_rect_of("client", &client);
    json_close('}');
}

static BOOL CALLBACK write_visible(HWND window, LPARAM nothing)
{
    (void)nothing;
    if (IsWindowVisible(window))
        write_window(window);
    return TRUE;
}

static BOOL CALLBACK write_any(HWND window, LPARAM nothing)
{
    (void)nothing;
    write_window(window);
    return TRUE;
}

void write_windows(void)
{
    json_open('[');
    EnumWindows(write_visible, 0);
    json_close(']');
}

void write_children(HWND parent)
{
    json_open('[');
    EnumChildWindows(parent, write_any, 0);
    json_close(']');
}

void write_focus(void)
{
    GUITHREADINFO info = { .cbSize = sizeof(info) };
    const HWND foreground = GetForegroundWindow();

    GetGUIThreadInfo(GetWindowThreadProcessId(foreground, NULL), &info);
    json_open('{');
    json_number_of("foreground", (long long)(ULONG_PTR)foreground);
    json_number_of("active", (long long)(ULONG_PTR)info.hwndActive);
    json_number_of("focus", (long long)(ULONG_PTR)info.hwndFocus);
    json_bool_of("menu", (info.flags & GUI_INMENUMODE) != 0);
    json_close('}');
}

void write_clipboard(void)
{
    const WCHAR *text = NULL;

    json_open('{');
    json_name("text");
    if (OpenClipboard(NULL))
    {
        HANDLE data = GetClipboardData(CF_UNICODETEXT);

        text = data ? GlobalLock(data) : NULL;
        json_text(text ? text : L"");
        if (text)
            GlobalUnlock(data);
        CloseClipboard();
    }
    else
        json_text(L"");
    json_close('}');
}

void set_clipboard(const WCHAR *text)
{
    const size_t size = (wcslen(text) + 1) * sizeof(WCHAR);
    HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, size);

    if (!memory)
        return;
    memcpy(GlobalLock(memory), text, size);
    GlobalUnlock(memory);
    if (!OpenClipboard(NULL))
    {
        GlobalFree(memory);
        return;
    }
    EmptyClipboard();
    SetClipboardData(CF_UNICODETEXT, memory);
    CloseClipboard();
}

/* The font of dialogs and messages, at this many dots per inch. */
static HFONT message_font(int dpi)
{
    NONCLIENTMETRICSW metrics = { .cbSize = sizeof(metrics) };
    HDC screen = GetDC(NULL);
    const int system_dpi = GetDeviceCaps(screen, LOGPIXELSY);

    ReleaseDC(NULL, screen);
    SystemParametersInfoW(SPI_GETNONCLIENTMETRICS, sizeof(metrics), &metrics, 0);
    metrics.lfMessageFont.lfHeight = MulDiv(metrics.lfMessageFont.lfHeight, dpi, system_dpi);
    return CreateFontIndirectW(&metrics.lfMessageFont);
}

static int window_dpi(HWND window)
{
    UINT(WINAPI * get_dpi)(HWND);
    FARPROC function = GetProcAddress(GetModuleHandleW(L"user32.dll"), "GetDpiForWindow");

    memcpy(&get_dpi, &function, sizeof(get_dpi));
    return get_dpi ? (int)get_dpi(window) : USER_DEFAULT_SCREEN_DPI;
}

void write_needed_size(HWND control)
{
    WCHAR text[FOREIGN_TEXT_MAX] = { 0 };
    const int dpi = window_dpi(control);
    HFONT font = message_font(dpi), old_font;
    HDC screen = GetDC(NULL);
    RECT rect = { 0 };

    foreign_send(control, WM_GETTEXT, FOREIGN_TEXT_MAX, (LPARAM)text);
    GetClientRect(control, &rect);
    old_font = SelectObject(screen, font);
    DrawTextW(screen, text, -1, &rect, DT_CALCRECT | DT_WORDBREAK | DT_EXPANDTABS);
    SelectObject(screen, old_font);
    ReleaseDC(NULL, screen);
    DeleteObject(font);
    json_open('{');
    json_number_of("dpi", dpi);
    json_number_of("width", rect.right - rect.left);
    json_number_of("height", rect.bottom - rect.top);
    json_close('}');
}
