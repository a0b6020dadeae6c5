/*
 * Pings controllers one after the other, until one answers that will do: [MS-ADTS] 6.3.6.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_PINGS_H
#define NETAPI32_DIRECTORY_DC_PINGS_H

#include "families/directory/dc_locator.h"
#include "families/directory/dc_requirements.h"
#include "families/directory/netlogon_ping.h"

/* A controller that has answered. */
struct dc_found
{
    char host[DNS_NAME_SIZE]; /* as it was pinged */
    struct ip_address address;
    struct netlogon_answer answer;
};

/* What is sent, and what an answer has to be. */
struct dc_question
{
    const struct netlogon_ping *ping; /* but for the number of the message */
    enum dc_fit (*judge)(const struct netlogon_answer *answer, const void *context);
    const void *context;
    bool avoids_self; /* this computer is not asked */
};

/* Pings the controllers in their order, with a pause in between, and listens to all that were pinged.
 * The first whose answer is preferred ends it; where none is, the first that fits.
 *
 *   ERROR_NO_SUCH_DOMAIN  no answer that fits, within the locator's deadline
 *   ERROR_NO_SUCH_USER    of those that answered and would have fitted, none has the account
 *   ERROR_NOT_ENOUGH_MEMORY, ERROR_GEN_FAILURE (no random numbers) */
uint32_t dc_ping(struct dc_locator *locator, const struct dns_services *services,
                 const struct dc_question *question, struct dc_found *found);

#endif
