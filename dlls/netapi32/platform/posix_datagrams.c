/*
 * Datagrams on POSIX systems, for the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/socket_address.h"

struct platform_datagrams
{
    struct pollfd peers[PLATFORM_PEERS_MAX];
    size_t count;
};

uint32_t platform_datagrams_open(struct platform_datagrams **opened)
{
    *opened = calloc(1, sizeof(**opened));
    return *opened ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

uint32_t platform_datagrams_add(struct platform_datagrams *datagrams,
                                const struct ip_endpoint *endpoint, size_t *peer)
{
    union socket_address address;
    const int size = socket_address_from_endpoint(endpoint, &address);
    int descriptor = -1;

    if (datagrams->count == PLATFORM_PEERS_MAX)
    {
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    descriptor = socket(address.any.sa_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
    {
        return ERROR_BAD_NETPATH;
    }
    if (connect(descriptor, &address.any, (socklen_t)size))
    {
        close(descriptor);
        return ERROR_BAD_NETPATH;
    }
    *peer = datagrams->count++;
    datagrams->peers[*peer] = (struct pollfd){ .fd = descriptor, .events = POLLIN };
    return ERROR_SUCCESS;
}

uint32_t platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                 const void *data, size_t size)
{
    if (send(datagrams->peers[peer].fd, data, size, MSG_NOSIGNAL) >= 0)
    {
        return ERROR_SUCCESS;
    }
    return errno == ECONNREFUSED ? ERROR_CONNECTION_REFUSED : ERROR_BAD_NETPATH;
}

/* False when there is nothing of this peer. */
static bool receive_from(struct platform_datagrams *datagrams, size_t peer, void *data, size_t size,
                         size_t *received, uint32_t *status)
{
    const ssize_t count = recv(datagrams->peers[peer].fd, data, size, 0);

    if (count >= 0)
    {
        *received = (size_t)count;
        *status = ERROR_SUCCESS;
        return true;
    }
    *status = ERROR_CONNECTION_REFUSED;
    return errno != EAGAIN && errno != EINTR;
}

uint32_t platform_datagrams_receive(struct platform_datagrams *datagrams, void *data, size_t size,
                                    size_t *received, size_t *peer, uint64_t deadline)
{
    uint32_t status = ERROR_SUCCESS;

    for (;;)
    {
        const uint64_t now = platform_now();
        const uint64_t left = deadline > now ? deadline - now : 0;
        const int ready =
            poll(datagrams->peers, datagrams->count, left > INT_MAX ? INT_MAX : (int)left);

        for (*peer = 0; ready > 0 && *peer < datagrams->count; (*peer)++)
        {
            if (datagrams->peers[*peer].revents &&
                receive_from(datagrams, *peer, data, size, received, &status))
            {
                return status;
            }
        }
        if (platform_now() >= deadline)
        {
            return ERROR_SEM_TIMEOUT;
        }
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
        close(datagrams->peers[i].fd);
    }
    free(datagrams);
}
