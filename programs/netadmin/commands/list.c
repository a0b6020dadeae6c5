/*
 * What the commands that list records have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"

#include "base/call_state.h"
#include "base/text.h"
#include "console/error.h"
#include "listing/watch.h"

#define DEFAULT_WATCH_SECONDS 2

/* What is listed, and of whom. */
struct list
{
    struct question question;
    api_function *function;
};

static struct list list_make(const struct arguments *arguments,
                             const struct filter names[NAME_COUNT_MAX], api_function *function)
{
    struct list list = { .question.server = arguments_value(arguments, L"SERVER"),
                         .function = function };

    for (size_t i = 0; i < NAME_COUNT_MAX && names[i].parameter; i++)
    {
        list.question.names[i].text = arguments_value(arguments, names[i].parameter);
        list.question.names[i].is_computer = names[i].is_computer;
    }
    return list;
}

/* "0, 1 or 2", terminated */
static void append_numbers(struct text *text, const struct record_family *records)
{
    for (size_t i = 0; i < records->level_count; i++)
    {
        const bool is_last = i + 1 == records->level_count;

        text_append(text, i ? (is_last ? L" or " : L", ") : L"");
        text_append_format(text, L"%lu", records->levels[i].number);
    }
    text_append_unit(text, 0);
}

/* Sets the listing up for the level that was asked for; false if there is no such level. */
static bool listing_begin(struct listing *listing, const struct arguments *arguments,
                          const struct family *family)
{
    const DWORD number = arguments_number(arguments, L"level", family->level);
    struct text numbers = { 0 };

    *listing = (struct listing){ .family = &family->records,
                                 .level = level_find(&family->records, number) };
    if (!listing->level)
    {
        append_numbers(&numbers, &family->records);
        usage_error(arguments->command->name, L"'level' must be %ls, not %lu", numbers.units,
                    number);
        text_free(&numbers);
        return false;
    }
    return true;
}

enum exit_status api_error_report(DWORD error)
{
    if (error == ERROR_CALL_NOT_IMPLEMENTED)
    {
        return error_report_with_hint(error, L"this may be another netapi32.dll; in Wine, set "
                                             L"WINEDLLOVERRIDES=netapi32=n,b.");
    }
    return error_report(error);
}

static enum exit_status listing_end(struct listing *listing, const struct arguments *arguments,
                                    DWORD error)
{
    if (!error)
    {
        error = listing_write(listing, arguments_value(arguments, L"format"));
    }
    listing_free(listing);
    return api_error_report(error);
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

static DWORD fill(const void *context, struct listing *listing)
{
    const struct list *list = context;
    const DWORD error = question_ask(&list->question, list->function, listing);

    listing->origin = list->question.server ? NULL : origin_of_local();
    return error;
}

enum exit_status list_run(const struct arguments *arguments, const struct family *family)
{
    const struct list list = list_make(arguments, family->filters, family->enumerate);
    struct listing listing;

    if (!listing_begin(&listing, arguments, family))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!arguments_value(arguments, L"watch"))
    {
        return listing_end(&listing, arguments, fill(&list, &listing));
    }
    if (arguments_value(arguments, L"format"))
    {
        return usage_error(arguments->command->name, L"'watch' shows tables and takes no 'format'");
    }
    return watch_run(fill, &list, &listing,
                     arguments_number(arguments, L"watch", DEFAULT_WATCH_SECONDS));
}

enum exit_status list_once(const struct arguments *arguments, const struct family *family,
                           const struct filter names[NAME_COUNT_MAX], api_function *function)
{
    const struct list list = list_make(arguments, names, function);
    struct listing listing;

    if (!listing_begin(&listing, arguments, family))
    {
        return EXIT_STATUS_USAGE;
    }
    return listing_end(&listing, arguments, question_ask(&list.question, function, &listing));
}
