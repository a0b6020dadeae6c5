/*
 * Tests of NetServer*, NetWksta*, NetStatisticsGet and NetRemoteComputerSupports: other computers, and
 * this one without a server
 *
 * What every call answers for this computer is the business of tests/differential.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <lmremutl.h>
#include <lmserver.h>
#include <lmstats.h>
#include <lmwksta.h>

#define GARBAGE ((void *)0xDEADBEEF)

/* Not in mingw-w64's lmserver.h. */
NET_API_STATUS WINAPI NetServerAliasAdd(LPWSTR server, DWORD level, LPBYTE buffer);
NET_API_STATUS WINAPI NetServerAliasDel(LPWSTR server, DWORD level, LPBYTE buffer);
NET_API_STATUS WINAPI NetServerAliasEnum(LPWSTR server, DWORD level, LPBYTE *buffer, DWORD length,
                                         LPDWORD entries, LPDWORD total, LPDWORD resume);

/* ---- Calls with their outputs ---------------------------------------------------------------- */

struct list
{
    NET_API_STATUS status;
    void *buffer;
    DWORD entries;
    DWORD total;
};

typedef NET_API_STATUS(WINAPI *enum_function)(WCHAR *server, DWORD level, BYTE **buffer,
                                              DWORD length, DWORD *entries, DWORD *total,
                                              DWORD *resume);

static const struct
{
    const char *name;
    enum_function function;
    DWORD wrong_level;
} enum_functions[] = {
    { "NetServerDiskEnum", NetServerDiskEnum, 1 },
    { "NetServerTransportEnum", NetServerTransportEnum, 4 },
    { "NetServerAliasEnum", NetServerAliasEnum, 1 },
    { "NetWkstaUserEnum", NetWkstaUserEnum, 2 },
    { "NetWkstaTransportEnum", NetWkstaTransportEnum, 1 },
};

static struct list list_all(enum_function function, const WCHAR *server, DWORD level)
{
    struct list list = { 0, GARBAGE, 99, 99 };

    list.status = function((WCHAR *)server, level, (BYTE **)&list.buffer, MAX_PREFERRED_LENGTH,
                           &list.entries, &list.total, NULL);
    return list;
}

#define check_fails(what, list, expected) check_fails_(__LINE__, what, list, expected)
static void check_fails_(int line, const char *what, struct list list, NET_API_STATUS expected)
{
    ok_(__FILE__, line)(list.status == expected, "%s: got %lu, expected %lu\n", what, list.status,
                        expected);
    ok_(__FILE__, line)(!list.buffer, "%s: got buffer %p\n", what, list.buffer);
    ok_(__FILE__, line)(!list.entries, "%s: got %lu entries\n", what, list.entries);
    ok_(__FILE__, line)(!list.total, "%s: got %lu in total\n", what, list.total);
}

#define check_status(got, expected) check_status_(__LINE__, got, expected)
static void check_status_(int line, NET_API_STATUS got, NET_API_STATUS expected)
{
    ok_(__FILE__, line)(got == expected, "got %lu, expected %lu\n", got, expected);
}

/* ---- Arguments ------------------------------------------------------------------------------- */

static void outputs_must_be_there(void)
{
    DWORD entries = 99, total = 99;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(enum_functions); i++)
    {
        NET_API_STATUS status =
            enum_functions[i].function(NULL, 0, NULL, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

        ok(status == ERROR_INVALID_PARAMETER, "%s: got %lu\n", enum_functions[i].name, status);
    }
    check_status(NetServerGetInfo(NULL, 100, NULL), ERROR_INVALID_PARAMETER);
    check_status(NetWkstaGetInfo(NULL, 100, NULL), ERROR_INVALID_PARAMETER);
    check_status(NetStatisticsGet(NULL, (WCHAR *)L"LanmanServer", 0, 0, NULL),
                 ERROR_INVALID_PARAMETER);
    check_status(NetRemoteComputerSupports(NULL, SUPPORTS_ANY, NULL), ERROR_INVALID_PARAMETER);
}

