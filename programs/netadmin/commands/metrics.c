/*
 * netadmin metrics: figures of servers for monitoring.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>
#include <windows.h>

#include "base/memory.h"
#include "clusters/fold.h"
#include "command_line/arguments.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"
#include "many/ask_servers.h"
#include "many/server_list.h"
#include "monitoring/metrics.h"
#include "platform/replace_file.h"

#define LIMIT_DEFAULT 1000
#define LIMIT_MAX     100000

static const struct parameter metrics_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"output",
      .kind = PARAMETER_TEXT,
      .value = L"FILE",
      .help = L"replace this file at once, for a collector of text files; else they are printed" },
    { .name = L"by-user",
      .kind = PARAMETER_FLAG,
      .help = L"sessions, open files and locks of each user, too" },
    { .name = L"limit",
      .kind = PARAMETER_NUMBER,
      .minimum = 1,
      .maximum = LIMIT_MAX,
      .value = L"N",
      .help = L"tell at most so many (1000) shares of a server apart, and as many users; those "
              L"with the "
              L"most" },
    AT_ONCE_PARAMETER(),
    { 0 },
};

/* What came of the servers so far. */
struct collection
{
    struct figures *figures; /* one for each server, in the order in which they were named */
    struct answer **kept;    /* of those that may be nodes of one cluster; NULL: of others */
    struct error_kinds error_kinds;
    size_t up;
    bool by_user;
    size_t limit;
};

static void report_failure(struct collection *collection, const struct answer *answer)
{
    struct text text = { 0 };

    error_append_server_line(answer->server ? answer->server : L"localhost", answer->error,
                             &collection->error_kinds, &text);
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
}

static void count_answer(struct collection *collection, struct answer *answer)
{
    struct figures *figures = &collection->figures[answer->index];

    figures_make(figures, answer, collection->by_user, collection->limit);
    collection->up += figures->is_up != 0;
    answer_free(answer);
}

/* ask_servers.answered */
static bool collect(void *context, struct answer *answer)
{
    struct collection *collection = context;

    if (answer->error)
    {
        report_failure(collection, answer);
    }
    if (fold_is_possible(answer))
    {
        collection->kept[answer->index] = answer;
    }
    else
    {
        count_answer(collection, answer);
    }
    return true;
}

/* What a cluster has is counted with the first of its nodes that told it. */
static void collect_kept(struct collection *collection, size_t count)
{
    struct clusters *clusters = clusters_make();

    fold_answers(clusters, collection->kept, count);
    for (size_t i = 0; i < count; i++)
    {
        if (collection->kept[i])
        {
            count_answer(collection, collection->kept[i]);
        }
    }
    clusters_free(clusters);
}

static DWORD metrics_write(const WCHAR *file, const struct figures *figures, size_t count)
{
    struct text text = { 0 };
    DWORD error;

    metrics_append(&text, figures, count);
    error = file ? replace_file(file, &text) : output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}

static enum exit_status figures_report(const struct arguments *arguments,
                                       const struct collection *collection, size_t count)
{
    const WCHAR *file = arguments_value(arguments, L"output");
    const DWORD error = metrics_write(file, collection->figures, count);

    if (error)
    {
        return error_report_with_hint(error, file ? L"that is about the file of /output." : NULL);
    }
    return collection->up ? EXIT_STATUS_OK : EXIT_STATUS_ERROR;
}

static enum exit_status metrics_run(const struct arguments *arguments)
{
    struct collection collection = {
        .by_user = arguments_value(arguments, L"by-user"),
        .limit = arguments_number(arguments, L"limit", LIMIT_DEFAULT),
    };
    struct server_list servers;
    enum exit_status status;
    size_t count;

    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    count = server_list_count(&servers);
    collection.figures = memory_resize(NULL, count, sizeof(*collection.figures));
    collection.kept = memory_resize(NULL, count, sizeof(*collection.kept));
    for (size_t i = 0; i < count; i++)
    {
        collection.kept[i] = NULL;
    }
    ask_servers(&(struct ask_servers){
        .servers = server_list_names(&servers),
        .server_count = count,
        .asked = figures_asked,
        .asked_count = FIGURES_PART_COUNT,
        .at_once = arguments_number(arguments, L"at-once", 0),
        .context = &collection,
        .answered = collect,
    });
    collect_kept(&collection, count);
    status = figures_report(arguments, &collection, count);
    for (size_t i = 0; i < count; i++)
    {
        figures_free(&collection.figures[i]);
    }
    free(collection.figures);
    free(collection.kept);
    server_list_free(&servers);
    return status;
}

const struct command metrics_command = {
    .name = L"metrics",
    .summary = L"Show figures of servers as OpenMetrics, for Prometheus",
    .details =
        L"Of each server whether it is up, how long it took to answer, its sessions, open files, "
        L"locks and connections, by share as far as the paths of files tell. What a server does "
        L"not "
        L"tell is left out, and smb_server_query_error_code says why; a line on standard error "
        L"says so, "
        L"too. The exit status is 0 as long as one server answered, for a server that is down is "
        L"what "
        L"smb_server_up is for.",
    .parameters = metrics_parameters,
    .run = metrics_run,
};
