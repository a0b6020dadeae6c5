/*
 * What holds for all accounts of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "families/accounts/account_store.h"
#include "families/accounts/password_policy.h"
#include "platform/platform.h"

#define ONE_DAY (24u * 60 * 60)

/* ---- Reading --------------------------------------------------------------------------------- */

uint32_t account_store_get_rules(struct account_call *call, uint32_t fields,
                                 struct account_rules *rules)
{
    const struct account_store *store = account_store_of(call);

    (void)fields; /* all are known */
    *rules = store->rules;
    rules->domain = utf16_from_name(&store->computer);
    rules->domain_sid = (struct info_bytes){ store->domain.data, store->domain.size };
    return ERROR_SUCCESS;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* The role is that of a computer with accounts of its own, and the domain is the computer. */
#define FIXED_FIELDS                                                                               \
    (RULE_FIELD_ROLE | RULE_FIELD_PRIMARY | RULE_FIELD_DOMAIN | RULE_FIELD_DOMAIN_SID)

static const struct
{
    uint32_t bit;
    size_t offset;
} numbers[] = {
    { RULE_FIELD_PASSWORD_LENGTH_MIN, offsetof(struct account_rules, password_length_min) },
    { RULE_FIELD_PASSWORD_AGE_MAX, offsetof(struct account_rules, password_age_max) },
    { RULE_FIELD_PASSWORD_AGE_MIN, offsetof(struct account_rules, password_age_min) },
    { RULE_FIELD_FORCE_LOGOFF, offsetof(struct account_rules, force_logoff) },
    { RULE_FIELD_PASSWORD_HISTORY, offsetof(struct account_rules, password_history) },
    { RULE_FIELD_LOCKOUT_DURATION, offsetof(struct account_rules, lockout_duration) },
    { RULE_FIELD_LOCKOUT_WINDOW, offsetof(struct account_rules, lockout_window) },
    { RULE_FIELD_LOCKOUT_THRESHOLD, offsetof(struct account_rules, lockout_threshold) },
};

static void take_numbers(struct account_rules *rules, const struct account_rules *values,
                         uint32_t fields)
{
    for (size_t i = 0; i < INFO_COUNT(numbers); i++)
    {
        if (fields & numbers[i].bit)
        {
            memcpy((uint8_t *)rules + numbers[i].offset,
                   (const uint8_t *)values + numbers[i].offset, sizeof(uint32_t));
        }
    }
}

/* The first field that cannot be so, as lmaccess.h documents; 0 for none. */
static uint32_t find_wrong_field(const struct account_rules *rules, uint32_t fields)
{
    const struct
    {
        uint32_t field;
        bool is_wrong;
    } checks[] = {
        { RULE_FIELD_PASSWORD_LENGTH_MIN, rules->password_length_min > PASSWORD_LENGTH_MAX },
        { RULE_FIELD_PASSWORD_AGE_MAX, rules->password_age_max < ONE_DAY },
        { RULE_FIELD_PASSWORD_AGE_MIN, rules->password_age_min > rules->password_age_max },
        { RULE_FIELD_PASSWORD_AGE_MAX, rules->password_age_min > rules->password_age_max },
        { RULE_FIELD_PASSWORD_HISTORY, rules->password_history > PASSWORD_HISTORY_MAX },
        { RULE_FIELD_LOCKOUT_DURATION, rules->lockout_duration < rules->lockout_window },
        { RULE_FIELD_LOCKOUT_WINDOW, rules->lockout_duration < rules->lockout_window },
    };

    for (size_t i = 0; i < INFO_COUNT(checks); i++)
    {
        if (fields & checks[i].field && checks[i].is_wrong)
        {
            return checks[i].field;
        }
    }
    return 0;
}

uint32_t account_store_set_rules(struct account_call *call, const struct account_rules *rules,
                                 uint32_t fields, uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct account_rules changed = store->rules;
    uint32_t wrong = fields & FIXED_FIELDS;

    wrong &= 0u - wrong; /* the first of them */
    if (!wrong)
    {
        take_numbers(&changed, rules, fields);
        wrong = find_wrong_field(&changed, fields);
    }
    if (wrong)
    {
        *parameter = account_field_parameter(rule_fields, wrong);
        return ERROR_INVALID_PARAMETER;
    }
    store->rules = changed;
    return account_store_save(store);
}

/* ---- Validating ------------------------------------------------------------------------------ */

uint32_t account_store_validate_password(struct account_call *call,
                                         struct password_validation *validation)
{
    return password_policy_validate(&account_store_of(call)->rules, platform_filetime(),
                                    &call->arena, validation);
}
