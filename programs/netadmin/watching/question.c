/*
 * Ending what a row shows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/question.h"

#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "base/memory.h"
#include "console/error.h"
#include "families/file_family.h"
#include "families/session_family.h"

#define OPENS_COLUMN 3 /* of sessions: behind the server, the computer and the user */

static const WCHAR *server_shown(const WCHAR *server)
{
    return server ? server : L"localhost";
}

void question_append(const struct view *view, struct text *text)
{
    const struct row *row = &view->asked;

    text_append(text, L"[y/N] ");
    if (view->page == PAGE_SESSIONS)
    {
        text_append_format(text, L"End the session of %ls from %ls on %ls?", row->names[1],
                           row->names[0], server_shown(row->server));
        return;
    }
    text_append_format(text, L"Close this file, which %ls has open on %ls?", row->names[1],
                       server_shown(row->server));
}

/* The files that the user of a session has open on its server, as far as they were told. */
static void append_files_of_user(const struct view *view, struct text *text)
{
    const struct rows *files = &view->pages[PAGE_FILES];
    const WCHAR *separator = L": ";

    for (size_t i = 0; i < files->server_count; i++)
    {
        for (size_t j = 0; j < files->servers[i].count; j++)
        {
            const struct row *file = &files->servers[i].rows[j];

            if (file->server == view->asked.server && file->mark != ROW_GONE &&
                !wcscmp(file->names[1], view->asked.names[1]))
            {
                text_append(text, separator);
                text_append(text, file->names[0]);
                separator = L", ";
            }
        }
    }
}

static bool is_of_one(const struct view *view, const WCHAR *a, const WCHAR *b)
{
    return a == b || clusters_are_one(view->clusters, a, b);
}

/* Is it another file that has the ID of the one that is asked about? */
static bool shares_id(const struct view *view, const struct row *file)
{
    const struct row *asked = &view->asked;

    return file->id == asked->id && file->mark != ROW_GONE &&
           is_of_one(view, file->server, asked->server) &&
           (wcscmp(file->names[0], asked->names[0]) || wcscmp(file->names[1], asked->names[1]));
}

/* In a cluster, the ID of a file may be others' too: they are closed with it. */
static void append_files_of_id(const struct view *view, struct text *text)
{
    const struct rows *files = &view->pages[PAGE_FILES];
    const WCHAR *separator = L". Closes also what has the same ID: ";

    for (size_t i = 0; i < files->server_count; i++)
    {
        for (size_t j = 0; j < files->servers[i].count; j++)
        {
            const struct row *file = &files->servers[i].rows[j];

            if (shares_id(view, file))
            {
                text_append_format(text, L"%ls%ls (%ls)", separator, file->names[0],
                                   file->names[1]);
                separator = L", ";
            }
        }
    }
}

void question_append_loss(const struct view *view, struct text *text)
{
    const struct row *row = &view->asked;

    if (view->page == PAGE_SESSIONS)
    {
        text_append_format(text,
                           L"Lost: what is not saved in its open files (%ls). The user has open",
                           row->cells[OPENS_COLUMN].text);
        append_files_of_user(view, text);
        return;
    }
    text_append_format(text, L"Lost: what is not saved in %ls", row->names[0]);
    append_files_of_id(view, text);
}

struct deed
{
    bool is_file;
    const WCHAR *server;
    WCHAR *names[NAME_COUNT_MAX];
    DWORD id;
    DWORD error;
};

static WCHAR *string_copy(const WCHAR *string)
{
    const size_t size = wcslen(string) + 1;

    return wmemcpy(memory_resize(NULL, size, sizeof(WCHAR)), string, size);
}

struct deed *deed_make(const struct view *view)
{
    const struct row *row = &view->asked;
    struct deed *deed = memory_resize(NULL, 1, sizeof(*deed));

    *deed = (struct deed){
        .is_file = view->page == PAGE_FILES,
        .server = row->server,
        .names = { string_copy(row->names[0]), string_copy(row->names[1]) },
        .id = row->id,
    };
    return deed;
}

void deed_free(void *argument)
{
    struct deed *deed = argument;

    free(deed->names[0]);
    free(deed->names[1]);
    free(deed);
}

static DWORD session_end(const struct deed *deed)
{
    const struct question question = {
        .server = deed->server,
        .names = { { deed->names[0], NAME_COMPUTER }, { deed->names[1], NAME_AS_IT_IS } },
        .is_quiet = true,
    };

    return question_ask(&question, session_delete, NULL);
}

static bool is_the_file(const struct deed *deed, const struct listing *listing)
{
    const FILE_INFO_3 *file = listing->count == 1 ? listing_record(listing, 0) : NULL;

    return file && file->fi3_pathname && !wcscmp(file->fi3_pathname, deed->names[0]) &&
           (!file->fi3_username || !wcscmp(file->fi3_username, deed->names[1]));
}

/* The number may have been given to another file since it was shown. */
static DWORD file_end(const struct deed *deed)
{
    const struct question question = {
        .server = deed->server,
        .info = &deed->id,
        .is_quiet = true,
    };
    struct listing listing;
    DWORD error;

    family_begin(&file_family, file_family.level, &listing);
    error = question_ask(&question, file_get, &listing);
    if (!error)
    {
        error = is_the_file(deed, &listing) ? question_ask(&question, file_close, NULL)
                                            : NERR_FileIdNotFound;
    }
    listing_free(&listing);
    return error;
}

void deed_do(void *argument)
{
    struct deed *deed = argument;

    deed->error = deed->is_file ? file_end(deed) : session_end(deed);
}

void deed_say(const struct deed *deed, struct view *view)
{
    struct text error = { 0 };

    if (!deed->error)
    {
        view_say(view,
                 deed->is_file ? L"Closed %ls of %ls." : L"Ended the session from %ls of %ls.",
                 deed->names[0], deed->names[1]);
        return;
    }
    error_append(deed->error, &error);
    error.length--; /* its line end */
    text_append_unit(&error, 0);
    view_say(view, deed->is_file ? L"Not closed: %ls" : L"Not ended: %ls", error.units);
    text_free(&error);
}
