/*
 * Names of SIDs and SIDs of names, by the LSA of a server. [MS-LSAT] 3.1.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/sid_use.h"
#include "base/status.h"
#include "families/accounts/account_server_ids.h"
#include "rpc/lsarpc.h"

/* The most names or SIDs that one question has: [MS-LSAT] 3.1.4.6 lets a client ask for 1000 names. */
#define LOOKUP_MAX 1000u
/* A longer name is nobody's: domain\name. */
#define LOOKUP_NAME_MAX (2u * NAME_LENGTH_MAX + 1)
/* [MS-LSAD] 2.2.1.1.2 */
#define POLICY_LOOKUP_NAMES 0x00000800u
/* LSAP_LOOKUP_LEVEL, [MS-LSAT] 2.2.16: all that the server knows, the domains that it trusts included */
#define LSAP_LOOKUP_WKSTA 1u
/* [MS-LSAT] 3.1.4.6: this client knows DNS names of domains and forests. */
#define CLIENT_REVISION_2 2u
/* The index of no domain, [MS-LSAT] 2.2.19 */
#define NO_DOMAIN UINT32_MAX

/* ---- The policy ------------------------------------------------------------------------------ */

/* Opens the server's policy, once in a call. */
static uint32_t open_policy(struct account_call *call)
{
    struct account_server *server = account_server_of(call);
    struct lsar_open_policy_2 parameters = {
        .object_attributes = { .length = 24 }, /* [MS-LSAD] 2.2.9: no more than its length counts */
        .desired_access = POLICY_LOOKUP_NAMES,
    };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    if (server->has_policy)
    {
        return ERROR_SUCCESS;
    }
    status = account_server_call(call, &lsarpc_interface, LSAR_OPEN_POLICY_2, &parameters, &reply);
    if (!status)
    {
        server->policy = parameters.policy;
        server->has_policy = true;
    }
    rpc_reply_free(&reply);
    return status;
}

/* ---- A question of some members -------------------------------------------------------------- */

/* Those that one question is about: places in the caller's array. */
struct batch
{
    struct member *members[LOOKUP_MAX];
    size_t count;
};

typedef uint32_t (*batch_question)(struct account_call *call, const struct batch *batch);

/* Asks for all members that `is_wanted`, some at a time. */
static uint32_t ask_in_batches(struct account_call *call, struct member *members, size_t count,
                               bool (*is_wanted)(const struct member *member), batch_question ask)
{
    struct batch *batch = calloc(1, sizeof(*batch));
    uint32_t status = batch ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; i < count && !status; i++)
    {
        if (is_wanted(&members[i]))
        {
            batch->members[batch->count++] = &members[i];
        }
        if (batch->count == LOOKUP_MAX || (batch->count && i + 1 == count))
        {
            status = ask(call, batch);
            batch->count = 0;
        }
    }
    if (!status && batch->count) /* the last members were not wanted */
    {
        status = ask(call, batch);
    }
    free(batch);
    return status;
}

/* The domain of an index into a list; *domain becomes NULL for none. False for one that is not there. */
static bool find_domain(const struct lsa_domain_list *domains, uint32_t index,
                        const struct lsa_domain **domain)
{
    *domain = NULL;
    if (index == NO_DOMAIN)
    {
        return true;
    }
    if (!domains || index >= domains->count)
    {
        return false;
    }
    *domain = &domains->domains[index];
    return true;
}

static bool is_known(uint32_t use)
{
    return use != SID_USE_NONE && use != SID_USE_INVALID && use != SID_USE_UNKNOWN &&
           use <= SID_USE_LABEL;
}

/* Some or none were known: that is an answer, [MS-LSAT] 3.1.4.4. */
static uint32_t lookup_result(uint32_t status, const struct rpc_reply *reply, uint32_t result)
{
    return reply->stub.data && result == STATUS_NONE_MAPPED ? ERROR_SUCCESS : status;
}

/* ---- SIDs of names --------------------------------------------------------------------------- */

static struct utf16_slice name_of(const struct member *member)
{
    return member->domain_name.length ? member->domain_name : member->name;
}

static bool wants_sid(const struct member *member)
{
    const struct utf16_slice name = name_of(member);

    return !member->sid.data && name.length && name.length <= LOOKUP_NAME_MAX;
}

