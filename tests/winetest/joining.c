/*
 * Tests of joining a domain, which is the host's business: NetGetJoinInformation, what refuses to join
 * and to leave, the notification of another name, and service accounts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>

#include "session_test.h"

#include <lmaccess.h>
#include <lmconfig.h>
#include <lmjoin.h>

#define SETTINGS  L"Software\\Wine\\Netapi32"
#define UNTOUCHED ((void *)(ULONG_PTR)0xdeadbeef)

NTSTATUS WINAPI NetQueryServiceAccount(LPWSTR server, LPWSTR account, DWORD level, BYTE **buffer);
NET_API_STATUS WINAPI NetProvisionComputerAccount(LPCWSTR domain, LPCWSTR machine, LPCWSTR ou,
                                                  LPCWSTR dc, DWORD options, BYTE **data,
                                                  DWORD *size, LPWSTR *text);
NET_API_STATUS WINAPI NetRequestOfflineDomainJoin(BYTE *data, DWORD size, DWORD options,
                                                  LPCWSTR path);

/* Not in mingw-w64's import library for i386. */
static NET_API_STATUS(WINAPI *create_package)(void *parameters, BYTE **data, DWORD *size,
                                              LPWSTR *text);
static NET_API_STATUS(WINAPI *install_package)(BYTE *data, DWORD size, DWORD options, LPCWSTR path,
                                               void *reserved);

static void set_value(const WCHAR *name, const WCHAR *value)
{
    LSTATUS status = RegSetKeyValueW(HKEY_CURRENT_USER, SETTINGS, name, REG_SZ, value,
                                     (DWORD)((wcslen(value) + 1) * sizeof(WCHAR)));

    ok(!status, "got %ld\n", status);
}

/* Where this computer is, until leave_membership(). */
static void set_membership(const WCHAR *value)
{
    set_value(L"DomainMembership", value);
}

static void leave_membership(void)
{
    RegDeleteKeyValueW(HKEY_CURRENT_USER, SETTINGS, L"DomainMembership");
    RegDeleteKeyValueW(HKEY_CURRENT_USER, SETTINGS, L"MembershipRoot");
}

/* ---- NetGetJoinInformation ------------------------------------------------------------------- */

static void check_join(const WCHAR *server, const WCHAR *name, NETSETUP_JOIN_STATUS joined)
{
    NETSETUP_JOIN_STATUS got = 77;
    WCHAR *buffer = UNTOUCHED;
    NET_API_STATUS status = NetGetJoinInformation(server, &buffer, &got);

    ok(status == NERR_Success, "%s: got %lu\n", wine_dbgstr_w(server), status);
    ok(got == joined, "%s: got status %d\n", wine_dbgstr_w(server), got);
    if (!status)
    {
        ok(!name || !wcscmp(buffer, name), "%s: got %s\n", wine_dbgstr_w(server),
           wine_dbgstr_w(buffer));
        NetApiBufferFree(buffer);
    }
}

static void membership_is_what_the_setting_says(void)
{
    set_membership(L"workgroup");
    check_join(NULL, NULL, NetSetupWorkgroupName);
    set_membership(L"Example/ad.example.com");
    check_join(NULL, L"EXAMPLE", NetSetupDomainName);
    check_join(L"localhost", L"EXAMPLE", NetSetupDomainName);
    set_membership(L"ad.example.com");
    check_join(NULL, L"AD", NetSetupDomainName);
    leave_membership();
}

