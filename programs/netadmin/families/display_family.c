/*
 * What consoles show of accounts: NET_DISPLAY_*, sorted by name, with little said of each.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "families/family.h"
#include "families/user_words.h"

enum display_level
{
    DISPLAY_USERS = 1,
    DISPLAY_COMPUTERS,
    DISPLAY_GROUPS,
};

#define ENTRIES_WANTED 1000 /* at a time; Windows gives 100 */

static const struct field user_fields[] = {
    FIELD(NET_DISPLAY_USER, usri1_name, L"User", FIELD_STRING),
    FIELD(NET_DISPLAY_USER, usri1_full_name, L"Full name", FIELD_STRING),
    FIELD(NET_DISPLAY_USER, usri1_comment, L"Comment", FIELD_STRING),
    FIELD(NET_DISPLAY_USER, usri1_flags, L"Flags", FIELD_WORDS, .words = user_flags),
    FIELD(NET_DISPLAY_USER, usri1_user_id, L"ID", FIELD_ID),
};

static const struct field computer_fields[] = {
    FIELD(NET_DISPLAY_MACHINE, usri2_name, L"Computer", FIELD_STRING),
    FIELD(NET_DISPLAY_MACHINE, usri2_comment, L"Comment", FIELD_STRING),
    FIELD(NET_DISPLAY_MACHINE, usri2_flags, L"Flags", FIELD_WORDS, .words = user_flags),
    FIELD(NET_DISPLAY_MACHINE, usri2_user_id, L"ID", FIELD_ID),
};

static const struct field group_fields[] = {
    FIELD(NET_DISPLAY_GROUP, grpi3_name, L"Group", FIELD_STRING),
    FIELD(NET_DISPLAY_GROUP, grpi3_comment, L"Comment", FIELD_STRING),
    FIELD(NET_DISPLAY_GROUP, grpi3_group_id, L"ID", FIELD_ID),
    FIELD(NET_DISPLAY_GROUP, grpi3_attributes, NULL, FIELD_NUMBER),
};

static const struct level user_levels[] = {
    LEVEL(DISPLAY_USERS, NET_DISPLAY_USER, user_fields),
};

static const struct level computer_levels[] = {
    LEVEL(DISPLAY_COMPUTERS, NET_DISPLAY_MACHINE, computer_fields),
};

static const struct level group_levels[] = {
    LEVEL(DISPLAY_GROUPS, NET_DISPLAY_GROUP, group_fields),
};

/* Where the entry behind the last begins. */
static DWORD next_index(const struct api_call *call)
{
    const void *entries = call->buffer;
    const DWORD last = call->count - 1;

    switch (call->level)
    {
    case DISPLAY_USERS: return ((const NET_DISPLAY_USER *)entries)[last].usri1_next_index;
    case DISPLAY_COMPUTERS: return ((const NET_DISPLAY_MACHINE *)entries)[last].usri2_next_index;
    default: return ((const NET_DISPLAY_GROUP *)entries)[last].grpi3_next_index;
    }
}

static DWORD display(struct api_call *call)
{
    void *entries = NULL;
    const DWORD error =
        NetQueryDisplayInformation(call->server, call->level, call->resume.number, ENTRIES_WANTED,
                                   MAX_PREFERRED_LENGTH, &call->count, &entries);

    call->buffer = entries;
    if (error == ERROR_MORE_DATA && entries && call->count)
    {
        call->resume.number = next_index(call);
    }
    return error;
}

const struct family display_user_family = {
    .records = { RECORDS(L"user", L"users", user_levels), .keys = { L"User" } },
    .level = DISPLAY_USERS,
    .level_for_all = DISPLAY_USERS,
    .enumerate = display,
};

const struct family display_computer_family = {
    .records = { RECORDS(L"computer", L"computers", computer_levels), .keys = { L"Computer" } },
    .level = DISPLAY_COMPUTERS,
    .level_for_all = DISPLAY_COMPUTERS,
    .enumerate = display,
};

const struct family display_group_family = {
    .records = { RECORDS(L"group", L"groups", group_levels), .keys = { L"Group" } },
    .level = DISPLAY_GROUPS,
    .level_for_all = DISPLAY_GROUPS,
    .enumerate = display,
};
