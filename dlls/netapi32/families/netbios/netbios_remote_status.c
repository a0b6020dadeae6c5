/*
 * NetBIOS: the status of another computer's adapter.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include "families/netbios/netbios_remote_status.h"

#include <string.h>

#include "api/debug.h"
#include "base/wire.h"
#include "families/netbios/netbios_frame.h"

/* [RFC 1002] 4.2.1 */
#define NAME_SERVICE_PORT 137
#define TYPE_NBSTAT       0x0021
#define CLASS_IN          0x0001
#define RESPONSE          0x8000
#define HEADER_SIZE       12
#define REQUEST_SIZE      (HEADER_SIZE + NETBIOS_WIRE_NAME_SIZE + 4)
/* [RFC 1002] 4.2.18 */
#define GROUP_FLAG    0x8000
#define CONFLICT_FLAG 0x0800
/* UCAST_REQ_RETRY_TIMEOUT and UCAST_REQ_RETRY_COUNT, [RFC 1002] 6 */
#define RETRY_MILLISECONDS 1500
#define RETRY_COUNT        3
#define ANSWER_MAX         1500

static void put_u16(uint8_t *data, uint16_t value)
{
    data[0] = (uint8_t)(value >> 8);
    data[1] = (uint8_t)value;
}

/* NODE STATUS REQUEST for any name. */
static void write_request(uint8_t request[REQUEST_SIZE], uint16_t id)
{
    static const uint8_t any_name[NETBIOS_NAME_SIZE] = "*";

    memset(request, 0, REQUEST_SIZE);
    put_u16(request, id);
    put_u16(request + 4, 1); /* questions */
    netbios_wire_name_write(request + HEADER_SIZE, any_name);
    put_u16(request + REQUEST_SIZE - 4, TYPE_NBSTAT);
    put_u16(request + REQUEST_SIZE - 2, CLASS_IN);
}

static UCHAR name_flags(uint16_t flags)
{
    return (UCHAR)((flags & GROUP_FLAG ? GROUP_NAME : UNIQUE_NAME) |
                   (flags & CONFLICT_FLAG ? DUPLICATE : REGISTERED));
}

/* NODE STATUS RESPONSE: names, then statistics that begin with the MAC address. */
static BOOL read_answer(struct reader *answer, uint16_t id, NCB *ncb, UCHAR *result)
{
    ADAPTER_STATUS status = { .rev_major = 3, .adapter_type = 0xfe };
    size_t room = (ncb->ncb_length - sizeof(status)) / sizeof(NAME_BUFFER);
    BOOL is_answer = reader_u16_big_endian(answer) == id;

    is_answer = reader_u16_big_endian(answer) & RESPONSE && is_answer;
    reader_skip(answer, HEADER_SIZE - 4 + NETBIOS_WIRE_NAME_SIZE);
    is_answer = reader_u16_big_endian(answer) == TYPE_NBSTAT && is_answer;
    reader_skip(answer, 2 + 4 + 2); /* class, time to live, size */
    status.name_count = reader_u8(answer);
    for (size_t i = 0; i < status.name_count && is_answer && !answer->failed; i++)
    {
        NAME_BUFFER name = { .name_num = (UCHAR)(i + 1) };

        reader_copy(answer, name.name, sizeof(name.name));
        name.name_flags = name_flags(reader_u16_big_endian(answer));
        if (i < room && !answer->failed)
        {
            memcpy(ncb->ncb_buffer + sizeof(status) + i * sizeof(name), &name, sizeof(name));
        }
    }
    reader_copy(answer, status.adapter_address, sizeof(status.adapter_address));
    if (!is_answer || answer->failed)
    {
        return FALSE;
    }
    memcpy(ncb->ncb_buffer, &status, sizeof(status));
    *result = status.name_count > room ? NRC_INCOMP : NRC_GOODRET;
    return TRUE;
}

/* Asks once, and takes what comes in time. */
static UCHAR ask(SOCKET socket, uint16_t id, NCB *ncb, HANDLE readable, HANDLE cancelled)
{
    const HANDLE events[] = { readable, cancelled };
    uint8_t request[REQUEST_SIZE];
    uint8_t data[ANSWER_MAX];
    UCHAR result = NRC_CMDTMO;

    write_request(request, id);
    send(socket, (const char *)request, sizeof(request), 0);
    switch (WaitForMultipleObjects(ARRAYSIZE(events), events, FALSE, RETRY_MILLISECONDS))
    {
    case WAIT_OBJECT_0: {
        int size = recv(socket, (char *)data, sizeof(data), 0);
        struct reader answer = reader_over(data, size > 0 ? (size_t)size : 0);

        WSAResetEvent(readable);
        read_answer(&answer, id, ncb, &result);
        return result;
    }
    case WAIT_OBJECT_0 + 1: return NRC_CMDCAN;
    default: return NRC_CMDTMO;
    }
}

UCHAR netbios_remote_status(struct netbios_command *command)
{
    SOCKADDR_IN peer = { .sin_family = AF_INET, .sin_port = htons(NAME_SERVICE_PORT) };
    SOCKET socket = INVALID_SOCKET;
    HANDLE readable = NULL;
    uint16_t id = 0;
    UCHAR result = NRC_CMDTMO;

    if (!netbios_resolve(command->ncb->ncb_callname, &peer.sin_addr.s_addr))
    {
        return NRC_CMDTMO;
    }
    socket = WSASocketW(AF_INET, SOCK_DGRAM, IPPROTO_UDP, NULL, 0, WSA_FLAG_OVERLAPPED);
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
