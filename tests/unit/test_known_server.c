/*
 * What calls keep of servers: it is there again, and gone as soon as something may have changed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/status.h"
#include "platform/posix.h"
#include "remote/begin.h"
#include "remote/use_table.h"

#define KEPT_MAX 256 /* servers */

static int tear_down(void **state)
{
    (void)state;
    known_servers_forget();
    posix_config_clear();
    return 0;
}

static struct utf16_name name_of(const char *text)
{
    struct utf16_name name;

    assert_true(utf16_name_from_utf8(&name, text));
    return name;
}

/* What a call begins with that is for `server`, and prepared. */
static struct known_server call(const char *server)
{
    const struct utf16_name name = name_of(server);
    struct known_server known;
    struct remote remote;

    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&name)), ERROR_SUCCESS);
    assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
    known = remote.server;
    remote_end(&remote);
    return known;
}

static bool is_kept(const char *server)
{
    const struct utf16_name name = name_of(server);
    struct known_server known;

    return known_server_find(utf16_from_name(&name), known_server_generation(), &known);
}

static bool same_credentials(const struct known_server *a, const struct known_server *b)
{
    return crypto_equal(a->key.credentials, b->key.credentials, SHA256_SIZE);
}

static void what_a_call_has_read_is_kept(void **state)
{
    struct known_server first;
    struct known_server second;

    (void)state;
    posix_config_set("server", "Port", "4450");
    assert_false(is_kept("server"));
    first = call("\\\\server");
    assert_true(is_kept("server"));
    assert_false(is_kept("SERVER")); /* it is called otherwise */
    second = call("server");
    assert_int_equal(second.settings.port, 4450);
    assert_int_equal(second.key.port, 4450);
    assert_memory_equal(first.unc_name.units, second.unc_name.units, sizeof(u"\\\\server"));
    assert_true(same_credentials(&first, &second));
}

static void a_value_that_is_set_counts_at_once(void **state)
{
    (void)state;
    posix_config_set("server", "Port", "4450");
    call("server");
    posix_config_set("server", "Port", "4451");
    assert_false(is_kept("server"));
    assert_int_equal(call("server").settings.port, 4451);
    posix_config_clear();
    assert_int_equal(call("server").settings.port, 445);
}

static void so_does_a_credential(void **state)
{
    struct known_server none = call("server");
    struct known_server right;
    struct known_server wrong;

    (void)state;
    posix_credential_set("server", "admin", "right");
    right = call("server");
    posix_credential_set("server", "admin", "wrong");
    wrong = call("server");
    assert_false(same_credentials(&none, &right));
    assert_false(same_credentials(&right, &wrong));
}

static void so_does_what_this_process_uses(void **state)
{
    const struct utf16_name server = name_of("server");
    const struct utf16_name user = name_of("admin");
    struct credentials credentials;
    struct known_server before = call("server");
    struct known_server with;
    struct known_server after;
    bool is_gone;

    (void)state;
    assert_int_equal(credentials_set(&credentials, utf16_from_name(&user), utf16_from_name(&user)),
                     ERROR_SUCCESS);
    assert_int_equal(use_table_add(utf16_from_name(&server), &credentials), ERROR_SUCCESS);
    with = call("server");
    assert_int_equal(use_table_remove(utf16_from_name(&server), true, &is_gone), ERROR_SUCCESS);
    after = call("server");
    assert_false(same_credentials(&before, &with));
    assert_true(same_credentials(&before, &after));
    credentials_wipe(&credentials);
}

static void what_was_read_before_a_change_is_not_kept(void **state)
{
    const struct utf16_name name = name_of("server");
    const uint64_t generation = known_server_generation();
    const struct known_server known = { .settings = { .port = 4450 } };

    (void)state;
    posix_config_set("server", "Port", "4451");
    assert_int_equal(call("other").settings.port, 445);
    known_server_keep(utf16_from_name(&name), generation, &known);
    assert_false(is_kept("server"));
    assert_true(is_kept("other"));
}

static void nothing_is_kept_where_changes_cannot_be_told(void **state)
{
    const struct utf16_name name = name_of("server");
    struct known_server known = call("server");

    (void)state;
    known_servers_forget();
    known_server_keep(utf16_from_name(&name), 0, &known);
    assert_false(known_server_find(utf16_from_name(&name), 0, &known));
    assert_false(is_kept("server"));
}

static void credentials_of_one_call_are_not_those_of_others(void **state)
{
    const struct utf16_name name = name_of("server");
    const struct utf16_name user = name_of("admin");
    struct known_server before = call("server");
    struct known_server after;
    struct credentials credentials;
    struct remote remote;

    (void)state;
    assert_int_equal(credentials_set(&credentials, utf16_from_name(&user), utf16_from_name(&user)),
                     ERROR_SUCCESS);
    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&name)), ERROR_SUCCESS);
    remote_use_credentials(&remote, &credentials);
    assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
    assert_false(same_credentials(&before, &remote.server));
    remote_end(&remote);
    after = call("server");
    assert_true(same_credentials(&before, &after));
    credentials_wipe(&credentials);
}

static void the_latest_servers_are_kept(void **state)
{
    char name[16];

    (void)state;
    for (unsigned int i = 0; i <= KEPT_MAX; i++)
    {
        snprintf(name, sizeof(name), "server%u", i);
        call(name);
        assert_true(is_kept("server0")); /* which is asked for again and again */
    }
    assert_true(is_kept("server0"));
    assert_false(is_kept("server1"));
    assert_true(is_kept("server2"));
    assert_true(is_kept(name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_a_call_has_read_is_kept, tear_down),
        cmocka_unit_test_teardown(a_value_that_is_set_counts_at_once, tear_down),
        cmocka_unit_test_teardown(so_does_a_credential, tear_down),
        cmocka_unit_test_teardown(so_does_what_this_process_uses, tear_down),
        cmocka_unit_test_teardown(what_was_read_before_a_change_is_not_kept, tear_down),
        cmocka_unit_test_teardown(nothing_is_kept_where_changes_cannot_be_told, tear_down),
        cmocka_unit_test_teardown(credentials_of_one_call_are_not_those_of_others, tear_down),
        cmocka_unit_test_teardown(the_latest_servers_are_kept, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
