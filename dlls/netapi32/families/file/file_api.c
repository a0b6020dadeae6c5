/*
 * Open files: NetFile*. Documented with lmshare.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/file/files.h"
#include "levels/file_levels.h"

NET_API_STATUS WINAPI NetFileEnum(LMSTR servername, LMSTR basepath, LMSTR username, DWORD level,
                                  LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                  LPDWORD totalentries, PDWORD_PTR resume_handle)
{
    const struct api_enum outputs = {
        .buffer = bufptr,
        .preferred_length = prefmaxlen,
        .entries_read = entriesread,
        .total_entries = totalentries,
        .resume_handle_word = resume_handle,
    };
    const struct files_request request = {
        .list = api_enum_request(&outputs, servername, level),
        .base_path = slice_w(basepath),
        .user = slice_w(username),
    };
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &file_family, level);

    if (!status)
    {
        status = files_enumerate(&request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetFileGetInfo(LMSTR servername, DWORD fileid, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &file_family, level);

    if (!status)
    {
        status = files_get_info(slice_w(servername), fileid, level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetFileClose(LMSTR servername, DWORD fileid)
{
    return files_close(slice_w(servername), fileid);
}
