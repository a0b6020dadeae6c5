/*
 * Rows of functions that tell of domains, of their controllers and of who is in them. PROBE_DOMAIN is
 * a domain that has a controller.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <ntsecapi.h>

#include "rows.h"

#include <dsgetdc.h>
#include <dsrole.h>
#include <lmjoin.h>

/* Not in the headers. */
DWORD WINAPI DsGetDcNameWithAccountA(LPCSTR computer, LPCSTR account, ULONG kinds, LPCSTR domain,
                                     GUID *guid, LPCSTR site, ULONG flags,
                                     DOMAIN_CONTROLLER_INFOA **info);
DWORD WINAPI DsGetDcNameWithAccountW(LPCWSTR computer, LPCWSTR account, ULONG kinds, LPCWSTR domain,
                                     GUID *guid, LPCWSTR site, ULONG flags,
                                     DOMAIN_CONTROLLER_INFOW **info);

static WCHAR *domain(void)
{
    return probe_variable(L"PROBE_DOMAIN", L"domain.invalid");
}

static char *domain_ansi(void)
{
    static char name[MAX_PATH];

    WideCharToMultiByte(CP_ACP, 0, domain(), -1, name, sizeof(name), NULL, NULL);
    return name;
}

static char *server_ansi(void)
{
    static char name[MAX_PATH];

    if (!probe_server)
    {
        return NULL;
    }
    WideCharToMultiByte(CP_ACP, 0, probe_server, -1, name, sizeof(name), NULL, NULL);
    return name;
}

/* A search each time: what was found before is not asked for. */
#define SEARCH (DS_FORCE_REDISCOVERY)

/* ---- Controllers ------------------------------------------------------------------------------ */

static DWORD probe_DsGetDcNameW(DWORD flags, struct probe_answer *answer)
{
    return DsGetDcNameW(NULL, domain(), NULL, NULL, flags,
                        (DOMAIN_CONTROLLER_INFOW **)&answer->buffer);
}

static DWORD probe_DsGetDcNameA(DWORD flags, struct probe_answer *answer)
{
    return DsGetDcNameA(NULL, domain_ansi(), NULL, "Site", flags,
                        (DOMAIN_CONTROLLER_INFOA **)&answer->buffer);
}

static DWORD probe_DsGetDcNameWithAccountW(DWORD flags, struct probe_answer *answer)
{
    return DsGetDcNameWithAccountW(NULL, L"alice", UF_NORMAL_ACCOUNT, domain(), NULL, NULL, flags,
                                   (DOMAIN_CONTROLLER_INFOW **)&answer->buffer);
}

static DWORD probe_DsGetDcNameWithAccountA(DWORD flags, struct probe_answer *answer)
{
    return DsGetDcNameWithAccountA(NULL, "alice", UF_NORMAL_ACCOUNT, domain_ansi(), NULL, NULL,
                                   flags, (DOMAIN_CONTROLLER_INFOA **)&answer->buffer);
}

static DWORD probe_DsGetDcOpenW(DWORD level, struct probe_answer *answer)
{
    HANDLE context = NULL;
    DWORD status =
        DsGetDcOpenW(domain(), DS_NOTIFY_AFTER_SITE_RECORDS, L"Site", NULL, NULL, 0, &context);

    (void)level;
    (void)answer;
    if (context)
    {
        DsGetDcCloseW(context);
    }
    return status;
}

static DWORD probe_DsGetDcOpenA(DWORD level, struct probe_answer *answer)
{
    HANDLE context = NULL;
    DWORD status = DsGetDcOpenA(domain_ansi(), 0, "Site", NULL, NULL, 0, &context);

    (void)level;
    (void)answer;
    if (context)
    {
        DsGetDcCloseW(context);
    }
    return status;
}

static DWORD probe_DsGetDcNextW(DWORD level, struct probe_answer *answer)
{
    SOCKET_ADDRESS *addresses = NULL;
    ULONG count = 0;
    HANDLE context = NULL;
    DWORD status = DsGetDcOpenW(domain(), 0, NULL, NULL, NULL, 0, &context);

    (void)level;
    if (!status)
    {
        status = DsGetDcNextW(context, &count, &addresses, (WCHAR **)&answer->buffer);
        LocalFree(addresses);
        DsGetDcCloseW(context);
    }
    return status;
}

static DWORD probe_DsGetDcNextA(DWORD level, struct probe_answer *answer)
{
    SOCKET_ADDRESS *addresses = NULL;
    ULONG count = 0;
    HANDLE context = NULL;
    DWORD status = DsGetDcOpenW(domain(), 0, NULL, NULL, NULL, 0, &context);

    (void)level;
    if (!status)
    {
        status = DsGetDcNextA(context, &count, &addresses, (char **)&answer->buffer);
        LocalFree(addresses);
        DsGetDcCloseW(context);
    }
    return status;
}

