/*
 * The levels of user accounts, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/user_levels.h"

static const struct info_field user_info_3_fields[] = {
    INFO_MEMBER(INFO_STRING, user, user_info_3, name),
    INFO_MEMBER(INFO_SECRET, user, user_info_3, password),
    INFO_MEMBER(INFO_U32, user, user_info_3, password_age),
    INFO_MEMBER(INFO_U32, user, user_info_3, privilege),
    INFO_MEMBER(INFO_STRING, user, user_info_3, home_folder),
    INFO_MEMBER(INFO_STRING, user, user_info_3, comment),
    INFO_MEMBER(INFO_U32, user, user_info_3, flags),
    INFO_MEMBER(INFO_STRING, user, user_info_3, script_path),
    INFO_MEMBER(INFO_U32, user, user_info_3, auth_flags),
    INFO_MEMBER(INFO_STRING, user, user_info_3, full_name),
    INFO_MEMBER(INFO_STRING, user, user_info_3, user_comment),
    INFO_MEMBER(INFO_STRING, user, user_info_3, parameters),
    INFO_MEMBER(INFO_STRING, user, user_info_3, workstations),
    INFO_MEMBER(INFO_U32, user, user_info_3, last_logon),
    INFO_MEMBER(INFO_U32, user, user_info_3, last_logoff),
    INFO_MEMBER(INFO_U32, user, user_info_3, expires),
    INFO_MEMBER(INFO_U32, user, user_info_3, storage_max),
    INFO_MEMBER(INFO_U32, user, user_info_3, units_per_week),
    INFO_MEMBER(INFO_BYTES, user, user_info_3, logon_hours),
    INFO_MEMBER(INFO_U32, user, user_info_3, bad_password_count),
    INFO_MEMBER(INFO_U32, user, user_info_3, logon_count),
    INFO_MEMBER(INFO_STRING, user, user_info_3, logon_server),
    INFO_MEMBER(INFO_U32, user, user_info_3, country_code),
    INFO_MEMBER(INFO_U32, user, user_info_3, code_page),
    INFO_MEMBER(INFO_U32, user, user_info_3, relative_id),
    INFO_MEMBER(INFO_U32, user, user_info_3, primary_group),
    INFO_MEMBER(INFO_STRING, user, user_info_3, profile),
    INFO_MEMBER(INFO_STRING, user, user_info_3, home_drive),
    INFO_MEMBER(INFO_U32, user, user_info_3, password_expired),
};

static const struct info_field user_info_4_fields[] = {
    INFO_MEMBER(INFO_STRING, user, user_info_4, name),
    INFO_MEMBER(INFO_SECRET, user, user_info_4, password),
    INFO_MEMBER(INFO_U32, user, user_info_4, password_age),
    INFO_MEMBER(INFO_U32, user, user_info_4, privilege),
    INFO_MEMBER(INFO_STRING, user, user_info_4, home_folder),
    INFO_MEMBER(INFO_STRING, user, user_info_4, comment),
    INFO_MEMBER(INFO_U32, user, user_info_4, flags),
    INFO_MEMBER(INFO_STRING, user, user_info_4, script_path),
    INFO_MEMBER(INFO_U32, user, user_info_4, auth_flags),
    INFO_MEMBER(INFO_STRING, user, user_info_4, full_name),
    INFO_MEMBER(INFO_STRING, user, user_info_4, user_comment),
    INFO_MEMBER(INFO_STRING, user, user_info_4, parameters),
    INFO_MEMBER(INFO_STRING, user, user_info_4, workstations),
    INFO_MEMBER(INFO_U32, user, user_info_4, last_logon),
    INFO_MEMBER(INFO_U32, user, user_info_4, last_logoff),
    INFO_MEMBER(INFO_U32, user, user_info_4, expires),
    INFO_MEMBER(INFO_U32, user, user_info_4, storage_max),
    INFO_MEMBER(INFO_U32, user, user_info_4, units_per_week),
    INFO_MEMBER(INFO_BYTES, user, user_info_4, logon_hours),
    INFO_MEMBER(INFO_U32, user, user_info_4, bad_password_count),
    INFO_MEMBER(INFO_U32, user, user_info_4, logon_count),
    INFO_MEMBER(INFO_STRING, user, user_info_4, logon_server),
    INFO_MEMBER(INFO_U32, user, user_info_4, country_code),
    INFO_MEMBER(INFO_U32, user, user_info_4, code_page),
    INFO_MEMBER(INFO_BYTES, user, user_info_4, sid),
    INFO_MEMBER(INFO_U32, user, user_info_4, primary_group),
    INFO_MEMBER(INFO_STRING, user, user_info_4, profile),
    INFO_MEMBER(INFO_STRING, user, user_info_4, home_drive),
    INFO_MEMBER(INFO_U32, user, user_info_4, password_expired),
};

static const struct info_field user_info_11_fields[] = {
    INFO_MEMBER(INFO_STRING, user, user_info_11, name),
    INFO_MEMBER(INFO_STRING, user, user_info_11, comment),
    INFO_MEMBER(INFO_STRING, user, user_info_11, user_comment),
    INFO_MEMBER(INFO_STRING, user, user_info_11, full_name),
    INFO_MEMBER(INFO_U32, user, user_info_11, privilege),
    INFO_MEMBER(INFO_U32, user, user_info_11, auth_flags),
    INFO_MEMBER(INFO_U32, user, user_info_11, password_age),
    INFO_MEMBER(INFO_STRING, user, user_info_11, home_folder),
    INFO_MEMBER(INFO_STRING, user, user_info_11, parameters),
    INFO_MEMBER(INFO_U32, user, user_info_11, last_logon),
    INFO_MEMBER(INFO_U32, user, user_info_11, last_logoff),
    INFO_MEMBER(INFO_U32, user, user_info_11, bad_password_count),
    INFO_MEMBER(INFO_U32, user, user_info_11, logon_count),
    INFO_MEMBER(INFO_STRING, user, user_info_11, logon_server),
    INFO_MEMBER(INFO_U32, user, user_info_11, country_code),
    INFO_MEMBER(INFO_STRING, user, user_info_11, workstations),
    INFO_MEMBER(INFO_U32, user, user_info_11, storage_max),
    INFO_MEMBER(INFO_U32, user, user_info_11, units_per_week),
    INFO_MEMBER(INFO_BYTES, user, user_info_11, logon_hours),
    INFO_MEMBER(INFO_U32, user, user_info_11, code_page),
};

static const struct info_field user_info_20_fields[] = {
    INFO_MEMBER(INFO_STRING, user, user_info_20, name),
    INFO_MEMBER(INFO_STRING, user, user_info_20, full_name),
    INFO_MEMBER(INFO_STRING, user, user_info_20, comment),
    INFO_MEMBER(INFO_U32, user, user_info_20, flags),
    INFO_MEMBER(INFO_U32, user, user_info_20, relative_id),
};

static const struct info_field user_info_23_fields[] = {
    INFO_MEMBER(INFO_STRING, user, user_info_23, name),
    INFO_MEMBER(INFO_STRING, user, user_info_23, full_name),
    INFO_MEMBER(INFO_STRING, user, user_info_23, comment),
    INFO_MEMBER(INFO_U32, user, user_info_23, flags),
    INFO_MEMBER(INFO_BYTES, user, user_info_23, sid),
};

static const struct info_field user_info_24_fields[] = {
    INFO_MEMBER(INFO_U32, user, user_info_24, is_internet_identity),
    INFO_MEMBER(INFO_U32, user, user_info_24, flags),
    INFO_MEMBER(INFO_STRING, user, user_info_24, internet_provider),
    INFO_MEMBER(INFO_STRING, user, user_info_24, internet_principal),
    INFO_MEMBER(INFO_BYTES, user, user_info_24, sid),
};

static const struct info_field user_info_1020_fields[] = {
    INFO_MEMBER(INFO_U32, user, user_info_1020, units_per_week),
    INFO_MEMBER(INFO_BYTES, user, user_info_1020, logon_hours),
};

#define TEXT(number, member)   INFO_LEVEL_OF_TEXT(number, INFO_STRING, user, member)
#define NUMBER(number, member) INFO_LEVEL_OF_NUMBER(number, user, member)

static const struct info_level info_levels[] = {
    INFO_LEVEL_BEFORE(0, user_info_3, password, 1),
    INFO_LEVEL_BEFORE(1, user_info_3, auth_flags, 8),
    INFO_LEVEL_BEFORE(2, user_info_3, relative_id, 24),
    INFO_LEVEL_OF(3, user_info_3),
    INFO_LEVEL_BEFORE(10, user_info_11, privilege, 4),
    INFO_LEVEL_OF(11, user_info_11),
    INFO_LEVEL_OF(20, user_info_20),
    INFO_LEVEL_OF(23, user_info_23),
    /* These cannot be listed. */
    INFO_LEVEL_OF(4, user_info_4),
    INFO_LEVEL_OF(24, user_info_24),
};

