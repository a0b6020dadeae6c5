/*
 * Groups of a server: listed, found, added, changed, removed. [MS-SAMR] 3.1.5
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sid_use.h"
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_server_display.h"
#include "families/accounts/account_server_ids.h"
#include "platform/utf16_equal.h"

/* So much of a list is asked for at once. */
#define PAGE_LENGTH  0xFFFFu
#define PAGE_ENTRIES 2000u

/* ---- Listing global groups ------------------------------------------------------------------- */

static uint32_t add_displayed(struct account_call *call, const struct samr_query_display *answer,
                              struct growing_rows *groups)
{
    const struct samr_display_list *list = &answer->buffer.list;
    uint32_t status = ERROR_SUCCESS;

    for (uint32_t i = 0; i < list->count && !status; i++)
    {
        struct group *group = growing_rows_add(call, groups);

        if (!group)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *group = (struct group){
            .name = list->entries[i].account_name,
            .comment = list->entries[i].admin_comment,
            .relative_id = list->entries[i].rid,
            .attributes = list->entries[i].flags ? list->entries[i].flags : ATTRIBUTES_USUAL,
        };
        if (!account_call_keep_text(call, &group->name) ||
            !account_call_keep_text(call, &group->comment))
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        status = account_server_sid_of(call, ACCOUNT_DOMAIN, group->relative_id, &group->sid);
    }
    return status;
}

/* A list for display has all of a group. */
static uint32_t list_global(struct account_call *call, struct growing_rows *groups)
{
    uint32_t status = ERROR_SUCCESS;
    uint32_t index = 0;
    bool has_more = true;

    while (has_more && !status)
    {
        struct samr_query_display parameters = {
            .display_class = SAMR_DISPLAY_GROUP,
            .index = index,
            .entry_count = PAGE_ENTRIES,
            .preferred_length = PAGE_LENGTH,
        };
        struct rpc_reply reply;

        status = account_server_query_display(call, &parameters, &reply);
        has_more = !status && parameters.result == STATUS_MORE_ENTRIES;
        if (!status)
        {
            status = add_displayed(call, &parameters, groups);
        }
        if (has_more)
        {
            index =
                account_server_next_display_index(&parameters, parameters.buffer.list.count - 1);
        }
        rpc_reply_free(&reply);
    }
    /* A list that changes while it is read may have some twice. */
    return status ? status : rows_make_set(call, &groups_by_id, &groups->list);
}

/* ---- Listing local groups -------------------------------------------------------------------- */

static int compare_names(const void *left, const void *right, const void *context)
{
    const struct group *a = left;
    const struct group *b = right;

    (void)context;
    return utf16_compare(a->name, b->name);
}

static uint32_t add_enumerated(struct account_call *call, enum server_domain which,
                               const struct samr_enumeration *found, struct growing_rows *groups)
{
    uint32_t status = ERROR_SUCCESS;

    for (uint32_t i = 0; i < found->count && !status; i++)
    {
        struct group *group = growing_rows_add(call, groups);

        if (!group)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        *group = (struct group){
            .name = found->entries[i].name,
            .relative_id = found->entries[i].rid,
        };
        status = account_call_keep_text(call, &group->name)
                     ? account_server_sid_of(call, which, group->relative_id, &group->sid)
                     : ERROR_NOT_ENOUGH_MEMORY;
    }
    return status;
}

static uint32_t list_aliases(struct account_call *call, enum server_domain which,
                             struct growing_rows *groups)
{
    static const struct samr_enumeration none;
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, which, &domain);
    uint32_t context = 0;
    bool has_more = true;

    while (has_more && !status)
    {
        struct samr_enumerate parameters = {
            .handle = domain->handle,
            .enumeration_context = context,
            .preferred_length = PAGE_LENGTH,
        };
        const struct samr_enumeration *found = &none;
        struct rpc_reply reply;

        status = account_server_ask(call, SAMR_ENUMERATE_ALIASES_IN_DOMAIN, &parameters, &reply);
        found = !status && parameters.buffer ? parameters.buffer : &none;
        status = account_server_page_code(status, &reply, parameters.result);
        has_more = !status && parameters.result == STATUS_MORE_ENTRIES;
        if (has_more && (!found->count || parameters.enumeration_context == context))
        {
            status = RPC_S_PROTOCOL_ERROR;
        }
        if (!status)
        {
            status = add_enumerated(call, which, found, groups);
        }
        context = parameters.enumeration_context;
        rpc_reply_free(&reply);
    }
    return status;
}

