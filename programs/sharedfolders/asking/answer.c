/*
 * A page of a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/answer.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <lm.h>

#include "asking/netapi.h"
#include "base/memory.h"

#define PIPE_FOLDER L"\\PIPE\\"

/* ---- What a structure tells ------------------------------------------------------------------ */

/* What the structure has, into values of which nothing is told so far. */
typedef void read_function(const void *structure, struct value *values);

/* Servers that do not say what a client runs give an empty name. */
static struct value client_type(const WCHAR *name)
{
    return name && *name ? value_text(name) : (struct value){ 0 };
}

static void read_session_2(const void *structure, struct value *values)
{
    const SESSION_INFO_2 *info = structure;

    values[SESSION_USER] = value_text(info->sesi2_username);
    values[SESSION_COMPUTER] = value_text(info->sesi2_cname);
    values[SESSION_CLIENT_TYPE] = client_type(info->sesi2_cltype_name);
    values[SESSION_OPENS] = value_number(info->sesi2_num_opens);
    values[SESSION_TIME] = value_number(info->sesi2_time);
    values[SESSION_IDLE] = value_number(info->sesi2_idle_time);
    values[SESSION_GUEST] = value_number(info->sesi2_user_flags);
}

static void read_session_1(const void *structure, struct value *values)
{
    const SESSION_INFO_1 *info = structure;

    values[SESSION_USER] = value_text(info->sesi1_username);
    values[SESSION_COMPUTER] = value_text(info->sesi1_cname);
    values[SESSION_OPENS] = value_number(info->sesi1_num_opens);
    values[SESSION_TIME] = value_number(info->sesi1_time);
    values[SESSION_IDLE] = value_number(info->sesi1_idle_time);
    values[SESSION_GUEST] = value_number(info->sesi1_user_flags);
}

static void read_session_10(const void *structure, struct value *values)
{
    const SESSION_INFO_10 *info = structure;

    values[SESSION_USER] = value_text(info->sesi10_username);
    values[SESSION_COMPUTER] = value_text(info->sesi10_cname);
    values[SESSION_TIME] = value_number(info->sesi10_time);
    values[SESSION_IDLE] = value_number(info->sesi10_idle_time);
}

static void read_session_0(const void *structure, struct value *values)
{
    const SESSION_INFO_0 *info = structure;

    values[SESSION_COMPUTER] = value_text(info->sesi0_cname);
}

static void read_share_2(const void *structure, struct value *values)
{
    const SHARE_INFO_2 *info = structure;

    values[SHARE_NAME] = value_text(info->shi2_netname);
    values[SHARE_PATH] = value_text(info->shi2_path);
    values[SHARE_TYPE] = value_number(info->shi2_type);
    values[SHARE_USES] = value_number(info->shi2_current_uses);
    values[SHARE_REMARK] = value_text(info->shi2_remark);
}

static void read_share_1(const void *structure, struct value *values)
{
    const SHARE_INFO_1 *info = structure;

    values[SHARE_NAME] = value_text(info->shi1_netname);
    values[SHARE_TYPE] = value_number(info->shi1_type);
    values[SHARE_REMARK] = value_text(info->shi1_remark);
}

static void read_share_0(const void *structure, struct value *values)
{
    const SHARE_INFO_0 *info = structure;

    values[SHARE_NAME] = value_text(info->shi0_netname);
}

/* The path tells a pipe from a file. */
static void read_file_3(const void *structure, struct value *values)
{
    const FILE_INFO_3 *info = structure;

    values[FILE_PATH] = value_text(info->fi3_pathname);
    values[FILE_USER] = value_text(info->fi3_username);
    values[FILE_LOCKS] = value_number(info->fi3_num_locks);
    values[FILE_MODE] = value_number(info->fi3_permissions);
    values[FILE_ID] = value_number(info->fi3_id);
    if (info->fi3_pathname)
    {
        values[FILE_TYPE] =
            value_number(!_wcsnicmp(info->fi3_pathname, PIPE_FOLDER, wcslen(PIPE_FOLDER)));
    }
}

static void read_file_2(const void *structure, struct value *values)
{
    const FILE_INFO_2 *info = structure;

    values[FILE_ID] = value_number(info->fi2_id);
}

