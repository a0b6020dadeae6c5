/*
 * A port on loopback behind which no SMB server is, but something that behaves badly.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define CONNECTIONS_MAX 16

struct peer
{
    enum peer_manner manner;
    struct bytes says;
    struct sockaddr_in address;
    int listener;
    int stop_pipe[2]; /* closed at its writing end to stop the thread */
    pthread_t thread;
    atomic_uint accepted;
    int connections[CONNECTIONS_MAX];
    unsigned int connection_count;
};

static void keep(struct peer *peer, int connection)
{
    if (connection >= 0 && peer->connection_count < CONNECTIONS_MAX)
    {
        peer->connections[peer->connection_count++] = connection;
    }
    else if (connection >= 0)
    {
        close(connection);
    }
}

static void receive_caller(struct peer *peer)
{
    int connection = accept4(peer->listener, NULL, NULL, SOCK_CLOEXEC);

    atomic_fetch_add(&peer->accepted, 1);
    if (peer->manner == PEER_CLOSES)
    {
        close(connection);
        return;
    }
    if (peer->says.size)
    {
        (void)!send(connection, peer->says.data, peer->says.size, MSG_NOSIGNAL);
    }
    if (peer->manner == PEER_HANGS_UP)
    {
        shutdown(connection, SHUT_WR);
    }
    keep(peer, connection);
}

static void *serve(void *argument)
{
    struct peer *peer = argument;

    for (;;)
    {
        struct pollfd events[] = {
            { .fd = peer->stop_pipe[0], .events = POLLIN },
            { .fd = peer->listener, .events = POLLIN },
        };

        poll(events, 2, -1);
        if (events[0].revents)
        {
            return NULL;
        }
        receive_caller(peer);
    }
}

static const struct sockaddr *address_of(const struct peer *peer)
{
    return (const struct sockaddr *)&peer->address;
}

/* Connects without ever being accepted, until there is no room for more. */
static void fill_backlog(struct peer *peer)
{
    for (int i = 0; i < 4; i++)
    {
        int connection = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

        (void)!connect(connection, address_of(peer), sizeof(peer->address));
        keep(peer, connection);
    }
}

struct peer *peer_start(enum peer_manner manner, struct bytes says)
{
    struct peer *peer = calloc(1, sizeof(*peer));
    socklen_t size = sizeof(peer->address);

    if (!peer)
    {
        return NULL;
    }
    peer->manner = manner;
    peer->says = says;
    peer->address.sin_family = AF_INET;
    peer->address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (pipe(peer->stop_pipe) || bind(peer->listener, address_of(peer), sizeof(peer->address)) ||
        getsockname(peer->listener, (struct sockaddr *)&peer->address, &size))
    {
        abort();
    }
    switch (manner)
    {
    case PEER_CLOSES:
    case PEER_STAYS:
    case PEER_HANGS_UP:
        listen(peer->listener, CONNECTIONS_MAX);
        pthread_create(&peer->thread, NULL, serve, peer);
        break;
    case PEER_NEVER_ACCEPTS:
        listen(peer->listener, 0);
        fill_backlog(peer);
        break;
    case PEER_REFUSES: break;
    }
    return peer;
}

uint16_t peer_port(const struct peer *peer)
{
    return ntohs(peer->address.sin_port);
}

unsigned int peer_accepted(const struct peer *peer)
{
    return atomic_load(&peer->accepted);
}

void peer_stop(struct peer *peer)
{
    close(peer->stop_pipe[1]);
    if (peer->thread)
    {
        pthread_join(peer->thread, NULL);
    }
    close(peer->stop_pipe[0]);
    close(peer->listener);
    for (unsigned int i = 0; i < peer->connection_count; i++)
    {
        close(peer->connections[i]);
    }
    free(peer);
}
