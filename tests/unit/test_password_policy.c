/*
 * Whether passwords keep the rules, for applications that keep passwords of their own: [MS-SAMR]
 * 3.1.5.13.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/accounts/password_policy.h"
#include "platform/platform.h"
#include "support/hosts.h"
#include "support/unit.h"

#define SECOND   ((uint64_t)FILETIME_SECOND)
#define NOW      (1000000 * SECOND)
#define FOR_EVER UINT32_MAX

static const struct account_rules rules = {
    .password_length_min = 7,
    .password_age_max = 5000,
    .password_age_min = 100,
    .password_history = 3,
    .lockout_duration = 600,
    .lockout_window = 300,
    .lockout_threshold = 3,
};

static struct arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* A validation that succeeds if nothing else is said. */
static struct password_validation validation_of(enum password_validation_type type)
{
    return (struct password_validation){
        .type = type,
        .record = { .password_last_set = NOW - 1000 * SECOND },
        .password_matched = true,
        .password = text_of("long enough"),
        .hash = { "new", 3 },
    };
}

static uint32_t validate(struct password_validation *validation)
{
    assert_int_equal(password_policy_validate(&rules, NOW, &arena, validation), ERROR_SUCCESS);
    return validation->status;
}

/* ---- Authentication -------------------------------------------------------------------------- */

static void a_right_password_changes_nothing(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);

    (void)state;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields, 0);
}

static void a_right_password_forgets_the_wrong_ones(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);

    (void)state;
    validation.record.bad_password_count = 2;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields, RECORD_BAD_PASSWORD_COUNT);
    assert_int_equal(validation.changed.bad_password_count, 0);
}

static void a_wrong_password_is_counted(void **state)
{
    static const enum password_validation_type types[] = { VALIDATE_AUTHENTICATION,
                                                           VALIDATE_PASSWORD_CHANGE };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        struct password_validation validation = validation_of(types[i]);

        validation.password_matched = false;
        validation.record.bad_password_count = 1;
        validation.record.bad_password_time = NOW - 300 * SECOND;
        assert_int_equal(validate(&validation), NERR_BadPassword);
        assert_int_equal(validation.changed.fields,
                         RECORD_BAD_PASSWORD_COUNT | RECORD_BAD_PASSWORD_TIME);
        assert_int_equal(validation.changed.bad_password_count, 2);
        assert_true(validation.changed.bad_password_time == NOW);
    }
}

static void wrong_passwords_are_counted_anew_after_a_while(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);

    (void)state;
    validation.password_matched = false;
    validation.record.bad_password_count = 2;
    validation.record.bad_password_time = NOW - 301 * SECOND;
    assert_int_equal(validate(&validation), NERR_BadPassword);
    assert_int_equal(validation.changed.bad_password_count, 1);
    assert_int_equal(validation.changed.fields & RECORD_LOCKOUT_TIME, 0);
}

static void too_many_wrong_passwords_lock_out(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);
    struct account_rules without = rules;

    (void)state;
    validation.password_matched = false;
    validation.record.bad_password_count = 2;
    validation.record.bad_password_time = NOW;
    assert_int_equal(validate(&validation), NERR_BadPassword);
    assert_true(validation.changed.fields & RECORD_LOCKOUT_TIME);
    assert_true(validation.changed.lockout_time == NOW);
    without.lockout_threshold = 0;
    assert_int_equal(password_policy_validate(&without, NOW, &arena, &validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields & RECORD_LOCKOUT_TIME, 0);
}

static void who_is_locked_out_stays_so_for_a_while(void **state)
{
    static const enum password_validation_type types[] = { VALIDATE_AUTHENTICATION,
                                                           VALIDATE_PASSWORD_CHANGE };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        struct password_validation validation = validation_of(types[i]);

        validation.record.lockout_time = NOW - 599 * SECOND;
        assert_int_equal(validate(&validation), NERR_AccountLockedOut);
        assert_int_equal(validation.changed.fields, 0);
        validation.record.lockout_time = NOW - 601 * SECOND;
        assert_int_equal(validate(&validation), ERROR_SUCCESS);
        assert_true(validation.changed.fields & RECORD_LOCKOUT_TIME);
        assert_true(validation.changed.lockout_time == 0);
    }
}

static void a_lockout_for_ever_does_not_end(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);
    struct account_rules for_ever = rules;

    (void)state;
    for_ever.lockout_duration = FOR_EVER;
    validation.record.lockout_time = 1;
    assert_int_equal(password_policy_validate(&for_ever, NOW, &arena, &validation), ERROR_SUCCESS);
    assert_int_equal(validation.status, NERR_AccountLockedOut);
}

static void a_password_that_was_never_set_must_change(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);

    (void)state;
    validation.record.password_last_set = 0;
    assert_int_equal(validate(&validation), NERR_PasswordMustChange);
}

static void an_old_password_is_expired(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_AUTHENTICATION);
    struct account_rules for_ever = rules;

    (void)state;
    validation.record.password_last_set = NOW - 5000 * SECOND;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    validation.record.password_last_set--;
    assert_int_equal(validate(&validation), NERR_PasswordExpired);
    for_ever.password_age_max = FOR_EVER;
    assert_int_equal(password_policy_validate(&for_ever, NOW, &arena, &validation), ERROR_SUCCESS);
    assert_int_equal(validation.status, ERROR_SUCCESS);
}

/* ---- Changes and resets ---------------------------------------------------------------------- */

