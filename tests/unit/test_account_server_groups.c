/*
 * Groups and members of servers that fail half way, and of servers that lie.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/sid_use.h"
#include "remote/facts.h"
#include "support/scripted_server.h"
#include "support/unit.h"

#define MORE_ENTRIES      0x00000105u
#define SPECIAL_ACCOUNT   0xC0000124u
#define MEMBER_IN_GROUP   0xC0000067u
#define MEMBER_IN_ALIAS   0xC0000153u
#define INSUFFICIENT      0xC000009Au
#define INVALID_INFO      0xC0000003u
#define MEMBERS_MAX       64
#define DISPLAYED_MAX     300
#define FIRST_NAME        0x4E00 /* names are one character, without case */
#define GROUPS_OF_ONE     300
#define GROUPS_OF_ANOTHER 2500

static struct account_call call;

/* ---- What the server has --------------------------------------------------------------------- */

/* Users are called user<RID>, groups group<RID>, aliases alias<RID>. */
static uint32_t members[MEMBERS_MAX]; /* of the one group or alias */
static size_t member_count;
static size_t member_count_min; /* that there ever were */
static uint32_t refused_rid;    /* a member that can be neither added nor removed */
static uint32_t refusal;        /* what the server says then */
static uint32_t set_result;
static bool group_exists;
static bool has_no_members_list;

static uint32_t rid_of(struct utf16_slice name, const char *prefix)
{
    char text[NAME_LENGTH_MAX];
    unsigned int rid = 0;
    char format[32];

    snprintf(format, sizeof(format), "%s%%u", prefix);
    assert_true(utf16_to_utf8(name, text, sizeof(text)));
    return sscanf(text, format, &rid) == 1 ? rid : 0;
}

static uint32_t lookup_names(void *parameters)
{
    static uint32_t rids[SAMR_LOOKUP_MAX];
    static uint32_t uses[SAMR_LOOKUP_MAX];
    struct samr_lookup_names *in = parameters;

    for (uint32_t i = 0; i < in->count; i++)
    {
        const uint32_t user = rid_of(in->names[i], "user");
        const uint32_t group = rid_of(in->names[i], "group");
        const uint32_t alias = rid_of(in->names[i], "alias");

        rids[i] = user + group + alias;
        uses[i] = user    ? SID_USE_USER
                  : group ? SID_USE_GROUP
                  : alias ? SID_USE_ALIAS
                          : SID_USE_UNKNOWN;
    }
    in->rids = (struct samr_number_array){ in->count, rids };
    in->uses = (struct samr_number_array){ in->count, uses };
    return STATUS_SUCCESS;
}

static uint32_t lookup_ids(void *parameters)
{
    static struct utf16_slice names[SAMR_LOOKUP_MAX];
    static uint32_t uses[SAMR_LOOKUP_MAX];
    struct samr_lookup_ids *in = parameters;

    assert_in_range(in->count, 1, SAMR_LOOKUP_MAX);
    for (uint32_t i = 0; i < in->count; i++)
    {
        names[i] = scripted_text("somebody");
        uses[i] = SID_USE_USER;
    }
    in->names = (struct samr_string_array){ in->count, names };
    in->uses = (struct samr_number_array){ in->count, uses };
    return STATUS_SUCCESS;
}

static uint32_t open_object(void *parameters)
{
    struct samr_open_object *in = parameters;

    in->handle.data[0] = 1;
    return STATUS_SUCCESS;
}

static uint32_t change_member(uint32_t rid, bool adds)
{
    size_t at = 0;

    while (at < member_count && members[at] != rid)
    {
        at++;
    }
    if (rid == refused_rid)
    {
        return refusal;
    }
    assert_int_equal(adds, at == member_count);
    if (adds)
    {
        assert_true(member_count < MEMBERS_MAX);
        members[member_count++] = rid;
    }
    else
    {
        members[at] = members[--member_count];
    }
    member_count_min = member_count < member_count_min ? member_count : member_count_min;
    return STATUS_SUCCESS;
}

