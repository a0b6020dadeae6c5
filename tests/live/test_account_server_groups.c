/*
 * Groups of a server and who is in them, beside what Samba's own tools say of the same.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sid.h"
#include "base/sid_use.h"
#include "families/accounts/account_source.h"
#include "platform/posix.h"
#include "support/live.h"

#define OUTPUT_SIZE   (1 << 18)
#define TEXT_SIZE     1024
#define GROUPS_OF_ONE 300
#define CROWD         2000
/* Nobody's in any domain: winbindd takes those of its own domain for any. */
#define CROWD_RID 500000

static struct account_call call;
static char output[OUTPUT_SIZE];

static int start(void **state)
{
    static const char *const arguments[] = { "--winbind", NULL };

    (void)state;
    if (start_server_with(arguments))
    {
        return -1;
    }
    return 0;
}

static void begin_as(const char *user)
{
    const struct utf16_name server = utf16_name_from_ascii(SERVER);

    bed_configure(bed, SERVER, user);
    /* The server runs a script for each group, and for each of their members: a minute of a busy machine's
     * time, or six. */
    posix_config_set(NULL, "CallTimeout", "1800000");
    assert_int_equal(account_call_begin(&call, utf16_from_name(&server), ACCOUNTS_CHANGE),
                     ERROR_SUCCESS);
}

static int begin(void **state)
{
    (void)state;
    begin_as("admin");
    return 0;
}

static int end(void **state)
{
    (void)state;
    account_call_end(&call);
    return 0;
}

/* ---- Text ------------------------------------------------------------------------------------ */

/* Stays as long as the call. */
static struct utf16_slice text(const char *ascii)
{
    const struct utf16_name name = utf16_name_from_ascii(ascii);
    struct utf16_slice kept = utf16_from_name(&name);

    assert_true(account_call_keep_text(&call, &kept));
    return kept;
}

static const char *shown(struct utf16_slice slice)
{
    static char texts[4][TEXT_SIZE];
    static unsigned int next;
    char *shown_text = texts[next++ % COUNT(texts)];

    assert_true(utf16_to_utf8(slice, shown_text, TEXT_SIZE));
    return shown_text;
}

static const char *shown_sid(struct info_bytes sid)
{
    struct utf16_name name;

    sid_to_text((struct bytes){ sid.data, sid.size }, &name);
    return shown(utf16_from_name(&name));
}

/* What rpcclient says, in `output`. */
static void ask_rpcclient(const char *command)
{
    assert_int_equal(bed_rpcclient(bed, "admin", command, output, sizeof(output)), 0);
}

static size_t count_lines(const char *beginning)
{
    size_t count = 0;

    for (const char *line = output; line; line = strchr(line, '\n'))
    {
        line += *line == '\n';
        line += strspn(line, "\t ");
        count += !strncmp(line, beginning, strlen(beginning));
    }
    return count;
}

static void assert_said(const char *what)
{
    if (!strstr(output, what))
    {
        fail_msg("Nothing of \"%s\" in: %s", what, output);
    }
}

/* ---- Doing ----------------------------------------------------------------------------------- */

static uint32_t add(enum group_kind kind, const char *name, const char *comment)
{
    const struct group group = { .name = text(name), .comment = text(comment) };
    uint32_t parameter = 0;

    return call.source->add_group(&call, kind, &group, GROUP_FIELD_NAME | GROUP_FIELD_COMMENT,
                                  &parameter);
}

static uint32_t set(enum group_kind kind, const char *name, const char *new_name,
                    const char *comment)
{
    const struct group group = { .name = text(new_name), .comment = text(comment) };
    uint32_t parameter = 0;

    return call.source->set_group(&call, kind, text(name), &group,
                                  GROUP_FIELD_NAME | GROUP_FIELD_COMMENT, &parameter);
}

static void remove_group(enum group_kind kind, const char *name)
{
    assert_int_equal(call.source->remove_group(&call, kind, text(name)), ERROR_SUCCESS);
}

