/*
 * Sites of a domain: DsGetSiteName and its kin. Documented with dsgetdc.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <winsock2.h>
#include <windows.h>

#include <dsgetdc.h>
#include <stdlib.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/text.h"
#include "api/this_computer.h"
#include "families/directory/ansi_text.h"
#include "families/directory/dc_find.h"
#include "families/directory/sites.h"
#include "families/directory/subnet_name.h"

/* ---- DsGetSiteName --------------------------------------------------------------------------- */

/* Controllers tell a computer of their domain which site it is in. */
static DWORD get_own_site(directory_text make, void **site)
{
    const struct dc_request request = { .flags = 0 };
    struct dc_info controller;
    DWORD status = dc_find(&request, &controller);

    if (!status && controller.client_site.length)
    {
        return directory_copy_text(utf16_from_name(&controller.client_site), make, site);
    }
    return status == ERROR_NOT_ENOUGH_MEMORY ? status : ERROR_NO_SITENAME;
}

static DWORD get_site_name(const WCHAR *computer, directory_text make, void **site)
{
    struct target target;
    DWORD status = ERROR_SUCCESS;

    if (!site)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *site = NULL;
    status = target_from_name(computer, &target);
    if (status)
    {
        return status;
    }
    return target.is_this_computer ? get_own_site(make, site) : sites_get_name(&target, make, site);
}

DWORD WINAPI DsGetSiteNameW(LPCWSTR ComputerName, LPWSTR *SiteName)
{
    return get_site_name(ComputerName, directory_text_wide, (void **)SiteName);
}

DWORD WINAPI DsGetSiteNameA(LPCSTR ComputerName, LPSTR *SiteName)
{
    WCHAR *computer = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (SiteName)
    {
        *SiteName = NULL;
    }
    if (api_text_widen(ComputerName, &computer))
    {
        status = get_site_name(computer, directory_text_ansi, (void **)SiteName);
    }
    platform_api_free(computer);
    return status;
}

/* ---- DsGetDcSiteCoverage --------------------------------------------------------------------- */

/* Only domain controllers cover sites. */
static DWORD get_site_coverage(const WCHAR *server, directory_text make, ULONG *count, void **sites)
{
    struct target target;
    uint32_t found = 0;
    DWORD status = ERROR_SUCCESS;

    if (!api_list_begin(sites, count))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(server, &target);
    if (status)
    {
        return status;
    }
    if (target.is_this_computer)
    {
        return ERROR_NOT_SUPPORTED;
    }
    status = sites_get_coverage(&target, make, &found, sites);
    *count = found;
    return status;
}

DWORD WINAPI DsGetDcSiteCoverageW(LPCWSTR ServerName, PULONG EntryCount, LPWSTR **SiteNames)
{
    return get_site_coverage(ServerName, directory_text_wide, EntryCount, (void **)SiteNames);
}

DWORD WINAPI DsGetDcSiteCoverageA(LPCSTR ServerName, PULONG EntryCount, LPSTR **SiteNames)
{
    WCHAR *server = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    api_list_begin((void **)SiteNames, EntryCount);
    if (api_text_widen(ServerName, &server))
    {
        status = get_site_coverage(server, directory_text_ansi, EntryCount, (void **)SiteNames);
    }
    platform_api_free(server);
    return status;
}

/* ---- DsAddressToSiteNames -------------------------------------------------------------------- */

/* An address that cannot be one has no site, as is documented: it goes to the server as nothing. */
static struct netlogon_socket_address address_from(const SOCKET_ADDRESS *source)
{
    struct netlogon_socket_address address = { .length = 0 };

    if (source->lpSockaddr && source->iSockaddrLength > 0 &&
        source->iSockaddrLength <= (INT)sizeof(SOCKADDR_STORAGE))
    {
        address.length = (uint32_t)source->iSockaddrLength;
        address.address = (struct bytes){ (const uint8_t *)source->lpSockaddr, address.length };
    }
    return address;
}