static uint32_t add_to_group(void *parameters)
{
    return change_member(((struct samr_set_group_member *)parameters)->member_id, true);
}

static uint32_t remove_from_group(void *parameters)
{
    return change_member(((struct samr_remove_group_member *)parameters)->member_id, false);
}

static uint32_t get_group_members(void *parameters)
{
    static struct samr_group_members list;
    static uint32_t attributes[MEMBERS_MAX];
    struct samr_get_group_members *in = parameters;

    list = (struct samr_group_members){ (uint32_t)member_count, members, attributes };
    in->members = has_no_members_list ? NULL : &list;
    return STATUS_SUCCESS;
}

static uint32_t create(void *parameters)
{
    struct samr_create_object *in = parameters;

    assert_false(group_exists);
    group_exists = true;
    in->handle.data[0] = 1;
    in->rid = 1000;
    return STATUS_SUCCESS;
}

static uint32_t set_group(void *parameters)
{
    (void)parameters;
    return set_result;
}

static uint32_t delete_group(void *parameters)
{
    ((struct samr_delete_object *)parameters)->handle = (struct context_handle){ 0 };
    assert_true(group_exists);
    group_exists = false;
    return STATUS_SUCCESS;
}

static uint32_t refuse(void *parameters)
{
    (void)parameters;
    return SPECIAL_ACCOUNT;
}

static const struct scripted_answer usual[] = {
    { &samr_interface, SAMR_LOOKUP_NAMES_IN_DOMAIN, lookup_names },
    { &samr_interface, SAMR_LOOKUP_IDS_IN_DOMAIN, lookup_ids },
    { &samr_interface, SAMR_OPEN_GROUP, open_object },
    { &samr_interface, SAMR_OPEN_ALIAS, open_object },
    { &samr_interface, SAMR_OPEN_USER, open_object },
    { &samr_interface, SAMR_ADD_MEMBER_TO_GROUP, add_to_group },
    { &samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP, remove_from_group },
    { &samr_interface, SAMR_GET_MEMBERS_IN_GROUP, get_group_members },
    { &samr_interface, SAMR_CREATE_GROUP_IN_DOMAIN, create },
    { &samr_interface, SAMR_SET_INFORMATION_GROUP, set_group },
    { &samr_interface, SAMR_DELETE_GROUP, delete_group },
    { &samr_interface, SAMR_CREATE_ALIAS_IN_DOMAIN, create },
    { &samr_interface, SAMR_SET_INFORMATION_ALIAS, set_group },
    { &samr_interface, SAMR_DELETE_ALIAS, delete_group },
    { NULL, 0, NULL },
};

static int set_up(void **state)
{
    (void)state;
    scripted_call_begin(&call);
    scripted_server_set(usual);
    member_count = 2;
    members[0] = 1001;
    members[1] = 1002;
    member_count_min = member_count;
    refused_rid = 0;
    refusal = INSUFFICIENT;
    set_result = STATUS_SUCCESS;
    group_exists = false;
    has_no_members_list = false;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&call.arena);
    return 0;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static void a_group_whose_comment_is_refused_is_not_added(void **state)
{
    const struct group group = { .name = scripted_text("new"), .comment = scripted_text("what") };
    uint32_t parameter = 1;

    (void)state;
    set_result = INSUFFICIENT;
    for (enum group_kind kind = GLOBAL_GROUP; kind < GROUP_KINDS; kind++)
    {
        assert_int_equal(call.source->add_group(&call, kind, &group,
                                                GROUP_FIELD_NAME | GROUP_FIELD_COMMENT, &parameter),
                         ERROR_NO_SYSTEM_RESOURCES);
        assert_false(group_exists);
        assert_int_equal(parameter, ACCOUNT_PARAMETER_NONE);
    }
    set_result = INVALID_INFO;
    assert_int_equal(
        call.source->add_group(&call, GLOBAL_GROUP, &group, GROUP_FIELD_COMMENT, &parameter),
        ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter, account_field_parameter(group_fields, GROUP_FIELD_COMMENT));
    assert_false(group_exists);
}