static uint32_t find(enum group_kind kind, const char *name, struct group *group)
{
    return call.source->find_group(&call, kind, text(name), group);
}

static uint32_t change(enum group_kind kind, const char *name, enum member_change how,
                       const char *first, const char *second)
{
    struct member members[2] = { { .name = { NULL, 0 } } };
    const size_t count = (first != NULL) + (size_t)(second != NULL);

    for (size_t i = 0; i < count; i++)
    {
        const struct utf16_slice given = text(i ? second : first);

        *(kind == GLOBAL_GROUP ? &members[i].name : &members[i].domain_name) = given;
    }
    return call.source->change_members(&call, kind, text(name), how, members, count);
}

static struct info_rows members_of(enum group_kind kind, const char *name)
{
    struct info_rows rows;

    assert_int_equal(call.source->list_members(&call, kind, text(name), true, &rows),
                     ERROR_SUCCESS);
    return rows;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static void global_groups_are_those_that_rpcclient_shows(void **state)
{
    struct info_rows rows;
    char line[3 * TEXT_SIZE];

    (void)state;
    assert_int_equal(add(GLOBAL_GROUP, "engineers", "People who build"), ERROR_SUCCESS);
    assert_int_equal(add(GLOBAL_GROUP, "writers", ""), ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups(&call, GLOBAL_GROUP, &rows), ERROR_SUCCESS);
    ask_rpcclient("enumdomgroups");
    assert_int_equal(rows.count, count_lines("group:["));
    for (size_t i = 0; i < rows.count; i++)
    {
        const struct group *listed = (const struct group *)rows.rows + i;
        struct group found;

        ask_rpcclient("enumdomgroups");
        snprintf(line, sizeof(line), "group:[%s] rid:[0x%x]", shown(listed->name),
                 listed->relative_id);
        assert_said(line);
        assert_int_equal(find(GLOBAL_GROUP, shown(listed->name), &found), ERROR_SUCCESS);
        assert_int_equal(found.relative_id, listed->relative_id);
        assert_int_equal(found.attributes, listed->attributes);
        assert_string_equal(shown(found.comment), shown(listed->comment));
        assert_string_equal(shown_sid(found.sid), shown_sid(listed->sid));
        snprintf(line, sizeof(line), "querygroup 0x%x", listed->relative_id);
        ask_rpcclient(line);
        snprintf(line, sizeof(line), "Description:\t%s\n", shown(listed->comment));
        assert_said(line);
        snprintf(line, sizeof(line), "Group Attribute:%u\n", listed->attributes);
        assert_said(line);
    }
    remove_group(GLOBAL_GROUP, "engineers");
    remove_group(GLOBAL_GROUP, "writers");
}

static void local_groups_are_those_that_rpcclient_shows(void **state)
{
    struct info_rows rows;
    const struct group *listed = NULL;
    char line[TEXT_SIZE];

    (void)state;
    assert_int_equal(add(LOCAL_GROUP, "locals", "Local ones"), ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups(&call, LOCAL_GROUP, &rows), ERROR_SUCCESS);
    assert_int_equal(call.source->describe_groups(&call, LOCAL_GROUP, rows.rows, rows.count),
                     ERROR_SUCCESS);
    ask_rpcclient("enumalsgroups builtin; enumalsgroups domain");
    assert_int_equal(rows.count, count_lines("group:["));
    listed = rows.rows;
    for (size_t i = 0; i < rows.count; i++)
    {
        const bool is_ours = !strcmp(shown(listed[i].name), "locals");

        assert_true(!i || utf16_compare(listed[i - 1].name, listed[i].name) < 0);
        assert_string_equal(shown(listed[i].comment), is_ours ? "Local ones" : "");
        snprintf(line, sizeof(line), "group:[%s] rid:[0x%x]", shown(listed[i].name),
                 listed[i].relative_id);
        assert_said(line);
    }
    assert_int_equal(
        bed_run(bed, "net groupmap list ntgroup=locals verbose", output, sizeof(output)), 0);
    assert_said("Local Group\n");
    assert_said("Local ones\n");
    remove_group(LOCAL_GROUP, "locals");
}

static void a_name_belongs_to_one(void **state)
{
    (void)state;
    assert_int_equal(add(GLOBAL_GROUP, "engineers", ""), ERROR_SUCCESS);
    assert_int_equal(add(GLOBAL_GROUP, "writers", ""), ERROR_SUCCESS);
    assert_int_equal(add(GLOBAL_GROUP, "Engineers", ""), NERR_GroupExists);
    assert_int_equal(add(LOCAL_GROUP, "engineers", ""), NERR_GroupExists);
    assert_int_equal(add(GLOBAL_GROUP, "alice", ""), NERR_UserExists);
    assert_int_equal(add(LOCAL_GROUP, "Users", ""), ERROR_ALIAS_EXISTS);
    assert_int_equal(set(GLOBAL_GROUP, "engineers", "writers", "x"), NERR_GroupExists);
    assert_int_equal(set(GLOBAL_GROUP, "engineers", "bob", "x"), NERR_UserExists);
    remove_group(GLOBAL_GROUP, "engineers");
    remove_group(GLOBAL_GROUP, "writers");
}

static void groups_change(void **state)
{
    struct group group;

    (void)state;
    for (enum group_kind kind = GLOBAL_GROUP; kind < GROUP_KINDS; kind++)
    {
        const uint32_t not_found = kind == GLOBAL_GROUP ? NERR_GroupNotFound : ERROR_NO_SUCH_ALIAS;

        assert_int_equal(add(kind, "before", "old"), ERROR_SUCCESS);
        assert_int_equal(set(kind, "BEFORE", "before", "new"), ERROR_SUCCESS);
        assert_int_equal(find(kind, "before", &group), ERROR_SUCCESS);
        assert_string_equal(shown(group.comment), "new");
        assert_int_equal(set(kind, "before", "after", ""), ERROR_SUCCESS);
        assert_int_equal(find(kind, "before", &group), not_found);
        assert_int_equal(find(kind, "after", &group), ERROR_SUCCESS);
        assert_string_equal(shown(group.comment), "");
        remove_group(kind, "after");
        assert_int_equal(find(kind, "after", &group), not_found);
        assert_int_equal(call.source->remove_group(&call, kind, text("after")), not_found);
    }
    assert_int_equal(find(GLOBAL_GROUP, "Users", &group), NERR_GroupNotFound);
    assert_int_equal(find(LOCAL_GROUP, "Domain Admins", &group), ERROR_NO_SUCH_ALIAS);
    assert_int_equal(call.source->remove_group(&call, LOCAL_GROUP, text("Users")),
                     ERROR_SPECIAL_ACCOUNT);
}

static void who_may_not_change_groups_can_list_them(void **state)
{
    struct info_rows rows;

    (void)state;
    account_call_end(&call);
    begin_as("alice");
    assert_int_equal(call.source->list_groups(&call, GLOBAL_GROUP, &rows), ERROR_SUCCESS);
    assert_true(rows.count);
    assert_int_equal(call.source->list_groups(&call, LOCAL_GROUP, &rows), ERROR_SUCCESS);
    assert_int_equal(add(GLOBAL_GROUP, "mine", ""), ERROR_ACCESS_DENIED);
    assert_int_equal(add(LOCAL_GROUP, "mine", ""), ERROR_ACCESS_DENIED);
    assert_int_equal(change(LOCAL_GROUP, "Users", MEMBERS_ADD, "alice", NULL), ERROR_ACCESS_DENIED);
}

/* ---- Members --------------------------------------------------------------------------------- */

static void assert_global_members(uint32_t rid, size_t count, const char *first)
{
    const struct info_rows rows = members_of(GLOBAL_GROUP, "engineers");
    const struct member *members = rows.rows;
    char line[TEXT_SIZE];

    assert_int_equal(rows.count, count);
    snprintf(line, sizeof(line), "querygroupmem 0x%x", rid);
    ask_rpcclient(line);
    assert_int_equal(count_lines("rid:["), count);
    for (size_t i = 0; i < count; i++)
    {
        snprintf(line, sizeof(line), "rid:[0x%x] attr:[0x%x]", members[i].relative_id,
                 members[i].attributes);
        assert_said(line);
        assert_true(!i || members[i - 1].relative_id < members[i].relative_id);
    }
    assert_true(!count || !strcmp(shown(members[0].name), first));
}

static void members_of_global_groups_change(void **state)
{
    struct group group;

    (void)state;
    assert_int_equal(add(GLOBAL_GROUP, "engineers", ""), ERROR_SUCCESS);
    assert_int_equal(find(GLOBAL_GROUP, "engineers", &group), ERROR_SUCCESS);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_ADD, "alice", "bob"), ERROR_SUCCESS);
    assert_global_members(group.relative_id, 2, "alice");
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_ADD, "ALICE", NULL),
                     NERR_UserInGroup);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_ADD, "nobody at all", NULL),
                     NERR_UserNotFound);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_REMOVE, "alice", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_REMOVE, "alice", NULL),
                     NERR_UserNotInGroup);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_REPLACE, "alice", "nobody at all"),
                     NERR_UserNotFound);
    assert_global_members(group.relative_id, 1, "bob");
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_REPLACE, "alice", "admin"),
                     ERROR_SUCCESS);
    assert_global_members(group.relative_id, 2, "admin");
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_REPLACE, NULL, NULL), ERROR_SUCCESS);
    assert_global_members(group.relative_id, 0, NULL);
    remove_group(GLOBAL_GROUP, "engineers");
}

