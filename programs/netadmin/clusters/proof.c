/*
 * Whether two servers answer for each other.
 *
 * Names, GUIDs and accounts prove nothing: another server may have the same, and a copy of a machine
 * has all of them. That a session which was opened at one is listed by the other is what makes them one
 * for whoever counts sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "clusters/proof.h"

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmuse.h>

#include "base/memory.h"
#include "families/family.h"
#include "listing/values.h"
#include "platform/clock.h"
#include "platform/threads.h"

#define PATIENCE_US 1000000
#define PAUSE_MS    20

/* Before each trial but the first. */
static const unsigned int pauses_ms[] = { 100, 300, 600 };

/* A step that fails ends all that follow. */
struct trial
{
    struct question opened;
    struct question listed;
    DWORD error;
    bool has_come;
    bool has_gone;
    struct listing opened_before;
    struct listing opened_with;
    struct listing listed_before;
    struct listing listed_with;
    struct listing listed_after;
};

/* ---- The session that comes and goes ---------------------------------------------------------- */

/* "\\server\IPC$"; to be freed. */
static WCHAR *resource_of(const WCHAR *server)
{
    static const WCHAR share[] = L"\\IPC$";
    const size_t length = wcslen(server);
    WCHAR *name = memory_resize(NULL, 2 + length + ARRAYSIZE(share), sizeof(*name));

    wmemcpy(name, L"\\\\", 2);
    wmemcpy(name + 2, server, length);
    wmemcpy(name + 2 + length, share, ARRAYSIZE(share));
    return name;
}

static DWORD session_open(struct api_call *call)
{
    WCHAR *resource = resource_of(call->names[0]);
    USE_INFO_1 use = { .ui1_remote = resource, .ui1_asg_type = USE_IPC };
    const DWORD error = NetUseAdd(NULL, 1, (BYTE *)&use, NULL);

    free(resource);
    return error;
}

static DWORD session_close(struct api_call *call)
{
    WCHAR *resource = resource_of(call->names[0]);
    const DWORD error = NetUseDel(NULL, resource, USE_LOTS_OF_FORCE);

    free(resource);
    return error;
}

static void change(struct trial *trial, api_function *function)
{
    const struct question question = { .names = { { trial->opened.server, NAME_AS_IT_IS } },
                                       .is_quiet = true };
    const DWORD error = question_ask(&question, function, NULL);

    trial->error = trial->error ? trial->error : error;
}

/* ---- What is listed --------------------------------------------------------------------------- */

static void list(struct trial *trial, const struct question *question, struct listing *listing)
{
    listing_free(listing);
    if (!trial->error)
    {
        trial->error = family_list(&session_family, question, false, listing);
    }
}

static bool is_alike(const struct level *level, const void *a, const void *b)
{
    bool alike = true;

    for (size_t i = 0; i < level->field_count && alike; i++)
    {
        alike = !value_compare(&level->fields[i], a, b);
    }
    return alike;
}

/* Sessions from the same computer of the same user. */
static size_t count_alike(const struct listing *listing, const void *session)
{
    size_t count = 0;

    for (size_t i = 0; i < listing->count; i++)
    {
        count += is_alike(listing->level, listing_record(listing, i), session);
    }
    return count;
}

static bool is_more(const struct listing *listing, const struct listing *than, const void *session)
{
    return count_alike(listing, session) > count_alike(than, session);
}

/* The session that came to both; NULL if there is none. */
static const void *find_arrival(const struct trial *trial)
{
    const void *found = NULL;

    for (size_t i = 0; i < trial->opened_with.count && !found && !trial->error; i++)
    {
        const void *session = listing_record(&trial->opened_with, i);

        if (is_more(&trial->opened_with, &trial->opened_before, session) &&
            is_more(&trial->listed_with, &trial->listed_before, session))
        {
            found = session;
        }
    }
    return found;
}

static void pause_for(unsigned int milliseconds)
{
    struct monitor *monitor = monitor_make();

    monitor_enter(monitor);
    monitor_wait(monitor, milliseconds);
    monitor_leave(monitor);
    monitor_free(monitor);
}

/* A server takes a moment to forget a session whose connection has ended. */
static bool waits_for_departure(struct trial *trial, const void *session)
{
    const uint64_t start = clock_microseconds();
    bool has_gone = false;

    do
    {
        pause_for(PAUSE_MS);
        list(trial, &trial->listed, &trial->listed_after);
        has_gone = !trial->error && is_more(&trial->listed_with, &trial->listed_after, session);
    } while (!trial->error && !has_gone && clock_microseconds() - start < PATIENCE_US);
    return has_gone;
}

/* ---- The proof --------------------------------------------------------------------------------- */

/* Whether the session came to both, and whether it went from both. */
static void try(struct trial *trial)
{
    const void *session;

    list(trial, &trial->opened, &trial->opened_before);
    list(trial, &trial->listed, &trial->listed_before);
    if (!trial->error)
    {
        change(trial, session_open);
    }
    if (trial->error)
    {
        return;
    }
    list(trial, &trial->opened, &trial->opened_with);
    list(trial, &trial->listed, &trial->listed_with);
    session = find_arrival(trial);
    change(trial, session_close);
    trial->has_come = session;
    trial->has_gone = session && waits_for_departure(trial, session);
}

static enum proof try_once(const WCHAR *opened, const WCHAR *listed, bool *has_come)
{
    struct trial trial = { .opened = { .server = opened, .is_quiet = true },
                           .listed = { .server = listed, .is_quiet = true } };
    struct listing *const listings[] = { &trial.opened_before, &trial.opened_with,
                                         &trial.listed_before, &trial.listed_with,
                                         &trial.listed_after };

    for (size_t i = 0; i < ARRAYSIZE(listings); i++)
    {
        family_begin(&session_family, session_family.level, listings[i]);
    }
    try(&trial);
    for (size_t i = 0; i < ARRAYSIZE(listings); i++)
    {
        listing_free(listings[i]);
    }
    *has_come = *has_come || trial.has_come;
    if (trial.error)
    {
        return PROOF_NONE;
    }
    return trial.has_gone ? PROOF_SAME : PROOF_DIFFERENT;
}

/* Other sessions of the user that come or go at the same time can hide the one that is looked for: those of
 * a program that has just ended go one by one. One that was seen to come and not to go tells nothing. */
enum proof proof_make(const WCHAR *opened, const WCHAR *listed)
{
    bool has_come = false;
    enum proof proof = try_once(opened, listed, &has_come);

    for (size_t i = 0; i < ARRAYSIZE(pauses_ms) && proof == PROOF_DIFFERENT; i++)
    {
        pause_for(pauses_ms[i]);
        proof = try_once(opened, listed, &has_come);
    }
    return proof == PROOF_DIFFERENT && has_come ? PROOF_NONE : proof;
}
