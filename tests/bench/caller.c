/*
 * Makes calls and says how long each of them took. A program for tests/bench/run, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each line of standard input is a command, each line of standard output its answer: "ok" and numbers,
 * or "error" and a Win32 code.
 *
 *     server NAME ADDRESS PORT USER PASSWORD   makes a server known                       ok
 *     list KIND SERVER LEVEL COUNT             COUNT calls, one after the other           ok ENTRIES NS...
 *     marked KIND SERVER LEVEL COUNT           the same, each call between two marks      ok ENTRIES
 *     spread KIND PREFIX SERVERS LEVEL THREADS COUNT
 *                                              COUNT calls on each of THREADS threads, of the servers
 *                                              PREFIX1, PREFIX2, ... in turns             ok NS
 *     connect ADDRESS PORT                     connects to tests/bench/echo_server        ok
 *     exchange SIZE ANSWER-SIZE COUNT          COUNT exchanges with it                    ok NS...
 *     nothing                                  does nothing                               ok
 *
 * NS are nanoseconds: of each call, or with `spread` from the first thread's start to the last one's
 * end. The program ends with its standard input.
 */
#include "caller.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_SIZE   1024
#define WORDS_MAX   8
#define SAMPLES_MAX 4096
#define NAME_SIZE   64
#define BUFFER_SIZE 65536

#define ERROR_INVALID_PARAMETER 87
#define ERROR_NETNAME_DELETED   64

static uint64_t samples[SAMPLES_MAX];

static unsigned int number(const char *text)
{
    return (unsigned int)strtoul(text, NULL, 10);
}

static unsigned int count_of(const char *text)
{
    const unsigned int count = number(text);

    return count < SAMPLES_MAX ? count : SAMPLES_MAX;
}

static void print_samples(unsigned int count)
{
    for (unsigned int i = 0; i < count; i++)
    {
        printf(" %llu", (unsigned long long)samples[i]);
    }
    printf("\n");
}

static uint32_t add_server(char **words)
{
    const uint32_t status = library_add_server(words[1], words[2], words[3], words[4], words[5]);

    if (!status)
    {
        printf("ok\n");
    }
    return status;
}

static uint32_t list(char **words)
{
    const uint32_t level = number(words[3]);
    const unsigned int count = count_of(words[4]);
    uint32_t entries = 0;

    for (unsigned int i = 0; i < count; i++)
    {
        const uint64_t start = system_now();
        const uint32_t status = library_ask(words[1], words[2], level, &entries);

        samples[i] = system_now() - start;
        if (status)
        {
            return status;
        }
    }
    printf("ok %u", (unsigned int)entries);
    print_samples(count);
    return 0;
}

static uint32_t marked(char **words)
{
    const uint32_t level = number(words[3]);
    const unsigned int count = count_of(words[4]);
    uint32_t status = 0;
    uint32_t entries = 0;

    system_mark();
    for (unsigned int i = 0; i < count && !status; i++)
    {
        status = library_ask(words[1], words[2], level, &entries);
        system_mark();
    }
    if (!status)
    {
        printf("ok %u\n", (unsigned int)entries);
    }
    return status;
}

/* ---- Many threads ---------------------------------------------------------------------------- */

struct spread
{
    char **words;
    unsigned int servers;
    unsigned int calls;
    atomic_uint arrived;
    atomic_bool go;
    atomic_uint failure; /* of any thread */
};

static void call_on_thread(void *argument)
{
    struct spread *spread = argument;
    const unsigned int place = atomic_fetch_add(&spread->arrived, 1) % spread->servers;
    char server[NAME_SIZE];

    snprintf(server, sizeof(server), "%s%u", spread->words[2], place + 1);
    while (!atomic_load(&spread->go))
    {
        system_sleep(1);
    }
    for (unsigned int i = 0; i < spread->calls; i++)
    {
        uint32_t entries = 0;
        const uint32_t status =
            library_ask(spread->words[1], server, number(spread->words[4]), &entries);

        if (status)
        {
            atomic_store(&spread->failure, status);
        }
    }
}

