/*
 * Users: NetUser*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

/* The structures of the levels; see line_structure(). */
static const struct
{
    DWORD level;
    const char *format;
} levels[] = {
    { 0, "s" },
    { 1, "ssvussbs" },
    { 2, "ssvussbsbssssuuuuuhuusuu" },
    { 3, "ssvussbsbssssuuuuuhuusuuuussu" },
    { 4, "ssvussbsbssssuuuuuhuusuuSussu" },
    { 10, "ssss" },
    { 11, "ssssubvssuuuususuuhu" },
    { 20, "sssbu" },
    { 23, "sssbS" },
    { 24, "ubssS" },
    { 5, "" },
    { 1003, "" },
    { 1007, "" },
};

static void user_get_info(const WCHAR *server, const WCHAR *user, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetUserGetInfo, server, user, level, &buffer);

    line_key("NetUserGetInfo(%s, %s, %lu)", quoted(server), quoted(user), level);
    line_info(status, buffer, format);
}

static void user_enum(const WCHAR *server, DWORD level, DWORD filter, DWORD length,
                      const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status =
        CALL(NetUserEnum, server, level, filter, &buffer, length, &entries, &total, &resume);

    line_key("NetUserEnum(%s, %lu, %lu, %ld)", quoted(server), level, filter, (LONG)length);
    line_entries(status, buffer, entries, total, format);
}

static DWORD user_add(const WCHAR *name, const WCHAR *password, DWORD privilege, DWORD flags)
{
    USER_INFO_1 user = {
        .usri1_name = (WCHAR *)name,
        .usri1_password = (WCHAR *)password,
        .usri1_priv = privilege,
        .usri1_flags = flags,
        .usri1_comment = (WCHAR *)L"made by a test",
    };
    DWORD status = CALL(NetUserAdd, NULL, 1, (BYTE *)&user, NULL);

    line_key("NetUserAdd(NULL, 1, %s, %s, %lu, %#lx)", quoted(name), quoted(password), privilege,
             flags);
    line_status(status);
    return status;
}

static void user_del(const WCHAR *server, const WCHAR *name)
{
    DWORD status = CALL(NetUserDel, server, name);

    line_key("NetUserDel(%s, %s)", quoted(server), quoted(name));
    line_status(status);
}

static void user_change_password(const WCHAR *domain, const WCHAR *name, const WCHAR *old,
                                 const WCHAR *new)
{
    DWORD status = CALL(NetUserChangePassword, domain, name, old, new);

    line_key("NetUserChangePassword(%s, %s, %s, %s)", quoted(domain), quoted(name), quoted(old),
             quoted(new));
    line_status(status);
}

static void user_set_comment(const WCHAR *name, const WCHAR *comment)
{
    USER_INFO_1007 info = { (WCHAR *)comment };
    DWORD status = CALL(NetUserSetInfo, NULL, name, 1007, (BYTE *)&info, NULL);

    line_key("NetUserSetInfo(NULL, %s, 1007)", quoted(name));
    line_status(status);
}

static void user_get_groups(const WCHAR *server, const WCHAR *user, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetUserGetGroups, server, user, level, &buffer, MAX_PREFERRED_LENGTH,
                        &entries, &total);

    line_key("NetUserGetGroups(%s, %s, %lu)", quoted(server), quoted(user), level);
    line_entries(status, buffer, entries, total, format);
}

static void user_get_local_groups(const WCHAR *server, const WCHAR *user, DWORD level, DWORD flags,
                                  const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER;
    DWORD status = CALL(NetUserGetLocalGroups, server, user, level, flags, &buffer,
                        MAX_PREFERRED_LENGTH, &entries, &total);

    line_key("NetUserGetLocalGroups(%s, %s, %lu, %lu)", quoted(server), quoted(user), level, flags);
    line_entries(status, buffer, entries, total, format);
}

static void user_modals_get(const WCHAR *server, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetUserModalsGet, server, level, &buffer);

    line_key("NetUserModalsGet(%s, %lu)", quoted(server), level);
    line_info(status, buffer, format);
}

