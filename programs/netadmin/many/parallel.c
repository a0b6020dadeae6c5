/*
 * Jobs that are done at the same time.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/parallel.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "platform/clock.h"
#include "platform/threads.h"

#define SLOW          1000000 /* microseconds after which a job is slow */
#define LOOK_FOR_SLOW 250     /* ms from one look to the next */

struct entry
{
    struct entry *next;
    job_function *work;
    void *job;
};

/* First in, first out. */
struct queue
{
    struct entry *first;
    struct entry *last;
    size_t count;
};

/* A thread that does jobs, as long as some wait. */
struct worker
{
    struct worker *next;
    struct parallel *parallel;
    struct thread *thread;
    bool has_job;
    uint64_t since; /* when its job has begun, by clock_microseconds() */
    bool has_ended; /* and has nothing more to do with the others */
};

struct parallel
{
    struct monitor *monitor; /* guards all below */
    size_t limit;
    size_t most; /* with those that are slow */
    struct worker *workers;
    size_t working_count; /* those that have not ended */
    size_t job_count;     /* that have not come back */
    struct queue waiting;
    struct queue ended;
    job_function *forget; /* set when nobody waits for the jobs and their workers any longer */
};

static void queue_put(struct queue *queue, struct entry *entry)
{
    entry->next = NULL;
    *(queue->last ? &queue->last->next : &queue->first) = entry;
    queue->last = entry;
    queue->count++;
}

static struct entry *queue_take(struct queue *queue)
{
    struct entry *entry = queue->first;

    if (entry)
    {
        queue->first = entry->next;
        queue->last = queue->first ? queue->last : NULL;
        queue->count--;
    }
    return entry;
}

struct parallel *parallel_begin(size_t limit)
{
    struct parallel *parallel = memory_resize(NULL, 1, sizeof(*parallel));

    *parallel = (struct parallel){ .monitor = monitor_make(), .limit = limit, .most = limit };
    return parallel;
}

void parallel_overlook_slow(struct parallel *parallel, size_t most)
{
    monitor_enter(parallel->monitor);
    parallel->most = most > parallel->limit ? most : parallel->limit;
    monitor_leave(parallel->monitor);
}

static void parallel_free(struct parallel *parallel)
{
    while (parallel->workers)
    {
        struct worker *worker = parallel->workers;

        parallel->workers = worker->next;
        free(worker);
    }
    monitor_free(parallel->monitor);
    free(parallel);
}

static void queue_forget(struct queue *queue, job_function *forget)
{
    struct entry *entry;

    while ((entry = queue_take(queue)))
    {
        forget(entry->job);
        free(entry);
    }
}

/* Within the monitor, which is left meanwhile. */
static void entry_do(struct parallel *parallel, struct entry *entry)
{
    monitor_leave(parallel->monitor);
    entry->work(entry->job);
    monitor_enter(parallel->monitor);
    if (parallel->forget)
    {
        parallel->forget(entry->job);
        free(entry);
        return;
    }
    queue_put(&parallel->ended, entry);
    monitor_wake(parallel->monitor);
}

static bool overlooks_slow(const struct parallel *parallel)
{
    return parallel->most > parallel->limit;
}

/* How many workers do a job or are about to, without those whose job is slow where that is overlooked. */
struct load
{
    size_t all;
    size_t idle; /* of them: has no job yet */
};

/* Within the monitor. */
static struct load load_now(const struct parallel *parallel)
{
    const uint64_t now = overlooks_slow(parallel) ? clock_microseconds() : 0;
    struct load load = { 0 };

    for (const struct worker *worker = parallel->workers; worker; worker = worker->next)
    {
        const bool is_slow =
            overlooks_slow(parallel) && worker->has_job && now - worker->since >= SLOW;

        load.all += !worker->has_ended && !is_slow;
        load.idle += !worker->has_ended && !worker->has_job;
    }
    return load;
}

/* A worker ends when nothing waits, or when those that are slow no longer are and there are too many: the
 * next job has a new one. The last that nobody waits for releases all. */
static void worker_run(void *argument)
{
    struct worker *worker = argument;
    struct parallel *parallel = worker->parallel;
    struct entry *entry;
    bool is_last;

    monitor_enter(parallel->monitor);
    while (load_now(parallel).all <= parallel->limit && (entry = queue_take(&parallel->waiting)))
    {
        worker->has_job = true;
        worker->since = clock_microseconds();
        entry_do(parallel, entry);
        worker->has_job = false;
    }
    worker->has_ended = true;
    parallel->working_count--;
    is_last = !parallel->working_count && parallel->forget;
    monitor_leave(parallel->monitor);
    if (is_last)
    {
        parallel_free(parallel);
    }
}

