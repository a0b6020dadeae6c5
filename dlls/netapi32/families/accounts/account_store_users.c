/*
 * The users of this computer, listed and found.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"

static bool is_in_built_in_group(const struct account_store *store, const struct stored_user *user,
                                 uint32_t relative_id)
{
    struct sid sid;
    struct bytes bytes = sid_join(sid_built_in_domain(), relative_id, &sid);
    const struct stored_group *group = account_store_group_of_sid(
        store, LOCAL_GROUP, (struct info_bytes){ bytes.data, bytes.size });

    return group && account_store_is_in(store, LOCAL_GROUP, group, user);
}

static uint32_t privilege_of(const struct account_store *store, const struct stored_user *user)
{
    if (is_in_built_in_group(store, user, RID_ADMINISTRATORS))
    {
        return USER_PRIV_ADMIN;
    }
    return is_in_built_in_group(store, user, RID_GUESTS) ? USER_PRIV_GUEST : USER_PRIV_USER;
}

static void give_out(const struct account_store *store, const struct stored_user *stored,
                     uint64_t now, struct user *user)
{
    const bool is_expired = stored_user_password_is_expired(&store->rules, stored, now);

    *user = stored->row;
    user->privilege = privilege_of(store, stored);
    user->password_age = stored_user_password_age(stored, now);
    user->password_expired = is_expired;
    user->flags |= is_expired ? UF_PASSWORD_EXPIRED : 0;
    user->flags |= stored_user_is_locked_out(&store->rules, stored, now) ? UF_LOCKOUT : 0;
}

static int compare_ids(const void *left, const void *right, const void *context)
{
    const struct user *a = left;
    const struct user *b = right;

    (void)context;
    return a->relative_id < b->relative_id ? -1 : a->relative_id > b->relative_id;
}

uint32_t account_store_list_users(struct account_call *call, uint32_t types,
                                  struct info_rows *users)
{
    static const struct sorting by_id = { .size = sizeof(struct user), .compare = compare_ids };
    const struct account_store *store = account_store_of(call);
    struct user *rows = arena_array(&call->arena, store->user_count, sizeof(*rows));
    const uint64_t now = platform_filetime();

    *users = (struct info_rows){ rows, 0 };
    if (!rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < store->user_count; i++)
    {
        const struct stored_user *user = &store->users[i];

        if (!user->is_absent && user->row.flags & types & UF_ACCOUNT_TYPE_MASK)
        {
            give_out(store, user, now, &rows[users->count++]);
        }
    }
    return sort(rows, users->count, &by_id);
}

/* A list has all of them already. */
uint32_t account_store_describe_users(struct account_call *call, enum user_part part,
                                      struct user *users, size_t count)
{
    (void)call;
    (void)part;
    (void)users;
    (void)count;
    return ERROR_SUCCESS;
}

uint32_t account_store_find_user(struct account_call *call, struct utf16_slice name,
                                 enum user_part part, struct user *user)
{
    const struct account_store *store = account_store_of(call);
    const struct stored_user *found = account_store_user(store, name);

    (void)part;
    *user = (struct user){ 0 };
    if (!found)
    {
        return NERR_UserNotFound;
    }
    give_out(store, found, platform_filetime(), user);
    return ERROR_SUCCESS;
}
