/*
 * Asking a server something, or telling it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/query.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
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

static DWORD ask_once(struct work *work)
{
    struct api_call *call = &work->call;
    DWORD error;

    call->buffer = NULL;
    call->count = COUNT_NOT_SET;
    call->total = 0;
    error = work->function(call);
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
                  .info = (BYTE *)(ULONG_PTR)question->info }, /* is only read */
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
    progress_run(ask_all, &work);
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

DWORD call_count_one(struct api_call *call, DWORD error)
{
    if (!error && call->buffer)
    {
        call->count = 1;
    }
    return error;
}
