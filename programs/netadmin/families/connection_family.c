/*
 * Connections to shares: CONNECTION_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <stdbool.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmshare.h>

#include "families/connections.h"
#include "families/share_family.h"

/* Also for this one, the server is asked for level 1: that tells whether the rest, the id with it, is
 * made up. */
static const struct field connection_fields_0[] = {
    { .name = L"coni0_id",
      .heading = L"ID",
      .kind = FIELD_ID,
      .offset = offsetof(CONNECTION_INFO_1, coni1_id) },
};

static const struct field connection_fields_1[] = {
    FIELD(CONNECTION_INFO_1, coni1_id, L"ID", FIELD_ID),
    FIELD(CONNECTION_INFO_1, coni1_type, L"Type", FIELD_WORDS, .words = share_types),
    FIELD(CONNECTION_INFO_1, coni1_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(CONNECTION_INFO_1, coni1_num_users, L"Users", FIELD_NUMBER),
    FIELD(CONNECTION_INFO_1, coni1_time, L"Connected", FIELD_AGE),
    FIELD(CONNECTION_INFO_1, coni1_username, L"User", FIELD_STRING),
    FIELD(CONNECTION_INFO_1, coni1_netname, L"Other end", FIELD_STRING),
};

/* Level 1 of a server that makes the rest up. */
static const struct field connection_fields_meant[] = {
    FIELD(CONNECTION_INFO_1, coni1_num_opens, L"Opens", FIELD_NUMBER),
};

static const struct level connection_levels[] = {
    LEVEL(0, CONNECTION_INFO_1, connection_fields_0),
    LEVEL(1, CONNECTION_INFO_1, connection_fields_1),
};

static const struct level connection_level_meant =
    LEVEL(1, CONNECTION_INFO_1, connection_fields_meant);

static DWORD connection_enumerate(struct api_call *call)
{
    return NetConnectionEnum(call->server, call->names[0], 1, &call->buffer, MAX_PREFERRED_LENGTH,
                             &call->count, &call->total, &call->resume.number);
}

bool connection_is_made_up(const CONNECTION_INFO_1 *row)
{
    return row->coni1_username && !wcscmp(row->coni1_username, L"dummy_user") &&
           row->coni1_netname && !wcscmp(row->coni1_netname, L"IPC$") &&
           row->coni1_type == STYPE_IPC;
}

static void connection_review(struct listing *listing)
{
    bool all = listing->count;

    for (size_t i = 0; all && i < listing->count; i++)
    {
        all = connection_is_made_up(listing_record(listing, i));
    }
    if (all)
    {
        listing->level = &connection_level_meant;
        listing->origin = L"this server says no more than how many files each has open";
    }
}

const struct family connection_family = {
    .records = { RECORDS(L"connection", L"connections", connection_levels),
                 .keys = { L"User", L"Other end", L"ID" } },
    .level = 1,
    .level_for_all = 1,
    .filters = { { L"QUALIFIER", NAME_SHARE_OR_COMPUTER } },
    .enumerate = connection_enumerate,
    .review = connection_review,
};
