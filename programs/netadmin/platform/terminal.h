/*
 * A terminal as a screen: keys as they are pressed, and all of it drawn at once.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TERMINAL_H
#define NETADMIN_TERMINAL_H

#include <stdbool.h>
#include <windows.h>

#include "base/grid.h"

enum key_code
{
    KEY_NONE,
    KEY_CHARACTER, /* that the key types: `unit` */
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_TAB,
    KEY_BACK_TAB,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_STOP, /* Ctrl+C, or the terminal is gone */
};

struct key
{
    enum key_code code;
    WCHAR unit;
};

/* Are standard input and output a terminal that can be used so? */
bool terminal_is_there(void);

/* Takes the terminal over until terminal_close(): it then shows what it showed before, as far as it can.
 * Returns a Win32 error. */
DWORD terminal_open(void);
void terminal_close(void);

/* How large it is now. */
void terminal_size(size_t *width, size_t *height);

/* Waits for a key, at most so many milliseconds; KEY_NONE if there was none. It may return earlier. */
struct key terminal_key(DWORD milliseconds);

/* Shows the grid, which has the terminal's size. Returns a Win32 error. */
DWORD terminal_draw(const struct grid *grid);

#endif
