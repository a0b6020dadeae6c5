/*
 * Tests of NetValidateName and NetEnumerateComputerNames, with this computer and with the server of
 * the session tests, which lacks both operations
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <windns.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmjoin.h>
#include <lmwksta.h>

#include <stdlib.h>
#include <wchar.h>

#include "wine/test.h"

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

static void another_computer_validates(const WCHAR *server)
{
    NET_API_STATUS status = validate(server, L"FS1", NetSetupMachine);

    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    status = validate(server, L"FS1", NetSetupUnknown);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = validate(server, NULL, NetSetupMachine);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* ---- NetEnumerateComputerNames --------------------------------------------------------------- */

static NET_API_STATUS enumerate(const WCHAR *server, NET_COMPUTER_NAME_TYPE type, DWORD *count,
                                WCHAR ***names)
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
        status = enumerate(NULL, types[i], &count, &names);
        ok(status == NERR_Success, "got %lu\n", status);
        ok(count == 1, "got %lu\n", count);
        if (!status && count == 1)
        {
            ok(!wcscmp(names[0], expected), "got %s\n", wine_dbgstr_w(names[0]));
            NetApiBufferFree(names);
        }
    }
    status = enumerate(NULL, NetAlternateComputerNames, &count, &names);
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
    status = enumerate(NULL, NetComputerNameTypeMax, &count, &names);
    ok(status == ERROR_INVALID_PARAMETER && !count && !names, "got %lu\n", status);
    status = enumerate(L"\\\\a\\b", NetAllComputerNames, &count, &names);
    ok(status == ERROR_INVALID_NAME && !count && !names, "got %lu\n", status);
}

static void server_without_the_operation_has_its_primary_name(const WCHAR *server)
{
    NET_API_STATUS status;
    WCHAR **names;
    DWORD count;

    status = enumerate(server, NetPrimaryComputerName, &count, &names);
    ok(status == NERR_Success && count == 1, "got %lu, %lu names\n", status, count);
    if (!status && count == 1)
    {
        ok(names[0][0] && wcslen(names[0]) <= 15, "got %s\n", wine_dbgstr_w(names[0]));
        NetApiBufferFree(names);
    }
    status = enumerate(server, NetAllComputerNames, &count, &names);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
    ok(!count && !names, "got %lu names, %p\n", count, (void *)names);
    status = enumerate(server, NetAlternateComputerNames, &count, &names);
    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
}

START_TEST(computer_names)
{
    const char *server = getenv("NETAPI32_TEST_SERVER");
    WCHAR name[260];

    names_are_validated_by_their_types();
    workgroup_is_not_the_computer();
    this_computer_has_one_name();
    bad_questions_have_no_names();
    if (!server)
    {
        skip("no server: NETAPI32_TEST_SERVER is not set\n");
        return;
    }
    swprintf(name, ARRAY_SIZE(name), L"\\\\%hs", server);
    another_computer_validates(name);
    server_without_the_operation_has_its_primary_name(name);
}
