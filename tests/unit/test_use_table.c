/*
 * The servers that this process uses with credentials of its own choice.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/credentials_find.h"
#include "remote/use_table.h"
#include "support/unit.h"

static struct utf16_slice slice(struct utf16_name *name, const char *text)
{
    *name = utf16_name_from_ascii(text);
    return utf16_from_name(name);
}

static uint32_t add(const char *server, const char *user, const char *password)
{
    struct utf16_name server_name;
    struct utf16_name user_name;
    struct utf16_name password_text;
    struct credentials credentials;

    assert_int_equal(
        credentials_set(&credentials, slice(&user_name, user), slice(&password_text, password)),
        ERROR_SUCCESS);
    return use_table_add(slice(&server_name, server), &credentials);
}

static uint32_t add_current(const char *server, const char *shown_user)
{
    struct credentials credentials = { .kind = CREDENTIALS_CURRENT };
    struct utf16_name server_name;

    credentials.user = utf16_name_from_ascii(shown_user);
    return use_table_add(slice(&server_name, server), &credentials);
}

static uint32_t remove_use(const char *server, bool all, bool *is_gone)
{
    struct utf16_name server_name;

    return use_table_remove(slice(&server_name, server), all, is_gone);
}

static bool went_since(const char *server, uint64_t generation)
{
    const struct utf16_name name = utf16_name_from_ascii(server);
    bool went = false;

    platform_monitor_enter();
    went = use_table_went_since(&name, generation);
    platform_monitor_leave();
    return went;
}

static int forget(void **state)
{
    struct use_entry *entries;
    size_t count;
    bool is_gone;

    (void)state;
    assert_int_equal(use_table_list(&entries, &count), ERROR_SUCCESS);
    for (size_t i = 0; i < count; i++)
    {
        use_table_remove(utf16_from_name(&entries[i].server), true, &is_gone);
    }
    free(entries);
    posix_config_clear();
    return 0;
}

static void assert_name_equal(const struct utf16_name *name, const char *expected)
{
    char utf8[3 * NAME_LENGTH_MAX + 1];

    assert_true(utf16_to_utf8(utf16_from_name(name), utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

/* Whom a call to `server` is made as. */
static void assert_found(const char *server, enum credentials_kind kind, const char *user,
                         const char *password)
{
    struct credentials credentials;
    struct utf16_name server_name;

    assert_int_equal(credentials_find(&credentials, slice(&server_name, server)), ERROR_SUCCESS);
    assert_int_equal(credentials.kind, kind);
    assert_name_equal(&credentials.user, user);
    assert_name_equal(&credentials.password, password);
    credentials_wipe(&credentials);
}

static void use_is_found_by_name_without_case(void **state)
{
    struct credentials found;
    struct utf16_name server_name;

    (void)state;
    assert_int_equal(add("files", "CORP\\alice", "secret"), ERROR_SUCCESS);
    assert_true(use_table_find(slice(&server_name, "FILES"), &found));
    assert_name_equal(&found.domain, "CORP");
    assert_name_equal(&found.user, "alice");
    assert_name_equal(&found.password, "secret");
    assert_false(use_table_find(slice(&server_name, "files.corp"), &found));
    assert_int_equal(found.user.length, 0);
}

static void use_goes_before_what_the_system_keeps(void **state)
{
    bool is_gone;

    (void)state;
    posix_credential_set("files", "bob", "stored");
    assert_found("files", CREDENTIALS_PASSWORD, "bob", "stored");
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_found("files", CREDENTIALS_PASSWORD, "alice", "secret");
    assert_int_equal(remove_use("files", false, &is_gone), ERROR_SUCCESS);
    assert_found("files", CREDENTIALS_PASSWORD, "bob", "stored");
}

static void use_with_an_empty_password_is_no_anonymous_one(void **state)
{
    (void)state;
    assert_int_equal(add("files", "alice", ""), ERROR_SUCCESS);
    assert_found("files", CREDENTIALS_PASSWORD, "alice", "");
}

static void use_without_a_user_is_anonymous_whatever_the_system_keeps(void **state)
{
    (void)state;
    posix_credential_set("files", "bob", "stored");
    assert_int_equal(add("files", "", ""), ERROR_SUCCESS);
    assert_found("files", CREDENTIALS_ANONYMOUS, "", "");
}

static void use_as_the_current_user_leaves_the_choice_to_the_system(void **state)
{
    (void)state;
    assert_int_equal(add_current("files", "alice"), ERROR_SUCCESS);
    assert_found("files", CREDENTIALS_CURRENT, "", "");
    posix_credential_set("files", "bob", "stored");
    assert_found("files", CREDENTIALS_PASSWORD, "bob", "stored");
}

