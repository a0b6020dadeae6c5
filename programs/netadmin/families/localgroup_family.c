/*
 * Local groups: LOCALGROUP_INFO_*, LOCALGROUP_MEMBERS_INFO_*.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>
#include <lmaccess.h>

#include "families/family.h"
#include "families/group_family.h"

#define GROUP_LEVEL_OF_CARD  1
#define MEMBER_LEVEL_OF_CARD 2

static const struct field group_fields_0[] = {
    FIELD(LOCALGROUP_INFO_0, lgrpi0_name, L"Group", FIELD_STRING),
};

#define GROUP_FIELDS_1                                                                             \
    FIELD(LOCALGROUP_INFO_1, lgrpi1_name, L"Group", FIELD_STRING),                                 \
        FIELD(LOCALGROUP_INFO_1, lgrpi1_comment, L"Comment", FIELD_STRING)

static const struct field group_fields_1[] = { GROUP_FIELDS_1 };

static const struct level group_levels[] = {
    LEVEL(0, LOCALGROUP_INFO_0, group_fields_0),
    LEVEL(1, LOCALGROUP_INFO_1, group_fields_1),
};

static DWORD group_enumerate(struct api_call *call)
{
    return NetLocalGroupEnum(call->server, call->level, &call->buffer, MAX_PREFERRED_LENGTH,
                             &call->count, &call->total, &call->resume.wide);
}

const struct family localgroup_family = {
    .records = { RECORDS(L"local group", L"local groups", group_levels), .keys = { L"Group" } },
    .level = 1,
    .level_for_all = 1,
    .enumerate = group_enumerate,
};

/* ---- Members --------------------------------------------------------------------------------- */

static const struct word sid_types[] = {
    { MAXDWORD, SidTypeUser, L"user" },
    { MAXDWORD, SidTypeGroup, L"group" },
    { MAXDWORD, SidTypeDomain, L"domain" },
    { MAXDWORD, SidTypeAlias, L"local group" },
    { MAXDWORD, SidTypeWellKnownGroup, L"well-known group" },
    { MAXDWORD, SidTypeDeletedAccount, L"deleted" },
    { MAXDWORD, SidTypeInvalid, L"invalid" },
    { MAXDWORD, SidTypeUnknown, L"unknown" },
    { MAXDWORD, SidTypeComputer, L"computer" },
    { 0 },
};

static const struct field member_fields_0[] = {
    FIELD(LOCALGROUP_MEMBERS_INFO_0, lgrmi0_sid, L"SID", FIELD_SID),
};

static const struct field member_fields_1[] = {
    FIELD(LOCALGROUP_MEMBERS_INFO_1, lgrmi1_name, L"Member", FIELD_STRING),
    FIELD(LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sidusage, L"Type", FIELD_WORDS, .words = sid_types),
    FIELD(LOCALGROUP_MEMBERS_INFO_1, lgrmi1_sid, L"SID", FIELD_SID),
};

static const struct field member_fields_2[] = {
    FIELD(LOCALGROUP_MEMBERS_INFO_2, lgrmi2_domainandname, L"Member", FIELD_STRING),
    FIELD(LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sidusage, L"Type", FIELD_WORDS, .words = sid_types),
    FIELD(LOCALGROUP_MEMBERS_INFO_2, lgrmi2_sid, L"SID", FIELD_SID),
};

static const struct field member_fields_3[] = {
    FIELD(LOCALGROUP_MEMBERS_INFO_3, lgrmi3_domainandname, L"Member", FIELD_STRING),
};

static const struct level member_levels[] = {
    LEVEL(0, LOCALGROUP_MEMBERS_INFO_0, member_fields_0),
    LEVEL(1, LOCALGROUP_MEMBERS_INFO_1, member_fields_1),
    LEVEL(2, LOCALGROUP_MEMBERS_INFO_2, member_fields_2),
    LEVEL(3, LOCALGROUP_MEMBERS_INFO_3, member_fields_3),
};

