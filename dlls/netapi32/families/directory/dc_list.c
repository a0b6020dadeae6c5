/*
 * All controllers of a domain that the DNS has, one after the other.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_list.h"

#include <stdlib.h>

#include "base/status.h"
#include "families/directory/dc_flags.h"
#include "platform/platform.h"

#define VALID_OPTIONS (DC_LIST_ONLY_DO_SITE_NAME | DC_LIST_NOTIFY_AFTER_SITE_RECORDS)
#define VALID_FLAGS                                                                                \
    (DS_FORCE_REDISCOVERY | DS_ONLY_LDAP_NEEDED | DS_KDC_REQUIRED | DS_PDC_REQUIRED |              \
     DS_GC_SERVER_REQUIRED | DS_WRITABLE_REQUIRED)

struct dc_list
{
    struct dc_locator locator;
    struct dns_services site;
    struct dns_services domain;
    size_t next;
    bool is_in_site;
    bool tells_end_of_site;
};

/* What is asked for as the DNS has it. */
struct names
{
    char domain[DNS_NAME_SIZE];
    char site[DNS_NAME_SIZE];
    char forest[DNS_NAME_SIZE];
};

static uint32_t find(struct dc_list *list, const struct dc_list_request *request,
                     const struct names *names)
{
    struct dc_place place = { .domain = names->domain, .site = names->site };
    uint32_t site_status = ERROR_NO_SUCH_DOMAIN;
    uint32_t status = ERROR_NO_SUCH_DOMAIN;

    if (*names->site)
    {
        site_status = dc_records_find(&list->locator, &place, request->flags, &list->site);
        if (request->options & DC_LIST_ONLY_DO_SITE_NAME ||
            (site_status && site_status != ERROR_NO_SUCH_DOMAIN))
        {
            return site_status;
        }
    }
    place.site = NULL;
    status = dc_records_find(&list->locator, &place, request->flags, &list->domain);
    if (status == ERROR_NO_SUCH_DOMAIN && request->domain_guid && *names->forest)
    {
        place.domain_guid = request->domain_guid;
        place.forest = names->forest;
        status = dc_records_find(&list->locator, &place, request->flags, &list->domain);
    }
    return site_status ? status : ERROR_SUCCESS;
}

static uint32_t check(const struct dc_list_request *request, struct names *names)
{
    if (!request->domain.length)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (request->options & ~(uint32_t)VALID_OPTIONS || request->flags & ~VALID_FLAGS)
    {
        return ERROR_INVALID_FLAGS;
    }
    return dns_name_from_utf16(names->domain, request->domain) &&
                   dns_name_from_utf16(names->site, request->site) &&
                   dns_name_from_utf16(names->forest, request->forest)
               ? ERROR_SUCCESS
               : ERROR_NO_SUCH_DOMAIN;
}

uint32_t dc_list_open(const struct dc_list_request *request, struct dc_list **opened)
{
    struct names names;
    struct dc_list *list = NULL;
    uint32_t status = check(request, &names);

    *opened = NULL;
    if (status)
    {
        return status;
    }
    list = calloc(1, sizeof(*list));
    if (!list)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    list->is_in_site = *names.site != 0;
    list->tells_end_of_site = *names.site && request->options & DC_LIST_NOTIFY_AFTER_SITE_RECORDS;
    status = dc_locator_begin(&list->locator, platform_now());
    if (!status)
    {
        status = find(list, request, &names);
    }
    if (status)
    {
        dc_list_close(list);
        return status;
    }
    *opened = list;
    return ERROR_SUCCESS;
}

uint32_t dc_list_next(struct dc_list *list, struct dns_service **service)
{
    *service = NULL;
    if (list->is_in_site)
    {
        if (list->next < list->site.count)
        {
            *service = &list->site.items[list->next++];
            return ERROR_SUCCESS;
        }
        list->is_in_site = false;
        list->next = 0;
        if (list->tells_end_of_site)
        {
            return ERROR_FILEMARK_DETECTED;
        }
    }
    if (list->next >= list->domain.count)
    {
        return ERROR_NO_MORE_ITEMS;
    }
    *service = &list->domain.items[list->next++];
    return ERROR_SUCCESS;
}

void dc_list_find_addresses(struct dc_list *list, struct dns_service *service)
{
    dc_locator_restart(&list->locator);
    dc_addresses_find(&list->locator, service);
}

void dc_list_close(struct dc_list *list)
{
    if (list)
    {
        dc_locator_end(&list->locator);
        free(list);
    }
}
