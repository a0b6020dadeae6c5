/*
 * The users, groups and rules of the netapi32.dll of sample_netapi32.c.
 *
 * \\sample, \\empty, \\denied, \\limited, \\stuck, \\paged, \\stub, \\closed and \\picky are as there:
 * \\picky takes no full name, no comment of a group, and no rule for lockout. \\many has 5,000 users and
 * gives 700 at a time. Some names and passwords have an error of their own. What is changed is said on
 * standard output, as the server got it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <sddl.h>

#include "sample.h"

/* ---- What goes wrong ------------------------------------------------------------------------- */

static DWORD error_of_name(const WCHAR *name)
{
    static const struct
    {
        const WCHAR *name;
        DWORD error;
    } errors[] = {
        { L"taken", NERR_UserExists },
        { L"nobody", NERR_UserNotFound },
        { L"last", NERR_LastAdmin },
        { L"nogroup", NERR_GroupNotFound },
        { L"noalias", ERROR_NO_SUCH_ALIAS },
        { L"inside", ERROR_MEMBER_IN_ALIAS },
        { L"outside", ERROR_MEMBER_NOT_IN_ALIAS },
        { L"ghost", ERROR_NO_SUCH_MEMBER },
        { L"insider", NERR_UserInGroup },
        { L"kurz", NERR_PasswordTooShort },
        { L"falsch", ERROR_INVALID_PASSWORD },
        { L"schlecht", NERR_BadPassword },
    };

    for (size_t i = 0; name && i < ARRAYSIZE(errors); i++)
    {
        if (!wcscmp(errors[i].name, name))
        {
            return errors[i].error;
        }
    }
    return NERR_Success;
}

static DWORD change_check(const WCHAR *server, const WCHAR *name)
{
    return is_server(server, L"closed") ? ERROR_ACCESS_DENIED : error_of_name(name);
}

static DWORD wrong(const WCHAR *server, DWORD *parameter, DWORD number)
{
    if (is_server(server, L"picky"))
    {
        *parameter = number;
        return ERROR_INVALID_PARAMETER;
    }
    return NERR_Success;
}

static const WCHAR *shown(const WCHAR *server)
{
    return server ? server : L"this computer";
}

/* S-1-5-21-1-2-3-RID */
static PSID sid_of(DWORD rid)
{
    WCHAR string[64];
    PSID sid = NULL;

    _snwprintf(string, ARRAYSIZE(string), L"S-1-5-21-1-2-3-%lu", rid);
    ConvertStringSidToSidW(string, &sid);
    return sid;
}

/* ---- Users ----------------------------------------------------------------------------------- */

/* From Monday to Friday, 8 to 17, and Saturday's last hour. */
static BYTE working_hours[21] = { 0, 0, 0,    0, 0xff, 1,    0, 0xff, 1, 0,   0xff,
                                  1, 0, 0xff, 1, 0,    0xff, 1, 0,    0, 0x80 };

static const USER_INFO_4 users[] = {
    { .usri4_name = L"alice",
      .usri4_password = L"geheim",
      .usri4_password_age = 7384,
      .usri4_priv = USER_PRIV_ADMIN,
      .usri4_home_dir = L"C:\\home\\alice",
      .usri4_comment = L"a\"b,c\033[2J",
      .usri4_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_DONT_EXPIRE_PASSWD,
      .usri4_script_path = L"logon.cmd",
      .usri4_auth_flags = AF_OP_PRINT,
      .usri4_full_name = L"Alice \x03a9",
      .usri4_workstations = L"PC1,PC2",
      .usri4_last_logon = 1772368496,
      .usri4_acct_expires = TIMEQ_FOREVER,
      .usri4_max_storage = USER_MAXSTORAGE_UNLIMITED,
      .usri4_units_per_week = 168,
      .usri4_logon_hours = working_hours,
      .usri4_bad_pw_count = 2,
      .usri4_num_logons = 5,
      .usri4_logon_server = L"\\\\*",
      .usri4_primary_group_id = 513 },
    { .usri4_name = L"bob",
      .usri4_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT | UF_ACCOUNTDISABLE | UF_LOCKOUT | 0x80000000,
      .usri4_priv = USER_PRIV_USER,
      .usri4_acct_expires = 1772368496,
      .usri4_bad_pw_count = MAXDWORD,
      .usri4_num_logons = MAXDWORD,
      .usri4_primary_group_id = 513,
      .usri4_password_expired = 1 },
};

