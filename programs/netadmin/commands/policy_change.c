/*
 * netadmin policy set: the rules for passwords and lockout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stddef.h>
#include <string.h>
#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "commands/account_change.h"
#include "console/error.h"
#include "families/policy_family.h"

#define LOCKOUT_LEVEL 3
#define MINUTE        60
#define DAY           86400
#define DAYS_MAX      (MAXDWORD / DAY)
#define MINUTES_MAX   (MAXDWORD / MINUTE)

/* PASSWORD(option, what NetUserModalsSet() calls it, seconds of a unit, kind, minimum, maximum, operand,
 * noun, help)
 * LOCKOUT(the same, with the member of USER_MODALS_INFO_3 in place of the name): these have one level. */
#define POLICY_SETTINGS(PASSWORD, LOCKOUT)                                                         \
    PASSWORD(L"min-length", MIN_PASSWD_LEN, 1, PARAMETER_NUMBER, 0, 65535, L"N",                   \
             L"the length of passwords", L"how long a password is at least")                       \
    PASSWORD(L"max-age", MAX_PASSWD_AGE, DAY, PARAMETER_LIMIT, 1, DAYS_MAX, L"DAYS",               \
             L"the age at which passwords expire", L"when a password expires: days, or never")     \
    PASSWORD(L"min-age", MIN_PASSWD_AGE, DAY, PARAMETER_NUMBER, 0, DAYS_MAX, L"DAYS",              \
             L"the age at which passwords can change",                                             \
             L"for how long a new password cannot be changed")                                     \
    PASSWORD(L"history", PASSWD_HIST_LEN, 1, PARAMETER_NUMBER, 0, 65535, L"N",                     \
             L"the number of passwords remembered",                                                \
             L"how many old passwords cannot be used again")                                       \
    PASSWORD(L"logoff", FORCE_LOGOFF, MINUTE, PARAMETER_LIMIT, 0, MINUTES_MAX, L"MINUTES",         \
             L"the time of logoff",                                                                \
             L"when users are logged off whose logon hours have ended: minutes, or never")         \
    LOCKOUT(L"lockout-after", lockout_threshold, 1, PARAMETER_NUMBER, 0, 65535, L"N",              \
            L"a rule of lockout", L"how many bad passwords lock an account; 0: none do")           \
    LOCKOUT(L"lockout-minutes", lockout_duration, MINUTE, PARAMETER_LIMIT, 0, MINUTES_MAX, L"N",   \
            L"a rule of lockout", L"for how long it is locked; never: until somebody unlocks it")  \
    LOCKOUT(L"lockout-window", lockout_observation_window, MINUTE, PARAMETER_NUMBER, 0,            \
            MINUTES_MAX, L"MINUTES", L"a rule of lockout",                                         \
            L"for how long bad passwords are counted")

#define OPTION(option, number, unit, kind_, minimum_, maximum_, operand_, noun, help_)             \
    { .name = option,                                                                              \
      .kind = kind_,                                                                               \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_,                                                                         \
      .value = operand_,                                                                           \
      .help = help_ },

static const struct parameter set_parameters[] = {
    SERVER_PARAMETER,
    POLICY_SETTINGS(OPTION, OPTION) YES_PARAMETER,
    { 0 },
};

struct policy_setting
{
    const WCHAR *option;
    DWORD level;
    size_t offset; /* in USER_MODALS_INFO_3, where the level is that */
    DWORD unit;
    const WCHAR *noun;
};

