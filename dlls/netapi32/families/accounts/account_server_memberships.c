/*
 * The groups that an account of a server is in. [MS-SAMR] 3.1.5.9
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sid_use.h"
#include "base/status.h"
#include "families/accounts/account_server_display.h"
#include "families/accounts/account_server_ids.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- A user and its global groups ------------------------------------------------------------ */

static uint32_t find_user_id(struct account_call *call, struct utf16_slice name, uint32_t *rid)
{
    uint32_t use = SID_USE_NONE;
    const uint32_t status = account_server_find_names(call, ACCOUNT_DOMAIN, &name, 1, rid, &use);

    return !status && use != SID_USE_USER ? NERR_UserNotFound : status;
}

/* Groups by relative identifiers and attributes, in the server's order. */
static uint32_t get_global_groups(struct account_call *call, const struct context_handle *user,
                                  struct info_rows *groups)
{
    static const struct samr_memberships none;
    struct samr_get_groups_for_user parameters = { .user = *user };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_GET_GROUPS_FOR_USER, &parameters, &reply);
    const struct samr_memberships *found = !status && parameters.groups ? parameters.groups : &none;
    struct group *rows = NULL;

    if (!status)
    {
        rows = arena_array(&call->arena, found->count, sizeof(*rows));
        status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    for (uint32_t i = 0; i < found->count && !status; i++)
    {
        rows[i].relative_id = found->groups[i].rid;
        rows[i].attributes = found->groups[i].attributes;
        status = account_server_sid_of(call, ACCOUNT_DOMAIN, rows[i].relative_id, &rows[i].sid);
    }
    *groups = (struct info_rows){ rows, status ? 0 : found->count };
    rpc_reply_free(&reply);
    return status;
}

static uint32_t get_groups_of_user(struct account_call *call, uint32_t rid,
                                   struct info_rows *groups)
{
    struct context_handle user;
    uint32_t status =
        account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, rid, USER_LIST_GROUPS, &user);

    if (!status)
    {
        status = get_global_groups(call, &user, groups);
    }
    account_server_close(call, &user);
    return status;
}

static uint32_t list_global_groups_of(struct account_call *call, struct utf16_slice name,
                                      struct info_rows *groups)
{
    uint32_t rid = 0;
    uint32_t status = find_user_id(call, name, &rid);

    if (!status)
    {
        status = get_groups_of_user(call, rid, groups);
    }
    return status ? status
                  : account_server_name_rows(call, ACCOUNT_DOMAIN, &identified_group, groups);
}

/* ---- Local groups ---------------------------------------------------------------------------- */

/* The two parts of domain\name. */
struct account_name
{
    struct utf16_slice domain; /* absent where there is none */
    struct utf16_slice name;
};

static struct account_name split(struct utf16_slice text)
{
    const size_t at = utf16_find(text, '\\');

    if (at == text.length)
    {
        return (struct account_name){ .name = text };
    }
    return (struct account_name){ utf16_part(text, 0, at),
                                  utf16_part(text, at + 1, text.length - at - 1) };
}

/* A SID as a list of groups has them, to ask for what it is in. */
static struct bytes *add_sid(struct account_call *call, struct growing_rows *sids,
                             struct info_bytes sid)
{
    struct bytes *added = growing_rows_add(call, sids);

    if (added)
    {
        *added = (struct bytes){ sid.data, sid.size };
    }
    return added;
}

/* A user of the server's own domain, and, where they count, the global groups that it is in. */
static uint32_t find_own_sids(struct account_call *call, struct utf16_slice name, bool indirect,
                              struct growing_rows *sids)
{
    struct info_rows groups = { 0 };
    struct info_bytes sid = { 0 };
    const struct group *rows = NULL;
    uint32_t rid = 0;
    uint32_t status = find_user_id(call, name, &rid);

    if (!status)
    {
        status = account_server_sid_of(call, ACCOUNT_DOMAIN, rid, &sid);
    }
    if (!status && !add_sid(call, sids, sid))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status && indirect)
    {
        status = get_groups_of_user(call, rid, &groups);
    }
    rows = groups.rows;
    for (size_t i = 0; i < groups.count && !status; i++)
    {
        status = add_sid(call, sids, rows[i].sid) ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    return status;
}

/* An account of another domain: what that has it in is for its own controllers to say. */
static uint32_t find_foreign_sids(struct account_call *call, struct utf16_slice domain_name,
                                  struct growing_rows *sids)
{
    struct member account = { .domain_name = domain_name };
    const uint32_t status = account_server_find_sids(call, &account, 1);

