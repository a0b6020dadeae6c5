/*
 * Members of groups of a server. [MS-SAMR] 3.1.5.8
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/sid_use.h"
#include "base/status.h"
#include "families/accounts/account_server_display.h"
#include "families/accounts/account_server_ids.h"
#include "platform/platform.h"

/* ---- Who is in a global group ---------------------------------------------------------------- */

/* The members by their relative identifiers, with attributes. */
static uint32_t get_global_members(struct account_call *call, const struct context_handle *group,
                                   struct info_rows *members)
{
    static const struct samr_group_members none;
    struct samr_get_group_members parameters = { .group = *group };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_GET_MEMBERS_IN_GROUP, &parameters, &reply);
    const struct samr_group_members *found =
        !status && parameters.members ? parameters.members : &none;
    struct member *rows = NULL;

    *members = (struct info_rows){ 0 };
    if (!status)
    {
        rows = arena_array(&call->arena, found->count, sizeof(*rows));
        status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    for (uint32_t i = 0; i < found->count && !status; i++)
    {
        rows[i].relative_id = found->rids[i];
        rows[i].attributes = found->attributes[i];
    }
    if (!status)
    {
        *members = (struct info_rows){ rows, found->count };
        status = rows_make_set(call, &members_by_id, members);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t list_global_members(struct account_call *call, struct utf16_slice group,
                                    struct info_rows *members)
{
    struct opened_group opened;
    uint32_t status =
        account_server_open_group(call, GLOBAL_GROUP, group, GROUP_LIST_MEMBERS, &opened);

    if (!status)
    {
        status = get_global_members(call, &opened.handle, members);
    }
    account_server_close(call, &opened.handle);
    return status ? status
                  : account_server_name_rows(call, ACCOUNT_DOMAIN, &identified_member, members);
}

/* ---- Who is in a local group ----------------------------------------------------------------- */

static uint32_t get_local_members(struct account_call *call, const struct context_handle *alias,
                                  struct info_rows *members)
{
    struct samr_get_alias_members parameters = { .alias = *alias };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_GET_MEMBERS_IN_ALIAS, &parameters, &reply);
    const uint32_t count = status ? 0 : parameters.members.count;
    struct member *rows = NULL;

    *members = (struct info_rows){ 0 };
    if (!status)
    {
        rows = arena_array(&call->arena, count, sizeof(*rows));
        status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    for (uint32_t i = 0; i < count && !status; i++)
    {
        const struct bytes sid = parameters.members.sids[i];

        rows[i].sid = (struct info_bytes){ sid.data, sid.size };
        if (!sid_is_valid(sid))
        {
            status = RPC_S_PROTOCOL_ERROR;
        }
        else if (!account_call_keep_bytes(call, &rows[i].sid))
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    if (!status)
    {
        *members = (struct info_rows){ rows, count };
        status = rows_make_set(call, &members_by_sid, members);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t list_local_members(struct account_call *call, struct utf16_slice group,
                                   bool with_names, struct info_rows *members)
{
    struct opened_group opened;
    uint32_t status =
        account_server_open_group(call, LOCAL_GROUP, group, ALIAS_LIST_MEMBERS, &opened);

    if (!status)
    {
        status = get_local_members(call, &opened.handle, members);
    }
    account_server_close(call, &opened.handle);
    return status || !with_names
               ? status
               : account_server_find_sid_names(call, members->rows, members->count);
}

uint32_t account_server_list_members(struct account_call *call, enum group_kind kind,
                                     struct utf16_slice group, bool with_names,
                                     struct info_rows *members)
{
    uint32_t status = ERROR_SUCCESS;

    *members = (struct info_rows){ 0 };
    status = kind == GLOBAL_GROUP ? list_global_members(call, group, members)
                                  : list_local_members(call, group, with_names, members);
    if (status)
    {
        *members = (struct info_rows){ 0 };
    }
    return status;
}

/* ---- Changes, and their undoing -------------------------------------------------------------- */

/* One member more or less. */
static uint32_t change_global_member(struct account_call *call, const struct context_handle *group,
                                     const struct member *member, bool adds)
{
    struct samr_set_group_member addition = {
        .group = *group,
        .member_id = member->relative_id,
        .attributes = member->attributes ? member->attributes : ATTRIBUTES_USUAL,
    };
    struct samr_remove_group_member removal = { .group = *group, .member_id = member->relative_id };
    struct rpc_reply reply;
    const uint32_t status =
        adds ? account_server_ask(call, SAMR_ADD_MEMBER_TO_GROUP, &addition, &reply)
             : account_server_ask(call, SAMR_REMOVE_MEMBER_FROM_GROUP, &removal, &reply);

    rpc_reply_free(&reply);
    return status;
}

static uint32_t change_local_member(struct account_call *call, const struct context_handle *alias,
                                    const struct member *member, bool adds)
{
    struct samr_change_alias_member parameters = {
        .handle = *alias,
        .member_id = { member->sid.data, member->sid.size },
    };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask(
        call, adds ? SAMR_ADD_MEMBER_TO_ALIAS : SAMR_REMOVE_MEMBER_FROM_ALIAS, &parameters, &reply);

    rpc_reply_free(&reply);
    return status;
}

typedef uint32_t (*member_action)(struct account_call *call, const struct context_handle *group,
                                  const struct member *member, bool adds);

/* Whether a member was as it should be; a Samba domain controller does not list the members whose
 * primary group it is, and yet has them. */
static bool was_so(uint32_t code)
{
    return code == NERR_UserInGroup || code == NERR_UserNotInGroup ||
           code == ERROR_MEMBER_IN_ALIAS || code == ERROR_MEMBER_NOT_IN_ALIAS;
}

/* One by one; after a failure those that were changed are changed back. Where `is_lenient`, members
 * that are as they should be are taken out of the list. */
static uint32_t change_each(struct account_call *call, const struct opened_group *group,
                            struct info_rows *members, bool adds, bool is_lenient)
{
    const member_action act =
        group->kind == GLOBAL_GROUP ? change_global_member : change_local_member;
    const uint64_t start = platform_now();
    struct member *rows = members->rows;
    uint32_t status = ERROR_SUCCESS;
    size_t done = 0;

    for (size_t i = 0; i < members->count && !status; i++)
    {
        status = account_server_must_turn_back(call, start)
                     ? ERROR_SEM_TIMEOUT
                     : act(call, &group->handle, &rows[i], adds);
        if (is_lenient && was_so(status))
        {
            status = ERROR_SUCCESS;
        }
        else if (!status)
        {
            rows[done++] = rows[i];
        }
    }
    members->count = done;
    while (status && done--)
    {
        act(call, &group->handle, &rows[done], !adds);
    }
    return status;
}

/* At most SAMR_SIDS_MAX at once, of which the server leaves alone those that are as they should be. */
static uint32_t change_batch(struct account_call *call, const struct opened_group *group,
                             const struct member *members, size_t count, bool adds)
{
    struct samr_change_alias_members parameters = { .alias = group->handle };
    struct bytes *sids = calloc(count, sizeof(*sids));
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    if (!sids)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < count; i++)
    {
        sids[i] = (struct bytes){ members[i].sid.data, members[i].sid.size };
    }
    parameters.members = (struct samr_sid_array){ (uint32_t)count, sids };
    status = account_server_ask_if_offered(
        call, adds ? SAMR_ADD_MULTIPLE_MEMBERS_TO_ALIAS : SAMR_REMOVE_MULTIPLE_MEMBERS_FROM_ALIAS,
        &parameters, &reply);
    rpc_reply_free(&reply);
    free(sids);
    return status;
}

/* Members that are all to be changed: after a failure those that were are changed back. */
static uint32_t change_all(struct account_call *call, const struct opened_group *group,
                           struct info_rows *members, bool adds, bool is_lenient)
{
    const struct member *rows = members->rows;
    uint32_t status = ERROR_SUCCESS;
    size_t begun = 0;

    if (group->kind == GLOBAL_GROUP || members->count < 2)
    {
        return change_each(call, group, members, adds, is_lenient);
    }
    for (size_t start = 0; start < members->count && !status; start = begun)
    {
        const size_t left = members->count - start;

        begun = start + (left < SAMR_SIDS_MAX ? left : SAMR_SIDS_MAX);
        status = change_batch(call, group, rows + start, begun - start, adds);
        if (call->remote.lacks_operation)
        {
            return change_each(call, group, members, adds, is_lenient);
        }
    }
    for (size_t start = 0; status && start < begun; start += SAMR_SIDS_MAX)
    {
        const size_t left = begun - start;

        change_batch(call, group, rows + start, left < SAMR_SIDS_MAX ? left : SAMR_SIDS_MAX, !adds);
    }
    return status;
}

/* ---- Changing members ------------------------------------------------------------------------ */

/* What changes: no one, some, or all but some; no member is in both. */
struct difference
{
    struct info_rows added;
    struct info_rows removed;
};

/* New members come first, so that at no time nobody is in the group. */
static uint32_t make_difference(struct account_call *call, const struct opened_group *group,
                                struct difference *difference, bool is_lenient)
{
    uint32_t status = change_all(call, group, &difference->added, true, is_lenient);

    if (!status)
    {
        status = change_all(call, group, &difference->removed, false, is_lenient);
        if (status)
        {
            change_all(call, group, &difference->added, false, true);
        }
    }
    return status;
}

/* What is to change for these members to be added, removed, or all that there are. What is there now
 * is asked for where it matters: one member is for the server to judge. */
static uint32_t find_difference(struct account_call *call, const struct opened_group *group,
                                enum member_change change, const struct info_rows *members,
                                struct difference *difference)
{
    const struct row_order *order = group->kind == GLOBAL_GROUP ? &members_by_id : &members_by_sid;
    struct info_rows present = { 0 };
    struct info_rows wrong = { 0 };
    uint32_t status = ERROR_SUCCESS;

    *difference = (struct difference){ .added = { 0 } };
    if (change == MEMBERS_REPLACE || members->count > 1)
    {
        status = group->kind == GLOBAL_GROUP ? get_global_members(call, &group->handle, &present)
                                             : get_local_members(call, &group->handle, &present);
    }
    if (!status && change == MEMBERS_REPLACE)
    {
        status = rows_part_of_set(call, order, members, &present, false, &difference->added);
        return status
                   ? status
                   : rows_part_of_set(call, order, &present, members, false, &difference->removed);
    }
    if (!status && members->count > 1)
    {
        status = rows_part_of_set(call, order, members, &present, change == MEMBERS_ADD, &wrong);
    }
    if (!status && wrong.count)
    {
        status = group->kind == GLOBAL_GROUP
                     ? (change == MEMBERS_ADD ? NERR_UserInGroup : NERR_UserNotInGroup)
                     : (change == MEMBERS_ADD ? ERROR_MEMBER_IN_ALIAS : ERROR_MEMBER_NOT_IN_ALIAS);
    }
    *(change == MEMBERS_ADD ? &difference->added : &difference->removed) = *members;
    return status;
}

/* The relative identifiers of users, by their names. */
static uint32_t find_users(struct account_call *call, struct info_rows *members)
{
    const uint32_t status = account_server_identify_rows(call, &identified_member, SID_USE_USER,
                                                         NERR_UserNotFound, members);

    return status ? status : rows_make_set(call, &members_by_id, members);
}

/* The SIDs of members that are given by name; of those that are given by SID the server knows whether
 * they may be members. */
static uint32_t find_accounts(struct account_call *call, struct info_rows *members)
{
    struct member *rows = members->rows;
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < members->count && !status; i++)
    {
        const struct bytes sid = { rows[i].sid.data, rows[i].sid.size };

        rows[i].use = SID_USE_NONE;
        status = sid.data && !sid_is_valid(sid) ? ERROR_INVALID_MEMBER : ERROR_SUCCESS;
    }
    if (!status)
    {
        status = account_server_find_sids(call, rows, members->count);
    }
    for (size_t i = 0; i < members->count && !status; i++)
    {
        if (!rows[i].sid.data)
        {
            status = ERROR_NO_SUCH_MEMBER;
        }
        else if (rows[i].use == SID_USE_DOMAIN)
        {
            status = ERROR_INVALID_MEMBER;
        }
    }
    return status ? status : rows_make_set(call, &members_by_sid, members);
}

/* Domain controllers tell of a local group in the words of a global one. */
static uint32_t member_code(enum group_kind kind, uint32_t code)
{
    if (kind == LOCAL_GROUP)
    {
        switch (code)
        {
        case NERR_UserInGroup: return ERROR_MEMBER_IN_ALIAS;
        case NERR_UserNotInGroup: return ERROR_MEMBER_NOT_IN_ALIAS;
        case NERR_UserNotFound: return ERROR_NO_SUCH_MEMBER;
        default: break;
        }
    }
    return account_server_group_code(kind, code);
}

static const uint32_t change_access[GROUP_KINDS] = {
    [GLOBAL_GROUP] = GROUP_ADD_MEMBER | GROUP_REMOVE_MEMBER | GROUP_LIST_MEMBERS,
    [LOCAL_GROUP] = ALIAS_ADD_MEMBER | ALIAS_REMOVE_MEMBER | ALIAS_LIST_MEMBERS,
};

uint32_t account_server_change_members(struct account_call *call, enum group_kind kind,
                                       struct utf16_slice group, enum member_change change,
                                       const struct member *members, size_t count)
{
    struct info_rows given = { arena_array(&call->arena, count, sizeof(*members)), count };
    struct opened_group opened;
    struct difference difference;
    uint32_t status = ERROR_SUCCESS;

    if (!given.rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memcpy(given.rows, count ? members : given.rows, count * sizeof(*members));
    status = account_server_open_group(call, kind, group, change_access[kind], &opened);
    if (!status)
    {
        status = kind == GLOBAL_GROUP ? find_users(call, &given) : find_accounts(call, &given);
    }
    if (!status)
    {
        status = find_difference(call, &opened, change, &given, &difference);
    }
    if (!status)
    {
        status = make_difference(call, &opened, &difference, change == MEMBERS_REPLACE);
    }
    account_server_close(call, &opened.handle);
    return member_code(kind, status);
}
