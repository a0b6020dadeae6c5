/*
 * The users of this computer, which last.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "support/accounts.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define BUILT_IN_USERS 3 /* the program's, Administrator, Guest */

/* ---- What is always there -------------------------------------------------------------------- */

static void the_built_in_accounts_are_there_without_anything_kept(void **state)
{
    struct utf16_name own;
    struct account_call call;
    struct info_rows rows;
    const struct user *users = NULL;

    (void)state;
    platform_user_name(&own);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->list_users(&call, UF_NORMAL_ACCOUNT, &rows), ERROR_SUCCESS);
    users = rows.rows;
    assert_int_equal(rows.count, BUILT_IN_USERS);
    assert_int_equal(users[0].relative_id, 500);
    assert_int_equal(users[1].relative_id, 501);
    assert_int_equal(users[2].relative_id, 1000);
    assert_true(utf16_equal_ascii(users[0].name, "Administrator"));
    assert_true(utf16_equal(users[2].name, utf16_from_name(&own)));
    assert_int_equal(users[2].privilege, USER_PRIV_ADMIN);
    assert_int_equal(users[1].privilege, USER_PRIV_GUEST);
    assert_true(users[1].flags & UF_ACCOUNTDISABLE);
    assert_int_equal(users[2].logon_hours.size, 21);
    assert_int_equal(call.source->list_groups(&call, LOCAL_GROUP, &rows), ERROR_SUCCESS);
    assert_int_equal(rows.count, 4);
    assert_int_equal(call.source->list_groups(&call, GLOBAL_GROUP, &rows), ERROR_SUCCESS);
    assert_int_equal(rows.count, 1);
    account_call_end(&call);
    assert_null(accounts_kept().data);
}

static void those_that_are_always_there_stay(void **state)
{
    const struct user renamed = { .name = U("Other") };
    const struct user same = { .name = U("GUEST"), .comment = U("other") };

    (void)state;
    assert_int_equal(store_remove_user("guest"), ERROR_SPECIAL_ACCOUNT);
    assert_int_equal(store_set_user("Guest", &renamed, USER_FIELD_NAME), ERROR_SPECIAL_ACCOUNT);
    assert_int_equal(store_set_user("Guest", &same, USER_FIELD_NAME | USER_FIELD_COMMENT),
                     ERROR_SUCCESS);
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_true(store_user_exists("Guest"));
}

static void a_change_of_one_that_is_always_there_lasts(void **state)
{
    const struct user values = { .flags = UF_NORMAL_ACCOUNT, .comment = U("changed") };
    struct account_call call;
    struct user user;

    (void)state;
    assert_int_equal(store_set_user("Guest", &values, USER_FIELD_FLAGS | USER_FIELD_COMMENT),
                     ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->find_user(&call, text_of("guest"), USER_ALL, &user),
                     ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(user.comment, "changed"));
    assert_int_equal(user.flags & UF_ACCOUNTDISABLE, 0);
    assert_int_equal(user.relative_id, 501);
    account_call_end(&call);
}

/* ---- Adding and removing --------------------------------------------------------------------- */

static void an_added_user_is_there_for_the_next_call(void **state)
{
    struct account_call call;
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("Ann", "secret"), ERROR_SUCCESS);
    assert_int_equal(store_count_users(), BUILT_IN_USERS + 1);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->find_user(&call, text_of("aNN"), USER_ALL, &user), ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(user.name, "Ann"));
    assert_null(user.password.units);
    assert_int_equal(user.relative_id, 1001);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT);
    assert_int_equal(user.privilege, USER_PRIV_USER);
    assert_int_equal(user.primary_group, 513);
    assert_int_equal(user.expires, UINT32_MAX);
    assert_int_equal(user.password_expired, 0);
    assert_true(utf16_equal_ascii(user.logon_server, "\\\\*"));
    account_call_end(&call);
    assert_true(store_is_member(GLOBAL_GROUP, "None", "Ann"));
    assert_int_equal(store_remove_user("ANN"), ERROR_SUCCESS);
    assert_int_equal(store_remove_user("ANN"), NERR_UserNotFound);
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_int_equal(store_count_members(GLOBAL_GROUP, "None"), BUILT_IN_USERS);
}

