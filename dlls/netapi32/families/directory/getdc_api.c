/*
 * The controller of a domain by the names of LAN Manager: NetGetDCName, NetGetAnyDCName. Documented
 * with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>
#include <string.h>

#include "api/debug.h"
#include "api/text.h"
#include "api/this_computer.h"
#include "families/directory/controllers.h"
#include "families/directory/dc_find.h"
#include "families/directory/dc_flags.h"

/* What a function asks for, and what it says when there is none. */
struct wanted
{
    BOOL is_primary;
    NET_API_STATUS missing;
};

/* \\controller, as this computer finds it. */
static NET_API_STATUS find_controller(const WCHAR *domain, const struct wanted *wanted,
                                      WCHAR **found)
{
    const struct dc_request request = { .domain = slice_w(domain),
                                        .flags = wanted->is_primary ? DS_PDC_REQUIRED : 0 };
    struct dc_info info;
    WCHAR name[2 + NAME_LENGTH_MAX + 1] = L"\\\\";
    DWORD status = ERROR_SUCCESS;

    if (dc_request_check(&request))
    {
        return wanted->missing;
    }
    status = dc_find(&request, &info);
    if (status)
    {
        return status == ERROR_NO_SUCH_DOMAIN ? wanted->missing : status;
    }
    memcpy(name + 2, info.controller.units, (info.controller.length + 1) * sizeof(*name));
    return api_text_copy(name, found) ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
}

static NET_API_STATUS get_controller_name(const WCHAR *server, const WCHAR *domain,
                                          const struct wanted *wanted, BYTE **buffer)
{
    struct target target;
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
    return target.is_this_computer ? find_controller(domain, wanted, (WCHAR **)buffer)
                                   : controllers_get_name(&target, slice_w(domain),
                                                          wanted->is_primary, (void **)buffer);
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
