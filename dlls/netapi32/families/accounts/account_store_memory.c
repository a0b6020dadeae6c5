/*
 * The accounts of this computer in memory: finding, adding, removing, and who is in which.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_store.h"

#include <string.h>

#include "base/status.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- What there is at first ------------------------------------------------------------------ */

struct account_rules account_store_first_rules(void)
{
    return (struct account_rules){
        .password_age_max = RULE_FOR_EVER,
        .force_logoff = RULE_FOR_EVER,
        .role = 3, /* UAS_ROLE_PRIMARY */
        .lockout_duration = 30 * 60,
        .lockout_window = 30 * 60,
    };
}

struct user account_store_first_user(void)
{
    static const uint8_t every_hour[LOGON_HOURS_SIZE] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };
    static const uint16_t any_server[] = { '\\', '\\', '*' }; /* as documented */

    return (struct user){
        .logon_server = { any_server, 3 },
        .logon_hours = { every_hour, sizeof(every_hour) },
        .primary_group = RID_ALL_USERS,
        .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT,
        .expires = USER_NEVER_EXPIRES,
        .storage_max = USER_STORAGE_UNLIMITED,
        .units_per_week = USER_UNITS_PER_WEEK,
    };
}

/* ---- Arrays ---------------------------------------------------------------------------------- */

#define ROOM_AT_FIRST 8

/* Makes room for one more element, of zeros; the old place stays in the arena. */
static void *grow(struct arena *arena, void *array, size_t *count, size_t *room, size_t size)
{
    uint8_t *elements = array;

    if (*count == *room)
    {
        size_t more = *room ? *room * 2 : ROOM_AT_FIRST;

        elements = arena_array(arena, more, size);
        if (!elements)
        {
            return NULL;
        }
        if (*count)
        {
            memcpy(elements, array, *count * size);
        }
        *room = more;
    }
    memset(elements + *count * size, 0, size);
    *count += 1;
    return elements;
}

static void shrink(void *array, size_t *count, size_t size, void *element)
{
    uint8_t *next = (uint8_t *)element + size;
    uint8_t *end = (uint8_t *)array + *count * size;

    memmove(element, next, (size_t)(end - next));
    *count -= 1;
}

struct stored_user *account_store_new_user(struct account_store *store)
{
    struct stored_user *users =
        grow(store->arena, store->users, &store->user_count, &store->user_room, sizeof(*users));

    if (!users)
    {
        return NULL;
    }
    store->users = users;
    return &users[store->user_count - 1];
}

struct stored_group *account_store_new_group(struct account_store *store, enum group_kind kind)
{
    struct stored_groups *all = &store->groups[kind];
    struct stored_group *groups =
        grow(store->arena, all->groups, &all->count, &all->room, sizeof(*groups));

    if (!groups)
    {
        return NULL;
    }
    all->groups = groups;
    return &groups[all->count - 1];
}

void account_store_drop_user(struct account_store *store, struct stored_user *user)
{
    shrink(store->users, &store->user_count, sizeof(*user), user);
}

void account_store_drop_group(struct account_store *store, enum group_kind kind,
                              struct stored_group *group)
{
    struct stored_groups *all = &store->groups[kind];

    shrink(all->groups, &all->count, sizeof(*group), group);
}

/* ---- Finding --------------------------------------------------------------------------------- */

static bool same_sid(struct info_bytes a, struct info_bytes b)
{
    return sid_equal(sid_of(a), sid_of(b));
}

struct stored_user *account_store_user(const struct account_store *store, struct utf16_slice name)
{
    for (size_t i = 0; i < store->user_count; i++)
    {
        if (!store->users[i].is_absent && utf16_equal(store->users[i].row.name, name))
        {
            return &store->users[i];
        }
    }
    return NULL;
}

struct stored_user *account_store_user_of_sid(const struct account_store *store,
                                              struct info_bytes sid)
{
    for (size_t i = 0; i < store->user_count; i++)
    {
        if (!store->users[i].is_absent && same_sid(store->users[i].row.sid, sid))
        {
            return &store->users[i];
        }
    }
    return NULL;
}

struct stored_group *account_store_group(const struct account_store *store, enum group_kind kind,
                                         struct utf16_slice name)
{
    const struct stored_groups *all = &store->groups[kind];

    for (size_t i = 0; i < all->count; i++)
    {
        if (!all->groups[i].is_absent && utf16_equal(all->groups[i].row.name, name))
        {
            return &all->groups[i];
        }
    }
    return NULL;
}

struct stored_group *account_store_group_of_sid(const struct account_store *store,
                                                enum group_kind kind, struct info_bytes sid)
{
    const struct stored_groups *all = &store->groups[kind];

    for (size_t i = 0; i < all->count; i++)
    {
        if (!all->groups[i].is_absent && same_sid(all->groups[i].row.sid, sid))
        {
            return &all->groups[i];
        }
    }
    return NULL;
}

struct info_bytes account_store_keep_sid(struct arena *arena, struct bytes sid)
{
    void *copy = sid.data ? arena_allocate(arena, sid.size) : NULL;

    if (!copy)
    {
        return (struct info_bytes){ NULL, 0 };
    }
    memcpy(copy, sid.data, sid.size);
    return (struct info_bytes){ copy, sid.size };
}

struct info_bytes account_store_next_sid(struct account_store *store)
{
    struct sid sid;

    return account_store_keep_sid(store->arena,
                                  sid_join(store->domain, store->next_relative_id++, &sid));
}

/* ---- Names ----------------------------------------------------------------------------------- */

