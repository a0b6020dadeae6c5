/*
 * The levels of the rules for accounts, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/account_rule_levels.h"

static const struct info_field user_modals_info_0_fields[] = {
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_0, password_length_min),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_0, password_age_max),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_0, password_age_min),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_0, force_logoff),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_0, password_history),
};

static const struct info_field user_modals_info_1_fields[] = {
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_1, role),
    INFO_MEMBER(INFO_STRING, account_rules, user_modals_info_1, primary),
};

static const struct info_field user_modals_info_2_fields[] = {
    INFO_MEMBER(INFO_STRING, account_rules, user_modals_info_2, domain),
    INFO_MEMBER(INFO_BYTES, account_rules, user_modals_info_2, domain_sid),
};

static const struct info_field user_modals_info_3_fields[] = {
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_3, lockout_duration),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_3, lockout_window),
    INFO_MEMBER(INFO_U32, account_rules, user_modals_info_3, lockout_threshold),
};

static const struct info_level levels[] = {
    INFO_LEVEL_OF(0, user_modals_info_0),
    INFO_LEVEL_OF(1, user_modals_info_1),
    INFO_LEVEL_OF(2, user_modals_info_2),
    INFO_LEVEL_OF(3, user_modals_info_3),
    /* These can only be set. */
    INFO_LEVEL_OF_NUMBER(1001, account_rules, password_length_min),
    INFO_LEVEL_OF_NUMBER(1002, account_rules, password_age_max),
    INFO_LEVEL_OF_NUMBER(1003, account_rules, password_age_min),
    INFO_LEVEL_OF_NUMBER(1004, account_rules, force_logoff),
    INFO_LEVEL_OF_NUMBER(1005, account_rules, password_history),
    INFO_LEVEL_OF_NUMBER(1006, account_rules, role),
    INFO_LEVEL_OF_TEXT(1007, INFO_STRING, account_rules, primary),
};

const struct info_family account_rules_family =
    INFO_FAMILY_OF_FIRST(4, struct account_rules, levels);
const struct info_family account_rules_set_family = INFO_FAMILY_OF(struct account_rules, levels);
