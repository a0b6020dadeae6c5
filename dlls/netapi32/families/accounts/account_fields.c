/*
 * Which members of a row a level has, and what the API calls them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_fields.h"

#include "levels/account_rule_levels.h"
#include "levels/group_levels.h"
#include "levels/user_levels.h"

/* The numbers are those of lmaccess.h. */
#define USER(member, name, number)                                                                 \
    {                                                                                              \
        offsetof(struct user, member), USER_FIELD_##name, number                                   \
    }
const struct account_field user_fields[] = {
    USER(name, NAME, 1),
    USER(password, PASSWORD, 3),
    USER(privilege, PRIVILEGE, 5),
    USER(home_folder, HOME_FOLDER, 6),
    USER(comment, COMMENT, 7),
    USER(flags, FLAGS, 8),
    USER(script_path, SCRIPT_PATH, 9),
    USER(auth_flags, AUTH_FLAGS, 10),
    USER(full_name, FULL_NAME, 11),
    USER(user_comment, USER_COMMENT, 12),
    USER(parameters, PARAMETERS, 13),
    USER(workstations, WORKSTATIONS, 14),
    USER(expires, EXPIRES, 17),
    USER(storage_max, STORAGE_MAX, 18),
    USER(logon_hours, LOGON_HOURS, 20),
    USER(logon_server, LOGON_SERVER, 23),
    USER(country_code, COUNTRY_CODE, 24),
    USER(code_page, CODE_PAGE, 25),
    USER(primary_group, PRIMARY_GROUP, 51),
    USER(profile, PROFILE, 52),
    USER(home_drive, HOME_DRIVE, 53),
    USER(password_expired, PASSWORD_EXPIRED, ACCOUNT_PARAMETER_UNKNOWN),
    { 0 },
};

#define GROUP(member, name, number)                                                                \
    {                                                                                              \
        offsetof(struct group, member), GROUP_FIELD_##name, number                                 \
    }
const struct account_field group_fields[] = {
    GROUP(name, NAME, 1),
    GROUP(comment, COMMENT, 2),
    GROUP(attributes, ATTRIBUTES, 3),
    { 0 },
};

#define RULE(member, name, number)                                                                 \
    {                                                                                              \
        offsetof(struct account_rules, member), RULE_FIELD_##name, number                          \
    }
const struct account_field rule_fields[] = {
    RULE(password_length_min, PASSWORD_LENGTH_MIN, 1),
    RULE(password_age_max, PASSWORD_AGE_MAX, 2),
    RULE(password_age_min, PASSWORD_AGE_MIN, 3),
    RULE(force_logoff, FORCE_LOGOFF, 4),
    RULE(password_history, PASSWORD_HISTORY, 5),
    RULE(role, ROLE, 6),
    RULE(primary, PRIMARY, 7),
    RULE(domain, DOMAIN, 8),
    RULE(domain_sid, DOMAIN_SID, 9),
    RULE(lockout_duration, LOCKOUT_DURATION, 10),
    RULE(lockout_window, LOCKOUT_WINDOW, 11),
    RULE(lockout_threshold, LOCKOUT_THRESHOLD, 12),
    { 0 },
};

static const struct account_field *member_at(const struct account_field *members, size_t row_offset)
{
    while (members->bit && members->row_offset != row_offset)
    {
        members++;
    }
    return members;
}

/* Whether a caller's structure has a NULL where a field points to something. */
static bool is_left_out(const struct info_field *field, const void *structure)
{
    const void *pointer = NULL;

    if (field->kind != INFO_STRING && field->kind != INFO_SECRET && field->kind != INFO_BYTES)
    {
        return false;
    }
    memcpy(&pointer, (const uint8_t *)structure + field->api_offset, sizeof(pointer));
    return !pointer;
}

uint32_t account_fields_given(const struct account_field *members, const struct info_level *level,
                              const void *structure)
{
    uint32_t bits = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (!structure || !is_left_out(&level->fields[i], structure))
        {
            bits |= member_at(members, level->fields[i].row_offset)->bit;
        }
    }
    return bits;
}

uint32_t account_fields_of_level(const struct account_field *members,
                                 const struct info_level *level)
{
    return account_fields_given(members, level, NULL);
}

uint32_t account_field_parameter(const struct account_field *members, uint32_t bit)
{
    while (members->bit && members->bit != bit)
    {
        members++;
    }
    return members->bit ? members->parameter : ACCOUNT_PARAMETER_UNKNOWN;
}
