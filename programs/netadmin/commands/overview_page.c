/*
 * What a server is, shares and has in use, on one page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/overview_page.h"

#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>
#include <lmcons.h>
#include <lmshare.h>

#include "base/memory.h"
#include "console/error.h"
#include "listing/listing_card.h"
#include "listing/listing_table.h"
#include "listing/order.h"

#define PAGE_WIDTH      79
#define SECTION_INDENT  2
#define FILE_INDENT     6
#define FIELD_COUNT_MAX 6

/* ---- What of each answer fits the page ------------------------------------------------------- */

/* Fields, in the order of the columns, of any level that the part may have; ended by NULL. */
static const WCHAR *const picked_names[OVERVIEW_PART_COUNT][2 * FIELD_COUNT_MAX + 1] = {
    [OVERVIEW_SERVER] = { L"sv101_name", L"sv100_name", L"sv101_comment", L"sv101_version_major",
                          L"sv101_platform_id", L"sv100_platform_id" },
    [OVERVIEW_TIME] = { L"tod_elapsedt" },
    [OVERVIEW_SHARES] = { L"shi2_netname", L"shi1_netname", L"shi2_type", L"shi1_type",
                          L"shi2_current_uses", L"shi2_path", L"shi1_remark" },
    [OVERVIEW_SESSIONS] = { L"sesi1_username", L"sesi1_cname", L"sesi1_time", L"sesi1_idle_time",
                            L"sesi1_num_opens" },
    [OVERVIEW_FILES] = { L"fi3_id", L"fi3_permissions", L"fi3_pathname" },
};

/* For files that nobody's session stands above. */
static const WCHAR *const picked_with_user[] = { L"fi3_id", L"fi3_username", L"fi3_num_locks",
                                                 L"fi3_pathname", NULL };

/* A listing with some of its fields; its records stay the other's. */
struct picked
{
    struct field fields[FIELD_COUNT_MAX];
    struct level level;
    struct listing listing;
};

static void pick(struct picked *picked, const struct listing *listing, const WCHAR *const *names)
{
    const struct level *level = listing->level;
    size_t count = 0;

    for (; *names && count < FIELD_COUNT_MAX; names++)
    {
        for (size_t i = 0; i < level->field_count; i++)
        {
            if (!wcscmp(level->fields[i].name, *names))
            {
                picked->fields[count++] = level->fields[i];
            }
        }
    }
    picked->level = *level;
    picked->level.fields = picked->fields;
    picked->level.field_count = count;
    picked->listing = *listing;
    picked->listing.level = &picked->level;
}

/* ---- Lines ----------------------------------------------------------------------------------- */

/* The lines of a table: its headings, and one for each record. */
struct lines
{
    struct text text;
    size_t *starts; /* of each line, and the end of the last */
};

static void lines_make(struct lines *lines, const struct listing *listing,
                       const WCHAR *const *names, size_t indent)
{
    struct table table = { 0 };
    struct picked picked;
    size_t count = 0;

    pick(&picked, listing, names);
    listing_add_columns(&picked.listing, &table);
    for (size_t i = 0; i < listing->count; i++)
    {
        listing_add_row(&picked.listing, i, &table);
    }
    table_fit(&table, PAGE_WIDTH - indent);
    *lines =
        (struct lines){ .starts = memory_resize(NULL, listing->count + 2, sizeof(*lines->starts)) };
    table_append(&table, &lines->text);
    table_free(&table);
    lines->starts[count++] = 0;
    for (size_t i = 0; i < lines->text.length; i++)
    {
        if (lines->text.units[i] == '\n')
        {
            lines->starts[count++] = i + 1;
        }
    }
}

static void lines_free(struct lines *lines)
{
    free(lines->starts);
    text_free(&lines->text);
}

static void append_line(struct text *text, const struct lines *lines, size_t index, size_t indent)
{
    text_append_spaces(text, indent);
    text_append_units(text, lines->text.units + lines->starts[index],
                      lines->starts[index + 1] - lines->starts[index]);
}

/* ---- Sections -------------------------------------------------------------------------------- */

/* Sessions: Access is denied. (5, ERROR_ACCESS_DENIED) */
static void append_error(struct text *text, const struct overview_part *part)
{
    const WCHAR *what = part->listing.family->plural;

    text_append_format(text, L"%lc%ls: ", towupper(what[0]), what + 1);
    error_append(part->error, text);
}

/* "2 sessions" below an empty line, or what is wrong; true if records are to follow. */
static bool append_heading(struct text *text, const struct overview_part *part)
{
    text_append_unit(text, '\n');
    if (part->error)
    {
        append_error(text, part);
        return false;
    }
    listing_append_count(&part->listing, text);
    text_append_unit(text, '\n');
    return part->listing.count;
}

static void append_card(struct text *text, const struct overview_part *parts)
{
    struct table table = { 0 };
    struct picked picked;

    table_add_column(&table, L"", false);
    table_add_column(&table, L"", false);
    for (size_t i = OVERVIEW_SERVER; i <= OVERVIEW_TIME; i++)
    {
        pick(&picked, &parts[i].listing, picked_names[i]);
        if (!parts[i].error && parts[i].listing.count)
        {
            card_add_lines(&picked.level, listing_record(&parts[i].listing, 0), &table);
        }
    }
    table_fit(&table, PAGE_WIDTH);
    table_append_rows(&table, text);
    table_free(&table);
    for (size_t i = OVERVIEW_SERVER; i <= OVERVIEW_TIME; i++)
    {
        if (parts[i].error)
        {
            append_error(text, &parts[i]);
        }
    }
}

