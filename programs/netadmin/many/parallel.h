/*
 * Jobs that are done at the same time, so many at once, and come back to the one thread that gave them
 * out as they end.
 *
 * A job is memory of its own that no other thread touches while it is done: the functions that do it
 * run on threads, all else happens on the thread that gave it out.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PARALLEL_H
#define NETADMIN_PARALLEL_H

#include <stddef.h>

/* Starts with parallel_begin(), ends with parallel_end(). */
struct parallel;

typedef void job_function(void *job);

/* At most `limit` jobs (1 or more) are done at the same time. */
struct parallel *parallel_begin(size_t limit);

/* From now on jobs that have taken a second do not count against the limit: they wait for somebody who may
 * not come. But never more than `most` are done at the same time. */
void parallel_overlook_slow(struct parallel *parallel, size_t most);

/* Adds a job: work(job) is done as soon as its turn comes, in the order in which they are added. More may
 * be added at any time, the same again too, once it has come back. */
void parallel_add(struct parallel *parallel, job_function *work, void *job);

/* Waits until a job has ended, at most so many milliseconds, and gives it back, in the order in which
 * they end. NULL if none has ended, which may be earlier; also where there is none that could. */
void *parallel_next(struct parallel *parallel, unsigned int milliseconds);

/* How many have been added and have not come back. */
size_t parallel_count(const struct parallel *parallel);

/* Waits for no job: those that have not come back are given to forget(), those that are being done as soon
 * as they end, on their thread. */
void parallel_end(struct parallel *parallel, job_function *forget);

#endif
