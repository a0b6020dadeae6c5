/*
 * Ending the sessions of a Samba server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "support/live.h"
#include "support/proxy.h"
#include "support/session_calls.h"

#define ADDRESS "127.0.0.1"
#define CLIENT  "\\\\" ADDRESS
/* Of the preferred length: one structure and its two strings, but not two. */
#define ROOM_FOR_ONE 64

static struct helper *alice;
static struct helper *bob;

static int start_clients(void **state)
{
    (void)state;
    alice = bed_client(bed, "alice", "hello.txt", ADDRESS);
    bob = bed_client(bed, "bob", NULL, ADDRESS);
    return alice && bob ? 0 : -1;
}

static int stop_clients(void **state)
{
    (void)state;
    helper_stop(alice);
    helper_stop(bob);
    return 0;
}

static uint32_t sessions_of(const char *user)
{
    struct info_answer answer;
    uint32_t count = 0;

    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    count = count_of_user(1, &answer, user, NULL);
    answer_free(&answer);
    return count;
}

static void deleting_by_client_and_user_ends_that_session_alone(void **state)
{
    (void)state;
    assert_int_equal(sessions_of("alice"), 1);
    assert_int_equal(delete_sessions(SERVER, CLIENT, "alice"), ERROR_SUCCESS);
    assert_non_null(helper_wait_value(alice, "ENDED"));
    assert_int_equal(sessions_of("alice"), 0);
    assert_int_equal(sessions_of("bob"), 1);
}

static void deleting_by_user_ends_that_users_session(void **state)
{
    (void)state;
    assert_int_equal(delete_sessions(SERVER, NULL, "BOB"), ERROR_SUCCESS);
    assert_non_null(helper_wait_value(bob, "ENDED"));
    assert_int_equal(sessions_of("bob"), 0);
    assert_int_equal(sessions_of("alice"), 1);
}

/* The connection that would have brought the answer ends with the session. What it asked for is not
 * done again: the first connection asks, the second looks. */
static void deleting_the_callers_own_session_succeeds_and_is_done_once(void **state)
{
    struct proxy *proxy = proxy_start(bed_port(bed), NULL, NULL);

    (void)state;
    assert_non_null(proxy);
    bed_configure(bed, "by-proxy", "admin");
    bed_configure_port("by-proxy", proxy_port(proxy));
    assert_int_equal(delete_sessions("by-proxy", NULL, "admin"), ERROR_SUCCESS);
    assert_int_equal(proxy_accepted(proxy), 2);
    proxy_stop(proxy);
    assert_int_equal(sessions_of("alice"), 1);
    assert_int_equal(sessions_of("bob"), 1);
}

static void deleting_what_is_not_there_says_what_is_missing(void **state)
{
    static const struct
    {
        const char *client;
        const char *user;
        uint32_t expected;
    } cases[] = {
        { "\\\\192.0.2.1", NULL, NERR_ClientNameNotFound },
        { "\\\\192.0.2.1", "alice", NERR_ClientNameNotFound },
        { CLIENT, "nobody-of-that-name", NERR_UserNotFound },
        { NULL, "nobody-of-that-name", NERR_UserNotFound },
        { ADDRESS, "alice", NERR_InvalidComputer },
        { NULL, NULL, ERROR_INVALID_PARAMETER },
        { "", "", ERROR_INVALID_PARAMETER },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_int_equal(delete_sessions(SERVER, cases[i].client, cases[i].user),
                         cases[i].expected);
    }
    assert_int_equal(sessions_of("alice"), 1);
    assert_int_equal(sessions_of("bob"), 1);
}

/* One session on a page; each is ended before the next page is asked for. Samba knows no pages, so the
 * positions are kept here. */
static void ending_what_each_page_shows_leaves_nobody_out(void **state)
{
    struct helper *clients[] = { alice, bob };
    uint32_t resume_handle = 0;
    uint32_t status = ERROR_MORE_DATA;
    unsigned int ended = 0;

    (void)state;
    while (status == ERROR_MORE_DATA)
    {
        struct info_answer answer;
        char user[64];

        status = enum_page(SERVER, 10, ROOM_FOR_ONE, resume_handle, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        assert_int_equal(answer.entries, 1);
        assert_true(utf16_to_utf8(utf16_from_terminated(entry_at(10, answer.buffer, 0).user), user,
                                  sizeof(user)));
        if (strcmp(user, "admin"))
        {
            assert_string_equal(user, ended ? "bob" : "alice");
            assert_int_equal(delete_sessions(SERVER, CLIENT, user), ERROR_SUCCESS);
            assert_non_null(helper_wait_value(clients[ended], "ENDED"));
            ended++;
        }
        resume_handle = answer.resume_handle;
        answer_free(&answer);
    }
    assert_int_equal(ended, 2);
    assert_int_equal(sessions_of("alice"), 0);
    assert_int_equal(sessions_of("bob"), 0);
}

static void user_who_may_not_list_may_not_delete(void **state)
{
    (void)state;
    bed_configure(bed, "as-bob", "bob");
    assert_int_equal(delete_sessions("as-bob", CLIENT, "alice"), ERROR_ACCESS_DENIED);
    assert_int_equal(sessions_of("alice"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(deleting_by_client_and_user_ends_that_session_alone,
                                        start_clients, stop_clients),
        cmocka_unit_test_setup_teardown(deleting_by_user_ends_that_users_session, start_clients,
                                        stop_clients),
        cmocka_unit_test_setup_teardown(ending_what_each_page_shows_leaves_nobody_out,
                                        start_clients, stop_clients),
        cmocka_unit_test_setup_teardown(deleting_the_callers_own_session_succeeds_and_is_done_once,
                                        start_clients, stop_clients),
        cmocka_unit_test_setup_teardown(deleting_what_is_not_there_says_what_is_missing,
                                        start_clients, stop_clients),
        cmocka_unit_test_setup_teardown(user_who_may_not_list_may_not_delete, start_clients,
                                        stop_clients),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
