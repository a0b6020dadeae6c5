/*
 * Paths of DFS namespaces, as the API takes them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/dfs/dfs_path.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"

#define PREFIX_LENGTH 2     /* \\ */
#define LENGTH_MAX    32767 /* of any path of Windows */

static size_t leading_backslashes(struct utf16_slice text)
{
    size_t count = 0;

    while (count < text.length && utf16_unit(text, count) == '\\')
    {
        count++;
    }
    return count;
}

struct utf16_slice dfs_path_without_final_backslashes(struct utf16_slice text)
{
    while (text.length && utf16_unit(text, text.length - 1) == '\\')
    {
        text.length--;
    }
    return text;
}

/* Two backslashes and the names. */
static uint16_t *prefixed_copy(struct utf16_slice names)
{
    uint16_t *copy = calloc(PREFIX_LENGTH + names.length, sizeof(*copy));

    if (copy)
    {
        copy[0] = '\\';
        copy[1] = '\\';
        memcpy(copy + PREFIX_LENGTH, names.units, names.length * sizeof(*copy));
    }
    return copy;
}

static uint32_t set_text(struct utf16_slice text, size_t prefix, struct dfs_path *path)
{
    const struct utf16_slice names = utf16_part(text, prefix, text.length);

    path->text = text;
    if (prefix == PREFIX_LENGTH)
    {
        return ERROR_SUCCESS;
    }
    path->copy = prefixed_copy(names);
    path->text = (struct utf16_slice){ path->copy, PREFIX_LENGTH + names.length };
    return path->copy ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

struct utf16_slice dfs_path_split(struct utf16_slice path, struct utf16_slice *rest)
{
    const struct utf16_slice names = utf16_part(path, leading_backslashes(path), path.length);
    const size_t length = utf16_find(names, '\\');

    *rest = length + 1 < names.length ? utf16_part(names, length + 1, names.length)
                                      : (struct utf16_slice){ NULL, 0 };
    return utf16_part(names, 0, length);
}

static bool has_empty_name(struct utf16_slice names)
{
    for (size_t i = 0; i + 1 < names.length; i++)
    {
        if (utf16_unit(names, i) == '\\' && utf16_unit(names, i + 1) == '\\')
        {
            return true;
        }
    }
    return false;
}

static uint32_t set_parts(enum dfs_path_extent extent, struct dfs_path *path)
{
    struct utf16_slice rest = { NULL, 0 };

    path->server = dfs_path_split(path->text, &rest);
    path->root = utf16_absent_if_empty(dfs_path_split(rest, &path->link));
    if ((extent >= DFS_PATH_ROOT && !path->root.length) ||
        (extent >= DFS_PATH_LINK && !path->link.length))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return ERROR_SUCCESS;
}

uint32_t dfs_path_parse(struct utf16_slice text, enum dfs_path_extent extent, struct dfs_path *path)
{
    const size_t prefix = leading_backslashes(text);
    uint32_t status = ERROR_SUCCESS;

    *path = (struct dfs_path){ .copy = NULL };
    text = dfs_path_without_final_backslashes(text);
    if (prefix > PREFIX_LENGTH || text.length <= prefix || text.length > LENGTH_MAX ||
        has_empty_name(utf16_part(text, prefix, text.length)))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = set_text(text, prefix, path);
    if (!status)
    {
        status = set_parts(extent, path);
    }
    if (status)
    {
        dfs_path_free(path);
    }
    return status;
}

void dfs_path_free(struct dfs_path *path)
{
    free(path->copy);
    *path = (struct dfs_path){ .copy = NULL };
}