static void user_fill(BYTE *records, DWORD level, size_t i, const USER_INFO_4 *user)
{
    switch (level)
    {
    case 0: ((USER_INFO_0 *)(void *)records)[i].usri0_name = user->usri4_name; break;
    case 1: memcpy(records + i * sizeof(USER_INFO_1), user, sizeof(USER_INFO_1)); break;
    case 2: memcpy(records + i * sizeof(USER_INFO_2), user, sizeof(USER_INFO_2)); break;
    case 3:
        memcpy(records + i * sizeof(USER_INFO_3), user, sizeof(USER_INFO_2));
        ((USER_INFO_3 *)(void *)records)[i].usri3_user_id = 1000 + (DWORD)i;
        ((USER_INFO_3 *)(void *)records)[i].usri3_primary_group_id = 513;
        break;
    case 4:
        ((USER_INFO_4 *)(void *)records)[i] = *user;
        ((USER_INFO_4 *)(void *)records)[i].usri4_user_sid = sid_of(1000);
        break;
    case 10:
        ((USER_INFO_10 *)(void *)records)[i] =
            (USER_INFO_10){ user->usri4_name, user->usri4_comment, user->usri4_usr_comment,
                            user->usri4_full_name };
        break;
    case 20:
        ((USER_INFO_20 *)(void *)records)[i] =
            (USER_INFO_20){ user->usri4_name, user->usri4_full_name, user->usri4_comment,
                            user->usri4_flags, 1000 + (DWORD)i };
        break;
    case 23:
        ((USER_INFO_23 *)(void *)records)[i] =
            (USER_INFO_23){ user->usri4_name, user->usri4_full_name, user->usri4_comment,
                            user->usri4_flags, sid_of(1000 + (DWORD)i) };
        break;
    }
}

static size_t user_size(DWORD level)
{
    switch (level)
    {
    case 0: return sizeof(USER_INFO_0);
    case 1: return sizeof(USER_INFO_1);
    case 2: return sizeof(USER_INFO_2);
    case 3: return sizeof(USER_INFO_3);
    case 4: return sizeof(USER_INFO_4);
    case 10: return sizeof(USER_INFO_10);
    case 20: return sizeof(USER_INFO_20);
    case 23: return sizeof(USER_INFO_23);
    default: return 0;
    }
}

/* 5,000 users, 700 at a time, with names of their own in each buffer. */
static DWORD many_users(DWORD level, BYTE **buffer, DWORD *read, DWORD *total, DWORD *resume)
{
    const DWORD start = *resume;
    const DWORD count = 5000 - start < 700 ? 5000 - start : 700;
    const size_t size = user_size(level);
    WCHAR(*names)[16];

    *buffer = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, count * (size + sizeof(*names)));
    names = (void *)(*buffer + count * size);
    for (DWORD i = 0; i < count; i++)
    {
        USER_INFO_4 user = users[0];

        _snwprintf(names[i], ARRAYSIZE(names[i]), L"user%04lu", start + i);
        user.usri4_name = names[i];
        user_fill(*buffer, level, i, &user);
    }
    *read = count;
    *total = 5000 - start;
    *resume = start + count == 5000 ? 0 : start + count;
    return *resume ? ERROR_MORE_DATA : NERR_Success;
}

