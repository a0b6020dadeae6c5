/*
 * Finds one domain controller for DsGetDcName() and its relatives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_FIND_H
#define NETAPI32_DIRECTORY_DC_FIND_H

#include <windows.h>

/* What DsGetDcName() is asked for. Strings may be NULL. */
struct dc_request
{
    const WCHAR *computer;
    const WCHAR *domain; /* NULL or empty: the domain of this computer */
    const WCHAR *site;
    ULONG flags;
};

/* Checks a request as documented: ERROR_INVALID_FLAGS, ERROR_INVALID_COMPUTERNAME,
 * ERROR_INVALID_DOMAINNAME. */
DWORD dc_request_check(const struct dc_request *request);

/* Finds a controller and packs a DOMAIN_CONTROLLER_INFO into an API buffer. ERROR_NO_SUCH_DOMAIN
 * when there is none. The request has been checked. */
DWORD dc_find(const struct dc_request *request, BOOL is_wide, void **buffer);

#endif
