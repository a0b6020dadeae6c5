/*
 * The functions of whichever netapi32.dll the system has.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/netapi.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <lm.h>

#include "asking/guard.h"
#include "base/memory.h"

/* A function that succeeds sets the count; a netapi32 that only pretends leaves this. */
#define COUNT_NOT_SET   MAXDWORD
#define DISPLAY_AT_ONCE 500

#define FUNCTIONS(FUNCTION)                                                                        \
    FUNCTION(NetApiBufferFree)                                                                     \
    FUNCTION(NetShareEnum)                                                                         \
    FUNCTION(NetSessionEnum)                                                                       \
    FUNCTION(NetFileEnum)                                                                          \
    FUNCTION(NetConnectionEnum)                                                                    \
    FUNCTION(NetSessionDel)                                                                        \
    FUNCTION(NetFileClose)                                                                         \
    FUNCTION(NetShareGetInfo)                                                                      \
    FUNCTION(NetShareAdd)                                                                          \
    FUNCTION(NetShareSetInfo)                                                                      \
    FUNCTION(NetShareDel)                                                                          \
    FUNCTION(NetUseAdd)                                                                            \
    FUNCTION(NetUserModalsGet)                                                                     \
    FUNCTION(NetUserGetInfo)                                                                       \
    FUNCTION(NetGroupGetInfo)                                                                      \
    FUNCTION(NetQueryDisplayInformation)

#define MEMBER(name) __typeof__(name) *name;

/* Filled in at the start, only read afterwards. */
static struct
{
    FUNCTIONS(MEMBER)
} dll;

DWORD netapi_start(void)
{
    HMODULE module = LoadLibraryW(L"netapi32.dll");

    guard_start();
    if (!module)
    {
        return GetLastError();
    }
#define LOAD(name) dll.name = (__typeof__(name) *)(void *)GetProcAddress(module, #name);
    FUNCTIONS(LOAD)
    return ERROR_SUCCESS;
}

void netapi_free(void *buffer)
{
    if (buffer && dll.NetApiBufferFree)
    {
        dll.NetApiBufferFree(buffer);
    }
}

/* ---- A call ---------------------------------------------------------------------------------- */

/* The strings are not const in the API, but only read. */
struct api_call
{
    WCHAR *server; /* with leading backslashes, or NULL */
    WCHAR *name;
    WCHAR *user;
    DWORD level;
    DWORD id;
    BYTE *info;
    DWORD parameter;
    BYTE *buffer;
    DWORD count;
    DWORD total;
    DWORD resume;
    DWORD_PTR wide_resume;
};

/* With backslashes in front, to be freed; NULL for "". */
static WCHAR *computer_name(const WCHAR *name)
{
    const size_t length = wcslen(name);
    WCHAR *copy = NULL;

    if (length)
    {
        copy = memory_resize(NULL, length + 3, sizeof(*copy));
        wmemcpy(copy, L"\\\\", 2);
        wmemcpy(copy + 2, name, length + 1);
    }
    return copy;
}

static DWORD run(const WCHAR *server, guarded_function *function, struct api_call *call)
{
    DWORD error;

    call->server = computer_name(server);
    error = guard_call(function, call);
    free(call->server);
    return error;
}

#define IS_MISSING(name)                                                                           \
    if (!dll.name)                                                                                 \
    {                                                                                              \
        return ERROR_CALL_NOT_IMPLEMENTED;                                                         \
    }

/* ---- Lists ----------------------------------------------------------------------------------- */

static DWORD share_enum(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetShareEnum)
    return dll.NetShareEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                            &call->count, &call->total, &call->resume);
}

static DWORD session_enum(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetSessionEnum)
    return dll.NetSessionEnum(call->server, NULL, NULL, call->level, &call->buffer,
                              MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume);
}

static DWORD file_enum(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetFileEnum)
    return dll.NetFileEnum(call->server, NULL, call->user, call->level, &call->buffer,
                           MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->wide_resume);
}

