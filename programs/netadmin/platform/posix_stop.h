/*
 * What ends a command that goes on, for who waits for something else meanwhile.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POSIX_STOP_H
#define NETADMIN_POSIX_STOP_H

#include <stdbool.h>

/* Waits until something can be written there, or nothing ever can; false if the program is to end before
 * that. */
bool stop_lets_write(int descriptor);

#endif
