/*
 * Passwords from the Credential Manager.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where it is asked for one that it does not have, Wine's CredReadW leaves a key of the registry open
 * each time (8.0 and 10.0 do), and CredEnumerateW looks at all that is stored. So what is stored is kept,
 * without the passwords, until something changes, and only what is there is asked for.
 */
#include <windows.h>
#include <lmerr.h>
#include <wincred.h>

#include "base/wipe.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* ---- One credential -------------------------------------------------------------------------- */

/* What is said where there is no credential, or no place to keep any. */
static uint32_t read_error(DWORD error)
{
    return error == ERROR_NO_SUCH_LOGON_SESSION || error == ERROR_CALL_NOT_IMPLEMENTED
               ? ERROR_NOT_FOUND
               : error;
}

static uint32_t take_credential(const CREDENTIALW *credential, struct utf16_name *user,
                                struct utf16_name *password)
{
    const struct utf16_slice text = { credential->CredentialBlob,
                                      credential->CredentialBlobSize / sizeof(uint16_t) };

    if (!credential->UserName || !*credential->UserName ||
        !utf16_name_set(user, utf16_from_terminated((const uint16_t *)credential->UserName)))
    {
        return NERR_BadUsername;
    }
    return credential->CredentialBlobSize % sizeof(uint16_t) || !utf16_name_set(password, text)
               ? ERROR_INVALID_PASSWORD
               : ERROR_SUCCESS;
}

/* The password of a server among what is stored under its name; NULL where there is none. */
static const CREDENTIALW *find_password(CREDENTIALW *const *stored, DWORD count,
                                        struct utf16_slice server)
{
    for (DWORD i = 0; i < count; i++)
    {
        if (stored[i]->Type == CRED_TYPE_DOMAIN_PASSWORD &&
            utf16_equal(utf16_from_terminated((const uint16_t *)stored[i]->TargetName), server))
        {
            return stored[i];
        }
    }
    return NULL;
}

static void wipe_password(CREDENTIALW *credential)
{
    if (credential->CredentialBlob)
    {
        wipe(credential->CredentialBlob, credential->CredentialBlobSize);
    }
}

static void wipe_passwords(CREDENTIALW **stored, DWORD count)
{
    for (DWORD i = 0; i < count; i++)
    {
        wipe_password(stored[i]);
    }
}

/* ---- What is stored -------------------------------------------------------------------------- */

enum presence
{
    PRESENCE_UNKNOWN,
    PRESENCE_NONE,
    PRESENCE_STORED,
};

static SRWLOCK lock = SRWLOCK_INIT;

/* The lock is for this alone. */
static struct
{
    uint64_t generation;  /* platform_generation(), before it was asked for; 0: it has not been */
    CREDENTIALW **stored; /* all passwords are wiped; NULL where nothing is stored */
    DWORD count;
} known;

/* With the lock. */
static void forget(void)
{
    if (known.stored)
    {
        CredFree(known.stored);
    }
    known.stored = NULL;
    known.count = 0;
    known.generation = 0;
}

/* With the lock. False where it cannot all be read, as when one that nobody asks for is broken. */
static bool learn(uint64_t generation)
{
    forget();
    if (CredEnumerateW(NULL, 0, &known.count, &known.stored))
    {
        wipe_passwords(known.stored, known.count);
    }
    else
    {
        known.stored = NULL;
        known.count = 0;
        if (read_error(GetLastError()) != ERROR_NOT_FOUND)
        {
            return false;
        }
    }
    known.generation = generation;
    return true;
}

static enum presence look_up(struct utf16_slice server)
{
    const uint64_t generation = platform_generation();
    enum presence presence = PRESENCE_UNKNOWN;

    if (!generation)
    {
        return PRESENCE_UNKNOWN;
    }
    AcquireSRWLockExclusive(&lock);
    if (known.generation == generation || learn(generation))
    {
        presence =
            find_password(known.stored, known.count, server) ? PRESENCE_STORED : PRESENCE_NONE;
    }
    ReleaseSRWLockExclusive(&lock);
    return presence;
}

/* ---- The interface --------------------------------------------------------------------------- */

/* One that is stored. */
static uint32_t read_one(const WCHAR *target, struct utf16_name *user, struct utf16_name *password)
{
    CREDENTIALW *credential = NULL;
    uint32_t status = ERROR_SUCCESS;

    if (!CredReadW(target, CRED_TYPE_DOMAIN_PASSWORD, 0, &credential))
    {
        return read_error(GetLastError());
    }
    status = take_credential(credential, user, password);
    wipe_password(credential);
    CredFree(credential);
    return status;
}

/* One among all that may be stored. */
static uint32_t search_one(const WCHAR *target, struct utf16_name *user,
                           struct utf16_name *password)
{
    CREDENTIALW **stored = NULL;
    const CREDENTIALW *credential = NULL;
    DWORD count = 0;
    uint32_t status = ERROR_NOT_FOUND;

    if (!CredEnumerateW(target, 0, &count, &stored))
    {
        return read_error(GetLastError());
    }
    credential = find_password(stored, count, utf16_from_terminated((const uint16_t *)target));
    if (credential)
    {
        status = take_credential(credential, user, password);
    }
    wipe_passwords(stored, count);
    CredFree(stored);
    return status;
}

uint32_t platform_stored_credential(struct utf16_slice server, struct utf16_name *user,
                                    struct utf16_name *password)
{
    struct utf16_name target;
    const WCHAR *name = (const WCHAR *)target.units;

    if (!server.length || !utf16_name_set(&target, server))
    {
        return ERROR_NOT_FOUND;
    }
    switch (look_up(server))
    {
    case PRESENCE_NONE: return ERROR_NOT_FOUND;
    case PRESENCE_STORED: return read_one(name, user, password);
    default: return search_one(name, user, password);
    }
}

void platform_stored_credentials_end(void)
{
    AcquireSRWLockExclusive(&lock);
    forget();
    ReleaseSRWLockExclusive(&lock);
}