bool account_name_is_valid_for(struct utf16_slice name, size_t length_max)
{
    bool has_letter = false;

    for (size_t i = 0; i < name.length; i++)
    {
        uint16_t unit = utf16_unit(name, i);

        if (unit < ' ' || (unit < 0x80 && strchr("\"/\\[]:|<>+=;,?*@", unit)))
        {
            return false;
        }
        has_letter = has_letter || (unit != ' ' && unit != '.');
    }
    return has_letter && name.length <= length_max;
}

uint32_t account_store_check_free(const struct account_store *store, struct utf16_slice name)
{
    if (account_store_user(store, name))
    {
        return NERR_UserExists;
    }
    if (account_store_group(store, GLOBAL_GROUP, name))
    {
        return NERR_GroupExists;
    }
    return account_store_group(store, LOCAL_GROUP, name) ? ERROR_ALIAS_EXISTS : ERROR_SUCCESS;
}

/* ---- Lists of SIDs --------------------------------------------------------------------------- */

static struct info_bytes *find_sid(const struct sid_list *list, struct info_bytes sid)
{
    for (size_t i = 0; i < list->count; i++)
    {
        if (same_sid(list->sids[i], sid))
        {
            return &list->sids[i];
        }
    }
    return NULL;
}

bool sid_list_has(const struct sid_list *list, struct info_bytes sid)
{
    return find_sid(list, sid) != NULL;
}

uint32_t sid_list_add(struct arena *arena, struct sid_list *list, struct info_bytes sid)
{
    struct info_bytes *sids = grow(arena, list->sids, &list->count, &list->room, sizeof(*sids));

    if (!sids)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    list->sids = sids;
    sids[list->count - 1] = sid;
    return ERROR_SUCCESS;
}

static void remove_sid(struct sid_list *list, struct info_bytes *sid)
{
    shrink(list->sids, &list->count, sizeof(*sid), sid);
}

/* ---- Members --------------------------------------------------------------------------------- */

static bool is_left_by_system(const struct stored_group *group, size_t index)
{
    return !sid_list_has(&group->removed, group->by_system.sids[index]);
}

size_t stored_group_member_count(const struct stored_group *group)
{
    size_t count = group->added.count;

    for (size_t i = 0; i < group->by_system.count; i++)
    {
        count += is_left_by_system(group, i);
    }
    return count;
}

struct info_bytes stored_group_member(const struct stored_group *group, size_t index)
{
    for (size_t i = 0; i < group->by_system.count; i++)
    {
        if (is_left_by_system(group, i) && !index--)
        {
            return group->by_system.sids[i];
        }
    }
    return group->added.sids[index];
}

bool stored_group_has(const struct stored_group *group, struct info_bytes sid)
{
    return sid_list_has(&group->added, sid) ||
           (sid_list_has(&group->by_system, sid) && !sid_list_has(&group->removed, sid));
}

uint32_t stored_group_add(struct arena *arena, struct stored_group *group, struct info_bytes sid)
{
    struct info_bytes *removed = find_sid(&group->removed, sid);

    if (stored_group_has(group, sid))
    {
        return ERROR_SUCCESS;
    }
    group->is_changed = true;
    if (removed)
    {
        remove_sid(&group->removed, removed);
    }
    return stored_group_has(group, sid) ? ERROR_SUCCESS : sid_list_add(arena, &group->added, sid);
}

uint32_t stored_group_remove(struct arena *arena, struct stored_group *group, struct info_bytes sid)
{
    struct info_bytes *added = find_sid(&group->added, sid);

    if (!stored_group_has(group, sid))
    {
        return ERROR_SUCCESS;
    }
    group->is_changed = true;
    if (added)
    {
        remove_sid(&group->added, added);
    }
    return stored_group_has(group, sid) ? sid_list_add(arena, &group->removed, sid) : ERROR_SUCCESS;
}

static bool is_in_global_group(const struct stored_group *group, const struct stored_user *user)
{
    return user->row.primary_group == group->row.relative_id ||
           stored_group_has(group, user->row.sid);
}

static bool is_in_by_global_group(const struct account_store *store,
                                  const struct stored_group *local, const struct stored_user *user)
{
    const struct stored_groups *all = &store->groups[GLOBAL_GROUP];

    for (size_t i = 0; i < all->count; i++)
    {
        if (!all->groups[i].is_absent && stored_group_has(local, all->groups[i].row.sid) &&
            is_in_global_group(&all->groups[i], user))
        {
            return true;
        }
    }
    return false;
}

bool account_store_is_in(const struct account_store *store, enum group_kind kind,
                         const struct stored_group *group, const struct stored_user *user)
{
    if (kind == GLOBAL_GROUP)
    {
        return is_in_global_group(group, user);
    }
    return stored_group_has(group, user->row.sid) || is_in_by_global_group(store, group, user);
}

size_t account_store_count_administrators(const struct account_store *store)
{
    struct sid sid;
    struct bytes bytes = sid_join(sid_built_in_domain(), RID_ADMINISTRATORS, &sid);
    const struct stored_group *administrators = account_store_group_of_sid(
        store, LOCAL_GROUP, (struct info_bytes){ bytes.data, bytes.size });
    size_t count = 0;

    for (size_t i = 0; administrators && i < store->user_count; i++)
    {
        const struct stored_user *user = &store->users[i];

        count += !user->is_absent && !(user->row.flags & UF_ACCOUNTDISABLE) &&
                 account_store_is_in(store, LOCAL_GROUP, administrators, user);
    }
    return count;
}
