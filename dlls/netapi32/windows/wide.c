/*
 * The C library's functions for 16-bit wchar_t (include/native-headers/wchar.h).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <wchar.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "platform/platform.h"

size_t wcslen(const wchar_t *string)
{
    size_t length = 0;

    while (string[length])
    {
        length++;
    }
    return length;
}

static int compare(const wchar_t *a, const wchar_t *b, size_t count, wint_t (*map)(wint_t unit))
{
    for (size_t i = 0; i < count; i++)
    {
        const wint_t left = map ? map(a[i]) : a[i];
        const wint_t right = map ? map(b[i]) : b[i];

        if (left != right)
        {
            return left < right ? -1 : 1;
        }
        if (!left)
        {
            return 0;
        }
    }
    return 0;
}

int wcscmp(const wchar_t *a, const wchar_t *b)
{
    return compare(a, b, SIZE_MAX, NULL);
}

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    return compare(a, b, count, NULL);
}

int _wcsicmp(const wchar_t *a, const wchar_t *b)
{
    return compare(a, b, SIZE_MAX, towlower);
}

int _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    return compare(a, b, count, towlower);
}

wchar_t *wcschr(const wchar_t *string, wchar_t unit)
{
    return wmemchr(string, unit, wcslen(string) + 1);
}

wchar_t *wcsrchr(const wchar_t *string, wchar_t unit)
{
    for (size_t i = wcslen(string) + 1; i; i--)
    {
        if (string[i - 1] == unit)
        {
            return (wchar_t *)(uintptr_t)&string[i - 1];
        }
    }
    return NULL;
}

/* How many units there are before the first that is in the set, or is not. */
static size_t span(const wchar_t *string, const wchar_t *set, bool within)
{
    const size_t size = wcslen(set);
    size_t length = 0;

    while (string[length] && (wmemchr(set, string[length], size) != NULL) == within)
    {
        length++;
    }
    return length;
}

size_t wcsspn(const wchar_t *string, const wchar_t *accepted)
{
    return span(string, accepted, true);
}

size_t wcscspn(const wchar_t *string, const wchar_t *rejected)
{
    return span(string, rejected, false);
}

wchar_t *wcspbrk(const wchar_t *string, const wchar_t *accepted)
{
    const wchar_t *found = string + wcscspn(string, accepted);

    return *found ? (wchar_t *)(uintptr_t)found : NULL;
}

wchar_t *wcsstr(const wchar_t *string, const wchar_t *part)
{
    const size_t length = wcslen(part);

    for (; wcsncmp(string, part, length); string++)
    {
        if (!*string)
        {
            return NULL;
        }
    }
    return (wchar_t *)(uintptr_t)string;
}

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count)
{
    return memcpy(to, from, count * sizeof(*to));
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
    return memmove(to, from, count * sizeof(*to));
}

wchar_t *wmemset(wchar_t *to, wchar_t unit, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        to[i] = unit;
    }
    return to;
}

int wmemcmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (a[i] != b[i])
        {
            return a[i] < b[i] ? -1 : 1;
        }
    }
    return 0;
}

wchar_t *wmemchr(const wchar_t *units, wchar_t unit, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (units[i] == unit)
        {
            return (wchar_t *)(uintptr_t)&units[i];
        }
    }
    return NULL;
}

wint_t towupper(wint_t unit)
{
    return unit <= UINT16_MAX ? platform_upcase((uint16_t)unit) : unit;
}

wint_t towlower(wint_t unit)
{
    return unit >= 'A' && unit <= 'Z' ? unit - 'A' + 'a' : unit;
}
