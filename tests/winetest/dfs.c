/*
 * Tests of NetDfsEnum, NetDfsGetInfo, NetDfsGetClientInfo and the functions that change namespaces
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <lmdfs.h>

#define GARBAGE ((void *)0xDEADBEEF)

static WCHAR nowhere[] = L"\\\\no-such-host.invalid\\root\\link";
static WCHAR server_name[] = L"server";
static WCHAR share_name[] = L"share";

static void outputs_must_be_there(void)
{
    BYTE *buffer = GARBAGE;
    DWORD entries = 99;
    NET_API_STATUS status;

    status = NetDfsEnum(nowhere, 3, 0, NULL, &entries, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!entries, "got %lu\n", entries);
    status = NetDfsEnum(nowhere, 3, 0, &buffer, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetDfsGetInfo(nowhere, NULL, NULL, 3, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsGetClientInfo(nowhere, NULL, NULL, 3, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsSetInfo(nowhere, NULL, NULL, 100, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status =
        NetDfsGetSupportedNamespaceVersion(DFS_NAMESPACE_VERSION_ORIGIN_SERVER, server_name, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void wrong_arguments_are_told_before_any_traffic(void)
{
    static const DWORD levels[] = { 0, 10, 99, 101, 106, 151, MAXDWORD };
    static WCHAR no_link[] = L"\\\\no-such-host.invalid\\root";
    static WCHAR no_root[] = L"\\\\no-such-host.invalid";
    DFS_INFO_104 priority = { { DfsGlobalHighPriorityClass, 1, 0 } };
    DWORD entries, resume = 7;
    NET_API_STATUS status;
    BYTE *buffer;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(levels); i++)
    {
        buffer = GARBAGE;
        status = NetDfsGetInfo(nowhere, NULL, NULL, levels[i], &buffer);
        ok(status == ERROR_INVALID_LEVEL, "level %lu: got %lu\n", levels[i], status);
        ok(!buffer, "got %p\n", buffer);
        buffer = GARBAGE;
        entries = 99;
        status = NetDfsEnum(nowhere, levels[i], MAX_PREFERRED_LENGTH, &buffer, &entries, &resume);
        ok(status == ERROR_INVALID_LEVEL, "level %lu: got %lu\n", levels[i], status);
        ok(!buffer && !entries && resume == 7, "got %p, %lu, %lu\n", buffer, entries, resume);
    }
    buffer = GARBAGE;
    status = NetDfsGetClientInfo(nowhere, NULL, NULL, 5, &buffer);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetDfsGetInfo(no_root, NULL, NULL, 3, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsGetInfo(NULL, NULL, NULL, 3, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsAdd(no_link, server_name, share_name, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsAdd(nowhere, server_name, NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsRemove(nowhere, NULL, share_name);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsMove(nowhere, no_root, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsSetInfo(nowhere, NULL, NULL, 104, (BYTE *)&priority);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsSetInfo(nowhere, NULL, NULL, 3, (BYTE *)&priority);
    ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
    status = NetDfsAddStdRoot(server_name, NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsRemoveStdRoot(server_name, share_name, 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetDfsAddFtRoot(server_name, share_name, NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void a_server_that_is_not_there_has_no_namespaces(void)
{
    BYTE *buffer = GARBAGE;
    NET_API_STATUS status;

    status = NetDfsGetInfo(nowhere, NULL, NULL, 3, &buffer);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetDfsGetClientInfo(nowhere, NULL, NULL, 3, &buffer);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
}

/* No server of ours listens under this name. */
static void this_computer_without_a_server_has_none(void)
{
    static WCHAR path[] = L"\\\\localhost\\root\\link";
    BYTE *buffer = GARBAGE;
    DWORD entries = 99;
    NET_API_STATUS status;

    status = NetDfsGetInfo(path, NULL, NULL, 3, &buffer);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetDfsGetClientInfo(path, NULL, NULL, 3, &buffer);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
    status = NetDfsEnum(path, 3, MAX_PREFERRED_LENGTH, &buffer, &entries, NULL);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
    ok(!entries, "got %lu\n", entries);
    status = NetDfsRemove(path, NULL, NULL);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
}

/* ---- A server -------------------------------------------------------------------------------- */

#define PATH_SIZE (3 * NAME_SIZE)

