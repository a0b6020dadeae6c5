/*
 * Asking servers over and over.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/poll.h"

#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "many/ask_servers.h"
#include "platform/clock.h"

#define MICROSECONDS 1000

/* A server. What its thread needs is its own: it may be asked still when all else has ended. */
struct job
{
    struct answer *(*ask)(const WCHAR *server, size_t place, unsigned int wanted);
    WCHAR *server;
    size_t index;
    unsigned int wanted;
    bool is_asked; /* now */
    uint64_t due;  /* when it is next, by clock_microseconds() */
    struct answer *answer;
};

struct poll
{
    struct poll_plan plan;
    unsigned int wanted;
    struct parallel *parallel;
    struct job **jobs; /* one for each server; those that are asked at the end are not freed here */
};

static void job_do(void *argument)
{
    struct job *job = argument;

    job->answer = job->ask(job->server, job->index, job->wanted);
    job->answer->index = job->index;
}

static void job_free(void *argument)
{
    struct job *job = argument;

    if (job->answer)
    {
        answer_free(job->answer);
    }
    free(job->server);
    free(job);
}

static struct job *job_make(const struct poll_plan *plan, size_t index)
{
    const WCHAR *server = plan->servers[index];
    struct job *job = memory_resize(NULL, 1, sizeof(*job));

    *job = (struct job){ .ask = plan->ask, .index = index };
    if (server)
    {
        job->server = memory_resize(NULL, wcslen(server) + 1, sizeof(WCHAR));
        wmemcpy(job->server, server, wcslen(server) + 1);
    }
    return job;
}

/* Takes the answer out of its job, under the name that the caller has for the server. */
static struct answer *job_answer(struct job *job, const WCHAR *server)
{
    struct answer *answer = job->answer;

    job->answer = NULL;
    job->is_asked = false;
    answer->server = server;
    for (size_t i = 0; i < answer->part_count; i++)
    {
        listing_set_server(&answer->parts[i].listing, server, job->index);
    }
    return answer;
}

/* Asks those that are due; returns how long it is until the next is, at most so many milliseconds. */
static unsigned int jobs_start(struct poll *poll, unsigned int milliseconds)
{
    const uint64_t now = clock_microseconds();
    uint64_t wait = (uint64_t)milliseconds * MICROSECONDS;

    for (size_t i = 0; i < poll->plan.server_count; i++)
    {
        struct job *job = poll->jobs[i];

        if (!job->is_asked && job->due <= now)
        {
            job->is_asked = true;
            job->wanted = poll->wanted;
            job->due = now + (uint64_t)poll->plan.interval * MICROSECONDS;
            parallel_add(poll->parallel, job_do, job);
        }
        else if (!job->is_asked && job->due - now < wait)
        {
            wait = job->due - now;
        }
    }
    return (unsigned int)((wait + MICROSECONDS - 1) / MICROSECONDS);
}

struct poll *poll_begin(const struct poll_plan *plan)
{
    struct poll *poll = memory_resize(NULL, 1, sizeof(*poll));

    *poll = (struct poll){
        .plan = *plan,
        .parallel = asking_begin(plan->at_once),
        .jobs = memory_resize(NULL, plan->server_count + 1, sizeof(*poll->jobs)),
    };
    for (size_t i = 0; i < plan->server_count; i++)
    {
        poll->jobs[i] = job_make(plan, i);
    }
    return poll;
}

void poll_want(struct poll *poll, unsigned int wanted)
{
    poll->wanted = wanted;
}

struct answer *poll_next(struct poll *poll, unsigned int milliseconds)
{
    struct job *job = parallel_next(poll->parallel, jobs_start(poll, milliseconds));

    return job ? job_answer(job, poll->plan.servers[job->index]) : NULL;
}

void poll_hurry(struct poll *poll)
{
    for (size_t i = 0; i < poll->plan.server_count; i++)
    {
        poll->jobs[i]->due = 0;
    }
}

void poll_end(struct poll *poll)
{
    for (size_t i = 0; i < poll->plan.server_count; i++)
    {
        if (!poll->jobs[i]->is_asked)
        {
            job_free(poll->jobs[i]);
        }
    }
    parallel_end(poll->parallel, job_free);
    free(poll->jobs);
    free(poll);
}
