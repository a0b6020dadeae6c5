/*
 * Which computer a call is for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_TARGET_H
#define NETAPI32_REMOTE_TARGET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "netapi32_settings.h"

/* The name under which this computer is configured. */
#define THIS_COMPUTER NETAPI32_THIS_COMPUTER

struct target
{
    struct utf16_name name; /* as called, without leading backslashes; never empty */
    bool is_this_computer;
};

/* What of the `servername` of an API function is the name of a computer, which target.name becomes. */
struct utf16_slice target_name(struct utf16_slice server_name);

/* Reads the `servername` of an API function: absent or empty means this computer; leading \\ may
 * be there or not. ERROR_INVALID_NAME for what can be no name. */
uint32_t target_parse(struct utf16_slice server_name, struct target *target);
/* What that said, of functions to which a name with blanks is one that nobody has: ERROR_BAD_NETPATH in
 * place of ERROR_INVALID_NAME. */
uint32_t target_result(uint32_t status, struct utf16_slice server_name);

#endif
