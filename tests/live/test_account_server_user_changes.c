/*
 * Changes of the users of a server, beside what Samba's own tools say of them then.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/user_flags.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/account_calls.h"
#include "support/live.h"
#include "support/utf16_literal.h"

static void texts_are_set_one_by_one(void **state)
{
    static const struct
    {
        uint32_t field;
        size_t offset;
        const char *label;
    } texts[] = {
        { USER_FIELD_FULL_NAME, offsetof(struct user, full_name), "Full Name:" },
        { USER_FIELD_COMMENT, offsetof(struct user, comment), "Account desc:" },
        { USER_FIELD_HOME_FOLDER, offsetof(struct user, home_folder), "Home Directory:" },
        { USER_FIELD_HOME_DRIVE, offsetof(struct user, home_drive), "HomeDir Drive:" },
        { USER_FIELD_SCRIPT_PATH, offsetof(struct user, script_path), "Logon Script:" },
        { USER_FIELD_PROFILE, offsetof(struct user, profile), "Profile Path:" },
        { USER_FIELD_WORKSTATIONS, offsetof(struct user, workstations), "Workstations:" },
    };

    (void)state;
    for (size_t i = 0; i < INFO_COUNT(texts); i++)
    {
        const struct utf16_name value = utf16_name_from_ascii("Z:new");
        const struct utf16_slice slice = utf16_from_name(&value);
        struct user values = { .relative_id = 0 };

        memcpy((uint8_t *)&values + texts[i].offset, &slice, sizeof(slice));
        assert_int_equal(call_set_user("bob", &values, texts[i].field), ERROR_SUCCESS);
        pdbedit_show("bob");
        assert_string_equal(pdbedit_said(texts[i].label), "Z:new");
    }
}

static void flags_are_set_and_cleared(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_ACCOUNTDISABLE | UF_PASSWD_NOTREQD };

    (void)state;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Account Flags:"), "[NDU        ]");
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Account Flags:"), "[U          ]");
}

static void account_is_unlocked_and_never_locked(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_LOCKOUT };

    (void)state;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Account Flags:"), "[U          ]");
    pdbedit("-u bob -c '[L]'");
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Account Flags:"), "[UL         ]");
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Account Flags:"), "[U          ]");
}

static void right_to_change_the_password_is_taken_and_given(void **state)
{
    struct user values = { .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_CANT_CHANGE };
    struct user user;

    (void)state;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    call_read_user("bob", &user);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_CANT_CHANGE);
    values.flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    call_read_user("bob", &user);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT);
}

static void hours_and_the_end_of_an_account_are_set(void **state)
{
    static const uint8_t hours[21] = { 0x0F, 0xF0 };
    struct user values = {
        .expires = 1900000000,
        .units_per_week = 168,
        .logon_hours = { hours, sizeof(hours) },
    };
    struct user user;

    (void)state;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_EXPIRES | USER_FIELD_LOGON_HOURS),
                     ERROR_SUCCESS);
    pdbedit_show("bob");
    assert_string_equal(pdbedit_said("Logon hours         :"),
                        "0FF000000000000000000000000000000000000000");
    call_read_user("bob", &user);
    assert_int_equal(user.expires, 1900000000);
    values.expires = UINT32_MAX;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_EXPIRES), ERROR_SUCCESS);
    call_read_user("bob", &user);
    assert_int_equal(user.expires, UINT32_MAX);
}

static void password_expires_at_once(void **state)
{
    const struct user values = { .password_expired = 1 };
    struct user user;

    (void)state;
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_PASSWORD_EXPIRED), ERROR_SUCCESS);
    call_read_user("bob", &user);
    assert_int_equal(user.password_expired, 1);
    assert_int_equal(user.password_age, 0);
}

static void who_is_not_allowed_changes_nothing(void **state)
{
    const struct utf16_name value = utf16_name_from_ascii("changed");
    const struct user values = { .comment = utf16_from_name(&value) };

    (void)state;
    pool_clear();
    bed_configure(bed, SERVER, "alice");
    assert_int_equal(call_set_user("bob", &values, USER_FIELD_COMMENT), ERROR_ACCESS_DENIED);
    pool_clear();
    bed_configure(bed, SERVER, "admin");
    pdbedit_show("bob");
    assert_string_not_equal(pdbedit_said("Account desc:"), "changed");
}

/* ---- Passwords ------------------------------------------------------------------------------- */

static void call_as(const char *user, const char *password)
{
    pool_clear();
    if (password)
    {
        bed_configure_with_password(bed, SERVER, user, password);
    }
    else
    {
        bed_configure(bed, SERVER, user);
    }
}

