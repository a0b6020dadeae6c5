/*
 * Every block that the API gives: what is in it, and that it ends where it ends.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   result_blocks.exe [--verbose] SERVER [FUNCTION]...
 *
 * SERVER, FUNCTION and the environment are as for no_memory.exe. Each row is called as often as there are
 * patterns. Each block ends where a page begins that nobody may touch, and was full of the pattern. Then
 *
 *   - every structure, and all that its pointers point to, is within the block;
 *   - nothing was written behind its end;
 *   - each byte of it was written: none has the pattern each time.
 */
#include <stdio.h>
#include <string.h>

#include "blocks.h"
#include "calls.h"
#include "rows.h"

#define BLOCKS_MAX 64 /* of a call, that are looked at */

static const BYTE patterns[] = { 0x00, 0xA5, 0x5A, 0xF3 };

static BOOL is_verbose;
static unsigned int executed, failures, rows_done;
static unsigned long long bytes_checked;

static void complain(const struct probe_function *function, DWORD level, const char *what,
                     SIZE_T number)
{
    failures++;
    printf("result_blocks.c: Test failed: %s %lu: %s (%lu)\n", function->name, level, what,
           (unsigned long)number);
    fflush(stdout);
}

/* A block as it was with each pattern. */
struct seen
{
    SIZE_T size;
    SIZE_T times;
    BYTE *undefined; /* for each byte: it had the pattern so far */
};

static struct seen seen[BLOCKS_MAX];

static void forget_seen(void)
{
    for (SIZE_T i = 0; i < BLOCKS_MAX; i++)
    {
        HeapFree(GetProcessHeap(), 0, seen[i].undefined);
    }
    memset(seen, 0, sizeof(seen));
}

/* Blocks that are as large each time are the same. */
static void look_at(SIZE_T number, const struct released *block, BYTE pattern, BOOL is_first)
{
    struct seen *before = &seen[number];

    if (is_first)
    {
        before->size = block->size;
        before->undefined = HeapAlloc(GetProcessHeap(), 0, block->size + 1);
        memset(before->undefined, 1, block->size);
    }
    if (!before->undefined || before->size != block->size)
    {
        before->size = 0;
        return;
    }
    for (SIZE_T i = 0; i < block->size; i++)
    {
        before->undefined[i] = before->undefined[i] && block->data[i] == pattern;
    }
    before->times++;
}

static void call_with(const struct probe_function *function, const struct probe_level *row_level,
                      BYTE pattern, BOOL is_first)
{
    const DWORD level = row_level ? row_level->level : 0;
    struct probe_answer answer = { .entries = 1 };
    const struct released *block = NULL;
    DWORD status;

    blocks_guard(pattern);
    status = function->call(level, &answer);
    executed++;
    if (answer.bad)
    {
        complain(function, level, answer.bad, 0);
    }
    if (!status && row_level && row_level->members && probe_check(row_level, &answer))
    {
        complain(function, level, probe_check(row_level, &answer), 0);
    }
    NetApiBufferFree(answer.buffer);
    for (SIZE_T i = 0; i < BLOCKS_MAX && (block = blocks_released(i)) != NULL; i++)
    {
        if (block->overrun)
        {
            complain(function, level, "something was written behind the end of a block", i);
        }
        look_at(i, block, pattern, is_first);
    }
    blocks_forget();
}

static void check_seen(const struct probe_function *function, DWORD level)
{
    for (SIZE_T i = 0; i < BLOCKS_MAX && seen[i].times == ARRAY_SIZE(patterns); i++)
    {
        SIZE_T undefined = 0, first = 0;

        for (SIZE_T j = 0; j < seen[i].size; j++)
        {
            if (seen[i].undefined[j])
            {
                first = undefined++ ? first : j;
            }
        }
        bytes_checked += seen[i].size;
        if (undefined)
        {
            complain(function, level, "bytes of a block were never written, the first at", first);
            printf("  block %lu of the call: %lu of %lu bytes\n", (unsigned long)i,
                   (unsigned long)undefined, (unsigned long)seen[i].size);
        }
    }
}

static void check_row(const struct probe_function *function, const struct probe_level *level)
{
    for (SIZE_T i = 0; i < ARRAY_SIZE(patterns); i++)
    {
        call_with(function, level, patterns[i], !i);
    }
    check_seen(function, level ? level->level : 0);
    if (is_verbose)
    {
        printf("%s %lu: %lu bytes\n", function->name, level ? level->level : 0,
               (unsigned long)seen[0].size);
        fflush(stdout);
    }
    forget_seen();
    rows_done++;
}

int main(int argc, char *argv[])
{
    static WCHAR server[MAX_PATH];
    char **rest = argv + 1;

    if (*rest && !strcmp(*rest, "--verbose"))
    {
        is_verbose = TRUE;
        rest++;
    }
    if (!*rest)
    {
        fprintf(stderr, "usage: result_blocks.exe [--verbose] SERVER [FUNCTION]...\n");
        return 2;
    }
    MultiByteToWideChar(CP_ACP, 0, *rest, -1, server, MAX_PATH);
    probe_server = strcmp(*rest, "-") ? server : NULL;
    blocks_watch(GetModuleHandleW(L"netapi32.dll"));
    rows_visit(check_row, rest + 1, argc - (int)(rest + 1 - argv));
    printf("%u rows, %llu bytes of blocks\n", rows_done, bytes_checked);
    printf("%04lx:result_blocks: %u tests executed (0 marked as todo, %u failures), 0 skipped.\n",
           GetCurrentProcessId(), executed, failures);
    return failures ? 1 : 0;
}
