/*
 * What holds for all accounts: NetUserModalsGet, NetUserModalsSet. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/parameter_error.h"
#include "families/accounts/rules.h"

NET_API_STATUS WINAPI NetUserModalsGet(LPCWSTR servername, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &account_rules_family, level);

    if (!status)
    {
        status = rules_get(slice_w(servername), level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetUserModalsSet(LPCWSTR servername, DWORD level, LPBYTE buf,
                                       LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_UNKNOWN;
    NET_API_STATUS status = rules_set(slice_w(servername), level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}
