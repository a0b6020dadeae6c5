/*
 * The session functions as tests call them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/session_calls.h"

#include <stdlib.h>

#include "levels/level.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

const uint32_t session_levels_known[] = { 0, 1, 2, 10, 502 };
const unsigned int session_levels_known_count =
    sizeof(session_levels_known) / sizeof(session_levels_known[0]);

/* ---- Calls ----------------------------------------------------------------------------------- */

/* A text of a call, as UTF-16. */
static struct utf16_slice slice_of(const char *text, struct utf16_name *name)
{
    if (!text)
    {
        return (struct utf16_slice){ NULL, 0 };
    }
    if (!utf16_name_from_utf8(name, text))
    {
        abort();
    }
    return utf16_from_name(name);
}

uint32_t enum_filtered_page(const char *server, const char *client, const char *user,
                            uint32_t level, uint32_t preferred_length, uint32_t resume_handle,
                            struct info_answer *answer)
{
    struct utf16_name names[3];
    const struct sessions_request request = {
        .list.server = slice_of(server, &names[0]),
        .client = slice_of(client, &names[1]),
        .user = slice_of(user, &names[2]),
        .list.level = level,
        .list.preferred_length = preferred_length,
        .list.resume_handle = resume_handle,
    };

    return sessions_enumerate(&request, answer);
}

uint32_t enum_sessions(const char *server, const char *client, const char *user, uint32_t level,
                       struct info_answer *answer)
{
    return enum_filtered_page(server, client, user, level, PREFERRED_LENGTH_UNLIMITED, 0, answer);
}

uint32_t enum_page(const char *server, uint32_t level, uint32_t preferred_length,
                   uint32_t resume_handle, struct info_answer *answer)
{
    return enum_filtered_page(server, NULL, NULL, level, preferred_length, resume_handle, answer);
}

uint32_t get_session(const char *server, const char *client, const char *user, uint32_t level,
                     void **buffer)
{
    struct utf16_name names[3];

    return sessions_get_info(slice_of(server, &names[0]), slice_of(client, &names[1]),
                             slice_of(user, &names[2]), level, buffer);
}

uint32_t delete_sessions(const char *server, const char *client, const char *user)
{
    struct utf16_name names[3];

    return sessions_delete(slice_of(server, &names[0]), slice_of(client, &names[1]),
                           slice_of(user, &names[2]));
}

void answer_free(struct info_answer *answer)
{
    platform_api_free(answer->buffer);
    answer->buffer = NULL;
}

/* ---- Answers --------------------------------------------------------------------------------- */

struct session_entry entry_at(uint32_t level, const void *buffer, uint32_t index)
{
    const struct session_info_0 *info_0 = buffer;
    const struct session_info_1 *info_1 = buffer;
    const struct session_info_2 *info_2 = buffer;
    const struct session_info_10 *info_10 = buffer;
    const struct session_info_502 *info_502 = buffer;

    switch (level)
    {
    case 0:
        info_0 += index;
        return (struct session_entry){ info_0->client, NULL,    UNKNOWN, UNKNOWN,
                                       UNKNOWN,        UNKNOWN, NULL,    NULL };
    case 1:
        info_1 += index;
        return (struct session_entry){
            info_1->client,       info_1->user,  info_1->opens, info_1->active_seconds,
            info_1->idle_seconds, info_1->flags, NULL,          NULL
        };
    case 2:
        info_2 += index;
        return (struct session_entry){ info_2->client,       info_2->user,
                                       info_2->opens,        info_2->active_seconds,
                                       info_2->idle_seconds, info_2->flags,
                                       info_2->client_type,  NULL };
    case 10:
        info_10 += index;
        return (struct session_entry){
            info_10->client,       info_10->user, UNKNOWN, info_10->active_seconds,
            info_10->idle_seconds, UNKNOWN,       NULL,    NULL
        };
    case 502:
        info_502 += index;
        return (struct session_entry){ info_502->client,       info_502->user,
                                       info_502->opens,        info_502->active_seconds,
                                       info_502->idle_seconds, info_502->flags,
                                       info_502->client_type,  info_502->transport };
    default: abort();
    }
}

bool text_is(const uint16_t *text, const char *expected)
{
    return text && utf16_equal_ascii(utf16_from_terminated(text), expected);
}

uint32_t count_of_user(uint32_t level, const struct info_answer *answer, const char *user,
                       struct session_entry *found)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < answer->entries; i++)
    {
        const struct session_entry entry = entry_at(level, answer->buffer, i);

        if (text_is(entry.user, user))
        {
            count++;
            if (found)
            {
                *found = entry;
            }
        }
    }
    return count;
}
