/*
 * What the functions for users and groups have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_call.h"

#include <lmcons.h>
#include <lmerr.h>

#include <string.h>

#include "api/this_computer.h"

DWORD accounts_call_begin(const WCHAR *server, struct accounts **accounts)
{
    DWORD status = this_computer_check(server, NERR_InvalidComputer);

    if (status)
    {
        return status;
    }
    *accounts = accounts_enter();
    return *accounts ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

BOOL account_name_is_valid(struct utf16_slice name, size_t length_max)
{
    BOOL has_letter = FALSE;

    for (size_t i = 0; i < name.length; i++)
    {
        uint16_t unit = utf16_unit(name, i);

        if (unit < ' ' || (unit < 0x80 && strchr("\"/\\[]:|<>+=;,?*@", unit)))
        {
            return FALSE;
        }
        has_letter = has_letter || (unit != ' ' && unit != '.');
    }
    return has_letter && name.length <= length_max;
}

DWORD account_name_check_free(const struct accounts *accounts, struct utf16_slice name)
{
    if (accounts_find_user(accounts, name))
    {
        return NERR_UserExists;
    }
    if (accounts_find_group(accounts, GLOBAL_GROUP, name))
    {
        return NERR_GroupExists;
    }
    return accounts_find_group(accounts, LOCAL_GROUP, name) ? ERROR_ALIAS_EXISTS : NERR_Success;
}

void set_parameter_error(DWORD *parm_err, DWORD value)
{
    if (parm_err)
    {
        *parm_err = value;
    }
}
