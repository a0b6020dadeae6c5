/*
 * What a computer is joined to: NetGetJoinInformation, Net*AadJoinInformation. Documented with
 * lmjoin.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmjoin.h>

#include <string.h>

#include "api/this_computer.h"
#include "families/directory/join_server.h"

/* Not in mingw-w64's lmjoin.h. */
HRESULT WINAPI NetGetAadJoinInformation(LPCWSTR pcszTenantId, void **ppJoinInfo);
VOID WINAPI NetFreeAadJoinInformation(void *pJoinInfo);

_Static_assert((int)JOIN_UNKNOWN == NetSetupUnknownStatus, "NETSETUP_JOIN_STATUS");
_Static_assert((int)JOIN_DOMAIN == NetSetupDomainName, "NETSETUP_JOIN_STATUS");

static NET_API_STATUS join_of_this_computer(struct utf16_name *name, enum join_status *joined)
{
    struct membership membership;
    const NET_API_STATUS status = this_computer_membership(&membership);

    *name = membership.flat_name;
    *joined = membership.is_member ? JOIN_DOMAIN : JOIN_WORKGROUP;
    return status;
}

NET_API_STATUS WINAPI NetGetJoinInformation(LPCWSTR lpServer, LPWSTR *lpNameBuffer,
                                            PNETSETUP_JOIN_STATUS BufferType)
{
    struct target target;
    struct utf16_name name;
    enum join_status joined = JOIN_UNKNOWN;
    NET_API_STATUS status = NERR_Success;
    size_t size = 0;

    if (lpNameBuffer)
    {
        *lpNameBuffer = NULL;
    }
    if (BufferType)
    {
        *BufferType = NetSetupUnknownStatus;
    }
    if (!lpNameBuffer || !BufferType)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(lpServer, &target);
    if (!status && target.is_this_computer)
    {
        status = join_of_this_computer(&name, &joined);
    }
    else if (!status)
    {
        status = join_of_server(&target, &name, &joined);
    }
    if (status)
    {
        return status;
    }
    size = (name.length + 1) * sizeof(WCHAR);
    status = NetApiBufferAllocate((DWORD)size, (void **)lpNameBuffer);
    if (!status)
    {
        memcpy(*lpNameBuffer, name.units, size);
        *BufferType = (NETSETUP_JOIN_STATUS)joined;
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
