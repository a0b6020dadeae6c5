/*
 * Jobs of netadmin that are done at the same time, and their threads.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdatomic.h>
#include <string.h>
#include <time.h>

#include "many/parallel.h"
#include "platform/threads.h"
#include "support/unit.h"

#define JOBS     200
#define LIMIT    8
#define PATIENCE 60000 /* ms */
#define A_SECOND 1000

/* ---- Jobs ------------------------------------------------------------------------------------ */

static atomic_uint at_once;
static atomic_uint most_at_once;

struct job
{
    atomic_bool may_end;
    atomic_bool has_begun;
    atomic_uint forgotten;
    unsigned int times_back;
};

static void pause_shortly(void)
{
    nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
}

static void work_shortly(void *job)
{
    const unsigned int now = atomic_fetch_add(&at_once, 1) + 1;
    unsigned int most = atomic_load(&most_at_once);

    (void)job;
    while (now > most && !atomic_compare_exchange_weak(&most_at_once, &most, now))
    {
    }
    pause_shortly();
    atomic_fetch_sub(&at_once, 1);
}

static void work_until_told(void *argument)
{
    struct job *job = argument;

    atomic_store(&job->has_begun, true);
    while (!atomic_load(&job->may_end))
    {
        pause_shortly();
    }
}

static void forget(void *job)
{
    atomic_fetch_add(&((struct job *)job)->forgotten, 1);
}

/* ---- Threads --------------------------------------------------------------------------------- */

/* Linked with --wrap: what the program calls comes here. */
struct thread *__real_thread_start(void (*work)(void *argument), void *argument);
struct thread *__wrap_thread_start(void (*work)(void *argument), void *argument);
void __real_thread_join(struct thread *thread);
void __wrap_thread_join(struct thread *thread);
void __real_thread_leave(struct thread *thread);
void __wrap_thread_leave(struct thread *thread);

static struct
{
    unsigned int started;
    unsigned int joined;
    unsigned int left;
} threads;

struct thread *__wrap_thread_start(void (*work)(void *argument), void *argument)
{
    threads.started++;
    return __real_thread_start(work, argument);
}

void __wrap_thread_join(struct thread *thread)
{
    threads.joined++;
    __real_thread_join(thread);
}

void __wrap_thread_leave(struct thread *thread)
{
    threads.left++;
    __real_thread_leave(thread);
}

static int forget_threads(void **state)
{
    (void)state;
    memset(&threads, 0, sizeof(threads));
    return 0;
}

/* ---- What is looked at ----------------------------------------------------------------------- */

static void every_job_comes_back_once_and_no_more_are_done_than_may_be(void **state)
{
    struct parallel *parallel = parallel_begin(LIMIT);
    struct job jobs[JOBS] = { 0 };

    (void)state;
    atomic_store(&most_at_once, 0);
    for (size_t i = 0; i < JOBS; i++)
    {
        parallel_add(parallel, work_shortly, &jobs[i]);
    }
    while (parallel_count(parallel))
    {
        struct job *job = parallel_next(parallel, PATIENCE);

        if (job)
        {
            job->times_back++;
        }
    }
    assert_null(parallel_next(parallel, 0));
    parallel_end(parallel, forget);
    for (size_t i = 0; i < JOBS; i++)
    {
        assert_int_equal(jobs[i].times_back, 1);
        assert_int_equal(atomic_load(&jobs[i].forgotten), 0);
    }
    assert_in_range(atomic_load(&most_at_once), 2, LIMIT);
}

static void threads_have_ended_when_their_jobs_have(void **state)
{
    (void)state;
    for (size_t round = 0; round < JOBS; round++)
    {
        struct parallel *parallel = parallel_begin(LIMIT);
        struct job jobs[LIMIT] = { 0 };

        for (size_t i = 0; i < LIMIT; i++)
        {
            parallel_add(parallel, work_shortly, &jobs[i]);
        }
        while (parallel_count(parallel))
        {
            parallel_next(parallel, PATIENCE);
        }
        parallel_end(parallel, forget);
        assert_in_range(threads.started, 1, LIMIT * (round + 1));
        assert_int_equal(threads.joined, threads.started);
    }
}

static void one_job_after_the_other_takes_no_more_threads(void **state)
{
    struct parallel *parallel = parallel_begin(LIMIT);
    struct job job = { 0 };

    (void)state;
    for (size_t i = 0; i < JOBS; i++)
    {
        parallel_add(parallel, work_shortly, &job);
        while (!parallel_next(parallel, PATIENCE))
        {
        }
        assert_in_range(threads.started - threads.joined, 1, 2);
    }
    parallel_end(parallel, forget);
    assert_int_equal(threads.joined, threads.started);
}

