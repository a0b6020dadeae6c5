/*
 * Tests of servers that are not there, or do not behave
 *
 * Each server is a loopback port of this process, named by a registry key of netapi32.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>

#include "session_test.h"

#include <winreg.h>

#define CONFIGURATION_KEY L"Software\\Wine\\Netapi32"
#define TEST_SERVER       L"netapi32-test-loopback"
#define TEST_SERVER_KEY   CONFIGURATION_KEY L"\\Servers\\" TEST_SERVER

/* What the deadline is set to, and what a slow machine may add to it. */
#define TIMEOUT_MS 700
#define GRACE_MS   5000
/* The same for a server that is heard all the time, and how often it is. */
#define SHOUTING_MS 2000
#define SHOUT_MS    5

/* Other threads that call while the configuration changes, and how often it does. */
#define CALLERS 6
#define CHANGES 60
#define WRITES  8 /* between two changes that count: of what nobody reads */

static const WCHAR *const timeouts[] = { L"ConnectTimeout", L"CallTimeout" };

static void name_the_server(DWORD port)
{
    static const WCHAR address[] = L"127.0.0.1";
    LSTATUS result;
    HKEY key;

    result = RegCreateKeyExW(HKEY_CURRENT_USER, TEST_SERVER_KEY, 0, NULL, 0, KEY_SET_VALUE, NULL,
                             &key, NULL);
    ok(!result, "RegCreateKeyExW failed with %ld\n", result);
    RegSetValueExW(key, L"Address", 0, REG_SZ, (const BYTE *)address, sizeof(address));
    RegSetValueExW(key, L"Port", 0, REG_DWORD, (const BYTE *)&port, sizeof(port));
    RegCloseKey(key);
}

static void forget_the_server(void)
{
    LSTATUS result = RegDeleteKeyW(HKEY_CURRENT_USER, TEST_SERVER_KEY);

    ok(!result, "RegDeleteKeyW failed with %ld\n", result);
}

/* A socket on a free loopback port; it refuses connections until it listens. */
static SOCKET open_port(DWORD *port)
{
    struct sockaddr_in address;
    int length = sizeof(address);
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);

    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    *port = 0;
    if (!bind(s, (struct sockaddr *)&address, length) &&
        !getsockname(s, (struct sockaddr *)&address, &length))
    {
        *port = ntohs(address.sin_port);
    }
    ok(*port != 0, "found no free port\n");
    return s;
}

/* A server whose listener is closed to stop it. */
struct misbehaving_server
{
    SOCKET listener;
    HANDLE thread;
    const char *reply;
    int reply_length;
};

/* Reads a request, says the reply, and hangs up; again for each connection. */
static DWORD WINAPI serve(void *argument)
{
    const struct misbehaving_server *server = argument;
    char request[4096];
    SOCKET s;

    while ((s = accept(server->listener, NULL, NULL)) != INVALID_SOCKET)
    {
        recv(s, request, sizeof(request), 0);
        if (server->reply_length)
        {
            send(s, server->reply, server->reply_length, 0);
            recv(s, request, sizeof(request), 0);
        }
        shutdown(s, SD_SEND);
        closesocket(s);
    }
    return 0;
}

static void check_misbehaving_server(const char *reply, int reply_length, NET_API_STATUS status)
{
    struct misbehaving_server server;
    DWORD port;

    server.listener = open_port(&port);
    server.reply = reply;
    server.reply_length = reply_length;
    listen(server.listener, 8);
    name_the_server(port);
    server.thread = CreateThread(NULL, 0, serve, &server, 0, NULL);

    check_enum_fails(enumerate_window(L"\\\\" TEST_SERVER, NULL, NULL, 10, MAX_PREFERRED_LENGTH, 7),
                     status);

    forget_the_server();
    closesocket(server.listener);
    ok(WaitForSingleObject(server.thread, GRACE_MS) == WAIT_OBJECT_0, "the server does not end\n");
    CloseHandle(server.thread);
}

static void an_unknown_name_is_a_bad_path(void)
{
    BYTE *info = (BYTE *)(ULONG_PTR)0xcccccccc;
    NET_API_STATUS status;

    check_enum_fails(enumerate_window(NO_SUCH_SERVER, NULL, NULL, 10, MAX_PREFERRED_LENGTH, 7),
                     ERROR_BAD_NETPATH);

    status = session_get_info(NO_SUCH_SERVER, L"\\\\client", L"user", 10, &info);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(!info, "got buffer %p\n", info);

    status = session_del(NO_SUCH_SERVER, L"\\\\client", L"user");
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
}

