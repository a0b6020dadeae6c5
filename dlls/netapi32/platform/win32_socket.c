/*
 * Sockets on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <ws2tcpip.h>

#include <stdio.h>
#include <stdlib.h>

#include "platform/address.h"
#include "platform/socket_address.h"

/* The most that one call hands to the system, whose sizes are ints. */
#define CHUNK_MAX 0x40000000u

struct platform_socket
{
    SOCKET handle;
    WSAEVENT ready; /* set when what was waited for has come: one thread at a time uses a socket */
};

struct address_list
{
    ADDRINFOW *first;
};

uint32_t address_list_find(const struct utf16_name *host, uint16_t port, enum address_lookup lookup,
                           struct address_list **found)
{
    ADDRINFOW hints = { .ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC };
    struct address_list *list = calloc(1, sizeof(*list));
    WCHAR service[8];
    int error = 0;

    *found = NULL;
    if (!list)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    hints.ai_flags = lookup == ADDRESS_NUMERIC ? AI_NUMERICHOST : 0;
    _snwprintf(service, ARRAYSIZE(service), L"%u", port);
    error = GetAddrInfoW((const WCHAR *)host->units, service, &hints, &list->first);
    if (error)
    {
        free(list);
        return error == WSA_NOT_ENOUGH_MEMORY ? ERROR_NOT_ENOUGH_MEMORY : ERROR_BAD_NETPATH;
    }
    *found = list;
    return ERROR_SUCCESS;
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

void address_list_get(const struct address_list *list, size_t index, struct ip_endpoint *endpoint)
{
    const ADDRINFOW *info = list->first;

    for (; index; index--)
    {
        info = info->ai_next;
    }
    endpoint_from_socket_address(info->ai_addr, endpoint);
}

void address_list_free(struct address_list *list)
{
    if (list)
    {
        FreeAddrInfoW(list->first);
        free(list);
    }
}

/* How long from now to the deadline, for the system. */
static DWORD patience(uint64_t deadline)
{
    const uint64_t now = platform_now();
    const uint64_t left = deadline > now ? deadline - now : 0;

    return left < INFINITE ? (DWORD)left : INFINITE - 1;
}

static bool wait_for(WSAEVENT event, uint64_t deadline)
{
    return WSAWaitForMultipleEvents(1, &event, FALSE, patience(deadline), FALSE) ==
           WSA_WAIT_EVENT_0;
}

static uint32_t connect_error(int error)
{
    switch (error)
    {
    case WSAECONNREFUSED: return ERROR_CONNECTION_REFUSED;
    case WSA_NOT_ENOUGH_MEMORY: return ERROR_NOT_ENOUGH_MEMORY;
    case WSAENOBUFS:
    case WSAEMFILE: return ERROR_NO_SYSTEM_RESOURCES;
    default: return ERROR_BAD_NETPATH;
    }
}

/* An event, for Wine takes milliseconds more to say by select() that a connection stands. */
static uint32_t connect_handle(const struct platform_socket *connected, const ADDRINFOW *info,
                               uint64_t deadline)
{
    const SOCKET handle = connected->handle;
    WSANETWORKEVENTS happened = { 0 };
    uint32_t status = ERROR_SUCCESS;

    if (WSAEventSelect(handle, connected->ready, FD_CONNECT))
    {
        return ERROR_BAD_NETPATH;
    }
    if (connect(handle, info->ai_addr, (int)info->ai_addrlen))
    {
        if (WSAGetLastError() != WSAEWOULDBLOCK)
        {
            status = connect_error(WSAGetLastError());
        }
        else if (!wait_for(connected->ready, deadline))
        {
            status = ERROR_SEM_TIMEOUT;
        }
        else if (WSAEnumNetworkEvents(handle, connected->ready, &happened) ||
                 happened.iErrorCode[FD_CONNECT_BIT])
        {
            status = connect_error(happened.iErrorCode[FD_CONNECT_BIT]);
        }
    }
    WSAEventSelect(handle, NULL, 0);
    return status;
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
    status = result->handle == INVALID_SOCKET ? connect_error(WSAGetLastError()) : ERROR_SUCCESS;
    result->ready = WSACreateEvent();
    if (!status && result->ready == WSA_INVALID_EVENT)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = connect_handle(result, info, deadline);
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

/* ---- Bytes ----------------------------------------------------------------------------------- */

/* How long an operation that was told to end may take to do so, in milliseconds, until it is told again. */
#define END_WAIT 20

/* Whether an operation is done. */
static bool is_done(const struct platform_socket *connected, WSAOVERLAPPED *operation, DWORD *count)
{
    DWORD flags = 0;

    return WSAGetOverlappedResult(connected->handle, operation, count, FALSE, &flags) ||
           WSAGetLastError() != WSA_IO_INCOMPLETE;
}

/* Ends an operation. Once is not enough: Wine takes no notice while it looks whether the operation can go
 * on, which urgent data has it do all the time. Nothing may be given up before that: the system still has
 * our memory. */
static void end_operation(const struct platform_socket *connected, WSAOVERLAPPED *operation,
                          DWORD *count)
{
    while (!is_done(connected, operation, count))
    {
        CancelIoEx((HANDLE)connected->handle, operation);
        wait_for(connected->ready, platform_now() + END_WAIT);
    }
}

/* Waits until the operation is done; where it is too late, ends it. What was done in the last moment
 * counts. */
static uint32_t finish(const struct platform_socket *connected, WSAOVERLAPPED *operation,
                       DWORD *count, uint64_t deadline)
{
    const bool is_late = !wait_for(connected->ready, deadline);
    DWORD flags = 0;

    if (is_late)
    {
        end_operation(connected, operation, count);
    }
    if (WSAGetOverlappedResult(connected->handle, operation, count, TRUE, &flags))
    {
        return ERROR_SUCCESS;
    }
    return is_late ? ERROR_SEM_TIMEOUT : ERROR_NETNAME_DELETED;
}

/* `result` is what the start of the operation returned: one request to the system, and nothing to wait
 * for where it could be done at once. */
static uint32_t transferred(const struct platform_socket *connected, int result,
                            WSAOVERLAPPED *operation, DWORD *count, uint64_t deadline)
{
    uint32_t status = ERROR_SUCCESS;

    if (result)
    {
        status = WSAGetLastError() == WSA_IO_PENDING ? finish(connected, operation, count, deadline)
                                                     : ERROR_NETNAME_DELETED;
    }
    return !status && !*count ? ERROR_NETNAME_DELETED : status;
}

uint32_t platform_send(struct platform_socket *connected, const void *data, size_t size,
                       uint64_t deadline)
{
    const char *bytes = data;
    uint32_t status = ERROR_SUCCESS;

    while (size && !status)
    {
        WSABUF buffer = { (ULONG)(size > CHUNK_MAX ? CHUNK_MAX : size), (char *)bytes };
        WSAOVERLAPPED operation = { .hEvent = connected->ready };
        DWORD sent = 0;
        const int result = WSASend(connected->handle, &buffer, 1, &sent, 0, &operation, NULL);

        status = transferred(connected, result, &operation, &sent, deadline);
        bytes += sent;
        size -= sent;
    }
    return status;
}

uint32_t platform_receive(struct platform_socket *connected, void *data, size_t size,
                          size_t *received, uint64_t deadline)
{
    WSABUF buffer = { (ULONG)(size > CHUNK_MAX ? CHUNK_MAX : size), data };
    WSAOVERLAPPED operation = { .hEvent = connected->ready };
    DWORD flags = 0;
    DWORD count = 0;
    const int result = WSARecv(connected->handle, &buffer, 1, &count, &flags, &operation, NULL);
    const uint32_t status = transferred(connected, result, &operation, &count, deadline);

    *received = count;
    return status;
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
    if (connected->ready != WSA_INVALID_EVENT)
    {
        WSACloseEvent(connected->ready);
    }
    free(connected);
}
