/*
 * What a server like Windows answers with: who may ask for what, strings that are not there, names
 * with backslashes, faults, fragments of any size, many rows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "platform/call_state.h"
#include "support/live.h"
#include "support/paging.h"
#include "support/windows_server.h"

#define NUMBER_SIZE 16

static void assert_nothing(const struct info_answer *answer)
{
    assert_null(answer->buffer);
    assert_int_equal(answer->entries, 0);
    assert_int_equal(answer->total_entries, 0);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void is_listed(uint32_t level, const struct session_entry *entry, uint32_t index,
                      void *client_form)
{
    assert_windows_session(level, entry, index, client_form);
}

static void is_listed_without_strings(uint32_t level, const struct session_entry *entry,
                                      uint32_t index, void *context)
{
    (void)context;
    assert_windows_session_without_strings(level, entry, index);
}

/* Everything, at every level. */
static void assert_lists(uint32_t rows, paging_visitor *visit, void *context)
{
    const char *name = windows_server_name(WINDOWS_ADMIN);

    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const struct paging_query query = {
            .server = name,
            .level = session_levels_known[i],
            .preferred_length = PREFERRED_LENGTH_UNLIMITED,
        };
        const struct paging_result result = read_pages(LOOP_UNTIL_SUCCESS, &query, visit, context);

        assert_int_equal(result.status, ERROR_SUCCESS);
        assert_int_equal(result.entries, rows);
        assert_int_equal(result.pages, 1);
    }
}

static void levels_are_the_servers_own(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_lists(6, is_listed, WINDOWS_CLIENT);
}

static void server_without_sessions_lists_none(void **state)
{
    static const char *const arguments[] = { "--rows", "0", NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_lists(0, NULL, NULL);
}

static void strings_that_are_null_become_empty(void **state)
{
    static const char *const arguments[] = { "--strings", "null", NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_lists(6, is_listed_without_strings, NULL);
}

static void strings_that_are_empty_stay_empty(void **state)
{
    static const char *const arguments[] = { "--strings", "empty", NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_lists(6, is_listed_without_strings, NULL);
}

static void clients_are_listed_without_the_servers_backslashes(void **state)
{
    static const char *const arguments[] = { "--names", "backslashes", NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_lists(6, is_listed, WINDOWS_CLIENT);
}

static void ten_thousand_sessions_come_in_small_fragments(void **state)
{
    static const char *const arguments[] = { "--rows", "10000", "--fragment", "777", NULL };
    struct paging_query query = { .level = 1, .preferred_length = PREFERRED_LENGTH_UNLIMITED };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    query.server = windows_server_name(WINDOWS_ADMIN);
    assert_int_equal(read_pages(LOOP_UNTIL_SUCCESS, &query, is_listed, WINDOWS_CLIENT).entries,
                     10000);
}

static void fragments_may_be_of_any_size(void **state)
{
    static const unsigned int sizes[] = { 1, 3, 13, 64, 255, 1001, 5816, 60001 };

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++)
    {
        char size[NUMBER_SIZE];
        const char *const arguments[] = { "--rows", "6", "--fragment", size, NULL };

        snprintf(size, sizeof(size), "%u", sizes[i]);
        assert_int_equal(start_windows_server(arguments), 0);
        assert_lists(6, is_listed, WINDOWS_CLIENT);
    }
}

/* Even the header of a fragment comes in parts. */
static void pipe_may_give_a_few_bytes_at_a_time(void **state)
{
    static const unsigned int sizes[] = { 1, 5, 15, 17, 511 };

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++)
    {
        char size[NUMBER_SIZE];
        const char *const arguments[] = { "--rows",      "4",  "--fragment", "100",
                                          "--read-size", size, NULL };

        snprintf(size, sizeof(size), "%u", sizes[i]);
        assert_int_equal(start_windows_server(arguments), 0);
        assert_lists(4, is_listed, WINDOWS_CLIENT);
    }
}

/* ---- Errors ---------------------------------------------------------------------------------- */

static void some_levels_are_for_administrators(void **state)
{
    static const char *const arguments[] = { NULL };
    const char *name = NULL;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_USER);
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        const uint32_t expected = level == 0 || level == 10 ? ERROR_SUCCESS : ERROR_ACCESS_DENIED;
        struct info_answer answer;

        assert_int_equal(enum_sessions(name, NULL, NULL, level, &answer), expected);
        if (expected)
        {
            assert_nothing(&answer);
        }
        assert_int_equal(answer.entries, expected ? 0 : 6);
        answer_free(&answer);
    }
}

/* The filter needs a level that names users, and that is for everybody too. */
static void everybody_may_filter_by_user_at_level_0(void **state)
{
    static const char *const arguments[] = { NULL };
    struct info_answer answer;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_int_equal(enum_sessions(windows_server_name(WINDOWS_USER), NULL, "bob", 0, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.entries, 4);
    answer_free(&answer);
}

static void level_that_the_server_lacks_is_filled_from_level_1(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "2", "--lacks-level", "502", NULL };
    static const uint32_t lacking[] = { 2, 502 };
    const char *name = NULL;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    for (size_t i = 0; i < COUNT(lacking); i++)
    {
        struct info_answer answer;
        struct session_entry last;

        assert_int_equal(enum_sessions(name, NULL, NULL, lacking[i], &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, 6);
        last = entry_at(lacking[i], answer.buffer, 5);
        assert_true(text_is(last.user, "bob"));
        assert_int_equal(last.opens, 6);
        assert_true(text_is(last.client_type, ""));
        answer_free(&answer);
    }
}

/* How much the server says to a call at `level`, on a connection that is there. */
static uint32_t bytes_of_call(const char *name, uint32_t level)
{
    struct info_answer answer;
    struct netapi32_call call;

    assert_int_equal(enum_sessions(name, NULL, NULL, level, &answer), ERROR_SUCCESS);
    answer_free(&answer);
    call_state_get(&call);
    return call.received;
}

static void server_is_not_asked_again_for_a_level_that_it_lacks(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "502", NULL };
    const char *name = NULL;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    bytes_of_call(name, 502);
    assert_int_equal(bytes_of_call(name, 502), bytes_of_call(name, 1));
}

