/*
 * netadmin share add, set, remove: what a server shares.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmshare.h>

#include "commands/change.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"
#include "families/share_family.h"

#define SHARE_LEVEL 2 /* that of what is shown, added and set */

static const WCHAR *const types[] = { L"disk", L"printer", L"device", L"ipc", NULL };

static const DWORD type_numbers[] = { STYPE_DISKTREE, STYPE_PRINTQ, STYPE_DEVICE, STYPE_IPC };

#define SERVER_OPERAND                                                                             \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true           \
    }
#define NAME_OPERAND                                                                               \
    {                                                                                              \
        .name = L"NAME", .kind = PARAMETER_TEXT, .operand = true, .required = true                 \
    }
#define REMARK_PARAMETER                                                                           \
    {                                                                                              \
        .name = L"remark", .kind = PARAMETER_ANY_TEXT, .value = L"TEXT",                           \
        .help = L"what the share is, for people; may be empty"                                     \
    }
#define USERS_PARAMETERS                                                                           \
    { .name = L"users",                                                                            \
      .kind = PARAMETER_NUMBER,                                                                    \
      .minimum = 1,                                                                                \
      .maximum = MAXDWORD - 1,                                                                     \
      .value = L"N",                                                                               \
      .help = L"how many may use it at a time" },                                                  \
    {                                                                                              \
        .name = L"unlimited", .kind = PARAMETER_FLAG, .help = L"as many as the server can serve"   \
    }

static const struct parameter add_parameters[] = {
    SERVER_OPERAND,
    NAME_OPERAND,
    { .name = L"PATH", .kind = PARAMETER_TEXT, .operand = true, .required = true },
    REMARK_PARAMETER,
    USERS_PARAMETERS,
    { .name = L"type",
      .kind = PARAMETER_CHOICE,
      .choices = types,
      .value = L"T",
      .help = L"disk (the default), printer, device or ipc" },
    { .name = L"temporary",
      .kind = PARAMETER_FLAG,
      .help = L"the share ends when the server does" },
    YES_PARAMETER,
    { 0 },
};

static const struct parameter set_parameters[] = {
    SERVER_OPERAND, NAME_OPERAND, REMARK_PARAMETER, USERS_PARAMETERS, YES_PARAMETER, { 0 },
};

static const struct parameter remove_parameters[] = {
    SERVER_OPERAND,
    NAME_OPERAND,
    YES_PARAMETER,
    { 0 },
};

/* ---- What the three share -------------------------------------------------------------------- */

/* What structures of the API point to is not const there, but only read. */
static WCHAR *api_string(const WCHAR *string)
{
    return (WCHAR *)(ULONG_PTR)string;
}

static struct question share_question(const struct arguments *arguments, const void *info)
{
    return (struct question){
        .server = arguments_value(arguments, L"SERVER"),
        .names = { { arguments_value(arguments, L"NAME"), NAME_AS_IT_IS } },
        .info = info,
    };
}

/* False, and reported, if the options for the number of users contradict each other. */
static bool users_are_clear(const struct arguments *arguments)
{
    if (arguments_value(arguments, L"users") && arguments_value(arguments, L"unlimited"))
    {
        usage_error(arguments->command->name, L"say /users or /unlimited, not both");
        return false;
    }
    return true;
}

static DWORD users_wanted(const struct arguments *arguments)
{
    return arguments_number(arguments, L"users", SHI_USES_UNLIMITED);
}

/* Why the server refused the parameter of this number, for the hint. */
static enum exit_status report_share_error(DWORD error, DWORD parameter)
{
    static const struct
    {
        DWORD number;
        const WCHAR *hint;
    } hints[] = {
        { SHARE_NETNAME_PARMNUM, L"it is the name that the server does not take." },
        { SHARE_TYPE_PARMNUM, L"it is the type that the server does not take." },
        { SHARE_REMARK_PARMNUM, L"it is the remark that the server does not take." },
        { SHARE_MAX_USES_PARMNUM, L"it is the number of users that the server does not take." },
        { SHARE_PATH_PARMNUM, L"it is the path that the server does not take." },
    };

    for (size_t i = 0; error == ERROR_INVALID_PARAMETER && i < ARRAYSIZE(hints); i++)
    {
        if (hints[i].number == parameter)
        {
            return error_report_with_hint(error, hints[i].hint);
        }
    }
    return change_report_error(error);
}

/* Makes the change and says so. */
static enum exit_status change(struct question *question, api_function *function,
                               const WCHAR *participle)
{
    DWORD parameter = 0;
    DWORD error;

    question->wrong_parameter = &parameter;
    error = question_ask(question, function, NULL);
    if (error)
    {
        return report_share_error(error, parameter);
    }
    return error_report(output_print(L"%ls the share %ls.\n", participle, question->names[0].text));
}

