/*
 * Users of this computer: NetUserAdd, NetUserDel, NetUserEnum, NetUserGetInfo, NetUserSetInfo,
 * NetUserChangePassword. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stdlib.h>
#include <string.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/account_call.h"
#include "families/accounts/user_defaults.h"
#include "families/accounts/user_levels.h"
#include "platform/utf16_equal.h"

#define USER_NAME_MAX 20

/* ---- Reading --------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetUserGetInfo(LPCWSTR servername, LPCWSTR username, DWORD level,
                                     LPBYTE *bufptr)
{
    struct accounts *accounts = NULL;
    const struct user *user = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &accounts_user_info_family, level);

    if (!status)
    {
        status = accounts_call_begin(servername, &accounts);
    }
    if (status)
    {
        return status;
    }
    accounts_refresh(accounts);
    user = accounts_find_user(accounts, slice_w(username));
    status =
        user ? api_info_finish(bufptr, &accounts_user_info_family, level, user) : NERR_UserNotFound;
    accounts_leave();
    return status;
}

/* The flag of an account for a FILTER_ value. */
static uint32_t filtered_flags(DWORD filter)
{
    static const struct
    {
        DWORD filter;
        uint32_t flag;
    } kinds[] = {
        { FILTER_TEMP_DUPLICATE_ACCOUNT, UF_TEMP_DUPLICATE_ACCOUNT },
        { FILTER_NORMAL_ACCOUNT, UF_NORMAL_ACCOUNT },
        { FILTER_INTERDOMAIN_TRUST_ACCOUNT, UF_INTERDOMAIN_TRUST_ACCOUNT },
        { FILTER_WORKSTATION_TRUST_ACCOUNT, UF_WORKSTATION_TRUST_ACCOUNT },
        { FILTER_SERVER_TRUST_ACCOUNT, UF_SERVER_TRUST_ACCOUNT },
    };
    uint32_t flags = filter ? 0 : UF_ACCOUNT_TYPE_MASK;

    for (size_t i = 0; i < ARRAYSIZE(kinds); i++)
    {
        flags |= filter & kinds[i].filter ? kinds[i].flag : 0;
    }
    return flags;
}

/* The users that pass a filter, in a list to be freed, whose contents are still the store's. */
static DWORD filter_users(const struct accounts *accounts, DWORD filter, struct info_rows *rows)
{
    const struct user *users = accounts->users.rows;
    struct user *kept = calloc(accounts->users.count + 1, sizeof(*kept));
    uint32_t flags = filtered_flags(filter);

    *rows = (struct info_rows){ kept, 0 };
    if (!kept)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < accounts->users.count; i++)
    {
        if (users[i].flags & flags)
        {
            kept[rows->count++] = users[i];
        }
    }
    return NERR_Success;
}

NET_API_STATUS WINAPI NetUserEnum(LPCWSTR servername, DWORD level, DWORD filter, LPBYTE *bufptr,
                                  DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                  LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };
    struct accounts *accounts = NULL;
    struct info_rows rows;
    NET_API_STATUS status = api_enum_begin(&outputs, &accounts_user_enum_family, level);

    if (!status)
    {
        status = accounts_call_begin(servername, &accounts);
    }
    if (status)
    {
        return status;
    }
    accounts_refresh(accounts);
    status = filter_users(accounts, filter, &rows);
    if (!status)
    {
        status = api_enum_finish(&outputs, &accounts_user_enum_family, level, &rows);
    }
    free(rows.rows);
    accounts_leave();
    return status;
}

/* ---- Adding and removing --------------------------------------------------------------------- */

/* ERROR_INVALID_PARAMETER with the parameter's number, or the documented code. */
static DWORD check_new_user(const struct accounts *accounts, const struct user *user,
                            DWORD *parameter)
{
    DWORD status = NERR_Success;

    if (!user->name.units)
    {
        *parameter = USER_NAME_PARMNUM;
        return ERROR_INVALID_PARAMETER;
    }
    if (!account_name_is_valid(user->name, USER_NAME_MAX))
    {
        return NERR_BadUsername;
    }
    if (user->password.length > PWLEN)
    {
        return NERR_PasswordTooShort; /* the documented code for all that break the rules */
    }
    if (user->privilege != USER_PRIV_USER)
    {
        *parameter = USER_PRIV_PARMNUM;
        return ERROR_INVALID_PARAMETER;
    }
    status = account_name_check_free(accounts, user->name);
    return status == ERROR_ALIAS_EXISTS ? NERR_GroupExists : status;
}

/* Only the kinds of accounts may be left open: no kind means a normal one. */
static uint32_t complete_flags(uint32_t flags)
{
    return flags & UF_ACCOUNT_TYPE_MASK ? flags : flags | UF_NORMAL_ACCOUNT;
}

