/*
 * Accounts of a server as lists show them. [MS-SAMR] 3.1.5.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_server_groups.h"
#include "platform/platform.h"

/* NetQueryDisplayInformation never gives more at once. */
#define ENTRIES_MAX 100u
/* So much of a list is asked for at once when it is searched. */
#define PAGE_ENTRIES 1000u
#define PAGE_LENGTH  0xFFFFu

uint32_t account_server_query_display(struct account_call *call,
                                      struct samr_query_display *parameters,
                                      struct rpc_reply *reply)
{
    /* They differ in what they let a client list: machines and groups came later. */
    static const enum samr_operation methods[] = { SAMR_QUERY_DISPLAY_INFORMATION3,
                                                   SAMR_QUERY_DISPLAY_INFORMATION2,
                                                   SAMR_QUERY_DISPLAY_INFORMATION };
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);
    bool is_done = false;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    parameters->domain = domain->handle;
    for (size_t i = 0; i < INFO_COUNT(methods) && !is_done && !status; i++)
    {
        status = account_server_ask_if_offered(call, methods[i], parameters, reply);
        is_done = !call->remote.lacks_operation;
        if (!is_done && i + 1 < INFO_COUNT(methods))
        {
            rpc_reply_free(reply);
            status = ERROR_SUCCESS;
        }
    }
    if (reply->stub.data && parameters->result == STATUS_NO_MORE_ENTRIES)
    {
        parameters->buffer.list = (struct samr_display_list){ 0 };
        return ERROR_SUCCESS;
    }
    if (!status && (!is_counted(parameters->buffer.list.count, parameters->buffer.list.entries) ||
                    (parameters->result == STATUS_MORE_ENTRIES && !parameters->buffer.list.count)))
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    return status;
}

/* An entry says where the list goes on behind it. Where that leads nowhere, it is the entry's place:
 * the lists are sorted, and an index is a cursor into them. */
uint32_t account_server_next_display_index(const struct samr_query_display *answer, size_t place)
{
    const uint32_t index = answer->buffer.list.entries[place].index;

    return index && index != answer->index ? index : answer->index + (uint32_t)place + 1;
}

/* ---- A part of a list ------------------------------------------------------------------------ */

static uint32_t take_entries(struct account_call *call, const struct samr_query_display *answer,
                             size_t count, struct display_part *part)
{
    struct display_entry *entries = arena_array(&call->arena, count, sizeof(*entries));

    if (!entries)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < count; i++)
    {
        const struct samr_display_entry *found = &answer->buffer.list.entries[i];

        entries[i] = (struct display_entry){
            .name = found->account_name,
            .comment = found->admin_comment,
            .full_name = found->full_name,
            .flags = found->flags,
            .relative_id = found->rid,
            .next_index = account_server_next_display_index(answer, i),
        };
        if (!account_call_keep_text(call, &entries[i].name) ||
            !account_call_keep_text(call, &entries[i].comment) ||
            !account_call_keep_text(call, &entries[i].full_name))
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    part->entries = (struct info_rows){ entries, count };
    return ERROR_SUCCESS;
}

uint32_t account_server_list_display(struct account_call *call, enum display_level level,
                                     uint32_t index, uint32_t count_max, uint32_t preferred_length,
                                     struct display_part *part)
{
    const uint32_t wanted = count_max < ENTRIES_MAX ? count_max : ENTRIES_MAX;
    struct samr_query_display parameters = {
        .display_class = (uint16_t)level,
        .index = index,
        .entry_count = wanted,
        .preferred_length = preferred_length,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_query_display(call, &parameters, &reply);
    const uint32_t found = status ? 0 : parameters.buffer.list.count;
    const uint32_t count = found < wanted ? found : wanted;

    *part = (struct display_part){ .entries = { NULL, 0 } };
    if (!status)
    {
        status = take_entries(call, &parameters, count, part);
    }
    part->has_more = !status && (parameters.result == STATUS_MORE_ENTRIES || found > wanted);
    rpc_reply_free(&reply);
    return status;
}

/* ---- Where a name stands --------------------------------------------------------------------- */

/* Whether a name stands before another in a list that is sorted without case. */
static bool is_before(struct utf16_slice name, struct utf16_slice other)
{
    const size_t shorter = name.length < other.length ? name.length : other.length;

    for (size_t i = 0; i < shorter; i++)
    {
        const uint16_t a = platform_upcase(utf16_unit(name, i));
        const uint16_t b = platform_upcase(utf16_unit(other, i));

        if (a != b)
        {
            return a < b;
        }
    }
    return name.length < other.length;
}

/* Searches the list of a server that does not do that itself. */
static uint32_t search(struct account_call *call, enum display_level level,
                       struct utf16_slice prefix, uint32_t *index)
{
    uint32_t status = ERROR_SUCCESS;
    bool has_more = true;
    bool is_found = false;

    *index = 0;
    while (has_more && !is_found && !status)
    {
        struct samr_query_display parameters = {
            .display_class = (uint16_t)level,
            .index = *index,
            .entry_count = PAGE_ENTRIES,
            .preferred_length = PAGE_LENGTH,
        };
        struct rpc_reply reply;
        uint32_t count = 0;

        status = account_server_query_display(call, &parameters, &reply);
        count = status ? 0 : parameters.buffer.list.count;
        for (uint32_t i = 0; i < count && !is_found; i++)
        {
            is_found = !is_before(parameters.buffer.list.entries[i].account_name, prefix);
            if (!is_found)
            {
                *index = account_server_next_display_index(&parameters, i);
            }
        }
        has_more = parameters.result == STATUS_MORE_ENTRIES;
        rpc_reply_free(&reply);
    }
    return status || is_found ? status : ERROR_NO_MORE_ITEMS;
}

uint32_t account_server_find_display_index(struct account_call *call, enum display_level level,
                                           struct utf16_slice prefix, uint32_t *index)
{
    const struct account_domain *domain = NULL;
    struct samr_get_display_index parameters = { .display_class = (uint16_t)level,
                                                 .prefix = prefix };
    struct rpc_reply reply;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    *index = 0;
    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask_if_offered(call, SAMR_GET_DISPLAY_ENUMERATION_INDEX2, &parameters,
                                           &reply);
    if (call->remote.lacks_operation)
    {
        status = search(call, level, prefix, index);
    }
    else
    {
        *index = status ? 0 : parameters.index;
    }
    rpc_reply_free(&reply);
    return status;
}
