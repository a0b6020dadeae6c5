/*
 * The Security Account Manager: what is known of a user, by classes of information, and what is
 * asked of one. [MS-SAMR] 2.2.6
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Most classes are parts of one structure. Times are in 100 nanoseconds since 1601.
 */
#ifndef NETAPI32_RPC_SAMR_USER_H
#define NETAPI32_RPC_SAMR_USER_H

#include "rpc/samr_types.h"

/* USER_INFORMATION_CLASS, 2.2.6.28 */
enum samr_user_class
{
    SAMR_USER_GENERAL = 1,
    SAMR_USER_PREFERENCES = 2,
    SAMR_USER_LOGON = 3,
    SAMR_USER_LOGON_HOURS = 4,
    SAMR_USER_ACCOUNT = 5,
    SAMR_USER_NAME = 6,
    SAMR_USER_ACCOUNT_NAME = 7,
    SAMR_USER_FULL_NAME = 8,
    SAMR_USER_PRIMARY_GROUP = 9,
    SAMR_USER_HOME = 10,
    SAMR_USER_SCRIPT = 11,
    SAMR_USER_PROFILE = 12,
    SAMR_USER_ADMIN_COMMENT = 13,
    SAMR_USER_WORKSTATIONS = 14,
    SAMR_USER_CONTROL = 16,
    SAMR_USER_EXPIRES = 17,
    SAMR_USER_INTERNAL_1 = 18,
    SAMR_USER_PARAMETERS = 20,
    SAMR_USER_ALL = 21,
    SAMR_USER_INTERNAL_4 = 23,
    SAMR_USER_INTERNAL_5 = 24,
    SAMR_USER_INTERNAL_4_NEW = 25,
    SAMR_USER_INTERNAL_5_NEW = 26,
    SAMR_USER_INTERNAL_7 = 31,
    SAMR_USER_INTERNAL_8 = 32,
};

/* WhichFields, 2.2.1.8: which members of struct samr_user count */
enum samr_user_field
{
    SAMR_FIELD_USER_NAME = 0x00000001,
    SAMR_FIELD_FULL_NAME = 0x00000002,
    SAMR_FIELD_USER_ID = 0x00000004,
    SAMR_FIELD_PRIMARY_GROUP_ID = 0x00000008,
    SAMR_FIELD_ADMIN_COMMENT = 0x00000010,
    SAMR_FIELD_USER_COMMENT = 0x00000020,
    SAMR_FIELD_HOME_DIRECTORY = 0x00000040,
    SAMR_FIELD_HOME_DIRECTORY_DRIVE = 0x00000080,
    SAMR_FIELD_SCRIPT_PATH = 0x00000100,
    SAMR_FIELD_PROFILE_PATH = 0x00000200,
    SAMR_FIELD_WORKSTATIONS = 0x00000400,
    SAMR_FIELD_LAST_LOGON = 0x00000800,
    SAMR_FIELD_LAST_LOGOFF = 0x00001000,
    SAMR_FIELD_LOGON_HOURS = 0x00002000,
    SAMR_FIELD_BAD_PASSWORD_COUNT = 0x00004000,
    SAMR_FIELD_LOGON_COUNT = 0x00008000,
    SAMR_FIELD_PASSWORD_CAN_CHANGE = 0x00010000,
    SAMR_FIELD_PASSWORD_MUST_CHANGE = 0x00020000,
    SAMR_FIELD_PASSWORD_LAST_SET = 0x00040000,
    SAMR_FIELD_ACCOUNT_EXPIRES = 0x00080000,
    SAMR_FIELD_USER_ACCOUNT_CONTROL = 0x00100000,
    SAMR_FIELD_PARAMETERS = 0x00200000,
    SAMR_FIELD_COUNTRY_CODE = 0x00400000,
    SAMR_FIELD_CODE_PAGE = 0x00800000,
    SAMR_FIELD_NT_PASSWORD = 0x01000000,
    SAMR_FIELD_LM_PASSWORD = 0x02000000,
    SAMR_FIELD_PRIVATE_DATA = 0x04000000,
    SAMR_FIELD_PASSWORD_EXPIRED = 0x08000000,
    SAMR_FIELD_SECURITY_DESCRIPTOR = 0x10000000,
};