NET_API_STATUS WINAPI NetUserAdd(LPCWSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err)
{
    const struct info_level *layout = info_find_level(&accounts_user_add_family, level);
    struct user user = user_defaults();
    struct accounts *accounts = NULL;
    DWORD parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = NERR_Success;

    set_parameter_error(parm_err, PARM_ERROR_UNKNOWN);
    if (!layout)
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!buf)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = accounts_call_begin(servername, &accounts);
    if (status)
    {
        return status;
    }
    info_read(layout, buf, &user);
    /* These are not the caller's to choose. */
    user.sid = (struct info_bytes){ NULL, 0 };
    user.primary_group = DOMAIN_GROUP_RID_USERS;
    user.last_logon = user.last_logoff = user.bad_password_count = user.logon_count = 0;
    user.flags = complete_flags(user.flags);
    user.password_set = platform_now();
    status = check_new_user(accounts, &user, &parameter);
    if (!status)
    {
        status = accounts_add_user(accounts, &user);
    }
    accounts_leave();
    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetUserDel(LPCWSTR servername, LPCWSTR username)
{
    struct accounts *accounts = NULL;
    struct user *user = NULL;
    NET_API_STATUS status = accounts_call_begin(servername, &accounts);

    if (status)
    {
        return status;
    }
    user = accounts_find_user(accounts, slice_w(username));
    if (!user)
    {
        status = NERR_UserNotFound;
    }
    else if (user->is_built_in)
    {
        status = ERROR_SPECIAL_ACCOUNT;
    }
    else
    {
        accounts_remove_user(accounts, user);
    }
    accounts_leave();
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* Level 0 is a new name; in all others the name says nothing. */
static DWORD check_changed_name(const struct accounts *accounts, const struct user *old,
                                struct user *values, DWORD level)
{
    if (level)
    {
        values->name = old->name;
    }
    if (utf16_equal(values->name, old->name))
    {
        return NERR_Success;
    }
    return account_name_is_valid(values->name, USER_NAME_MAX)
               ? account_name_check_free(accounts, values->name)
               : NERR_BadUsername;
}

static DWORD change_user(const struct accounts *accounts, struct user *user, DWORD level,
                         const BYTE *structure)
{
    struct user values = *user;
    DWORD status = NERR_Success;

    info_read(info_find_level(&accounts_user_set_family, level), structure, &values);
    values.sid = user->sid;
    values.flags = complete_flags(values.flags);
    if (values.password.units != user->password.units)
    {
        values.password_set = platform_now();
    }
    status = check_changed_name(accounts, user, &values, level);
    if (!status && values.password.length > PWLEN)
    {
        status = NERR_PasswordTooShort;
    }
    return status ? status : accounts_change_user(user, &values);
}

NET_API_STATUS WINAPI NetUserSetInfo(LPCWSTR servername, LPCWSTR username, DWORD level, LPBYTE buf,
                                     LPDWORD parm_err)
{
    struct accounts *accounts = NULL;
    struct user *user = NULL;
    NET_API_STATUS status = NERR_Success;

    set_parameter_error(parm_err, PARM_ERROR_UNKNOWN);
    if (!info_find_level(&accounts_user_set_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (!buf)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = accounts_call_begin(servername, &accounts);
    if (status)
    {
        return status;
    }
    user = accounts_find_user(accounts, slice_w(username));
    status = user ? change_user(accounts, user, level, buf) : NERR_UserNotFound;
    accounts_leave();
    set_parameter_error(parm_err, PARM_ERROR_NONE);
    return status;
}

/* Passwords count with their case. */
static BOOL is_password_of(const struct user *user, struct utf16_slice password)
{
    return user->password.length == password.length &&
           (!password.length ||
            !memcmp(user->password.units, password.units, password.length * sizeof(WCHAR)));
}

static DWORD change_password(struct user *user, const WCHAR *old, const WCHAR *new)
{
    struct user values = *user;

    if (user->is_built_in && !user->password_set)
    {
        return ERROR_ACCESS_DENIED; /* it is the system's, which is not asked here */
    }
    if (!is_password_of(user, slice_w(old)))
    {
        return ERROR_INVALID_PASSWORD;
    }
    values.password = slice_w(new);
    if (values.password.length > PWLEN)
    {
        return NERR_PasswordTooShort;
    }
    values.password_set = platform_now();
    return accounts_change_user(user, &values);
}

/* `domainname` is a computer's name here: with the accounts of domains a controller would have to
 * be asked. */
NET_API_STATUS WINAPI NetUserChangePassword(LPCWSTR domainname, LPCWSTR username,
                                            LPCWSTR oldpassword, LPCWSTR newpassword)
{
    struct accounts *accounts = NULL;
    struct user *user = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!oldpassword || !newpassword)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = accounts_call_begin(domainname, &accounts);
    if (status)
    {
        return status;
    }
    /* No name: the user that calls, who is the first of all. */
    user = username ? accounts_find_user(accounts, slice_w(username)) : accounts->users.rows;
    status = user ? change_password(user, oldpassword, newpassword) : NERR_UserNotFound;
    accounts_leave();
    return status;
}