static BOOL get_paths(const struct test_server *server, WCHAR *root, WCHAR *link)
{
    WCHAR root_name[NAME_SIZE], link_name[NAME_SIZE];

    if (!get_setting(L"NETAPI32_TEST_DFS_ROOT", root_name) ||
        !get_setting(L"NETAPI32_TEST_DFS_LINK", link_name))
    {
        return FALSE;
    }
    swprintf(root, PATH_SIZE, L"%ls\\%ls", server->unc, root_name);
    swprintf(link, PATH_SIZE, L"%ls\\%ls", root, link_name);
    return TRUE;
}

static BOOL is_in_buffer(const void *buffer, const void *place)
{
    DWORD size = 0;

    NetApiBufferSize((void *)buffer, &size);
    return (const BYTE *)place >= (const BYTE *)buffer &&
           (const BYTE *)place < (const BYTE *)buffer + size;
}

static void all_of_an_entry_is_in_the_buffer(const void *buffer, const DFS_INFO_3 *info)
{
    DWORD i;

    ok(is_in_buffer(buffer, info->EntryPath), "path outside\n");
    ok(is_in_buffer(buffer, info->Comment), "comment outside\n");
    for (i = 0; i < info->NumberOfStorages; i++)
    {
        ok(is_in_buffer(buffer, &info->Storage[i]), "%lu: target outside\n", i);
        ok(is_in_buffer(buffer, info->Storage[i].ServerName), "%lu: server outside\n", i);
        ok(is_in_buffer(buffer, info->Storage[i].ShareName), "%lu: share outside\n", i);
    }
}

static void a_link_has_two_targets(WCHAR *link)
{
    DFS_INFO_3 *info = NULL;
    NET_API_STATUS status = NetDfsGetInfo(link, NULL, NULL, 3, (BYTE **)&info);

    ok(status == NERR_Success, "got %lu\n", status);
    if (!status)
    {
        all_of_an_entry_is_in_the_buffer(info, info);
        ok(info->NumberOfStorages == 2, "got %lu\n", info->NumberOfStorages);
        NetApiBufferFree(info);
    }
    status = NetDfsGetInfo(link, server_name, share_name, 1, (BYTE **)&info);
    ok(status == NERR_Success, "got %lu\n", status);
    NetApiBufferFree(info);
}

static void pages_have_what_one_has(WCHAR *root)
{
    DWORD all = 0, entries = 0, count = 0, resume = 0;
    DFS_INFO_3 *infos = NULL;
    NET_API_STATUS status =
        NetDfsEnum(root, 3, MAX_PREFERRED_LENGTH, (BYTE **)&infos, &all, &resume);
    DWORD i;

    ok(status == NERR_Success, "got %lu\n", status);
    ok(all >= 2 && resume, "got %lu, handle %lu\n", all, resume);
    for (i = 0; !status && i < all; i++)
    {
        all_of_an_entry_is_in_the_buffer(infos, &infos[i]);
    }
    NetApiBufferFree(infos);
    status = NetDfsEnum(root, 3, MAX_PREFERRED_LENGTH, (BYTE **)&infos, &entries, &resume);
    ok(status == ERROR_NO_MORE_ITEMS, "got %lu\n", status);
    ok(!infos && !entries, "got %p, %lu\n", infos, entries);
    resume = 0;
    while (!NetDfsEnum(root, 3, 1, (BYTE **)&infos, &entries, &resume) && count < 1000)
    {
        ok(entries == 1, "got %lu\n", entries);
        count += entries;
        NetApiBufferFree(infos);
    }
    ok(count == all, "got %lu of %lu\n", count, all);
}

static void namespaces_are_listed(const struct test_server *server, const WCHAR *root)
{
    DWORD entries = 0, i, found = 0;
    DFS_INFO_300 *infos = NULL;
    NET_API_STATUS status = NetDfsEnum((WCHAR *)server->unc, 300, MAX_PREFERRED_LENGTH,
                                       (BYTE **)&infos, &entries, NULL);

    ok(status == NERR_Success, "got %lu\n", status);
    for (i = 0; !status && i < entries; i++)
    {
        /* The server has its own name. */
        found += !_wcsicmp(wcsrchr(infos[i].DfsName, '\\'), wcsrchr(root, '\\'));
        ok(infos[i].Flags == DFS_VOLUME_FLAVOR_STANDALONE ||
               infos[i].Flags == DFS_VOLUME_FLAVOR_AD_BLOB,
           "got %#lx\n", infos[i].Flags);
    }
    ok(found == 1, "found %lu times\n", found);
    NetApiBufferFree(infos);
}

