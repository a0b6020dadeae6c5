/*
 * Members of local groups: NetLocalGroup*Member(s). Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>
#include <stdlib.h>

#include "api/answer.h"
#include "families/accounts/accounts_lock.h"
#include "families/accounts/local_group.h"

/* ---- Reading --------------------------------------------------------------------------------- */

#define M(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, member, field, structure, api_field)

static const struct info_field members_0[] = {
    M(BYTES, sid, LOCALGROUP_MEMBERS_INFO_0, lgrmi0_sid),
};
static const struct info_field members_1[] = {
    M(BYTES, sid, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sid),
    M(U32, use, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sidusage),
    M(STRING, name, LOCALGROUP_MEMBERS_INFO_1, lgrmi1_name),
};
static const struct info_field members_2[] = {
    M(BYTES, sid, LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sid),
    M(U32, use, LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sidusage),
    M(STRING, domain_name, LOCALGROUP_MEMBERS_INFO_2, lgrmi2_domainandname),
};
static const struct info_field members_3[] = {
    M(STRING, domain_name, LOCALGROUP_MEMBERS_INFO_3, lgrmi3_domainandname),
};
static const struct info_level members_levels[] = {
    INFO_LEVEL(0, LOCALGROUP_MEMBERS_INFO_0, members_0),
    INFO_LEVEL(1, LOCALGROUP_MEMBERS_INFO_1, members_1),
    INFO_LEVEL(2, LOCALGROUP_MEMBERS_INFO_2, members_2),
    INFO_LEVEL(3, LOCALGROUP_MEMBERS_INFO_3, members_3),
};
static const struct info_family members_family = { sizeof(struct member), members_levels,
                                                   ARRAYSIZE(members_levels) };

NET_API_STATUS WINAPI NetLocalGroupGetMembers(LPCWSTR servername, LPCWSTR localgroupname,
                                              DWORD level, LPBYTE *bufptr, DWORD prefmaxlen,
                                              LPDWORD entriesread, LPDWORD totalentries,
                                              PDWORD_PTR resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resumehandle };
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    struct info_rows rows;
    NET_API_STATUS status = api_enum_begin(&outputs, &members_family, level);

    if (!status)
    {
        status = group_call_begin(&local_groups, servername, localgroupname, &accounts, &group);
    }
    if (status)
    {
        return status;
    }
    status = members_of_group(accounts, group, &rows);
    if (!status)
    {
        status = api_enum_finish(&outputs, &members_family, level, &rows);
    }
    free(rows.rows);
    accounts_leave();
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* The members that a caller names, as SIDs. */
struct named_members
{
    struct sid_value *sids;
    DWORD count;
};

/* Level 0 is SIDs, level 3 names. */
static DWORD read_member(const struct accounts *accounts, DWORD level, const BYTE *entries,
                         DWORD index, struct sid_value *value)
{
    const LOCALGROUP_MEMBERS_INFO_0 *sids = (const void *)entries;
    const LOCALGROUP_MEMBERS_INFO_3 *names = (const void *)entries;

    return level ? sid_of_name(accounts, names[index].lgrmi3_domainandname, value)
                 : sid_copy(sids[index].lgrmi0_sid, value);
}

/* A local group cannot be in a local group. */
static DWORD check_member(const struct accounts *accounts, const struct sid_value *value)
{
    struct sid_name name;

    name_of_sid(accounts, sid_bytes(value->bytes), &name);
    return name.use == SidTypeAlias || name.use == SidTypeDomain ? ERROR_INVALID_MEMBER
                                                                 : NERR_Success;
}

/* Reads all members, or none; the caller frees members->sids. */
static DWORD read_members(const struct accounts *accounts, DWORD level, const BYTE *entries,
                          DWORD count, struct named_members *members)
{
    DWORD status = NERR_Success;

    *members = (struct named_members){ calloc(count + 1u, sizeof(*members->sids)), count };
    if (!members->sids)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (DWORD i = 0; i < count && !status; i++)
    {
        status = read_member(accounts, level, entries, i, &members->sids[i]);
        if (!status)
        {
            status = check_member(accounts, &members->sids[i]);
        }
    }
    return status;
}

/* `code` unless all members are in the group, or all are not. */
static DWORD check_all(const struct group *group, const struct named_members *members, BOOL inside,
                       DWORD code)
{
    for (DWORD i = 0; i < members->count; i++)
    {
        if (group_has_member(group, sid_bytes(members->sids[i].bytes)) != inside)
        {
            return code;
        }
    }
    return NERR_Success;
}

static DWORD add_all(struct group *group, const struct named_members *members)
{
    DWORD status = NERR_Success;

    for (DWORD i = 0; i < members->count && !status; i++)
    {
        struct info_bytes sid = sid_bytes(members->sids[i].bytes);

        status = group_has_member(group, sid) ? NERR_Success : group_add_member(group, sid);
    }
    return status;
}

static void remove_all(struct group *group, const struct named_members *members)
{
    for (DWORD i = 0; i < members->count; i++)
    {
        group_remove_member(group, sid_bytes(members->sids[i].bytes));
    }
}

static DWORD add_members(struct group *group, const struct named_members *members)
{
    DWORD status = check_all(group, members, FALSE, ERROR_MEMBER_IN_ALIAS);

    return status ? status : add_all(group, members);
}

static DWORD remove_members(struct group *group, const struct named_members *members)
{
    DWORD status = check_all(group, members, TRUE, ERROR_MEMBER_NOT_IN_ALIAS);

    if (!status)
    {
        remove_all(group, members);
    }
    return status;
}

static DWORD replace_members(struct group *group, const struct named_members *members)
{
    while (group->member_count)
    {
        group_remove_member(group, group->members[0]);
    }
    return add_all(group, members);
}

typedef DWORD members_change(struct group *group, const struct named_members *members);

/* All of the members are read and checked before the first change: it is done whole or not. */
static DWORD change_members(const WCHAR *server, const WCHAR *group_name, DWORD level,
                            const BYTE *entries, DWORD count, members_change *change)
{
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    struct named_members members;
    DWORD status = NERR_Success;

    if (level != 0 && level != 3)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!entries && count)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = group_call_begin(&local_groups, server, group_name, &accounts, &group);
    if (status)
    {
        return status;
    }
    status = read_members(accounts, level, entries, count, &members);
    if (!status)
    {
        status = change(group, &members);
    }
    free(members.sids);
    accounts_leave();
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupAddMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    return change_members(servername, groupname, level, buf, totalentries, add_members);
}

NET_API_STATUS WINAPI NetLocalGroupDelMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    return change_members(servername, groupname, level, buf, totalentries, remove_members);
}

NET_API_STATUS WINAPI NetLocalGroupSetMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    return change_members(servername, groupname, level, buf, totalentries, replace_members);
}

NET_API_STATUS WINAPI NetLocalGroupAddMember(LPCWSTR servername, LPCWSTR groupname, PSID membersid)
{
    const LOCALGROUP_MEMBERS_INFO_0 member = { membersid };

    return change_members(servername, groupname, 0, (const BYTE *)&member, 1, add_members);
}

NET_API_STATUS WINAPI NetLocalGroupDelMember(LPCWSTR servername, LPCWSTR groupname, PSID membersid)
{
    const LOCALGROUP_MEMBERS_INFO_0 member = { membersid };

    return change_members(servername, groupname, 0, (const BYTE *)&member, 1, remove_members);
}