static void assert_local_members(uint32_t rid, size_t count)
{
    const struct info_rows rows = members_of(LOCAL_GROUP, "locals");
    const struct member *members = rows.rows;
    char line[TEXT_SIZE];

    assert_int_equal(rows.count, count);
    snprintf(line, sizeof(line), "queryaliasmem domain 0x%x", rid);
    ask_rpcclient(line);
    assert_int_equal(count_lines("sid:["), count);
    for (size_t i = 0; i < count; i++)
    {
        snprintf(line, sizeof(line), "sid:[%s]", shown_sid(members[i].sid));
        assert_said(line);
    }
}

static void members_of_local_groups_change(void **state)
{
    struct group group;
    struct info_rows rows;
    const struct member *members = NULL;

    (void)state;
    assert_int_equal(add(LOCAL_GROUP, "locals", ""), ERROR_SUCCESS);
    assert_int_equal(find(LOCAL_GROUP, "locals", &group), ERROR_SUCCESS);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "alice", "BEDSERVER\\bob"),
                     ERROR_SUCCESS);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "BEDSERVER\\alice", NULL),
                     ERROR_MEMBER_IN_ALIAS);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "Everyone", "alice"),
                     ERROR_MEMBER_IN_ALIAS);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "nobody at all", NULL),
                     ERROR_NO_SUCH_MEMBER);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "BEDSERVER", NULL),
                     ERROR_INVALID_MEMBER);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_REMOVE, "admin", NULL),
                     ERROR_MEMBER_NOT_IN_ALIAS);
    assert_local_members(group.relative_id, 2);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_REPLACE, "Everyone", "alice"),
                     ERROR_SUCCESS);
    assert_local_members(group.relative_id, 2);
    rows = members_of(LOCAL_GROUP, "locals");
    members = rows.rows;
    assert_string_equal(shown(members[0].domain_name), "Everyone");
    assert_int_equal(members[0].use, SID_USE_WELL_KNOWN_GROUP);
    assert_string_equal(shown(members[1].name), "alice");
    assert_string_equal(shown(members[1].domain_name), "BEDSERVER\\alice");
    assert_int_equal(members[1].use, SID_USE_USER);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_REMOVE, "Everyone", "alice"),
                     ERROR_SUCCESS);
    assert_local_members(group.relative_id, 0);
    remove_group(LOCAL_GROUP, "locals");
}

