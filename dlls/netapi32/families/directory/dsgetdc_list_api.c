/*
 * All controllers of a domain, one after the other: DsGetDcOpen, DsGetDcNext, DsGetDcClose.
 * Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <winsock2.h>
#include <windows.h>

#include <dsgetdc.h>
#include <ws2tcpip.h>

#include "api/debug.h"
#include "api/text.h"
#include "families/directory/dc_list.h"
#include "platform/socket_address.h"

_Static_assert(DC_LIST_ONLY_DO_SITE_NAME == DS_ONLY_DO_SITE_NAME &&
                   DC_LIST_NOTIFY_AFTER_SITE_RECORDS == DS_NOTIFY_AFTER_SITE_RECORDS,
               "the options are Windows' own");

/* The context handle is a struct dc_list. */

/* Packs the addresses of a controller for LocalFree(), as is documented for them. One without any has
 * none to give. */
static DWORD give_addresses(const struct dns_service *service, ULONG *count,
                            SOCKET_ADDRESS **addresses)
{
    SOCKADDR_STORAGE *place = NULL;

    if (!service->address_count)
    {
        return ERROR_SUCCESS;
    }
    *addresses = LocalAlloc(LPTR, service->address_count * (sizeof(**addresses) + sizeof(*place)));
    if (!*addresses)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *count = (ULONG)service->address_count;
    place = (SOCKADDR_STORAGE *)(void *)(*addresses + *count);
    for (ULONG i = 0; i < *count; i++)
    {
        const struct ip_endpoint endpoint = { .address = service->addresses[i],
                                              .port = service->port };
        union socket_address address;

        (*addresses)[i].iSockaddrLength = socket_address_from_endpoint(&endpoint, &address);
        (*addresses)[i].lpSockaddr = (SOCKADDR *)(void *)&place[i];
        memcpy(&place[i], &address, sizeof(address));
    }
    return ERROR_SUCCESS;
}

static DWORD give_name(const struct dns_service *service, BOOL is_wide, void **host_name)
{
    struct utf16_name host;

    if (!utf16_name_from_utf8(&host, service->host))
    {
        return ERROR_INVALID_NAME;
    }
    return (is_wide ? api_text_copy((const WCHAR *)host.units, (WCHAR **)host_name)
                    : api_text_narrow((const WCHAR *)host.units, (char **)host_name))
               ? ERROR_SUCCESS
               : ERROR_NOT_ENOUGH_MEMORY;
}

/* `count` and `addresses` may be NULL, `host_name` may not. */
static DWORD get_next(HANDLE context, ULONG *count, SOCKET_ADDRESS **addresses, BOOL is_wide,
                      void **host_name)
{
    struct dns_service *service = NULL;
    DWORD status = ERROR_SUCCESS;

    if (count)
    {
        *count = 0;
    }
    if (addresses)
    {
        *addresses = NULL;
    }
    if (host_name)
    {
        *host_name = NULL;
    }
    if (!context || !host_name || !count != !addresses)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = dc_list_next(context, &service);
    if (!status && count)
    {
        dc_list_find_addresses(context, service);
        status = give_addresses(service, count, addresses);
    }
    if (!status)
    {
        status = give_name(service, is_wide, host_name);
        if (status && addresses)
        {
            LocalFree(*addresses);
            *addresses = NULL;
            *count = 0;
        }
    }
    return status;
}

DWORD WINAPI DsGetDcOpenW(LPCWSTR DnsName, ULONG OptionFlags, LPCWSTR SiteName, GUID *DomainGuid,
                          LPCWSTR DnsForestName, ULONG DcFlags, PHANDLE RetGetDcContext)
{
    const struct dc_list_request request = {
        .domain = slice_w(DnsName),
        .site = slice_w(SiteName),
        .forest = slice_w(DnsForestName),
        .domain_guid = (const uint8_t *)DomainGuid,
        .options = OptionFlags,
        .flags = DcFlags,
    };

    return RetGetDcContext ? dc_list_open(&request, (struct dc_list **)RetGetDcContext)
                           : ERROR_INVALID_PARAMETER;
}

DWORD WINAPI DsGetDcOpenA(LPCSTR DnsName, ULONG OptionFlags, LPCSTR SiteName, GUID *DomainGuid,
                          LPCSTR DnsForestName, ULONG DcFlags, PHANDLE RetGetDcContext)
{
    WCHAR *domain = NULL;
    WCHAR *site = NULL;
    WCHAR *forest = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (RetGetDcContext)
    {
        *RetGetDcContext = NULL;
    }
    if (api_text_widen(DnsName, &domain) && api_text_widen(SiteName, &site) &&
        api_text_widen(DnsForestName, &forest))
    {
        status =
            DsGetDcOpenW(domain, OptionFlags, site, DomainGuid, forest, DcFlags, RetGetDcContext);
    }
    platform_api_free(domain);
    platform_api_free(site);
    platform_api_free(forest);
    return status;
}

DWORD WINAPI DsGetDcNextW(HANDLE GetDcContextHandle, PULONG SockAddressCount,
                          LPSOCKET_ADDRESS *SockAddresses, LPWSTR *DnsHostName)
{
    return get_next(GetDcContextHandle, SockAddressCount, SockAddresses, TRUE,
                    (void **)DnsHostName);
}

DWORD WINAPI DsGetDcNextA(HANDLE GetDcContextHandle, PULONG SockAddressCount,
                          LPSOCKET_ADDRESS *SockAddresses, LPSTR *DnsHostName)
{
    return get_next(GetDcContextHandle, SockAddressCount, SockAddresses, FALSE,
                    (void **)DnsHostName);
}

VOID WINAPI DsGetDcCloseW(HANDLE GetDcContextHandle)
{
    dc_list_close(GetDcContextHandle);
}
