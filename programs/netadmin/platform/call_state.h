/*
 * What a netapi32.dll tells of its latest call (include/netapi32_call.h).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CALL_STATE_H
#define NETADMIN_CALL_STATE_H

#include <netapi32_call.h>

/* All zero where the DLL tells nothing. */
struct netapi32_call call_state_query(void);

#endif
