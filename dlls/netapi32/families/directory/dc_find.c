/*
 * Finds one domain controller for DsGetDcName() and its relatives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include "families/directory/dc_find.h"

#include "families/directory/dc_info.h"
#include "families/directory/dc_locator.h"

#include <dsgetdc.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <ws2tcpip.h>

#include "api/debug.h"
#include "remote/target.h"

/* Later than mingw-w64's header: DS_TRY_NEXTCLOSEST_SITE to DS_KEY_LIST_SUPPORT_REQUIRED. */
#define LATER_FLAGS (0x00fc0000u | 0x03000000u)

/* Flags of which at most one may be given. */
static const ULONG exclusive_flags[] = {
    DS_GC_SERVER_REQUIRED | DS_PDC_REQUIRED | DS_KDC_REQUIRED,
    DS_IS_FLAT_NAME | DS_IS_DNS_NAME,
    DS_RETURN_FLAT_NAME | DS_RETURN_DNS_NAME,
};

static BOOL are_flags_valid(ULONG flags)
{
    if (flags & ~(DSGETDC_VALID_FLAGS | LATER_FLAGS))
    {
        return FALSE;
    }
    for (size_t i = 0; i < ARRAYSIZE(exclusive_flags); i++)
    {
        ULONG given = flags & exclusive_flags[i];

        if (given & (given - 1))
        {
            return FALSE;
        }
    }
    return TRUE;
}

/* A flat (NetBIOS) name or a DNS name; the empty one stands for the primary domain. */
static BOOL is_domain_name_valid(const WCHAR *name)
{
    return !name ||
           (wcslen(name) <= DNS_MAX_NAME_LENGTH && !wcspbrk(name, L" \t\r\n\\/:*?\"<>|,") &&
            *name != '.' && !wcsstr(name, L".."));
}

DWORD dc_request_check(const struct dc_request *request)
{
    struct target target;

    if (!are_flags_valid(request->flags))
    {
        return ERROR_INVALID_FLAGS;
    }
    if (target_parse(slice_w(request->computer), &target))
    {
        return ERROR_INVALID_COMPUTERNAME;
    }
    return is_domain_name_valid(request->domain) ? ERROR_SUCCESS : ERROR_INVALID_DOMAINNAME;
}

/* Writes \\address of the first address of `host`. */
static BOOL resolve_host(const WCHAR *host, WCHAR *address, DWORD size)
{
    ADDRINFOW hints = { .ai_socktype = SOCK_STREAM };
    ADDRINFOW *found = NULL;
    BOOL is_written = FALSE;

    if (platform_start() || GetAddrInfoW(host, NULL, &hints, &found))
    {
        return FALSE;
    }
    size -= 2;
    wcscpy(address, L"\\\\");
    is_written =
        !WSAAddressToStringW(found->ai_addr, (DWORD)found->ai_addrlen, NULL, address + 2, &size);
    FreeAddrInfoW(found);
    return is_written;
}

/* What the record's name says of its controller: a registration is a promise. */
static ULONG flags_of_registration(ULONG requested)
{
    ULONG flags = DS_LDAP_FLAG | DS_DNS_CONTROLLER_FLAG | DS_DNS_DOMAIN_FLAG;

    flags |= requested & DS_ONLY_LDAP_NEEDED ? 0 : DS_DS_FLAG;
    flags |= requested & DS_PDC_REQUIRED ? DS_PDC_FLAG | DS_WRITABLE_FLAG : 0;
    flags |= requested & DS_GC_SERVER_REQUIRED ? DS_GC_FLAG : 0;
    flags |= requested & DS_KDC_REQUIRED ? DS_KDC_FLAG : 0;
    return flags;
}

/* The first controller of the list that has an address. */
static DWORD choose_record(const struct dc_records *records, const WCHAR *domain, ULONG requested,
                           BOOL is_wide, void **buffer)
{
    for (size_t i = 0; i < records->count; i++)
    {
        WCHAR name[DNS_MAX_NAME_BUFFER_LENGTH + 2];
        WCHAR address[INET6_ADDRSTRLEN + 12];
        const struct dc_info info = {
            .texts = { [DC_NAME] = requested & DS_IP_REQUIRED ? address : name,
                       [DC_ADDRESS] = address,
                       [DC_DOMAIN] = domain },
            .address_type = DS_INET_ADDRESS,
            .flags = flags_of_registration(requested),
        };

        if (resolve_host(records->items[i].host, address, ARRAYSIZE(address)))
        {
            snwprintf(name, ARRAYSIZE(name), L"\\\\%ls", records->items[i].host);
            return dc_info_pack(&info, is_wide, buffer);
        }
        WARN("%s has no address\n", debugstr_w(records->items[i].host).text);
    }
    return ERROR_NO_SUCH_DOMAIN;
}

DWORD dc_find(const struct dc_request *request, BOOL is_wide, void **buffer)
{
    WCHAR own_domain[DNS_MAX_NAME_BUFFER_LENGTH];
    const WCHAR *domain = request->domain;
    struct dc_records records = { 0 };
    DWORD status = ERROR_NO_SUCH_DOMAIN;

    if (!domain || !*domain)
    {
        if (!dc_own_domain(own_domain, ARRAYSIZE(own_domain)))
        {
            return ERROR_NO_SUCH_DOMAIN;
        }
        domain = own_domain;
    }
    /* Flat names, as arguments and as results, are known to NetBIOS and WINS only. */
    if (request->flags & (DS_IS_FLAT_NAME | DS_RETURN_FLAT_NAME))
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    status = dc_records_find(domain, request->site, request->flags, &records);
    if (status == ERROR_NO_SUCH_DOMAIN && request->site && *request->site)
    {
        status = dc_records_find(domain, NULL, request->flags, &records);
    }
    if (!status)
    {
        status = choose_record(&records, domain, request->flags, is_wide, buffer);
    }
    dc_records_free(&records);
    return status;
}