NET_API_STATUS WINAPI NetUserEnum(LPCWSTR server, DWORD level, DWORD filter, LPBYTE *buffer,
                                  DWORD length, LPDWORD read, LPDWORD total, LPDWORD resume)
{
    BYTE records[sizeof(users)] = { 0 };

    (void)length;
    if (is_server(server, L"many"))
    {
        return many_users(level, buffer, read, total, resume);
    }
    if (!user_size(level))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (filter != FILTER_NORMAL_ACCOUNT)
    {
        say(L"<%ls: filter %lu>\n", shown(server), filter);
    }
    for (size_t i = 0; i < ARRAYSIZE(users); i++)
    {
        user_fill(records, level, i, &users[i]);
    }
    return give_with_handle(server, level == 10, records, user_size(level), ARRAYSIZE(users),
                            buffer, read, total, resume);
}

NET_API_STATUS WINAPI NetUserGetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer)
{
    BYTE record[sizeof(USER_INFO_4)] = { 0 };

    if (!user_size(level))
    {
        return ERROR_INVALID_LEVEL;
    }
    for (size_t i = 0; i < ARRAYSIZE(users); i++)
    {
        if (!wcscmp(users[i].usri4_name, name) || (!i && !wcscmp(name, L"last")))
        {
            user_fill(record, level, 0, &users[i]);
            return give_one(server, level == 10, record, user_size(level), buffer);
        }
    }
    *buffer = NULL;
    return NERR_UserNotFound;
}

NET_API_STATUS WINAPI NetUserGetGroups(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer,
                                       DWORD length, LPDWORD read, LPDWORD total)
{
    const GROUP_USERS_INFO_0 groups[] = { { L"Staff" }, { L"Night \"shift\"" } };
    DWORD resume = 0;

    (void)length;
    (void)level;
    if (!wcscmp(name, L"bob"))
    {
        *buffer = NULL;
        *read = *total = 0;
        return NERR_Success;
    }
    return give(is_server(server, L"paged") ? NULL : server, false, groups, sizeof(groups[0]),
                ARRAYSIZE(groups), buffer, read, total, (void *)&(DWORD_PTR){ resume });
}

NET_API_STATUS WINAPI NetUserGetLocalGroups(LPCWSTR server, LPCWSTR name, DWORD level, DWORD flags,
                                            LPBYTE *buffer, DWORD length, LPDWORD read,
                                            LPDWORD total)
{
    const LOCALGROUP_USERS_INFO_0 groups[] = { { L"Administrators" } };

    (void)length;
    (void)name;
    (void)level;
    *buffer = NULL;
    *read = *total = 0;
    return flags == LG_INCLUDE_INDIRECT
               ? give(server, false, groups, sizeof(groups[0]), ARRAYSIZE(groups), buffer, read,
                      total, &(DWORD_PTR){ 0 })
               : ERROR_INVALID_PARAMETER;
}

NET_API_STATUS WINAPI NetUserAdd(LPCWSTR server, DWORD level, LPBYTE buffer, LPDWORD parameter)
{
    const USER_INFO_4 *user = (const void *)buffer;
    DWORD error = wrong(server, parameter, USER_FULL_NAME_PARMNUM);

    error = error ? error : change_check(server, user->usri4_name);
    error = error ? error : error_of_name(user->usri4_password);
    if (!error)
    {
        say(L"<%ls: add %lu %ls password '%ls' priv %lu flags %lx name '%ls' comment '%ls' home "
            L"'%ls' "
            L"drive '%ls' script '%ls' profile '%ls' from '%ls' expires %lx storage %lx group %lu "
            L"change %lu>\n",
            shown(server), level, user->usri4_name,
            user->usri4_password ? user->usri4_password : L"(none)", user->usri4_priv,
            user->usri4_flags, user->usri4_full_name, user->usri4_comment, user->usri4_home_dir,
            user->usri4_home_dir_drive, user->usri4_script_path, user->usri4_profile,
            user->usri4_workstations, user->usri4_acct_expires, user->usri4_max_storage,
            user->usri4_primary_group_id, user->usri4_password_expired);
    }
    return error;
}

static bool level_is_number(DWORD level)
{
    return level == 1008 || level == 1017 || level == 1024 || level == 1025 || level == 1051;
}

