/*
 * The accounts of this computer, as a source.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_store.h"

#include "base/status.h"
#include "platform/platform.h"

static uint32_t begin(struct account_call *call)
{
    struct account_store *store = arena_allocate(&call->arena, sizeof(*store));

    if (!store)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    store->arena = &call->arena;
    call->state = store;
    return account_store_load(store, call->access);
}

static void end(struct account_call *call)
{
    struct account_store *store = account_store_of(call);

    if (store)
    {
        platform_accounts_unlock(store->lock);
        store->lock = NULL;
    }
}

const struct account_source store_account_source = {
    .begin = begin,
    .end = end,
    .list_users = account_store_list_users,
    .describe_users = account_store_describe_users,
    .find_user = account_store_find_user,
    .add_user = account_store_add_user,
    .set_user = account_store_set_user,
    .remove_user = account_store_remove_user,
    .change_password = account_store_change_password,
    .list_groups = account_store_list_groups,
    .describe_groups = account_store_describe_groups,
    .find_group = account_store_find_group,
    .add_group = account_store_add_group,
    .set_group = account_store_set_group,
    .remove_group = account_store_remove_group,
    .list_members = account_store_list_members,
    .change_members = account_store_change_members,
    .list_groups_of = account_store_list_groups_of,
    .set_groups_of = account_store_set_groups_of,
    .get_rules = account_store_get_rules,
    .set_rules = account_store_set_rules,
    .list_display = account_store_list_display,
    .find_display_index = account_store_find_display_index,
    .validate_password = account_store_validate_password,
};
