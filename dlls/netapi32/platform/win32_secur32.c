/*
 * secur32.dll, loaded while it is needed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wine's secur32.dll does not release the packages that it has loaded when it is unloaded itself (seen
 * with 8.0 and 10.0). One of them, msv1_0.dll, holds this DLL by an import, so that this reference is
 * given back here. The loader lock is held over each loading and unloading, so that nobody else's is
 * mistaken for it: one that was not there before secur32.dll came, and is there when secur32.dll has gone,
 * is what secur32.dll has left.
 */
#include "platform/win32_secur32.h"

#include <stdbool.h>
#include <winternl.h>

NTSYSAPI NTSTATUS NTAPI LdrLockLoaderLock(ULONG flags, ULONG *result, ULONG_PTR *cookie);
NTSYSAPI NTSTATUS NTAPI LdrUnlockLoaderLock(ULONG flags, ULONG_PTR cookie);

static const WCHAR secur32_name[] = L"secur32.dll";
static const WCHAR package_name[] = L"msv1_0.dll"; /* the one that imports netapi32.dll */

/* The loader lock guards them. */
static HMODULE kept;            /* a further reference */
static bool has_loaded_package; /* secur32.dll, when it was loaded here */

/* The functions up to the next line are called with the loader lock. */

static HMODULE load(void)
{
    const bool is_first = !GetModuleHandleW(secur32_name) && !GetModuleHandleW(package_name);
    const HMODULE secur32 = LoadLibraryW(secur32_name);

    has_loaded_package |= is_first && secur32 && GetModuleHandleW(package_name);
    return secur32;
}

static void release(HMODULE secur32)
{
    HMODULE package = NULL;

    FreeLibrary(secur32);
    if (!has_loaded_package || GetModuleHandleW(secur32_name))
    {
        return;
    }
    has_loaded_package = false;
    package = GetModuleHandleW(package_name);
    if (package)
    {
        FreeLibrary(package);
    }
}

/* ---- The interface --------------------------------------------------------------------------- */

HMODULE secur32_load(void)
{
    ULONG_PTR cookie = 0;
    HMODULE secur32 = NULL;
    DWORD error = ERROR_SUCCESS;

    LdrLockLoaderLock(0, NULL, &cookie);
    secur32 = load();
    error = GetLastError();
    if (secur32 && !kept)
    {
        kept = LoadLibraryW(secur32_name);
    }
    LdrUnlockLoaderLock(0, cookie);
    SetLastError(error);
    return secur32;
}

void secur32_release(HMODULE secur32)
{
    ULONG_PTR cookie = 0;

    if (secur32)
    {
        LdrLockLoaderLock(0, NULL, &cookie);
        release(secur32);
        LdrUnlockLoaderLock(0, cookie);
    }
}

void secur32_rest(void)
{
    ULONG_PTR cookie = 0;

    LdrLockLoaderLock(0, NULL, &cookie);
    if (kept)
    {
        release(kept);
        kept = NULL;
    }
    LdrUnlockLoaderLock(0, cookie);
}
