/*
 * What a user account is before anybody says anything else.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>

#include "api/debug.h"
#include "families/accounts/user_defaults.h"

struct user user_defaults(void)
{
    static const BYTE every_hour[LOGON_HOURS_SIZE] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };

    return (struct user){
        .logon_server = slice_w(L"\\\\*"), /* as documented: any server of the domain */
        .logon_hours = { every_hour, sizeof(every_hour) },
        .primary_group = DOMAIN_GROUP_RID_USERS,
        .flags = UF_SCRIPT | UF_NORMAL_ACCOUNT,
        .privilege = USER_PRIV_USER,
        .expires = TIMEQ_FOREVER,
        .storage_max = USER_MAXSTORAGE_UNLIMITED,
        .units_per_week = UNITS_PER_WEEK,
    };
}
