/*
 * What global and local groups have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/group_call.h"

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stdlib.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/account_call.h"
#include "platform/utf16_equal.h"

DWORD group_call_begin(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                       struct accounts **accounts, struct group **group)
{
    DWORD status = accounts_call_begin(server, accounts);

    if (status)
    {
        return status;
    }
    *group = accounts_find_group(*accounts, class->kind, slice_w(name));
    if (!*group)
    {
        accounts_leave();
        return class->not_found;
    }
    return NERR_Success;
}

/* ---- Reading --------------------------------------------------------------------------------- */

DWORD group_enum(const struct group_class *class, const WCHAR *server, DWORD level,
                 const struct api_enum *outputs)
{
    struct accounts *accounts = NULL;
    DWORD status = api_enum_begin(outputs, class->list, level);

    if (!status)
    {
        status = accounts_call_begin(server, &accounts);
    }
    if (status)
    {
        return status;
    }
    status = api_enum_finish(outputs, class->list, level, &accounts->groups[class->kind]);
    accounts_leave();
    return status;
}

DWORD group_get_info(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                     DWORD level, BYTE **buffer)
{
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    DWORD status = api_info_begin(buffer, class->info, level);

    if (!status)
    {
        status = group_call_begin(class, server, name, &accounts, &group);
    }
    if (status)
    {
        return status;
    }
    status = api_info_finish(buffer, class->info, level, group);
    accounts_leave();
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

static DWORD check_name(const struct group_class *class, const struct accounts *accounts,
                        struct utf16_slice name, DWORD *parm_err)
{
    DWORD status = NERR_Success;

    if (!account_name_is_valid(name, GNLEN))
    {
        set_parameter_error(parm_err, GROUP_NAME_PARMNUM);
        return ERROR_INVALID_PARAMETER;
    }
    status = account_name_check_free(accounts, name);
    return status && status != NERR_UserExists ? class->exists : status;
}

DWORD group_add(const struct group_class *class, const WCHAR *server, DWORD level,
                const BYTE *structure, DWORD *parm_err)
{
    const struct info_level *layout = info_find_level(class->add, level);
    struct group group = {
        .attributes = SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED,
    };
    struct accounts *accounts = NULL;
    DWORD status = NERR_Success;

    set_parameter_error(parm_err, PARM_ERROR_NONE);
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = accounts_call_begin(server, &accounts);
    if (status)
    {
        return status;
    }
    info_read(layout, structure, &group);
    group.sid = (struct info_bytes){ NULL, 0 }; /* not the caller's to choose */
    status = check_name(class, accounts, group.name, parm_err);
    if (!status)
    {
        status = accounts_add_group(accounts, class->kind, &group);
    }
    accounts_leave();
    return status;
}

/* Level 0 is a new name; in all others the name says nothing. */
static DWORD change_group(const struct group_class *class, const struct accounts *accounts,
                          struct group *group, DWORD level, const BYTE *structure, DWORD *parm_err)
{
    struct group values = *group;
    DWORD status = NERR_Success;

    info_read(info_find_level(class->set, level), structure, &values);
    if (level)
    {
        values.name = group->name;
    }
    if (!utf16_equal(values.name, group->name))
    {
        status = group->is_built_in ? class->is_special
                                    : check_name(class, accounts, values.name, parm_err);
    }
    return status ? status : accounts_change_group(group, &values);
}

DWORD group_set_info(const struct group_class *class, const WCHAR *server, const WCHAR *name,
                     DWORD level, const BYTE *structure, DWORD *parm_err)
{
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    DWORD status = NERR_Success;

    set_parameter_error(parm_err, PARM_ERROR_NONE);
    if (!info_find_level(class->set, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!structure)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = group_call_begin(class, server, name, &accounts, &group);
    if (status)
    {
        return status;
    }
    status = change_group(class, accounts, group, level, structure, parm_err);
    accounts_leave();
    return status;
}

DWORD group_del(const struct group_class *class, const WCHAR *server, const WCHAR *name)
{
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    DWORD status = group_call_begin(class, server, name, &accounts, &group);

    if (status)
    {
        return status;
    }
    if (group->is_built_in)
    {
        status = class->is_special;
    }
    else
    {
        accounts_remove_group(accounts, class->kind, group);
    }
    accounts_leave();
    return status;
}

/* ---- Members --------------------------------------------------------------------------------- */

DWORD groups_of_member(const struct accounts *accounts, enum group_kind kind,
                       struct info_bytes member, struct info_rows *rows)
{
    const struct info_rows *all = &accounts->groups[kind];
    const struct group *groups = all->rows;
    struct group *found = calloc(all->count + 1, sizeof(*found));

    *rows = (struct info_rows){ found, 0 };
    if (!found)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < all->count; i++)
    {
        if (group_has_member(&groups[i], member))
        {
            found[rows->count++] = groups[i];
        }
    }
    return NERR_Success;
}

DWORD members_of_group(const struct accounts *accounts, const struct group *group,
                       struct info_rows *rows)
{
    struct member *members = calloc(group->member_count + 1, sizeof(*members));

    *rows = (struct info_rows){ members, 0 };
    if (!members)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    rows->count = group->member_count;
    for (size_t i = 0; i < rows->count; i++)
    {
        struct member *member = &members[i];

        name_of_sid(accounts, group->members[i], &member->names);
        member->name = utf16_from_name(&member->names.name);
        member->domain_name = utf16_from_name(&member->names.domain_name);
        member->sid = group->members[i];
        member->use = member->names.use;
        member->attributes = group->attributes;
    }
    return NERR_Success;
}
