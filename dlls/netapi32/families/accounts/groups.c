/*
 * Groups of this computer or of a server: what the exported functions do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/groups.h"

#include "base/status.h"
#include "families/accounts/account_source.h"

/* What the functions for a kind of groups differ in. */
struct group_class
{
    const struct info_family *list; /* what can be listed, and added */
    const struct info_family *info; /* what a group can be asked for at */
    const struct info_family *set;
};

static const struct group_class classes[GROUP_KINDS] = {
    [GLOBAL_GROUP] = { &group_family, &group_family, &group_set_family },
    /* Local groups can be asked for at level 1002 too, as Wine has it. */
    [LOCAL_GROUP] = { &local_group_family, &local_group_set_family, &local_group_set_family },
};

const struct info_family *groups_list_family(enum group_kind kind)
{
    return classes[kind].list;
}

const struct info_family *groups_info_family(enum group_kind kind)
{
    return classes[kind].info;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* Comments are asked for where they are shown. */
static uint32_t describe(struct account_call *call, enum group_kind kind,
                         const struct info_level *layout, const struct info_request *request,
                         const struct info_rows *groups)
{
    struct group *rows = groups->rows;
    size_t start = request->resume_handle;

    if (!layout->level || start >= groups->count)
    {
        return ERROR_SUCCESS;
    }
    return call->source->describe_groups(
        call, kind, rows + start,
        info_count_at_most(layout, request->preferred_length, groups->count - start));
}

uint32_t groups_enumerate(enum group_kind kind, const struct info_request *request,
                          struct info_answer *answer)
{
    const struct info_family *family = classes[kind].list;
    const struct info_level *layout = info_find_level(family, request->level);
    struct account_call call;
    struct info_rows groups = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ NULL, 0, 0, 0 };
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, request->server, ACCOUNTS_READ);
    if (!status)
    {
        status = call.source->list_groups(&call, kind, &groups);
    }
    if (!status)
    {
        status = describe(&call, kind, layout, request, &groups);
    }
    if (!status)
    {
        status = info_answer_from(family, layout, &groups, request->resume_handle,
                                  request->preferred_length, answer);
    }
    account_call_end(&call);
    return status;
}

uint32_t groups_get_info(enum group_kind kind, struct utf16_slice server, struct utf16_slice name,
                         uint32_t level, void **buffer)
{
    const struct info_family *family = classes[kind].info;
    struct account_call call;
    struct group group = { .relative_id = 0 };
    struct info_rows rows = { &group, 1 };
    struct info_buffer packed = { NULL, 0 };
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = account_call_begin(&call, server, ACCOUNTS_READ);
    if (!status)
    {
        status = name.length ? call.source->find_group(&call, kind, name, &group)
                             : group_not_found(kind);
    }
    if (!status)
    {
        status = info_pack(family, info_find_level(family, level), &rows, &packed);
        *buffer = packed.buffer;
    }
    account_call_end(&call);
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

uint32_t groups_add(enum group_kind kind, struct utf16_slice server, uint32_t level,
                    const void *structure, uint32_t *parameter)
{
    const struct info_level *layout = info_find_level(classes[kind].list, level);
    struct account_call call;
    struct group group = { .relative_id = 0 };
    uint32_t status = ERROR_SUCCESS;

    *parameter = ACCOUNT_PARAMETER_NONE;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status)
    {
        info_read(layout, structure, &group);
        if (!group.name.length)
        {
            *parameter = account_field_parameter(group_fields, GROUP_FIELD_NAME);
        }
        status = group.name.length
                     ? call.source->add_group(&call, kind, &group,
                                              account_fields_given(group_fields, layout, structure),
                                              parameter)
                     : ERROR_INVALID_PARAMETER;
    }
    account_call_end(&call);
    return status;
}

uint32_t groups_set_info(enum group_kind kind, struct utf16_slice server, struct utf16_slice name,
                         uint32_t level, const void *structure, uint32_t *parameter)
{
    const struct info_level *layout = info_find_level(classes[kind].set, level);
    struct account_call call;
    struct group values = { .relative_id = 0 };
    uint32_t fields = 0;
    uint32_t status = ERROR_SUCCESS;

    *parameter = ACCOUNT_PARAMETER_NONE;
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = account_call_begin(&call, server, ACCOUNTS_CHANGE);
    if (!status)
    {
        info_read(layout, structure, &values);
        fields = account_fields_given(group_fields, layout, structure);
        /* Level 0 is a new name; in all others the name says nothing. */
        fields &= level ? ~(uint32_t)GROUP_FIELD_NAME : GROUP_FIELD_NAME;
        status = name.length ? call.source->set_group(&call, kind, name, &values, fields, parameter)
                             : group_not_found(kind);
    }
    account_call_end(&call);
    return status;
}

uint32_t groups_delete(enum group_kind kind, struct utf16_slice server, struct utf16_slice name)
{
    struct account_call call;
    uint32_t status = account_call_begin(&call, server, ACCOUNTS_CHANGE);

    if (!status)
    {
        status = name.length ? call.source->remove_group(&call, kind, name) : group_not_found(kind);
    }
    account_call_end(&call);
    return status;
}
