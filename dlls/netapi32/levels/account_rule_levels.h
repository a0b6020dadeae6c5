/*
 * What holds for all accounts ("modals"): the row, and the levels of the API, as lmaccess.h documents
 * them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_ACCOUNT_RULE_LEVELS_H
#define NETAPI32_LEVELS_ACCOUNT_RULE_LEVELS_H

#include "levels/level.h"

/* Times in seconds; UINT32_MAX: never, for ever. */
struct account_rules
{
    uint32_t password_length_min;
    uint32_t password_age_max;
    uint32_t password_age_min;
    uint32_t force_logoff; /* after the end of the logon hours */
    uint32_t password_history;
    uint32_t role; /* UAS_ROLE_ */
    struct utf16_slice primary;
    struct utf16_slice domain;
    struct info_bytes domain_sid;
    uint32_t lockout_duration;
    uint32_t lockout_window;
    uint32_t lockout_threshold; /* wrong passwords; 0: nobody is locked out */
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. */
struct user_modals_info_0
{
    uint32_t password_length_min;
    uint32_t password_age_max;
    uint32_t password_age_min;
    uint32_t force_logoff;
    uint32_t password_history;
};

struct user_modals_info_1
{
    uint32_t role;
    uint16_t *primary;
};

struct user_modals_info_2
{
    uint16_t *domain;
    void *domain_sid;
};

struct user_modals_info_3
{
    uint32_t lockout_duration;
    uint32_t lockout_window;
    uint32_t lockout_threshold;
};

/* What can be asked for, and what can be set. */
extern const struct info_family account_rules_family;
extern const struct info_family account_rules_set_family;

#endif
