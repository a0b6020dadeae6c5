/*
 * Sessions of a Samba server, listed at every level, filtered, and looked up one by one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <unistd.h>

#include "platform/platform.h"
#include "support/live.h"
#include "support/session_calls.h"

#define ADDRESS  "127.0.0.1"
#define CLIENT   "\\\\" ADDRESS
#define SESSIONS 3 /* alice's, bob's and that of the test itself */

static uint64_t connected_after;
static uint64_t connected_before;

static int start(void **state)
{
    if (start_server_as_admin(state))
    {
        return -1;
    }
    connected_after = platform_now();
    if (!hold_session("alice", "hello.txt", ADDRESS) || !hold_session("bob", NULL, ADDRESS))
    {
        return -1;
    }
    connected_before = platform_now();
    return 0;
}

static uint32_t seconds_since(uint64_t time)
{
    return (uint32_t)((platform_now() - time) / 1000);
}

/* The server counts in whole seconds, of a clock of its own. */
static void assert_is_time_connected(uint32_t seconds)
{
    const uint32_t at_least = seconds_since(connected_before);

    assert_in_range(seconds, at_least ? at_least - 1 : 0, seconds_since(connected_after) + 1);
}

/* ---- Levels ---------------------------------------------------------------------------------- */

static void enum_at_level_0_names_every_client(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 0, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, SESSIONS);
    assert_int_equal(answer.total_entries, SESSIONS);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        assert_true(text_is(entry_at(0, answer.buffer, i).client, ADDRESS));
    }
    answer_free(&answer);
}

static void enum_at_levels_with_users_names_each_session_once(void **state)
{
    static const char *const users[] = { "alice", "bob", "admin" };

    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        struct info_answer answer;

        if (!level)
        {
            continue;
        }
        assert_int_equal(enum_sessions(SERVER, NULL, NULL, level, &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, SESSIONS);
        assert_int_equal(answer.total_entries, SESSIONS);
        assert_int_equal(answer.resume_handle, 0);
        for (size_t user = 0; user < COUNT(users); user++)
        {
            struct session_entry found = { 0 };

            assert_int_equal(count_of_user(level, &answer, users[user], &found), 1);
            assert_true(text_is(found.client, ADDRESS));
        }
        answer_free(&answer);
    }
}

static void enum_gives_opens_at_the_levels_that_have_them(void **state)
{
    static const uint32_t levels[] = { 1, 2, 502 };

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        struct session_entry of_alice = { 0 };
        struct session_entry of_bob = { 0 };
        struct info_answer answer;

        assert_int_equal(enum_sessions(SERVER, NULL, NULL, levels[i], &answer), ERROR_SUCCESS);
        assert_int_equal(count_of_user(levels[i], &answer, "alice", &of_alice), 1);
        assert_int_equal(count_of_user(levels[i], &answer, "bob", &of_bob), 1);
        assert_int_equal(of_alice.opens, 1);
        assert_int_equal(of_bob.opens, 0);
        answer_free(&answer);
    }
}

static void enum_gives_times_at_the_levels_that_have_them(void **state)
{
    static const uint32_t levels[] = { 1, 2, 10, 502 };

    (void)state;
    while (seconds_since(connected_before) < 2)
    {
        usleep(100000);
    }
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        struct session_entry of_alice = { 0 };
        struct info_answer answer;

        assert_int_equal(enum_sessions(SERVER, NULL, NULL, levels[i], &answer), ERROR_SUCCESS);
        assert_int_equal(count_of_user(levels[i], &answer, "alice", &of_alice), 1);
        assert_is_time_connected(of_alice.active_seconds);
        assert_int_equal(of_alice.idle_seconds, 0); /* Samba does not count it */
        answer_free(&answer);
    }
}

static void active_time_goes_on_while_a_session_lives(void **state)
{
    struct session_entry before = { 0 };
    struct session_entry after = { 0 };
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    count_of_user(1, &answer, "alice", &before);
    answer_free(&answer);
    usleep(2100000);
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    count_of_user(1, &answer, "alice", &after);
    answer_free(&answer);
    assert_is_time_connected(after.active_seconds);
    assert_true(after.active_seconds >= before.active_seconds + 2);
}

/* Samba knows levels 0 and 1 only: what these do not hold is empty, and never NULL. */
static void enum_fills_what_the_server_does_not_know_with_empty_strings(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 2, &answer), ERROR_SUCCESS);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        assert_true(text_is(entry_at(2, answer.buffer, i).client_type, ""));
    }
    answer_free(&answer);
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 502, &answer), ERROR_SUCCESS);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        assert_true(text_is(entry_at(502, answer.buffer, i).client_type, ""));
        assert_true(text_is(entry_at(502, answer.buffer, i).transport, ""));
    }
    answer_free(&answer);
}

/* Nothing is configured for these names, so that traffic would give another error. */
static void unknown_level_is_refused_before_any_traffic(void **state)
{
    static const uint32_t levels[] = { 3, 9, 11, 100, 501, 503, UINT32_MAX };

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        struct info_answer answer = { .buffer = &answer, .entries = 1 };
        void *buffer = &answer;

        assert_int_equal(enum_sessions("nowhere", NULL, NULL, levels[i], &answer),
                         ERROR_INVALID_LEVEL);
        assert_null(answer.buffer);
        assert_int_equal(answer.entries, 0);
        assert_int_equal(get_session("nowhere", CLIENT, "alice", levels[i], &buffer),
                         ERROR_INVALID_LEVEL);
        assert_null(buffer);
    }
}

/* ---- Filters --------------------------------------------------------------------------------- */

