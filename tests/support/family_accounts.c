/*
 * Calls about the accounts of a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/family_call_list.h"

#include "base/status.h"
#include "families/accounts/display.h"
#include "families/accounts/groups.h"
#include "families/accounts/members.h"
#include "families/accounts/password_policy.h"
#include "families/accounts/rules.h"
#include "families/accounts/users.h"
#include "platform/platform.h"

#define ALICE          FAMILY_TEXT("alice")
#define CAROL          FAMILY_TEXT("carol")
#define DOMAIN_ADMINS  FAMILY_TEXT("Domain Admins")
#define ADMINISTRATORS FAMILY_TEXT("Administrators")
#define NEW_GROUP      FAMILY_TEXT("new group")

/* An exported function makes Windows' structure of it. */
static uint32_t pack_nothing(const struct password_validation *validation, void **buffer)
{
    uint8_t *block = platform_api_allocate(sizeof(*block));

    (void)validation;
    *buffer = block;
    if (!block)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *block = 0;
    return ERROR_SUCCESS;
}

static uint32_t enum_users(const struct family_arguments *arguments, struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return users_enumerate(&request, arguments->number, &result->answer);
}

static uint32_t get_user(const struct family_arguments *arguments, struct family_result *result)
{
    return users_get_info(arguments->server, ALICE, arguments->level, &result->answer.buffer);
}

static uint32_t add_user(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&user_add_family, arguments->level, CAROL);
    uint32_t parameter = 0;

    return structure ? users_add(arguments->server, arguments->level, structure, &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t set_user(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&user_set_family, arguments->level, ALICE);
    uint32_t parameter = 0;

    return structure
               ? users_set_info(arguments->server, ALICE, arguments->level, structure, &parameter)
               : ERROR_INVALID_LEVEL;
}

static uint32_t delete_user(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return users_delete(arguments->server, CAROL);
}

static uint32_t change_password(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    return users_change_password(arguments->server, arguments->user, arguments->password,
                                 arguments->password);
}

static uint32_t get_rules(const struct family_arguments *arguments, struct family_result *result)
{
    return rules_get(arguments->server, arguments->level, &result->answer.buffer);
}

