/*
 * Connections to servers, kept for a while between calls.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A thread closes what has been idle for too long; it runs while there is something in the pool, or
 * with somebody who will give it back: no call on an open connection makes one. It holds a reference
 * to the library, so FreeLibrary unloads nothing that is in use, and it ends soon after the last
 * call. The monitor guards everything here; nothing is closed inside it.
 */
#include "remote/pool.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "auth/kerberos.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "platform/utf16_equal.h"
#include "remote/use_table.h"
#include "smb/smb2_session.h"

#define IDLE_TIME        10000 /* ms */
#define PATIENCE_FOREVER (platform_now() + 3600000)

static struct
{
    struct server_connection *idle; /* the latest first */
    size_t busy;                    /* connections with somebody */
    bool thread_runs;
} pool;

static bool same_name(const struct utf16_name *a, const struct utf16_name *b)
{
    return utf16_equal(utf16_from_name(a), utf16_from_name(b));
}

static bool same_server(const struct server_key *a, const struct server_key *b)
{
    return a->port == b->port && a->require_encryption == b->require_encryption &&
           a->allow_guest == b->allow_guest && same_name(&a->name, &b->name) &&
           same_name(&a->address, &b->address);
}

static bool same_key(const struct server_key *a, const struct server_key *b)
{
    return same_server(a, b) &&
           crypto_equal(a->credentials, b->credentials, sizeof(a->credentials));
}

struct server_connection *pool_take(const struct server_key *key)
{
    const uint64_t now = platform_now();
    struct server_connection *found = NULL;

    platform_monitor_enter();
    for (struct server_connection **link = &pool.idle; *link; link = &(*link)->next)
    {
        if ((*link)->idle_until > now && same_key(&(*link)->key, key))
        {
            found = *link;
            *link = found->next;
            found->is_busy = true;
            pool.busy++;
            break;
        }
    }
    platform_monitor_leave();
    return found;
}

bool pool_knows(const struct server_key *key)
{
    const uint64_t now = platform_now();
    const struct server_connection *found = NULL;

    platform_monitor_enter();
    found = pool.idle;
    while (found && !(found->idle_until > now && same_server(&found->key, key)))
    {
        found = found->next;
    }
    platform_monitor_leave();
    return found != NULL;
}

bool pool_find_guid(const struct utf16_name *name, uint8_t guid[SERVER_GUID_SIZE])
{
    const struct server_connection *found = NULL;

    static_assert(sizeof(found->smb.agreed.server_guid) == SERVER_GUID_SIZE,
                  "a ServerGuid is copied whole");
    platform_monitor_enter();
    found = pool.idle;
    while (found && !same_name(&found->key.name, name))
    {
        found = found->next;
    }
    if (found)
    {
        memcpy(guid, found->smb.agreed.server_guid, SERVER_GUID_SIZE);
    }
    platform_monitor_leave();
    return found != NULL;
}

/* Called inside the monitor. */
static void end_busy(struct server_connection *connection)
{
    pool.busy -= connection->is_busy;
    connection->is_busy = false;
}

void server_connection_free(struct server_connection *connection)
{
    if (connection)
    {
        platform_monitor_enter();
        end_busy(connection);
        platform_monitor_notify();
        platform_monitor_leave();
        smb2_session_close(&connection->smb);
        wipe(connection, sizeof(*connection));
        free(connection);
    }
}

static void free_list(struct server_connection *list)
{
    while (list)
    {
        struct server_connection *next = list->next;

        server_connection_free(list);
        list = next;
    }
}

/* Takes off the pool what has been idle for too long. Called inside the monitor. */
static struct server_connection *take_expired(uint64_t now)
{
    struct server_connection **link = &pool.idle;
    struct server_connection *expired = NULL;

    /* The latest stand first, so that from the first expired one on all are. */
    while (*link && (*link)->idle_until > now)
    {
        link = &(*link)->next;
    }
    expired = *link;
    *link = NULL;
    return expired;
}

/* When there may be something to close: what is given back later is not before that. */
static uint64_t first_expiry(void)
{
    uint64_t first = platform_now() + IDLE_TIME;

    for (const struct server_connection *idle = pool.idle; idle; idle = idle->next)
    {
        first = idle->idle_until;
    }
    return first;
}

static void pool_thread(void *argument)
{
    (void)argument;
    platform_monitor_enter();
    while (pool.idle || pool.busy)
    {
        struct server_connection *expired = take_expired(platform_now());

        if (expired)
        {
            platform_monitor_leave();
            free_list(expired);
            platform_monitor_enter();
        }
        else
        {
            platform_monitor_wait(first_expiry());
        }
    }
    pool.thread_runs = false;
    platform_monitor_notify();
    platform_monitor_leave();
    kerberos_rest();
}

/* Called inside the monitor. */
static struct server_connection *take_all(void)
{
    struct server_connection *all = pool.idle;

    pool.idle = NULL;
    return all;
}

/* Whether the thread has to be started. Called inside the monitor. */
static bool lacks_thread(void)
{
    const bool lacks = !pool.thread_runs;

    pool.thread_runs = true;
    return lacks;
}

/* What is idle is closed at once where there can be no thread. */
static void start_thread(void)
{
    struct server_connection *unwatched = NULL;

    if (!platform_thread_launch(pool_thread, NULL))
    {
        return;
    }
    WARN("no thread; idle connections are not kept\n");
    platform_monitor_enter();
    pool.thread_runs = false;
    unwatched = take_all();
    platform_monitor_leave();
    free_list(unwatched);
}

struct server_connection *server_connection_new(const struct server_key *key)
{
    struct server_connection *connection = calloc(1, sizeof(*connection));
    bool lacks = false;

    if (!connection)
    {
        return NULL;
    }
    connection->key = *key;
    connection->is_busy = true;
    platform_monitor_enter();
    pool.busy++;
    lacks = lacks_thread();
    platform_monitor_leave();
    if (lacks)
    {
        start_thread();
    }
    return connection;
}

/* Called inside the monitor, as pool_close() looks at the idle ones: whichever is first, none is left. */
static bool keep(struct server_connection *connection)
{
    if (use_table_went_since(&connection->key.name, connection->uses))
    {
        return false;
    }
    end_busy(connection);
    connection->next = pool.idle;
    pool.idle = connection;
    return true;
}

void pool_put(struct server_connection *connection)
{
    bool is_kept = false;
    bool lacks = false;

    connection->idle_until = platform_now() + IDLE_TIME;
    platform_monitor_enter();
    is_kept = keep(connection);
    lacks = is_kept && lacks_thread();
    platform_monitor_leave();
    if (!is_kept)
    {
        server_connection_free(connection);
    }
    if (lacks)
    {
        start_thread();
        platform_threads_settle();
    }
}

void pool_close(const struct utf16_name *name)
{
    struct server_connection **link = &pool.idle;
    struct server_connection *closing = NULL;

    platform_monitor_enter();
    while (*link)
    {
        struct server_connection *idle = *link;

        if (same_name(&idle->key.name, name))
        {
            *link = idle->next;
            idle->next = closing;
            closing = idle;
        }
        else
        {
            link = &idle->next;
        }
    }
    platform_monitor_notify();
    platform_monitor_leave();
    free_list(closing);
}

void pool_clear(void)
{
    struct server_connection *all = NULL;

    platform_monitor_enter();
    all = take_all();
    platform_monitor_notify();
    while (pool.thread_runs)
    {
        platform_monitor_wait(PATIENCE_FOREVER);
    }
    platform_monitor_leave();
    free_list(all);
}
