/*
 * Managed service accounts: Net*ServiceAccount*. Documented with lmaccess.h.
 *
 * They are accounts of a domain whose passwords Windows keeps for its services. None is ever installed
 * here, where services are Wine's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>

#include <lmcons.h>
#include <lmaccess.h>

#include "api/answer.h"
#include "api/debug.h"
#include "platform/platform.h"

/* Not in mingw-w64's lmaccess.h. */
NTSTATUS WINAPI NetQueryServiceAccount(LPWSTR ServerName, LPWSTR AccountName, DWORD InfoLevel,
                                       PBYTE *Buffer);

/* SERVICE_ACCOUNT_FLAG_LINK_TO_HOST_ONLY and SERVICE_ACCOUNT_FLAG_UNLINK_FROM_HOST_ONLY */
#define KNOWN_FLAGS 1u

/* `server` is reserved. */
static BOOL is_question(const WCHAR *server, const WCHAR *account)
{
    return !server && account && account[0];
}

NTSTATUS WINAPI NetIsServiceAccount(LPWSTR ServerName, LPWSTR AccountName, BOOL *IsService)
{
    if (IsService)
    {
        *IsService = FALSE;
    }
    return IsService && is_question(ServerName, AccountName) ? STATUS_SUCCESS
                                                             : STATUS_INVALID_PARAMETER;
}

NTSTATUS WINAPI NetQueryServiceAccount(LPWSTR ServerName, LPWSTR AccountName, DWORD InfoLevel,
                                       PBYTE *Buffer)
{
    MSA_INFO_0 *info = NULL;

    if (Buffer)
    {
        *Buffer = NULL;
    }
    if (!Buffer || !is_question(ServerName, AccountName))
    {
        return STATUS_INVALID_PARAMETER;
    }
    if (InfoLevel)
    {
        return STATUS_INVALID_LEVEL;
    }
    info = platform_api_allocate(sizeof(*info));
    if (!info)
    {
        return STATUS_NO_MEMORY;
    }
    info->State = MsaInfoNotExist;
    *Buffer = (BYTE *)info;
    return STATUS_SUCCESS;
}

NTSTATUS WINAPI NetEnumerateServiceAccounts(LPWSTR ServerName, DWORD Flags, DWORD *AccountsCount,
                                            PZPWSTR *Accounts)
{
    (void)Flags; /* reserved, and documented to be left alone */
    return api_list_begin((void **)Accounts, AccountsCount) && !ServerName
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

NTSTATUS WINAPI NetAddServiceAccount(LPWSTR ServerName, LPWSTR AccountName, LPWSTR Reserved,
                                     DWORD Flags)
{
    (void)Reserved;
    if (!is_question(ServerName, AccountName) || Flags & ~KNOWN_FLAGS)
    {
        return STATUS_INVALID_PARAMETER;
    }
    ERR("%s: services here have no accounts of the domain\n", debugstr_w(AccountName).text);
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS WINAPI NetRemoveServiceAccount(LPWSTR ServerName, LPWSTR AccountName, DWORD Flags)
{
    return is_question(ServerName, AccountName) && !(Flags & ~KNOWN_FLAGS)
               ? STATUS_NO_SUCH_USER
               : STATUS_INVALID_PARAMETER;
}
