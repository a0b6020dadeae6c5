/*
 * Finds domain controllers in the DNS, where they register: [MS-ADTS] 6.3.2.3, 6.3.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/dc_locator.h"

#include <dsgetdc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "api/debug.h"
#include "base/sort.h"

/* The names under which controllers register, [MS-ADTS] 6.3.2.3: the first whose flag is asked
 * for, else the last. */
static const struct registration
{
    ULONG flag;
    const WCHAR *service;
    const WCHAR *below;
    BOOL has_sites;
} registrations[] = {
    { DS_PDC_REQUIRED, L"_ldap._tcp", L"pdc._msdcs.", FALSE },
    { DS_GC_SERVER_REQUIRED, L"_ldap._tcp", L"gc._msdcs.", TRUE },
    { DS_KDC_REQUIRED, L"_kerberos._tcp", L"dc._msdcs.", TRUE },
    { DS_ONLY_LDAP_NEEDED, L"_ldap._tcp", L"", TRUE },
    { 0, L"_ldap._tcp", L"dc._msdcs.", TRUE },
};

static const struct registration *registration_of(ULONG flags)
{
    const struct registration *found = registrations;

    while (found->flag && !(found->flag & flags))
    {
        found++;
    }
    return found;
}

/* Loaded at the first need: few programs look for domains. */
static struct
{
    __typeof__(&DnsQuery_W) query;
    __typeof__(&DnsFree) free;
} dns;
static INIT_ONCE dns_once = INIT_ONCE_STATIC_INIT;

static BOOL CALLBACK load_dns(INIT_ONCE *once, void *parameter, void **context)
{
    HMODULE library = LoadLibraryW(L"dnsapi.dll");

    (void)once;
    (void)parameter;
    (void)context;
    if (library)
    {
        dns.query = (__typeof__(dns.query))(void *)GetProcAddress(library, "DnsQuery_W");
        dns.free = (__typeof__(dns.free))(void *)GetProcAddress(library, "DnsFree");
    }
    return TRUE;
}

static int compare_records(const void *first, const void *second, const void *context)
{
    const struct dc_record *a = first;
    const struct dc_record *b = second;

    (void)context;
    if (a->priority != b->priority)
    {
        return a->priority < b->priority ? -1 : 1;
    }
    return (a->weight < b->weight) - (a->weight > b->weight);
}

static DWORD collect_records(const DNS_RECORDW *answer, struct dc_records *records)
{
    static const struct sorting preferred_first = { .size = sizeof(struct dc_record),
                                                    .compare = compare_records };
    const DNS_RECORDW *record = NULL;
    size_t count = 0;

    for (record = answer; record; record = record->pNext)
    {
        count += record->wType == DNS_TYPE_SRV;
    }
    records->items = count ? calloc(count, sizeof(*records->items)) : NULL;
    if (!records->items)
    {
        return count ? ERROR_NOT_ENOUGH_MEMORY : ERROR_NO_SUCH_DOMAIN;
    }
    for (record = answer; record; record = record->pNext)
    {
        struct dc_record *item = &records->items[records->count];

        if (record->wType == DNS_TYPE_SRV && record->Data.SRV.pNameTarget)
        {
            snwprintf(item->host, ARRAYSIZE(item->host) - 1, L"%ls", record->Data.SRV.pNameTarget);
            item->port = record->Data.SRV.wPort;
            item->priority = record->Data.SRV.wPriority;
            item->weight = record->Data.SRV.wWeight;
            records->count++;
        }
    }
    return records->count ? sort(records->items, records->count, &preferred_first)
                          : ERROR_NO_SUCH_DOMAIN;
}

static DWORD query_records(const WCHAR *name, struct dc_records *records)
{
    DNS_RECORDW *answer = NULL;
    DNS_STATUS dns_status = DNS_ERROR_NAME_DOES_NOT_EXIST;
    DWORD status = ERROR_NO_SUCH_DOMAIN;

    InitOnceExecuteOnce(&dns_once, load_dns, NULL, NULL);
    if (dns.query && dns.free)
    {
        dns_status = dns.query(name, DNS_TYPE_SRV, DNS_QUERY_STANDARD, NULL,
                               (PDNS_RECORD *)(void *)&answer, NULL);
    }
    TRACE("%s: %ld\n", debugstr_w(name).text, (long)dns_status);
    if (!dns_status)
    {
        status = collect_records(answer, records);
        dns.free(answer, DnsFreeRecordList);
    }
    return status;
}

DWORD dc_records_find(const WCHAR *domain, const WCHAR *site, ULONG flags,
                      struct dc_records *records)
{
    const struct registration *registration = registration_of(flags);
    WCHAR name[2 * DNS_MAX_NAME_BUFFER_LENGTH];
    int length = 0;

    *records = (struct dc_records){ 0 };
    if (site && *site && registration->has_sites)
    {
        length = snwprintf(name, ARRAYSIZE(name), L"%ls.%ls._sites.%ls%ls", registration->service,
                           site, registration->below, domain);
    }
    else
    {
        length = snwprintf(name, ARRAYSIZE(name), L"%ls.%ls%ls", registration->service,
                           registration->below, domain);
    }
    if (length < 0 || length > DNS_MAX_NAME_LENGTH)
    {
        return ERROR_NO_SUCH_DOMAIN;
    }
    return query_records(name, records);
}

void dc_records_free(struct dc_records *records)
{
    free(records->items);
    *records = (struct dc_records){ 0 };
}

BOOL dc_own_domain(WCHAR *domain, DWORD size)
{
    return GetComputerNameExW(ComputerNameDnsDomain, domain, &size) && *domain;
}
