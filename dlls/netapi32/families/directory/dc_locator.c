/*
 * Finds domain controllers in the DNS, where they register.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_locator.h"

#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "families/directory/dc_flags.h"
#include "membership/membership.h"
#include "platform/utf16_equal.h"
#include "remote/settings.h"

#define GUID_TEXT_SIZE 37

/* How long the addresses of one controller may take to find, in milliseconds: there are others. */
#define RESOLVE_TIME 2500

/* The names under which controllers register, [MS-ADTS] 6.3.2.3: the first whose flag is asked
 * for, else the last. */
static const struct registration
{
    uint32_t flag;
    const char *service;
    const char *below;
    bool has_sites;
} registrations[] = {
    { DS_PDC_REQUIRED, "_ldap._tcp", "pdc._msdcs.", false },
    { DS_GC_SERVER_REQUIRED, "_ldap._tcp", "gc._msdcs.", true },
    { DS_KDC_REQUIRED, "_kerberos._tcp", "dc._msdcs.", true },
    { DS_ONLY_LDAP_NEEDED, "_ldap._tcp", "", true },
    { 0, "_ldap._tcp", "dc._msdcs.", true },
};

static const struct registration *registration_of(uint32_t flags)
{
    const struct registration *found = registrations;

    while (found->flag && !(found->flag & flags))
    {
        found++;
    }
    return found;
}

uint32_t dc_locator_begin(struct dc_locator *locator, uint64_t start)
{
    struct target this_computer;
    struct settings settings;
    uint32_t status = target_parse((struct utf16_slice){ NULL, 0 }, &this_computer);

    *locator = (struct dc_locator){ 0 };
    if (!status)
    {
        status = platform_start();
    }
    if (!status)
    {
        status = settings_read(&this_computer, &settings);
    }
    if (!status)
    {
        status = dns_servers_find(utf16_from_name(&settings.name_servers), &locator->servers);
        locator->ldap_port = settings.ldap_port;
        locator->time = settings.connect_timeout;
        locator->deadline = start + locator->time;
    }
    return status;
}

void dc_locator_end(struct dc_locator *locator)
{
    arena_free(&locator->arena);
}

void dc_locator_restart(struct dc_locator *locator)
{
    locator->deadline = platform_now() + locator->time;
}

uint32_t dc_own_domain(struct utf16_name *domain)
{
    struct membership membership;
    const uint32_t status = membership_read(&membership);

    *domain = membership.dns_name;
    if (!status && !domain->length)
    {
        platform_domain_name(domain);
    }
    return status || domain->length ? status : ERROR_NO_SUCH_DOMAIN;
}

/* ---- Records --------------------------------------------------------------------------------- */

static void format_guid(const uint8_t guid[16], char text[GUID_TEXT_SIZE])
{
    /* The first three parts are little-endian numbers. */
    snprintf(text, GUID_TEXT_SIZE,
             "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", guid[3],
             guid[2], guid[1], guid[0], guid[5], guid[4], guid[7], guid[6], guid[8], guid[9],
             guid[10], guid[11], guid[12], guid[13], guid[14], guid[15]);
}

/* The name under which the controllers are registered; it may be too long to be any. */
static int registered_name(const struct dc_place *place, uint32_t flags, char *name, size_t size)
{
    const struct registration *registration = registration_of(flags);

    if (place->domain_guid)
    {
        char guid[GUID_TEXT_SIZE];

        format_guid(place->domain_guid, guid);
        return snprintf(name, size, "_ldap._tcp.%s.domains._msdcs.%s", guid, place->forest);
    }
    if (place->site && *place->site && registration->has_sites)
    {
        return snprintf(name, size, "%s.%s._sites.%s%s", registration->service, place->site,
                        registration->below, place->domain);
    }
    return snprintf(name, size, "%s.%s%s", registration->service, registration->below,
                    place->domain);
}

uint32_t dc_records_find(struct dc_locator *locator, const struct dc_place *place, uint32_t flags,
                         struct dns_services *services)
{
    char name[DNS_NAME_SIZE];
    const int length = registered_name(place, flags, name, sizeof(name));
    uint32_t status = ERROR_NO_SUCH_DOMAIN;

    *services = (struct dns_services){ 0 };
    if (length > 0 && (size_t)length < sizeof(name))
    {
        status = dns_services_find(&locator->servers, name, locator->deadline, &locator->arena,
                                   services);
    }
    return !status || status == ERROR_NOT_ENOUGH_MEMORY ? status : ERROR_NO_SUCH_DOMAIN;
}

/* ---- Addresses ------------------------------------------------------------------------------- */

bool dc_configured_address(const char *name, char address[DNS_NAME_SIZE])
{
    struct target target = { .is_this_computer = false };
    struct settings settings;

    if (!utf16_name_from_utf8(&target.name, name) || !target.name.length ||
        utf16_find(utf16_from_name(&target.name), '\\') < target.name.length)
    {
        return false;
    }
    return !settings_read(&target, &settings) &&
           !utf16_equal(utf16_from_name(&settings.address), utf16_from_name(&target.name)) &&
           dns_name_from_utf16(address, utf16_from_name(&settings.address));
}

static uint64_t resolve_deadline(const struct dc_locator *locator)
{
    const uint64_t deadline = platform_now() + RESOLVE_TIME;

    return deadline < locator->deadline ? deadline : locator->deadline;
}

/* An address as text, or what the system's resolver knows, such as /etc/hosts has. */
static void resolve(struct dc_locator *locator, const char *host, struct dns_service *service)
{
    struct ip_endpoint endpoints[DNS_ADDRESSES_MAX];
    struct utf16_name name;

    if (utf16_name_from_utf8(&name, host) &&
        !platform_resolve(utf16_from_name(&name), locator->ldap_port, resolve_deadline(locator),
                          endpoints, DNS_ADDRESSES_MAX, &service->address_count))
    {
        for (size_t i = 0; i < service->address_count; i++)
        {
            service->addresses[i] = endpoints[i].address;
        }
    }
}

void dc_addresses_find(struct dc_locator *locator, struct dns_service *service)
{
    char configured[DNS_NAME_SIZE];

    if (dc_configured_address(service->host, configured))
    {
        service->address_count = 0;
        resolve(locator, configured, service);
        return;
    }
    if (!service->address_count)
    {
        dns_addresses_find(&locator->servers, service->host, resolve_deadline(locator),
                           service->addresses, &service->address_count);
    }
    if (!service->address_count)
    {
        resolve(locator, service->host, service);
    }
}
