/*
 * Tests of NetFileEnum, NetFileGetInfo, NetFileClose and NetConnectionEnum
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#define GARBAGE ((void *)0xDEADBEEF)

/* A name of this computer where no server listens. */
#define THIS_COMPUTER NULL

struct list
{
    NET_API_STATUS status;
    void *buffer;
    DWORD entries;
    DWORD total;
};

static struct list list_files(const WCHAR *server, const WCHAR *path, const WCHAR *user,
                              DWORD level, DWORD length, DWORD_PTR *resume)
{
    struct list list = { 0, GARBAGE, 99, 99 };

    list.status = NetFileEnum((WCHAR *)server, (WCHAR *)path, (WCHAR *)user, level,
                              (BYTE **)&list.buffer, length, &list.entries, &list.total, resume);
    return list;
}

static struct list list_connections(const WCHAR *server, const WCHAR *qualifier, DWORD level)
{
    struct list list = { 0, GARBAGE, 99, 99 };

    list.status =
        NetConnectionEnum((WCHAR *)server, (WCHAR *)qualifier, level, (BYTE **)&list.buffer,
                          MAX_PREFERRED_LENGTH, &list.entries, &list.total, NULL);
    return list;
}

#define check_fails(list, expected) check_fails_(__LINE__, list, expected)
static void check_fails_(int line, struct list list, NET_API_STATUS expected)
{
    ok_(__FILE__, line)(list.status == expected, "got %lu, expected %lu\n", list.status, expected);
    ok_(__FILE__, line)(!list.buffer, "got buffer %p\n", list.buffer);
    ok_(__FILE__, line)(!list.entries, "got %lu entries\n", list.entries);
    ok_(__FILE__, line)(!list.total, "got %lu in total\n", list.total);
}