static DWORD find_sites(const struct target *target, DWORD count, const SOCKET_ADDRESS *sources,
                        directory_text make, void **sites, void **subnets)
{
    struct netlogon_socket_address *addresses = calloc(count ? count : 1, sizeof(*addresses));
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    for (DWORD i = 0; addresses && i < count; i++)
    {
        addresses[i] = address_from(&sources[i]);
    }
    if (addresses)
    {
        status = sites_of_addresses(target, addresses, count, make, sites, subnets);
    }
    free(addresses);
    return status;
}

/* What is asked of a controller; `subnets` is NULL where the function has none. */
static DWORD get_sites(const WCHAR *computer, DWORD count, const SOCKET_ADDRESS *sources,
                       directory_text make, void **sites, void **subnets)
{
    struct target target;
    DWORD status = ERROR_SUCCESS;

    if ((count && !sources) || count > NETLOGON_ADDRESSES_MAX)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(computer, &target);
    if (status)
    {
        return status;
    }
    return target.is_this_computer ? ERROR_NOT_SUPPORTED
                                   : find_sites(&target, count, sources, make, sites, subnets);
}

/* Whether there are outputs; what there is is set to nothing. */
static BOOL clear_outputs(BOOL has_subnets, void **sites, void **subnets)
{
    if (sites)
    {
        *sites = NULL;
    }
    if (subnets)
    {
        *subnets = NULL;
    }
    return sites && (subnets || !has_subnets);
}

static DWORD get_sites_ansi(const char *computer, DWORD count, const SOCKET_ADDRESS *sources,
                            void **sites, void **subnets)
{
    WCHAR *wide = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (api_text_widen(computer, &wide))
    {
        status = get_sites(wide, count, sources, directory_text_ansi, sites, subnets);
    }
    platform_api_free(wide);
    return status;
}

DWORD WINAPI DsAddressToSiteNamesW(LPCWSTR ComputerName, DWORD EntryCount,
                                   PSOCKET_ADDRESS SocketAddresses, LPWSTR **SiteNames)
{
    if (!clear_outputs(FALSE, (void **)SiteNames, NULL))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return get_sites(ComputerName, EntryCount, SocketAddresses, directory_text_wide,
                     (void **)SiteNames, NULL);
}

DWORD WINAPI DsAddressToSiteNamesA(LPCSTR ComputerName, DWORD EntryCount,
                                   PSOCKET_ADDRESS SocketAddresses, LPSTR **SiteNames)
{
    if (!clear_outputs(FALSE, (void **)SiteNames, NULL))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return get_sites_ansi(ComputerName, EntryCount, SocketAddresses, (void **)SiteNames, NULL);
}

DWORD WINAPI DsAddressToSiteNamesExW(LPCWSTR ComputerName, DWORD EntryCount,
                                     PSOCKET_ADDRESS SocketAddresses, LPWSTR **SiteNames,
                                     LPWSTR **SubnetNames)
{
    if (!clear_outputs(TRUE, (void **)SiteNames, (void **)SubnetNames))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return get_sites(ComputerName, EntryCount, SocketAddresses, directory_text_wide,
                     (void **)SiteNames, (void **)SubnetNames);
}

DWORD WINAPI DsAddressToSiteNamesExA(LPCSTR ComputerName, DWORD EntryCount,
                                     PSOCKET_ADDRESS SocketAddresses, LPSTR **SiteNames,
                                     LPSTR **SubnetNames)
{
    if (!clear_outputs(TRUE, (void **)SiteNames, (void **)SubnetNames))
    {
        return ERROR_INVALID_PARAMETER;
    }
    return get_sites_ansi(ComputerName, EntryCount, SocketAddresses, (void **)SiteNames,
                          (void **)SubnetNames);
}

/* ---- DsValidateSubnetName -------------------------------------------------------------------- */

DWORD WINAPI DsValidateSubnetNameW(LPCWSTR SubnetName)
{
    if (!SubnetName)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return subnet_name_is_valid(slice_w(SubnetName)) ? ERROR_SUCCESS : ERROR_INVALID_NAME;
}

DWORD WINAPI DsValidateSubnetNameA(LPCSTR SubnetName)
{
    WCHAR *name = NULL;
    DWORD status = ERROR_NOT_ENOUGH_MEMORY;

    if (api_text_widen(SubnetName, &name))
    {
        status = DsValidateSubnetNameW(name);
    }
    platform_api_free(name);
    return status;
}