static void fault_gives_its_own_error(void **state)
{
    static const struct
    {
        const char *fault;
        uint32_t status;
    } faults[] = {
        { "5", ERROR_ACCESS_DENIED },
        { "0x1C010003", RPC_S_UNKNOWN_IF },
        { "0x1C010002", RPC_S_PROCNUM_OUT_OF_RANGE },
        { "0x000006F7", RPC_X_BAD_STUB_DATA },
        { "0x1C00001B", ERROR_NOT_ENOUGH_MEMORY },
        { "0x1C010013", RPC_S_OUT_OF_RESOURCES },
        { "0x1C00FFFF", RPC_S_CALL_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++)
    {
        const char *const arguments[] = { "--fault", faults[i].fault, NULL };
        struct info_answer answer;
        const char *name = NULL;

        assert_int_equal(start_windows_server(arguments), 0);
        name = windows_server_name(WINDOWS_ADMIN);
        /* More than once: what a fault leaves behind must not matter. */
        for (int call = 0; call < 3; call++)
        {
            assert_int_equal(enum_sessions(name, NULL, NULL, 1, &answer), faults[i].status);
            assert_nothing(&answer);
        }
    }
}

/* ---- Ending sessions ------------------------------------------------------------------------- */

static void ending_sessions_ends_those_that_match(void **state)
{
    static const char *const arguments[] = { "--rows", "12", NULL };
    struct info_answer answer;
    const char *name = NULL;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    assert_int_equal(delete_sessions(name, "\\\\client00002", "ALICE"), ERROR_SUCCESS);
    assert_int_equal(delete_sessions(name, "\\\\client00002", "alice"), NERR_UserNotFound);
    assert_int_equal(delete_sessions(name, "\\\\client00003", NULL), ERROR_SUCCESS);
    assert_int_equal(delete_sessions(name, "\\\\client00003", NULL), NERR_ClientNameNotFound);
    assert_int_equal(enum_sessions(name, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 8);
    answer_free(&answer);
}

/* The server is told the name as it has it itself. */
static void ending_sessions_knows_an_ipv6_address_with_and_without_brackets(void **state)
{
    static const char *const forms[] = { "brackets", "ipv6" };

    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++)
    {
        const char *const arguments[] = { "--names", forms[i], NULL };
        const char *name = NULL;

        assert_int_equal(start_windows_server(arguments), 0);
        name = windows_server_name(WINDOWS_ADMIN);
        assert_int_equal(delete_sessions(name, "\\\\fd00::1", NULL), ERROR_SUCCESS);
        assert_int_equal(delete_sessions(name, "\\\\[fd00::1]", NULL), NERR_ClientNameNotFound);
        assert_int_equal(delete_sessions(name, "\\\\[fd00::2]", "bob"), ERROR_SUCCESS);
    }
}

static void ending_sessions_is_for_administrators(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    assert_int_equal(delete_sessions(windows_server_name(WINDOWS_USER), NULL, "bob"),
                     ERROR_ACCESS_DENIED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(levels_are_the_servers_own, stop_windows_server),
        cmocka_unit_test_teardown(server_without_sessions_lists_none, stop_windows_server),
        cmocka_unit_test_teardown(strings_that_are_null_become_empty, stop_windows_server),
        cmocka_unit_test_teardown(strings_that_are_empty_stay_empty, stop_windows_server),
        cmocka_unit_test_teardown(clients_are_listed_without_the_servers_backslashes,
                                  stop_windows_server),
        cmocka_unit_test_teardown(ten_thousand_sessions_come_in_small_fragments,
                                  stop_windows_server),
        cmocka_unit_test_teardown(fragments_may_be_of_any_size, stop_windows_server),
        cmocka_unit_test_teardown(pipe_may_give_a_few_bytes_at_a_time, stop_windows_server),
        cmocka_unit_test_teardown(some_levels_are_for_administrators, stop_windows_server),
        cmocka_unit_test_teardown(everybody_may_filter_by_user_at_level_0, stop_windows_server),
        cmocka_unit_test_teardown(level_that_the_server_lacks_is_filled_from_level_1,
                                  stop_windows_server),
        cmocka_unit_test_teardown(server_is_not_asked_again_for_a_level_that_it_lacks,
                                  stop_windows_server),
        cmocka_unit_test_teardown(fault_gives_its_own_error, stop_windows_server),
        cmocka_unit_test_teardown(ending_sessions_ends_those_that_match, stop_windows_server),
        cmocka_unit_test_teardown(ending_sessions_knows_an_ipv6_address_with_and_without_brackets,
                                  stop_windows_server),
        cmocka_unit_test_teardown(ending_sessions_is_for_administrators, stop_windows_server),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
