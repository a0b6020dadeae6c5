/*
 * Shares: NetShare*. Documented with lmshare.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/security_descriptor.h"
#include "families/share/share_changes.h"
#include "families/share/shares.h"
#include "levels/share_levels.h"

/* Not in mingw-w64's lmshare.h. */
NET_API_STATUS WINAPI NetShareDelEx(LMSTR servername, DWORD level, LPBYTE buf);

/* ---- Asking ---------------------------------------------------------------------------------- */

static NET_API_STATUS enumerate(const WCHAR *server, DWORD level, const struct api_enum *outputs,
                                uint32_t (*list)(const struct info_request *request,
                                                 struct info_answer *answer))
{
    const struct info_request request = api_enum_request(outputs, server, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(outputs, &share_list_family, level);

    if (!status)
    {
        status = list(&request, &answer);
        api_enum_give(outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetShareEnum(LMSTR servername, DWORD level, LPBYTE *bufptr, DWORD prefmaxlen,
                                   LPDWORD entriesread, LPDWORD totalentries, LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };

    return enumerate(servername, level, &outputs, shares_enumerate);
}

NET_API_STATUS WINAPI NetShareEnumSticky(LMSTR servername, DWORD level, LPBYTE *bufptr,
                                         DWORD prefmaxlen, LPDWORD entriesread,
                                         LPDWORD totalentries, LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };

    return enumerate(servername, level, &outputs, shares_enumerate_sticky);
}

NET_API_STATUS WINAPI NetShareGetInfo(LMSTR servername, LMSTR netname, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &share_info_family, level);

    if (!status)
    {
        status = shares_get_info(slice_w(servername), slice_w(netname), level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetShareCheck(LMSTR servername, LMSTR device, LPDWORD type)
{
    uint32_t found = 0;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (type)
    {
        status = shares_check(slice_w(servername), slice_w(device), &found);
        *type = found;
    }
    return status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* Reads the caller's structure and does the change. */
static NET_API_STATUS change_with(struct share_change *change, const BYTE *structure,
                                  DWORD *parameter_error,
                                  uint32_t (*do_change)(struct share_change *change))
{
    const struct info_level *level = info_find_level(&share_family, change->level);
    void *copy = NULL;
    NET_API_STATUS status = structure ? NERR_Success : ERROR_INVALID_PARAMETER;

    if (level && !status)
    {
        info_read(level, structure, &change->share);
        status = api_descriptor_self_relative(change->share.descriptor.data, &copy);
        change->parameter_error =
            status == ERROR_INVALID_SECURITY_DESCR ? SHARE_FILE_SD_PARMNUM : 0;
        change->share.descriptor.data = copy ? copy : change->share.descriptor.data;
    }
    status = status && level ? status : do_change(change);
    if (parameter_error)
    {
        *parameter_error = change->parameter_error;
    }
    HeapFree(GetProcessHeap(), 0, copy);
    return status;
}

NET_API_STATUS WINAPI NetShareAdd(LMSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err)
{
    struct share_change change = { .server = slice_w(servername), .level = level };

    return change_with(&change, buf, parm_err, shares_add);
}

NET_API_STATUS WINAPI NetShareSetInfo(LMSTR servername, LMSTR netname, DWORD level, LPBYTE buf,
                                      LPDWORD parm_err)
{
    struct share_change change = { .server = slice_w(servername),
                                   .name = slice_w(netname),
                                   .level = level };

    return change_with(&change, buf, parm_err, shares_set_info);
}

NET_API_STATUS WINAPI NetShareDel(LMSTR servername, LMSTR netname, DWORD reserved)
{
    return shares_delete(slice_w(servername), slice_w(netname), reserved);
}

NET_API_STATUS WINAPI NetShareDelSticky(LMSTR servername, LMSTR netname, DWORD reserved)
{
    return shares_delete_sticky(slice_w(servername), slice_w(netname), reserved);
}

NET_API_STATUS WINAPI NetShareDelEx(LMSTR servername, DWORD level, LPBYTE buf)
{
    const struct info_level *read_as = info_find_level(&share_list_family, level);
    struct share_change change = { .server = slice_w(servername), .level = level };

    if (read_as && buf)
    {
        info_read(read_as, buf, &change.share);
    }
    return buf ? shares_delete_ex(&change) : ERROR_INVALID_PARAMETER;
}
