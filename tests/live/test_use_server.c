/*
 * A server used with credentials of the program's own choice, as NetUseAdd and NetUseDel do it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/use/use_values.h"
#include "families/use/uses.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/live.h"
#include "support/session_calls.h"

/* The same server by another name. */
#define OTHER_NAME "other"

/* The hash of the empty password, [MS-NLMP] 3.3.1: what NTOWFv1("") gives. */
#define EMPTY_PASSWORD_HASH "31D6CFE0D16AE931B73C59D7E0C089C0"

static int start(void **state)
{
    static const char *const arguments[] = { "--user", "luis:locked", "--user", "erna:admin",
                                             NULL };

    (void)state;
    if (start_server_with(arguments))
    {
        return -1;
    }
    return bed_run(bed, "pdbedit -u erna --set-nt-hash=" EMPTY_PASSWORD_HASH, NULL, 0) ? -1 : 0;
}

static struct utf16_slice slice(struct utf16_name *name, const char *text)
{
    *name = utf16_name_from_ascii(text ? text : "");
    return text ? utf16_from_name(name) : (struct utf16_slice){ NULL, 0 };
}

static uint32_t use(const char *remote, const char *user, const char *password)
{
    struct utf16_name remote_name;
    struct utf16_name user_name;
    struct utf16_name password_text;
    const struct uses_request request = {
        .remote = slice(&remote_name, remote),
        .type = USE_IPC,
        .user = slice(&user_name, user),
        .password = slice(&password_text, password),
    };
    uint32_t parameter = 0;

    return uses_add(&request, &parameter);
}

static uint32_t end_use(const char *remote)
{
    struct utf16_name remote_name;

    return uses_delete(slice(&remote_name, remote), USE_LOTS_OF_FORCE);
}

static uint32_t enumerate(const char *server)
{
    struct info_answer answer;
    uint32_t status = enum_sessions(server, NULL, NULL, 1, &answer);

    answer_free(&answer);
    return status;
}

static int configure(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, NULL);
    bed_configure(bed, OTHER_NAME, NULL);
    return 0;
}

static int forget(void **state)
{
    (void)state;
    end_use("\\\\" SERVER);
    end_use("\\\\" OTHER_NAME);
    pool_clear();
    posix_config_clear();
    return 0;
}

/* Whether the server still has a session of the user after a while. */
static bool server_has_session_of(const char *user)
{
    char command[128];

    snprintf(command, sizeof(command),
             "for i in 1 2 3 4 5 6 7 8 9 10; do "
             "smbstatus --processes | grep -qw %s || exit 1; sleep 0.1; done",
             user);
    return !bed_run(bed, command, NULL, 0);
}

static void use_logs_on_and_its_end_logs_off(void **state)
{
    (void)state;
    assert_int_equal(use("\\\\" SERVER "\\IPC$", "admin", bed_password(bed, "admin")),
                     ERROR_SUCCESS);
    assert_true(server_has_session_of("admin"));
    assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
    assert_int_equal(end_use("\\\\" SERVER "\\IPC$"), ERROR_SUCCESS);
    assert_false(server_has_session_of("admin"));
    assert_int_equal(enumerate(SERVER), ERROR_ACCESS_DENIED);
}

/* Nobody was named to NetUseAdd, and the system chose. */
static void end_of_a_use_without_a_user_logs_off(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(use("\\\\" SERVER, NULL, NULL), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
    assert_true(server_has_session_of("admin"));
    assert_int_equal(end_use("\\\\" SERVER), ERROR_SUCCESS);
    assert_false(server_has_session_of("admin"));
}

static void stored_credential_that_cannot_be_used_lets_nobody_log_on(void **state)
{
    (void)state;
    posix_credential_set(SERVER, "DOMAIN\\", "password");
    assert_int_equal(enumerate(SERVER), NERR_BadUsername);
    assert_int_equal(use("\\\\" SERVER, NULL, NULL), NERR_BadUsername);
    assert_int_equal(end_use("\\\\" SERVER), NERR_UseNotFound);
    /* What the program itself says goes before. */
    assert_int_equal(use("\\\\" SERVER, "admin", bed_password(bed, "admin")), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
}

static void use_with_an_empty_password_logs_on_to_an_account_without_one(void **state)
{
    (void)state;
    assert_int_equal(use("\\\\" SERVER, "erna", ""), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
}

static void use_with_an_empty_user_is_anonymous(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(use("\\\\" SERVER, "", ""), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_ACCESS_DENIED);
}

static void use_is_refused_with_the_servers_reason_and_not_kept(void **state)
{
    static const struct
    {
        const char *user;
        const char *password; /* NULL: the right one */
        uint32_t expected;
    } cases[] = {
        { "admin", "not the password", ERROR_LOGON_FAILURE },
        { "admin", "", ERROR_LOGON_FAILURE },
        { "nobody-of-that-name", "password", ERROR_LOGON_FAILURE },
        { "luis", NULL, ERROR_ACCOUNT_LOCKED_OUT },
    };

    (void)state;
    bed_configure(bed, SERVER, "admin");
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const char *password =
            cases[i].password ? cases[i].password : bed_password(bed, cases[i].user);

        assert_int_equal(use("\\\\" SERVER, cases[i].user, password), cases[i].expected);
        assert_int_equal(end_use("\\\\" SERVER), NERR_UseNotFound);
        assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
    }
}

static void user_who_is_no_administrator_may_log_on(void **state)
{
    (void)state;
    assert_int_equal(use("\\\\" SERVER, "bob", bed_password(bed, "bob")), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_ACCESS_DENIED);
}

static void names_of_one_server_have_credentials_of_their_own(void **state)
{
    (void)state;
    assert_int_equal(use("\\\\" SERVER, "admin", bed_password(bed, "admin")), ERROR_SUCCESS);
    assert_int_equal(use("\\\\" OTHER_NAME, "bob", bed_password(bed, "bob")), ERROR_SUCCESS);
    for (int i = 0; i < 3; i++)
    {
        assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
        assert_int_equal(enumerate(OTHER_NAME), ERROR_ACCESS_DENIED);
    }
    assert_int_equal(end_use("\\\\" SERVER), ERROR_SUCCESS);
    assert_int_equal(enumerate(SERVER), ERROR_ACCESS_DENIED);
    assert_true(server_has_session_of("bob"));
}

static void other_credentials_for_a_server_in_use_are_a_conflict(void **state)
{
    (void)state;
    assert_int_equal(use("\\\\" SERVER, "admin", bed_password(bed, "admin")), ERROR_SUCCESS);
    assert_int_equal(use("\\\\" SERVER, "admin", "not the password"),
                     ERROR_SESSION_CREDENTIAL_CONFLICT);
    assert_int_equal(use("\\\\" SERVER, NULL, NULL), ERROR_SESSION_CREDENTIAL_CONFLICT);
    assert_int_equal(enumerate(SERVER), ERROR_SUCCESS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, configure, forget)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(use_logs_on_and_its_end_logs_off),
        TEST(end_of_a_use_without_a_user_logs_off),
        TEST(stored_credential_that_cannot_be_used_lets_nobody_log_on),
        TEST(use_with_an_empty_password_logs_on_to_an_account_without_one),
        TEST(use_with_an_empty_user_is_anonymous),
        TEST(use_is_refused_with_the_servers_reason_and_not_kept),
        TEST(user_who_is_no_administrator_may_log_on),
        TEST(names_of_one_server_have_credentials_of_their_own),
        TEST(other_credentials_for_a_server_in_use_are_a_conflict),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
