/*
 * Uses of remote resources: NetUse*. Documented with lmuse.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmuse.h>

#include <stddef.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/use/uses.h"
#include "levels/same_layout.h"
#include "levels/use_levels.h"

/* The tables of use_levels.c fill Windows' structures. */
ASSERT_SAME_SIZE(use_info_0, USE_INFO_0);
ASSERT_SAME_PLACE(use_info_0, local, USE_INFO_0, ui0_local);
ASSERT_SAME_PLACE(use_info_0, remote, USE_INFO_0, ui0_remote);

ASSERT_SAME_SIZE(use_info_1, USE_INFO_1);
ASSERT_SAME_PLACE(use_info_1, local, USE_INFO_1, ui1_local);
ASSERT_SAME_PLACE(use_info_1, remote, USE_INFO_1, ui1_remote);
ASSERT_SAME_PLACE(use_info_1, password, USE_INFO_1, ui1_password);
ASSERT_SAME_PLACE(use_info_1, status, USE_INFO_1, ui1_status);
ASSERT_SAME_PLACE(use_info_1, type, USE_INFO_1, ui1_asg_type);
ASSERT_SAME_PLACE(use_info_1, references, USE_INFO_1, ui1_refcount);
ASSERT_SAME_PLACE(use_info_1, uses, USE_INFO_1, ui1_usecount);

ASSERT_SAME_SIZE(use_info_2, USE_INFO_2);
ASSERT_SAME_PLACE(use_info_2, local, USE_INFO_2, ui2_local);
ASSERT_SAME_PLACE(use_info_2, remote, USE_INFO_2, ui2_remote);
ASSERT_SAME_PLACE(use_info_2, password, USE_INFO_2, ui2_password);
ASSERT_SAME_PLACE(use_info_2, status, USE_INFO_2, ui2_status);
ASSERT_SAME_PLACE(use_info_2, type, USE_INFO_2, ui2_asg_type);
ASSERT_SAME_PLACE(use_info_2, references, USE_INFO_2, ui2_refcount);
ASSERT_SAME_PLACE(use_info_2, uses, USE_INFO_2, ui2_usecount);
ASSERT_SAME_PLACE(use_info_2, user, USE_INFO_2, ui2_username);
ASSERT_SAME_PLACE(use_info_2, domain, USE_INFO_2, ui2_domainname);

/* Each level begins as the one below it. */
static struct uses_request request_from(DWORD level, const BYTE *buffer)
{
    const USE_INFO_2 *info = (const USE_INFO_2 *)(const void *)buffer;
    struct uses_request request = { .type = USE_WILDCARD };

    request.local = slice_w(info->ui2_local);
    request.remote = slice_w(info->ui2_remote);
    if (level >= 1)
    {
        request.password = slice_w(info->ui2_password);
        request.type = info->ui2_asg_type;
    }
    if (level >= 2)
    {
        request.user = slice_w(info->ui2_username);
        request.domain = slice_w(info->ui2_domainname);
    }
    return request;
}

NET_API_STATUS WINAPI NetUseAdd(LMSTR UncServerName, DWORD Level, LPBYTE Buf, LPDWORD ParmError)
{
    struct uses_request request;
    uint32_t parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (Level > 2)
    {
        status = ERROR_INVALID_LEVEL;
    }
    else if (Buf)
    {
        request = request_from(Level, Buf);
        TRACE("%s as %s, user %s, domain %s\n", debugstr(request.remote).text,
              debugstr(request.local).text, debugstr(request.user).text,
              debugstr(request.domain).text);
        status = uses_check_server(slice_w(UncServerName));
        if (!status)
        {
            status = uses_add(&request, &parameter);
        }
    }
    if (ParmError)
    {
        *ParmError = parameter;
    }
    return status;
}

NET_API_STATUS WINAPI NetUseDel(LMSTR UncServerName, LMSTR UseName, DWORD ForceCond)
{
    NET_API_STATUS status = uses_check_server(slice_w(UncServerName));

    if (!status)
    {
        status = uses_delete(slice_w(UseName), ForceCond);
    }
    return status;
}

NET_API_STATUS WINAPI NetUseEnum(LMSTR UncServerName, DWORD Level, LPBYTE *BufPtr,
                                 DWORD PreferedMaximumSize, LPDWORD EntriesRead,
                                 LPDWORD TotalEntries, LPDWORD ResumeHandle)
{
    const struct api_enum outputs = {
        .buffer = BufPtr,
        .entries_read = EntriesRead,
        .total_entries = TotalEntries,
        .resume_handle = ResumeHandle,
    };
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &use_family, Level);

    if (!status)
    {
        status = uses_check_server(slice_w(UncServerName));
    }
    if (!status)
    {
        status =
            uses_enumerate(Level, PreferedMaximumSize, ResumeHandle ? *ResumeHandle : 0, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    TRACE("%u of %u entries\n", answer.entries, answer.total_entries);
    return status;
}

NET_API_STATUS WINAPI NetUseGetInfo(LMSTR UncServerName, LMSTR UseName, DWORD Level, LPBYTE *BufPtr)
{
    void *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!BufPtr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = uses_check_server(slice_w(UncServerName));
    if (!status)
    {
        status = uses_get_info(slice_w(UseName), Level, &buffer);
    }
    *BufPtr = buffer;
    return status;
}
