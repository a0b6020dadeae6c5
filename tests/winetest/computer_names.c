/*
 * Tests of NetValidateName and NetEnumerateComputerNames, with this computer and with the server of
 * the session tests: Samba lacks both operations, a server like Windows has them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <lmjoin.h>
#include <windns.h>

/* ---- NetValidateName ------------------------------------------------------------------------- */

static NET_API_STATUS validate(const WCHAR *server, const WCHAR *name, NETSETUP_NAME_TYPE type)
{
    return NetValidateName(server, name, NULL, NULL, type);
}

static void names_are_validated_by_their_types(void)
{
    static const struct
    {
        NETSETUP_NAME_TYPE type;
        const WCHAR *name;
        NET_API_STATUS status;
    } names[] = {
        { NetSetupMachine, L"FS1", NERR_Success },
        { NetSetupMachine, L"ABCDEFGHIJKLMNO", NERR_Success },
        { NetSetupMachine, L"ABCDEFGHIJKLMNOP", NERR_InvalidComputer },
        { NetSetupMachine, L"", NERR_InvalidComputer },
        { NetSetupMachine, L"12345", NERR_InvalidComputer },
        { NetSetupMachine, L"a\\b", NERR_InvalidComputer },
        { NetSetupWorkgroup, L"Work Group", NERR_Success },
        { NetSetupWorkgroup, L"ABCDEFGHIJKLMNOP", NERR_InvalidWorkgroupName },
        { NetSetupWorkgroup, L"a/b", NERR_InvalidWorkgroupName },
        { NetSetupWorkgroup, L"", NERR_InvalidWorkgroupName },
        { NetSetupDomain, L"NOSUCHDOMAIN", ERROR_NO_SUCH_DOMAIN },
        { NetSetupDomain, L"no.such.domain.invalid", ERROR_NO_SUCH_DOMAIN },
        { NetSetupDomain, L"a|b", ERROR_INVALID_DOMAINNAME },
        { NetSetupNonExistentDomain, L"NOSUCHDOMAIN", NERR_Success },
        { NetSetupNonExistentDomain, L"a..b", NERR_Success }, /* a NetBIOS name */
        { NetSetupNonExistentDomain, L"a b", ERROR_INVALID_DOMAINNAME },
        { NetSetupDnsMachine, L"fs1.example.com", NERR_Success },
        { NetSetupDnsMachine, L"fs_1", DNS_ERROR_NON_RFC_NAME },
        { NetSetupDnsMachine, L"fs 1", DNS_ERROR_INVALID_NAME_CHAR },
        { NetSetupDnsMachine, L"fs1..com", ERROR_INVALID_COMPUTERNAME },
        { NetSetupUnknown, L"a", ERROR_INVALID_PARAMETER },
        { (NETSETUP_NAME_TYPE)6, L"a", ERROR_INVALID_PARAMETER },
        { NetSetupMachine, NULL, ERROR_INVALID_PARAMETER },
    };
    unsigned int i;

    for (i = 0; i < ARRAY_SIZE(names); i++)
    {
        NET_API_STATUS status = validate(NULL, names[i].name, names[i].type);

        ok(status == names[i].status, "type %u, %s: got %lu, not %lu\n", names[i].type,
           wine_dbgstr_w(names[i].name), status, names[i].status);
    }
}

