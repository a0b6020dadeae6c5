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

/* In milliseconds: after which a job is slow, and from one look for slow ones to the next. */
#define SLOW          1000
#define LOOK_FOR_SLOW 250

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
    job->since = GetTickCount64();
    job->next = jobs->running;
    jobs->running = job;
    handle = CreateThread(NULL, 0, thread, start, 0, NULL);
    if (handle)
    {
        CloseHandle(handle);
        return;
    }
    thread(start); /* slow, but done */
}

static bool has_room(const struct jobs *jobs)
{
    const ULONGLONG now = GetTickCount64();
    unsigned count = 0, quick = 0;

    for (const struct job *job = jobs->running; job; job = job->next)
    {
        quick += now - job->since < SLOW;
        count++;
    }
    return quick < JOBS_AT_ONCE && count < JOBS_MOST && jobs->dropped < DROPPED_MAX;
}

static void CALLBACK look_for_slow(HWND window, UINT message, UINT_PTR jobs, DWORD now);

/* Those that stay behind look again, for who runs becomes slow without a word. */
static void start_waiting(struct jobs *jobs)
{
    while (jobs->waiting && has_room(jobs))
    {
        struct job *job = jobs->waiting;

        jobs->waiting = job->next;
        start_job(jobs, job);
    }
    if (jobs->waiting)
    {
        SetTimer(jobs->window, (UINT_PTR)jobs, LOOK_FOR_SLOW, look_for_slow);
    }
    else
    {
        KillTimer(jobs->window, (UINT_PTR)jobs);
    }
}

static void CALLBACK look_for_slow(HWND window, UINT message, UINT_PTR jobs, DWORD now)
{
    (void)window;
    (void)message;
    (void)now;
    start_waiting((struct jobs *)jobs);
}

/* Whether it was there. */
static bool take_out(struct job **list, const struct job *job)
{
    while (*list && *list != job)
    {
        list = &(*list)->next;
    }
    if (!*list)
    {
        return false;
    }
    *list = job->next;
    return true;
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
    if (take_out(&jobs->waiting, job))
    {
        job->done(job);
    }
    else if (take_out(&jobs->running, job))
    {
        jobs->dropped++;
        start_waiting(jobs);
    }
}

void jobs_finish(struct jobs *jobs, struct job *job)
{
    if (!take_out(&jobs->running, job))
    {
        jobs->dropped--;
    }
    job->done(job);
    start_waiting(jobs);
}
