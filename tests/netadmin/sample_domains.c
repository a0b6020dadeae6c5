/*
 * The domains of the netapi32.dll of sample_netapi32.c: this computer is a member of corp.example where
 * NETADMIN_MEMBER is set, and in a workgroup otherwise. The domain has the name CORP, too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* The functions are made here. */
#define _DSGETDCAPI_

#include <winsock2.h>
#include <ws2tcpip.h>

#include <stdbool.h>
#include <wchar.h>
#include <dsgetdc.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmjoin.h>
#include <sddl.h>

#include "sample.h"

static bool is_member(void)
{
    return GetEnvironmentVariableW(L"NETADMIN_MEMBER", NULL, 0) > 0;
}

static WCHAR *string_give(const WCHAR *string)
{
    const size_t size = (wcslen(string) + 1) * sizeof(WCHAR);
    WCHAR *copy = HeapAlloc(GetProcessHeap(), 0, size);

    CopyMemory(copy, string, size);
    return copy;
}

NET_API_STATUS WINAPI NetGetJoinInformation(LPCWSTR server, LPWSTR *name,
                                            PNETSETUP_JOIN_STATUS status)
{
    (void)server;
    *name = string_give(is_member() ? L"CORP" : L"WORKGROUP");
    *status = is_member() ? NetSetupDomainName : NetSetupWorkgroupName;
    return NERR_Success;
}

DWORD WINAPI DsGetSiteNameW(LPCWSTR computer, LPWSTR *site)
{
    (void)computer;
    *site = is_member() ? string_give(L"Lab") : NULL;
    return is_member() ? NERR_Success : ERROR_NO_SITENAME;
}

DWORD WINAPI DsGetDcNameW(LPCWSTR computer, LPCWSTR domain, GUID *guid, LPCWSTR site, ULONG flags,
                          PDOMAIN_CONTROLLER_INFOW *controller)
{
    static const DOMAIN_CONTROLLER_INFOW sample = {
        .DomainControllerName = L"\\\\dc1.corp.example",
        .DomainControllerAddress = L"\\\\192.0.2.1",
        .DomainControllerAddressType = DS_INET_ADDRESS,
        .DomainGuid = { 0x00112233, 0x4455, 0x6677, { 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 1, 2 } },
        .DomainName = L"corp.example",
        .DnsForestName = L"forest.example",
        .Flags = DS_PDC_FLAG | DS_LDAP_FLAG | DS_WRITABLE_FLAG | DS_DNS_DOMAIN_FLAG | 0x10000000,
        .DcSiteName = L"Lab",
        .ClientSiteName = L"Office",
    };

    (void)computer;
    (void)guid;
    (void)site;
    *controller = NULL;
    if (domain ? _wcsicmp(domain, L"corp.example") && _wcsicmp(domain, L"CORP") : !is_member())
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    if (flags & DS_FORCE_REDISCOVERY)
    {
        say(L"<rediscover>\n");
    }
    *controller = HeapAlloc(GetProcessHeap(), 0, sizeof(sample));
    CopyMemory(*controller, &sample, sizeof(sample));
    return NERR_Success;
}

/* The handle counts what was given. */
DWORD WINAPI DsGetDcOpenW(LPCWSTR name, ULONG options, LPCWSTR site, GUID *guid, LPCWSTR forest,
                          ULONG flags, PHANDLE handle)
{
    (void)options;
    (void)site;
    (void)guid;
    (void)forest;
    (void)flags;
    *handle = NULL;
    if (_wcsicmp(name, L"corp.example"))
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    *handle = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(DWORD));
    return NERR_Success;
}

static void addresses_give(SOCKET_ADDRESS **addresses)
{
    struct
    {
        SOCKET_ADDRESS addresses[2];
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } *block = LocalAlloc(LPTR, sizeof(*block));

    block->four.sin_family = AF_INET;
    block->four.sin_addr.s_addr = 0x020200c0; /* 192.0.2.2, as bytes */
    block->six.sin6_family = AF_INET6;
    block->six.sin6_addr.s6_addr[0] = 0x20;
    block->six.sin6_addr.s6_addr[1] = 0x01;
    block->six.sin6_addr.s6_addr[15] = 2;
    block->addresses[0] = (SOCKET_ADDRESS){ (struct sockaddr *)&block->four, sizeof(block->four) };
    block->addresses[1] = (SOCKET_ADDRESS){ (struct sockaddr *)&block->six, sizeof(block->six) };
    *addresses = block->addresses;
}

DWORD WINAPI DsGetDcNextW(HANDLE handle, PULONG count, LPSOCKET_ADDRESS *addresses, LPWSTR *name)
{
    DWORD *given = handle;

    *count = 0;
    *addresses = NULL;
    *name = NULL;
    switch ((*given)++)
    {
    case 0: *name = string_give(L"dc1.corp.example"); return NERR_Success;
    case 1:
        *name = string_give(L"dc2.corp.example");
        addresses_give(addresses);
        *count = 2;
        return NERR_Success;
    default: return ERROR_NO_MORE_ITEMS;
    }
}

VOID WINAPI DsGetDcCloseW(HANDLE handle)
{
    HeapFree(GetProcessHeap(), 0, handle);
}

DWORD WINAPI DsEnumerateDomainTrustsW(LPWSTR server, ULONG flags, PDS_DOMAIN_TRUSTSW *domains,
                                      PULONG count)
{
    DS_DOMAIN_TRUSTSW trusts[] = {
        { L"CORP",
          L"corp.example",
          DS_DOMAIN_PRIMARY | DS_DOMAIN_IN_FOREST | DS_DOMAIN_TREE_ROOT,
          0,
          2,
          0,
          NULL,
          { 0 } },
        { L"OLD",
          NULL,
          DS_DOMAIN_DIRECT_OUTBOUND | DS_DOMAIN_DIRECT_INBOUND,
          0,
          1,
          0x104,
          NULL,
          { 0 } },
    };

    *domains = NULL;
    *count = 0;
    if (!is_member() && !server)
    {
        return ERROR_NOT_SUPPORTED;
    }
    if (!(flags & DS_DOMAIN_PRIMARY) || (server && wcscmp(server, L"\\\\dc1.corp.example")))
    {
        return ERROR_INVALID_PARAMETER;
    }
    ConvertStringSidToSidW(L"S-1-5-21-7-8-9", &trusts[0].DomainSid);
    *domains = HeapAlloc(GetProcessHeap(), 0, sizeof(trusts));
    CopyMemory(*domains, trusts, sizeof(trusts));
    *count = ARRAYSIZE(trusts);
    return NERR_Success;
}