static uint32_t list_local(struct account_call *call, struct growing_rows *groups)
{
    const struct sorting by_name = {
        .size = sizeof(struct group),
        .compare = compare_names,
        .is_late = account_call_is_late,
        .context = call,
    };
    uint32_t status = list_aliases(call, BUILT_IN_DOMAIN, groups);

    if (!status)
    {
        status = list_aliases(call, ACCOUNT_DOMAIN, groups);
    }
    return status ? status : sort(groups->list.rows, groups->list.count, &by_name);
}

uint32_t account_server_list_groups(struct account_call *call, enum group_kind kind,
                                    struct info_rows *groups)
{
    struct growing_rows found = { .row_size = sizeof(struct group) };
    const uint32_t status =
        kind == GLOBAL_GROUP ? list_global(call, &found) : list_local(call, &found);

    *groups = status ? (struct info_rows){ 0 } : found.list;
    return status;
}

/* ---- What is known of one -------------------------------------------------------------------- */

static uint32_t query_group(struct account_call *call, const struct context_handle *handle,
                            enum samr_group_class class, struct group *group, uint32_t *result)
{
    struct samr_query_group parameters = { .group = *handle,
                                           .information_class = (uint16_t) class };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_INFORMATION_GROUP, &parameters, &reply);

    *result = parameters.result;
    if (!status && !parameters.information)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status)
    {
        group->name = parameters.information->general.name;
        group->comment = parameters.information->general.admin_comment;
        group->attributes = parameters.information->general.attributes;
        status = account_call_keep_text(call, &group->name) &&
                         account_call_keep_text(call, &group->comment)
                     ? ERROR_SUCCESS
                     : ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

/* Without the number of the members, which takes a domain controller long, where the server can. */
static uint32_t describe_global(struct account_call *call, const struct context_handle *handle,
                                struct group *group)
{
    uint32_t result = 0;
    const uint32_t status = query_group(call, handle, SAMR_GROUP_REPLICATION, group, &result);

    return result == STATUS_INVALID_INFO_CLASS
               ? query_group(call, handle, SAMR_GROUP_GENERAL, group, &result)
               : status;
}

static uint32_t describe_local(struct account_call *call, const struct context_handle *handle,
                               struct group *group)
{
    struct samr_query_alias parameters = { .alias = *handle,
                                           .information_class = SAMR_ALIAS_GENERAL };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_QUERY_INFORMATION_ALIAS, &parameters, &reply);

    if (!status && !parameters.information)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status)
    {
        group->name = parameters.information->general.name;
        group->comment = parameters.information->general.admin_comment;
        status = account_call_keep_text(call, &group->name) &&
                         account_call_keep_text(call, &group->comment)
                     ? ERROR_SUCCESS
                     : ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t describe(struct account_call *call, const struct opened_group *opened,
                         struct group *group)
{
    return opened->kind == GLOBAL_GROUP ? describe_global(call, &opened->handle, group)
                                        : describe_local(call, &opened->handle, group);
}

uint32_t account_server_find_group(struct account_call *call, enum group_kind kind,
                                   struct utf16_slice name, struct group *group)
{
    struct opened_group opened;
    uint32_t status = account_server_open_group(
        call, kind, name, kind == GLOBAL_GROUP ? GROUP_READ_INFORMATION : ALIAS_READ_INFORMATION,
        &opened);

    *group = (struct group){ .relative_id = opened.rid };
    if (!status)
    {
        status = describe(call, &opened, group);
    }
    if (!status)
    {
        status = account_server_sid_of(call, opened.domain, opened.rid, &group->sid);
    }
    account_server_close(call, &opened.handle);
    return status;
}

/* One that has gone, or may not be looked at, keeps what it has. */
static uint32_t describe_listed(struct account_call *call, struct group *group)
{
    const struct bytes sid = { group->sid.data, group->sid.size };
    struct opened_group opened = { .kind = LOCAL_GROUP };
    struct group described = *group;
    uint32_t rid = 0;
    uint32_t status = ERROR_SUCCESS;

    opened.domain =
        sid_is_in_domain(sid, sid_built_in_domain(), &rid) ? BUILT_IN_DOMAIN : ACCOUNT_DOMAIN;
    status = account_server_open(call, SAMR_OPEN_ALIAS, opened.domain, group->relative_id,
                                 ALIAS_READ_INFORMATION, &opened.handle);
    if (!status)
    {
        status = describe(call, &opened, &described);
    }
    if (!status)
    {
        group->comment = described.comment;
    }
    account_server_close(call, &opened.handle);
    return status == ERROR_NO_SUCH_ALIAS || status == ERROR_ACCESS_DENIED ? ERROR_SUCCESS : status;
}

uint32_t account_server_describe_groups(struct account_call *call, enum group_kind kind,
                                        struct group *groups, size_t count)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count && kind == LOCAL_GROUP && !status; i++)
    {
        status = describe_listed(call, &groups[i]);
    }
    return status;
}

