/*
 * Work that runs outside the window's thread, several pieces at the same time.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_JOBS_H
#define SHAREDFOLDERS_JOBS_H

#include <stdbool.h>
#include <windows.h>

/* Those that have run for a second wait for somebody who may not come: they do not count, but of them, too,
 * there are so many at the most. */
#define JOBS_AT_ONCE 32
#define JOBS_MOST    128

/* Embedded in what it is about, as the first member. */
struct job
{
    /* In a thread of its own; touches nothing that the window has. */
    void (*run)(struct job *job);
    /* In the window's thread, whether dropped or not; frees the job. */
    void (*done)(struct job *job);
    volatile bool is_dropped; /* by jobs_drop(): nobody wants what it gives; run() may look */
    ULONGLONG since;          /* it runs, by GetTickCount64() */
    struct job *next;
};

/* Belongs to the window's thread. Starts as { .window, .message }. */
struct jobs
{
    HWND window;  /* gets `message`, with the job as lParam, when a job has run */
    UINT message; /* and hands it to jobs_finish() */
    struct job *waiting;
    struct job *running; /* wanted ones */
    unsigned dropped;    /* ones that still run */
};

/* Runs a job as soon as there is room for one. */
void jobs_add(struct jobs *jobs, struct job *job);

/* A job that waits is done at once; one that runs cannot be stopped, but no longer counts. */
void jobs_drop(struct jobs *jobs, struct job *job);

/* Calls the job's done(), and starts those that wait. */
void jobs_finish(struct jobs *jobs, struct job *job);

#endif
