/*
 * netadmin user add, set, remove.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "commands/account_change.h"
#include "commands/name_list.h"
#include "commands/user_settings.h"
#include "console/console.h"
#include "console/error.h"
#include "console/new_password.h"
#include "console/output.h"
#include "families/user_family.h"

#define USER_LEVEL_SHOWN 3 /* its table has what a person knows a user by */
#define USER_LEVEL_ADDED 4

static const struct parameter add_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    USER_SETTINGS(USER_TEXT_PARAMETER, USER_NUMBER_PARAMETER,
                  USER_FLAG_PARAMETER){ .name = L"must-change",
                                        .kind = PARAMETER_FLAG,
                                        .help = L"the user has to change the password first" },
    { .name = L"no-password", .kind = PARAMETER_FLAG, .help = L"do not give the user a password" },
    PASSWORD_STDIN_PARAMETER,
    YES_PARAMETER,
    { 0 },
};

static const struct parameter set_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    USER_SETTINGS(USER_TEXT_PARAMETER, USER_NUMBER_PARAMETER, USER_FLAG_PARAMETER){
        .name = L"groups",
        .kind = PARAMETER_TEXT,
        .value = L"LIST",
        .help = L"be in these global groups and no others: NAME,NAME" },
    { .name = L"password", .kind = PARAMETER_FLAG, .help = L"ask for a new password" },
    PASSWORD_STDIN_PARAMETER,
    YES_PARAMETER,
    { 0 },
};

static const struct parameter remove_parameters[] = {
    SERVER_PARAMETER,
    NAME_PARAMETER,
    YES_PARAMETER,
    { 0 },
};

static const struct parameter_noun nouns[] = {
    { USER_NAME_PARMNUM, L"the name" },
    { USER_PASSWORD_PARMNUM, L"the password" },
    { USER_PRIV_PARMNUM, L"the privilege" },
    { USER_HOME_DIR_PARMNUM, L"the home folder" },
    { USER_COMMENT_PARMNUM, L"the comment" },
    { USER_FLAGS_PARMNUM, L"a flag" },
    { USER_SCRIPT_PATH_PARMNUM, L"the logon script" },
    { USER_FULL_NAME_PARMNUM, L"the full name" },
    { USER_USR_COMMENT_PARMNUM, L"the user's comment" },
    { USER_WORKSTATIONS_PARMNUM, L"the list of workstations" },
    { USER_ACCT_EXPIRES_PARMNUM, L"the day of expiry" },
    { USER_COUNTRY_CODE_PARMNUM, L"the country code" },
    { USER_CODE_PAGE_PARMNUM, L"the code page" },
    { USER_PRIMARY_GROUP_PARMNUM, L"the primary group" },
    { USER_PROFILE_PARMNUM, L"the profile" },
    { USER_HOME_DIR_DRIVE_PARMNUM, L"the home drive" },
    { 0 },
};

/* ---- Adding ---------------------------------------------------------------------------------- */

static enum exit_status add_user(const struct arguments *arguments, WCHAR *password)
{
    USER_INFO_4 user = {
        .usri4_name = api_string(arguments_value(arguments, L"NAME")),
        .usri4_password = password,
        .usri4_priv = USER_PRIV_USER,
        .usri4_acct_expires = TIMEQ_FOREVER,
        .usri4_max_storage = USER_MAXSTORAGE_UNLIMITED,
        .usri4_primary_group_id = DOMAIN_GROUP_RID_USERS,
        .usri4_password_expired = arguments_value(arguments, L"must-change") != NULL,
    };
    struct question question = account_question(arguments, &user);
    DWORD parameter;
    DWORD error;

    user_settings_fill(arguments, &user);
    question.level = USER_LEVEL_ADDED;
    error = account_change(&question, user_add, &parameter);
    return error ? account_report_error(error, parameter_noun_find(nouns, parameter))
                 : account_report_done(L"Added", L"user", user.usri4_name);
}

static enum exit_status add_run(const struct arguments *arguments)
{
    const bool from_input = arguments_value(arguments, L"password-stdin") != NULL;
    const bool none = arguments_value(arguments, L"no-password") != NULL;
    WCHAR password[PASSWORD_CAPACITY];
    enum exit_status status;
    DWORD error;

    if (from_input && none)
    {
        return usage_error(arguments->command->name,
                           L"say /password-stdin or /no-password, not both");
    }
    if (!from_input && !none && !console_is_interactive())
    {
        return usage_error(arguments->command->name, L"there is no console to ask; say "
                                                     L"/password-stdin or /no-password");
    }
    if (!user_settings_are_clear(arguments) || !change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    if (!change_is_wanted(arguments, L"Add this user? [y/N] "))
    {
        return account_leave(L"added");
    }
    error = none ? ERROR_SUCCESS
                 : password_ask_new(arguments_value(arguments, L"NAME"),
                                    arguments_value(arguments, L"SERVER"), from_input, password);
    status = error ? password_report_error(error) : add_user(arguments, none ? NULL : password);
    SecureZeroMemory(password, sizeof(password));
    return status;
}

/* ---- Setting --------------------------------------------------------------------------------- */

/* What is set so far; says so where the rest fails. */
struct progress
{
    const struct arguments *arguments;
    struct text done; /* nouns, with commas */
    DWORD error;
    const WCHAR *at_fault; /* a noun */
};

static void set_one(struct progress *progress, api_function *function, DWORD level,
                    const void *info, size_t count, const WCHAR *noun)
{
    struct question question = account_question(progress->arguments, info);
    DWORD parameter;

    if (progress->error)
    {
        return;
    }
    question.level = level;
    question.info_count = (DWORD)count;
    progress->error = account_change(&question, function, &parameter);
    if (progress->error)
    {
        progress->at_fault = noun;
        return;
    }
    text_append(&progress->done, progress->done.length ? L", " : L"");
    text_append(&progress->done, noun);
}

static void set_user(void *context, DWORD level, const void *info, const WCHAR *noun)
{
    set_one(context, user_set, level, info, 1, noun);
}

static void set_groups(struct progress *progress, const WCHAR *list)
{
    struct name_list names = name_list_make(list);
    GROUP_USERS_INFO_0 *groups = name_list_structures(&names);

    set_one(progress, user_set_groups, 0, groups, names.count, L"the groups");
    free(groups);
    name_list_free(&names);
}

static enum exit_status report_progress(struct progress *progress)
{
    const WCHAR *name = arguments_value(progress->arguments, L"NAME");

