/*
 * Makes a call and says how much memory it held at most. A program for tests/bench/run, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each line of standard input is a command, each line of standard output its answer: "ok" and numbers,
 * or "error" and a Win32 code.
 *
 *     server NAME ADDRESS PORT USER PASSWORD   makes a server known                      ok
 *     peak SERVER                              NetSessionEnum at level 1, everything     ok ENTRIES PEAK RESULT
 *
 * PEAK is what was allocated at the worst moment of the call above what was before it, the result
 * included; RESULT what the result alone takes. It is linked so that what the core allocates and
 * releases comes by here. What libgcrypt allocates does not.
 */
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "families/session/sessions.h"
#include "platform/platform.h"
#include "platform/posix.h"

#define LINE_SIZE 1024
#define TEXT_SIZE 128

static long long held;
static long long most;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

static void *taken(void *memory)
{
    held += memory ? (long long)malloc_usable_size(memory) : 0;
    most = held > most ? held : most;
    return memory;
}

static void given_back(void *memory)
{
    held -= memory ? (long long)malloc_usable_size(memory) : 0;
}

void *__wrap_malloc(size_t size)
{
    return taken(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return taken(__real_calloc(count, size));
}

/* While it moves, both are there. */
void *__wrap_realloc(void *memory, size_t size)
{
    const long long before = memory ? (long long)malloc_usable_size(memory) : 0;
    void *made = __real_realloc(memory, size);

    if (!made)
    {
        return NULL;
    }
    taken(made);
    most = held > most ? held : most;
    held -= before;
    return made;
}

void __wrap_free(void *memory)
{
    given_back(memory);
    __real_free(memory);
}

static void peak(const char *server)
{
    struct utf16_name name;
    struct info_answer answer = { 0 };
    struct sessions_request request = {
        .list = { .level = 1, .preferred_length = PREFERRED_LENGTH_UNLIMITED },
    };
    const long long before = held;
    uint32_t status = 0;

    if (!utf16_name_from_utf8(&name, server))
    {
        printf("error 87\n");
        return;
    }
    request.list.server = utf16_from_name(&name);
    most = held;
    status = sessions_enumerate(&request, &answer);
    if (status)
    {
        printf("error %u\n", status);
    }
    else
    {
        printf("ok %u %lld %zu\n", answer.entries, most - before,
               answer.buffer ? malloc_usable_size(answer.buffer) : 0);
    }
    platform_api_free(answer.buffer);
}

int main(void)
{
    char line[LINE_SIZE];
    char words[5][TEXT_SIZE];

    while (fgets(line, sizeof(line), stdin))
    {
        const int count = sscanf(line, "%*s %127s %127s %127s %127s %127s", words[0], words[1],
                                 words[2], words[3], words[4]);

        if (!strncmp(line, "peak", strlen("peak")) && count == 1)
        {
            peak(words[0]);
        }
        else if (!strncmp(line, "server", strlen("server")) && count == 5)
        {
            posix_config_set(words[0], "Address", words[1]);
            posix_config_set(words[0], "Port", words[2]);
            posix_credential_set(words[0], words[3], words[4]);
            printf("ok\n");
        }
        else
        {
            printf("error 87\n");
        }
        fflush(stdout);
    }
    return 0;
}
