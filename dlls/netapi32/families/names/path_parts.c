/*
 * What a path consists of: where it begins, and its components.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_parts.h"

#include "platform/platform.h"

bool path_is_separator(uint16_t unit)
{
    return unit == '\\' || unit == '/';
}

static bool has_separator(struct utf16_slice path, size_t index)
{
    return index < path.length && path_is_separator(utf16_unit(path, index));
}

bool path_ends_open(struct utf16_slice path)
{
    return path.length && has_separator(path, path.length - 1);
}

bool path_has_wildcard(struct utf16_slice component)
{
    return utf16_find(component, '*') < component.length ||
           utf16_find(component, '?') < component.length;
}

bool path_is_dot(struct utf16_slice component)
{
    return component.length == 1 && utf16_unit(component, 0) == '.';
}

bool path_is_dot_dot(struct utf16_slice component)
{
    return component.length == 2 && utf16_unit(component, 0) == '.' &&
           utf16_unit(component, 1) == '.';
}

/* The letter of a drive at the beginning, in upper case, or 0. */
static uint16_t drive_of(struct utf16_slice path)
{
    uint16_t letter = 0;

    if (path.length >= 2 && utf16_unit(path, 1) == ':')
    {
        letter = platform_upcase(utf16_unit(path, 0));
    }
    return letter >= 'A' && letter <= 'Z' ? letter : 0;
}

static struct path_parts with_root(struct utf16_slice path, enum path_root root, size_t length)
{
    return (struct path_parts){ .root = root, .rest = utf16_part(path, length, path.length) };
}

struct path_parts path_split(struct utf16_slice path)
{
    const uint16_t drive = drive_of(path);
    struct path_parts parts;

    if (drive)
    {
        parts =
            with_root(path, has_separator(path, 2) ? PATH_DRIVE_ABSOLUTE : PATH_DRIVE_RELATIVE, 2);
        parts.drive = drive;
        return parts;
    }
    if (!has_separator(path, 0))
    {
        return with_root(path, PATH_RELATIVE, 0);
    }
    if (!has_separator(path, 1))
    {
        return with_root(path, PATH_ABSOLUTE, 1);
    }
    if (path.length > 2 && utf16_unit(path, 2) == '.' &&
        (path.length == 3 || has_separator(path, 3)))
    {
        return with_root(path, PATH_LOCAL_DEVICE, 3);
    }
    return with_root(path, PATH_UNC, 2);
}

bool path_next(struct utf16_slice *rest, struct utf16_slice *component)
{
    size_t start = 0;
    size_t end = 0;

    while (has_separator(*rest, start))
    {
        start++;
    }
    end = start;
    while (end < rest->length && !has_separator(*rest, end))
    {
        end++;
    }
    *component = utf16_part(*rest, start, end - start);
    *rest = utf16_part(*rest, end, rest->length);
    return component->length != 0;
}