static void groups_that_are_always_there_have_a_code_of_their_own(void **state)
{
    static const struct scripted_answer special[] = {
        { &samr_interface, SAMR_LOOKUP_NAMES_IN_DOMAIN, lookup_names },
        { &samr_interface, SAMR_OPEN_GROUP, open_object },
        { &samr_interface, SAMR_OPEN_ALIAS, open_object },
        { &samr_interface, SAMR_DELETE_GROUP, refuse },
        { &samr_interface, SAMR_DELETE_ALIAS, refuse },
        { NULL, 0, NULL },
    };

    (void)state;
    scripted_server_set(special);
    assert_int_equal(call.source->remove_group(&call, GLOBAL_GROUP, scripted_text("group512")),
                     NERR_SpeGroupOp);
    assert_int_equal(call.source->remove_group(&call, LOCAL_GROUP, scripted_text("alias544")),
                     ERROR_SPECIAL_ACCOUNT);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_CLOSE_HANDLE), 2);
    assert_int_equal(call.source->remove_group(&call, GLOBAL_GROUP, scripted_text("user500")),
                     NERR_GroupNotFound);
    assert_int_equal(call.source->remove_group(&call, LOCAL_GROUP, scripted_text("group512")),
                     ERROR_NO_SUCH_ALIAS);
}

/* ---- Members --------------------------------------------------------------------------------- */

static uint32_t change(enum member_change change_kind, const char *first, const char *second)
{
    const struct member given[] = {
        { .name = scripted_text(first) },
        { .name = scripted_text(second ? second : "") },
    };

    return call.source->change_members(&call, GLOBAL_GROUP, scripted_text("group1000"), change_kind,
                                       given, second ? 2 : 1);
}

static void assert_members(uint32_t first, uint32_t second)
{
    assert_int_equal(member_count, 2);
    assert_true((members[0] == first && members[1] == second) ||
                (members[0] == second && members[1] == first));
}

static void members_are_replaced_by_their_difference(void **state)
{
    (void)state;
    assert_int_equal(change(MEMBERS_REPLACE, "user1002", "user1003"), ERROR_SUCCESS);
    assert_members(1002, 1003);
    assert_int_equal(member_count_min, 2);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_ADD_MEMBER_TO_GROUP), 1);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP), 1);
}

static void a_change_that_fails_is_undone(void **state)
{
    (void)state;
    refused_rid = 1001;
    assert_int_equal(change(MEMBERS_REPLACE, "user1003", "user1004"), ERROR_NO_SYSTEM_RESOURCES);
    assert_members(1001, 1002);
    refused_rid = 1004;
    assert_int_equal(change(MEMBERS_ADD, "user1003", "user1004"), ERROR_NO_SYSTEM_RESOURCES);
    assert_members(1001, 1002);
    refused_rid = 1002;
    assert_int_equal(change(MEMBERS_REMOVE, "user1001", "user1002"), ERROR_NO_SYSTEM_RESOURCES);
    assert_members(1001, 1002);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_CLOSE_HANDLE), 3);
}

static void nothing_is_changed_for_who_is_not_there(void **state)
{
    (void)state;
    assert_int_equal(change(MEMBERS_REPLACE, "user1003", "nobody"), NERR_UserNotFound);
    assert_int_equal(change(MEMBERS_REPLACE, "user1003", "group1004"), NERR_UserNotFound);
    assert_int_equal(change(MEMBERS_ADD, "user1003", "user1001"), NERR_UserInGroup);
    assert_int_equal(change(MEMBERS_REMOVE, "user1001", "user1003"), NERR_UserNotInGroup);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_ADD_MEMBER_TO_GROUP), 0);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP), 0);
    assert_members(1001, 1002);
}

static void whoever_is_given_twice_is_a_member_once(void **state)
{
    (void)state;
    assert_int_equal(change(MEMBERS_REPLACE, "user1003", "user1003"), ERROR_SUCCESS);
    assert_int_equal(member_count, 1);
    assert_int_equal(members[0], 1003);
}

