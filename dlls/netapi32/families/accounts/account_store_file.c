/*
 * The accounts of this computer, from where they are kept and back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "families/accounts/account_store.h"
#include "platform/log.h"
#include "platform/platform.h"

/* How long a change waits for those of others, in ms: each takes some milliseconds. */
#define LOCK_TIMEOUT 30000

/* ---- Together -------------------------------------------------------------------------------- */

/* A user that is built in is as was kept, but for what the system says. */
static uint32_t take_user(struct account_store *store, const struct stored_user *kept)
{
    struct stored_user *user =
        kept->is_built_in ? account_store_user_of_sid(store, kept->row.sid) : NULL;
    const bool is_absent = kept->is_built_in && !user;
    struct utf16_slice name = kept->row.name;

    if (user)
    {
        name = user->row.name;
    }
    else
    {
        user = account_store_new_user(store);
    }
    if (!user)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *user = *kept;
    user->row.name = name;
    user->is_absent = is_absent;
    return ERROR_SUCCESS;
}

static uint32_t take_group(struct account_store *store, enum group_kind kind,
                           const struct stored_group *kept)
{
    struct stored_group *group =
        kept->is_built_in ? account_store_group_of_sid(store, kind, kept->row.sid) : NULL;
    const bool is_absent = kept->is_built_in && !group;
    struct utf16_slice name = kept->row.name;
    struct sid_list by_system = { NULL, 0, 0 };

    if (group)
    {
        name = group->row.name;
        by_system = group->by_system;
    }
    else
    {
        group = account_store_new_group(store, kind);
    }
    if (!group)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *group = *kept;
    group->row.name = name;
    group->by_system = by_system;
    group->is_absent = is_absent;
    return ERROR_SUCCESS;
}

static uint32_t take_all(struct account_store *store, const struct account_store *kept)
{
    uint32_t status = ERROR_SUCCESS;

    store->rules = kept->rules;
    store->next_relative_id = kept->next_relative_id;
    for (size_t i = 0; i < kept->user_count && !status; i++)
    {
        status = take_user(store, &kept->users[i]);
    }
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        for (size_t i = 0; i < kept->groups[kind].count && !status; i++)
        {
            status = take_group(store, kind, &kept->groups[kind].groups[i]);
        }
    }
    return status;
}

/* Nobody who is added is given the identifier of who is there. */
static void choose_next_relative_id(struct account_store *store)
{
    uint32_t next = store->next_relative_id;

    next = next < RID_FIRST_ADDED ? RID_FIRST_ADDED : next;
    for (size_t i = 0; i < store->user_count; i++)
    {
        uint32_t used = store->users[i].row.relative_id;

        next = used >= next && used < UINT32_MAX ? used + 1 : next;
    }
    store->next_relative_id = next;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* Says once that what was kept cannot be read, until it can be again. */
static void note_damage(bool is_damaged)
{
    static bool was_damaged;
    bool is_new = false;

    platform_monitor_enter();
    is_new = is_damaged && !was_damaged;
    was_damaged = is_damaged;
    platform_monitor_leave();
    if (is_new)
    {
        ERR("the accounts of this computer, %s in HKEY_LOCAL_MACHINE\\%s, are damaged or of a "
            "later "
            "version; they are left as they are\n",
            PLATFORM_ACCOUNTS_VALUE, PLATFORM_ACCOUNTS_KEY);
    }
}

/* Into the arena, for as long as the call. */
static uint32_t read_bytes(struct arena *arena, struct bytes *encoded)
{
    uint8_t *data = NULL;
    size_t size = 0;
    uint32_t status = platform_accounts_read(ACCOUNT_STORE_SIZE_MAX, &data, &size);
    uint8_t *copy = status ? NULL : arena_allocate(arena, size);

    *encoded = (struct bytes){ copy, copy ? size : 0 };
    if (copy)
    {
        memcpy(copy, data, size);
        wipe(data, size);
    }
    free(data);
    return status || copy ? status : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t read_kept(struct account_store *store)
{
    struct account_store kept = { .arena = store->arena };
    struct bytes encoded;
    uint32_t status = read_bytes(store->arena, &encoded);

    if (status == ERROR_FILE_NOT_FOUND)
    {
        return ERROR_SUCCESS;
    }
    if (!status)
    {
        status = account_store_decode(encoded, &kept);
    }
    if (!status || status == ERROR_INTERNAL_DB_CORRUPTION)
    {
        note_damage(status != ERROR_SUCCESS);
    }
    return status ? status : take_all(store, &kept);
}

uint32_t account_store_load(struct account_store *store, enum account_access access)
{
    uint32_t status = account_store_add_built_in(store);

    store->rules = account_store_first_rules();
    if (!status && access == ACCOUNTS_CHANGE)
    {
        status = platform_accounts_lock(platform_now() + LOCK_TIMEOUT, &store->lock);
    }
    if (!status)
    {
        status = read_kept(store);
    }
    if (status == ERROR_INTERNAL_DB_CORRUPTION && access == ACCOUNTS_READ)
    {
        status = ERROR_SUCCESS;
    }
    choose_next_relative_id(store);
    return status;
}

uint32_t account_store_save(struct account_store *store)
{
    struct writer writer = { 0 };
    uint32_t status = store->lock ? account_store_encode(store, &writer) : ERROR_ACCESS_DENIED;

    if (!status)
    {
        status = platform_accounts_write(writer.data, writer.size);
    }
    writer_free(&writer);
    return status;
}
