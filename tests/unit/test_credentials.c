/*
 * Who a call is made as.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "auth/credentials.h"
#include "platform/posix.h"
#include "remote/credentials_find.h"
#include "support/unit.h"

static int forget(void **state)
{
    (void)state;
    posix_config_clear();
    return 0;
}

static void set(struct credentials *credentials, const char *user, const char *password)
{
    const struct utf16_name user_name = utf16_name_from_ascii(user);
    const struct utf16_name password_name = utf16_name_from_ascii(password);

    assert_int_equal(
        credentials_set(credentials, utf16_from_name(&user_name), utf16_from_name(&password_name)),
        ERROR_SUCCESS);
}

static void assert_name_equal(const struct utf16_name *name, const char *expected)
{
    char utf8[3 * NAME_LENGTH_MAX + 1];

    assert_true(utf16_to_utf8(utf16_from_name(name), utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

static void user_is_split_as_a_person_writes_it(void **state)
{
    static const struct
    {
        const char *written;
        const char *domain;
        const char *user;
    } cases[] = {
        { "alice", "", "alice" },
        { "CORP\\alice", "CORP", "alice" },
        { "\\alice", "", "alice" },
        { "alice@corp.example", "", "alice@corp.example" },
        { "CORP\\alice@corp.example", "CORP", "alice@corp.example" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct credentials credentials;

        set(&credentials, cases[i].written, "secret");
        assert_int_equal(credentials.kind, CREDENTIALS_PASSWORD);
        assert_name_equal(&credentials.domain, cases[i].domain);
        assert_name_equal(&credentials.user, cases[i].user);
        assert_name_equal(&credentials.password, "secret");
        credentials_wipe(&credentials);
    }
}

static void user_with_an_empty_password_is_not_anonymous(void **state)
{
    struct credentials credentials;

    (void)state;
    set(&credentials, "alice", "");
    assert_int_equal(credentials.kind, CREDENTIALS_PASSWORD);
    assert_int_equal(credentials.password.length, 0);
}

static void empty_user_is_anonymous_and_keeps_no_password(void **state)
{
    struct credentials credentials;

    (void)state;
    set(&credentials, "", "secret");
    assert_int_equal(credentials.kind, CREDENTIALS_ANONYMOUS);
    assert_int_equal(credentials.domain.length, 0);
    assert_int_equal(credentials.password.length, 0);
}

static void domain_without_a_name_is_refused(void **state)
{
    const struct utf16_name user = utf16_name_from_ascii("CORP\\");
    const struct utf16_name password = utf16_name_from_ascii("secret");
    struct credentials credentials;

    (void)state;
    assert_int_equal(
        credentials_set(&credentials, utf16_from_name(&user), utf16_from_name(&password)),
        ERROR_INVALID_PARAMETER);
    assert_int_equal(credentials.password.length, 0);
}

static void part_longer_than_any_name_is_refused(void **state)
{
    static const uint16_t zeros[NAME_LENGTH_MAX + 1];
    const struct utf16_name name = utf16_name_from_ascii("alice");
    const struct utf16_slice too_long = { zeros, COUNT(zeros) };
    const struct utf16_slice fits = { zeros, NAME_LENGTH_MAX };
    struct credentials credentials;

    (void)state;
    assert_int_equal(credentials_set(&credentials, utf16_from_name(&name), too_long),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(credentials.user.length, 0);
    assert_int_equal(credentials_set(&credentials, too_long, utf16_from_name(&name)),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(credentials.password.length, 0);
    assert_int_equal(credentials_set(&credentials, fits, fits), ERROR_SUCCESS);
}

static void wiped_credentials_hold_nothing(void **state)
{
    static const struct credentials nothing;
    struct credentials credentials;

    (void)state;
    set(&credentials, "CORP\\alice", "secret");
    credentials_wipe(&credentials);
    assert_memory_equal(&credentials, &nothing, sizeof(nothing));
}

static void find_gives_what_the_system_keeps_for_the_server(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("Files");
    struct credentials credentials;

    (void)state;
    posix_credential_set("files", "CORP\\alice", "secret");
    assert_int_equal(credentials_find(&credentials, utf16_from_name(&server)), ERROR_SUCCESS);
    assert_int_equal(credentials.kind, CREDENTIALS_PASSWORD);
    assert_name_equal(&credentials.domain, "CORP");
    assert_name_equal(&credentials.user, "alice");
    assert_name_equal(&credentials.password, "secret");
    credentials_wipe(&credentials);
}

static void find_is_the_current_user_where_the_system_keeps_nothing(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("other");
    struct credentials credentials;

    (void)state;
    posix_credential_set("files", "alice", "secret");
    assert_int_equal(credentials_find(&credentials, utf16_from_name(&server)), ERROR_SUCCESS);
    assert_int_equal(credentials.kind, CREDENTIALS_CURRENT);
    assert_int_equal(credentials.password.length, 0);
}

/* Nobody goes on as somebody else than the one whose password was kept. */
static void find_fails_where_what_the_system_keeps_cannot_be_used(void **state)
{
    static char too_long[NAME_LENGTH_MAX + 2];
    const struct
    {
        const char *user;
        const char *password;
        uint32_t status;
    } cases[] = {
        { "CORP\\", "secret", NERR_BadUsername },
        { "", "secret", NERR_BadUsername },

        { too_long, "secret", NERR_BadUsername },
        { "alice", too_long, ERROR_INVALID_PASSWORD },
        { "CORP\\", too_long, ERROR_INVALID_PASSWORD },
    };
    const struct utf16_name server = utf16_name_from_ascii("files");

    (void)state;
    memset(too_long, 'x', sizeof(too_long) - 1);
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct credentials credentials;

        posix_credential_set("files", cases[i].user, cases[i].password);
        assert_int_equal(credentials_find(&credentials, utf16_from_name(&server)), cases[i].status);
        assert_int_equal(credentials.kind, CREDENTIALS_CURRENT);
        assert_int_equal(credentials.password.length, 0);
    }
}