static void dump_reading(void)
{
    const WCHAR *const names[] = { own_user, L"Administrator", L"guest", L"nosuch", L"", NULL };

    for (size_t i = 0; i < ARRAYSIZE(levels); i++)
    {
        user_get_info(NULL, own_user, levels[i].level, levels[i].format);
        user_get_info(NULL, L"nosuch", levels[i].level, levels[i].format);
        user_enum(NULL, levels[i].level, 0, MAX_PREFERRED_LENGTH, NULL);
    }
    user_enum(NULL, 1, 0, MAX_PREFERRED_LENGTH, levels[1].format);
    user_enum(NULL, 20, 0, MAX_PREFERRED_LENGTH, "sssbu");
    for (size_t i = 0; i < server_name_count; i++)
    {
        user_get_info(server_names[i], own_user, 0, NULL);
        user_enum(server_names[i], 0, FILTER_NORMAL_ACCOUNT, MAX_PREFERRED_LENGTH, NULL);
        user_get_groups(server_names[i], own_user, 0, NULL);
        user_get_local_groups(server_names[i], own_user, 0, 0, NULL);
        user_modals_get(server_names[i], 0, NULL);
        user_del(server_names[i], L"nosuch");
    }
    user_enum(NULL, 0, FILTER_SERVER_TRUST_ACCOUNT, MAX_PREFERRED_LENGTH, "s");
    user_enum(NULL, 0, 0, 1, "s");
    user_enum(NULL, 0, 0, 0, "s");
    for (size_t i = 0; i < ARRAYSIZE(names); i++)
    {
        user_get_info(NULL, names[i], 1, levels[1].format);
        user_get_groups(NULL, names[i], 0, "s");
        user_get_groups(NULL, names[i], 1, "sb");
        user_get_local_groups(NULL, names[i], 0, 0, "s");
        user_get_local_groups(NULL, names[i], 0, LG_INCLUDE_INDIRECT, "s");
    }
    user_get_groups(NULL, own_user, 2, "");
    user_get_local_groups(NULL, own_user, 1, 0, "s");
    user_get_local_groups(NULL, own_user, 0, 2, "s");
    user_modals_get(NULL, 1, "us");
    user_modals_get(NULL, 2, "sS");
    user_modals_get(NULL, 3, "uuu");
    user_modals_get(NULL, 4, "");
}

static void dump_writing(void)
{
    static const WCHAR long_name[] = L"a-name-of-21-letters-";

    user_add(L"testuser", L"Secret.Word.1", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"testuser", L"Secret.Word.1", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"TestUser", L"Secret.Word.1", USER_PRIV_USER, UF_SCRIPT);
    user_get_info(NULL, L"testuser", 1, levels[1].format);
    user_get_info(NULL, L"TESTUSER", 4, levels[4].format);
    user_get_info(NULL, L"testuser", 20, "sssbu");
    user_enum(NULL, 0, 0, MAX_PREFERRED_LENGTH, "s");
    user_get_groups(NULL, L"testuser", 0, "s");
    user_get_local_groups(NULL, L"testuser", 0, 0, "s");
    user_set_comment(L"testuser", L"another comment");
    user_set_comment(L"nosuch", L"another comment");
    user_get_info(NULL, L"testuser", 10, "ssss");
    user_change_password(NULL, L"testuser", L"Secret.Word.1", L"Secret.Word.2");
    user_change_password(NULL, L"testuser", L"wrong", L"Secret.Word.3");
    user_change_password(NULL, L"nosuch", L"wrong", L"Secret.Word.3");
    user_change_password(NULL, NULL, L"wrong", NULL);
    user_change_password(L"\\\\nosuch.invalid", L"testuser", L"a", L"b");
    user_del(NULL, L"testuser");
    user_del(NULL, L"testuser");
    user_get_info(NULL, L"testuser", 1, levels[1].format);
    user_del(NULL, L"");
    user_del(NULL, NULL);
    user_del(NULL, L"Administrator");
    user_add(long_name, L"x", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"", L"x", USER_PRIV_USER, UF_SCRIPT);
    user_add(NULL, L"x", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"te/st", L"x", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"test2", NULL, USER_PRIV_USER, UF_SCRIPT);
    user_del(NULL, L"test2");
    user_add(L"test2", L"", USER_PRIV_USER, UF_SCRIPT);
    user_del(NULL, L"test2");
    user_add(L"test3", L"x", USER_PRIV_ADMIN, UF_SCRIPT);
    user_del(NULL, L"test3");
    user_add(L"test3", L"x", USER_PRIV_GUEST, UF_SCRIPT);
    user_del(NULL, L"test3");
    user_add(L"test4", L"x", USER_PRIV_USER, 0);
    user_del(NULL, L"test4");
    user_add(own_user, L"x", USER_PRIV_USER, UF_SCRIPT);
    user_add(L"Administrators", L"x", USER_PRIV_USER, UF_SCRIPT);
    line_key("NetUserAdd(NULL, 1, NULL)");
    line_status(CALL(NetUserAdd, NULL, 1, NULL, NULL));
    line_key("NetUserAdd(NULL, 77, NULL)");
    line_status(CALL(NetUserAdd, NULL, 77, NULL, NULL));
}

void dump_users(void)
{
    dump_reading();
    dump_writing();
    line_key("NetUserGetInfo(NULL, <user>, 0, NULL)");
    line_status(CALL(NetUserGetInfo, NULL, own_user, 0, NULL));
    line_key("NetUserEnum(NULL, 0, 0, NULL)");
    line_status(CALL(NetUserEnum, NULL, 0, 0, NULL, 0, NULL, NULL, NULL));
}