/* Whether one gets in with it. */
static void assert_password(const char *user, const char *password)
{
    struct user found;

    call_as(user, password);
    call_read_user(user, &found);
    call_as("admin", NULL);
}

static void password_is_set_alone(void **state)
{
    const struct user values = { .password = U("Set-By-Admin-1") };

    (void)state;
    assert_int_equal(call_set_user("alice", &values, USER_FIELD_PASSWORD), ERROR_SUCCESS);
    assert_password("alice", "Set-By-Admin-1");
}

static void password_is_set_with_other_fields(void **state)
{
    const struct user values = {
        .password = U("Set-By-Admin-2"),
        .comment = U("has a new password"),
    };

    (void)state;
    assert_int_equal(call_set_user("alice", &values, USER_FIELD_PASSWORD | USER_FIELD_COMMENT),
                     ERROR_SUCCESS);
    assert_password("alice", "Set-By-Admin-2");
    pdbedit_show("alice");
    assert_string_equal(pdbedit_said("Account desc:"), "has a new password");
}

static void user_changes_the_own_password(void **state)
{
    const struct user values = { .password = U("First-Passw0rd") };

    (void)state;
    assert_int_equal(call_set_user("alice", &values, USER_FIELD_PASSWORD), ERROR_SUCCESS);
    call_as("alice", "First-Passw0rd");
    assert_int_equal(call_change_password("alice", "Wrong-Passw0rd", "Second-Passw0rd"),
                     ERROR_INVALID_PASSWORD);
    assert_int_equal(call_change_password("alice", "First-Passw0rd", "Second-Passw0rd"),
                     ERROR_SUCCESS);
    call_as("alice", "Second-Passw0rd");
    assert_int_equal(call_change_password(NULL, "Second-Passw0rd", "Third-Passw0rd"),
                     ERROR_SUCCESS);
    assert_password("alice", "Third-Passw0rd");
}

static void password_against_the_rules_is_refused(void **state)
{
    const struct user values = { .password = U("Long-Enough-1") };

    (void)state;
    assert_int_equal(call_set_user("alice", &values, USER_FIELD_PASSWORD), ERROR_SUCCESS);
    assert_int_equal(call_change_password("alice", "Long-Enough-1", "abc"), NERR_PasswordTooShort);
    assert_password("alice", "Long-Enough-1");
}

/* Nobody to sign for: nothing of a password is sent. */
static void password_never_crosses_a_connection_that_is_not_protected(void **state)
{
    const struct user values = { .name = U("carol"), .password = U("Long-Enough-2") };

    (void)state;
    posix_config_clear();
    call_as(NULL, NULL);
    assert_int_equal(call_set_user("alice", &values, USER_FIELD_PASSWORD), ERROR_NOT_SUPPORTED);
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(call_change_password("alice", "Long-Enough-1", "Long-Enough-2"),
                     ERROR_NOT_SUPPORTED);
    call_as("admin", NULL);
}

/* ---- Adding and removing --------------------------------------------------------------------- */

static void user_is_added_with_all_that_is_said_of_it(void **state)
{
    const struct user values = {
        .name = U("carol"),
        .password = U("Carols-Passw0rd"),
        .full_name = U("Carol Carroll"),
        .comment = U("new here"),
        .home_folder = U("\\\\home\\carol"),
        .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD,
    };
    struct user user;

    (void)state;
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD |
                                                USER_FIELD_FULL_NAME | USER_FIELD_COMMENT |
                                                USER_FIELD_HOME_FOLDER | USER_FIELD_FLAGS),
                     ERROR_SUCCESS);
    pdbedit_show("carol");
    assert_string_equal(pdbedit_said("Account Flags:"), "[UX         ]");
    assert_string_equal(pdbedit_said("Full Name:"), "Carol Carroll");
    assert_string_equal(pdbedit_said("Account desc:"), "new here");
    assert_string_equal(pdbedit_said("Home Directory:"), "\\\\home\\carol");
    call_read_user("carol", &user);
    assert_int_equal(user.flags, values.flags);
    assert_password("carol", "Carols-Passw0rd");
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD),
                     NERR_UserExists);
    assert_int_equal(call_remove_user("CAROL"), ERROR_SUCCESS);
    assert_false(pdbedit_knows("carol"));
    assert_int_equal(call_remove_user("carol"), NERR_UserNotFound);
}

static void user_of_whom_nothing_is_said_can_be_used(void **state)
{
    const struct user values = { .name = U("dave"), .password = U("Daves-Passw0rd") };
    struct user user;

    (void)state;
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD), ERROR_SUCCESS);
    call_read_user("dave", &user);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT);
    assert_password("dave", "Daves-Passw0rd");
    assert_int_equal(call_remove_user("dave"), ERROR_SUCCESS);
}