static void wrong_arguments_are_told_before_any_traffic(void)
{
    BYTE structure[1024] = { 0 };
    DWORD error = 99;
    BYTE *buffer = GARBAGE;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(enum_functions); i++)
    {
        check_fails(
            enum_functions[i].name,
            list_all(enum_functions[i].function, NO_SUCH_SERVER, enum_functions[i].wrong_level),
            ERROR_INVALID_LEVEL);
        check_fails(enum_functions[i].name, list_all(enum_functions[i].function, L"a\\b", 0),
                    ERROR_INVALID_NAME);
    }
    check_status(NetServerGetInfo((WCHAR *)NO_SUCH_SERVER, 402, &buffer), ERROR_INVALID_LEVEL);
    ok(!buffer, "got %p\n", buffer);
    check_status(NetServerSetInfo((WCHAR *)NO_SUCH_SERVER, 100, structure, &error),
                 ERROR_INVALID_LEVEL);
    ok(!error, "got %lu\n", error);
    check_status(NetServerSetInfo((WCHAR *)NO_SUCH_SERVER, 1005, NULL, NULL),
                 ERROR_INVALID_PARAMETER);
    check_status(NetServerTransportAdd((WCHAR *)NO_SUCH_SERVER, 1, structure), ERROR_INVALID_LEVEL);
    check_status(NetServerTransportAddEx((WCHAR *)NO_SUCH_SERVER, 4, structure),
                 ERROR_INVALID_LEVEL);
    check_status(NetServerTransportDel((WCHAR *)NO_SUCH_SERVER, 0, structure),
                 ERROR_INVALID_PARAMETER);
    check_status(NetServerAliasAdd((WCHAR *)NO_SUCH_SERVER, 0, structure), ERROR_INVALID_PARAMETER);
    check_status(NetServerAliasDel((WCHAR *)NO_SUCH_SERVER, 1, structure), ERROR_INVALID_LEVEL);
    check_status(
        NetServerComputerNameAdd((WCHAR *)NO_SUCH_SERVER, NULL, (WCHAR *)L"more-than-fifteen"),
        ERROR_INVALID_PARAMETER);
    check_status(NetServerComputerNameDel((WCHAR *)NO_SUCH_SERVER, NULL), ERROR_INVALID_PARAMETER);
    error = 99;
    check_status(NetWkstaSetInfo((WCHAR *)NO_SUCH_SERVER, 1027, structure, &error),
                 ERROR_INVALID_LEVEL);
    ok(!error, "got %lu\n", error);
    check_status(NetWkstaTransportAdd((WCHAR *)NO_SUCH_SERVER, 0, structure, NULL),
                 ERROR_INVALID_PARAMETER);
    check_status(NetWkstaTransportDel((WCHAR *)NO_SUCH_SERVER, NULL, 0), ERROR_INVALID_PARAMETER);
    check_status(NetWkstaUserSetInfo(NULL, 1, NULL, NULL), ERROR_INVALID_PARAMETER);
    check_status(NetWkstaUserSetInfo(NULL, 0, structure, NULL), ERROR_INVALID_LEVEL);
    check_status(NetWkstaUserSetInfo((WCHAR *)L"x", 1, structure, NULL), ERROR_INVALID_PARAMETER);
}

static void computer_that_is_not_there_is_bad_netpath(void)
{
    const DWORD one = 1;
    DWORD options = 99;
    BYTE *buffer = GARBAGE;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(enum_functions); i++)
    {
        check_fails(enum_functions[i].name, list_all(enum_functions[i].function, NO_SUCH_SERVER, 0),
                    ERROR_BAD_NETPATH);
    }
    check_status(NetServerGetInfo((WCHAR *)NO_SUCH_SERVER, 101, &buffer), ERROR_BAD_NETPATH);
    ok(!buffer, "got %p\n", buffer);
    check_status(NetServerSetInfo((WCHAR *)NO_SUCH_SERVER, 1016, (BYTE *)&one, NULL),
                 ERROR_BAD_NETPATH);
    check_status(NetRemoteComputerSupports(NO_SUCH_SERVER, SUPPORTS_ANY, &options),
                 ERROR_BAD_NETPATH);
    ok(!options, "got %#lx\n", options);
    buffer = GARBAGE;
    check_status(NetStatisticsGet((WCHAR *)NO_SUCH_SERVER, (WCHAR *)L"LanmanServer", 0, 0, &buffer),
                 ERROR_BAD_NETPATH);
    ok(!buffer, "got %p\n", buffer);
}

