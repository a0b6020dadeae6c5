/*
 * NetBIOS: messages of a session.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_sessions.h"

#include <string.h>

#include "api/debug.h"

/* A session that has lost its place in the stream, or its other side, cannot go on. */
static UCHAR end_if_broken(struct netbios_session *session, UCHAR result)
{
    if (result != NRC_GOODRET && result != NRC_INCOMP)
    {
        netbios_session_end(session);
    }
    return result;
}

/* ---- Sending -------------------------------------------------------------------------------- */

struct part
{
    const void *data;
    WORD length;
};

static UCHAR send_message(struct netbios_session *session, const struct part parts[2],
                          const struct netbios_wait *wait)
{
    const struct netbios_frame_header header = { NETBIOS_SESSION_MESSAGE,
                                                 (uint32_t)parts[0].length + parts[1].length };
    struct writer frame = { 0 };
    UCHAR result = NRC_NORES;

    netbios_frame_header_encode(&header, &frame);
    if (!frame.failed)
    {
        result = netbios_socket_send(session, frame.data, frame.size, wait);
    }
    writer_free(&frame);
    for (size_t i = 0; i < 2 && result == NRC_GOODRET; i++)
    {
        result = netbios_socket_send(session, parts[i].data, parts[i].length, wait);
    }
    return end_if_broken(session, result);
}

static UCHAR send_parts(struct netbios_command *command, const struct part parts[2])
{
    const NCB *ncb = command->ncb;
    struct netbios_session *session = netbios_session_find(ncb->ncb_lana_num, ncb->ncb_lsn);
    struct netbios_wait wait;
    UCHAR result = NRC_BADDR;

    if (!session)
    {
        return NRC_SNUMOUT;
    }
    if ((parts[0].data || !parts[0].length) && (parts[1].data || !parts[1].length))
    {
        wait = netbios_wait_begin(command, session->send_timeout);
        InterlockedIncrement(&session->sends);
        result = netbios_take_turn(session, session->send_turn, &wait);
        if (result == NRC_GOODRET)
        {
            result = send_message(session, parts, &wait);
            ReleaseMutex(session->send_turn);
        }
        InterlockedDecrement(&session->sends);
    }
    netbios_session_release(session);
    return result;
}

UCHAR netbios_send(struct netbios_command *command)
{
    const NCB *ncb = command->ncb;
    const struct part parts[2] = { { ncb->ncb_buffer, ncb->ncb_length }, { NULL, 0 } };

    return send_parts(command, parts);
}

/* The called name holds the length of the second buffer and its address, unaligned. */
UCHAR netbios_chain_send(struct netbios_command *command)
{
    const NCB *ncb = command->ncb;
    struct part parts[2] = { { ncb->ncb_buffer, ncb->ncb_length }, { NULL, 0 } };

    memcpy(&parts[1].length, ncb->ncb_callname, sizeof(parts[1].length));
    memcpy(&parts[1].data, ncb->ncb_callname + sizeof(parts[1].length), sizeof(parts[1].data));
    return send_parts(command, parts);
}

/* ---- Receiving ------------------------------------------------------------------------------ */

/* Receives the rest of a header. A part of it is kept for the next command. */
static UCHAR receive_header(struct netbios_session *session, struct netbios_frame_header *header,
                            const struct netbios_wait *wait)
{
    struct reader reader = reader_over(session->header, sizeof(session->header));

    while (session->header_length < sizeof(session->header))
    {
        size_t received = 0;
        UCHAR result = netbios_socket_receive(session, session->header + session->header_length,
                                              sizeof(session->header) - session->header_length,
                                              &received, wait);

        if (result != NRC_GOODRET)
        {
            BOOL is_cut = result == NRC_SCLOSED && session->header_length;

            return is_cut ? NRC_SABORT : result;
        }
        session->header_length += received;
    }
    session->header_length = 0;
    return netbios_frame_header_decode(header, &reader) ? NRC_GOODRET : NRC_SABORT;
}

/* Passes over what only keeps the connection open. */
static UCHAR receive_message_header(struct netbios_session *session,
                                    const struct netbios_wait *wait)
{
    struct netbios_frame_header header = { NETBIOS_SESSION_KEEP_ALIVE, 0 };
    UCHAR result = NRC_GOODRET;

    while (result == NRC_GOODRET && header.type == NETBIOS_SESSION_KEEP_ALIVE && !header.length)
    {
        result = netbios_wait_result(session, wait);
        if (result == NRC_GOODRET)
        {
            result = receive_header(session, &header, wait);
        }
    }
    if (result == NRC_GOODRET && header.type != NETBIOS_SESSION_MESSAGE)
    {
        WARN("packet of type %#x\n", header.type);
        return NRC_SABORT;
    }
    session->message_left = result == NRC_GOODRET ? header.length : 0;
    return result;
}

/* Receives a message, or what its last command has left of one. */
static UCHAR receive_message(struct netbios_session *session, NCB *ncb,
                             const struct netbios_wait *wait)
{
    size_t wanted = ncb->ncb_length;
    size_t done = 0;
    UCHAR result = NRC_GOODRET;

    if (!session->message_left)
    {
        result = receive_message_header(session, wait);
    }
    while (result == NRC_GOODRET && session->message_left && done < wanted)
    {
        size_t size = wanted - done < session->message_left ? wanted - done : session->message_left;
        size_t received = 0;

        result = netbios_socket_receive(session, ncb->ncb_buffer + done, size, &received, wait);
        result = result == NRC_SCLOSED ? NRC_SABORT : result;
        done += received;
        session->message_left -= received;
    }
    ncb->ncb_length = (WORD)done;
    if ((result == NRC_CMDTMO || result == NRC_CMDCAN) && done)
    {
        return NRC_INCOMP; /* the bytes are with the caller now, and more will come */
    }
    if (result == NRC_CMDTMO || result == NRC_CMDCAN)
    {
        return result; /* nothing is lost */
    }
    if (result == NRC_GOODRET && session->message_left)
    {
        return NRC_INCOMP;
    }
    return end_if_broken(session, result);
}

UCHAR netbios_receive(struct netbios_command *command)
{
    NCB *ncb = command->ncb;
    struct netbios_session *session = netbios_session_find(ncb->ncb_lana_num, ncb->ncb_lsn);
    struct netbios_wait wait;
    UCHAR result = NRC_BADDR;

    if (!session)
    {
        return NRC_SNUMOUT;
    }
    if (ncb->ncb_buffer || !ncb->ncb_length)
    {
        wait = netbios_wait_begin(command, session->receive_timeout);
        InterlockedIncrement(&session->receives);
        result = netbios_take_turn(session, session->receive_turn, &wait);
        if (result == NRC_GOODRET)
        {
            result = receive_message(session, ncb, &wait);
            ReleaseMutex(session->receive_turn);
        }
        InterlockedDecrement(&session->receives);
    }
    netbios_session_release(session);
    return result;
}
