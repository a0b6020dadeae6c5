/*
 * One call of the API has one deadline, however often it asks the server; and the result of an
 * operation is the server's, not the connection's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/target.h"
#include "support/live.h"
#include "support/windows_server.h"

#define DELAY        600   /* ms, of each answer: two of them are more than the call may take */
#define CALL_TIMEOUT 1000  /* ms */
#define TOLERANCE    20000 /* ms; the machine may have much to do */

static void set_call_timeout(void)
{
    char milliseconds[16];

    snprintf(milliseconds, sizeof(milliseconds), "%u", CALL_TIMEOUT);
    posix_config_set(NULL, "CallTimeout", milliseconds);
}

/* Who pages is asked first: that makes a page two calls of the server. */
static void page_of_a_slow_server_ends_in_the_time_of_one_call(void **state)
{
    static const char *const arguments[] = { "--delay", "600", "--ignore-length", NULL };
    const char *name = NULL;
    struct info_answer answer;
    uint64_t start = 0;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    set_call_timeout();
    start = platform_now();
    assert_int_equal(enum_page(name, 1, 4096, 0, &answer), ERROR_SEM_TIMEOUT);
    assert_in_range(platform_now() - start, DELAY, CALL_TIMEOUT + TOLERANCE);
    assert_null(answer.buffer);
}

/* A look, and the removal. */
static void ending_sessions_of_a_slow_server_ends_in_the_time_of_one_call(void **state)
{
    static const char *const arguments[] = { "--delay", "600", NULL };
    const char *name = NULL;
    uint64_t start = 0;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    set_call_timeout();
    start = platform_now();
    assert_int_equal(delete_sessions(name, NULL, "alice"), ERROR_SEM_TIMEOUT);
    assert_in_range(platform_now() - start, DELAY, CALL_TIMEOUT + TOLERANCE);
}

/* Codes that mean something else when they are ours. */
static void result_of_the_operation_is_the_callers(void **state)
{
    static const char *const codes[] = { "1783", "64", "58", "1225" };
    static const uint32_t numbers[] = { RPC_X_BAD_STUB_DATA, ERROR_NETNAME_DELETED,
                                        ERROR_BAD_NET_RESP, ERROR_CONNECTION_REFUSED };

    (void)state;
    for (size_t i = 0; i < COUNT(codes); i++)
    {
        const char *const arguments[] = { "--result", codes[i], NULL };
        const char *name = NULL;
        struct info_answer answer;

        assert_int_equal(start_windows_server(arguments), 0);
        name = windows_server_name(WINDOWS_ADMIN);
        assert_int_equal(enum_sessions(name, NULL, NULL, 1, &answer), numbers[i]);
        assert_null(answer.buffer);
    }
}

/* A connection that is refused means that this computer has no server; a server's own result does not. */
static void result_of_this_computers_server_is_the_callers(void **state)
{
    static const char *const arguments[] = { "--result", "1225", NULL };
    struct info_answer answer;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    windows_server_be(THIS_COMPUTER, WINDOWS_ADMIN);
    assert_int_equal(enum_sessions(THIS_COMPUTER, NULL, NULL, 1, &answer),
                     ERROR_CONNECTION_REFUSED);
    assert_null(answer.buffer);
    assert_int_equal(delete_sessions(THIS_COMPUTER, NULL, "alice"), ERROR_CONNECTION_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(page_of_a_slow_server_ends_in_the_time_of_one_call,
                                  stop_windows_server),
        cmocka_unit_test_teardown(ending_sessions_of_a_slow_server_ends_in_the_time_of_one_call,
                                  stop_windows_server),
        cmocka_unit_test_teardown(result_of_the_operation_is_the_callers, stop_windows_server),
        cmocka_unit_test_teardown(result_of_this_computers_server_is_the_callers,
                                  stop_windows_server),
    };

    return cmocka_run_group_tests_name("call_time", tests, NULL, NULL);
}