static void assert_enum_fails(const char *client, const char *user, uint32_t expected)
{
    struct info_answer answer = { .buffer = &answer, .entries = 1, .total_entries = 1 };

    assert_int_equal(enum_sessions(SERVER, client, user, 1, &answer), expected);
    assert_null(answer.buffer);
    assert_int_equal(answer.entries, 0);
    assert_int_equal(answer.total_entries, 0);
}

static void user_filter_lists_that_user_alone_whatever_the_case(void **state)
{
    static const char *const spellings[] = { "alice", "ALICE", "aLiCe" };

    (void)state;
    for (size_t i = 0; i < COUNT(spellings); i++)
    {
        struct info_answer answer;

        assert_int_equal(enum_sessions(SERVER, NULL, spellings[i], 1, &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, 1);
        assert_int_equal(answer.total_entries, 1);
        assert_true(text_is(entry_at(1, answer.buffer, 0).user, "alice"));
        answer_free(&answer);
    }
}

/* Level 0 has no users in its entries, and is filtered by them all the same. */
static void user_filter_counts_at_every_level(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        struct info_answer answer;

        assert_int_equal(enum_sessions(SERVER, NULL, "bob", session_levels_known[i], &answer),
                         ERROR_SUCCESS);
        assert_int_equal(answer.entries, 1);
        answer_free(&answer);
    }
}

static void client_filter_lists_that_client_alone(void **state)
{
    struct helper *over_ipv6 = bed_client(bed, "bob", NULL, "::1");
    struct info_answer answer;

    (void)state;
    if (!over_ipv6)
    {
        skip();
    }
    assert_int_equal(enum_sessions(SERVER, "\\\\::1", NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(entry_at(1, answer.buffer, 0).client, "::1"));
    answer_free(&answer);
    assert_int_equal(enum_sessions(SERVER, CLIENT, NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, SESSIONS);
    answer_free(&answer);
    assert_enum_fails("\\\\::1", "alice", NERR_UserNotFound);
    helper_stop(over_ipv6);
}

static void empty_filters_are_no_filters(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_sessions(SERVER, "", "", 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, SESSIONS);
    answer_free(&answer);
}

static void unknown_client_is_client_name_not_found(void **state)
{
    (void)state;
    assert_enum_fails("\\\\192.0.2.1", NULL, NERR_ClientNameNotFound);
    assert_enum_fails("\\\\192.0.2.1", "alice", NERR_ClientNameNotFound);
    assert_enum_fails("\\\\127.0.0.10", NULL, NERR_ClientNameNotFound);
}

static void unknown_user_is_user_not_found(void **state)
{
    (void)state;
    assert_enum_fails(NULL, "nobody-of-that-name", NERR_UserNotFound);
    assert_enum_fails(CLIENT, "alic", NERR_UserNotFound);
}

static void malformed_client_is_invalid_computer(void **state)
{
    static const char *const clients[] = { ADDRESS,       "\\",       "\\\\",
                                           "\\127.0.0.1", "\\\\a\\b", "\\\\\\a" };

    (void)state;
    for (size_t i = 0; i < COUNT(clients); i++)
    {
        assert_enum_fails(clients[i], NULL, NERR_InvalidComputer);
    }
}

/* ---- NetSessionGetInfo ----------------------------------------------------------------------- */

static void get_info_gives_one_structure_at_every_level(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        struct session_entry entry;
        void *buffer = NULL;

        assert_int_equal(get_session(SERVER, CLIENT, "alice", level, &buffer), ERROR_SUCCESS);
        assert_non_null(buffer);
        entry = entry_at(level, buffer, 0);
        assert_true(text_is(entry.client, ADDRESS));
        assert_true(!level || text_is(entry.user, "alice"));
        assert_true(entry.opens == 1 || entry.opens == UNKNOWN);
        platform_api_free(buffer);
    }
}

static void get_info_needs_client_and_user(void **state)
{
    static const struct
    {
        const char *client;
        const char *user;
        uint32_t expected;
    } cases[] = {
        { NULL, "alice", ERROR_INVALID_PARAMETER },
        { "", "alice", ERROR_INVALID_PARAMETER },
        { CLIENT, NULL, ERROR_INVALID_PARAMETER },
        { CLIENT, "", ERROR_INVALID_PARAMETER },
        { ADDRESS, "alice", NERR_InvalidComputer },
        { "\\\\192.0.2.1", "alice", NERR_ClientNameNotFound },
        { CLIENT, "nobody-of-that-name", NERR_UserNotFound },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        void *buffer = &bed;

        assert_int_equal(get_session(SERVER, cases[i].client, cases[i].user, 1, &buffer),
                         cases[i].expected);
        assert_null(buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enum_at_level_0_names_every_client),
        cmocka_unit_test(enum_at_levels_with_users_names_each_session_once),
        cmocka_unit_test(enum_gives_opens_at_the_levels_that_have_them),
        cmocka_unit_test(enum_gives_times_at_the_levels_that_have_them),
        cmocka_unit_test(active_time_goes_on_while_a_session_lives),
        cmocka_unit_test(enum_fills_what_the_server_does_not_know_with_empty_strings),
        cmocka_unit_test(unknown_level_is_refused_before_any_traffic),
        cmocka_unit_test(user_filter_lists_that_user_alone_whatever_the_case),
        cmocka_unit_test(user_filter_counts_at_every_level),
        cmocka_unit_test(client_filter_lists_that_client_alone),
        cmocka_unit_test(empty_filters_are_no_filters),
        cmocka_unit_test(unknown_client_is_client_name_not_found),
        cmocka_unit_test(unknown_user_is_user_not_found),
        cmocka_unit_test(malformed_client_is_invalid_computer),
        cmocka_unit_test(get_info_gives_one_structure_at_every_level),
        cmocka_unit_test(get_info_needs_client_and_user),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
