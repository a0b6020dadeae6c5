/*
 * Server names as callers write them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "remote/target.h"
#include "support/unit.h"

static uint32_t parse(const char *server, struct target *target)
{
    struct utf16_name name;

    assert_true(utf16_name_from_utf8(&name, server));
    return target_parse(utf16_from_name(&name), target);
}

static void assert_is_this_computer(const char *server, bool expected)
{
    struct target target;

    assert_int_equal(parse(server, &target), ERROR_SUCCESS);
    if (target.is_this_computer != expected)
    {
        fail_msg("%s", server);
    }
}

static void no_name_means_this_computer(void **state)
{
    struct target target;

    (void)state;
    assert_int_equal(target_parse((struct utf16_slice){ NULL, 0 }, &target), ERROR_SUCCESS);
    assert_true(target.is_this_computer);
    assert_true(target.name.length > 0);
    assert_is_this_computer("", true);
}

static void names_and_addresses_of_loopback_mean_this_computer(void **state)
{
    static const char *const names[] = {
        ".",     "localhost", "LocalHost",     "127.0.0.1",     "::1",
        "\\\\.", "[::1]",     "\\\\localhost", "\\\\LOCALHOST", "\\\\127.0.0.1"
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        assert_is_this_computer(names[i], true);
    }
}

static void own_name_means_this_computer_in_any_case(void **state)
{
    struct utf16_name own;
    char name[256];
    char unc[260];

    (void)state;
    platform_computer_name(&own);
    if (!own.length || !utf16_to_utf8(utf16_from_name(&own), name, sizeof(name)))
    {
        skip();
    }
    assert_is_this_computer(name, true);
    snprintf(unc, sizeof(unc), "\\\\%s", name);
    assert_is_this_computer(unc, true);
    for (char *letter = name; *letter; letter++)
    {
        *letter = (char)(*letter >= 'A' && *letter <= 'Z' ? *letter + 'a' - 'A' : *letter);
    }
    assert_is_this_computer(name, true);
    strcat(name, "x");
    assert_is_this_computer(name, false);
}

static void other_names_are_other_computers(void **state)
{
    static const char *const names[] = { "server.example.com", "localhostx",  "10.0.0.1",
                                         "\\\\other",          "2001:db8::1", "сервер" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        assert_is_this_computer(names[i], false);
    }
}

static void name_is_kept_as_called_without_backslashes(void **state)
{
    struct target target;
    char name[64];

    (void)state;
    assert_int_equal(parse("\\\\Server.Example", &target), ERROR_SUCCESS);
    assert_true(utf16_to_utf8(utf16_from_name(&target.name), name, sizeof(name)));
    assert_string_equal(name, "Server.Example");
}

static void what_can_be_no_name_is_refused(void **state)
{
    static const char *const names[] = { "\\",       "\\\\", "\\\\\\",   "\\server", "\\\\\\server",
                                         "\\\\a\\b", "a\\b", "server\\", "a/b",      "//server",
                                         "a b",      " ",    "\\\\ ",    "a\tb",     "server\x01" };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        struct target target;

        if (parse(names[i], &target) != ERROR_INVALID_NAME)
        {
            fail_msg("%s", names[i]);
        }
    }
}

static void name_longer_than_any_is_refused(void **state)
{
    uint16_t units[NAME_LENGTH_MAX + 3];
    struct target target;

    (void)state;
    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = i < 2 ? '\\' : 'x';
    }
    assert_int_equal(target_parse((struct utf16_slice){ units, COUNT(units) - 1 }, &target),
                     ERROR_SUCCESS);
    assert_int_equal(target_parse((struct utf16_slice){ units, COUNT(units) }, &target),
                     ERROR_INVALID_NAME);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_means_this_computer),
        cmocka_unit_test(names_and_addresses_of_loopback_mean_this_computer),
        cmocka_unit_test(own_name_means_this_computer_in_any_case),
        cmocka_unit_test(other_names_are_other_computers),
        cmocka_unit_test(name_is_kept_as_called_without_backslashes),
        cmocka_unit_test(what_can_be_no_name_is_refused),
        cmocka_unit_test(name_longer_than_any_is_refused),
    };

    return cmocka_run_group_tests_name("target", tests, NULL, NULL);
}