NET_API_STATUS WINAPI NetUserSetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE buffer,
                                     LPDWORD parameter)
{
    const WCHAR *string = level_is_number(level) ? NULL : *(WCHAR **)(void *)buffer;
    DWORD error = change_check(server, name);

    error = error ? error : level == 1011 ? wrong(server, parameter, USER_FULL_NAME_PARMNUM) : 0;
    error = error ? error : level == 1003 ? error_of_name(string) : 0;
    if (!error && string)
    {
        say(L"<%ls: set %lu %ls '%ls'>\n", shown(server), level, name, string);
    }
    else if (!error)
    {
        say(L"<%ls: set %lu %ls %lx>\n", shown(server), level, name, *(DWORD *)(void *)buffer);
    }
    return error;
}

NET_API_STATUS WINAPI NetUserSetGroups(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE buffer,
                                       DWORD count)
{
    const GROUP_USERS_INFO_0 *groups = (const void *)buffer;
    const DWORD error = change_check(server, name);

    for (DWORD i = 0; !error && i < count; i++)
    {
        say(L"<%ls: group %lu/%lu of %ls %lu '%ls'>\n", shown(server), i + 1, count, name, level,
            groups[i].grui0_name);
    }
    return error;
}

NET_API_STATUS WINAPI NetUserDel(LPCWSTR server, LPCWSTR name)
{
    const DWORD error = change_check(server, name);

    if (!error)
    {
        say(L"<%ls: remove user %ls>\n", shown(server), name);
    }
    return error;
}

NET_API_STATUS WINAPI NetUserChangePassword(LPCWSTR server, LPCWSTR name, LPCWSTR before,
                                            LPCWSTR after)
{
    DWORD error = change_check(server, name);

    error = error ? error : error_of_name(before);
    error = error ? error : error_of_name(after);
    if (!error)
    {
        say(L"<%ls: password of %ls from '%ls' to '%ls'>\n", shown(server),
            name ? name : L"(caller)", before, after);
    }
    return error;
}

/* ---- Rules ----------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetUserModalsGet(LPCWSTR server, DWORD level, LPBYTE *buffer)
{
    const USER_MODALS_INFO_0 passwords = { 8, 42 * 86400, 0, TIMEQ_FOREVER, 24 };
    const USER_MODALS_INFO_1 role = { 3, L"DC1" };
    const USER_MODALS_INFO_2 domain = { L"SAMPLE", sid_of(4) };
    const USER_MODALS_INFO_3 lockout = { 30 * 60, 90, 0 };

    switch (level)
    {
    case 0: return GIVE_ONE(true, &passwords);
    case 1: return GIVE_ONE(false, &role);
    case 2: return GIVE_ONE(false, &domain);
    case 3: return GIVE_ONE(false, &lockout);
    default: return ERROR_INVALID_LEVEL;
    }
}

NET_API_STATUS WINAPI NetUserModalsSet(LPCWSTR server, DWORD level, LPBYTE buffer,
                                       LPDWORD parameter)
{
    const USER_MODALS_INFO_3 *lockout = (const void *)buffer;
    DWORD error = change_check(server, NULL);

    error = error        ? error
            : level == 3 ? wrong(server, parameter, MODALS_LOCKOUT_THRESHOLD_PARMNUM)
                         : 0;
    if (!error && level == 3)
    {
        say(L"<%ls: set 3 %ld %lu %lu>\n", shown(server), (LONG)lockout->usrmod3_lockout_duration,
            lockout->usrmod3_lockout_observation_window, lockout->usrmod3_lockout_threshold);
    }
    else if (!error)
    {
        say(L"<%ls: set %lu %ld>\n", shown(server), level, *(LONG *)(void *)buffer);
    }
    return error;
}

/* ---- Global groups --------------------------------------------------------------------------- */

#define GROUP_ATTRIBUTES (SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED)

static const GROUP_INFO_2 groups[] = {
    { L"Staff", L"Who works here", 1200, GROUP_ATTRIBUTES },
    { L"Night \"shift\"", NULL, 1201, GROUP_ATTRIBUTES | SE_GROUP_OWNER },
};

