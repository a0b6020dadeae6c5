/*
 * Lists for display of this computer's accounts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"

#define ENTRIES_MAX 100u /* Windows gives no more at once */

/* ---- The sorted list ------------------------------------------------------------------------- */

static uint32_t add_users(struct account_call *call, uint32_t types, struct info_rows *list)
{
    struct display_entry *entries = NULL;
    const struct user *users = NULL;
    struct info_rows rows;
    uint32_t status = account_store_list_users(call, types, &rows);

    if (status)
    {
        return status;
    }
    users = rows.rows;
    entries = arena_array(&call->arena, rows.count, sizeof(*entries));
    *list = (struct info_rows){ entries, entries ? rows.count : 0 };
    for (size_t i = 0; i < list->count; i++)
    {
        entries[i] = (struct display_entry){
            .name = users[i].name,
            .comment = users[i].comment,
            .full_name = users[i].full_name,
            .flags = users[i].flags,
            .relative_id = users[i].relative_id,
        };
    }
    return entries ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t add_groups(struct account_call *call, struct info_rows *list)
{
    struct display_entry *entries = NULL;
    const struct group *groups = NULL;
    struct info_rows rows;
    uint32_t status = account_store_list_groups(call, GLOBAL_GROUP, &rows);

    if (status)
    {
        return status;
    }
    groups = rows.rows;
    entries = arena_array(&call->arena, rows.count, sizeof(*entries));
    *list = (struct info_rows){ entries, entries ? rows.count : 0 };
    for (size_t i = 0; i < list->count; i++)
    {
        entries[i] = (struct display_entry){
            .name = groups[i].name,
            .comment = groups[i].comment,
            .flags = groups[i].attributes,
            .relative_id = groups[i].relative_id,
        };
    }
    return entries ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

/* All that a level shows, by name. */
static uint32_t list_entries(struct account_call *call, enum display_level level,
                             struct info_rows *list)
{
    const struct sorting by_name = { .size = entries_by_name.row_size,
                                     .compare = entries_by_name.compare };
    struct display_entry *entries = NULL;
    uint32_t status = ERROR_SUCCESS;

    *list = (struct info_rows){ NULL, 0 };
    switch (level)
    {
    case DISPLAY_USERS: status = add_users(call, UF_NORMAL_ACCOUNT, list); break;
    case DISPLAY_MACHINES:
        status = add_users(call, UF_WORKSTATION_TRUST_ACCOUNT | UF_SERVER_TRUST_ACCOUNT, list);
        break;
    case DISPLAY_GROUPS: status = add_groups(call, list); break;
    default: return ERROR_INVALID_LEVEL;
    }
    if (!status)
    {
        status = sort(list->rows, list->count, &by_name);
    }
    entries = list->rows;
    for (size_t i = 0; i < list->count; i++)
    {
        entries[i].next_index = (uint32_t)i + 1;
    }
    return status;
}

/* ---- The functions --------------------------------------------------------------------------- */

/* At least one entry, if there is any and one is wanted. */
uint32_t account_store_list_display(struct account_call *call, enum display_level level,
                                    uint32_t index, uint32_t count_max, uint32_t preferred_length,
                                    struct display_part *part)
{
    const size_t most = count_max < ENTRIES_MAX ? count_max : ENTRIES_MAX;
    struct info_rows list;
    struct info_rows *entries = &part->entries;
    size_t left = 0;
    uint32_t status = list_entries(call, level, &list);

    *part = (struct display_part){ { NULL, 0 }, false };
    if (status || index >= list.count)
    {
        return status;
    }
    left = list.count - index;
    entries->rows = info_row(&display_family, &list, index);
    entries->count = left < most ? left : most;
    entries->count = info_count_fitting(&display_family, info_find_level(&display_family, level),
                                        entries, preferred_length);
    if (!entries->count && most)
    {
        entries->count = 1;
    }
    part->has_more = entries->count < left;
    return ERROR_SUCCESS;
}

uint32_t account_store_find_display_index(struct account_call *call, enum display_level level,
                                          struct utf16_slice prefix, uint32_t *index)
{
    struct info_rows list;
    const struct display_entry *entries = NULL;
    uint32_t status = list_entries(call, level, &list);

    *index = 0;
    if (status)
    {
        return status;
    }
    entries = list.rows;
    for (size_t i = 0; i < list.count; i++)
    {
        if (account_name_compare(entries[i].name, prefix) >= 0)
        {
            *index = (uint32_t)i;
            return ERROR_SUCCESS;
        }
    }
    return ERROR_NO_MORE_ITEMS;
}
