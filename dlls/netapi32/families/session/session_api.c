/*
 * Sessions: NetSession*. Documented with lmshare.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include <stddef.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/session/sessions.h"
#include "levels/same_layout.h"
#include "levels/session_levels.h"

/* The tables of session_levels.c fill Windows' structures. */
ASSERT_SAME_SIZE(session_info_0, SESSION_INFO_0);
ASSERT_SAME_PLACE(session_info_0, client, SESSION_INFO_0, sesi0_cname);

ASSERT_SAME_SIZE(session_info_1, SESSION_INFO_1);
ASSERT_SAME_PLACE(session_info_1, client, SESSION_INFO_1, sesi1_cname);
ASSERT_SAME_PLACE(session_info_1, user, SESSION_INFO_1, sesi1_username);
ASSERT_SAME_PLACE(session_info_1, opens, SESSION_INFO_1, sesi1_num_opens);
ASSERT_SAME_PLACE(session_info_1, active_seconds, SESSION_INFO_1, sesi1_time);
ASSERT_SAME_PLACE(session_info_1, idle_seconds, SESSION_INFO_1, sesi1_idle_time);
ASSERT_SAME_PLACE(session_info_1, flags, SESSION_INFO_1, sesi1_user_flags);

ASSERT_SAME_SIZE(session_info_2, SESSION_INFO_2);
ASSERT_SAME_PLACE(session_info_2, client, SESSION_INFO_2, sesi2_cname);
ASSERT_SAME_PLACE(session_info_2, user, SESSION_INFO_2, sesi2_username);
ASSERT_SAME_PLACE(session_info_2, opens, SESSION_INFO_2, sesi2_num_opens);
ASSERT_SAME_PLACE(session_info_2, active_seconds, SESSION_INFO_2, sesi2_time);
ASSERT_SAME_PLACE(session_info_2, idle_seconds, SESSION_INFO_2, sesi2_idle_time);
ASSERT_SAME_PLACE(session_info_2, flags, SESSION_INFO_2, sesi2_user_flags);
ASSERT_SAME_PLACE(session_info_2, client_type, SESSION_INFO_2, sesi2_cltype_name);

ASSERT_SAME_SIZE(session_info_10, SESSION_INFO_10);
ASSERT_SAME_PLACE(session_info_10, client, SESSION_INFO_10, sesi10_cname);
ASSERT_SAME_PLACE(session_info_10, user, SESSION_INFO_10, sesi10_username);
ASSERT_SAME_PLACE(session_info_10, active_seconds, SESSION_INFO_10, sesi10_time);
ASSERT_SAME_PLACE(session_info_10, idle_seconds, SESSION_INFO_10, sesi10_idle_time);

ASSERT_SAME_SIZE(session_info_502, SESSION_INFO_502);
ASSERT_SAME_PLACE(session_info_502, client, SESSION_INFO_502, sesi502_cname);
ASSERT_SAME_PLACE(session_info_502, user, SESSION_INFO_502, sesi502_username);
ASSERT_SAME_PLACE(session_info_502, opens, SESSION_INFO_502, sesi502_num_opens);
ASSERT_SAME_PLACE(session_info_502, active_seconds, SESSION_INFO_502, sesi502_time);
ASSERT_SAME_PLACE(session_info_502, idle_seconds, SESSION_INFO_502, sesi502_idle_time);
ASSERT_SAME_PLACE(session_info_502, flags, SESSION_INFO_502, sesi502_user_flags);
ASSERT_SAME_PLACE(session_info_502, client_type, SESSION_INFO_502, sesi502_cltype_name);
ASSERT_SAME_PLACE(session_info_502, transport, SESSION_INFO_502, sesi502_transport);

NET_API_STATUS WINAPI NetSessionEnum(LPWSTR servername, LPWSTR UncClientName, LPWSTR username,
                                     DWORD level, LPBYTE *bufptr, DWORD prefmaxlen,
                                     LPDWORD entriesread, LPDWORD totalentries,
                                     LPDWORD resume_handle)
{
    const struct api_enum outputs = {
        .buffer = bufptr,
        .preferred_length = prefmaxlen,
        .entries_read = entriesread,
        .total_entries = totalentries,
        .resume_handle = resume_handle,
    };
    const struct sessions_request request = {
        .list = api_enum_request(&outputs, servername, level),
        .client = slice_w(UncClientName),
        .user = slice_w(username),
    };
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &session_family, level);

    if (!status)
    {
        status = sessions_enumerate(&request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    TRACE("%u of %u entries\n", answer.entries, answer.total_entries);
    return status;
}

NET_API_STATUS WINAPI NetSessionGetInfo(LPWSTR servername, LPWSTR UncClientName, LPWSTR username,
                                        DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = NERR_Success;

    if (!bufptr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = sessions_get_info(slice_w(servername), slice_w(UncClientName), slice_w(username),
                               level, &buffer);
    *bufptr = buffer;
    return status;
}

NET_API_STATUS WINAPI NetSessionDel(LPWSTR servername, LPWSTR UncClientName, LPWSTR username)
{
    return sessions_delete(slice_w(servername), slice_w(UncClientName), slice_w(username));
}
