/*
 * Whether anything has changed in the registry of what the library reads there.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The system sets one event at a change below any of the keys, while another process is still
 * making it. A look at the event is all that a call pays for.
 */
#include <windows.h>

#include "netapi32_settings.h"
#include "platform/platform.h"

/* A thread that ends does not end what it watches. Systems that do not know the flag watch nothing. */
#ifndef REG_NOTIFY_THREAD_AGNOSTIC
#define REG_NOTIFY_THREAD_AGNOSTIC 0x10000000
#endif
#define CHANGES (REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET | REG_NOTIFY_THREAD_AGNOSTIC)

static const struct
{
    HKEY root;
    const WCHAR *path;
    BOOL and_below;
} places[] = {
    /* The configuration, and what Wine's Credential Manager keeps. */
    { HKEY_CURRENT_USER, L"Software\\Wine", TRUE },
    /* The names of this computer. */
    { HKEY_LOCAL_MACHINE, L"System\\CurrentControlSet\\Control\\ComputerName", TRUE },
    { HKEY_LOCAL_MACHINE, L"System\\CurrentControlSet\\Services\\Tcpip\\Parameters", FALSE },
};

static SRWLOCK lock = SRWLOCK_INIT;

static struct
{
    HANDLE changed; /* an event; NULL while nothing is watched */
    HKEY keys[ARRAYSIZE(places)];
    uint64_t generation;
} watch;

/* On a Mac, Wine asks the system's keychain for credentials, which tells nobody of changes. */
static bool has_keychain(void)
{
    typedef void(CDECL * host_version_function)(const char **system, const char **release);
    const host_version_function host_version = (host_version_function)(void *)GetProcAddress(
        GetModuleHandleW(L"ntdll.dll"), "wine_get_host_version");
    const char *system = "";

    if (host_version)
    {
        host_version(&system, NULL);
    }
    return !lstrcmpA(system, "Darwin");
}

/* The functions up to the next line are called with the lock. */

static void stop(void)
{
    for (size_t i = 0; i < ARRAYSIZE(places); i++)
    {
        if (watch.keys[i])
        {
            RegCloseKey(watch.keys[i]);
            watch.keys[i] = NULL;
        }
    }
    if (watch.changed)
    {
        CloseHandle(watch.changed);
        watch.changed = NULL;
    }
}

/* Asks for the event at the next change. */
static bool watch_all(void)
{
    for (size_t i = 0; i < ARRAYSIZE(places); i++)
    {
        if (RegNotifyChangeKeyValue(watch.keys[i], places[i].and_below, CHANGES, watch.changed,
                                    TRUE))
        {
            return false;
        }
    }
    return true;
}

static bool start(void)
{
    if (has_keychain())
    {
        return false;
    }
    watch.changed = CreateEventW(NULL, FALSE, FALSE, NULL);
    for (size_t i = 0; i < ARRAYSIZE(places); i++)
    {
        if (!watch.changed ||
            RegOpenKeyExW(places[i].root, places[i].path, 0, KEY_NOTIFY, &watch.keys[i]))
        {
            return false;
        }
    }
    return watch_all();
}

/* ---- The interface --------------------------------------------------------------------------- */

uint64_t platform_generation(void)
{
    bool is_new = false;
    bool is_watched = true;
    uint64_t generation = 0;

    AcquireSRWLockExclusive(&lock);
    if (!watch.changed)
    {
        is_new = true;
        is_watched = start();
    }
    else if (WaitForSingleObject(watch.changed, 0) == WAIT_OBJECT_0)
    {
        /* Watched again first: what changes from now on is one more change. */
        is_new = true;
        is_watched = watch_all();
    }
    watch.generation += is_new;
    if (is_watched)
    {
        generation = watch.generation;
    }
    else
    {
        stop();
    }
    ReleaseSRWLockExclusive(&lock);
    return generation;
}

void platform_generation_end(void)
{
    AcquireSRWLockExclusive(&lock);
    stop();
    ReleaseSRWLockExclusive(&lock);
}