static DWORD members_get(struct api_call *call)
{
    return NetLocalGroupGetMembers(call->server, call->names[0], call->level, &call->buffer,
                                   MAX_PREFERRED_LENGTH, &call->count, &call->total,
                                   &call->resume.wide);
}

const struct family localgroup_member_family = {
    .records = { RECORDS(L"member", L"members", member_levels), .keys = { L"Member", L"SID" } },
    .level = MEMBER_LEVEL_OF_CARD,
    .level_for_all = MEMBER_LEVEL_OF_CARD,
    .filters = { { L"NAME", NAME_AS_IT_IS } },
    .enumerate = members_get,
};

/* ---- One group ------------------------------------------------------------------------------- */

struct group_card
{
    LOCALGROUP_INFO_1 info;
    void *members; /* LOCALGROUP_MEMBERS_INFO_2 */
    DWORD member_count;
};

static const struct field group_card_fields[] = {
    GROUP_FIELDS_1,
    FIELD(struct group_card, members, L"Members", FIELD_RECORDS,
          .other = offsetof(struct group_card, member_count),
          .element = &member_levels[MEMBER_LEVEL_OF_CARD]),
};

static const struct level group_card_levels[] = {
    LEVEL(0, LOCALGROUP_INFO_0, group_fields_0),
    LEVEL(1, LOCALGROUP_INFO_1, group_fields_1),
    LEVEL(LEVEL_COMPOSED, struct group_card, group_card_fields),
};

static DWORD group_compose(struct api_call *call)
{
    struct group_card card = { 0 };
    BYTE *info = NULL;
    DWORD error = NetLocalGroupGetInfo(call->server, call->names[0], GROUP_LEVEL_OF_CARD, &info);

    if (!error && !info)
    {
        return ERROR_SUCCESS; /* of a netapi32 that only pretends */
    }
    if (!error)
    {
        call_keep(call, info);
        card.info = *(const LOCALGROUP_INFO_1 *)(const void *)info;
        error = call_gather(call, members_get, MEMBER_LEVEL_OF_CARD,
                            sizeof(LOCALGROUP_MEMBERS_INFO_2), &card.members, &card.member_count);
    }
    return error ? error : call_give_one(call, &card, sizeof(card));
}

static DWORD group_get(struct api_call *call)
{
    return call->level == LEVEL_COMPOSED
               ? group_compose(call)
               : call_count_one(call, NetLocalGroupGetInfo(call->server, call->names[0],
                                                           call->level, &call->buffer));
}

const struct family localgroup_card_family = {
    .records = { RECORDS(L"local group", L"local group", group_card_levels), .is_card = true },
    .level = LEVEL_COMPOSED,
    .level_for_all = GROUP_LEVEL_OF_CARD,
    .filters = { { L"NAME", NAME_AS_IT_IS } },
    .enumerate = group_get,
};

/* ---- Changes --------------------------------------------------------------------------------- */

DWORD localgroup_add(struct api_call *call)
{
    return NetLocalGroupAdd(call->server, 1, call->info, &call->wrong_parameter);
}

DWORD localgroup_set_comment(struct api_call *call)
{
    return NetLocalGroupSetInfo(call->server, call->names[0], 1002, call->info,
                                &call->wrong_parameter);
}

DWORD localgroup_remove(struct api_call *call)
{
    return NetLocalGroupDel(call->server, call->names[0]);
}

DWORD localgroup_add_members(struct api_call *call)
{
    return NetLocalGroupAddMembers(call->server, call->names[0], call->level, call->info,
                                   call->info_count);
}

DWORD localgroup_remove_members(struct api_call *call)
{
    return NetLocalGroupDelMembers(call->server, call->names[0], call->level, call->info,
                                   call->info_count);
}

DWORD localgroup_set_members(struct api_call *call)
{
    return NetLocalGroupSetMembers(call->server, call->names[0], call->level, call->info,
                                   call->info_count);
}
