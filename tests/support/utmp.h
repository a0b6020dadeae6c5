/*
 * utmp files as a test wants them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_UTMP_H
#define NETAPI32_TESTS_SUPPORT_UTMP_H

#include <stddef.h>
#include <stdint.h>

#define RECORD_SIZE  384
#define USER_PROCESS 7
#define DEAD_PROCESS 8
/* More than the system gives out. */
#define NO_PROCESS 0x7FFFFFF0u

struct record
{
    uint16_t type;
    uint32_t process;
    const char *line;
    const char *user;
    const char *host;
    uint32_t start; /* seconds since 1970 */
    uint8_t address[16];
};

/* A network login of a process that lives, which began 100 s ago. */
struct record login_of(const char *user, const char *host);
/* The record as it stands in a file. */
void make_record(const struct record *record, uint8_t data[RECORD_SIZE]);
/* Write a file, or fail the test. write_utmp() leaves out the last `cut` bytes. */
void write_file(const char *path, const void *data, size_t size);
void write_utmp(const char *path, const struct record *records, size_t count, size_t cut);

#endif