static void a_closed_port_is_a_bad_path(void)
{
    DWORD port;
    SOCKET s = open_port(&port);

    name_the_server(port);
    check_enum_fails(enumerate_window(L"\\\\" TEST_SERVER, NULL, NULL, 10, MAX_PREFERRED_LENGTH, 7),
                     ERROR_BAD_NETPATH);
    forget_the_server();
    closesocket(s);
}

static void set_timeouts(HKEY key, DWORD milliseconds)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(timeouts); i++)
    {
        RegSetValueExW(key, timeouts[i], 0, REG_DWORD, (const BYTE *)&milliseconds,
                       sizeof(milliseconds));
    }
}

static void restore_timeouts(HKEY key, const DWORD *previous)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(timeouts); i++)
    {
        if (previous[i])
        {
            RegSetValueExW(key, timeouts[i], 0, REG_DWORD, (const BYTE *)&previous[i],
                           sizeof(previous[i]));
        }
        else
        {
            RegDeleteValueW(key, timeouts[i]);
        }
    }
}

/* Connections to a listener that nobody asks are made, and nothing is ever said. */
static void a_silent_server_is_given_up_at_the_deadline(void)
{
    DWORD previous[ARRAYSIZE(timeouts)] = { 0 }, size, port, start, waited;
    struct enumeration result;
    unsigned int i;
    SOCKET s;
    HKEY key;

    s = open_port(&port);
    listen(s, 8);
    name_the_server(port);
    RegOpenKeyExW(HKEY_CURRENT_USER, CONFIGURATION_KEY, 0, KEY_QUERY_VALUE | KEY_SET_VALUE, &key);
    for (i = 0; i < ARRAYSIZE(timeouts); i++)
    {
        size = sizeof(previous[i]);
        RegQueryValueExW(key, timeouts[i], NULL, NULL, (BYTE *)&previous[i], &size);
    }
    set_timeouts(key, TIMEOUT_MS);

    start = GetTickCount();
    result = enumerate_window(L"\\\\" TEST_SERVER, NULL, NULL, 10, MAX_PREFERRED_LENGTH, 7);
    waited = GetTickCount() - start;
    check_enum_fails(result, ERROR_SEM_TIMEOUT);
    ok(waited >= TIMEOUT_MS / 2 && waited < 2 * TIMEOUT_MS + GRACE_MS, "waited %lu ms\n", waited);

    restore_timeouts(key, previous);
    RegCloseKey(key);
    forget_the_server();
    closesocket(s);
}

/* Says nothing but what is urgent, which is no part of the stream. */
static DWORD WINAPI shout(void *argument)
{
    const struct misbehaving_server *server = argument;
    SOCKET s = accept(server->listener, NULL, NULL);

    while (send(s, "!", 1, MSG_OOB) == 1)
    {
        Sleep(SHOUT_MS);
    }
    closesocket(s);
    return 0;
}

/* Of the processor, in milliseconds, by all threads so far. */
static DWORD time_used(void)
{
    ULARGE_INTEGER kernel, user;
    FILETIME times[4];

    GetProcessTimes(GetCurrentProcess(), &times[0], &times[1], &times[2], &times[3]);
    kernel.LowPart = times[2].dwLowDateTime;
    kernel.HighPart = times[2].dwHighDateTime;
    user.LowPart = times[3].dwLowDateTime;
    user.HighPart = times[3].dwHighDateTime;
    return (DWORD)((kernel.QuadPart + user.QuadPart) / 10000);
}

/* Urgent data wakes who waits for anything to happen to a socket, and leaves nothing to receive. */
static void a_server_that_shouts_is_given_up_at_the_deadline(void)
{
    DWORD previous[ARRAYSIZE(timeouts)] = { 0 }, size, port, start, waited, used;
    struct misbehaving_server server = { .reply_length = 0 };
    struct enumeration result;
    unsigned int i;
    HKEY key;

    server.listener = open_port(&port);
    listen(server.listener, 8);
    name_the_server(port);
    RegOpenKeyExW(HKEY_CURRENT_USER, CONFIGURATION_KEY, 0, KEY_QUERY_VALUE | KEY_SET_VALUE, &key);
    for (i = 0; i < ARRAYSIZE(timeouts); i++)
    {
        size = sizeof(previous[i]);
        RegQueryValueExW(key, timeouts[i], NULL, NULL, (BYTE *)&previous[i], &size);
    }
    set_timeouts(key, SHOUTING_MS);
    server.thread = CreateThread(NULL, 0, shout, &server, 0, NULL);

    used = time_used();
    start = GetTickCount();
    result = enumerate_window(L"\\\\" TEST_SERVER, NULL, NULL, 10, MAX_PREFERRED_LENGTH, 7);
    waited = GetTickCount() - start;
    used = time_used() - used;
    check_enum_fails(result, ERROR_SEM_TIMEOUT);
    ok(waited >= SHOUTING_MS / 2 && waited < SHOUTING_MS + GRACE_MS, "waited %lu ms\n", waited);
    trace("%lu ms of the processor in %lu ms\n", used, waited);
    ok(used < waited / 5, "took %lu ms of the processor in %lu ms\n", used, waited);

    restore_timeouts(key, previous);
    RegCloseKey(key);
    forget_the_server();
    closesocket(server.listener);
    ok(WaitForSingleObject(server.thread, GRACE_MS) == WAIT_OBJECT_0, "the server does not end\n");
    CloseHandle(server.thread);
}

