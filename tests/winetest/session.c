/*
 * Tests of NetSessionEnum and NetSessionGetInfo: arguments, levels, filters
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

static const WCHAR *const impossible_servers[] = { L"\\", L"\\\\", L"a\\b", L"\\\\a\\b" };

static const WCHAR *const impossible_clients[] = {
    L"client", L"\\client", L"\\\\", L"\\\\a\\b", L"\\\\a\\", L"\\\\\\a",
};

static const DWORD unknown_levels[] = { 3, 9, 11, 100, 501, 503, 1005, (DWORD)-1 };

static void enum_needs_a_place_for_each_output(void)
{
    BYTE *const untouched = (BYTE *)(ULONG_PTR)0xcccccccc;
    BYTE *buffer;
    DWORD entries, total, resume = 5;
    NET_API_STATUS status;

    entries = total = 0xcccccccc;
    status = session_enum(NO_SUCH_SERVER, NULL, NULL, 10, NULL, MAX_PREFERRED_LENGTH, &entries,
                          &total, &resume);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!entries && !total, "got %lu of %lu entries\n", entries, total);

    buffer = untouched;
    total = 0xcccccccc;
    status = session_enum(NO_SUCH_SERVER, NULL, NULL, 10, &buffer, MAX_PREFERRED_LENGTH, NULL,
                          &total, &resume);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!buffer && !total, "got buffer %p, total %lu\n", buffer, total);

    buffer = untouched;
    entries = 0xcccccccc;
    status = session_enum(NO_SUCH_SERVER, NULL, NULL, 10, &buffer, MAX_PREFERRED_LENGTH, &entries,
                          NULL, &resume);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!buffer && !entries, "got buffer %p, %lu entries\n", buffer, entries);
    ok(resume == 5, "the resume handle became %lu\n", resume);
}

static void enum_refuses_what_no_server_need_be_asked_about(void)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(unknown_levels); i++)
    {
        winetest_push_context("level %lu", unknown_levels[i]);
        check_enum_fails(enumerate_window(NO_SUCH_SERVER, NULL, NULL, unknown_levels[i],
                                          MAX_PREFERRED_LENGTH, 7),
                         ERROR_INVALID_LEVEL);
        winetest_pop_context();
    }
    for (i = 0; i < ARRAYSIZE(impossible_clients); i++)
    {
        winetest_push_context("client %s", wine_dbgstr_w(impossible_clients[i]));
        check_enum_fails(enumerate(NO_SUCH_SERVER, impossible_clients[i], NULL, 10),
                         NERR_InvalidComputer);
        winetest_pop_context();
    }
    for (i = 0; i < ARRAYSIZE(impossible_servers); i++)
    {
        winetest_push_context("server %s", wine_dbgstr_w(impossible_servers[i]));
        check_enum_fails(enumerate(impossible_servers[i], NULL, NULL, 10), ERROR_INVALID_NAME);
        winetest_pop_context();
    }
}

#define check_info_fails(server, client, user, level, status)                                      \
    check_info_fails_(__FILE__, __LINE__, server, client, user, level, status)
static void check_info_fails_(const char *file, int line, const WCHAR *server, const WCHAR *client,
                              const WCHAR *user, DWORD level, NET_API_STATUS expected)
{
    BYTE *buffer = (BYTE *)(ULONG_PTR)0xcccccccc;
    NET_API_STATUS status;

    status = session_get_info(server, client, user, level, &buffer);
    ok_(file, line)(status == expected, "got %lu, expected %lu\n", status, expected);
    ok_(file, line)(!buffer, "got buffer %p\n", buffer);
}

static void get_info_needs_client_user_and_a_place_for_the_buffer(void)
{
    NET_API_STATUS status;

    check_info_fails(NO_SUCH_SERVER, NULL, L"user", 10, ERROR_INVALID_PARAMETER);
    check_info_fails(NO_SUCH_SERVER, L"", L"user", 10, ERROR_INVALID_PARAMETER);
    check_info_fails(NO_SUCH_SERVER, L"\\\\client", NULL, 10, ERROR_INVALID_PARAMETER);
    check_info_fails(NO_SUCH_SERVER, L"\\\\client", L"", 10, ERROR_INVALID_PARAMETER);

    status = session_get_info(NO_SUCH_SERVER, L"\\\\client", L"user", 10, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void get_info_refuses_what_no_server_need_be_asked_about(void)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(unknown_levels); i++)
    {
        winetest_push_context("level %lu", unknown_levels[i]);
        check_info_fails(NO_SUCH_SERVER, L"\\\\client", L"user", unknown_levels[i],
                         ERROR_INVALID_LEVEL);
        winetest_pop_context();
    }
    for (i = 0; i < ARRAYSIZE(impossible_clients); i++)
    {
        winetest_push_context("client %s", wine_dbgstr_w(impossible_clients[i]));
        check_info_fails(NO_SUCH_SERVER, impossible_clients[i], L"user", 10, NERR_InvalidComputer);
        winetest_pop_context();
    }
    for (i = 0; i < ARRAYSIZE(impossible_servers); i++)
    {
        winetest_push_context("server %s", wine_dbgstr_w(impossible_servers[i]));
        check_info_fails(impossible_servers[i], L"\\\\client", L"user", 10, ERROR_INVALID_NAME);
        winetest_pop_context();
    }
}

/* Every string is there, and lies with its terminator in the one block. */
static void check_strings(const struct session_level *level, const BYTE *buffer, DWORD index,
                          DWORD size)
{
    const WCHAR *end = (const WCHAR *)(buffer + size / sizeof(WCHAR) * sizeof(WCHAR));
    const WCHAR *string, *p;
    int field;

    for (field = 0; field < STRING_COUNT; field++)
    {
        string = session_string(level, buffer, index, (enum session_string)field);
        if (level->strings[field] == ABSENT)
        {
            continue;
        }
        ok((const BYTE *)string >= buffer + level->size && string < end,
           "string %d at %p is not in the block at %p of %lu bytes\n", field, string, buffer, size);
        if ((const BYTE *)string < buffer + level->size || string >= end)
        {
            continue;
        }
        for (p = string; p < end && *p; p++)
        {
        }
        ok(p < end, "string %d is not terminated\n", field);
    }
}

