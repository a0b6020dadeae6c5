/*
 * Tests of NetSessionDel
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

/* How long a server may take to forget a session that it has ended. */
#define PATIENCE_MS 60000
#define PAUSE_MS    100

static void del_refuses_what_no_server_need_be_asked_about(void)
{
    static const WCHAR *const servers[] = { L"\\", L"\\\\", L"a\\b", L"\\\\a\\b" };
    static const WCHAR *const clients[] = { L"client", L"\\client", L"\\\\", L"\\\\a\\b",
                                            L"\\\\a\\" };
    NET_API_STATUS status;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(servers); i++)
    {
        status = session_del(servers[i], L"\\\\client", L"user");
        ok(status == ERROR_INVALID_NAME, "server %s: got %lu\n", wine_dbgstr_w(servers[i]), status);
    }
    for (i = 0; i < ARRAYSIZE(clients); i++)
    {
        status = session_del(NO_SUCH_SERVER, clients[i], L"user");
        ok(status == NERR_InvalidComputer, "client %s: got %lu\n", wine_dbgstr_w(clients[i]),
           status);
    }
}

static void del_tells_unknown_client_from_unknown_user(const struct test_server *server,
                                                       const WCHAR *client)
{
    NET_API_STATUS status;

    status = session_del(server->unc, L"\\\\nowhere", server->user);
    ok(status == NERR_ClientNameNotFound, "got %lu\n", status);
    status = session_del(server->unc, L"\\\\nowhere", NULL);
    ok(status == NERR_ClientNameNotFound, "got %lu\n", status);
    status = session_del(server->unc, client, L"nobody");
    ok(status == NERR_UserNotFound, "got %lu\n", status);
    status = session_del(server->unc, NULL, L"nobody");
    ok(status == NERR_UserNotFound, "got %lu\n", status);
}

static void del_ends_the_session(const struct test_server *server, const WCHAR *client)
{
    DWORD start = GetTickCount();
    NET_API_STATUS status;
    BYTE *info;

    status = session_del(server->unc, client, server->user);
    ok(status == NERR_Success, "got %lu\n", status);
    if (status != NERR_Success)
    {
        return;
    }
    for (;;)
    {
        info = NULL;
        status = session_get_info(server->unc, client, server->user, 1, &info);
        NetApiBufferFree(info);
        if (status != NERR_Success || GetTickCount() - start > PATIENCE_MS)
        {
            break;
        }
        Sleep(PAUSE_MS);
    }
    ok(status == NERR_ClientNameNotFound || status == NERR_UserNotFound, "got %lu\n", status);
}

START_TEST(session_del)
{
    struct test_server server;
    WCHAR client[NAME_SIZE];

    del_refuses_what_no_server_need_be_asked_about();

    if (!open_test_server(&server))
    {
        return;
    }
    if (find_user_session(&server, client))
    {
        del_tells_unknown_client_from_unknown_user(&server, client);
        del_ends_the_session(&server, client);
    }
    close_test_server(&server);
}
