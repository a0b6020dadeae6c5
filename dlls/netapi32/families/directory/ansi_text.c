/*
 * Texts of the ANSI code page for what controllers tell.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/ansi_text.h"

#include <windows.h>

bool directory_text_ansi(struct arena *arena, struct utf16_slice text, struct info_bytes *bytes)
{
    struct info_bytes wide;
    char *narrow = NULL;
    int size = 0;

    *bytes = (struct info_bytes){ NULL, 0 };
    if (!directory_text_wide(arena, text, &wide))
    {
        return false;
    }
    if (!wide.data)
    {
        return true;
    }
    size = WideCharToMultiByte(CP_ACP, 0, wide.data, -1, NULL, 0, NULL, NULL);
    narrow = size > 0 ? arena_array(arena, (size_t)size, sizeof(*narrow)) : NULL;
    if (!narrow)
    {
        return false;
    }
    WideCharToMultiByte(CP_ACP, 0, wide.data, -1, narrow, size, NULL, NULL);
    *bytes = (struct info_bytes){ narrow, (size_t)size };
    return true;
}
