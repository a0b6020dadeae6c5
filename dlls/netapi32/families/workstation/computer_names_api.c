/*
 * The names that a computer is known by: NetEnumerateComputerNames. Documented with lmjoin.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmjoin.h>

#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/workstation/computer_names.h"

/* With the terminator. */
#define DNS_NAME_SIZE 256

_Static_assert((int)COMPUTER_NAME_PRIMARY == NetPrimaryComputerName, "NET_COMPUTER_NAME_TYPE");
_Static_assert((int)COMPUTER_NAME_ALL == NetAllComputerNames, "NET_COMPUTER_NAME_TYPE");

/* One API buffer: an array of pointers, and the names behind it. */
static NET_API_STATUS give_names(const struct utf16_slice *names, DWORD count, WCHAR ***given)
{
    size_t size = count * sizeof(WCHAR *);
    WCHAR *text = NULL;
    NET_API_STATUS status = NERR_Success;

    for (DWORD i = 0; i < count; i++)
    {
        size += (names[i].length + 1) * sizeof(WCHAR);
    }
    if (!count || size > MAXLONG)
    {
        return count ? ERROR_NOT_ENOUGH_MEMORY : NERR_Success;
    }
    status = NetApiBufferAllocate((DWORD)size, (void **)given);
    if (status)
    {
        return status;
    }
    text = (WCHAR *)(*given + count);
    for (DWORD i = 0; i < count; i++)
    {
        (*given)[i] = text;
        memcpy(text, names[i].units, names[i].length * sizeof(WCHAR));
        text[names[i].length] = 0;
        text += names[i].length + 1;
    }
    return NERR_Success;
}

/* This computer has one name, of DNS as far as it has a domain there. */
static NET_API_STATUS give_own_names(NET_COMPUTER_NAME_TYPE type, DWORD *count, WCHAR ***given)
{
    WCHAR name[DNS_NAME_SIZE];
    DWORD size = ARRAYSIZE(name);
    struct utf16_slice slice;

    if (type == NetAlternateComputerNames)
    {
        return NERR_Success;
    }
    if (!GetComputerNameExW(ComputerNamePhysicalDnsFullyQualified, name, &size))
    {
        return GetLastError();
    }
    slice = slice_w(name);
    *count = 1;
    return give_names(&slice, 1, given);
}

static NET_API_STATUS give_servers_names(const struct target *target, NET_COMPUTER_NAME_TYPE type,
                                         DWORD *count, WCHAR ***given)
{
    struct arena arena = { 0 };
    struct utf16_slice *names = NULL;
    uint32_t name_count = 0;
    NET_API_STATUS status = computer_names_of_server(target, type, &arena, &names, &name_count);

    if (!status)
    {
        *count = name_count;
        status = give_names(names, name_count, given);
    }
    arena_free(&arena);
    return status;
}

NET_API_STATUS WINAPI NetEnumerateComputerNames(LPCWSTR Server, NET_COMPUTER_NAME_TYPE NameType,
                                                ULONG Reserved, PDWORD EntryCount,
                                                LPWSTR **ComputerNames)
{
    struct target target;
    NET_API_STATUS status = NERR_Success;

    if (EntryCount)
    {
        *EntryCount = 0;
    }
    if (ComputerNames)
    {
        *ComputerNames = NULL;
    }
    if (!EntryCount || !ComputerNames || Reserved || (DWORD)NameType >= NetComputerNameTypeMax)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(Server, &target);
    if (!status)
    {
        status = target.is_this_computer
                     ? give_own_names(NameType, EntryCount, ComputerNames)
                     : give_servers_names(&target, NameType, EntryCount, ComputerNames);
    }
    if (status)
    {
        *EntryCount = 0;
    }
    return status;
}
