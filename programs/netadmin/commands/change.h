/*
 * What the commands that change something on a server have in common: they ask first.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CHANGE_H
#define NETADMIN_CHANGE_H

#include <stdbool.h>

#include "command_line/arguments.h"
#include "listing/listing.h"

/* A row of the command's table of parameters. */
#define YES_PARAMETER                                                                              \
    {                                                                                              \
        .name = L"yes", .kind = PARAMETER_FLAG, .help = L"do not ask"                              \
    }

/* Was /yes said, or is there a console to ask? If not, reports it. */
bool change_can_be_asked(const struct arguments *arguments);

/* Was /yes said, or does whoever sits at the console say so? */
bool change_is_wanted(const struct arguments *arguments, const WCHAR *question);

/* Says how many were closed. */
enum exit_status change_report_closed(const struct listing *listing);

/* Reports an error of a change of what the server shares; that takes more than to look at it. */
enum exit_status change_report_error(DWORD error);

#endif