static const struct info_level add_levels[] = {
    INFO_LEVEL_BEFORE(1, user_info_3, auth_flags, 8),
    INFO_LEVEL_BEFORE(2, user_info_3, relative_id, 24),
    INFO_LEVEL_OF(3, user_info_3),
    INFO_LEVEL_OF(4, user_info_4),
};

static const struct info_level set_levels[] = {
    INFO_LEVEL_BEFORE(0, user_info_3, password, 1),
    INFO_LEVEL_BEFORE(1, user_info_3, auth_flags, 8),
    INFO_LEVEL_BEFORE(2, user_info_3, relative_id, 24),
    INFO_LEVEL_OF(3, user_info_3),
    INFO_LEVEL_OF(4, user_info_4),
    INFO_LEVEL_OF_TEXT(1003, INFO_SECRET, user, password),
    NUMBER(1005, privilege),
    TEXT(1006, home_folder),
    TEXT(1007, comment),
    NUMBER(1008, flags),
    TEXT(1009, script_path),
    NUMBER(1010, auth_flags),
    TEXT(1011, full_name),
    TEXT(1012, user_comment),
    TEXT(1013, parameters),
    TEXT(1014, workstations),
    NUMBER(1017, expires),
    NUMBER(1018, storage_max),
    INFO_LEVEL_OF(1020, user_info_1020),
    TEXT(1023, logon_server),
    NUMBER(1024, country_code),
    NUMBER(1025, code_page),
    NUMBER(1051, primary_group),
    TEXT(1052, profile),
    TEXT(1053, home_drive),
};

const struct info_family user_info_family = INFO_FAMILY_OF(struct user, info_levels);
const struct info_family user_list_family = INFO_FAMILY_OF_FIRST(8, struct user, info_levels);
const struct info_family user_add_family = INFO_FAMILY_OF(struct user, add_levels);
const struct info_family user_set_family = INFO_FAMILY_OF(struct user, set_levels);
