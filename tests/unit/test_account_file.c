/*
 * How the accounts of this computer are kept: nothing is lost, whoever writes, whoever is killed, and
 * whatever becomes of the bytes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/accounts.h"
#include "support/hosts.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define BUILT_IN_USERS 3
#define PROCESSES      4
#define ADDS           50
#define KILLS          20

static void release(struct bytes bytes)
{
    free((void *)(uintptr_t)bytes.data);
}

/* Some of everything that can be kept. */
static void fill(void)
{
    static const uint8_t hours[21] = { 7 };
    const struct user values = { .full_name = U("Ann Other"),
                                 .comment = U(""),
                                 .logon_hours = { hours, sizeof(hours) },
                                 .password_expired = 1 };
    const struct account_rules rules = { .password_history = 3, .lockout_threshold = 5 };

    assert_int_equal(
        store_set_rules(&rules, RULE_FIELD_PASSWORD_HISTORY | RULE_FIELD_LOCKOUT_THRESHOLD),
        ERROR_SUCCESS);
    assert_int_equal(store_add_user("ann", "first"), ERROR_SUCCESS);
    assert_int_equal(store_change_password("ann", "wrong", "second"), ERROR_INVALID_PASSWORD);
    assert_int_equal(store_change_password("ann", "first", "second"), ERROR_SUCCESS);
    assert_int_equal(store_set_user("ann", &values,
                                    USER_FIELD_FULL_NAME | USER_FIELD_COMMENT |
                                        USER_FIELD_LOGON_HOURS | USER_FIELD_PASSWORD_EXPIRED),
                     ERROR_SUCCESS);
    assert_int_equal(store_set_user("Guest", &values, USER_FIELD_FULL_NAME), ERROR_SUCCESS);
    assert_int_equal(store_add_group(GLOBAL_GROUP, "team"), ERROR_SUCCESS);
    assert_int_equal(store_add_group(LOCAL_GROUP, "local"), ERROR_SUCCESS);
    assert_int_equal(store_change_members(GLOBAL_GROUP, "team", MEMBERS_ADD, "ann", NULL),
                     ERROR_SUCCESS);
    assert_int_equal(
        store_change_members(LOCAL_GROUP, "local", MEMBERS_ADD, "team", "Everyone", NULL),
        ERROR_SUCCESS);
    assert_int_equal(store_change_members(LOCAL_GROUP, "Guests", MEMBERS_REPLACE, "ann", NULL),
                     ERROR_SUCCESS);
}

/* ---- The bytes ------------------------------------------------------------------------------- */

static void what_was_read_is_written_as_it_was(void **state)
{
    struct arena arena = { 0 };
    struct account_store store = { .arena = &arena };
    struct writer writer = { 0 };
    struct bytes kept;

    (void)state;
    fill();
    kept = accounts_kept();
    assert_int_equal(account_store_decode(kept, &store), ERROR_SUCCESS);
    assert_int_equal(store.user_count, 2);
    assert_int_equal(account_store_encode(&store, &writer), ERROR_SUCCESS);
    assert_int_equal(writer.size, kept.size);
    assert_memory_equal(writer.data, kept.data, kept.size);
    writer_free(&writer);
    arena_free(&arena);
    release(kept);
}

static void what_is_always_there_is_not_kept(void **state)
{
    struct arena arena = { 0 };
    struct account_store store = { .arena = &arena };
    struct bytes kept;

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    kept = accounts_kept();
    assert_int_equal(account_store_decode(kept, &store), ERROR_SUCCESS);
    assert_int_equal(store.user_count, 1);
    assert_int_equal(store.groups[LOCAL_GROUP].count + store.groups[GLOBAL_GROUP].count, 0);
    arena_free(&arena);
    release(kept);
}

/* What a version of the system kept of a group that this one does not have is there for the next. */
static void what_the_system_does_not_have_is_kept_all_the_same(void **state)
{
    static const uint8_t replicator[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x28, 2, 0, 0 };
    struct arena arena = { 0 };
    struct account_store store = { .arena = &arena };
    struct writer writer = { 0 };
    struct stored_group *group = NULL;
    struct stored_user *user = NULL;
    struct bytes kept;

    (void)state;
    store.rules = account_store_first_rules();
    group = account_store_new_group(&store, LOCAL_GROUP);
    group->row = (struct group){ .name = U("Replicator"),
                                 .sid = { replicator, sizeof(replicator) },
                                 .attributes = GROUP_ATTRIBUTES };
    group->is_built_in = group->is_changed = true;
    user = account_store_new_user(&store);
    user->row = account_store_first_user();
    user->row.name = (struct utf16_slice)U("Helper");
    user->row.sid = group->row.sid;
    user->is_built_in = user->is_changed = true;
    assert_int_equal(account_store_encode(&store, &writer), ERROR_SUCCESS);
    accounts_keep((struct bytes){ writer.data, writer.size });
    writer_free(&writer);
    arena_free(&arena);

    assert_int_equal(store_count_members(LOCAL_GROUP, "Replicator"), -1);
    assert_false(store_user_exists("Helper"));
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    kept = accounts_kept();
    store = (struct account_store){ .arena = &arena };
    assert_int_equal(account_store_decode(kept, &store), ERROR_SUCCESS);
    assert_int_equal(store.groups[LOCAL_GROUP].count, 1);
    assert_int_equal(store.user_count, 2);
    arena_free(&arena);
    release(kept);
}