/* One of them is being done, the other waits for its turn. */
static void jobs_that_are_not_waited_for_are_forgotten(void **state)
{
    struct parallel *parallel = parallel_begin(1);
    struct job long_job = { 0 };
    struct job waiting_job = { 0 };

    (void)state;
    parallel_add(parallel, work_until_told, &long_job);
    parallel_add(parallel, work_shortly, &waiting_job);
    while (!atomic_load(&long_job.has_begun))
    {
        pause_shortly();
    }
    assert_null(parallel_next(parallel, 1));
    parallel_end(parallel, forget);
    assert_int_equal(atomic_load(&waiting_job.forgotten), 1);
    assert_int_equal(atomic_load(&long_job.forgotten), 0);

    assert_int_equal(threads.joined, 0);
    assert_int_equal(threads.left, 1);

    atomic_store(&long_job.may_end, true);
    while (!atomic_load(&long_job.forgotten))
    {
        pause_shortly();
    }
}

/* Who asks over and over waits for its next question without a job: he does not go round meanwhile. */
static void without_a_job_it_is_waited_too(void **state)
{
    struct parallel *parallel = parallel_begin(LIMIT);
    struct timespec start;
    struct timespec now;
    unsigned int times = 0;

    (void)state;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do
    {
        assert_null(parallel_next(parallel, A_SECOND / 10));
        times++;
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (now.tv_sec - start.tv_sec < 2);
    assert_in_range(times, 1, 40);
    parallel_end(parallel, forget);
}

/* All threads have a job that does not end, for more than a second: others are done meanwhile, but by no
 * more threads than are allowed; without leave for that, by none. */
static void slow_jobs_do_not_hold_up_the_others(void **state)
{
    struct parallel *parallel = parallel_begin(LIMIT);
    struct job slow[LIMIT] = { 0 };
    struct job quick[JOBS] = { 0 };
    size_t came_back = 0;

    (void)state;
    for (size_t i = 0; i < LIMIT; i++)
    {
        parallel_add(parallel, work_until_told, &slow[i]);
    }
    for (size_t i = 0; i < JOBS; i++)
    {
        parallel_add(parallel, work_shortly, &quick[i]);
    }
    assert_null(parallel_next(parallel, 2 * A_SECOND));
    assert_int_equal(threads.started, LIMIT);

    atomic_store(&most_at_once, 0);
    parallel_overlook_slow(parallel, LIMIT + 2);
    while (came_back < JOBS)
    {
        came_back += parallel_next(parallel, PATIENCE) != NULL;
        assert_in_range(threads.started - threads.joined, LIMIT, LIMIT + 2);
    }
    assert_in_range(atomic_load(&most_at_once), 1, 2);
    for (size_t i = 0; i < LIMIT; i++)
    {
        assert_false(atomic_load(&slow[i].may_end));
        atomic_store(&slow[i].may_end, true);
    }
    while (parallel_count(parallel))
    {
        parallel_next(parallel, PATIENCE);
    }
    parallel_end(parallel, forget);
    assert_int_equal(threads.joined, threads.started);
}

/* Those that were slow go on with what waits, but not all of them, which a busy machine may make more than
 * one. */
static void no_more_than_the_limit_go_on_when_slow_jobs_have_ended(void **state)
{
    struct parallel *parallel = parallel_begin(1);
    struct job slow[LIMIT] = { 0 };
    struct job quick[JOBS] = { 0 };

    (void)state;
    parallel_overlook_slow(parallel, LIMIT);
    for (size_t i = 0; i < LIMIT; i++)
    {
        parallel_add(parallel, work_until_told, &slow[i]);
    }
    while (!atomic_load(&slow[LIMIT - 1].has_begun))
    {
        assert_null(parallel_next(parallel, 1));
    }
    atomic_store(&most_at_once, 0);
    for (size_t i = 0; i < JOBS; i++)
    {
        parallel_add(parallel, work_shortly, &quick[i]);
    }
    for (size_t i = 0; i < LIMIT; i++)
    {
        atomic_store(&slow[i].may_end, true);
    }
    while (parallel_count(parallel))
    {
        parallel_next(parallel, PATIENCE);
    }
    parallel_end(parallel, forget);
    assert_in_range(atomic_load(&most_at_once), 1, LIMIT / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_job_comes_back_once_and_no_more_are_done_than_may_be,
                               forget_threads),
        cmocka_unit_test_setup(threads_have_ended_when_their_jobs_have, forget_threads),
        cmocka_unit_test_setup(one_job_after_the_other_takes_no_more_threads, forget_threads),
        cmocka_unit_test_setup(jobs_that_are_not_waited_for_are_forgotten, forget_threads),
        cmocka_unit_test(without_a_job_it_is_waited_too),
        cmocka_unit_test_setup(slow_jobs_do_not_hold_up_the_others, forget_threads),
        cmocka_unit_test_setup(no_more_than_the_limit_go_on_when_slow_jobs_have_ended,
                               forget_threads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