static void write_file(const WCHAR *name, const char *text)
{
    HANDLE file = CreateFileW(name, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    DWORD written = 0;

    ok(WriteFile(file, text, (DWORD)strlen(text), &written, NULL), "%s: got error %lu\n",
       wine_dbgstr_w(name), GetLastError());
    CloseHandle(file);
}

/* A host whose Samba is in a domain, until it is not: that counts at once. */
static void membership_is_what_the_host_says(void)
{
    static const WCHAR *const folders[] = { L"", L"\\etc", L"\\etc\\samba" };
    WCHAR root[MAX_PATH];
    WCHAR path[MAX_PATH + 32];
    unsigned int i;

    GetTempPathW(ARRAY_SIZE(root) - 16, root);
    wcscat(root, L"netapi32-host");
    for (i = 0; i < ARRAY_SIZE(folders); i++)
    {
        wcscat(wcscpy(path, root), folders[i]);
        CreateDirectoryW(path, NULL);
    }
    set_value(L"MembershipRoot", root);
    wcscat(wcscpy(path, root), L"\\etc\\samba\\smb.conf");
    write_file(path,
               "[global]\n\tworkgroup = example\n\trealm = AD.EXAMPLE.COM\n\tsecurity = ads\n");
    check_join(NULL, L"EXAMPLE", NetSetupDomainName);
    write_file(path, "[global]\n\tworkgroup = home\n");
    check_join(NULL, L"HOME", NetSetupWorkgroupName);
    DeleteFileW(path);
    check_join(NULL, L"WORKGROUP", NetSetupWorkgroupName);
    for (i = ARRAY_SIZE(folders); i--;)
    {
        wcscat(wcscpy(path, root), folders[i]);
        ok(RemoveDirectoryW(path), "%s: got error %lu\n", wine_dbgstr_w(path), GetLastError());
    }
    leave_membership();
}

static void bad_questions_have_no_answer(void)
{
    NETSETUP_JOIN_STATUS joined = 77;
    WCHAR *buffer = UNTOUCHED;
    NET_API_STATUS status = NetGetJoinInformation(NULL, NULL, &joined);

    ok(status == ERROR_INVALID_PARAMETER && !joined, "got %lu, %d\n", status, joined);
    status = NetGetJoinInformation(NULL, &buffer, NULL);
    ok(status == ERROR_INVALID_PARAMETER && !buffer, "got %lu, %p\n", status, (void *)buffer);
    buffer = UNTOUCHED;
    joined = 77;
    status = NetGetJoinInformation(L"\\\\a\\b", &buffer, &joined);
    ok(status == ERROR_INVALID_NAME && !buffer && !joined, "got %lu, %p, %d\n", status,
       (void *)buffer, joined);
}

static void a_server_tells_what_it_is_joined_to(const struct test_server *server)
{
    if (server->is_windows)
    {
        check_join(server->unc, L"BEDDOMAIN", NetSetupDomainName);
    }
    else
    {
        check_join(server->unc, L"BEDGROUP", NetSetupWorkgroupName);
    }
}

/* ---- Joining and leaving --------------------------------------------------------------------- */

static NET_API_STATUS join(const WCHAR *server, const WCHAR *domain, DWORD options)
{
    return NetJoinDomain(server, domain, NULL, L"EXAMPLE\\admin", L"secret", options);
}

static void a_workgroup_member_is_told_to_join_elsewhere(void)
{
    NET_API_STATUS status;

    set_membership(L"workgroup");
    status = join(NULL, L"ad.example.com", NETSETUP_JOIN_DOMAIN | NETSETUP_ACCT_CREATE);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = join(NULL, L"HOME", 0);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = join(NULL, L"a|b", 0);
    ok(status == NERR_InvalidWorkgroupName, "got %lu\n", status);
    status = join(L"\\\\nosuch.invalid", L"ad.example.com", NETSETUP_JOIN_DOMAIN);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = NetUnjoinDomain(NULL, NULL, NULL, 0);
    ok(status == NERR_SetupNotJoined, "got %lu\n", status);
    status = NetRenameMachineInDomain(NULL, L"NEW", NULL, NULL, 0);
    ok(status == NERR_SetupNotJoined, "got %lu\n", status);
    leave_membership();
}

static void a_member_is_told_that_it_is_one(void)
{
    NET_API_STATUS status;

    set_membership(L"EXAMPLE");
    status = join(NULL, L"ad.example.com", NETSETUP_JOIN_DOMAIN);
    ok(status == NERR_SetupAlreadyJoined, "got %lu\n", status);
    status = join(NULL, L"ad.example.com", NETSETUP_JOIN_DOMAIN | NETSETUP_DOMAIN_JOIN_IF_JOINED);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = NetUnjoinDomain(NULL, NULL, NULL, NETSETUP_ACCT_DELETE);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = NetRenameMachineInDomain(NULL, NULL, NULL, NULL, NETSETUP_ACCT_CREATE);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    check_join(NULL, L"EXAMPLE", NetSetupDomainName);
    leave_membership();
}

static void bad_parameters_are_told_first(void)
{
    NET_API_STATUS status;

    status = join(NULL, NULL, NETSETUP_JOIN_DOMAIN);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = join(NULL, L"", NETSETUP_JOIN_DOMAIN);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = join(NULL, L"EXAMPLE", NETSETUP_JOIN_DOMAIN | 0x08000000);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = join(L"\\\\a\\b", L"EXAMPLE", NETSETUP_JOIN_DOMAIN);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = NetUnjoinDomain(NULL, NULL, NULL, NETSETUP_JOIN_DOMAIN);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetRenameMachineInDomain(NULL, L"", NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetRenameMachineInDomain(NULL, L"NEW", NULL, NULL, 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void no_organizational_unit_is_told(void)
{
    WCHAR **ous = UNTOUCHED;
    DWORD count = 77;
    NET_API_STATUS status = NetGetJoinableOUs(NULL, L"EXAMPLE", NULL, NULL, &count, &ous);

    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!count && !ous, "got %lu, %p\n", count, (void *)ous);
    status = NetGetJoinableOUs(NULL, NULL, NULL, NULL, &count, &ous);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetGetJoinableOUs(NULL, L"EXAMPLE", NULL, NULL, NULL, &ous);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void no_package_is_made_or_taken(void)
{
    BYTE package[] = { 1, 2, 3 };
    BYTE *data = UNTOUCHED;
    WCHAR *text = UNTOUCHED;
    DWORD size = 77;
    NET_API_STATUS status;

    status = NetProvisionComputerAccount(L"EXAMPLE", L"NEW", NULL, NULL, 0, &data, &size, &text);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!data && !size && !text, "got %p, %lu, %p\n", (void *)data, size, (void *)text);
    status = NetProvisionComputerAccount(L"EXAMPLE", L"NEW", NULL, NULL, 0, NULL, NULL, &text);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = NetProvisionComputerAccount(L"EXAMPLE", L"NEW", NULL, NULL, 0, &data, NULL, &text);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetProvisionComputerAccount(L"EXAMPLE", L"NEW", NULL, NULL, 0, NULL, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetProvisionComputerAccount(NULL, L"NEW", NULL, NULL, 0, NULL, NULL, &text);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = create_package(NULL, &data, &size, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetRequestOfflineDomainJoin(package, sizeof(package), 0, L"C:\\windows");
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = NetRequestOfflineDomainJoin(package, 0, 0, L"C:\\windows");
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetRequestOfflineDomainJoin(package, sizeof(package), 0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = install_package(package, sizeof(package), 0, L"C:\\windows", NULL);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = install_package(package, sizeof(package), 0, L"C:\\windows", package);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* ---- Another name ---------------------------------------------------------------------------- */

static void the_domain_keeps_its_name(void)
{
    HANDLE event = NULL;
    NET_API_STATUS status = NetRegisterDomainNameChangeNotification(&event);

    ok(status == NERR_Success && event, "got %lu\n", status);
    ok(WaitForSingleObject(event, 0) == WAIT_TIMEOUT, "it has another name\n");
    status = NetUnregisterDomainNameChangeNotification(event);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetUnregisterDomainNameChangeNotification(event);
    ok(status == ERROR_INVALID_HANDLE, "got %lu\n", status);
    status = NetUnregisterDomainNameChangeNotification(NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetRegisterDomainNameChangeNotification(NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* What is no event stays open. */
static void no_other_handle_is_closed(void)
{
    HANDLE mutex = CreateMutexW(NULL, FALSE, NULL);
    NET_API_STATUS status = NetUnregisterDomainNameChangeNotification(mutex);

    ok(status != NERR_Success, "it was taken\n");
    ok(CloseHandle(mutex), "it was closed\n");
}

/* ---- Service accounts ------------------------------------------------------------------------ */

static void there_are_no_service_accounts(void)
{
    MSA_INFO_0 *info = NULL;
    WCHAR **accounts = UNTOUCHED;
    BOOL is_service = TRUE;
    DWORD count = 77;
    NTSTATUS status = NetIsServiceAccount(NULL, (WCHAR *)L"svc$", &is_service);

    ok(status == STATUS_SUCCESS && !is_service, "got %#lx, %d\n", status, is_service);
    status = NetQueryServiceAccount(NULL, (WCHAR *)L"svc$", 0, (BYTE **)&info);
    ok(status == STATUS_SUCCESS && info, "got %#lx\n", status);
    ok(info && info->State == MsaInfoNotExist, "got state %d\n", info ? (int)info->State : 0);
    NetApiBufferFree(info);
    status = NetEnumerateServiceAccounts(NULL, 0, &count, &accounts);
    ok(status == STATUS_SUCCESS && !count && !accounts, "got %#lx, %lu\n", status, count);
    status = NetAddServiceAccount(NULL, (WCHAR *)L"svc$", NULL, 0);
    ok(status == STATUS_NOT_SUPPORTED, "got %#lx\n", status);
    status = NetRemoveServiceAccount(NULL, (WCHAR *)L"svc$", 0);
    ok(status == STATUS_NO_SUCH_USER, "got %#lx\n", status);
}

static void bad_questions_of_service_accounts_fail(void)
{
    WCHAR **accounts = UNTOUCHED;
    BYTE *info = UNTOUCHED;
    BOOL is_service = TRUE;
    DWORD count = 77;
    NTSTATUS status = NetIsServiceAccount(NULL, NULL, &is_service);

    ok(status == STATUS_INVALID_PARAMETER && !is_service, "got %#lx, %d\n", status, is_service);
    status = NetIsServiceAccount((WCHAR *)L"server", (WCHAR *)L"svc$", &is_service);
    ok(status == STATUS_INVALID_PARAMETER, "got %#lx\n", status);
    status = NetIsServiceAccount(NULL, (WCHAR *)L"svc$", NULL);
    ok(status == STATUS_INVALID_PARAMETER, "got %#lx\n", status);
    status = NetQueryServiceAccount(NULL, (WCHAR *)L"svc$", 1, &info);
    ok(status == STATUS_INVALID_LEVEL && !info, "got %#lx, %p\n", status, (void *)info);
    status = NetQueryServiceAccount(NULL, (WCHAR *)L"", 0, &info);
    ok(status == STATUS_INVALID_PARAMETER, "got %#lx\n", status);
    status = NetEnumerateServiceAccounts((WCHAR *)L"server", 0, &count, &accounts);
    ok(status == STATUS_INVALID_PARAMETER && !count && !accounts, "got %#lx\n", status);
    status = NetAddServiceAccount(NULL, (WCHAR *)L"svc$", NULL, 2);
    ok(status == STATUS_INVALID_PARAMETER, "got %#lx\n", status);
    status = NetRemoveServiceAccount(NULL, NULL, 0);
    ok(status == STATUS_INVALID_PARAMETER, "got %#lx\n", status);
}

START_TEST(joining)
{
    const HMODULE netapi32 = GetModuleHandleA("netapi32.dll");
    struct test_server server;

    create_package = (void *)GetProcAddress(netapi32, "NetCreateProvisioningPackage");
    install_package = (void *)GetProcAddress(netapi32, "NetRequestProvisioningPackageInstall");
    membership_is_what_the_setting_says();
    membership_is_what_the_host_says();
    bad_questions_have_no_answer();
    a_workgroup_member_is_told_to_join_elsewhere();
    a_member_is_told_that_it_is_one();
    bad_parameters_are_told_first();
    no_organizational_unit_is_told();
    no_package_is_made_or_taken();
    the_domain_keeps_its_name();
    no_other_handle_is_closed();
    there_are_no_service_accounts();
    bad_questions_of_service_accounts_fail();
    if (open_test_server(&server))
    {
        a_server_tells_what_it_is_joined_to(&server);
        close_test_server(&server);
    }
}
