/*
 * Whether anything has changed in the registry of what the library reads there.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The system sets an event at a change below its key, while another process is still making it. One
 * look at all events is all that a call pays for. Each key has an event of its own: whoever asks the
 * system for an event has it reset, and would lose what another key had set it for.
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
    bool is_on;
    HANDLE changed[ARRAYSIZE(places)]; /* events, which a look resets */
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
        if (watch.changed[i])
        {
            CloseHandle(watch.changed[i]);
            watch.changed[i] = NULL;
        }
    }
    watch.is_on = false;
}

/* Asks for the event at the next change. */
static bool watch_place(size_t i)
{
    return !RegNotifyChangeKeyValue(watch.keys[i], places[i].and_below, CHANGES, watch.changed[i],
                                    TRUE);
}

static bool start(void)
{
    if (has_keychain())
    {
        return false;
    }
    for (size_t i = 0; i < ARRAYSIZE(places); i++)
    {
        watch.changed[i] = CreateEventW(NULL, FALSE, FALSE, NULL);
        if (!watch.changed[i] ||
            RegOpenKeyExW(places[i].root, places[i].path, 0, KEY_NOTIFY, &watch.keys[i]) ||
            !watch_place(i))
        {
            return false;
        }
    }
    watch.is_on = true;
    return true;
}

/* Whether something has changed. Then that is watched again, before anybody reads what it has become:
 * what changes from now on is one more change. *is_watched: false where that cannot be. */
static bool look(bool *is_watched)
{
    const DWORD place =
        WaitForMultipleObjects(ARRAYSIZE(places), watch.changed, FALSE, 0) - WAIT_OBJECT_0;

    *is_watched =
        place < ARRAYSIZE(places) ? watch_place(place) : place == WAIT_TIMEOUT - WAIT_OBJECT_0;
    return place < ARRAYSIZE(places);
}

/* ---- The interface --------------------------------------------------------------------------- */

uint64_t platform_generation(void)
{
    bool is_new = true;
    bool is_watched = true;
    uint64_t generation = 0;

    AcquireSRWLockExclusive(&lock);
    if (watch.is_on)
    {
        is_new = look(&is_watched);
    }
    else
    {
        is_watched = start();
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
