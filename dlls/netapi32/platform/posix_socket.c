/*
 * Sockets on POSIX systems, for the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/status.h"
#include "platform/address.h"
#include "platform/socket_address.h"

/* A DNS name in UTF-8 with its terminator. */
#define HOST_SIZE (NAME_LENGTH_MAX * 3 + 1)

/* The longest that the system waits before the clock is looked at, in milliseconds. */
#define WAIT_MAX 1000

/* Once connected the descriptor blocks, up to the times that the system was told: a receive that
 * waits is one call into the system, and not the three of trying, polling and trying again. */
struct platform_socket
{
    int descriptor;
    unsigned int receive_wait; /* that the system was told, in milliseconds */
    unsigned int send_wait;
};

struct address_list
{
    struct addrinfo *first;
};

uint32_t address_list_find(const struct utf16_name *host, uint16_t port, enum address_lookup lookup,
                           struct address_list **found)
{
    struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC };
    struct address_list *list = calloc(1, sizeof(*list));
    char name[HOST_SIZE];
    char service[8];
    int error = EAI_NONAME;

    *found = NULL;
    if (!list)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    hints.ai_flags = lookup == ADDRESS_NUMERIC ? AI_NUMERICHOST : 0;
    snprintf(service, sizeof(service), "%u", port);
    if (utf16_to_utf8(utf16_from_name(host), name, sizeof(name)))
    {
        error = getaddrinfo(name, service, &hints, &list->first);
    }
    if (error)
    {
        free(list);
        return error == EAI_MEMORY ? ERROR_NOT_ENOUGH_MEMORY : ERROR_BAD_NETPATH;
    }
    *found = list;
    return ERROR_SUCCESS;
}

size_t address_list_count(const struct address_list *list)
{
    size_t count = 0;

    for (const struct addrinfo *info = list->first; info; info = info->ai_next)
    {
        count++;
    }
    return count;
}

void address_list_get(const struct address_list *list, size_t index, struct ip_endpoint *endpoint)
{
    const struct addrinfo *info = list->first;

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
        freeaddrinfo(list->first);
        free(list);
    }
}

/* Waits until the socket can be written to or has failed. */
static uint32_t wait_to_write(int descriptor, uint64_t deadline)
{
    for (;;)
    {
        struct pollfd poll_descriptor = { .fd = descriptor, .events = POLLOUT };
        uint64_t now = platform_now();
        uint64_t left = deadline > now ? deadline - now : 0;
        int ready = poll(&poll_descriptor, 1, left > INT16_MAX ? INT16_MAX : (int)left);

        if (ready > 0)
        {
            return ERROR_SUCCESS;
        }
        if (ready < 0 && errno != EINTR)
        {
            return ERROR_NETNAME_DELETED;
        }
        if (platform_now() >= deadline)
        {
            return ERROR_SEM_TIMEOUT;
        }
    }
}

static uint32_t connect_error(int error)
{
    switch (error)
    {
    case ECONNREFUSED: return ERROR_CONNECTION_REFUSED;
    case ENOMEM: return ERROR_NOT_ENOUGH_MEMORY;
    case ENOBUFS:
    case EMFILE:
    case ENFILE: return ERROR_NO_SYSTEM_RESOURCES;
    default: return ERROR_BAD_NETPATH;
    }
}

static uint32_t connect_descriptor(int descriptor, const struct addrinfo *info, uint64_t deadline)
{
    int error = 0;
    socklen_t size = sizeof(error);
    uint32_t status = ERROR_SUCCESS;

    if (connect(descriptor, info->ai_addr, info->ai_addrlen) < 0)
    {
        if (errno != EINPROGRESS)
        {
            return connect_error(errno);
        }
        status = wait_to_write(descriptor, deadline);
        if (status)
        {
            return status;
        }
        if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0 || error)
        {
            return connect_error(error);
        }
    }
    return ERROR_SUCCESS;
}

uint32_t address_connect(const struct address_list *list, size_t index, uint64_t deadline,
                         struct platform_socket **connected)
{
    const struct addrinfo *info = list->first;
    struct platform_socket *result = calloc(1, sizeof(*result));
    const int on = 1;
    uint32_t status = ERROR_SUCCESS;

    if (!result)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (; index; index--)
    {
        info = info->ai_next;
    }
    result->descriptor = socket(info->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    status = result->descriptor < 0 ? connect_error(errno)
                                    : connect_descriptor(result->descriptor, info, deadline);
    if (status)
    {
        platform_close(result);
        return status;
    }
    setsockopt(result->descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    fcntl(result->descriptor, F_SETFL, 0); /* no longer O_NONBLOCK */
    *connected = result;
    return ERROR_SUCCESS;
}

/* Has the system wait no longer than until the deadline: *told, which it was told before, is left as
 * it is while it is not too long, and not so short that it would wake us often. False when there is
 * no time left. */
static bool limit_wait(int descriptor, int option, unsigned int *told, uint64_t deadline)
{
    const uint64_t now = platform_now();
    const uint64_t left = deadline > now ? deadline - now : 0;
    const unsigned int most = left < WAIT_MAX ? (unsigned int)left : WAIT_MAX;

    if (most && (*told > most || *told < most / 4))
    {
        const unsigned int wait = most < WAIT_MAX ? (most + 1) / 2 : most;
        const struct timeval time = { wait / 1000, wait % 1000 * 1000 };

        setsockopt(descriptor, SOL_SOCKET, option, &time, sizeof(time));
        *told = wait;
    }
    return most != 0;
}

uint32_t platform_send(struct platform_socket *connected, const void *data, size_t size,
                       uint64_t deadline)
{
    const uint8_t *bytes = data;

    while (size)
    {
        const bool may_wait =
            limit_wait(connected->descriptor, SO_SNDTIMEO, &connected->send_wait, deadline);
        const ssize_t sent =
            send(connected->descriptor, bytes, size, MSG_NOSIGNAL | (may_wait ? 0 : MSG_DONTWAIT));

        if (sent >= 0)
        {
            bytes += sent;
            size -= (size_t)sent;
            continue;
        }
        if (errno != EAGAIN && errno != EINTR)
        {
            return ERROR_NETNAME_DELETED;
        }
        if (!may_wait)
        {
            return ERROR_SEM_TIMEOUT;
        }
    }
    return ERROR_SUCCESS;
}

uint32_t platform_receive(struct platform_socket *connected, void *data, size_t size,
                          size_t *received, uint64_t deadline)
{
    for (;;)
    {
        const bool may_wait =
            limit_wait(connected->descriptor, SO_RCVTIMEO, &connected->receive_wait, deadline);
        const ssize_t count = recv(connected->descriptor, data, size, may_wait ? 0 : MSG_DONTWAIT);

        if (count > 0)
        {
            *received = (size_t)count;
            return ERROR_SUCCESS;
        }
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
        {
            return ERROR_NETNAME_DELETED;
        }
        if (!may_wait)
        {
            return ERROR_SEM_TIMEOUT;
        }
    }
}

void platform_close(struct platform_socket *connected)
{
    if (!connected)
    {
        return;
    }
    if (connected->descriptor >= 0)
    {
        close(connected->descriptor);
    }
    free(connected);
}