#define PASSWORD_SETTING(option, number, unit, kind, minimum, maximum, operand, noun, help)        \
    { option, PARMNUM_BASE_INFOLEVEL + MODALS_##number##_PARMNUM, 0, unit, noun },
#define LOCKOUT_SETTING(option, member, unit, kind, minimum, maximum, operand, noun, help)         \
    { option, LOCKOUT_LEVEL, offsetof(USER_MODALS_INFO_3, usrmod3_##member), unit, noun },

static const struct policy_setting settings[] = { POLICY_SETTINGS(PASSWORD_SETTING,
                                                                  LOCKOUT_SETTING) };

/* ---- Setting --------------------------------------------------------------------------------- */

static DWORD value_wanted(const struct arguments *arguments, const struct policy_setting *setting)
{
    const DWORD value = arguments_number(arguments, setting->option, 0);

    return value == MAXDWORD ? TIMEQ_FOREVER : value * setting->unit;
}

/* NULL: none at this level or, with `at_others`, at all others is given. */
static bool is_given(const struct arguments *arguments, const struct policy_setting *setting)
{
    return arguments_value(arguments, setting->option) != NULL;
}

static bool any_is_given(const struct arguments *arguments)
{
    for (size_t i = 0; i < ARRAYSIZE(settings); i++)
    {
        if (is_given(arguments, &settings[i]))
        {
            return true;
        }
    }
    return false;
}

static DWORD set_passwords(const struct arguments *arguments, const WCHAR **at_fault)
{
    DWORD error = ERROR_SUCCESS;

    for (size_t i = 0; !error && i < ARRAYSIZE(settings); i++)
    {
        const DWORD value = value_wanted(arguments, &settings[i]);
        struct question question = account_question(arguments, &value);
        DWORD parameter;

        if (settings[i].level != LOCKOUT_LEVEL && is_given(arguments, &settings[i]))
        {
            question.level = settings[i].level;
            *at_fault = settings[i].noun;
            error = account_change(&question, policy_set, &parameter);
        }
    }
    return error;
}

/* The three are set together: those that are not given stay as they are. */
static DWORD set_lockout(const struct arguments *arguments, const WCHAR **at_fault)
{
    struct listing listing;
    USER_MODALS_INFO_3 lockout;
    struct question question = account_question(arguments, NULL);
    bool is_any = false;
    DWORD parameter;
    DWORD error;

    family_begin(&policy_family, LOCKOUT_LEVEL, &listing);
    error = question_ask(&question, policy_get, &listing);
    if (!error)
    {
        lockout = *(const USER_MODALS_INFO_3 *)listing_record(&listing, 0);
    }
    for (size_t i = 0; !error && i < ARRAYSIZE(settings); i++)
    {
        if (settings[i].level == LOCKOUT_LEVEL && is_given(arguments, &settings[i]))
        {
            const DWORD value = value_wanted(arguments, &settings[i]);

            memcpy((char *)&lockout + settings[i].offset, &value, sizeof(value));
            *at_fault = settings[i].noun;
            is_any = true;
        }
    }
    listing_free(&listing);
    if (error || !is_any)
    {
        return error;
    }
    question.info = &lockout;
    question.level = LOCKOUT_LEVEL;
    return account_change(&question, policy_set, &parameter);
}

static enum exit_status set_shown(const struct arguments *arguments)
{
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const WCHAR *at_fault = NULL;
    DWORD error = set_passwords(arguments, &at_fault);

    if (!error)
    {
        error = set_lockout(arguments, &at_fault);
    }
    return error
               ? account_report_error(error, at_fault)
               : account_report_done(L"Changed", L"policy of", server ? server : L"this computer");
}

static enum exit_status set_run(const struct arguments *arguments)
{
    const struct question question = account_question(arguments, NULL);
    struct listing listing;
    enum exit_status status;

    if (!any_is_given(arguments))
    {
        return usage_error(arguments->command->name, L"an option must say what to set");
    }
    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    status = account_show(&question, &policy_family, LEVEL_COMPOSED, policy_get, &listing);
    if (status == EXIT_STATUS_OK)
    {
        status = change_is_wanted(arguments, L"Change it? [y/N] ") ? set_shown(arguments)
                                                                   : account_leave(L"changed");
    }
    listing_free(&listing);
    return status;
}

const struct command policy_set_command = {
    .name = L"policy set",
    .summary = L"Change the rules for passwords and lockout of a server",
    .details = L"Shows the rules and asks before it changes those that are given.",
    .parameters = set_parameters,
    .run = set_run,
};
