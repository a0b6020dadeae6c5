/*
 * Connections to all shares of a server: CONNECTION_INFO_1, with the share that it was asked for.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

#include <stdbool.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmshare.h>

#include "families/connections.h"

struct share_connection
{
    WCHAR *share;
    CONNECTION_INFO_1 connection;
};

#define CONNECTION_FIELD(member, heading_, ...)                                                    \
    {                                                                                              \
        .name = L"" #member, .heading = heading_, .kind = __VA_ARGS__,                             \
        .offset = offsetof(struct share_connection, connection.member)                             \
    }

static const struct field share_connection_fields[] = {
    FIELD(struct share_connection, share, L"Share", FIELD_STRING),
    CONNECTION_FIELD(coni1_id, L"ID", FIELD_ID),
    CONNECTION_FIELD(coni1_num_opens, L"Opens", FIELD_NUMBER),
    CONNECTION_FIELD(coni1_num_users, L"Users", FIELD_NUMBER),
    CONNECTION_FIELD(coni1_time, L"Connected", FIELD_AGE),
    CONNECTION_FIELD(coni1_username, L"User", FIELD_STRING),
    CONNECTION_FIELD(coni1_netname, L"Computer", FIELD_STRING),
};

/* Of a server that makes the rest up. */
static const struct field share_connection_fields_meant[] = {
    FIELD(struct share_connection, share, L"Share", FIELD_STRING),
    CONNECTION_FIELD(coni1_num_opens, L"Opens", FIELD_NUMBER),
};

static const struct level share_connection_levels[] = {
    LEVEL(LEVEL_COMPOSED, struct share_connection, share_connection_fields),
};

static const struct level share_connection_level_meant =
    LEVEL(LEVEL_COMPOSED, struct share_connection, share_connection_fields_meant);

static DWORD shares_of_server(struct api_call *call)
{
    return NetShareEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                        &call->count, &call->total, &call->resume.number);
}

static DWORD connections_of_share(struct api_call *call)
{
    return NetConnectionEnum(call->server, call->names[0], call->level, &call->buffer,
                             MAX_PREFERRED_LENGTH, &call->count, &call->total,
                             &call->resume.number);
}

/* What a share's connections are in the answer, behind those that are there. */
static DWORD connections_add(struct api_call *call, WCHAR *share, const CONNECTION_INFO_1 *found,
                             DWORD count)
{
    struct share_connection *larger;
    void *buffer = NULL;
    const DWORD error =
        NetApiBufferAllocate((DWORD)((call->count + count) * sizeof(*larger)), &buffer);

    if (error)
    {
        return error;
    }
    larger = buffer;
    if (call->count)
    {
        CopyMemory(larger, call->buffer, call->count * sizeof(*larger));
    }
    for (DWORD i = 0; i < count; i++)
    {
        larger[call->count + i] = (struct share_connection){ share, found[i] };
    }
    NetApiBufferFree(call->buffer);
    call->buffer = buffer;
    call->count += count;
    return ERROR_SUCCESS;
}

/* A share that has been removed meanwhile has none. */
static DWORD share_ask(struct api_call *call, WCHAR *share)
{
    struct api_call part = *call;
    void *found;
    DWORD count;
    DWORD error;

    part.names[0] = share;
    error = call_gather(&part, connections_of_share, 1, sizeof(CONNECTION_INFO_1), &found, &count);
    call->kept = part.kept;
    call->kept_count = part.kept_count;
    if (error == NERR_NetNameNotFound)
    {
        return ERROR_SUCCESS;
    }
    return error || !count ? error : connections_add(call, share, found, count);
}

static DWORD share_connection_enumerate(struct api_call *call)
{
    const SHARE_INFO_0 *shares;
    void *found;
    DWORD count;
    DWORD error = call_gather(call, shares_of_server, 0, sizeof(*shares), &found, &count);

    call->count = 0;
    shares = found;
    for (DWORD i = 0; !error && i < count; i++)
    {
        error = share_ask(call, shares[i].shi0_netname);
    }
    if (error)
    {
        NetApiBufferFree(call->buffer);
        call->buffer = NULL;
    }
    return error;
}

static void share_connection_review(struct listing *listing)
{
    bool all = listing->count;

    for (size_t i = 0; all && i < listing->count; i++)
    {
        const struct share_connection *row = listing_record(listing, i);

        all = connection_is_made_up(&row->connection);
    }
    if (all)
    {
        listing->level = &share_connection_level_meant;
    }
}

const struct family share_connection_family = {
    .records = { RECORDS(L"connection", L"connections", share_connection_levels) },
    .level = LEVEL_COMPOSED,
    .level_for_all = LEVEL_COMPOSED,
    .enumerate = share_connection_enumerate,
    .review = share_connection_review,
};
