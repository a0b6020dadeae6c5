/*
 * The users of a server: [MS-SAMR] 3.1.5.2.4, 3.1.5.3.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sid.h"
#include "base/status.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/account_server_values.h"

/* Bytes. A server gives less where it has limits of its own. */
#define PAGE_LENGTH (1u << 20)
/* Users of a page of a list for display. */
#define PAGE_ENTRIES 0xFFFFu
/* What a question costs: asking for one user is so many, and a page of a list for display has about so
 * many users. */
#define EXCHANGES_OF_A_USER 3
#define USERS_OF_A_PAGE     400

/* ---- Listing --------------------------------------------------------------------------------- */

/* A page of a list, which is in a reply that is kept. */
struct page
{
    struct page *next;
    const struct samr_enumeration *users;
};

struct pages
{
    struct page *first;
    struct page **end;
    size_t count; /* of users */
};

/* Asks for a page. More is to come where *context says so: it is not 0. */
static uint32_t ask_for_page(struct account_call *call, const struct account_domain *domain,
                             uint32_t control, uint32_t *context, struct pages *pages)
{
    struct samr_enumerate_users parameters = {
        .domain = domain->handle,
        .enumeration_context = *context,
        .user_account_control = control,
        .preferred_length = PAGE_LENGTH,
    };
    struct page *page = arena_allocate(&call->arena, sizeof(*page));
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_ENUMERATE_USERS_IN_DOMAIN, &parameters, &reply);
    const bool has_more = parameters.result == STATUS_MORE_ENTRIES;
    const bool has_users = !status && parameters.buffer && parameters.buffer->count;

    status = account_server_page_code(status, &reply, parameters.result);
    if (!status && (!page || !account_server_keep_reply(call, &reply)))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status && has_more && (!has_users || !parameters.enumeration_context))
    {
        status = RPC_S_PROTOCOL_ERROR; /* this would never end */
    }
    if (!status && has_users)
    {
        *page = (struct page){ NULL, parameters.buffer };
        *pages->end = page;
        pages->end = &page->next;
        pages->count += parameters.buffer->count;
    }
    *context = !status && has_more ? parameters.enumeration_context : 0;
    rpc_reply_free(&reply);
    return status;
}

/* All users whose account control has all of these bits. */
static uint32_t list_with(struct account_call *call, const struct account_domain *domain,
                          uint32_t control, struct pages *pages)
{
    uint32_t context = 0;
    uint32_t status = ERROR_SUCCESS;

    do
    {
        status = ask_for_page(call, domain, control, &context, pages);
    } while (!status && context);
    return status;
}

/* A server looks for users that have all bits that it is given, and none has two types: all types are
 * no bits, and some are one after the other. */
static uint32_t list_types(struct account_call *call, const struct account_domain *domain,
                           uint32_t types, struct pages *pages)
{
    const uint32_t wanted = user_control_of_flags(types) & USER_ACCOUNT_TYPE_MASK;
    uint32_t status = ERROR_SUCCESS;

    if (wanted == USER_ACCOUNT_TYPE_MASK)
    {
        return list_with(call, domain, 0, pages);
    }
    for (uint32_t type = 1; type <= USER_ACCOUNT_TYPE_MASK && !status; type <<= 1)
    {
        if (wanted & type)
        {
            status = list_with(call, domain, type, pages);
        }
    }
    return status;
}

static size_t fill_in(const struct pages *pages, struct user *users)
{
    size_t count = 0;

    for (const struct page *page = pages->first; page; page = page->next)
    {
        for (uint32_t i = 0; i < page->users->count; i++)
        {
            users[count].name = page->users->entries[i].name;
            users[count].relative_id = page->users->entries[i].rid;
            count++;
        }
    }
    return count;
}

uint32_t account_server_list_users(struct account_call *call, uint32_t types,
                                   struct info_rows *users)
{
    const struct account_domain *domain = NULL;
    struct pages pages = { .end = &pages.first };
    struct user *rows = NULL;
    struct info_rows listed = { NULL, 0 };
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    *users = (struct info_rows){ 0 };
    if (!status)
    {
        status = list_types(call, domain, types, &pages);
    }
    if (!status)
    {
        rows = arena_array(&call->arena, pages.count, sizeof(*rows));
        status = rows ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        listed = (struct info_rows){ rows, fill_in(&pages, rows) };
        /* A list that changes while it is read may have some twice. */
        status = rows_make_set(call, &users_by_id, &listed);
    }
    if (!status && listed.count && !rows[0].relative_id)
    {
        status = RPC_S_PROTOCOL_ERROR; /* nobody's: lists are gone on with behind the last one's */
    }
    if (!status)
    {
        *users = listed;
        account_server_of(call)->users_listed = listed.count;
    }
    return status;
}

/* ---- What lists show ------------------------------------------------------------------------- */

/* Users by relative identifier, rising. */
struct known_users
{
    struct user *users;
    size_t count;
    size_t missing; /* that no list had yet */
};

static struct user *user_of(const struct known_users *known, uint32_t rid)
{
    size_t first = 0;
    size_t end = known->count;

    while (first < end)
    {
        const size_t middle = first + (end - first) / 2;

        if (known->users[middle].relative_id < rid)
        {
            first = middle + 1;
        }
        else
        {
            end = middle;
        }
    }
    return first < known->count && known->users[first].relative_id == rid ? &known->users[first]
                                                                          : NULL;
}

/* Whoever has flags has been told: UF_SCRIPT at least. A Samba domain controller tells none in lists: it
 * is asked for each user. */
