/*
 * A man in the middle on the network. One thread serves one connection after the other.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct proxy
{
    struct sockaddr_in server;
    struct sockaddr_in address;
    middle_change *change_request;
    middle_change *change_reply;
    int listener;
    int stop_pipe[2]; /* closed at its writing end to stop the thread */
    pthread_t thread;
    atomic_uint accepted;
    atomic_uint changed;
};

/* A connection through the proxy. */
struct passage
{
    int client;
    int server;
    struct middle_direction requests;
    struct middle_direction replies;
    struct writer memory;
};

static int make_socket(void)
{
    const int on = 1;
    int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made < 0 || setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)))
    {
        abort();
    }
    return made;
}

static bool send_all(int to, struct writer *data)
{
    size_t sent = 0;

    while (sent < data->size)
    {
        ssize_t size = send(to, data->data + sent, data->size - sent, MSG_NOSIGNAL);

        if (size < 0)
        {
            return false;
        }
        sent += (size_t)size;
    }
    writer_free(data);
    return true;
}

/* Takes over what has come on one side. False when a side has gone. */
static bool forward(struct proxy *proxy, int from, int to, struct middle_direction *direction,
                    middle_change *change, struct writer *memory)
{
    uint8_t buffer[4096];
    ssize_t size = recv(from, buffer, sizeof(buffer), 0);

    if (size <= 0)
    {
        return false;
    }
    writer_bytes(&direction->incoming, buffer, (size_t)size);
    atomic_fetch_add(&proxy->changed, middle_pass_on(direction, change, memory));
    return send_all(to, &direction->outgoing);
}

/* Forwards until a side or the proxy itself goes away. False for the latter. */
static bool serve_passage(struct proxy *proxy, struct passage *passage)
{
    for (;;)
    {
        struct pollfd events[] = {
            { .fd = proxy->stop_pipe[0], .events = POLLIN },
            { .fd = passage->client, .events = POLLIN },
            { .fd = passage->server, .events = POLLIN },
        };

        poll(events, 3, -1);
        if (events[0].revents)
        {
            return false;
        }
        if (events[1].revents &&
            !forward(proxy, passage->client, passage->server, &passage->requests,
                     proxy->change_request, &passage->memory))
        {
            return true;
        }
        if (events[2].revents && !forward(proxy, passage->server, passage->client,
                                          &passage->replies, proxy->change_reply, &passage->memory))
        {
            return true;
        }
    }
}

static bool serve_client(struct proxy *proxy)
{
    struct passage passage = { .client = accept4(proxy->listener, NULL, NULL, SOCK_CLOEXEC),
                               .server = make_socket() };
    bool goes_on = true;

    atomic_fetch_add(&proxy->accepted, 1);
    if (!connect(passage.server, (struct sockaddr *)&proxy->server, sizeof(proxy->server)))
    {
        goes_on = serve_passage(proxy, &passage);
    }
    close(passage.client);
    close(passage.server);
    writer_free(&passage.requests.incoming);
    writer_free(&passage.requests.outgoing);
    writer_free(&passage.replies.incoming);
    writer_free(&passage.replies.outgoing);
    writer_free(&passage.memory);
    return goes_on;
}

static void *serve(void *argument)
{
    struct proxy *proxy = argument;

    for (;;)
    {
        struct pollfd events[] = {
            { .fd = proxy->stop_pipe[0], .events = POLLIN },
            { .fd = proxy->listener, .events = POLLIN },
        };

        poll(events, 2, -1);
        if (events[0].revents || !serve_client(proxy))
        {
            return NULL;
        }
    }
}

struct proxy *proxy_start(uint16_t server_port, middle_change *change_request,
                          middle_change *change_reply)
{
    struct proxy *proxy = calloc(1, sizeof(*proxy));
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t size = sizeof(address);

    if (!proxy)
    {
        return NULL;
    }
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    proxy->server = address;
    proxy->server.sin_port = htons(server_port);
    proxy->address = address;
    proxy->change_request = change_request;
    proxy->change_reply = change_reply;
    proxy->listener = make_socket();
    if (pipe2(proxy->stop_pipe, O_CLOEXEC) ||
        bind(proxy->listener, (struct sockaddr *)&proxy->address, sizeof(proxy->address)) ||
        getsockname(proxy->listener, (struct sockaddr *)&proxy->address, &size) ||
        listen(proxy->listener, 8) || pthread_create(&proxy->thread, NULL, serve, proxy))
    {
        abort();
    }
    return proxy;
}

uint16_t proxy_port(const struct proxy *proxy)
{
    return ntohs(proxy->address.sin_port);
}

unsigned int proxy_accepted(const struct proxy *proxy)
{
    return atomic_load(&proxy->accepted);
}

unsigned int proxy_changed(const struct proxy *proxy)
{
    return atomic_load(&proxy->changed);
}

void proxy_stop(struct proxy *proxy)
{
    close(proxy->stop_pipe[1]);
    pthread_join(proxy->thread, NULL);
    close(proxy->stop_pipe[0]);
    close(proxy->listener);
    free(proxy);
}
