/*
 * The information levels of the API as data.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/levels.h"

#include <string.h>
#include <lmcons.h>
#include <lmshare.h>

#define FIELD(structure, member, heading, kind)                                                    \
    {                                                                                              \
        L"" #member, heading, kind, offsetof(structure, member)                                    \
    }

#define LEVEL(number, structure, fields)                                                           \
    {                                                                                              \
        number, sizeof(structure), fields, ARRAYSIZE(fields)                                       \
    }

static const struct field session_fields_0[] = {
    FIELD(SESSION_INFO_0, sesi0_cname, L"Computer", FIELD_STRING),
};

static const struct field session_fields_1[] = {
    FIELD(SESSION_INFO_1, sesi1_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_1, sesi1_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_1, sesi1_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_1, sesi1_time, L"Connected", FIELD_SECONDS),
    FIELD(SESSION_INFO_1, sesi1_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_1, sesi1_user_flags, L"Guest", FIELD_SESSION_FLAGS),
};

static const struct field session_fields_2[] = {
    FIELD(SESSION_INFO_2, sesi2_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_2, sesi2_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_2, sesi2_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_2, sesi2_time, L"Connected", FIELD_SECONDS),
    FIELD(SESSION_INFO_2, sesi2_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_2, sesi2_user_flags, L"Guest", FIELD_SESSION_FLAGS),
    FIELD(SESSION_INFO_2, sesi2_cltype_name, L"Client type", FIELD_STRING),
};

static const struct field session_fields_10[] = {
    FIELD(SESSION_INFO_10, sesi10_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_10, sesi10_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_10, sesi10_time, L"Connected", FIELD_SECONDS),
    FIELD(SESSION_INFO_10, sesi10_idle_time, L"Idle", FIELD_SECONDS),
};

static const struct field session_fields_502[] = {
    FIELD(SESSION_INFO_502, sesi502_cname, L"Computer", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_username, L"User", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_num_opens, L"Opens", FIELD_NUMBER),
    FIELD(SESSION_INFO_502, sesi502_time, L"Connected", FIELD_SECONDS),
    FIELD(SESSION_INFO_502, sesi502_idle_time, L"Idle", FIELD_SECONDS),
    FIELD(SESSION_INFO_502, sesi502_user_flags, L"Guest", FIELD_SESSION_FLAGS),
    FIELD(SESSION_INFO_502, sesi502_cltype_name, L"Client type", FIELD_STRING),
    FIELD(SESSION_INFO_502, sesi502_transport, L"Transport", FIELD_STRING),
};

static const struct level session_levels[] = {
    LEVEL(0, SESSION_INFO_0, session_fields_0),       LEVEL(1, SESSION_INFO_1, session_fields_1),
    LEVEL(2, SESSION_INFO_2, session_fields_2),       LEVEL(10, SESSION_INFO_10, session_fields_10),
    LEVEL(502, SESSION_INFO_502, session_fields_502),
};

const struct record_family session_family = {
    .singular = L"session",
    .plural = L"sessions",
    .levels = session_levels,
    .level_count = ARRAYSIZE(session_levels),
};

const struct level *level_find(const struct record_family *family, DWORD number)
{
    for (size_t i = 0; i < family->level_count; i++)
    {
        if (family->levels[i].number == number)
        {
            return &family->levels[i];
        }
    }
    return NULL;
}

const WCHAR *field_string(const struct field *field, const void *record)
{
    const WCHAR *string;

    memcpy(&string, (const char *)record + field->offset, sizeof(string));
    return string ? string : L"";
}

DWORD field_number(const struct field *field, const void *record)
{
    DWORD number;

    memcpy(&number, (const char *)record + field->offset, sizeof(number));
    return number;
}
