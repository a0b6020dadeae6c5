/*
 * A system below the portable code that does nothing by itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fixed_platform.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/utf16_equal.h"

#define THREADS_MAX 64
/* More than any thread here waits before it ends; who goes on, waits for what cannot come. */
#define WAITS_MAX 10000

struct thread
{
    void (*function)(void *argument);
    void *argument;
};

static struct
{
    uint64_t now;
    uint64_t skipped; /* of it, but not of the time of day */
    uint64_t chance;
    fixed_platform_connect *connect;
    void *context;
    fixed_platform_open_stream *open_stream;
    struct thread threads[THREADS_MAX];
    size_t thread_count;
    bool refuses_threads;
    bool in_monitor;
    unsigned int waits; /* since the clock was reset */
} fixed = { .now = FIXED_PLATFORM_NOW };

void fixed_platform_reset(uint64_t seed)
{
    memset(&fixed, 0, sizeof(fixed));
    fixed.now = FIXED_PLATFORM_NOW;
    fixed.chance = seed;
}

void fixed_platform_set_connect(fixed_platform_connect *connect, void *context)
{
    fixed.connect = connect;
    fixed.context = context;
}

void fixed_platform_set_streams(fixed_platform_open_stream *open_stream)
{
    fixed.open_stream = open_stream;
}

/* ---- Time and chance ------------------------------------------------------------------------- */

uint64_t __wrap_platform_now(void);
uint64_t __wrap_platform_filetime(void);
uint32_t __wrap_platform_random(void *data, size_t size);

void fixed_platform_pass(uint64_t milliseconds)
{
    fixed.now += milliseconds;
}

void fixed_platform_skip(uint64_t milliseconds)
{
    fixed.now += milliseconds;
    fixed.skipped += milliseconds;
}

void fixed_platform_pass_until(uint64_t deadline)
{
    if (deadline == UINT64_MAX)
    {
        abort();
    }
    if (deadline > fixed.now)
    {
        fixed.now = deadline;
    }
}

uint64_t __wrap_platform_now(void)
{
    return fixed.now;
}

uint64_t __wrap_platform_filetime(void)
{
    return FIXED_PLATFORM_FILETIME +
           (fixed.now - fixed.skipped - FIXED_PLATFORM_NOW) * (FILETIME_SECOND / 1000);
}

void fixed_platform_set_chance(uint64_t seed)
{
    fixed.chance = seed;
}

/* SplitMix64, by Sebastiano Vigna. */
static uint64_t next_number(void)
{
    uint64_t number = fixed.chance += 0x9E3779B97F4A7C15u;

    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9u;
    number = (number ^ number >> 27) * 0x94D049BB133111EBu;
    return number ^ number >> 31;
}

uint32_t __wrap_platform_random(void *data, size_t size)
{
    uint8_t *bytes = data;

    while (size)
    {
        const uint64_t number = next_number();
        const size_t part = size < sizeof(number) ? size : sizeof(number);

        memcpy(bytes, &number, part);
        bytes += part;
        size -= part;
    }
    return ERROR_SUCCESS;
}

/* ---- Threads --------------------------------------------------------------------------------- */

void __wrap_platform_monitor_enter(void);
void __wrap_platform_monitor_leave(void);
void __wrap_platform_monitor_wait(uint64_t deadline);
void __wrap_platform_monitor_notify(void);
uint32_t __wrap_platform_thread_start(void (*function)(void *argument), void *argument);
uint32_t __wrap_platform_thread_launch(void (*function)(void *argument), void *argument);
void __wrap_platform_threads_settle(void);

void fixed_platform_allow_threads(bool allowed)
{
    fixed.refuses_threads = !allowed;
}

static bool run_next_thread(void)
{
    struct thread next;

    if (!fixed.thread_count)
    {
        return false;
    }
    next = fixed.threads[0];
    fixed.thread_count--;
    memmove(fixed.threads, fixed.threads + 1, fixed.thread_count * sizeof(next));
    next.function(next.argument);
    return true;
}

void fixed_platform_run_threads(void)
{
    while (run_next_thread())
    {
    }
}

uint32_t __wrap_platform_thread_launch(void (*function)(void *argument), void *argument)
{
    if (fixed.refuses_threads || fixed.thread_count == THREADS_MAX)
    {
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    fixed.threads[fixed.thread_count++] = (struct thread){ function, argument };
    return ERROR_SUCCESS;
}

uint32_t __wrap_platform_thread_start(void (*function)(void *argument), void *argument)
{
    return __wrap_platform_thread_launch(function, argument);
}

void __wrap_platform_threads_settle(void)
{
}

void __wrap_platform_monitor_enter(void)
{
    if (fixed.in_monitor)
    {
        abort();
    }
    fixed.in_monitor = true;
}

void __wrap_platform_monitor_leave(void)
{
    if (!fixed.in_monitor)
    {
        abort();
    }
    fixed.in_monitor = false;
}

void __wrap_platform_monitor_notify(void)
{
}

/* What is waited for comes of another thread, or of the time. */
void __wrap_platform_monitor_wait(uint64_t deadline)
{
    if (++fixed.waits > WAITS_MAX)
    {
        abort();
    }
    __wrap_platform_monitor_leave();
    if (!run_next_thread())
    {
        fixed_platform_pass_until(deadline);
    }
    __wrap_platform_monitor_enter();
}

/* ---- Names ----------------------------------------------------------------------------------- */

void __wrap_platform_computer_name(struct utf16_name *name);
void __wrap_platform_user_name(struct utf16_name *name);
bool __wrap_platform_is_own_name(struct utf16_slice name);

void __wrap_platform_computer_name(struct utf16_name *name)
{
    *name = utf16_name_from_ascii(FIXED_PLATFORM_COMPUTER);
}

void __wrap_platform_user_name(struct utf16_name *name)
{
    *name = utf16_name_from_ascii("somebody");
}

bool __wrap_platform_is_own_name(struct utf16_slice name)
{
    return utf16_equal_ascii(name, FIXED_PLATFORM_COMPUTER);
}

/* ---- The network ----------------------------------------------------------------------------- */

uint32_t __wrap_tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                   struct transport **transport);
uint32_t __wrap_platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct platform_socket **connected, struct ip_endpoint *peer);
uint32_t __wrap_platform_resolve(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct ip_endpoint *endpoints, size_t size, size_t *count);
uint32_t __wrap_platform_name_servers(struct ip_endpoint *servers, size_t size, size_t *count);

uint32_t __wrap_tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                   struct transport **transport)
{
    return fixed.connect ? fixed.connect(fixed.context, host, port, deadline, transport)
                         : ERROR_CONNECTION_REFUSED;
}

uint32_t __wrap_platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct platform_socket **connected, struct ip_endpoint *peer)
{
    (void)peer;
    return fixed.open_stream ? fixed.open_stream(host, port, deadline, connected)
                             : ERROR_CONNECTION_REFUSED;
}

uint32_t __wrap_platform_resolve(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                 struct ip_endpoint *endpoints, size_t size, size_t *count)
{
    (void)host;
    (void)port;
    (void)deadline;
    (void)endpoints;
    (void)size;
    *count = 0;
    return ERROR_BAD_NETPATH;
}

uint32_t __wrap_platform_name_servers(struct ip_endpoint *servers, size_t size, size_t *count)
{
    (void)servers;
    (void)size;
    *count = 0;
    return ERROR_SUCCESS;
}