/* ---- This computer --------------------------------------------------------------------------- */

static void this_computer_without_a_server_cannot_be_changed(void)
{
    const DWORD one = 1;
    DWORD error = 99;
    NET_API_STATUS status = NetServerSetInfo(NULL, 1016, (BYTE *)&one, &error);

    if (status != NERR_ServerNotStarted)
    {
        skip("a server of this computer answers with %lu\n", status);
        return;
    }
    ok(!error, "got %lu\n", error);
    check_fails("aliases", list_all(NetServerAliasEnum, NULL, 0), NERR_ServerNotStarted);
    check_status(NetServerComputerNameAdd(NULL, NULL, (WCHAR *)L"OTHER"), NERR_ServerNotStarted);
    check_status(NetWkstaSetInfo(NULL, 1013, (BYTE *)&one, NULL), ERROR_NOT_SUPPORTED);
    check_status(NetWkstaTransportDel(NULL, (WCHAR *)L"transport", 0), ERROR_NOT_SUPPORTED);
}

/* As ReactOS' net config server asks first. */
static void transports_of_this_computer_are_its_adapters(void)
{
    struct list workstation = list_all(NetWkstaTransportEnum, NULL, 0);
    struct list list = list_all(NetServerTransportEnum, NULL, 1);
    const WKSTA_TRANSPORT_INFO_0 *adapters = workstation.buffer;
    const SERVER_TRANSPORT_INFO_1 *transports = list.buffer;
    DWORD i;

    check_status(list.status, NERR_Success);
    check_status(workstation.status, NERR_Success);
    ok(list.entries == workstation.entries, "got %lu of %lu\n", list.entries, workstation.entries);
    for (i = 0; i < list.entries && i < workstation.entries; i++)
    {
        ok(!wcscmp(transports[i].svti1_transportname, adapters[i].wkti0_transport_name),
           "got %ls\n", transports[i].svti1_transportname);
        ok(!wcscmp(transports[i].svti1_networkaddress, adapters[i].wkti0_transport_address),
           "got %ls\n", transports[i].svti1_networkaddress);
        ok(transports[i].svti1_transportaddresslength == 16, "got %lu\n",
           transports[i].svti1_transportaddresslength);
        ok(transports[i].svti1_transportaddress[15] == ' ', "got %#x\n",
           transports[i].svti1_transportaddress[15]);
        ok(transports[i].svti1_domain[0], "got no domain\n");
    }
    NetApiBufferFree(list.buffer);
    NetApiBufferFree(workstation.buffer);
    for (i = 0; i <= 3; i++)
    {
        list = list_all(NetServerTransportEnum, L"localhost", i);
        check_status(list.status, NERR_Success);
        NetApiBufferFree(list.buffer);
    }
}

static void this_computer_supports_local_calls(void)
{
    DWORD options = 0;

    check_status(NetRemoteComputerSupports(NULL, SUPPORTS_LOCAL | SUPPORTS_RPC, &options),
                 NERR_Success);
    ok(options == (SUPPORTS_LOCAL | SUPPORTS_RPC), "got %#lx\n", options);
    check_status(NetRemoteComputerSupports(L"", 0, &options), NERR_Success);
    ok(!options, "got %#lx\n", options);
}

/* ---- A server -------------------------------------------------------------------------------- */

