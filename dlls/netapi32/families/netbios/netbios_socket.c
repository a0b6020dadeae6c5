/*
 * NetBIOS: bytes to and from the other side of a session.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All waiting is for four things at once: the socket, the command being cancelled, the session
 * ending, and time.
 */
#include "families/netbios/netbios_sessions.h"

#include "api/debug.h"

/* The largest single transfer; a longer one is several. */
#define TRANSFER_MAX (1u << 20)

struct netbios_wait netbios_wait_begin(const struct netbios_command *command, UCHAR half_seconds)
{
    return (struct netbios_wait){ command->cancelled, half_seconds
                                                          ? GetTickCount64() + half_seconds * 500u
                                                          : UINT64_MAX };
}

static UCHAR wait_for(struct netbios_session *session, HANDLE wanted,
                      const struct netbios_wait *wait)
{
    const HANDLE events[] = { wanted, session->ended, wait->cancelled };
    ULONGLONG now = GetTickCount64();
    ULONGLONG left = wait->deadline > now ? wait->deadline - now : 0;

    switch (WaitForMultipleObjects(ARRAYSIZE(events), events, FALSE,
                                   left < INFINITE ? (DWORD)left : INFINITE))
    {
    case WAIT_OBJECT_0:
    case WAIT_ABANDONED_0: return NRC_GOODRET;
    case WAIT_OBJECT_0 + 1: return NRC_SCLOSED;
    case WAIT_OBJECT_0 + 2: return NRC_CMDCAN;
    default: return NRC_CMDTMO;
    }
}

UCHAR netbios_take_turn(struct netbios_session *session, HANDLE turn,
                        const struct netbios_wait *wait)
{
    return wait_for(session, turn, wait);
}

/* How long a transfer that was told to end may take to do so, in milliseconds, until it is told again: Wine
 * takes no notice while it looks whether it can go on. */
#define END_WAIT 20

static void end_transfer(const struct netbios_session *session, OVERLAPPED *overlapped)
{
    while (!HasOverlappedIoCompleted(overlapped))
    {
        CancelIoEx((HANDLE)session->socket, overlapped);
        WaitForSingleObject(overlapped->hEvent, END_WAIT);
    }
}

/* Waits for a transfer that was begun. One that is given up may have ended all the same; then its
 * bytes count. */
static UCHAR finish_transfer(struct netbios_session *session, OVERLAPPED *overlapped,
                             DWORD *transferred, const struct netbios_wait *wait)
{
    UCHAR result = wait_for(session, overlapped->hEvent, wait);
    DWORD flags = 0;

    if (result != NRC_GOODRET)
    {
        end_transfer(session, overlapped);
    }
    if (WSAGetOverlappedResult(session->socket, overlapped, transferred, TRUE, &flags))
    {
        return NRC_GOODRET;
    }
    return result != NRC_GOODRET ? result : NRC_SABORT;
}

UCHAR netbios_wait_result(const struct netbios_session *session, const struct netbios_wait *wait)
{
    const HANDLE events[] = { session->ended, wait->cancelled };

    switch (WaitForMultipleObjects(ARRAYSIZE(events), events, FALSE, 0))
    {
    case WAIT_OBJECT_0: return NRC_SCLOSED;
    case WAIT_OBJECT_0 + 1: return NRC_CMDCAN;
    default: return GetTickCount64() < wait->deadline ? NRC_GOODRET : NRC_CMDTMO;
    }
}

/* Begins and finishes one transfer of at least one byte; none is the end of the stream. What can be done
 * at once is not begun when the time has passed. */
static UCHAR transfer(struct netbios_session *session, BOOL is_send, void *data, size_t size,
                      size_t *transferred, const struct netbios_wait *wait)
{
    WSABUF buffer = { size < TRANSFER_MAX ? (ULONG)size : TRANSFER_MAX, data };
    OVERLAPPED overlapped = { .hEvent = CreateEventW(NULL, TRUE, FALSE, NULL) };
    DWORD count = 0;
    DWORD flags = 0;
    int error = 0;
    UCHAR result = NRC_SABORT;

    *transferred = 0;
    if (!overlapped.hEvent)
    {
        return NRC_OSRESNOTAV;
    }
    if (GetTickCount64() >= wait->deadline)
    {
        CloseHandle(overlapped.hEvent);
        return NRC_CMDTMO;
    }
    error = is_send ? WSASend(session->socket, &buffer, 1, NULL, 0, &overlapped, NULL)
                    : WSARecv(session->socket, &buffer, 1, NULL, &flags, &overlapped, NULL);
    if (!error || WSAGetLastError() == WSA_IO_PENDING)
    {
        result = finish_transfer(session, &overlapped, &count, wait);
    }
    CloseHandle(overlapped.hEvent);
    *transferred = count;
    return result == NRC_GOODRET && !count ? NRC_SCLOSED : result;
}

UCHAR netbios_socket_receive(struct netbios_session *session, void *data, size_t size,
                             size_t *received, const struct netbios_wait *wait)
{
    return transfer(session, FALSE, data, size, received, wait);
}

UCHAR netbios_socket_send(struct netbios_session *session, const void *data, size_t size,
                          const struct netbios_wait *wait)
{
    const char *rest = data;
    UCHAR result = NRC_GOODRET;

    while (size && result == NRC_GOODRET)
    {
        size_t sent = 0;

        result = transfer(session, TRUE, (void *)rest, size, &sent, wait);
        rest += sent;
        size -= sent;
    }
    return result;
}
