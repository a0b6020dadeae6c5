/*
 * The command line of one command, checked against what the command declares.
 *
 * An option is written /name:VALUE, --name=VALUE or --name VALUE, a flag /name or --name; the case
 * of the name does not matter. Whatever else stands there is an operand, taken by its place; where
 * operands that may be left out stand before one that may not, fewer words are those that are needed. A
 * computer is written \\NAME, //NAME (shells eat backslashes) or NAME. /A/B is no option either, but
 * the path of a server that is no Windows. Nothing behind a -- alone is an option.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ARGUMENTS_H
#define NETADMIN_ARGUMENTS_H

#include <stdbool.h>
#include <windows.h>

#include "command_line/command.h"

/* Starts with the command and all commands set, ends with arguments_free(). */
struct arguments
{
    const struct command *command;
    const struct command *const *commands; /* for the one that tells of them; ended by NULL */
    const WCHAR **values; /* one for each parameter of the command, NULL if not given */
    const WCHAR **words;  /* of the operand that takes several */
    size_t word_count;
};

enum arguments_result
{
    ARGUMENTS_OK,
    ARGUMENTS_HELP, /* help was asked for */
    ARGUMENTS_WRONG /* the error has been reported */
};

/* Reads the words behind the command's name. The values point into argv. */
enum arguments_result arguments_parse(struct arguments *arguments, int argc, WCHAR **argv);
void arguments_free(struct arguments *arguments);

/* The value of a parameter, or NULL where it was not given or is not declared; a flag that was given has the value "". A choice is
 * spelled as it was declared. */
const WCHAR *arguments_value(const struct arguments *arguments, const WCHAR *name);

/* The values of an operand, in the order in which they were given: several of the one that takes several,
 * whose first is arguments_value(); of others one or none. */
const WCHAR *const *arguments_words(const struct arguments *arguments, const WCHAR *name,
                                    size_t *count);

/* The value of a number or of a limit (MAXDWORD for "never"), or fallback if it was not given, has no value or is not declared. */
DWORD arguments_number(const struct arguments *arguments, const WCHAR *name, DWORD fallback);

/* The name of the computer that a word means, without what stands before it; NULL if it is none. */
const WCHAR *computer_name(const WCHAR *word);

/* Is this word one of the ways to ask for help: /?, /help, --help, -h? */
bool argument_is_help(const WCHAR *word);

#endif
