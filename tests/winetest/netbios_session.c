/*
 * Tests of Netbios(): sessions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>

#include "netbios_test.h"

#define SESSION_PORT 139
#define REQUEST_SIZE 72
#define AT_ONCE      5000 /* ms, on a busy machine */

static UCHAR lana;

/* The other side of a session: a server of one client on an address of the loopback network. */
#define PEER_NAME "127.139.77.5"
static SOCKET listener = INVALID_SOCKET;
static SOCKET peer = INVALID_SOCKET;

static void receive_all(SOCKET socket, void *data, int size)
{
    char *place = data;

    while (size > 0)
    {
        int received = recv(socket, place, size, 0);

        if (received <= 0)
        {
            return;
        }
        place += received;
        size -= received;
    }
}

static DWORD WINAPI accept_session(void *unused)
{
    static const UCHAR positive[] = { 0x82, 0, 0, 0 };
    static const UCHAR header[] = { 0x81, 0, 0, 68, 32 };
    UCHAR request[REQUEST_SIZE];

    (void)unused;
    memset(request, 0, sizeof(request));
    peer = accept(listener, NULL, NULL);
    receive_all(peer, request, sizeof(request));
    ok(!memcmp(request, header, sizeof(header)), "another request\n");
    /* "1" is 0x31, "N" is 0x4e; blanks are 0x20 */
    ok(!memcmp(request + 5, "DBDCDHCO", 8), "another called name\n");
    ok(!memcmp(request + 39, "EOEFFEEBFAEJDDDCCA", 18), "another calling name\n");
    send(peer, (const char *)positive, sizeof(positive), 0);
    return 0;
}

static DWORD WINAPI refuse_session(void *unused)
{
    static const UCHAR negative[] = { 0x83, 0, 0, 1, 0x82 };
    UCHAR request[REQUEST_SIZE];
    SOCKET socket = accept(listener, NULL, NULL);

    (void)unused;
    receive_all(socket, request, sizeof(request));
    send(socket, (const char *)negative, sizeof(negative), 0);
    closesocket(socket);
    return 0;
}

static BOOL start_listener(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(SESSION_PORT) };
    WSADATA data;

    WSAStartup(MAKEWORD(2, 2), &data);
    address.sin_addr.s_addr = inet_addr(PEER_NAME);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    return !bind(listener, (struct sockaddr *)&address, sizeof(address)) && !listen(listener, 5);
}

static UCHAR call(DWORD(WINAPI *server)(void *), UCHAR receive_timeout, UCHAR *session)
{
    HANDLE thread = server ? CreateThread(NULL, 0, server, NULL, 0, NULL) : NULL;
    NCB ncb = ncb_for(NCBCALL, lana);
    UCHAR result;

    set_name(ncb.ncb_callname, PEER_NAME);
    set_name(ncb.ncb_name, "NETAPI32");
    ncb.ncb_rto = receive_timeout;
    result = run(&ncb);
    *session = ncb.ncb_lsn;
    if (thread)
    {
        ok(!WaitForSingleObject(thread, 10000), "the server waits\n");
        CloseHandle(thread);
    }
    return result;
}

static UCHAR session_command(UCHAR command, UCHAR session, void *buffer, WORD *size)
{
    NCB ncb = ncb_for(command, lana);
    UCHAR result;

    ncb.ncb_lsn = session;
    ncb.ncb_buffer = buffer;
    ncb.ncb_length = *size;
    result = run(&ncb);
    *size = ncb.ncb_length;
    return result;
}

static UCHAR hang_up(UCHAR session)
{
    WORD size = 0;
    UCHAR result = session_command(NCBHANGUP, session, NULL, &size);

    closesocket(peer);
    return result;
}

