/*
 * Accounts of a server as lists show them. [MS-SAMR] 3.1.5.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server_display.h"

#include "base/status.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/account_server_values.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "remote/facts.h"

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
    if (parameters->result == STATUS_NO_MORE_ENTRIES)
    {
        parameters->buffer.list = (struct samr_display_list){ 0 };
        return account_server_page_code(status, reply, parameters->result);
    }
    if (!status && parameters->result == STATUS_MORE_ENTRIES && !parameters->buffer.list.count)
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

/* ---- Whole lists ----------------------------------------------------------------------------- */

static uint32_t flags_of(const struct samr_query_display *answer,
                         const struct samr_display_entry *entry)
{
    if (answer->display_class == SAMR_DISPLAY_GROUP)
    {
        return entry->flags ? entry->flags : ATTRIBUTES_USUAL;
    }
    return user_flags_of_control(entry->flags);
}

static uint32_t add_entries(struct account_call *call, const struct samr_query_display *answer,
                            struct growing_rows *entries)
{
    const struct samr_display_list *list = &answer->buffer.list;

    for (uint32_t i = 0; i < list->count; i++)
    {
        struct display_entry *entry = growing_rows_add(call, entries);

        if (!entry)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *entry = (struct display_entry){
            .name = list->entries[i].account_name,
            .comment = list->entries[i].admin_comment,
            .full_name = list->entries[i].full_name,
            .flags = flags_of(answer, &list->entries[i]),
            .relative_id = list->entries[i].rid,
            .next_index = account_server_next_display_index(answer, i),
        };
        if (!account_call_keep_text(call, &entry->name) ||
            !account_call_keep_text(call, &entry->comment) ||
            !account_call_keep_text(call, &entry->full_name))
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    return ERROR_SUCCESS;
}

/* Adds a part of a list, as the server has it. */
static uint32_t ask_for_part(struct account_call *call, enum display_level level, uint32_t index,
                             uint32_t count, uint32_t length, struct growing_rows *entries,
                             bool *has_more)
{
    struct samr_query_display parameters = {
        .display_class = (uint16_t)level,
        .index = index,
        .entry_count = count,
        .preferred_length = length,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_query_display(call, &parameters, &reply);

    *has_more = !status && parameters.result == STATUS_MORE_ENTRIES;
    if (!status)
    {
        status = add_entries(call, &parameters, entries);
    }
    rpc_reply_free(&reply);
    return status;
}

/* Puts a whole list in order, whose indexes are then those of its entries. */
static uint32_t arrange(struct account_call *call, struct info_rows *entries)
{
    struct display_entry *rows = entries->rows;
    const uint32_t status = rows_make_set(call, &entries_by_name, entries);

    for (size_t i = 0; i < entries->count; i++)
    {
        rows[i].next_index = (uint32_t)i + 1;
    }
    return status;
}

/* Adds the rest of a list, and puts all of it in order. */
static uint32_t ask_for_all(struct account_call *call, enum display_level level, bool has_more,
                            struct growing_rows *entries)
{
    uint32_t status = ERROR_SUCCESS;

    while (has_more && !status)
    {
        const struct display_entry *rows = entries->list.rows;
        const size_t count = entries->list.count;

        status = ask_for_part(call, level, count ? rows[count - 1].next_index : 0, PAGE_ENTRIES,
                              PAGE_LENGTH, entries, &has_more);
    }
    return status ? status : arrange(call, &entries->list);
}

/* ---- Who sorts ------------------------------------------------------------------------------- */

/* Whether the first entries of a long list are in no order. What Windows sorts by is not known to the
 * last character, so that some may seem to be in the wrong place. */
static bool is_unsorted(const struct info_rows *entries)
{
    const struct display_entry *rows = entries->rows;
    size_t descents = 0;

    for (size_t i = 1; i < entries->count; i++)
    {
        descents += account_name_compare(rows[i - 1].name, rows[i].name) > 0;
    }
    return 4 * descents > entries->count;
}

/* Finds out whether a server sorts its lists, as [MS-SAMR] 3.1.5.3.1 demands and Samba does not: who
 * does not is asked for all of a list, of which parts are given out here. Where the first part is all
 * there is, nobody need know; it is in `entries`, in order, and *is_whole. */
static uint32_t learn_who_sorts(struct account_call *call, enum display_level level,
                                struct growing_rows *entries, enum paging *paging, bool *is_whole)
{
    const struct facts_subject subject =
        remote_subject(&call->remote, &samr_interface, SAMR_QUERY_DISPLAY_INFORMATION3);
    bool has_more = false;
    uint32_t status = account_server_connect(call);

    *is_whole = false;
    *paging = status ? PAGING_UNKNOWN : facts_paging(&subject, platform_now());
    if (status || *paging != PAGING_UNKNOWN)
    {
        return status;
    }
    status = ask_for_part(call, level, 0, ENTRIES_MAX, PAGE_LENGTH, entries, &has_more);
    if (!status && !has_more)
    {
        *is_whole = true;
        return arrange(call, &entries->list);
    }
    if (!status)
    {
        *paging = facts_learn_paging(
            &subject, is_unsorted(&entries->list) ? PAGING_HERE : PAGING_BY_SERVER, platform_now());
    }
    entries->list.count = 0;
    return status;
}

/* ---- A part of a list ------------------------------------------------------------------------ */

/* A part of a list that is here. */
static void cut(const struct info_rows *list, enum display_level level, uint32_t index,
                uint32_t count_max, uint32_t preferred_length, struct display_part *part)
{
    const size_t left = index < list->count ? list->count - index : 0;
    size_t fitting = 0;

    if (left)
    {
        part->entries.rows = info_row(&display_family, list, index);
        part->entries.count = left;
        fitting = info_count_fitting(&display_family, info_find_level(&display_family, level),
                                     &part->entries, preferred_length);
    }
    part->entries.count = fitting || !left ? fitting : 1;
    if (part->entries.count > count_max)
    {
        part->entries.count = count_max;
    }
    part->has_more = part->entries.count < left;
}

/* Flags that the list does not have: a Samba domain controller says what kind of account each is only
 * where it is asked for one. */
static uint32_t complete(struct account_call *call, enum display_level level,
                         const struct display_part *part)
{
    struct display_entry *entries = part->entries.rows;
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < part->entries.count && level != DISPLAY_GROUPS && !status; i++)
    {
        struct user user = { .relative_id = entries[i].relative_id };
        struct context_handle handle = { 0 };

        if (entries[i].flags & UF_ACCOUNT_TYPE_MASK)
        {
            continue;
        }
        status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, user.relative_id,
                                     SAMR_MAXIMUM_ALLOWED, &handle);
        status = status ? status : account_server_query_user(call, USER_DISPLAY, &handle, &user);
        account_server_close(call, &handle);
        entries[i].flags = status ? entries[i].flags : user.flags;
        status = status == NERR_UserNotFound ? ERROR_SUCCESS : status; /* gone meanwhile */
    }
    return status;
}