static void a_server_that_hangs_up_loses_the_name(void)
{
    check_misbehaving_server(NULL, 0, ERROR_NETNAME_DELETED);
}

static void a_reply_that_is_not_smb_is_a_bad_reply(void)
{
    static const char http[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    static const char zeros[4 + 100] = { 0, 0, 0, 100 };

    check_misbehaving_server(http, sizeof(http) - 1, ERROR_BAD_NET_RESP);
    check_misbehaving_server(zeros, sizeof(zeros), ERROR_BAD_NET_RESP);
}

static LONG is_over;

static DWORD WINAPI call_until_it_is_over(void *argument)
{
    (void)argument;
    while (!InterlockedCompareExchange(&is_over, 0, 0))
    {
        free_enumeration(enumerate(L"\\\\" TEST_SERVER, NULL, NULL, 10));
    }
    return 0;
}

static void write_what_nobody_reads(void)
{
    static DWORD number;
    unsigned int i;
    HKEY key;

    RegOpenKeyExW(HKEY_CURRENT_USER, TEST_SERVER_KEY, 0, KEY_SET_VALUE, &key);
    for (i = 0; i < WRITES; i++)
    {
        number++;
        RegSetValueExW(key, L"Nobody", 0, REG_DWORD, (const BYTE *)&number, sizeof(number));
    }
    RegCloseKey(key);
}

/* What is kept between calls is looked at by all threads, which may do so in the middle of a change. */
static void a_change_counts_at_once_while_other_threads_call(void)
{
    struct misbehaving_server server = { .reply_length = 0 };
    HANDLE callers[CALLERS];
    unsigned int i, late = 0;
    DWORD open, closed;
    SOCKET s = open_port(&closed);

    server.listener = open_port(&open);
    listen(server.listener, 8);
    server.thread = CreateThread(NULL, 0, serve, &server, 0, NULL);
    name_the_server(closed);
    for (i = 0; i < CALLERS; i++)
    {
        callers[i] = CreateThread(NULL, 0, call_until_it_is_over, NULL, 0, NULL);
    }
    for (i = 0; i < CHANGES; i++)
    {
        const BOOL is_open = i % 2 == 0;
        struct enumeration result;

        write_what_nobody_reads();
        name_the_server(is_open ? open : closed);
        result = enumerate(L"\\\\" TEST_SERVER, NULL, NULL, 10);
        late += result.status != (is_open ? ERROR_NETNAME_DELETED : ERROR_BAD_NETPATH);
        free_enumeration(result);
    }
    ok(!late, "%u of %u changes came too late\n", late, CHANGES);

    InterlockedExchange(&is_over, 1);
    for (i = 0; i < CALLERS; i++)
    {
        ok(WaitForSingleObject(callers[i], GRACE_MS) == WAIT_OBJECT_0, "a caller does not end\n");
        CloseHandle(callers[i]);
    }
    forget_the_server();
    closesocket(server.listener);
    ok(WaitForSingleObject(server.thread, GRACE_MS) == WAIT_OBJECT_0, "the server does not end\n");
    CloseHandle(server.thread);
    closesocket(s);
}

START_TEST(session_network)
{
    WSADATA data;

    WSAStartup(MAKEWORD(2, 2), &data);
    an_unknown_name_is_a_bad_path();
    a_closed_port_is_a_bad_path();
    a_silent_server_is_given_up_at_the_deadline();
    a_server_that_shouts_is_given_up_at_the_deadline();
    a_server_that_hangs_up_loses_the_name();
    a_reply_that_is_not_smb_is_a_bad_reply();
    a_change_counts_at_once_while_other_threads_call();
    WSACleanup();
}
