/*
 * Groups, local groups and the listing for display: NetGroup*, NetLocalGroup*, NetQueryDisplay*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

/* ---- Global groups --------------------------------------------------------------------------- */

static void group_enum(const WCHAR *server, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD_PTR resume = 0;
    DWORD status =
        CALL(NetGroupEnum, server, level, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, &resume);

    line_key("NetGroupEnum(%s, %lu)", quoted(server), level);
    line_entries(status, buffer, entries, total, format);
}

static void group_get_info(const WCHAR *group, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetGroupGetInfo, NULL, group, level, &buffer);

    line_key("NetGroupGetInfo(NULL, %s, %lu)", quoted(group), level);
    line_info(status, buffer, format);
}

static void group_get_users(const WCHAR *group, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD_PTR resume = 0;
    DWORD status = CALL(NetGroupGetUsers, NULL, group, level, &buffer, MAX_PREFERRED_LENGTH,
                        &entries, &total, &resume);

    line_key("NetGroupGetUsers(NULL, %s, %lu)", quoted(group), level);
    line_entries(status, buffer, entries, total, format);
}

static void group_change(void)
{
    GROUP_INFO_0 group = { (WCHAR *)L"testgroup" };

    line_key("NetGroupAdd(NULL, 0, \"testgroup\")");
    line_status(CALL(NetGroupAdd, NULL, 0, (BYTE *)&group, NULL));
    line_key("NetGroupAddUser(NULL, \"testgroup\", <user>)");
    line_status(CALL(NetGroupAddUser, NULL, L"testgroup", own_user));
    line_key("NetGroupAddUser(NULL, \"nosuch\", <user>)");
    line_status(CALL(NetGroupAddUser, NULL, L"nosuch", own_user));
    group_get_users(L"testgroup", 0, "s");
    line_key("NetGroupDelUser(NULL, \"testgroup\", <user>)");
    line_status(CALL(NetGroupDelUser, NULL, L"testgroup", own_user));
    line_key("NetGroupDel(NULL, \"testgroup\")");
    line_status(CALL(NetGroupDel, NULL, L"testgroup"));
    line_key("NetGroupDel(NULL, \"nosuch\")");
    line_status(CALL(NetGroupDel, NULL, L"nosuch"));
}

void dump_groups(void)
{
    for (size_t i = 0; i < server_name_count; i++)
    {
        group_enum(server_names[i], 0, NULL);
    }
    group_enum(NULL, 1, "ss");
    group_enum(NULL, 2, "ssub");
    group_enum(NULL, 3, "ssSb");
    group_enum(NULL, 4, "");
    group_get_info(L"None", 0, "s");
    group_get_info(L"None", 1, "ss");
    group_get_info(L"None", 2, "ssub");
    group_get_info(L"None", 3, "ssSb");
    group_get_info(L"None", 4, "");
    group_get_info(L"nosuch", 0, "s");
    group_get_info(NULL, 0, "s");
    group_get_users(L"None", 0, "s");
    group_get_users(L"None", 1, "sb");
    group_get_users(L"nosuch", 0, "s");
    group_change();
}

/* ---- Local groups ---------------------------------------------------------------------------- */

static void local_group_enum(const WCHAR *server, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD_PTR resume = 0;
    DWORD status = CALL(NetLocalGroupEnum, server, level, &buffer, MAX_PREFERRED_LENGTH, &entries,
                        &total, &resume);

    line_key("NetLocalGroupEnum(%s, %lu)", quoted(server), level);
    line_entries(status, buffer, entries, total, format);
}

static void local_group_get_info(const WCHAR *server, const WCHAR *group, DWORD level,
                                 const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetLocalGroupGetInfo, server, group, level, &buffer);

    line_key("NetLocalGroupGetInfo(%s, %s, %lu)", quoted(server), quoted(group), level);
    line_info(status, buffer, format);
}

static void local_group_get_members(const WCHAR *server, const WCHAR *group, DWORD level,
                                    const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD_PTR resume = 0;
    DWORD status = CALL(NetLocalGroupGetMembers, server, group, level, &buffer,
                        MAX_PREFERRED_LENGTH, &entries, &total, &resume);

    line_key("NetLocalGroupGetMembers(%s, %s, %lu)", quoted(server), quoted(group), level);
    line_entries(status, buffer, entries, total, format);
}

static void local_group_member(const WCHAR *group, const WCHAR *member)
{
    LOCALGROUP_MEMBERS_INFO_3 entry = { (WCHAR *)member };

    line_key("NetLocalGroupAddMembers(NULL, %s, 3, %s)", quoted(group), quoted(member));
    line_status(CALL(NetLocalGroupAddMembers, NULL, group, 3, (BYTE *)&entry, 1));
    line_key("NetLocalGroupAddMembers(NULL, %s, 3, %s) again", quoted(group), quoted(member));
    line_status(CALL(NetLocalGroupAddMembers, NULL, group, 3, (BYTE *)&entry, 1));
    local_group_get_members(NULL, group, 1, "Sus");
    line_key("NetLocalGroupDelMembers(NULL, %s, 3, %s)", quoted(group), quoted(member));
    line_status(CALL(NetLocalGroupDelMembers, NULL, group, 3, (BYTE *)&entry, 1));
    line_key("NetLocalGroupDelMembers(NULL, %s, 3, %s) again", quoted(group), quoted(member));
    line_status(CALL(NetLocalGroupDelMembers, NULL, group, 3, (BYTE *)&entry, 1));
}