    text_append_unit(&progress->done, 0);
    if (!progress->error)
    {
        return account_report_done(L"Changed", L"user", name);
    }
    if (*progress->done.units)
    {
        output_print(L"Changed of the user %ls: %ls.\n", name, progress->done.units);
    }
    return account_report_error(progress->error, progress->at_fault);
}

static enum exit_status set_shown(const struct arguments *arguments, const struct listing *listing,
                                  const WCHAR *password)
{
    const USER_INFO_3 *user = listing_record(listing, 0);
    const WCHAR *groups = arguments_value(arguments, L"groups");
    struct progress progress = { .arguments = arguments };
    enum exit_status status;

    user_settings_set(arguments, user->usri3_flags, set_user, &progress);
    if (groups)
    {
        set_groups(&progress, groups);
    }
    if (password)
    {
        set_user(&progress, USER_PASSWORD_INFOLEVEL, &password, L"the password");
    }
    status = report_progress(&progress);
    text_free(&progress.done);
    return status;
}

/* Shows the user, asks, asks for the password if one is to be, and sets it all. */
static enum exit_status set_asked(const struct arguments *arguments, bool with_password,
                                  bool from_input)
{
    const struct question question = account_question(arguments, NULL);
    WCHAR password[PASSWORD_CAPACITY];
    struct listing listing;
    enum exit_status status =
        account_show(&question, &user_family, USER_LEVEL_SHOWN, user_get, &listing);
    DWORD error = ERROR_SUCCESS;

    if (status == EXIT_STATUS_OK && !change_is_wanted(arguments, L"Change it? [y/N] "))
    {
        status = account_leave(L"changed");
    }
    else if (status == EXIT_STATUS_OK)
    {
        if (with_password)
        {
            error = password_ask_new(question.names[0].text, question.server, from_input, password);
        }
        status = error ? password_report_error(error)
                       : set_shown(arguments, &listing, with_password ? password : NULL);
    }
    SecureZeroMemory(password, sizeof(password));
    listing_free(&listing);
    return status;
}

static enum exit_status set_run(const struct arguments *arguments)
{
    const bool from_input = arguments_value(arguments, L"password-stdin") != NULL;
    const bool asked = arguments_value(arguments, L"password") != NULL;

    if (!user_settings_are_given(arguments) && !arguments_value(arguments, L"groups") && !asked &&
        !from_input)
    {
        return usage_error(arguments->command->name, L"an option must say what to set");
    }
    if (asked && !from_input && !console_is_interactive())
    {
        return usage_error(arguments->command->name,
                           L"there is no console to ask; say /password-stdin");
    }
    if (!user_settings_are_clear(arguments) || !change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    return set_asked(arguments, asked || from_input, from_input);
}

/* ---- Removing -------------------------------------------------------------------------------- */

static enum exit_status remove_user(const struct arguments *arguments)
{
    struct question question = account_question(arguments, NULL);
    DWORD parameter;
    const DWORD error = account_change(&question, user_remove, &parameter);

    return error ? account_report_error(error, NULL)
                 : account_report_done(L"Removed", L"user", question.names[0].text);
}

static enum exit_status remove_run(const struct arguments *arguments)
{
    const struct question question = account_question(arguments, NULL);
    struct listing listing;
    enum exit_status status;

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    status = account_show(&question, &user_family, USER_LEVEL_SHOWN, user_get, &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_is_wanted(arguments, L"Remove it? [y/N] ") ? remove_user(arguments)
                                                                   : account_leave(L"removed");
    }
    listing_free(&listing);
    return status;
}

/* ---- The commands ---------------------------------------------------------------------------- */

const struct command user_add_command = {
    .name = L"user add",
    .summary = L"Add a user to a server",
    .details = L"Asks for the password, twice. A Samba server that is no domain controller needs "
               L"an 'add user script', or a Unix user of this name.",
    .parameters = add_parameters,
    .run = add_run,
};

const struct command user_set_command = {
    .name = L"user set",
    .summary = L"Change a user, or give it a new password",
    .details = L"Shows the user and asks before it changes what is given, and nothing else.",
    .parameters = set_parameters,
    .run = set_run,
};

const struct command user_remove_command = {
    .name = L"user remove",
    .summary = L"Remove a user from a server",
    .details =
        L"Shows the user and asks before it removes it. A user that is added again under the "
        L"same name is another.",
    .parameters = remove_parameters,
    .run = remove_run,
};