NET_API_STATUS WINAPI NetGroupEnum(LPCWSTR server, DWORD level, LPBYTE *buffer, DWORD length,
                                   LPDWORD read, LPDWORD total, PDWORD_PTR resume)
{
    GROUP_INFO_1 infos[ARRAYSIZE(groups)];
    GROUP_INFO_3 more[ARRAYSIZE(groups)];

    (void)length;
    for (size_t i = 0; i < ARRAYSIZE(groups); i++)
    {
        infos[i] = (GROUP_INFO_1){ groups[i].grpi2_name, groups[i].grpi2_comment };
        more[i] = (GROUP_INFO_3){ groups[i].grpi2_name, groups[i].grpi2_comment,
                                  sid_of(groups[i].grpi2_group_id), groups[i].grpi2_attributes };
    }
    switch (level)
    {
    case 1:
        return give(server, true, infos, sizeof(infos[0]), ARRAYSIZE(infos), buffer, read, total,
                    resume);
    case 2:
        return give(server, false, groups, sizeof(groups[0]), ARRAYSIZE(groups), buffer, read,
                    total, resume);
    case 3:
        return give(server, false, more, sizeof(more[0]), ARRAYSIZE(more), buffer, read, total,
                    resume);
    default: return ERROR_INVALID_LEVEL;
    }
}

NET_API_STATUS WINAPI NetGroupGetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer)
{
    const GROUP_INFO_3 group = { groups[0].grpi2_name, groups[0].grpi2_comment, sid_of(1200),
                                 groups[0].grpi2_attributes };
    const GROUP_INFO_1 less = { groups[0].grpi2_name, groups[0].grpi2_comment };

    *buffer = NULL;
    if (wcscmp(name, L"Staff"))
    {
        return NERR_GroupNotFound;
    }
    return level == 3 ? GIVE_ONE(false, &group) : GIVE_ONE(true, &less);
}

NET_API_STATUS WINAPI NetGroupGetUsers(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer,
                                       DWORD length, LPDWORD read, LPDWORD total, PDWORD_PTR resume)
{
    const GROUP_USERS_INFO_0 names[] = { { L"alice" }, { L"bob" } };
    const GROUP_USERS_INFO_1 members[] = { { L"alice", GROUP_ATTRIBUTES },
                                           { L"bob", SE_GROUP_ENABLED } };

    (void)length;
    if (wcscmp(name, L"Staff"))
    {
        *buffer = NULL;
        *read = *total = 0;
        return NERR_GroupNotFound;
    }
    return level ? give(server, false, members, sizeof(members[0]), ARRAYSIZE(members), buffer,
                        read, total, resume)
                 : give(server, false, names, sizeof(names[0]), ARRAYSIZE(names), buffer, read,
                        total, resume);
}

NET_API_STATUS WINAPI NetGroupAdd(LPCWSTR server, DWORD level, LPBYTE buffer, LPDWORD parameter)
{
    const GROUP_INFO_1 *group = (const void *)buffer;
    DWORD error = wrong(server, parameter, GROUP_COMMENT_PARMNUM);

    error = error ? error : change_check(server, group->grpi1_name);
    if (!error)
    {
        say(L"<%ls: add group %lu %ls '%ls'>\n", shown(server), level, group->grpi1_name,
            group->grpi1_comment);
    }
    return error;
}

NET_API_STATUS WINAPI NetGroupSetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE buffer,
                                      LPDWORD parameter)
{
    DWORD error = wrong(server, parameter, GROUP_COMMENT_PARMNUM);

    error = error ? error : change_check(server, name);
    if (!error)
    {
        say(L"<%ls: set group %lu %ls '%ls'>\n", shown(server), level, name,
            *(WCHAR **)(void *)buffer);
    }
    return error;
}

static DWORD say_change(const WCHAR *server, const WCHAR *what, const WCHAR *group,
                        const WCHAR *member)
{
    DWORD error = change_check(server, group);

    error = error ? error : error_of_name(member);
    if (!error)
    {
        say(L"<%ls: %ls %ls %ls>\n", shown(server), what, group, member ? member : L"");
    }
    return error;
}

