/*
 * Asking a server for sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "session_query.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "memory.h"

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

static DWORD enumerate_page(WCHAR *server, WCHAR *client, const WCHAR *user,
                            struct listing *listing, DWORD *resume)
{
    BYTE *buffer = NULL;
    DWORD count = COUNT_NOT_SET;
    DWORD total = 0;
    const DWORD error = NetSessionEnum(server, client, api_name(user), listing->level->number,
                                       &buffer, MAX_PREFERRED_LENGTH, &count, &total, resume);

    if (error != NERR_Success && error != ERROR_MORE_DATA)
    {
        return error;
    }
    if (count == COUNT_NOT_SET)
    {
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
    listing_add(listing, buffer, count);
    return error;
}

DWORD sessions_enumerate(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                         struct listing *listing)
{
    WCHAR *server_unc = unc_name(server);
    WCHAR *client_unc = unc_name(client);
    DWORD resume = 0;
    DWORD error;
    size_t before;

    /* A server that has more but gives nothing would be asked for ever. */
    do
    {
        before = listing->count;
        error = enumerate_page(server_unc, client_unc, user, listing, &resume);
    } while (error == ERROR_MORE_DATA && listing->count > before);

    free(client_unc);
    free(server_unc);
    return error;
}

DWORD session_get(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                  struct listing *listing)
{
    WCHAR *server_unc = unc_name(server);
    WCHAR *client_unc = unc_name(client);
    BYTE *buffer = NULL;
    const DWORD error =
        NetSessionGetInfo(server_unc, client_unc, api_name(user), listing->level->number, &buffer);

    if (error == NERR_Success)
    {
        listing_add(listing, buffer, 1);
    }
    free(client_unc);
    free(server_unc);
    return error;
}

DWORD sessions_delete(const WCHAR *server, const WCHAR *client, const WCHAR *user)
{
    WCHAR *server_unc = unc_name(server);
    WCHAR *client_unc = unc_name(client);
    const DWORD error = NetSessionDel(server_unc, client_unc, api_name(user));

    free(client_unc);
    free(server_unc);
    return error;
}
