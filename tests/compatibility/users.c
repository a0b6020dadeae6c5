/*
 * Rows of the probe: users.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changes or removes a user does it to one that the row adds first and removes afterwards. Where
 * none can be added, the name of none is asked about.
 */
#include "probe.h"

static WCHAR new_user[] = L"probe-user";
static WCHAR password[] = L"Probe.Pass.1";
static WCHAR new_password[] = L"Probe.Pass.2";

WCHAR *probe_user(void)
{
    static WCHAR name[UNLEN + 1];
    USER_INFO_0 *users = NULL;
    DWORD count = 0, total = 0;

    lstrcpynW(name, L"nobody-of-this-name", ARRAY_SIZE(name));
    NetUserEnum(probe_server, 0, FILTER_NORMAL_ACCOUNT, (BYTE **)&users, MAX_PREFERRED_LENGTH,
                &count, &total, NULL);
    if (count)
    {
        lstrcpynW(name, users[0].usri0_name, ARRAY_SIZE(name));
    }
    NetApiBufferFree(users);
    return name;
}

DWORD probe_add_user(void)
{
    USER_INFO_1 user = { .usri1_name = new_user,
                         .usri1_password = password,
                         .usri1_priv = USER_PRIV_USER,
                         .usri1_flags = UF_SCRIPT };

    return NetUserAdd(probe_server, 1, (BYTE *)&user, NULL);
}

DWORD probe_delete_user(void)
{
    return NetUserDel(probe_server, new_user);
}

WCHAR *probe_new_user(void)
{
    return new_user;
}

/* ---- What there is --------------------------------------------------------------------------- */

static DWORD probe_NetUserEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetUserEnum(probe_server, level, 0, &answer->buffer, MAX_PREFERRED_LENGTH,
                       &answer->entries, &total, NULL);
}

static DWORD probe_NetUserGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetUserGetInfo(probe_server, probe_user(), level, &answer->buffer);
}

static DWORD probe_NetUserModalsGet(DWORD level, struct probe_answer *answer)
{
    return NetUserModalsGet(probe_server, level, &answer->buffer);
}

static DWORD probe_NetQueryDisplayInformation(DWORD level, struct probe_answer *answer)
{
    return NetQueryDisplayInformation(probe_server, level, 0, 100, MAX_PREFERRED_LENGTH,
                                      &answer->entries, (void **)&answer->buffer);
}

static DWORD probe_NetGetDisplayInformationIndex(DWORD level, struct probe_answer *answer)
{
    DWORD index = MAXDWORD;
    DWORD status = NetGetDisplayInformationIndex(probe_server, level, L"a", &index);

    answer->bad = status || index < MAXDWORD ? NULL : "no index";
    return status;
}

/* ---- What can be changed --------------------------------------------------------------------- */

static DWORD probe_NetUserAdd(DWORD level, struct probe_answer *answer)
{
    USER_INFO_4 user = { .usri4_name = new_user,
                         .usri4_password = password,
                         .usri4_priv = USER_PRIV_USER,
                         .usri4_flags = UF_SCRIPT,
                         .usri4_acct_expires = TIMEQ_FOREVER,
                         .usri4_max_storage = USER_MAXSTORAGE_UNLIMITED,
                         .usri4_units_per_week = UNITS_PER_WEEK,
                         .usri4_primary_group_id = DOMAIN_GROUP_RID_USERS };
    USER_INFO_3 user_3 = { .usri3_name = new_user,
                           .usri3_password = password,
                           .usri3_priv = USER_PRIV_USER,
                           .usri3_flags = UF_SCRIPT,
                           .usri3_acct_expires = TIMEQ_FOREVER,
                           .usri3_max_storage = USER_MAXSTORAGE_UNLIMITED,
                           .usri3_units_per_week = UNITS_PER_WEEK,
                           .usri3_primary_group_id = DOMAIN_GROUP_RID_USERS };
    /* The levels 1 to 3 are beginnings of each other. */
    DWORD status =
        NetUserAdd(probe_server, level, level == 4 ? (BYTE *)&user : (BYTE *)&user_3, NULL);

    (void)answer;
    probe_delete_user();
    return status;
}

/* What each level of one member sets. */
static BYTE *value_of(DWORD level)
{
    static WCHAR text[] = L"probed";
    static WCHAR *texts = text;
    static WCHAR drive[] = L"Z:";
    static WCHAR *drives = drive;
    static WCHAR *passwords = new_password;
    static BYTE hours[UNITS_PER_WEEK / 8];
    static USER_INFO_1020 times = { UNITS_PER_WEEK, hours };
    static DWORD flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_ACCOUNTDISABLE;
    static DWORD privilege = USER_PRIV_USER, none, never = TIMEQ_FOREVER;
    static DWORD primary = DOMAIN_GROUP_RID_USERS;

    switch (level)
    {
    case 1003: return (BYTE *)&passwords;
    case 1005: return (BYTE *)&privilege;
    case 1008: return (BYTE *)&flags;
    case 1010:
    case 1024:
    case 1025: return (BYTE *)&none;
    case 1017:
    case 1018: return (BYTE *)&never;
    case 1020: return (BYTE *)&times;
    case 1051: return (BYTE *)&primary;
    case 1053: return (BYTE *)&drives;
    default: return (BYTE *)&texts;
    }
}

