/*
 * Messages to windows of another process, of the same width, whose parameters point to structures.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef TESTS_WINDOW_READER_FOREIGN_H
#define TESTS_WINDOW_READER_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

#define FOREIGN_TEXT_MAX 4096 /* units of a text, with its terminator */

/*
 * The result of a message, 0 where the window's thread does not answer within some seconds:
 * foreign_is_silent() says so from then on, until foreign_forget().
 */
LRESULT foreign_send(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
bool foreign_is_silent(void);
void foreign_forget(void);

/*
 * The same with lparam as the address of a copy of the structure in the other process, which is copied
 * back afterwards. TEXT_OFFSET is where in the structure the address of a text of FOREIGN_TEXT_MAX units
 * stands, which is written to TEXT; without a text, TEXT is NULL. What fails has result 0 and an empty
 * text.
 */
LRESULT foreign_send_structure(HWND window, UINT message, WPARAM wparam, void *structure,
                               size_t size, size_t text_offset, WCHAR *text);

#endif