static enum exit_status leave_it(const WCHAR *participle)
{
    return error_report(output_print(L"Nothing was %ls.\n", participle));
}

/* Gets the share and shows it. The caller frees the listing. */
static enum exit_status show(const struct question *question, struct listing *listing)
{
    DWORD error;

    family_begin(&share_family, SHARE_LEVEL, listing);
    error = question_ask(question, share_get, listing);
    return api_error_report(error ? error : listing_write(listing, NULL), &share_family);
}

/* ---- The commands ---------------------------------------------------------------------------- */

static DWORD type_wanted(const struct arguments *arguments)
{
    const WCHAR *name = arguments_value(arguments, L"type");
    const DWORD flags = arguments_value(arguments, L"temporary") ? STYPE_TEMPORARY : 0;
    size_t index = 0;

    while (name && wcscmp(types[index], name))
    {
        index++;
    }
    return type_numbers[index] | flags;
}

static enum exit_status add_run(const struct arguments *arguments)
{
    const WCHAR *remark = arguments_value(arguments, L"remark");
    const SHARE_INFO_2 share = {
        .shi2_netname = api_string(arguments_value(arguments, L"NAME")),
        .shi2_type = type_wanted(arguments),
        .shi2_remark = api_string(remark ? remark : L""),
        .shi2_max_uses = users_wanted(arguments),
        .shi2_path = api_string(arguments_value(arguments, L"PATH")),
    };
    struct question question = share_question(arguments, &share);

    if (!users_are_clear(arguments) || !change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!change_is_wanted(arguments, L"Share this folder with the network? [y/N] "))
    {
        return leave_it(L"added");
    }
    return change(&question, share_add, L"Added");
}

/* The remark alone can be set without saying anything else of the share. */
static enum exit_status set_shown(const struct arguments *arguments, const struct listing *listing)
{
    const WCHAR *remark = arguments_value(arguments, L"remark");
    const SHARE_INFO_1004 remark_only = { api_string(remark) };
    SHARE_INFO_2 share = *(const SHARE_INFO_2 *)listing_record(listing, 0);
    struct question question;

    if (!arguments_value(arguments, L"users") && !arguments_value(arguments, L"unlimited"))
    {
        question = share_question(arguments, &remark_only);
        return change(&question, share_set_remark, L"Changed");
    }
    share.shi2_max_uses = users_wanted(arguments);
    share.shi2_remark = remark ? api_string(remark) : share.shi2_remark;
    question = share_question(arguments, &share);
    return change(&question, share_set, L"Changed");
}

static enum exit_status set_run(const struct arguments *arguments)
{
    const struct question question = share_question(arguments, NULL);
    struct listing listing;
    enum exit_status status;

    if (!users_are_clear(arguments) || !change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!arguments_value(arguments, L"remark") && !arguments_value(arguments, L"users") &&
        !arguments_value(arguments, L"unlimited"))
    {
        return usage_error(arguments->command->name,
                           L"/remark, /users or /unlimited must say what to set");
    }
    status = show(&question, &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_is_wanted(arguments, L"Change it? [y/N] ") ? set_shown(arguments, &listing)
                                                                   : leave_it(L"changed");
    }
    listing_free(&listing);
    return status;
}

static enum exit_status remove_run(const struct arguments *arguments)
{
    struct question question = share_question(arguments, NULL);
    struct listing listing;
    enum exit_status status;

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    status = show(&question, &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_is_wanted(arguments, L"Remove it? [y/N] ")
                     ? change(&question, share_remove, L"Removed")
                     : leave_it(L"removed");
    }
    listing_free(&listing);
    return status;
}

const struct command share_add_command = {
    .name = L"share add",
    .summary = L"Share a folder of a server",
    .details = L"PATH is the folder's on the server. A Samba server needs an 'add share command'.",
    .parameters = add_parameters,
    .run = add_run,
};

const struct command share_set_command = {
    .name = L"share set",
    .summary = L"Change what a share says and how many may use it",
    .details = L"Shows the share and asks before it changes it.",
    .parameters = set_parameters,
    .run = set_run,
};

const struct command share_remove_command = {
    .name = L"share remove",
    .summary = L"Stop sharing a folder of a server",
    .details = L"Shows the share and asks before it removes it. The folder and what is in it stay; "
               L"who uses the share loses it.",
    .parameters = remove_parameters,
    .run = remove_run,
};
