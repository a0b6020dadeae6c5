/*
 * Answers requests of one size with answers of another after a time, as a server does that has nothing
 * else to do than to think that long. A program for tests/bench/run, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     echo_server SIZE ANSWER-SIZE MICROSECONDS
 *
 * Prints PORT= (on 127.0.0.1) and READY=1, and ends with its standard input. It thinks by working, not by
 * waiting, so that the processor is as busy as with a real server.
 */
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER_SIZE  65536
#define NS_OF_SECOND 1000000000u

static size_t request_size;
static size_t answer_size;
static uint64_t think_ns;

static uint64_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * NS_OF_SECOND + (uint64_t)time.tv_nsec;
}

static void think(void)
{
    const uint64_t end = now() + think_ns;

    while (now() < end)
    {
    }
}

static void *serve_client(void *argument)
{
    const int client = (int)(intptr_t)argument;
    char *buffer = calloc(1, BUFFER_SIZE);
    size_t received = 0;
    ssize_t size = 1;

    while (buffer && size > 0)
    {
        size = recv(client, buffer, request_size - received, 0);
        received += size > 0 ? (size_t)size : 0;
        if (received == request_size)
        {
            think();
            size = send(client, buffer, answer_size, MSG_NOSIGNAL);
            received = 0;
        }
    }
    free(buffer);
    close(client);
    return NULL;
}

static void *serve(void *argument)
{
    const int listener = *(const int *)argument;
    const int on = 1;

    for (;;)
    {
        const int client = accept(listener, NULL, NULL);
        pthread_t thread;

        if (client < 0 || setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) ||
            pthread_create(&thread, NULL, serve_client, (void *)(intptr_t)client))
        {
            return NULL;
        }
        pthread_detach(thread);
    }
}

int main(int argc, char **argv)
{
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t size = sizeof(address);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    pthread_t thread;

    request_size = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
    answer_size = argc == 4 ? strtoul(argv[2], NULL, 10) : 0;
    think_ns = argc == 4 ? strtoul(argv[3], NULL, 10) * 1000 : 0;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (!request_size || request_size > BUFFER_SIZE || !answer_size || answer_size > BUFFER_SIZE ||
        bind(listener, (struct sockaddr *)&address, sizeof(address)) ||
        getsockname(listener, (struct sockaddr *)&address, &size) || listen(listener, 8) ||
        pthread_create(&thread, NULL, serve, &listener))
    {
        fputs("usage: echo_server SIZE ANSWER-SIZE MICROSECONDS\n", stderr);
        return 1;
    }
    printf("PORT=%u\nREADY=1\n", ntohs(address.sin_port));
    fflush(stdout);
    while (getchar() != EOF)
    {
    }
    return 0;
}
