/*
 * How the time to decode and pack a list of sessions grows with its length: it should grow with it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Prints the time of a row in lists of different lengths, and its ratio to that in the shortest.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "levels/level.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "rpc/ndr.h"
#include "rpc/srvsvc.h"

#define LEVEL    1
#define ROWS_ALL 1000000 /* in all lists of one length together */

/* What a server answers to NetrSessionEnum at level 1. */
static void write_answer(struct ndr_writer *answer, uint32_t rows)
{
    const struct utf16_name client = utf16_name_from_ascii("192.168.100.200");
    const struct utf16_name user = utf16_name_from_ascii("administrator");
    const uint32_t sizes[] = { (uint32_t)client.length + 1, (uint32_t)user.length + 1 };
    const struct utf16_name *const names[] = { &client, &user };

    ndr_put_u32(answer, LEVEL);
    ndr_put_u32(answer, LEVEL);
    ndr_put_referent(answer);
    ndr_put_u32(answer, rows);
    ndr_put_referent(answer);
    ndr_put_u32(answer, rows);
    for (uint32_t i = 0; i < rows; i++)
    {
        ndr_put_referent(answer);
        ndr_put_referent(answer);
        for (unsigned int number = 0; number < 4; number++)
        {
            ndr_put_u32(answer, number);
        }
    }
    for (uint32_t i = 0; i < 2 * rows; i++)
    {
        ndr_put_u32(answer, sizes[i % 2]);
        ndr_put_u32(answer, 0);
        ndr_put_u32(answer, sizes[i % 2]);
        writer_bytes(&answer->stub, names[i % 2]->units, sizes[i % 2] * sizeof(uint16_t));
    }
    ndr_put_u32(answer, rows); /* TotalEntries */
    ndr_put_unique_u32(answer, 0);
    ndr_put_u32(answer, 0); /* the result */
}

static double seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void decode_and_pack(struct writer *stub)
{
    const struct info_level *level = info_find_level(&session_family, LEVEL);
    struct srvsvc_session_list list = { .stub = *stub };
    struct info_buffer packed;

    if (srvsvc_session_list_decode(&list, &session_family, level) ||
        info_pack(&session_family, level, &list.rows, &packed))
    {
        fprintf(stderr, "bench_session_list: the answer cannot be decoded\n");
        exit(1);
    }
    platform_api_free(packed.buffer);
    free(list.rows.rows);
}

int main(void)
{
    static const uint32_t lengths[] = { 100, 1000, 10000, 100000 };
    double shortest = 0;

    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
    {
        struct ndr_writer answer = { 0 };
        double start = 0;
        double row = 0;

        write_answer(&answer, lengths[i]);
        start = seconds_now();
        for (uint32_t done = 0; done < ROWS_ALL; done += lengths[i])
        {
            decode_and_pack(&answer.stub);
        }
        row = (seconds_now() - start) / ROWS_ALL;
        shortest = i ? shortest : row;
        printf("%6u sessions: %4.0f ns each, %.2f times that of the shortest list\n", lengths[i],
               row * 1e9, row / shortest);
        writer_free(&answer.stub);
    }
    return 0;
}
