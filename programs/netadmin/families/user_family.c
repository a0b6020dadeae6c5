/*
 * Users: USER_INFO_*, in a list.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/user_family.h"

#include <wchar.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "families/family.h"
#include "families/user_fields.h"

static const struct field user_list_fields_0[] = {
    USER_FIELDS_0(USER_INFO_0, usri0),
};

static const struct field user_list_fields_1[] = {
    USER_FIELDS_0(USER_INFO_1, usri1),
    USER_FIELDS_1(USER_INFO_1, usri1, FIELD_HIDDEN),
};

static const struct field user_list_fields_2[] = {
    USER_FIELDS_0(USER_INFO_2, usri2),
    FIELD(USER_INFO_2, usri2_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_2, usri2, FIELD_HIDDEN),
};

static const struct field user_list_fields_3[] = {
    USER_FIELDS_0(USER_INFO_3, usri3),
    FIELD(USER_INFO_3, usri3_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_3, usri3, FIELD_HIDDEN),
    FIELD(USER_INFO_3, usri3_user_id, FIELD_HIDDEN(L"ID"), FIELD_ID),
    USER_FIELDS_3(USER_INFO_3, usri3, FIELD_HIDDEN),
};

static const struct field user_list_fields_10[] = {
    USER_FIELDS_10(USER_INFO_10, usri10),
};

static const struct field user_list_fields_11[] = {
    USER_FIELDS_10(USER_INFO_11, usri11),
    USER_FIELDS_11(USER_INFO_11, usri11, FIELD_HIDDEN),
};

static const struct field user_list_fields_20[] = {
    USER_FIELDS_20(USER_INFO_20, usri20),
    FIELD(USER_INFO_20, usri20_user_id, L"ID", FIELD_ID),
};

static const struct field user_list_fields_23[] = {
    USER_FIELDS_20(USER_INFO_23, usri23),
    FIELD(USER_INFO_23, usri23_user_sid, L"SID", FIELD_SID),
};

#define USER_LEVEL(number) LEVEL(number, USER_INFO_##number, user_list_fields_##number)

static const struct level user_list_levels[] = {
    USER_LEVEL(0),  USER_LEVEL(1),  USER_LEVEL(2),  USER_LEVEL(3),
    USER_LEVEL(10), USER_LEVEL(11), USER_LEVEL(20), USER_LEVEL(23),
};

#define TYPES(TYPE)                                                                                \
    TYPE(L"user", FILTER_NORMAL_ACCOUNT)                                                           \
    TYPE(L"computer", FILTER_WORKSTATION_TRUST_ACCOUNT)                                            \
    TYPE(L"controller", FILTER_SERVER_TRUST_ACCOUNT)                                               \
    TYPE(L"domain", FILTER_INTERDOMAIN_TRUST_ACCOUNT)                                              \
    TYPE(L"local", FILTER_TEMP_DUPLICATE_ACCOUNT)                                                  \
    TYPE(L"all", 0)
#define TYPE_NAME(name, filter)   name,
#define TYPE_FILTER(name, filter) filter,

const WCHAR *const user_types[] = { TYPES(TYPE_NAME) NULL };

static const DWORD type_filters[] = { TYPES(TYPE_FILTER) };

static DWORD filter_of_type(const WCHAR *type)
{
    size_t i = 0;

    while (type && user_types[i] && wcscmp(user_types[i], type))
    {
        i++;
    }
    return type_filters[i];
}

static DWORD user_enumerate(struct api_call *call)
{
    return NetUserEnum(call->server, call->level, filter_of_type(call->names[0]), &call->buffer,
                       MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume.number);
}

const struct family user_family = {
    .records = { RECORDS(L"user", L"users", user_list_levels), .keys = { L"User" } },
    .level = 3,
    .level_for_all = 10,
    .filters = { { L"type", NAME_AS_IT_IS } },
    .enumerate = user_enumerate,
};

/* ---- Changes --------------------------------------------------------------------------------- */

DWORD user_get(struct api_call *call)
{
    return call_count_one(call,
                          NetUserGetInfo(call->server, call->names[0], call->level, &call->buffer));
}

DWORD user_add(struct api_call *call)
{
    return NetUserAdd(call->server, call->level, call->info, &call->wrong_parameter);
}

DWORD user_set(struct api_call *call)
{
    return NetUserSetInfo(call->server, call->names[0], call->level, call->info,
                          &call->wrong_parameter);
}

DWORD user_set_groups(struct api_call *call)
{
    return NetUserSetGroups(call->server, call->names[0], 0, call->info, call->info_count);
}

DWORD user_remove(struct api_call *call)
{
    return NetUserDel(call->server, call->names[0]);
}

DWORD user_change_password(struct api_call *call)
{
    const WCHAR *const *passwords = (const WCHAR *const *)(const void *)call->info;

    return NetUserChangePassword(call->server, call->names[0], passwords[0], passwords[1]);
}