static void server_is_told_at_every_level_that_it_has(const struct test_server *server)
{
    static const DWORD further_levels[] = { 103, 502, 503 };
    SERVER_INFO_100 *info_100 = NULL;
    SERVER_INFO_102 *info_102 = NULL;
    NET_API_STATUS status = NetServerGetInfo((WCHAR *)server->unc, 100, (BYTE **)&info_100);
    unsigned int i;

    check_status(status, NERR_Success);
    check_status(NetServerGetInfo((WCHAR *)server->unc, 102, (BYTE **)&info_102), NERR_Success);
    if (info_100 && info_102)
    {
        ok(info_100->sv100_platform_id == PLATFORM_ID_NT, "got %lu\n", info_100->sv100_platform_id);
        ok(info_100->sv100_name[0] && info_100->sv100_name[0] != '\\', "got %ls\n",
           info_100->sv100_name);
        ok(!wcscmp(info_100->sv100_name, info_102->sv102_name), "got %ls\n", info_102->sv102_name);
        ok(info_102->sv102_type & SV_TYPE_SERVER, "got %#lx\n", info_102->sv102_type);
        ok(info_102->sv102_comment && info_102->sv102_userpath, "a string is missing\n");
    }
    NetApiBufferFree(info_100);
    NetApiBufferFree(info_102);
    for (i = 0; i < ARRAYSIZE(further_levels); i++)
    {
        BYTE *buffer = GARBAGE;

        status = NetServerGetInfo((WCHAR *)server->unc, further_levels[i], &buffer);
        check_status(status, server->is_windows ? NERR_Success : ERROR_INVALID_LEVEL);
        ok(server->is_windows || !buffer, "got %p\n", buffer);
        NetApiBufferFree(status ? NULL : buffer);
    }
}

/* Samba succeeds, and does nothing. */
static void server_is_changed(const struct test_server *server)
{
    SERVER_INFO_1005 comment = { (WCHAR *)L"Changed by a test" };
    const DWORD too_many = 99999;
    SERVER_INFO_101 *info = NULL;
    DWORD error = 99;

    check_status(NetServerSetInfo((WCHAR *)server->unc, 1005, (BYTE *)&comment, &error),
                 NERR_Success);
    ok(!error, "got %lu\n", error);
    check_status(NetServerGetInfo((WCHAR *)server->unc, 101, (BYTE **)&info), NERR_Success);
    ok(!info || !wcscmp(info->sv101_comment, comment.sv1005_comment) == !!server->is_windows,
       "got %ls\n", info->sv101_comment);
    NetApiBufferFree(info);
    if (server->is_windows)
    {
        check_status(NetServerSetInfo((WCHAR *)server->unc, 1501, (BYTE *)&too_many, &error),
                     ERROR_INVALID_PARAMETER);
        ok(error == 501, "got %lu\n", error);
    }
}

static void disks_are_letters(const struct test_server *server)
{
    struct list list = list_all(NetServerDiskEnum, server->unc, 0);
    const WCHAR *disk = list.buffer;
    DWORD i;

    check_status(list.status, NERR_Success);
    ok(list.entries && list.entries == list.total, "got %lu of %lu\n", list.entries, list.total);
    for (i = 0; i < list.entries; i++, disk += 3)
    {
        ok(disk[0] >= 'A' && disk[0] <= 'Z' && disk[1] == ':' && !disk[2], "got %ls\n", disk);
    }
    NetApiBufferFree(list.buffer);
}

static void statistics_are_given_where_the_server_counts(const struct test_server *server)
{
    const NET_API_STATUS expected = server->is_windows ? NERR_Success : ERROR_NOT_SUPPORTED;
    STAT_SERVER_0 *of_server = GARBAGE;
    STAT_WORKSTATION_0 *of_workstation = GARBAGE;

    check_status(
        NetStatisticsGet((WCHAR *)server->unc, (WCHAR *)L"LanmanServer", 0, 0, (BYTE **)&of_server),
        expected);
    check_status(NetStatisticsGet((WCHAR *)server->unc, (WCHAR *)L"LanmanWorkstation", 0, 0,
                                  (BYTE **)&of_workstation),
                 expected);
    if (expected)
    {
        ok(!of_server && !of_workstation, "got %p, %p\n", of_server, of_workstation);
        return;
    }
    ok(of_server->sts0_fopens == 1001 && of_server->sts0_bigbufneed == 1016, "got %lu, %lu\n",
       of_server->sts0_fopens, of_server->sts0_bigbufneed);
    ok(of_workstation->BytesReceived.QuadPart == (1ll << 32) + 2001, "got %lld\n",
       of_workstation->BytesReceived.QuadPart);
    ok(of_workstation->CurrentCommands == 3026, "got %lu\n", of_workstation->CurrentCommands);
    NetApiBufferFree(of_server);
    NetApiBufferFree(of_workstation);
}