/* The levels below 1000 give back what they were given; level 0 is a new name. */
static DWORD set_again(DWORD level)
{
    static USER_INFO_4 nothing;
    BYTE *user = NULL;
    DWORD status;

    NetUserGetInfo(probe_server, new_user, level, &user);
    status = NetUserSetInfo(probe_server, new_user, level, user ? user : (BYTE *)&nothing, NULL);
    NetApiBufferFree(user);
    return status;
}

static DWORD probe_NetUserSetInfo(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)answer;
    probe_add_user();
    status = level < 1000 ? set_again(level)
                          : NetUserSetInfo(probe_server, new_user, level, value_of(level), NULL);
    probe_delete_user();
    return status;
}

static DWORD probe_NetUserChangePassword(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)level;
    (void)answer;
    probe_add_user();
    status = NetUserChangePassword(probe_server, new_user, password, new_password);
    probe_delete_user();
    return status;
}

static DWORD probe_NetUserDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    probe_add_user();
    return probe_delete_user();
}

/* The rules become what they are. */
static DWORD probe_NetUserModalsSet(DWORD level, struct probe_answer *answer)
{
    static USER_MODALS_INFO_0 nothing;
    static WCHAR server[] = L"";
    USER_MODALS_INFO_1 role = { UAS_ROLE_PRIMARY, server };
    USER_MODALS_INFO_0 *rules = NULL;
    BYTE *same = NULL;
    DWORD status;

    (void)answer;
    NetUserModalsGet(probe_server, 0, (BYTE **)&rules);
    NetUserModalsGet(probe_server, level, &same);
    if (level > 1000 && level <= 1005)
    {
        /* Each is a member of level 0. */
        DWORD *values = (DWORD *)(rules ? rules : &nothing);

        status = NetUserModalsSet(probe_server, level, (BYTE *)&values[level - 1001], NULL);
    }
    else if (level == 1006 || level == 1007)
    {
        status = NetUserModalsSet(
            probe_server, level,
            level == 1006 ? (BYTE *)&role.usrmod1_role : (BYTE *)&role.usrmod1_primary, NULL);
    }
    else
    {
        status = NetUserModalsSet(probe_server, level, same ? same : (BYTE *)&nothing, NULL);
    }
    NetApiBufferFree(rules);
    NetApiBufferFree(same);
    return status;
}

/* A password that is changed, which keeps all rules but those of a length. */
static DWORD probe_NetValidatePasswordPolicy(DWORD level, struct probe_answer *answer)
{
    NET_VALIDATE_AUTHENTICATION_INPUT_ARG authentication = {
        .InputPersistedFields = { .PresentFields = NET_VALIDATE_PASSWORD_LAST_SET },
        .PasswordMatched = TRUE,
    };
    NET_VALIDATE_PASSWORD_CHANGE_INPUT_ARG change = { .ClearPassword = password,
                                                      .UserAccountName = new_user,
                                                      .PasswordMatch = TRUE };
    NET_VALIDATE_PASSWORD_RESET_INPUT_ARG reset = { .ClearPassword = password,
                                                    .UserAccountName = new_user };
    void *inputs[] = { &authentication, &change, &reset };
    NET_VALIDATE_OUTPUT_ARG *output = NULL;
    DWORD status;

    if (level < 1 || level > ARRAY_SIZE(inputs)) /* which are types, and no levels */
    {
        return ERROR_INVALID_LEVEL;
    }
    GetSystemTimeAsFileTime(&authentication.InputPersistedFields.PasswordLastSet);
    status = NetValidatePasswordPolicy(probe_server, NULL, (NET_VALIDATE_PASSWORD_TYPE)level,
                                       inputs[level - 1], (void **)&output);

    answer->bad = status || (output && !output->ValidationStatus) ? NULL : "not valid";
    NetValidatePasswordPolicyFree((void **)&output);
    return status;
}

