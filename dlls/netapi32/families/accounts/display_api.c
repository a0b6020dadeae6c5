/*
 * Lists for display: NetQueryDisplayInformation, NetGetDisplayInformationIndex. Documented with
 * lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>
#include <stdlib.h>

#include "api/answer.h"
#include "api/debug.h"
#include "base/sort.h"
#include "families/accounts/account_call.h"

#define ENTRIES_MAX 100 /* Windows gives no more at once */

enum display_level
{
    DISPLAY_USERS = 1,
    DISPLAY_MACHINES = 2,
    DISPLAY_GROUPS = 3,
};

struct entry
{
    struct utf16_slice name;
    struct utf16_slice comment;
    struct utf16_slice full_name;
    uint32_t flags; /* of a group its attributes */
    uint32_t relative_id;
    uint32_t next_index;
};

#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, entry, field, structure, api_field)

static const struct info_field display_users[] = {
    F(STRING, name, NET_DISPLAY_USER, usri1_name),
    F(STRING, comment, NET_DISPLAY_USER, usri1_comment),
    F(U32, flags, NET_DISPLAY_USER, usri1_flags),
    F(STRING, full_name, NET_DISPLAY_USER, usri1_full_name),
    F(U32, relative_id, NET_DISPLAY_USER, usri1_user_id),
    F(U32, next_index, NET_DISPLAY_USER, usri1_next_index),
};
static const struct info_field display_machines[] = {
    F(STRING, name, NET_DISPLAY_MACHINE, usri2_name),
    F(STRING, comment, NET_DISPLAY_MACHINE, usri2_comment),
    F(U32, flags, NET_DISPLAY_MACHINE, usri2_flags),
    F(U32, relative_id, NET_DISPLAY_MACHINE, usri2_user_id),
    F(U32, next_index, NET_DISPLAY_MACHINE, usri2_next_index),
};
static const struct info_field display_groups[] = {
    F(STRING, name, NET_DISPLAY_GROUP, grpi3_name),
    F(STRING, comment, NET_DISPLAY_GROUP, grpi3_comment),
    F(U32, relative_id, NET_DISPLAY_GROUP, grpi3_group_id),
    F(U32, flags, NET_DISPLAY_GROUP, grpi3_attributes),
    F(U32, next_index, NET_DISPLAY_GROUP, grpi3_next_index),
};
static const struct info_level display_levels[] = {
    INFO_LEVEL(DISPLAY_USERS, NET_DISPLAY_USER, display_users),
    INFO_LEVEL(DISPLAY_MACHINES, NET_DISPLAY_MACHINE, display_machines),
    INFO_LEVEL(DISPLAY_GROUPS, NET_DISPLAY_GROUP, display_groups),
};
static const struct info_family display_family = { sizeof(struct entry), display_levels,
                                                   ARRAYSIZE(display_levels) };

/* ---- The sorted list ------------------------------------------------------------------------- */

static int compare_entries(const void *left, const void *right, const void *context)
{
    const struct entry *a = left;
    const struct entry *b = right;

    (void)context;
    return CompareStringOrdinal(a->name.units, (int)a->name.length, b->name.units,
                                (int)b->name.length, TRUE) -
           CSTR_EQUAL;
}

static void add_users(const struct accounts *accounts, uint32_t account_types,
                      struct info_rows *list)
{
    const struct user *users = accounts->users.rows;
    struct entry *entries = list->rows;

    for (size_t i = 0; i < accounts->users.count; i++)
    {
        if (users[i].flags & account_types)
        {
            entries[list->count++] = (struct entry){
                .name = users[i].name,
                .comment = users[i].comment,
                .full_name = users[i].full_name,
                .flags = users[i].flags,
                .relative_id = users[i].relative_id,
            };
        }
    }
}

static void add_groups(const struct accounts *accounts, struct info_rows *list)
{
    const struct group *groups = accounts->groups[GLOBAL_GROUP].rows;
    struct entry *entries = list->rows;

    for (size_t i = 0; i < accounts->groups[GLOBAL_GROUP].count; i++)
    {
        entries[list->count++] = (struct entry){
            .name = groups[i].name,
            .comment = groups[i].comment,
            .flags = groups[i].attributes,
            .relative_id = groups[i].relative_id,
        };
    }
}