static void user_who_may_not_change_the_password_is_added(void **state)
{
    const struct user values = {
        .name = U("erin"),
        .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_CANT_CHANGE | UF_ACCOUNTDISABLE,
    };
    struct user user;

    (void)state;
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_FLAGS), ERROR_SUCCESS);
    call_read_user("erin", &user);
    assert_int_equal(user.flags, values.flags);
    assert_int_equal(call_remove_user("erin"), ERROR_SUCCESS);
}

/* What cannot be set is found out when the account is there already: it goes again. */
static void user_is_added_whole_or_not_at_all(void **state)
{
    const struct user values = {
        .name = U("frank"),
        .password = U("Franks-Passw0rd"),
        .primary_group = 99999,
    };

    (void)state;
    assert_int_not_equal(
        call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD | USER_FIELD_PRIMARY_GROUP),
        ERROR_SUCCESS);
    assert_false(pdbedit_knows("frank"));
}

static void user_is_renamed(void **state)
{
    const struct user values = { .name = U("grace") };
    const struct user renamed = { .name = U("heidi") };
    const struct user taken = { .name = U("alice") };
    struct user before;
    struct user after;

    (void)state;
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME), ERROR_SUCCESS);
    call_read_user("grace", &before);
    assert_int_equal(call_set_user("grace", &taken, USER_FIELD_NAME), NERR_UserExists);
    assert_int_equal(call_set_user("grace", &renamed, USER_FIELD_NAME), ERROR_SUCCESS);
    call_read_user("heidi", &after);
    assert_int_equal(before.relative_id, after.relative_id);
    assert_false(pdbedit_knows("grace"));
    assert_int_equal(call_remove_user("heidi"), ERROR_SUCCESS);
}

static void account_of_a_computer_is_added_as_one(void **state)
{
    const struct user values = {
        .name = U("client1$"),
        .flags = UF_SCRIPT | UF_WORKSTATION_TRUST_ACCOUNT,
    };
    struct info_rows users;
    struct user *user = NULL;

    (void)state;
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_FLAGS), ERROR_SUCCESS);
    begin_call(ACCOUNTS_READ);
    assert_int_equal(
        account_call.source->list_users(&account_call, UF_WORKSTATION_TRUST_ACCOUNT, &users),
        ERROR_SUCCESS);
    assert_int_equal(users.count, 1);
    user = users.rows;
    assert_string_equal(utf8(user->name), "client1$");
    assert_int_equal(
        account_call.source->describe_users(&account_call, USER_DISPLAY, users.rows, users.count),
        ERROR_SUCCESS);
    assert_int_equal(user->flags, values.flags);
    account_call_end(&account_call);
    assert_int_equal(call_remove_user("client1$"), ERROR_SUCCESS);
}

static void who_is_not_allowed_adds_and_removes_nobody(void **state)
{
    const struct user values = { .name = U("ivan"), .password = U("Ivans-Passw0rd") };

    (void)state;
    call_as("alice", NULL);
    assert_int_equal(call_add_user(&values, USER_FIELD_NAME | USER_FIELD_PASSWORD),
                     ERROR_ACCESS_DENIED);
    assert_int_equal(call_remove_user("bob"), ERROR_ACCESS_DENIED);
    call_as("admin", NULL);
    assert_false(pdbedit_knows("ivan"));
    assert_true(pdbedit_knows("bob"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_set_one_by_one),
        cmocka_unit_test(flags_are_set_and_cleared),
        cmocka_unit_test(account_is_unlocked_and_never_locked),
        cmocka_unit_test(right_to_change_the_password_is_taken_and_given),
        cmocka_unit_test(hours_and_the_end_of_an_account_are_set),
        cmocka_unit_test(password_expires_at_once),
        cmocka_unit_test(who_is_not_allowed_changes_nothing),
        cmocka_unit_test(user_is_added_with_all_that_is_said_of_it),
        cmocka_unit_test(user_of_whom_nothing_is_said_can_be_used),
        cmocka_unit_test(user_who_may_not_change_the_password_is_added),
        cmocka_unit_test(user_is_added_whole_or_not_at_all),
        cmocka_unit_test(user_is_renamed),
        cmocka_unit_test(account_of_a_computer_is_added_as_one),
        cmocka_unit_test(who_is_not_allowed_adds_and_removes_nobody),
        cmocka_unit_test(password_is_set_alone),
        cmocka_unit_test(password_is_set_with_other_fields),
        cmocka_unit_test(user_changes_the_own_password),
        cmocka_unit_test(password_against_the_rules_is_refused),
        cmocka_unit_test(password_never_crosses_a_connection_that_is_not_protected),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
