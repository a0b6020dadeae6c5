/*
 * Trusts between domains: DsEnumerateDomainTrusts. Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <windows.h>

#include <dsgetdc.h>

#include "api/debug.h"

/* Nobody trusts a computer without a domain, and it has no logon server to ask. */
static DWORD enumerate_trusts(ULONG flags, void **domains, ULONG *count)
{
    if (!domains || !count)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *domains = NULL;
    *count = 0;
    return flags & ~(ULONG)DS_DOMAIN_VALID_FLAGS ? ERROR_INVALID_FLAGS : ERROR_NO_LOGON_SERVERS;
}

DWORD WINAPI DsEnumerateDomainTrustsW(LPWSTR ServerName, ULONG Flags, PDS_DOMAIN_TRUSTSW *Domains,
                                      PULONG DomainCount)
{
    (void)ServerName;
    return enumerate_trusts(Flags, (void **)Domains, DomainCount);
}

DWORD WINAPI DsEnumerateDomainTrustsA(LPSTR ServerName, ULONG Flags, PDS_DOMAIN_TRUSTSA *Domains,
                                      PULONG DomainCount)
{
    (void)ServerName;
    return enumerate_trusts(Flags, (void **)Domains, DomainCount);
}
