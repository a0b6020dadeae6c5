/*
 * Sessions in pages from a server that makes them itself, with resume handles that mean nothing to
 * anybody else.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix.h"
#include "support/live.h"
#include "support/paging.h"
#include "support/windows_server.h"

#define SESSIONS    20
#define SESSIONS_IN "20"
/* From what the longest entry takes to what all take, at the level with the most fields. */
#define LENGTH_MIN  200
#define LENGTH_MAX  3000
#define LENGTH_STEP 190

static int start_with(const char *option, const char *value)
{
    const char *const arguments[] = {
        "--rows", SESSIONS_IN, "--ignore-filters", option, value, NULL
    };

    return start_windows_server(arguments);
}

static int start(void **state)
{
    (void)state;
    return start_with(NULL, NULL);
}

static int start_with_short_pointers(void **state)
{
    (void)state;
    return start_with("--pointer-size", "4");
}

static int start_with_long_pointers(void **state)
{
    (void)state;
    return start_with("--pointer-size", "16");
}

static int start_without_rows(void **state)
{
    (void)state;
    return start_with("--broken-paging", "no-rows");
}

static int start_without_handle(void **state)
{
    (void)state;
    return start_with("--broken-paging", "no-handle");
}

static int start_without_progress(void **state)
{
    (void)state;
    return start_with("--broken-paging", "no-progress");
}

static void is_the_next_session(uint32_t level, const struct session_entry *entry, uint32_t index,
                                void *context)
{
    (void)context;
    assert_windows_session(level, entry, index, WINDOWS_CLIENT);
}

static void read_all(const char *name, uint32_t level, uint32_t length, uint32_t *pages)
{
    const struct paging_query query = { .server = name,
                                        .level = level,
                                        .preferred_length = length };

    for (enum paging_loop loop = 0; loop < PAGING_LOOPS; loop++)
    {
        const struct paging_result result = read_pages(loop, &query, is_the_next_session, NULL);

        assert_int_equal(result.status, ERROR_SUCCESS);
        assert_int_equal(result.entries, SESSIONS);
        *pages = result.pages;
    }
}

static void every_loop_sees_each_session_once_and_in_order(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        uint32_t pages = 0;
        uint32_t pages_before = SESSIONS;

        for (uint32_t length = LENGTH_MIN; length < LENGTH_MAX; length += LENGTH_STEP)
        {
            read_all(windows_server_name(WINDOWS_ADMIN), session_levels_known[i], length, &pages);
            assert_true(pages <= pages_before);
            pages_before = pages;
        }
        assert_int_equal(pages, 1);
    }
}

/* The server cuts the answers; the library must not take over in between. */
static void lengths_may_change_from_page_to_page(void **state)
{
    const char *name = windows_server_name(WINDOWS_ADMIN);
    struct info_answer answer = { 0 };
    uint32_t status = ERROR_MORE_DATA;
    uint32_t seen = 0;

    (void)state;
    for (uint32_t page = 1; status == ERROR_MORE_DATA; page++)
    {
        status = enum_page(name, 502, page * LENGTH_MIN, answer.resume_handle, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        for (uint32_t i = 0; i < answer.entries; i++)
        {
            const struct session_entry entry = entry_at(502, answer.buffer, i);

            assert_windows_session(502, &entry, seen + i, WINDOWS_CLIENT);
        }
        assert_int_equal(answer.total_entries, SESSIONS - seen);
        seen += answer.entries;
        answer_free(&answer);
    }
    assert_int_equal(seen, SESSIONS);
}

static void unlimited_length_gives_all_in_one_page(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        uint32_t pages = 0;

        read_all(windows_server_name(WINDOWS_ADMIN), session_levels_known[i],
                 PREFERRED_LENGTH_UNLIMITED, &pages);
        assert_int_equal(pages, 1);
    }
}

