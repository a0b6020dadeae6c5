/*
 * What a call that takes long waits for, on one line of the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PROGRESS_H
#define NETADMIN_PROGRESS_H

#include <windows.h>

/* Does work(context) and returns when it is done. When that takes longer than a second and standard
 * error is a console, a line there tells what is waited for; it disappears in the end. */
void progress_run(void (*work)(void *context), void *context);

/* From now on an event ends the program, as a success, when it is set while work is done: nothing
 * else ends a call that waits for a server. */
void progress_set_end(HANDLE event);

#endif
