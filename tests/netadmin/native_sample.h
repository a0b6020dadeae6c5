/*
 * What the made-up netapi32 calls of Windows beside what every native program has, for the native
 * build: included before everything else.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NATIVE_SAMPLE_H
#define NATIVE_SAMPLE_H

#include <stdarg.h>
#include <stddef.h>

int _vsnwprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments);
int _snwprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...);
wchar_t *_wcsdup(const wchar_t *string);

#endif