static void check_numbers(const struct session_level *level, const BYTE *buffer, DWORD index)
{
    DWORD opens = session_number(level, buffer, index, OPENS);
    DWORD active = session_number(level, buffer, index, ACTIVE_SECONDS);
    DWORD idle = session_number(level, buffer, index, IDLE_SECONDS);
    DWORD flags = session_number(level, buffer, index, USER_FLAGS);

    ok(opens < 100000, "got %lu opens\n", opens);
    ok(active < 30 * 24 * 3600, "got %lu active seconds\n", active);
    ok(idle <= active, "got %lu idle of %lu active seconds\n", idle, active);
    ok(!(flags & ~(DWORD)(SESS_GUEST | SESS_NOENCRYPTION)), "got flags %#lx\n", flags);
}

static void check_entry(const struct session_level *level, const BYTE *buffer, DWORD index,
                        DWORD size)
{
    const WCHAR *client = session_string(level, buffer, index, CLIENT_NAME);

    check_strings(level, buffer, index, size);
    check_numbers(level, buffer, index);
    ok(client && client[0], "got an empty client name\n");
    ok(client && !wcschr(client, '\\'), "got client name %s\n", wine_dbgstr_w(client));
}

static void enum_fills_every_level(const struct test_server *server)
{
    const struct session_level *level;
    struct enumeration result;
    const WCHAR *user;
    DWORD index, size, of_user;

    for (level = session_levels; level < session_levels + ARRAYSIZE(session_levels); level++)
    {
        winetest_push_context("level %lu", level->level);
        result = enumerate(server->unc, NULL, NULL, level->level);
        if (check_enum_is_complete(result))
        {
            size = 0;
            NetApiBufferSize(result.buffer, &size);
            ok(size >= result.entries * level->size, "got %lu bytes for %lu entries\n", size,
               result.entries);
            of_user = 0;
            for (index = 0; index < result.entries; index++)
            {
                winetest_push_context("entry %lu", index);
                check_entry(level, result.buffer, index, size);
                winetest_pop_context();
                user = session_string(level, result.buffer, index, USER_NAME);
                of_user += user && !_wcsicmp(user, server->user);
            }
            ok(of_user > 0 || !level->level, "%s is not listed\n", wine_dbgstr_w(server->user));
            free_enumeration(result);
        }
        winetest_pop_context();
    }
}

