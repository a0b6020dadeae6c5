/*
 * A command of netadmin: what it is called, what it takes, what it does. How it is used and what
 * help says of it comes from here, too.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COMMAND_H
#define NETADMIN_COMMAND_H

#include <stdbool.h>
#include <windows.h>

#include "base/exit_status.h"

enum parameter_kind
{
    PARAMETER_FLAG,     /* has no value */
    PARAMETER_TEXT,     /* anything but nothing, up to maximum characters */
    PARAMETER_ANY_TEXT, /* the same, or nothing */
    PARAMETER_NUMBER,   /* decimal, from minimum to maximum */
    PARAMETER_LIMIT,    /* the same, or the word "never" */
    PARAMETER_OPTIONAL, /* a number, or no value; a value stands in the same word */
    PARAMETER_CHOICE,   /* one of the choices */
    PARAMETER_COMPUTER, /* a computer's name; its value is the name without \\ */
    PARAMETER_SERVERS,  /* the same, or @ and the name of a group or a file of computers */
};

#define LIMIT_NEVER L"never"

/* An option, or an operand: to add one to a command, add a row to its table. */
struct parameter
{
    const WCHAR *name;
    enum parameter_kind kind;
    bool operand; /* given by place, not by name */
    bool required;
    bool several;  /* of the operands, takes all words that the others leave: arguments_words() */
    DWORD minimum; /* of a number */
    DWORD maximum; /* or of a text, how long it may be; 0: of any length */
    const WCHAR *const *choices; /* ended by NULL */
    const WCHAR *value;          /* what help calls an option's value */
    const WCHAR *help;           /* what it is for; NULL: not said */
    unsigned int usage; /* which way to use the command it belongs to, from 1 on; 0: each */
};

struct arguments;

struct command
{
    const WCHAR *name;                  /* a word, or two with a space */
    const WCHAR *summary;               /* one line, no full stop */
    const WCHAR *details;               /* sentences for "netadmin help NAME", or NULL */
    const struct parameter *parameters; /* ended by one without a name */
    enum exit_status (*run)(const struct arguments *arguments);
};

/* All commands, in the order in which help lists them. To add one: its file, which defines
 * NAME_command, in sources.mk, and its NAME here. */
#define COMMANDS(COMMAND)                                                                          \
    COMMAND(overview)                                                                              \
    COMMAND(sessions)                                                                              \
    COMMAND(session)                                                                               \
    COMMAND(close)                                                                                 \
    COMMAND(files)                                                                                 \
    COMMAND(close_file)                                                                            \
    COMMAND(shares)                                                                                \
    COMMAND(share_add)                                                                             \
    COMMAND(share_set)                                                                             \
    COMMAND(share_remove)                                                                          \
    COMMAND(connections)                                                                           \
    COMMAND(watch)                                                                                 \
    COMMAND(events)                                                                                \
    COMMAND(metrics)                                                                               \
    COMMAND(server)                                                                                \
    COMMAND(workstation)                                                                           \
    COMMAND(time)                                                                                  \
    COMMAND(dfs)                                                                                   \
    COMMAND(users)                                                                                 \
    COMMAND(user)                                                                                  \
    COMMAND(user_add)                                                                              \
    COMMAND(user_set)                                                                              \
    COMMAND(user_remove)                                                                           \
    COMMAND(groups)                                                                                \
    COMMAND(group)                                                                                 \
    COMMAND(group_add)                                                                             \
    COMMAND(group_set)                                                                             \
    COMMAND(group_remove)                                                                          \
    COMMAND(group_members)                                                                         \
    COMMAND(localgroups)                                                                           \
    COMMAND(localgroup)                                                                            \
    COMMAND(localgroup_add)                                                                        \
    COMMAND(localgroup_set)                                                                        \
    COMMAND(localgroup_remove)                                                                     \
    COMMAND(localgroup_members)                                                                    \
    COMMAND(password)                                                                              \
    COMMAND(policy)                                                                                \
    COMMAND(policy_set)                                                                            \
    COMMAND(domain)                                                                                \
    COMMAND(login)                                                                                 \
    COMMAND(logout)                                                                                \
    COMMAND(config)                                                                                \
    COMMAND(config_group)                                                                          \
    COMMAND(help)

#define DECLARE_COMMAND(name) extern const struct command name##_command;
COMMANDS(DECLARE_COMMAND)
#undef DECLARE_COMMAND

/* The command that these words begin with, without regard to case, in a table that ends with NULL;
 * NULL if there is none. One whose name is both words comes before one whose name is the first. The second word may be NULL. Sets how many words its name has. */
const struct command *command_find(const struct command *const *commands, const WCHAR *first,
                                   const WCHAR *second, int *word_count);

/* Is this the first of the two words of the command's name? */
bool command_begins_with(const struct command *command, const WCHAR *word);

#endif