static void all_that_is_said_of_a_user_lasts(void **state)
{
    static const uint8_t hours[21] = { 1, 2, 3 };
    const struct user values = {
        .full_name = U("full"),
        .comment = U("comment"),
        .user_comment = U(""),
        .home_folder = U("home"),
        .script_path = U("script"),
        .parameters = U("parameters"),
        .workstations = U("stations"),
        .profile = U("profile"),
        .logon_hours = { hours, sizeof(hours) },
        .expires = 1,
        .storage_max = 2,
        .country_code = 3,
        .code_page = 4,
        .password_expired = 1,
        .flags = UF_PASSWD_NOTREQD | UF_ACCOUNTDISABLE,
    };
    struct account_call call;
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("ann", "secret"), ERROR_SUCCESS);
    assert_int_equal(
        store_set_user("ann", &values,
                       USER_FIELD_FULL_NAME | USER_FIELD_COMMENT | USER_FIELD_USER_COMMENT |
                           USER_FIELD_HOME_FOLDER | USER_FIELD_SCRIPT_PATH | USER_FIELD_PARAMETERS |
                           USER_FIELD_WORKSTATIONS | USER_FIELD_PROFILE | USER_FIELD_LOGON_HOURS |
                           USER_FIELD_EXPIRES | USER_FIELD_STORAGE_MAX | USER_FIELD_COUNTRY_CODE |
                           USER_FIELD_CODE_PAGE | USER_FIELD_PASSWORD_EXPIRED | USER_FIELD_FLAGS),
        ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->find_user(&call, text_of("ann"), USER_ALL, &user), ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(user.full_name, "full"));
    assert_true(utf16_equal_ascii(user.comment, "comment"));
    assert_true(utf16_equal_ascii(user.home_folder, "home"));
    assert_true(utf16_equal_ascii(user.script_path, "script"));
    assert_true(utf16_equal_ascii(user.parameters, "parameters"));
    assert_true(utf16_equal_ascii(user.workstations, "stations"));
    assert_true(utf16_equal_ascii(user.profile, "profile"));
    assert_non_null(user.user_comment.units);
    assert_null(user.home_drive.units);
    assert_memory_equal(user.logon_hours.data, hours, sizeof(hours));
    assert_int_equal(user.expires, 1);
    assert_int_equal(user.storage_max, 2);
    assert_int_equal(user.country_code, 3);
    assert_int_equal(user.code_page, 4);
    assert_int_equal(user.password_expired, 1);
    assert_int_equal(user.flags, UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_PASSWD_NOTREQD |
                                     UF_ACCOUNTDISABLE | UF_PASSWORD_EXPIRED);
    account_call_end(&call);
}

static void an_identifier_is_not_used_again(void **state)
{
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_user("bob", NULL), ERROR_SUCCESS);
    assert_int_equal(store_remove_user("bob"), ERROR_SUCCESS);
    assert_int_equal(store_add_user("bob", NULL), ERROR_SUCCESS);
    assert_int_equal(store_find_user("bob", &user), ERROR_SUCCESS);
    assert_int_equal(user.relative_id, 1003);
}

static void a_name_is_anybodys_only_once(void **state)
{
    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "local"), ERROR_SUCCESS);
    assert_int_equal(store_add_user("ANN", NULL), NERR_UserExists);
    assert_int_equal(store_add_user("Team", NULL), NERR_GroupExists);
    assert_int_equal(store_add_user("LOCAL", NULL), ERROR_ALIAS_EXISTS);
    assert_int_equal(store_add_user("users", NULL), ERROR_ALIAS_EXISTS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "ann"), NERR_UserExists);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "Administrators"), ERROR_ALIAS_EXISTS);
}

