/*
 * The controller of a domain by the names of LAN Manager: NetGetDCName, NetGetAnyDCName. Documented
 * with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmaccess.h>
#include <lmcons.h>
#include <lmerr.h>
#include <string.h>

#include "api/debug.h"
#include "api/text.h"
#include "families/directory/dc_find.h"
#include "families/directory/dc_flags.h"

/* Puts \\controller in an API buffer. `missing` is what the caller says when there is none. */
static NET_API_STATUS get_controller_name(const WCHAR *server, const WCHAR *domain, ULONG flags,
                                          NET_API_STATUS missing, BYTE **buffer)
{
    const struct dc_request request = { .computer = slice_w(server),
                                        .domain = slice_w(domain),
                                        .flags = flags };
    struct dc_info info;
    WCHAR name[2 + NAME_LENGTH_MAX + 1] = L"\\\\";
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
    status = dc_find(&request, &info);
    if (status)
    {
        return status == ERROR_NO_SUCH_DOMAIN ? missing : status;
    }
    memcpy(name + 2, info.controller.units, (info.controller.length + 1) * sizeof(*name));
    return api_text_copy(name, (WCHAR **)buffer) ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

NET_API_STATUS WINAPI NetGetDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    return get_controller_name(servername, domainname, DS_PDC_REQUIRED, NERR_DCNotFound, bufptr);
}

NET_API_STATUS WINAPI NetGetAnyDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    return get_controller_name(servername, domainname, 0, ERROR_NO_SUCH_DOMAIN, bufptr);
}
