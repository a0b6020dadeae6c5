/*
 * Rows of the probe: groups, and who is in them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changes or removes a group does it to one that the row adds first and removes afterwards, with a
 * user of its own. Where none can be added, the name of none is asked about.
 */
#include "probe.h"

static WCHAR new_group[] = L"probe-group";
static WCHAR comment[] = L"probed";

enum kind
{
    GLOBAL,
    LOCAL,
};

static DWORD add_group(enum kind kind)
{
    GROUP_INFO_0 group = { new_group };

    return kind == GLOBAL ? NetGroupAdd(probe_server, 0, (BYTE *)&group, NULL)
                          : NetLocalGroupAdd(probe_server, 0, (BYTE *)&group, NULL);
}

static DWORD delete_group(enum kind kind)
{
    return kind == GLOBAL ? NetGroupDel(probe_server, new_group)
                          : NetLocalGroupDel(probe_server, new_group);
}

/* A group with a user in it, both of the row's own. */
static void add_group_and_user(enum kind kind)
{
    LOCALGROUP_MEMBERS_INFO_3 member = { probe_new_user() };

    add_group(kind);
    probe_add_user();
    if (kind == GLOBAL)
    {
        NetGroupAddUser(probe_server, new_group, probe_new_user());
    }
    else
    {
        NetLocalGroupAddMembers(probe_server, new_group, 3, (BYTE *)&member, 1);
    }
}

static void delete_group_and_user(enum kind kind)
{
    probe_delete_user();
    delete_group(kind);
}

/* ---- What there is --------------------------------------------------------------------------- */

static DWORD probe_NetGroupEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetGroupEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                        &answer->entries, &total, NULL);
}

static DWORD probe_NetLocalGroupEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetLocalGroupEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                             &answer->entries, &total, NULL);
}

static DWORD probe_NetUserGetGroups(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetUserGetGroups(probe_server, probe_user(), level, &answer->buffer,
                            MAX_PREFERRED_LENGTH, &answer->entries, &total);
}

static DWORD probe_NetUserGetLocalGroups(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetUserGetLocalGroups(probe_server, probe_user(), level, LG_INCLUDE_INDIRECT,
                                 &answer->buffer, MAX_PREFERRED_LENGTH, &answer->entries, &total);
}

/* ---- Groups of the row's own ----------------------------------------------------------------- */

static DWORD probe_NetGroupGetInfo(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    add_group(GLOBAL);
    status = NetGroupGetInfo(probe_server, new_group, level, &answer->buffer);
    delete_group(GLOBAL);
    return status;
}

static DWORD probe_NetLocalGroupGetInfo(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    add_group(LOCAL);
    status = NetLocalGroupGetInfo(probe_server, new_group, level, &answer->buffer);
    delete_group(LOCAL);
    return status;
}

static DWORD probe_NetGroupGetUsers(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0, status;

    add_group_and_user(GLOBAL);
    status = NetGroupGetUsers(probe_server, new_group, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                              &answer->entries, &total, NULL);
    delete_group_and_user(GLOBAL);
    return status;
}

static DWORD probe_NetLocalGroupGetMembers(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0, status;

    add_group_and_user(LOCAL);
    status = NetLocalGroupGetMembers(probe_server, new_group, level, &answer->buffer,
                                     MAX_PREFERRED_LENGTH, &answer->entries, &total, NULL);
    delete_group_and_user(LOCAL);
    return status;
}

