/*
 * The functions for DFS namespaces as tests call them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/dfs_calls.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "support/unit.h"

/* Text of a call; longer than any that a test needs. */
struct text
{
    struct utf16_name name;
};

static struct utf16_slice slice_of(struct text *text, const char *utf8)
{
    if (!utf8)
    {
        return (struct utf16_slice){ NULL, 0 };
    }
    assert_true(utf16_name_from_utf8(&text->name, utf8));
    return utf16_from_name(&text->name);
}

uint32_t dfs_enum_page(const char *name, uint32_t level, uint32_t preferred_length,
                       uint32_t resume_handle, struct info_answer *answer)
{
    struct text text;
    const struct dfs_enum_request request = {
        .name = slice_of(&text, name),
        .level = level,
        .preferred_length = preferred_length,
        .resume_handle = resume_handle,
    };

    return dfs_enumerate(&request, answer);
}

uint32_t dfs_enum_all(const char *name, uint32_t level, struct info_answer *answer)
{
    return dfs_enum_page(name, level, PREFERRED_LENGTH_UNLIMITED, 0, answer);
}

uint32_t dfs_info(const char *path, uint32_t level, void **buffer)
{
    struct text text;

    return dfs_get_info(slice_of(&text, path), level, buffer);
}

uint32_t dfs_client_info(const char *path, const char *server, const char *share, uint32_t level,
                         void **buffer)
{
    struct text texts[3];
    const struct dfs_target_name target = { slice_of(&texts[1], server),
                                            slice_of(&texts[2], share) };

    return dfs_get_client_info(slice_of(&texts[0], path), &target, level, buffer);
}

uint32_t dfs_set(const char *path, const char *server, const char *share, uint32_t level,
                 const void *structure)
{
    struct text texts[3];
    const struct dfs_target_name target = { slice_of(&texts[1], server),
                                            slice_of(&texts[2], share) };

    return dfs_set_info(slice_of(&texts[0], path), &target, level, structure);
}

uint32_t dfs_add_target(const char *path, const char *server, const char *share,
                        const char *comment, uint32_t flags)
{
    struct text texts[4];
    const struct dfs_target_name target = { slice_of(&texts[1], server),
                                            slice_of(&texts[2], share) };

    return dfs_add(slice_of(&texts[0], path), &target, slice_of(&texts[3], comment), flags);
}

uint32_t dfs_remove_target(const char *path, const char *server, const char *share)
{
    struct text texts[3];
    const struct dfs_target_name target = { slice_of(&texts[1], server),
                                            slice_of(&texts[2], share) };

    return dfs_remove(slice_of(&texts[0], path), &target);
}

uint32_t dfs_move_link(const char *path, const char *new_path, uint32_t flags)
{
    struct text texts[2];

    return dfs_move(slice_of(&texts[0], path), slice_of(&texts[1], new_path), flags);
}

/* ---- Answers as text ------------------------------------------------------------------------- */

const char *dfs_utf8(const uint16_t *text)
{
    static char utf8[2 * NAME_LENGTH_MAX];

    assert_non_null(text);
    assert_true(utf16_to_utf8(utf16_from_terminated(text), utf8, sizeof(utf8)));
    return utf8;
}

struct page
{
    char *text;
    size_t size;
};

__attribute__((format(printf, 2, 3))) static void put(struct page *page, const char *format, ...)
{
    const size_t used = strlen(page->text);
    va_list arguments;

    va_start(arguments, format);
    assert_in_range(vsnprintf(page->text + used, page->size - used, format, arguments), 0,
                    page->size - used - 1);
    va_end(arguments);
}

static void put_level_3(struct page *page, const struct dfs_info_3 *info, bool has_targets)
{
    put(page, "path: %s\n", dfs_utf8(info->path));
    put(page, "\tcomment: %s\n", dfs_utf8(info->comment));
    put(page, "\tstate: %u\n", info->state);
    put(page, "\tnum_stores: %u\n", info->target_count);
    for (uint32_t i = 0; has_targets && i < info->target_count; i++)
    {
        put(page, "\t\tstorage[%u] server: %s\n", i, dfs_utf8(info->targets[i].server));
        put(page, "\t\tstorage[%u] share: %s\n", i, dfs_utf8(info->targets[i].share));
    }
}

void dfs_print(uint32_t level, const void *structures, uint32_t count, char *text, size_t size)
{
    const size_t structure_size = info_find_level(&dfs_family, level)->api_size;
    struct page page = { text, size };

    text[0] = 0;
    for (uint32_t i = 0; i < count; i++)
    {
        /* Those of lower levels are the beginning of it. */
        const struct dfs_info_3 *info =
            (const void *)((const uint8_t *)structures + i * structure_size);

        if (level == 1)
        {
            put(&page, "path: %s\n", dfs_utf8(info->path));
        }
        else
        {
            put_level_3(&page, info, level == 3);
        }
    }
}
