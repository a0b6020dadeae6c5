/*
 * The accounts that are always there: the program's user, Administrator, Guest, and the groups that
 * every Windows has.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the system says of them stays the same while a program runs, and costs some dozens of requests:
 * it is asked once.
 */
#include "families/accounts/account_store_built_in.h"

#include <string.h>

#include "base/status.h"
#include "families/accounts/account_host.h"
#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"

struct known_account
{
    uint32_t relative_id;
    const char *name; /* where the system has none; NULL: there is no such account then */
    const char *comment;
};

/* In Windows' order; the names are the system's, in its language. */
static const struct known_account built_in_groups[] = {
    { RID_ADMINISTRATORS, NULL, "Members may do everything on this computer" },
    { 551, NULL, "Members may read and restore all files to back them up" },
    { RID_GUESTS, NULL, "Members have the least of rights" },
    { 556, NULL, "Members may configure the network" },
    { 547, NULL, "Members have some rights of administrators" },
    { 555, NULL, "Members may log on remotely" },
    { 552, NULL, "For the replication of files in a domain" },
    { RID_USERS, NULL, "Members may run programs" },
    { 558, NULL, "Members may read performance counters" },
    { 559, NULL, "Members may log performance counters" },
};
static const struct known_account all_users = { RID_ALL_USERS, "None",
                                                "All users of this computer" };
static const struct known_account administrator = { RID_ADMINISTRATOR, "Administrator",
                                                    "The account for administering this computer" };
static const struct known_account guest = { RID_GUEST, "Guest",
                                            "The account for guests of this computer" };

/* ---- Asking the system ----------------------------------------------------------------------- */

static bool keep_name(struct arena *arena, const struct utf16_name *name, struct utf16_slice *text)
{
    void *copy = arena_allocate(arena, name->length * sizeof(uint16_t));

    if (copy)
    {
        memcpy(copy, name->units, name->length * sizeof(uint16_t));
        *text = (struct utf16_slice){ copy, name->length };
    }
    return copy != NULL;
}

static bool keep_ascii(struct arena *arena, const char *ascii, struct utf16_slice *text)
{
    const struct utf16_name name = utf16_name_from_ascii(ascii);

    return keep_name(arena, &name, text);
}

/* What the system calls an account, or else the name that it has in English; empty for neither. */
static struct utf16_name name_of(struct bytes sid, const struct known_account *known)
{
    struct account_name found;

    if (!this_account_host.find_name(sid, &found) && found.name.length)
    {
        return found.name;
    }
    return utf16_name_from_ascii(known->name ? known->name : "");
}

static uint32_t add_group(struct account_store *store, enum group_kind kind, struct bytes domain,
                          const struct known_account *known, struct info_bytes user)
{
    struct stored_group *group = NULL;
    struct sid sid;
    struct bytes bytes = sid_join(domain, known->relative_id, &sid);
    struct utf16_name name = name_of(bytes, known);

    /* The systems do not all know all of them. */
    if (!name.length)
    {
        return ERROR_SUCCESS;
    }
    group = account_store_new_group(store, kind);
    if (!group)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    group->is_built_in = true;
    group->row.sid = account_store_keep_sid(store->arena, bytes);
    group->row.relative_id = known->relative_id;
    group->row.attributes = GROUP_ATTRIBUTES;
    if (!group->row.sid.data || !keep_name(store->arena, &name, &group->row.name) ||
        !keep_ascii(store->arena, known->comment, &group->row.comment))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    /* The groups of the program's user are those of its token. */
    return kind == LOCAL_GROUP && this_account_host.user_is_in(bytes)
               ? sid_list_add(store->arena, &group->by_system, user)
               : ERROR_SUCCESS;
}

