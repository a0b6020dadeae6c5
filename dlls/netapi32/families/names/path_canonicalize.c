/*
 * The canonical form of paths, and their comparison: [MS-SRVS] 3.1.4.30 and 3.1.4.31.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/path_canonicalize.h"

#include "base/status.h"
#include "families/names/name_rules.h"
#include "families/names/path_device.h"
#include "families/names/path_parts.h"
#include "platform/platform.h"

/* ---- Writing --------------------------------------------------------------------------------- */

/* False when it is too long. */
static bool add_unit(struct canonical_path *path, uint16_t unit)
{
    if (path->length == PATH_LENGTH_MAX)
    {
        return false;
    }
    path->units[path->length++] = unit;
    path->units[path->length] = 0;
    return true;
}

static bool add_ascii(struct canonical_path *path, const char *text)
{
    while (*text && add_unit(path, (uint16_t)*text))
    {
        text++;
    }
    return !*text;
}

static bool add_text(struct canonical_path *path, struct utf16_slice text)
{
    size_t i = 0;

    while (i < text.length && add_unit(path, utf16_unit(text, i)))
    {
        i++;
    }
    return i == text.length;
}

static void cut(struct canonical_path *path, size_t length)
{
    path->length = length;
    path->units[length] = 0;
}

static struct utf16_slice text_of(const struct canonical_path *path)
{
    return (struct utf16_slice){ path->units, path->length };
}

/* ---- Components ------------------------------------------------------------------------------ */

/* A path that grows component by component. */
struct path_writer
{
    struct canonical_path *path;
    size_t start; /* the length of the root, behind which the first component begins */
    size_t floor; /* the length of what ".." cannot take away */
};

static bool write_root(struct path_writer *writer, const struct path_parts *parts)
{
    static const char *const roots[] = {
        [PATH_RELATIVE] = "",          [PATH_ABSOLUTE] = "\\",          [PATH_DRIVE_RELATIVE] = ":",
        [PATH_DRIVE_ABSOLUTE] = ":\\", [PATH_LOCAL_DEVICE] = "\\\\.\\", [PATH_UNC] = "\\\\",
    };

    cut(writer->path, 0);
    if ((parts->drive && !add_unit(writer->path, parts->drive)) ||
        !add_ascii(writer->path, roots[parts->root]))
    {
        return false;
    }
    writer->start = writer->path->length;
    writer->floor = writer->start;
    return true;
}

/* Takes the last component away, with the separator before it. */
static bool remove_component(struct path_writer *writer)
{
    const struct canonical_path *path = writer->path;
    size_t length = path->length;

    if (length <= writer->floor)
    {
        return false;
    }
    while (length > writer->start && path->units[length - 1] != '\\')
    {
        length--;
    }
    cut(writer->path, length > writer->start ? length - 1 : length);
    return true;
}

static bool write_component(struct path_writer *writer, struct utf16_slice component)
{
    if (path_is_dot(component))
    {
        return true;
    }
    if (path_is_dot_dot(component))
    {
        return remove_component(writer);
    }
    return (writer->path->length == writer->start || add_unit(writer->path, '\\')) &&
           add_text(writer->path, component);
}

/* Of a path that has a type. \\server\share is as much a root as X:\ is. */
static bool write_path(struct utf16_slice text, struct canonical_path *path)
{
    const struct path_parts parts = path_split(text);
    struct path_writer writer = { .path = path };
    struct utf16_slice rest = parts.rest;
    struct utf16_slice component;
    size_t count = 0;

    if (!write_root(&writer, &parts))
    {
        return false;
    }
    while (path_next(&rest, &component))
    {
        if (!write_component(&writer, component))
        {
            return false;
        }
        count++;
        if (parts.root == PATH_UNC && count <= 2)
        {
            writer.floor = path->length;
        }
    }
    return true;
}

/* What became a device is written as one. */
static void write_device(struct canonical_path *path)
{
    struct utf16_slice name;

    if (path_device(text_of(path), &name))
    {
        for (size_t i = 0; i < name.length; i++)
        {
            path->units[i] = platform_upcase(utf16_unit(name, i));
        }
        cut(path, name.length);
    }
}

/* ---- The canonical form ---------------------------------------------------------------------- */

/* Two paths and a separator. */
struct joined_path
{
    uint16_t units[2 * PATH_LENGTH_MAX + 1];
    size_t length;
};

static void join(struct utf16_slice prefix, struct utf16_slice path, struct joined_path *joined)
{
    joined->length = 0;
    for (size_t i = 0; i < prefix.length; i++)
    {
        joined->units[joined->length++] = utf16_unit(prefix, i);
    }
    if (prefix.length && !path_ends_open(prefix))
    {
        joined->units[joined->length++] = '\\';
    }
    for (size_t i = 0; i < path.length; i++)
    {
        joined->units[joined->length++] = utf16_unit(path, i);
    }
}

/* ERROR_INVALID_NAME unless all of it is found in order. */
static uint32_t write_canonical(struct utf16_slice path, struct utf16_slice prefix,
                                uint32_t *canonical_type, struct canonical_path *canonical)
{
    struct joined_path joined;
    struct utf16_slice text;

    if (path_type(path, 0, canonical_type) ||
        (prefix.length && path_type(prefix, 0, canonical_type)))
    {
        return ERROR_INVALID_NAME;
    }
    join(prefix, path, &joined);
    text = (struct utf16_slice){ joined.units, joined.length };
    if (!path_find_type(text, false) || !write_path(text, canonical))
    {
        return ERROR_INVALID_NAME;
    }
    write_device(canonical);
    return path_type(text_of(canonical), 0, canonical_type);
}

uint32_t path_canonicalize(struct utf16_slice path, struct utf16_slice prefix, uint32_t flags,
                           size_t size, uint32_t *type, struct canonical_path *canonical)
{
    uint32_t canonical_type = 0;
    uint32_t status = ERROR_INVALID_PARAMETER;

    cut(canonical, 0);
    if (!flags && (!*type || path_type_is_known(*type)))
    {
        status = write_canonical(path, prefix, &canonical_type, canonical);
    }
    if (!status && canonical->length >= size)
    {
        status = NERR_BufTooSmall;
    }
    if (status)
    {
        cut(canonical, 0);
        return status;
    }
    *type = canonical_type;
    return ERROR_SUCCESS;
}

/* ---- Comparison ------------------------------------------------------------------------------ */

static uint32_t read_canonical(struct utf16_slice path, uint32_t flags, uint32_t type,
                               struct canonical_path *canonical)
{
    static const struct utf16_slice no_prefix = { .units = NULL };
    uint32_t status = ERROR_SUCCESS;

    if (!(flags & PATH_IS_CANONICAL))
    {
        return path_canonicalize(path, no_prefix, 0, PATH_LENGTH_MAX + 1, &type, canonical);
    }
    status = path_type(path, 0, &type);
    cut(canonical, 0);
    if (!status)
    {
        add_text(canonical, path);
    }
    return status;
}

int32_t path_compare(struct utf16_slice first, struct utf16_slice second, uint32_t type,
                     uint32_t flags)
{
    struct canonical_path a;
    struct canonical_path b;
    uint32_t status = ERROR_INVALID_PARAMETER;

    if (!(flags & ~(uint32_t)PATH_IS_CANONICAL) && (!type || path_type_is_known(type)))
    {
        status = read_canonical(first, flags, type, &a);
    }
    if (!status)
    {
        status = read_canonical(second, flags, type, &b);
    }
    return status ? (int32_t)status : name_order(text_of(&a), text_of(&b));
}
