/*
 * Connecting to a host by name: resolution within a deadline, and all addresses tried.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/address.h"

#include <stdlib.h>

#include "base/status.h"
#include "platform/log.h"

/* A look-up by name runs on a thread of its own, for a resolver cannot be given a deadline. Both
 * threads hold a reference; whoever lets go last releases it. All is guarded by the monitor. */
struct lookup
{
    struct utf16_name host;
    uint16_t port;
    struct address_list *list;
    uint32_t status; /* what became of it, once it is done */
    bool done;
    unsigned int references;
};

/* Called inside the monitor. */
static void lookup_release(struct lookup *lookup)
{
    if (--lookup->references == 0)
    {
        address_list_free(lookup->list);
        free(lookup);
    }
}

static void lookup_thread(void *argument)
{
    struct lookup *lookup = argument;
    struct address_list *list = NULL;
    const uint32_t status = address_list_find(&lookup->host, lookup->port, ADDRESS_BY_NAME, &list);

    platform_monitor_enter();
    lookup->list = list;
    lookup->status = status;
    lookup->done = true;
    lookup_release(lookup);
    platform_monitor_notify();
    platform_monitor_leave();
}

static uint32_t find_by_name(const struct utf16_name *host, uint16_t port, uint64_t deadline,
                             struct address_list **list)
{
    struct lookup *lookup = calloc(1, sizeof(*lookup));
    uint32_t status = ERROR_SUCCESS;

    if (!lookup)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    lookup->host = *host;
    lookup->port = port;
    lookup->references = 2;
    status = platform_thread_start(lookup_thread, lookup);
    if (status)
    {
        free(lookup);
        return status;
    }

    platform_monitor_enter();
    while (!lookup->done && platform_now() < deadline)
    {
        platform_monitor_wait(deadline);
    }
    status = lookup->done ? lookup->status : ERROR_SEM_TIMEOUT;
    *list = lookup->list;
    lookup->list = NULL;
    lookup_release(lookup);
    platform_monitor_leave();
    return status;
}

/* What this process lacks, it lacks for all addresses. */
static bool is_of_this_process(uint32_t status)
{
    return status == ERROR_NOT_ENOUGH_MEMORY || status == ERROR_NO_SYSTEM_RESOURCES;
}

/* Each address gets an equal share of the time that is left, so that one that swallows packets
 * does not keep the others from being tried. */
static uint32_t connect_first(const struct address_list *list, uint64_t deadline,
                              struct platform_socket **connected, struct ip_endpoint *peer)
{
    size_t count = address_list_count(list);
    uint32_t status = ERROR_BAD_NETPATH;

    for (size_t i = 0; i < count && !is_of_this_process(status); i++)
    {
        uint64_t now = platform_now();
        uint64_t left = deadline > now ? deadline - now : 0;

        status = address_connect(list, i, now + left / (count - i), connected);
        if (!status)
        {
            if (peer)
            {
                address_list_get(list, i, peer);
            }
            return ERROR_SUCCESS;
        }
        TRACE("address %u of %u: error %u\n", (unsigned int)i + 1, (unsigned int)count, status);
    }
    return status;
}

static uint32_t find_host(struct utf16_slice host, uint16_t port, uint64_t deadline,
                          struct address_list **list)
{
    struct utf16_name name;
    uint32_t status = ERROR_SUCCESS;

    if (!utf16_name_set(&name, utf16_without_brackets(host)))
    {
        return ERROR_BAD_NETPATH;
    }
    status = address_list_find(&name, port, ADDRESS_NUMERIC, list);
    return status == ERROR_BAD_NETPATH ? find_by_name(&name, port, deadline, list) : status;
}

uint32_t platform_resolve(struct utf16_slice host, uint16_t port, uint64_t deadline,
                          struct ip_endpoint *endpoints, size_t size, size_t *count)
{
    struct address_list *list = NULL;
    const uint32_t status = find_host(host, port, deadline, &list);

    *count = 0;
    if (!status)
    {
        const size_t found = address_list_count(list);

        for (; *count < found && *count < size; (*count)++)
        {
            address_list_get(list, *count, &endpoints[*count]);
        }
    }
    address_list_free(list);
    return status;
}

uint32_t platform_connect(struct utf16_slice host, uint16_t port, uint64_t deadline,
                          struct platform_socket **connected, struct ip_endpoint *peer)
{
    struct address_list *list = NULL;
    uint32_t status = ERROR_SUCCESS;

    *connected = NULL;
    status = find_host(host, port, deadline, &list);
    if (!status)
    {
        status = connect_first(list, deadline, connected, peer);
    }
    address_list_free(list);
    return status;
}
