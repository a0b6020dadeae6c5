/*
 * The search for a domain controller: which are asked, in which order, and which answer will do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_SEARCH_H
#define NETAPI32_DIRECTORY_DC_SEARCH_H

#include "families/directory/dc_cache.h"

/* Searches: a controller that is configured for the domain; else, for a DNS name, those in the DNS, the
 * ones of this computer's site first; for a flat name, those of the domain that is known to have it. A
 * name that may be either is searched for as both. `domain_guid`, or NULL, is where the name is not
 * found. `generation` is platform_generation(), for what is known from earlier searches; `start` is when the
 * call began, from which on its time counts. Errors of dc_find(). */
uint32_t dc_search(const struct dc_key *key, const uint8_t *domain_guid, uint64_t generation,
                   uint64_t start, struct dc_found *found);

/* Pings a controller that was found, and replaces what it said. Errors of dc_find(); then *found is
 * empty. */
uint32_t dc_search_again(const struct dc_key *key, uint64_t start, struct dc_found *found);

#endif
