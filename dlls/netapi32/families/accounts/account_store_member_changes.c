/*
 * Who is to be in which group of this computer: everything is found and checked before the first
 * change.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_host.h"
#include "families/accounts/account_store.h"

/* What a kind of group says of members that are in it, or are not. */
static const struct
{
    uint32_t is_in;
    uint32_t is_not_in;
} codes[GROUP_KINDS] = {
    [GLOBAL_GROUP] = { NERR_UserInGroup, NERR_UserNotInGroup },
    [LOCAL_GROUP] = { ERROR_MEMBER_IN_ALIAS, ERROR_MEMBER_NOT_IN_ALIAS },
};

/* ---- Reading members ------------------------------------------------------------------------- */

/* Global groups have users of this computer. */
static uint32_t read_user(const struct account_store *store, const struct member *member,
                          struct info_bytes *sid)
{
    const struct stored_user *user = account_store_user(store, member->name);

    *sid = user ? user->row.sid : (struct info_bytes){ NULL, 0 };
    return user ? ERROR_SUCCESS : NERR_UserNotFound;
}

/* A local group cannot be in a local group; what was of this computer and is no more cannot be in one
 * either, and what nobody knows may be somebody of another domain. */
static uint32_t check_member(const struct account_store *store, struct info_bytes sid)
{
    uint32_t relative_id = 0;

    switch (account_store_use_of_sid(store, sid))
    {
    case ACCOUNT_USE_ALIAS:
    case ACCOUNT_USE_DOMAIN: return ERROR_INVALID_MEMBER;
    case ACCOUNT_USE_UNKNOWN:
        return sid_is_in_domain(sid_of(sid), store->domain, &relative_id) ? ERROR_NO_SUCH_MEMBER
                                                                          : ERROR_SUCCESS;
    default: return ERROR_SUCCESS;
    }
}

static uint32_t read_account(struct account_store *store, const struct member *member,
                             struct info_bytes *sid)
{
    const struct utf16_slice name = member->domain_name.units ? member->domain_name : member->name;
    uint32_t status = ERROR_SUCCESS;

    if (member->sid.data)
    {
        *sid = member->sid;
        status = sid_is_valid(sid_of(*sid)) && ((const uint8_t *)sid->data)[1]
                     ? ERROR_SUCCESS
                     : ERROR_INVALID_MEMBER;
    }
    else
    {
        status = account_store_find_sid(store, name, sid);
        status = status == ERROR_NONE_MAPPED ? ERROR_NO_SUCH_MEMBER : status;
    }
    return status ? status : check_member(store, *sid);
}

/* All of them, or none. */
static uint32_t read_members(struct account_store *store, enum group_kind kind,
                             const struct member *members, size_t count, struct sid_list *sids)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count && !status; i++)
    {
        struct info_bytes sid = { NULL, 0 };

        status = kind == GLOBAL_GROUP ? read_user(store, &members[i], &sid)
                                      : read_account(store, &members[i], &sid);
        if (!status)
        {
            status = sid_list_add(store->arena, sids, sid);
        }
    }
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* Whether a SID is in the group because it is the user's primary one. */
static bool is_in_for_good(const struct account_store *store, enum group_kind kind,
                           const struct stored_group *group, struct info_bytes sid)
{
    const struct stored_user *user = account_store_user_of_sid(store, sid);

    return kind == GLOBAL_GROUP && user && user->row.primary_group == group->row.relative_id;
}

static bool has(const struct account_store *store, enum group_kind kind,
                const struct stored_group *group, struct info_bytes sid)
{
    return stored_group_has(group, sid) || is_in_for_good(store, kind, group, sid);
}

static uint32_t add_all(const struct account_store *store, enum group_kind kind,
                        struct stored_group *group, const struct sid_list *sids)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < sids->count && !status; i++)
    {
        if (!is_in_for_good(store, kind, group, sids->sids[i]))
        {
            status = stored_group_add(store->arena, group, sids->sids[i]);
        }
    }
    return status;
}

static uint32_t add(const struct account_store *store, enum group_kind kind,
                    struct stored_group *group, const struct sid_list *sids)
{
    for (size_t i = 0; i < sids->count; i++)
    {
        if (has(store, kind, group, sids->sids[i]))
        {
            return codes[kind].is_in;
        }
    }
    return add_all(store, kind, group, sids);
}

