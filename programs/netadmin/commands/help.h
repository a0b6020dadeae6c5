/*
 * What netadmin says about itself.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_HELP_H
#define NETADMIN_HELP_H

#include <windows.h>

#include "command_line/command.h"

/* Each writes to STD_OUTPUT_HANDLE or STD_ERROR_HANDLE and returns a Win32 error. */

/* The commands end with NULL. */
DWORD help_show_overview(const struct command *const *commands, DWORD stream);
DWORD help_show_command(const struct command *command);
DWORD help_show_version(void);

/* Reports that there is no command of this name, or that its name has a second word. Returns
 * EXIT_STATUS_USAGE. */
enum exit_status help_report_unknown(const struct command *const *commands, const WCHAR *name);

#endif
