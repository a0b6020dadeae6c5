/*
 * The configuration: what each setting is when it is set, when it is not, and when it cannot be.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/status.h"
#include "platform/posix.h"
#include "remote/settings.h"

static int tear_down(void **state)
{
    (void)state;
    posix_config_clear();
    return 0;
}

static struct settings read_settings(const char *server)
{
    struct utf16_name name;
    struct target target;
    struct settings settings;

    assert_true(utf16_name_from_utf8(&name, server));
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    settings_read(&target, &settings);
    return settings;
}

static void assert_name(const struct utf16_name *name, const char *expected)
{
    char text[NAME_LENGTH_MAX];

    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    assert_string_equal(text, expected);
}

static void what_is_not_set_has_its_default(void **state)
{
    const struct settings settings = read_settings("server");
    struct local_settings local;
    struct membership_settings membership;

    (void)state;
    assert_int_equal(settings.connect_timeout, 10000);
    assert_int_equal(settings.call_timeout, 30000);
    assert_false(settings.allow_guest);
    assert_name(&settings.address, "server");
    assert_int_equal(settings.port, 445);
    assert_false(settings.require_encryption);
    local_settings_read(&local);
    assert_int_equal(local.source, LOCAL_SOURCE_AUTO);
    assert_name(&local.logins_file, "");
    membership_settings_read(&membership);
    assert_name(&membership.domain_membership, "");
    assert_name(&membership.membership_root, "");
}

static void what_is_set_counts(void **state)
{
    struct settings settings;
    struct local_settings local;
    struct membership_settings membership;

    (void)state;
    posix_config_set(NULL, "ConnectTimeout", "1");
    posix_config_set(NULL, "CallTimeout", "4294967295");
    posix_config_set(NULL, "AllowGuest", "1");
    posix_config_set(NULL, "LocalSource", "Logins");
    posix_config_set(NULL, "LoginsFile", "/var/log/wtmp");
    posix_config_set(NULL, "DomainMembership", "EXAMPLE");
    posix_config_set(NULL, "MembershipRoot", "/run/host");
    posix_config_set("server", "Address", "fe80::1");
    posix_config_set("server", "Port", "65535");
    posix_config_set("server", "Encryption", "Required");
    settings = read_settings("server");
    assert_int_equal(settings.connect_timeout, 1);
    assert_int_equal(settings.call_timeout, UINT32_MAX);
    assert_true(settings.allow_guest);
    assert_name(&settings.address, "fe80::1");
    assert_int_equal(settings.port, 65535);
    assert_true(settings.require_encryption);
    local_settings_read(&local);
    assert_int_equal(local.source, LOCAL_SOURCE_LOGINS);
    assert_name(&local.logins_file, "/var/log/wtmp");
    membership_settings_read(&membership);
    assert_name(&membership.domain_membership, "EXAMPLE");
    assert_name(&membership.membership_root, "/run/host");
}

static void what_cannot_be_counts_as_not_set(void **state)
{
    struct settings settings;

    (void)state;
    posix_config_set(NULL, "ConnectTimeout", "0");
    posix_config_set(NULL, "AllowGuest", "2");
    posix_config_set(NULL, "LocalSource", "nobody");
    posix_config_set("server", "Address", "");
    posix_config_set("server", "Port", "65536");
    posix_config_set("server", "Encryption", "");
    settings = read_settings("server");
    assert_int_equal(settings.connect_timeout, 10000);
    assert_false(settings.allow_guest);
    assert_name(&settings.address, "server");
    assert_int_equal(settings.port, 445);
    assert_false(settings.require_encryption);
    posix_config_set("server", "Port", "0");
    assert_int_equal(read_settings("server").port, 445);
}

static void encryption_that_is_no_value_is_required(void **state)
{
    (void)state;
    posix_config_set("server", "Encryption", "on");
    assert_true(read_settings("server").require_encryption);
}

static void a_value_of_one_server_is_no_others(void **state)
{
    (void)state;
    posix_config_set("other", "Port", "4450");
    posix_config_set(NULL, "Port", "4451");
    posix_config_set("server", "CallTimeout", "1");
    assert_int_equal(read_settings("server").port, 445);
    assert_int_equal(read_settings("server").call_timeout, 30000);
}

static void this_computer_is_localhost_by_any_name(void **state)
{
    struct settings settings;

    (void)state;
    settings = read_settings("LOCALHOST");
    assert_name(&settings.address, "127.0.0.1");
    posix_config_set("localhost", "Port", "4450");
    posix_config_set("localhost", "Encryption", "required");
    posix_config_set("::1", "Port", "4451");
    posix_config_set("::1", "Address", "::1");
    settings = read_settings("::1");
    assert_name(&settings.address, "::1");
    assert_int_equal(settings.port, 4451);
    assert_true(settings.require_encryption);
    assert_int_equal(read_settings(".").port, 4450);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_is_not_set_has_its_default, tear_down),
        cmocka_unit_test_teardown(what_is_set_counts, tear_down),
        cmocka_unit_test_teardown(what_cannot_be_counts_as_not_set, tear_down),
        cmocka_unit_test_teardown(encryption_that_is_no_value_is_required, tear_down),
        cmocka_unit_test_teardown(a_value_of_one_server_is_no_others, tear_down),
        cmocka_unit_test_teardown(this_computer_is_localhost_by_any_name, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
