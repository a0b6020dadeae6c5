/*
 * Figures of servers as metrics.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/metrics.h"

#include <stddef.h>

#include "monitoring/label.h"

#define MICROSECONDS 1000000

/* What a metric has a value for. */
enum scope
{
    SCOPE_SERVER,
    SCOPE_SECONDS, /* a server, in microseconds here */
    SCOPE_QUERY,   /* each part of the question */
    SCOPE_SHARE,
    SCOPE_USER,
};

struct metric
{
    const WCHAR *name;
    const WCHAR *unit; /* NULL: none */
    const WCHAR *help; /* without backslashes, quotation marks and line ends */
    enum scope scope;
    size_t place; /* in struct figures; or which count, of a share or a user */
};

#define OF_SERVER(member) SCOPE_SERVER, offsetof(struct figures, member)

static const struct metric metrics[] = {
    { L"smb_server_up", NULL, L"Whether the server answered at least one question.",
      OF_SERVER(is_up) },
    { L"smb_server_answer_seconds", L"seconds",
      L"How long the server took to answer all questions, or to fail.", SCOPE_SECONDS,
      offsetof(struct figures, microseconds) },
    { L"smb_server_query_error_code", NULL,
      L"The Win32 code of each question; 0 is success. A question that could only fail in the same "
      L"way as the one before has its code.",
      SCOPE_QUERY, 0 },
    { L"smb_server_counted_with_cluster", NULL,
      L"1 for a node of a cluster whose sessions, open files and shares are counted with another "
      L"node.",
      OF_SERVER(is_of_cluster) },
    { L"smb_server_sessions", NULL, L"Sessions, this one included.", OF_SERVER(sessions) },
    { L"smb_server_open_files", NULL, L"Open files, folders and named pipes.",
      OF_SERVER(open_files) },
    { L"smb_server_file_locks", NULL, L"Locks that open files hold.", OF_SERVER(file_locks) },
    { L"smb_server_shares", NULL, L"Shares.", OF_SERVER(shares) },
    { L"smb_server_unattributed_open_files", NULL,
      L"Open files of which the path does not tell the share, or whose share is not listed.",
      OF_SERVER(unattributed_open_files) },
    { L"smb_server_unattributed_file_locks", NULL, L"Locks that those files hold.",
      OF_SERVER(unattributed_file_locks) },
    { L"smb_server_unlisted_shares", NULL, L"Shares beyond the limit of those that are told apart.",
      OF_SERVER(unlisted_shares) },
    { L"smb_share_connections", NULL, L"Connections to the share.", SCOPE_SHARE,
      SHARE_CONNECTIONS },
    { L"smb_share_open_files", NULL,
      L"Open files of which the path lies in the folder of the share.", SCOPE_SHARE,
      SHARE_OPEN_FILES },
    { L"smb_share_file_locks", NULL, L"Locks that those files hold.", SCOPE_SHARE,
      SHARE_FILE_LOCKS },
    { L"smb_server_unlisted_users", NULL, L"Users beyond the limit of those that are told apart.",
      OF_SERVER(unlisted_users) },
    { L"smb_user_sessions", NULL, L"Sessions of the user.", SCOPE_USER, USER_SESSIONS },
    { L"smb_user_open_files", NULL, L"Files that the user has open.", SCOPE_USER, USER_OPEN_FILES },
    { L"smb_user_file_locks", NULL, L"Locks that those files hold.", SCOPE_USER, USER_FILE_LOCKS },
};

/* ---- Samples --------------------------------------------------------------------------------- */

/* What is appended for one metric: nothing before there is a value. */
struct family_text
{
    struct text *text;
    const struct metric *metric;
    bool is_begun;
};

static void family_begin_once(struct family_text *family)
{
    const struct metric *metric = family->metric;

    if (family->is_begun)
    {
        return;
    }
    family->is_begun = true;
    text_append_format(family->text, L"# HELP %ls %ls\n", metric->name, metric->help);
    text_append_format(family->text, L"# TYPE %ls gauge\n", metric->name);
    if (metric->unit)
    {
        text_append_format(family->text, L"# UNIT %ls %ls\n", metric->name, metric->unit);
    }
}

/* With a second label, or NULL. */
static void sample_begin(struct family_text *family, const struct figures *figures,
                         const WCHAR *label, const WCHAR *value)
{
    struct text server = { 0 };

    label_append(&server, figures->server ? figures->server : L"localhost");
    text_append_unit(&server, 0);
    family_begin_once(family);
    text_append(family->text, family->metric->name);
    label_append_set(family->text,
                     (const WCHAR *const[]){ L"server", server.units, label, value, NULL });
    text_free(&server);
}

static void sample_append(struct family_text *family, const struct figures *figures,
                          const WCHAR *label, const WCHAR *value, ULONGLONG number)
{
    sample_begin(family, figures, label, value);
    text_append_format(family->text, L" %llu\n", number);
}

static uint64_t server_number(const struct figures *figures, size_t place)
{
    return *(const uint64_t *)(const void *)((const char *)figures + place);
}

static void tally_append(struct family_text *family, const struct figures *figures,
                         const WCHAR *label, const struct tally *tally)
{
    for (size_t i = 0; i < tally->count; i++)
    {
        sample_append(family, figures, label, tally->entries[i].name,
                      tally->entries[i].counts[family->metric->place]);
    }
}

/* Were the counts of this place told of shares, or of users? */
static bool share_count_is_told(const struct figures *figures, size_t place)
{
    return place == SHARE_CONNECTIONS || figures->open_files != NOT_TOLD;
}

static bool user_count_is_told(const struct figures *figures, size_t place)
{
    return (place == USER_SESSIONS ? figures->sessions : figures->open_files) != NOT_TOLD;
}

static void figures_append(struct family_text *family, const struct figures *figures)
{
    const size_t place = family->metric->place;
    const uint64_t number =
        family->metric->scope <= SCOPE_SECONDS ? server_number(figures, place) : NOT_TOLD;

    switch (family->metric->scope)
    {
    case SCOPE_SERVER:
        if (number != NOT_TOLD)
        {
            sample_append(family, figures, NULL, NULL, number);
        }
        break;
    case SCOPE_SECONDS:
        sample_begin(family, figures, NULL, NULL);
        text_append_format(family->text, L" %llu.%06lu\n", (ULONGLONG)(number / MICROSECONDS),
                           (DWORD)(number % MICROSECONDS));
        break;
    case SCOPE_QUERY:
        for (size_t i = 0; i < FIGURES_PART_COUNT; i++)
        {
            sample_append(family, figures, L"query", figures_part_names[i], figures->errors[i]);
        }
        break;
    case SCOPE_SHARE:
        if (share_count_is_told(figures, place))
        {
            tally_append(family, figures, L"share", &figures->by_share);
        }
        break;
    case SCOPE_USER:
        if (user_count_is_told(figures, place))
        {
            tally_append(family, figures, L"user", &figures->by_user);
        }
        break;
    }
}

void metrics_append(struct text *text, const struct figures *figures, size_t count)
{
    for (size_t i = 0; i < ARRAYSIZE(metrics); i++)
    {
        struct family_text family = { .text = text, .metric = &metrics[i] };

        for (size_t j = 0; j < count; j++)
        {
            figures_append(&family, &figures[j]);
        }
    }
    text_append(text, L"# EOF\n");
}
