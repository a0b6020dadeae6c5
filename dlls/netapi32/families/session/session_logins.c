/*
 * The network logins of this host as sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A login is a session when somebody came from another computer and the login's process still runs:
 * client is where from, as a name or an address; active is the time since the login; idle is the
 * time since the last input on its terminal; its terminal is the one thing that is open. What else
 * a session can have is zero or empty. Logins come from the file LoginsFile, or the host's utmp
 * file, or, where a host has none, the session files of systemd; LoginsFile may be a folder of
 * such. A host that keeps none of them has no sessions.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "families/session/session_source.h"
#include "logins/login_list.h"
#include "logins/login_names.h"
#include "platform/call_state.h"
#include "platform/log.h"
#include "remote/settings.h"

/* What names of terminals are made of. */
#define TERMINAL_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_"
#define TERMINAL_LENGTH_MAX 64

/* The rows, and the text that they point into. */
struct session_list
{
    struct session *sessions;
    size_t count;
    uint16_t *text;
    size_t text_length;
};

/* ---- Which logins are sessions --------------------------------------------------------------- */

static bool path_of_process(const char *id, struct utf16_name *path)
{
    *path = utf16_name_from_ascii("/proc/");
    return utf16_name_append_ascii(path, id);
}

static bool process_runs(uint32_t process)
{
    struct utf16_name path;
    char id[16];

    snprintf(id, sizeof(id), "%u", (unsigned int)process);
    return process && path_of_process(id, &path) && platform_file_exists(&path);
}

/* A host that shows no processes cannot be asked which of them run. */
static bool processes_are_known(void)
{
    struct utf16_name path;

    return path_of_process("self", &path) && platform_file_exists(&path);
}

/* Keeps the logins that are sessions, in their order. ERROR_SEM_TIMEOUT. */
static uint32_t keep_sessions(struct login_list *list)
{
    bool check_processes = processes_are_known();
    struct utf16_name name;
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
    {
        const struct login *login = &list->logins[i];

        if (login_list_is_late(list))
        {
            return ERROR_SEM_TIMEOUT;
        }
        if (login_user(login, &name) && login_client(login, &name) &&
            (!check_processes || process_runs(login->process)))
        {
            list->logins[kept++] = *login;
        }
    }
    list->count = kept;
    return ERROR_SUCCESS;
}

/* ---- Times ----------------------------------------------------------------------------------- */

/* A clock that was set back makes a time 0, not negative. */
static uint32_t seconds_between(uint64_t start, uint64_t end)
{
    uint64_t seconds = end > start ? (end - start) / FILETIME_SECOND : 0;

    return seconds < UINT32_MAX ? (uint32_t)seconds : UINT32_MAX;
}

/* A device below /dev, and nothing that leads elsewhere. */
static bool path_of_terminal(struct bytes line, struct utf16_name *path)
{
    char text[TERMINAL_LENGTH_MAX + 1];

    if (!line.size || line.size > TERMINAL_LENGTH_MAX)
    {
        return false;
    }
    memcpy(text, line.data, line.size);
    text[line.size] = 0;
    *path = utf16_name_from_ascii("/dev/");
    return strspn(text, TERMINAL_CHARACTERS) == line.size && utf16_name_append_ascii(path, text);
}

/* The last access to a terminal is the last input. A session without a terminal that can be asked
 * is taken for busy, and none is idle for longer than it exists. */