/* A Samba domain controller does not list those whose primary group it is, and yet has them. */
static void a_member_that_the_server_does_not_list_can_stay(void **state)
{
    (void)state;
    refused_rid = 1003;
    refusal = MEMBER_IN_GROUP;
    assert_int_equal(change(MEMBERS_REPLACE, "user1003", "user1004"), ERROR_SUCCESS);
    assert_int_equal(member_count, 1);
    assert_int_equal(members[0], 1004);
    assert_int_equal(change(MEMBERS_ADD, "user1003", NULL), NERR_UserInGroup);
}

static void no_list_of_members_is_an_empty_one(void **state)
{
    struct info_rows rows;

    (void)state;
    has_no_members_list = true;
    assert_int_equal(
        call.source->list_members(&call, GLOBAL_GROUP, scripted_text("group1000"), true, &rows),
        ERROR_SUCCESS);
    assert_int_equal(rows.count, 0);
}

/* ---- Members of local groups ----------------------------------------------------------------- */

static const uint8_t some_sids[][28] = {
    { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 1, 2, 0, 0 },
    { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 2, 1, 0, 0 },
};
static struct bytes alias_members[2];
static uint32_t alias_member_count;
static uint32_t multiple_result;
static size_t multiple_added;
static size_t multiple_removed;

static uint32_t get_alias_members(void *parameters)
{
    struct samr_get_alias_members *in = parameters;

    in->members = (struct samr_sid_array){ alias_member_count, alias_members };
    return STATUS_SUCCESS;
}

static uint32_t add_multiple(void *parameters)
{
    multiple_added += ((struct samr_change_alias_members *)parameters)->members.count;
    return multiple_result;
}

static uint32_t remove_multiple(void *parameters)
{
    multiple_removed += ((struct samr_change_alias_members *)parameters)->members.count;
    return STATUS_SUCCESS;
}

static uint32_t add_to_alias(void *parameters)
{
    (void)parameters;
    return MEMBER_IN_ALIAS;
}

static const struct scripted_answer as_windows[] = {
    { &samr_interface, SAMR_LOOKUP_NAMES_IN_DOMAIN, lookup_names },
    { &samr_interface, SAMR_OPEN_ALIAS, open_object },
    { &samr_interface, SAMR_GET_MEMBERS_IN_ALIAS, get_alias_members },
    { &samr_interface, SAMR_ADD_MEMBER_TO_ALIAS, add_to_alias },
    { &samr_interface, SAMR_ADD_MULTIPLE_MEMBERS_TO_ALIAS, add_multiple },
    { &samr_interface, SAMR_REMOVE_MULTIPLE_MEMBERS_FROM_ALIAS, remove_multiple },
    { NULL, 0, NULL },
};

static uint32_t change_alias(enum member_change change_kind, size_t count)
{
    const struct member given[] = {
        { .sid = { some_sids[0], sizeof(some_sids[0]) } },
        { .sid = { some_sids[1], sizeof(some_sids[1]) } },
    };

    return call.source->change_members(&call, LOCAL_GROUP, scripted_text("alias544"), change_kind,
                                       given, count);
}

static void prepare_alias(void)
{
    scripted_server_set(as_windows);
    alias_member_count = 0;
    multiple_added = 0;
    multiple_removed = 0;
    multiple_result = STATUS_SUCCESS;
    for (size_t i = 0; i < COUNT(alias_members); i++)
    {
        alias_members[i] = (struct bytes){ some_sids[i], sizeof(some_sids[i]) };
    }
}

static void members_of_a_local_group_are_added_at_once_or_not_at_all(void **state)
{
    (void)state;
    prepare_alias();
    assert_int_equal(change_alias(MEMBERS_ADD, 2), ERROR_SUCCESS);
    assert_int_equal(multiple_added, 2);
    assert_int_equal(multiple_removed, 0);
    multiple_result = INSUFFICIENT;
    assert_int_equal(change_alias(MEMBERS_ADD, 2), ERROR_NO_SYSTEM_RESOURCES);
    assert_int_equal(multiple_removed, 2);
    alias_member_count = 1;
    multiple_added = 0;
    assert_int_equal(change_alias(MEMBERS_ADD, 2), ERROR_MEMBER_IN_ALIAS);
    assert_int_equal(change_alias(MEMBERS_REMOVE, 2), ERROR_MEMBER_NOT_IN_ALIAS);
    assert_int_equal(multiple_added, 0);
    assert_int_equal(change_alias(MEMBERS_ADD, 1), ERROR_MEMBER_IN_ALIAS);
}

