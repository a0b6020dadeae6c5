/*
 * Text of the exported functions: between ANSI and wide, and in API buffers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/text.h"

#include <string.h>
#include <wchar.h>

#include "platform/platform.h"

BOOL api_text_copy(const WCHAR *text, WCHAR **copy)
{
    size_t size = text ? (wcslen(text) + 1) * sizeof(*text) : 0;

    *copy = text ? platform_api_allocate(size) : NULL;
    if (*copy)
    {
        memcpy(*copy, text, size);
    }
    return !text || *copy;
}

BOOL api_text_widen(const char *text, WCHAR **wide)
{
    int length = text ? MultiByteToWideChar(CP_ACP, 0, text, -1, NULL, 0) : 0;

    *wide = text ? platform_api_allocate((size_t)length * sizeof(**wide)) : NULL;
    if (*wide)
    {
        MultiByteToWideChar(CP_ACP, 0, text, -1, *wide, length);
    }
    return !text || *wide;
}

BOOL api_text_narrow(const WCHAR *text, char **narrow)
{
    int size = text ? WideCharToMultiByte(CP_ACP, 0, text, -1, NULL, 0, NULL, NULL) : 0;

    *narrow = text ? platform_api_allocate((size_t)size) : NULL;
    if (*narrow)
    {
        WideCharToMultiByte(CP_ACP, 0, text, -1, *narrow, size, NULL, NULL);
    }
    return !text || *narrow;
}
