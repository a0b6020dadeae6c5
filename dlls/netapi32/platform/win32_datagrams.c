/*
 * Datagrams on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <ws2tcpip.h>

#include <stdlib.h>

#include "platform/platform.h"
#include "platform/socket_address.h"

/* How long one wait takes at most, in milliseconds: an error of a socket sets no event. */
#define WAIT_MAX 100

struct platform_datagrams
{
    SOCKET peers[PLATFORM_PEERS_MAX];
    size_t count;
    WSAEVENT ready; /* set when any of them has something */
};

uint32_t platform_datagrams_open(struct platform_datagrams **opened)
{
    *opened = calloc(1, sizeof(**opened));
    if (!*opened)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    (*opened)->ready = WSACreateEvent();
    if ((*opened)->ready == WSA_INVALID_EVENT)
    {
        free(*opened);
        *opened = NULL;
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_add(struct platform_datagrams *datagrams,
                                const struct ip_endpoint *endpoint, size_t *peer)
{
    union socket_address address;
    const int size = socket_address_from_endpoint(endpoint, &address);
    SOCKET handle = INVALID_SOCKET;

    if (datagrams->count == PLATFORM_PEERS_MAX)
    {
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    handle = WSASocketW(address.any.sa_family, SOCK_DGRAM, IPPROTO_UDP, NULL, 0,
                        WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    if (handle == INVALID_SOCKET)
    {
        return ERROR_BAD_NETPATH;
    }
    /* Which also makes the socket one that does not wait. */
    if (WSAEventSelect(handle, datagrams->ready, FD_READ) || connect(handle, &address.any, size))
    {
        closesocket(handle);
        return ERROR_BAD_NETPATH;
    }
    *peer = datagrams->count++;
    datagrams->peers[*peer] = handle;
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                 const void *data, size_t size)
{
    if (send(datagrams->peers[peer], data, (int)size, 0) != SOCKET_ERROR)
    {
        return ERROR_SUCCESS;
    }
    switch (WSAGetLastError())
    {
    case WSAECONNREFUSED:
    case WSAECONNRESET: return ERROR_CONNECTION_REFUSED;
    default: return ERROR_BAD_NETPATH;
    }
}

/* False when there is nothing of this peer. */
static bool receive_from(struct platform_datagrams *datagrams, size_t peer, void *data, size_t size,
                         size_t *received, uint32_t *status)
{
    const int count = recv(datagrams->peers[peer], data, (int)size, 0);
    const int error = count == SOCKET_ERROR ? WSAGetLastError() : 0;

    if (!error || error == WSAEMSGSIZE)
    {
        *received = error ? size : (size_t)count;
        *status = ERROR_SUCCESS;
        return true;
    }
    *status = ERROR_CONNECTION_REFUSED;
    return error != WSAEWOULDBLOCK && error != WSAEINTR;
}

uint32_t platform_datagrams_receive(struct platform_datagrams *datagrams, void *data, size_t size,
                                    size_t *received, size_t *peer, uint64_t deadline)
{
    uint32_t status = ERROR_SUCCESS;

    for (;;)
    {
        uint64_t now = 0;

        /* Before they are looked at: what comes afterwards sets it again. */
        WSAResetEvent(datagrams->ready);
        for (*peer = 0; *peer < datagrams->count; (*peer)++)
        {
            if (receive_from(datagrams, *peer, data, size, received, &status))
            {
                return status;
            }
        }
        now = platform_now();
        if (now >= deadline)
        {
            return ERROR_SEM_TIMEOUT;
        }
        WSAWaitForMultipleEvents(1, &datagrams->ready, FALSE,
                                 deadline - now < WAIT_MAX ? (DWORD)(deadline - now) : WAIT_MAX,
                                 FALSE);
    }
}

void platform_datagrams_close(struct platform_datagrams *datagrams)
{
    if (!datagrams)
    {
        return;
    }
    for (size_t i = 0; i < datagrams->count; i++)
    {
        closesocket(datagrams->peers[i]);
    }
    WSACloseEvent(datagrams->ready);
    free(datagrams);
}
