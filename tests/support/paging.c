/*
 * The loops with which programs read sessions page by page.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/paging.h"

#include "support/unit.h"

/* More pages than any test has sessions. */
#define PAGES_MAX 20000

static bool goes_on(enum paging_loop loop, const struct paging_result *result,
                    const struct info_answer *answer, uint32_t expected)
{
    switch (loop)
    {
    case LOOP_UNTIL_SUCCESS: return result->status == ERROR_MORE_DATA;
    case LOOP_UNTIL_HANDLE_ZERO: return answer->resume_handle != 0;
    case LOOP_COUNTING_ENTRIES: return result->entries < expected;
    default: return false;
    }
}

static bool failed(uint32_t status)
{
    return status && status != ERROR_MORE_DATA;
}

struct paging_result read_pages(enum paging_loop loop, const struct paging_query *query,
                                paging_visitor *visit, void *context)
{
    struct paging_result result = { 0 };
    struct info_answer answer = { 0 };
    uint32_t expected = 0;

    do
    {
        result.status = enum_filtered_page(query->server, query->client, query->user, query->level,
                                           query->preferred_length, answer.resume_handle, &answer);
        if (failed(result.status))
        {
            return result;
        }
        expected = result.pages ? expected : answer.total_entries;
        assert_int_equal(answer.total_entries, expected - result.entries);
        assert_int_equal(answer.resume_handle != 0, result.status == ERROR_MORE_DATA);
        assert_true(answer.entries || !expected);
        for (uint32_t i = 0; visit && i < answer.entries; i++)
        {
            const struct session_entry entry = entry_at(query->level, answer.buffer, i);

            visit(query->level, &entry, result.entries + i, context);
        }
        result.entries += answer.entries;
        result.pages++;
        answer_free(&answer);
        assert_true(result.pages < PAGES_MAX);
    } while (goes_on(loop, &result, &answer, expected));
    assert_int_equal(result.entries, expected);
    return result;
}
