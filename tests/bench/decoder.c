/*
 * Decodes and packs lists of sessions, and says how long it took. A program for tests/bench/run, not a
 * test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each line of standard input is a command, each line of standard output its answer: "ok" and numbers,
 * or "error".
 *
 *     make ROWS      what a server answers to NetrSessionEnum at level 1; names of 8 to 15 characters
 *                    ok BYTES-OF-THE-ANSWER BYTES-OF-THE-RESULT
 *     decode COUNT   decodes and packs it                                     ok NS...
 *     copy COUNT     memcpy() of the result to memory that was used before    ok NS...
 *     fresh COUNT    memcpy() of the result to memory that is allocated for it, as the result's is, and
 *                    then released                                            ok NS...
 *     write FILE     puts the answer into a file                              ok
 *
 * NS are nanoseconds, one number for each of COUNT times. The program ends with its standard input.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "levels/list.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/srvsvc.h"

#define LEVEL        1
#define LINE_SIZE    1024
#define TEXT_SIZE    32
#define NS_OF_SECOND 1000000000u

static struct writer answer;
static struct info_buffer result;
static size_t result_size;
static uint8_t *copy;

static const struct ndr_operation *operation(void)
{
    return rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM);
}

static uint64_t now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * NS_OF_SECOND + (uint64_t)time.tv_nsec;
}

static void die(const char *what)
{
    fprintf(stderr, "decoder: %s\n", what);
    exit(1);
}

/* ---- The answer ------------------------------------------------------------------------------ */

struct names
{
    struct utf16_name client;
    struct utf16_name user;
};

/* 28 characters on average, with which a row of the result takes 92 bytes where pointers take 8. */
static void make_names(struct names *names, uint32_t row)
{
    static const unsigned int user_lengths[] = { 8, 15, 12, 15, 13, 14, 12, 15 };
    char text[TEXT_SIZE];

    snprintf(text, sizeof(text), "192.168.1%02u.1%02u", row / 100 % 100, row % 100);
    names->client = utf16_name_from_ascii(text);
    snprintf(text, sizeof(text), "user%0*u",
             (int)user_lengths[row % (sizeof(user_lengths) / sizeof(user_lengths[0]))] - 4,
             row % 10000);
    names->user = utf16_name_from_ascii(text);
}

#define NAMES 10000 /* different ones */

static void make_answer(uint32_t rows)
{
    struct names *names = calloc(NAMES, sizeof(*names));
    struct session *sessions = calloc(rows, sizeof(*sessions));
    struct srvsvc_session_enum call = {
        .sessions = { .level = LEVEL, .rows = { sessions, rows } },
        .total_entries = rows,
    };

    if (!names || !sessions)
    {
        die("no memory");
    }
    for (uint32_t i = 0; i < NAMES; i++)
    {
        make_names(&names[i], i);
    }
    for (uint32_t i = 0; i < rows; i++)
    {
        sessions[i] = (struct session){
            .client = utf16_from_name(&names[i % NAMES].client),
            .user = utf16_from_name(&names[i % NAMES].user),
            .opens = i % 10,
            .active_seconds = i,
            .idle_seconds = i / 2,
        };
    }
    if (ndr_encode(operation(), NDR_OUT, &call, &answer))
    {
        die("the answer cannot be made");
    }
    free(sessions);
    free(names);
}

/* ---- What is timed --------------------------------------------------------------------------- */

static void decode_and_pack(struct info_buffer *packed)
{
    const struct info_level *level = info_find_level(&session_family, LEVEL);
    struct srvsvc_session_enum call = { .sessions = { .level = LEVEL, .stays_encoded = true } };
    struct info_list rows = { .family = &session_family };
    struct arena arena = { .blocks = NULL };

    if (ndr_decode(operation(), NDR_OUT, (struct bytes){ answer.data, answer.size }, &call, &arena))
    {
        die("the answer cannot be decoded");
    }
    rows.encoded = call.sessions.encoded;
    if (info_list_pack(&rows, level, packed))
    {
        die("the answer cannot be packed");
    }
    arena_free(&arena);
}

static void decode(void)
{
    struct info_buffer packed = { NULL, 0 };

    decode_and_pack(&packed);
    platform_api_free(packed.buffer);
}

static void copy_to_used_memory(void)
{
    memcpy(copy, result.buffer, result_size);
}

static void copy_to_fresh_memory(void)
{
    void *fresh = platform_api_allocate(result_size);

    if (!fresh)
    {
        die("no memory");
    }
    memcpy(fresh, result.buffer, result_size);
    platform_api_free(fresh);
}

static void time_each(void (*run)(void), unsigned long count)
{
    printf("ok");
    for (unsigned long i = 0; i < count; i++)
    {
        const uint64_t start = now();

        run();
        printf(" %llu", (unsigned long long)(now() - start));
    }
    printf("\n");
}

/* ---- Commands -------------------------------------------------------------------------------- */

static size_t end_of_text(const uint16_t *text)
{
    const uint16_t *end = text + utf16_from_terminated(text).length + 1;

    return (size_t)((const uint8_t *)end - (const uint8_t *)result.buffer);
}

/* From the first structure to the end of the last text. */
static size_t size_of_result(void)
{
    const struct session_info_1 *sessions = result.buffer;
    size_t size = 0;

    for (uint32_t i = 0; i < result.entries; i++)
    {
        const size_t client = end_of_text(sessions[i].client);
        const size_t user = end_of_text(sessions[i].user);

        size = client > size ? client : size;
        size = user > size ? user : size;
    }
    return size;
}

static void make(const char *rows)
{
    writer_free(&answer);
    platform_api_free(result.buffer);
    free(copy);
    answer = (struct writer){ 0 };
    make_answer((uint32_t)strtoul(rows, NULL, 10));
    decode_and_pack(&result);
    result_size = size_of_result();
    copy = malloc(result_size ? result_size : 1);
    if (!copy)
    {
        die("no memory");
    }
    copy_to_used_memory();
    printf("ok %zu %zu\n", answer.size, result_size);
}

static void write_answer(const char *path)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(answer.data, 1, answer.size, file) != answer.size || fclose(file))
    {
        die("the file cannot be written");
    }
    printf("ok\n");
}

int main(void)
{
    char line[LINE_SIZE];
    char command[LINE_SIZE];
    char argument[LINE_SIZE];

    while (fgets(line, sizeof(line), stdin))
    {
        if (sscanf(line, "%s %s", command, argument) != 2)
        {
            printf("error\n");
        }
        else if (!strcmp(command, "make"))
        {
            make(argument);
        }
        else if (!strcmp(command, "write"))
        {
            write_answer(argument);
        }
        else
        {
            time_each(!strcmp(command, "decode") ? decode
                      : !strcmp(command, "copy") ? copy_to_used_memory
                                                 : copy_to_fresh_memory,
                      strtoul(argument, NULL, 10));
        }
        fflush(stdout);
    }
    return 0;
}