NET_API_STATUS WINAPI NetGroupDel(LPCWSTR server, LPCWSTR name)
{
    return say_change(server, L"remove group", name, NULL);
}

NET_API_STATUS WINAPI NetGroupAddUser(LPCWSTR server, LPCWSTR group, LPCWSTR user)
{
    return say_change(server, L"add to group", group, user);
}

NET_API_STATUS WINAPI NetGroupDelUser(LPCWSTR server, LPCWSTR group, LPCWSTR user)
{
    return say_change(server, L"remove from group", group, user);
}

NET_API_STATUS WINAPI NetGroupSetUsers(LPCWSTR server, LPCWSTR group, DWORD level, LPBYTE buffer,
                                       DWORD count)
{
    const GROUP_USERS_INFO_0 *members = (const void *)buffer;

    for (DWORD i = 0; i < count; i++)
    {
        say_change(server, level ? L"?" : L"set in group", group, members[i].grui0_name);
    }
    return count ? NERR_Success : say_change(server, L"nobody in group", group, NULL);
}

/* ---- Local groups ---------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetLocalGroupEnum(LPCWSTR server, DWORD level, LPBYTE *buffer, DWORD length,
                                        LPDWORD read, LPDWORD total, PDWORD_PTR resume)
{
    const LOCALGROUP_INFO_1 infos[] = { { L"Administrators", L"All rights" }, { L"Users", NULL } };
    const LOCALGROUP_INFO_0 names[] = { { L"Administrators" }, { L"Users" } };

    (void)length;
    return level ? give(server, false, infos, sizeof(infos[0]), ARRAYSIZE(infos), buffer, read,
                        total, resume)
                 : give(server, true, names, sizeof(names[0]), ARRAYSIZE(names), buffer, read,
                        total, resume);
}

NET_API_STATUS WINAPI NetLocalGroupGetInfo(LPCWSTR server, LPCWSTR name, DWORD level,
                                           LPBYTE *buffer)
{
    const LOCALGROUP_INFO_1 group = { L"Administrators", L"All rights" };

    (void)level;
    *buffer = NULL;
    return wcscmp(name, L"Administrators") ? NERR_GroupNotFound : GIVE_ONE(true, &group);
}

NET_API_STATUS WINAPI NetLocalGroupGetMembers(LPCWSTR server, LPCWSTR name, DWORD level,
                                              LPBYTE *buffer, DWORD length, LPDWORD read,
                                              LPDWORD total, PDWORD_PTR resume)
{
    const LOCALGROUP_MEMBERS_INFO_2 members[] = {
        { sid_of(1000), SidTypeUser, L"SAMPLE\\alice" },
        { sid_of(512), SidTypeGroup, L"CORP\\Domain Admins" },
        { sid_of(999), SidTypeDeletedAccount, NULL },
    };
    const LOCALGROUP_MEMBERS_INFO_0 sids[] = { { sid_of(1000) }, { sid_of(512) }, { sid_of(999) } };

    (void)length;
    if (wcscmp(name, L"Administrators"))
    {
        *buffer = NULL;
        *read = *total = 0;
        return NERR_GroupNotFound;
    }
    return level ? give(server, false, members, sizeof(members[0]), ARRAYSIZE(members), buffer,
                        read, total, resume)
                 : give(server, false, sids, sizeof(sids[0]), ARRAYSIZE(sids), buffer, read, total,
                        resume);
}

NET_API_STATUS WINAPI NetLocalGroupAdd(LPCWSTR server, DWORD level, LPBYTE buffer,
                                       LPDWORD parameter)
{
    const LOCALGROUP_INFO_1 *group = (const void *)buffer;
    DWORD error = wrong(server, parameter, LOCALGROUP_COMMENT_PARMNUM);

    error = error ? error : change_check(server, group->lgrpi1_name);
    if (!error)
    {
        say(L"<%ls: add local group %lu %ls '%ls'>\n", shown(server), level, group->lgrpi1_name,
            group->lgrpi1_comment);
    }
    return error;
}

NET_API_STATUS WINAPI NetLocalGroupSetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE buffer,
                                           LPDWORD parameter)
{
    DWORD error = wrong(server, parameter, LOCALGROUP_COMMENT_PARMNUM);

    error = error ? error : change_check(server, name);
    if (!error)
    {
        say(L"<%ls: set local group %lu %ls '%ls'>\n", shown(server), level, name,
            *(WCHAR **)(void *)buffer);
    }
    return error;
}

NET_API_STATUS WINAPI NetLocalGroupDel(LPCWSTR server, LPCWSTR name)
{
    return say_change(server, L"remove local group", name, NULL);
}

/* Members by name (3) or by SID (0). */
static DWORD say_members(const WCHAR *server, const WCHAR *what, const WCHAR *group, DWORD level,
                         const void *buffer, DWORD count)
{
    DWORD error = NERR_Success;

    for (DWORD i = 0; !error && i < count; i++)
    {
        WCHAR *string = ((WCHAR *const *)buffer)[i];

        if (level == 0)
        {
            ConvertSidToStringSidW(((PSID const *)buffer)[i], &string);
        }
        error = say_change(server, what, group, string);
    }
    return error;
}

