/*
 * The search for a domain controller: which are asked, in which order, and which answer will do.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_search.h"

#include <string.h>

#include "base/status.h"
#include "families/directory/dc_flags.h"
#include "platform/log.h"
#include "platform/utf16_equal.h"

/* What is asked of controllers: the newest form, with sites, of each whatever old system it may pose
 * as. */
#define NT_VERSION                                                                                 \
    (NETLOGON_NT_VERSION_5 | NETLOGON_NT_VERSION_5EX | NETLOGON_NT_VERSION_WITH_CLOSEST_SITE |     \
     NETLOGON_NT_VERSION_AVOID_NT4EMUL)

struct search
{
    const struct dc_key *key;
    const uint8_t *domain_guid;
    uint64_t generation;
    struct dc_locator locator;
    char account[DNS_NAME_SIZE];
    char site[DNS_NAME_SIZE];
    char host[DNS_NAME_SIZE];
    struct dc_found *found;
};

/* Which domain an answer has to be of. */
struct expectation
{
    const struct search *search;
    struct utf16_slice dns_domain; /* or forest, of a global catalog; absent: whatever */
    struct utf16_slice flat_domain;
};

/* ---- Answers --------------------------------------------------------------------------------- */

static bool is_expected(struct utf16_slice expected, const struct utf16_name *name)
{
    return !expected.length || utf16_equal(expected, utf16_from_name(name));
}

static enum dc_fit judge(const struct netlogon_answer *answer, const void *context)
{
    const struct expectation *expectation = context;
    const uint32_t flags = expectation->search->key->flags;
    const bool is_of_forest =
        flags & DS_GC_SERVER_REQUIRED && is_expected(expectation->dns_domain, &answer->forest);

    if ((!is_of_forest && !is_expected(expectation->dns_domain, &answer->dns_domain)) ||
        !is_expected(expectation->flat_domain, &answer->flat_domain))
    {
        return DC_UNFIT;
    }
    return dc_flags_fit(answer->flags, flags);
}

/* ---- Pings ----------------------------------------------------------------------------------- */

/* Pings these. `domain`, or NULL, is the DNS name of theirs. */
static uint32_t ping(struct search *search, const struct dns_services *services, const char *domain,
                     const struct expectation *expectation)
{
    const struct netlogon_ping ping = {
        .dns_domain = domain,
        .host = search->host,
        .account = search->account,
        .account_control = dc_account_codes(search->key->account_control),
        .nt_version = NT_VERSION,
    };
    const struct dc_question question = {
        .ping = &ping,
        .judge = judge,
        .context = expectation,
        .avoids_self = (search->key->flags & DS_AVOID_SELF) != 0,
    };

    return dc_ping(&search->locator, services, &question, search->found);
}

/* Pings one controller, by its name or address. */
static uint32_t ping_one(struct search *search, const char *host, const char *domain,
                         const struct expectation *expectation)
{
    struct dns_service service = { .port = 0 };
    const struct dns_services services = { &service, 1 };

    memcpy(service.host, host, DNS_NAME_SIZE);
    return ping(search, &services, domain, expectation);
}

static uint32_t ping_place(struct search *search, const struct dc_place *place,
                           const struct expectation *expectation)
{
    struct dns_services services;
    const uint32_t status = dc_records_find(&search->locator, place, search->key->flags, &services);

    return status ? status
                  : ping(search, &services, place->domain_guid ? NULL : place->domain, expectation);
}

/* ---- Sites ----------------------------------------------------------------------------------- */

/* Tries to find one in another site than that where one was found; which stays if there is none. */
static bool move_to_site(struct search *search, const char *domain,
                         const struct utf16_name *site_name, const struct expectation *expectation)
{
    struct dc_place place = { .domain = domain };
    const struct dc_found found = *search->found;
    char site[DNS_NAME_SIZE];

    place.site = site;
    if (!site_name->length ||
        utf16_equal(utf16_from_name(site_name), utf16_from_name(&found.answer.site)) ||
        !dns_name_from_utf16(site, utf16_from_name(site_name)) ||
        ping_place(search, &place, expectation))
    {
        *search->found = found;
        return false;
    }
    return true;
}

/* One was found anywhere in the domain. Now that it has told where this computer is, one that is near
 * is better. */
static void move_near(struct search *search, const char *domain,
                      const struct expectation *expectation)
{
    const struct netlogon_answer answer = search->found->answer;

    if (answer.flags & DS_CLOSEST_FLAG || search->key->flags & DS_PDC_REQUIRED ||
        move_to_site(search, domain, &answer.client_site, expectation))
    {
        return;
    }
    if (search->key->flags & DS_TRY_NEXTCLOSEST_SITE)
    {
        move_to_site(search, domain, &answer.next_closest_site, expectation);
    }
}

/* ---- Domains --------------------------------------------------------------------------------- */

