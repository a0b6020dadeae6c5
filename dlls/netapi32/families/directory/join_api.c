/*
 * What this computer is joined to: NetGetJoinInformation, Net*AadJoinInformation. Documented with
 * lmjoin.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmjoin.h>

#include "api/this_computer.h"

/* Not in mingw-w64's lmjoin.h. */
HRESULT WINAPI NetGetAadJoinInformation(LPCWSTR pcszTenantId, void **ppJoinInfo);
VOID WINAPI NetFreeAadJoinInformation(void *pJoinInfo);

NET_API_STATUS WINAPI NetGetJoinInformation(LPCWSTR lpServer, LPWSTR *lpNameBuffer,
                                            PNETSETUP_JOIN_STATUS BufferType)
{
    struct membership membership;
    NET_API_STATUS status = NERR_Success;
    size_t size = 0;

    if (!lpNameBuffer || !BufferType)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *lpNameBuffer = NULL;
    *BufferType = NetSetupUnknownStatus;
    status = this_computer_check(lpServer, ERROR_NOT_SUPPORTED);
    if (status)
    {
        return status;
    }
    this_computer_membership(&membership);
    size = (membership.flat_name.length + 1) * sizeof(WCHAR);
    status = NetApiBufferAllocate((DWORD)size, (void **)lpNameBuffer);
    if (!status)
    {
        memcpy(*lpNameBuffer, membership.flat_name.units, size);
        *BufferType = membership.is_member ? NetSetupDomainName : NetSetupWorkgroupName;
    }
    return status;
}

HRESULT WINAPI NetGetAadJoinInformation(LPCWSTR pcszTenantId, void **ppJoinInfo)
{
    (void)pcszTenantId;
    if (!ppJoinInfo)
    {
        return E_INVALIDARG;
    }
    /* Success without a structure says: not joined. */
    *ppJoinInfo = NULL;
    return S_OK;
}

VOID WINAPI NetFreeAadJoinInformation(void *pJoinInfo)
{
    NetApiBufferFree(pJoinInfo);
}
