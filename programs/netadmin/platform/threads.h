/*
 * What the portable sources need from the system to do several things at once: threads, and one
 * monitor for what they share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_THREADS_H
#define NETADMIN_THREADS_H

/* A thread, until thread_join() or thread_leave(). Whoever can, joins: under Wine, a program that ends
 * while one of its threads does may have words of Wine's on its standard error. */
struct thread;

/* Starts one that does work(argument); it has a modest stack. NULL if the system has no thread to give. */
struct thread *thread_start(void (*work)(void *argument), void *argument);

/* Waits until it has ended. */
void thread_join(struct thread *thread);

/* Lets it go on; nobody waits for it any longer. */
void thread_leave(struct thread *thread);

/* A lock with a place to wait for what other threads do. Where there is no memory for one, the program
 * says so and ends (base/memory.h). */
struct monitor;

struct monitor *monitor_make(void);
void monitor_free(struct monitor *monitor);

void monitor_enter(struct monitor *monitor);
void monitor_leave(struct monitor *monitor);

/* Within the monitor: leaves it until another thread calls monitor_wake(), or at most for so many
 * milliseconds, and enters it again. May return without either. */
void monitor_wait(struct monitor *monitor, unsigned int milliseconds);
void monitor_wake(struct monitor *monitor);

#endif
