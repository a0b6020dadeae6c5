/*
 * Stands between clients and a server, makes the way between them longer, and counts what passes. A
 * program for tests/bench/run, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     delay_proxy ADDRESSES SERVER-PORT...
 *
 * Listens on one port of 127.0.1.1, 127.0.1.2, ...: so many addresses, which are so many servers to a
 * client. They forward to the servers at 127.0.0.1, in turns. Prints PORT= and READY=1 and ends with
 * its standard input, each line of which is a command, with a line as the answer:
 *
 *     delay MICROSECONDS   every byte that comes from now on takes so long in its direction          ok
 *     count                what was counted since it was last asked   ok FLIGHTS FRAGMENTS BYTES
 *
 * A flight begins with what a client says after the server has spoken, or first of all. FRAGMENTS and
 * BYTES are of what the server sent: messages of SMB2 READ and IOCTL that carry data and are not
 * encrypted, which with named pipes are the fragments of RPC, and the bytes of those.
 *
 * Establishing a connection takes no time, which it would on a real network, for everybody alike.
 */
#include "bench/delay_queue.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define ADDRESSES_MAX   64
#define CONNECTIONS_MAX 512
#define BUFFER_SIZE     65536
#define LINE_SIZE       128
#define FIRST_ADDRESS   0x7F000101u /* 127.0.1.1 */
#define US_IN_NS        1000u

/* From one end of a connection to the other. */
struct direction
{
    int from;
    int to;
    bool ended; /* nothing more comes */
    struct delay_queue queue;
};

struct connection
{
    struct direction requests;
    struct direction replies;
    bool client_spoke_last;
    struct smb2_counter counter;
};

static struct connection *connections[CONNECTIONS_MAX];
static size_t connection_count;
static int listeners[ADDRESSES_MAX];
static size_t listener_count;
static uint16_t server_ports[ADDRESSES_MAX];
static size_t server_count;
static uint64_t delay_ns;
static unsigned long long flights;
static struct smb2_counts counts;

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static int make_socket(void)
{
    const int on = 1;
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made < 0 || setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)))
    {
        die("delay_proxy: socket");
    }
    return made;
}

/* ---- Connections ----------------------------------------------------------------------------- */

static void accept_client(size_t address)
{
    const int listener = listeners[address];
    const int on = 1;
    struct sockaddr_in server = {
        .sin_family = AF_INET,
        .sin_port = htons(server_ports[address % server_count]),
    };
    struct connection *connection = calloc(1, sizeof(*connection));
    const int client = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    const int other = make_socket();

    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (!connection || client < 0 || connection_count == CONNECTIONS_MAX ||
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) ||
        connect(other, (struct sockaddr *)&server, sizeof(server)))
    {
        close(client);
        close(other);
        free(connection);
        return;
    }
    connection->requests = (struct direction){ .from = client, .to = other };
    connection->replies = (struct direction){ .from = other, .to = client };
    connections[connection_count++] = connection;
}

static void close_connection(size_t index)
{
    struct connection *connection = connections[index];

    close(connection->requests.from);
    close(connection->replies.from);
    delay_queue_free(&connection->requests.queue);
    delay_queue_free(&connection->replies.queue);
    free(connection);
    connections[index] = connections[--connection_count];
}

static void take_in(struct connection *connection, struct direction *direction)
{
    static uint8_t buffer[BUFFER_SIZE];
    const ssize_t size = recv(direction->from, buffer, sizeof(buffer), 0);
    const bool from_client = direction == &connection->requests;

    if (size <= 0)
    {
        direction->ended = true;
        return;
    }
    if (from_client && !connection->client_spoke_last)
    {
        flights++;
    }
    if (!from_client)
    {
        smb2_count(&connection->counter, buffer, (size_t)size, &counts);
    }
    connection->client_spoke_last = from_client;
    if (!delay_queue_put(&direction->queue, buffer, (size_t)size, delay_queue_now() + delay_ns))
    {
        die("delay_proxy: memory");
    }
}

/* What has been under way for long enough arrives. False where nobody is there any more. */
static bool deliver(struct direction *direction)
{
    const struct delayed *first = NULL;

    while ((first = delay_queue_due(&direction->queue, delay_queue_now())))
    {
        size_t sent = 0;

        while (sent < first->size)
        {
            const ssize_t size =
                send(direction->to, first->data + sent, first->size - sent, MSG_NOSIGNAL);

            if (size <= 0)
            {
                return false;
            }
            sent += (size_t)size;
        }
        delay_queue_drop(&direction->queue);
    }
    return !direction->ended || direction->queue.first;
}

