/*
 * Whether anything has changed in the registry of what the library reads there.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The system sets an event at a change below its key, while another process is still making it. One
 * look at all events is all that a call pays for. Each key has an event of its own: whoever asks the
 * system for an event has it reset, and would lose what another key had set it for.
 */
#include <windows.h>

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
    _Atomic bool is_on; /* what stands below does not change any more, but for the generation */
    bool has_failed;    /* for good: what others may be looking at is not closed */
    /* Events, which stay set until they are looked at with the lock. */
    HANDLE changed[ARRAYSIZE(places)];
    HKEY keys[ARRAYSIZE(places)];
    _Atomic bool is_changing; /* an event is reset, and the generation not yet counted */
    _Atomic uint64_t generation;
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
    return ResetEvent(watch.changed[i]) &&
           !RegNotifyChangeKeyValue(watch.keys[i], places[i].and_below, CHANGES, watch.changed[i],
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
        watch.changed[i] = CreateEventW(NULL, TRUE, FALSE, NULL);
        if (!watch.changed[i] ||
            RegOpenKeyExW(places[i].root, places[i].path, 0, KEY_NOTIFY, &watch.keys[i]) ||
            !watch_place(i))
        {
            stop();
            return false;
        }
    }
    watch.generation++;
    watch.is_on = true;
    return true;
}

/* The first place that has changed; WAIT_TIMEOUT where none has. */
static DWORD look(void)
{
    return WaitForMultipleObjects(ARRAYSIZE(places), watch.changed, FALSE, 0) - WAIT_OBJECT_0;
}

/* Counts what has changed, after it is watched again and before anybody reads what it has become:
 * what changes from now on is one more change. */
static void take_changes(void)
{
    DWORD place = 0;

    watch.is_changing = true;
    while ((place = look()) < ARRAYSIZE(places) && !watch.has_failed)
    {
        watch.has_failed = !watch_place(place);
        watch.generation++;
    }
    watch.has_failed |= place == WAIT_FAILED - WAIT_OBJECT_0;
    watch.is_on = !watch.has_failed;
    watch.is_changing = false;
}

/* ---- The interface --------------------------------------------------------------------------- */

static uint64_t generation_with_lock(void)
{
    uint64_t generation = 0;

    AcquireSRWLockExclusive(&lock);
    if (watch.is_on)
    {
        take_changes();
    }
    if (!watch.has_failed && (watch.is_on || start()))
    {
        generation = watch.generation;
    }
    ReleaseSRWLockExclusive(&lock);
    return generation;
}

/* Where nothing has changed, as nearly always, threads do not wait for each other. An event that is not
 * set was reset by nobody, or by somebody who has said so before, or has counted the change. */
uint64_t platform_generation(void)
{
    if (!watch.is_on || look() != WAIT_TIMEOUT - WAIT_OBJECT_0 || watch.is_changing)
    {
        return generation_with_lock();
    }
    return watch.generation;
}

void platform_generation_end(void)
{
    AcquireSRWLockExclusive(&lock);
    stop();
    ReleaseSRWLockExclusive(&lock);
}
