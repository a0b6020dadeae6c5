/*
 * What the commands that list records have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"

#include "platform/call_state.h"
#include "platform/messages.h"
#include "base/text.h"
#include "commands/list_many.h"
#include "console/error.h"
#include "listing/sorting.h"
#include "listing/watch.h"
#include "many/server_list.h"

/* What is listed, and of whom. */
struct list
{
    const struct family *family;
    struct question question;
    bool may_fall_back; /* whoever names a level gets it or the error */
    struct sorting sorting;
};

static struct list list_make(const struct arguments *arguments, const struct family *family,
                             const struct filter names[NAME_COUNT_MAX])
{
    struct list list = {
        .family = family,
        .question.server = arguments_value(arguments, L"SERVER"),
        .sorting = sorting_make(arguments_value(arguments, L"sort")),
    };

    for (size_t i = 0; i < NAME_COUNT_MAX && names[i].parameter; i++)
    {
        list.question.names[i].text = arguments_value(arguments, names[i].parameter);
        list.question.names[i].kind = names[i].kind;
    }
    return list;
}

/* "0, 1 or 2", terminated. A composed level is the last. */
static void append_numbers(struct text *text, const struct record_family *records)
{
    const size_t count =
        records->level_count - (records->levels[records->level_count - 1].number == LEVEL_COMPOSED);

    for (size_t i = 0; i < count; i++)
    {
        const bool is_last = i && i + 1 == count;

        text_append(text, i ? (is_last ? L" or " : L", ") : L"");
        text_append_format(text, L"%lu", records->levels[i].number);
    }
    text_append_unit(text, 0);
}

/* Sets the listing up for the level that was asked for; false, and reported, if there is none. */
static bool listing_begin(struct listing *listing, const struct arguments *arguments,
                          const struct family *family)
{
    const DWORD number = arguments_number(arguments, L"level", family->level);
    struct text numbers = { 0 };

    if (family_begin(family, number, listing))
    {
        return true;
    }
    append_numbers(&numbers, &family->records);
    usage_error(arguments->command->name, L"'level' must be %ls, not %lu", numbers.units, number);
    text_free(&numbers);
    return false;
}

/* Is there the column to sort by? Reports it if not. */
static bool sorting_check(const struct sorting *sorting, const struct arguments *arguments,
                          const struct listing *listing, bool of_many)
{
    struct text columns = { 0 };

    if (sorting_is_known(sorting, listing->level, of_many))
    {
        return true;
    }
    sorting_append_columns(listing->level, of_many, &columns);
    usage_error(arguments->command->name, L"'sort' must be %ls, not '%ls'", columns.units,
                sorting->column);
    text_free(&columns);
    return false;
}

enum exit_status api_error_report(DWORD error, const struct family *family)
{
    struct text hint = { 0 };
    enum exit_status status;

    switch (error)
    {
    case ERROR_CALL_NOT_IMPLEMENTED: return error_report_with_hint(error, system_hint_library());
    case ERROR_INVALID_LEVEL:
        text_append_format(&hint, L"try '/level:%lu'.",
                           family->level == LEVEL_COMPOSED ? family->level_for_all : family->level);
        break;
    default: return error_report(error);
    }
    text_append_unit(&hint, 0);
    status = error_report_with_hint(error, hint.units);
    text_free(&hint);
    return status;
}

static enum exit_status listing_end(const struct list *list, struct listing *listing,
                                    const struct arguments *arguments, DWORD error)
{
    const WCHAR *format = arguments_value(arguments, L"format");

    if (!error)
    {
        if (!format || list->sorting.column)
        {
            listing_sort(listing, &list->sorting);
        }
        error = listing_write(listing, format);
    }
    listing_free(listing);
    return api_error_report(error, list->family);
}

/* Who answered for this computer; NULL where that is not known. */
static const WCHAR *origin_of_local(void)
{
    switch (call_state_query().source)
    {
    case NETAPI32_SOURCE_SERVER: return L"this computer, server";
    case NETAPI32_SOURCE_LOGINS: return L"this computer, logins";
    default: return NULL;
    }
}

static DWORD fill(void *context, struct listing *listing)
{
    struct list *list = context;
    const DWORD error = family_list(list->family, &list->question, list->may_fall_back, listing);

    list->may_fall_back = false;
    if (!list->question.server && !listing->origin)
    {
        listing->origin = origin_of_local();
    }
    return error;
}

static DWORD fill_sorted(void *context, struct listing *listing)
{
    const struct list *list = context;
    const DWORD error = fill(context, listing);

    listing_sort(listing, &list->sorting);
    return error;
}

/* Shows what the function makes over and over. */
static enum exit_status list_watch(const struct arguments *arguments, watch_function *function,
                                   void *context, const struct listing *listing)
{
    if (arguments_value(arguments, L"format"))
    {
        return usage_error(arguments->command->name, L"'watch' shows tables and takes no 'format'");
    }
    return watch_run(function, context, listing,
                     arguments_number(arguments, L"watch", WATCH_SECONDS_DEFAULT));
}

static DWORD fill_many(void *context, struct listing *listing)
{
    return list_many_fill(context, listing);
}

static enum exit_status list_run_many(const struct arguments *arguments, const struct list *list,
                                      const struct server_list *servers,
                                      const struct listing *listing)
{
    struct list_many many = {
        .servers = servers,
        .asked = { .family = list->family,
                   .level = listing->level->number,
                   .may_fall_back = list->may_fall_back },
        .at_once = arguments_number(arguments, L"at-once", 0),
        .format = arguments_value(arguments, L"format"),
        .sorting = list->sorting,
        .is_sorted = list->sorting.column != NULL,
        .clusters = clusters_make(),
    };
    enum exit_status status;

    for (size_t i = 0; i < NAME_COUNT_MAX; i++)
    {
        many.asked.names[i] = list->question.names[i];
    }
    status = arguments_value(arguments, L"watch") ? list_watch(arguments, fill_many, &many, listing)
                                                  : list_many_run(&many);
    clusters_free(many.clusters);
    return status;
}

static enum exit_status list_run_one(const struct arguments *arguments, struct list *list,
                                     struct listing *listing)
{
    if (!arguments_value(arguments, L"watch"))
    {
        return listing_end(list, listing, arguments, fill(list, listing));
    }
    return list_watch(arguments, fill_sorted, list, listing);
}

/* The operand of commands that are about servers, if there is one. */
#define SERVER_OPERAND L"SERVER"

enum exit_status list_run(const struct arguments *arguments, const struct family *family)
{
    struct list list = list_make(arguments, family, family->filters);
    enum exit_status status = EXIT_STATUS_USAGE;
    struct server_list servers;
    struct listing listing;

    if (!listing_begin(&listing, arguments, family) ||
        !server_list_make(&servers, arguments, SERVER_OPERAND))
    {
        return EXIT_STATUS_USAGE;
    }
    list.may_fall_back = !arguments_value(arguments, L"level");
    if (sorting_check(&list.sorting, arguments, &listing, servers.of_many))
    {
        status = servers.of_many ? list_run_many(arguments, &list, &servers, &listing)
                                 : list_run_one(arguments, &list, &listing);
    }
    server_list_free(&servers);
    return status;
}

enum exit_status list_once(const struct arguments *arguments, const struct family *family,
                           const struct filter names[NAME_COUNT_MAX], api_function *function)
{
    const struct list list = list_make(arguments, family, names);
    struct listing listing;

    if (!listing_begin(&listing, arguments, family))
    {
        return EXIT_STATUS_USAGE;
    }
    return listing_end(&list, &listing, arguments,
                       question_ask(&list.question, function, &listing));
}
