/*
 * Passwords of this computer's accounts, and the rules for them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "families/accounts/password_policy.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "support/accounts.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define FOR_EVER UINT32_MAX

static bool is_in(struct bytes where, const void *what, size_t size)
{
    for (size_t at = 0; at + size <= where.size; at++)
    {
        if (!memcmp(where.data + at, what, size))
        {
            return true;
        }
    }
    return false;
}

static void a_password_is_changed_by_who_knows_it(void **state)
{
    const struct user values = { .password = U("fourth") };

    (void)state;
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "FIRST", "second"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_change_password("ann", "", "second"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "third"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_set_user("ann", &values, USER_FIELD_PASSWORD), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "fourth", "fifth"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("bob", "fourth", "fifth"), NERR_UserNotFound);
}

static void an_empty_password_is_one(void **state)
{
    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "x", "y"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_change_password("ann", "", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", ""), ERROR_SUCCESS);
}

static void the_systems_password_is_not_changed(void **state)
{
    const struct user values = { .password = U("mine") };

    (void)state;
    assert_int_equal(store_change_password("Guest", "", "first"), ERROR_ACCESS_DENIED);
    assert_int_equal(store_change_password(NULL, "", "first"), ERROR_ACCESS_DENIED);
    assert_int_equal(store_set_user("Guest", &values, USER_FIELD_PASSWORD), ERROR_SUCCESS);
    assert_int_equal(store_change_password("Guest", "mine", "other"), ERROR_SUCCESS);
}

static void a_password_is_nowhere_in_what_is_kept(void **state)
{
    static const uint16_t wide[] = u"sesame!";
    /* MD4 of it: what NTLM takes */
    static const uint8_t nt_hash_of_password[] = { 0x88, 0x46, 0xF7, 0xEA, 0xEE, 0x8F, 0xB1, 0x17,
                                                   0xAD, 0x06, 0xBD, 0xD8, 0x30, 0xB7, 0x58, 0x6C };
    struct bytes first;
    struct bytes second;

    (void)state;
    assert_int_equal(store_add_user("ann", "sesame!"), ERROR_SUCCESS);
    assert_int_equal(store_add_user("bob", "password"), ERROR_SUCCESS);
    first = accounts_kept();
    assert_false(is_in(first, wide, sizeof(wide) - 2));
    assert_false(is_in(first, "sesame!", 7));
    assert_false(is_in(first, nt_hash_of_password, sizeof(nt_hash_of_password)));
    /* The same password of another is not the same. */
    assert_int_equal(store_remove_user("bob"), ERROR_SUCCESS);
    assert_int_equal(store_remove_user("ann"), ERROR_SUCCESS);
    assert_int_equal(store_add_user("bob", "password"), ERROR_SUCCESS);
    second = accounts_kept();
    assert_false(is_in(first, second.data + second.size - 40, 24));
    free((void *)(uintptr_t)first.data);
    free((void *)(uintptr_t)second.data);
}

static void who_must_not_change_it_cannot(void **state)
{
    const struct user values = { .flags = UF_PASSWD_CANT_CHANGE };

    (void)state;
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &values, USER_FIELD_FLAGS), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_ACCESS_DENIED);
}

static void a_password_has_a_length(void **state)
{
    const struct account_rules rules = { .password_length_min = 6 };
    const struct user short_one = { .password = U("five5") };
    const struct user empty = { .password = U(""), .flags = UF_PASSWD_NOTREQD };
    char long_one[258];

    (void)state;
    memset(long_one, 'a', sizeof(long_one));
    long_one[257] = 0;
    assert_int_equal(store_set_rules(&rules, RULE_FIELD_PASSWORD_LENGTH_MIN), ERROR_SUCCESS);
    assert_int_equal(store_add_user("ann", "five5"), NERR_PasswordTooShort);
    assert_int_equal(store_add_user("ann", NULL), NERR_PasswordTooShort);
    assert_int_equal(store_add_user("ann", "sixsix"), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &short_one, USER_FIELD_PASSWORD), NERR_PasswordTooShort);
    assert_int_equal(store_change_password("ann", "sixsix", "five5"), NERR_PasswordTooShort);
    assert_int_equal(store_set_user("ann", &empty, USER_FIELD_PASSWORD), NERR_PasswordTooShort);
    assert_int_equal(store_set_user("ann", &empty, USER_FIELD_PASSWORD | USER_FIELD_FLAGS),
                     ERROR_SUCCESS);
}

static void a_password_is_not_changed_too_often(void **state)
{
    const struct account_rules rules = { .password_age_min = 3600 };
    const struct user expired = { .password_expired = 1 };

    (void)state;
    assert_int_equal(store_set_rules(&rules, RULE_FIELD_PASSWORD_AGE_MIN), ERROR_SUCCESS);
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "second"), NERR_PasswordTooRecent);
    assert_int_equal(store_set_user("ann", &expired, USER_FIELD_PASSWORD_EXPIRED), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "second", "third"), NERR_PasswordTooRecent);
}

static void a_password_of_before_is_refused(void **state)
{
    const struct account_rules rules = { .password_history = 3 };
    const struct user again = { .password = U("first") };

    (void)state;
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "first"), ERROR_SUCCESS);
    assert_int_equal(store_set_rules(&rules, RULE_FIELD_PASSWORD_HISTORY), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "first"), NERR_PasswordHistConflict);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "second", "first"), NERR_PasswordHistConflict);
    assert_int_equal(store_change_password("ann", "second", "third"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "third", "fourth"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "fourth", "first"), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &again, USER_FIELD_PASSWORD), ERROR_SUCCESS);
}

