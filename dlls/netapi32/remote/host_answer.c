/*
 * What this host answers by itself, where no server is asked, or where its server fails.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/host_answer.h"

#include "base/status.h"
#include "platform/log.h"
#include "remote/settings.h"
#include "remote/target.h"

bool host_is_meant(struct utf16_slice server)
{
    struct target target;

    return !target_parse(server, &target) && target.is_this_computer;
}

bool host_stands_in(struct utf16_slice server)
{
    struct local_settings settings;

    if (!host_is_meant(server))
    {
        return false;
    }
    return !local_settings_read(&settings) && settings.source != LOCAL_SOURCE_SERVER;
}

uint32_t host_get_info(const struct info_family *family, uint32_t level,
                       uint32_t (*describe)(struct arena *arena, void *row), void **buffer)
{
    const struct info_level *found = info_find_level(family, level);
    struct arena arena = { 0 };
    struct info_buffer packed = { 0 };
    void *row = arena_allocate(&arena, family->row_size);
    uint32_t status = row ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    TRACE("this host answers\n");
    *buffer = NULL;
    if (!found)
    {
        status = ERROR_INVALID_LEVEL;
    }
    if (!status)
    {
        status = describe(&arena, row);
    }
    if (!status)
    {
        status = info_pack(family, found, &(struct info_rows){ row, 1 }, &packed);
    }
    *buffer = packed.buffer;
    arena_free(&arena);
    return status;
}

uint32_t host_list(const struct info_family *family, const struct info_request *request,
                   uint32_t (*list)(struct arena *arena, struct info_rows *rows),
                   struct info_answer *answer)
{
    const struct info_level *level = info_find_level(family, request->level);
    struct arena arena = { 0 };
    struct info_rows rows = { NULL, 0 };
    uint32_t status = level ? ERROR_SUCCESS : ERROR_INVALID_LEVEL;

    TRACE("this host answers\n");
    *answer = (struct info_answer){ 0 };
    if (!status)
    {
        status = list(&arena, &rows);
    }
    if (!status)
    {
        status = info_answer_from(family, level, &rows, request->resume_handle,
                                  request->preferred_length, answer);
    }
    arena_free(&arena);
    return status;
}