/* A workgroup cannot be called as the computer in it is. */
static void workgroup_is_not_the_computer(void)
{
    WCHAR name[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD size = ARRAY_SIZE(name);
    NET_API_STATUS status;

    ok(GetComputerNameW(name, &size), "got %lu\n", GetLastError());
    status = validate(NULL, name, NetSetupWorkgroup);
    ok(status == NERR_InvalidWorkgroupName, "got %lu\n", status);
    status = validate(NULL, name, NetSetupMachine);
    ok(status == NERR_Success, "got %lu\n", status);
}

static void another_computer_validates(const struct test_server *server)
{
    const BOOL is_windows = server->is_windows;
    NET_API_STATUS status = validate(server->unc, L"FS1", NetSetupMachine);

    ok(status == (is_windows ? NERR_Success : ERROR_NOT_SUPPORTED), "got %lu\n", status);
    status = validate(server->unc, L"ABCDEFGHIJKLMNOP", NetSetupWorkgroup);
    ok(status == (is_windows ? NERR_InvalidWorkgroupName : ERROR_NOT_SUPPORTED), "got %lu\n",
       status);
    status = validate(server->unc, L"FS1", NetSetupUnknown);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = validate(server->unc, NULL, NetSetupMachine);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* ---- NetEnumerateComputerNames --------------------------------------------------------------- */

static NET_API_STATUS enumerate_names(const WCHAR *server, NET_COMPUTER_NAME_TYPE type,
                                      DWORD *count, WCHAR ***names)
{
    *count = 77;
    *names = (WCHAR **)(ULONG_PTR)0xdeadbeef;
    return NetEnumerateComputerNames(server, type, 0, count, names);
}

static void this_computer_has_one_name(void)
{
    static const NET_COMPUTER_NAME_TYPE types[] = { NetPrimaryComputerName, NetAllComputerNames };
    WCHAR expected[256];
    DWORD size = ARRAY_SIZE(expected);
    NET_API_STATUS status;
    WCHAR **names;
    DWORD count;
    unsigned int i;

    ok(GetComputerNameExW(ComputerNamePhysicalDnsFullyQualified, expected, &size), "got %lu\n",
       GetLastError());
    for (i = 0; i < ARRAY_SIZE(types); i++)
    {
        status = enumerate_names(NULL, types[i], &count, &names);
        ok(status == NERR_Success, "got %lu\n", status);
        ok(count == 1, "got %lu\n", count);
        if (!status && count == 1)
        {
            ok(!wcscmp(names[0], expected), "got %s\n", wine_dbgstr_w(names[0]));
            NetApiBufferFree(names);
        }
    }
    status = enumerate_names(NULL, NetAlternateComputerNames, &count, &names);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!count && !names, "got %lu names, %p\n", count, (void *)names);
}

static void bad_questions_have_no_names(void)
{
    WCHAR **names = (WCHAR **)(ULONG_PTR)0xdeadbeef;
    NET_API_STATUS status;
    DWORD count = 77;

    status = NetEnumerateComputerNames(NULL, NetAllComputerNames, 0, NULL, &names);
    ok(status == ERROR_INVALID_PARAMETER && !names, "got %lu, %p\n", status, (void *)names);
    status = NetEnumerateComputerNames(NULL, NetAllComputerNames, 0, &count, NULL);
    ok(status == ERROR_INVALID_PARAMETER && !count, "got %lu, %lu names\n", status, count);
    status = NetEnumerateComputerNames(NULL, NetAllComputerNames, 1, &count, &names);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = enumerate_names(NULL, NetComputerNameTypeMax, &count, &names);
    ok(status == ERROR_INVALID_PARAMETER && !count && !names, "got %lu\n", status);
    status = enumerate_names(L"\\\\a\\b", NetAllComputerNames, &count, &names);
    ok(status == ERROR_INVALID_NAME && !count && !names, "got %lu\n", status);
}

static void server_without_the_operation_has_its_primary_name(const WCHAR *server)
{
    NET_API_STATUS status;
    WCHAR **names;
    DWORD count;

    status = enumerate_names(server, NetPrimaryComputerName, &count, &names);
    ok(status == NERR_Success && count == 1, "got %lu, %lu names\n", status, count);
    if (!status && count == 1)
    {
        ok(names[0][0] && wcslen(names[0]) <= 15, "got %s\n", wine_dbgstr_w(names[0]));
        NetApiBufferFree(names);
    }
    status = enumerate_names(server, NetAllComputerNames, &count, &names);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!count && !names, "got %lu names, %p\n", count, (void *)names);
    status = enumerate_names(server, NetAlternateComputerNames, &count, &names);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
}

/* A host name and one more, in the domain of the server. */
static void server_with_the_operation_tells_all_names(const WCHAR *server)
{
    WCHAR **primary = NULL;
    WCHAR **alternate = NULL;
    WCHAR **all = NULL;
    NET_API_STATUS status;
    DWORD count;

    status = enumerate_names(server, NetPrimaryComputerName, &count, &primary);
    ok(status == NERR_Success && count == 1, "got %lu, %lu names\n", status, count);
    status = enumerate_names(server, NetAlternateComputerNames, &count, &alternate);
    ok(status == NERR_Success && count == 1, "got %lu, %lu names\n", status, count);
    status = enumerate_names(server, NetAllComputerNames, &count, &all);
    ok(status == NERR_Success && count == 2, "got %lu, %lu names\n", status, count);
    if (primary && alternate && all && count == 2)
    {
        ok(!wcscmp(all[0], primary[0]), "got %s\n", wine_dbgstr_w(all[0]));
        ok(!wcscmp(all[1], alternate[0]), "got %s\n", wine_dbgstr_w(all[1]));
        ok(wcschr(all[0], '.') != NULL, "got %s\n", wine_dbgstr_w(all[0]));
    }
    NetApiBufferFree(primary);
    NetApiBufferFree(alternate);
    NetApiBufferFree(all);
}

START_TEST(computer_names)
{
    struct test_server server;

    names_are_validated_by_their_types();
    workgroup_is_not_the_computer();
    this_computer_has_one_name();
    bad_questions_have_no_names();
    if (!open_test_server(&server))
    {
        return;
    }
    another_computer_validates(&server);
    if (server.is_windows)
    {
        server_with_the_operation_tells_all_names(server.unc);
    }
    else
    {
        server_without_the_operation_has_its_primary_name(server.unc);
    }
    close_test_server(&server);
}
