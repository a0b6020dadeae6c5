/*
 * The command line of one command, checked against what the command declares.
 *
 * An option is written /name:VALUE, --name=VALUE or --name VALUE, a flag /name or --name; the case
 * of the name does not matter. Whatever else stands there is an operand, taken by its place. A
 * computer is written \\NAME, //NAME (shells eat backslashes) or NAME. Nothing behind a -- alone is
 * an option.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ARGUMENTS_H
#define NETADMIN_ARGUMENTS_H

#include <stdbool.h>
#include <windows.h>

#define PARAMETERS_MAX 9

enum parameter_kind
{
    PARAMETER_FLAG,     /* has no value */
    PARAMETER_TEXT,     /* anything but nothing */
    PARAMETER_NUMBER,   /* decimal, from minimum to maximum */
    PARAMETER_OPTIONAL, /* the same, or no value; a value stands in the same word */
    PARAMETER_CHOICE,   /* one of the choices */
    PARAMETER_COMPUTER, /* a computer's name; its value is the name without \\ */
};

struct parameter
{
    const WCHAR *name;
    enum parameter_kind kind;
    bool operand; /* given by place, not by name */
    bool required;
    DWORD minimum; /* of a number */
    DWORD maximum;
    const WCHAR *const *choices; /* ended by NULL */
};

struct command;

struct arguments
{
    const struct command *command;
    const WCHAR *values[PARAMETERS_MAX]; /* in the order of the parameters, NULL if not given */
};

enum arguments_result
{
    ARGUMENTS_OK,
    ARGUMENTS_HELP, /* help was asked for */
    ARGUMENTS_WRONG /* the error has been reported */
};

/* Reads the words behind the command's name. The values point into argv. */
enum arguments_result arguments_parse(struct arguments *arguments, const struct command *command,
                                      int argc, WCHAR **argv);

/* The value of a declared parameter, or NULL; a flag that was given has the value "". A choice is
 * spelled as it was declared. */
const WCHAR *arguments_value(const struct arguments *arguments, const WCHAR *name);

/* The value of a declared number, or fallback if it was not given or has no value. */
DWORD arguments_number(const struct arguments *arguments, const WCHAR *name, DWORD fallback);

/* Is this word one of the ways to ask for help: /?, /help, --help, -h? */
bool argument_is_help(const WCHAR *word);

#endif
