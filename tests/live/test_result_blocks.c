/*
 * Every block that every call of every family gives: all that points into it points inside, nothing is
 * written behind its end, and each byte of it is written.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker puts functions of this file into the place of those that make API buffers. A block ends where
 * a page begins that nobody may touch, but for the bytes that its alignment takes, and is full of a pattern
 * at first. A byte that has the pattern each time, whatever the pattern, is one that nobody wrote: it would
 * tell what this process had there before.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform/platform.h"
#include "support/family_calls.h"
#include "support/live.h"
#include "support/windows_server.h"

#define ALIGNMENT  8
#define BLOCKS_MAX 8 /* that a call has */

static const uint8_t patterns[] = { 0x00, 0xA5, 0x5A, 0xF3 };

void *__wrap_platform_api_allocate(size_t size);
void __wrap_platform_api_free(void *block);
size_t __wrap_malloc_usable_size(void *block);

/* ---- Blocks ----------------------------------------------------------------------------------- */

/* The blocks of a call, in their order, and what came of them with the patterns so far. */
struct guarded
{
    uint8_t *pages;
    size_t room; /* bytes of them that may be touched */
    uint8_t *block;
    size_t size;
};

struct seen
{
    size_t size;
    size_t times;
    uint8_t *undefined; /* for each byte: it has had the pattern each time */
};

static struct guarded held[BLOCKS_MAX];
static struct seen seen[BLOCKS_MAX];
static size_t seen_count; /* blocks of this call that were looked at */
static uint8_t pattern;
static bool is_first;
static bool overrun;

static size_t aligned(size_t size, size_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

static struct guarded *find(const void *block)
{
    for (size_t i = 0; i < BLOCKS_MAX; i++)
    {
        if (held[i].block == block)
        {
            return &held[i];
        }
    }
    return NULL;
}

void *__wrap_platform_api_allocate(size_t size)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    struct guarded *guarded = find(NULL);
    const size_t room = aligned(size ? size : 1, page);
    uint8_t *pages =
        mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    assert_non_null(guarded);
    assert_ptr_not_equal(pages, MAP_FAILED);
    assert_int_equal(mprotect(pages + room, page, PROT_NONE), 0);
    memset(pages, pattern, room);
    *guarded = (struct guarded){ pages, room, pages + room - aligned(size, ALIGNMENT), size };
    return guarded->block;
}

/* Blocks that are as large each time are the same. */
static void look_at(const struct guarded *guarded)
{
    struct seen *block = &seen[seen_count];

    assert_true(seen_count < BLOCKS_MAX);
    seen_count++;
    if (is_first)
    {
        *block = (struct seen){ .size = guarded->size, .undefined = malloc(guarded->size + 1) };
        memset(block->undefined, 1, guarded->size);
    }
    if (block->size != guarded->size)
    {
        block->size = 0;
        return;
    }
    for (size_t i = 0; i < block->size; i++)
    {
        block->undefined[i] = block->undefined[i] && guarded->block[i] == pattern;
    }
    block->times++;
}

void __wrap_platform_api_free(void *block)
{
    struct guarded *guarded = block ? find(block) : NULL;

    if (!guarded)
    {
        assert_null(block);
        return;
    }
    for (size_t i = guarded->size; i < aligned(guarded->size, ALIGNMENT); i++)
    {
        overrun |= guarded->block[i] != pattern;
    }
    look_at(guarded);
    munmap(guarded->pages, guarded->room + (size_t)sysconf(_SC_PAGESIZE));
    *guarded = (struct guarded){ .block = NULL };
}

/* For family_result_fault(). */
size_t __wrap_malloc_usable_size(void *block)
{
    const struct guarded *guarded = find(block);

    return guarded ? guarded->size : 0;
}

/* ---- Calls ------------------------------------------------------------------------------------ */

static struct
{
    size_t faults;
    size_t answers;
    size_t bytes;
} sums;

static void complain(const struct family_call *call, uint32_t level, const char *what,
                     size_t number)
{
    sums.faults++;
    print_error("%s, level %u: %s (%zu)\n", call->name, level, what, number);
}

static void make(const struct family_call *call, struct family_arguments *arguments)
{
    struct family_result result;
    const uint32_t status = family_call_make(call, arguments, &result);
    const char *fault = family_result_fault(call, arguments, status, &result);

    if (fault)
    {
        complain(call, arguments->level, fault, status);
    }
    sums.answers += family_is_answer(status);
    overrun = false;
    seen_count = 0;
    family_result_free(&result);
    if (overrun)
    {
        complain(call, arguments->level, "something is written behind the end of a block", 0);
    }
}

static void check_seen(const struct family_call *call, uint32_t level)
{
    for (size_t i = 0; i < BLOCKS_MAX; i++)
    {
        const uint8_t *first = seen[i].size ? memchr(seen[i].undefined, 1, seen[i].size) : NULL;

        if (first && seen[i].times == COUNT(patterns))
        {
            complain(call, level, "a byte is never written", (size_t)(first - seen[i].undefined));
        }
        sums.bytes += seen[i].size;
        free(seen[i].undefined);
        seen[i] = (struct seen){ .undefined = NULL };
    }
}

static void check_level(const struct family_call *call, struct family_arguments *arguments)
{
    for (size_t i = 0; i < COUNT(patterns); i++)
    {
        pattern = patterns[i];
        is_first = i == 0;
        make(call, arguments);
    }
    check_seen(call, arguments->level);
}

static void check_all(const char *server)
{
    const struct utf16_name name = utf16_name_from_ascii(server);

    memset(&sums, 0, sizeof(sums));
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);
        const size_t levels = call->levels ? call->levels->level_count : 1;

        for (size_t level = 0; level < levels; level++)
        {
            struct family_arguments arguments = {
                .server = utf16_from_name(&name),
                .level = family_level(call, level),
                .preferred_length = UINT32_MAX,
                .user = { u"alice", 5 },
                .password = { u"secret", 6 },
            };

            check_level(call, &arguments);
        }
    }
    print_message("%zu answers, %zu bytes of blocks\n", sums.answers, sums.bytes);
    assert_int_equal(sums.faults, 0);
    assert_true(sums.bytes > 0);
}

static void blocks_of_samba_are_whole(void **state)
{
    (void)state;
    check_all(SERVER);
}

static void blocks_of_windows_are_whole(void **state)
{
    const char *server = usual_windows_server();

    (void)state;
    assert_non_null(server);
    check_all(server);
}

static int start(void **state)
{
    if (start_server_as_admin(state))
    {
        return -1;
    }
    hold_session("alice", "hello.txt", "127.0.0.1");
    hold_session("bob", NULL, "127.0.0.1");
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(blocks_of_samba_are_whole, start, stop_server),
        cmocka_unit_test_teardown(blocks_of_windows_are_whole, stop_windows_server),
    };

    return cmocka_run_group_tests_name("result_blocks", tests, NULL, NULL);
}
