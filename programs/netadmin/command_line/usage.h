/*
 * How a command is used, put together from its table of parameters.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_USAGE_H
#define NETADMIN_USAGE_H

#include "base/text.h"
#include "command_line/command.h"

/* Appends each way to use the command, what it does, and what its options mean, in lines of less
 * than 80 characters. */
void usage_append(const struct command *command, struct text *text);

#endif