    if (status)
    {
        return status;
    }
    if (!account.sid.data || account.use == SID_USE_DOMAIN)
    {
        return NERR_UserNotFound;
    }
    return add_sid(call, sids, account.sid) ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t find_sids(struct account_call *call, struct utf16_slice text, bool indirect,
                          struct growing_rows *sids)
{
    const struct account_name account = split(text);
    const struct account_domain *domain = NULL;
    const uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    if (status)
    {
        return status;
    }
    return !account.domain.length || utf16_equal(account.domain, domain->name)
               ? find_own_sids(call, account.name, indirect, sids)
               : find_foreign_sids(call, text, sids);
}

/* Adds the local groups of a domain that some SIDs are in. */
static uint32_t add_membership(struct account_call *call, enum server_domain which,
                               struct bytes *sids, size_t count, struct growing_rows *groups)
{
    const struct account_domain *domain = NULL;
    struct samr_get_alias_membership parameters = { .sids = { .count = (uint32_t)count,
                                                              .sids = sids } };
    struct rpc_reply reply;
    const struct samr_number_array *found = &parameters.membership;
    uint32_t status = account_server_open_domain(call, which, &domain);

    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask(call, SAMR_GET_ALIAS_MEMBERSHIP, &parameters, &reply);
    for (uint32_t i = 0; !status && i < found->count; i++)
    {
        struct group *group = growing_rows_add(call, groups);

        if (!group)
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
            break;
        }
        group->relative_id = found->numbers[i];
        status = account_server_sid_of(call, which, group->relative_id, &group->sid);
    }
    rpc_reply_free(&reply);
    return status;
}

/* Adds the local groups of a domain that any of the SIDs is in, each once, by relative identifier. */
static uint32_t add_memberships(struct account_call *call, enum server_domain which,
                                const struct growing_rows *sids, struct growing_rows *groups)
{
    struct growing_rows found = { .row_size = sizeof(struct group) };
    struct bytes *all = sids->list.rows;
    const struct group *rows = NULL;
    uint32_t status = ERROR_SUCCESS;

    for (size_t at = 0; at < sids->list.count && !status; at += SAMR_SIDS_MAX)
    {
        const size_t left = sids->list.count - at;

        status = add_membership(call, which, all + at, left < SAMR_SIDS_MAX ? left : SAMR_SIDS_MAX,
                                &found);
    }
    if (!status)
    {
        status = rows_make_set(call, &groups_by_id, &found.list);
    }
    if (!status && found.list.count)
    {
        status = account_server_name_rows(call, which, &identified_group, &found.list);
    }
    rows = found.list.rows;
    for (size_t i = 0; i < found.list.count && !status; i++)
    {
        struct group *group = growing_rows_add(call, groups);

        if (!group)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *group = rows[i];
    }
    return status;
}

static uint32_t list_local_groups_of(struct account_call *call, struct utf16_slice name,
                                     bool indirect, struct info_rows *groups)
{
    struct growing_rows sids = { .row_size = sizeof(struct bytes) };
    struct growing_rows found = { .row_size = sizeof(struct group) };
    uint32_t status = find_sids(call, name, indirect, &sids);

    for (size_t i = 0; i < SERVER_DOMAINS && !status; i++)
    {
        status = add_memberships(call, (enum server_domain)i, &sids, &found);
    }
    *groups = found.list;
    return status;
}

uint32_t account_server_list_groups_of(struct account_call *call, enum group_kind kind,
                                       struct utf16_slice user, bool indirect,
                                       struct info_rows *groups)
{
    uint32_t status = ERROR_SUCCESS;

    *groups = (struct info_rows){ 0 };
    status = kind == GLOBAL_GROUP ? list_global_groups_of(call, user, groups)
                                  : list_local_groups_of(call, user, indirect, groups);
    if (status)
    {
        *groups = (struct info_rows){ 0 };
    }
    return status;
}

/* ---- Changing the groups of a user ----------------------------------------------------------- */

/* The user enters a group, or leaves it. */
static uint32_t change_membership(struct account_call *call, uint32_t user,
                                  const struct group *group, bool enters)
{
    struct samr_set_group_member addition = {
        .member_id = user,
        .attributes = group->attributes ? group->attributes : ATTRIBUTES_USUAL,
    };
    struct samr_remove_group_member removal = { .member_id = user };
    struct context_handle handle;
    struct rpc_reply reply;
    uint32_t status = account_server_open(call, SAMR_OPEN_GROUP, ACCOUNT_DOMAIN, group->relative_id,
                                          enters ? GROUP_ADD_MEMBER : GROUP_REMOVE_MEMBER, &handle);

    if (status)
    {
        return status;
    }
    addition.group = handle;
    removal.group = handle;
    status = enters ? account_server_ask(call, SAMR_ADD_MEMBER_TO_GROUP, &addition, &reply)
                    : account_server_ask(call, SAMR_REMOVE_MEMBER_FROM_GROUP, &removal, &reply);
    rpc_reply_free(&reply);
    account_server_close(call, &handle);
    return status;
}

