/*
 * What is to be ended on servers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/targets.h"

#include <stdlib.h>
#include <wchar.h>

#include "asking/netapi.h"
#include "base/memory.h"

/* NULL where it was not told. */
static const WCHAR *told(const struct row *row, size_t column)
{
    return row->values[column].is_told ? row->values[column].text : NULL;
}

/* ---- Which there are ------------------------------------------------------------------------- */

bool rows_end_together(const struct row *a, const struct row *b)
{
    if (row_compare_by(a, b, COLUMN_SERVER))
    {
        return false;
    }
    return a->page == PAGE_SESSIONS ? !row_compare_identity(a, b)
                                    : a->page == PAGE_FILES && a->values[FILE_ID].is_told &&
                                          !row_compare_by(a, b, FILE_ID);
}

static struct target *find(const struct targets *targets, const struct row *row)
{
    for (size_t i = 0; i < targets->count; i++)
    {
        if (rows_end_together(targets->targets[i].row, row))
        {
            return &targets->targets[i];
        }
    }
    return NULL;
}

bool targets_have(const struct targets *targets, const struct row *row)
{
    return find(targets, row) != NULL;
}

/* A further file that the ID of a target stands for. */
static void add_file(struct answer *files, const struct row *row)
{
    files->rows = memory_resize(files->rows, files->count + 1, sizeof(*files->rows));
    files->rows[files->count++] = row_make(row->page, row->values);
}

void targets_add(struct targets *targets, const WCHAR *server, const struct row *row)
{
    struct target *target = find(targets, row);

    if (target)
    {
        target->rows++;
        if (row->page == PAGE_FILES)
        {
            add_file(&target->files, row);
        }
        return;
    }
    targets->targets =
        memory_resize(targets->targets, targets->count + 1, sizeof(*targets->targets));
    targets->targets[targets->count++] = (struct target){ .server = string_copy(server),
                                                          .row = row_make(row->page, row->values),
                                                          .rows = 1 };
}

void targets_free(struct targets *targets)
{
    for (size_t i = 0; i < targets->count; i++)
    {
        free(targets->targets[i].server);
        free(targets->targets[i].row);
        answer_free(&targets->targets[i].files);
    }
    free(targets->targets);
    *targets = (struct targets){ 0 };
}

size_t targets_rows(const struct targets *targets)
{
    size_t rows = 0;

    for (size_t i = 0; i < targets->count; i++)
    {
        rows += targets->targets[i].rows;
    }
    return rows;
}

/* ---- What goes with them --------------------------------------------------------------------- */

static bool is_below(const WCHAR *path, const WCHAR *folder)
{
    size_t length = wcslen(folder);

    while (length && (folder[length - 1] == L'\\' || folder[length - 1] == L'/'))
    {
        length--;
    }
    return !_wcsnicmp(path, folder, length) &&
           (!path[length] || path[length] == L'\\' || path[length] == L'/');
}

/* Keeps the files below a folder. */
static void keep_below(struct answer *files, const WCHAR *folder)
{
    size_t kept = 0;

    for (size_t i = 0; i < files->count; i++)
    {
        const WCHAR *path = told(files->rows[i], FILE_PATH);

        if (path && is_below(path, folder))
        {
            files->rows[kept++] = files->rows[i];
        }
        else
        {
            free(files->rows[i]);
        }
    }
    files->count = kept;
}

/* Of a session that does not say whose it is, nobody knows the files; of a share without a path
 * neither. */
void target_look(struct target *target)
{
    const struct row *row = target->row;
    const WCHAR *name = told(row, row->page == PAGE_SESSIONS ? SESSION_USER : SHARE_PATH);

    target->has_looked = row->page != PAGE_FILES;
    if (!target->has_looked)
    {
        return;
    }
    if (!name || !*name)
    {
        target->files.error = ERROR_NOT_SUPPORTED;
        return;
    }
    answer_ask_files(target->server, row->values[COLUMN_SERVER].text,
                     row->page == PAGE_SESSIONS ? name : NULL, &target->files);
    if (row->page == PAGE_SHARES)
    {
        keep_below(&target->files, name);
    }
}

/* ---- Ending them ----------------------------------------------------------------------------- */

static DWORD end_session(const struct target *target)
{
    const WCHAR *computer = told(target->row, SESSION_COMPUTER);
    const WCHAR *user = told(target->row, SESSION_USER);

    if (!computer)
    {
        return ERROR_NOT_SUPPORTED;
    }
    computer += wcsspn(computer, L"\\");
    return netapi_session_end(target->server, computer, user && *user ? user : NULL);
}

static DWORD close_file(const struct target *target)
{
    const struct value *id = &target->row->values[FILE_ID];

    return id->is_told ? netapi_file_close(target->server, id->number) : ERROR_NOT_SUPPORTED;
}

void target_end(struct target *target)
{
    switch (target->row->page)
    {
    case PAGE_SESSIONS: target->error = end_session(target); break;
    case PAGE_FILES: target->error = close_file(target); break;
    case PAGE_SHARES:
        target->error = netapi_share_remove(target->server, target->row->values[SHARE_NAME].text);
        break;
    default: target->error = ERROR_NOT_SUPPORTED; break;
    }
    target->has_acted = true;
}