static void take_entries(const struct samr_display_list *list, struct known_users *known)
{
    for (uint32_t i = 0; i < list->count; i++)
    {
        const struct samr_display_entry *entry = &list->entries[i];
        struct user *user = user_of(known, entry->rid);

        if (user && !user->flags && entry->flags)
        {
            known->missing--;
            user->name = entry->account_name;
            user->comment = utf16_absent_if_empty(entry->admin_comment);
            user->full_name = utf16_absent_if_empty(entry->full_name);
            user->flags = user_flags_of_control(entry->flags);
        }
    }
}

/* Asks for a page from an index on, which becomes that of the next page, or 0 behind the last. */
static uint32_t ask_for_display(struct account_call *call, enum samr_display_class which,
                                uint32_t *index, struct known_users *known)
{
    const struct account_domain *domain = &account_server_of(call)->domains[ACCOUNT_DOMAIN];
    struct samr_query_display parameters = {
        .domain = domain->handle,
        .display_class = (uint16_t)which,
        .index = *index,
        .entry_count = PAGE_ENTRIES,
        .preferred_length = PAGE_LENGTH,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_DISPLAY_INFORMATION, &parameters, &reply);
    const struct samr_display_list *list = &parameters.buffer.list;
    const bool has_more = parameters.result == STATUS_MORE_ENTRIES;

    status = account_server_page_code(status, &reply, parameters.result);
    if (!status && !account_server_keep_reply(call, &reply))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status && has_more && !list->count)
    {
        status = RPC_S_PROTOCOL_ERROR; /* this would never end */
    }
    if (!status)
    {
        take_entries(list, known);
    }
    *index = !status && has_more && list->count < UINT32_MAX - *index ? *index + list->count : 0;
    rpc_reply_free(&reply);
    return status;
}

static uint32_t describe_by_lists(struct account_call *call, struct known_users *known)
{
    static const enum samr_display_class classes[] = { SAMR_DISPLAY_USER, SAMR_DISPLAY_MACHINE };
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < INFO_COUNT(classes) && known->missing && !status; i++)
    {
        uint32_t index = 0;

        do
        {
            status = ask_for_display(call, classes[i], &index, known);
        } while (!status && index && known->missing);
    }
    return status;
}

static bool make_sids(struct account_call *call, struct user *users, size_t count)
{
    const struct account_domain *domain = &account_server_of(call)->domains[ACCOUNT_DOMAIN];
    struct sid *sids = arena_array(&call->arena, count, sizeof(*sids));

    for (size_t i = 0; i < count && sids; i++)
    {
        const struct bytes sid = sid_join(domain->sid, users[i].relative_id, &sids[i]);

        users[i].sid = (struct info_bytes){ sid.data, sid.size };
    }
    return sids;
}

/* ---- Everything ------------------------------------------------------------------------------ */

/* Of so many users each is asked for the groups that it is in; of more, the groups for their members. */
#define USERS_ASKED_FOR_GROUPS 8

/* Users that have gone meanwhile keep what they have. */
static uint32_t query_one(struct account_call *call, enum user_part part, bool with_privilege,
                          struct user *user)
{
    struct context_handle handle;
    uint32_t status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, user->relative_id,
                                          SAMR_MAXIMUM_ALLOWED, &handle);

    if (status == NERR_UserNotFound)
    {
        return ERROR_SUCCESS;
    }
    if (!status)
    {
        status = account_server_query_user(call, part, &handle, user);
    }
    if (!status && with_privilege)
    {
        status = account_server_find_privilege(call, &handle, user);
    }
    account_server_close(call, &handle);
    return status;
}

static bool lists_are_cheaper(const struct account_call *call, size_t count)
{
    const size_t listed = account_server_of(call)->users_listed;

    return count * EXCHANGES_OF_A_USER > listed / USERS_OF_A_PAGE + 1;
}

uint32_t account_server_describe_users(struct account_call *call, enum user_part part,
                                       struct user *users, size_t count)
{
    struct known_users known = { users, count, count };
    const bool each = part == USER_ALL && count <= USERS_ASKED_FOR_GROUPS;
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    if (part == USER_NAMES || !count || status)
    {
        return status;
    }
    if (!make_sids(call, users, count))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (part == USER_DISPLAY && lists_are_cheaper(call, count))
    {
        status = describe_by_lists(call, &known);
    }
    for (size_t i = 0; i < count && !status; i++)
    {
        if (!users[i].flags)
        {
            status = query_one(call, part, each, &users[i]);
        }
    }
    return status || part != USER_ALL ? status : account_server_find_privileges(call, users, count);
}

uint32_t account_server_find_user(struct account_call *call, struct utf16_slice name,
                                  enum user_part part, struct user *user)
{
    struct context_handle handle = { 0 };
    uint32_t status = ERROR_SUCCESS;

    *user = (struct user){ 0 };
    status = account_server_find_user_rid(call, name, &user->relative_id);
    if (!status)
    {
        status = account_server_open(call, SAMR_OPEN_USER, ACCOUNT_DOMAIN, user->relative_id,
                                     SAMR_MAXIMUM_ALLOWED, &handle);
    }
    if (!status)
    {
        /* One question more, so that flags are the same whatever part of one user is wanted. */
        status = account_server_query_user(call, part == USER_NAMES ? USER_NAMES : USER_ALL,
                                           &handle, user);
    }
    if (!status && part == USER_ALL)
    {
        status = account_server_find_privilege(call, &handle, user);
    }
    account_server_close(call, &handle);
    return status;
}