static const struct probe_level list_levels[] = {
    PROBE_LEVEL(USER_INFO, 0, "s"),
    PROBE_LEVEL(USER_INFO, 1, "snu2s2us"),
    PROBE_LEVEL(USER_INFO, 2, "snu2s2usus4u5pu2su2"),
    PROBE_LEVEL(USER_INFO, 3, "snu2s2usus4u5pu2su2u2s2u"),
    PROBE_LEVEL(USER_INFO, 10, "s4"),
    PROBE_LEVEL(USER_INFO, 11, "s4u3s2u4susu2pu"),
    PROBE_LEVEL(USER_INFO, 20, "s3u2"),
    PROBE_LEVEL(USER_INFO, 23, "s3up"),
};
static const struct probe_level info_levels[] = {
    PROBE_LEVEL(USER_INFO, 0, "s"),
    PROBE_LEVEL(USER_INFO, 1, "snu2s2us"),
    PROBE_LEVEL(USER_INFO, 2, "snu2s2usus4u5pu2su2"),
    PROBE_LEVEL(USER_INFO, 3, "snu2s2usus4u5pu2su2u2s2u"),
    PROBE_LEVEL(USER_INFO, 10, "s4"),
    PROBE_LEVEL(USER_INFO, 11, "s4u3s2u4susu2pu"),
    PROBE_LEVEL(USER_INFO, 20, "s3u2"),
    PROBE_LEVEL(USER_INFO, 23, "s3up"),
    PROBE_LEVEL(USER_INFO, 4, "snu2s2usus4u5pu2su2pus2u"),
    PROBE_LEVEL(USER_INFO, 24, "u2s2p"),
};
static const struct probe_level add_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(3),
    PROBE_LEVEL_WITHOUT_ANSWER(4),
};
static const struct probe_level set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),    PROBE_LEVEL_WITHOUT_ANSWER(3),
    PROBE_LEVEL_WITHOUT_ANSWER(4),    PROBE_LEVEL_WITHOUT_ANSWER(1003),
    PROBE_LEVEL_WITHOUT_ANSWER(1005), PROBE_LEVEL_WITHOUT_ANSWER(1006),
    PROBE_LEVEL_WITHOUT_ANSWER(1007), PROBE_LEVEL_WITHOUT_ANSWER(1008),
    PROBE_LEVEL_WITHOUT_ANSWER(1009), PROBE_LEVEL_WITHOUT_ANSWER(1010),
    PROBE_LEVEL_WITHOUT_ANSWER(1011), PROBE_LEVEL_WITHOUT_ANSWER(1012),
    PROBE_LEVEL_WITHOUT_ANSWER(1013), PROBE_LEVEL_WITHOUT_ANSWER(1014),
    PROBE_LEVEL_WITHOUT_ANSWER(1017), PROBE_LEVEL_WITHOUT_ANSWER(1018),
    PROBE_LEVEL_WITHOUT_ANSWER(1020), PROBE_LEVEL_WITHOUT_ANSWER(1023),
    PROBE_LEVEL_WITHOUT_ANSWER(1024), PROBE_LEVEL_WITHOUT_ANSWER(1025),
    PROBE_LEVEL_WITHOUT_ANSWER(1051), PROBE_LEVEL_WITHOUT_ANSWER(1052),
    PROBE_LEVEL_WITHOUT_ANSWER(1053),
};
static const struct probe_level rules[] = {
    PROBE_LEVEL(USER_MODALS_INFO, 0, "u5"),
    PROBE_LEVEL(USER_MODALS_INFO, 1, "us"),
    PROBE_LEVEL(USER_MODALS_INFO, 2, "sp"),
    PROBE_LEVEL(USER_MODALS_INFO, 3, "u3"),
};
static const struct probe_level rules_set[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),    PROBE_LEVEL_WITHOUT_ANSWER(3),
    PROBE_LEVEL_WITHOUT_ANSWER(1001), PROBE_LEVEL_WITHOUT_ANSWER(1002),
    PROBE_LEVEL_WITHOUT_ANSWER(1003), PROBE_LEVEL_WITHOUT_ANSWER(1004),
    PROBE_LEVEL_WITHOUT_ANSWER(1005), PROBE_LEVEL_WITHOUT_ANSWER(1006),
    PROBE_LEVEL_WITHOUT_ANSWER(1007),
};
static const struct probe_level display_levels[] = {
    { 1, sizeof(NET_DISPLAY_USER), "s2usu2" },
    { 2, sizeof(NET_DISPLAY_MACHINE), "s2u3" },
    { 3, sizeof(NET_DISPLAY_GROUP), "s2u3" },
};
static const struct probe_level index_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(3),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetUserEnum, list_levels),
    PROBE_FUNCTION(NetUserGetInfo, info_levels),
    PROBE_FUNCTION(NetUserModalsGet, rules),
    PROBE_FUNCTION(NetQueryDisplayInformation, display_levels),
    PROBE_FUNCTION(NetGetDisplayInformationIndex, index_levels),
    PROBE_FUNCTION(NetUserAdd, add_levels),
    PROBE_FUNCTION(NetUserSetInfo, set_levels),
    PROBE_WITHOUT_LEVEL(NetUserChangePassword),
    PROBE_WITHOUT_LEVEL(NetUserDel),
    PROBE_FUNCTION(NetUserModalsSet, rules_set),
    PROBE_FUNCTION(NetValidatePasswordPolicy, index_levels),
};

PROBE_FAMILY(users);