static uint32_t remove_members(const struct account_store *store, enum group_kind kind,
                               struct stored_group *group, const struct sid_list *sids)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < sids->count; i++)
    {
        if (!has(store, kind, group, sids->sids[i]))
        {
            return codes[kind].is_not_in;
        }
        if (is_in_for_good(store, kind, group, sids->sids[i]))
        {
            return ERROR_MEMBERS_PRIMARY_GROUP;
        }
    }
    for (size_t i = 0; i < sids->count && !status; i++)
    {
        status = stored_group_remove(store->arena, group, sids->sids[i]);
    }
    return status;
}

static bool leaves_primary_group(const struct account_store *store, enum group_kind kind,
                                 const struct stored_group *group, const struct sid_list *sids)
{
    for (size_t i = 0; i < store->user_count; i++)
    {
        const struct stored_user *user = &store->users[i];

        if (!user->is_absent && is_in_for_good(store, kind, group, user->row.sid) &&
            !sid_list_has(sids, user->row.sid))
        {
            return true;
        }
    }
    return false;
}

static uint32_t replace(const struct account_store *store, enum group_kind kind,
                        struct stored_group *group, const struct sid_list *sids)
{
    uint32_t status = ERROR_SUCCESS;

    if (leaves_primary_group(store, kind, group, sids))
    {
        return ERROR_MEMBERS_PRIMARY_GROUP;
    }
    for (size_t i = stored_group_member_count(group); i-- && !status;)
    {
        struct info_bytes sid = stored_group_member(group, i);

        if (!sid_list_has(sids, sid))
        {
            status = stored_group_remove(store->arena, group, sid);
        }
    }
    return status ? status : add_all(store, kind, group, sids);
}

uint32_t account_store_change_members(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice group, enum member_change change,
                                      const struct member *members, size_t count)
{
    static uint32_t (*const changes[])(const struct account_store *, enum group_kind,
                                       struct stored_group *, const struct sid_list *) = {
        [MEMBERS_ADD] = add,
        [MEMBERS_REMOVE] = remove_members,
        [MEMBERS_REPLACE] = replace,
    };
    struct account_store *store = account_store_of(call);
    const size_t administrators = account_store_count_administrators(store);
    struct sid_list sids = { NULL, 0, 0 };
    struct stored_group *found = NULL;
    uint32_t status = account_store_need_group(store, kind, group, &found);

    if (!status)
    {
        status = read_members(store, kind, members, count, &sids);
    }
    if (!status)
    {
        status = changes[change](store, kind, found, &sids);
    }
    if (!status && administrators && !account_store_count_administrators(store))
    {
        status = NERR_LastAdmin;
    }
    return status ? status : account_store_save(store);
}

/* ---- The other way round --------------------------------------------------------------------- */

static uint32_t read_groups(const struct account_store *store, const struct group *groups,
                            size_t count, struct sid_list *sids)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count && !status; i++)
    {
        struct stored_group *group = NULL;

        status = account_store_need_group(store, GLOBAL_GROUP, groups[i].name, &group);
        if (!status)
        {
            status = sid_list_add(store->arena, sids, group->row.sid);
        }
    }
    return status;
}

uint32_t account_store_set_groups_of(struct account_call *call, struct utf16_slice user,
                                     const struct group *groups, size_t count)
{
    struct account_store *store = account_store_of(call);
    struct stored_groups *all = &store->groups[GLOBAL_GROUP];
    const struct stored_user *found = account_store_user(store, user);
    const size_t administrators = account_store_count_administrators(store);
    struct sid_list wanted = { NULL, 0, 0 };
    uint32_t status = found ? read_groups(store, groups, count, &wanted) : NERR_UserNotFound;

    for (size_t i = 0; i < all->count && !status; i++)
    {
        struct stored_group *group = &all->groups[i];
        const bool is_wanted = sid_list_has(&wanted, group->row.sid);
        const bool is_primary = group->row.relative_id == found->row.primary_group;

        if (group->is_absent)
        {
            continue;
        }
        if (is_primary)
        {
            status = is_wanted ? ERROR_SUCCESS : ERROR_MEMBERS_PRIMARY_GROUP;
        }
        else
        {
            status = is_wanted ? stored_group_add(store->arena, group, found->row.sid)
                               : stored_group_remove(store->arena, group, found->row.sid);
        }
    }
    if (!status && administrators && !account_store_count_administrators(store))
    {
        status = NERR_LastAdmin;
    }
    return status ? status : account_store_save(store);
}
