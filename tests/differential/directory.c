/*
 * Domains and names: DsGetDcName* and its relatives, DsRole*, NetGetDCName, I_NetName*, Netp*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include "dump.h"

#include <dsgetdc.h>
#include <dsrole.h>

/* In no header. */
DWORD WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags);
LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
DWORD WINAPI I_BrowserQueryEmulatedDomains(WCHAR *server, void **domains, DWORD *entries);
DWORD WINAPI I_BrowserSetNetlogonState(WCHAR *server, WCHAR *domain, WCHAR *emulated, DWORD role);
DWORD WINAPI NetpGetComputerName(WCHAR **name);
DWORD WINAPI NetpNetBiosStatusToApiStatus(DWORD status);

static const WCHAR *const domains[] = {
    NULL, L"", L"WORKGROUP", L"domain.invalid", L"two words", L"localhost",
};

/* A status, and whether the output was set. */
static void line_output(DWORD status, const void *output)
{
    line_print("%lu, %s", status,
               output == UNTOUCHED_POINTER ? "untouched"
               : output                    ? "set"
                                           : "NULL");
}

static void get_dc_name(const WCHAR *domain, ULONG flags)
{
    DOMAIN_CONTROLLER_INFOW *info = (DOMAIN_CONTROLLER_INFOW *)UNTOUCHED_POINTER;
    DWORD status = CALL(DsGetDcNameW, NULL, domain, NULL, NULL, flags, &info);

    line_key("DsGetDcNameW(%s, %#lx)", quoted(domain), flags);
    line_output(status, info);
}

static void dump_controllers(void)
{
    static const ULONG flags[] = { 0, DS_PDC_REQUIRED, DS_IS_DNS_NAME | DS_IS_FLAT_NAME };

    for (size_t i = 0; i < ARRAYSIZE(domains); i++)
    {
        BYTE *name = UNTOUCHED_POINTER;
        DWORD status = CALL(NetGetDCName, NULL, domains[i], &name);

        line_key("NetGetDCName(%s)", quoted(domains[i]));
        line_output(status, name);
        name = UNTOUCHED_POINTER;
        status = CALL(NetGetAnyDCName, NULL, domains[i], &name);
        line_key("NetGetAnyDCName(%s)", quoted(domains[i]));
        line_output(status, name);
        for (size_t j = 0; j < ARRAYSIZE(flags); j++)
        {
            get_dc_name(domains[i], flags[j]);
        }
    }
    line_key("DsGetDcNameW(no output)");
    line_status(CALL(DsGetDcNameW, NULL, NULL, NULL, NULL, 0, NULL));
    line_key("NetGetDCName(no output)");
    line_status(CALL(NetGetDCName, NULL, NULL, NULL));
}

static void dump_sites_and_trusts(void)
{
    WCHAR *site = (WCHAR *)UNTOUCHED_POINTER;
    char *ansi_site = (char *)UNTOUCHED_POINTER;
    DOMAIN_CONTROLLER_INFOA *info = (DOMAIN_CONTROLLER_INFOA *)UNTOUCHED_POINTER;
    DS_DOMAIN_TRUSTSW *trusts = (DS_DOMAIN_TRUSTSW *)UNTOUCHED_POINTER;
    ULONG count = UNTOUCHED_NUMBER;
    DWORD status = CALL(DsGetSiteNameW, NULL, &site);

    line_key("DsGetSiteNameW(NULL)");
    line_output(status, site);
    status = CALL(DsGetSiteNameA, NULL, &ansi_site);
    line_key("DsGetSiteNameA(NULL)");
    line_output(status, ansi_site);
    status = CALL(DsGetDcNameA, NULL, NULL, NULL, NULL, 0, &info);
    line_key("DsGetDcNameA(NULL)");
    line_output(status, info);
    status = CALL(DsEnumerateDomainTrustsW, NULL, DS_DOMAIN_VALID_FLAGS, &trusts, &count);
    line_key("DsEnumerateDomainTrustsW(NULL, 0x3f)");
    line_output(status, trusts);
    line_print("%s", count == UNTOUCHED_NUMBER ? "untouched" : "0");
}

static void dump_roles(const WCHAR *server)
{
    for (int level = 0; level <= 4; level++)
    {
        DSROLE_PRIMARY_DOMAIN_INFO_BASIC *info =
            (DSROLE_PRIMARY_DOMAIN_INFO_BASIC *)UNTOUCHED_POINTER;
        DWORD status = CALL(DsRoleGetPrimaryDomainInformation, server, level, (BYTE **)&info);

        line_key("DsRoleGetPrimaryDomainInformation(%s, %d)", quoted(server), level);
        line_output(status, info);
        if (!status && level == DsRolePrimaryDomainInfoBasic)
        {
            line_print("role %d, flags %#lx, %s, %s, %s", info->MachineRole, info->Flags,
                       quoted(info->DomainNameFlat), quoted(info->DomainNameDns),
                       quoted(info->DomainForestName));
        }
        if (!status)
        {
            DsRoleFreeMemory(info);
        }
    }
}

static void dump_names(void)
{
    static WCHAR *const names[] = { NULL, L"", L"name", L"NAME", L"na\\me" };
    static const DWORD types[] = { 0, 1, 2, 4, 9, 14 }; /* user, password, computer, share */

    for (size_t t = 0; t < ARRAYSIZE(types); t++)
    {
        DWORD type = types[t];

        for (size_t i = 0; i < ARRAYSIZE(names); i++)
        {
            line_key("I_NetNameValidate(%s, %lu)", quoted(names[i]), type);
            line_status(CALL(I_NetNameValidate, NULL, names[i], type, 0));
            line_key("I_NetNameCompare(%s, \"name\", %lu)", quoted(names[i]), type);
            line_status(CALL(I_NetNameCompare, NULL, names[i], names[2], type, 0));
        }
    }
}

static void dump_helpers(void)
{
    WCHAR *name = (WCHAR *)UNTOUCHED_POINTER;
    void *browsed = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetpGetComputerName, &name);

    line_key("NetpGetComputerName()");
    line_print("%lu, %s", status, quoted(name));
    NetApiBufferFree(name);
    for (DWORD i = 0; i < 256; i++)
    {
        line_key("NetpNetBiosStatusToApiStatus(%#lx)", i);
        line_status(CALL(NetpNetBiosStatusToApiStatus, i));
    }
    status = CALL(I_BrowserQueryEmulatedDomains, NULL, &browsed, &entries);
    line_key("I_BrowserQueryEmulatedDomains(NULL)");
    line_output(status, browsed);
    line_key("I_BrowserSetNetlogonState(NULL)");
    line_status(CALL(I_BrowserSetNetlogonState, NULL, L"domain", L"name", 0));
}

void dump_directory(void)
{
    dump_controllers();
    dump_sites_and_trusts();
    dump_roles(NULL);
    dump_roles(L"");
    dump_names();
    dump_helpers();
}
