/*
 * NetBIOS: the status of another computer's adapter.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include "families/netbios/netbios_remote_status.h"

#include <string.h>

#include "api/debug.h"
#include "families/netbios/netbios_node_status.h"

/* UCAST_REQ_RETRY_TIMEOUT and UCAST_REQ_RETRY_COUNT, [RFC 1002] 6 */
#define RETRY_MILLISECONDS 1500
#define RETRY_COUNT        3

static UCHAR name_flags(uint16_t flags)
{
    return (UCHAR)((flags & NETBIOS_NAME_GROUP ? GROUP_NAME : UNIQUE_NAME) |
                   (flags & NETBIOS_NAME_CONFLICT ? DUPLICATE : REGISTERED));
}

/* Fills the buffer: the status, then as many names as fit. */
static UCHAR give_status(const struct netbios_node_status *node, NCB *ncb)
{
    ADAPTER_STATUS status = { .rev_major = 3, .adapter_type = 0xfe };
    const size_t room = (ncb->ncb_length - sizeof(status)) / sizeof(NAME_BUFFER);

    status.name_count = node->name_count;
    memcpy(status.adapter_address, node->mac_address, sizeof(status.adapter_address));
    memcpy(ncb->ncb_buffer, &status, sizeof(status));
    for (size_t i = 0; i < node->name_count && i < room; i++)
    {
        NAME_BUFFER name = { .name_num = (UCHAR)(i + 1),
                             .name_flags = name_flags(node->names[i].flags) };

        memcpy(name.name, node->names[i].name, sizeof(name.name));
        memcpy(ncb->ncb_buffer + sizeof(status) + i * sizeof(name), &name, sizeof(name));
    }
    return node->name_count > room ? NRC_INCOMP : NRC_GOODRET;
}

/* Takes a datagram. NRC_CMDTMO if it is no answer to the request. */
static UCHAR receive_answer(SOCKET socket, uint16_t id, NCB *ncb)
{
    uint8_t data[NETBIOS_NODE_STATUS_MAX];
    const int size = recv(socket, (char *)data, sizeof(data), 0);
    const struct bytes datagram = { data, size > 0 ? (size_t)size : 0 };
    struct netbios_node_status node;

    if (!netbios_node_status_decode(&node, id, datagram))
    {
        WARN("%d bytes that are no node status\n", size);
        return NRC_CMDTMO;
    }
    return give_status(&node, ncb);
}

static bool send_request(SOCKET socket, uint16_t id)
{
    struct writer request = { 0 };
    bool is_sent = false;

    netbios_node_status_request_encode(id, &request);
    if (!request.failed)
    {
        is_sent = send(socket, (const char *)request.data, (int)request.size, 0) != SOCKET_ERROR;
    }
    writer_free(&request);
    return is_sent;
}

/* Asks once, and takes what comes in time. */
static UCHAR ask(SOCKET socket, uint16_t id, NCB *ncb, HANDLE readable, HANDLE cancelled)
{
    const HANDLE events[] = { readable, cancelled };

    if (!send_request(socket, id))
    {
        WARN("the request cannot be sent\n");
    }
    switch (WaitForMultipleObjects(ARRAYSIZE(events), events, FALSE, RETRY_MILLISECONDS))
    {
    case WAIT_OBJECT_0: WSAResetEvent(readable); return receive_answer(socket, id, ncb);
    case WAIT_OBJECT_0 + 1: return NRC_CMDCAN;
    default: return NRC_CMDTMO;
    }
}

UCHAR netbios_remote_status(struct netbios_command *command)
{
    SOCKADDR_IN peer = { .sin_family = AF_INET, .sin_port = htons(NETBIOS_NAME_SERVICE_PORT) };
    const ULONGLONG deadline = GetTickCount64() + RETRY_COUNT * RETRY_MILLISECONDS;
    SOCKET socket = INVALID_SOCKET;
    HANDLE readable = NULL;
    uint16_t id = 0;
    UCHAR result = NRC_CMDTMO;

    if (!netbios_resolve(command->ncb->ncb_callname, deadline, &peer.sin_addr.s_addr))
    {
        return NRC_CMDTMO;
    }
    socket = WSASocketW(AF_INET, SOCK_DGRAM, IPPROTO_UDP, NULL, 0,
                        WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    readable = CreateEventW(NULL, TRUE, FALSE, NULL);
    /* A connected socket gets datagrams from its peer alone; the number is not to be guessed. */
    if (socket == INVALID_SOCKET || !readable || platform_random(&id, sizeof(id)) ||
        connect(socket, (const SOCKADDR *)&peer, sizeof(peer)) ||
        WSAEventSelect(socket, readable, FD_READ))
    {
        result = NRC_OSRESNOTAV;
    }
    for (size_t i = 0; i < RETRY_COUNT && result == NRC_CMDTMO; i++)
    {
        result = ask(socket, id, command->ncb, readable, command->cancelled);
    }
    if (socket != INVALID_SOCKET)
    {
        closesocket(socket);
    }
    if (readable)
    {
        CloseHandle(readable);
    }
    return result;
}
