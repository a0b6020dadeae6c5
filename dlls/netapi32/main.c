/*
 * The DLL's entry point.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sockets and cryptography start at the first call that needs them (remote/start.h,
 * platform_start()); connections end by themselves (remote/pool.h). What is left at FreeLibrary is what
 * calls have in common; when the process ends, the system sees to that.
 */
#include <windows.h>

#include "families/accounts/account_store_built_in.h"
#include "platform/platform.h"
#include "remote/known_server.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH)
    {
        DisableThreadLibraryCalls(instance);
    }
    else if (reason == DLL_PROCESS_DETACH && !reserved)
    {
        known_servers_forget();
        account_store_forget_built_in();
        platform_generation_end();
    }
    return TRUE;
}
