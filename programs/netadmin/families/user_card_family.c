/*
 * One user: USER_INFO_*, and the groups, as a card.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>
#include <lmapibuf.h>

#include "families/family.h"
#include "families/user_family.h"
#include "families/user_fields.h"

#define USER_LEVEL_OF_CARD 4

static const struct field user_card_fields_0[] = {
    USER_FIELDS_0(USER_INFO_0, usri0),
};

static const struct field user_card_fields_1[] = {
    USER_FIELDS_0(USER_INFO_1, usri1),
    USER_FIELDS_1(USER_INFO_1, usri1, FIELD_SHOWN),
};

static const struct field user_card_fields_2[] = {
    USER_FIELDS_0(USER_INFO_2, usri2),
    FIELD(USER_INFO_2, usri2_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_2, usri2, FIELD_SHOWN),
};

static const struct field user_card_fields_3[] = {
    USER_FIELDS_0(USER_INFO_3, usri3),
    FIELD(USER_INFO_3, usri3_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_3, usri3, FIELD_SHOWN),
    FIELD(USER_INFO_3, usri3_user_id, FIELD_SHOWN(L"ID"), FIELD_ID),
    USER_FIELDS_3(USER_INFO_3, usri3, FIELD_SHOWN),
};

static const struct field user_card_fields_4[] = {
    USER_FIELDS_0(USER_INFO_4, usri4),
    FIELD(USER_INFO_4, usri4_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_4, usri4, FIELD_SHOWN),
    FIELD(USER_INFO_4, usri4_user_sid, L"SID", FIELD_SID),
    USER_FIELDS_3(USER_INFO_4, usri4, FIELD_SHOWN),
};

static const struct field user_card_fields_10[] = {
    USER_FIELDS_10(USER_INFO_10, usri10),
};

static const struct field user_card_fields_11[] = {
    USER_FIELDS_10(USER_INFO_11, usri11),
    USER_FIELDS_11(USER_INFO_11, usri11, FIELD_SHOWN),
};

static const struct field user_card_fields_20[] = {
    USER_FIELDS_20(USER_INFO_20, usri20),
    FIELD(USER_INFO_20, usri20_user_id, L"ID", FIELD_ID),
};

static const struct field user_card_fields_23[] = {
    USER_FIELDS_20(USER_INFO_23, usri23),
    FIELD(USER_INFO_23, usri23_user_sid, L"SID", FIELD_SID),
};

/* ---- All that is known of a user ------------------------------------------------------------- */

struct user_card
{
    USER_INFO_4 info;
    void *groups; /* GROUP_USERS_INFO_0 */
    DWORD group_count;
    void *local_groups; /* LOCALGROUP_USERS_INFO_0 */
    DWORD local_group_count;
};

static const struct field group_fields[] = {
    FIELD(GROUP_USERS_INFO_0, grui0_name, L"Group", FIELD_STRING),
};

static const struct level group_level = LEVEL(0, GROUP_USERS_INFO_0, group_fields);

static const struct field local_group_fields[] = {
    FIELD(LOCALGROUP_USERS_INFO_0, lgrui0_name, L"Group", FIELD_STRING),
};

static const struct level local_group_level = LEVEL(0, LOCALGROUP_USERS_INFO_0, local_group_fields);

static const struct field user_card_fields_all[] = {
    USER_FIELDS_0(USER_INFO_4, usri4),
    FIELD(USER_INFO_4, usri4_full_name, L"Full name", FIELD_STRING),
    USER_FIELDS_2(USER_INFO_4, usri4, FIELD_SHOWN),
    FIELD(USER_INFO_4, usri4_user_sid, L"SID", FIELD_SID),
    USER_FIELDS_3(USER_INFO_4, usri4, FIELD_SHOWN),
    FIELD(struct user_card, groups, L"Groups", FIELD_RECORDS,
          .other = offsetof(struct user_card, group_count), .element = &group_level),
    FIELD(struct user_card, local_groups, L"Local groups", FIELD_RECORDS,
          .other = offsetof(struct user_card, local_group_count), .element = &local_group_level),
};

static DWORD groups_get(struct api_call *call)
{
    return NetUserGetGroups(call->server, call->names[0], call->level, &call->buffer,
                            MAX_PREFERRED_LENGTH, &call->count, &call->total);
}

/* Those, too, that the user is a member of by its groups. */
static DWORD local_groups_get(struct api_call *call)
{
    return NetUserGetLocalGroups(call->server, call->names[0], call->level, LG_INCLUDE_INDIRECT,
                                 &call->buffer, MAX_PREFERRED_LENGTH, &call->count, &call->total);
}

static DWORD user_compose(struct api_call *call)
{
    struct user_card card = { 0 };
    BYTE *info = NULL;
    DWORD error = NetUserGetInfo(call->server, call->names[0], USER_LEVEL_OF_CARD, &info);

    if (!error && !info)
    {
        return ERROR_SUCCESS; /* of a netapi32 that only pretends */
    }
    if (!error)
    {
        call_keep(call, info);
        card.info = *(const USER_INFO_4 *)(const void *)info;
        error = call_gather(call, groups_get, 0, sizeof(GROUP_USERS_INFO_0), &card.groups,
                            &card.group_count);
    }
    if (!error)
    {
        error = call_gather(call, local_groups_get, 0, sizeof(LOCALGROUP_USERS_INFO_0),
                            &card.local_groups, &card.local_group_count);
    }
    return error ? error : call_give_one(call, &card, sizeof(card));
}

/* ---- The family ------------------------------------------------------------------------------ */

#define USER_LEVEL(number) LEVEL(number, USER_INFO_##number, user_card_fields_##number)

static const struct level user_card_levels[] = {
    USER_LEVEL(0),  USER_LEVEL(1),
    USER_LEVEL(2),  USER_LEVEL(3),
    USER_LEVEL(4),  USER_LEVEL(10),
    USER_LEVEL(11), USER_LEVEL(20),
    USER_LEVEL(23), LEVEL(LEVEL_COMPOSED, struct user_card, user_card_fields_all),
};

static DWORD user_card_get(struct api_call *call)
{
    return call->level == LEVEL_COMPOSED ? user_compose(call) : user_get(call);
}

const struct family user_card_family = {
    .records = { RECORDS(L"user", L"user", user_card_levels), .is_card = true },
    .level = LEVEL_COMPOSED,
    .level_for_all = 10,
    .filters = { { L"NAME", NAME_AS_IT_IS } },
    .enumerate = user_card_get,
};
