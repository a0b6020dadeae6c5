/*
 * The groups of a user: NetUserGetGroups, NetUserGetLocalGroups. Documented with lmaccess.h.
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
#include "families/accounts/account_call.h"
#include "families/accounts/group_call.h"

#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, group, field, structure, api_field)

static const struct info_field global_0[] = {
    F(STRING, name, GROUP_USERS_INFO_0, grui0_name),
};
static const struct info_field global_1[] = {
    F(STRING, name, GROUP_USERS_INFO_1, grui1_name),
    F(U32, attributes, GROUP_USERS_INFO_1, grui1_attributes),
};
static const struct info_level global_levels[] = {
    INFO_LEVEL(0, GROUP_USERS_INFO_0, global_0),
    INFO_LEVEL(1, GROUP_USERS_INFO_1, global_1),
};
static const struct info_family global_family = { sizeof(struct group), global_levels,
                                                  ARRAYSIZE(global_levels) };

static const struct info_field local_0[] = {
    F(STRING, name, LOCALGROUP_USERS_INFO_0, lgrui0_name),
};
static const struct info_level local_levels[] = {
    INFO_LEVEL(0, LOCALGROUP_USERS_INFO_0, local_0),
};
static const struct info_family local_family = { sizeof(struct group), local_levels, 1 };

static DWORD find_sid(const struct accounts *accounts, enum group_kind kind, const WCHAR *user,
                      struct sid_value *sid)
{
    const struct user *found = accounts_find_user(accounts, slice_w(user));

    if (found)
    {
        return sid_copy(found->sid.data, sid);
    }
    /* A local group may have members from elsewhere. */
    return kind == LOCAL_GROUP && !sid_of_name(accounts, user, sid) ? NERR_Success
                                                                    : NERR_UserNotFound;
}

static DWORD give_out_groups(const struct api_enum *outputs, const struct info_family *family,
                             enum group_kind kind, const WCHAR *server, const WCHAR *user,
                             DWORD level)
{
    struct accounts *accounts = NULL;
    struct info_rows rows = { NULL, 0 };
    struct sid_value sid;
    DWORD status = api_enum_begin(outputs, family, level);

    if (!status)
    {
        status = accounts_call_begin(server, &accounts);
    }
    if (status)
    {
        return status;
    }
    status = find_sid(accounts, kind, user, &sid);
    if (!status)
    {
        status = groups_of_member(accounts, kind, sid_bytes(sid.bytes), &rows);
    }
    if (!status)
    {
        status = api_enum_finish(outputs, family, level, &rows);
    }
    free(rows.rows);
    accounts_leave();
    return status;
}

NET_API_STATUS WINAPI NetUserGetGroups(LPCWSTR servername, LPCWSTR username, DWORD level,
                                       LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                       LPDWORD totalentries)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };

    return give_out_groups(&outputs, &global_family, GLOBAL_GROUP, servername, username, level);
}

/* LG_INCLUDE_INDIRECT adds nothing: no global group is a member of a local one by itself. */
NET_API_STATUS WINAPI NetUserGetLocalGroups(LPCWSTR servername, LPCWSTR username, DWORD level,
                                            DWORD flags, LPBYTE *bufptr, DWORD prefmaxlen,
                                            LPDWORD entriesread, LPDWORD totalentries)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };
    NET_API_STATUS status = api_enum_begin(&outputs, &local_family, level);

    if (!status && flags & ~(DWORD)LG_INCLUDE_INDIRECT)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    return status
               ? status
               : give_out_groups(&outputs, &local_family, LOCAL_GROUP, servername, username, level);
}
