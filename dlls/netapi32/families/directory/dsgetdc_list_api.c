/*
 * All controllers of a domain, one after the other: DsGetDcOpen, DsGetDcNext, DsGetDcClose.
 * Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <winsock2.h>
#include <windows.h>

#include <dsgetdc.h>
#include <stdlib.h>
#include <string.h>
#include <ws2tcpip.h>

#include "api/debug.h"
#include "api/text.h"
#include "families/directory/dc_locator.h"

/* What the context handle is: the controllers of the site, then all of the domain. */
struct dc_list
{
    struct dc_records site;
    struct dc_records domain;
    size_t next;
    BOOL is_in_site;
    BOOL tells_end_of_site; /* DS_NOTIFY_AFTER_SITE_RECORDS */
};

static void list_free(struct dc_list *list)
{
    dc_records_free(&list->site);
    dc_records_free(&list->domain);
    free(list);
}

static DWORD list_open(const WCHAR *domain, ULONG options, const WCHAR *site, ULONG flags,
                       HANDLE *context)
{
    struct dc_list *list = NULL;
    BOOL has_site = site && *site;
    DWORD status = ERROR_NO_SUCH_DOMAIN;

    if (!context)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *context = NULL;
    if (!domain || !*domain)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (options & ~(ULONG)DS_OPEN_VALID_OPTION_FLAGS || flags & ~(ULONG)DS_OPEN_VALID_FLAGS)
    {
        return ERROR_INVALID_FLAGS;
    }
    list = calloc(1, sizeof(*list));
    if (!list)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    list->is_in_site = has_site;
    list->tells_end_of_site = has_site && options & DS_NOTIFY_AFTER_SITE_RECORDS;
    if (has_site)
    {
        status = dc_records_find(domain, site, flags, &list->site);
    }
    if (!has_site || !(options & DS_ONLY_DO_SITE_NAME))
    {
        status = dc_records_find(domain, NULL, flags, &list->domain);
    }
    if (status)
    {
        list_free(list);
        return status;
    }
    *context = list;
    return ERROR_SUCCESS;
}

/* The next controller; ERROR_NO_MORE_ITEMS, or ERROR_FILEMARK_DETECTED between the groups. */
static DWORD list_next(struct dc_list *list, const WCHAR **host)
{
    if (list->is_in_site)
    {
        if (list->next < list->site.count)
        {
            *host = list->site.items[list->next++].host;
            return ERROR_SUCCESS;
        }
        list->is_in_site = FALSE;
        list->next = 0;
        if (list->tells_end_of_site)
        {
            return ERROR_FILEMARK_DETECTED;
        }
    }
    if (list->next == list->domain.count)
    {
        return ERROR_NO_MORE_ITEMS;
    }
    *host = list->domain.items[list->next++].host;
    return ERROR_SUCCESS;
}

/* Packs the addresses of `host` for LocalFree(), as is documented for them. */
static DWORD get_addresses(const WCHAR *host, ULONG *count, SOCKET_ADDRESS **addresses)
{
    ADDRINFOW hints = { .ai_socktype = SOCK_STREAM };
    ADDRINFOW *found = NULL;
    BYTE *place = NULL;
    size_t size = 0;
    ULONG i = 0;

    if (platform_start() || GetAddrInfoW(host, NULL, &hints, &found))
    {
        return ERROR_SUCCESS; /* a controller without an address has none to give */
    }
    for (const ADDRINFOW *address = found; address; address = address->ai_next)
    {
        size += sizeof(**addresses) + sizeof(SOCKADDR_STORAGE);
        (*count)++;
    }
    *addresses = LocalAlloc(LPTR, size);
    if (!*addresses)
    {
        *count = 0;
        FreeAddrInfoW(found);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    place = (BYTE *)(*addresses + *count);
    for (const ADDRINFOW *address = found; address; address = address->ai_next, i++)
    {
        memcpy(place, address->ai_addr, address->ai_addrlen);
        (*addresses)[i].lpSockaddr = (SOCKADDR *)(void *)place;
        (*addresses)[i].iSockaddrLength = (INT)address->ai_addrlen;
        place += sizeof(SOCKADDR_STORAGE);
    }
    FreeAddrInfoW(found);
    return ERROR_SUCCESS;
}

/* `count` and `addresses` may be NULL, `host_name` may not. */
static DWORD get_next(HANDLE context, ULONG *count, SOCKET_ADDRESS **addresses, BOOL is_wide,
                      void **host_name)
{
    const WCHAR *host = NULL;
    ULONG found = 0;
    DWORD status = ERROR_SUCCESS;

    if (count)
    {
        *count = 0;
    }
    if (addresses)
    {
        *addresses = NULL;
    }
    if (!context || !host_name || !count != !addresses)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *host_name = NULL;
    status = list_next(context, &host);
    if (status)
    {
        return status;
    }
    if (is_wide ? !api_text_copy(host, (WCHAR **)host_name)
                : !api_text_narrow(host, (char **)host_name))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (count)
    {
        status = get_addresses(host, &found, addresses);
        *count = found;
    }
    if (status)
    {
        platform_api_free(*host_name);
        *host_name = NULL;
    }
    return status;
}

DWORD WINAPI DsGetDcOpenW(LPCWSTR DnsName, ULONG OptionFlags, LPCWSTR SiteName, GUID *DomainGuid,
                          LPCWSTR DnsForestName, ULONG DcFlags, PHANDLE RetGetDcContext)
{
    (void)DomainGuid;
    (void)DnsForestName;
    return list_open(DnsName, OptionFlags, SiteName, DcFlags, RetGetDcContext);
}

DWORD WINAPI DsGetDcOpenA(LPCSTR DnsName, ULONG OptionFlags, LPCSTR SiteName, GUID *DomainGuid,
                          LPCSTR DnsForestName, ULONG DcFlags, PHANDLE RetGetDcContext)
{
    WCHAR *domain = NULL;
    WCHAR *site = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    (void)DomainGuid;
    (void)DnsForestName;
    if (api_text_widen(DnsName, &domain) && api_text_widen(SiteName, &site))
    {
        status = list_open(domain, OptionFlags, site, DcFlags, RetGetDcContext);
    }
    platform_api_free(domain);
    platform_api_free(site);
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
    if (GetDcContextHandle)
    {
        list_free(GetDcContextHandle);
    }
}