static void other_credentials_for_a_server_are_a_conflict(void **state)
{
    static const struct
    {
        const char *user;
        const char *password;
        uint32_t status;
    } cases[] = {
        { "CORP\\alice", "secret", ERROR_SUCCESS },
        { "corp\\ALICE", "secret", ERROR_SUCCESS },
        { "CORP\\alice", "Secret", ERROR_SESSION_CREDENTIAL_CONFLICT },
        { "alice", "secret", ERROR_SESSION_CREDENTIAL_CONFLICT },
        { "CORP\\bob", "secret", ERROR_SESSION_CREDENTIAL_CONFLICT },
        { "", "", ERROR_SESSION_CREDENTIAL_CONFLICT },
    };

    (void)state;
    assert_int_equal(add("files", "CORP\\alice", "secret"), ERROR_SUCCESS);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        assert_int_equal(add("Files", cases[i].user, cases[i].password), cases[i].status);
        assert_int_equal(add("other", cases[i].user, cases[i].password), cases[i].status);
    }
    assert_int_equal(add_current("files", "alice"), ERROR_SESSION_CREDENTIAL_CONFLICT);
    assert_int_equal(add_current("third", "alice"), ERROR_SUCCESS);
    assert_int_equal(add_current("third", "bob"), ERROR_SUCCESS);
}

static void additions_are_taken_back_one_by_one_or_all_at_once(void **state)
{
    bool is_gone;

    (void)state;
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(remove_use("files", false, &is_gone), ERROR_SUCCESS);
    assert_false(is_gone);
    assert_found("files", CREDENTIALS_PASSWORD, "alice", "secret");
    assert_int_equal(remove_use("files", false, &is_gone), ERROR_SUCCESS);
    assert_true(is_gone);
    assert_int_equal(remove_use("files", false, &is_gone), NERR_UseNotFound);
    assert_false(is_gone);

    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(remove_use("files", true, &is_gone), ERROR_SUCCESS);
    assert_true(is_gone);
    assert_int_equal(remove_use("files", true, &is_gone), NERR_UseNotFound);
}

/* A connection that was begun before a use ended is not kept beyond it. */
static void end_of_a_use_is_known_to_who_began_before_it(void **state)
{
    uint64_t before;
    bool is_gone;

    (void)state;
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    before = use_table_generation();
    assert_int_equal(remove_use("files", false, &is_gone), ERROR_SUCCESS);
    assert_false(went_since("files", before));
    assert_int_equal(remove_use("files", false, &is_gone), ERROR_SUCCESS);
    assert_true(went_since("files", before));
    assert_true(went_since("FILES", before));
    assert_false(went_since("other", before));
    assert_false(went_since("files", use_table_generation()));
    assert_int_equal(add("files", "alice", "secret"), ERROR_SUCCESS);
    assert_true(went_since("files", before));
}

static void list_tells_names_and_counts_in_the_order_of_addition(void **state)
{
    struct use_entry *entries;
    bool is_gone;
    size_t count;

    (void)state;
    assert_int_equal(use_table_list(&entries, &count), ERROR_SUCCESS);
    assert_int_equal(count, 0);
    assert_null(entries);

    assert_int_equal(add("one", "CORP\\alice", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("two", "bob", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("three", "carol@corp.example", "secret"), ERROR_SUCCESS);
    assert_int_equal(add("three", "carol@corp.example", "secret"), ERROR_SUCCESS);
    assert_int_equal(remove_use("two", false, &is_gone), ERROR_SUCCESS);

    assert_int_equal(use_table_list(&entries, &count), ERROR_SUCCESS);
    assert_int_equal(count, 2);
    assert_name_equal(&entries[0].server, "one");
    assert_name_equal(&entries[0].domain, "CORP");
    assert_name_equal(&entries[0].user, "alice");
    assert_int_equal(entries[0].count, 1);
    assert_name_equal(&entries[1].server, "three");
    assert_name_equal(&entries[1].domain, "");
    assert_name_equal(&entries[1].user, "carol@corp.example");
    assert_int_equal(entries[1].count, 2);
    free(entries);
}

#define TEST(name) cmocka_unit_test_teardown(name, forget)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(use_is_found_by_name_without_case),
        TEST(use_goes_before_what_the_system_keeps),
        TEST(use_with_an_empty_password_is_no_anonymous_one),
        TEST(use_without_a_user_is_anonymous_whatever_the_system_keeps),
        TEST(use_as_the_current_user_leaves_the_choice_to_the_system),
        TEST(other_credentials_for_a_server_are_a_conflict),
        TEST(additions_are_taken_back_one_by_one_or_all_at_once),
        TEST(end_of_a_use_is_known_to_who_began_before_it),
        TEST(list_tells_names_and_counts_in_the_order_of_addition),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