static void sids_are_in_the_order_of_their_numbers(void **state)
{
    struct info_rows rows;
    const struct member *listed = NULL;

    (void)state;
    prepare_alias();
    alias_member_count = 2;
    assert_int_equal(
        call.source->list_members(&call, LOCAL_GROUP, scripted_text("alias544"), false, &rows),
        ERROR_SUCCESS);
    assert_int_equal(rows.count, 2);
    listed = rows.rows;
    assert_memory_equal(listed[0].sid.data, some_sids[1], sizeof(some_sids[1]));
}

static void members_without_a_sid_are_refused(void **state)
{
    const struct member none = { .sid = { some_sids[0], 9 } };
    struct info_rows rows = { .count = 7 };

    (void)state;
    prepare_alias();
    alias_member_count = 2;
    alias_members[1] = (struct bytes){ NULL, 0 };
    assert_int_equal(
        call.source->list_members(&call, LOCAL_GROUP, scripted_text("alias544"), true, &rows),
        RPC_S_PROTOCOL_ERROR);
    assert_int_equal(rows.count, 0);
    assert_int_equal(call.source->change_members(&call, LOCAL_GROUP, scripted_text("alias544"),
                                                 MEMBERS_ADD, &none, 1),
                     ERROR_INVALID_MEMBER);
}

/* ---- The groups of a user -------------------------------------------------------------------- */

static struct samr_membership memberships[GROUPS_OF_ANOTHER];
static uint32_t membership_count;
static uint32_t alias_of_all = 544;

static uint32_t get_groups(void *parameters)
{
    static struct samr_memberships list;

    list = (struct samr_memberships){ membership_count, memberships };
    ((struct samr_get_groups_for_user *)parameters)->groups = &list;
    return STATUS_SUCCESS;
}

static uint32_t get_alias_membership(void *parameters)
{
    struct samr_get_alias_membership *in = parameters;

    assert_in_range(in->sids.count, 1, 1024);
    in->membership = (struct samr_number_array){ 1, &alias_of_all };
    return STATUS_SUCCESS;
}

static uint32_t query_user(void *parameters)
{
    static union samr_user_info information;

    information.user.primary_group_id = 513;
    ((struct samr_query_user *)parameters)->information = &information;
    return STATUS_SUCCESS;
}

static uint32_t enter_or_leave(void *parameters)
{
    (void)parameters;
    return STATUS_SUCCESS;
}

static const struct scripted_answer with_memberships[] = {
    { &samr_interface, SAMR_LOOKUP_NAMES_IN_DOMAIN, lookup_names },
    { &samr_interface, SAMR_LOOKUP_IDS_IN_DOMAIN, lookup_ids },
    { &samr_interface, SAMR_OPEN_USER, open_object },
    { &samr_interface, SAMR_OPEN_GROUP, open_object },
    { &samr_interface, SAMR_GET_GROUPS_FOR_USER, get_groups },
    { &samr_interface, SAMR_GET_ALIAS_MEMBERSHIP, get_alias_membership },
    { &samr_interface, SAMR_QUERY_INFORMATION_USER, query_user },
    { &samr_interface, SAMR_ADD_MEMBER_TO_GROUP, enter_or_leave },
    { &samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP, enter_or_leave },
    { NULL, 0, NULL },
};

static void prepare_memberships(uint32_t count)
{
    scripted_server_set(with_memberships);
    membership_count = count;
    for (uint32_t i = 0; i < count; i++)
    {
        memberships[i] = (struct samr_membership){ 2000 + i, 7 };
    }
}

