/*
 * Groups of a server by their names, and names by relative identifiers. [MS-SAMR] 3.1.5.11
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/sid_use.h"
#include "base/status.h"
#include "platform/platform.h"

/* ---- Groups ---------------------------------------------------------------------------------- */

uint32_t account_server_find_group_id(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice name, enum server_domain *domain,
                                      uint32_t *rid)
{
    /* BUILTIN first: a Samba domain controller finds its aliases in the account domain too, where they
     * cannot be opened. */
    static const enum server_domain places[GROUP_KINDS][SERVER_DOMAINS] = {
        [GLOBAL_GROUP] = { ACCOUNT_DOMAIN, ACCOUNT_DOMAIN },
        [LOCAL_GROUP] = { BUILT_IN_DOMAIN, ACCOUNT_DOMAIN },
    };
    const uint32_t wanted = kind == GLOBAL_GROUP ? SID_USE_GROUP : SID_USE_ALIAS;
    const size_t place_count = kind == GLOBAL_GROUP ? 1 : SERVER_DOMAINS;
    uint32_t status = ERROR_SUCCESS;
    uint32_t use = SID_USE_NONE;

    *rid = 0;
    for (size_t i = 0; i < place_count && !status && use != wanted; i++)
    {
        *domain = places[kind][i];
        status = account_server_find_names(call, *domain, &name, 1, rid, &use);
    }
    if (!status && use != wanted)
    {
        *rid = 0;
        status = group_not_found(kind);
    }
    return status;
}

uint32_t account_server_open_group(struct account_call *call, enum group_kind kind,
                                   struct utf16_slice name, uint32_t access,
                                   struct opened_group *group)
{
    uint32_t status = ERROR_SUCCESS;

    *group = (struct opened_group){ .kind = kind };
    status = account_server_find_group_id(call, kind, name, &group->domain, &group->rid);
    return status
               ? status
               : account_server_open(call, kind == GLOBAL_GROUP ? SAMR_OPEN_GROUP : SAMR_OPEN_ALIAS,
                                     group->domain, group->rid, access, &group->handle);
}

uint32_t account_server_group_code(enum group_kind kind, uint32_t code)
{
    if (code == ERROR_SPECIAL_ACCOUNT || code == NERR_SpeGroupOp)
    {
        return kind == GLOBAL_GROUP ? NERR_SpeGroupOp : ERROR_SPECIAL_ACCOUNT;
    }
    return code;
}

uint32_t account_server_sid_of(struct account_call *call, enum server_domain which, uint32_t rid,
                               struct info_bytes *sid)
{
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, which, &domain);
    struct sid joined;
    struct bytes made = { 0 };

    if (!status)
    {
        made = sid_join(domain->sid, rid, &joined);
        status = made.data ? ERROR_SUCCESS : RPC_S_PROTOCOL_ERROR;
    }
    *sid = (struct info_bytes){ made.data, made.size };
    if (!status && !account_call_keep_bytes(call, sid))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    return status;
}

bool account_server_must_turn_back(const struct account_call *call, uint64_t start)
{
    const uint64_t deadline = call->remote.deadline;

    return deadline != UINT64_MAX && deadline > start &&
           platform_now() - start > (deadline - start) / 3;
}

/* ---- Names of relative identifiers ----------------------------------------------------------- */

