/*
 * Sessions: SESSION_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/session_family.h"

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "families/family.h"

static const struct field session_fields_0[] = {
    FIELD(SESSION_INFO_0, sesi0_cname, L"Computer", FIELD_STRING),
};

static const struct field session_fields_1[] = {
    FIELD(SESSION_INFO_1, sesi1_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_1, sesi1_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_1, sesi1_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_1, sesi1_time, L"Connected", FIELD_AGE),
    FIELD(SESSION_INFO_1, sesi1_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_1, sesi1_user_flags, L"Guest", FIELD_YES_NO, .mask = SESS_GUEST),
};

static const struct field session_fields_2[] = {
    FIELD(SESSION_INFO_2, sesi2_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_2, sesi2_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_2, sesi2_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_2, sesi2_time, L"Connected", FIELD_AGE),
    FIELD(SESSION_INFO_2, sesi2_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_2, sesi2_user_flags, L"Guest", FIELD_YES_NO, .mask = SESS_GUEST),
    FIELD(SESSION_INFO_2, sesi2_cltype_name, L"Client type", FIELD_STRING),
};

static const struct field session_fields_10[] = {
    FIELD(SESSION_INFO_10, sesi10_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_10, sesi10_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_10, sesi10_time, L"Connected", FIELD_AGE),
    FIELD(SESSION_INFO_10, sesi10_idle_time, L"Idle", FIELD_SECONDS),
};

static const struct field session_fields_502[] = {
    FIELD(SESSION_INFO_502, sesi502_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_502, sesi502_time, L"Connected", FIELD_AGE),
    FIELD(SESSION_INFO_502, sesi502_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_502, sesi502_user_flags, L"Guest", FIELD_YES_NO, .mask = SESS_GUEST),
    FIELD(SESSION_INFO_502, sesi502_cltype_name, L"Client type", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_transport, L"Transport", FIELD_STRING),
};

static const struct level session_levels[] = {
    LEVEL(0, SESSION_INFO_0, session_fields_0),       LEVEL(1, SESSION_INFO_1, session_fields_1),
    LEVEL(2, SESSION_INFO_2, session_fields_2),       LEVEL(10, SESSION_INFO_10, session_fields_10),
    LEVEL(502, SESSION_INFO_502, session_fields_502),
};

static DWORD session_enumerate(struct api_call *call)
{
    return NetSessionEnum(call->server, call->names[0], call->names[1], call->level, &call->buffer,
                          MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume.number);
}

const struct family session_family = {
    .records = { RECORDS(L"session", L"sessions", session_levels),
                 .keys = { L"Computer", L"User" } },
    .level = 1,
    .level_for_all = 1,
    .filters = { { L"client", NAME_COMPUTER }, { L"user", NAME_AS_IT_IS } },
    .absent = { NERR_ClientNameNotFound, NERR_UserNotFound },
    .enumerate = session_enumerate,
};

DWORD session_get(struct api_call *call)
{
    return call_count_one(call, NetSessionGetInfo(call->server, call->names[0], call->names[1],
                                                  call->level, &call->buffer));
}

DWORD session_delete(struct api_call *call)
{
    return NetSessionDel(call->server, call->names[0], call->names[1]);
}
