/*
 * The names that mean this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <unistd.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/target.h"
#include "support/unit.h"

static bool is_local(struct utf16_slice name)
{
    struct target target;

    assert_int_equal(target_parse(name, &target), ERROR_SUCCESS);
    return target.is_this_computer;
}

static bool is_local_ascii(const char *text)
{
    struct utf16_name name = utf16_name_from_ascii(text);

    return is_local(utf16_from_name(&name));
}

/* The name as it is, behind backslashes, and in the other case. */
static void assert_local_in_all_forms(const struct utf16_name *name)
{
    struct utf16_name other = utf16_name_from_ascii("\\\\");

    assert_true(is_local(utf16_from_name(name)));
    assert_true(utf16_name_append(&other, utf16_from_name(name)));
    assert_true(is_local(utf16_from_name(&other)));
    for (size_t i = 0; i < other.length; i++)
    {
        uint16_t unit = other.units[i];
        bool is_letter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');

        other.units[i] = is_letter ? unit ^ 0x20 : unit;
    }
    assert_true(is_local(utf16_from_name(&other)));
}

static void no_name_is_this_computer_as_localhost(void **state)
{
    struct target target;

    (void)state;
    assert_int_equal(target_parse((struct utf16_slice){ NULL, 0 }, &target), ERROR_SUCCESS);
    assert_true(target.is_this_computer);
    assert_true(utf16_equal_ascii(utf16_from_name(&target.name), THIS_COMPUTER));
    assert_true(is_local_ascii(""));
}

static void names_and_addresses_of_the_loopback_are_this_computer(void **state)
{
    static const char *const names[] = {
        ".",
        "localhost",
        "localhost.",
        "127.0.0.1",
        "127.1.2.3",
        "127.0.0.0",
        "::1",
        "[::1]",
        "0:0:0:0:0:0:0:1",
        "[0:0::1]",
        "127.255.255.255",
        "::ffff:127.0.0.1",
        "[::FFFF:127.8.8.8]",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        struct utf16_name name = utf16_name_from_ascii(names[i]);

        assert_local_in_all_forms(&name);
    }
}

static void the_computers_own_names_are_this_computer(void **state)
{
    char host[NAME_LENGTH_MAX + 1] = "";
    struct utf16_name name;

    (void)state;
    platform_computer_name(&name);
    assert_true(name.length);
    assert_local_in_all_forms(&name);
    assert_int_equal(gethostname(host, sizeof(host) - 1), 0);
    assert_true(utf16_name_from_utf8(&name, host));
    assert_local_in_all_forms(&name);
}

static void other_names_and_addresses_are_other_computers(void **state)
{
    static const char *const names[] = {
        "server", "localhost2",  "local",   "128.0.0.1",   "126.255.255.255", "::2",
        "[::2]",  "10.0.0.127",  "127.0.0", "127.0.0.256", "127.0.0.1.1",     "127.example.org",
        "..",     "::127.0.0.1", "fe80::1", "1::",         "localhost..",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        if (is_local_ascii(names[i]))
        {
            fail_msg("'%s' is taken for this computer", names[i]);
        }
    }
}

static void the_name_is_kept_as_called(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\LocalHost");
    struct target target;

    (void)state;
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    assert_int_equal(target.name.length, 9);
    assert_memory_equal(target.name.units, name.units + 2, 9 * sizeof(uint16_t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_this_computer_as_localhost),
        cmocka_unit_test(names_and_addresses_of_the_loopback_are_this_computer),
        cmocka_unit_test(the_computers_own_names_are_this_computer),
        cmocka_unit_test(other_names_and_addresses_are_other_computers),
        cmocka_unit_test(the_name_is_kept_as_called),
    };

    return cmocka_run_group_tests_name("target_local", tests, NULL, NULL);
}
