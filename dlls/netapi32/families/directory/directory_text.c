/*
 * Texts that controllers tell, on their way into API buffers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/directory_text.h"

#include <string.h>

#include "base/status.h"
#include "levels/directory_levels.h"
#include "platform/platform.h"

bool directory_text_wide(struct arena *arena, struct utf16_slice text, struct info_bytes *bytes)
{
    const size_t size = text.length * sizeof(uint16_t);
    uint8_t *copy = NULL;

    *bytes = (struct info_bytes){ NULL, 0 };
    if (!text.units)
    {
        return true;
    }
    copy = arena_allocate(arena, size + sizeof(uint16_t)); /* zeroed, so terminated */
    if (!copy)
    {
        return false;
    }
    memcpy(copy, text.units, size);
    *bytes = (struct info_bytes){ copy, size + sizeof(uint16_t) };
    return true;
}

uint32_t directory_copy_text(struct utf16_slice text, directory_text make, void **buffer)
{
    struct arena arena = { 0 };
    struct info_bytes bytes;

    *buffer = NULL;
    if (make(&arena, text, &bytes))
    {
        *buffer = platform_api_allocate(bytes.size);
    }
    if (*buffer)
    {
        memcpy(*buffer, bytes.data, bytes.size);
    }
    arena_free(&arena);
    return *buffer ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

uint32_t directory_pack_texts(const struct utf16_slice *texts, size_t count, directory_text make,
                              void **buffer)
{
    struct arena arena = { 0 };
    struct directory_name *names = arena_array(&arena, count, sizeof(*names));
    const struct info_rows rows = { names, count };
    struct info_buffer packed = { .buffer = NULL };
    uint32_t status = names ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; !status && i < count; i++)
    {
        status = make(&arena, texts[i], &names[i].name) ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = info_pack(&directory_name_family, info_find_level(&directory_name_family, 0),
                           &rows, &packed);
    }
    arena_free(&arena);
    *buffer = packed.buffer;
    return status;
}