NET_API_STATUS WINAPI NetLocalGroupAddMembers(LPCWSTR server, LPCWSTR group, DWORD level,
                                              LPBYTE buffer, DWORD count)
{
    return say_members(server, level ? L"add name to" : L"add SID to", group, level, buffer, count);
}

NET_API_STATUS WINAPI NetLocalGroupDelMembers(LPCWSTR server, LPCWSTR group, DWORD level,
                                              LPBYTE buffer, DWORD count)
{
    return say_members(server, level ? L"remove name from" : L"remove SID from", group, level,
                       buffer, count);
}

NET_API_STATUS WINAPI NetLocalGroupSetMembers(LPCWSTR server, LPCWSTR group, DWORD level,
                                              LPBYTE buffer, DWORD count)
{
    return count ? say_members(server, level ? L"set name in" : L"set SID in", group, level, buffer,
                               count)
                 : say_change(server, L"nobody in local group", group, NULL);
}

/* ---- What consoles show ---------------------------------------------------------------------- */

/* One after the other, each of which says where the next is. */
NET_API_STATUS WINAPI NetQueryDisplayInformation(LPCWSTR server, DWORD level, DWORD index,
                                                 DWORD wanted, DWORD length, LPDWORD count,
                                                 PVOID *entries)
{
    const NET_DISPLAY_USER display_users[] = {
        { L"alice", L"a\"b,c", UF_SCRIPT | UF_NORMAL_ACCOUNT, L"Alice", 1000, 7 },
        { L"bob", NULL, UF_ACCOUNTDISABLE, NULL, 1001, 9 },
    };
    const NET_DISPLAY_MACHINE computers[] = { { L"PC1$", NULL, UF_WORKSTATION_TRUST_ACCOUNT, 1100,
                                                7 },
                                              { L"DC1$", NULL, UF_SERVER_TRUST_ACCOUNT, 1101, 9 } };
    const NET_DISPLAY_GROUP display_groups[] = { { L"Staff", L"Who", 1200, 7, 7 },
                                                 { L"Night", NULL, 1201, 7, 9 } };
    const void *all[] = { NULL, display_users, computers, display_groups };
    const size_t sizes[] = { 0, sizeof(display_users[0]), sizeof(computers[0]),
                             sizeof(display_groups[0]) };
    const DWORD error = answer_of_name(server, true);

    (void)length;
    *count = 0;
    *entries = NULL;
    if (error || !wanted)
    {
        return error;
    }
    *count = 1;
    *entries = HeapAlloc(GetProcessHeap(), 0, sizes[level]);
    CopyMemory(*entries, (const BYTE *)all[level] + (index ? sizes[level] : 0), sizes[level]);
    return index ? NERR_Success : ERROR_MORE_DATA;
}

NET_API_STATUS WINAPI NetApiBufferAllocate(DWORD size, LPVOID *buffer)
{
    *buffer = HeapAlloc(GetProcessHeap(), 0, size);
    return *buffer ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}
