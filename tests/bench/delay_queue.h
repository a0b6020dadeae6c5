/*
 * What tests/bench/delay_proxy.c has under way, and how it counts messages.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_BENCH_DELAY_QUEUE_H
#define NETAPI32_TESTS_BENCH_DELAY_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Bytes under way ------------------------------------------------------------------------- */

struct delayed
{
    struct delayed *next;
    uint64_t due; /* ns */
    size_t size;
    uint8_t data[];
};

/* In the order in which they came. All zero is empty. */
struct delay_queue
{
    struct delayed *first;
    struct delayed *last;
};

/* Nanoseconds of a clock that only goes forwards. */
uint64_t delay_queue_now(void);
/* A copy of the bytes is due at a time. False where there is no memory. */
bool delay_queue_put(struct delay_queue *queue, const uint8_t *data, size_t size, uint64_t due);
/* The first bytes, if they are due by now; NULL otherwise. delay_queue_drop() takes them out. */
const struct delayed *delay_queue_due(const struct delay_queue *queue, uint64_t now);
void delay_queue_drop(struct delay_queue *queue);
/* Nanoseconds until the first bytes are due, `longest` at most. */
uint64_t delay_queue_wait(const struct delay_queue *queue, uint64_t now, uint64_t longest);
void delay_queue_free(struct delay_queue *queue);

/* ---- Messages -------------------------------------------------------------------------------- */

#define SMB2_COUNTER_HEADER 20 /* up to the command: [MS-SMB2] 2.1 and 2.2.1 */

/* Of one connection: a message that has come in part. All zero before the first. */
struct smb2_counter
{
    uint8_t header[SMB2_COUNTER_HEADER];
    size_t have; /* of the header */
    size_t left; /* of the message behind the header */
};

struct smb2_counts
{
    unsigned long long
        fragments;            /* replies to READ and IOCTL that carry data, first in their frame */
    unsigned long long bytes; /* of those frames */
};

/* Adds what bytes of a server complete. */
void smb2_count(struct smb2_counter *counter, const uint8_t *data, size_t size,
                struct smb2_counts *counts);

#endif