static void fingerprint_is_equal_for_equal_credentials_only(void **state)
{
    static const struct
    {
        const char *user;
        const char *password;
    } all[] = {
        { "", "" },          { "alice", "secret" },   { "alice", "other" },
        { "bob", "secret" }, { "A\\lice", "secret" }, { "al", "icesecret" },
        { "alice", "" },
    };
    uint8_t fingerprints[COUNT(all)][SHA256_SIZE];

    (void)state;
    for (size_t i = 0; i < COUNT(all); i++)
    {
        struct credentials credentials;
        uint8_t again[SHA256_SIZE];

        set(&credentials, all[i].user, all[i].password);
        assert_int_equal(credentials_fingerprint(&credentials, fingerprints[i]), ERROR_SUCCESS);
        set(&credentials, all[i].user, all[i].password);
        assert_int_equal(credentials_fingerprint(&credentials, again), ERROR_SUCCESS);
        assert_memory_equal(fingerprints[i], again, sizeof(again));
        for (size_t j = 0; j < i; j++)
        {
            assert_memory_not_equal(fingerprints[i], fingerprints[j], SHA256_SIZE);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(user_is_split_as_a_person_writes_it),
        cmocka_unit_test(user_with_an_empty_password_is_not_anonymous),
        cmocka_unit_test(empty_user_is_anonymous_and_keeps_no_password),
        cmocka_unit_test(domain_without_a_name_is_refused),
        cmocka_unit_test(part_longer_than_any_name_is_refused),
        cmocka_unit_test(wiped_credentials_hold_nothing),
        cmocka_unit_test_teardown(find_gives_what_the_system_keeps_for_the_server, forget),
        cmocka_unit_test_teardown(find_is_the_current_user_where_the_system_keeps_nothing, forget),
        cmocka_unit_test_teardown(find_fails_where_what_the_system_keeps_cannot_be_used, forget),
        cmocka_unit_test(fingerprint_is_equal_for_equal_credentials_only),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
