/*
 * The groups of this computer: listed, found, added, changed and removed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sort.h"
#include "base/status.h"
#include "families/accounts/account_rows.h"
#include "families/accounts/account_store.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* Of a group that is always there. */
static const uint32_t is_special[GROUP_KINDS] = {
    [GLOBAL_GROUP] = NERR_SpeGroupOp,
    [LOCAL_GROUP] = ERROR_SPECIAL_ACCOUNT,
};

/* ---- Reading --------------------------------------------------------------------------------- */

static int compare_names(const void *left, const void *right, const void *context)
{
    const struct group *a = left;
    const struct group *b = right;

    (void)context;
    return account_name_compare(a->name, b->name);
}

uint32_t account_store_sort_groups(enum group_kind kind, struct info_rows *groups)
{
    const struct sorting order = {
        .size = sizeof(struct group),
        .compare = kind == GLOBAL_GROUP ? groups_by_id.compare : compare_names,
    };

    return sort(groups->rows, groups->count, &order);
}

uint32_t account_store_list_groups(struct account_call *call, enum group_kind kind,
                                   struct info_rows *groups)
{
    const struct stored_groups *all = &account_store_of(call)->groups[kind];
    struct group *rows = arena_array(&call->arena, all->count, sizeof(*rows));

    *groups = (struct info_rows){ rows, 0 };
    if (!rows)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < all->count; i++)
    {
        if (!all->groups[i].is_absent)
        {
            rows[groups->count++] = all->groups[i].row;
        }
    }
    return account_store_sort_groups(kind, groups);
}

/* A list has all of them already. */
uint32_t account_store_describe_groups(struct account_call *call, enum group_kind kind,
                                       struct group *groups, size_t count)
{
    (void)call;
    (void)kind;
    (void)groups;
    (void)count;
    return ERROR_SUCCESS;
}

uint32_t account_store_need_group(const struct account_store *store, enum group_kind kind,
                                  struct utf16_slice name, struct stored_group **group)
{
    *group = account_store_group(store, kind, name);
    return *group ? ERROR_SUCCESS : group_not_found(kind);
}

uint32_t account_store_find_group(struct account_call *call, enum group_kind kind,
                                  struct utf16_slice name, struct group *group)
{
    struct stored_group *found = NULL;
    uint32_t status = account_store_need_group(account_store_of(call), kind, name, &found);

    *group = found ? found->row : (struct group){ 0 };
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

static uint32_t blame(uint32_t field, uint32_t *parameter)
{
    *parameter = account_field_parameter(group_fields, field);
    return ERROR_INVALID_PARAMETER;
}

static uint32_t check_name(const struct account_store *store, struct utf16_slice name,
                           uint32_t *parameter)
{
    return account_name_is_valid_for(name, GROUP_NAME_LENGTH_MAX)
               ? account_store_check_free(store, name)
               : blame(GROUP_FIELD_NAME, parameter);
}

static uint32_t take_fields(struct group *row, const struct group *values, uint32_t fields,
                            uint32_t *parameter)
{
    if (fields & GROUP_FIELD_COMMENT && values->comment.length > ACCOUNT_TEXT_LENGTH_MAX)
    {
        return blame(GROUP_FIELD_COMMENT, parameter);
    }
    if (fields & GROUP_FIELD_COMMENT)
    {
        row->comment = values->comment;
    }
    if (fields & GROUP_FIELD_ATTRIBUTES)
    {
        row->attributes = values->attributes;
    }
    return ERROR_SUCCESS;
}

uint32_t account_store_add_group(struct account_call *call, enum group_kind kind,
                                 const struct group *group, uint32_t fields, uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct group row = { .attributes = GROUP_ATTRIBUTES };
    struct stored_group *added = NULL;
    uint32_t status = fields & GROUP_FIELD_NAME ? check_name(store, group->name, parameter)
                                                : blame(GROUP_FIELD_NAME, parameter);

    if (!status)
    {
        status = take_fields(&row, group, fields, parameter);
    }
    if (status)
    {
        return status;
    }
    row.name = group->name;
    row.sid = account_store_next_sid(store);
    added = row.sid.data ? account_store_new_group(store, kind) : NULL;
    if (!added)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    row.relative_id = sid_rid(sid_of(row.sid));
    added->row = row;
    return account_store_save(store);
}

static uint32_t change_name(const struct account_store *store, enum group_kind kind,
                            struct stored_group *group, struct utf16_slice name,
                            uint32_t *parameter)
{
    const bool is_same = utf16_equal(group->row.name, name);
    uint32_t status = ERROR_SUCCESS;

    if (group->is_built_in)
    {
        return is_same ? ERROR_SUCCESS : is_special[kind];
    }
    if (!is_same)
    {
        status = check_name(store, name, parameter);
    }
    if (!status)
    {
        group->row.name = name;
    }
    return status;
}

uint32_t account_store_set_group(struct account_call *call, enum group_kind kind,
                                 struct utf16_slice name, const struct group *values,
                                 uint32_t fields, uint32_t *parameter)
{
    struct account_store *store = account_store_of(call);
    struct stored_group *group = NULL;
    uint32_t status = account_store_need_group(store, kind, name, &group);

    if (!status && fields & GROUP_FIELD_NAME)
    {
        status = change_name(store, kind, group, values->name, parameter);
    }
    if (!status)
    {
        status = take_fields(&group->row, values, fields, parameter);
    }
    if (status)
    {
        return status;
    }
    group->is_changed = true;
    return account_store_save(store);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static bool is_primary_group(const struct account_store *store, const struct stored_group *group)
{
    for (size_t i = 0; i < store->user_count; i++)
    {
        if (store->users[i].row.primary_group == group->row.relative_id)
        {
            return true;
        }
    }
    return false;
}

/* A global group may be a member of local ones. */
static uint32_t leave_all(struct account_store *store, struct info_bytes sid)
{
    const struct stored_groups *all = &store->groups[LOCAL_GROUP];
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < all->count && !status; i++)
    {
        status = stored_group_remove(store->arena, &all->groups[i], sid);
    }
    return status;
}

uint32_t account_store_remove_group(struct account_call *call, enum group_kind kind,
                                    struct utf16_slice name)
{
    struct account_store *store = account_store_of(call);
    const size_t administrators = account_store_count_administrators(store);
    struct stored_group *group = NULL;
    uint32_t status = account_store_need_group(store, kind, name, &group);

    if (!status && group->is_built_in)
    {
        status = is_special[kind];
    }
    if (!status && kind == GLOBAL_GROUP && is_primary_group(store, group))
    {
        status = ERROR_MEMBERS_PRIMARY_GROUP;
    }
    if (!status && kind == GLOBAL_GROUP)
    {
        status = leave_all(store, group->row.sid);
    }
    if (status)
    {
        return status;
    }
    account_store_drop_group(store, kind, group);
    return administrators && !account_store_count_administrators(store) ? NERR_LastAdmin
                                                                        : account_store_save(store);
}
