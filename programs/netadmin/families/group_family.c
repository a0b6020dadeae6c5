/*
 * Global groups: GROUP_INFO_*, GROUP_USERS_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/group_family.h"

#include <lmcons.h>
#include <lmaccess.h>

#include "families/family.h"

#define GROUP_LEVEL_OF_CARD 3

/* Mandatory, enabled, and enabled by default is what all groups are. */
static const struct word group_attributes[] = {
    BITS(SE_GROUP_MANDATORY | SE_GROUP_ENABLED_BY_DEFAULT | SE_GROUP_ENABLED, L""),
    BITS(SE_GROUP_OWNER, L"owner"),
    BITS(SE_GROUP_USE_FOR_DENY_ONLY, L"for denials only"),
    BITS(SE_GROUP_RESOURCE, L"resource"),
    { 0 },
};

#define GROUP_FIELDS_0(structure, prefix) FIELD(structure, prefix##_name, L"Group", FIELD_STRING)
#define GROUP_FIELDS_1(structure, prefix)                                                          \
    GROUP_FIELDS_0(structure, prefix), FIELD(structure, prefix##_comment, L"Comment", FIELD_STRING)
#define ATTRIBUTES(structure, prefix, heading)                                                     \
    FIELD(structure, prefix##_attributes, heading, FIELD_WORDS, .words = group_attributes)

static const struct field group_fields_0[] = {
    GROUP_FIELDS_0(GROUP_INFO_0, grpi0),
};

static const struct field group_fields_1[] = {
    GROUP_FIELDS_1(GROUP_INFO_1, grpi1),
};

static const struct field group_fields_2[] = {
    GROUP_FIELDS_1(GROUP_INFO_2, grpi2),
    FIELD(GROUP_INFO_2, grpi2_group_id, L"ID", FIELD_ID),
    ATTRIBUTES(GROUP_INFO_2, grpi2, NULL),
};

static const struct field group_fields_3[] = {
    GROUP_FIELDS_1(GROUP_INFO_3, grpi3),
    FIELD(GROUP_INFO_3, grpi3_group_sid, L"SID", FIELD_SID),
    ATTRIBUTES(GROUP_INFO_3, grpi3, NULL),
};

static const struct level group_levels[] = {
    LEVEL(0, GROUP_INFO_0, group_fields_0),
    LEVEL(1, GROUP_INFO_1, group_fields_1),
    LEVEL(2, GROUP_INFO_2, group_fields_2),
    LEVEL(3, GROUP_INFO_3, group_fields_3),
};

static DWORD group_enumerate(struct api_call *call)
{
    return NetGroupEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                        &call->count, &call->total, &call->resume.wide);
}

const struct family group_family = {
    .records = { RECORDS(L"group", L"groups", group_levels), .keys = { L"Group" } },
    .level = 2,
    .level_for_all = 1,
    .enumerate = group_enumerate,
};

/* ---- Members --------------------------------------------------------------------------------- */

static const struct field member_fields_0[] = {
    FIELD(GROUP_USERS_INFO_0, grui0_name, L"User", FIELD_STRING),
};

static const struct field member_fields_1[] = {
    FIELD(GROUP_USERS_INFO_1, grui1_name, L"User", FIELD_STRING),
    FIELD(GROUP_USERS_INFO_1, grui1_attributes, L"Attributes", FIELD_WORDS,
          .words = group_attributes),
};

static const struct level member_levels[] = {
    LEVEL(0, GROUP_USERS_INFO_0, member_fields_0),
    LEVEL(1, GROUP_USERS_INFO_1, member_fields_1),
};

static DWORD members_get(struct api_call *call)
{
    return NetGroupGetUsers(call->server, call->names[0], call->level, &call->buffer,
                            MAX_PREFERRED_LENGTH, &call->count, &call->total, &call->resume.wide);
}

const struct family group_member_family = {
    .records = { RECORDS(L"member", L"members", member_levels), .keys = { L"User" } },
    .level = 0,
    .level_for_all = 0,
    .filters = { { L"NAME", NAME_AS_IT_IS } },
    .enumerate = members_get,
};

/* ---- One group ------------------------------------------------------------------------------- */

struct group_card
{
    GROUP_INFO_3 info;
    void *members; /* GROUP_USERS_INFO_0 */
    DWORD member_count;
};

static const struct field group_card_fields_2[] = {
    GROUP_FIELDS_1(GROUP_INFO_2, grpi2),
    FIELD(GROUP_INFO_2, grpi2_group_id, L"ID", FIELD_ID),
    ATTRIBUTES(GROUP_INFO_2, grpi2, L"Attributes"),
};

static const struct field group_card_fields_3[] = {
    GROUP_FIELDS_1(GROUP_INFO_3, grpi3),
    FIELD(GROUP_INFO_3, grpi3_group_sid, L"SID", FIELD_SID),
    ATTRIBUTES(GROUP_INFO_3, grpi3, L"Attributes"),
};

static const struct field group_card_fields_all[] = {
    GROUP_FIELDS_1(GROUP_INFO_3, grpi3),
    FIELD(GROUP_INFO_3, grpi3_group_sid, L"SID", FIELD_SID),
    ATTRIBUTES(GROUP_INFO_3, grpi3, L"Attributes"),
    FIELD(struct group_card, members, L"Members", FIELD_RECORDS,
          .other = offsetof(struct group_card, member_count), .element = &member_levels[0]),
};

static const struct level group_card_levels[] = {
    LEVEL(0, GROUP_INFO_0, group_fields_0),
    LEVEL(1, GROUP_INFO_1, group_fields_1),
    LEVEL(2, GROUP_INFO_2, group_card_fields_2),
    LEVEL(3, GROUP_INFO_3, group_card_fields_3),
    LEVEL(LEVEL_COMPOSED, struct group_card, group_card_fields_all),
};

static DWORD group_compose(struct api_call *call)
{
    struct group_card card = { 0 };
    BYTE *info = NULL;
    DWORD error = NetGroupGetInfo(call->server, call->names[0], GROUP_LEVEL_OF_CARD, &info);

    if (!error && !info)
    {
        return ERROR_SUCCESS; /* of a netapi32 that only pretends */
    }
    if (!error)
    {
        call_keep(call, info);
        card.info = *(const GROUP_INFO_3 *)(const void *)info;
        error = call_gather(call, members_get, 0, sizeof(GROUP_USERS_INFO_0), &card.members,
                            &card.member_count);
    }
    return error ? error : call_give_one(call, &card, sizeof(card));
}

static DWORD group_get(struct api_call *call)
{
    return call->level == LEVEL_COMPOSED
               ? group_compose(call)
               : call_count_one(call, NetGroupGetInfo(call->server, call->names[0], call->level,
                                                      &call->buffer));
}

const struct family group_card_family = {
    .records = { RECORDS(L"group", L"group", group_card_levels), .is_card = true },
    .level = LEVEL_COMPOSED,
    .level_for_all = 1,
    .filters = { { L"NAME", NAME_AS_IT_IS } },
    .enumerate = group_get,
};

/* ---- Changes --------------------------------------------------------------------------------- */

DWORD group_add(struct api_call *call)
{
    return NetGroupAdd(call->server, 1, call->info, &call->wrong_parameter);
}

DWORD group_set_comment(struct api_call *call)
{
    return NetGroupSetInfo(call->server, call->names[0], 1002, call->info, &call->wrong_parameter);
}

DWORD group_remove(struct api_call *call)
{
    return NetGroupDel(call->server, call->names[0]);
}

DWORD group_add_member(struct api_call *call)
{
    return NetGroupAddUser(call->server, call->names[0], call->names[1]);
}

DWORD group_remove_member(struct api_call *call)
{
    return NetGroupDelUser(call->server, call->names[0], call->names[1]);
}

DWORD group_set_members(struct api_call *call)
{
    return NetGroupSetUsers(call->server, call->names[0], 0, call->info, call->info_count);
}