/* ---- Commands -------------------------------------------------------------------------------- */

static void run_command(const char *line)
{
    unsigned long microseconds = 0;

    if (sscanf(line, "delay %lu", &microseconds) == 1)
    {
        delay_ns = microseconds * US_IN_NS;
        printf("ok\n");
    }
    else if (!strncmp(line, "count", strlen("count")))
    {
        printf("ok %llu %llu %llu\n", flights, counts.fragments, counts.bytes);
        flights = 0;
        counts = (struct smb2_counts){ 0, 0 };
    }
    else
    {
        printf("error\n");
    }
    fflush(stdout);
}

/* Commands come one at a time: whoever asks waits for the answer. */
static void read_command(void)
{
    char line[LINE_SIZE];
    const ssize_t size = read(STDIN_FILENO, line, sizeof(line) - 1);

    if (size <= 0)
    {
        exit(0);
    }
    line[size] = '\0';
    run_command(line);
}

/* ---- The loop -------------------------------------------------------------------------------- */

static struct timespec time_until_due(void)
{
    const uint64_t now = delay_queue_now();
    uint64_t wait = 1000000000u;

    for (size_t i = 0; i < connection_count; i++)
    {
        wait = delay_queue_wait(&connections[i]->requests.queue, now, wait);
        wait = delay_queue_wait(&connections[i]->replies.queue, now, wait);
    }
    return (struct timespec){ .tv_sec = (time_t)(wait / 1000000000u),
                              .tv_nsec = (long)(wait % 1000000000u) };
}

static void deliver_all(void)
{
    size_t i = 0;

    while (i < connection_count)
    {
        if (deliver(&connections[i]->requests) && deliver(&connections[i]->replies))
        {
            i++;
        }
        else
        {
            close_connection(i);
        }
    }
}

/* A negative descriptor is none to poll(). */
static struct pollfd readable(const struct direction *direction)
{
    return (struct pollfd){ .fd = direction->ended ? -1 : direction->from, .events = POLLIN };
}

static void turn(void)
{
    static struct pollfd events[1 + ADDRESSES_MAX + 2 * CONNECTIONS_MAX];
    struct pollfd *of_connections = events + 1 + listener_count;
    const size_t connected = connection_count;
    const struct timespec wait = time_until_due();

    events[0] = (struct pollfd){ .fd = STDIN_FILENO, .events = POLLIN };
    for (size_t i = 0; i < listener_count; i++)
    {
        events[1 + i] = (struct pollfd){ .fd = listeners[i], .events = POLLIN };
    }
    for (size_t i = 0; i < connected; i++)
    {
        of_connections[2 * i] = readable(&connections[i]->requests);
        of_connections[2 * i + 1] = readable(&connections[i]->replies);
    }
    ppoll(events, 1 + listener_count + 2 * connected, &wait, NULL);
    for (size_t i = 0; i < connected; i++)
    {
        if (of_connections[2 * i].revents)
        {
            take_in(connections[i], &connections[i]->requests);
        }
        if (of_connections[2 * i + 1].revents)
        {
            take_in(connections[i], &connections[i]->replies);
        }
    }
    for (size_t i = 0; i < listener_count; i++)
    {
        if (events[1 + i].revents)
        {
            accept_client(i);
        }
    }
    deliver_all();
    if (events[0].revents)
    {
        read_command();
    }
}

/* The first address gets a port from the system; the others take the same. */
static void listen_on(struct sockaddr_in *address, uint32_t host)
{
    const int listener = make_socket();
    socklen_t size = sizeof(*address);

    address->sin_family = AF_INET;
    address->sin_addr.s_addr = htonl(host);
    if (bind(listener, (struct sockaddr *)address, sizeof(*address)) ||
        getsockname(listener, (struct sockaddr *)address, &size) || listen(listener, ADDRESSES_MAX))
    {
        die("delay_proxy: listen");
    }
    listeners[listener_count++] = listener;
}

int main(int argc, char **argv)
{
    const unsigned long addresses = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    struct sockaddr_in address = { .sin_port = 0 };

    if (!addresses || addresses > ADDRESSES_MAX || argc - 2 > ADDRESSES_MAX)
    {
        fputs("usage: delay_proxy ADDRESSES SERVER-PORT...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
    {
        server_ports[server_count++] = (uint16_t)strtoul(argv[i], NULL, 10);
    }
    for (uint32_t i = 0; i < addresses; i++)
    {
        listen_on(&address, FIRST_ADDRESS + i);
    }
    printf("PORT=%u\nREADY=1\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;)
    {
        turn();
    }
}
