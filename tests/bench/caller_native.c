/*
 * The calls of tests/bench/caller.c, made with the native core.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "bench/caller.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/status.h"
#include "families/accounts/users.h"
#include "families/file/files.h"
#include "families/session/sessions.h"
#include "families/share/shares.h"
#include "families/workstation/workstations.h"
#include "platform/platform.h"
#include "platform/posix.h"

#define NS_OF_SECOND 1000000000u
#define NS_OF_MS     1000000u

uint64_t system_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * NS_OF_SECOND + (uint64_t)now.tv_nsec;
}

void system_sleep(unsigned int milliseconds)
{
    const struct timespec time = { .tv_nsec = (long)milliseconds * NS_OF_MS };

    nanosleep(&time, NULL);
}

struct thread
{
    pthread_t handle;
    void (*run)(void *);
    void *argument;
};

static void *run_thread(void *argument)
{
    struct thread *thread = argument;

    thread->run(thread->argument);
    return NULL;
}

int system_run_threads(unsigned int count, void (*run)(void *), void *argument)
{
    struct thread *threads = calloc(count, sizeof(*threads));
    unsigned int started = 0;

    while (threads && started < count)
    {
        threads[started].run = run;
        threads[started].argument = argument;
        if (pthread_create(&threads[started].handle, NULL, run_thread, &threads[started]))
        {
            exit(1); /* the others wait for this one */
        }
        started++;
    }
    for (unsigned int i = 0; i < started; i++)
    {
        pthread_join(threads[i].handle, NULL);
    }
    free(threads);
    return started < count;
}

void system_mark(void)
{
}

/* ---- The library ----------------------------------------------------------------------------- */

uint32_t library_add_server(const char *name, const char *address, const char *port,
                            const char *user, const char *password)
{
    posix_config_set(name, "Address", address);
    posix_config_set(name, "Port", port);
    posix_credential_set(name, user, password);
    return ERROR_SUCCESS;
}

static uint32_t ask_workstation(const struct info_request *list, struct info_answer *answer)
{
    answer->entries = 1;
    return workstations_get_info(list->server, list->level, NULL, &answer->buffer);
}

uint32_t library_ask(const char *kind, const char *server, uint32_t level, uint32_t *entries)
{
    struct utf16_name name;
    struct info_answer answer = { 0 };
    struct info_request list = { .level = level, .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    uint32_t status = ERROR_INVALID_PARAMETER;

    if (!utf16_name_from_utf8(&name, server))
    {
        return status;
    }
    list.server = utf16_from_name(&name);
    if (!strcmp(kind, "sessions"))
    {
        status = sessions_enumerate(&(struct sessions_request){ .list = list }, &answer);
    }
    else if (!strcmp(kind, "shares"))
    {
        status = shares_enumerate(&list, &answer);
    }
    else if (!strcmp(kind, "files"))
    {
        status = files_enumerate(&(struct files_request){ .list = list }, &answer);
    }
    else if (!strcmp(kind, "users"))
    {
        status = users_enumerate(&list, 0, &answer);
    }
    else if (!strcmp(kind, "workstation"))
    {
        status = ask_workstation(&list, &answer);
    }
    *entries = answer.entries;
    platform_api_free(answer.buffer);
    return status;
}

/* ---- The bare network ------------------------------------------------------------------------ */

intptr_t bare_connect(const char *address, const char *port)
{
    const int on = 1;
    struct sockaddr_in server = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)strtoul(port, NULL, 10)),
    };
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (made >= 0 && inet_pton(AF_INET, address, &server.sin_addr) == 1 &&
        !setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) &&
        !connect(made, (struct sockaddr *)&server, sizeof(server)))
    {
        return made;
    }
    close(made);
    return -1;
}

int bare_exchange(intptr_t connection, char *buffer, int size, int answer_size)
{
    ssize_t done = send((int)connection, buffer, (size_t)size, MSG_NOSIGNAL);
    int received = 0;

    while (done > 0 && received < answer_size)
    {
        done = recv((int)connection, buffer, (size_t)(answer_size - received), 0);
        received += (int)done;
    }
    return done <= 0;
}
