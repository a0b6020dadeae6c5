/*
 * Finds domain controllers in the DNS, where they register: [MS-ADTS] 6.3.2.3, 6.3.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_LOCATOR_H
#define NETAPI32_DIRECTORY_DC_LOCATOR_H

#include <windows.h>

#include <windns.h>

struct dc_record
{
    WCHAR host[DNS_MAX_NAME_BUFFER_LENGTH];
    WORD port;
    WORD priority;
    WORD weight;
};

struct dc_records
{
    struct dc_record *items;
    size_t count;
};

/* The controllers of the domain with this DNS name, the preferred ones first, in the order of
 * [RFC 2782] but for chance. `flags` are those DS_*_REQUIRED and DS_ONLY_LDAP_NEEDED of
 * DsGetDcName() that choose a kind of controller. `site` may be NULL: all of the domain.
 * ERROR_NO_SUCH_DOMAIN when there are none. Release with dc_records_free(). */
DWORD dc_records_find(const WCHAR *domain, const WCHAR *site, ULONG flags,
                      struct dc_records *records);
void dc_records_free(struct dc_records *records);

/* The DNS name of the domain that this computer is in. False when it is in none. */
BOOL dc_own_domain(WCHAR *domain, DWORD size);

#endif