static void a_client_is_referred(WCHAR *link)
{
    DFS_INFO_4 *info = NULL;
    NET_API_STATUS status = NetDfsGetClientInfo(link, NULL, NULL, 4, (BYTE **)&info);

    ok(status == NERR_Success, "got %lu\n", status);
    if (!status)
    {
        ok(!wcscmp(info->EntryPath, link), "got %s\n", wine_dbgstr_w(info->EntryPath));
        ok(info->NumberOfStorages == 2, "got %lu\n", info->NumberOfStorages);
        ok(info->Storage[0].State == (DFS_STORAGE_STATE_ACTIVE | DFS_STORAGE_STATE_ONLINE),
           "got %#lx\n", info->Storage[0].State);
        ok(info->Storage[1].State == DFS_STORAGE_STATE_ONLINE, "got %#lx\n",
           info->Storage[1].State);
        NetApiBufferFree(info);
    }
    status = NetDfsGetClientInfo(link, server_name, NULL, 4, (BYTE **)&info);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
    ok(!info, "got %p\n", info);
}

/* The server like Windows gives all that its administrator asks for. */
static void links_come_and_go(const WCHAR *root)
{
    static WCHAR comment[] = L"A comment";
    static WCHAR other[] = L"other";
    WCHAR path[PATH_SIZE], moved[PATH_SIZE];
    DFS_INFO_106 settings = { 1, { DfsSiteCostLowPriorityClass, 3, 0 } };
    DFS_INFO_6 *info = NULL;
    NET_API_STATUS status;

    swprintf(path, PATH_SIZE, L"%ls\\wine%lu", root, GetCurrentProcessId());
    swprintf(moved, PATH_SIZE, L"%ls-moved", path);
    status = NetDfsAdd(path, server_name, share_name, comment, DFS_ADD_VOLUME);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsAdd(path, other, share_name, NULL, DFS_ADD_VOLUME);
    ok(status == ERROR_FILE_EXISTS, "got %lu\n", status);
    status = NetDfsAdd(path, other, share_name, NULL, 0);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsSetInfo(path, other, share_name, 106, (BYTE *)&settings);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsMove(path, moved, 0);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsGetInfo(moved, NULL, NULL, 6, (BYTE **)&info);
    ok(status == NERR_Success, "got %lu\n", status);
    if (!status)
    {
        ok(!wcscmp(info->Comment, comment), "got %s\n", wine_dbgstr_w(info->Comment));
        ok(info->NumberOfStorages == 2, "got %lu\n", info->NumberOfStorages);
        ok(info->Storage[1].State == 1, "got %lu\n", info->Storage[1].State);
        ok(info->Storage[1].TargetPriority.TargetPriorityRank == 3, "got %u\n",
           info->Storage[1].TargetPriority.TargetPriorityRank);
        NetApiBufferFree(info);
    }
    status = NetDfsRemove(moved, server_name, share_name);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsRemove(moved, NULL, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetDfsGetInfo(moved, NULL, NULL, 6, (BYTE **)&info);
    ok(status == ERROR_NOT_FOUND, "got %lu\n", status);
    ok(!info, "got %p\n", info);
}

static void a_server_has_namespaces(const struct test_server *server)
{
    WCHAR root[PATH_SIZE], link[PATH_SIZE];

    if (!get_paths(server, root, link))
    {
        skip("NETAPI32_TEST_DFS_ROOT or NETAPI32_TEST_DFS_LINK is not set\n");
        return;
    }
    a_link_has_two_targets(link);
    pages_have_what_one_has(root);
    namespaces_are_listed(server, root);
    if (server->is_windows)
    {
        links_come_and_go(root);
    }
    else
    {
        a_client_is_referred(link); /* which is no matter of the service */
    }
}

START_TEST(dfs)
{
    struct test_server server;

    outputs_must_be_there();
    wrong_arguments_are_told_before_any_traffic();
    a_server_that_is_not_there_has_no_namespaces();
    this_computer_without_a_server_has_none();
    if (open_test_server(&server))
    {
        a_server_has_namespaces(&server);
        close_test_server(&server);
    }
}
