/*
 * Who is in which group of this computer, and what SIDs and names stand for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "families/accounts/account_host.h"
#include "families/accounts/account_store.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- SIDs and names -------------------------------------------------------------------------- */

/* "computer\name" without the computer. */
static struct utf16_slice without_computer(const struct account_store *store,
                                           struct utf16_slice name)
{
    size_t backslash = name.units ? utf16_find(name, '\\') : 0;

    return backslash < name.length &&
                   utf16_equal(utf16_part(name, 0, backslash), utf16_from_name(&store->computer))
               ? utf16_part(name, backslash + 1, name.length)
               : name;
}

/* The SID of an account of this computer by its name; absent for none. */
static struct info_bytes own_sid(const struct account_store *store, struct utf16_slice name)
{
    const struct stored_user *user = account_store_user(store, name);
    const struct stored_group *group = NULL;

    for (enum group_kind kind = 0; kind < GROUP_KINDS && !user && !group; kind++)
    {
        group = account_store_group(store, kind, name);
    }
    return user ? user->row.sid : group ? group->row.sid : (struct info_bytes){ NULL, 0 };
}

uint32_t account_store_find_sid(struct account_store *store, struct utf16_slice name,
                                struct info_bytes *sid)
{
    struct sid found;
    uint32_t use = ACCOUNT_USE_UNKNOWN;
    uint32_t status = ERROR_SUCCESS;

    *sid = own_sid(store, without_computer(store, name));
    if (sid->data)
    {
        return ERROR_SUCCESS;
    }
    status = name.length ? this_account_host.find_sid(name, &found, &use) : ERROR_NONE_MAPPED;
    if (!status)
    {
        *sid = account_store_keep_sid(store->arena, sid_of_caller(found.bytes));
        status = sid->data ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    return status;
}

uint32_t account_store_use_of_sid(const struct account_store *store, struct info_bytes sid)
{
    struct account_name name;

    if (account_store_user_of_sid(store, sid))
    {
        return ACCOUNT_USE_USER;
    }
    if (account_store_group_of_sid(store, GLOBAL_GROUP, sid))
    {
        return ACCOUNT_USE_GROUP;
    }
    if (account_store_group_of_sid(store, LOCAL_GROUP, sid))
    {
        return ACCOUNT_USE_ALIAS;
    }
    return this_account_host.find_name(sid_of(sid), &name) ? ACCOUNT_USE_UNKNOWN : name.use;
}

/* What a SID stands for: of this computer's accounts, of what the system knows, or its text. */
static void name_sid(const struct account_store *store, struct info_bytes sid,
                     struct account_name *name)
{
    const struct stored_user *user = account_store_user_of_sid(store, sid);
    const struct stored_group *group = account_store_group_of_sid(store, GLOBAL_GROUP, sid);

    *name = (struct account_name){ .use = ACCOUNT_USE_UNKNOWN };
    if (user || group)
    {
        name->domain = store->computer;
        name->use = user ? ACCOUNT_USE_USER : ACCOUNT_USE_GROUP;
        utf16_name_set(&name->name, user ? user->row.name : group->row.name);
    }
    else if (this_account_host.find_name(sid_of(sid), name))
    {
        *name = (struct account_name){ .use = ACCOUNT_USE_UNKNOWN };
        sid_to_text(sid_of(sid), &name->name);
    }
}

/* ---- Members --------------------------------------------------------------------------------- */

/* domain\name, or the name alone where there is no domain. */
static uint32_t keep_names(struct arena *arena, const struct account_name *name,
                           struct member *member)
{
    const size_t before = name->domain.length ? name->domain.length + 1 : 0;
    const size_t length = before + name->name.length;
    uint16_t *text = arena_array(arena, length, sizeof(*text));