static void names_keep_windows_rules(void **state)
{
    static const char *const bad[] = { "",    " ",    "...",
                                       "a/b", "a\\b", "a:b",
                                       "a@b", "a\tb", "a-name-of-21-letters-" };

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
    {
        assert_int_equal(store_add_user(bad[i], NULL), NERR_BadUsername);
    }
    assert_int_equal(store_add_user(NULL, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 1);
    assert_int_equal(store_add_user("a-name-of-20-letters", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "a/b"), ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 1);
}

static void a_user_is_renamed(void **state)
{
    const struct user bad = { .name = U("a*b") };
    const struct user taken = { .name = U("guest") };
    const struct user other = { .name = U("ANN") };

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &bad, USER_FIELD_NAME), NERR_BadUsername);
    assert_int_equal(store_set_user("ann", &taken, USER_FIELD_NAME), NERR_UserExists);
    assert_int_equal(store_set_user("ann", &other, USER_FIELD_NAME), ERROR_SUCCESS);
    assert_true(store_is_member(GLOBAL_GROUP, "None", "ANN"));
    assert_int_equal(store_set_user("bob", &other, USER_FIELD_NAME), NERR_UserNotFound);
}

static void what_cannot_be_is_blamed(void **state)
{
    static const uint16_t letters[0x8000];
    const struct user long_comment = { .comment = { letters, COUNT(letters) } };
    const struct user privileged = { .privilege = USER_PRIV_ADMIN };
    const struct user two_types = { .flags = UF_NORMAL_ACCOUNT | UF_SERVER_TRUST_ACCOUNT };
    const struct user few_hours = { .logon_hours = { "", 1 } };

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &long_comment, USER_FIELD_COMMENT),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 7);
    assert_int_equal(store_set_user("ann", &privileged, USER_FIELD_PRIVILEGE),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 5);
    assert_int_equal(store_set_user("ann", &two_types, USER_FIELD_FLAGS), ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 8);
    assert_int_equal(store_set_user("ann", &few_hours, USER_FIELD_LOGON_HOURS),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(blamed_parameter(), 20);
}

/* ---- Administrators -------------------------------------------------------------------------- */

static void the_last_administrator_stays(void **state)
{
    const struct user disabled = { .flags = UF_NORMAL_ACCOUNT | UF_ACCOUNTDISABLE };
    struct utf16_name name;
    char own[64];

    (void)state;
    platform_user_name(&name);
    assert_true(utf16_to_utf8(utf16_from_name(&name), own, sizeof(own)));
    assert_int_equal(store_set_user("Administrator", &disabled, USER_FIELD_FLAGS), ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_REMOVE, own, NULL),
                     NERR_LastAdmin);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_REPLACE, NULL),
                     NERR_LastAdmin);
    assert_int_equal(store_set_user(own, &disabled, USER_FIELD_FLAGS), NERR_LastAdmin);
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_REMOVE, own, NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_remove_user("ann"), NERR_LastAdmin);
    assert_true(store_user_exists("ann"));
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_ADD, own, NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_remove_user("ann"), ERROR_SUCCESS);
}

static void who_is_in_administrators_is_one(void **state)
{
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Administrators", MEMBERS_ADD, "team", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.privilege, USER_PRIV_ADMIN);
    assert_int_equal(store_set_user("ann", &user, USER_FIELD_PRIVILEGE), ERROR_SUCCESS);
    assert_int_equal(store_remove_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.privilege, USER_PRIV_USER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, accounts_set_up, accounts_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_built_in_accounts_are_there_without_anything_kept),
        TEST(those_that_are_always_there_stay),
        TEST(a_change_of_one_that_is_always_there_lasts),
        TEST(an_added_user_is_there_for_the_next_call),
        TEST(all_that_is_said_of_a_user_lasts),
        TEST(an_identifier_is_not_used_again),
        TEST(a_name_is_anybodys_only_once),
        TEST(names_keep_windows_rules),
        TEST(a_user_is_renamed),
        TEST(what_cannot_be_is_blamed),
        TEST(the_last_administrator_stays),
        TEST(who_is_in_administrators_is_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
