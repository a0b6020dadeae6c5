/*
 * Asking one server one thing or several.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/ask_server.h"

#include <stdlib.h>
#include <winerror.h>

#include "base/memory.h"
#include "platform/clock.h"
#include "platform/server_identity.h"

/* May other questions have other answers? */
static bool is_of_the_question(DWORD error)
{
    return error == ERROR_SUCCESS || error == ERROR_ACCESS_DENIED || error == ERROR_NOT_SUPPORTED ||
           error == ERROR_INVALID_LEVEL || error == ERROR_CALL_NOT_IMPLEMENTED;
}

/* One of several servers has nothing that a filter lets through: that is an answer. */
static bool is_absent(const struct asked *asked, DWORD error)
{
    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        if (asked->names[i].text && error && error == asked->family->absent[i])
        {
            return true;
        }
    }
    return false;
}

static void part_ask(const WCHAR *server, size_t place, const struct asked *asked,
                     struct answer_part *part)
{
    struct question question = { .server = server, .is_quiet = true };

    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        question.names[i] = asked->names[i];
    }
    part->error = family_list(asked->family, &question, asked->may_fall_back, &part->listing);
    if (part->error)
    {
        listing_free(&part->listing);
    }
    if (is_absent(asked, part->error))
    {
        part->error = ERROR_SUCCESS;
    }
    listing_set_server(&part->listing, server, place);
}

struct answer *answer_make(const WCHAR *server, size_t place, const struct asked *asked,
                           size_t count)
{
    const uint64_t start = clock_microseconds();
    struct answer *answer = memory_resize(NULL, 1, sizeof(*answer));
    DWORD before = ERROR_SUCCESS;

    *answer = (struct answer){
        .server = server,
        .index = place,
        .parts = memory_resize(NULL, count, sizeof(*answer->parts)),
        .part_count = count,
    };
    for (size_t i = 0; i < count; i++)
    {
        struct answer_part *part = &answer->parts[i];

        *part = (struct answer_part){ .error = before };
        family_begin(asked[i].family, asked[i].level, &part->listing);
        if (is_of_the_question(before))
        {
            part_ask(server, place, &asked[i], part);
        }
        before = part->error;
        answer->error = answer->error ? answer->error : part->error;
    }
    answer->is_identified = server_identity_query(server, &answer->identity);
    answer->microseconds = clock_microseconds() - start;
    return answer;
}

void answer_free(struct answer *answer)
{
    for (size_t i = 0; i < answer->part_count; i++)
    {
        listing_free(&answer->parts[i].listing);
    }
    free(answer->parts);
    free(answer);
}
