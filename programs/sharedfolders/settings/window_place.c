/*
 * Where the window stood when it was closed last.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings/window_place.h"

#include <netapi32_settings.h>
#include <stddef.h>

#define PLACE     L"" NETAPI32_SETTINGS_KEY L"\\SharedFolders"
#define MAXIMIZED L"Maximized"

/* Whoever keeps less than that has nothing to see. */
#define LEAST_WIDTH  200
#define LEAST_HEIGHT 150
#define MOST         32767 /* a coordinate of a window */

static const struct
{
    const WCHAR *name;
    size_t offset;
} sides[] = {
    { L"Left", offsetof(RECT, left) },
    { L"Top", offsetof(RECT, top) },
    { L"Right", offsetof(RECT, right) },
    { L"Bottom", offsetof(RECT, bottom) },
};

static LONG *side_of(RECT *place, size_t i)
{
    return (LONG *)(void *)((BYTE *)place + sides[i].offset);
}

static bool number_read(HKEY key, const WCHAR *name, DWORD *number)
{
    DWORD size = sizeof(*number);

    return !RegGetValueW(key, NULL, name, RRF_RT_REG_DWORD, NULL, number, &size);
}

static bool is_coordinate(LONG side)
{
    return side >= -MOST && side <= MOST;
}

/* A window is moved by its caption: that has to be on a monitor. */
static bool is_seen(const RECT *place)
{
    const RECT caption = { place->left, place->top, place->right,
                           place->top + GetSystemMetrics(SM_CYCAPTION) };

    return MonitorFromRect(&caption, MONITOR_DEFAULTTONULL) != NULL;
}

static bool place_read(HKEY key, RECT *place, bool *maximized)
{
    DWORD number = 0;

    for (size_t i = 0; i < ARRAYSIZE(sides); i++)
    {
        if (!number_read(key, sides[i].name, &number) || !is_coordinate((LONG)number))
        {
            return false;
        }
        *side_of(place, i) = (LONG)number;
    }
    *maximized = number_read(key, MAXIMIZED, &number) && number;
    return place->right - place->left >= LEAST_WIDTH &&
           place->bottom - place->top >= LEAST_HEIGHT && is_seen(place);
}

bool window_place_restore(HWND window, bool *maximized)
{
    WINDOWPLACEMENT placement = { .length = sizeof(placement), .showCmd = SW_HIDE };
    bool is_read = false;
    HKEY key;

    if (!RegOpenKeyExW(HKEY_CURRENT_USER, PLACE, 0, KEY_READ, &key))
    {
        is_read = place_read(key, &placement.rcNormalPosition, maximized);
        RegCloseKey(key);
    }
    if (is_read && SetWindowPlacement(window, &placement))
    {
        return true;
    }
    *maximized = false;
    return false;
}

static void number_write(HKEY key, const WCHAR *name, DWORD number)
{
    RegSetValueExW(key, name, 0, REG_DWORD, (const BYTE *)&number, sizeof(number));
}

void window_place_keep(HWND window)
{
    WINDOWPLACEMENT placement = { .length = sizeof(placement) };
    HKEY key;

    if (!GetWindowPlacement(window, &placement) ||
        RegCreateKeyExW(HKEY_CURRENT_USER, PLACE, 0, NULL, 0, KEY_WRITE, NULL, &key, NULL))
    {
        return; /* it stands where the system puts it next time */
    }
    for (size_t i = 0; i < ARRAYSIZE(sides); i++)
    {
        number_write(key, sides[i].name, (DWORD)*side_of(&placement.rcNormalPosition, i));
    }
    number_write(
        key, MAXIMIZED,
        placement.showCmd == SW_SHOWMAXIMIZED ||
            (placement.showCmd == SW_SHOWMINIMIZED && placement.flags & WPF_RESTORETOMAXIMIZED));
    RegCloseKey(key);
}
