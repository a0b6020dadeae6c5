/*
 * NetBIOS: the sessions of this program, and the sockets below them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_NETBIOS_SESSIONS_H
#define NETAPI32_NETBIOS_SESSIONS_H

#include <winsock2.h>
#include "families/netbios/netbios.h"

#include "families/netbios/netbios_frame.h"

struct netbios_session
{
    SOCKET socket;
    UCHAR lana;
    UCHAR number; /* in the table; 0 before it is in it and after it has left */
    UCHAR local_name[NCBNAMSZ];
    UCHAR remote_name[NCBNAMSZ];
    UCHAR receive_timeout; /* in half seconds; 0 is for ever */
    UCHAR send_timeout;
    LONG receives; /* commands that wait */
    LONG sends;
    HANDLE ended;        /* an event: hung up or broken */
    HANDLE receive_turn; /* mutexes: messages go one after the other */
    HANDLE send_turn;
    /* The message that is being received, guarded by receive_turn. */
    uint8_t header[NETBIOS_FRAME_HEADER_SIZE];
    size_t header_length; /* of what has come of it */
    size_t message_left;  /* of what has not come, or was not asked for yet */
    LONG references;
};

/* A session that owns `socket` from then on; NULL when memory is short, and then it does not.
 * Release it with netbios_session_release(). */
struct netbios_session *netbios_session_create(SOCKET socket, const NCB *ncb);
/* Puts a session in the table, which gives it its number: NRC_LOCTFUL. */
UCHAR netbios_session_register(struct netbios_session *session);
/* The session of a command, to be released; NULL when there is none of that number. */
struct netbios_session *netbios_session_find(UCHAR lana, UCHAR number);
void netbios_session_release(struct netbios_session *session);
/* Copies the status of a name's sessions, "*" for any name, as SESSION_BUFFERs to `list`, which may
 * be unaligned, at most `room`; returns how many there are. */
size_t netbios_sessions_copy(UCHAR lana, const UCHAR name[NCBNAMSZ], void *list, size_t room);
/* Takes a session out of the table and wakes whoever waits for it. */
void netbios_session_end(struct netbios_session *session);

/* ---- Bytes (netbios_socket.c) ---------------------------------------------------------------- */

/* How long a command may wait, and for what else it ends. */
struct netbios_wait
{
    HANDLE cancelled;
    ULONGLONG deadline; /* of GetTickCount64(); MAXULONGLONG is never */
};

struct netbios_wait netbios_wait_begin(const struct netbios_command *command, UCHAR half_seconds);

/* NRC_GOODRET; or why a wait would end at once: NRC_SCLOSED, NRC_CMDCAN, NRC_CMDTMO. For who has something
 * to take without a wait, again and again. */
UCHAR netbios_wait_result(const struct netbios_session *session, const struct netbios_wait *wait);
/* NRC_GOODRET; or why there is no more: NRC_SCLOSED (also when the other side has closed),
 * NRC_SABORT, NRC_CMDCAN, NRC_CMDTMO. */
UCHAR netbios_socket_receive(struct netbios_session *session, void *data, size_t size,
                             size_t *received, const struct netbios_wait *wait);
UCHAR netbios_socket_send(struct netbios_session *session, const void *data, size_t size,
                          const struct netbios_wait *wait);
/* Waits for one's turn with a mutex of the session; ReleaseMutex() ends it. */
UCHAR netbios_take_turn(struct netbios_session *session, HANDLE turn,
                        const struct netbios_wait *wait);

#endif
