/*
 * What users of a server may do: USER_PRIV_ and AF_OP_, by the groups of BUILTIN that they are in.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * [MS-SAMR] has no such members: the API derives them from memberships.
 */
#include "base/sid.h"
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/user_flags.h"

/* [MS-DTYP] 2.4.2.4 */
#define RID_GUEST          501u
#define RID_DOMAIN_ADMINS  512u
#define RID_DOMAIN_GUESTS  514u
#define RID_ADMINISTRATORS 544u
#define RID_GUESTS         546u

/* What being in a group of BUILTIN means. */
static const struct
{
    uint32_t rid;
    uint32_t auth_flags;
} groups_of_built_in[] = {
    { RID_ADMINISTRATORS, 0 }, { RID_GUESTS, 0 }, { 548, AF_OP_ACCOUNTS }, /* Account Operators */
    { 549, AF_OP_SERVER },                                                 /* Server Operators */
    { 550, AF_OP_PRINT },                                                  /* Print Operators */
};

/* Global groups that are in a group of BUILTIN wherever Windows has them; Samba alone need not say so. */
static const struct
{
    uint32_t rid;
    uint32_t group_of_built_in;
} global_groups[] = {
    { RID_DOMAIN_ADMINS, RID_ADMINISTRATORS },
    { RID_DOMAIN_GUESTS, RID_GUESTS },
};

static void begin(struct user *user)
{
    user->privilege = user->relative_id == RID_GUEST ? USER_PRIV_GUEST : USER_PRIV_USER;
    user->auth_flags = 0;
}

/* The user is in a group of BUILTIN. */
static void enter(struct user *user, uint32_t rid)
{
    if (rid == RID_ADMINISTRATORS)
    {
        user->privilege = USER_PRIV_ADMIN;
    }
    if (rid == RID_GUESTS && user->privilege != USER_PRIV_ADMIN)
    {
        user->privilege = USER_PRIV_GUEST;
    }
    for (size_t i = 0; i < INFO_COUNT(groups_of_built_in); i++)
    {
        user->auth_flags |= groups_of_built_in[i].rid == rid ? groups_of_built_in[i].auth_flags : 0;
    }
}

/* The user is in a global group. */
static void enter_global(struct user *user, uint32_t rid)
{
    for (size_t i = 0; i < INFO_COUNT(global_groups); i++)
    {
        if (global_groups[i].rid == rid)
        {
            enter(user, global_groups[i].group_of_built_in);
        }
    }
}

/* What the server refuses to tell, or does not have, is not known; nothing else fails for that. */
static uint32_t unless_answered(const struct account_call *call, const struct rpc_reply *reply,
                                uint32_t status)
{
    return reply->stub.data || call->remote.lacks_operation ? ERROR_SUCCESS : status;
}

/* ---- One user -------------------------------------------------------------------------------- */

/* The SIDs of a user and of its global groups, in the arena of the call. */
static uint32_t find_sids(struct account_call *call, const struct context_handle *handle,
                          struct user *user, struct bytes **sids, size_t *count)
{
    const struct account_domain *domain = &account_server_of(call)->domains[ACCOUNT_DOMAIN];
    struct samr_get_groups_for_user parameters = { .user = *handle };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_GET_GROUPS_FOR_USER, &parameters, &reply);
    const struct samr_memberships none = { 0 };
    const struct samr_memberships *groups =
        !status && parameters.groups ? parameters.groups : &none;
    struct sid *kept = arena_array(&call->arena, groups->count, sizeof(*kept));

    status = unless_answered(call, &reply, status);
    *count = 1 + (size_t)groups->count;
    *sids = arena_array(&call->arena, *count, sizeof(**sids));
    if (!status && (!*sids || !kept))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        (*sids)[0] = (struct bytes){ user->sid.data, user->sid.size };
    }
    for (size_t i = 0; i < groups->count && !status; i++)
    {
        (*sids)[i + 1] = sid_join(domain->sid, groups->groups[i].rid, &kept[i]);
        enter_global(user, groups->groups[i].rid);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t enter_by_sids(struct account_call *call, const struct account_domain *built_in,
                              struct bytes *sids, size_t count, struct user *user)
{
    struct samr_get_alias_membership parameters = {
        .domain = built_in->handle,
        .sids = { (uint32_t)count, sids },
    };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_GET_ALIAS_MEMBERSHIP, &parameters, &reply);

    for (uint32_t i = 0; !status && i < parameters.membership.count; i++)
    {
        enter(user, parameters.membership.numbers[i]);
    }
    status = unless_answered(call, &reply, status);
    rpc_reply_free(&reply);
    return status;
}

/* Opens BUILTIN, which may be refused: then *built_in is NULL. */
static uint32_t open_built_in(struct account_call *call, const struct account_domain **built_in)
{
    uint32_t status = account_server_open_domain(call, BUILT_IN_DOMAIN, built_in);

    if (status == ERROR_ACCESS_DENIED || status == ERROR_NO_SUCH_DOMAIN)
    {
        *built_in = NULL;
        status = ERROR_SUCCESS;
    }
    return status;
}

