/*
 * Sites of a domain: DsGetSiteName and its kin. Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <windows.h>

#include <dsgetdc.h>

#include "api/debug.h"

/* No Netlogon service has told this computer its site. */
static DWORD get_site_name(const void *computer, void **site)
{
    (void)computer;
    if (!site)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *site = NULL;
    return ERROR_NO_SITENAME;
}

DWORD WINAPI DsGetSiteNameW(LPCWSTR ComputerName, LPWSTR *SiteName)
{
    return get_site_name(ComputerName, (void **)SiteName);
}

DWORD WINAPI DsGetSiteNameA(LPCSTR ComputerName, LPSTR *SiteName)
{
    return get_site_name(ComputerName, (void **)SiteName);
}

/* Only domain controllers cover sites. */
static DWORD get_site_coverage(ULONG *count, void **sites)
{
    if (!count || !sites)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *count = 0;
    *sites = NULL;
    return ERROR_NOT_SUPPORTED;
}

DWORD WINAPI DsGetDcSiteCoverageW(LPCWSTR ServerName, PULONG EntryCount, LPWSTR **SiteNames)
{
    (void)ServerName;
    return get_site_coverage(EntryCount, (void **)SiteNames);
}

DWORD WINAPI DsGetDcSiteCoverageA(LPCSTR ServerName, PULONG EntryCount, LPSTR **SiteNames)
{
    (void)ServerName;
    return get_site_coverage(EntryCount, (void **)SiteNames);
}
