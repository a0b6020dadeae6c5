/*
 * The servers of a service, in the order in which they are to be tried.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_services.h"

#include <string.h>

#include "base/sort.h"
#include "base/status.h"

/* ---- Order ----------------------------------------------------------------------------------- */

/* By priority; those without weight first, so that they have a small chance ([RFC 2782]). */
static int compare_services(const void *left, const void *right, const void *context)
{
    const struct dns_service *a = left;
    const struct dns_service *b = right;

    (void)context;
    if (a->priority != b->priority)
    {
        return a->priority < b->priority ? -1 : 1;
    }
    return (a->weight != 0) - (b->weight != 0);
}

static void move_to_front(struct dns_service *items, size_t index)
{
    const struct dns_service chosen = items[index];

    memmove(items + 1, items, index * sizeof(*items));
    items[0] = chosen;
}

/* Chooses who of these, which have one priority, is next: the first whose running sum of weights
 * reaches a number that is drawn by lot. */
static size_t draw(const struct dns_service *items, size_t count,
                   uint32_t (*chance)(uint32_t limit, void *context), void *context)
{
    uint32_t total = 0;
    uint32_t sum = 0;
    uint32_t drawn = 0;

    for (size_t i = 0; i < count; i++)
    {
        total += items[i].weight;
    }
    /* Without any weights all are alike. */
    if (!total)
    {
        return chance((uint32_t)count - 1, context);
    }
    drawn = chance(total, context);
    for (size_t i = 0; i < count; i++)
    {
        sum += items[i].weight;
        if (sum >= drawn)
        {
            return i;
        }
    }
    return count - 1;
}

uint32_t dns_services_order(struct dns_service *items, size_t count,
                            uint32_t (*chance)(uint32_t limit, void *context), void *context)
{
    static const struct sorting by_priority = { .size = sizeof(struct dns_service),
                                                .compare = compare_services };
    const uint32_t status = sort(items, count, &by_priority);

    if (status)
    {
        return status;
    }
    while (count)
    {
        size_t alike = 1;

        while (alike < count && items[alike].priority == items[0].priority)
        {
            alike++;
        }
        move_to_front(items, draw(items, alike, chance, context));
        items++;
        count--;
    }
    return ERROR_SUCCESS;
}

/* No key hangs on it: that small numbers are a little more likely does no harm. */
static uint32_t system_chance(uint32_t limit, void *context)
{
    uint32_t number = 0;

    (void)context;
    return platform_random(&number, sizeof(number)) ? 0 : number % (limit + 1);
}

/* ---- Answers --------------------------------------------------------------------------------- */

static void add_address(struct ip_address *addresses, size_t *count,
                        const struct ip_address *address)
{
    if (*count < DNS_ADDRESSES_MAX)
    {
        addresses[(*count)++] = *address;
    }
}

static void take_addresses(const struct dns_answer *answer, struct dns_service *service)
{
    static const enum dns_type types[] = { DNS_A, DNS_AAAA };

    for (size_t type = 0; type < sizeof(types) / sizeof(types[0]); type++)
    {
        for (size_t i = 0; i < answer->count; i++)
        {
            const struct dns_record *record = &answer->records[i];

            if (record->type == types[type] && dns_name_equal(record->name, service->host))
            {
                add_address(service->addresses, &service->address_count, &record->address);
            }
        }
    }
}

/* An answer with so many hosts that addresses would take long to find among its records is not one of
 * these: controllers are a few hundred at most. */
#define SERVICES_MAX 512

uint32_t dns_services_find(const struct dns_servers *servers, const char *name, uint64_t deadline,
                           struct arena *arena, struct dns_services *services)
{
    struct dns_answer answer;
    uint32_t status = dns_ask(servers, name, DNS_SRV, deadline, arena, &answer);

    *services = (struct dns_services){ 0 };
    if (status)
    {
        return status;
    }
    services->items = arena_array(arena, answer.count < SERVICES_MAX ? answer.count : SERVICES_MAX,
                                  sizeof(*services->items));
    if (!services->items)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < answer.count && services->count < SERVICES_MAX; i++)
    {
        const struct dns_record *record = &answer.records[i];
        struct dns_service *service = &services->items[services->count];

        if (record->type == DNS_SRV && *record->target)
        {
            memcpy(service->host, record->target, sizeof(service->host));
            service->priority = record->priority;
            service->weight = record->weight;
            service->port = record->port;
            take_addresses(&answer, service);
            services->count++;
        }
    }
    return services->count
               ? dns_services_order(services->items, services->count, system_chance, NULL)
               : DNS_INFO_NO_RECORDS;
}

uint32_t dns_addresses_find(const struct dns_servers *servers, const char *host, uint64_t deadline,
                            struct ip_address addresses[DNS_ADDRESSES_MAX], size_t *count)
{
    static const enum dns_type types[] = { DNS_A, DNS_AAAA };
    struct arena arena = { 0 };
    uint32_t first_status = ERROR_SUCCESS;

    *count = 0;
    for (size_t type = 0; type < sizeof(types) / sizeof(types[0]); type++)
    {
        struct dns_answer answer;
        const uint32_t status = dns_ask(servers, host, types[type], deadline, &arena, &answer);

        for (size_t i = 0; !status && i < answer.count; i++)
        {
            if (answer.records[i].type == types[type])
            {
                add_address(addresses, count, &answer.records[i].address);
            }
        }
        first_status = type ? first_status : status;
        /* What the first question did not reach, the second would not either. */
        if (status && status != DNS_INFO_NO_RECORDS)
        {
            break;
        }
    }
    arena_free(&arena);
    return *count ? ERROR_SUCCESS : first_status ? first_status : DNS_INFO_NO_RECORDS;
}
