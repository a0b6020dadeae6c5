/*
 * Tests of the functions about domains, for a computer that is in none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <windows.h>
#include <ntsecapi.h>
#include <dsgetdc.h>
#include <dsrole.h>
#include <lm.h>

#include "wine/test.h"

#define UNKNOWN_DOMAIN L"domain.invalid" /* [RFC 2606]: never registered */

static void *const untouched = (void *)(ULONG_PTR)0xdeadbeef;

/* ---- DsRoleGetPrimaryDomainInformation ------------------------------------------------------- */

static void role_checks_its_arguments(void)
{
    BYTE *buffer = NULL;
    DWORD status;

    status = DsRoleGetPrimaryDomainInformation(NULL, DsRolePrimaryDomainInfoBasic, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsRoleGetPrimaryDomainInformation(NULL, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsRoleGetPrimaryDomainInformation(NULL, 4, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void role_is_standalone_in_a_workgroup(void)
{
    DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info = untouched;
    NETSETUP_JOIN_STATUS join = NetSetupUnknownStatus;
    WCHAR *workgroup = NULL;
    DWORD status;

    status = NetGetJoinInformation(NULL, &workgroup, &join);
    if (status || join != NetSetupWorkgroupName)
    {
        skip("this computer is in no workgroup\n");
        return;
    }
    status = DsRoleGetPrimaryDomainInformation(NULL, DsRolePrimaryDomainInfoBasic, (BYTE **)&info);
    ok(status == ERROR_SUCCESS, "got %lu\n", status);
    ok(info->MachineRole == DsRole_RoleStandaloneWorkstation ||
           info->MachineRole == DsRole_RoleStandaloneServer,
       "got role %d\n", info->MachineRole);
    ok(!info->Flags, "got flags %#lx\n", info->Flags);
    ok(info->DomainNameFlat && !wcscmp(info->DomainNameFlat, workgroup), "got name %s, not %s\n",
       wine_dbgstr_w(info->DomainNameFlat), wine_dbgstr_w(workgroup));
    ok(!info->DomainNameDns, "got DNS name %s\n", wine_dbgstr_w(info->DomainNameDns));
    ok(!info->DomainForestName, "got forest %s\n", wine_dbgstr_w(info->DomainForestName));
    DsRoleFreeMemory(info);
    NetApiBufferFree(workgroup);
}

static void role_knows_upgrade_and_operation(void)
{
    DSROLE_UPGRADE_STATUS_INFO *upgrade = untouched;
    DSROLE_OPERATION_STATE_INFO *operation = untouched;
    DWORD status;

    status = DsRoleGetPrimaryDomainInformation(NULL, DsRoleUpgradeStatus, (BYTE **)&upgrade);
    ok(status == ERROR_SUCCESS, "got %lu\n", status);
    ok(!upgrade->OperationState, "got state %#lx\n", upgrade->OperationState);
    ok(upgrade->PreviousServerState == DsRoleServerUnknown, "got server %d\n",
       upgrade->PreviousServerState);
    DsRoleFreeMemory(upgrade);

    status = DsRoleGetPrimaryDomainInformation(NULL, DsRoleOperationState, (BYTE **)&operation);
    ok(status == ERROR_SUCCESS, "got %lu\n", status);
    ok(operation->OperationState == DsRoleOperationIdle, "got state %d\n",
       operation->OperationState);
    DsRoleFreeMemory(operation);
}

/* ---- Domain controllers ---------------------------------------------------------------------- */

static void unknown_domain_has_no_controller(void)
{
    DOMAIN_CONTROLLER_INFOW *wide = untouched;
    DOMAIN_CONTROLLER_INFOA *ansi = untouched;
    DWORD status;

    status = DsGetDcNameW(NULL, UNKNOWN_DOMAIN, NULL, NULL, 0, &wide);
    ok(status == ERROR_NO_SUCH_DOMAIN, "got %lu\n", status);
    ok(!wide, "got %p\n", wide);
    status = DsGetDcNameA(NULL, "domain.invalid", NULL, NULL, DS_RETURN_DNS_NAME, &ansi);
    ok(status == ERROR_NO_SUCH_DOMAIN, "got %lu\n", status);
    ok(!ansi, "got %p\n", ansi);
    status = DsGetDcNameW(NULL, NULL, NULL, NULL, 0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void conflicting_flags_are_invalid(void)
{
    static const ULONG conflicts[] = {
        DS_IS_FLAT_NAME | DS_IS_DNS_NAME,
        DS_RETURN_FLAT_NAME | DS_RETURN_DNS_NAME,
        DS_PDC_REQUIRED | DS_GC_SERVER_REQUIRED,
        DS_PDC_REQUIRED | DS_KDC_REQUIRED,
        0x08000000,
    };
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(conflicts); i++)
    {
        DOMAIN_CONTROLLER_INFOW *info = untouched;
        DWORD status = DsGetDcNameW(NULL, UNKNOWN_DOMAIN, NULL, NULL, conflicts[i], &info);

        ok(status == ERROR_INVALID_FLAGS, "%#lx: got %lu\n", conflicts[i], status);
        ok(!info, "%#lx: got %p\n", conflicts[i], info);
    }
}

static void names_that_can_be_none_are_invalid(void)
{
    DOMAIN_CONTROLLER_INFOW *info = untouched;
    DWORD status;

    status = DsGetDcNameW(NULL, L"a domain", NULL, NULL, 0, &info);
    ok(status == ERROR_INVALID_DOMAINNAME, "got %lu\n", status);
    status = DsGetDcNameW(L"\\\\a\\b", UNKNOWN_DOMAIN, NULL, NULL, 0, &info);
    ok(status == ERROR_INVALID_COMPUTERNAME, "got %lu\n", status);
}

static void lan_manager_names_find_none_either(void)
{
    BYTE *name = untouched;
    DWORD status;

    status = NetGetDCName(NULL, UNKNOWN_DOMAIN, &name);
    ok(status == NERR_DCNotFound, "got %lu\n", status);
    ok(!name, "got %p\n", name);
    name = untouched;
    status = NetGetAnyDCName(NULL, UNKNOWN_DOMAIN, &name);
    ok(status == ERROR_NO_SUCH_DOMAIN, "got %lu\n", status);
    ok(!name, "got %p\n", name);
}

static void enumeration_of_an_unknown_domain_does_not_open(void)
{
    HANDLE context = untouched;
    DWORD status;

    status = DsGetDcOpenW(UNKNOWN_DOMAIN, 0, NULL, NULL, NULL, 0, &context);
    ok(status == ERROR_NO_SUCH_DOMAIN, "got %lu\n", status);
    ok(!context, "got %p\n", context);
    status = DsGetDcOpenW(NULL, 0, NULL, NULL, NULL, 0, &context);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsGetDcOpenW(UNKNOWN_DOMAIN, 0x100, NULL, NULL, NULL, 0, &context);
    ok(status == ERROR_INVALID_FLAGS, "got %lu\n", status);
}

/* ---- Sites and trusts ------------------------------------------------------------------------ */

static void computer_without_domain_has_no_site(void)
{
    WCHAR *wide = untouched;
    char *ansi = untouched;
    DWORD status;

    status = DsGetSiteNameW(NULL, &wide);
    ok(status == ERROR_NO_SITENAME, "got %lu\n", status);
    ok(!wide, "got %p\n", wide);
    status = DsGetSiteNameA(NULL, &ansi);
    ok(status == ERROR_NO_SITENAME, "got %lu\n", status);
    status = DsGetSiteNameW(NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void computer_without_domain_has_no_trusts(void)
{
    DS_DOMAIN_TRUSTSW *trusts = untouched;
    ULONG count = 0xdeadbeef;
    DWORD status;

    status = DsEnumerateDomainTrustsW(NULL, DS_DOMAIN_VALID_FLAGS, &trusts, &count);
    ok(status == ERROR_NO_LOGON_SERVERS, "got %lu\n", status);
    ok(!trusts && !count, "got %p, %lu\n", trusts, count);
    status = DsEnumerateDomainTrustsW(NULL, 0x100, &trusts, &count);
    ok(status == ERROR_INVALID_FLAGS, "got %lu\n", status);
}

/* ---- What only a domain controller tells ----------------------------------------------------- */

static void computer_that_is_no_controller_tells_nothing(void)
{
    SOCKADDR_IN address = { .sin_family = AF_INET };
    SOCKET_ADDRESS addresses[] = { { (SOCKADDR *)&address, sizeof(address) } };
    LSA_FOREST_TRUST_INFORMATION *forest = untouched;
    WCHAR **sites = untouched;
    WCHAR **subnets = untouched;
    WCHAR host[] = L"host.domain.invalid";
    WCHAR *names = untouched;
    ULONG count = 0xdeadbeef;
    NTSTATUS ntstatus;
    DWORD status;

    status = DsAddressToSiteNamesW(NULL, 1, addresses, &sites);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!sites, "got %p\n", sites);
    sites = untouched;
    status = DsAddressToSiteNamesExW(NULL, 1, addresses, &sites, &subnets);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!sites && !subnets, "got %p, %p\n", sites, subnets);
    status = DsGetDcSiteCoverageW(NULL, &count, &sites);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!sites && !count, "got %p, %lu\n", sites, count);
    status = DsGetForestTrustInformationW(NULL, NULL, 0, &forest);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!forest, "got %p\n", forest);
    status = DsDeregisterDnsHostRecordsW(NULL, NULL, NULL, NULL, host);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ntstatus = NetEnumerateTrustedDomains(NULL, &names);
    ok(ntstatus == (NTSTATUS)0xC000005E /* STATUS_NO_LOGON_SERVERS */, "got %#lx\n", ntstatus);
    ok(!names, "got %p\n", names);
}

static void outputs_and_inputs_must_be_there(void)
{
    LSA_FOREST_TRUST_INFORMATION *forest = untouched;
    WCHAR **sites = untouched;
    WCHAR **subnets = untouched;
    WCHAR empty[] = L"";
    DWORD status;

    status = DsAddressToSiteNamesW(NULL, 1, NULL, &sites);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!sites, "got %p\n", sites);
    status = DsAddressToSiteNamesW(NULL, 0, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsAddressToSiteNamesExW(NULL, 0, NULL, NULL, &subnets);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!subnets, "got %p\n", subnets);
    status = DsAddressToSiteNamesExA(NULL, 0, NULL, (char ***)&sites, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsAddressToSiteNamesW(NULL, 32001, (SOCKET_ADDRESS *)&forest, &sites);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsGetForestTrustInformationW(NULL, NULL, 2, &forest);
    ok(status == ERROR_INVALID_FLAGS, "got %lu\n", status);
    ok(!forest, "got %p\n", forest);
    status = DsGetForestTrustInformationW(NULL, NULL, DS_GFTI_UPDATE_TDO, &forest);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsGetForestTrustInformationW(NULL, NULL, 0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsDeregisterDnsHostRecordsW(NULL, NULL, NULL, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsDeregisterDnsHostRecordsW(NULL, NULL, NULL, NULL, empty);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = (DWORD)NetEnumerateTrustedDomains(NULL, NULL);
    ok(status == 0xC000000D /* STATUS_INVALID_PARAMETER */, "got %#lx\n", status);
}

static void netlogon_service_does_not_run_here(void)
{
    WCHAR domain_name[] = L"DOMAIN";
    WCHAR *domain = domain_name;
    BYTE *info = untouched;
    NET_API_STATUS status;

    status = I_NetLogonControl(NULL, NETLOGON_CONTROL_QUERY, 1, &info);
    ok(status == ERROR_SERVICE_NOT_ACTIVE, "got %lu\n", status);
    ok(!info, "got %p\n", info);
    status = I_NetLogonControl2(NULL, NETLOGON_CONTROL_TC_QUERY, 2, (BYTE *)&domain, &info);
    ok(status == ERROR_SERVICE_NOT_ACTIVE, "got %lu\n", status);
    info = untouched;
    status = I_NetLogonControl2(NULL, NETLOGON_CONTROL_TC_QUERY, 2, NULL, &info);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!info, "got %p\n", info);
    status = I_NetLogonControl2(NULL, NETLOGON_CONTROL_QUERY, 0, NULL, &info);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
    status = I_NetLogonControl2(NULL, NETLOGON_CONTROL_QUERY, 5, NULL, &info);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
    status = I_NetLogonControl2(NULL, 0, 1, NULL, &info);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = I_NetLogonControl2(NULL, NETLOGON_CONTROL_QUERY, 1, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = I_NetLogonControl(NULL, NETLOGON_CONTROL_QUERY, 1, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void names_of_subnets_have_a_mask_that_covers_them(void)
{
    DWORD status;

    status = DsValidateSubnetNameW(L"10.0.0.0/8");
    ok(status == ERROR_SUCCESS, "got %lu\n", status);
    status = DsValidateSubnetNameA("2001:db8::/32");
    ok(status == ERROR_SUCCESS, "got %lu\n", status);
    status = DsValidateSubnetNameW(L"10.0.0.1/8");
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = DsValidateSubnetNameA("10.0.0.0");
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = DsValidateSubnetNameW(NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = DsValidateSubnetNameA(NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* ---- Other computers ------------------------------------------------------------------------- */

/* Names that can be none, and one that nobody has: each function says so, and gives nothing. */
static void computers_that_are_not_there_tell_nothing(void)
{
    static const struct
    {
        const WCHAR *server;
        DWORD status;
    } servers[] = {
        { L"\\\\", ERROR_INVALID_NAME },
        { L"\\\\a\\b", ERROR_INVALID_NAME },
        { L"\\\\computer.invalid", ERROR_BAD_NETPATH },
    };
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(servers); i++)
    {
        DS_DOMAIN_TRUSTSW *trusts = untouched;
        BYTE *buffer = untouched;
        WCHAR *name = untouched;
        ULONG count = 7;
        DWORD status;

        status = DsGetSiteNameW(servers[i].server, &name);
        ok(status == servers[i].status, "%u: got %lu\n", i, status);
        ok(!name, "%u: got %p\n", i, name);
        status = DsEnumerateDomainTrustsW((WCHAR *)servers[i].server, 1, &trusts, &count);
        ok(status == servers[i].status, "%u: got %lu\n", i, status);
        ok(!trusts && !count, "%u: got %p, %lu\n", i, trusts, count);
        status = DsRoleGetPrimaryDomainInformation(servers[i].server, DsRolePrimaryDomainInfoBasic,
                                                   &buffer);
        ok(status == servers[i].status, "%u: got %lu\n", i, status);
        ok(!buffer, "%u: got %p\n", i, buffer);
        buffer = untouched;
        status = NetGetDCName(servers[i].server, NULL, &buffer);
        ok(status == servers[i].status, "%u: got %lu\n", i, status);
        ok(!buffer, "%u: got %p\n", i, buffer);
        buffer = untouched;
        status = I_NetLogonControl2(servers[i].server, NETLOGON_CONTROL_QUERY, 1, NULL, &buffer);
        ok(status == servers[i].status, "%u: got %lu\n", i, status);
        ok(!buffer, "%u: got %p\n", i, buffer);
    }
}

START_TEST(ds)
{
    role_checks_its_arguments();
    role_is_standalone_in_a_workgroup();
    role_knows_upgrade_and_operation();
    unknown_domain_has_no_controller();
    conflicting_flags_are_invalid();
    names_that_can_be_none_are_invalid();
    lan_manager_names_find_none_either();
    enumeration_of_an_unknown_domain_does_not_open();
    computer_without_domain_has_no_site();
    computer_without_domain_has_no_trusts();
    computer_that_is_no_controller_tells_nothing();
    outputs_and_inputs_must_be_there();
    netlogon_service_does_not_run_here();
    names_of_subnets_have_a_mask_that_covers_them();
    computers_that_are_not_there_tell_nothing();
}