static void enum_takes_server_names_in_any_form(const struct test_server *server)
{
    WCHAR upper[NAME_SIZE];
    struct enumeration result;

    result = enumerate(server->name, NULL, NULL, 1);
    check_enum_is_complete(result);
    free_enumeration(result);

    wcscpy(upper, server->unc);
    CharUpperW(upper);
    result = enumerate(upper, NULL, NULL, 1);
    check_enum_is_complete(result);
    free_enumeration(result);
}

static void enum_needs_no_resume_handle(const struct test_server *server)
{
    BYTE *buffer = NULL;
    DWORD entries = 0, total = 0;
    NET_API_STATUS status;

    status = session_enum(server->unc, NULL, NULL, 10, &buffer, MAX_PREFERRED_LENGTH, &entries,
                          &total, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(entries && entries == total, "got %lu of %lu entries\n", entries, total);
    NetApiBufferFree(buffer);
}

/* All sessions of the filters' client and user are there, and no others. */
static void check_filters(const struct test_server *server, const WCHAR *client, const WCHAR *user)
{
    const struct session_level *level = &session_levels[1];
    struct enumeration all, filtered;
    DWORD index, expected = 0;

    winetest_push_context("client %s, user %s", wine_dbgstr_w(client), wine_dbgstr_w(user));
    all = enumerate(server->unc, NULL, NULL, level->level);
    filtered = enumerate(server->unc, client, user, level->level);
    if (check_enum_is_complete(all) && check_enum_is_complete(filtered))
    {
        for (index = 0; index < all.entries; index++)
        {
            const WCHAR *name = session_string(level, all.buffer, index, CLIENT_NAME);
            const WCHAR *owner = session_string(level, all.buffer, index, USER_NAME);

            expected +=
                (!client || !_wcsicmp(name, client + 2)) && (!user || !_wcsicmp(owner, user));
        }
        ok(filtered.entries == expected, "got %lu entries, expected %lu\n", filtered.entries,
           expected);
        for (index = 0; index < filtered.entries; index++)
        {
            const WCHAR *name = session_string(level, filtered.buffer, index, CLIENT_NAME);
            const WCHAR *owner = session_string(level, filtered.buffer, index, USER_NAME);

            ok(!client || !_wcsicmp(name, client + 2), "got client %s\n", wine_dbgstr_w(name));
            ok(!user || !_wcsicmp(owner, user), "got user %s\n", wine_dbgstr_w(owner));
        }
    }
    free_enumeration(all);
    free_enumeration(filtered);
    winetest_pop_context();
}

static void enum_filters_by_client_and_user_in_any_case(const struct test_server *server,
                                                        const WCHAR *client)
{
    WCHAR upper_client[NAME_SIZE], lower_client[NAME_SIZE];
    WCHAR upper_user[NAME_SIZE], lower_user[NAME_SIZE];

    wcscpy(upper_client, client);
    CharUpperW(upper_client);
    wcscpy(lower_client, client);
    CharLowerW(lower_client);
    wcscpy(upper_user, server->user);
    CharUpperW(upper_user);
    wcscpy(lower_user, server->user);
    CharLowerW(lower_user);

    check_filters(server, client, NULL);
    check_filters(server, upper_client, NULL);
    check_filters(server, lower_client, NULL);
    check_filters(server, NULL, server->user);
    check_filters(server, NULL, upper_user);
    check_filters(server, NULL, lower_user);
    check_filters(server, client, server->user);
    check_filters(server, upper_client, lower_user);
}

static void enum_tells_unknown_client_from_unknown_user(const struct test_server *server,
                                                        const WCHAR *client)
{
    const WCHAR *unc = server->unc;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(session_levels); i++)
    {
        DWORD level = session_levels[i].level;

        winetest_push_context("level %lu", level);
        check_enum_fails(enumerate(unc, L"\\\\nowhere", NULL, level), NERR_ClientNameNotFound);
        check_enum_fails(enumerate(unc, NULL, L"nobody", level), NERR_UserNotFound);
        check_enum_fails(enumerate(unc, L"\\\\nowhere", server->user, level),
                         NERR_ClientNameNotFound);
        check_enum_fails(enumerate(unc, client, L"nobody", level), NERR_UserNotFound);
        check_enum_fails(enumerate(unc, L"\\\\nowhere", L"nobody", level), NERR_ClientNameNotFound);
        winetest_pop_context();
    }
}

