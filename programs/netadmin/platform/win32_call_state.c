/*
 * What a netapi32.dll tells of its latest call, on Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/call_state.h"

#include <windows.h>

typedef void WINAPI query_function(struct netapi32_call *call);

struct netapi32_call call_state_query(void)
{
    HMODULE library = GetModuleHandleW(L"netapi32.dll");
    struct netapi32_call call = { 0 };
    query_function *query = NULL;

    if (library)
    {
        query = (query_function *)(void *)GetProcAddress(library, NETAPI32_QUERY_CALL);
    }
    if (query)
    {
        query(&call);
    }
    return call;
}