/* Opens the gate when all others have come to it. It takes no part otherwise. */
struct gate
{
    struct spread *spread;
    unsigned int threads;
    atomic_uint first; /* whoever is first opens it */
    uint64_t start;
};

static void open_gate_or_call(void *argument)
{
    struct gate *gate = argument;

    if (atomic_fetch_add(&gate->first, 1))
    {
        call_on_thread(gate->spread);
        return;
    }
    while (atomic_load(&gate->spread->arrived) < gate->threads)
    {
        system_sleep(1);
    }
    gate->start = system_now();
    atomic_store(&gate->spread->go, true);
}

static uint32_t spread_calls(char **words)
{
    struct spread spread = {
        .words = words,
        .servers = number(words[3]) ? number(words[3]) : 1,
        .calls = number(words[6]),
    };
    struct gate gate = { .spread = &spread, .threads = number(words[5]) };

    if (system_run_threads(gate.threads + 1, open_gate_or_call, &gate))
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (!atomic_load(&spread.failure))
    {
        printf("ok %llu\n", (unsigned long long)(system_now() - gate.start));
    }
    return atomic_load(&spread.failure);
}

/* ---- The bare network ------------------------------------------------------------------------ */

static intptr_t bare_connection = -1;

static uint32_t connect_bare(char **words)
{
    bare_connection = bare_connect(words[1], words[2]);
    if (bare_connection == -1)
    {
        return ERROR_NETNAME_DELETED;
    }
    printf("ok\n");
    return 0;
}

static uint32_t exchange(char **words)
{
    static char buffer[BUFFER_SIZE];
    const int size = atoi(words[1]);
    const int answer_size = atoi(words[2]);
    const unsigned int count = count_of(words[3]);

    if (size < 0 || size > BUFFER_SIZE || answer_size < 0 || answer_size > BUFFER_SIZE)
    {
        return ERROR_INVALID_PARAMETER;
    }
    for (unsigned int i = 0; i < count; i++)
    {
        const uint64_t start = system_now();

        if (bare_exchange(bare_connection, buffer, size, answer_size))
        {
            return ERROR_NETNAME_DELETED;
        }
        samples[i] = system_now() - start;
    }
    printf("ok");
    print_samples(count);
    return 0;
}

static uint32_t nothing(char **words)
{
    (void)words;
    printf("ok\n");
    return 0;
}

/* ---- Commands -------------------------------------------------------------------------------- */

static const struct command
{
    const char *name;
    unsigned int words; /* with the name */
    uint32_t (*run)(char **words);
} commands[] = {
    { "server", 6, add_server },    { "list", 5, list },
    { "marked", 5, marked },        { "spread", 7, spread_calls },
    { "connect", 3, connect_bare }, { "exchange", 4, exchange },
    { "nothing", 1, nothing },
};

static uint32_t run_line(char *line)
{
    char *words[WORDS_MAX] = { NULL };
    unsigned int count = 0;

    for (char *word = strtok(line, " \r\n"); word && count < WORDS_MAX;
         word = strtok(NULL, " \r\n"))
    {
        words[count++] = word;
    }
    for (size_t i = 0; count && i < sizeof(commands) / sizeof(commands[0]); i++)
    {
        if (!strcmp(commands[i].name, words[0]) && commands[i].words == count)
        {
            return commands[i].run(words);
        }
    }
    return ERROR_INVALID_PARAMETER;
}

int main(void)
{
    char line[LINE_SIZE];

    while (fgets(line, sizeof(line), stdin))
    {
        const uint32_t status = run_line(line);

        if (status)
        {
            printf("error %u\n", (unsigned int)status);
        }
        fflush(stdout);
    }
    return 0;
}