#define SAMR_LOGON_HOURS_MAX             1260
#define SAMR_OWF_PASSWORD_SIZE           16
#define SAMR_ENCRYPTED_PASSWORD_SIZE     516
#define SAMR_ENCRYPTED_PASSWORD_NEW_SIZE 532
#define SAMR_AUTH_DATA_SIZE              64
#define SAMR_SALT_SIZE                   16

/* SAMPR_LOGON_HOURS, 2.2.6.5: a bit for each unit of a week */
struct samr_logon_hours
{
    uint16_t units_per_week;
    uint8_t *hours; /* at most SAMR_LOGON_HOURS_MAX bytes */
};

/* SAMPR_USER_ALL_INFORMATION, 2.2.6.6, whose members the other classes have a part of */
struct samr_user
{
    uint64_t last_logon;
    uint64_t last_logoff;
    uint64_t password_last_set;
    uint64_t account_expires;
    uint64_t password_can_change;
    uint64_t password_must_change;
    struct utf16_slice user_name;
    struct utf16_slice full_name;
    struct utf16_slice home_directory;
    struct utf16_slice home_directory_drive;
    struct utf16_slice script_path;
    struct utf16_slice profile_path;
    struct utf16_slice admin_comment;
    struct utf16_slice workstations;
    struct utf16_slice user_comment;
    struct utf16_slice parameters;
    struct utf16_slice lm_owf_password; /* RPC_SHORT_BLOB: no text */
    struct utf16_slice nt_owf_password;
    struct utf16_slice private_data;
    struct samr_security_descriptor security_descriptor;
    uint32_t user_id;
    uint32_t primary_group_id;
    uint32_t user_account_control;
    uint32_t which_fields;
    struct samr_logon_hours logon_hours;
    uint16_t bad_password_count;
    uint16_t logon_count;
    uint16_t country_code;
    uint16_t code_page;
    uint8_t lm_password_present;
    uint8_t nt_password_present;
    uint8_t password_expired;
    uint8_t private_data_sensitive;
    struct utf16_slice reserved; /* of SAMPR_USER_PREFERENCES_INFORMATION */
};

/* SAMPR_USER_INTERNAL1_INFORMATION, 2.2.6.23 */
struct samr_user_internal_1
{
    uint8_t nt_owf_password[SAMR_OWF_PASSWORD_SIZE];
    uint8_t lm_owf_password[SAMR_OWF_PASSWORD_SIZE];
    uint8_t nt_password_present;
    uint8_t lm_password_present;
    uint8_t password_expired;
};

/* SAMPR_USER_INTERNAL4_INFORMATION, 2.2.6.24, and SAMPR_USER_INTERNAL4_INFORMATION_NEW, 2.2.6.25,
 * whose password is the longer one */