/* SIDs of a domain that nobody knows. */
static void a_local_group_can_have_a_crowd(void **state)
{
    static const uint8_t elsewhere[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                         7, 0, 0, 0, 8, 0, 0, 0, 9,  0, 0, 0 };
    static struct sid sids[CROWD];
    static struct member members[CROWD];
    struct info_rows rows;
    struct group group;

    (void)state;
    for (uint32_t i = 0; i < CROWD; i++)
    {
        const struct bytes sid =
            sid_join((struct bytes){ elsewhere, sizeof(elsewhere) }, CROWD_RID + i, &sids[i]);

        members[i].sid = (struct info_bytes){ sid.data, sid.size };
    }
    assert_int_equal(add(LOCAL_GROUP, "locals", ""), ERROR_SUCCESS);
    assert_int_equal(find(LOCAL_GROUP, "locals", &group), ERROR_SUCCESS);
    assert_int_equal(call.source->change_members(&call, LOCAL_GROUP, text("locals"), MEMBERS_ADD,
                                                 members, CROWD),
                     ERROR_SUCCESS);
    assert_local_members(group.relative_id, CROWD);
    rows = members_of(LOCAL_GROUP, "locals");
    for (uint32_t i = 0; i < CROWD; i++)
    {
        const struct member *listed = (const struct member *)rows.rows + i;
        char expected[TEXT_SIZE];

        snprintf(expected, sizeof(expected), "S-1-5-21-7-8-9-%u", CROWD_RID + i);
        assert_string_equal(shown(listed->domain_name), expected);
        assert_int_equal(listed->use, SID_USE_UNKNOWN);
    }
    remove_group(LOCAL_GROUP, "locals");
}

