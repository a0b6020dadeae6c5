/*
 * The system below the portable code on POSIX systems, for the native build.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>
#include <wctype.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix.h"

uint32_t platform_start(void)
{
    return ERROR_SUCCESS; /* sockets are ready */
}

uint64_t platform_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

uint64_t posix_filetime(const struct timespec *time)
{
    return FILETIME_OF_UNIX_EPOCH + (uint64_t)time->tv_sec * 10000000 +
           (uint64_t)time->tv_nsec / 100;
}

uint64_t platform_filetime(void)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return posix_filetime(&now);
}

uint32_t platform_random(void *data, size_t size)
{
    uint8_t *bytes = data;

    while (size)
    {
        ssize_t got = getrandom(bytes, size, 0);

        if (got < 0)
        {
            return ERROR_GEN_FAILURE;
        }
        bytes += got;
        size -= (size_t)got;
    }
    return ERROR_SUCCESS;
}

static pthread_once_t locale_once = PTHREAD_ONCE_INIT;
static locale_t unicode_locale;

static void open_locale(void)
{
    unicode_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

uint16_t platform_upcase(uint16_t unit)
{
    if (unit < 0x80)
    {
        return unit >= 'a' && unit <= 'z' ? (uint16_t)(unit - 'a' + 'A') : unit;
    }
    pthread_once(&locale_once, open_locale);
    return unicode_locale ? (uint16_t)towupper_l(unit, unicode_locale) : unit;
}

/* A block of this size is worth huge pages: to have the system hand out small ones, one after the other,
 * takes longer than to fill them. */
#define SIZE_FOR_HUGE_PAGES ((size_t)4 << 20)

static void prefer_huge_pages(void *block, size_t size)
{
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t start = ((uintptr_t)block + page - 1) / page * page;
    const uintptr_t end = ((uintptr_t)block + size) / page * page;

    /* A hint: where there are none, the block is as good. */
    madvise((void *)start, end - start, MADV_HUGEPAGE);
}

void *platform_api_allocate(size_t size)
{
    void *block = malloc(size ? size : 1);

    if (block && size >= SIZE_FOR_HUGE_PAGES)
    {
        prefer_huge_pages(block, size);
    }
    return block;
}

void platform_api_free(void *block)
{
    free(block);
}

static pthread_mutex_t monitor_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t monitor_once = PTHREAD_ONCE_INIT;
static pthread_cond_t monitor_condition;

static void make_condition(void)
{
    pthread_condattr_t attributes;

    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&monitor_condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

void platform_monitor_enter(void)
{
    pthread_once(&monitor_once, make_condition);
    pthread_mutex_lock(&monitor_mutex);
}

void platform_monitor_leave(void)
{
    pthread_mutex_unlock(&monitor_mutex);
}

void platform_monitor_wait(uint64_t deadline)
{
    struct timespec until = { .tv_sec = (time_t)(deadline / 1000),
                              .tv_nsec = (long)(deadline % 1000) * 1000000 };

    pthread_cond_timedwait(&monitor_condition, &monitor_mutex, &until);
}

void platform_monitor_notify(void)
{
    pthread_cond_broadcast(&monitor_condition);
}

struct thread_start
{
    void (*function)(void *argument);
    void *argument;
};

static void *thread_main(void *argument)
{
    struct thread_start start_data = *(struct thread_start *)argument;

    free(argument);
    start_data.function(start_data.argument);
    return NULL;
}

uint32_t platform_thread_launch(void (*function)(void *argument), void *argument)
{
    struct thread_start *start_data = malloc(sizeof(*start_data));
    pthread_t thread;

    if (!start_data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *start_data = (struct thread_start){ function, argument };
    if (pthread_create(&thread, NULL, thread_main, start_data))
    {
        free(start_data);
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    pthread_detach(thread);
    return ERROR_SUCCESS;
}

void platform_threads_settle(void)
{
}

uint32_t platform_thread_start(void (*function)(void *argument), void *argument)
{
    return platform_thread_launch(function, argument);
}
