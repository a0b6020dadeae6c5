/*
 * What a call that takes long waits for, on one line of the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PROGRESS_H
#define NETADMIN_PROGRESS_H

/* Does work(context) and returns when it is done. When that takes longer than a second and standard
 * error is a console, a line there tells what is waited for; it disappears in the end. */
void progress_run(void (*work)(void *context), void *context);

/* From now on what ends the program (platform/stop.h, which has begun) does so while work is done, as a
 * success: nothing else ends a call that waits for a server. */
void progress_ends_at_stop(void);

#endif
