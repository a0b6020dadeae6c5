/*
 * Tests of the NetApiBuffer functions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdarg.h>

#include <windef.h>
#include <winbase.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmapibuf.h>

#include "wine/test.h"

static void *const untouched = (void *)(ULONG_PTR)0xdeadbeef;

static void allocate_gives_a_block_of_at_least_the_size(void)
{
    static const DWORD sizes[] = { 1, 7, 1024, 1024 * 1024 };
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(sizes); i++)
    {
        void *buffer = NULL;
        DWORD size = 0;
        NET_API_STATUS status;

        winetest_push_context("%lu bytes", sizes[i]);
        status = NetApiBufferAllocate(sizes[i], &buffer);
        ok(status == NERR_Success, "got %lu\n", status);
        ok(buffer != NULL, "got no block\n");
        if (buffer)
        {
            memset(buffer, 0xa5, sizes[i]);
        }
        status = NetApiBufferSize(buffer, &size);
        ok(status == NERR_Success, "got %lu\n", status);
        ok(size >= sizes[i], "got size %lu\n", size);
        status = NetApiBufferFree(buffer);
        ok(status == NERR_Success, "got %lu\n", status);
        winetest_pop_context();
    }
}

static void allocate_of_nothing_gives_a_block_to_free(void)
{
    void *buffer = NULL;
    DWORD size = 0xdeadbeef;
    NET_API_STATUS status;

    status = NetApiBufferAllocate(0, &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(buffer != NULL, "got no block\n");
    status = NetApiBufferSize(buffer, &size);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(size < 0xffff, "got size %lu\n", size);
    status = NetApiBufferFree(buffer);
    ok(status == NERR_Success, "got %lu\n", status);
}

static void allocate_needs_a_place_for_the_pointer(void)
{
    NET_API_STATUS status;

    status = NetApiBufferAllocate(0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetApiBufferAllocate(16, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void free_of_nothing_succeeds(void)
{
    NET_API_STATUS status = NetApiBufferFree(NULL);

    ok(status == NERR_Success, "got %lu\n", status);
}

static void reallocate_keeps_the_content(void)
{
    static const char text[] = "content";
    void *buffer = NULL, *larger = untouched, *smaller = untouched;
    DWORD size = 0;
    NET_API_STATUS status;

    status = NetApiBufferAllocate(sizeof(text), &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    memcpy(buffer, text, sizeof(text));

    status = NetApiBufferReallocate(buffer, 64 * 1024, &larger);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!memcmp(larger, text, sizeof(text)), "the content was lost in growing\n");
    status = NetApiBufferSize(larger, &size);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(size >= 64 * 1024, "got size %lu\n", size);

    status = NetApiBufferReallocate(larger, sizeof(text), &smaller);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!memcmp(smaller, text, sizeof(text)), "the content was lost in shrinking\n");
    NetApiBufferFree(smaller);
}

static void reallocate_of_nothing_allocates(void)
{
    void *buffer = untouched;
    NET_API_STATUS status;

    status = NetApiBufferReallocate(NULL, 1500, &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(buffer && buffer != untouched, "got block %p\n", buffer);
    memset(buffer, 0xa5, 1500);
    status = NetApiBufferFree(buffer);
    ok(status == NERR_Success, "got %lu\n", status);
}

static void reallocate_to_nothing_frees(void)
{
    void *buffer = NULL, *result = untouched;
    NET_API_STATUS status;

    status = NetApiBufferAllocate(16, &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetApiBufferReallocate(buffer, 0, &result);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!result, "got block %p\n", result);

    result = untouched;
    status = NetApiBufferReallocate(NULL, 0, &result);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!result, "got block %p\n", result);
}

static void size_needs_a_block(void)
{
    DWORD size = 0xdeadbeef;
    NET_API_STATUS status = NetApiBufferSize(NULL, &size);

    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* Other DLLs bring their own copies of these functions, so all must use the same heap. */
static void blocks_belong_to_the_process_heap(void)
{
    void *buffer = NULL;
    DWORD size = 0;
    NET_API_STATUS status;

    status = NetApiBufferAllocate(100, &buffer);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(HeapSize(GetProcessHeap(), 0, buffer) >= 100, "the process heap does not know the block\n");
    ok(HeapFree(GetProcessHeap(), 0, buffer), "got error %lu\n", GetLastError());

    buffer = HeapAlloc(GetProcessHeap(), 0, 100);
    status = NetApiBufferSize(buffer, &size);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(size == 100, "got size %lu\n", size);
    status = NetApiBufferFree(buffer);
    ok(status == NERR_Success, "got %lu\n", status);
}

START_TEST(apibuf)
{
    allocate_gives_a_block_of_at_least_the_size();
    allocate_of_nothing_gives_a_block_to_free();
    allocate_needs_a_place_for_the_pointer();
    free_of_nothing_succeeds();
    reallocate_keeps_the_content();
    reallocate_of_nothing_allocates();
    reallocate_to_nothing_frees();
    size_needs_a_block();
    blocks_belong_to_the_process_heap();
}
