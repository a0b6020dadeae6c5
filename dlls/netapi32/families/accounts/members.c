/*
 * Who is in which group, on this computer or on a server: what the exported functions do, without
 * Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/members.h"

#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_source.h"

static const struct info_family *const families_of_members[GROUP_KINDS] = {
    [GLOBAL_GROUP] = &group_user_family,
    [LOCAL_GROUP] = &local_group_member_family,
};

static const struct info_family *const families_of_groups[GROUP_KINDS] = {
    [GLOBAL_GROUP] = &user_group_family,
    [LOCAL_GROUP] = &user_local_group_family,
};

const struct info_family *members_family(enum group_kind kind)
{
    return families_of_members[kind];
}

const struct info_family *member_groups_family(enum group_kind kind)
{
    return families_of_groups[kind];
}

/* ---- Reading --------------------------------------------------------------------------------- */

uint32_t members_enumerate(const struct member_request *group, uint32_t preferred_length,
                           uint32_t resume_handle, struct info_answer *answer)
{
    const struct info_family *family = members_family(group->kind);
    const struct info_level *layout = info_find_level(family, group->level);
    struct account_call call;
    struct info_rows members = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ NULL, 0, 0, 0 };
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, group->server, ACCOUNTS_READ);
    if (!status)
    {
        /* Level 0 of local groups is SIDs alone. */
        bool with_names = group->kind == GLOBAL_GROUP || group->level > 0;

        status = group->name.length ? call.source->list_members(&call, group->kind, group->name,
                                                                with_names, &members)
                                    : group_not_found(group->kind);
    }
    if (!status)
    {
        status =
            info_answer_from(family, layout, &members, resume_handle, preferred_length, answer);
    }
    account_call_end(&call);
    return status;
}

uint32_t member_groups_enumerate(const struct member_request *user, bool indirect,
                                 uint32_t preferred_length, struct info_answer *answer)
{
    const struct info_family *family = member_groups_family(user->kind);
    const struct info_level *layout = info_find_level(family, user->level);
    struct account_call call;
    struct info_rows groups = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ NULL, 0, 0, 0 };
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, user->server, ACCOUNTS_READ);
    if (!status)
    {
        status = user->name.length
                     ? call.source->list_groups_of(&call, user->kind, user->name, indirect, &groups)
                     : NERR_UserNotFound;
    }
    if (!status)
    {
        status = info_answer_from(family, layout, &groups, 0, preferred_length, answer);
    }
    account_call_end(&call);
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* A caller's structures as rows of `family`, in the arena of the call. */
static uint32_t read_rows(struct account_call *call, const struct info_family *family,
                          uint32_t level, const void *structures, uint32_t count,
                          struct info_rows *rows)
{
    const struct info_level *layout = info_find_level(family, level);

    *rows = (struct info_rows){ NULL, 0 };
    if (count > MEMBERS_MAX)
    {
        return ERROR_INVALID_PARAMETER;
    }
    rows->rows = arena_array(&call->arena, count, family->row_size);
    if (!rows->rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (; rows->count < count; rows->count++)
    {
        info_read(layout, (const uint8_t *)structures + rows->count * layout->api_size,
                  (uint8_t *)rows->rows + rows->count * family->row_size);
    }
    return ERROR_SUCCESS;
}

/* Members of local groups are SIDs or names: SIDs are as long as they say. */
static uint32_t check_members(enum group_kind kind, uint32_t level, const struct info_rows *rows)
{
    struct member *members = rows->rows;

    for (size_t i = 0; i < rows->count; i++)
    {
        struct bytes sid = sid_of_caller(members[i].sid.data);

        members[i].sid = (struct info_bytes){ sid.data, sid.size };
        members[i].attributes = level ? members[i].attributes : GROUP_MEMBER_ATTRIBUTES;
        if (kind == LOCAL_GROUP && !level && !sid.data)
        {
            return ERROR_INVALID_MEMBER;
        }
        if (kind == LOCAL_GROUP && level && !members[i].domain_name.length)
        {
            return ERROR_NO_SUCH_MEMBER;
        }
        if (kind == GLOBAL_GROUP && !members[i].name.length)
        {
            return NERR_UserNotFound;
        }
    }
    return ERROR_SUCCESS;
}

/* Members are given at these levels only: they say whom they mean, and no more than that. */
static bool is_level_of_changes(enum group_kind kind, uint32_t level)
{
    return kind == GLOBAL_GROUP ? level <= 1 : level == 0 || level == 3;
}

uint32_t members_change(const struct member_request *group, enum member_change change,
                        const void *structures, uint32_t count)
{
    struct account_call call;
    struct info_rows members = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    if (!is_level_of_changes(group->kind, group->level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structures && count)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, group->server, ACCOUNTS_CHANGE);
    if (!status)
    {
        status = read_rows(&call, members_family(group->kind), group->level, structures, count,
                           &members);
    }
    if (!status && !group->name.length)
    {
        status = group_not_found(group->kind);
    }
    if (!status)
    {
        status = check_members(group->kind, group->level, &members);
    }
    if (!status)
    {
        status = call.source->change_members(&call, group->kind, group->name, change, members.rows,
                                             members.count);
    }
    account_call_end(&call);
    return status;
}

uint32_t members_change_one(const struct member_request *group, enum member_change change,
                            struct utf16_slice user)
{
    struct account_call call;
    struct member member = { .name = user, .attributes = GROUP_MEMBER_ATTRIBUTES };
    uint32_t status = account_call_begin(&call, group->server, ACCOUNTS_CHANGE);

    if (!status && !group->name.length)
    {
        status = group_not_found(group->kind);
    }
    if (!status)
    {
        status = user.length ? call.source->change_members(&call, group->kind, group->name, change,
                                                           &member, 1)
                             : NERR_UserNotFound;
    }
    account_call_end(&call);
    return status;
}

static void complete_groups(uint32_t level, const struct info_rows *rows)
{
    struct group *groups = rows->rows;

    for (size_t i = 0; i < rows->count; i++)
    {
        groups[i].attributes = level ? groups[i].attributes : GROUP_MEMBER_ATTRIBUTES;
    }
}

uint32_t member_groups_replace(const struct member_request *user, const void *structures,
                               uint32_t count)
{
    struct account_call call;
    struct info_rows groups = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    if (!info_find_level(&user_group_family, user->level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structures && count)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, user->server, ACCOUNTS_CHANGE);
    if (!status)
    {
        status = read_rows(&call, &user_group_family, user->level, structures, count, &groups);
    }
    if (!status)
    {
        complete_groups(user->level, &groups);
        status = user->name.length
                     ? call.source->set_groups_of(&call, user->name, groups.rows, groups.count)
                     : NERR_UserNotFound;
    }
    account_call_end(&call);
    return status;
}
