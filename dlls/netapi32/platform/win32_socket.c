/*
 * Sockets on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <ws2tcpip.h>

#include <stdio.h>
#include <stdlib.h>

#include "platform/address.h"

/* The most that one call hands to the system, whose sizes are ints. */
#define CHUNK_MAX 0x40000000u

struct platform_socket
{
    SOCKET handle;
    WSAEVENT received; /* set when bytes have come that were waited for */
};

struct address_list
{
    ADDRINFOW *first;
};

struct address_list *address_list_find(const struct utf16_name *host, uint16_t port,
                                       enum address_lookup lookup)
{
    ADDRINFOW hints = { .ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC };
    struct address_list *list = calloc(1, sizeof(*list));
    WCHAR service[8];

    hints.ai_flags = lookup == ADDRESS_NUMERIC ? AI_NUMERICHOST : 0;
    _snwprintf(service, ARRAYSIZE(service), L"%u", port);
    if (!list || GetAddrInfoW((const WCHAR *)host->units, service, &hints, &list->first))
    {
        free(list);
        return NULL;
    }
    return list;
}

size_t address_list_count(const struct address_list *list)
{
    size_t count = 0;

    for (const ADDRINFOW *info = list->first; info; info = info->ai_next)
    {
        count++;
    }
    return count;
}

void address_list_free(struct address_list *list)
{
    if (list)
    {
        FreeAddrInfoW(list->first);
        free(list);
    }
}

/* Waits until the socket can be written to or has failed. */
static uint32_t wait_to_write(SOCKET handle, uint64_t deadline)
{
    uint64_t now = platform_now();
    uint64_t left = deadline > now ? deadline - now : 0;
    struct timeval timeout = { (long)(left / 1000), (long)(left % 1000) * 1000 };
    fd_set wanted;
    fd_set failed;
    int ready = 0;

    FD_ZERO(&wanted);
    FD_ZERO(&failed);
    FD_SET(handle, &wanted);
    FD_SET(handle, &failed);
    ready = select(0, NULL, &wanted, &failed, &timeout);
    if (ready < 0)
    {
        return ERROR_NETNAME_DELETED;
    }
    return ready ? ERROR_SUCCESS : ERROR_SEM_TIMEOUT;
}

static uint32_t connect_error(int error)
{
    return error == WSAECONNREFUSED ? ERROR_CONNECTION_REFUSED : ERROR_BAD_NETPATH;
}

static uint32_t connect_handle(SOCKET handle, const ADDRINFOW *info, uint64_t deadline)
{
    int error = 0;
    int size = sizeof(error);
    uint32_t status = ERROR_SUCCESS;
    u_long on = 1;

    if (ioctlsocket(handle, (long)FIONBIO, &on))
    {
        return ERROR_BAD_NETPATH;
    }
    if (connect(handle, info->ai_addr, (int)info->ai_addrlen))
    {
        if (WSAGetLastError() != WSAEWOULDBLOCK)
        {
            return connect_error(WSAGetLastError());
        }
        status = wait_to_write(handle, deadline);
        if (status)
        {
            return status;
        }
        if (getsockopt(handle, SOL_SOCKET, SO_ERROR, (char *)&error, &size) || error)
        {
            return connect_error(error);
        }
    }
    return ERROR_SUCCESS;
}

uint32_t address_connect(const struct address_list *list, size_t index, uint64_t deadline,
                         struct platform_socket **connected)
{
    const ADDRINFOW *info = list->first;
    struct platform_socket *result = malloc(sizeof(*result));
    const BOOL on = TRUE;
    uint32_t status = ERROR_SUCCESS;

    if (!result)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (; index; index--)
    {
        info = info->ai_next;
    }
    result->handle = WSASocketW(info->ai_family, SOCK_STREAM, IPPROTO_TCP, NULL, 0,
                                WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    result->received = WSACreateEvent();
    if (result->handle == INVALID_SOCKET)
    {
        status = ERROR_BAD_NETPATH;
    }
    else if (result->received == WSA_INVALID_EVENT)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    else
    {
        status = connect_handle(result->handle, info, deadline);
    }
    if (status)
    {
        platform_close(result);
        return status;
    }
    setsockopt(result->handle, IPPROTO_TCP, TCP_NODELAY, (const char *)&on, sizeof(on));
    *connected = result;
    return ERROR_SUCCESS;
}

uint32_t platform_send(struct platform_socket *connected, const void *data, size_t size,
                       uint64_t deadline)
{
    const char *bytes = data;

    while (size)
    {
        int sent = send(connected->handle, bytes, (int)(size > CHUNK_MAX ? CHUNK_MAX : size), 0);
        uint32_t status = ERROR_SUCCESS;

        if (sent >= 0)
        {
            bytes += sent;
            size -= (size_t)sent;
            continue;
        }
        if (WSAGetLastError() != WSAEWOULDBLOCK)
        {
            return ERROR_NETNAME_DELETED;
        }
        status = wait_to_write(connected->handle, deadline);
        if (status)
        {
            return status;
        }
    }
    return ERROR_SUCCESS;
}

/* Waits until a receive that is under way has ended; where it is too late, ends it. What came in the
 * last moment counts. */
static uint32_t finish_receive(const struct platform_socket *connected, WSAOVERLAPPED *overlapped,
                               DWORD *count, uint64_t deadline)
{
    const uint64_t now = platform_now();
    const uint64_t left = deadline > now ? deadline - now : 0;
    DWORD flags = 0;
    bool is_late = false;

    if (WSAWaitForMultipleEvents(1, &connected->received, FALSE,
                                 left < INFINITE ? (DWORD)left : INFINITE - 1,
                                 FALSE) != WSA_WAIT_EVENT_0)
    {
        is_late = true;
        CancelIoEx((HANDLE)connected->handle, overlapped);
    }
    if (WSAGetOverlappedResult(connected->handle, overlapped, count, TRUE, &flags))
    {
        return ERROR_SUCCESS;
    }
    return is_late ? ERROR_SEM_TIMEOUT : ERROR_NETNAME_DELETED;
}

/* One request to the system, which answers at once where bytes have come already: to ask first and to
 * wait then would be three. */
uint32_t platform_receive(struct platform_socket *connected, void *data, size_t size,
                          size_t *received, uint64_t deadline)
{
    WSABUF buffer = { (ULONG)(size > CHUNK_MAX ? CHUNK_MAX : size), data };
    WSAOVERLAPPED overlapped = { .hEvent = connected->received };
    DWORD flags = 0;
    DWORD count = 0;
    uint32_t status = ERROR_SUCCESS;

    if (WSARecv(connected->handle, &buffer, 1, &count, &flags, &overlapped, NULL))
    {
        status = WSAGetLastError() == WSA_IO_PENDING
                     ? finish_receive(connected, &overlapped, &count, deadline)
                     : ERROR_NETNAME_DELETED;
    }
    *received = count;
    return !status && !count ? ERROR_NETNAME_DELETED : status;
}

void platform_close(struct platform_socket *connected)
{
    if (!connected)
    {
        return;
    }
    if (connected->handle != INVALID_SOCKET)
    {
        closesocket(connected->handle);
    }
    if (connected->received != WSA_INVALID_EVENT)
    {
        WSACloseEvent(connected->received);
    }
    free(connected);
}
