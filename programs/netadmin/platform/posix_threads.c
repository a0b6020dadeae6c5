/*
 * Threads of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/threads.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"

/* What a call of the API takes is a small part of it; the usual eight megabytes are not needed for each
 * of some hundred threads. */
#define STACK_SIZE (256 * 1024)

#define MILLISECONDS_PER_SECOND     1000u
#define NANOSECONDS_PER_MILLISECOND 1000000
#define NANOSECONDS_PER_SECOND      1000000000

struct thread
{
    pthread_t id;
};

struct start
{
    void (*work)(void *argument);
    void *argument;
};

static void *thread_run(void *argument)
{
    const struct start start = *(struct start *)argument;

    free(argument);
    start.work(start.argument);
    return NULL;
}

struct thread *thread_start(void (*work)(void *argument), void *argument)
{
    struct thread *thread = memory_resize(NULL, 1, sizeof(*thread));
    struct start *start = memory_resize(NULL, 1, sizeof(*start));
    pthread_attr_t attributes;
    int status;

    *start = (struct start){ work, argument };
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    status = pthread_create(&thread->id, &attributes, thread_run, start);
    pthread_attr_destroy(&attributes);
    if (status)
    {
        free(start);
        free(thread);
        return NULL;
    }
    return thread;
}

void thread_join(struct thread *thread)
{
    pthread_join(thread->id, NULL);
    free(thread);
}

void thread_leave(struct thread *thread)
{
    pthread_detach(thread->id);
    free(thread);
}

struct monitor
{
    pthread_mutex_t mutex;
    pthread_cond_t condition;
};

struct monitor *monitor_make(void)
{
    struct monitor *monitor = memory_resize(NULL, 1, sizeof(*monitor));
    pthread_condattr_t attributes;

    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&monitor->mutex, NULL);
    pthread_cond_init(&monitor->condition, &attributes);
    pthread_condattr_destroy(&attributes);
    return monitor;
}

void monitor_free(struct monitor *monitor)
{
    pthread_cond_destroy(&monitor->condition);
    pthread_mutex_destroy(&monitor->mutex);
    free(monitor);
}

void monitor_enter(struct monitor *monitor)
{
    pthread_mutex_lock(&monitor->mutex);
}

void monitor_leave(struct monitor *monitor)
{
    pthread_mutex_unlock(&monitor->mutex);
}

void monitor_wait(struct monitor *monitor, unsigned int milliseconds)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += milliseconds / MILLISECONDS_PER_SECOND;
    until.tv_nsec += (long)(milliseconds % MILLISECONDS_PER_SECOND) * NANOSECONDS_PER_MILLISECOND;
    if (until.tv_nsec >= NANOSECONDS_PER_SECOND)
    {
        until.tv_sec++;
        until.tv_nsec -= NANOSECONDS_PER_SECOND;
    }
    pthread_cond_timedwait(&monitor->condition, &monitor->mutex, &until);
}

void monitor_wake(struct monitor *monitor)
{
    pthread_cond_broadcast(&monitor->condition);
}
