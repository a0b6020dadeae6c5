/*
 * What every call has to do, and what it must leave behind: nothing
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CALLERS_CHECKS_H
#define NETAPI32_TESTS_CALLERS_CHECKS_H

#include "parameters.h"

/* One test; `format` says what is wrong when it fails. Returns `condition`. */
BOOL check(BOOL condition, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* All tests of a call. */
void check_outcome(const struct signature *signature, const struct choice *choice,
                   const struct arguments *arguments, const struct raw_outcome *outcome,
                   DWORD milliseconds);

/* Gives back what the call made, undoes what it did, and gives back buffers that it should have
 * taken and has not. */
void give_back(HMODULE module, const struct signature *signature, const struct choice *choice,
               const struct arguments *arguments, const struct raw_outcome *outcome);

/* Whether one pointer can be passed for both: the smaller of two outputs is not written beyond. */
BOOL outputs_can_be_the_same(const struct parameter *first, const struct parameter *second);

/* Prints how often each function returned each code. */
void show_codes(void);
/* Prints the last line, in the form of Wine's tests; returns the exit status. */
int summarize(void);

#endif
