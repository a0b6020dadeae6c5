/*
 * What the session tests share: calls with their outputs, levels as data, the server
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

const struct session_level session_levels[SESSION_LEVELS] = {
    {
        0,
        sizeof(SESSION_INFO_0),
        { offsetof(SESSION_INFO_0, sesi0_cname), ABSENT, ABSENT, ABSENT },
        { ABSENT, ABSENT, ABSENT, ABSENT },
    },
    {
        1,
        sizeof(SESSION_INFO_1),
        { offsetof(SESSION_INFO_1, sesi1_cname), offsetof(SESSION_INFO_1, sesi1_username), ABSENT,
          ABSENT },
        { offsetof(SESSION_INFO_1, sesi1_num_opens), offsetof(SESSION_INFO_1, sesi1_time),
          offsetof(SESSION_INFO_1, sesi1_idle_time), offsetof(SESSION_INFO_1, sesi1_user_flags) },
    },
    {
        2,
        sizeof(SESSION_INFO_2),
        { offsetof(SESSION_INFO_2, sesi2_cname), offsetof(SESSION_INFO_2, sesi2_username),
          offsetof(SESSION_INFO_2, sesi2_cltype_name), ABSENT },
        { offsetof(SESSION_INFO_2, sesi2_num_opens), offsetof(SESSION_INFO_2, sesi2_time),
          offsetof(SESSION_INFO_2, sesi2_idle_time), offsetof(SESSION_INFO_2, sesi2_user_flags) },
    },
    {
        10,
        sizeof(SESSION_INFO_10),
        { offsetof(SESSION_INFO_10, sesi10_cname), offsetof(SESSION_INFO_10, sesi10_username),
          ABSENT, ABSENT },
        { ABSENT, offsetof(SESSION_INFO_10, sesi10_time),
          offsetof(SESSION_INFO_10, sesi10_idle_time), ABSENT },
    },
    {
        502,
        sizeof(SESSION_INFO_502),
        { offsetof(SESSION_INFO_502, sesi502_cname), offsetof(SESSION_INFO_502, sesi502_username),
          offsetof(SESSION_INFO_502, sesi502_cltype_name),
          offsetof(SESSION_INFO_502, sesi502_transport) },
        { offsetof(SESSION_INFO_502, sesi502_num_opens), offsetof(SESSION_INFO_502, sesi502_time),
          offsetof(SESSION_INFO_502, sesi502_idle_time),
          offsetof(SESSION_INFO_502, sesi502_user_flags) },
    },
};

const WCHAR *session_string(const struct session_level *level, const BYTE *buffer, DWORD index,
                            enum session_string field)
{
    const BYTE *entry = buffer + index * level->size;

    if (level->strings[field] == ABSENT)
    {
        return NULL;
    }
    return *(const WCHAR *const *)(entry + level->strings[field]);
}

DWORD session_number(const struct session_level *level, const BYTE *buffer, DWORD index,
                     enum session_number field)
{
    const BYTE *entry = buffer + index * level->size;

    if (level->numbers[field] == ABSENT)
    {
        return 0;
    }
    return *(const DWORD *)(entry + level->numbers[field]);
}

NET_API_STATUS session_enum(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                            DWORD level, BYTE **buffer, DWORD length, DWORD *entries, DWORD *total,
                            DWORD *resume)
{
    return NetSessionEnum((WCHAR *)server, (WCHAR *)client, (WCHAR *)user, level, buffer, length,
                          entries, total, resume);
}

NET_API_STATUS session_get_info(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                                DWORD level, BYTE **buffer)
{
    return NetSessionGetInfo((WCHAR *)server, (WCHAR *)client, (WCHAR *)user, level, buffer);
}

NET_API_STATUS session_del(const WCHAR *server, const WCHAR *client, const WCHAR *user)
{
    return NetSessionDel((WCHAR *)server, (WCHAR *)client, (WCHAR *)user);
}

struct enumeration enumerate_window(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                                    DWORD level, DWORD length, DWORD resume)
{
    struct enumeration result;

    memset(&result, 0xcc, sizeof(result));
    result.resume_before = resume;
    result.resume = resume;
    result.status =
        NetSessionEnum((WCHAR *)server, (WCHAR *)client, (WCHAR *)user, level, &result.buffer,
                       length, &result.entries, &result.total, &result.resume);
    return result;
}

struct enumeration enumerate(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                             DWORD level)
{
    return enumerate_window(server, client, user, level, MAX_PREFERRED_LENGTH, 0);
}

void free_enumeration(struct enumeration result)
{
    if (result.status == NERR_Success || result.status == ERROR_MORE_DATA)
    {
        NetApiBufferFree(result.buffer);
    }
}

void check_enum_fails_(const char *file, int line, struct enumeration result, NET_API_STATUS status)
{
    ok_(file, line)(result.status == status, "got %lu, expected %lu\n", result.status, status);
    ok_(file, line)(!result.buffer, "got buffer %p\n", result.buffer);
    ok_(file, line)(!result.entries, "got %lu entries\n", result.entries);
    ok_(file, line)(!result.total, "got total %lu\n", result.total);
    ok_(file, line)(result.resume == result.resume_before, "the resume handle became %lu\n",
                    result.resume);
}

BOOL check_enum_is_complete_(const char *file, int line, struct enumeration result)
{
    ok_(file, line)(result.status == NERR_Success, "got %lu\n", result.status);
    if (result.status != NERR_Success)
    {
        return FALSE;
    }
    ok_(file, line)(result.buffer != NULL, "got no buffer\n");
    ok_(file, line)(result.entries > 0, "got no entries\n");
    ok_(file, line)(result.total == result.entries, "got total %lu for %lu entries\n", result.total,
                    result.entries);
    ok_(file, line)(!result.resume, "the resume handle is %lu\n", result.resume);
    return result.buffer && result.entries > 0;
}

void log_out(const struct test_server *server)
{
    CredDeleteW(server->name, CRED_TYPE_DOMAIN_PASSWORD, 0);
}

void log_in(struct test_server *server, WCHAR *user, WCHAR *password)
{
    CREDENTIALW credential;
    BOOL written;

    memset(&credential, 0, sizeof(credential));
    credential.Type = CRED_TYPE_DOMAIN_PASSWORD;
    credential.TargetName = server->name;
    credential.CredentialBlobSize = (DWORD)(wcslen(password) * sizeof(WCHAR));
    credential.CredentialBlob = (BYTE *)password;
    credential.Persist = CRED_PERSIST_SESSION;
    credential.UserName = user;
    written = CredWriteW(&credential, 0);
    ok(written, "CredWriteW failed with %lu\n", GetLastError());
}

BOOL get_setting(const WCHAR *variable, WCHAR value[NAME_SIZE])
{
    DWORD length = GetEnvironmentVariableW(variable, value, NAME_SIZE - 2);

    return length > 0 && length < NAME_SIZE - 2;
}

BOOL open_test_server_(const char *file, int line, struct test_server *server)
{
    const struct
    {
        const WCHAR *variable;
        WCHAR *value;
    } settings[] = {
        { L"NETAPI32_TEST_SERVER", server->name },
        { L"NETAPI32_TEST_ADMIN", server->admin },
        { L"NETAPI32_TEST_PASSWORD", server->admin_password },
        { L"NETAPI32_TEST_USER", server->user },
        { L"NETAPI32_TEST_USER_PASSWORD", server->user_password },
    };
    WCHAR kind[NAME_SIZE];
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(settings); i++)
    {
        if (!get_setting(settings[i].variable, settings[i].value))
        {
            skip_(file, line)("no test server: %s is not set\n",
                              wine_dbgstr_w(settings[i].variable));
            return FALSE;
        }
    }
    server->is_windows = get_setting(L"NETAPI32_TEST_KIND", kind) && !wcscmp(kind, L"windows");
    if (!get_setting(L"NETAPI32_TEST_FOLDER", server->folder))
    {
        server->folder[0] = 0;
    }
    wcscpy(server->unc, L"\\\\");
    wcscat(server->unc, server->name);
    if (!CredReadW(server->name, CRED_TYPE_DOMAIN_PASSWORD, 0, &server->previous))
    {
        server->previous = NULL;
    }
    log_in(server, server->admin, server->admin_password);
    return TRUE;
}

void close_test_server(struct test_server *server)
{
    log_out(server);
    if (server->previous)
    {
        CredWriteW(server->previous, 0);
        CredFree(server->previous);
    }
}

BOOL find_user_session(const struct test_server *server, WCHAR client[NAME_SIZE])
{
    struct enumeration result = enumerate(server->unc, NULL, server->user, 10);
    BOOL found = result.status == NERR_Success && result.entries > 0;

    ok(found, "%s has no session: got %lu\n", wine_dbgstr_w(server->user), result.status);
    if (found)
    {
        wcscpy(client, L"\\\\");
        wcsncat(client, session_string(&session_levels[3], result.buffer, 0, CLIENT_NAME),
                NAME_SIZE - 3);
    }
    free_enumeration(result);
    return found;
}
