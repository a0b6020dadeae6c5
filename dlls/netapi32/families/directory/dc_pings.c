/*
 * Pings controllers one after the other, until one answers that will do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_pings.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"

#define ANSWER_MAX 8192

/* Milliseconds. The pauses are those that Windows is described to make: they grow shorter with the
 * number of controllers that were pinged. */
#define PAUSE_FIRST   400 /* after each of the first five */
#define PAUSE_SECOND  200 /* after each of the next five */
#define PAUSE_LATER   100
#define PAUSE_GROUP   5
#define AGAIN_AFTER   700  /* a datagram may be lost: those who are silent are pinged once more */
#define LAST_PATIENCE 2000 /* after the last one */

/* Those who were pinged and may still answer. */
struct pinged
{
    const struct dns_service *service;
    const struct ip_address *address;
    bool is_silent; /* has not answered, and may be pinged again */
};

struct pings
{
    struct dc_locator *locator;
    const struct dc_question *question;
    uint32_t message_id;
    struct writer message;
    struct platform_datagrams *datagrams;
    struct pinged peers[PLATFORM_PEERS_MAX];
    size_t count;
    size_t sent; /* to all, also those that are listened to no longer */
    bool is_found;
    bool is_preferred; /* and nothing better is to be had */
    bool is_user_unknown;
    struct dc_found *found;
};

static uint64_t after(const struct pings *pings, unsigned int milliseconds)
{
    const uint64_t deadline = platform_now() + milliseconds;

    return deadline < pings->locator->deadline ? deadline : pings->locator->deadline;
}

/* ---- Answers --------------------------------------------------------------------------------- */

static void take_answer(struct pings *pings, const struct pinged *peer,
                        const struct netlogon_answer *answer)
{
    const enum dc_fit fit = pings->question->judge(answer, pings->question->context);

    TRACE("%s: flags %08x, %s\n", debugstr_utf8(peer->service->host).text, answer->flags,
          fit == DC_UNFIT ? "not wanted" : "fits");
    if (fit == DC_UNFIT || answer->is_paused)
    {
        return;
    }
    if (answer->is_user_unknown)
    {
        pings->is_user_unknown = true;
        return;
    }
    if (!pings->is_found || fit == DC_PREFERRED)
    {
        memcpy(pings->found->host, peer->service->host, sizeof(pings->found->host));
        pings->found->address = *peer->address;
        pings->found->answer = *answer;
        pings->is_found = true;
        pings->is_preferred = fit == DC_PREFERRED;
    }
}

static bool is_anybody_silent(const struct pings *pings)
{
    for (size_t i = 0; i < pings->count; i++)
    {
        if (pings->peers[i].is_silent)
        {
            return true;
        }
    }
    return false;
}

/* Listens until the deadline, however much comes, or until there is nothing more to wait for. */
static void listen_until(struct pings *pings, uint64_t deadline)
{
    uint8_t data[ANSWER_MAX];

    bool is_late = false;

    while (!is_late && !pings->is_preferred && is_anybody_silent(pings))
    {
        struct netlogon_answer answer;
        struct bytes datagram = { data, 0 };
        size_t peer = 0;
        const uint32_t status = platform_datagrams_receive(pings->datagrams, data, sizeof(data),
                                                           &datagram.size, &peer, deadline);

        is_late = platform_now() >= deadline;
        if (status == ERROR_CONNECTION_REFUSED)
        {
            pings->peers[peer].is_silent = false;
            continue;
        }
        if (status)
        {
            return;
        }
        switch (netlogon_reply_decode(datagram, pings->message_id, &answer))
        {
        case NETLOGON_REPLY_OTHER: break;
        case NETLOGON_REPLY_ANSWER: take_answer(pings, &pings->peers[peer], &answer);
        /* fall through */
        case NETLOGON_REPLY_NONE: pings->peers[peer].is_silent = false;
        }
    }
}

/* ---- Pings ----------------------------------------------------------------------------------- */