static void transports_are_given_where_the_server_lists_them(const struct test_server *server)
{
    struct list list = list_all(NetServerTransportEnum, server->unc, 3);
    const SERVER_TRANSPORT_INFO_3 *transports = list.buffer;
    DWORD i;

    if (!server->is_windows)
    {
        check_fails("transports", list, ERROR_NOT_SUPPORTED);
        check_fails("transports", list_all(NetWkstaTransportEnum, server->unc, 0),
                    ERROR_NOT_SUPPORTED);
        check_fails("aliases", list_all(NetServerAliasEnum, server->unc, 0), ERROR_NOT_SUPPORTED);
        check_status(NetServerComputerNameAdd((WCHAR *)server->unc, NULL, (WCHAR *)L"OTHER"),
                     ERROR_NOT_SUPPORTED);
        return;
    }
    check_status(list.status, NERR_Success);
    ok(list.entries == 2, "got %lu\n", list.entries);
    for (i = 0; i < list.entries; i++)
    {
        ok(!wcsncmp(transports[i].svti3_transportname, L"\\Device\\", 8), "got %ls\n",
           transports[i].svti3_transportname);
        ok(!memcmp(transports[i].svti3_transportaddress, "WINSERVER       ", 16), "got %.16s\n",
           (const char *)transports[i].svti3_transportaddress);
    }
    NetApiBufferFree(list.buffer);
    check_status(
        NetServerComputerNameAdd((WCHAR *)server->unc, (WCHAR *)L"DOMAIN", (WCHAR *)L"OTHER"),
        NERR_Success);
    list = list_all(NetServerTransportEnum, server->unc, 0);
    ok(list.entries == 4, "got %lu\n", list.entries);
    NetApiBufferFree(list.buffer);
    check_status(NetServerComputerNameDel((WCHAR *)server->unc, (WCHAR *)L"other"), NERR_Success);
    check_status(NetServerComputerNameDel((WCHAR *)server->unc, (WCHAR *)L"other"),
                 NERR_NetNameNotFound);
    list = list_all(NetServerAliasEnum, server->unc, 0);
    check_status(list.status, NERR_Success);
    ok(list.entries == 1, "got %lu\n", list.entries);
    NetApiBufferFree(list.buffer);
}

static void server_knows_of_itself(const struct test_server *server)
{
    SERVER_INFO_101 *info = NULL;
    DWORD entries = 99, total = 99, options = 0;
    NET_API_STATUS status = NetServerEnum(server->unc, 101, (BYTE **)&info, MAX_PREFERRED_LENGTH,
                                          &entries, &total, SV_TYPE_SERVER, NULL, NULL);

    check_status(status, NERR_Success);
    ok(entries == 1 && total == 1, "got %lu of %lu\n", entries, total);
    ok(info && info->sv101_name[0], "got no name\n");
    NetApiBufferFree(info);
    check_status(NetRemoteComputerSupports(server->unc, SUPPORTS_ANY, &options), NERR_Success);
    ok((options & (SUPPORTS_RPC | SUPPORTS_UNICODE)) == (SUPPORTS_RPC | SUPPORTS_UNICODE) &&
           !(options & SUPPORTS_LOCAL),
       "got %#lx\n", options);
}

/* ---- A workstation --------------------------------------------------------------------------- */

