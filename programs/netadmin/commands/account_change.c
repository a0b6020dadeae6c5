/*
 * What the commands that change accounts have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/account_change.h"

#include "base/text.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"

WCHAR *api_string(const WCHAR *string)
{
    return (WCHAR *)(ULONG_PTR)string;
}

struct question account_question(const struct arguments *arguments, const void *info)
{
    return (struct question){
        .server = arguments_value(arguments, L"SERVER"),
        .names = { { arguments_value(arguments, L"NAME"), NAME_AS_IT_IS } },
        .info = info,
    };
}

enum exit_status account_show(const struct question *question, const struct family *family,
                              DWORD level, api_function *get, struct listing *listing)
{
    DWORD error;

    family_begin(family, level, listing);
    error = question_ask(question, get, listing);
    return api_error_report(error ? error : listing_write(listing, NULL), family);
}

DWORD account_change(struct question *question, api_function *function, DWORD *parameter)
{
    *parameter = 0;
    question->wrong_parameter = parameter;
    return question_ask(question, function, NULL);
}

enum exit_status account_report_error(DWORD error, const WCHAR *noun)
{
    struct text hint = { 0 };
    enum exit_status status;

    switch (error)
    {
    case ERROR_ACCESS_DENIED:
        text_append(&hint,
                    L"this takes an administrator; on a Samba server, root or the privilege "
                    L"SeAddUsersPrivilege ('net rpc rights grant NAME SeAddUsersPrivilege').");
        break;
    case ERROR_INVALID_PARAMETER:
        if (noun)
        {
            text_append_format(&hint, L"it is %ls that is not accepted.", noun);
        }
        break;
    default: break;
    }
    if (!hint.length)
    {
        return error_report(error);
    }
    text_append_unit(&hint, 0);
    status = error_report_with_hint(error, hint.units);
    text_free(&hint);
    return status;
}

const WCHAR *parameter_noun_find(const struct parameter_noun *nouns, DWORD number)
{
    while (nouns->noun && nouns->number != number)
    {
        nouns++;
    }
    return nouns->noun;
}

enum exit_status account_report_done(const WCHAR *participle, const WCHAR *kind, const WCHAR *name)
{
    return error_report(output_print(L"%ls the %ls %ls.\n", participle, kind, name));
}

enum exit_status account_leave(const WCHAR *participle)
{
    return error_report(output_print(L"Nothing was %ls.\n", participle));
}