static void session_carries_messages_both_ways(void)
{
    static const char sent[] = { 0, 0, 0, 5, 'h', 'e', 'l', 'l', 'o' };
    /* a keep-alive, then two messages */
    static const char answer[] = { (char)0x85, 0,   0,   0,   0, 0, 0, 6, 'a', 'n',
                                   's',        'w', 'e', 'r', 0, 0, 0, 1, 'x' };
    char buffer[64];
    UCHAR session = 0, result;
    WORD size = 5;

    result = call(accept_session, 4, &session);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(session, "no session\n");
    result = session_command(NCBSEND, session, (void *)"hello", &size);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    receive_all(peer, buffer, sizeof(sent));
    ok(!memcmp(buffer, sent, sizeof(sent)), "another message\n");

    send(peer, answer, sizeof(answer), 0);
    size = 4;
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_INCOMP, "got %#x\n", result);
    ok(size == 4 && !memcmp(buffer, "answ", 4), "got %u bytes\n", size);
    size = sizeof(buffer);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(size == 2 && !memcmp(buffer, "er", 2), "got %u bytes\n", size);
    size = sizeof(buffer);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(size == 1 && *buffer == 'x', "got %u bytes\n", size);

    size = sizeof(buffer);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_CMDTMO, "got %#x\n", result);
    result = hang_up(session);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    size = sizeof(buffer);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_SNUMOUT, "got %#x\n", result);
}

static void end_by_the_other_side_is_seen(void)
{
    char buffer[8];
    UCHAR session = 0, result;
    WORD size = sizeof(buffer);

    call(accept_session, 0, &session);
    closesocket(peer);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_SCLOSED, "got %#x\n", result);
}

static void refused_call_has_no_session(void)
{
    UCHAR session = 0, result;

    result = call(refuse_session, 0, &session);
    ok(result == NRC_NOCALL, "got %#x\n", result);
    ok(!session, "got session %u\n", session);
}

static NCB start_receive(UCHAR session, char *buffer, WORD size)
{
    NCB ncb = ncb_for(NCBRECV | ASYNCH, lana);

    ncb.ncb_lsn = session;
    ncb.ncb_buffer = (UCHAR *)buffer;
    ncb.ncb_length = size;
    ncb.ncb_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    return ncb;
}

static void waiting_receive_can_be_cancelled(void)
{
    char buffer[8];
    UCHAR session = 0, result;
    NCB receive, cancel = ncb_for(NCBCANCEL, lana);
    WORD size = sizeof(buffer);

    call(accept_session, 0, &session);
    receive = start_receive(session, buffer, sizeof(buffer));
    result = Netbios(&receive);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(WaitForSingleObject(receive.ncb_event, 100) == WAIT_TIMEOUT, "did not wait\n");
    ok(receive.ncb_cmd_cplt == NRC_PENDING, "got %#x\n", receive.ncb_cmd_cplt);

    cancel.ncb_buffer = (UCHAR *)&receive;
    result = run(&cancel);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(!WaitForSingleObject(receive.ncb_event, 5000), "still waits\n");
    ok(receive.ncb_cmd_cplt == NRC_CMDCAN, "got %#x\n", receive.ncb_cmd_cplt);
    result = run(&cancel);
    ok(result == NRC_CANOCCR, "got %#x\n", result);

    /* the session goes on */
    send(peer, "\0\0\0\1y", 5, 0);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_GOODRET && *buffer == 'y', "got %#x\n", result);
    hang_up(session);
    CloseHandle(receive.ncb_event);
}

static LONG is_over;

/* Sends what only keeps the connection open, as much as there is room for. */
static DWORD WINAPI keep_alive(void *unused)
{
    static UCHAR keep_alives[4096];
    size_t i;

    (void)unused;
    for (i = 0; i < sizeof(keep_alives); i += 4)
    {
        keep_alives[i] = 0x85;
    }
    while (!InterlockedCompareExchange(&is_over, 0, 0) &&
           send(peer, (const char *)keep_alives, sizeof(keep_alives), 0) > 0)
    {
    }
    return 0;
}

/* Sending ends with the session, whatever waits to be read. */
static void end_keep_alives(HANDLE thread, UCHAR session)
{
    InterlockedExchange(&is_over, 1);
    hang_up(session);
    ok(!WaitForSingleObject(thread, 10000), "the other side does not end\n");
    CloseHandle(thread);
}

