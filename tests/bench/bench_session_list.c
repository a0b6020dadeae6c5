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
#include "rpc/client.h"
#include "rpc/srvsvc.h"

#define LEVEL    1
#define ROWS_ALL 1000000 /* in all lists of one length together */

static const struct ndr_operation *operation(void)
{
    return rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM);
}

/* What a server answers to NetrSessionEnum at level 1. */
static void write_answer(struct writer *answer, uint32_t rows)
{
    const struct utf16_name client = utf16_name_from_ascii("192.168.100.200");
    const struct utf16_name user = utf16_name_from_ascii("administrator");
    struct session *sessions = calloc(rows, sizeof(*sessions));
    struct srvsvc_session_enum call = {
        .sessions = { .level = LEVEL, .rows = { sessions, rows } },
        .total_entries = rows,
    };

    for (uint32_t i = 0; sessions && i < rows; i++)
    {
        sessions[i] = (struct session){
            .client = utf16_from_name(&client),
            .user = utf16_from_name(&user),
            .opens = i,
        };
    }
    if (!sessions || ndr_encode(operation(), NDR_OUT, &call, answer))
    {
        fprintf(stderr, "bench_session_list: the answer cannot be made\n");
        exit(1);
    }
    free(sessions);
}

static double seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void decode_and_pack(const struct writer *stub)
{
    const struct info_level *level = info_find_level(&session_family, LEVEL);
    struct srvsvc_session_enum call = { .sessions = { .level = LEVEL } };
    struct arena arena = { .blocks = NULL };
    struct info_buffer packed;

    if (ndr_decode(operation(), NDR_OUT, (struct bytes){ stub->data, stub->size }, &call, &arena) ||
        info_pack(&session_family, level, &call.sessions.rows, &packed))
    {
        fprintf(stderr, "bench_session_list: the answer cannot be decoded\n");
        exit(1);
    }
    platform_api_free(packed.buffer);
    arena_free(&arena);
}

int main(void)
{
    static const uint32_t lengths[] = { 100, 1000, 10000, 100000 };
    double shortest = 0;

    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
    {
        struct writer answer = { 0 };
        double start = 0;
        double row = 0;

        write_answer(&answer, lengths[i]);
        start = seconds_now();
        for (uint32_t done = 0; done < ROWS_ALL; done += lengths[i])
        {
            decode_and_pack(&answer);
        }
        row = (seconds_now() - start) / ROWS_ALL;
        shortest = i ? shortest : row;
        printf("%6u sessions: %4.0f ns each, %.2f times that of the shortest list\n", lengths[i],
               row * 1e9, row / shortest);
        writer_free(&answer);
    }
    return 0;
}