static DWORD connection_enum(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetConnectionEnum)
    return dll.NetConnectionEnum(call->server, call->name, call->level, &call->buffer,
                                 MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume);
}

/* Adds what a call gave to the pages. */
static void add_page(struct netapi_list *list, const struct api_call *call)
{
    list->pages = memory_resize(list->pages, list->page_count + 1, sizeof(*list->pages));
    list->pages[list->page_count++] = (struct netapi_page){ call->buffer, call->count };
}

static DWORD list_all(const WCHAR *server, guarded_function *function, struct api_call *call,
                      struct netapi_list *list)
{
    DWORD error;

    *list = (struct netapi_list){ 0 };
    do
    {
        call->buffer = NULL;
        call->count = COUNT_NOT_SET;
        error = run(server, function, call);
        if (!error && call->count == COUNT_NOT_SET)
        {
            error = ERROR_CALL_NOT_IMPLEMENTED;
        }
        if (call->buffer && call->count != COUNT_NOT_SET)
        {
            add_page(list, call);
        }
        /* A server that has more but gives nothing would be asked for ever. */
    } while (error == ERROR_MORE_DATA && call->buffer && call->count &&
             call->count != COUNT_NOT_SET);
    if (error)
    {
        netapi_list_free(list);
    }
    return error;
}

void netapi_list_free(struct netapi_list *list)
{
    for (size_t i = 0; i < list->page_count; i++)
    {
        netapi_free(list->pages[i].buffer);
    }
    free(list->pages);
    *list = (struct netapi_list){ 0 };
}

DWORD netapi_shares(const WCHAR *server, DWORD level, struct netapi_list *list)
{
    struct api_call call = { .level = level };

    return list_all(server, share_enum, &call, list);
}

DWORD netapi_sessions(const WCHAR *server, DWORD level, struct netapi_list *list)
{
    struct api_call call = { .level = level };

    return list_all(server, session_enum, &call, list);
}

DWORD netapi_files(const WCHAR *server, const WCHAR *user, DWORD level, struct netapi_list *list)
{
    struct api_call call = { .level = level, .user = (WCHAR *)(ULONG_PTR)user };

    return list_all(server, file_enum, &call, list);
}

DWORD netapi_connections(const WCHAR *server, const WCHAR *share, DWORD level,
                         struct netapi_list *list)
{
    struct api_call call = { .level = level, .name = (WCHAR *)(ULONG_PTR)share };

    return list_all(server, connection_enum, &call, list);
}

/* ---- Ending what there is -------------------------------------------------------------------- */

static DWORD session_del(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetSessionDel)
    return dll.NetSessionDel(call->server, call->name, call->user);
}

DWORD netapi_session_end(const WCHAR *server, const WCHAR *computer, const WCHAR *user)
{
    WCHAR *name = computer_name(computer);
    struct api_call call = { .name = name, .user = (WCHAR *)(ULONG_PTR)user };
    const DWORD error = run(server, session_del, &call);

    free(name);
    return error;
}

static DWORD file_close(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetFileClose)
    return dll.NetFileClose(call->server, call->id);
}

DWORD netapi_file_close(const WCHAR *server, DWORD id)
{
    struct api_call call = { .id = id };

    return run(server, file_close, &call);
}

/* ---- Shares ---------------------------------------------------------------------------------- */

/* Hands over what a function that gives one structure gave; one that gave none only pretends. */
static DWORD give(DWORD error, struct api_call *call, BYTE **buffer)
{
    *buffer = error ? NULL : call->buffer;
    return !error && !call->buffer ? ERROR_CALL_NOT_IMPLEMENTED : error;
}

static DWORD share_get(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetShareGetInfo)
    return dll.NetShareGetInfo(call->server, call->name, call->level, &call->buffer);
}

DWORD netapi_share_get(const WCHAR *server, const WCHAR *share, DWORD level, BYTE **buffer)
{
    struct api_call call = { .name = (WCHAR *)(ULONG_PTR)share, .level = level };

    return give(run(server, share_get, &call), &call, buffer);
}