/* ---- Damage ---------------------------------------------------------------------------------- */

static void expect_damage(struct bytes encoded)
{
    struct bytes kept;

    accounts_keep(encoded);
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_int_equal(store_add_user("bob", NULL), ERROR_INTERNAL_DB_CORRUPTION);
    kept = accounts_kept();
    assert_int_equal(kept.size, encoded.size);
    assert_memory_equal(kept.data, encoded.data, kept.size);
    release(kept);
}

static void damage_at_any_byte_is_seen_and_nothing_is_thrown_away(void **state)
{
    struct bytes kept;
    uint8_t *copy = NULL;

    (void)state;
    fill();
    kept = accounts_kept();
    copy = malloc(kept.size);
    assert_non_null(copy);
    for (size_t i = 0; i < kept.size; i++)
    {
        memcpy(copy, kept.data, kept.size);
        copy[i] ^= 0x41;
        expect_damage((struct bytes){ copy, kept.size });
    }
    for (size_t size = 0; size < kept.size; size++)
    {
        expect_damage((struct bytes){ kept.data, size });
    }
    accounts_keep(kept);
    assert_int_equal(store_count_users(), BUILT_IN_USERS + 1);
    free(copy);
    release(kept);
}

/* Damage that whoever made it signed: never a crash, and what is read can be written. */
static void damage_with_a_right_digest_does_no_harm(void **state)
{
    static const uint8_t values[] = { 0x00, 0x01, 0x7F, 0xFF };
    struct bytes kept;
    uint8_t *copy = NULL;

    (void)state;
    fill();
    kept = accounts_kept();
    for (size_t i = ACCOUNT_STORE_HEADER_SIZE; i < kept.size * COUNT(values); i++)
    {
        struct arena arena = { 0 };
        struct account_store store = { .arena = &arena };
        struct writer writer = { 0 };
        const size_t at = i / COUNT(values);

        if (at < ACCOUNT_STORE_HEADER_SIZE)
        {
            continue;
        }
        /* Of its own size, so that a look beyond it is seen. */
        copy = malloc(kept.size);
        assert_non_null(copy);
        memcpy(copy, kept.data, kept.size);
        copy[at] = values[i % COUNT(values)];
        assert_int_equal(account_store_digest((struct bytes){ copy, kept.size },
                                              copy + ACCOUNT_STORE_DIGEST_OFFSET),
                         ERROR_SUCCESS);
        if (!account_store_decode((struct bytes){ copy, kept.size }, &store))
        {
            assert_int_equal(account_store_encode(&store, &writer), ERROR_SUCCESS);
            assert_int_equal(writer.size, kept.size);
            assert_memory_equal(writer.data, copy, kept.size);
        }
        writer_free(&writer);
        arena_free(&arena);
        free(copy);
    }
    release(kept);
}

/* How many lines a call puts in the log. */
static unsigned int count_log_lines(void)
{
    FILE *log = tmpfile();
    const int errors = dup(STDERR_FILENO);
    unsigned int lines = 0;

    assert_non_null(log);
    assert_int_not_equal(dup2(fileno(log), STDERR_FILENO), -1);
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_int_not_equal(dup2(errors, STDERR_FILENO), -1);
    close(errors);
    rewind(log);
    for (int letter = fgetc(log); letter != EOF; letter = fgetc(log))
    {
        lines += letter == '\n';
    }
    fclose(log);
    return lines;
}

static void damage_is_said_once(void **state)
{
    struct bytes kept;

    (void)state;
    assert_int_equal(store_add_group(LOCAL_GROUP, "local"), ERROR_SUCCESS);
    kept = accounts_kept();
    assert_int_equal(count_log_lines(), 0);
    accounts_keep((struct bytes){ kept.data, kept.size - 1 });
    assert_int_equal(count_log_lines(), 1);
    assert_int_equal(count_log_lines(), 0);
    accounts_keep(kept);
    assert_int_equal(count_log_lines(), 0);
    accounts_keep((struct bytes){ kept.data, 3 });
    assert_int_equal(count_log_lines(), 1);
    release(kept);
}

static void a_later_version_is_left_alone(void **state)
{
    struct bytes kept;
    uint8_t *copy = NULL;

    (void)state;
    assert_int_equal(store_add_user("ann", NULL), ERROR_SUCCESS);
    kept = accounts_kept();
    copy = (uint8_t *)(uintptr_t)kept.data;
    copy[8]++;
    assert_int_equal(account_store_digest(kept, copy + ACCOUNT_STORE_DIGEST_OFFSET), ERROR_SUCCESS);
    expect_damage(kept);
    release(kept);
}

