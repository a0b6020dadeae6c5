/*
 * Finds one domain controller for DsGetDcName() and its relatives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_find.h"

#include <string.h>

#include "base/status.h"
#include "families/directory/dc_cache.h"
#include "families/directory/dc_flags.h"
#include "families/directory/dc_search.h"
#include "platform/utf16_equal.h"
#include "remote/target.h"

/* What can stand in no name of a domain, flat or not. */
static const char forbidden[] = " \t\r\n\\/:*?\"<>|,";

/* A flat (NetBIOS) name or a DNS name, with or without a dot at its end; the empty one stands for the
 * primary domain. */
static bool is_domain_name_valid(struct utf16_slice name)
{
    if (name.length > NAME_LENGTH_MAX - 1 || (name.length && utf16_unit(name, 0) == '.'))
    {
        return false;
    }
    for (size_t i = 0; i < name.length; i++)
    {
        const uint16_t unit = utf16_unit(name, i);

        if ((unit < 0x80 && strchr(forbidden, unit)) ||
            (unit == '.' && i + 1 < name.length && utf16_unit(name, i + 1) == '.'))
        {
            return false;
        }
    }
    return true;
}

uint32_t dc_request_check(const struct dc_request *request)
{
    struct target target;

    if (!dc_flags_are_valid(dc_flags_effective(request->flags), request->site))
    {
        return ERROR_INVALID_FLAGS;
    }
    if (target_parse(request->computer, &target))
    {
        return ERROR_INVALID_COMPUTERNAME;
    }
    return is_domain_name_valid(request->domain) ? ERROR_SUCCESS : ERROR_INVALID_DOMAINNAME;
}

/* ---- What the caller gets -------------------------------------------------------------------- */

static void fill_info(const struct dc_found *found, bool is_flat, struct dc_info *info)
{
    const struct netlogon_answer *answer = &found->answer;
    char address[IP_ADDRESS_TEXT_SIZE];

    ip_address_format(&found->address, address);
    info->address = utf16_name_from_ascii(address);
    info->address_type = DS_INET_ADDRESS;
    info->controller = is_flat ? answer->flat_host : answer->dns_host;
    info->domain = is_flat ? answer->flat_domain : answer->dns_domain;
    info->forest = answer->forest;
    info->site = answer->site;
    info->client_site = answer->client_site;
    memcpy(info->domain_guid, answer->domain_guid, sizeof(info->domain_guid));
    info->flags =
        answer->flags & ~(DS_DNS_CONTROLLER_FLAG | DS_DNS_DOMAIN_FLAG | DS_DNS_FOREST_FLAG);
    info->flags |= is_flat ? 0 : DS_DNS_CONTROLLER_FLAG | DS_DNS_DOMAIN_FLAG;
    info->flags |= answer->forest.length ? DS_DNS_FOREST_FLAG : 0;
}

/* Names are of the kind that is asked for; else of the kind that the domain was named by. */
static uint32_t give_info(const struct dc_found *found, uint32_t flags, bool is_named_flat,
                          struct dc_info *info)
{
    const bool is_flat =
        flags & DS_RETURN_FLAT_NAME || (is_named_flat && !(flags & DS_RETURN_DNS_NAME));

    memset(info, 0, sizeof(*info));
    fill_info(found, is_flat, info);
    if (!info->controller.length || !info->domain.length)
    {
        memset(info, 0, sizeof(*info));
        return ERROR_NO_SUCH_DOMAIN;
    }
    return ERROR_SUCCESS;
}

/* ---- The search ------------------------------------------------------------------------------ */

/* Whether a name is flat or one of the DNS; neither where it may be both. */
static uint32_t kind_of_name(struct utf16_slice domain, uint32_t flags)
{
    if (flags & (DS_IS_FLAT_NAME | DS_IS_DNS_NAME))
    {
        return flags & (DS_IS_FLAT_NAME | DS_IS_DNS_NAME);
    }
    return utf16_find(domain, '.') < domain.length ? DS_IS_DNS_NAME : 0;
}

/* What is searched for, without the dot at the end of the domain's name. */
static uint32_t make_key(const struct dc_request *request, struct dc_key *key)
{
    struct utf16_slice domain = request->domain;

    memset(key, 0, sizeof(*key));
    key->account_control = request->account_control;
    key->flags = dc_flags_of_requirements(request->flags) |
                 (request->flags & (DS_AVOID_SELF | DS_TRY_NEXTCLOSEST_SITE));
    if (!utf16_name_set(&key->site, request->site) ||
        !utf16_name_set(&key->account, request->account))
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    if (!domain.length)
    {
        key->flags |= DS_IS_DNS_NAME;
        return dc_own_domain(&key->domain);
    }
    key->flags |= kind_of_name(domain, request->flags);
    domain.length -= utf16_unit(domain, domain.length - 1) == '.' ? 1 : 0;
    return utf16_name_set(&key->domain, domain) ? ERROR_SUCCESS : ERROR_NO_SUCH_DOMAIN;
}

/* What was found before, if it will do. */
static bool recall(const struct dc_key *key, const struct dc_request *request, uint64_t generation,
                   uint64_t start, uint32_t *status, struct dc_found *found)
{
    if (request->flags & DS_FORCE_REDISCOVERY)
    {
        return false;
    }
    *status = ERROR_SUCCESS;
    switch (dc_cache_find(key, generation, platform_now(), found))
    {
    case DC_AGE_FRESH: return true;
    case DC_AGE_MISSING: *status = ERROR_NO_SUCH_DOMAIN; return true;
    case DC_AGE_OLD:
        if (request->flags & DS_BACKGROUND_ONLY)
        {
            return true;
        }
        if (found->answer.flags & DS_CLOSEST_FLAG && !dc_search_again(key, start, found))
        {
            dc_cache_keep(key, generation, platform_now(), found, true);
            return true;
        }
        return false;
    default: return false;
    }
}

static bool is_named_flat(const struct dc_key *key, const struct netlogon_answer *answer)
{
    const struct utf16_slice domain = utf16_from_name(&key->domain);

    return !utf16_equal(domain, utf16_from_name(&answer->dns_domain)) &&
           utf16_equal(domain, utf16_from_name(&answer->flat_domain));
}

uint32_t dc_find(const struct dc_request *request, struct dc_info *info)
{
    struct dc_request effective = *request;
    const uint64_t start = platform_now();
    const uint64_t generation = platform_generation();
    struct dc_key key;
    struct dc_found found;
    uint32_t status = ERROR_SUCCESS;

    memset(info, 0, sizeof(*info));
    effective.flags = dc_flags_effective(request->flags);
    status = make_key(&effective, &key);
    if (status)
    {
        return status;
    }
    if (!recall(&key, &effective, generation, start, &status, &found))
    {
        status = dc_search(&key, request->domain_guid, generation, start, &found);
        if (!status || status == ERROR_NO_SUCH_DOMAIN)
        {
            dc_cache_keep(&key, generation, platform_now(), status ? NULL : &found, false);
        }
    }
    return status ? status
                  : give_info(&found, effective.flags, is_named_flat(&key, &found.answer), info);
}
