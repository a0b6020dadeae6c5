/*
 * The time that calls take; one that does not end ends the program
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CALLERS_WATCH_H
#define NETAPI32_TESTS_CALLERS_WATCH_H

#include "parameters.h"

#define PATIENCE 60000 /* milliseconds until a call hangs */

void watch_start(void);
/* A call begins. */
void watch_begin(const struct signature *signature, const struct arguments *arguments);
/* It has ended: how many milliseconds it took. */
DWORD watch_end(void);

/* Prints a call, without the end of the line. */
void print_call(const struct signature *signature, const struct arguments *arguments);

#endif