static uint32_t idle_seconds(const struct login *login, uint32_t active_seconds, uint64_t now)
{
    struct utf16_name path;
    uint64_t last_access = now;
    uint32_t idle = 0;

    if (path_of_terminal(login->line, &path))
    {
        platform_last_access(&path, &last_access);
    }
    idle = seconds_between(last_access, now);
    return idle < active_seconds ? idle : active_seconds;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static struct utf16_slice add_text(struct session_list *list, struct utf16_slice text)
{
    struct utf16_slice copy = { list->text + list->text_length, text.length };

    memcpy(list->text + list->text_length, text.units, text.length * sizeof(uint16_t));
    list->text_length += text.length;
    return copy;
}

static void add_session(struct session_list *list, const struct login *login, uint64_t now)
{
    struct session *session = &list->sessions[list->count++];
    struct utf16_name client;
    struct utf16_name user;

    login_user(login, &user);
    login_client(login, &client);
    *session = (struct session){
        .client = add_text(list, utf16_from_name(&client)),
        .user = add_text(list, utf16_from_name(&user)),
        .opens = 1,
        .active_seconds = seconds_between(login->start, now),
    };
    session->idle_seconds = idle_seconds(login, session->active_seconds, now);
}

static void session_list_free(struct session_list *list)
{
    if (list)
    {
        free(list->sessions);
        free(list->text);
        free(list);
    }
}

/* The most text that the row of a login has. UTF-16 has no more units than UTF-8 has bytes. */
static size_t text_length_max(const struct login *login)
{
    return login->user.size + (login->host.size ? login->host.size : IP_ADDRESS_TEXT_SIZE);
}

/* Room for the rows of these logins; NULL where there is no memory. */
static struct session_list *session_list_new(const struct login_list *logins)
{
    struct session_list *list = calloc(1, sizeof(*list));
    size_t length = 0;

    for (size_t i = 0; i < logins->count; i++)
    {
        length += text_length_max(&logins->logins[i]);
    }
    if (list)
    {
        list->sessions = calloc(logins->count + 1, sizeof(*list->sessions));
        list->text = calloc(length + 1, sizeof(*list->text));
    }
    if (!list || !list->sessions || !list->text)
    {
        session_list_free(list);
        return NULL;
    }
    return list;
}

/* The caller owns *made. ERROR_NOT_ENOUGH_MEMORY, ERROR_SEM_TIMEOUT. */
static uint32_t session_list_make(const struct login_list *logins, struct session_list **made)
{
    struct session_list *list = session_list_new(logins);
    const uint64_t now = platform_filetime();

    *made = NULL;
    if (!list)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < logins->count; i++)
    {
        if (login_list_is_late(logins))
        {
            session_list_free(list);
            return ERROR_SEM_TIMEOUT;
        }
        add_session(list, &logins->logins[i], now);
    }
    *made = list;
    return ERROR_SUCCESS;
}

/* ---- The source ------------------------------------------------------------------------------ */

static void release_page(struct remote_page *page)
{
    session_list_free(page->storage);
    *page = (struct remote_page){ .storage = NULL };
}

static uint32_t logins_enumerate(struct remote *remote, const struct session_query *query,
                                 struct remote_page *page)
{
    struct local_settings settings;
    struct login_list logins = { .deadline = remote->deadline };
    struct session_list *list = NULL;
    uint32_t status = ERROR_SUCCESS;

    (void)query;
    *page = (struct remote_page){ .storage = NULL };
    call_state_set_source(NETAPI32_SOURCE_LOGINS);
    status = local_settings_read(&settings);
    if (!status)
    {
        status = login_list_read(&logins, &settings.logins_file);
    }
    if (!status)
    {
        status = keep_sessions(&logins);
    }
    if (!status)
    {
        status = session_list_make(&logins, &list);
    }
    login_list_free(&logins);
    if (status)
    {
        return status;
    }
    TRACE("%u logins\n", (unsigned int)list->count);
    *page = (struct remote_page){
        .rows = { list->sessions, list->count },
        .release = release_page,
        .storage = list,
    };
    return ERROR_SUCCESS;
}

static uint32_t logins_remove(struct remote *remote, struct utf16_slice client,
                              struct utf16_slice user)
{
    (void)remote;
    (void)client;
    (void)user;
    return ERROR_NOT_SUPPORTED;
}

const struct session_source logins_session_source = {
    .enumerate = logins_enumerate,
    .remove = logins_remove,
};
