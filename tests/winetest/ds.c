/*
 * Tests of the functions about domains, for a computer that is in none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <windows.h>
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
}
