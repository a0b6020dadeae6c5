/*
 * The groups of this computer, who is in them, and lists for display.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/sid.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "support/accounts.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

/* ---- Groups ---------------------------------------------------------------------------------- */

static uint32_t set_group(enum group_kind kind, const char *name, const struct group *values,
                          uint32_t fields)
{
    struct account_call call;
    uint32_t parameter = 0;
    uint32_t status = account_call_begin(&call, text_of(NULL), ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->set_group(&call, kind, text_of(name), values, fields, &parameter);
    }
    account_call_end(&call);
    return status;
}

static void groups_are_added_changed_and_removed(void **state)
{
    const struct group values = { .name = U("band"), .comment = U("they play") };
    struct account_call call;
    struct group group;

    (void)state;
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        assert_int_equal(store_add_group(kind, "team"), ERROR_SUCCESS);
        assert_int_equal(set_group(kind, "TEAM", &values, GROUP_FIELD_NAME | GROUP_FIELD_COMMENT),
                         ERROR_SUCCESS);
        assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
        assert_int_equal(call.source->find_group(&call, kind, text_of("band"), &group),
                         ERROR_SUCCESS);
        assert_true(utf16_equal_ascii(group.comment, "they play"));
        assert_int_equal(group.attributes, 7);
        assert_int_equal(group.relative_id, 1001 + kind);
        account_call_end(&call);
        assert_int_equal(store_remove_group(kind, "band"), ERROR_SUCCESS);
    }
    assert_int_equal(store_remove_group(GLOBAL_GROUP, "band"), NERR_GroupNotFound);
    assert_int_equal(store_remove_group(LOCAL_GROUP, "band"), ERROR_NO_SUCH_ALIAS);
}

static void groups_that_are_always_there_stay(void **state)
{
    const struct group renamed = { .name = U("other") };
    const struct group commented = { .comment = U("changed") };
    struct account_call call;
    struct group group;

    (void)state;
    assert_int_equal(store_remove_group(GLOBAL_GROUP, "none"), NERR_SpeGroupOp);
    assert_int_equal(store_remove_group(LOCAL_GROUP, "users"), ERROR_SPECIAL_ACCOUNT);
    assert_int_equal(set_group(GLOBAL_GROUP, "None", &renamed, GROUP_FIELD_NAME), NERR_SpeGroupOp);
    assert_int_equal(set_group(LOCAL_GROUP, "Users", &renamed, GROUP_FIELD_NAME),
                     ERROR_SPECIAL_ACCOUNT);
    assert_int_equal(set_group(LOCAL_GROUP, "Users", &commented, GROUP_FIELD_COMMENT),
                     ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->find_group(&call, LOCAL_GROUP, text_of("users"), &group),
                     ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(group.comment, "changed"));
    account_call_end(&call);
}

static void lists_of_groups_have_an_order(void **state)
{
    struct account_call call;
    struct info_rows rows;
    const struct group *groups = NULL;

    (void)state;
    assert_int_equal(store_add_group(LOCAL_GROUP, "zebras"), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "Bands"), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "all"), ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups(&call, LOCAL_GROUP, &rows), ERROR_SUCCESS);
    groups = rows.rows;
    assert_int_equal(rows.count, 6);
    assert_true(utf16_equal_ascii(groups[0].name, "Administrators"));
    assert_true(utf16_equal_ascii(groups[1].name, "Bands"));
    assert_true(utf16_equal_ascii(groups[5].name, "zebras"));
    assert_int_equal(call.source->list_groups(&call, GLOBAL_GROUP, &rows), ERROR_SUCCESS);
    groups = rows.rows;
    assert_int_equal(rows.count, 2);
    assert_int_equal(groups[0].relative_id, 513);
    account_call_end(&call);
}

/* ---- Members --------------------------------------------------------------------------------- */

static void a_global_group_has_users(void **state)
{
    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_user("bob", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     NERR_UserInGroup);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_REMOVE, "bob", NULL),
                     NERR_UserNotInGroup);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "bob", "nobody", NULL),
                     NERR_UserNotFound);
    assert_int_equal(store_count_members(GLOBAL_GROUP, "team"), 1);
    assert_int_equal(store_count_groups_of(GLOBAL_GROUP, "ann", false), 2);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_REPLACE, "bob", NULL),
                     ERROR_SUCCESS);
    assert_true(store_is_member(GLOBAL_GROUP, "team", "bob"));
    assert_false(store_is_member(GLOBAL_GROUP, "team", "ann"));
    assert_int_equal(store_remove_user("bob"), ERROR_SUCCESS);
    assert_int_equal(store_count_members(GLOBAL_GROUP, "team"), 0);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "crew", MEMBERS_ADD, "ann", NULL),
                     NERR_GroupNotFound);
}

