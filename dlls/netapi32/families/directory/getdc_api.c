/*
 * The controller of a domain by the names of LAN Manager: NetGetDCName, NetGetAnyDCName. Documented
 * with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define _DSGETDCAPI_
#include <windows.h>

#include <dsgetdc.h>
#include <lmaccess.h>
#include <lmcons.h>
#include <lmerr.h>

#include "api/debug.h"
#include "api/text.h"
#include "families/directory/dc_find.h"

/* Puts \\controller in an API buffer. `missing` is what the caller says when there is none. */
static NET_API_STATUS get_controller_name(const WCHAR *server, const WCHAR *domain, ULONG flags,
                                          NET_API_STATUS missing, BYTE **buffer)
{
    const struct dc_request request = { server, domain, NULL, flags };
    DOMAIN_CONTROLLER_INFOW *info = NULL;
    WCHAR *name = NULL;
    DWORD status = ERROR_SUCCESS;

    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *buffer = NULL;
    status = dc_request_check(&request);
    if (status)
    {
        return status == ERROR_INVALID_COMPUTERNAME ? ERROR_INVALID_NAME : missing;
    }
    status = dc_find(&request, TRUE, (void **)&info);
    if (status)
    {
        return status == ERROR_NO_SUCH_DOMAIN ? missing : status;
    }
    status =
        api_text_copy(info->DomainControllerName, &name) ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
    platform_api_free(info);
    *buffer = (BYTE *)name;
    return status;
}

NET_API_STATUS WINAPI NetGetDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    return get_controller_name(servername, domainname, DS_PDC_REQUIRED, NERR_DCNotFound, bufptr);
}

NET_API_STATUS WINAPI NetGetAnyDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    return get_controller_name(servername, domainname, 0, ERROR_NO_SUCH_DOMAIN, bufptr);
}