static DWORD share_add(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetShareAdd)
    return dll.NetShareAdd(call->server, call->level, call->info, &call->parameter);
}

DWORD netapi_share_add(const WCHAR *server, DWORD level, const void *info)
{
    struct api_call call = { .level = level, .info = (BYTE *)(ULONG_PTR)info };

    return run(server, share_add, &call);
}

static DWORD share_set(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetShareSetInfo)
    return dll.NetShareSetInfo(call->server, call->name, call->level, call->info, &call->parameter);
}

DWORD netapi_share_set(const WCHAR *server, const WCHAR *share, DWORD level, const void *info)
{
    struct api_call call = { .name = (WCHAR *)(ULONG_PTR)share,
                             .level = level,
                             .info = (BYTE *)(ULONG_PTR)info };

    return run(server, share_set, &call);
}

static DWORD share_del(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetShareDel)
    return dll.NetShareDel(call->server, call->name, 0);
}

DWORD netapi_share_remove(const WCHAR *server, const WCHAR *share)
{
    struct api_call call = { .name = (WCHAR *)(ULONG_PTR)share };

    return run(server, share_del, &call);
}

/* ---- Who this program is --------------------------------------------------------------------- */

static DWORD use_add(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetUseAdd)
    return dll.NetUseAdd(NULL, 2, call->info, &call->parameter);
}

DWORD netapi_login(const WCHAR *server, const WCHAR *user, const WCHAR *password)
{
    WCHAR *computer = computer_name(*server ? server : L"localhost");
    const size_t length = wcslen(computer);
    USE_INFO_2 use = { .ui2_asg_type = USE_IPC };
    struct api_call call = { .info = (BYTE *)&use };
    DWORD error;

    computer = memory_resize(computer, length + 6, sizeof(*computer));
    wmemcpy(computer + length, L"\\IPC$", 6);
    use.ui2_remote = computer;
    use.ui2_username = (WCHAR *)(ULONG_PTR)user;
    use.ui2_password = (WCHAR *)(ULONG_PTR)password;
    error = run(L"", use_add, &call);
    free(computer);
    return error;
}

/* ---- Accounts -------------------------------------------------------------------------------- */

static DWORD modals_get(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetUserModalsGet)
    return dll.NetUserModalsGet(call->server, call->level, &call->buffer);
}

DWORD netapi_modals(const WCHAR *server, DWORD level, BYTE **buffer)
{
    struct api_call call = { .level = level };

    return give(run(server, modals_get, &call), &call, buffer);
}

static DWORD user_get(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetUserGetInfo)
    return dll.NetUserGetInfo(call->server, call->name, call->level, &call->buffer);
}

DWORD netapi_user_get(const WCHAR *server, const WCHAR *user, DWORD level, BYTE **buffer)
{
    struct api_call call = { .name = (WCHAR *)(ULONG_PTR)user, .level = level };

    return give(run(server, user_get, &call), &call, buffer);
}

static DWORD group_get(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetGroupGetInfo)
    return dll.NetGroupGetInfo(call->server, call->name, call->level, &call->buffer);
}

DWORD netapi_group_get(const WCHAR *server, const WCHAR *group, DWORD level, BYTE **buffer)
{
    struct api_call call = { .name = (WCHAR *)(ULONG_PTR)group, .level = level };

    return give(run(server, group_get, &call), &call, buffer);
}

static DWORD query_display(void *context)
{
    struct api_call *call = context;

    IS_MISSING(NetQueryDisplayInformation)
    return dll.NetQueryDisplayInformation(call->server, call->level, call->resume, DISPLAY_AT_ONCE,
                                          MAX_PREFERRED_LENGTH, &call->count,
                                          (void **)&call->buffer);
}

DWORD netapi_display(const WCHAR *server, DWORD level, DWORD index, BYTE **buffer, DWORD *count)
{
    struct api_call call = { .level = level, .resume = index };
    const DWORD error = run(server, query_display, &call);

    *buffer = call.buffer;
    *count = call.buffer ? call.count : 0;
    return error;
}