static void a_primary_group_is_not_left(void **state)
{
    const struct user values = { .primary_group = 1002 };
    const struct user unknown = { .primary_group = 7 };
    struct user user;

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "None", MEMBERS_REMOVE, "ann", NULL),
                     NERR_SpeGroupOp);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "None", MEMBERS_REPLACE, NULL),
                     NERR_SpeGroupOp);
    assert_int_equal(store_set_user("ann", &values, USER_FIELD_PRIMARY_GROUP), NERR_UserNotInGroup);
    assert_int_equal(store_set_user("ann", &unknown, USER_FIELD_PRIMARY_GROUP), NERR_GroupNotFound);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &values, USER_FIELD_PRIMARY_GROUP), ERROR_SUCCESS);
    assert_int_equal(store_find_user("ann", &user), ERROR_SUCCESS);
    assert_int_equal(user.primary_group, 1002);
    assert_true(store_is_member(GLOBAL_GROUP, "None", "ann"));
    assert_true(store_is_member(GLOBAL_GROUP, "team", "ann"));
    assert_int_equal(store_remove_group(GLOBAL_GROUP, "team"), ERROR_MEMBERS_PRIMARY_GROUP);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "None", MEMBERS_REMOVE, "ann", NULL),
                     ERROR_SUCCESS);
    assert_false(store_is_member(GLOBAL_GROUP, "None", "ann"));
}

static void a_local_group_has_accounts_of_anywhere(void **state)
{
    struct utf16_name computer;
    char own[64];
    char full[80];

    (void)state;
    platform_computer_name(&computer);
    assert_true(utf16_to_utf8(utf16_from_name(&computer), own, sizeof(own)));
    snprintf(full, sizeof(full), "%s\\ann", own);
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "team", MEMBERS_ADD, full, "Everyone", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_MEMBER_IN_ALIAS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "team", MEMBERS_ADD, "nobody", NULL),
                     ERROR_NO_SUCH_MEMBER);
    assert_int_equal(store_change_members(LOCAL_GROUP, "team", MEMBERS_ADD, "BUILTIN\\Users", NULL),
                     ERROR_INVALID_MEMBER);
    assert_int_equal(store_change_members(LOCAL_GROUP, "team", MEMBERS_ADD, "team", NULL),
                     ERROR_INVALID_MEMBER);
    assert_int_equal(
        store_change_members(LOCAL_GROUP, "team", MEMBERS_REMOVE, "ann", "Guest", NULL),
        ERROR_MEMBER_NOT_IN_ALIAS);
    assert_int_equal(store_count_members(LOCAL_GROUP, "team"), 2);
    assert_int_equal(
        store_change_members(LOCAL_GROUP, "team", MEMBERS_REPLACE, "Guest", "Everyone", NULL),
        ERROR_SUCCESS);
    assert_false(store_is_member(LOCAL_GROUP, "team", "ann"));
    assert_true(store_is_member(LOCAL_GROUP, "team", "Guest"));
    assert_int_equal(store_count_members(LOCAL_GROUP, "team"), 2);
    assert_int_equal(store_count_groups_of(LOCAL_GROUP, "Everyone", false), 1);
    assert_int_equal(store_count_groups_of(LOCAL_GROUP, "nobody", false), -1);
}

static uint32_t add_sid(const char *group, const void *sid, size_t size)
{
    const struct member member = { .sid = { sid, size } };
    struct account_call call;
    uint32_t status = account_call_begin(&call, text_of(NULL), ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->change_members(&call, LOCAL_GROUP, text_of(group), MEMBERS_ADD,
                                             &member, 1);
    }
    account_call_end(&call);
    return status;
}

static void a_sid_that_nobody_knows_is_its_text(void **state)
{
    static const uint8_t unknown[] = { 1, 2, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 9, 0, 0, 0 };
    static const uint8_t gone[] = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0,
                                    0, 0, 2, 0, 0, 0, 3, 0, 0,  0, 9, 9, 0, 0 };
    static const uint8_t bad[] = { 2, 2, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 9, 0, 0, 0 };

    (void)state;
    assert_int_equal(store_add_group(LOCAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(add_sid("team", unknown, sizeof(unknown)), ERROR_SUCCESS);
    assert_int_equal(add_sid("team", bad, sizeof(bad)), ERROR_INVALID_MEMBER);
    assert_int_equal(add_sid("team", gone, sizeof(gone)), ERROR_NO_SUCH_MEMBER);
    assert_true(store_is_member(LOCAL_GROUP, "team", "S-1-5-21-9"));
}

static void members_that_the_system_says_are_removed_and_added_again(void **state)
{
    (void)state;
    assert_int_equal(store_count_members(LOCAL_GROUP, "Guests"), 1);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Guests", MEMBERS_REMOVE, "Guest", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_count_members(LOCAL_GROUP, "Guests"), 0);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Guests", MEMBERS_REMOVE, "Guest", NULL),
                     ERROR_MEMBER_NOT_IN_ALIAS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Guests", MEMBERS_ADD, "Guest", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_count_members(LOCAL_GROUP, "Guests"), 1);
}

