/*
 * The Security Account Manager: what is known of a user, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr_user.h"

static const struct ndr_type hours = NDR_VARYING_ARRAY_OF(ndr_u8);
static const struct ndr_type unique_hours = NDR_POINTER_TO(hours);

static const struct ndr_field logon_hours_fields[] = {
    NDR_FIELD(struct samr_logon_hours, units_per_week, ndr_u16),
    NDR_FIELD(struct samr_logon_hours, hours, unique_hours, .maximum = SAMR_LOGON_HOURS_MAX,
              .length_is = NDR_BITS_PLACE(struct samr_logon_hours, units_per_week)),
};
static const struct ndr_type logon_hours =
    NDR_STRUCTURE_OF(struct samr_logon_hours, logon_hours_fields);

/* ---- Parts of struct samr_user --------------------------------------------------------------- */

#define FIELD(member, type) NDR_FIELD(struct samr_user, member, type)
#define TEXT(member)        FIELD(member, ndr_unicode_string)
#define TIME(member)        FIELD(member, ndr_large_integer)
#define U8(member)          FIELD(member, ndr_u8)
#define U16(member)         FIELD(member, ndr_u16)
#define U32(member)         FIELD(member, ndr_u32)
#define PART(name)                                                                                 \
    static const struct ndr_type name = NDR_STRUCTURE_OF(struct samr_user, name##_fields)

static const struct ndr_field general_fields[] = {
    TEXT(user_name),     TEXT(full_name),    U32(primary_group_id),
    TEXT(admin_comment), TEXT(user_comment),
};
PART(general);

static const struct ndr_field preferences_fields[] = {
    TEXT(user_comment),
    TEXT(reserved),
    U16(country_code),
    U16(code_page),
};
PART(preferences);

static const struct ndr_field logon_fields[] = {
    TEXT(user_name),
    TEXT(full_name),
    U32(user_id),
    U32(primary_group_id),
    TEXT(home_directory),
    TEXT(home_directory_drive),
    TEXT(script_path),
    TEXT(profile_path),
    TEXT(workstations),
    TIME(last_logon),
    TIME(last_logoff),
    TIME(password_last_set),
    TIME(password_can_change),
    TIME(password_must_change),
    FIELD(logon_hours, logon_hours),
    U16(bad_password_count),
    U16(logon_count),
    U32(user_account_control),
};
PART(logon);

static const struct ndr_field hours_only_fields[] = { FIELD(logon_hours, logon_hours) };
PART(hours_only);

static const struct ndr_field account_fields[] = {
    TEXT(user_name),
    TEXT(full_name),
    U32(user_id),
    U32(primary_group_id),
    TEXT(home_directory),
    TEXT(home_directory_drive),
    TEXT(script_path),
    TEXT(profile_path),
    TEXT(admin_comment),
    TEXT(workstations),
    TIME(last_logon),
    TIME(last_logoff),
    FIELD(logon_hours, logon_hours),
    U16(bad_password_count),
    U16(logon_count),
    TIME(password_last_set),
    TIME(account_expires),
    U32(user_account_control),
};
PART(account);

static const struct ndr_field name_fields[] = { TEXT(user_name), TEXT(full_name) };
PART(name);
static const struct ndr_field account_name_fields[] = { TEXT(user_name) };
PART(account_name);
static const struct ndr_field full_name_fields[] = { TEXT(full_name) };
PART(full_name);
static const struct ndr_field primary_group_fields[] = { U32(primary_group_id) };
PART(primary_group);
static const struct ndr_field home_fields[] = { TEXT(home_directory), TEXT(home_directory_drive) };
PART(home);
static const struct ndr_field script_fields[] = { TEXT(script_path) };
PART(script);
static const struct ndr_field profile_fields[] = { TEXT(profile_path) };
PART(profile);
static const struct ndr_field admin_comment_fields[] = { TEXT(admin_comment) };
PART(admin_comment);
static const struct ndr_field workstations_fields[] = { TEXT(workstations) };
PART(workstations);
static const struct ndr_field control_fields[] = { U32(user_account_control) };
PART(control);
static const struct ndr_field expires_fields[] = { TIME(account_expires) };
PART(expires);
static const struct ndr_field parameters_fields[] = { TEXT(parameters) };
PART(parameters);

static const struct ndr_field all_fields[] = {
    TIME(last_logon),
    TIME(last_logoff),
    TIME(password_last_set),
    TIME(account_expires),
    TIME(password_can_change),
    TIME(password_must_change),
    TEXT(user_name),
    TEXT(full_name),
    TEXT(home_directory),
    TEXT(home_directory_drive),
    TEXT(script_path),
    TEXT(profile_path),
    TEXT(admin_comment),
    TEXT(workstations),
    TEXT(user_comment),
    TEXT(parameters),
    TEXT(lm_owf_password),
    TEXT(nt_owf_password),
    TEXT(private_data),
    FIELD(security_descriptor, samr_security_descriptor),
    U32(user_id),
    U32(primary_group_id),
    U32(user_account_control),
    U32(which_fields),
    FIELD(logon_hours, logon_hours),
    U16(bad_password_count),
    U16(logon_count),
    U16(country_code),
    U16(code_page),
    U8(lm_password_present),
    U8(nt_password_present),
    U8(password_expired),
    U8(private_data_sensitive),
};
PART(all);

/* ---- Classes with passwords in them ---------------------------------------------------------- */

static const struct ndr_type owf_password = NDR_FIXED_BYTES(SAMR_OWF_PASSWORD_SIZE);
static const struct ndr_type encrypted_password = NDR_FIXED_BYTES(SAMR_ENCRYPTED_PASSWORD_SIZE);
static const struct ndr_type encrypted_password_new =
    NDR_FIXED_BYTES(SAMR_ENCRYPTED_PASSWORD_NEW_SIZE);

#define F(member, type) NDR_FIELD(struct samr_user_internal_1, member, type)
static const struct ndr_field internal_1_fields[] = {
    F(nt_owf_password, owf_password), F(lm_owf_password, owf_password),
    F(nt_password_present, ndr_u8),   F(lm_password_present, ndr_u8),
    F(password_expired, ndr_u8),
};
#undef F
static const struct ndr_type internal_1 =
    NDR_STRUCTURE_OF(struct samr_user_internal_1, internal_1_fields);

#define F(member, type) NDR_FIELD(struct samr_user_internal_4, member, type)
static const struct ndr_field internal_4_fields[] = {
    F(user, all),
    F(password, encrypted_password),
};
static const struct ndr_field internal_4_new_fields[] = {
    F(user, all),
    F(password, encrypted_password_new),
};
#undef F
static const struct ndr_type internal_4 =
    NDR_STRUCTURE_OF(struct samr_user_internal_4, internal_4_fields);
static const struct ndr_type internal_4_new =
    NDR_STRUCTURE_OF(struct samr_user_internal_4, internal_4_new_fields);

#define F(member, type) NDR_FIELD(struct samr_user_internal_5, member, type)
static const struct ndr_field internal_5_fields[] = {
    F(password, encrypted_password),
    F(password_expired, ndr_u8),
};
static const struct ndr_field internal_5_new_fields[] = {
    F(password, encrypted_password_new),
    F(password_expired, ndr_u8),
};
#undef F
static const struct ndr_type internal_5 =
    NDR_STRUCTURE_OF(struct samr_user_internal_5, internal_5_fields);
static const struct ndr_type internal_5_new =
    NDR_STRUCTURE_OF(struct samr_user_internal_5, internal_5_new_fields);

static const struct ndr_type auth_data = NDR_FIXED_BYTES(SAMR_AUTH_DATA_SIZE);
static const struct ndr_type salt = NDR_FIXED_BYTES(SAMR_SALT_SIZE);

#define F(member, type, ...)                                                                       \
    NDR_FIELD(struct samr_encrypted_password_aes, member, type, __VA_ARGS__)
static const struct ndr_field encrypted_password_aes_fields[] = {
    F(auth_data, auth_data),
    F(salt, salt),
    F(cipher_size, ndr_u32),
    F(cipher, ndr_unique_bytes,
      .governed_by = NDR_PLACE(struct samr_encrypted_password_aes, cipher_size)),
    F(iterations, ndr_u64),
};
#undef F
const struct ndr_type samr_encrypted_password_aes =
    NDR_STRUCTURE_OF(struct samr_encrypted_password_aes, encrypted_password_aes_fields);

static const struct ndr_field internal_7_fields[] = {
    NDR_FIELD(struct samr_user_internal_7, password, samr_encrypted_password_aes),
    NDR_FIELD(struct samr_user_internal_7, password_expired, ndr_u8),
};
static const struct ndr_type internal_7 =
    NDR_STRUCTURE_OF(struct samr_user_internal_7, internal_7_fields);

static const struct ndr_field internal_8_fields[] = {
    NDR_FIELD(struct samr_user_internal_8, user, all),
    NDR_FIELD(struct samr_user_internal_8, password, samr_encrypted_password_aes),
};
static const struct ndr_type internal_8 =
    NDR_STRUCTURE_OF(struct samr_user_internal_8, internal_8_fields);

#define ARM(number, member, type) NDR_ARM(number, union samr_user_info, member, type)
static const struct ndr_field user_info_arms[] = {
    ARM(SAMR_USER_GENERAL, user, general),
    ARM(SAMR_USER_PREFERENCES, user, preferences),
    ARM(SAMR_USER_LOGON, user, logon),
    ARM(SAMR_USER_LOGON_HOURS, user, hours_only),
    ARM(SAMR_USER_ACCOUNT, user, account),
    ARM(SAMR_USER_NAME, user, name),
    ARM(SAMR_USER_ACCOUNT_NAME, user, account_name),
    ARM(SAMR_USER_FULL_NAME, user, full_name),
    ARM(SAMR_USER_PRIMARY_GROUP, user, primary_group),
    ARM(SAMR_USER_HOME, user, home),
    ARM(SAMR_USER_SCRIPT, user, script),
    ARM(SAMR_USER_PROFILE, user, profile),
    ARM(SAMR_USER_ADMIN_COMMENT, user, admin_comment),
    ARM(SAMR_USER_WORKSTATIONS, user, workstations),
    ARM(SAMR_USER_CONTROL, user, control),
    ARM(SAMR_USER_EXPIRES, user, expires),
    ARM(SAMR_USER_INTERNAL_1, internal_1, internal_1),
    ARM(SAMR_USER_PARAMETERS, user, parameters),
    ARM(SAMR_USER_ALL, user, all),
    ARM(SAMR_USER_INTERNAL_4, internal_4, internal_4),
    ARM(SAMR_USER_INTERNAL_5, internal_5, internal_5),
    ARM(SAMR_USER_INTERNAL_4_NEW, internal_4, internal_4_new),
    ARM(SAMR_USER_INTERNAL_5_NEW, internal_5, internal_5_new),
    ARM(SAMR_USER_INTERNAL_7, internal_7, internal_7),
    ARM(SAMR_USER_INTERNAL_8, internal_8, internal_8),
};
#undef ARM
const struct ndr_type samr_user_info =
    NDR_UNION_OF(union samr_user_info, user_info_arms, sizeof(uint16_t));