/* ---- The groups of a user -------------------------------------------------------------------- */

static void a_user_can_have_many_groups(void **state)
{
    static struct group groups[GROUPS_OF_ONE];
    struct info_rows rows;

    (void)state;
    for (unsigned int i = 0; i < GROUPS_OF_ONE; i++)
    {
        char name[16];

        snprintf(name, sizeof(name), "team%03u", i);
        assert_int_equal(add(GLOBAL_GROUP, name, ""), ERROR_SUCCESS);
        groups[i] = (struct group){ .name = text(name) };
    }
    assert_int_equal(call.source->set_groups_of(&call, text("alice"), groups, GROUPS_OF_ONE),
                     ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups_of(&call, GLOBAL_GROUP, text("alice"), false, &rows),
                     ERROR_SUCCESS);
    assert_int_equal(rows.count, GROUPS_OF_ONE + 1); /* and the primary one */
    ask_rpcclient("queryusergroups 1001");
    assert_int_equal(count_lines("group rid:["), GROUPS_OF_ONE + 1);
    assert_int_equal(call.source->set_groups_of(&call, text("alice"), groups + 7, 1),
                     ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups_of(&call, GLOBAL_GROUP, text("alice"), false, &rows),
                     ERROR_SUCCESS);
    assert_int_equal(rows.count, 2);
    assert_string_equal(shown(((const struct group *)rows.rows)[1].name), "team007");
    assert_int_equal(((const struct group *)rows.rows)[1].attributes, 7);
}