static DWORD probe_NetGetDCName(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return NetGetDCName(NULL, domain(), &answer->buffer);
}

static DWORD probe_NetGetAnyDCName(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return NetGetAnyDCName(probe_server, domain(), &answer->buffer);
}

/* ---- What a server tells ---------------------------------------------------------------------- */

static SOCKET_ADDRESS *addresses(void)
{
    static SOCKADDR_IN address = { .sin_family = AF_INET };
    static SOCKET_ADDRESS list[] = { { (SOCKADDR *)&address, sizeof(address) } };

    return list;
}

static DWORD probe_DsAddressToSiteNamesW(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsAddressToSiteNamesW(probe_server, 1, addresses(), (WCHAR ***)&answer->buffer);
}

static DWORD probe_DsAddressToSiteNamesA(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsAddressToSiteNamesA(server_ansi(), 1, addresses(), (char ***)&answer->buffer);
}

static DWORD probe_DsAddressToSiteNamesExW(DWORD level, struct probe_answer *answer)
{
    WCHAR **subnets = NULL;
    DWORD status =
        DsAddressToSiteNamesExW(probe_server, 1, addresses(), (WCHAR ***)&answer->buffer, &subnets);

    (void)level;
    NetApiBufferFree(subnets);
    return status;
}

static DWORD probe_DsAddressToSiteNamesExA(DWORD level, struct probe_answer *answer)
{
    char **subnets = NULL;
    DWORD status =
        DsAddressToSiteNamesExA(server_ansi(), 1, addresses(), (char ***)&answer->buffer, &subnets);

    (void)level;
    NetApiBufferFree(subnets);
    return status;
}

static DWORD probe_DsGetDcSiteCoverageW(DWORD level, struct probe_answer *answer)
{
    ULONG count = 0;

    (void)level;
    return DsGetDcSiteCoverageW(probe_server, &count, (WCHAR ***)&answer->buffer);
}

static DWORD probe_DsGetDcSiteCoverageA(DWORD level, struct probe_answer *answer)
{
    ULONG count = 0;

    (void)level;
    return DsGetDcSiteCoverageA(server_ansi(), &count, (char ***)&answer->buffer);
}

static DWORD probe_DsGetSiteNameW(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsGetSiteNameW(probe_server, (WCHAR **)&answer->buffer);
}

static DWORD probe_DsGetSiteNameA(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsGetSiteNameA(server_ansi(), (char **)&answer->buffer);
}

static DWORD probe_DsEnumerateDomainTrustsW(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsEnumerateDomainTrustsW(probe_server, DS_DOMAIN_VALID_FLAGS,
                                    (DS_DOMAIN_TRUSTSW **)&answer->buffer, &answer->entries);
}

static DWORD probe_DsEnumerateDomainTrustsA(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsEnumerateDomainTrustsA(server_ansi(), DS_DOMAIN_VALID_FLAGS,
                                    (DS_DOMAIN_TRUSTSA **)&answer->buffer, &answer->entries);
}

static DWORD probe_NetEnumerateTrustedDomains(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return (DWORD)NetEnumerateTrustedDomains(probe_server, (WCHAR **)&answer->buffer);
}

static DWORD probe_DsGetForestTrustInformationW(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return DsGetForestTrustInformationW(probe_server, domain(), 0,
                                        (LSA_FOREST_TRUST_INFORMATION **)&answer->buffer);
}

static DWORD probe_DsDeregisterDnsHostRecordsW(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return DsDeregisterDnsHostRecordsW(probe_server, domain(), NULL, NULL,
                                       (WCHAR *)L"host.domain.invalid");
}

static DWORD probe_DsDeregisterDnsHostRecordsA(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return DsDeregisterDnsHostRecordsA(server_ansi(), domain_ansi(), NULL, NULL,
                                       (char *)"host.domain.invalid");
}

static DWORD probe_I_NetLogonControl(DWORD level, struct probe_answer *answer)
{
    return I_NetLogonControl(probe_server, 1, level, &answer->buffer);
}

static DWORD probe_I_NetLogonControl2(DWORD level, struct probe_answer *answer)
{
    WCHAR *name = domain();

    return I_NetLogonControl2(probe_server, level == 2 ? 6 : 1, level, (BYTE *)&name,
                              &answer->buffer);
}

/* ---- What this computer is in ----------------------------------------------------------------- */

static DWORD probe_DsRoleGetPrimaryDomainInformation(DWORD level, struct probe_answer *answer)
{
    return DsRoleGetPrimaryDomainInformation(probe_server, (DSROLE_PRIMARY_DOMAIN_INFO_LEVEL)level,
                                             &answer->buffer);
}