static void workstation_is_told_at_every_level_that_it_has(const struct test_server *server)
{
    const NET_API_STATUS expected = server->is_windows ? NERR_Success : ERROR_INVALID_LEVEL;
    WKSTA_INFO_102 *info = NULL;
    WKSTA_INFO_502 *settings = GARBAGE;

    check_status(NetWkstaGetInfo((WCHAR *)server->unc, 102, (BYTE **)&info), NERR_Success);
    ok(info && info->wki102_computername[0] && info->wki102_langroup[0] && info->wki102_lanroot,
       "a string is missing\n");
    NetApiBufferFree(info);
    check_status(NetWkstaGetInfo((WCHAR *)server->unc, 502, (BYTE **)&settings), expected);
    ok(!settings == !server->is_windows, "got %p\n", settings);
    NetApiBufferFree(settings);
}

static void workstation_is_changed(const struct test_server *server)
{
    const DWORD number = 77;
    WKSTA_INFO_502 *settings = NULL;
    DWORD error = 99;

    if (!server->is_windows)
    {
        check_status(NetWkstaSetInfo((WCHAR *)server->unc, 1013, (BYTE *)&number, &error),
                     ERROR_NOT_SUPPORTED);
        ok(!error, "got %lu\n", error);
        return;
    }
    check_status(NetWkstaSetInfo((WCHAR *)server->unc, 1013, (BYTE *)&number, &error),
                 NERR_Success);
    check_status(NetWkstaSetInfo((WCHAR *)server->unc, 1010, (BYTE *)&number, &error),
                 NERR_Success);
    check_status(NetWkstaGetInfo((WCHAR *)server->unc, 502, (BYTE **)&settings), NERR_Success);
    ok(settings && settings->wki502_keep_conn == 77 && settings->wki502_char_wait == 77,
       "it is not set\n");
    NetApiBufferFree(settings);
}

static void users_have_names(const struct test_server *server)
{
    struct list list = list_all(NetWkstaUserEnum, server->unc, 1);
    const WKSTA_USER_INFO_1 *users = list.buffer;
    DWORD i;

    check_status(list.status, NERR_Success);
    ok(list.entries == (server->is_windows ? 3 : 0), "got %lu\n", list.entries);
    for (i = 0; i < list.entries; i++)
    {
        ok(users[i].wkui1_username[0], "a user has no name\n");
        ok(users[i].wkui1_logon_domain && users[i].wkui1_oth_domains && users[i].wkui1_logon_server,
           "a string is missing\n");
    }
    NetApiBufferFree(list.buffer);
}

static void users_of_the_server_may_not_see_everything(struct test_server *server)
{
    BYTE *buffer = GARBAGE;

    if (!server->is_windows)
    {
        return;
    }
    log_in(server, server->user, server->user_password);
    check_status(NetServerGetInfo((WCHAR *)server->unc, 102, &buffer), ERROR_ACCESS_DENIED);
    ok(!buffer, "got %p\n", buffer);
    check_fails("users", list_all(NetWkstaUserEnum, server->unc, 1), ERROR_ACCESS_DENIED);
    log_in(server, server->admin, server->admin_password);
}

START_TEST(server)
{
    struct test_server server;

    outputs_must_be_there();
    wrong_arguments_are_told_before_any_traffic();
    computer_that_is_not_there_is_bad_netpath();
    this_computer_without_a_server_cannot_be_changed();
    transports_of_this_computer_are_its_adapters();
    this_computer_supports_local_calls();
    if (!open_test_server(&server))
    {
        return;
    }
    server_is_told_at_every_level_that_it_has(&server);
    server_is_changed(&server);
    disks_are_letters(&server);
    statistics_are_given_where_the_server_counts(&server);
    transports_are_given_where_the_server_lists_them(&server);
    server_knows_of_itself(&server);
    workstation_is_told_at_every_level_that_it_has(&server);
    workstation_is_changed(&server);
    users_have_names(&server);
    users_of_the_server_may_not_see_everything(&server);
    close_test_server(&server);
}