/* The site to begin with: the wished one, or that where this computer is known to be. */
static bool first_site(struct search *search, struct utf16_slice domain)
{
    struct utf16_name site;

    if (search->key->site.length)
    {
        return dns_name_from_utf16(search->site, utf16_from_name(&search->key->site));
    }
    return dc_cache_client_site(domain, search->generation, &site) &&
           dns_name_from_utf16(search->site, utf16_from_name(&site));
}

static uint32_t search_dns(struct search *search, struct utf16_slice domain,
                           const struct expectation *expectation)
{
    char name[DNS_NAME_SIZE];
    struct dc_place place = { .domain = name, .forest = name };
    uint32_t status = ERROR_NO_SUCH_DOMAIN;

    if (!dns_name_from_utf16(name, domain) || !*name)
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    if (first_site(search, domain))
    {
        place.site = search->site;
        status = ping_place(search, &place, expectation);
        if (status != ERROR_NO_SUCH_DOMAIN)
        {
            return status;
        }
        place.site = NULL;
    }
    status = ping_place(search, &place, expectation);
    if (!status && !search->key->site.length)
    {
        move_near(search, name, expectation);
    }
    /* A domain that was renamed is still registered by its GUID. */
    if (status == ERROR_NO_SUCH_DOMAIN && search->domain_guid)
    {
        const struct expectation whatever = { .search = search };

        place.domain_guid = search->domain_guid;
        status = ping_place(search, &place, &whatever);
    }
    return status;
}

/* The configuration says where a controller of the domain is. */
static uint32_t search_configured(struct search *search, struct utf16_slice domain, bool is_flat,
                                  const struct expectation *expectation)
{
    char name[DNS_NAME_SIZE];
    char address[DNS_NAME_SIZE];

    if (!dns_name_from_utf16(name, domain) || !dc_configured_address(name, address))
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    return ping_one(search, address, is_flat ? NULL : name, expectation);
}

static uint32_t search_dns_name(struct search *search, struct utf16_slice domain)
{
    const struct expectation expectation = { .search = search, .dns_domain = domain };
    const uint32_t status = search_configured(search, domain, false, &expectation);

    return status == ERROR_NO_SUCH_DOMAIN ? search_dns(search, domain, &expectation) : status;
}

/* The DNS does not know flat names: the configuration may, or the domain that is known to have it, or
 * that of this computer, which is asked. */
static uint32_t search_flat_name(struct search *search, struct utf16_slice domain)
{
    const struct expectation expectation = { .search = search, .flat_domain = domain };
    struct utf16_name dns_domain;
    uint32_t status = search_configured(search, domain, true, &expectation);

    if (status != ERROR_NO_SUCH_DOMAIN)
    {
        return status;
    }
    if (dc_cache_domain_of_flat_name(domain, search->generation, &dns_domain))
    {
        status = ERROR_SUCCESS;
    }
    else
    {
        status = dc_own_domain(&dns_domain);
    }
    if (!status)
    {
        status = search_dns(search, utf16_from_name(&dns_domain), &expectation);
    }
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------- */

static uint32_t begin(struct search *search, uint64_t start)
{
    struct utf16_name host;
    const uint32_t status = dc_locator_begin(&search->locator, start);

    memset(search->found, 0, sizeof(*search->found));
    platform_computer_name(&host);
    if (!status && (!dns_name_from_utf16(search->host, utf16_from_name(&host)) ||
                    !dns_name_from_utf16(search->account, utf16_from_name(&search->key->account))))
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    return status;
}

uint32_t dc_search(const struct dc_key *key, const uint8_t *domain_guid, uint64_t generation,
                   uint64_t start, struct dc_found *found)
{
    struct search search = {
        .key = key, .domain_guid = domain_guid, .generation = generation, .found = found
    };
    const struct utf16_slice domain = utf16_from_name(&key->domain);
    uint32_t status = begin(&search, start);

    if (!status)
    {
        status = ERROR_NO_SUCH_DOMAIN;
        if (!(key->flags & DS_IS_DNS_NAME))
        {
            status = search_flat_name(&search, domain);
        }
        if (status == ERROR_NO_SUCH_DOMAIN && !(key->flags & DS_IS_FLAT_NAME))
        {
            status = search_dns_name(&search, domain);
        }
    }
    TRACE("%s: %u\n", debugstr(domain).text, status);
    dc_locator_end(&search.locator);
    return status;
}

uint32_t dc_search_again(const struct dc_key *key, uint64_t start, struct dc_found *found)
{
    const struct dc_found before = *found;
    struct search search = { .key = key, .found = found };
    const struct expectation expectation = { .search = &search,
                                             .dns_domain =
                                                 utf16_from_name(&before.answer.dns_domain) };
    char domain[DNS_NAME_SIZE];
    uint32_t status = begin(&search, start);

    if (!status)
    {
        status = dns_name_from_utf16(domain, expectation.dns_domain)
                     ? ping_one(&search, before.host, domain, &expectation)
                     : ERROR_NO_SUCH_DOMAIN;
    }
    dc_locator_end(&search.locator);
    return status;
}
