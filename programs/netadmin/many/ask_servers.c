/*
 * Asking many servers at the same time.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/ask_servers.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"

#define PATIENCE 200 /* ms from one call of waiting() to the next */

/* One server. It has copies of all that its thread looks at, which may outlive the question. */
struct job
{
    WCHAR *server;
    size_t index;
    struct asked *asked;
    size_t asked_count;
    struct answer *answer;
};

static void job_do(void *argument)
{
    struct job *job = argument;

    job->answer = answer_make(job->server, job->index, job->asked, job->asked_count);
}

static void job_free(struct job *job)
{
    free(job->server);
    free(job->asked);
    free(job);
}

static void job_forget(void *argument)
{
    struct job *job = argument;

    if (job->answer)
    {
        answer_free(job->answer);
    }
    job_free(job);
}

static struct job *job_make(const struct ask_servers *ask, size_t index)
{
    const WCHAR *server = ask->servers[index];
    struct job *job = memory_resize(NULL, 1, sizeof(*job));

    *job = (struct job){
        .index = index,
        .asked = memory_resize(NULL, ask->asked_count, sizeof(*ask->asked)),
        .asked_count = ask->asked_count,
    };
    if (server)
    {
        job->server = memory_resize(NULL, wcslen(server) + 1, sizeof(WCHAR));
        wmemcpy(job->server, server, wcslen(server) + 1);
    }
    memcpy(job->asked, ask->asked, ask->asked_count * sizeof(*ask->asked));
    return job;
}

/* Takes the answer out of its job, under the name that the caller has for the server. */
static struct answer *job_end(struct job *job, const WCHAR *server)
{
    struct answer *answer = job->answer;

    answer->server = server;
    for (size_t i = 0; i < answer->part_count; i++)
    {
        listing_set_server(&answer->parts[i].listing, server, answer->index);
    }
    job_free(job);
    return answer;
}

/* Tells of one that has ended, or of the wait. False: no more is wanted. */
static bool step(const struct ask_servers *ask, struct parallel *parallel)
{
    struct job *job = parallel_next(parallel, PATIENCE);

    if (!job)
    {
        return !ask->waiting || ask->waiting(ask->context, parallel_count(parallel));
    }
    return ask->answered(ask->context, job_end(job, ask->servers[job->index]));
}

struct parallel *asking_begin(size_t at_once)
{
    struct parallel *parallel = parallel_begin(at_once ? at_once : AT_ONCE_DEFAULT);

    if (!at_once)
    {
        parallel_overlook_slow(parallel, AT_ONCE_MAX);
    }
    return parallel;
}

bool ask_servers(const struct ask_servers *ask)
{
    struct parallel *parallel = asking_begin(ask->at_once);
    bool goes_on = true;

    for (size_t i = 0; i < ask->server_count; i++)
    {
        parallel_add(parallel, job_do, job_make(ask, i));
    }
    while (goes_on && parallel_count(parallel))
    {
        goes_on = step(ask, parallel);
    }
    parallel_end(parallel, job_forget);
    return goes_on;
}
