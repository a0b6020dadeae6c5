/*
 * Roots and links of DFS namespaces: where a client is referred to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Windows keeps the referrals that it has got in a cache, which this function shows. There is no such
 * cache here, so the server is asked each time.
 */
#include "families/dfs/dfs.h"

#include "base/arena.h"
#include "base/status.h"
#include "families/dfs/dfs_call.h"
#include "platform/utf16_equal.h"
#include "smb/dfs_referral.h"

/* lmdfs.h */
#define DFS_VOLUME_STATE_OK      0x1u
#define DFS_STORAGE_STATE_ONLINE 0x2u
#define DFS_STORAGE_STATE_ACTIVE 0x4u

/* ---- Asking ---------------------------------------------------------------------------------- */

struct referral_question
{
    struct utf16_slice path; /* with one backslash */
    struct writer answer;
};

static uint32_t ask_for_referral(struct server_connection *connection, void *context,
                                 uint64_t deadline)
{
    struct referral_question *question = context;

    return smb2_get_dfs_referral(&connection->ipc, question->path, &question->answer, deadline);
}

/* ---- From a referral to a row ---------------------------------------------------------------- */

static struct dfs_target target_of(const struct dfs_referral_entry *entry, bool is_first)
{
    struct dfs_target target = {
        .state = DFS_STORAGE_STATE_ONLINE | (is_first ? DFS_STORAGE_STATE_ACTIVE : 0),
    };

    target.server = dfs_path_split(entry->network_address, &target.share);
    return target;
}

/* The part of the path that the referral is for. */
static struct utf16_slice consumed_part(struct utf16_slice path, uint16_t path_consumed)
{
    const size_t second_backslash = 1;
    const size_t units = path_consumed / sizeof(uint16_t);

    return units ? utf16_part(path, 0, second_backslash + units) : path;
}

static uint32_t make_entry(struct utf16_slice path, const struct dfs_referral *referral,
                           struct arena *arena, struct dfs_entry *entry)
{
    struct dfs_target *targets = arena_array(arena, referral->count, sizeof(*targets));

    if (!targets || !referral->count)
    {
        return targets ? ERROR_NOT_FOUND : ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < referral->count; i++)
    {
        targets[i] = target_of(&referral->entries[i], i == 0);
    }
    *entry = (struct dfs_entry){
        .path = consumed_part(path, referral->path_consumed),
        .state = DFS_VOLUME_STATE_OK,
        .timeout = referral->entries[0].time_to_live,
        .target_count = (uint32_t)referral->count,
        .targets = { targets, referral->count },
    };
    return ERROR_SUCCESS;
}

static bool leads_to(const struct dfs_entry *entry, const struct dfs_target_name *wanted)
{
    for (size_t i = 0; i < entry->targets.count; i++)
    {
        const struct dfs_target *target = info_row(&dfs_target_family, &entry->targets, i);

        if ((!wanted->server.length || utf16_equal(target->server, wanted->server)) &&
            (!wanted->share.length || utf16_equal(target->share, wanted->share)))
        {
            return true;
        }
    }
    return false;
}

static uint32_t pack(struct dfs_entry *entry, uint32_t level, void **buffer)
{
    const struct info_rows rows = { entry, 1 };
    struct info_buffer packed = { 0 };
    uint32_t status =
        info_pack(&dfs_client_family, info_find_level(&dfs_client_family, level), &rows, &packed);

    *buffer = packed.buffer;
    return status;
}

static uint32_t take_referral(struct utf16_slice path, struct bytes message,
                              const struct dfs_target_name *target, uint32_t level, void **buffer)
{
    struct arena arena = { 0 };
    struct dfs_referral referral;
    struct dfs_entry entry;
    uint32_t status = dfs_referral_decode(message, &arena, &referral);

    if (!status)
    {
        status = make_entry(path, &referral, &arena, &entry);
    }
    if (!status)
    {
        status = leads_to(&entry, target) ? pack(&entry, level, buffer) : ERROR_NOT_FOUND;
    }
    arena_free(&arena);
    return status;
}

uint32_t dfs_get_client_info(struct utf16_slice path, const struct dfs_target_name *target,
                             uint32_t level, void **buffer)
{
    struct referral_question question = { .answer = { .data = NULL } };
    struct dfs_call call;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(&dfs_client_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_ROOT);
    if (!status)
    {
        question.path = utf16_part(call.path.text, 1, call.path.text.length);
        status = dfs_result(&call.remote, remote_ask(&call.remote, ask_for_referral, &question));
    }
    if (!status)
    {
        status = take_referral(call.path.text,
                               (struct bytes){ question.answer.data, question.answer.size }, target,
                               level, buffer);
    }
    writer_free(&question.answer);
    dfs_call_end(&call);
    return status;
}
