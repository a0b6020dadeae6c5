/*
 * Servers that fail: a proxy that ends connections in the middle, and one that never says anything.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "threads/breaker.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define PASSAGES_MAX 256
#define BACKLOG      64
#define TICK         5 /* ms */

/* A connection, of which both sides are open. */
struct passage
{
    int sides[2];
};

struct breaker
{
    int listener;
    uint16_t server_port;
    unsigned int pause; /* ms */
    struct passage passages[PASSAGES_MAX];
    size_t count;
    uint64_t next_end; /* ms */
    atomic_uint ended;
    atomic_bool is_over;
    pthread_t thread;
};

static struct sockaddr_in loopback(uint16_t port)
{
    return (struct sockaddr_in){ .sin_family = AF_INET,
                                 .sin_port = htons(port),
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

static int make_socket(void)
{
    const int on = 1;
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made < 0 || setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)))
    {
        abort();
    }
    return made;
}

static int bind_socket(void)
{
    const struct sockaddr_in address = loopback(0);
    const int made = make_socket();

    if (bind(made, (const struct sockaddr *)&address, sizeof(address)))
    {
        abort();
    }
    return made;
}

static uint16_t port_of(int bound)
{
    struct sockaddr_in address;
    socklen_t size = sizeof(address);

    if (getsockname(bound, (struct sockaddr *)&address, &size))
    {
        abort();
    }
    return ntohs(address.sin_port);
}

static uint64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* ---- Passages -------------------------------------------------------------------------------- */

static void end_passage(struct breaker *breaker, size_t index)
{
    struct passage *passage = &breaker->passages[index];

    close(passage->sides[0]);
    close(passage->sides[1]);
    *passage = breaker->passages[--breaker->count];
}

static void take_client(struct breaker *breaker)
{
    const struct sockaddr_in address = loopback(breaker->server_port);
    const int client = accept4(breaker->listener, NULL, NULL, SOCK_CLOEXEC);
    const int server = make_socket();

    if (client < 0 || breaker->count == PASSAGES_MAX ||
        connect(server, (const struct sockaddr *)&address, sizeof(address)))
    {
        close(client);
        close(server);
        return;
    }
    breaker->passages[breaker->count++] = (struct passage){ { client, server } };
}

/* False when a side has gone. */
static bool forward(int from, int to)
{
    uint8_t buffer[16384];
    const ssize_t size = recv(from, buffer, sizeof(buffer), 0);

    return size > 0 && send(to, buffer, (size_t)size, MSG_NOSIGNAL) == size;
}

static void serve(struct breaker *breaker)
{
    struct pollfd events[1 + 2 * PASSAGES_MAX] = { { .fd = breaker->listener, .events = POLLIN } };

    for (size_t i = 0; i < breaker->count; i++)
    {
        for (size_t side = 0; side < 2; side++)
        {
            events[1 + 2 * i + side] =
                (struct pollfd){ .fd = breaker->passages[i].sides[side], .events = POLLIN };
        }
    }
    if (poll(events, 1 + 2 * breaker->count, TICK) <= 0)
    {
        return;
    }
    /* From the last one on: one that ends is replaced by the last. */
    for (size_t i = breaker->count; i-- > 0;)
    {
        const struct passage passage = breaker->passages[i];

        if ((events[1 + 2 * i].revents && !forward(passage.sides[0], passage.sides[1])) ||
            (events[2 + 2 * i].revents && !forward(passage.sides[1], passage.sides[0])))
        {
            end_passage(breaker, i);
        }
    }
    if (events[0].revents)
    {
        take_client(breaker);
    }
}

static void *run(void *argument)
{
    struct breaker *breaker = argument;
    unsigned int seed = 1;

    while (!atomic_load(&breaker->is_over))
    {
        serve(breaker);
        if (breaker->count && now_ms() >= breaker->next_end)
        {
            end_passage(breaker, (size_t)rand_r(&seed) % breaker->count);
            atomic_fetch_add(&breaker->ended, 1);
            breaker->next_end = now_ms() + breaker->pause;
        }
    }
    while (breaker->count)
    {
        end_passage(breaker, 0);
    }
    return NULL;
}

/* ---- The interface --------------------------------------------------------------------------- */

struct breaker *breaker_start(uint16_t server_port, unsigned int pause_ms)
{
    struct breaker *breaker = calloc(1, sizeof(*breaker));

    if (!breaker)
    {
        abort();
    }
    breaker->server_port = server_port;
    breaker->pause = pause_ms;
    breaker->listener = bind_socket();
    if (listen(breaker->listener, BACKLOG) || pthread_create(&breaker->thread, NULL, run, breaker))
    {
        abort();
    }
    return breaker;
}

uint16_t breaker_port(const struct breaker *breaker)
{
    return port_of(breaker->listener);
}

unsigned int breaker_ended(const struct breaker *breaker)
{
    return atomic_load(&breaker->ended);
}

void breaker_stop(struct breaker *breaker)
{
    atomic_store(&breaker->is_over, true);
    pthread_join(breaker->thread, NULL);
    close(breaker->listener);
    free(breaker);
}

uint16_t silent_port(void)
{
    const int listener = bind_socket();

    if (listen(listener, BACKLOG))
    {
        abort();
    }
    return port_of(listener);
}

uint16_t closed_port(void)
{
    return port_of(bind_socket());
}
