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
#include "families/directory/dc_pack.h"

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

static DWORD get_dc_name(const struct dc_request *request, BOOL is_wide, void **buffer)
{
    struct dc_info info;
    DWORD status = ERROR_INVALID_PARAMETER;

    if (buffer)
    {
        *buffer = NULL;
        status = dc_request_check(request);
        if (!status)
        {
            status = dc_find(request, &info);
        }
        if (!status)
        {
            status = dc_info_pack(&info, is_wide, buffer);
        }
    }
    return status;
}

DWORD WINAPI DsGetDcNameWithAccountW(LPCWSTR ComputerName, LPCWSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCWSTR DomainName,
                                     GUID *DomainGuid, LPCWSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo)
{
    const struct dc_request request = {
        .computer = slice_w(ComputerName),
        .domain = slice_w(DomainName),
        .site = slice_w(SiteName),
        .account = slice_w(AccountName),
        .account_control = AllowableAccountControlBits,
        .domain_guid = (const uint8_t *)DomainGuid,
        .flags = Flags,
    };

    return get_dc_name(&request, TRUE, (void **)DomainControllerInfo);
}

DWORD WINAPI DsGetDcNameWithAccountA(LPCSTR ComputerName, LPCSTR AccountName,
                                     ULONG AllowableAccountControlBits, LPCSTR DomainName,
                                     GUID *DomainGuid, LPCSTR SiteName, ULONG Flags,
                                     PDOMAIN_CONTROLLER_INFOA *DomainControllerInfo)
{
    const char *const texts[] = { ComputerName, DomainName, SiteName, AccountName };
    WCHAR *wide[ARRAYSIZE(texts)] = { NULL };
    BOOL is_wide = TRUE;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; i < ARRAYSIZE(texts) && is_wide; i++)
    {
        is_wide = api_text_widen(texts[i], &wide[i]);
    }
    if (is_wide)
    {
        const struct dc_request request = {
            .computer = slice_w(wide[0]),
            .domain = slice_w(wide[1]),
            .site = slice_w(wide[2]),
            .account = slice_w(wide[3]),
            .account_control = AllowableAccountControlBits,
            .domain_guid = (const uint8_t *)DomainGuid,
            .flags = Flags,
        };

        status = get_dc_name(&request, FALSE, (void **)DomainControllerInfo);
    }
    else if (DomainControllerInfo)
    {
        *DomainControllerInfo = NULL;
    }
    for (size_t i = 0; i < ARRAYSIZE(texts); i++)
    {
        platform_api_free(wide[i]);
    }
    return status;
}

DWORD WINAPI DsGetDcNameW(LPCWSTR ComputerName, LPCWSTR DomainName, GUID *DomainGuid,
                          LPCWSTR SiteName, ULONG Flags,
                          PDOMAIN_CONTROLLER_INFOW *DomainControllerInfo)
{
    return DsGetDcNameWithAccountW(ComputerName, NULL, 0, DomainName, DomainGuid, SiteName, Flags,
                                   DomainControllerInfo);
}

DWORD WINAPI DsGetDcNameA(LPCSTR ComputerName, LPCSTR DomainName, GUID *DomainGuid, LPCSTR SiteName,
                          ULONG Flags, PDOMAIN_CONTROLLER_INFOA *DomainControllerInfo)
{
    return DsGetDcNameWithAccountA(ComputerName, NULL, 0, DomainName, DomainGuid, SiteName, Flags,
                                   DomainControllerInfo);
}
