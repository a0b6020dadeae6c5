/*
 * Tests of I_NetPath*, I_NetName* and Netpw*, with this computer and with the server of the session
 * tests: one that has the operations, and one that lacks them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

NET_API_STATUS WINAPI I_NetPathType(const WCHAR *server, const WCHAR *path, DWORD *type,
                                    DWORD flags);
NET_API_STATUS WINAPI I_NetPathCanonicalize(const WCHAR *server, const WCHAR *path, WCHAR *buffer,
                                            DWORD size, const WCHAR *prefix, DWORD *type,
                                            DWORD flags);
LONG WINAPI I_NetPathCompare(const WCHAR *server, const WCHAR *first, const WCHAR *second,
                             DWORD type, DWORD flags);
NET_API_STATUS WINAPI I_NetNameValidate(const WCHAR *server, const WCHAR *name, DWORD type,
                                        DWORD flags);
NET_API_STATUS WINAPI I_NetNameCanonicalize(const WCHAR *server, const WCHAR *name, WCHAR *buffer,
                                            DWORD size, DWORD type, DWORD flags);
LONG WINAPI I_NetNameCompare(const WCHAR *server, const WCHAR *first, const WCHAR *second,
                             DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathType(const WCHAR *path, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathCanonicalize(const WCHAR *path, WCHAR *buffer, DWORD size,
                                            const WCHAR *prefix, DWORD *type, DWORD flags);
LONG WINAPI NetpwPathCompare(const WCHAR *first, const WCHAR *second, DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameValidate(const WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameCanonicalize(const WCHAR *name, WCHAR *buffer, DWORD size,
                                            DWORD type, DWORD flags);
LONG WINAPI NetpwNameCompare(const WCHAR *first, const WCHAR *second, DWORD type, DWORD flags);

/* [MS-SRVS] 2.2.2.8, 2.2.2.9 */
#define NAMETYPE_USER      1
#define NAMETYPE_COMPUTER  4
#define NAMETYPE_SHARE     9
#define ITYPE_UNC          4096
#define ITYPE_UNC_COMPNAME 4144
#define ITYPE_PATH_ABSD    8198
#define ITYPE_PATH_RELND   8192
#define ITYPE_DEVICE_LPT   16400

#define GUARD 0x5A5A

/* The memory behind the `count` units of a buffer must stay. */
static void guard(WCHAR *buffer, DWORD count)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        buffer[i] = GUARD;
    }
}

/* ---- Paths ----------------------------------------------------------------------------------- */