uint32_t account_server_list_display(struct account_call *call, enum display_level level,
                                     uint32_t index, uint32_t count_max, uint32_t preferred_length,
                                     struct display_part *part)
{
    const uint32_t wanted = count_max < ENTRIES_MAX ? count_max : ENTRIES_MAX;
    struct growing_rows entries = { .row_size = sizeof(struct display_entry) };
    enum paging paging = PAGING_UNKNOWN;
    bool is_whole = false;
    uint32_t status = learn_who_sorts(call, level, &entries, &paging, &is_whole);

    *part = (struct display_part){ .entries = { NULL, 0 } };
    if (!status && !is_whole && paging == PAGING_BY_SERVER)
    {
        status =
            ask_for_part(call, level, index, wanted, preferred_length, &entries, &part->has_more);
        part->entries = entries.list;
        if (entries.list.count > wanted)
        {
            part->entries.count = wanted;
            part->has_more = true;
        }
    }
    else if (!status)
    {
        status = is_whole ? ERROR_SUCCESS : ask_for_all(call, level, true, &entries);
        cut(&entries.list, level, index, wanted, preferred_length, part);
    }
    status = status ? status : complete(call, level, part);
    if (status)
    {
        *part = (struct display_part){ .entries = { NULL, 0 } };
    }
    return status;
}

/* ---- Where a name stands --------------------------------------------------------------------- */

/* Searches a whole list that is in order. */
static uint32_t search(const struct info_rows *entries, struct utf16_slice prefix, uint32_t *index)
{
    const struct display_entry *rows = entries->rows;

    for (size_t i = 0; i < entries->count; i++)
    {
        if (account_name_compare(rows[i].name, prefix) >= 0)
        {
            *index = (uint32_t)i;
            return ERROR_SUCCESS;
        }
    }
    return ERROR_NO_MORE_ITEMS;
}

/* A server whose lists are in no order finds whole names only, if any. */
static uint32_t ask_for_index(struct account_call *call, enum display_level level,
                              struct utf16_slice prefix, uint32_t *index)
{
    const struct account_domain *domain = NULL;
    struct samr_get_display_index parameters = { .display_class = (uint16_t)level,
                                                 .prefix = prefix };
    struct rpc_reply reply;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask_if_offered(call, SAMR_GET_DISPLAY_ENUMERATION_INDEX2, &parameters,
                                           &reply);
    *index = status ? 0 : parameters.index;
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_find_display_index(struct account_call *call, enum display_level level,
                                           struct utf16_slice prefix, uint32_t *index)
{
    struct growing_rows entries = { .row_size = sizeof(struct display_entry) };
    enum paging paging = PAGING_UNKNOWN;
    bool is_whole = false;
    uint32_t status = learn_who_sorts(call, level, &entries, &paging, &is_whole);

    *index = 0;
    if (!status && paging == PAGING_BY_SERVER)
    {
        status = ask_for_index(call, level, prefix, index);
        if (!call->remote.lacks_operation)
        {
            return status;
        }
        status = ERROR_SUCCESS;
    }
    if (!status && !is_whole)
    {
        status = ask_for_all(call, level, true, &entries);
    }
    return status ? status : search(&entries.list, prefix, index);
}
