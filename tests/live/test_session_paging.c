/*
 * Sessions of a Samba server in pages: preferred length and resume handle.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Samba takes no notice of either, so the window is made here.
 */
#include <string.h>

#include "levels/level.h"
#include "support/live.h"
#include "support/paging.h"
#include "support/session_calls.h"

#define ADDRESS     "127.0.0.1"
#define SESSIONS    4   /* those below and that of the test itself */
#define LENGTH_MAX  800 /* more than all sessions take at any level */
#define LENGTH_STEP 7

static const char *const users[] = { "alice", "bob", "carol" };

static int start(void **state)
{
    static const char *const arguments[] = { "--user", "carol", NULL };

    (void)state;
    if (start_server_with(arguments))
    {
        return -1;
    }
    bed_configure(bed, SERVER, "admin");
    for (size_t i = 0; i < COUNT(users); i++)
    {
        if (!hold_session(users[i], NULL, ADDRESS))
        {
            return -1;
        }
    }
    return 0;
}

/* What a loop over all pages has seen. */
struct walk
{
    uint32_t pages;
    uint32_t entries;
    uint32_t of_user[COUNT(users)];
};

static void count_users(uint32_t level, const struct session_entry *entry, uint32_t index,
                        void *context)
{
    struct walk *walk = context;

    (void)level;
    (void)index;
    for (size_t i = 0; i < COUNT(users); i++)
    {
        walk->of_user[i] += text_is(entry->user, users[i]);
    }
}

/* The result is that of the last call. */
static uint32_t walk_pages(enum paging_loop loop, uint32_t level, uint32_t preferred_length,
                           struct walk *walk)
{
    const struct paging_query query = {
        .server = SERVER,
        .level = level,
        .preferred_length = preferred_length,
    };
    struct paging_result result;

    *walk = (struct walk){ 0 };
    result = read_pages(loop, &query, count_users, walk);
    walk->pages = result.pages;
    walk->entries = result.entries;
    return result.status;
}

static void assert_saw_each_session_once(uint32_t level, const struct walk *walk)
{
    assert_int_equal(walk->entries, SESSIONS);
    for (size_t i = 0; level && i < COUNT(users); i++)
    {
        assert_int_equal(walk->of_user[i], 1);
    }
}

static void check_loop(enum paging_loop loop)
{
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        bool saw_one_by_one = false;
        bool saw_two_pages = false;
        bool saw_all_at_once = false;

        for (uint32_t length = 1; length < LENGTH_MAX; length += LENGTH_STEP)
        {
            struct walk walk;
            uint32_t status = walk_pages(loop, level, length, &walk);

            if (status == NERR_BufTooSmall)
            {
                assert_false(saw_two_pages || saw_all_at_once);
                continue;
            }
            assert_int_equal(status, ERROR_SUCCESS);
            assert_saw_each_session_once(level, &walk);
            saw_one_by_one |= walk.pages == SESSIONS;
            saw_two_pages |= walk.pages == 2;
            saw_all_at_once |= walk.pages == 1;
        }
        assert_true(saw_one_by_one && saw_two_pages && saw_all_at_once);
    }
}

static void every_loop_over_pages_sees_each_session_once_whatever_the_length(void **state)
{
    (void)state;
    for (enum paging_loop loop = 0; loop < PAGING_LOOPS; loop++)
    {
        check_loop(loop);
    }
}

static void unlimited_length_gives_all_in_one_page(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        struct walk walk;

        assert_int_equal(walk_pages(LOOP_UNTIL_SUCCESS, session_levels_known[i],
                                    PREFERRED_LENGTH_UNLIMITED, &walk),
                         ERROR_SUCCESS);
        assert_int_equal(walk.pages, 1);
        assert_saw_each_session_once(session_levels_known[i], &walk);
    }
}

static void length_that_no_entry_fits_in_is_buffer_too_small(void **state)
{
    static const uint32_t lengths[] = { 0, 1, 7 };

    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
    {
        for (unsigned int level = 0; level < session_levels_known_count; level++)
        {
            struct info_answer answer = { .buffer = &answer, .entries = 1 };

            assert_int_equal(enum_page(SERVER, session_levels_known[level], lengths[i], 0, &answer),
                             NERR_BufTooSmall);
            assert_null(answer.buffer);
            assert_int_equal(answer.entries, 0);
            assert_int_equal(answer.total_entries, 0);
        }
    }
}

static void page_never_takes_more_than_the_preferred_length(void **state)
{
    const size_t name_size = (strlen(ADDRESS) + 1) * sizeof(uint16_t);
    const size_t entry_size = sizeof(uint16_t *) + name_size;

    (void)state;
    for (uint32_t length = (uint32_t)entry_size; length < SESSIONS * entry_size; length++)
    {
        struct info_answer answer;

        assert_int_equal(enum_page(SERVER, 0, length, 0, &answer), ERROR_MORE_DATA);
        assert_int_equal(answer.entries, length / entry_size);
        answer_free(&answer);
    }
}

static void resume_handle_beyond_the_end_gives_nothing(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_page(SERVER, 1, PREFERRED_LENGTH_UNLIMITED, 1000, &answer),
                     ERROR_SUCCESS);
    assert_null(answer.buffer);
    assert_int_equal(answer.entries, 0);
    assert_int_equal(answer.total_entries, 0);
    assert_int_equal(answer.resume_handle, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_loop_over_pages_sees_each_session_once_whatever_the_length),
        cmocka_unit_test(unlimited_length_gives_all_in_one_page),
        cmocka_unit_test(length_that_no_entry_fits_in_is_buffer_too_small),
        cmocka_unit_test(page_never_takes_more_than_the_preferred_length),
        cmocka_unit_test(resume_handle_beyond_the_end_gives_nothing),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
