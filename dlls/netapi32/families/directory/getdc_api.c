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
#include "api/this_computer.h"
#include "families/directory/controllers.h"
#include "families/directory/dc_find.h"

/* What a function asks for, and what it says when there is none. */
struct wanted
{
    BOOL is_primary;
    NET_API_STATUS missing;
};

/* \\controller, as this computer finds it. */
static NET_API_STATUS find_controller(const WCHAR *domain, const struct wanted *wanted,
                                      WCHAR **name)
{
    const struct dc_request request = { .domain = domain,
                                        .flags = wanted->is_primary ? DS_PDC_REQUIRED : 0 };
    DOMAIN_CONTROLLER_INFOW *info = NULL;
    DWORD status = dc_request_check(&request);

    if (status)
    {
        return wanted->missing;
    }
    status = dc_find(&request, TRUE, (void **)&info);
    if (status)
    {
        return status == ERROR_NO_SUCH_DOMAIN ? wanted->missing : status;
    }
    status =
        api_text_copy(info->DomainControllerName, name) ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
    platform_api_free(info);
    return status;
}

static NET_API_STATUS get_controller_name(const WCHAR *server, const WCHAR *domain,
                                          const struct wanted *wanted, BYTE **buffer)
{
    struct target target;
    WCHAR *name = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *buffer = NULL;
    status = target_from_name(server, &target);
    if (status)
    {
        return status;
    }
    status = target.is_this_computer ? find_controller(domain, wanted, &name)
                                     : controllers_get_name(&target, slice_w(domain),
                                                            wanted->is_primary, (void **)&name);
    *buffer = (BYTE *)name;
    return status;
}

NET_API_STATUS WINAPI NetGetDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    static const struct wanted primary = { TRUE, NERR_DCNotFound };

    return get_controller_name(servername, domainname, &primary, bufptr);
}

NET_API_STATUS WINAPI NetGetAnyDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr)
{
    static const struct wanted any = { FALSE, ERROR_NO_SUCH_DOMAIN };

    return get_controller_name(servername, domainname, &any, bufptr);
}
