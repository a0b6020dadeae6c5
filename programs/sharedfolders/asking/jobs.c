/*
 * Work that runs outside the window's thread.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/jobs.h"

#include "base/memory.h"

#include <stdlib.h>

/* Calls to servers that do not answer, and that nobody waits for any more, end when their time is up;
 * so many of them are let alone. */
#define DROPPED_MAX 256

struct start
{
    struct job *job;
    HWND window;
    UINT message;
};

static DWORD WINAPI thread(void *parameter)
{
    const struct start start = *(struct start *)parameter;

    free(parameter);
    start.job->run(start.job);
    PostMessageW(start.window, start.message, 0, (LPARAM)start.job);
    return 0;
}

static void start_job(struct jobs *jobs, struct job *job)
{
    struct start *start = memory_resize(NULL, 1, sizeof(*start));
    HANDLE handle;

    *start = (struct start){ job, jobs->window, jobs->message };
    job->has_started = true;
    jobs->running++;
    handle = CreateThread(NULL, 0, thread, start, 0, NULL);
    if (handle)
    {
        CloseHandle(handle);
        return;
    }
    thread(start); /* slow, but done */
}

static void start_waiting(struct jobs *jobs)
{
    while (jobs->waiting && jobs->running < JOBS_AT_ONCE && jobs->dropped < DROPPED_MAX)
    {
        struct job *job = jobs->waiting;

        jobs->waiting = job->next;
        start_job(jobs, job);
    }
}

void jobs_add(struct jobs *jobs, struct job *job)
{
    struct job **place = &jobs->waiting;

    while (*place)
    {
        place = &(*place)->next;
    }
    job->next = NULL;
    *place = job;
    start_waiting(jobs);
}

void jobs_drop(struct jobs *jobs, struct job *job)
{
    if (job->is_dropped)
    {
        return;
    }
    job->is_dropped = true;
    if (job->has_started)
    {
        jobs->running--;
        jobs->dropped++;
        start_waiting(jobs);
        return;
    }
    for (struct job **place = &jobs->waiting; *place; place = &(*place)->next)
    {
        if (*place == job)
        {
            *place = job->next;
            job->done(job);
            return;
        }
    }
}

void jobs_finish(struct jobs *jobs, struct job *job)
{
    unsigned *count = job->is_dropped ? &jobs->dropped : &jobs->running;

    --*count;
    job->done(job);
    start_waiting(jobs);
}
