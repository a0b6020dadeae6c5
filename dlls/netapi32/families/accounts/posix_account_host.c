/*
 * Accounts of this computer where a program is no Windows program: it has none that Windows would know.
 * Those of a Samba server on it are that server's, under its name.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "families/accounts/account_host.h"

static uint32_t find_none(struct sid *sid)
{
    (void)sid;
    return ERROR_NOT_SUPPORTED;
}

static bool user_is_in(struct bytes group)
{
    (void)group;
    return false;
}

static uint32_t find_name(struct bytes sid, struct account_name *name)
{
    (void)sid;
    *name = (struct account_name){ .use = ACCOUNT_USE_UNKNOWN };
    return ERROR_NONE_MAPPED;
}

static uint32_t find_sid(struct utf16_slice name, struct sid *sid, uint32_t *use)
{
    (void)name;
    (void)sid;
    *use = ACCOUNT_USE_UNKNOWN;
    return ERROR_NONE_MAPPED;
}

const struct account_host this_account_host = {
    .find_domain = find_none,
    .find_user = find_none,
    .user_is_in = user_is_in,
    .find_name = find_name,
    .find_sid = find_sid,
};
