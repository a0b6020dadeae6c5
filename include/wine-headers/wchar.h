/*
 * What Wine's <wchar.h> lacks: a function of mingw-w64's run time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINE_HEADERS_WCHAR_H
#define WINE_HEADERS_WCHAR_H

#include_next <wchar.h>

/* Always terminates; the length that was needed, or a negative number. */
int __cdecl snwprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...);

#endif