static void read_connection_1(const void *structure, struct value *values)
{
    const CONNECTION_INFO_1 *info = structure;

    values[CONNECTION_COMPUTER] = value_text(info->coni1_netname);
    values[CONNECTION_USER] = value_text(info->coni1_username);
    values[CONNECTION_OPENS] = value_number(info->coni1_num_opens);
    values[CONNECTION_USERS] = value_number(info->coni1_num_users);
    values[CONNECTION_TIME] = value_number(info->coni1_time);
    values[CONNECTION_TYPE] = value_number(info->coni1_type);
    values[CONNECTION_ID] = value_number(info->coni1_id);
}

static void read_connection_0(const void *structure, struct value *values)
{
    const CONNECTION_INFO_0 *info = structure;

    values[CONNECTION_ID] = value_number(info->coni0_id);
}

/* ---- The levels ------------------------------------------------------------------------------ */

struct level
{
    DWORD number;
    size_t size; /* of a structure */
    read_function *read;
};

#define LEVEL(number, structure, read)                                                             \
    {                                                                                              \
        number, sizeof(structure), read                                                            \
    }

/* From the one that tells most; size 0 ends them. */
static const struct level share_levels[] = {
    LEVEL(2, SHARE_INFO_2, read_share_2),
    LEVEL(1, SHARE_INFO_1, read_share_1),
    LEVEL(0, SHARE_INFO_0, read_share_0),
    { 0 },
};
static const struct level session_levels[] = {
    LEVEL(2, SESSION_INFO_2, read_session_2),
    LEVEL(1, SESSION_INFO_1, read_session_1),
    LEVEL(10, SESSION_INFO_10, read_session_10),
    LEVEL(0, SESSION_INFO_0, read_session_0),
    { 0 },
};
static const struct level file_levels[] = {
    LEVEL(3, FILE_INFO_3, read_file_3),
    LEVEL(2, FILE_INFO_2, read_file_2),
    { 0 },
};
static const struct level connection_levels[] = {
    LEVEL(1, CONNECTION_INFO_1, read_connection_1),
    LEVEL(0, CONNECTION_INFO_0, read_connection_0),
    { 0 },
};

/* Whom a question is about. */
struct question
{
    const WCHAR *server;
    const WCHAR *shown;
    const WCHAR *name; /* of a share, or a user; NULL: any */
    DWORD (*list)(const struct question *question, DWORD level, struct netapi_list *list);
    const struct level *levels;
};

static DWORD list_shares(const struct question *question, DWORD level, struct netapi_list *list)
{
    return netapi_shares(question->server, level, list);
}

static DWORD list_sessions(const struct question *question, DWORD level, struct netapi_list *list)
{
    return netapi_sessions(question->server, level, list);
}

static DWORD list_files(const struct question *question, DWORD level, struct netapi_list *list)
{
    return netapi_files(question->server, question->name, level, list);
}

static DWORD list_connections(const struct question *question, DWORD level,
                              struct netapi_list *list)
{
    return netapi_connections(question->server, question->name, level, list);
}

static bool is_of_level(DWORD error)
{
    return error == ERROR_INVALID_LEVEL || error == ERROR_NOT_SUPPORTED;
}

/* Returns the level that the server answers, or NULL with the error that says most. */
static const struct level *ask_levels(const struct question *question, struct netapi_list *list,
                                      struct answer *answer)
{
    DWORD first = ERROR_SUCCESS;
    const struct level *level = question->levels;