static void a_user_has_as_many_groups_as_it_has(void **state)
{
    struct info_rows rows;

    (void)state;
    prepare_memberships(GROUPS_OF_ONE);
    assert_int_equal(
        call.source->list_groups_of(&call, GLOBAL_GROUP, scripted_text("user1001"), false, &rows),
        ERROR_SUCCESS);
    assert_int_equal(rows.count, GROUPS_OF_ONE);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_LOOKUP_IDS_IN_DOMAIN), 1);
    prepare_memberships(GROUPS_OF_ANOTHER);
    assert_int_equal(
        call.source->list_groups_of(&call, GLOBAL_GROUP, scripted_text("user1001"), false, &rows),
        ERROR_SUCCESS);
    assert_int_equal(rows.count, GROUPS_OF_ANOTHER);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_LOOKUP_IDS_IN_DOMAIN), 3);
}

static void local_groups_are_asked_for_a_thousand_sids_at_a_time(void **state)
{
    struct info_rows rows;

    (void)state;
    prepare_memberships(GROUPS_OF_ANOTHER);
    assert_int_equal(call.source->list_groups_of(&call, LOCAL_GROUP, scripted_text("bed\\user1001"),
                                                 true, &rows),
                     ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_GET_ALIAS_MEMBERSHIP), 6);
    assert_int_equal(rows.count, 2); /* of each domain one, however often it was said */
    assert_int_equal(
        call.source->list_groups_of(&call, LOCAL_GROUP, scripted_text("user1001"), false, &rows),
        ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_GET_ALIAS_MEMBERSHIP), 8);
}

static void a_primary_group_is_not_left(void **state)
{
    const struct group wanted[] = {
        { .name = scripted_text("group2001") },
        { .name = scripted_text("group2005") },
    };

    (void)state;
    prepare_memberships(3);
    memberships[0].rid = 513;
    assert_int_equal(call.source->set_groups_of(&call, scripted_text("user1001"), wanted, 2),
                     ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_ADD_MEMBER_TO_GROUP), 1);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP), 1);
    assert_int_equal(call.source->set_groups_of(&call, scripted_text("user1001"), NULL, 0),
                     ERROR_SUCCESS);
    assert_int_equal(scripted_server_count(&samr_interface, SAMR_REMOVE_MEMBER_FROM_GROUP), 3);
}

/* ---- Lists for display ----------------------------------------------------------------------- */

static struct samr_display_entry displayed[DISPLAYED_MAX];
static uint32_t displayed_count;

static uint32_t query_display(void *parameters)
{
    struct samr_query_display *in = parameters;
    const uint32_t left = in->index < displayed_count ? displayed_count - in->index : 0;
    const uint32_t count = left < in->entry_count ? left : in->entry_count;

    in->buffer.list = (struct samr_display_list){ count, count ? &displayed[in->index] : NULL };
    return count < left ? MORE_ENTRIES : STATUS_SUCCESS;
}

static uint32_t promise_more(void *parameters)
{
    (void)parameters;
    return MORE_ENTRIES;
}

static uint32_t enumerate_nothing_for_ever(void *parameters)
{
    static struct samr_rid_name entry = { .rid = 1 };
    static struct samr_enumeration list = { 1, &entry };

    ((struct samr_enumerate *)parameters)->buffer = &list;
    return MORE_ENTRIES;
}

static const struct scripted_answer as_samba[] = {
    { &samr_interface, SAMR_QUERY_DISPLAY_INFORMATION3, query_display },
    { &samr_interface, SAMR_GET_DISPLAY_ENUMERATION_INDEX2, NULL },
    { NULL, 0, NULL },
};

static void show_names_in_no_order(uint32_t count)
{
    displayed_count = count;
    for (uint32_t i = 0; i < count; i++)
    {
        static uint16_t units[DISPLAYED_MAX];

        units[i] = (uint16_t)(FIRST_NAME + i * 109 % count);
        displayed[i] = (struct samr_display_entry){ .index = i + 1,
                                                    .rid = units[i],
                                                    .account_name = { &units[i], 1 } };
    }
}