static void outputs_must_be_there(void)
{
    BYTE *buffer = GARBAGE;
    DWORD entries = 99, total = 99;
    NET_API_STATUS status;

    status = NetFileEnum(NULL, NULL, NULL, 3, NULL, 0, &entries, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!entries && !total, "got %lu of %lu\n", entries, total);
    status = NetFileEnum(NULL, NULL, NULL, 3, &buffer, 0, NULL, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetFileEnum(NULL, NULL, NULL, 3, &buffer, 0, &entries, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetFileGetInfo(NULL, 1, 3, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetConnectionEnum(NULL, (WCHAR *)L"share", 1, NULL, 0, &entries, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void wrong_arguments_are_told_before_any_traffic(void)
{
    static const DWORD levels[] = { 0, 1, 4, 50, 502, MAXDWORD };
    BYTE *buffer;
    NET_API_STATUS status;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(levels); i++)
    {
        buffer = GARBAGE;
        check_fails(list_files(NO_SUCH_SERVER, NULL, NULL, levels[i], MAX_PREFERRED_LENGTH, NULL),
                    ERROR_INVALID_LEVEL);
        status = NetFileGetInfo((WCHAR *)NO_SUCH_SERVER, 1, levels[i], &buffer);
        ok(status == ERROR_INVALID_LEVEL, "level %lu: got %lu\n", levels[i], status);
        ok(!buffer, "got %p\n", buffer);
    }
    check_fails(list_connections(NO_SUCH_SERVER, L"share", 2), ERROR_INVALID_LEVEL);
    check_fails(list_connections(NO_SUCH_SERVER, NULL, 1), ERROR_INVALID_PARAMETER);
    check_fails(list_connections(NO_SUCH_SERVER, L"", 1), ERROR_INVALID_PARAMETER);
    check_fails(list_files(L"a\\b", NULL, NULL, 3, MAX_PREFERRED_LENGTH, NULL), ERROR_INVALID_NAME);
    status = NetFileClose((WCHAR *)L"\\\\", 1);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
}

static void computer_that_is_not_there_is_bad_netpath(void)
{
    BYTE *buffer = GARBAGE;
    NET_API_STATUS status;

    check_fails(list_files(NO_SUCH_SERVER, NULL, NULL, 3, MAX_PREFERRED_LENGTH, NULL),
                ERROR_BAD_NETPATH);
    check_fails(list_connections(NO_SUCH_SERVER, L"share", 1), ERROR_BAD_NETPATH);
    status = NetFileGetInfo((WCHAR *)NO_SUCH_SERVER, 1, 3, &buffer);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetFileClose((WCHAR *)NO_SUCH_SERVER, 1);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
}

/* The port of the local server, where nothing listens. */
static void this_computer_without_a_server_has_nothing_open(void)
{
    DWORD_PTR resume = 0;
    BYTE *buffer = GARBAGE;
    struct list list;
    NET_API_STATUS status;

    list = list_files(THIS_COMPUTER, NULL, NULL, 3, MAX_PREFERRED_LENGTH, &resume);
    if (list.status != NERR_Success)
    {
        skip("a server of this computer answers with %lu\n", list.status);
        return;
    }
    check_fails(list, NERR_Success);
    status = NetFileGetInfo(THIS_COMPUTER, 1, 3, &buffer);
    ok(status == ERROR_FILE_NOT_FOUND, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetFileClose(THIS_COMPUTER, 1);
    ok(status == ERROR_FILE_NOT_FOUND, "got %lu\n", status);
    check_fails(list_connections(THIS_COMPUTER, L"share", 1), NERR_NetNameNotFound);
    check_fails(list_connections(THIS_COMPUTER, L"\\\\client", 0), NERR_ClientNameNotFound);
}

static BOOL is_in_buffer(const void *buffer, const WCHAR *text)
{
    DWORD size = 0;
    const BYTE *start = buffer;

    NetApiBufferSize((void *)buffer, &size);
    return (const BYTE *)text >= start && (const BYTE *)(text + wcslen(text) + 1) <= start + size;
}

/* Each file alone on a page; the sum is what one page has. */
static DWORD count_in_pages(const struct test_server *server, DWORD level)
{
    DWORD_PTR resume = 0;
    DWORD count = 0;
    struct list list;

    do
    {
        list = list_files(server->unc, NULL, NULL, level, level == 2 ? 4 : 300, &resume);
        ok(list.status == NERR_Success || list.status == ERROR_MORE_DATA, "got %lu\n", list.status);
        ok(!!resume == (list.status == ERROR_MORE_DATA), "got handle %#lx after %lu\n",
           (DWORD)resume, list.status);
        count += list.entries;
        NetApiBufferFree(list.buffer);
    } while (list.status == ERROR_MORE_DATA && count < 1000);
    return count;
}

static void files_of_a_server_are_listed(const struct test_server *server)
{
    struct list list = list_files(server->unc, NULL, NULL, 3, MAX_PREFERRED_LENGTH, NULL);
    const FILE_INFO_3 *files = list.buffer;
    DWORD i;

    ok(list.status == NERR_Success, "got %lu\n", list.status);
    ok(list.entries >= 2 && list.total == list.entries, "got %lu of %lu\n", list.entries,
       list.total);
    for (i = 0; !list.status && i < list.entries; i++)
    {
        FILE_INFO_3 *same = NULL;
        NET_API_STATUS status;

        ok(is_in_buffer(files, files[i].fi3_pathname), "%lu: path outside\n", i);
        ok(is_in_buffer(files, files[i].fi3_username), "%lu: user outside\n", i);
        status = NetFileGetInfo((WCHAR *)server->unc, files[i].fi3_id, 3, (BYTE **)&same);
        ok(status == NERR_Success, "%lu: got %lu\n", i, status);
        if (!status)
        {
            ok(same->fi3_id == files[i].fi3_id, "got %#lx\n", same->fi3_id);
            ok(!wcscmp(same->fi3_pathname, files[i].fi3_pathname), "got %s\n",
               wine_dbgstr_w(same->fi3_pathname));
            NetApiBufferFree(same);
        }
    }
    ok(count_in_pages(server, 3) == list.entries, "pages differ\n");
    ok(count_in_pages(server, 2) == list.entries, "pages differ\n");
    NetApiBufferFree(list.buffer);
}

static void filters_are_kept(const struct test_server *server)
{
    struct list all = list_files(server->unc, NULL, NULL, 3, MAX_PREFERRED_LENGTH, NULL);
    const FILE_INFO_3 *files = all.buffer;
    DWORD i, of_user = 0;
    struct list list;

    for (i = 0; !all.status && i < all.entries; i++)
    {
        of_user += !_wcsicmp(files[i].fi3_username, server->user);
    }
    list = list_files(server->unc, NULL, server->user, 2, MAX_PREFERRED_LENGTH, NULL);
    ok(list.status == NERR_Success && list.entries == of_user, "got %lu, %lu of %lu\n", list.status,
       list.entries, of_user);
    NetApiBufferFree(list.buffer);
    check_fails(list_files(server->unc, L"Q:\\nowhere", NULL, 2, MAX_PREFERRED_LENGTH, NULL),
                NERR_Success);
    NetApiBufferFree(all.buffer);
}

static void connections_of_a_server_are_listed(const struct test_server *server)
{
    struct list list = list_connections(server->unc, L"IPC$", 1);

    ok(list.status == NERR_Success, "got %lu\n", list.status);
    if (!list.status)
    {
        NetApiBufferFree(list.buffer);
    }
}

static void who_is_no_administrator_is_denied(struct test_server *server)
{
    log_in(server, server->user, server->user_password);
    check_fails(list_files(server->unc, NULL, NULL, 3, MAX_PREFERRED_LENGTH, NULL),
                ERROR_ACCESS_DENIED);
    log_in(server, server->admin, server->admin_password);
}

START_TEST(file)
{
    struct test_server server;

    outputs_must_be_there();
    wrong_arguments_are_told_before_any_traffic();
    computer_that_is_not_there_is_bad_netpath();
    this_computer_without_a_server_has_nothing_open();
    if (open_test_server(&server))
    {
        files_of_a_server_are_listed(&server);
        filters_are_kept(&server);
        connections_of_a_server_are_listed(&server);
        who_is_no_administrator_is_denied(&server);
        close_test_server(&server);
    }
}
