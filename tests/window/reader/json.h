/*
 * JSON on standard output, as the reader answers it: one value a line, ASCII alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef TESTS_WINDOW_READER_JSON_H
#define TESTS_WINDOW_READER_JSON_H

#include <stdbool.h>
#include <windows.h>

/* A bracket; what is opened first needs no comma, whatever follows does. */
void json_open(char bracket);
void json_close(char bracket);

/* A member's name; the value comes next. */
void json_name(const char *name);

void json_text(const WCHAR *text);
void json_number(long long value);
void json_bool(bool value);

/* A member with its value. */
void json_text_of(const char *name, const WCHAR *text);
void json_number_of(const char *name, long long value);
void json_bool_of(const char *name, bool value);

/* { "left", "top", "right", "bottom" } */
void json_rect_of(const char *name, const RECT *rect);

/* The end of an answer: it is written. */
void json_end(void);

#endif
