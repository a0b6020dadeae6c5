/*
 * The DLL's entry point.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sockets and cryptography start at the first call that needs them (remote/start.h,
 * platform_start()); connections end by themselves (remote/pool.h), and the library is there until they
 * have. What is left then is what calls have in common: it is released here, because a program may load
 * and unload the library again and again. When the process ends, the system sees to all of that.
 */
#include <windows.h>

#include "families/accounts/account_store_built_in.h"
#include "families/directory/dc_cache.h"
#include "families/netbios/netbios.h"
#include "platform/platform.h"
#include "remote/known_server.h"
#include "remote/positions.h"
#include "remote/use_table.h"

/* Of libgpg-error, whose header is not among those that this source is compiled with in Wine's tree. */
void gpg_err_deinit(int mode);

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
        dc_cache_forget();
        netbios_forget();
        positions_clear();
        use_table_clear();
        platform_stored_credentials_end();
        platform_generation_end();
        /* libgpg-error takes a place in the storage of each thread when it is loaded, and does not give
         * it back by itself. A process has a thousand. */
        gpg_err_deinit(0);
    }
    return TRUE;
}