static uint32_t set_rules(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&account_rules_set_family, arguments->level, CAROL);
    uint32_t parameter = 0;

    return structure ? rules_set(arguments->server, arguments->level, structure, &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t validate_password(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    struct password_validation validation = {
        .type = (enum password_validation_type)(1 + arguments->number % 3),
        .password = arguments->password,
        .account = ALICE,
    };

    return rules_validate_password(arguments->server, &validation, pack_nothing,
                                   &result->answer.buffer);
}

static uint32_t query_display(const struct family_arguments *arguments,
                              struct family_result *result)
{
    const struct info_request request = family_request(arguments);
    struct info_buffer entries = { 0 };
    const uint32_t status = display_query(&request, arguments->number, &entries);

    result->answer.buffer = entries.buffer;
    result->answer.entries = entries.entries;
    result->answer.total_entries = entries.entries;
    return status;
}

static uint32_t find_display_index(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    uint32_t index = 0;

    return display_find_index(arguments->server, arguments->level, ALICE, &index);
}

static uint32_t enum_groups(const struct family_arguments *arguments, struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return groups_enumerate(GLOBAL_GROUP, &request, &result->answer);
}

static uint32_t get_group(const struct family_arguments *arguments, struct family_result *result)
{
    return groups_get_info(GLOBAL_GROUP, arguments->server, DOMAIN_ADMINS, arguments->level,
                           &result->answer.buffer);
}

static uint32_t add_group(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&group_family, arguments->level, NEW_GROUP);
    uint32_t parameter = 0;

    return structure ? groups_add(GLOBAL_GROUP, arguments->server, arguments->level, structure,
                                  &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t set_group(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&group_set_family, arguments->level, DOMAIN_ADMINS);
    uint32_t parameter = 0;

    return structure ? groups_set_info(GLOBAL_GROUP, arguments->server, DOMAIN_ADMINS,
                                       arguments->level, structure, &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t delete_group(const struct family_arguments *arguments, struct family_result *result)
{
    (void)result;
    return groups_delete(GLOBAL_GROUP, arguments->server, NEW_GROUP);
}

static uint32_t enum_local_groups(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    const struct info_request request = family_request(arguments);

    return groups_enumerate(LOCAL_GROUP, &request, &result->answer);
}

static uint32_t get_local_group(const struct family_arguments *arguments,
                                struct family_result *result)
{
    return groups_get_info(LOCAL_GROUP, arguments->server, ADMINISTRATORS, arguments->level,
                           &result->answer.buffer);
}

static uint32_t add_local_group(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    const void *structure = family_structure(&local_group_family, arguments->level, NEW_GROUP);
    uint32_t parameter = 0;

    return structure
               ? groups_add(LOCAL_GROUP, arguments->server, arguments->level, structure, &parameter)
               : ERROR_INVALID_LEVEL;
}

static uint32_t set_local_group(const struct family_arguments *arguments,
                                struct family_result *result)
{
    (void)result;
    const void *structure =
        family_structure(&local_group_set_family, arguments->level, ADMINISTRATORS);
    uint32_t parameter = 0;

    return structure ? groups_set_info(LOCAL_GROUP, arguments->server, ADMINISTRATORS,
                                       arguments->level, structure, &parameter)
                     : ERROR_INVALID_LEVEL;
}

static uint32_t delete_local_group(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    return groups_delete(LOCAL_GROUP, arguments->server, NEW_GROUP);
}

static uint32_t enum_group_users(const struct family_arguments *arguments,
                                 struct family_result *result)
{
    const struct member_request group = { arguments->server, DOMAIN_ADMINS, GLOBAL_GROUP,
                                          arguments->level };

    return members_enumerate(&group, arguments->preferred_length, arguments->resume_handle,
                             &result->answer);
}

static uint32_t enum_local_group_members(const struct family_arguments *arguments,
                                         struct family_result *result)
{
    const struct member_request group = { arguments->server, ADMINISTRATORS, LOCAL_GROUP,
                                          arguments->level };

    return members_enumerate(&group, arguments->preferred_length, arguments->resume_handle,
                             &result->answer);
}

static uint32_t enum_groups_of_user(const struct family_arguments *arguments,
                                    struct family_result *result)
{
    const struct member_request user = { arguments->server, ALICE, GLOBAL_GROUP, arguments->level };

    return member_groups_enumerate(&user, false, arguments->preferred_length, &result->answer);
}

static uint32_t enum_local_groups_of_user(const struct family_arguments *arguments,
                                          struct family_result *result)
{
    const struct member_request user = { arguments->server, ALICE, LOCAL_GROUP, arguments->level };

    return member_groups_enumerate(&user, arguments->number & 1, arguments->preferred_length,
                                   &result->answer);
}

static uint32_t change_group_users(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    const struct member_request group = { arguments->server, DOMAIN_ADMINS, GLOBAL_GROUP,
                                          arguments->level };
    const void *structure = family_structure(&group_user_family, arguments->level, ALICE);

    return structure ? members_change(&group, MEMBERS_REPLACE, structure, 1) : ERROR_INVALID_LEVEL;
}

static uint32_t change_group_user(const struct family_arguments *arguments,
                                  struct family_result *result)
{
    (void)result;
    const struct member_request group = { arguments->server, DOMAIN_ADMINS, GLOBAL_GROUP, 0 };

    return members_change_one(&group, (enum member_change)(arguments->number % 2), ALICE);
}

static uint32_t change_local_group_members(const struct family_arguments *arguments,
                                           struct family_result *result)
{
    (void)result;
    const struct member_request group = { arguments->server, ADMINISTRATORS, LOCAL_GROUP,
                                          arguments->level };
    const void *structure = family_structure(&local_group_member_family, arguments->level, ALICE);

    return structure
               ? members_change(&group, (enum member_change)(arguments->number % 3), structure, 1)
               : ERROR_INVALID_LEVEL;
}

static uint32_t set_groups_of_user(const struct family_arguments *arguments,
                                   struct family_result *result)
{
    (void)result;
    const struct member_request user = { arguments->server, ALICE, GLOBAL_GROUP, arguments->level };
    const void *structure = family_structure(&user_group_family, arguments->level, DOMAIN_ADMINS);

    return structure ? member_groups_replace(&user, structure, 1) : ERROR_INVALID_LEVEL;
}

const struct family_call family_account_calls[] = {
    { "NetUserEnum", &user_list_family, FAMILY_GIVES_LIST, enum_users },
    { "NetUserGetInfo", &user_info_family, FAMILY_GIVES_STRUCTURE, get_user },
    { "NetUserAdd", &user_add_family, FAMILY_GIVES_NOTHING, add_user },
    { "NetUserSetInfo", &user_set_family, FAMILY_GIVES_NOTHING, set_user },
    { "NetUserDel", NULL, FAMILY_GIVES_NOTHING, delete_user },
    { "NetUserChangePassword", NULL, FAMILY_GIVES_NOTHING, change_password },
    { "NetUserModalsGet", &account_rules_family, FAMILY_GIVES_STRUCTURE, get_rules },
    { "NetUserModalsSet", &account_rules_set_family, FAMILY_GIVES_NOTHING, set_rules },
    { "NetValidatePasswordPolicy", NULL, FAMILY_GIVES_BLOCK, validate_password },
    { "NetQueryDisplayInformation", &display_family, FAMILY_GIVES_LIST, query_display },
    { "NetGetDisplayInformationIndex", &display_family, FAMILY_GIVES_NOTHING, find_display_index },
    { "NetGroupEnum", &group_family, FAMILY_GIVES_LIST, enum_groups },
    { "NetGroupGetInfo", &group_family, FAMILY_GIVES_STRUCTURE, get_group },
    { "NetGroupAdd", &group_family, FAMILY_GIVES_NOTHING, add_group },
    { "NetGroupSetInfo", &group_set_family, FAMILY_GIVES_NOTHING, set_group },
    { "NetGroupDel", NULL, FAMILY_GIVES_NOTHING, delete_group },
    { "NetLocalGroupEnum", &local_group_family, FAMILY_GIVES_LIST, enum_local_groups },
    { "NetLocalGroupGetInfo", &local_group_family, FAMILY_GIVES_STRUCTURE, get_local_group },
    { "NetLocalGroupAdd", &local_group_family, FAMILY_GIVES_NOTHING, add_local_group },
    { "NetLocalGroupSetInfo", &local_group_set_family, FAMILY_GIVES_NOTHING, set_local_group },
    { "NetLocalGroupDel", NULL, FAMILY_GIVES_NOTHING, delete_local_group },
    { "NetGroupGetUsers", &group_user_family, FAMILY_GIVES_LIST, enum_group_users },
    { "NetLocalGroupGetMembers", &local_group_member_family, FAMILY_GIVES_LIST,
      enum_local_group_members },
    { "NetUserGetGroups", &user_group_family, FAMILY_GIVES_LIST, enum_groups_of_user },
    { "NetUserGetLocalGroups", &user_local_group_family, FAMILY_GIVES_LIST,
      enum_local_groups_of_user },
    { "NetGroupSetUsers", &group_user_family, FAMILY_GIVES_NOTHING, change_group_users },
    { "NetGroupAddUser, NetGroupDelUser", NULL, FAMILY_GIVES_NOTHING, change_group_user },
    { "NetLocalGroupAddMembers, NetLocalGroupDelMembers, NetLocalGroupSetMembers",
      &local_group_member_family, FAMILY_GIVES_NOTHING, change_local_group_members },
    { "NetUserSetGroups", &user_group_family, FAMILY_GIVES_NOTHING, set_groups_of_user },
};
const size_t family_account_calls_count =
    sizeof(family_account_calls) / sizeof(family_account_calls[0]);