/* All that a level shows, by name, in a list to be freed. */
static DWORD list_entries(const struct accounts *accounts, DWORD level, struct info_rows *list)
{
    static const struct sorting by_name = { .size = sizeof(struct entry),
                                            .compare = compare_entries };
    size_t most = accounts->users.count + accounts->groups[GLOBAL_GROUP].count;
    struct entry *entries = calloc(most + 1, sizeof(*entries));
    DWORD status = NERR_Success;

    *list = (struct info_rows){ entries, 0 };
    if (!entries)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    switch (level)
    {
    case DISPLAY_USERS: add_users(accounts, UF_NORMAL_ACCOUNT, list); break;
    case DISPLAY_MACHINES:
        add_users(accounts, UF_WORKSTATION_TRUST_ACCOUNT | UF_SERVER_TRUST_ACCOUNT, list);
        break;
    default: add_groups(accounts, list); break;
    }
    status = sort(entries, list->count, &by_name);
    for (size_t i = 0; i < list->count; i++)
    {
        entries[i].next_index = (uint32_t)i + 1;
    }
    return status;
}

/* ---- The functions --------------------------------------------------------------------------- */

/* The part of the list from `index` on: at least one entry, if there is any. */
static DWORD give_out(const struct info_rows *list, DWORD level, DWORD index, DWORD entries_max,
                      const struct api_enum *outputs)
{
    const struct info_level *layout = info_find_level(&display_family, level);
    struct info_rows part = { NULL, 0 };
    struct info_buffer packed;
    size_t left = 0;
    DWORD status = NERR_Success;

    if (index < list->count)
    {
        part.rows = info_row(&display_family, list, index);
        part.count = left = list->count - index;
    }
    part.count = info_count_fitting(&display_family, layout, &part, outputs->preferred_length);
    part.count = min(max(part.count, 1), min(left, entries_max));
    status = info_pack(&display_family, layout, &part, &packed);
    *outputs->buffer = packed.buffer;
    *outputs->entries_read = packed.entries;
    if (status)
    {
        return status;
    }
    return part.count < left ? ERROR_MORE_DATA : NERR_Success;
}

NET_API_STATUS WINAPI NetQueryDisplayInformation(LPCWSTR ServerName, DWORD Level, DWORD Index,
                                                 DWORD EntriesRequested,
                                                 DWORD PreferredMaximumLength,
                                                 LPDWORD ReturnedEntryCount, PVOID *SortedBuffer)
{
    const struct api_enum outputs = {
        (BYTE **)SortedBuffer,
        PreferredMaximumLength,
        ReturnedEntryCount,
        ReturnedEntryCount,
        NULL,
        NULL,
    };
    struct accounts *accounts = NULL;
    struct info_rows list;
    NET_API_STATUS status = api_enum_begin(&outputs, &display_family, Level);

    if (!status)
    {
        status = accounts_call_begin(ServerName, &accounts);
    }
    if (status)
    {
        return status;
    }
    status = list_entries(accounts, Level, &list);
    if (!status)
    {
        status = give_out(&list, Level, Index, min(EntriesRequested, ENTRIES_MAX), &outputs);
    }
    free(list.rows);
    accounts_leave();
    return status;
}

/* Where `prefix` stands or would stand. */
static DWORD find_index(const struct info_rows *list, const WCHAR *prefix, DWORD *index)
{
    const struct entry wanted = { .name = slice_w(prefix) };
    const struct entry *entries = list->rows;

    for (size_t i = 0; i < list->count; i++)
    {
        if (compare_entries(&entries[i], &wanted, NULL) >= 0)
        {
            *index = (DWORD)i;
            return NERR_Success;
        }
    }
    return ERROR_NO_MORE_ITEMS;
}

NET_API_STATUS WINAPI NetGetDisplayInformationIndex(LPCWSTR ServerName, DWORD Level, LPCWSTR Prefix,
                                                    LPDWORD Index)
{
    struct accounts *accounts = NULL;
    struct info_rows list;
    NET_API_STATUS status = NERR_Success;

    if (!Prefix || !Index)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Index = 0;
    if (!info_find_level(&display_family, Level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = accounts_call_begin(ServerName, &accounts);
    if (status)
    {
        return status;
    }
    status = list_entries(accounts, Level, &list);
    if (!status)
    {
        status = find_index(&list, Prefix, Index);
    }
    free(list.rows);
    accounts_leave();
    return status;
}