/* Entry 0 of both is the same session, the second seen a little later. */
static void check_same_session(const struct session_level *level, const BYTE *listed,
                               const BYTE *info)
{
    int field;

    for (field = 0; field < STRING_COUNT; field++)
    {
        const WCHAR *expected = session_string(level, listed, 0, (enum session_string)field);
        const WCHAR *string = session_string(level, info, 0, (enum session_string)field);

        ok(!string == !expected && (!string || !wcscmp(string, expected)),
           "string %d is %s, expected %s\n", field, wine_dbgstr_w(string), wine_dbgstr_w(expected));
    }
    for (field = 0; field < NUMBER_COUNT; field++)
    {
        DWORD expected = session_number(level, listed, 0, (enum session_number)field);
        DWORD number = session_number(level, info, 0, (enum session_number)field);
        DWORD drift = field == ACTIVE_SECONDS || field == IDLE_SECONDS ? 60 : 0;

        ok(number >= expected && number - expected <= drift, "number %d is %lu, expected %lu\n",
           field, number, expected);
    }
}

static void get_info_gives_the_listed_session_at_every_level(const struct test_server *server,
                                                             const WCHAR *client)
{
    WCHAR upper_user[NAME_SIZE];
    struct enumeration listed;
    NET_API_STATUS status;
    BYTE *info;
    DWORD size;
    unsigned int i;

    wcscpy(upper_user, server->user);
    CharUpperW(upper_user);
    for (i = 0; i < ARRAYSIZE(session_levels); i++)
    {
        const struct session_level *level = &session_levels[i];

        winetest_push_context("level %lu", level->level);
        info = NULL;
        listed = enumerate(server->unc, client, server->user, level->level);
        status = session_get_info(server->unc, client, upper_user, level->level, &info);
        ok(status == NERR_Success, "got %lu\n", status);
        if (check_enum_is_complete(listed) && status == NERR_Success)
        {
            size = 0;
            NetApiBufferSize(info, &size);
            check_entry(level, info, 0, size);
            check_same_session(level, listed.buffer, info);
        }
        free_enumeration(listed);
        NetApiBufferFree(info);
        winetest_pop_context();
    }
}

static void get_info_tells_unknown_client_from_unknown_user(const struct test_server *server,
                                                            const WCHAR *client)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(session_levels); i++)
    {
        DWORD level = session_levels[i].level;

        winetest_push_context("level %lu", level);
        check_info_fails(server->unc, L"\\\\nowhere", server->user, level, NERR_ClientNameNotFound);
        check_info_fails(server->unc, client, L"nobody", level, NERR_UserNotFound);
        winetest_pop_context();
    }
}

START_TEST(session)
{
    struct test_server server;
    WCHAR client[NAME_SIZE];

    enum_needs_a_place_for_each_output();
    enum_refuses_what_no_server_need_be_asked_about();
    get_info_needs_client_user_and_a_place_for_the_buffer();
    get_info_refuses_what_no_server_need_be_asked_about();

    if (!open_test_server(&server))
    {
        return;
    }
    enum_fills_every_level(&server);
    enum_takes_server_names_in_any_form(&server);
    enum_needs_no_resume_handle(&server);
    if (find_user_session(&server, client))
    {
        enum_filters_by_client_and_user_in_any_case(&server, client);
        enum_tells_unknown_client_from_unknown_user(&server, client);
        get_info_gives_the_listed_session_at_every_level(&server, client);
        get_info_tells_unknown_client_from_unknown_user(&server, client);
    }
    close_test_server(&server);
}