/* Within the monitor. False if the system has no thread for it. */
static bool worker_start(struct parallel *parallel)
{
    struct worker *worker = memory_resize(NULL, 1, sizeof(*worker));

    *worker = (struct worker){ .next = parallel->workers, .parallel = parallel };
    worker->thread = thread_start(worker_run, worker);
    if (!worker->thread)
    {
        free(worker);
        return false;
    }
    parallel->workers = worker;
    parallel->working_count++;
    return true;
}

/* Within the monitor. As many as the jobs that wait need, and as may be. */
static void workers_start(struct parallel *parallel)
{
    struct load load = load_now(parallel);

    while (load.idle < parallel->waiting.count && load.all < parallel->limit &&
           parallel->working_count < parallel->most && worker_start(parallel))
    {
        load.idle++;
        load.all++;
    }
}

static bool has_ended(const struct worker *worker)
{
    return worker->has_ended;
}

static bool has_no_job(const struct worker *worker)
{
    return !worker->has_job;
}

/* Within the monitor. Takes out a worker that fits; NULL if there is none. */
static struct worker *worker_take(struct parallel *parallel,
                                  bool (*fits)(const struct worker *worker))
{
    struct worker **link = &parallel->workers;
    struct worker *worker;

    while (*link && !fits(*link))
    {
        link = &(*link)->next;
    }
    worker = *link;
    if (worker)
    {
        *link = worker->next;
    }
    return worker;
}

/* Within the monitor, which is left meanwhile. Waits until those that fit have ended. */
static void workers_join(struct parallel *parallel, bool (*fits)(const struct worker *worker))
{
    struct worker *worker;

    while ((worker = worker_take(parallel, fits)))
    {
        monitor_leave(parallel->monitor);
        thread_join(worker->thread);
        free(worker);
        monitor_enter(parallel->monitor);
    }
}

void parallel_add(struct parallel *parallel, job_function *work, void *job)
{
    struct entry *entry = memory_resize(NULL, 1, sizeof(*entry));

    *entry = (struct entry){ .work = work, .job = job };
    monitor_enter(parallel->monitor);
    queue_put(&parallel->waiting, entry);
    parallel->job_count++;
    workers_join(parallel, has_ended);
    workers_start(parallel);
    monitor_leave(parallel->monitor);
}

/* Within the monitor. Where the system gives no thread at all, the job is done here. */
static void wait_or_work(struct parallel *parallel, unsigned int milliseconds)
{
    struct entry *entry = parallel->working_count ? NULL : queue_take(&parallel->waiting);

    if (entry)
    {
        entry_do(parallel, entry);
    }
    else
    {
        const bool looks_for_slow =
            overlooks_slow(parallel) && parallel->waiting.first && milliseconds > LOOK_FOR_SLOW;

        monitor_wait(parallel->monitor, looks_for_slow ? LOOK_FOR_SLOW : milliseconds);
    }
}

void *parallel_next(struct parallel *parallel, unsigned int milliseconds)
{
    struct entry *entry;
    void *job = NULL;

    monitor_enter(parallel->monitor);
    workers_start(parallel);
    if (!parallel->ended.first)
    {
        wait_or_work(parallel, milliseconds);
    }
    entry = queue_take(&parallel->ended);
    parallel->job_count -= entry != NULL;
    monitor_leave(parallel->monitor);
    if (entry)
    {
        job = entry->job;
        free(entry);
    }
    return job;
}

size_t parallel_count(const struct parallel *parallel)
{
    size_t count;

    monitor_enter(parallel->monitor);
    count = parallel->job_count;
    monitor_leave(parallel->monitor);
    return count;
}

void parallel_end(struct parallel *parallel, job_function *forget)
{
    bool is_last;

    monitor_enter(parallel->monitor);
    queue_forget(&parallel->waiting, forget);
    workers_join(parallel, has_no_job); /* and none gets one any more */
    queue_forget(&parallel->ended, forget);
    parallel->forget = forget;
    for (const struct worker *worker = parallel->workers; worker; worker = worker->next)
    {
        thread_leave(worker->thread);
    }
    is_last = !parallel->workers;
    monitor_leave(parallel->monitor);
    if (is_last)
    {
        parallel_free(parallel);
    }
}