/* After a failure the user is in the groups that it was in. Groups that it is in as it should be are
 * taken out of the list. */
static uint32_t change_memberships(struct account_call *call, uint32_t user,
                                   struct info_rows *groups, bool enters)
{
    const uint64_t start = platform_now();
    struct group *rows = groups->rows;
    uint32_t status = ERROR_SUCCESS;
    size_t done = 0;

    for (size_t i = 0; i < groups->count && !status; i++)
    {
        status = account_server_must_turn_back(call, start)
                     ? ERROR_SEM_TIMEOUT
                     : change_membership(call, user, &rows[i], enters);
        if (status == NERR_UserInGroup || status == NERR_UserNotInGroup)
        {
            status = ERROR_SUCCESS;
        }
        else if (!status)
        {
            rows[done++] = rows[i];
        }
    }
    groups->count = done;
    while (status && done--)
    {
        change_membership(call, user, &rows[done], !enters);
    }
    return status;
}

static uint32_t get_primary_group(struct account_call *call, const struct context_handle *user,
                                  uint32_t *rid)
{
    struct samr_query_user parameters = { .user = *user,
                                          .information_class = SAMR_USER_PRIMARY_GROUP };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_INFORMATION_USER, &parameters, &reply);

    if (!status && !parameters.information)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status)
    {
        *rid = parameters.information->user.primary_group_id;
    }
    rpc_reply_free(&reply);
    return status;
}

/* The groups of a user, but its primary group, which it can neither enter nor leave. */
static uint32_t find_before(struct account_call *call, uint32_t rid, struct info_rows *groups,
                            struct group *primary)
{
    struct context_handle user;
    uint32_t status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, rid,
                                          USER_LIST_GROUPS | USER_READ_GENERAL, &user);

    if (!status)
    {
        status = get_primary_group(call, &user, &primary->relative_id);
    }
    if (!status)
    {
        status = get_global_groups(call, &user, groups);
    }
    account_server_close(call, &user);
    return status ? status : rows_make_set(call, &groups_by_id, groups);
}

/* The relative identifiers of the wanted groups, by their names. */
static uint32_t find_wanted(struct account_call *call, struct info_rows *groups)
{
    const uint32_t status = account_server_identify_rows(call, &identified_group, SID_USE_GROUP,
                                                         NERR_GroupNotFound, groups);

    return status ? status : rows_make_set(call, &groups_by_id, groups);
}

/* The groups that are in one set and not in the other, but the primary group. */
static uint32_t missing(struct account_call *call, const struct info_rows *set,
                        const struct info_rows *other, struct group *primary,
                        struct info_rows *part)
{
    const struct info_rows without = { primary, 1 };
    struct info_rows all = { 0 };
    const uint32_t status = rows_part_of_set(call, &groups_by_id, set, other, false, &all);

    return status ? status : rows_part_of_set(call, &groups_by_id, &all, &without, false, part);
}

/* Enters groups before it leaves any. */
static uint32_t regroup(struct account_call *call, uint32_t user, struct info_rows *entered,
                        struct info_rows *left)
{
    uint32_t status = change_memberships(call, user, entered, true);

    if (!status)
    {
        status = change_memberships(call, user, left, false);
        if (status)
        {
            change_memberships(call, user, entered, false);
        }
    }
    return account_server_group_code(GLOBAL_GROUP, status);
}

uint32_t account_server_set_groups_of(struct account_call *call, struct utf16_slice user,
                                      const struct group *groups, size_t count)
{
    struct info_rows wanted = { arena_array(&call->arena, count, sizeof(*groups)), count };
    struct info_rows before = { 0 };
    struct info_rows entered = { 0 };
    struct info_rows left = { 0 };
    struct group primary = { .relative_id = 0 };
    uint32_t rid = 0;
    uint32_t status = wanted.rows ? find_user_id(call, user, &rid) : ERROR_NOT_ENOUGH_MEMORY;

    if (!status)
    {
        memcpy(wanted.rows, count ? groups : wanted.rows, count * sizeof(*groups));
        status = find_wanted(call, &wanted);
    }
    if (!status)
    {
        status = find_before(call, rid, &before, &primary);
    }
    if (!status)
    {
        status = missing(call, &wanted, &before, &primary, &entered);
    }
    if (!status)
    {
        status = missing(call, &before, &wanted, &primary, &left);
    }
    return status ? status : regroup(call, rid, &entered, &left);
}
