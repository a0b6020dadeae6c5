/*
 * Helpers of Windows' own network components: Netp*. Undocumented, but used by programs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>
#include <windns.h>
#include <winternl.h>

#include <lmcons.h>
#include <lmerr.h>
#include <nb30.h>

#include "api/text.h"

NET_API_STATUS WINAPI NetpGetComputerName(WCHAR **name);
NTSTATUS WINAPI NetpDeleteSecurityObject(PSECURITY_DESCRIPTOR *descriptor);
void WINAPI NetpInitOemString(STRING *string, const char *text);
NET_API_STATUS WINAPI NetpNetBiosStatusToApiStatus(UCHAR status);
NET_API_STATUS WINAPI NetpNtStatusToApiStatus(NTSTATUS status);
char *WINAPI NetpAllocStrFromWStr(const WCHAR *text);
WCHAR *WINAPI NetpAllocWStrFromStr(const char *text);
WCHAR *WINAPI NetpAllocWStrFromWStr(const WCHAR *text);
BOOL WINAPI NetpIsUncComputerNameValid(const WCHAR *name);

/* An API buffer with the NetBIOS name. */
NET_API_STATUS WINAPI NetpGetComputerName(WCHAR **name)
{
    WCHAR text[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD size = ARRAYSIZE(text);

    if (!name)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *name = NULL;
    if (!GetComputerNameW(text, &size))
    {
        return GetLastError();
    }
    return api_text_copy(text, name) ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

NTSTATUS WINAPI NetpDeleteSecurityObject(PSECURITY_DESCRIPTOR *descriptor)
{
    return descriptor && DestroyPrivateObjectSecurity(descriptor) ? STATUS_SUCCESS
                                                                  : STATUS_INVALID_PARAMETER;
}

/* The string is not copied. */
void WINAPI NetpInitOemString(STRING *string, const char *text)
{
    if (string)
    {
        RtlInitAnsiString(string, text);
    }
}

/* What LAN Manager says for a result of Netbios(). */
static const struct
{
    UCHAR netbios;
    NET_API_STATUS api;
} api_statuses[] = {
    { NRC_GOODRET, NERR_Success },       { NRC_NORES, NERR_NoNetworkResource },
    { NRC_DUPNAME, NERR_AlreadyExists }, { NRC_NAMTFUL, NERR_TooManyNames },
    { NRC_ACTSES, NERR_DeleteLater },    { NRC_REMTFUL, ERROR_REM_NOT_LIST },
    { NRC_NOCALL, NERR_NameNotFound },   { NRC_NOWILD, ERROR_INVALID_PARAMETER },
    { NRC_INUSE, NERR_DuplicateName },   { NRC_NAMERR, ERROR_INVALID_PARAMETER },
    { NRC_NAMCONF, NERR_DuplicateName },
};

NET_API_STATUS WINAPI NetpNetBiosStatusToApiStatus(UCHAR status)
{
    for (size_t i = 0; i < ARRAYSIZE(api_statuses); i++)
    {
        if (api_statuses[i].netbios == status)
        {
            return api_statuses[i].api;
        }
    }
    return NERR_NetworkError;
}

NET_API_STATUS WINAPI NetpNtStatusToApiStatus(NTSTATUS status)
{
    return RtlNtStatusToDosError(status);
}

/* Copies in API buffers; NULL when memory is short. */

char *WINAPI NetpAllocStrFromWStr(const WCHAR *text)
{
    char *copy = NULL;

    return api_text_narrow(text, &copy) ? copy : NULL;
}

WCHAR *WINAPI NetpAllocWStrFromStr(const char *text)
{
    WCHAR *copy = NULL;

    return api_text_widen(text, &copy) ? copy : NULL;
}

WCHAR *WINAPI NetpAllocWStrFromWStr(const WCHAR *text)
{
    WCHAR *copy = NULL;

    return api_text_copy(text, &copy) ? copy : NULL;
}

/* \\name, without blanks or a further backslash. */
BOOL WINAPI NetpIsUncComputerNameValid(const WCHAR *name)
{
    return name && name[0] == '\\' && name[1] == '\\' && name[2] && !wcspbrk(name + 2, L"\\/ ") &&
           wcslen(name + 2) <= DNS_MAX_NAME_LENGTH;
}