/* ---- Changing one ---------------------------------------------------------------------------- */

static uint32_t set_global(struct account_call *call, const struct context_handle *handle,
                           enum group_field field, const struct group *values)
{
    struct samr_set_group parameters = { .group = *handle };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    switch (field)
    {
    case GROUP_FIELD_NAME:
        parameters.information_class = SAMR_GROUP_NAME;
        parameters.information.name = values->name;
        break;
    case GROUP_FIELD_COMMENT:
        parameters.information_class = SAMR_GROUP_ADMIN_COMMENT;
        parameters.information.admin_comment = values->comment;
        break;
    default:
        parameters.information_class = SAMR_GROUP_ATTRIBUTES;
        parameters.information.attributes = values->attributes;
        break;
    }
    status = account_server_ask(call, SAMR_SET_INFORMATION_GROUP, &parameters, &reply);
    rpc_reply_free(&reply);
    return status;
}

static uint32_t set_local(struct account_call *call, const struct context_handle *handle,
                          enum group_field field, const struct group *values)
{
    struct samr_set_alias parameters = { .alias = *handle };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    if (field == GROUP_FIELD_NAME)
    {
        parameters.information_class = SAMR_ALIAS_NAME;
        parameters.information.name = values->name;
    }
    else
    {
        parameters.information_class = SAMR_ALIAS_ADMIN_COMMENT;
        parameters.information.admin_comment = values->comment;
    }
    status = account_server_ask(call, SAMR_SET_INFORMATION_ALIAS, &parameters, &reply);
    rpc_reply_free(&reply);
    return status;
}

/* What can be set, in the order in which it is: the name last, by which others know the group. */
static const enum group_field changeable[GROUP_KINDS][3] = {
    [GLOBAL_GROUP] = { GROUP_FIELD_COMMENT, GROUP_FIELD_ATTRIBUTES, GROUP_FIELD_NAME },
    [LOCAL_GROUP] = { GROUP_FIELD_COMMENT, GROUP_FIELD_NAME },
};

static uint32_t set_field(struct account_call *call, const struct opened_group *opened,
                          enum group_field field, const struct group *values)
{
    return opened->kind == GLOBAL_GROUP ? set_global(call, &opened->handle, field, values)
                                        : set_local(call, &opened->handle, field, values);
}

/* Sets fields one by one; after a failure those that were set have what stands in `before`. */
static uint32_t set_fields(struct account_call *call, const struct opened_group *opened,
                           const struct group *values, uint32_t fields, const struct group *before,
                           uint32_t *parameter)
{
    const enum group_field *order = changeable[opened->kind];
    uint32_t status = ERROR_SUCCESS;
    size_t done = 0;

    while (done < INFO_COUNT(changeable[0]) && !status)
    {
        if (fields & order[done])
        {
            status = set_field(call, opened, order[done], values);
        }
        done += !status;
    }
    if (status)
    {
        *parameter = status == ERROR_INVALID_PARAMETER
                         ? account_field_parameter(group_fields, order[done])
                         : ACCOUNT_PARAMETER_NONE;
        while (before && done--)
        {
            if (fields & order[done])
            {
                set_field(call, opened, order[done], before);
            }
        }
    }
    return status;
}

/* A domain controller of Samba's says that it has given a group a name that is taken. */
static uint32_t check_name_is_free(struct account_call *call, struct utf16_slice name)
{
    uint32_t use = SID_USE_NONE;
    uint32_t rid = 0;
    const uint32_t status = account_server_find_names(call, ACCOUNT_DOMAIN, &name, 1, &rid, &use);

    if (status || use == SID_USE_NONE)
    {
        return status;
    }
    switch (use)
    {
    case SID_USE_GROUP: return NERR_GroupExists;
    case SID_USE_ALIAS: return ERROR_ALIAS_EXISTS;
    default: return NERR_UserExists;
    }
}

