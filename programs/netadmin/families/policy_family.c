/*
 * The rules for accounts: USER_MODALS_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/policy_family.h"

#include <lmcons.h>
#include <lmaccess.h>

#include "families/family.h"

static const struct word roles[] = {
    { MAXDWORD, 0, L"standalone" }, /* UAS_ROLE_STANDALONE */
    { MAXDWORD, 1, L"member" },     /* UAS_ROLE_MEMBER */
    { MAXDWORD, 2, L"backup" },     /* UAS_ROLE_BACKUP */
    { MAXDWORD, 3, L"primary" },    /* UAS_ROLE_PRIMARY */
    { 0 },
};

static const struct word password_ages[] = { { MAXDWORD, TIMEQ_FOREVER, L"never" }, { 0 } };

static const struct word ages_for_change[] = { { MAXDWORD, 0, L"at once" }, { 0 } };

static const struct word logoffs[] = {
    { MAXDWORD, TIMEQ_FOREVER, L"never" },
    { MAXDWORD, 0, L"at once" },
    { 0 },
};

static const struct word lockouts[] = {
    { MAXDWORD, TIMEQ_FOREVER, L"until unlocked" },
    { MAXDWORD, 0, L"until unlocked" },
    { 0 },
};

#define PASSWORD_FIELDS                                                                            \
    FIELD(USER_MODALS_INFO_0, usrmod0_min_passwd_len, L"Password length at least", FIELD_NUMBER),  \
        FIELD(USER_MODALS_INFO_0, usrmod0_max_passwd_age, L"Password expires after", FIELD_PERIOD, \
              .words = password_ages),                                                             \
        FIELD(USER_MODALS_INFO_0, usrmod0_min_passwd_age, L"Password can change after",            \
              FIELD_PERIOD, .words = ages_for_change),                                             \
        FIELD(USER_MODALS_INFO_0, usrmod0_password_hist_len, L"Passwords remembered",              \
              FIELD_NUMBER),                                                                       \
        FIELD(USER_MODALS_INFO_0, usrmod0_force_logoff, L"Logged off after hours", FIELD_PERIOD,   \
              .words = logoffs)

/* Of a structure with a USER_MODALS_INFO_3 somewhere. */
#define LOCKOUT_FIELD(base, member, heading_, ...)                                                 \
    {                                                                                              \
        .name = L"" #member, .heading = heading_,                                                  \
        .offset = (base) + offsetof(USER_MODALS_INFO_3, member), .kind = __VA_ARGS__               \
    }
#define LOCKOUT_FIELDS(base)                                                                       \
    LOCKOUT_FIELD(base, usrmod3_lockout_threshold, L"Bad passwords that lock", FIELD_TIMES),       \
        LOCKOUT_FIELD(base, usrmod3_lockout_duration, L"Locked for", FIELD_PERIOD,                 \
                      .words = lockouts),                                                          \
        LOCKOUT_FIELD(base, usrmod3_lockout_observation_window, L"Bad passwords counted for",      \
                      FIELD_PERIOD)

struct policy
{
    USER_MODALS_INFO_0 passwords;
    USER_MODALS_INFO_3 lockout;
};

static const struct field policy_fields_0[] = { PASSWORD_FIELDS };

static const struct field policy_fields_1[] = {
    FIELD(USER_MODALS_INFO_1, usrmod1_role, L"Role", FIELD_WORDS, .words = roles),
    FIELD(USER_MODALS_INFO_1, usrmod1_primary, L"Primary controller", FIELD_STRING),
};

static const struct field policy_fields_2[] = {
    FIELD(USER_MODALS_INFO_2, usrmod2_domain_name, L"Domain", FIELD_STRING),
    FIELD(USER_MODALS_INFO_2, usrmod2_domain_id, L"SID", FIELD_SID),
};

static const struct field policy_fields_3[] = { LOCKOUT_FIELDS(0) };

static const struct field policy_fields_all[] = {
    PASSWORD_FIELDS,
    LOCKOUT_FIELDS(offsetof(struct policy, lockout)),
};

static const struct level policy_levels[] = {
    LEVEL(0, USER_MODALS_INFO_0, policy_fields_0),
    LEVEL(1, USER_MODALS_INFO_1, policy_fields_1),
    LEVEL(2, USER_MODALS_INFO_2, policy_fields_2),
    LEVEL(3, USER_MODALS_INFO_3, policy_fields_3),
    LEVEL(LEVEL_COMPOSED, struct policy, policy_fields_all),
};

static DWORD policy_compose(struct api_call *call)
{
    struct policy policy = { 0 };
    BYTE *passwords = NULL;
    BYTE *lockout = NULL;
    DWORD error = NetUserModalsGet(call->server, 0, &passwords);

    if (!error)
    {
        error = NetUserModalsGet(call->server, 3, &lockout);
    }
    call_keep(call, passwords);
    call_keep(call, lockout);
    if (error || !passwords || !lockout)
    {
        return error; /* without an error, of a netapi32 that only pretends */
    }
    policy.passwords = *(const USER_MODALS_INFO_0 *)(const void *)passwords;
    policy.lockout = *(const USER_MODALS_INFO_3 *)(const void *)lockout;
    return call_give_one(call, &policy, sizeof(policy));
}

DWORD policy_get(struct api_call *call)
{
    return call->level == LEVEL_COMPOSED
               ? policy_compose(call)
               : call_count_one(call, NetUserModalsGet(call->server, call->level, &call->buffer));
}

const struct family policy_family = {
    .records = { RECORDS(L"policy", L"policy", policy_levels), .is_card = true },
    .level = LEVEL_COMPOSED,
    .level_for_all = 0,
    .enumerate = policy_get,
};

DWORD policy_set(struct api_call *call)
{
    return NetUserModalsSet(call->server, call->level, call->info, &call->wrong_parameter);
}
