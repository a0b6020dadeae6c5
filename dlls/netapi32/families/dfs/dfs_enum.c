/*
 * Roots and links of DFS namespaces: lists.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A server is asked for everything, and the windows are made here: the documentation of NetDfsEnum
 * promises neither completeness nor uniqueness to who goes on while links come and go, so that an
 * index does as a resume handle.
 */
#include "families/dfs/dfs.h"

#include "base/status.h"
#include "families/dfs/dfs_call.h"
#include "platform/log.h"
#include "platform/utf16_equal.h"
#include "remote/any_level.h"
#include "remote/optional_call.h"

#define LEVEL_WITH_STATE   2
#define LEVEL_OF_DOMAIN    200
#define LEVEL_OF_SERVER    300
#define FLAVORS            0x300u /* lmdfs.h: DFS_VOLUME_FLAVORS */
#define FLAVOR_STAND_ALONE 0x100u

/* A question, and its answer until rpc_reply_free(). */
struct enum_question
{
    struct dfs_call *call;
    struct ndr_level_list list;
    uint32_t resume_handle;
    struct netdfs_enum parameters;
    struct rpc_reply reply;
    bool is_of_whole_server; /* the answer has all roots of the server */
    bool is_of_path;         /* what the server says of the level */
};

/* ---- Asking ---------------------------------------------------------------------------------- */

static uint32_t ask(struct enum_question *question, uint32_t level, uint16_t operation)
{
    rpc_reply_free(&question->reply);
    question->resume_handle = 0;
    question->list = (struct ndr_level_list){ .level = level };
    question->parameters = (struct netdfs_enum){
        .path = question->call->path.text,
        .level = level,
        .preferred_length = UINT32_MAX,
        .links = &question->list,
        .resume_handle = &question->resume_handle,
    };
    return remote_call_if_offered(&question->call->remote, &netdfs_interface, operation,
                                  &question->parameters, &question->reply);
}

/* Samba and Windows 2000 know the older operation alone, which asks for no namespace. */
static uint32_t ask_either(void *context, uint32_t level)
{
    struct enum_question *question = context;
    uint32_t status = ask(question, level, NETR_DFS_ENUM_EX);

    question->is_of_whole_server = question->call->remote.lacks_operation;
    return question->is_of_whole_server ? ask(question, level, NETR_DFS_ENUM) : status;
}

static uint32_t ask_at_level(void *context, uint32_t level)
{
    struct enum_question *question = context;

    return dfs_ask_at_level(&question->call->remote, ask_either, context, level,
                            &question->is_of_path);
}

static uint32_t ask_for_list(struct enum_question *question, uint32_t level)
{
    const struct level_question at_levels = {
        .interface = &netdfs_interface,
        .operation = NETR_DFS_ENUM_EX,
        .family = &dfs_list_family,
        .level = level,
        .ask = ask_at_level,
        .context = question,
        .is_of_this_question = &question->is_of_path,
    };

    return remote_ask_at_levels(&question->call->remote, &at_levels);
}

/* ---- What belongs to the list ---------------------------------------------------------------- */

static bool is_of_root(const struct dfs_entry *entry, struct utf16_slice root)
{
    struct utf16_slice rest;

    dfs_path_split(entry->path, &rest);
    return utf16_equal(dfs_path_split(rest, &rest), root);
}

static bool is_root(const struct dfs_entry *entry)
{
    struct utf16_slice rest;

    dfs_path_split(entry->path, &rest);
    dfs_path_split(rest, &rest);
    return !rest.length;
}

/* The namespaces of a server that lists none: the roots among what it lists. Of a domain's it would
 * say so in their states. */
static void make_namespaces(struct info_rows *rows)
{
    struct dfs_entry *entries = rows->rows;
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++)
    {
        const uint32_t flavor = entries[i].state & FLAVORS;

        if (is_root(&entries[i]))
        {
            entries[kept] = entries[i];
            entries[kept].root_path = entries[i].path;
            entries[kept++].flavor = flavor ? flavor : FLAVOR_STAND_ALONE;
        }
    }
    rows->count = kept;
}

static void keep_root(struct info_rows *rows, struct utf16_slice root)
{
    struct dfs_entry *entries = rows->rows;
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++)
    {
        if (is_of_root(&entries[i], root))
        {
            entries[kept++] = entries[i];
        }
    }
    rows->count = kept;
}

static uint32_t get_rows(struct enum_question *question, uint32_t level, struct info_rows *rows)
{
    uint32_t status = ask_for_list(question, level);
    const bool has_no_namespaces = status == ERROR_INVALID_LEVEL && level == LEVEL_OF_SERVER;

    *rows = (struct info_rows){ NULL, 0 };
    if (has_no_namespaces)
    {
        TRACE("the server lists no namespaces; the roots among its links\n");
        status = ask_for_list(question, LEVEL_WITH_STATE);
    }
    if (status || !question->parameters.links)
    {
        return status;
    }
    *rows = question->parameters.links->rows;
    for (size_t i = 0; i < rows->count && !status; i++)
    {
        status = dfs_normalise(info_row(&dfs_list_family, rows, i));
    }
    if (has_no_namespaces)
    {
        make_namespaces(rows);
    }
    else if (question->is_of_whole_server && question->call->path.root.length)
    {
        keep_root(rows, question->call->path.root);
    }
    return status;
}

/* ---- The answer ------------------------------------------------------------------------------ */

/* What fits, from the index on that is the resume handle, and at least one: so it goes on. */
static uint32_t give(const struct dfs_enum_request *request, const struct info_rows *rows,
                     struct info_answer *answer)
{
    const struct info_level *level = info_find_level(&dfs_list_family, request->level);
    const bool has_length = level->level != LEVEL_OF_DOMAIN && level->level != LEVEL_OF_SERVER;
    const size_t start = request->resume_handle;
    struct info_buffer packed = { 0 };
    struct info_rows left = { NULL, 0 };
    size_t fitting = 0;
    uint32_t status = ERROR_SUCCESS;

    if (start >= rows->count)
    {
        return ERROR_NO_MORE_ITEMS;
    }
    left = (struct info_rows){ info_row(&dfs_list_family, rows, start), rows->count - start };
    fitting =
        info_count_fitting(&dfs_list_family, level, &left,
                           has_length ? request->preferred_length : PREFERRED_LENGTH_UNLIMITED);
    left.count = fitting ? fitting : 1;
    status = info_pack(&dfs_list_family, level, &left, &packed);
    if (!status)
    {
        answer->buffer = packed.buffer;
        answer->entries = packed.entries;
        answer->total_entries = (uint32_t)(rows->count - start);
        answer->resume_handle = (uint32_t)(start + packed.entries);
    }
    return status;
}

uint32_t dfs_enumerate(const struct dfs_enum_request *request, struct info_answer *answer)
{
    struct dfs_call call;
    struct enum_question question = { .call = &call };
    struct info_rows rows;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (!info_find_level(&dfs_list_family, request->level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = dfs_call_begin(&call, request->name, DFS_PATH_SERVER);
    if (!status)
    {
        status = dfs_result(&call.remote, get_rows(&question, request->level, &rows));
    }
    if (!status)
    {
        status = give(request, &rows, answer);
    }
    rpc_reply_free(&question.reply);
    dfs_call_end(&call);
    return status;
}
