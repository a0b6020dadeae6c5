/*
 * Asking a server for sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/session_query.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "base/memory.h"
#include "console/progress.h"

/* An enumeration that succeeds sets the count; a netapi32 that only pretends leaves this. */
#define COUNT_NOT_SET MAXDWORD

/* \\name, to be freed; NULL for NULL. */
static WCHAR *unc_name(const WCHAR *name)
{
    WCHAR *unc = NULL;

    if (name)
    {
        const size_t length = wcslen(name) + 1;

        unc = memory_resize(NULL, length + 2, sizeof(WCHAR));
        wmemcpy(unc, L"\\\\", 2);
        wmemcpy(unc + 2, name, length);
    }
    return unc;
}

/* The parameters of the API are not const, but are only read. */
static WCHAR *api_name(const WCHAR *name)
{
    return (WCHAR *)(ULONG_PTR)name;
}

/* A call of the API, which progress_run() makes. */
struct session_call
{
    WCHAR *server;
    WCHAR *client;
    WCHAR *user;
    struct listing *listing;
    DWORD error;
};

static DWORD call_run(void (*function)(void *call), const WCHAR *server, const WCHAR *client,
                      const WCHAR *user, struct listing *listing)
{
    struct session_call call = {
        .server = unc_name(server),
        .client = unc_name(client),
        .user = api_name(user),
        .listing = listing,
    };

    progress_run(function, &call);
    free(call.client);
    free(call.server);
    return call.error;
}

static DWORD enumerate_page(const struct session_call *call, DWORD *resume)
{
    BYTE *buffer = NULL;
    DWORD count = COUNT_NOT_SET;
    DWORD total = 0;
    const DWORD error =
        NetSessionEnum(call->server, call->client, call->user, call->listing->level->number,
                       &buffer, MAX_PREFERRED_LENGTH, &count, &total, resume);

    if (error != NERR_Success && error != ERROR_MORE_DATA)
    {
        return error;
    }
    if (count == COUNT_NOT_SET)
    {
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
    listing_add(call->listing, buffer, count);
    return error;
}

static void enumerate_all(void *context)
{
    struct session_call *call = context;
    DWORD resume = 0;
    size_t before;

    /* A server that has more but gives nothing would be asked for ever. */
    do
    {
        before = call->listing->count;
        call->error = enumerate_page(call, &resume);
    } while (call->error == ERROR_MORE_DATA && call->listing->count > before);
}

DWORD sessions_enumerate(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                         struct listing *listing)
{
    return call_run(enumerate_all, server, client, user, listing);
}

static void get_one(void *context)
{
    struct session_call *call = context;
    BYTE *buffer = NULL;

    call->error = NetSessionGetInfo(call->server, call->client, call->user,
                                    call->listing->level->number, &buffer);
    if (call->error == NERR_Success)
    {
        listing_add(call->listing, buffer, 1);
    }
}

DWORD session_get(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                  struct listing *listing)
{
    return call_run(get_one, server, client, user, listing);
}

static void delete_matching(void *context)
{
    struct session_call *call = context;

    call->error = NetSessionDel(call->server, call->client, call->user);
}

DWORD sessions_delete(const WCHAR *server, const WCHAR *client, const WCHAR *user)
{
    return call_run(delete_matching, server, client, user, NULL);
}
