/*
 * <wchar.h> for sources with Windows' types that are compiled natively: its functions for 16-bit wchar_t
 * (gcc -fshort-wchar), which those of the native C library do not know. What is missing here is not to
 * be used: the native functions of the same names read twice as much.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NATIVE_HEADERS_WCHAR_H
#define NATIVE_HEADERS_WCHAR_H

#include <stddef.h>

_Static_assert(sizeof(wchar_t) == 2, "to be compiled with -fshort-wchar");

#ifndef WEOF
typedef unsigned int wint_t;
#endif

#define wcslen    wide_wcslen
#define wcscmp    wide_wcscmp
#define wcsncmp   wide_wcsncmp
#define _wcsicmp  wide_wcsicmp
#define _wcsnicmp wide_wcsnicmp
#define wcschr    wide_wcschr
#define wcsrchr   wide_wcsrchr
#define wcsspn    wide_wcsspn
#define wcscspn   wide_wcscspn
#define wcspbrk   wide_wcspbrk
#define wcsstr    wide_wcsstr
#define wmemcpy   wide_wmemcpy
#define wmemmove  wide_wmemmove
#define wmemset   wide_wmemset
#define wmemcmp   wide_wmemcmp
#define wmemchr   wide_wmemchr
#define towupper  wide_towupper
#define towlower  wide_towlower

size_t wcslen(const wchar_t *string);
int wcscmp(const wchar_t *a, const wchar_t *b);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t count);
/* Without regard to case, as far as it is a matter of one unit. */
int _wcsicmp(const wchar_t *a, const wchar_t *b);
int _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t count);
wchar_t *wcschr(const wchar_t *string, wchar_t unit);
wchar_t *wcsrchr(const wchar_t *string, wchar_t unit);
size_t wcsspn(const wchar_t *string, const wchar_t *accepted);
size_t wcscspn(const wchar_t *string, const wchar_t *rejected);
wchar_t *wcspbrk(const wchar_t *string, const wchar_t *accepted);
wchar_t *wcsstr(const wchar_t *string, const wchar_t *part);
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count);
wchar_t *wmemset(wchar_t *to, wchar_t unit, size_t count);
int wmemcmp(const wchar_t *a, const wchar_t *b, size_t count);
wchar_t *wmemchr(const wchar_t *units, wchar_t unit, size_t count);
wint_t towupper(wint_t unit);
wint_t towlower(wint_t unit);

#endif
