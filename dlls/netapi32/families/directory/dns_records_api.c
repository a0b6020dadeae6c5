/*
 * Records of domain controllers in the DNS: DsDeregisterDnsHostRecords. Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <windows.h>

#include <dsgetdc.h>

#include "api/debug.h"
#include "api/text.h"
#include "api/this_computer.h"
#include "families/directory/controllers.h"

DWORD WINAPI DsDeregisterDnsHostRecordsW(LPWSTR ServerName, LPWSTR DnsDomainName, GUID *DomainGuid,
                                         GUID *DsaGuid, LPWSTR DnsHostName)
{
    struct target target;
    DWORD status = ERROR_SUCCESS;

    if (!DnsHostName || !*DnsHostName)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(ServerName, &target);
    if (status)
    {
        return status;
    }
    /* This computer is no domain controller. */
    return target.is_this_computer
               ? ERROR_NOT_SUPPORTED
               : controllers_deregister_dns(&target, slice_w(DnsDomainName),
                                            (const uint8_t *)DomainGuid, (const uint8_t *)DsaGuid,
                                            slice_w(DnsHostName));
}

DWORD WINAPI DsDeregisterDnsHostRecordsA(LPSTR ServerName, LPSTR DnsDomainName, GUID *DomainGuid,
                                         GUID *DsaGuid, LPSTR DnsHostName)
{
    WCHAR *server = NULL;
    WCHAR *domain = NULL;
    WCHAR *host = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (api_text_widen(ServerName, &server) && api_text_widen(DnsDomainName, &domain) &&
        api_text_widen(DnsHostName, &host))
    {
        status = DsDeregisterDnsHostRecordsW(server, domain, DomainGuid, DsaGuid, host);
    }
    platform_api_free(server);
    platform_api_free(domain);
    platform_api_free(host);
    return status;
}
