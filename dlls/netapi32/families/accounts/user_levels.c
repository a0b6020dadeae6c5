/*
 * The levels of user accounts, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>

#include <stddef.h>

#include "api/answer.h"
#include "families/accounts/accounts.h"
#include "families/accounts/user_levels.h"

/* F(kind, field of the row, structure, field of the structure) */
#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, user, field, structure, api_field)

/* What levels 1 to 4 have in common; s is the structure, p the prefix of its fields. */
#define FIELDS_1(s, p)                                                                             \
    F(STRING, name, s, p##name), F(SECRET, password, s, p##password),                              \
        F(U32, password_age, s, p##password_age), F(U32, privilege, s, p##priv),                   \
        F(STRING, home_folder, s, p##home_dir), F(STRING, comment, s, p##comment),                 \
        F(U32, flags, s, p##flags), F(STRING, script_path, s, p##script_path)
#define FIELDS_2(s, p)                                                                             \
    FIELDS_1(s, p), F(U32, auth_flags, s, p##auth_flags), F(STRING, full_name, s, p##full_name),   \
        F(STRING, user_comment, s, p##usr_comment), F(STRING, parameters, s, p##parms),            \
        F(STRING, workstations, s, p##workstations), F(U32, last_logon, s, p##last_logon),         \
        F(U32, last_logoff, s, p##last_logoff), F(U32, expires, s, p##acct_expires),               \
        F(U32, storage_max, s, p##max_storage), F(U32, units_per_week, s, p##units_per_week),      \
        F(BYTES, logon_hours, s, p##logon_hours), F(U32, bad_password_count, s, p##bad_pw_count),  \
        F(U32, logon_count, s, p##num_logons), F(STRING, logon_server, s, p##logon_server),        \
        F(U32, country_code, s, p##country_code), F(U32, code_page, s, p##code_page)
#define FIELDS_END(s, p)                                                                           \
    F(U32, primary_group, s, p##primary_group_id), F(STRING, profile, s, p##profile),              \
        F(STRING, home_drive, s, p##home_dir_drive),                                               \
        F(U32, password_expired, s, p##password_expired)

static const struct info_field user_0[] = { F(STRING, name, USER_INFO_0, usri0_name) };
static const struct info_field user_1[] = { FIELDS_1(USER_INFO_1, usri1_) };
static const struct info_field user_2[] = { FIELDS_2(USER_INFO_2, usri2_) };
static const struct info_field user_3[] = { FIELDS_2(USER_INFO_3, usri3_),
                                            F(U32, relative_id, USER_INFO_3, usri3_user_id),
                                            FIELDS_END(USER_INFO_3, usri3_) };
static const struct info_field user_4[] = { FIELDS_2(USER_INFO_4, usri4_),
                                            F(BYTES, sid, USER_INFO_4, usri4_user_sid),
                                            FIELDS_END(USER_INFO_4, usri4_) };
static const struct info_field user_10[] = {
    F(STRING, name, USER_INFO_10, usri10_name), F(STRING, comment, USER_INFO_10, usri10_comment),
    F(STRING, user_comment, USER_INFO_10, usri10_usr_comment),
    F(STRING, full_name, USER_INFO_10, usri10_full_name)
};
static const struct info_field user_11[] = {
    F(STRING, name, USER_INFO_11, usri11_name),
    F(STRING, comment, USER_INFO_11, usri11_comment),
    F(STRING, user_comment, USER_INFO_11, usri11_usr_comment),
    F(STRING, full_name, USER_INFO_11, usri11_full_name),
    F(U32, privilege, USER_INFO_11, usri11_priv),
    F(U32, auth_flags, USER_INFO_11, usri11_auth_flags),
    F(U32, password_age, USER_INFO_11, usri11_password_age),
    F(STRING, home_folder, USER_INFO_11, usri11_home_dir),
    F(STRING, parameters, USER_INFO_11, usri11_parms),
    F(U32, last_logon, USER_INFO_11, usri11_last_logon),
    F(U32, last_logoff, USER_INFO_11, usri11_last_logoff),
    F(U32, bad_password_count, USER_INFO_11, usri11_bad_pw_count),
    F(U32, logon_count, USER_INFO_11, usri11_num_logons),
    F(STRING, logon_server, USER_INFO_11, usri11_logon_server),
    F(U32, country_code, USER_INFO_11, usri11_country_code),
    F(STRING, workstations, USER_INFO_11, usri11_workstations),
    F(U32, storage_max, USER_INFO_11, usri11_max_storage),
    F(U32, units_per_week, USER_INFO_11, usri11_units_per_week),
    F(BYTES, logon_hours, USER_INFO_11, usri11_logon_hours),
    F(U32, code_page, USER_INFO_11, usri11_code_page)
};
static const struct info_field user_20[] = { F(STRING, name, USER_INFO_20, usri20_name),
                                             F(STRING, full_name, USER_INFO_20, usri20_full_name),
                                             F(STRING, comment, USER_INFO_20, usri20_comment),
                                             F(U32, flags, USER_INFO_20, usri20_flags),
                                             F(U32, relative_id, USER_INFO_20, usri20_user_id) };
static const struct info_field user_23[] = { F(STRING, name, USER_INFO_23, usri23_name),
                                             F(STRING, full_name, USER_INFO_23, usri23_full_name),
                                             F(STRING, comment, USER_INFO_23, usri23_comment),
                                             F(U32, flags, USER_INFO_23, usri23_flags),
                                             F(BYTES, sid, USER_INFO_23, usri23_user_sid) };
static const struct info_field user_24[] = {
    F(U32, is_internet_identity, USER_INFO_24, usri24_internet_identity),
    F(U32, flags, USER_INFO_24, usri24_flags),
    F(STRING, internet_provider, USER_INFO_24, usri24_internet_provider_name),
    F(STRING, internet_principal, USER_INFO_24, usri24_internet_principal_name),
    F(BYTES, sid, USER_INFO_24, usri24_user_sid)
};

/* One parameter each. */
static const struct info_field user_1003[] = { F(SECRET, password, USER_INFO_1003,
                                                 usri1003_password) };
static const struct info_field user_1005[] = { F(U32, privilege, USER_INFO_1005, usri1005_priv) };
static const struct info_field user_1006[] = { F(STRING, home_folder, USER_INFO_1006,
                                                 usri1006_home_dir) };
static const struct info_field user_1007[] = { F(STRING, comment, USER_INFO_1007,
                                                 usri1007_comment) };
static const struct info_field user_1008[] = { F(U32, flags, USER_INFO_1008, usri1008_flags) };
static const struct info_field user_1009[] = { F(STRING, script_path, USER_INFO_1009,
                                                 usri1009_script_path) };
static const struct info_field user_1010[] = { F(U32, auth_flags, USER_INFO_1010,
                                                 usri1010_auth_flags) };
static const struct info_field user_1011[] = { F(STRING, full_name, USER_INFO_1011,
                                                 usri1011_full_name) };
static const struct info_field user_1012[] = { F(STRING, user_comment, USER_INFO_1012,
                                                 usri1012_usr_comment) };
static const struct info_field user_1013[] = { F(STRING, parameters, USER_INFO_1013,
                                                 usri1013_parms) };
static const struct info_field user_1014[] = { F(STRING, workstations, USER_INFO_1014,
                                                 usri1014_workstations) };
static const struct info_field user_1017[] = { F(U32, expires, USER_INFO_1017,
                                                 usri1017_acct_expires) };
static const struct info_field user_1018[] = { F(U32, storage_max, USER_INFO_1018,
                                                 usri1018_max_storage) };
static const struct info_field user_1020[] = { F(U32, units_per_week, USER_INFO_1020,
                                                 usri1020_units_per_week) };
static const struct info_field user_1023[] = { F(STRING, logon_server, USER_INFO_1023,
                                                 usri1023_logon_server) };
static const struct info_field user_1024[] = { F(U32, country_code, USER_INFO_1024,
                                                 usri1024_country_code) };
static const struct info_field user_1025[] = { F(U32, code_page, USER_INFO_1025,
                                                 usri1025_code_page) };
static const struct info_field user_1051[] = { F(U32, primary_group, USER_INFO_1051,
                                                 usri1051_primary_group_id) };
static const struct info_field user_1052[] = { F(STRING, profile, USER_INFO_1052,
                                                 usri1052_profile) };
static const struct info_field user_1053[] = { F(STRING, home_drive, USER_INFO_1053,
                                                 usri1053_home_dir_drive) };

#define LEVEL(number) INFO_LEVEL(number, USER_INFO_##number, user_##number)

/* Level 4 and 24 are for NetUserGetInfo alone. */
static const struct info_level info_levels[] = {
    LEVEL(0),  LEVEL(1),  LEVEL(2),  LEVEL(3), LEVEL(10),
    LEVEL(11), LEVEL(20), LEVEL(23), LEVEL(4), LEVEL(24),
};
#define ENUM_LEVELS (ARRAYSIZE(info_levels) - 2)

static const struct info_level add_levels[] = { LEVEL(1), LEVEL(2), LEVEL(3), LEVEL(4) };

static const struct info_level set_levels[] = {
    LEVEL(0),    LEVEL(1),    LEVEL(2),    LEVEL(3),    LEVEL(4),    LEVEL(1003), LEVEL(1005),
    LEVEL(1006), LEVEL(1007), LEVEL(1008), LEVEL(1009), LEVEL(1010), LEVEL(1011), LEVEL(1012),
    LEVEL(1013), LEVEL(1014), LEVEL(1017), LEVEL(1018), LEVEL(1020), LEVEL(1023), LEVEL(1024),
    LEVEL(1025), LEVEL(1051), LEVEL(1052), LEVEL(1053),
};

const struct info_family accounts_user_info_family = { sizeof(struct user), info_levels,
                                                       ARRAYSIZE(info_levels) };
const struct info_family accounts_user_enum_family = { sizeof(struct user), info_levels,
                                                       ENUM_LEVELS };
const struct info_family accounts_user_add_family = { sizeof(struct user), add_levels,
                                                      ARRAYSIZE(add_levels) };
const struct info_family accounts_user_set_family = { sizeof(struct user), set_levels,
                                                      ARRAYSIZE(set_levels) };
