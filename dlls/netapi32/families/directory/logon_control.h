/*
 * What the Netlogon service of a computer says of itself and is told to do: [MS-NRPC] 3.5.4.9,
 * without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_LOGON_CONTROL_H
#define NETAPI32_DIRECTORY_LOGON_CONTROL_H

#include "remote/target.h"

/* What a function takes beside its number. */
enum logon_control_kind
{
    LOGON_CONTROL_UNKNOWN, /* there is no such function */
    LOGON_CONTROL_NOTHING,
    LOGON_CONTROL_DOMAIN_NAME,
    LOGON_CONTROL_USER_NAME,
    LOGON_CONTROL_NUMBER,
};
enum logon_control_kind logon_control_kind(uint32_t function);

struct logon_control_data
{
    struct utf16_slice name;
    uint32_t number;
};

/* Errors that need no server: ERROR_INVALID_LEVEL; ERROR_NOT_SUPPORTED for an unknown function. */
uint32_t logon_control_check(uint32_t function, uint32_t level);

/* I_NetLogonControl (`data` is NULL) and I_NetLogonControl2: NETLOGON_INFO_*. *buffer belongs to the
 * caller (platform_api_free()); it is NULL after an error. Errors of logon_control_check() and
 * netlogon_call(); what the server says of the function, the level and the data;
 * RPC_X_BAD_STUB_DATA where it tells nothing. */
uint32_t logon_control(const struct target *target, uint32_t function, uint32_t level,
                       const struct logon_control_data *data, void **buffer);

#endif