static uint32_t take_names(struct account_call *call, const struct samr_lookup_ids *answer,
                           size_t count, struct utf16_slice *names, uint32_t *uses)
{
    if (answer->names.count != count || answer->uses.count != count)
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    for (size_t i = 0; i < count; i++)
    {
        const uint32_t use = answer->uses.numbers[i];

        if (use != SID_USE_UNKNOWN && answer->names.strings[i].length)
        {
            names[i] = answer->names.strings[i];
            uses[i] = use;
        }
        if (!account_call_keep_text(call, &names[i]))
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    return ERROR_SUCCESS;
}

/* At most SAMR_LOOKUP_MAX. */
static uint32_t find_some_ids(struct account_call *call, const struct account_domain *domain,
                              const uint32_t *rids, size_t count, struct utf16_slice *names,
                              uint32_t *uses)
{
    struct samr_lookup_ids parameters = {
        .domain = domain->handle,
        .count = (uint32_t)count,
        .rids = (uint32_t *)(uintptr_t)rids,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_LOOKUP_IDS_IN_DOMAIN, &parameters, &reply);

    if (reply.stub.data && parameters.result == STATUS_NONE_MAPPED)
    {
        status = ERROR_SUCCESS;
    }
    else if (!status)
    {
        status = take_names(call, &parameters, count, names, uses);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_find_ids(struct account_call *call, enum server_domain which,
                                 const uint32_t *rids, size_t count, struct utf16_slice *names,
                                 uint32_t *uses)
{
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, which, &domain);

    memset(names, 0, count * sizeof(*names));
    memset(uses, 0, count * sizeof(*uses));
    for (size_t start = 0; start < count && !status; start += SAMR_LOOKUP_MAX)
    {
        const size_t left = count - start;

        status = find_some_ids(call, domain, rids + start,
                               left < SAMR_LOOKUP_MAX ? left : SAMR_LOOKUP_MAX, names + start,
                               uses + start);
    }
    return status;
}

/* ---- Rows that have both --------------------------------------------------------------------- */

const struct identified_row identified_member = {
    .size = sizeof(struct member),
    .name = offsetof(struct member, name),
    .relative_id = offsetof(struct member, relative_id),
};
const struct identified_row identified_group = {
    .size = sizeof(struct group),
    .name = offsetof(struct group, name),
    .relative_id = offsetof(struct group, relative_id),
};

/* What is asked about rows, and answered, in arrays as the questions want them. */
struct lookup
{
    struct utf16_slice *names;
    uint32_t *rids;
    uint32_t *uses;
};

static uint32_t lookup_begin(struct lookup *lookup, size_t count)
{
    lookup->names = calloc(count + 1, sizeof(*lookup->names));
    lookup->rids = calloc(count + 1, sizeof(*lookup->rids));
    lookup->uses = calloc(count + 1, sizeof(*lookup->uses));
    return lookup->names && lookup->rids && lookup->uses ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static void lookup_end(struct lookup *lookup)
{
    free(lookup->names);
    free(lookup->rids);
    free(lookup->uses);
}

static uint8_t *row_at(const struct info_rows *rows, const struct identified_row *kind,
                       size_t index)
{
    return (uint8_t *)rows->rows + index * kind->size;
}

uint32_t account_server_name_rows(struct account_call *call, enum server_domain which,
                                  const struct identified_row *kind, struct info_rows *rows)
{
    const size_t count = rows->count;
    struct lookup lookup;
    uint32_t status = lookup_begin(&lookup, count);

    for (size_t i = 0; i < count && !status; i++)
    {
        memcpy(&lookup.rids[i], row_at(rows, kind, i) + kind->relative_id, sizeof(lookup.rids[i]));
    }
    if (!status)
    {
        status =
            account_server_find_ids(call, which, lookup.rids, count, lookup.names, lookup.uses);
    }
    rows->count = status ? count : 0;
    for (size_t i = 0; i < count && !status; i++)
    {
        if (lookup.names[i].length)
        {
            uint8_t *kept = row_at(rows, kind, rows->count++);

            memmove(kept, row_at(rows, kind, i), kind->size);
            memcpy(kept + kind->name, &lookup.names[i], sizeof(lookup.names[i]));
        }
    }
    lookup_end(&lookup);
    return status;
}

uint32_t account_server_identify_rows(struct account_call *call, const struct identified_row *kind,
                                      uint32_t use, uint32_t missing, struct info_rows *rows)
{
    const size_t count = rows->count;
    struct lookup lookup;
    uint32_t status = lookup_begin(&lookup, count);

    for (size_t i = 0; i < count && !status; i++)
    {
        memcpy(&lookup.names[i], row_at(rows, kind, i) + kind->name, sizeof(lookup.names[i]));
    }
    if (!status)
    {
        status = account_server_find_names(call, ACCOUNT_DOMAIN, lookup.names, count, lookup.rids,
                                           lookup.uses);
    }
    for (size_t i = 0; i < count && !status; i++)
    {
        memcpy(row_at(rows, kind, i) + kind->relative_id, &lookup.rids[i], sizeof(lookup.rids[i]));
        status = lookup.uses[i] == use ? ERROR_SUCCESS : missing;
    }
    lookup_end(&lookup);
    return status;
}