static void local_groups_of_a_user_can_be_had_by_a_global_one(void **state)
{
    struct info_rows rows;

    (void)state;
    assert_int_equal(add(LOCAL_GROUP, "locals", ""), ERROR_SUCCESS);
    assert_int_equal(add(LOCAL_GROUP, "others", ""), ERROR_SUCCESS);
    assert_int_equal(add(GLOBAL_GROUP, "engineers", ""), ERROR_SUCCESS);
    assert_int_equal(change(LOCAL_GROUP, "locals", MEMBERS_ADD, "bob", NULL), ERROR_SUCCESS);
    assert_int_equal(change(GLOBAL_GROUP, "engineers", MEMBERS_ADD, "bob", NULL), ERROR_SUCCESS);
    assert_int_equal(change(LOCAL_GROUP, "others", MEMBERS_ADD, "engineers", NULL), ERROR_SUCCESS);
    assert_int_equal(call.source->list_groups_of(&call, LOCAL_GROUP, text("bob"), false, &rows),
                     ERROR_SUCCESS);
    assert_int_equal(rows.count, 1);
    assert_string_equal(shown(((const struct group *)rows.rows)[0].name), "locals");
    assert_int_equal(
        call.source->list_groups_of(&call, LOCAL_GROUP, text("BEDSERVER\\bob"), true, &rows),
        ERROR_SUCCESS);
    assert_int_equal(rows.count, 2);
    assert_int_equal(
        call.source->list_groups_of(&call, LOCAL_GROUP, text("nobody at all"), true, &rows),
        NERR_UserNotFound);
    assert_int_equal(
        call.source->list_groups_of(&call, GLOBAL_GROUP, text("nobody at all"), false, &rows),
        NERR_UserNotFound);
    remove_group(LOCAL_GROUP, "locals");
    remove_group(LOCAL_GROUP, "others");
    remove_group(GLOBAL_GROUP, "engineers");
}

/* ---- Lists for display ----------------------------------------------------------------------- */

/* Part by part, as a program does: sorted, each once. */
static size_t display_all(enum display_level level, uint32_t count, char *names, size_t size)
{
    struct display_part part = { .has_more = true };
    uint32_t index = 0;
    size_t seen = 0;

    names[0] = '\0';
    while (part.has_more)
    {
        const struct display_entry *entries = NULL;

        assert_int_equal(call.source->list_display(&call, level, index, count, UINT32_MAX, &part),
                         ERROR_SUCCESS);
        assert_true(part.entries.count <= count);
        assert_true(part.entries.count || !part.has_more);
        entries = part.entries.rows;
        for (size_t i = 0; i < part.entries.count; i++)
        {
            index = entries[i].next_index;
            strncat(names, shown(entries[i].name), size - strlen(names) - 2);
            strcat(names, " ");
            seen++;
        }
    }
    return seen;
}

static void accounts_are_displayed_in_order(void **state)
{
    char names[TEXT_SIZE * 8];
    uint32_t index = 7;

    (void)state;
    assert_int_equal(display_all(DISPLAY_USERS, 2, names, sizeof(names)), 3);
    assert_string_equal(names, "admin alice bob ");
    ask_rpcclient("querydispinfo 1");
    assert_int_equal(count_lines("index:"), 3);
    assert_int_equal(display_all(DISPLAY_MACHINES, 2, names, sizeof(names)), 0);
    ask_rpcclient("enumdomgroups");
    assert_int_equal(display_all(DISPLAY_GROUPS, 7, names, sizeof(names)), count_lines("group:["));
    assert_int_equal(call.source->find_display_index(&call, DISPLAY_USERS, text("AL"), &index),
                     ERROR_SUCCESS);
    assert_int_equal(index, 1);
    assert_int_equal(call.source->find_display_index(&call, DISPLAY_USERS, text("zz"), &index),
                     ERROR_NO_MORE_ITEMS);
    assert_int_equal(index, 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(global_groups_are_those_that_rpcclient_shows),
        T(local_groups_are_those_that_rpcclient_shows),
        T(a_name_belongs_to_one),
        T(groups_change),
        T(who_may_not_change_groups_can_list_them),
        T(members_of_global_groups_change),
        T(members_of_local_groups_change),
        T(a_local_group_can_have_a_crowd),
        T(local_groups_of_a_user_can_be_had_by_a_global_one),
        T(accounts_are_displayed_in_order),
        T(a_user_can_have_many_groups),
        T(accounts_are_displayed_in_order),
    };
#undef T

    return cmocka_run_group_tests(tests, start, stop_server);
}
