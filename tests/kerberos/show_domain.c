/*
 * Shows what a server tells of its domain, one value on a line
 *
 *     show_domain.exe \\server
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <winsock2.h>
#include <windows.h>
#include <ntsecapi.h>
#include <dsgetdc.h>
#include <dsrole.h>
#include <lm.h>
#include <sddl.h>
#include <ws2tcpip.h>

static void show_status(const char *name, DWORD status)
{
    printf("%s: %lu\n", name, status);
}

static void show_text(const char *name, const WCHAR *text)
{
    printf("  %s: %ls\n", name, text ? text : L"(null)");
}

static void show_guid(const GUID *guid)
{
    WCHAR text[40];

    if (!StringFromGUID2(guid, text, ARRAYSIZE(text)))
    {
        return;
    }
    CharLowerW(text);
    text[37] = 0;
    show_text("guid", text + 1);
}

static void show_sid(PSID sid)
{
    WCHAR *text = NULL;

    if (sid && ConvertSidToStringSidW(sid, &text))
    {
        show_text("sid", text);
        LocalFree(text);
    }
}

static void show_role(const WCHAR *server)
{
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info = NULL;
    DWORD status =
        DsRoleGetPrimaryDomainInformation(server, DsRolePrimaryDomainInfoBasic, (BYTE **)&info);

    show_status("DsRoleGetPrimaryDomainInformation", status);
    if (!status)
    {
        printf("  role: %d\n  flags: %#lx\n", info->MachineRole, info->Flags);
        show_text("flat", info->DomainNameFlat);
        show_text("dns", info->DomainNameDns);
        show_text("forest", info->DomainForestName);
        show_guid(&info->DomainGuid);
        DsRoleFreeMemory(info);
    }
}

static void show_sites(const WCHAR *server)
{
    SOCKADDR_IN address = { .sin_family = AF_INET };
    SOCKET_ADDRESS addresses[] = { { (SOCKADDR *)&address, sizeof(address) }, { NULL, 0 } };
    WCHAR *site = NULL;
    WCHAR **sites = NULL;
    WCHAR **subnets = NULL;
    char *narrow = NULL;
    ULONG count = 0;
    DWORD status = DsGetSiteNameW(server, &site);

    address.sin_addr.S_un.S_addr = htonl(0xC0000207);
    show_status("DsGetSiteName", status);
    show_text("site", site);
    NetApiBufferFree(site);
    status = DsGetSiteNameA("\\\\dc1.bed.example", &narrow);
    printf("DsGetSiteNameA: %lu %s\n", status, narrow ? narrow : "(null)");
    NetApiBufferFree(narrow);
    status = DsGetDcSiteCoverageW(server, &count, &sites);
    show_status("DsGetDcSiteCoverage", status);
    for (ULONG i = 0; i < count; i++)
    {
        show_text("covers", sites[i]);
    }
    NetApiBufferFree(sites);
    status = DsAddressToSiteNamesW(server, 2, addresses, &sites);
    show_status("DsAddressToSiteNames", status);
    for (ULONG i = 0; !status && i < 2; i++)
    {
        show_text("address", sites[i]);
    }
    NetApiBufferFree(sites);
    status = DsAddressToSiteNamesExW(server, 1, addresses, &sites, &subnets);
    show_status("DsAddressToSiteNamesEx", status);
    if (!status)
    {
        show_text("address", sites[0]);
        show_text("subnet", subnets[0]);
        NetApiBufferFree(sites);
        NetApiBufferFree(subnets);
    }
}

static void show_trusts(const WCHAR *server)
{
    DS_DOMAIN_TRUSTSW *trusts = NULL;
    DS_DOMAIN_TRUSTSA *narrow = NULL;
    WCHAR *names = NULL;
    ULONG count = 0;
    DWORD status =
        DsEnumerateDomainTrustsW((WCHAR *)server, DS_DOMAIN_VALID_FLAGS, &trusts, &count);

    printf("DsEnumerateDomainTrusts: %lu, %lu\n", status, count);
    for (ULONG i = 0; i < count; i++)
    {
        show_text("netbios", trusts[i].NetbiosDomainName);
        show_text("dns", trusts[i].DnsDomainName);
        printf("  flags: %#lx\n  type: %lu\n  attributes: %#lx\n", trusts[i].Flags,
               trusts[i].TrustType, trusts[i].TrustAttributes);
        show_sid(trusts[i].DomainSid);
        show_guid(&trusts[i].DomainGuid);
    }
    NetApiBufferFree(trusts);
    status = DsEnumerateDomainTrustsA("\\\\dc1", DS_DOMAIN_PRIMARY, &narrow, &count);
    printf("DsEnumerateDomainTrustsA: %lu %s\n", status,
           count ? narrow[0].NetbiosDomainName : "(null)");
    NetApiBufferFree(narrow);
    status = (DWORD)NetEnumerateTrustedDomains((WCHAR *)server, &names);
    printf("NetEnumerateTrustedDomains: %#lx\n", status);
    for (const WCHAR *name = names; !status && *name; name += wcslen(name) + 1)
    {
        show_text("trusted", name);
    }
    NetApiBufferFree(names);
}

static void show_forest(const WCHAR *server)
{
    LSA_FOREST_TRUST_INFORMATION *info = NULL;
    DWORD status = DsGetForestTrustInformationW(server, NULL, 0, &info);

    show_status("DsGetForestTrustInformation", status);
    for (ULONG i = 0; !status && i < info->RecordCount; i++)
    {
        const LSA_FOREST_TRUST_RECORD *record = info->Entries[i];

        printf("  type: %d\n", record->ForestTrustType);
        if (record->ForestTrustType == ForestTrustDomainInfo)
        {
            show_sid(record->ForestTrustData.DomainInfo.Sid);
            show_text("dns", record->ForestTrustData.DomainInfo.DnsName.Buffer);
            show_text("netbios", record->ForestTrustData.DomainInfo.NetbiosName.Buffer);
        }
        else
        {
            show_text("name", record->ForestTrustData.TopLevelName.Buffer);
        }
    }
    NetApiBufferFree(info);
}

static void show_control(const WCHAR *server)
{
    static WCHAR domain_name[] = L"BEDAD";
    static WCHAR user_name[] = L"alice";
    WCHAR *domain = domain_name;
    WCHAR *user = user_name;
    BYTE *info = NULL;
    DWORD status = I_NetLogonControl(server, NETLOGON_CONTROL_QUERY, 1, &info);

    show_status("I_NetLogonControl QUERY 1", status);
    NetApiBufferFree(info);
    for (DWORD level = 1; level <= 4; level++)
    {
        status = I_NetLogonControl2(server, NETLOGON_CONTROL_QUERY, level, NULL, &info);
        printf("I_NetLogonControl2 QUERY %lu: %lu\n", level, status);
        NetApiBufferFree(info);
    }
    status = I_NetLogonControl2(server, NETLOGON_CONTROL_TC_QUERY, 2, (BYTE *)&domain, &info);
    show_status("I_NetLogonControl2 TC_QUERY 2", status);
    NetApiBufferFree(info);
    status = I_NetLogonControl2(server, NETLOGON_CONTROL_FIND_USER, 4, (BYTE *)&user, &info);
    show_status("I_NetLogonControl2 FIND_USER 4", status);
    NetApiBufferFree(info);
}

static void show_controllers(const WCHAR *server)
{
    static WCHAR host[] = L"gone.bed.example";
    WCHAR *name = NULL;
    NET_API_STATUS status = NetGetDCName(server, NULL, (BYTE **)&name);

    show_status("NetGetDCName", status);
    show_text("name", name);
    NetApiBufferFree(name);
    status = NetGetDCName(server, L"BEDAD", (BYTE **)&name);
    show_status("NetGetDCName BEDAD", status);
    show_text("name", name);
    NetApiBufferFree(name);
    status = NetGetDCName(server, L"NONE", (BYTE **)&name);
    show_status("NetGetDCName NONE", status);
    status = NetGetAnyDCName(server, L"BEDAD", (BYTE **)&name);
    show_status("NetGetAnyDCName BEDAD", status);
    show_text("name", name);
    NetApiBufferFree(name);
    show_status("DsDeregisterDnsHostRecords",
                DsDeregisterDnsHostRecordsW((WCHAR *)server, NULL, NULL, NULL, host));
}

int wmain(int argc, WCHAR *argv[])
{
    const WCHAR *server = argc > 1 ? argv[1] : NULL;

    show_role(server);
    show_sites(server);
    show_trusts(server);
    show_forest(server);
    show_control(server);
    show_controllers(server);
    return 0;
}
