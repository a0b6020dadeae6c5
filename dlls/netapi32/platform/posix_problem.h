/*
 * What the native build has to say about things of the user: his files, his ticket.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_PROBLEM_H
#define NETAPI32_PLATFORM_POSIX_PROBLEM_H

/* Keeps for posix_problem() what is wrong with it, a sentence that begins with it, and logs that. */
void problem_set(const char *subject, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Forgets it, where it is about this subject. */
void problem_clear(const char *subject);

#endif
