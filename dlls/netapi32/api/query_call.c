/*
 * The private export: what the latest call does, and who answered it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "platform/call_state.h"

void WINAPI Netapi32QueryCall(struct netapi32_call *call);

void WINAPI Netapi32QueryCall(struct netapi32_call *call)
{
    if (call)
    {
        call_state_get(call);
    }
}