struct samr_user_internal_4
{
    struct samr_user user;
    uint8_t password[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
};

/* SAMPR_USER_INTERNAL5_INFORMATION, 2.2.6.26, and SAMPR_USER_INTERNAL5_INFORMATION_NEW, 2.2.6.27 */
struct samr_user_internal_5
{
    uint8_t password[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
    uint8_t password_expired;
};

/* SAMPR_ENCRYPTED_PASSWORD_AES, 2.2.6.32 */
struct samr_encrypted_password_aes
{
    uint8_t auth_data[SAMR_AUTH_DATA_SIZE];
    uint8_t salt[SAMR_SALT_SIZE];
    uint32_t cipher_size;
    struct bytes cipher;
    uint64_t iterations; /* of PBKDF2; 0 where there is a session key */
};

/* SAMPR_USER_INTERNAL7_INFORMATION, 2.2.6.30 */
struct samr_user_internal_7
{
    struct samr_encrypted_password_aes password;
    uint8_t password_expired;
};

/* SAMPR_USER_INTERNAL8_INFORMATION, 2.2.6.31 */
struct samr_user_internal_8
{
    struct samr_user user;
    struct samr_encrypted_password_aes password;
};

/* SAMPR_USER_INFO_BUFFER, 2.2.6.29 */
union samr_user_info
{
    struct samr_user user; /* of each class but the following */
    struct samr_user_internal_1 internal_1;
    struct samr_user_internal_4 internal_4; /* and the new one */
    struct samr_user_internal_5 internal_5;
    struct samr_user_internal_7 internal_7;
    struct samr_user_internal_8 internal_8;
};

extern const struct ndr_type samr_user_info;
extern const struct ndr_type samr_encrypted_password_aes;

/* GROUP_MEMBERSHIP, 2.2.7.12 */
struct samr_membership
{
    uint32_t rid;
    uint32_t attributes;
};

/* SAMPR_GET_GROUPS_BUFFER, 2.2.7.13 */
struct samr_memberships
{
    uint32_t count;
    struct samr_membership *groups;
};

/* ---- Methods --------------------------------------------------------------------------------- */

/* SamrEnumerateUsersInDomain, 3.1.5.2.4 */
struct samr_enumerate_users
{
    struct context_handle domain;
    uint32_t enumeration_context;
    uint32_t user_account_control; /* which users; 0: all */
    struct samr_enumeration *buffer;
    uint32_t preferred_length;
    uint32_t count_returned;
    uint32_t result;
};

/* SamrQueryInformationUser, SamrQueryInformationUser2, 3.1.5.5.5, 3.1.5.5.6 */
struct samr_query_user
{
    struct context_handle user;
    uint16_t information_class; /* enum samr_user_class */
    union samr_user_info *information;
    uint32_t result;
};

/* SamrSetInformationUser, SamrSetInformationUser2, 3.1.5.6.4, 3.1.5.6.5 */
struct samr_set_user
{
    struct context_handle user;
    uint16_t information_class; /* enum samr_user_class */
    union samr_user_info information;
    uint32_t result;
};

/* SamrGetGroupsForUser, 3.1.5.9.1 */
struct samr_get_groups_for_user
{
    struct context_handle user;
    struct samr_memberships *groups;
    uint32_t result;
};

/* SamrGetUserDomainPasswordInformation, 3.1.5.13.3 */
struct samr_get_user_domain_password
{
    struct context_handle user;
    struct samr_user_domain_password password;
    uint32_t result;
};

/* SamrCreateUser2InDomain, 3.1.5.4.4 */
struct samr_create_user_2
{
    struct context_handle domain;
    struct utf16_slice name;
    uint32_t account_type; /* one bit of the user account control */
    uint32_t desired_access;
    struct context_handle user;
    uint32_t granted_access;
    uint32_t rid;
    uint32_t result;
};

/* SamrUnicodeChangePasswordUser2, 3.1.5.10.3 */
struct samr_change_password
{
    struct utf16_slice *server;
    struct utf16_slice user;
    uint8_t *new_password_with_old_nt; /* SAMR_ENCRYPTED_PASSWORD_SIZE bytes */
    uint8_t *old_nt_with_new_nt;       /* SAMR_OWF_PASSWORD_SIZE bytes */
    uint8_t lm_present;
    uint8_t *new_password_with_old_lm;
    uint8_t *old_lm_with_new_nt;
    uint32_t result;
};

/* SamrUnicodeChangePasswordUser4, 3.1.5.10.4 */
struct samr_change_password_4
{
    struct utf16_slice *server;
    struct utf16_slice user;
    struct samr_encrypted_password_aes password;
    uint32_t result;
};

#endif
