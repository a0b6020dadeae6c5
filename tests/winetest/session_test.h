/*
 * What the session tests share: calls with their outputs, levels as data, the server
 *
 * The server is described by environment variables. Its sessions must not change while a test
 * runs, and its user, who is no administrator, must have a session open.
 *
 *     NETAPI32_TEST_SERVER                               the server's name, without backslashes
 *     NETAPI32_TEST_ADMIN, NETAPI32_TEST_PASSWORD        who may list and end sessions
 *     NETAPI32_TEST_USER, NETAPI32_TEST_USER_PASSWORD    who may not
 *     NETAPI32_TEST_KIND                                 samba or windows; may be missing, as may
 *     NETAPI32_TEST_FOLDER                               a path of the server that no share has
 *     NETAPI32_TEST_DFS_ROOT, NETAPI32_TEST_DFS_LINK     a namespace, and a link with two targets
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef SESSION_TEST_H
#define SESSION_TEST_H

#include <stdarg.h>
#include <stddef.h>
#include <wchar.h>

#include <windef.h>
#include <winbase.h>
#include <wincred.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmapibuf.h>
#include <lmshare.h>

#include "wine/test.h"

#define NAME_SIZE 260

/* [RFC 6761] promises that no such name exists, so a call that gets as far as the network fails. */
#define NO_SUCH_SERVER L"\\\\no-such-host.invalid"

enum session_string
{
    CLIENT_NAME,
    USER_NAME,
    CLIENT_TYPE,
    TRANSPORT,
    STRING_COUNT
};

enum session_number
{
    OPENS,
    ACTIVE_SECONDS,
    IDLE_SECONDS,
    USER_FLAGS,
    NUMBER_COUNT
};

/* Where a level's structure has each field; ABSENT where it has not. */
#define ABSENT ((size_t)-1)

struct session_level
{
    DWORD level;
    size_t size;
    size_t strings[STRING_COUNT];
    size_t numbers[NUMBER_COUNT];
};

#define SESSION_LEVELS 5
extern const struct session_level session_levels[SESSION_LEVELS];

/* NULL where the level has no such string. */
const WCHAR *session_string(const struct session_level *level, const BYTE *buffer, DWORD index,
                            enum session_string field);
/* 0 where the level has no such number. */
DWORD session_number(const struct session_level *level, const BYTE *buffer, DWORD index,
                     enum session_number field);

/* The functions take LMSTR, which is not const, though they only read. */
NET_API_STATUS session_enum(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                            DWORD level, BYTE **buffer, DWORD length, DWORD *entries, DWORD *total,
                            DWORD *resume);
NET_API_STATUS session_get_info(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                                DWORD level, BYTE **buffer);
NET_API_STATUS session_del(const WCHAR *server, const WCHAR *client, const WCHAR *user);

/* One call of NetSessionEnum: what went in, and what came out. */
struct enumeration
{
    DWORD resume_before;
    NET_API_STATUS status;
    BYTE *buffer;
    DWORD entries;
    DWORD total;
    DWORD resume;
};

struct enumeration enumerate_window(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                                    DWORD level, DWORD length, DWORD resume);
/* From the beginning to the end. */
struct enumeration enumerate(const WCHAR *server, const WCHAR *client, const WCHAR *user,
                             DWORD level);
/* What came out of a failed call need not be a buffer. */
void free_enumeration(struct enumeration result);

/* The call failed with the status, and its outputs say nothing. */
#define check_enum_fails(result, status) check_enum_fails_(__FILE__, __LINE__, result, status)
void check_enum_fails_(const char *file, int line, struct enumeration result,
                       NET_API_STATUS status);

/* The call gave all there is; false where there is nothing to look at. */
#define check_enum_is_complete(result) check_enum_is_complete_(__FILE__, __LINE__, result)
BOOL check_enum_is_complete_(const char *file, int line, struct enumeration result);

struct test_server
{
    WCHAR name[NAME_SIZE];
    WCHAR unc[NAME_SIZE];
    WCHAR admin[NAME_SIZE], admin_password[NAME_SIZE];
    WCHAR user[NAME_SIZE], user_password[NAME_SIZE];
    BOOL is_windows;         /* it answers as Windows does, not as Samba */
    WCHAR folder[NAME_SIZE]; /* can be shared; empty where there is none */
    CREDENTIALW *previous;
};

void log_out(const struct test_server *server);

/* From here on, calls to the server are made as this user. */
void log_in(struct test_server *server, WCHAR *user, WCHAR *password);

/* FALSE where the environment variable is not set, or longer than a name. */
BOOL get_setting(const WCHAR *variable, WCHAR value[NAME_SIZE]);

/* Logs the administrator in. Skips, and returns FALSE, where the environment names no server. */
#define open_test_server(server) open_test_server_(__FILE__, __LINE__, server)
BOOL open_test_server_(const char *file, int line, struct test_server *server);

void close_test_server(struct test_server *server);

/* The first session of the server's user: its client's name, with the leading backslashes. */
BOOL find_user_session(const struct test_server *server, WCHAR client[NAME_SIZE]);

#endif
