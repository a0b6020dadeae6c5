/*
 * Domain controllers: DsGetDcName* and others. Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * This computer is not a member of a domain in Windows' sense: there is no Netlogon service. What
 * the DNS knows of a domain is found all the same.
 */
#define _DSGETDCAPI_
#include <windows.h>

#include <dsgetdc.h>

#include "api/debug.h"
#include "api/text.h"
#include "families/directory/dc_find.h"

/* Not in mingw-w64's dsgetdc.h. */
DWORD WINAPI DsGetDcNameWithAccountA(LPCSTR ComputerName, LPCSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCSTR DomainName,
                                     GUID *DomainGuid, LPCSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOA *DomainControllerInfo);
DWORD WINAPI DsGetDcNameWithAccountW(LPCWSTR ComputerName, LPCWSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCWSTR DomainName,
                                     GUID *DomainGuid, LPCWSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo);

/* ---- One controller ------------------------------------------------------------------------- */

static DWORD get_dc_name(const struct dc_request *request, BOOL is_wide, void **info)
{
    DWORD status = dc_request_check(request);

    return status ? status : dc_find(request, is_wide, info);
}

static DWORD get_dc_name_ansi(const char *computer, const char *domain, const char *site,
                              ULONG flags, void **info)
{
    WCHAR *wide_computer = NULL;
    WCHAR *wide_domain = NULL;
    WCHAR *wide_site = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (api_text_widen(computer, &wide_computer) && api_text_widen(domain, &wide_domain) &&
        api_text_widen(site, &wide_site))
    {
        const struct dc_request request = { wide_computer, wide_domain, wide_site, flags };

        status = get_dc_name(&request, FALSE, info);
    }
    platform_api_free(wide_computer);
    platform_api_free(wide_domain);
    platform_api_free(wide_site);
    return status;
}

DWORD WINAPI DsGetDcNameW(LPCWSTR ComputerName, LPCWSTR DomainName, GUID *DomainGuid,
                          LPCWSTR SiteName, ULONG Flags,
                          PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo)
{
    const struct dc_request request = { ComputerName, DomainName, SiteName, Flags };
    void *info = NULL;
    DWORD status = ERROR_INVALID_PARAMETER;

    (void)DomainGuid;
    if (DomainControllerInfo)
    {
        status = get_dc_name(&request, TRUE, &info);
        *DomainControllerInfo = info;
    }
    return status;
}

DWORD WINAPI DsGetDcNameA(LPCSTR ComputerName, LPCSTR DomainName, GUID *DomainGuid, LPCSTR SiteName,
                          ULONG Flags, PDOMAIN_CONTROLLER_INFOA *DomainControllerInfo)
{
    void *info = NULL;
    DWORD status = ERROR_INVALID_PARAMETER;

    (void)DomainGuid;
    if (DomainControllerInfo)
    {
        status = get_dc_name_ansi(ComputerName, DomainName, SiteName, Flags, &info);
        *DomainControllerInfo = info;
    }
    return status;
}

/* Whether the controller has the account shows at logon; the locator does not ask. */
DWORD WINAPI DsGetDcNameWithAccountW(LPCWSTR ComputerName, LPCWSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCWSTR DomainName,
                                     GUID *DomainGuid, LPCWSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo)
{
    (void)AccountName;
    (void)AllowableAccountControlBits;
    return DsGetDcNameW(ComputerName, DomainName, DomainGuid, SiteName, Flags,
                        DomainControllerInfo);
}

DWORD WINAPI DsGetDcNameWithAccountA(LPCSTR ComputerName, LPCSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCSTR DomainName,
                                     GUID *DomainGuid, LPCSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOA *DomainControllerInfo)
{
    (void)AccountName;
    (void)AllowableAccountControlBits;
    return DsGetDcNameA(ComputerName, DomainName, DomainGuid, SiteName, Flags,
                        DomainControllerInfo);
}