/* ---- Many writers, and those who are killed -------------------------------------------------- */

static void add_users_of(unsigned int process, unsigned int count)
{
    char name[20];

    for (unsigned int i = 0; i < count; i++)
    {
        snprintf(name, sizeof(name), "u%u-%u", process, i);
        if (store_add_user(name, NULL))
        {
            _exit(1);
        }
    }
    _exit(0);
}

static void programs_that_add_at_the_same_time_lose_nothing(void **state)
{
    pid_t processes[PROCESSES];
    char name[20];
    int exit_status = 0;

    (void)state;
    for (unsigned int i = 0; i < PROCESSES; i++)
    {
        processes[i] = fork();
        if (!processes[i])
        {
            add_users_of(i, ADDS);
        }
    }
    for (unsigned int i = 0; i < PROCESSES; i++)
    {
        assert_int_equal(waitpid(processes[i], &exit_status, 0), processes[i]);
        assert_int_equal(exit_status, 0);
    }
    assert_int_equal(store_count_users(), BUILT_IN_USERS + PROCESSES * ADDS);
    for (unsigned int i = 0; i < PROCESSES; i++)
    {
        snprintf(name, sizeof(name), "u%u-%u", i, ADDS - 1u);
        assert_true(store_user_exists(name));
    }
}

/* Adds users until it is killed, and says after each that it is there. */
static void add_and_tell(unsigned int process, int pipe)
{
    char name[20];

    for (uint32_t i = 0;; i++)
    {
        snprintf(name, sizeof(name), "k%u-%u", process, (unsigned int)i);
        if (store_add_user(name, NULL) || write(pipe, &i, sizeof(i)) != sizeof(i))
        {
            _exit(1);
        }
    }
}

static unsigned int kill_a_writer(unsigned int process)
{
    int pipes[2];
    uint32_t last = 0;
    unsigned int told = 0;
    pid_t writer = -1;

    assert_int_equal(pipe(pipes), 0);
    writer = fork();
    if (!writer)
    {
        add_and_tell(process, pipes[1]);
    }
    close(pipes[1]);
    assert_int_equal(read(pipes[0], &last, sizeof(last)), sizeof(last));
    told = 1;
    usleep((useconds_t)(process * 1700) % 20000);
    kill(writer, SIGKILL);
    assert_int_equal(waitpid(writer, NULL, 0), writer);
    while (read(pipes[0], &last, sizeof(last)) == sizeof(last))
    {
        told++;
    }
    close(pipes[0]);
    return told;
}

static void who_is_killed_loses_his_own_change_at_most(void **state)
{
    char name[20];

    (void)state;
    for (unsigned int i = 0; i < KILLS; i++)
    {
        const int before = store_count_users();
        const unsigned int told = kill_a_writer(i);
        const int added = store_count_users() - before;

        assert_in_range(added, told, told + 1);
        snprintf(name, sizeof(name), "k%u-%u", i, told - 1);
        assert_true(store_user_exists(name));
        assert_int_equal(store_add_user("next", NULL), ERROR_SUCCESS);
        assert_int_equal(store_remove_user("next"), ERROR_SUCCESS);
    }
}

/* ---- Where nothing can be kept --------------------------------------------------------------- */

static void without_a_place_nothing_is_added(void **state)
{
    (void)state;
    posix_accounts_folder("/dev/null/folder");
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_int_equal(store_add_user("ann", NULL), ERROR_ACCESS_DENIED);
    posix_accounts_folder(NULL);
    assert_int_equal(store_count_users(), BUILT_IN_USERS);
    assert_int_equal(store_add_user("ann", NULL), ERROR_ACCESS_DENIED);
}

static void a_call_that_only_reads_changes_nothing(void **state)
{
    const struct user user = { .name = U("ann") };
    struct account_call call;
    uint32_t parameter = 0;

    (void)state;
    assert_int_equal(account_call_begin(&call, text_of(NULL), ACCOUNTS_READ), ERROR_SUCCESS);
    assert_int_equal(call.source->add_user(&call, &user, USER_FIELD_NAME, &parameter),
                     ERROR_ACCESS_DENIED);
    account_call_end(&call);
    assert_false(store_user_exists("ann"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, accounts_set_up, accounts_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_read_is_written_as_it_was),
        TEST(what_is_always_there_is_not_kept),
        TEST(what_the_system_does_not_have_is_kept_all_the_same),
        TEST(damage_at_any_byte_is_seen_and_nothing_is_thrown_away),
        TEST(damage_with_a_right_digest_does_no_harm),
        TEST(damage_is_said_once),
        TEST(a_later_version_is_left_alone),
        TEST(programs_that_add_at_the_same_time_lose_nothing),
        TEST(who_is_killed_loses_his_own_change_at_most),
        cmocka_unit_test(without_a_place_nothing_is_added),
        TEST(a_call_that_only_reads_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
