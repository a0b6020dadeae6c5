/*
 * Adds a local group to a server and an account to it, as the documentation of NetLocalGroupAdd and
 * NetLocalGroupAddMembers shows it
 *
 *     add_local_group.exe \\server group account
 *
 * Then its members are listed, one on a line: domain\account. Both may be there already.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

static NET_API_STATUS show_members(const wchar_t *server, const wchar_t *group)
{
    LOCALGROUP_MEMBERS_INFO_3 *members = NULL;
    DWORD entries = 0, total = 0, i;
    DWORD_PTR resume = 0;
    NET_API_STATUS status = NetLocalGroupGetMembers(
        server, group, 3, (LPBYTE *)&members, MAX_PREFERRED_LENGTH, &entries, &total, &resume);

    for (i = 0; status == NERR_Success && i < entries; i++)
    {
        wprintf(L"%ls\n", members[i].lgrmi3_domainandname);
    }
    if (members)
    {
        NetApiBufferFree(members);
    }
    return status;
}

int wmain(int argc, wchar_t *argv[])
{
    LOCALGROUP_INFO_1 group = { 0 };
    LOCALGROUP_MEMBERS_INFO_3 member = { 0 };
    DWORD parameter = 0;
    NET_API_STATUS status;

    if (argc != 4)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server group account\n", argv[0]);
        return 2;
    }
    group.lgrpi1_name = argv[2];
    group.lgrpi1_comment = (wchar_t *)L"Added by a program";
    status = NetLocalGroupAdd(argv[1], 1, (LPBYTE)&group, &parameter);
    if (status != NERR_Success && status != NERR_GroupExists && status != ERROR_ALIAS_EXISTS)
    {
        fwprintf(stderr, L"NetLocalGroupAdd failed with %lu, parameter %lu\n", status, parameter);
        return 1;
    }
    member.lgrmi3_domainandname = argv[3];
    status = NetLocalGroupAddMembers(argv[1], argv[2], 3, (LPBYTE)&member, 1);
    if (status != NERR_Success && status != ERROR_MEMBER_IN_ALIAS)
    {
        fwprintf(stderr, L"NetLocalGroupAddMembers failed with %lu\n", status);
        return 1;
    }
    status = show_members(argv[1], argv[2]);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetLocalGroupGetMembers failed with %lu\n", status);
        return 1;
    }
    return 0;
}