/* The levels 0 to 2 are beginnings of each other. */
static DWORD probe_NetGroupAdd(DWORD level, struct probe_answer *answer)
{
    GROUP_INFO_2 group = { new_group, comment, 0, SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    GROUP_INFO_3 group_3 = { new_group, comment, NULL, SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    DWORD status =
        NetGroupAdd(probe_server, level, level == 3 ? (BYTE *)&group_3 : (BYTE *)&group, NULL);

    (void)answer;
    delete_group(GLOBAL);
    return status;
}

static DWORD probe_NetLocalGroupAdd(DWORD level, struct probe_answer *answer)
{
    LOCALGROUP_INFO_1 group = { new_group, comment };
    DWORD status = NetLocalGroupAdd(probe_server, level, (BYTE *)&group, NULL);

    (void)answer;
    delete_group(LOCAL);
    return status;
}

static DWORD set_group(enum kind kind, DWORD level)
{
    GROUP_INFO_2 group = { new_group, comment, 0, SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    GROUP_INFO_3 group_3 = { new_group, comment, NULL, SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    GROUP_INFO_1002 text = { comment };
    GROUP_INFO_1005 attributes = { SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    BYTE *buffer = level == 3      ? (BYTE *)&group_3
                   : level == 1002 ? (BYTE *)&text
                   : level == 1005 ? (BYTE *)&attributes
                                   : (BYTE *)&group;
    DWORD status;

    add_group(kind);
    status = kind == GLOBAL ? NetGroupSetInfo(probe_server, new_group, level, buffer, NULL)
                            : NetLocalGroupSetInfo(probe_server, new_group, level, buffer, NULL);
    delete_group(kind);
    return status;
}

static DWORD probe_NetGroupSetInfo(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    return set_group(GLOBAL, level);
}

static DWORD probe_NetLocalGroupSetInfo(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    return set_group(LOCAL, level);
}

static DWORD probe_NetGroupAddUser(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)level;
    (void)answer;
    add_group(GLOBAL);
    status = NetGroupAddUser(probe_server, new_group, probe_user());
    delete_group(GLOBAL);
    return status;
}

static DWORD probe_NetGroupDelUser(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)level;
    (void)answer;
    add_group_and_user(GLOBAL);
    status = NetGroupDelUser(probe_server, new_group, probe_new_user());
    delete_group_and_user(GLOBAL);
    return status;
}

static DWORD probe_NetGroupSetUsers(DWORD level, struct probe_answer *answer)
{
    GROUP_USERS_INFO_1 user = { probe_user(), SE_GROUP_MANDATORY | SE_GROUP_ENABLED };
    DWORD status;

    (void)answer;
    add_group_and_user(GLOBAL);
    status = NetGroupSetUsers(probe_server, new_group, level, (BYTE *)&user, 1);
    delete_group_and_user(GLOBAL);
    return status;
}

/* All groups that the user is in already, and the new one. */
static DWORD probe_NetUserSetGroups(DWORD level, struct probe_answer *answer)
{
    GROUP_USERS_INFO_1 *groups = NULL, all[16];
    GROUP_USERS_INFO_0 names[16];
    DWORD count = 0, total = 0, status;

    (void)answer;
    add_group_and_user(GLOBAL);
    NetUserGetGroups(probe_server, probe_new_user(), 1, (BYTE **)&groups, MAX_PREFERRED_LENGTH,
                     &count, &total);
    for (DWORD i = 0; i < count && i < ARRAY_SIZE(all); i++)
    {
        all[i] = groups[i];
        names[i].grui0_name = groups[i].grui1_name;
    }
    status = NetUserSetGroups(probe_server, probe_new_user(), level,
                              level ? (BYTE *)all : (BYTE *)names, min(count, ARRAY_SIZE(all)));
    NetApiBufferFree(groups);
    delete_group_and_user(GLOBAL);
    return status;
}

static DWORD probe_NetGroupDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_group(GLOBAL);
    return delete_group(GLOBAL);
}

/* ---- Members of local groups ----------------------------------------------------------------- */

typedef NET_API_STATUS WINAPI members_function(LPCWSTR server, LPCWSTR group, DWORD level,
                                               BYTE *buffer, DWORD count);

/* The new user as a member, by SID or by name. */
static DWORD with_member(members_function *change, DWORD level)
{
    USER_INFO_23 *user = NULL;
    LOCALGROUP_MEMBERS_INFO_3 name = { probe_new_user() };
    SID everyone = { SID_REVISION, 1, { SECURITY_WORLD_SID_AUTHORITY }, { SECURITY_WORLD_RID } };
    LOCALGROUP_MEMBERS_INFO_0 sid = { &everyone };
    DWORD status;

    if (!NetUserGetInfo(probe_server, probe_new_user(), 23, (BYTE **)&user))
    {
        sid.lgrmi0_sid = user->usri23_user_sid;
    }
    status = change(probe_server, new_group, level, level ? (BYTE *)&name : (BYTE *)&sid, 1);
    NetApiBufferFree(user);
    return status;
}

static NET_API_STATUS WINAPI add_member(LPCWSTR server, LPCWSTR group, DWORD level, BYTE *buffer,
                                        DWORD count)
{
    (void)level;
    (void)count;
    return NetLocalGroupAddMember(server, group, ((LOCALGROUP_MEMBERS_INFO_0 *)buffer)->lgrmi0_sid);
}

static NET_API_STATUS WINAPI delete_member(LPCWSTR server, LPCWSTR group, DWORD level, BYTE *buffer,
                                           DWORD count)
{
    (void)level;
    (void)count;
    return NetLocalGroupDelMember(server, group, ((LOCALGROUP_MEMBERS_INFO_0 *)buffer)->lgrmi0_sid);
}

static DWORD probe_NetLocalGroupAddMembers(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)answer;
    add_group(LOCAL);
    probe_add_user();
    status = with_member(NetLocalGroupAddMembers, level);
    delete_group_and_user(LOCAL);
    return status;
}

static DWORD probe_NetLocalGroupAddMember(DWORD level, struct probe_answer *answer)
{
    DWORD status;

    (void)level;
    (void)answer;
    add_group(LOCAL);
    probe_add_user();
    status = with_member(add_member, 0);
    delete_group_and_user(LOCAL);
    return status;
}

static DWORD of_member(members_function *change, DWORD level)
{
    DWORD status;

    add_group_and_user(LOCAL);
    status = with_member(change, level);
    delete_group_and_user(LOCAL);
    return status;
}

static DWORD probe_NetLocalGroupSetMembers(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    return of_member(NetLocalGroupSetMembers, level);
}

static DWORD probe_NetLocalGroupDelMembers(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    return of_member(NetLocalGroupDelMembers, level);
}

static DWORD probe_NetLocalGroupDelMember(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return of_member(delete_member, 0);
}

static DWORD probe_NetLocalGroupDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    add_group(LOCAL);
    return delete_group(LOCAL);
}

