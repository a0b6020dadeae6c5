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
    const struct family *family;
    struct question question;
    bool may_fall_back; /* whoever names a level gets it or the error */
};

static struct list list_make(const struct arguments *arguments, const struct family *family,
                             const struct filter names[NAME_COUNT_MAX])
{
    struct list list = {
        .family = family,
        .question.server = arguments_value(arguments, L"SERVER"),
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

enum exit_status api_error_report(DWORD error, const struct family *family)
{
    struct text hint = { 0 };
    enum exit_status status;

    switch (error)
    {
    case ERROR_CALL_NOT_IMPLEMENTED:
        text_append(&hint, L"this may be another netapi32.dll; in Wine, set "
                           L"WINEDLLOVERRIDES=netapi32=n,b.");
        break;
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
    if (!error)
    {
        error = listing_write(listing, arguments_value(arguments, L"format"));
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

enum exit_status list_run(const struct arguments *arguments, const struct family *family)
{
    struct list list = list_make(arguments, family, family->filters);
    struct listing listing;

    if (!listing_begin(&listing, arguments, family))
    {
        return EXIT_STATUS_USAGE;
    }
    list.may_fall_back = !arguments_value(arguments, L"level");
    if (!arguments_value(arguments, L"watch"))
    {
        return listing_end(&list, &listing, arguments, fill(&list, &listing));
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
    const struct list list = list_make(arguments, family, names);
    struct listing listing;

    if (!listing_begin(&listing, arguments, family))
    {
        return EXIT_STATUS_USAGE;
    }
    return listing_end(&list, &listing, arguments,
                       question_ask(&list.question, function, &listing));
}