static void a_global_group_in_a_local_one_brings_its_users(void **state)
{
    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "local"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "local", MEMBERS_ADD, "team", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(store_count_groups_of(LOCAL_GROUP, "ann", false), 0);
    assert_int_equal(store_count_groups_of(LOCAL_GROUP, "ann", true), 1);
}

static uint32_t set_groups_of(const char *user, const char *first, const char *second)
{
    const struct group groups[] = { { .name = text_of(first) }, { .name = text_of(second) } };
    struct account_call call;
    uint32_t status = account_call_begin(&call, text_of(NULL), ACCOUNTS_CHANGE);

    if (!status)
    {
        status = call.source->set_groups_of(&call, text_of(user), groups, second ? 2 : 1);
    }
    account_call_end(&call);
    return status;
}

static void the_groups_of_a_user_are_set_at_once(void **state)
{
    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(set_groups_of("ann", "team", NULL), NERR_SpeGroupOp);
    assert_int_equal(set_groups_of("ann", "None", "crew"), NERR_GroupNotFound);
    assert_int_equal(set_groups_of("bob", "None", NULL), NERR_UserNotFound);
    assert_int_equal(set_groups_of("ann", "None", "team"), ERROR_SUCCESS);
    assert_true(store_is_member(GLOBAL_GROUP, "team", "ann"));
    assert_int_equal(set_groups_of("ann", "None", NULL), ERROR_SUCCESS);
    assert_false(store_is_member(GLOBAL_GROUP, "team", "ann"));
}

/* ---- Lists for display ----------------------------------------------------------------------- */

static void lists_for_display_are_by_name_and_in_parts(void **state)
{
    struct account_call call;
    struct display_part part;
    const struct display_entry *entries = NULL;
    uint32_t index = 9;

    (void)state;
    assert_int_equal(store_add_user("aaa", NULL), ERROR_SUCCESS);
    assert_int_equal(store_add_user("ZZZ", NULL), ERROR_SUCCESS);
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->list_display(&call, DISPLAY_USERS, 0, 2, UINT32_MAX, &part),
                     ERROR_SUCCESS);
    entries = part.entries.rows;
    assert_int_equal(part.entries.count, 2);
    assert_true(part.has_more);
    assert_true(utf16_equal_ascii(entries[0].name, "aaa"));
    assert_int_equal(entries[1].next_index, 2);
    assert_int_equal(call.source->list_display(&call, DISPLAY_USERS, 4, 100, UINT32_MAX, &part),
                     ERROR_SUCCESS);
    entries = part.entries.rows;
    assert_int_equal(part.entries.count, 1);
    assert_false(part.has_more);
    assert_true(utf16_equal_ascii(entries[0].name, "zzz"));
    assert_int_equal(call.source->list_display(&call, DISPLAY_USERS, 0, 100, 1, &part),
                     ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 1);
    assert_int_equal(call.source->list_display(&call, DISPLAY_USERS, 5, 100, 1, &part),
                     ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 0);
    assert_int_equal(call.source->list_display(&call, DISPLAY_MACHINES, 0, 100, 1, &part),
                     ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 0);
    assert_int_equal(call.source->find_display_index(&call, DISPLAY_USERS, text_of("zZ"), &index),
                     ERROR_SUCCESS);
    assert_int_equal(index, 4);
    assert_int_equal(call.source->find_display_index(&call, DISPLAY_USERS, text_of("zzzz"), &index),
                     ERROR_NO_MORE_ITEMS);
    account_call_end(&call);
}

static void a_part_has_a_hundred_entries_at_most(void **state)
{
    struct account_call call;
    struct display_part part;
    char name[16];

    (void)state;
    for (unsigned int i = 0; i < 100; i++)
    {
        snprintf(name, sizeof(name), "g%u", i);
        assert_int_equal(store_add_group(GLOBAL_GROUP, name), ERROR_SUCCESS);
    }
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->list_display(&call, DISPLAY_GROUPS, 0, 1000, UINT32_MAX, &part),
                     ERROR_SUCCESS);
    assert_int_equal(part.entries.count, 100);
    assert_true(part.has_more);
    account_call_end(&call);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, accounts_set_up, accounts_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(groups_are_added_changed_and_removed),
        TEST(groups_that_are_always_there_stay),
        TEST(lists_of_groups_have_an_order),
        TEST(a_global_group_has_users),
        TEST(a_primary_group_is_not_left),
        TEST(a_local_group_has_accounts_of_anywhere),
        TEST(a_sid_that_nobody_knows_is_its_text),
        TEST(members_that_the_system_says_are_removed_and_added_again),
        TEST(a_global_group_in_a_local_one_brings_its_users),
        TEST(the_groups_of_a_user_are_set_at_once),
        TEST(lists_for_display_are_by_name_and_in_parts),
        TEST(a_part_has_a_hundred_entries_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
