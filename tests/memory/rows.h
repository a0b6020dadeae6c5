/*
 * What is called: the rows of tests/compatibility, and those of functions that ask no server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_MEMORY_ROWS_H
#define NETAPI32_TESTS_MEMORY_ROWS_H

#include "../compatibility/probe.h"

extern const struct probe_family probe_directory;
extern const struct probe_family probe_computer;

/* Calls `visit` for each function and level; `level` is NULL where the function has none. Of the
 * functions only those whose name begins with one of `names`, where there are any; a name with a - in
 * front leaves functions out, of all if it is the first. */
void rows_visit(void (*visit)(const struct probe_function *function,
                              const struct probe_level *level),
                char *const *names, int count);

/* The name of the exported function that a row is about: what stands before a blank. */
void rows_function_name(const struct probe_function *function, char name[64]);

#endif