uint32_t account_server_set_group(struct account_call *call, enum group_kind kind,
                                  struct utf16_slice name, const struct group *values,
                                  uint32_t fields, uint32_t *parameter)
{
    struct opened_group opened;
    struct group before = { 0 };
    uint32_t status = account_server_open_group(call, kind, name,
                                                kind == GLOBAL_GROUP
                                                    ? GROUP_READ_INFORMATION | GROUP_WRITE_ACCOUNT
                                                    : ALIAS_READ_INFORMATION | ALIAS_WRITE_ACCOUNT,
                                                &opened);

    *parameter = ACCOUNT_PARAMETER_NONE;
    if (utf16_equal(name, values->name))
    {
        fields &= ~(uint32_t)GROUP_FIELD_NAME; /* it has this name */
    }
    if (!status)
    {
        status = describe(call, &opened, &before);
    }
    if (!status && fields & GROUP_FIELD_NAME)
    {
        status = check_name_is_free(call, values->name);
    }
    if (!status)
    {
        status = set_fields(call, &opened, values, fields, &before, parameter);
    }
    account_server_close(call, &opened.handle);
    return account_server_group_code(kind, status);
}

/* ---- Adding and removing --------------------------------------------------------------------- */

/* The handle is the server's again when that was done. */
static uint32_t delete_group(struct account_call *call, struct opened_group *opened)
{
    struct samr_delete_object parameters = { .handle = opened->handle };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask(
        call, opened->kind == GLOBAL_GROUP ? SAMR_DELETE_GROUP : SAMR_DELETE_ALIAS, &parameters,
        &reply);

    if (!status)
    {
        opened->handle = (struct context_handle){ 0 };
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t create_group(struct account_call *call, struct utf16_slice name,
                             struct opened_group *opened)
{
    const struct account_domain *domain = NULL;
    struct samr_create_object parameters = {
        .name = name,
        .desired_access = ACCESS_DELETE | (opened->kind == GLOBAL_GROUP ? GROUP_WRITE_ACCOUNT
                                                                        : ALIAS_WRITE_ACCOUNT),
    };
    struct rpc_reply reply;
    uint32_t status = account_server_open_domain(call, ACCOUNT_DOMAIN, &domain);

    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask(call,
                                opened->kind == GLOBAL_GROUP ? SAMR_CREATE_GROUP_IN_DOMAIN
                                                             : SAMR_CREATE_ALIAS_IN_DOMAIN,
                                &parameters, &reply);
    if (!status)
    {
        opened->handle = parameters.handle;
        opened->rid = parameters.rid;
    }
    rpc_reply_free(&reply);
    return status;
}

/* What a new group is to be told: it has its name, and no comment. */
static uint32_t fields_to_set(const struct group *group, uint32_t fields)
{
    fields &= ~(uint32_t)GROUP_FIELD_NAME;
    return group->comment.length ? fields : fields & ~(uint32_t)GROUP_FIELD_COMMENT;
}

uint32_t account_server_add_group(struct account_call *call, enum group_kind kind,
                                  const struct group *group, uint32_t fields, uint32_t *parameter)
{
    struct opened_group opened = { .kind = kind, .domain = ACCOUNT_DOMAIN };
    uint32_t status = create_group(call, group->name, &opened);

    *parameter = status == ERROR_INVALID_PARAMETER
                     ? account_field_parameter(group_fields, GROUP_FIELD_NAME)
                     : ACCOUNT_PARAMETER_NONE;
    if (!status)
    {
        status = set_fields(call, &opened, group, fields_to_set(group, fields), NULL, parameter);
        if (status)
        {
            delete_group(call, &opened);
        }
    }
    account_server_close(call, &opened.handle);
    return account_server_group_code(kind, status);
}

uint32_t account_server_remove_group(struct account_call *call, enum group_kind kind,
                                     struct utf16_slice name)
{
    struct opened_group opened;
    uint32_t status = account_server_open_group(call, kind, name, ACCESS_DELETE, &opened);

    if (!status)
    {
        status = delete_group(call, &opened);
    }
    account_server_close(call, &opened.handle);
    return account_server_group_code(kind, status);
}