static uint32_t add_user(struct account_store *store, struct info_bytes sid,
                         const struct utf16_name *name, const char *comment, uint32_t flags)
{
    struct stored_user *user = NULL;

    if (!sid.data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (account_store_user(store, utf16_from_name(name)))
    {
        return ERROR_SUCCESS;
    }
    user = account_store_new_user(store);
    if (!user)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    user->is_built_in = true;
    user->row = account_store_first_user();
    user->row.sid = sid;
    user->row.relative_id = sid_rid(sid_of(sid));
    user->row.flags |= UF_DONT_EXPIRE_PASSWD | flags;
    return keep_name(store->arena, name, &user->row.name) &&
                   (!comment || keep_ascii(store->arena, comment, &user->row.comment))
               ? ERROR_SUCCESS
               : ERROR_NOT_ENOUGH_MEMORY;
}

/* A user that every Windows has, and the built-in group that it is in. */
static uint32_t add_standard_user(struct account_store *store, const struct known_account *known,
                                  uint32_t flags, uint32_t group)
{
    struct sid sid;
    struct sid group_sid;
    struct bytes group_bytes = sid_join(sid_built_in_domain(), group, &group_sid);
    struct info_bytes kept =
        account_store_keep_sid(store->arena, sid_join(store->domain, known->relative_id, &sid));
    struct utf16_name name = name_of(sid_of(kept), known);
    struct stored_group *joined = account_store_group_of_sid(
        store, LOCAL_GROUP, (struct info_bytes){ group_bytes.data, group_bytes.size });
    uint32_t status = ERROR_SUCCESS;

    if (kept.data && account_store_user_of_sid(store, kept))
    {
        return ERROR_SUCCESS; /* the program's own */
    }
    status = add_user(store, kept, &name, known->comment, flags);
    return status || !joined ? status : sid_list_add(store->arena, &joined->by_system, kept);
}

static uint32_t add_groups(struct account_store *store, struct info_bytes user)
{
    uint32_t status = add_group(store, GLOBAL_GROUP, store->domain, &all_users, user);

    for (size_t i = 0; i < INFO_COUNT(built_in_groups) && !status; i++)
    {
        status = add_group(store, LOCAL_GROUP, sid_built_in_domain(), &built_in_groups[i], user);
    }
    return status;
}

static uint32_t add_own_user(struct account_store *store, struct info_bytes *sid)
{
    struct utf16_name name;
    struct sid found;
    uint32_t status = this_account_host.find_user(&found);

    if (status)
    {
        return status;
    }
    platform_user_name(&name);
    *sid = account_store_keep_sid(store->arena, sid_of_caller(found.bytes));
    return add_user(store, *sid, &name, NULL, 0);
}

static uint32_t ask_system(struct account_store *store)
{
    struct info_bytes domain;
    struct info_bytes user;
    struct sid found;
    uint32_t status = this_account_host.find_domain(&found);

    if (status)
    {
        return status;
    }
    domain = account_store_keep_sid(store->arena, sid_of_caller(found.bytes));
    store->domain = sid_of(domain);
    if (!domain.data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    platform_computer_name(&store->computer);
    status = add_own_user(store, &user);
    if (!status)
    {
        status = add_groups(store, user);
    }
    if (!status)
    {
        status = add_standard_user(store, &administrator, 0, RID_ADMINISTRATORS);
    }
    return status ? status : add_standard_user(store, &guest, UF_ACCOUNTDISABLE, RID_GUESTS);
}

/* ---- What is known --------------------------------------------------------------------------- */

/* Guarded by the monitor until it is there; it does not change after that. */
static struct
{
    bool is_known;
    struct arena arena;
    struct account_store accounts;
} known;

/* Two threads may ask at the same time; who comes last throws his answer away. */
static uint32_t learn(void)
{
    struct arena arena = { 0 };
    struct account_store accounts = { .arena = &arena };
    uint32_t status = ask_system(&accounts);
    bool is_first = false;

    platform_monitor_enter();
    if (!status && !known.is_known)
    {
        known.arena = arena;
        known.accounts = accounts;
        known.is_known = is_first = true;
    }
    platform_monitor_leave();
    if (!is_first)
    {
        arena_free(&arena);
    }
    return status;
}

static bool is_known(void)
{
    bool result = false;

    platform_monitor_enter();
    result = known.is_known;
    platform_monitor_leave();
    return result;
}

static uint32_t copy_groups(struct account_store *store, enum group_kind kind)
{
    const struct stored_groups *from = &known.accounts.groups[kind];

    for (size_t i = 0; i < from->count; i++)
    {
        struct stored_group *group = account_store_new_group(store, kind);

        if (!group)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *group = from->groups[i];
    }
    return ERROR_SUCCESS;
}

uint32_t account_store_add_built_in(struct account_store *store)
{
    uint32_t status = is_known() ? ERROR_SUCCESS : learn();

    for (size_t i = 0; !status && i < known.accounts.user_count; i++)
    {
        struct stored_user *user = account_store_new_user(store);

        if (!user)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *user = known.accounts.users[i];
    }
    for (enum group_kind kind = 0; !status && kind < GROUP_KINDS; kind++)
    {
        status = copy_groups(store, kind);
    }
    store->domain = known.accounts.domain;
    store->computer = known.accounts.computer;
    return status;
}

void account_store_forget_built_in(void)
{
    platform_monitor_enter();
    arena_free(&known.arena);
    known.is_known = false;
    platform_monitor_leave();
}