static void two_listings_at_a_time_do_not_disturb_each_other(void **state)
{
    const char *name = windows_server_name(WINDOWS_ADMIN);
    struct info_answer first;
    struct info_answer second;
    struct session_entry entry;

    (void)state;
    assert_int_equal(enum_page(name, 1, 100, 0, &first), ERROR_MORE_DATA);
    assert_int_equal(enum_page(name, 1, 400, 0, &second), ERROR_MORE_DATA);
    assert_int_not_equal(first.entries, second.entries);
    assert_int_not_equal(first.resume_handle, second.resume_handle);
    for (struct info_answer *answer = &first; answer; answer = answer == &first ? &second : NULL)
    {
        const uint32_t seen = answer->entries;
        const uint32_t handle = answer->resume_handle;

        answer_free(answer);
        assert_int_equal(enum_page(name, 1, 200, handle, answer), ERROR_MORE_DATA);
        entry = entry_at(1, answer->buffer, 0);
        assert_windows_session(1, &entry, seen, WINDOWS_CLIENT);
        answer_free(answer);
    }
}

static void handle_that_the_server_never_gave_is_the_servers_to_refuse(void **state)
{
    const char *name = windows_server_name(WINDOWS_ADMIN);
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_page(name, 1, PREFERRED_LENGTH_UNLIMITED, 3, &answer),
                     ERROR_INVALID_PARAMETER);
    assert_null(answer.buffer);
    assert_int_equal(answer.entries, 0);
    assert_int_equal(answer.total_entries, 0);
}

static void length_that_no_entry_fits_in_is_buffer_too_small(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const char *name = windows_server_name(WINDOWS_ADMIN);
        struct info_answer answer;

        assert_int_equal(enum_page(name, session_levels_known[i], 10, 0, &answer),
                         NERR_BufTooSmall);
        assert_null(answer.buffer);
        assert_int_equal(answer.entries, 0);
        assert_int_equal(answer.total_entries, 0);
    }
}

/* Who cuts the answers must not depend on what fits by our measure and not by the server's, or the
 * other way round. So every length around that of the whole comes first once. */
static void servers_own_measure_of_the_length_confuses_nobody(void **state)
{
    (void)state;
    for (uint32_t length = 2300; length < 3100; length += 40)
    {
        const char *name = windows_server_name(WINDOWS_ADMIN);
        uint32_t pages = 0;

        read_all(name, 502, length, &pages);
        read_all(name, 502, LENGTH_MIN, &pages);
        assert_true(pages > SESSIONS / 2);
    }
}

/* ---- Servers that would keep a loop going for ever ------------------------------------------- */

static void page_without_rows_is_buffer_too_small(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_page(windows_server_name(WINDOWS_ADMIN), 1, LENGTH_MIN, 0, &answer),
                     NERR_BufTooSmall);
    assert_null(answer.buffer);
}

static void page_without_a_way_on_is_a_protocol_error(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_page(windows_server_name(WINDOWS_ADMIN), 1, LENGTH_MIN, 0, &answer),
                     RPC_S_PROTOCOL_ERROR);
    assert_null(answer.buffer);
}

/* The server leaves the filter to us, and all its pages are the first one, without that client. */
static void search_without_end_takes_no_longer_than_a_call(void **state)
{
    struct info_answer answer;
    const char *name = windows_server_name(WINDOWS_ADMIN);

    (void)state;

    posix_config_set(NULL, "CallTimeout", "300");
    assert_int_equal(enum_filtered_page(name, "\\\\CLIENT00005", NULL, 1, LENGTH_MIN, 0, &answer),
                     ERROR_SEM_TIMEOUT);
    assert_null(answer.buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_loop_sees_each_session_once_and_in_order, start,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(lengths_may_change_from_page_to_page, start,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(unlimited_length_gives_all_in_one_page, start,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(two_listings_at_a_time_do_not_disturb_each_other, start,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(handle_that_the_server_never_gave_is_the_servers_to_refuse,
                                        start, stop_windows_server),
        cmocka_unit_test_setup_teardown(length_that_no_entry_fits_in_is_buffer_too_small, start,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(servers_own_measure_of_the_length_confuses_nobody,
                                        start_with_short_pointers, stop_windows_server),
        cmocka_unit_test_setup_teardown(servers_own_measure_of_the_length_confuses_nobody,
                                        start_with_long_pointers, stop_windows_server),
        cmocka_unit_test_setup_teardown(page_without_rows_is_buffer_too_small, start_without_rows,
                                        stop_windows_server),
        cmocka_unit_test_setup_teardown(page_without_a_way_on_is_a_protocol_error,
                                        start_without_handle, stop_windows_server),
        cmocka_unit_test_setup_teardown(search_without_end_takes_no_longer_than_a_call,
                                        start_without_progress, stop_windows_server),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
