/*
 * Programs that a test starts beside itself, and that end with it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Such a program prints NAME=value lines on standard output, READY=1 as the last of them, and ends
 * when its standard input is closed. So it ends in any case, however the test does.
 */
#ifndef NETAPI32_TESTS_SUPPORT_HELPER_H
#define NETAPI32_TESTS_SUPPORT_HELPER_H

struct helper;

/* Starts a program of tests/bed and waits until it is ready. `arguments` ends with NULL. NULL when
 * the program gives up; it has said why on standard error then. */
struct helper *helper_start(const char *program, const char *const *arguments);
/* What it printed behind NAME=; NULL if it did not. Valid until the helper is stopped. */
const char *helper_value(const struct helper *helper, const char *name);
/* Waits until it prints NAME=, for up to a few seconds; NULL if it does not. */
const char *helper_wait_value(struct helper *helper, const char *name);
/* Closes its standard input and waits until it has ended. NULL is allowed. */
void helper_stop(struct helper *helper);

/* Runs a program of tests/bed to its end and gives its exit status, -1 when it crashed. Standard
 * output, terminated and cut to `size`, goes to `output`, if that is not NULL. */
int helper_run(const char *program, const char *const *arguments, char *output, unsigned int size);

#endif
