/*
 * What the functions that only know this computer have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/this_computer.h"

#include <lmcons.h>
#include <lmerr.h>

#include "api/debug.h"
#include "api/system_names.h"

DWORD target_from_name(const WCHAR *server, struct target *target)
{
    return target_result(target_parse(slice_w(server), target), slice_w(server));
}

DWORD server_name_check(const WCHAR *server)
{
    struct target target;

    return target_from_name(server, &target);
}

DWORD this_computer_check(const WCHAR *server, DWORD other_computer)
{
    struct target target;
    DWORD status = target_from_name(server, &target);

    if (status)
    {
        return status;
    }
    return target.is_this_computer ? NERR_Success : other_computer;
}

DWORD this_computer_membership(struct membership *membership)
{
    const DWORD status = membership_read(membership);

    if (status)
    {
        return status;
    }
    if (!membership->is_member && membership->source == MEMBERSHIP_NOBODY &&
        system_domain(&membership->flat_name))
    {
        membership->is_member = true;
        membership->source = MEMBERSHIP_SYSTEM;
    }
    if (!membership->is_member)
    {
        system_workgroup(&membership->flat_name);
        if (!membership->flat_name.length)
        {
            membership->flat_name = utf16_name_from_ascii("WORKGROUP");
        }
    }
    return ERROR_SUCCESS;
}
