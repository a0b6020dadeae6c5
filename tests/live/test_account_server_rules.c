/*
 * What holds for all accounts of a server, beside what pdbedit says of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/sid.h"
#include "base/status.h"
#include "remote/pool.h"
#include "support/account_calls.h"
#include "support/live.h"

#define OPTIONS_SIZE 256
#define DAY          86400u
#define ALL_RULES    ((RULE_FIELD_LOCKOUT_THRESHOLD << 1) - 1)
#define ROLE_PRIMARY 3 /* UAS_ROLE_PRIMARY */

static unsigned long policy(const char *name)
{
    char options[OPTIONS_SIZE];

    snprintf(options, sizeof(options), "-P '%s' | grep -E 'value( is)?:'", name);
    pdbedit(options);
    return strtoul(pdbedit_said("value is:"), NULL, 10);
}

static void set_policy(const char *name, unsigned long value)
{
    char options[OPTIONS_SIZE];

    snprintf(options, sizeof(options), "-P '%s' -C %lu", name, value);
    pdbedit(options);
}

static void get(uint32_t fields, struct account_rules *rules)
{
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->get_rules(&account_call, fields, rules), ERROR_SUCCESS);
    account_call_end(&account_call);
}

static uint32_t set(const struct account_rules *rules, uint32_t fields, uint32_t *parameter)
{
    uint32_t status = ERROR_SUCCESS;

    *parameter = 0;
    begin_call(ACCOUNTS_CHANGE);
    status = account_call.source->set_rules(&account_call, rules, fields, parameter);
    account_call_end(&account_call);
    return status;
}

static void rules_are_what_pdbedit_says(void **state)
{
    struct account_rules rules;

    (void)state;
    set_policy("min password length", 7);
    set_policy("password history", 3);
    set_policy("maximum password age", 30 * DAY);
    set_policy("minimum password age", DAY);
    set_policy("lockout duration", 45); /* minutes */
    set_policy("reset count minutes", 15);
    set_policy("bad lockout attempt", 9);
    get(ALL_RULES, &rules);
    assert_int_equal(rules.password_length_min, 7);
    assert_int_equal(rules.password_history, 3);
    assert_int_equal(rules.password_age_max, 30 * DAY);
    assert_int_equal(rules.password_age_min, DAY);
    assert_int_equal(rules.lockout_duration, 45 * 60);
    assert_int_equal(rules.lockout_window, 15 * 60);
    assert_int_equal(rules.lockout_threshold, 9);
    assert_int_equal(rules.role, ROLE_PRIMARY);
}

static void ages_without_an_end_are_for_ever(void **state)
{
    struct account_rules rules;

    (void)state;
    set_policy("maximum password age", UINT32_MAX);
    set_policy("minimum password age", 0);
    set_policy("disconnect time", UINT32_MAX);
    set_policy("lockout duration", UINT32_MAX);
    get(ALL_RULES, &rules);
    assert_int_equal(rules.password_age_max, UINT32_MAX);
    assert_int_equal(rules.password_age_min, 0);
    assert_int_equal(rules.force_logoff, UINT32_MAX);
    assert_int_equal(rules.lockout_duration, UINT32_MAX);
}

static void domain_is_the_servers_own(void **state)
{
    struct account_rules rules;
    struct user user;
    uint32_t rid = 0;

    (void)state;
    begin_call(ACCOUNTS_READ);
    assert_int_equal(account_call.source->get_rules(
                         &account_call, RULE_FIELD_DOMAIN | RULE_FIELD_DOMAIN_SID, &rules),
                     ERROR_SUCCESS);
    assert_int_equal(call_find_user("alice", USER_DISPLAY, &user), ERROR_SUCCESS);
    assert_string_equal(utf8(rules.domain), "BEDSERVER");
    assert_true(sid_is_in_domain((struct bytes){ user.sid.data, user.sid.size },
                                 (struct bytes){ rules.domain_sid.data, rules.domain_sid.size },
                                 &rid));
    assert_int_equal(rid, user.relative_id);
    account_call_end(&account_call);
}

static void rules_are_set_and_the_others_stay(void **state)
{
    const struct account_rules rules = {
        .password_length_min = 11,
        .password_age_max = 5 * DAY,
        .lockout_threshold = 4,
        .force_logoff = 60,
    };
    uint32_t parameter = 0;

    (void)state;
    set_policy("password history", 2);
    set_policy("reset count minutes", 20);
    assert_int_equal(set(&rules,
                         RULE_FIELD_PASSWORD_LENGTH_MIN | RULE_FIELD_PASSWORD_AGE_MAX |
                             RULE_FIELD_LOCKOUT_THRESHOLD | RULE_FIELD_FORCE_LOGOFF,
                         &parameter),
                     ERROR_SUCCESS);
    assert_int_equal(policy("min password length"), 11);
    assert_int_equal(policy("maximum password age"), 5 * DAY);
    assert_int_equal(policy("bad lockout attempt"), 4);
    assert_int_equal(policy("disconnect time"), 60);
    assert_int_equal(policy("password history"), 2);
    assert_int_equal(policy("reset count minutes"), 20);
}

static void number_that_does_not_fit_is_to_blame(void **state)
{
    const struct account_rules rules = { .password_history = 70000 };
    uint32_t parameter = 0;

    (void)state;
    assert_int_equal(set(&rules, RULE_FIELD_PASSWORD_HISTORY, &parameter), ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter, 5);
}

static void role_of_a_server_is_not_set(void **state)
{
    const struct account_rules rules = { .role = ROLE_PRIMARY };
    uint32_t parameter = 0;

    (void)state;
    assert_int_equal(set(&rules, RULE_FIELD_ROLE, &parameter), ERROR_NOT_SUPPORTED);
}

static void who_is_not_allowed_sets_nothing(void **state)
{
    const struct account_rules rules = { .password_length_min = 1 };
    uint32_t parameter = 0;

    (void)state;
    pool_clear();
    bed_configure(bed, SERVER, "alice");
    assert_int_equal(set(&rules, RULE_FIELD_PASSWORD_LENGTH_MIN, &parameter), ERROR_ACCESS_DENIED);
    pool_clear();
    bed_configure(bed, SERVER, "admin");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_what_pdbedit_says),
        cmocka_unit_test(ages_without_an_end_are_for_ever),
        cmocka_unit_test(domain_is_the_servers_own),
        cmocka_unit_test(rules_are_set_and_the_others_stay),
        cmocka_unit_test(number_that_does_not_fit_is_to_blame),
        cmocka_unit_test(role_of_a_server_is_not_set),
        cmocka_unit_test(who_is_not_allowed_sets_nothing),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