/* There is always something to receive, and never a message. */
static void keep_alives_without_end_do_not_keep_a_receive(void)
{
    DWORD start = GetTickCount();
    char buffer[8];
    UCHAR session = 0, result;
    NCB receive, cancel = ncb_for(NCBCANCEL, lana);
    WORD size = sizeof(buffer);
    HANDLE thread;

    InterlockedExchange(&is_over, 0);
    call(accept_session, 2, &session);
    thread = CreateThread(NULL, 0, keep_alive, NULL, 0, NULL);
    result = session_command(NCBRECV, session, buffer, &size);
    ok(result == NRC_CMDTMO, "got %#x\n", result);
    ok(GetTickCount() - start < 1000 + AT_ONCE, "waited %lu ms\n", GetTickCount() - start);
    end_keep_alives(thread, session);

    /* without a time it can be cancelled */
    InterlockedExchange(&is_over, 0);
    call(accept_session, 0, &session);
    thread = CreateThread(NULL, 0, keep_alive, NULL, 0, NULL);
    receive = start_receive(session, buffer, sizeof(buffer));
    result = Netbios(&receive);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    cancel.ncb_buffer = (UCHAR *)&receive;
    ok(WaitForSingleObject(receive.ncb_event, 100) == WAIT_TIMEOUT, "did not wait\n");
    result = run(&cancel);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(!WaitForSingleObject(receive.ncb_event, AT_ONCE), "still waits\n");
    ok(receive.ncb_cmd_cplt == NRC_CMDCAN, "got %#x\n", receive.ncb_cmd_cplt);
    end_keep_alives(thread, session);
    CloseHandle(receive.ncb_event);
}

static void hanging_up_ends_a_waiting_receive(void)
{
    char buffer[8];
    UCHAR session = 0, result;
    NCB receive;

    call(accept_session, 0, &session);
    receive = start_receive(session, buffer, sizeof(buffer));
    Netbios(&receive);
    Sleep(50);
    result = hang_up(session);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(!WaitForSingleObject(receive.ncb_event, 5000), "still waits\n");
    ok(receive.ncb_cmd_cplt == NRC_SCLOSED, "got %#x\n", receive.ncb_cmd_cplt);
    CloseHandle(receive.ncb_event);
}

/* An address that nobody can connect to, which the system says without asking the network. */
static void call_without_a_way_fails_at_once(void)
{
    NCB ncb = ncb_for(NCBCALL, lana);
    DWORD start = GetTickCount();
    UCHAR result;

    set_name(ncb.ncb_callname, "255.255.255.255");
    set_name(ncb.ncb_name, "NETAPI32");
    result = run(&ncb);
    ok(result == NRC_NOCALL, "got %#x\n", result);
    ok(GetTickCount() - start < AT_ONCE, "waited %lu ms\n", GetTickCount() - start);
}

static void session_status_lists_sessions(void)
{
    struct
    {
        SESSION_HEADER header;
        SESSION_BUFFER sessions[4];
    } status;
    UCHAR session = 0, result;
    NCB ncb = ncb_for(NCBSSTAT, lana);

    memset(&status, 0xcc, sizeof(status));
    call(accept_session, 0, &session);
    set_name(ncb.ncb_name, "*");
    ncb.ncb_buffer = (UCHAR *)&status;
    ncb.ncb_length = sizeof(status);
    result = run(&ncb);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(status.header.num_sess == 1, "got %u sessions\n", status.header.num_sess);
    ok(status.sessions[0].lsn == session, "got session %u\n", status.sessions[0].lsn);
    ok(status.sessions[0].state == SESSION_ESTABLISHED, "got state %u\n", status.sessions[0].state);
    ok(!memcmp(status.sessions[0].local_name, "NETAPI32        ", NCBNAMSZ), "another name\n");
    hang_up(session);
}

START_TEST(netbios_session)
{
    if (!find_adapter(&lana))
    {
        skip("this computer has no network adapter\n");
        return;
    }
    if (!start_listener())
    {
        skip("port %u is not to be had\n", SESSION_PORT);
        return;
    }
    session_carries_messages_both_ways();
    end_by_the_other_side_is_seen();
    refused_call_has_no_session();
    call_without_a_way_fails_at_once();
    waiting_receive_can_be_cancelled();
    keep_alives_without_end_do_not_keep_a_receive();
    hanging_up_ends_a_waiting_receive();
    session_status_lists_sessions();
    closesocket(listener);
}
