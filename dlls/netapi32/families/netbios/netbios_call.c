/*
 * NetBIOS: opening a session, [RFC 1002] 5.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_sessions.h"

#include "api/debug.h"

/* How long the other side may take, in half seconds. */
#define CALL_TIMEOUT 30

/* Waits for what comes of a connection that was begun. */
static UCHAR wait_for_connection(SOCKET socket, HANDLE event, const struct netbios_wait *wait)
{
    const HANDLE events[] = { event, wait->cancelled };
    const ULONGLONG now = GetTickCount64();
    const DWORD left = wait->deadline > now ? (DWORD)(wait->deadline - now) : 0;
    WSANETWORKEVENTS occurred = { 0 };
    UCHAR result = NRC_CMDTMO;

    switch (WaitForMultipleObjects(ARRAYSIZE(events), events, FALSE, left))
    {
    case WAIT_OBJECT_0: result = NRC_NOCALL; break;
    case WAIT_OBJECT_0 + 1: result = NRC_CMDCAN; break;
    default: break;
    }
    if (!WSAEnumNetworkEvents(socket, event, &occurred) && occurred.lNetworkEvents & FD_CONNECT &&
        !occurred.iErrorCode[FD_CONNECT_BIT])
    {
        result = NRC_GOODRET;
    }
    return result;
}

/* Connects without blocking for longer than the wait allows. */
static UCHAR connect_socket(SOCKET socket, ULONG address, const struct netbios_wait *wait)
{
    const SOCKADDR_IN peer = { .sin_family = AF_INET,
                               .sin_port = htons(NETBIOS_SESSION_PORT),
                               .sin_addr.s_addr = address };
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    UCHAR result = NRC_OSRESNOTAV;

    if (event && !WSAEventSelect(socket, event, FD_CONNECT))
    {
        /* A connection that cannot even be begun makes no event. */
        bool is_begun = !connect(socket, (const SOCKADDR *)&peer, sizeof(peer)) ||
                        WSAGetLastError() == WSAEWOULDBLOCK;

        result = is_begun ? wait_for_connection(socket, event, wait) : NRC_NOCALL;
        WSAEventSelect(socket, NULL, 0);
    }
    if (event)
    {
        CloseHandle(event);
    }
    return result;
}

static UCHAR result_of_session_error(uint8_t error)
{
    switch (error)
    {
    case NETBIOS_INSUFFICIENT_RESOURCES: return NRC_REMTFUL;
    case NETBIOS_UNSPECIFIED_ERROR: return NRC_SABORT;
    default: return NRC_NOCALL;
    }
}

static UCHAR receive_all(struct netbios_session *session, uint8_t *data, size_t size,
                         const struct netbios_wait *wait)
{
    UCHAR result = NRC_GOODRET;

    while (size && result == NRC_GOODRET)
    {
        size_t received = 0;

        result = netbios_socket_receive(session, data, size, &received, wait);
        data += received;
        size -= received;
    }
    return result == NRC_SCLOSED ? NRC_NOCALL : result;
}

static UCHAR send_request(struct netbios_session *session, const struct netbios_wait *wait)
{
    struct writer request = { 0 };
    UCHAR result = NRC_NORES;

    netbios_session_request_encode(session->remote_name, session->local_name, &request);
    if (!request.failed)
    {
        result = netbios_socket_send(session, request.data, request.size, wait);
    }
    writer_free(&request);
    return result;
}

/* Says who calls whom, and hears whether that is welcome. */
static UCHAR request_session(struct netbios_session *session, const struct netbios_wait *wait)
{
    uint8_t data[NETBIOS_FRAME_HEADER_SIZE];
    struct reader reader = reader_over(data, sizeof(data));
    uint8_t error = 0;
    struct netbios_frame_header answer = { 0 };
    UCHAR result = send_request(session, wait);

    if (result == NRC_GOODRET)
    {
        result = receive_all(session, data, sizeof(data), wait);
    }
    if (result != NRC_GOODRET)
    {
        return result;
    }
    netbios_frame_header_decode(&answer, &reader);
    if (answer.type == NETBIOS_POSITIVE_SESSION_RESPONSE && !answer.length)
    {
        return NRC_GOODRET;
    }
    if (answer.type == NETBIOS_NEGATIVE_SESSION_RESPONSE && answer.length == sizeof(error))
    {
        result = receive_all(session, &error, sizeof(error), wait);
        return result == NRC_GOODRET ? result_of_session_error(error) : result;
    }
    WARN("answer of type %#x\n", answer.type);
    return NRC_NOCALL;
}

static UCHAR open_session(NCB *ncb, ULONG address, const struct netbios_wait *wait)
{
    SOCKET socket = WSASocketW(AF_INET, SOCK_STREAM, IPPROTO_TCP, NULL, 0,
                               WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    struct netbios_session *session = NULL;
    UCHAR result = NRC_OSRESNOTAV;

    if (socket == INVALID_SOCKET)
    {
        return NRC_OSRESNOTAV;
    }
    result = connect_socket(socket, address, wait);
    if (result == NRC_GOODRET)
    {
        session = netbios_session_create(socket, ncb);
        result = session ? NRC_GOODRET : NRC_NORES;
    }
    if (!session)
    {
        closesocket(socket);
        return result;
    }
    result = request_session(session, wait);
    if (result == NRC_GOODRET)
    {
        result = netbios_session_register(session);
        ncb->ncb_lsn = session->number;
    }
    netbios_session_release(session);
    return result;
}

UCHAR netbios_call(struct netbios_command *command)
{
    NCB *ncb = command->ncb;
    const struct netbios_wait wait = netbios_wait_begin(command, CALL_TIMEOUT);
    ULONG address = 0;

    if (ncb->ncb_callname[0] == '*')
    {
        return NRC_NOWILD;
    }
    if (!netbios_resolve(ncb->ncb_callname, wait.deadline, &address))
    {
        return NRC_NOCALL;
    }
    return open_session(ncb, address, &wait);
}
