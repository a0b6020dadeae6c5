/*
 * What the netapi32 that this program is linked with tells of its latest call.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/call_state.h"

#include <windows.h>

void WINAPI Netapi32QueryCall(struct netapi32_call *call);

struct netapi32_call call_state_query(void)
{
    struct netapi32_call call = { 0 };

    Netapi32QueryCall(&call);
    return call;
}
