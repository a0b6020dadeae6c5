/*
 * The groups of a user: NetUserGetGroups, NetUserGetLocalGroups, NetUserSetGroups. Documented with
 * lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/members.h"

static NET_API_STATUS give_out(const struct api_enum *outputs, const struct member_request *user,
                               DWORD flags)
{
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(outputs, member_groups_family(user->kind), user->level);

    if (!status && flags & ~(DWORD)LG_INCLUDE_INDIRECT)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (!status)
    {
        status = member_groups_enumerate(user, flags & LG_INCLUDE_INDIRECT,
                                         outputs->preferred_length, &answer);
        api_enum_give(outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetUserGetGroups(LPCWSTR servername, LPCWSTR username, DWORD level,
                                       LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                       LPDWORD totalentries)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };
    const struct member_request user = { slice_w(servername), slice_w(username), GLOBAL_GROUP,
                                         level };

    return give_out(&outputs, &user, 0);
}

NET_API_STATUS WINAPI NetUserGetLocalGroups(LPCWSTR servername, LPCWSTR username, DWORD level,
                                            DWORD flags, LPBYTE *bufptr, DWORD prefmaxlen,
                                            LPDWORD entriesread, LPDWORD totalentries)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };
    const struct member_request user = { slice_w(servername), slice_w(username), LOCAL_GROUP,
                                         level };

    return give_out(&outputs, &user, flags);
}

NET_API_STATUS WINAPI NetUserSetGroups(LPCWSTR servername, LPCWSTR username, DWORD level,
                                       LPBYTE buf, DWORD num_entries)
{
    const struct member_request user = { slice_w(servername), slice_w(username), GLOBAL_GROUP,
                                         level };

    return member_groups_replace(&user, buf, num_entries);
}
