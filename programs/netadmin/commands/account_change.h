/*
 * What the commands that change accounts have in common: they show what there is, ask, change it and say
 * so.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ACCOUNT_CHANGE_H
#define NETADMIN_ACCOUNT_CHANGE_H

#include "command_line/arguments.h"
#include "commands/change.h"
#include "families/family.h"

/* Rows of a command's table of parameters. */
#define SERVER_PARAMETER                                                                           \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true                             \
    }
#define NAME_PARAMETER                                                                             \
    {                                                                                              \
        .name = L"NAME", .kind = PARAMETER_TEXT, .operand = true, .required = true                 \
    }
#define PASSWORD_STDIN_PARAMETER                                                                   \
    {                                                                                              \
        .name = L"password-stdin", .kind = PARAMETER_FLAG,                                         \
        .help = L"read the password from standard input (a line of UTF-8) instead of asking for "  \
                L"it"                                                                              \
    }

/* What a server calls a parameter that it does not take (parm_err), by its number. */
struct parameter_noun
{
    DWORD number;
    const WCHAR *noun; /* "the comment"; NULL ends the list */
};

/* What structures of the API point to is not const there, but only read. */
WCHAR *api_string(const WCHAR *string);

/* A question about the account NAME of SERVER. */
struct question account_question(const struct arguments *arguments, const void *info);

/* Shows the account, at the level of the family that people see, as a table or card. The caller frees
 * the listing in every case. `get` gets it. */
enum exit_status account_show(const struct question *question, const struct family *family,
                              DWORD level, api_function *get, struct listing *listing);

/* Makes one change. Returns its code; *parameter is the number of the parameter at fault, or 0. */
DWORD account_change(struct question *question, api_function *function, DWORD *parameter);

/* Reports an error of a change; what is at fault is a noun ("the comment"), or NULL if that is not known. */
enum exit_status account_report_error(DWORD error, const WCHAR *noun);

/* The noun for a number, or NULL. */
const WCHAR *parameter_noun_find(const struct parameter_noun *nouns, DWORD number);

/* "Added the user bob." */
enum exit_status account_report_done(const WCHAR *participle, const WCHAR *kind, const WCHAR *name);

/* "Nothing was added." */
enum exit_status account_leave(const WCHAR *participle);

#endif
