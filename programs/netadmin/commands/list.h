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

#define WATCH_SECONDS_MAX 86400

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
#define WATCH_PARAMETER(...)                                                                       \
    {                                                                                              \
        .name = L"watch", .kind = PARAMETER_OPTIONAL, .minimum = 1, .maximum = WATCH_SECONDS_MAX,  \
        .value = L"SECONDS", __VA_ARGS__                                                           \
    }

/* Lists what the family enumerates: of the server of the parameter SERVER, with the filters of the
 * family and as "level", "format" and "watch" say, all of which the command has; "level" only where
 * the family has more than one. */
enum exit_status list_run(const struct arguments *arguments, const struct family *family);

/* Lists what a function gives that takes the parameters of these names. The command has no "watch". */
enum exit_status list_once(const struct arguments *arguments, const struct family *family,
                           const struct filter names[NAME_COUNT_MAX], api_function *function);

/* Reports the error of a question for records of the family. */
enum exit_status api_error_report(DWORD error, const struct family *family);

#endif