static void types_of_paths(const WCHAR *server)
{
    static const struct
    {
        const WCHAR *path;
        DWORD flags;
        NET_API_STATUS status;
        DWORD type;
    } paths[] = {
        { L"\\\\server", 0, NERR_Success, ITYPE_UNC_COMPNAME },
        { L"\\\\server\\share\\a", 0, NERR_Success, ITYPE_UNC },
        { L"C:\\a", 0, NERR_Success, ITYPE_PATH_ABSD },
        { L"a.text", 0, NERR_Success, ITYPE_PATH_RELND },
        { L"a.text", 1, ERROR_INVALID_NAME, 0 },
        { L"LPT1:", 0, NERR_Success, ITYPE_DEVICE_LPT },
        { L"a|b", 0, ERROR_INVALID_NAME, 0 },
        { L"", 0, ERROR_INVALID_NAME, 0 },
        { L"a", 2, ERROR_INVALID_PARAMETER, 0 },
        { NULL, 0, ERROR_INVALID_PARAMETER, 0 },
    };
    NET_API_STATUS status;
    unsigned int i;

    for (i = 0; i < ARRAY_SIZE(paths); i++)
    {
        DWORD type = 1;

        status = I_NetPathType(server, paths[i].path, &type, paths[i].flags);
        ok(status == paths[i].status, "%u: got %lu\n", i, status);
        ok(type == paths[i].type, "%u: got type %lu\n", i, type);
    }
    status = I_NetPathType(server, L"a", NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void canonical_paths(const WCHAR *server)
{
    static const WCHAR expected[] = L"C:\\a\\c";
    WCHAR buffer[32];
    NET_API_STATUS status;
    DWORD type;
    DWORD size;

    /* In bytes, odd ones too. */
    for (size = 0; size < 2 * sizeof(expected); size++)
    {
        const BOOL fits = size >= sizeof(expected);

        type = 0;
        guard(buffer, ARRAY_SIZE(buffer));
        status = I_NetPathCanonicalize(server, L"b/../c", buffer, size, L"C:/a", &type, 0);
        ok(status == (fits ? NERR_Success : NERR_BufTooSmall), "size %lu: got %lu\n", size, status);
        ok(type == (fits ? ITYPE_PATH_ABSD : 0), "size %lu: got type %lu\n", size, type);
        ok(!fits || !wcscmp(buffer, expected), "got %s\n", wine_dbgstr_w(buffer));
        ok(fits || size < sizeof(WCHAR) || !buffer[0], "size %lu: the buffer has something\n",
           size);
        ok(buffer[fits ? ARRAY_SIZE(expected) : 1] == GUARD, "size %lu: written past it\n", size);
        ok(size >= sizeof(WCHAR) || buffer[0] == GUARD, "size %lu: written\n", size);
    }
    type = 0;
    status = I_NetPathCanonicalize(server, L"..", buffer, sizeof(buffer), NULL, &type, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    ok(!buffer[0], "got %s\n", wine_dbgstr_w(buffer));
    status = I_NetPathCanonicalize(server, L"a", buffer, sizeof(buffer), NULL, &type, 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    type = 77;
    status = I_NetPathCanonicalize(server, L"a", buffer, sizeof(buffer), NULL, &type, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(type == 77, "got type %lu\n", type);
    type = 0;
    status = I_NetPathCanonicalize(server, NULL, buffer, sizeof(buffer), NULL, &type, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = I_NetPathCanonicalize(server, L"a", NULL, 0, NULL, &type, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = I_NetPathCanonicalize(server, L"a", buffer, sizeof(buffer), NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void compared_paths(const WCHAR *server)
{
    LONG result = I_NetPathCompare(server, L"C:\\a\\..\\B", L"c:/b", 0, 0);

    ok(result == 0, "got %ld\n", result);
    result = I_NetPathCompare(server, L"a", L"b", ITYPE_PATH_RELND, 1);
    ok(result < 0, "got %ld\n", result);
    result = I_NetPathCompare(server, L"b", L"a", 0, 0);
    ok(result > 0, "got %ld\n", result);
    result = I_NetPathCompare(server, L"a", L"a", 0, 2);
    ok(result == ERROR_INVALID_PARAMETER, "got %ld\n", result);
    result = I_NetPathCompare(server, NULL, L"a", 0, 0);
    ok(result == ERROR_INVALID_PARAMETER, "got %ld\n", result);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static void names(const WCHAR *server)
{
    static const WCHAR expected[] = L"FS";
    WCHAR buffer[300];
    NET_API_STATUS status;
    LONG result;
    DWORD size;

    status = I_NetNameValidate(server, L"docs$", NAMETYPE_SHARE, 0);
    ok(status == NERR_Success, "got %lu\n", status);
    status = I_NetNameValidate(server, L"do/cs", NAMETYPE_SHARE, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = I_NetNameValidate(server, L"alice", NAMETYPE_USER, 0);
    ok(status == NERR_Success, "got %lu\n", status);
    status = I_NetNameValidate(server, L"al*ice?", NAMETYPE_USER, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = I_NetNameValidate(server, L"docs", 14, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = I_NetNameValidate(server, NULL, NAMETYPE_SHARE, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);

    for (size = 0; size < 2 * sizeof(expected); size++)
    {
        const BOOL fits = size >= sizeof(expected);

        guard(buffer, ARRAY_SIZE(buffer));
        status = I_NetNameCanonicalize(server, L"fs", buffer, size, NAMETYPE_COMPUTER, 0);
        ok(status == (fits ? NERR_Success : NERR_BufTooSmall), "size %lu: got %lu\n", size, status);
        ok(!fits || !wcscmp(buffer, expected), "got %s\n", wine_dbgstr_w(buffer));
        ok(buffer[fits ? ARRAY_SIZE(expected) : 1] == GUARD, "size %lu: written past it\n", size);
    }
    status =
        I_NetNameCanonicalize(server, L"fs", buffer, 260 * sizeof(WCHAR), NAMETYPE_COMPUTER, 1);
    ok(status == NERR_BufTooSmall, "got %lu\n", status);
    status =
        I_NetNameCanonicalize(server, L"fs", buffer, 261 * sizeof(WCHAR), NAMETYPE_COMPUTER, 1);
    ok(status == NERR_Success, "got %lu\n", status);
    status = I_NetNameCanonicalize(server, L"fs", NULL, 0, NAMETYPE_COMPUTER, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = I_NetNameCanonicalize(server, L"f*", buffer, sizeof(buffer), NAMETYPE_COMPUTER, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    ok(!buffer[0], "got %s\n", wine_dbgstr_w(buffer));

    result = I_NetNameCompare(server, L"Alice", L"alice", NAMETYPE_USER, 0);
    ok(result == 0, "got %ld\n", result);
    result = I_NetNameCompare(server, L"alice", L"bob", NAMETYPE_USER, 1);
    ok(result < 0, "got %ld\n", result);
    result = I_NetNameCompare(server, L"a|", L"bob", NAMETYPE_USER, 0);
    ok(result == ERROR_INVALID_NAME, "got %ld\n", result);
}

/* The functions that have no server are those of this computer. */
static void functions_without_a_server(void)
{
    WCHAR buffer[32];
    DWORD type = 0;
    NET_API_STATUS status = NetpwPathType(L"C:\\a", &type, 0);
    LONG result;

    ok(status == NERR_Success && type == ITYPE_PATH_ABSD, "got %lu, type %lu\n", status, type);
    type = 0;
    status = NetpwPathCanonicalize(L"a/b", buffer, sizeof(buffer), L"\\\\s\\x", &type, 0);
    ok(status == NERR_Success && type == ITYPE_UNC, "got %lu, type %lu\n", status, type);
    ok(!wcscmp(buffer, L"\\\\s\\x\\a\\b"), "got %s\n", wine_dbgstr_w(buffer));
    result = NetpwPathCompare(L"a/b", L"A\\B", 0, 0);
    ok(result == 0, "got %ld\n", result);
    status = NetpwNameValidate(L"a", NAMETYPE_USER, 0);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetpwNameCanonicalize(L"a", buffer, sizeof(buffer), NAMETYPE_COMPUTER, 0);
    ok(status == NERR_Success && !wcscmp(buffer, L"A"), "got %lu\n", status);
    result = NetpwNameCompare(L"a", L"A", NAMETYPE_USER, 0);
    ok(result == 0, "got %ld\n", result);
}

/* What can be no path is refused before anybody is asked, whom nobody could reach. */
static void long_texts_are_refused(void)
{
    WCHAR text[262];
    WCHAR buffer[300];
    NET_API_STATUS status;
    DWORD type = 0;
    unsigned int i;

    for (i = 0; i < ARRAY_SIZE(text) - 1; i++)
    {
        text[i] = L'a';
    }
    text[i] = 0;
    status = I_NetPathType(NO_SUCH_SERVER, text, &type, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = I_NetPathCanonicalize(NO_SUCH_SERVER, text, buffer, sizeof(buffer), NULL, &type, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = I_NetPathCanonicalize(NO_SUCH_SERVER, L"a", buffer, sizeof(buffer), text, &type, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    status = I_NetNameValidate(NO_SUCH_SERVER, text, NAMETYPE_USER, 0);
    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
}

static void server_names_are_checked(void)
{
    DWORD type = 1;
    NET_API_STATUS status = I_NetPathType(L"\\\\a\\b", L"a", &type, 0);

    ok(status == ERROR_INVALID_NAME, "got %lu\n", status);
    ok(!type, "got type %lu\n", type);
}

static void check_computer(const WCHAR *server)
{
    types_of_paths(server);
    canonical_paths(server);
    compared_paths(server);
    names(server);
}

START_TEST(names)
{
    struct test_server server;

    check_computer(NULL);
    functions_without_a_server();
    long_texts_are_refused();
    server_names_are_checked();
    if (open_test_server(&server))
    {
        check_computer(server.unc);
        close_test_server(&server);
    }
}
