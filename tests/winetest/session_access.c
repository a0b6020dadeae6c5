/*
 * Tests of who may see and end sessions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

/* The calls before and after were the administrator's, so a kept connection may not answer. */
static void a_wrong_password_is_told(struct test_server *server)
{
    static WCHAR wrong[] = L"not the password";

    log_in(server, server->admin, wrong);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                     ERROR_LOGON_FAILURE);
}

static void an_unknown_user_is_told(struct test_server *server)
{
    static WCHAR nobody[] = L"no-such-user";

    log_in(server, nobody, server->admin_password);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                     ERROR_LOGON_FAILURE);
}

/* Whoever's password was kept, nobody else logs on in his place, and no use as him is made. */
static void a_stored_credential_that_cannot_be_used_is_told(struct test_server *server)
{
    static WCHAR only_a_domain[] = L"DOMAIN\\";
    WCHAR too_long[300];
    unsigned int i;

    log_in(server, only_a_domain, server->admin_password);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                     NERR_BadUsername);
    for (i = 0; i + 1 < ARRAYSIZE(too_long); i++)
    {
        too_long[i] = 'x';
    }
    too_long[i] = 0;
    log_in(server, server->admin, too_long);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                     ERROR_INVALID_PASSWORD);
}

static void a_user_who_is_no_administrator_is_refused(struct test_server *server)
{
    NET_API_STATUS status;
    unsigned int i;

    log_in(server, server->user, server->user_password);
    for (i = 0; i < ARRAYSIZE(session_levels); i++)
    {
        /* Levels 0 and 10 are open to more users on Windows. */
        if (session_levels[i].level == 0 || session_levels[i].level == 10)
        {
            continue;
        }
        winetest_push_context("level %lu", session_levels[i].level);
        check_enum_fails(enumerate_window(server->unc, NULL, NULL, session_levels[i].level,
                                          MAX_PREFERRED_LENGTH, 7),
                         ERROR_ACCESS_DENIED);
        winetest_pop_context();
    }
    status = session_del(server->unc, NULL, server->admin);
    ok(status == ERROR_ACCESS_DENIED, "got %lu\n", status);
}

/* Where the server has such accounts: NETAPI32_TEST_LOCKED_USER, NETAPI32_TEST_LOCKED_PASSWORD... */
static void an_account_that_cannot_log_on_is_told_why(struct test_server *server)
{
    static const struct
    {
        const WCHAR *user_variable;
        const WCHAR *password_variable;
        NET_API_STATUS status;
    } accounts[] = {
        { L"NETAPI32_TEST_LOCKED_USER", L"NETAPI32_TEST_LOCKED_PASSWORD",
          ERROR_ACCOUNT_LOCKED_OUT },
        { L"NETAPI32_TEST_EXPIRED_USER", L"NETAPI32_TEST_EXPIRED_PASSWORD",
          ERROR_PASSWORD_EXPIRED },
        { L"NETAPI32_TEST_DISABLED_USER", L"NETAPI32_TEST_DISABLED_PASSWORD",
          ERROR_ACCOUNT_DISABLED },
    };
    WCHAR user[NAME_SIZE], password[NAME_SIZE];
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(accounts); i++)
    {
        if (!get_setting(accounts[i].user_variable, user) ||
            !get_setting(accounts[i].password_variable, password))
        {
            skip("no such account: %s is not set\n", wine_dbgstr_w(accounts[i].user_variable));
            continue;
        }
        winetest_push_context("user %s", wine_dbgstr_w(user));
        log_in(server, user, password);
        check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                         accounts[i].status);
        winetest_pop_context();
    }
}

static void nobody_is_refused(struct test_server *server)
{
    log_out(server);
    check_enum_fails(enumerate_window(server->unc, NULL, NULL, 1, MAX_PREFERRED_LENGTH, 7),
                     ERROR_ACCESS_DENIED);
}

static void the_administrator_is_answered(struct test_server *server)
{
    struct enumeration result;

    log_in(server, server->admin, server->admin_password);
    result = enumerate(server->unc, NULL, NULL, 1);
    check_enum_is_complete(result);
    free_enumeration(result);
}

START_TEST(session_access)
{
    struct test_server server;

    if (!open_test_server(&server))
    {
        return;
    }
    the_administrator_is_answered(&server);
    a_wrong_password_is_told(&server);
    an_unknown_user_is_told(&server);
    an_account_that_cannot_log_on_is_told_why(&server);
    a_stored_credential_that_cannot_be_used_is_told(&server);
    a_user_who_is_no_administrator_is_refused(&server);
    nobody_is_refused(&server);
    the_administrator_is_answered(&server);
    close_test_server(&server);
}