static void wrong_passwords_lock_out(void **state)
{
    const struct account_rules rules = { .lockout_threshold = 2 };
    const struct user unlocked = { .flags = UF_NORMAL_ACCOUNT };
    struct user user;

    (void)state;
    assert_int_equal(store_set_rules(&rules, RULE_FIELD_LOCKOUT_THRESHOLD), ERROR_SUCCESS);
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "wrong", "second"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.bad_password_count, 1);
    assert_int_equal(user.flags & UF_LOCKOUT, 0);
    assert_int_equal(store_change_password("ann", "wrong", "second"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_ACCOUNT_LOCKED_OUT);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_true(user.flags & UF_LOCKOUT);
    assert_int_equal(store_set_user("ann", &user, USER_FIELD_FLAGS), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_ACCOUNT_LOCKED_OUT);
    assert_int_equal(store_set_user("ann", &unlocked, USER_FIELD_FLAGS), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.bad_password_count, 0);
}

static void a_password_expires_by_the_one_who_says_so(void **state)
{
    const struct user expired = { .password_expired = 1, .password = U("other") };
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(
        store_set_user("ann", &expired, USER_FIELD_PASSWORD_EXPIRED | USER_FIELD_PASSWORD),
        ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.password_expired, 1);
    assert_true(user.flags & UF_PASSWORD_EXPIRED);
    assert_int_equal(store_change_password("ann", "other", "new"), ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.password_expired, 0);
}

/* ---- Rules ----------------------------------------------------------------------------------- */

static void rules_last(void **state)
{
    const struct account_rules rules = { 8,      900000, 3600,  60,  24,  0,
                                         U("x"), U("y"), { 0 }, 700, 600, 5 };
    const uint32_t all = RULE_FIELD_PASSWORD_LENGTH_MIN | RULE_FIELD_PASSWORD_AGE_MAX |
                         RULE_FIELD_PASSWORD_AGE_MIN | RULE_FIELD_FORCE_LOGOFF |
                         RULE_FIELD_PASSWORD_HISTORY | RULE_FIELD_LOCKOUT_DURATION |
                         RULE_FIELD_LOCKOUT_WINDOW | RULE_FIELD_LOCKOUT_THRESHOLD;
    struct account_call call;
    struct account_rules found;
    struct utf16_name computer;

    (void)state;
    platform_computer_name(&computer);
    assert_int_equal(store_set_rules(&rules, all), ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->get_rules(&call, UINT32_MAX, &found), ERROR_SUCCESS);
    assert_int_equal(found.password_length_min, 8);
    assert_int_equal(found.password_age_max, 900000);
    assert_int_equal(found.password_age_min, 3600);
    assert_int_equal(found.force_logoff, 60);
    assert_int_equal(found.password_history, 24);
    assert_int_equal(found.lockout_duration, 700);
    assert_int_equal(found.lockout_window, 600);
    assert_int_equal(found.lockout_threshold, 5);
    assert_int_equal(found.role, 3);
    assert_int_equal(utf16_compare(found.domain, utf16_from_name(&computer)), 0);
    assert_int_equal(found.domain_sid.size, 24);
    account_call_end(&call);
}

static void rules_that_cannot_be_are_blamed(void **state)
{
    static const struct
    {
        struct account_rules rules;
        uint32_t field;
        uint32_t parameter;
    } wrong[] = {
        { { .password_length_min = 257 }, RULE_FIELD_PASSWORD_LENGTH_MIN, 1 },
        { { .password_age_max = 86399 }, RULE_FIELD_PASSWORD_AGE_MAX, 2 },
        { { .password_history = 25 }, RULE_FIELD_PASSWORD_HISTORY, 5 },
        { { .role = 0 }, RULE_FIELD_ROLE, 6 },
        { { .role = 0 }, RULE_FIELD_PRIMARY, 7 },
        { { .role = 0 }, RULE_FIELD_DOMAIN, 8 },
        { { .lockout_duration = 1799 }, RULE_FIELD_LOCKOUT_DURATION, 10 },
        { { .lockout_window = 1801 }, RULE_FIELD_LOCKOUT_WINDOW, 11 },
        { { .password_age_max = 86400, .password_age_min = 86401 },
          RULE_FIELD_PASSWORD_AGE_MAX | RULE_FIELD_PASSWORD_AGE_MIN,
          3 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++)
    {
        assert_int_equal(store_set_rules(&wrong[i].rules, wrong[i].field), ERROR_INVALID_PARAMETER);
        assert_int_equal(blamed_parameter(), wrong[i].parameter);
    }
    assert_null(accounts_kept().data);
}

static void applications_passwords_are_held_to_the_rules(void **state)
{
    const struct account_rules rules = { .password_length_min = 6 };
    struct password_validation validation = { .type = VALIDATE_PASSWORD_RESET,
                                              .password = U("five5") };
    struct account_call call;

    (void)state;
    assert_int_equal(store_set_rules(&rules, RULE_FIELD_PASSWORD_LENGTH_MIN), ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->validate_password(&call, &validation), ERROR_SUCCESS);
    assert_int_equal(validation.status, NERR_PasswordTooShort);
    account_call_end(&call);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, accounts_set_up, accounts_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_password_is_changed_by_who_knows_it),
        TEST(an_empty_password_is_one),
        TEST(the_systems_password_is_not_changed),
        TEST(a_password_is_nowhere_in_what_is_kept),
        TEST(who_must_not_change_it_cannot),
        TEST(a_password_has_a_length),
        TEST(a_password_is_not_changed_too_often),
        TEST(a_password_of_before_is_refused),
        TEST(wrong_passwords_lock_out),
        TEST(a_password_expires_by_the_one_who_says_so),
        TEST(rules_last),
        TEST(rules_that_cannot_be_are_blamed),
        TEST(applications_passwords_are_held_to_the_rules),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
