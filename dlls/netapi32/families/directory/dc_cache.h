/*
 * The controllers that were found, kept for later calls of this process: [MS-ADTS] 6.3.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All of it belongs to one platform_generation(): where the configuration changes, or the system cannot
 * tell of changes, nothing is kept.
 */
#ifndef NETAPI32_DIRECTORY_DC_CACHE_H
#define NETAPI32_DIRECTORY_DC_CACHE_H

#include "families/directory/dc_pings.h"

/* Milliseconds, as Windows' locator is documented to have them: so long an answer is given without
 * asking; so long a controller that answers is kept without a new search; and so long nobody searches
 * again for what there was not. */
#define DC_CACHE_FRESH    (15u * 60 * 1000)
#define DC_CACHE_LONGEST  (12u * 60 * 60 * 1000)
#define DC_CACHE_NEGATIVE (45u * 1000)

/* What was searched for. */
struct dc_key
{
    struct utf16_name domain;
    struct utf16_name site;
    struct utf16_name account;
    uint32_t account_control;
    uint32_t flags; /* dc_flags_of_requirements(), and DS_AVOID_SELF and how the domain is named */
};

enum dc_age
{
    DC_AGE_UNKNOWN, /* nothing is kept */
    DC_AGE_FRESH,   /* *found is as good as asked for */
    DC_AGE_OLD,     /* *found has not been heard of for a while */
    DC_AGE_MISSING, /* there was none a moment ago */
};

/* Looks for what was found for this key. Case does not count in names. `now` is platform_now(). */
enum dc_age dc_cache_find(const struct dc_key *key, uint64_t generation, uint64_t now,
                          struct dc_found *found);
/* Keeps what was found; NULL: nothing was. `generation` is what platform_generation() said before the
 * search began. One that is refreshed was not searched for: it has been pinged again. Where there is no
 * memory it is not kept. */
void dc_cache_keep(const struct dc_key *key, uint64_t generation, uint64_t now,
                   const struct dc_found *found, bool is_refreshed);

/* The DNS name of the domain with this flat name, and the site of this computer in the domain with this
 * DNS name, as controllers of them have told. False when none has. */
bool dc_cache_domain_of_flat_name(struct utf16_slice flat, uint64_t generation,
                                  struct utf16_name *domain);
bool dc_cache_client_site(struct utf16_slice domain, uint64_t generation, struct utf16_name *site);

/* Forgets all, for the end of the library. */
void dc_cache_forget(void);

#endif