static DWORD probe_NetGetJoinableOUs(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return NetGetJoinableOUs(probe_server, domain(), NULL, NULL, &answer->entries,
                             (WCHAR ***)&answer->buffer);
}

static DWORD probe_NetJoinDomain(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetJoinDomain(probe_server, domain(), NULL, NULL, NULL, NETSETUP_JOIN_DOMAIN);
}

static DWORD probe_NetUnjoinDomain(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetUnjoinDomain(probe_server, NULL, NULL, 0);
}

static DWORD probe_NetRenameMachineInDomain(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetRenameMachineInDomain(probe_server, L"other", NULL, NULL, 0);
}

static DWORD probe_NetIsServiceAccount(DWORD level, struct probe_answer *answer)
{
    BOOL is_service = FALSE;

    (void)level;
    (void)answer;
    return (DWORD)NetIsServiceAccount(NULL, (WCHAR *)L"svc$", &is_service);
}

static DWORD probe_NetEnumerateServiceAccounts(DWORD level, struct probe_answer *answer)
{
    (void)level;
    return (DWORD)NetEnumerateServiceAccounts(NULL, 0, &answer->entries,
                                              (WCHAR ***)&answer->buffer);
}

/* ---- Rows ------------------------------------------------------------------------------------- */

#define WITHOUT_MEMBERS(number)                                                                    \
    {                                                                                              \
        number, 0, NULL                                                                            \
    }

static const struct probe_level dc_flags[] = {
    WITHOUT_MEMBERS(0),
    WITHOUT_MEMBERS(SEARCH),
    WITHOUT_MEMBERS(SEARCH | DS_RETURN_FLAT_NAME),
};
static const struct probe_level control_levels[] = {
    WITHOUT_MEMBERS(1),
    WITHOUT_MEMBERS(2),
};
static const struct probe_level role_levels[] = {
    WITHOUT_MEMBERS(DsRolePrimaryDomainInfoBasic),
    WITHOUT_MEMBERS(DsRoleUpgradeStatus),
    WITHOUT_MEMBERS(DsRoleOperationState),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(DsGetDcNameW, dc_flags),
    PROBE_FUNCTION(DsGetDcNameA, dc_flags),
    PROBE_FUNCTION(DsGetDcNameWithAccountW, dc_flags),
    PROBE_FUNCTION(DsGetDcNameWithAccountA, dc_flags),
    PROBE_WITHOUT_LEVEL(DsGetDcOpenW),
    PROBE_WITHOUT_LEVEL(DsGetDcOpenA),
    PROBE_WITHOUT_LEVEL(DsGetDcNextW),
    PROBE_WITHOUT_LEVEL(DsGetDcNextA),
    PROBE_WITHOUT_LEVEL(NetGetDCName),
    PROBE_WITHOUT_LEVEL(NetGetAnyDCName),
    PROBE_WITHOUT_LEVEL(DsAddressToSiteNamesW),
    PROBE_WITHOUT_LEVEL(DsAddressToSiteNamesA),
    PROBE_WITHOUT_LEVEL(DsAddressToSiteNamesExW),
    PROBE_WITHOUT_LEVEL(DsAddressToSiteNamesExA),
    PROBE_WITHOUT_LEVEL(DsGetDcSiteCoverageW),
    PROBE_WITHOUT_LEVEL(DsGetDcSiteCoverageA),
    PROBE_WITHOUT_LEVEL(DsGetSiteNameW),
    PROBE_WITHOUT_LEVEL(DsGetSiteNameA),
    PROBE_WITHOUT_LEVEL(DsEnumerateDomainTrustsW),
    PROBE_WITHOUT_LEVEL(DsEnumerateDomainTrustsA),
    PROBE_WITHOUT_LEVEL(NetEnumerateTrustedDomains),
    PROBE_WITHOUT_LEVEL(DsGetForestTrustInformationW),
    PROBE_WITHOUT_LEVEL(DsDeregisterDnsHostRecordsW),
    PROBE_WITHOUT_LEVEL(DsDeregisterDnsHostRecordsA),
    PROBE_FUNCTION(I_NetLogonControl, control_levels),
    PROBE_FUNCTION(I_NetLogonControl2, control_levels),
    PROBE_FUNCTION(DsRoleGetPrimaryDomainInformation, role_levels),
    PROBE_WITHOUT_LEVEL(NetGetJoinableOUs),
    PROBE_WITHOUT_LEVEL(NetJoinDomain),
    PROBE_WITHOUT_LEVEL(NetUnjoinDomain),
    PROBE_WITHOUT_LEVEL(NetRenameMachineInDomain),
    PROBE_WITHOUT_LEVEL(NetIsServiceAccount),
    PROBE_WITHOUT_LEVEL(NetEnumerateServiceAccounts),
};

PROBE_FAMILY(directory);
