/*
 * Passwords in the Credential Manager of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/credentials.h"

#include <wchar.h>
#include <wincred.h>

const WCHAR credentials_option[] = L"";
const WCHAR credentials_help[] = L"";

DWORD credentials_store(const WCHAR *server, const WCHAR *user, const WCHAR *password)
{
    /* The members are not const, but CredWriteW() only reads them. */
    CREDENTIALW credential = {
        .Type = CRED_TYPE_DOMAIN_PASSWORD,
        .TargetName = (WCHAR *)(ULONG_PTR)server,
        .CredentialBlobSize = (DWORD)(wcslen(password) * sizeof(WCHAR)),
        .CredentialBlob = (BYTE *)(ULONG_PTR)password,
        .Persist = CRED_PERSIST_LOCAL_MACHINE,
        .UserName = (WCHAR *)(ULONG_PTR)user,
    };

    return CredWriteW(&credential, 0) ? ERROR_SUCCESS : GetLastError();
}

DWORD credentials_remove(const WCHAR *server)
{
    return CredDeleteW(server, CRED_TYPE_DOMAIN_PASSWORD, 0) ? ERROR_SUCCESS : GetLastError();
}
