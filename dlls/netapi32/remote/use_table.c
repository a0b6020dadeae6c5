/*
 * The servers that this process uses with credentials of its own choice.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The monitor guards the table.
 */
#include "remote/use_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"

struct use
{
    struct use *next;
    struct utf16_name server;
    struct credentials credentials; /* secret */
    uint32_t count;
};

/* Servers whose entries went are remembered by a hash of their names: two that have the same one cost a
 * connection that is closed too early. */
#define HASHES 64

static struct use *table; /* the oldest first */
static _Atomic uint64_t generation;
static uint64_t latest_end[HASHES]; /* the generation in which an entry went; 0: none did */

static bool same_name(const struct utf16_name *a, const struct utf16_name *b)
{
    return utf16_equal(utf16_from_name(a), utf16_from_name(b));
}

static bool same_credentials(const struct credentials *a, const struct credentials *b)
{
    if (a->kind == CREDENTIALS_CURRENT || b->kind == CREDENTIALS_CURRENT)
    {
        return a->kind == b->kind;
    }
    return a->kind == b->kind && same_name(&a->domain, &b->domain) &&
           same_name(&a->user, &b->user) &&
           utf16_compare(utf16_from_name(&a->password), utf16_from_name(&b->password)) == 0;
}

static size_t hash_of(const struct utf16_name *name)
{
    size_t hash = 0;

    for (size_t i = 0; i < name->length; i++)
    {
        hash = 31 * hash + platform_upcase(name->units[i]);
    }
    return hash % HASHES;
}

/* The functions up to the next line are called inside the monitor. */

/* The link to the entry, or to the end. */
static struct use **find_link(struct utf16_slice server)
{
    struct use **link = &table;

    while (*link && !utf16_equal(utf16_from_name(&(*link)->server), server))
    {
        link = &(*link)->next;
    }
    return link;
}

static uint32_t check(const struct use *use, const struct credentials *credentials)
{
    return use && !same_credentials(&use->credentials, credentials)
               ? ERROR_SESSION_CREDENTIAL_CONFLICT
               : ERROR_SUCCESS;
}

static uint32_t add(struct utf16_slice server, const struct credentials *credentials)
{
    struct use **link = find_link(server);
    uint32_t status = check(*link, credentials);

    if (!status && !*link)
    {
        *link = calloc(1, sizeof(**link));
        if (!*link)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        utf16_name_set(&(*link)->server, server);
        (*link)->credentials = *credentials;
    }
    if (!status)
    {
        (*link)->count++;
        generation++;
    }
    return status;
}

static uint32_t remove_from(struct use **link, bool all, bool *is_gone)
{
    struct use *use = *link;

    if (!use)
    {
        return NERR_UseNotFound;
    }
    use->count = all ? 0 : use->count - 1;
    generation++;
    if (!use->count)
    {
        *is_gone = true;
        latest_end[hash_of(&use->server)] = generation;
        *link = use->next;
        wipe(use, sizeof(*use));
        free(use);
    }
    return ERROR_SUCCESS;
}

static uint32_t list(struct use_entry **entries, size_t *count)
{
    for (const struct use *use = table; use; use = use->next)
    {
        ++*count;
    }
    if (!*count)
    {
        return ERROR_SUCCESS;
    }
    *entries = calloc(*count, sizeof(**entries));
    if (!*entries)
    {
        *count = 0;
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *count = 0;
    for (const struct use *use = table; use; use = use->next)
    {
        (*entries)[(*count)++] = (struct use_entry){
            .server = use->server,
            .domain = use->credentials.domain,
            .user = use->credentials.user,
            .count = use->count,
        };
    }
    return ERROR_SUCCESS;
}

/* ---- The functions ------------------------------------------------------------------------- */

uint32_t use_table_add(struct utf16_slice server, const struct credentials *credentials)
{
    uint32_t status = ERROR_SUCCESS;

    if (server.length > NAME_LENGTH_MAX)
    {
        return ERROR_INVALID_PARAMETER;
    }
    platform_monitor_enter();
    status = add(server, credentials);
    platform_monitor_leave();
    return status;
}

uint32_t use_table_check(struct utf16_slice server, const struct credentials *credentials)
{
    uint32_t status = ERROR_SUCCESS;

    platform_monitor_enter();
    status = check(*find_link(server), credentials);
    platform_monitor_leave();
    return status;
}

uint32_t use_table_remove(struct utf16_slice server, bool all, bool *is_gone)
{
    uint32_t status = ERROR_SUCCESS;

    *is_gone = false;
    platform_monitor_enter();
    status = remove_from(find_link(server), all, is_gone);
    platform_monitor_leave();
    return status;
}

bool use_table_find(struct utf16_slice server, struct credentials *credentials)
{
    const struct use *use = NULL;
    bool found = false;

    *credentials = (struct credentials){ .kind = CREDENTIALS_ANONYMOUS };
    platform_monitor_enter();
    use = *find_link(server);
    found = use && use->credentials.kind != CREDENTIALS_CURRENT;
    if (found)
    {
        *credentials = use->credentials;
    }
    platform_monitor_leave();
    return found;
}

uint64_t use_table_generation(void)
{
    return generation;
}

bool use_table_went_since(const struct utf16_name *server, uint64_t since)
{
    return latest_end[hash_of(server)] > since;
}

uint32_t use_table_list(struct use_entry **entries, size_t *count)
{
    uint32_t status = ERROR_SUCCESS;

    *entries = NULL;
    *count = 0;
    platform_monitor_enter();
    status = list(entries, count);
    platform_monitor_leave();
    return status;
}

void use_table_clear(void)
{
    platform_monitor_enter();
    while (table)
    {
        bool is_gone = false;

        remove_from(&table, true, &is_gone);
    }
    platform_monitor_leave();
}
