/*
 * What the commands that list records have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LIST_H
#define NETADMIN_LIST_H

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "families/family.h"
#include "listing/listing_format.h"
#include "many/ask_servers.h"

#define WATCH_SECONDS_DEFAULT 2
#define WATCH_SECONDS_MAX     86400

#define WATCH_HELP                                                                                 \
    L"show them every so many seconds (2) until Ctrl+C; + is what came, - what went since the "    \
    L"time before"

/* Rows of a command's table of parameters; what else one needs follows. */
#define LEVEL_PARAMETER(...)                                                                       \
    {                                                                                              \
        .name = L"level", .kind = PARAMETER_NUMBER, .maximum = LEVEL_COMPOSED - 1, .value = L"N",  \
        .help = __VA_ARGS__                                                                        \
    }
#define FORMAT_PARAMETER(...)                                                                      \
    {                                                                                              \
        .name = L"format", .kind = PARAMETER_CHOICE, .choices = listing_formats, .value = L"F",    \
        .help = L"table (the default), csv or json; csv and json carry every field of the level "  \
                L"under its Windows name",                                                         \
        __VA_ARGS__                                                                                \
    }
#define SERVERS_PARAMETER                                                                          \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_SERVERS, .operand = true, .several = true             \
    }
/* Of commands that have a further operand: there one word is all servers. */
#define SERVER_OR_LIST_PARAMETER                                                                   \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_SERVERS, .operand = true                              \
    }
#define SERVER_OR_LIST_PARAMETER_REQUIRED                                                          \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_SERVERS, .operand = true, .required = true            \
    }
#define SORT_PARAMETER(...)                                                                        \
    {                                                                                              \
        .name = L"sort", .kind = PARAMETER_TEXT, .value = L"COLUMN",                               \
        .help =                                                                                    \
            L"in the order of this column (its heading or Windows' name), -COLUMN the other "      \
            L"way round; without, a table is sorted by what people look for, and csv and json "    \
            L"have the server's order",                                                            \
        __VA_ARGS__                                                                                \
    }
#define AT_ONCE_PARAMETER(...)                                                                     \
    {                                                                                              \
        .name = L"at-once", .kind = PARAMETER_NUMBER, .minimum = 1, .maximum = AT_ONCE_MAX,        \
        .value = L"N",                                                                             \
        .help = L"how many servers are asked at the same time (default: 32, and more where some "  \
                L"have not answered for a second)",                                                \
        __VA_ARGS__                                                                                \
    }
#define SECONDS_PARAMETER(parameter_name, ...)                                                     \
    {                                                                                              \
        .name = (parameter_name), .kind = PARAMETER_NUMBER, .minimum = 1,                          \
        .maximum = WATCH_SECONDS_MAX, .value = L"SECONDS", .help = __VA_ARGS__                     \
    }
#define WATCH_PARAMETER(...)                                                                       \
    {                                                                                              \
        .name = L"watch", .kind = PARAMETER_OPTIONAL, .minimum = 1, .maximum = WATCH_SECONDS_MAX,  \
        .value = L"SECONDS", __VA_ARGS__                                                           \
    }

/* Lists what the family enumerates: of the server or servers of the parameter SERVER, with the filters of
 * the family and as "level", "sort", "at-once", "format" and "watch" say, as far as the command has them. */
enum exit_status list_run(const struct arguments *arguments, const struct family *family);

/* Lists what a function gives that takes the parameters of these names. The command has no "watch". */
enum exit_status list_once(const struct arguments *arguments, const struct family *family,
                           const struct filter names[NAME_COUNT_MAX], api_function *function);

/* Reports the error of a question for records of the family. */
enum exit_status api_error_report(DWORD error, const struct family *family);

#endif