static void append_shares(struct text *text, const struct overview_part *shares)
{
    struct lines lines;

    if (!append_heading(text, shares))
    {
        return;
    }
    lines_make(&lines, &shares->listing, picked_names[OVERVIEW_SHARES], SECTION_INDENT);
    for (size_t i = 0; i <= shares->listing.count; i++)
    {
        append_line(text, &lines, i, SECTION_INDENT);
    }
    lines_free(&lines);
}

/* ---- Sessions and their files ---------------------------------------------------------------- */

/* The files of the server, which sections take from. */
struct files
{
    const struct listing *listing;
    size_t *order;      /* by user */
    bool *is_listed;    /* below a session, by index */
    struct lines lines; /* one for each, without the user */
    struct lines lines_with_user;
};

static const WCHAR *not_null(const WCHAR *string)
{
    return string ? string : L"";
}

static const WCHAR *session_user(const void *record)
{
    return not_null(((const SESSION_INFO_1 *)record)->sesi1_username);
}

static const WCHAR *file_user(const void *record)
{
    return not_null(((const FILE_INFO_3 *)record)->fi3_username);
}

static int session_compare(const struct level *level, const void *a, const void *b)
{
    (void)level;
    return _wcsicmp(session_user(a), session_user(b));
}

static int file_compare(const struct level *level, const void *a, const void *b)
{
    (void)level;
    return _wcsicmp(file_user(a), file_user(b));
}

static void files_make(struct files *files, const struct listing *listing)
{
    *files = (struct files){
        .listing = listing,
        .order = order_make(listing, file_compare),
        .is_listed = memory_resize(NULL, listing->count + 1, sizeof(*files->is_listed)),
    };
    ZeroMemory(files->is_listed, (listing->count + 1) * sizeof(*files->is_listed));
    lines_make(&files->lines, listing, picked_names[OVERVIEW_FILES], FILE_INDENT);
    lines_make(&files->lines_with_user, listing, picked_with_user, SECTION_INDENT);
}

static void files_free(struct files *files)
{
    lines_free(&files->lines_with_user);
    lines_free(&files->lines);
    free(files->is_listed);
    free(files->order);
}

/* The user's files. `position` in their order moves on behind them; users come in order. */
static void append_files_of(struct text *text, const WCHAR *user, struct files *files,
                            size_t *position)
{
    for (; *position < files->listing->count; ++*position)
    {
        const size_t index = files->order[*position];
        const int order = _wcsicmp(file_user(listing_record(files->listing, index)), user);

        if (order > 0)
        {
            return;
        }
        if (!order)
        {
            append_line(text, &files->lines, index + 1, FILE_INDENT);
            files->is_listed[index] = true;
        }
    }
}

/* A user's sessions stand together, above the user's files: a server does not tell through which of
 * them a file is open. */
static void append_sessions(struct text *text, const struct overview_part *sessions,
                            struct files *files)
{
    const struct listing *listing = &sessions->listing;
    struct lines lines;
    size_t position = 0;
    size_t *order;

    if (!append_heading(text, sessions))
    {
        return;
    }
    order = order_make(listing, session_compare);
    lines_make(&lines, listing, picked_names[OVERVIEW_SESSIONS], SECTION_INDENT);
    append_line(text, &lines, 0, SECTION_INDENT);
    for (size_t i = 0; i < listing->count; i++)
    {
        const WCHAR *user = session_user(listing_record(listing, order[i]));

        append_line(text, &lines, order[i] + 1, SECTION_INDENT);
        if (i + 1 == listing->count ||
            _wcsicmp(session_user(listing_record(listing, order[i + 1])), user))
        {
            append_files_of(text, user, files, &position);
        }
    }
    lines_free(&lines);
    free(order);
}

/* ---- Files on their own ---------------------------------------------------------------------- */

static bool is_locked(const struct files *files, size_t index)
{
    return ((const FILE_INFO_3 *)listing_record(files->listing, index))->fi3_num_locks;
}

static bool is_left(const struct files *files, size_t index)
{
    return !files->is_listed[index];
}

/* A section of the files that a condition is true of, if there are any. */
static void append_files(struct text *text, const struct files *files,
                         bool (*condition)(const struct files *files, size_t index),
                         const WCHAR *singular, const WCHAR *plural)
{
    struct text section = { 0 };
    size_t count = 0;

    append_line(&section, &files->lines_with_user, 0, SECTION_INDENT);
    for (size_t i = 0; i < files->listing->count; i++)
    {
        if (condition(files, i))
        {
            append_line(&section, &files->lines_with_user, i + 1, SECTION_INDENT);
            count++;
        }
    }
    if (count)
    {
        text_append_format(text, L"\n%lu %ls\n", (DWORD)count, count == 1 ? singular : plural);
        text_append_units(text, section.units, section.length);
    }
    text_free(&section);
}

void overview_append(const struct overview_part parts[OVERVIEW_PART_COUNT], struct text *text)
{
    const struct overview_part *file_part = &parts[OVERVIEW_FILES];
    struct files files;

    append_card(text, parts);
    append_shares(text, &parts[OVERVIEW_SHARES]);
    files_make(&files, &file_part->listing);
    append_sessions(text, &parts[OVERVIEW_SESSIONS], &files);
    if (file_part->error)
    {
        append_heading(text, file_part);
    }
    append_files(text, &files, is_left, L"open file of no session above",
                 L"open files of no session above");
    append_files(text, &files, is_locked, L"locked file", L"locked files");
    files_free(&files);
}