    for (; level->size; level++)
    {
        const DWORD error = question->list(question, level->number, list);

        if (!error)
        {
            answer->level = level->number;
            answer->reason = first;
            return level;
        }
        first = !first || is_of_level(first) ? error : first;
        if (!is_of_level(error) && error != ERROR_ACCESS_DENIED)
        {
            break;
        }
    }
    answer->error = first;
    return NULL;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void add_row(struct answer *answer, enum page page, const struct value *values)
{
    /* Doubled at each power of two. */
    if (!(answer->count & (answer->count - 1)))
    {
        answer->rows = memory_resize(answer->rows, answer->count ? 2 * answer->count : 1,
                                     sizeof(*answer->rows));
    }
    answer->rows[answer->count++] = row_make(page, values);
}

static void add_rows(const struct question *question, enum page page, const struct level *level,
                     const struct netapi_list *list, struct answer *answer)
{
    for (size_t i = 0; i < list->page_count; i++)
    {
        for (DWORD j = 0; j < list->pages[i].count; j++)
        {
            struct value values[COLUMNS_MAX] = { [COLUMN_SERVER] = value_text(question->shown) };

            level->read(list->pages[i].buffer + j * level->size, values);
            add_row(answer, page, values);
        }
    }
}

static void ask_list(const struct question *question, enum page page, struct answer *answer)
{
    struct netapi_list list;
    const struct level *level = ask_levels(question, &list, answer);

    if (level)
    {
        add_rows(question, page, level, &list, answer);
        netapi_list_free(&list);
    }
}

/* ---- Connections ----------------------------------------------------------------------------- */

/* Samba answers with as many rows as there are connections, and the number of open files in each; the
 * rest is the same in every row, of a user whom nobody has. */
static bool is_made_up(const struct value *values)
{
    return values[CONNECTION_USER].is_told && values[CONNECTION_COMPUTER].is_told &&
           !wcscmp((const WCHAR *)values[CONNECTION_USER].text, L"dummy_user") &&
           !wcscmp((const WCHAR *)values[CONNECTION_COMPUTER].text, L"IPC$");
}

static void add_connection(const struct question *question, const SHARE_INFO_1 *share,
                           const struct level *level, const BYTE *structure, struct answer *answer)
{
    struct value values[COLUMNS_MAX] = { 0 };

    level->read(structure, values);
    if (is_made_up(values))
    {
        const struct value opens = values[CONNECTION_OPENS];

        memset(values, 0, sizeof(values));
        values[CONNECTION_OPENS] = opens;
        values[CONNECTION_TYPE] = value_number(share->shi1_type);
        answer->is_made_up = true;
    }
    values[COLUMN_SERVER] = value_text(question->shown);
    values[CONNECTION_SHARE] = value_text(share->shi1_netname);
    add_row(answer, PAGE_CONNECTIONS, values);
}

/* The connections to one share; one that has gone meanwhile has none. */
static void ask_connections_of(const struct question *connections, const SHARE_INFO_1 *share,
                               struct answer *answer)
{
    struct question question = *connections;
    struct netapi_list list;
    const struct level *level;

    question.name = share->shi1_netname;
    level = ask_levels(&question, &list, answer);
    if (answer->error == NERR_NetNameNotFound)
    {
        answer->error = ERROR_SUCCESS;
    }
    for (size_t i = 0; level && i < list.page_count; i++)
    {
        for (DWORD j = 0; j < list.pages[i].count; j++)
        {
            add_connection(&question, share, level, list.pages[i].buffer + j * level->size, answer);
        }
    }
    if (level)
    {
        netapi_list_free(&list);
    }
}

/* The API wants a share or a computer; the shares have all connections between them. */
static void ask_connections(const struct question *question, struct answer *answer)
{
    struct netapi_list shares;

    answer->error = netapi_shares(question->server, 1, &shares);
    for (size_t i = 0; i < shares.page_count; i++)
    {
        const SHARE_INFO_1 *share = (const SHARE_INFO_1 *)shares.pages[i].buffer;

        for (DWORD j = 0; !answer->error && j < shares.pages[i].count; j++)
        {
            ask_connections_of(question, &share[j], answer);
        }
    }
    netapi_list_free(&shares);
}

/* ---- All of it ------------------------------------------------------------------------------- */

static void drop_rows(struct answer *answer)
{
    for (size_t i = 0; answer->rows && i < answer->count; i++)
    {
        free(answer->rows[i]);
    }
    free(answer->rows);
    answer->rows = NULL;
    answer->count = 0;
}

void answer_ask(const WCHAR *server, const WCHAR *shown, enum page page, struct answer *answer)
{
    static const struct question questions[PAGE_COUNT] = {
        [PAGE_SHARES] = { .list = list_shares, .levels = share_levels },
        [PAGE_SESSIONS] = { .list = list_sessions, .levels = session_levels },
        [PAGE_FILES] = { .list = list_files, .levels = file_levels },
        [PAGE_CONNECTIONS] = { .list = list_connections, .levels = connection_levels },
    };
    struct question question = questions[page];

    *answer = (struct answer){ 0 };
    question.server = server;
    question.shown = shown;
    if (page == PAGE_CONNECTIONS)
    {
        ask_connections(&question, answer);
    }
    else
    {
        ask_list(&question, page, answer);
    }
    if (answer->error)
    {
        drop_rows(answer);
    }
}

void answer_ask_files(const WCHAR *server, const WCHAR *shown, const WCHAR *user,
                      struct answer *answer)
{
    const struct question question = {
        .server = server, .shown = shown, .name = user, .list = list_files, .levels = file_levels
    };

    *answer = (struct answer){ 0 };
    ask_list(&question, PAGE_FILES, answer);
}

void answer_free(struct answer *answer)
{
    drop_rows(answer);
    *answer = (struct answer){ 0 };
}