    if (!text)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (before)
    {
        memcpy(text, name->domain.units, name->domain.length * sizeof(*text));
        text[before - 1] = '\\';
    }
    memcpy(text + before, name->name.units, name->name.length * sizeof(*text));
    member->domain_name = (struct utf16_slice){ text, length };
    member->name = (struct utf16_slice){ text + before, name->name.length };
    member->use = name->use;
    return ERROR_SUCCESS;
}

static uint32_t list_local(struct account_call *call, const struct stored_group *group,
                           bool with_names, struct info_rows *members)
{
    const size_t count = stored_group_member_count(group);
    struct member *rows = arena_array(&call->arena, count, sizeof(*rows));
    struct account_name name;
    uint32_t status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; i < count && !status; i++)
    {
        rows[i].sid = stored_group_member(group, i);
        rows[i].relative_id = sid_rid(sid_of(rows[i].sid));
        if (with_names)
        {
            name_sid(account_store_of(call), rows[i].sid, &name);
            status = keep_names(&call->arena, &name, &rows[i]);
        }
    }
    *members = (struct info_rows){ status ? NULL : rows, status ? 0 : count };
    return status;
}

static uint32_t list_global(struct account_call *call, const struct stored_group *group,
                            struct info_rows *members)
{
    const struct account_store *store = account_store_of(call);
    struct member *rows = arena_array(&call->arena, store->user_count, sizeof(*rows));

    *members = (struct info_rows){ rows, 0 };
    if (!rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < store->user_count; i++)
    {
        const struct stored_user *user = &store->users[i];

        if (!user->is_absent && account_store_is_in(store, GLOBAL_GROUP, group, user))
        {
            rows[members->count++] = (struct member){
                .name = user->row.name,
                .domain_name = user->row.name,
                .sid = user->row.sid,
                .relative_id = user->row.relative_id,
                .use = ACCOUNT_USE_USER,
                .attributes = group->row.attributes,
            };
        }
    }
    return ERROR_SUCCESS;
}

uint32_t account_store_list_members(struct account_call *call, enum group_kind kind,
                                    struct utf16_slice group, bool with_names,
                                    struct info_rows *members)
{
    struct stored_group *found = NULL;
    uint32_t status = account_store_need_group(account_store_of(call), kind, group, &found);

    *members = (struct info_rows){ NULL, 0 };
    if (status)
    {
        return status;
    }
    return kind == GLOBAL_GROUP ? list_global(call, found, members)
                                : list_local(call, found, with_names, members);
}

/* ---- Groups of an account -------------------------------------------------------------------- */

/* Members of local groups may be from elsewhere. */
static uint32_t find_account(struct account_store *store, enum group_kind kind,
                             struct utf16_slice name, const struct stored_user **user,
                             struct info_bytes *sid)
{
    uint32_t status = ERROR_NONE_MAPPED;

    *user = account_store_user(store, without_computer(store, name));
    if (*user)
    {
        *sid = (*user)->row.sid;
        return ERROR_SUCCESS;
    }
    if (kind == LOCAL_GROUP)
    {
        status = account_store_find_sid(store, name, sid);
    }
    return status == ERROR_NONE_MAPPED ? NERR_UserNotFound : status;
}

uint32_t account_store_list_groups_of(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice user, bool indirect,
                                      struct info_rows *groups)
{
    struct account_store *store = account_store_of(call);
    const struct stored_groups *all = &store->groups[kind];
    const struct stored_user *found = NULL;
    struct info_bytes sid = { NULL, 0 };
    struct group *rows = NULL;
    uint32_t status = find_account(store, kind, user, &found, &sid);

    *groups = (struct info_rows){ NULL, 0 };
    if (status)
    {
        return status;
    }
    rows = arena_array(&call->arena, all->count, sizeof(*rows));
    if (!rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    groups->rows = rows;
    for (size_t i = 0; i < all->count; i++)
    {
        const struct stored_group *group = &all->groups[i];
        const bool by_any_way = found && (kind == GLOBAL_GROUP || indirect);

        if (!group->is_absent && (by_any_way ? account_store_is_in(store, kind, group, found)
                                             : stored_group_has(group, sid)))
        {
            rows[groups->count++] = group->row;
        }
    }
    return account_store_sort_groups(kind, groups);
}
