/*
 * The DLL's entry point.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sockets and cryptography start at the first call that needs them (remote/start.h,
 * platform_start()); connections end by themselves (remote/pool.h). So there is nothing to do here,
 * neither at FreeLibrary nor when the process ends.
 */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
    {
        DisableThreadLibraryCalls(instance);
    }
    return TRUE;
}
