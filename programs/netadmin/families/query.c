/*
 * Asking a server something, or telling it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/query.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>

#include "base/memory.h"
#include "console/progress.h"

/* A function that succeeds sets the count; a netapi32 that only pretends leaves this. */
#define COUNT_NOT_SET MAXDWORD

/* To be freed; NULL for NULL. */
static WCHAR *api_name(const WCHAR *name, enum name_kind kind)
{
    WCHAR *copy = NULL;

    if (name)
    {
        const size_t length = wcslen(name) + 1;
        const size_t prefix = kind == NAME_COMPUTER ? 2 : 0;

        copy = memory_resize(NULL, prefix + length, sizeof(WCHAR));
        wmemcpy(copy + prefix, name, length);
        if (kind == NAME_COMPUTER || (kind == NAME_SHARE_OR_COMPUTER && !wcsncmp(name, L"//", 2)))
        {
            wmemcpy(copy, L"\\\\", 2);
        }
    }
    return copy;
}

/* What progress_run() runs. */
struct work
{
    struct api_call call;
    api_function *function;
    struct listing *listing;
    DWORD error;
};

/* To the listing, or to nobody. */
static void kept_hand_over(struct api_call *call, struct listing *listing)
{
    for (size_t i = 0; i < call->kept_count; i++)
    {
        if (listing)
        {
            listing_keep(listing, call->kept[i]);
        }
        else
        {
            NetApiBufferFree(call->kept[i]);
        }
    }
    free(call->kept);
    call->kept = NULL;
    call->kept_count = 0;
}

static DWORD ask_once(struct work *work)
{
    struct api_call *call = &work->call;
    DWORD error;

    call->buffer = NULL;
    call->count = COUNT_NOT_SET;
    call->total = 0;
    error = work->function(call);
    kept_hand_over(call, work->listing);
    if (!work->listing || (error != NERR_Success && error != ERROR_MORE_DATA))
    {
        return error;
    }
    if (call->count == COUNT_NOT_SET)
    {
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
    listing_add(work->listing, call->buffer, call->count);
    return error;
}

static void ask_all(void *context)
{
    struct work *work = context;
    size_t before;

    /* A server that has more but gives nothing would be asked for ever. */
    do
    {
        before = work->listing ? work->listing->count : 0;
        work->error = ask_once(work);
    } while (work->error == ERROR_MORE_DATA && work->listing && work->listing->count > before);
}

DWORD question_ask(const struct question *question, api_function *function, struct listing *listing)
{
    struct work work = {
        .call = { .server = api_name(question->server, NAME_COMPUTER),
                  .level = question->level,
                  .info = (BYTE *)(ULONG_PTR)question->info, /* is only read */
                  .info_count = question->info_count },
        .function = function,
        .listing = listing,
    };

    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        work.call.names[i] = api_name(question->names[i].text, question->names[i].kind);
    }
    if (listing)
    {
        work.call.level = listing->level->number;
    }
    if (question->is_quiet)
    {
        ask_all(&work);
    }
    else
    {
        progress_run(ask_all, &work);
    }
    if (question->wrong_parameter)
    {
        *question->wrong_parameter = work.call.wrong_parameter;
    }
    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        free(work.call.names[i]);
    }
    free(work.call.server);
    return work.error;
}

void call_keep(struct api_call *call, void *buffer)
{
    if (buffer)
    {
        call->kept = memory_resize(call->kept, call->kept_count + 1, sizeof(*call->kept));
        call->kept[call->kept_count++] = buffer;
    }
}

DWORD call_give_one(struct api_call *call, const void *structure, size_t size)
{
    void *buffer = NULL;
    const DWORD error = NetApiBufferAllocate((DWORD)size, &buffer);

    if (!error)
    {
        memcpy(buffer, structure, size);
        call->buffer = buffer;
        call->count = 1;
    }
    return error;
}

/* Adds the structures that a call gave to those that there are. */
static DWORD gathered_add(const struct api_call *call, size_t size, void **array, DWORD *count)
{
    void *larger = NULL;
    DWORD error;

    if (!call->buffer || !call->count)
    {
        return ERROR_SUCCESS;
    }
    error = NetApiBufferAllocate((DWORD)((*count + call->count) * size), &larger);
    if (error)
    {
        return error;
    }
    if (*count)
    {
        memcpy(larger, *array, *count * size);
    }
    memcpy((BYTE *)larger + *count * size, call->buffer, call->count * size);
    NetApiBufferFree(*array);
    *array = larger;
    *count += call->count;
    return ERROR_SUCCESS;
}

DWORD call_gather(struct api_call *call, api_function *function, DWORD level, size_t size,
                  void **array, DWORD *count)
{
    struct api_call part = *call;
    DWORD error;
    DWORD memory_error;
    DWORD before;

    part.level = level;
    part.resume.wide = 0;
    *array = NULL;
    *count = 0;
    do
    {
        before = *count;
        part.buffer = NULL;
        part.count = 0;
        error = function(&part);
        memory_error = error && error != ERROR_MORE_DATA ? ERROR_SUCCESS
                                                         : gathered_add(&part, size, array, count);
        call_keep(call, part.buffer);
    } while (!memory_error && error == ERROR_MORE_DATA && *count > before);
    call_keep(call, *array);
    return memory_error ? memory_error : error;
}

DWORD call_count_one(struct api_call *call, DWORD error)
{
    if (!error && call->buffer)
    {
        call->count = 1;
    }
    return error;
}
