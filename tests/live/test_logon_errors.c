/*
 * What callers are told whom the server does not let in, or not far enough.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/live.h"
#include "support/session_calls.h"

static int start(void **state)
{
    static const char *const arguments[] = {
        "--user", "dora:disabled,admin", "--user", "luis:locked,admin",
        "--user", "emil:expired,admin",  "--user", "mona:must-change,admin",
        "--user", "ünal:unicode,admin",  NULL,
    };

    (void)state;
    return start_server_with(arguments);
}

/* The next test begins with no connection and no configuration. */
static int forget(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

static int forget_options(void **state)
{
    bed_set_options(bed, "");
    return forget(state);
}

static uint32_t enumerate(void)
{
    struct info_answer answer;
    uint32_t status = enum_sessions(SERVER, NULL, NULL, 1, &answer);

    assert_int_equal(answer.buffer != NULL, status == ERROR_SUCCESS);
    answer_free(&answer);
    return status;
}

/* ---- Accounts -------------------------------------------------------------------------------- */

static void wrong_password_is_logon_failure(void **state)
{
    (void)state;
    bed_configure_with_password(bed, SERVER, "admin", "not the password");
    assert_int_equal(enumerate(), ERROR_LOGON_FAILURE);
    bed_configure_with_password(bed, SERVER, "admin", "");
    assert_int_equal(enumerate(), ERROR_LOGON_FAILURE);
}

static void unknown_user_is_logon_failure(void **state)
{
    (void)state;
    bed_configure_with_password(bed, SERVER, "nobody-of-that-name", "password");
    assert_int_equal(enumerate(), ERROR_LOGON_FAILURE);
}

static void account_that_may_not_log_on_keeps_its_own_code(void **state)
{
    static const struct
    {
        const char *user;
        uint32_t expected;
    } cases[] = {
        { "dora", ERROR_ACCOUNT_DISABLED },
        { "luis", ERROR_ACCOUNT_LOCKED_OUT },
        { "emil", ERROR_PASSWORD_EXPIRED },
        { "mona", ERROR_PASSWORD_MUST_CHANGE },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        bed_configure(bed, SERVER, cases[i].user);
        assert_int_equal(enumerate(), cases[i].expected);
    }
}

static void user_who_is_no_administrator_is_denied_access(void **state)
{
    void *buffer = &bed;

    (void)state;
    bed_configure(bed, SERVER, "bob");
    assert_int_equal(enumerate(), ERROR_ACCESS_DENIED);
    assert_int_equal(get_session(SERVER, "\\\\127.0.0.1", "bob", 1, &buffer), ERROR_ACCESS_DENIED);
    assert_null(buffer);
}

static void denied_access_does_not_cost_the_connection(void **state)
{
    char processes[4096];

    (void)state;
    bed_configure(bed, SERVER, "bob");
    for (int i = 0; i < 5; i++)
    {
        assert_int_equal(enumerate(), ERROR_ACCESS_DENIED);
    }
    assert_int_equal(
        bed_run(bed, "smbstatus --processes | grep -cw bob", processes, sizeof(processes)), 0);
    assert_string_equal(processes, "1\n");
}

static void user_is_found_however_a_person_writes_it(void **state)
{
    static const char *const spellings[] = { "admin", "ADMIN", "BEDGROUP\\admin",
                                             "BEDSERVER\\admin", "\\admin" };

    (void)state;
    for (size_t i = 0; i < COUNT(spellings); i++)
    {
        bed_configure_with_password(bed, SERVER, spellings[i], bed_password(bed, "admin"));
        assert_int_equal(enumerate(), ERROR_SUCCESS);
    }
}

static void name_and_password_outside_ascii_log_on_and_are_listed(void **state)
{
    struct info_answer answer;

    (void)state;
    bed_configure(bed, SERVER, "ünal");
    assert_int_equal(enum_sessions(SERVER, NULL, "ÜNAL", 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    answer_free(&answer);
}

static void connection_of_one_user_does_not_serve_another(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(enumerate(), ERROR_SUCCESS);
    bed_configure(bed, SERVER, "bob");
    assert_int_equal(enumerate(), ERROR_ACCESS_DENIED);
    bed_configure_with_password(bed, SERVER, "admin", "not the password");
    assert_int_equal(enumerate(), ERROR_LOGON_FAILURE);
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(enumerate(), ERROR_SUCCESS);
}

/* ---- Anonymous and guest --------------------------------------------------------------------- */

static void anonymous_is_denied_access_by_a_server_of_default_settings(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, NULL);
    assert_int_equal(enumerate(), ERROR_ACCESS_DENIED);
}

static void anonymous_is_let_in_nowhere_by_a_server_that_restricts_it(void **state)
{
    (void)state;
    bed_set_options(bed, "restrict anonymous = 2");
    bed_configure(bed, SERVER, NULL);
    assert_int_equal(enumerate(), ERROR_ACCESS_DENIED);
}

static void guest_session_in_place_of_the_users_is_blocked(void **state)
{
    (void)state;
    bed_set_options(bed, "map to guest = bad user\nguest account = admin");
    bed_configure_with_password(bed, SERVER, "nobody-of-that-name", "password");
    assert_int_equal(enumerate(), ERROR_SMB_GUEST_LOGON_BLOCKED);
}

static void guest_session_is_used_where_the_configuration_allows_it(void **state)
{
    (void)state;
    bed_set_options(bed, "map to guest = bad user\nguest account = admin");
    bed_configure_with_password(bed, SERVER, "nobody-of-that-name", "password");
    posix_config_set(NULL, "AllowGuest", "1");
    assert_int_equal(enumerate(), ERROR_SUCCESS);
}

static void wrong_password_is_no_guest_even_where_guests_are_allowed(void **state)
{
    (void)state;
    bed_set_options(bed, "map to guest = bad user\nguest account = admin");
    bed_configure_with_password(bed, SERVER, "bob", "not the password");
    posix_config_set(NULL, "AllowGuest", "1");
    assert_int_equal(enumerate(), ERROR_LOGON_FAILURE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(wrong_password_is_logon_failure, forget),
        cmocka_unit_test_teardown(unknown_user_is_logon_failure, forget),
        cmocka_unit_test_teardown(account_that_may_not_log_on_keeps_its_own_code, forget),
        cmocka_unit_test_teardown(user_who_is_no_administrator_is_denied_access, forget),
        cmocka_unit_test_teardown(denied_access_does_not_cost_the_connection, forget),
        cmocka_unit_test_teardown(user_is_found_however_a_person_writes_it, forget),
        cmocka_unit_test_teardown(name_and_password_outside_ascii_log_on_and_are_listed, forget),
        cmocka_unit_test_teardown(connection_of_one_user_does_not_serve_another, forget),
        cmocka_unit_test_teardown(anonymous_is_denied_access_by_a_server_of_default_settings,
                                  forget),
        cmocka_unit_test_teardown(anonymous_is_let_in_nowhere_by_a_server_that_restricts_it,
                                  forget_options),
        cmocka_unit_test_teardown(guest_session_in_place_of_the_users_is_blocked, forget_options),
        cmocka_unit_test_teardown(guest_session_is_used_where_the_configuration_allows_it,
                                  forget_options),
        cmocka_unit_test_teardown(wrong_password_is_no_guest_even_where_guests_are_allowed,
                                  forget_options),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