static void lists_are_sorted_whoever_gave_them(void **state)
{
    static const uint16_t third_name = FIRST_NAME + 2;
    const struct utf16_slice third = { &third_name, 1 };

    (void)state;
    scripted_server_set(as_samba);
    for (uint32_t count = 5; count < DISPLAYED_MAX; count += 294) /* of which one is a part */
    {
        const struct display_entry *entries = NULL;
        struct display_part part;
        uint32_t seen = 0;
        uint32_t index = 0;

        show_names_in_no_order(count);
        do
        {
            assert_int_equal(
                call.source->list_display(&call, DISPLAY_GROUPS, index, 2, UINT32_MAX, &part),
                ERROR_SUCCESS);
            entries = part.entries.rows;
            for (size_t i = 0; i < part.entries.count; i++)
            {
                assert_int_equal(entries[i].relative_id, FIRST_NAME + seen);
                index = entries[i].next_index;
                seen++;
            }
        } while (part.has_more);
        assert_int_equal(seen, count);
        assert_int_equal(call.source->find_display_index(&call, DISPLAY_GROUPS, third, &index),
                         ERROR_SUCCESS);
        assert_int_equal(index, 2);
        assert_int_equal(call.source->list_display(&call, DISPLAY_GROUPS, index, 1, 0, &part),
                         ERROR_SUCCESS);
        assert_int_equal(((const struct display_entry *)part.entries.rows)->relative_id,
                         FIRST_NAME + 2);
    }
}

static void a_hundred_entries_are_the_most(void **state)
{
    struct display_part part;

    (void)state;
    scripted_server_set(as_samba);
    show_names_in_no_order(299);
    assert_int_equal(
        call.source->list_display(&call, DISPLAY_GROUPS, 0, UINT32_MAX, UINT32_MAX, &part),
        ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 100);
    assert_true(part.has_more);
    assert_int_equal(
        call.source->list_display(&call, DISPLAY_GROUPS, 299, UINT32_MAX, UINT32_MAX, &part),
        ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 0);
    assert_false(part.has_more);
}

static void who_promises_more_must_give_something(void **state)
{
    static const struct scripted_answer liar[] = {
        { &samr_interface, SAMR_QUERY_DISPLAY_INFORMATION3, promise_more },
        { &samr_interface, SAMR_ENUMERATE_ALIASES_IN_DOMAIN, enumerate_nothing_for_ever },
        { NULL, 0, NULL },
    };
    struct display_part part = { .has_more = true };
    struct info_rows rows = { .count = 7 };

    (void)state;
    scripted_server_set(liar);
    assert_int_equal(call.source->list_display(&call, DISPLAY_USERS, 0, 10, 10, &part),
                     RPC_S_PROTOCOL_ERROR);
    assert_false(part.has_more);
    assert_int_equal(call.source->list_groups(&call, GLOBAL_GROUP, &rows), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(rows.count, 0);
    assert_int_equal(call.source->list_groups(&call, LOCAL_GROUP, &rows), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(rows.count, 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_group_whose_comment_is_refused_is_not_added),
        T(groups_that_are_always_there_have_a_code_of_their_own),
        T(members_are_replaced_by_their_difference),
        T(a_change_that_fails_is_undone),
        T(nothing_is_changed_for_who_is_not_there),
        T(whoever_is_given_twice_is_a_member_once),
        T(a_member_that_the_server_does_not_list_can_stay),
        T(no_list_of_members_is_an_empty_one),
        T(members_of_a_local_group_are_added_at_once_or_not_at_all),
        T(sids_are_in_the_order_of_their_numbers),
        T(members_without_a_sid_are_refused),
        T(a_user_has_as_many_groups_as_it_has),
        T(local_groups_are_asked_for_a_thousand_sids_at_a_time),
        T(a_primary_group_is_not_left),
        T(lists_are_sorted_whoever_gave_them),
        T(a_hundred_entries_are_the_most),
        T(who_promises_more_must_give_something),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
