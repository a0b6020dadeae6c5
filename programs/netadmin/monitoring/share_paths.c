/*
 * Which share an open file belongs to.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/share_paths.h"

#include <stdbool.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmshare.h>

#define LEVEL_WITH_PATHS 2
#define TYPE_BITS        0xff

/* The length of the folder without a backslash at its end, for C:\ and C: are the same here. */
static size_t folder_length(const WCHAR *folder)
{
    size_t length = wcslen(folder);

    while (length && folder[length - 1] == '\\')
    {
        length--;
    }
    return length;
}

static bool lies_in(const WCHAR *path, const WCHAR *folder, size_t length)
{
    return length && !_wcsnicmp(path, folder, length) && (!path[length] || path[length] == '\\');
}

static bool is_pipe(const WCHAR *path)
{
    static const WCHAR pipe[] = L"\\PIPE\\";

    return !_wcsnicmp(path, pipe, ARRAYSIZE(pipe) - 1);
}

const WCHAR *share_of_path(const struct listing *shares, const WCHAR *path)
{
    const WCHAR *name = NULL;
    size_t longest = 0;
    bool is_special = true;

    if (is_pipe(path))
    {
        return L"IPC$";
    }
    for (size_t i = 0; shares->level->number == LEVEL_WITH_PATHS && i < shares->count; i++)
    {
        const SHARE_INFO_2 *share = listing_record(shares, i);
        const WCHAR *folder = share->shi2_path ? share->shi2_path : L"";
        const size_t length = folder_length(folder);
        const bool special = share->shi2_type & STYPE_SPECIAL;

        if ((share->shi2_type & TYPE_BITS) != STYPE_DISKTREE || length < longest ||
            !lies_in(path, folder, length))
        {
            continue;
        }
        if (length > longest || special < is_special)
        {
            name = share->shi2_netname;
            longest = length;
            is_special = special;
        }
        else if (special == is_special)
        {
            name = NULL;
        }
    }
    return name;
}