uint32_t account_server_find_privilege(struct account_call *call,
                                       const struct context_handle *handle, struct user *user)
{
    const struct account_domain *built_in = NULL;
    struct bytes *sids = NULL;
    size_t count = 0;
    uint32_t status = open_built_in(call, &built_in);

    begin(user);
    if (status || !built_in)
    {
        return status;
    }
    status = find_sids(call, handle, user, &sids, &count);
    for (size_t start = 0; start < count && !status; start += SAMR_SIDS_MAX)
    {
        const size_t left = count - start;

        status = enter_by_sids(call, built_in, sids + start,
                               left < SAMR_SIDS_MAX ? left : SAMR_SIDS_MAX, user);
    }
    return status;
}

/* ---- Many users ------------------------------------------------------------------------------ */

/* Users by relative identifier, whatever order they come in. */
struct user_index
{
    struct user **users;
    size_t count;
};

static int compare_users(const void *left, const void *right, const void *context)
{
    const uint32_t a = (*(struct user *const *)left)->relative_id;
    const uint32_t b = (*(struct user *const *)right)->relative_id;

    (void)context;
    return a < b ? -1 : a > b;
}

/* NULL for nobody. */
static struct user *user_of(const struct user_index *index, uint32_t rid)
{
    size_t first = 0;
    size_t end = index->count;

    while (first < end)
    {
        const size_t middle = first + (end - first) / 2;

        if (index->users[middle]->relative_id < rid)
        {
            first = middle + 1;
        }
        else
        {
            end = middle;
        }
    }
    return first < index->count && index->users[first]->relative_id == rid ? index->users[first]
                                                                           : NULL;
}

/* The members of a group of the account domain, where it is one. */
static uint32_t enter_group(struct account_call *call, const struct user_index *index,
                            uint32_t member_rid, uint32_t group_rid)
{
    struct samr_get_group_members parameters = { .result = 0 };
    struct context_handle handle;
    struct rpc_reply reply;
    uint32_t status = account_server_open(call, SAMR_OPEN_GROUP, ACCOUNT_DOMAIN, member_rid,
                                          SAMR_MAXIMUM_ALLOWED, &handle);

    if (status)
    {
        return status == NERR_GroupNotFound || status == ERROR_ACCESS_DENIED ? ERROR_SUCCESS
                                                                             : status;
    }
    parameters.group = handle;
    status = account_server_ask(call, SAMR_GET_MEMBERS_IN_GROUP, &parameters, &reply);
    for (uint32_t i = 0; !status && parameters.members && i < parameters.members->count; i++)
    {
        struct user *user = user_of(index, parameters.members->rids[i]);

        if (user)
        {
            enter(user, group_rid);
        }
    }
    status = unless_answered(call, &reply, status);
    rpc_reply_free(&reply);
    account_server_close(call, &handle);
    return status;
}

static uint32_t enter_members(struct account_call *call, const struct user_index *index,
                              const struct samr_sid_array *members, uint32_t group_rid)
{
    const struct account_domain *domain = &account_server_of(call)->domains[ACCOUNT_DOMAIN];
    uint32_t status = ERROR_SUCCESS;

    for (uint32_t i = 0; i < members->count && !status; i++)
    {
        uint32_t rid = 0;
        struct user *user = NULL;

        if (!sid_is_in_domain(members->sids[i], domain->sid, &rid))
        {
            continue;
        }
        user = user_of(index, rid);
        if (user)
        {
            enter(user, group_rid);
        }
        else
        {
            status = enter_group(call, index, rid, group_rid);
        }
    }
    return status;
}

static uint32_t enter_by_alias(struct account_call *call, const struct user_index *index,
                               uint32_t alias_rid)
{
    struct samr_get_alias_members parameters = { .result = 0 };
    struct context_handle handle;
    struct rpc_reply reply;
    uint32_t status = account_server_open(call, SAMR_OPEN_ALIAS, BUILT_IN_DOMAIN, alias_rid,
                                          SAMR_MAXIMUM_ALLOWED, &handle);

    if (status)
    {
        return status == ERROR_NO_SUCH_ALIAS || status == ERROR_ACCESS_DENIED ? ERROR_SUCCESS
                                                                              : status;
    }
    parameters.alias = handle;
    status = account_server_ask(call, SAMR_GET_MEMBERS_IN_ALIAS, &parameters, &reply);
    status = status ? unless_answered(call, &reply, status)
                    : enter_members(call, index, &parameters.members, alias_rid);
    rpc_reply_free(&reply);
    account_server_close(call, &handle);
    return status;
}

uint32_t account_server_find_privileges(struct account_call *call, struct user *users, size_t count)
{
    const struct sorting by_rid = {
        .size = sizeof(struct user *),
        .compare = compare_users,
        .is_late = account_call_is_late,
        .context = call,
    };
    struct user_index index = { arena_array(&call->arena, count, sizeof(struct user *)), count };
    const struct account_domain *built_in = NULL;
    uint32_t status = index.users ? open_built_in(call, &built_in) : ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; i < count && index.users; i++)
    {
        begin(&users[i]);
        index.users[i] = &users[i];
    }
    if (!status && built_in)
    {
        status = sort(index.users, count, &by_rid);
    }
    for (size_t i = 0; i < INFO_COUNT(groups_of_built_in) && !status && built_in; i++)
    {
        status = enter_by_alias(call, &index, groups_of_built_in[i].rid);
    }
    for (size_t i = 0; i < INFO_COUNT(global_groups) && !status && built_in; i++)
    {
        status =
            enter_group(call, &index, global_groups[i].rid, global_groups[i].group_of_built_in);
    }
    return status;
}
