/*
 * Calls through the DLLs among which Windows divides netapi32's functions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <ntsecapi.h>

#include <dsgetdc.h>
#include <dsrole.h>
#include <lm.h>
#include <lmdfs.h>

#include "wine/test.h"

/* A function of a DLL that a program loads; it is netapi32's own. */
static void *find(const char *dll, const char *name)
{
    const HMODULE module = LoadLibraryA(dll);
    void *function = module ? (void *)GetProcAddress(module, name) : NULL;

    ok(module != NULL, "%s: got error %lu\n", dll, GetLastError());
    ok(function != NULL, "%s has no %s\n", dll, name);
    ok(function == (void *)GetProcAddress(GetModuleHandleA("netapi32.dll"), name),
       "%s %s is not netapi32's\n", dll, name);
    return function;
}

static void browcli_has_the_browser(void)
{
    NET_API_STATUS(WINAPI * enumerate)
    (LPCWSTR, DWORD, BYTE **, DWORD, DWORD *, DWORD *, DWORD, LPCWSTR, DWORD *) =
        find("browcli.dll", "NetServerEnum");
    BYTE *buffer = NULL;
    DWORD read = 1;
    DWORD total = 1;
    NET_API_STATUS status = ERROR_SUCCESS;

    if (!enumerate)
        return;
    status =
        enumerate(NULL, 99, &buffer, MAX_PREFERRED_LENGTH, &read, &total, SV_TYPE_ALL, NULL, NULL);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
}