/* What was found of one name. A method that does not tell SIDs tells relative identifiers. */
static uint32_t take_sid(struct account_call *call, const struct lsar_lookup_names *answer,
                         size_t index, bool tells_sids, struct member *member)
{
    const struct lsa_translated_sid *found = &answer->translated_sids.sids[index];
    const struct lsa_domain *domain = NULL;
    struct bytes sid = found->sid;
    struct sid joined;

    if (!is_known(found->use))
    {
        return ERROR_SUCCESS;
    }
    if (!find_domain(answer->referenced_domains, found->domain_index, &domain))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    if (!tells_sids && domain)
    {
        sid =
            found->use == SID_USE_DOMAIN ? domain->sid : sid_join(domain->sid, found->rid, &joined);
    }
    if (!sid_is_valid(sid))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    member->use = found->use;
    member->relative_id = sid_rid(sid);
    member->sid = (struct info_bytes){ sid.data, sid.size };
    return account_call_keep_bytes(call, &member->sid) ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t take_sids(struct account_call *call, const struct lsar_lookup_names *answer,
                          const struct batch *batch, bool tells_sids)
{
    uint32_t status = ERROR_SUCCESS;

    if (answer->translated_sids.count != batch->count)
    {
        return answer->result == STATUS_NONE_MAPPED ? ERROR_SUCCESS : RPC_S_PROTOCOL_ERROR;
    }
    for (size_t i = 0; i < batch->count && !status; i++)
    {
        status = take_sid(call, answer, i, tells_sids, batch->members[i]);
        if (status)
        {
            batch->members[i]->sid = (struct info_bytes){ 0 };
        }
    }
    return status;
}

/* By one of the methods, of which LsarLookupNames2 and LsarLookupNames tell relative identifiers. */
static uint32_t ask_by(struct account_call *call, const struct batch *batch,
                       struct utf16_slice *names, enum lsarpc_operation operation)
{
    struct lsar_lookup_names parameters = {
        .policy = account_server_of(call)->policy,
        .count = (uint32_t)batch->count,
        .names = names,
        .lookup_level = LSAP_LOOKUP_WKSTA,
        .client_revision = CLIENT_REVISION_2,
    };
    struct rpc_reply reply;
    uint32_t status =
        account_server_call(call, &lsarpc_interface, (uint16_t)operation, &parameters, &reply);

    status = lookup_result(status, &reply, parameters.result);
    if (!status)
    {
        status = take_sids(call, &parameters, batch, operation == LSAR_LOOKUP_NAMES_3);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t ask_for_sids(struct account_call *call, const struct batch *batch)
{
    static const enum lsarpc_operation methods[] = { LSAR_LOOKUP_NAMES_3, LSAR_LOOKUP_NAMES_2,
                                                     LSAR_LOOKUP_NAMES };
    struct utf16_slice *names = calloc(batch->count, sizeof(*names));
    uint32_t status = names ? open_policy(call) : ERROR_NOT_ENOUGH_MEMORY;
    bool is_done = false;

    for (size_t i = 0; i < batch->count && !status; i++)
    {
        names[i] = name_of(batch->members[i]);
    }
    for (size_t i = 0; i < INFO_COUNT(methods) && !status && !is_done; i++)
    {
        status = ask_by(call, batch, names, methods[i]);
        is_done = !call->remote.lacks_operation;
        if (!is_done && i + 1 < INFO_COUNT(methods))
        {
            status = ERROR_SUCCESS;
        }
    }
    free(names);
    return status;
}

uint32_t account_server_find_sids(struct account_call *call, struct member *members, size_t count)
{
    return ask_in_batches(call, members, count, wants_sid, ask_for_sids);
}

/* ---- Names of SIDs --------------------------------------------------------------------------- */

static bool is_named(const struct member *member)
{
    return member->use != SID_USE_NONE;
}

/* What is left of a SID that nobody knows. */
static bool name_by_text(struct account_call *call, struct member *member)
{
    struct utf16_name text;

    sid_to_text((struct bytes){ member->sid.data, member->sid.size }, &text);
    member->use = SID_USE_UNKNOWN;
    member->name = utf16_from_name(&text);
    if (!account_call_keep_text(call, &member->name))
    {
        return false;
    }
    member->domain_name = member->name;
    return true;
}

static bool wants_name(const struct member *member)
{
    return sid_is_valid((struct bytes){ member->sid.data, member->sid.size });
}

/* Makes domain\name, or what there is of both. */
static bool join_names(struct account_call *call, struct utf16_slice domain,
                       struct utf16_slice name, struct utf16_slice *joined)
{
    const size_t length = domain.length + (domain.length && name.length) + name.length;
    uint16_t *units = arena_array(&call->arena, length + 1, sizeof(*units));
    size_t at = domain.length;

    if (!units)
    {
        return false;
    }
    memcpy(units, domain.length ? domain.units : units, domain.length * sizeof(*units));
    if (domain.length && name.length)
    {
        units[at++] = '\\';
    }
    memcpy(units + at, name.length ? name.units : units + at, name.length * sizeof(*units));
    *joined = (struct utf16_slice){ units, length };
    return true;
}

/* What was found of one SID. A domain has a name only as a domain. */
static uint32_t take_name(struct account_call *call, const struct lsar_lookup_sids *answer,
                          size_t index, struct member *member)
{
    const struct lsa_translated_name *found = &answer->translated_names.names[index];
    const struct lsa_domain *domain = NULL;
    struct utf16_slice domain_name = { 0 };
    struct utf16_slice name = found->name;

    if (!is_known(found->use))
    {
        return ERROR_SUCCESS;
    }
    if (!find_domain(answer->referenced_domains, found->domain_index, &domain))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    domain_name = domain ? domain->name : domain_name;
    if (found->use == SID_USE_DOMAIN)
    {
        name = domain_name.length ? domain_name : name;
        domain_name = (struct utf16_slice){ 0 };
    }
    if (!name.length)
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    member->use = found->use;
    member->name = name;
    return account_call_keep_text(call, &member->name) &&
                   join_names(call, domain_name, name, &member->domain_name)
               ? ERROR_SUCCESS
               : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t take_names(struct account_call *call, const struct lsar_lookup_sids *answer,
                           const struct batch *batch)
{
    uint32_t status = ERROR_SUCCESS;

    if (answer->translated_names.count != batch->count)
    {
        return answer->result == STATUS_NONE_MAPPED ? ERROR_SUCCESS : RPC_S_PROTOCOL_ERROR;
    }
    for (size_t i = 0; i < batch->count && !status; i++)
    {
        status = take_name(call, answer, i, batch->members[i]);
    }
    return status;
}

static uint32_t ask_names_by(struct account_call *call, const struct batch *batch,
                             struct bytes *sids, enum lsarpc_operation operation)
{
    struct lsar_lookup_sids parameters = {
        .policy = account_server_of(call)->policy,
        .sids = { .count = (uint32_t)batch->count, .sids = sids },
        .lookup_level = LSAP_LOOKUP_WKSTA,
        .client_revision = CLIENT_REVISION_2,
    };
    struct rpc_reply reply;
    uint32_t status =
        account_server_call(call, &lsarpc_interface, (uint16_t)operation, &parameters, &reply);

    status = lookup_result(status, &reply, parameters.result);
    if (!status)
    {
        status = take_names(call, &parameters, batch);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t ask_for_names(struct account_call *call, const struct batch *batch)
{
    struct bytes *sids = calloc(batch->count, sizeof(*sids));
    uint32_t status = sids ? open_policy(call) : ERROR_NOT_ENOUGH_MEMORY;

    for (size_t i = 0; i < batch->count && !status; i++)
    {
        const struct info_bytes sid = batch->members[i]->sid;

        sids[i] = (struct bytes){ sid.data, sid.size };
    }
    if (!status)
    {
        status = ask_names_by(call, batch, sids, LSAR_LOOKUP_SIDS_2);
        if (call->remote.lacks_operation)
        {
            status = ask_names_by(call, batch, sids, LSAR_LOOKUP_SIDS);
        }
    }
    free(sids);
    return status;
}

uint32_t account_server_find_sid_names(struct account_call *call, struct member *members,
                                       size_t count)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count; i++)
    {
        members[i].use = SID_USE_NONE;
    }
    status = ask_in_batches(call, members, count, wants_name, ask_for_names);
    for (size_t i = 0; i < count && !status; i++)
    {
        if (wants_name(&members[i]) && !is_named(&members[i]) && !name_by_text(call, &members[i]))
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    return status;
}
