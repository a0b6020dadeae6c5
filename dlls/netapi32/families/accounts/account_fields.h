/*
 * Which members of a row a level has, and what the API calls them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_FIELDS_H
#define NETAPI32_ACCOUNTS_ACCOUNT_FIELDS_H

#include "levels/level.h"

/* Members of struct user, as bits. */
enum user_field
{
    USER_FIELD_NAME = 1 << 0,
    USER_FIELD_PASSWORD = 1 << 1,
    USER_FIELD_PRIVILEGE = 1 << 2,
    USER_FIELD_HOME_FOLDER = 1 << 3,
    USER_FIELD_COMMENT = 1 << 4,
    USER_FIELD_FLAGS = 1 << 5,
    USER_FIELD_SCRIPT_PATH = 1 << 6,
    USER_FIELD_AUTH_FLAGS = 1 << 7,
    USER_FIELD_FULL_NAME = 1 << 8,
    USER_FIELD_USER_COMMENT = 1 << 9,
    USER_FIELD_PARAMETERS = 1 << 10,
    USER_FIELD_WORKSTATIONS = 1 << 11,
    USER_FIELD_EXPIRES = 1 << 12,
    USER_FIELD_STORAGE_MAX = 1 << 13,
    USER_FIELD_LOGON_HOURS = 1 << 14, /* with units_per_week */
    USER_FIELD_LOGON_SERVER = 1 << 15,
    USER_FIELD_COUNTRY_CODE = 1 << 16,
    USER_FIELD_CODE_PAGE = 1 << 17,
    USER_FIELD_PRIMARY_GROUP = 1 << 18,
    USER_FIELD_PROFILE = 1 << 19,
    USER_FIELD_HOME_DRIVE = 1 << 20,
    USER_FIELD_PASSWORD_EXPIRED = 1 << 21,
};

/* Members of struct group. */
enum group_field
{
    GROUP_FIELD_NAME = 1 << 0,
    GROUP_FIELD_COMMENT = 1 << 1,
    GROUP_FIELD_ATTRIBUTES = 1 << 2,
};

/* Members of struct account_rules. */
enum rule_field
{
    RULE_FIELD_PASSWORD_LENGTH_MIN = 1 << 0,
    RULE_FIELD_PASSWORD_AGE_MAX = 1 << 1,
    RULE_FIELD_PASSWORD_AGE_MIN = 1 << 2,
    RULE_FIELD_FORCE_LOGOFF = 1 << 3,
    RULE_FIELD_PASSWORD_HISTORY = 1 << 4,
    RULE_FIELD_ROLE = 1 << 5,
    RULE_FIELD_PRIMARY = 1 << 6,
    RULE_FIELD_DOMAIN = 1 << 7,
    RULE_FIELD_DOMAIN_SID = 1 << 8,
    RULE_FIELD_LOCKOUT_DURATION = 1 << 9,
    RULE_FIELD_LOCKOUT_WINDOW = 1 << 10,
    RULE_FIELD_LOCKOUT_THRESHOLD = 1 << 11,
};

/* A member that callers may give. */
struct account_field
{
    size_t row_offset;
    uint32_t bit;       /* of the enumerations above */
    uint32_t parameter; /* what parm_err calls it: ..._PARMNUM */
};

/* The members of a row that callers may give, up to one whose bit is 0. */
extern const struct account_field user_fields[];
extern const struct account_field group_fields[];
extern const struct account_field rule_fields[];

/* Those of the members that a level has, as bits. */
uint32_t account_fields_of_level(const struct account_field *members,
                                 const struct info_level *level);
/* Those of them that a caller's structure gives: text and bytes that are NULL are not meant. */
uint32_t account_fields_given(const struct account_field *members, const struct info_level *level,
                              const void *structure);
/* The number of the parameter of a bit; ACCOUNT_PARAMETER_UNKNOWN for none. */
uint32_t account_field_parameter(const struct account_field *members, uint32_t bit);

/* What parm_err has where no parameter is to blame, and where none is known: lmcons.h. */
#define ACCOUNT_PARAMETER_NONE    0u
#define ACCOUNT_PARAMETER_UNKNOWN UINT32_MAX

#endif