static const struct probe_level group_levels[] = {
    PROBE_LEVEL(GROUP_INFO, 0, "s"),
    PROBE_LEVEL(GROUP_INFO, 1, "s2"),
    PROBE_LEVEL(GROUP_INFO, 2, "s2u2"),
    PROBE_LEVEL(GROUP_INFO, 3, "s2pu"),
};
static const struct probe_level local_group_levels[] = {
    PROBE_LEVEL(LOCALGROUP_INFO, 0, "s"),
    PROBE_LEVEL(LOCALGROUP_INFO, 1, "s2"),
};
static const struct probe_level local_group_info_levels[] = {
    PROBE_LEVEL(LOCALGROUP_INFO, 0, "s"),
    PROBE_LEVEL(LOCALGROUP_INFO, 1, "s2"),
    PROBE_LEVEL(LOCALGROUP_INFO, 1002, "s"),
};
static const struct probe_level user_levels[] = {
    PROBE_LEVEL(GROUP_USERS_INFO, 0, "s"),
    PROBE_LEVEL(GROUP_USERS_INFO, 1, "su"),
};
static const struct probe_level local_user_levels[] = {
    PROBE_LEVEL(LOCALGROUP_USERS_INFO, 0, "s"),
};
static const struct probe_level member_levels[] = {
    PROBE_LEVEL(LOCALGROUP_MEMBERS_INFO, 0, "p"),
    PROBE_LEVEL(LOCALGROUP_MEMBERS_INFO, 1, "pus"),
    PROBE_LEVEL(LOCALGROUP_MEMBERS_INFO, 2, "pus"),
    PROBE_LEVEL(LOCALGROUP_MEMBERS_INFO, 3, "s"),
};
static const struct probe_level add_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),
    PROBE_LEVEL_WITHOUT_ANSWER(3),
};
static const struct probe_level set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(2),    PROBE_LEVEL_WITHOUT_ANSWER(3),
    PROBE_LEVEL_WITHOUT_ANSWER(1002), PROBE_LEVEL_WITHOUT_ANSWER(1005),
};
static const struct probe_level local_add_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(1),
};
static const struct probe_level local_set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(1),
    PROBE_LEVEL_WITHOUT_ANSWER(1002),
};
static const struct probe_level users_set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(1),
};
static const struct probe_level member_set_levels[] = {
    PROBE_LEVEL_WITHOUT_ANSWER(0),
    PROBE_LEVEL_WITHOUT_ANSWER(3),
};

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetGroupEnum, group_levels),
    PROBE_FUNCTION(NetLocalGroupEnum, local_group_levels),
    PROBE_FUNCTION(NetUserGetGroups, user_levels),
    PROBE_FUNCTION(NetUserGetLocalGroups, local_user_levels),
    PROBE_FUNCTION(NetGroupGetInfo, group_levels),
    PROBE_FUNCTION(NetLocalGroupGetInfo, local_group_info_levels),
    PROBE_FUNCTION(NetGroupGetUsers, user_levels),
    PROBE_FUNCTION(NetLocalGroupGetMembers, member_levels),
    PROBE_FUNCTION(NetGroupAdd, add_levels),
    PROBE_FUNCTION(NetGroupSetInfo, set_levels),
    PROBE_WITHOUT_LEVEL(NetGroupAddUser),
    PROBE_WITHOUT_LEVEL(NetGroupDelUser),
    PROBE_FUNCTION(NetGroupSetUsers, users_set_levels),
    PROBE_FUNCTION(NetUserSetGroups, users_set_levels),
    PROBE_WITHOUT_LEVEL(NetGroupDel),
    PROBE_FUNCTION(NetLocalGroupAdd, local_add_levels),
    PROBE_FUNCTION(NetLocalGroupSetInfo, local_set_levels),
    PROBE_FUNCTION(NetLocalGroupAddMembers, member_set_levels),
    PROBE_WITHOUT_LEVEL(NetLocalGroupAddMember),
    PROBE_FUNCTION(NetLocalGroupSetMembers, member_set_levels),
    PROBE_FUNCTION(NetLocalGroupDelMembers, member_set_levels),
    PROBE_WITHOUT_LEVEL(NetLocalGroupDelMember),
    PROBE_WITHOUT_LEVEL(NetLocalGroupDel),
};

PROBE_FAMILY(groups);