static void send_to(struct pings *pings, size_t peer)
{
    if (platform_datagrams_send(pings->datagrams, peer, pings->message.data, pings->message.size))
    {
        pings->peers[peer].is_silent = false;
    }
}

/* Listens to those who were pinged last, and pings them once more. */
static void finish_group(struct pings *pings)
{
    listen_until(pings, after(pings, AGAIN_AFTER));
    for (size_t i = 0; i < pings->count && !pings->is_preferred; i++)
    {
        if (pings->peers[i].is_silent)
        {
            send_to(pings, i);
        }
    }
    listen_until(pings, after(pings, LAST_PATIENCE - AGAIN_AFTER));
    platform_datagrams_close(pings->datagrams);
    pings->datagrams = NULL;
    pings->count = 0;
}

static unsigned int pause_after(size_t sent)
{
    if (sent <= PAUSE_GROUP)
    {
        return PAUSE_FIRST;
    }
    return sent <= 2 * PAUSE_GROUP ? PAUSE_SECOND : PAUSE_LATER;
}

static uint32_t ping_address(struct pings *pings, const struct dns_service *service,
                             const struct ip_address *address)
{
    const struct ip_endpoint endpoint = { .address = *address, .port = pings->locator->ldap_port };
    size_t peer = 0;
    uint32_t status = ERROR_SUCCESS;

    if (pings->count == PLATFORM_PEERS_MAX)
    {
        finish_group(pings);
    }
    if (pings->is_preferred)
    {
        return ERROR_SUCCESS;
    }
    if (!pings->datagrams)
    {
        status = platform_datagrams_open(&pings->datagrams);
        if (status)
        {
            return status;
        }
    }
    /* Where no way leads to an address, another one may do. */
    if (!platform_datagrams_add(pings->datagrams, &endpoint, &peer))
    {
        pings->peers[peer] = (struct pinged){ service, address, true };
        pings->count = peer + 1;
        send_to(pings, peer);
        pings->sent++;
        listen_until(pings, after(pings, pause_after(pings->sent)));
    }
    return ERROR_SUCCESS;
}

static bool is_to_be_pinged(const struct pings *pings, const struct dns_service *service)
{
    struct utf16_name name;

    return !pings->question->avoids_self || !utf16_name_from_utf8(&name, service->host) ||
           !platform_is_own_name(utf16_from_name(&name));
}

static uint32_t ping_all(struct pings *pings, const struct dns_services *services)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < services->count && !status && !pings->is_preferred; i++)
    {
        struct dns_service *service = &services->items[i];

        if (platform_now() >= pings->locator->deadline)
        {
            break;
        }
        if (!is_to_be_pinged(pings, service))
        {
            continue;
        }
        dc_addresses_find(pings->locator, service);
        for (size_t j = 0; j < service->address_count && !status; j++)
        {
            status = ping_address(pings, service, &service->addresses[j]);
        }
    }
    if (!status && pings->datagrams)
    {
        finish_group(pings);
    }
    return status;
}

uint32_t dc_ping(struct dc_locator *locator, const struct dns_services *services,
                 const struct dc_question *question, struct dc_found *found)
{
    struct pings pings = { .locator = locator, .question = question, .found = found };
    struct netlogon_ping ping = *question->ping;
    uint32_t status = platform_random(&pings.message_id, sizeof(pings.message_id));

    memset(found, 0, sizeof(*found));
    if (status)
    {
        return status;
    }
    pings.message_id = (pings.message_id & INT32_MAX) | 1;
    ping.message_id = pings.message_id;
    status = netlogon_ping_encode(&ping, &pings.message) ? ping_all(&pings, services)
                                                         : ERROR_NOT_ENOUGH_MEMORY;
    platform_datagrams_close(pings.datagrams);
    writer_free(&pings.message);
    if (status || pings.is_found)
    {
        return status;
    }
    return pings.is_user_unknown ? ERROR_NO_SUCH_USER : ERROR_NO_SUCH_DOMAIN;
}