static void a_change_is_remembered(void **state)
{
    struct info_bytes before[] = { { "one", 3 }, { "two", 3 }, { "three", 5 } };
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_CHANGE);

    (void)state;
    validation.record.history = before;
    validation.record.history_length = COUNT(before);
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields,
                     RECORD_PASSWORD_LAST_SET | RECORD_HISTORY | RECORD_HISTORY_LENGTH);
    assert_true(validation.changed.password_last_set == NOW);
    assert_int_equal(validation.changed.history_length, 3);
    assert_memory_equal(validation.changed.history[0].data, "new", 3);
    assert_memory_equal(validation.changed.history[1].data, "one", 3);
    assert_memory_equal(validation.changed.history[2].data, "two", 3);
}

static void a_password_of_before_is_refused_at_a_change_only(void **state)
{
    struct info_bytes before[] = { { "one", 3 }, { "two", 3 }, { "new", 3 }, { "four", 4 } };
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_CHANGE);

    (void)state;
    validation.record.history = before;
    validation.record.history_length = COUNT(before);
    assert_int_equal(validate(&validation), NERR_PasswordHistConflict);
    assert_int_equal(validation.changed.fields, 0);
    validation.hash = (struct info_bytes){ "four", 4 }; /* longer ago than the rules look */
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    validation.hash = (struct info_bytes){ "new", 3 };
    validation.type = VALIDATE_PASSWORD_RESET;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
}

static void a_password_is_not_changed_too_often(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_CHANGE);

    (void)state;
    validation.record.password_last_set = NOW - 99 * SECOND;
    assert_int_equal(validate(&validation), NERR_PasswordTooRecent);
    validation.record.password_last_set = NOW - 100 * SECOND;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    validation.type = VALIDATE_PASSWORD_RESET;
    validation.record.password_last_set = NOW;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
}

static void a_new_password_has_a_length(void **state)
{
    static const enum password_validation_type types[] = { VALIDATE_PASSWORD_CHANGE,
                                                           VALIDATE_PASSWORD_RESET };
    static const uint16_t letters[257];

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        struct password_validation validation = validation_of(types[i]);

        validation.password.length = 6;
        assert_int_equal(validate(&validation), NERR_PasswordTooShort);
        assert_int_equal(validation.changed.fields, 0);
        validation.password.length = 7;
        assert_int_equal(validate(&validation), ERROR_SUCCESS);
        validation.password = (struct utf16_slice){ letters, 257 };
        assert_int_equal(validate(&validation), NERR_PasswordTooLong);
        validation.password = (struct utf16_slice){ NULL, 0 };
        assert_int_equal(validate(&validation), NERR_PasswordTooShort);
    }
}

static void a_reset_may_want_a_change_and_end_a_lockout(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_RESET);

    (void)state;
    validation.record.lockout_time = NOW;
    validation.record.bad_password_count = 3;
    validation.must_change_at_logon = true;
    validation.clear_lockout = true;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_true(validation.changed.fields & RECORD_PASSWORD_LAST_SET);
    assert_true(validation.changed.password_last_set == 0);
    assert_true(validation.changed.fields & RECORD_LOCKOUT_TIME);
    assert_true(validation.changed.lockout_time == 0);
    assert_true(validation.changed.fields & RECORD_BAD_PASSWORD_COUNT);
    assert_int_equal(validation.changed.bad_password_count, 0);
    validation.clear_lockout = false;
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields & RECORD_LOCKOUT_TIME, 0);
}

static void without_a_history_none_is_kept(void **state)
{
    struct info_bytes before[] = { { "new", 3 } };
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_CHANGE);
    struct account_rules none = { .password_age_max = FOR_EVER };

    (void)state;
    validation.record.history = before;
    validation.record.history_length = COUNT(before);
    assert_int_equal(password_policy_validate(&none, NOW, &arena, &validation), ERROR_SUCCESS);
    assert_int_equal(validation.status, ERROR_SUCCESS);
    assert_int_equal(validation.changed.fields, RECORD_PASSWORD_LAST_SET);
    assert_null(validation.changed.history);
}

static void a_history_that_is_said_and_not_given_is_none(void **state)
{
    struct password_validation validation = validation_of(VALIDATE_PASSWORD_CHANGE);

    (void)state;
    validation.record.history_length = 1000;
    validation.hash = (struct info_bytes){ NULL, 0 };
    assert_int_equal(validate(&validation), ERROR_SUCCESS);
    assert_int_equal(validation.changed.history_length, 0);
}

static void an_unknown_kind_is_refused(void **state)
{
    static const uint32_t types[] = { 0, 4, UINT32_MAX };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        struct password_validation validation =
            validation_of((enum password_validation_type)types[i]);

        assert_int_equal(password_policy_validate(&rules, NOW, &arena, &validation),
                         ERROR_INVALID_PARAMETER);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_password_changes_nothing),
        cmocka_unit_test(a_right_password_forgets_the_wrong_ones),
        cmocka_unit_test(a_wrong_password_is_counted),
        cmocka_unit_test(wrong_passwords_are_counted_anew_after_a_while),
        cmocka_unit_test(too_many_wrong_passwords_lock_out),
        cmocka_unit_test(who_is_locked_out_stays_so_for_a_while),
        cmocka_unit_test(a_lockout_for_ever_does_not_end),
        cmocka_unit_test(a_password_that_was_never_set_must_change),
        cmocka_unit_test(an_old_password_is_expired),
        cmocka_unit_test(a_change_is_remembered),
        cmocka_unit_test(a_password_of_before_is_refused_at_a_change_only),
        cmocka_unit_test(a_password_is_not_changed_too_often),
        cmocka_unit_test(a_new_password_has_a_length),
        cmocka_unit_test(a_reset_may_want_a_change_and_end_a_lockout),
        cmocka_unit_test(without_a_history_none_is_kept),
        cmocka_unit_test(a_history_that_is_said_and_not_given_is_none),
        cmocka_unit_test(an_unknown_kind_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
