/*
 * Fuzz target: the types of paths and their canonical form.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "families/names/path_canonicalize.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static struct utf16_slice text_of(const struct canonical_path *path)
{
    return (struct utf16_slice){ path->units, path->length };
}

/* What is canonical is of the type that was told, fits where it was said to, and is its own
 * canonical form. */
static void check_canonical(const struct canonical_path *path, size_t size, uint32_t type)
{
    static const struct utf16_slice nothing = { .units = NULL };
    struct canonical_path again;
    uint32_t same_type = 0;

    require(path->length < size && path->length <= PATH_LENGTH_MAX && !path->units[path->length]);
    require(path_type_is_known(type));
    require(!path_type(text_of(path), 0, &same_type) && same_type == type);
    require(!path_canonicalize(text_of(path), nothing, 0, size, &same_type, &again));
    require(same_type == type && !utf16_compare(text_of(path), text_of(&again)));
    require(!path_compare(text_of(path), text_of(&again), type, PATH_IS_CANONICAL));
}

static void check_path(struct utf16_slice path, struct utf16_slice prefix, size_t size)
{
    struct canonical_path canonical;
    uint32_t type = 0;

    if (!path_canonicalize(path, prefix, 0, size, &type, &canonical))
    {
        check_canonical(&canonical, size, type);
    }
    else
    {
        require(!canonical.length && !canonical.units[0] && !type);
    }
}

/* Two bytes: where the prefix ends, and what the caller's buffer holds. The rest is text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct utf16_slice text = { data + 2, size / 2 - (size >= 2) };
    struct utf16_slice path = text;
    uint32_t type = 0;

    if (size < 2)
    {
        return 0;
    }
    require(!path_type(text, PATH_OLD_STYLE, &type) == path_type_is_known(type));
    check_path(path, (struct utf16_slice){ .units = NULL }, data[1] + 6u);
    path = utf16_part(text, data[0], text.length);
    check_path(path, utf16_part(text, 0, data[0]), data[1] + 6u);
    return 0;
}
