/*
 * Doing something to many targets.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/targets.h"

#include <stdlib.h>

#include "asking/jobs.h"
#include "base/memory.h"

struct work
{
    struct targets *targets;
    target_function *function;
    const volatile bool *is_cancelled;
    const WCHAR **servers; /* each once */
    LONG server_count;
    volatile LONG next; /* of the servers */
};

static bool is_listed(const struct work *work, const WCHAR *server)
{
    for (LONG i = 0; i < work->server_count; i++)
    {
        if (!string_compare_exactly(work->servers[i], server))
        {
            return true;
        }
    }
    return false;
}

static void list_servers(struct work *work)
{
    work->servers = memory_resize(NULL, work->targets->count, sizeof(*work->servers));
    for (size_t i = 0; i < work->targets->count; i++)
    {
        if (!is_listed(work, work->targets->targets[i].server))
        {
            work->servers[work->server_count++] = work->targets->targets[i].server;
        }
    }
}

static void do_server(const struct work *work, const WCHAR *server)
{
    for (size_t i = 0; i < work->targets->count && !*work->is_cancelled; i++)
    {
        struct target *target = &work->targets->targets[i];

        if (!string_compare_exactly(target->server, server))
        {
            work->function(target);
        }
    }
}

static DWORD WINAPI thread(void *parameter)
{
    struct work *work = parameter;
    LONG index;

    while ((index = InterlockedIncrement(&work->next) - 1) < work->server_count)
    {
        do_server(work, work->servers[index]);
    }
    return 0;
}

void targets_each(struct targets *targets, target_function *function,
                  const volatile bool *is_cancelled)
{
    struct work work = { .targets = targets, .function = function, .is_cancelled = is_cancelled };
    HANDLE handles[JOBS_AT_ONCE - 1];
    DWORD count = 0;

    list_servers(&work);
    while (count < ARRAYSIZE(handles) && (LONG)count + 1 < work.server_count)
    {
        handles[count] = CreateThread(NULL, 0, thread, &work, 0, NULL);
        if (!handles[count])
        {
            break; /* those that there are do it all */
        }
        count++;
    }
    thread(&work);
    if (count)
    {
        WaitForMultipleObjects(count, handles, TRUE, INFINITE);
    }
    while (count)
    {
        CloseHandle(handles[--count]);
    }
    free(work.servers);
}
