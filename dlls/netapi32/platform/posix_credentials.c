/*
 * The credentials of the native build: who this process was said to be, then what files have.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_credentials.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/status.h"
#include "base/wipe.h"
#include "netapi32_posix.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "platform/posix_credentials_store.h"
#include "platform/utf16_equal.h"

/* ---- What this process was given ------------------------------------------------------------- */

/* A unit takes at most three bytes. */
#define PASSWORD_SIZE (3 * NAME_LENGTH_MAX + 1)

struct given
{
    struct given *next;
    struct utf16_name server; /* empty: for all */
    struct utf16_name user;
    char password
        [PASSWORD_SIZE]; /* UTF-8, not the form in which it is used: that is made for each call */
    uint32_t status;     /* what is said in their place, by tests */
};

/* The lock is for what stands below it. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct given *first;
static _Atomic uint64_t generation;

uint64_t credentials_generation(void)
{
    return generation;
}

/* Called with the lock. */
static struct given **find_given(struct utf16_slice server)
{
    struct given **link = &first;

    while (*link && !utf16_equal(utf16_from_name(&(*link)->server), server))
    {
        link = &(*link)->next;
    }
    return link;
}

static void release(struct given *given)
{
    wipe(given, sizeof(*given));
    free(given);
}

static bool keep_password(struct given *given, struct utf16_slice password)
{
    return password.length <= NAME_LENGTH_MAX &&
           utf16_to_utf8(password, given->password, PASSWORD_SIZE);
}

/* Takes over `given`, in place of what there was for the server. */
static void give(struct given *given)
{
    struct given **link = NULL;
    struct given *old = NULL;

    pthread_mutex_lock(&lock);
    link = find_given(utf16_from_name(&given->server));
    old = *link;
    given->next = old ? old->next : NULL;
    *link = given;
    generation++;
    pthread_mutex_unlock(&lock);
    if (old)
    {
        release(old);
    }
}

uint32_t posix_credentials_use(const uint16_t *server, const uint16_t *user,
                               const uint16_t *password)
{
    struct given *given = calloc(1, sizeof(*given));

    if (!given)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!*user || !utf16_name_set(&given->server, utf16_from_terminated(server)) ||
        !utf16_name_set(&given->user, utf16_from_terminated(user)) ||
        !keep_password(given, utf16_from_terminated(password)))
    {
        release(given);
        return ERROR_INVALID_PARAMETER;
    }
    give(given);
    return ERROR_SUCCESS;
}

void posix_credential_set(const char *server, const char *user, const char *password)
{
    struct given *given = calloc(1, sizeof(*given));

    if (!given)
    {
        abort();
    }
    utf16_name_from_utf8(&given->server, server);
    if (!*user || !utf16_name_from_utf8(&given->user, user))
    {
        given->status = NERR_BadUsername;
    }
    else if (snprintf(given->password, PASSWORD_SIZE, "%s", password) >= PASSWORD_SIZE)
    {
        given->status = ERROR_INVALID_PASSWORD;
    }
    give(given);
}

void posix_credentials_forget(void)
{
    struct given *given = NULL;

    pthread_mutex_lock(&lock);
    given = first;
    first = NULL;
    generation++;
    pthread_mutex_unlock(&lock);
    while (given)
    {
        struct given *next = given->next;

        release(given);
        given = next;
    }
}

/* ERROR_NOT_FOUND when nothing was given for the server. */
static uint32_t take_given(struct utf16_slice server, struct utf16_name *user,
                           struct utf16_name *password)
{
    uint32_t status = ERROR_NOT_FOUND;
    const struct given *given = NULL;

    pthread_mutex_lock(&lock);
    given = *find_given(server);
    if (given)
    {
        *user = given->user;
        status = given->status;
        if (!status && !utf16_name_from_utf8(password, given->password))
        {
            status = ERROR_INVALID_PASSWORD;
        }
    }
    pthread_mutex_unlock(&lock);
    return status;
}

uint32_t posix_credentials_use_file(const uint16_t *path)
{
    struct given *given = calloc(1, sizeof(*given));
    struct utf16_name password;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (!given)
    {
        return status;
    }
    status = credentials_read_file(utf16_from_terminated(path), &given->user, &password);
    if (!status && !keep_password(given, utf16_from_name(&password)))
    {
        status = ERROR_INVALID_PASSWORD;
    }
    wipe(&password, sizeof(password));
    if (status)
    {
        release(given);
        return status;
    }
    give(given);
    return ERROR_SUCCESS;
}

/* ---- The interface --------------------------------------------------------------------------- */

uint32_t platform_stored_credential(struct utf16_slice server, struct utf16_name *user,
                                    struct utf16_name *password)
{
    const struct utf16_slice all_servers = { NULL, 0 };
    uint32_t status = ERROR_NOT_FOUND;

    *user = *password = utf16_name_from_ascii("");
    if (!server.length)
    {
        return status;
    }
    status = take_given(server, user, password);
    if (status == ERROR_NOT_FOUND)
    {
        status = take_given(all_servers, user, password);
    }
    return status == ERROR_NOT_FOUND ? credentials_find_file(server, user, password) : status;
}

void platform_stored_credentials_end(void)
{
}
