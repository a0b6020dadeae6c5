/*
 * Questions at an information level that a server may lack.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/any_level.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "remote/facts.h"
#include "remote/optional_call.h"

static uint32_t ask_at(const struct facts_subject *subject, const struct level_question *question,
                       uint32_t level)
{
    uint32_t status = ERROR_INVALID_LEVEL;

    if (facts_lacks_level(subject, level, platform_now()))
    {
        return status;
    }
    status = question->ask(question->context, level);
    if (status == ERROR_INVALID_LEVEL)
    {
        TRACE("the server has no level %u\n", level);
        if (!question->is_of_this_question || !*question->is_of_this_question)
        {
            facts_learn_lacks_level(subject, level, platform_now());
        }
    }
    return status;
}

uint32_t remote_ask_at_levels(struct remote *remote, const struct level_question *question)
{
    const struct facts_subject subject =
        remote_subject(remote, question->interface, question->operation);
    const struct info_level *wanted = info_find_level(question->family, question->level);
    uint32_t status = remote_prepare(remote);

    if (!status)
    {
        status = ask_at(&subject, question, question->level);
    }
    for (size_t i = 0; i < question->family->level_count && status == ERROR_INVALID_LEVEL; i++)
    {
        const struct info_level *level = &question->family->levels[i];

        if (level != wanted && info_level_covers(level, wanted))
        {
            status = ask_at(&subject, question, level->level);
            TRACE("level %u from level %u\n", question->level, level->level);
        }
    }
    return status;
}

/* ---- GetInfo --------------------------------------------------------------------------------- */

struct get_question
{
    struct remote *remote;
    const struct remote_get *call;
    struct rpc_reply *reply;
};

static uint32_t get_at_level(void *context, uint32_t level)
{
    const struct get_question *question = context;
    const struct remote_get *call = question->call;
    uint32_t status = ERROR_SUCCESS;

    rpc_reply_free(question->reply);
    *call->level_place = level;
    status = remote_call_if_offered(question->remote, call->interface, call->operation,
                                    call->parameters, question->reply);
    return status;
}

static uint32_t ask_for_row(struct remote *remote, const struct remote_get *call,
                            struct rpc_reply *reply)
{
    struct get_question context = { remote, call, reply };
    const struct level_question question = {
        .interface = call->interface,
        .operation = call->operation,
        .family = call->family,
        .level = call->level,
        .ask = get_at_level,
        .context = &context,
    };

    return remote_ask_at_levels(remote, &question);
}

static void *row_of(const struct remote_get *call)
{
    void *row = NULL;

    memcpy(&row, (const uint8_t *)call->parameters + call->row_offset, sizeof(row));
    return row;
}

static uint32_t pack_row(const struct remote_get *call, void *row, void **buffer)
{
    const struct info_rows rows = { row, 1 };
    struct info_buffer packed = { 0 };
    uint32_t status = row ? ERROR_SUCCESS : RPC_X_BAD_STUB_DATA;

    if (!status && call->check)
    {
        status = call->check(row);
    }
    if (!status && call->normalise)
    {
        call->normalise(row);
    }
    if (!status)
    {
        status =
            info_pack(call->family, info_find_level(call->family, call->level), &rows, &packed);
    }
    *buffer = packed.buffer;
    return status;
}

uint32_t remote_get_info(struct remote *remote, const struct remote_get *call, void **buffer)
{
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ask_for_row(remote, call, &reply);

    *buffer = NULL;
    if (!status)
    {
        status = pack_row(call, row_of(call), buffer);
    }
    rpc_reply_free(&reply);
    return status;
}