static void local_group_change(void)
{
    LOCALGROUP_INFO_1 group = { (WCHAR *)L"testalias", (WCHAR *)L"made by a test" };
    LOCALGROUP_INFO_1002 comment = { (WCHAR *)L"another comment" };
    LOCALGROUP_MEMBERS_INFO_3 members[] = { { own_user }, { (WCHAR *)L"Guest" } };

    line_key("NetLocalGroupAdd(NULL, 1, \"testalias\")");
    line_status(CALL(NetLocalGroupAdd, NULL, 1, (BYTE *)&group, NULL));
    line_key("NetLocalGroupAdd(NULL, 1, \"testalias\") again");
    line_status(CALL(NetLocalGroupAdd, NULL, 1, (BYTE *)&group, NULL));
    line_key("NetLocalGroupAdd(NULL, 7, \"testalias\")");
    line_status(CALL(NetLocalGroupAdd, NULL, 7, (BYTE *)&group, NULL));
    local_group_get_info(NULL, L"testalias", 1, "ss");
    local_group_member(L"testalias", own_user);
    local_group_member(L"testalias", L"nosuch");
    local_group_member(L"nosuch", own_user);
    line_key("NetLocalGroupSetMembers(NULL, \"testalias\", 3, two)");
    line_status(CALL(NetLocalGroupSetMembers, NULL, L"testalias", 3, (BYTE *)members, 2));
    local_group_get_members(NULL, L"testalias", 3, "s");
    line_key("NetLocalGroupSetInfo(NULL, \"testalias\", 1002)");
    line_status(CALL(NetLocalGroupSetInfo, NULL, L"testalias", 1002, (BYTE *)&comment, NULL));
    line_key("NetLocalGroupSetInfo(NULL, \"nosuch\", 1002)");
    line_status(CALL(NetLocalGroupSetInfo, NULL, L"nosuch", 1002, (BYTE *)&comment, NULL));
    local_group_get_info(NULL, L"testalias", 1, "ss");
    line_key("NetLocalGroupDel(NULL, \"testalias\")");
    line_status(CALL(NetLocalGroupDel, NULL, L"testalias"));
    line_key("NetLocalGroupDel(NULL, \"testalias\") again");
    line_status(CALL(NetLocalGroupDel, NULL, L"testalias"));
    line_key("NetLocalGroupDel(NULL, \"Administrators\")");
    line_status(CALL(NetLocalGroupDel, NULL, L"Administrators"));
}

void dump_local_groups(void)
{
    for (size_t i = 0; i < server_name_count; i++)
    {
        local_group_enum(server_names[i], 0, NULL);
        local_group_get_info(server_names[i], L"Administrators", 0, NULL);
        local_group_get_members(server_names[i], L"Administrators", 3, NULL);
    }
    local_group_enum(NULL, 1, "ss");
    local_group_enum(NULL, 2, "");
    local_group_get_info(NULL, L"Administrators", 1, "ss");
    local_group_get_info(NULL, L"Administrators", 1002, "s");
    local_group_get_info(NULL, L"Administrators", 2, "");
    local_group_get_info(NULL, L"nosuch", 0, "s");
    local_group_get_info(NULL, NULL, 0, "s");
    local_group_get_members(NULL, L"Administrators", 0, "S");
    local_group_get_members(NULL, L"Administrators", 1, "Sus");
    local_group_get_members(NULL, L"Administrators", 2, "Sus");
    local_group_get_members(NULL, L"Administrators", 4, "");
    local_group_get_members(NULL, L"Users", 3, "s");
    local_group_get_members(NULL, L"Guests", 3, "s");
    local_group_get_members(NULL, L"nosuch", 3, "s");
    local_group_change();
}

/* ---- Listing for display --------------------------------------------------------------------- */

static void query_display(const WCHAR *server, DWORD level, DWORD index, DWORD count, DWORD length,
                          const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetQueryDisplayInformation, server, level, index, count, length, &entries,
                        (void **)&buffer);

    line_key("NetQueryDisplayInformation(%s, %lu, %lu, %lu, %ld)", quoted(server), level, index,
             count, (LONG)length);
    line_entries(status, buffer, entries, entries, format);
}

static void display_index(DWORD level, const WCHAR *prefix)
{
    DWORD index = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetGetDisplayInformationIndex, NULL, level, prefix, &index);

    line_key("NetGetDisplayInformationIndex(NULL, %lu, %s)", level, quoted(prefix));
    if (status)
    {
        line_status(status);
    }
    else
    {
        line_print("0, %lu", index);
    }
}

void dump_display(void)
{
    for (size_t i = 0; i < server_name_count; i++)
    {
        query_display(server_names[i], 1, 0, 100, MAX_PREFERRED_LENGTH, NULL);
    }
    query_display(NULL, 2, 0, 100, MAX_PREFERRED_LENGTH, "ssbuu");
    query_display(NULL, 3, 0, 100, MAX_PREFERRED_LENGTH, "ssubu");
    query_display(NULL, 4, 0, 100, MAX_PREFERRED_LENGTH, "");
    query_display(NULL, 1, 1, 1, MAX_PREFERRED_LENGTH, "ssbsuu");
    query_display(NULL, 1, 3, 100, MAX_PREFERRED_LENGTH, "ssbsuu");
    query_display(NULL, 1, 99, 100, MAX_PREFERRED_LENGTH, "ssbsuu");
    query_display(NULL, 1, 0, 100, 1, "ssbsuu");
    display_index(1, L"G");
    display_index(1, L"zzz");
    display_index(7, L"G");
}