static void dfscli_has_the_distributed_file_system(void)
{
    NET_API_STATUS(WINAPI * get_info)
    (LPWSTR, LPWSTR, LPWSTR, DWORD, BYTE **) = find("dfscli.dll", "NetDfsGetInfo");
    BYTE *buffer = NULL;
    NET_API_STATUS status = ERROR_SUCCESS;

    if (!get_info)
        return;
    status = get_info(NULL, NULL, NULL, 1, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void dsrole_has_the_role(void)
{
    DWORD(WINAPI * get)
    (LPCWSTR, DSROLE_PRIMARY_DOMAIN_INFO_LEVEL, BYTE **) =
        find("dsrole.dll", "DsRoleGetPrimaryDomainInformation");
    void(WINAPI * release)(void *) = find("dsrole.dll", "DsRoleFreeMemory");
    BYTE *buffer = NULL;
    DWORD status = ERROR_SUCCESS;

    if (!get || !release)
        return;
    status = get(NULL, DsRolePrimaryDomainInfoBasic, &buffer);
    ok(!status && buffer, "got %lu\n", status);
    release(buffer);
}

static void logoncli_has_the_controllers(void)
{
    DWORD(WINAPI * find_controller)
    (LPCWSTR, LPCWSTR, GUID *, LPCWSTR, ULONG, DOMAIN_CONTROLLER_INFOW **) =
        find("logoncli.dll", "DsGetDcNameW");
    DOMAIN_CONTROLLER_INFOW *info = NULL;
    DWORD status = ERROR_SUCCESS;

    if (!find_controller)
        return;
    status = find_controller(NULL, L"a|b", NULL, NULL, 0, &info);
    ok(status == ERROR_INVALID_DOMAINNAME, "got %lu\n", status);
}

static void netutils_has_buffers_and_names(void)
{
    static const struct
    {
        const char *function;
        const WCHAR *fine;
        const WCHAR *wrong;
    } names[] = {
        { "NetpIsComputerNameValid", L"FS1", L"F/S" },
        { "NetpIsDomainNameValid", L"EXAMPLE", L"EXAMPLE*" },
        { "NetpIsGroupNameValid", L"Users", L"" },
        { "NetpIsRemoteNameValid", L"\\\\server\\share", L"\\\\server" },
        { "NetpIsShareNameValid", L"data$", L"da|ta" },
        { "NetpIsUncComputerNameValid", L"\\\\server", L"server" },
        { "NetpIsUserNameValid", L"Anne Other", L"a\"b" },
    };
    /* These are its own: since 10.0 Wine's netapi32 forwards them to netutils. */
    const HMODULE netutils = LoadLibraryA("netutils.dll");
    NET_API_STATUS(WINAPI * allocate)
    (DWORD, void **) = (void *)GetProcAddress(netutils, "NetApiBufferAllocate");
    NET_API_STATUS(WINAPI * release)
    (void *) = (void *)GetProcAddress(netutils, "NetApiBufferFree");
    void *buffer = NULL;
    unsigned int i;

    ok(allocate && release, "there are no buffers\n");
    if (!allocate || !release)
        return;
    ok(!allocate(100, &buffer) && buffer, "got no buffer\n");
    ok(!NetApiBufferFree(buffer), "netapi32 does not take it back\n");
    ok(!NetApiBufferAllocate(100, &buffer), "got no buffer\n");
    ok(!release(buffer), "netutils does not take it back\n");
    for (i = 0; i < ARRAY_SIZE(names); i++)
    {
        BOOL(WINAPI * is_valid)(const WCHAR *) = find("netutils.dll", names[i].function);

        if (!is_valid)
            continue;
        ok(is_valid(names[i].fine), "%s: %s is not\n", names[i].function,
           wine_dbgstr_w(names[i].fine));
        ok(!is_valid(names[i].wrong), "%s: %s is\n", names[i].function,
           wine_dbgstr_w(names[i].wrong));
        ok(!is_valid(NULL), "%s: nothing is\n", names[i].function);
    }
}

/* What netapi32 does not have fails; in Wine's own it ends the program. */
static void netutils_has_lists_without_code(void)
{
    const HMODULE module = LoadLibraryA("netutils.dll");
    NET_API_STATUS(WINAPI * canonicalize)
    (LPCWSTR, LPCWSTR, LPCWSTR, LPWSTR, DWORD, DWORD *, DWORD *, DWORD) =
        (void *)GetProcAddress(module, "NetpwListCanonicalize");
    WCHAR *(WINAPI * traverse)(LPCWSTR, LPWSTR *, DWORD) =
        (void *)GetProcAddress(module, "NetpwListTraverse");

    ok(canonicalize && traverse, "they are missing\n");
    if (!canonicalize || !traverse)
        return;
    ok(canonicalize(NULL, NULL, NULL, NULL, 0, NULL, NULL, 0) == ERROR_CALL_NOT_IMPLEMENTED,
       "it succeeds\n");
    ok(!traverse(NULL, NULL, 0), "there is a list\n");
}

static void samcli_has_the_accounts(void)
{
    NET_API_STATUS(WINAPI * get)
    (LPCWSTR, DWORD, BYTE **) = find("samcli.dll", "NetUserModalsGet");
    BYTE *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!get)
        return;
    status = get(NULL, 0, &buffer);
    ok(!status && buffer, "got %lu\n", status);
    NetApiBufferFree(buffer);
}

static void schedcli_has_the_jobs(void)
{
    NET_API_STATUS(WINAPI * add)
    (LPCWSTR, BYTE *, DWORD *) = find("schedcli.dll", "NetScheduleJobAdd");
    NET_API_STATUS status = NERR_Success;

    if (!add)
        return;
    status = add(NULL, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void srvcli_has_the_servers(void)
{
    NET_API_STATUS(WINAPI * get)
    (LPCWSTR, DWORD, DWORD, BYTE **) = find("srvcli.dll", "NetServerStatisticsGet");
    BYTE *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!get)
        return;
    status = get(NULL, 0, 0, &buffer);
    ok(!status && buffer, "got %lu\n", status);
    NetApiBufferFree(buffer);
}

static void wkscli_has_the_workstations(void)
{
    NET_API_STATUS(WINAPI * get)
    (LPCWSTR, DWORD, BYTE **) = find("wkscli.dll", "NetWkstaGetInfo");
    BYTE *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!get)
        return;
    status = get(NULL, 100, &buffer);
    ok(!status && buffer, "got %lu\n", status);
    NetApiBufferFree(buffer);
}

START_TEST(siblings)
{
    browcli_has_the_browser();
    dfscli_has_the_distributed_file_system();
    dsrole_has_the_role();
    logoncli_has_the_controllers();
    netutils_has_buffers_and_names();
    netutils_has_lists_without_code();
    samcli_has_the_accounts();
    schedcli_has_the_jobs();
    srvcli_has_the_servers();
    wkscli_has_the_workstations();
}
