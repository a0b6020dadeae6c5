/*
 * What a server's SAM and LSA return, in the words of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_CODE_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_CODE_H

#include <stdint.h>

/* What the API says for what an operation returned: NERR_UserNotFound for STATUS_NO_SUCH_USER, ...;
 * whatever else as base/status.h has it. */
uint32_t account_server_code(uint32_t status);

#endif
