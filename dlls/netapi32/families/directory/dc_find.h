/*
 * Finds one domain controller for DsGetDcName() and its relatives: [MS-ADTS] 6.3.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_FIND_H
#define NETAPI32_DIRECTORY_DC_FIND_H

#include <stdint.h>

#include "base/utf16.h"
#include "families/directory/dc_info.h"

/* What DsGetDcName() and DsGetDcNameWithAccount() are asked for. Text may be absent or empty. */
struct dc_request
{
    struct utf16_slice computer; /* is checked; the search is from this computer all the same */
    struct utf16_slice domain;   /* absent: the domain of this computer */
    struct utf16_slice site;
    struct utf16_slice account; /* that the controller must have */
    uint32_t account_control;   /* the kinds that the account may be of: UF_*_ACCOUNT; 0: any */
    const uint8_t *domain_guid; /* where the domain's name is not found; NULL: not known */
    uint32_t flags;             /* DS_* */
};

/* Checks a request as documented, without any traffic: ERROR_INVALID_FLAGS for those that are unknown or
 * exclude each other, ERROR_INVALID_COMPUTERNAME, ERROR_INVALID_DOMAINNAME. */
uint32_t dc_request_check(const struct dc_request *request);

/* Finds a controller: one that was found before, unless DS_FORCE_REDISCOVERY is there; else one that the
 * configuration names or the DNS has, that answers and is what the flags require. The request has been
 * checked; ConnectTimeout bounds the search.
 *
 *   ERROR_NO_SUCH_DOMAIN  there is none
 *   ERROR_NO_SUCH_USER    none of the controllers that would do has the account
 *   ERROR_NOT_ENOUGH_MEMORY, and what keeps sockets from starting */
uint32_t dc_find(const struct dc_request *request, struct dc_info *info);

#endif
