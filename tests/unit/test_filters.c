/*
 * What the filters of Enum functions mean.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/filters.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

struct match
{
    struct utf16_slice filter;
    struct utf16_slice listed;
    bool is_meant;
};

static void assert_matches(const struct match *matches, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (filter_means_user(matches[i].filter, matches[i].listed) != matches[i].is_meant)
        {
            fail_msg("match %u", (unsigned int)i);
        }
    }
}

static void empty_filter_is_none(void **state)
{
    static const struct utf16_slice empty = U("");
    static const struct utf16_slice alice = U("alice");

    (void)state;
    assert_non_null(empty.units);
    assert_null(utf16_absent_if_empty(empty).units);
    assert_null(utf16_absent_if_empty((struct utf16_slice){ NULL, 0 }).units);
    assert_ptr_equal(utf16_absent_if_empty(alice).units, alice.units);
    assert_int_equal(utf16_absent_if_empty(alice).length, alice.length);
}

static void user_is_meant_in_any_case(void **state)
{
    static const struct match matches[] = {
        { U("alice"), U("alice"), true },   { U("ALICE"), U("alice"), true },
        { U("alice"), U("Alice"), true },   { U("ÄRGER"), U("ärger"), true },
        { U("alice"), U("alic"), false },   { U("alic"), U("alice"), false },
        { U("alice"), U("malice"), false }, { U("alice"), U(""), false },
    };

    (void)state;
    assert_matches(matches, COUNT(matches));
}

static void user_without_a_domain_is_that_of_any(void **state)
{
    static const struct match matches[] = {
        { U("alice"), U("DOMAIN\\alice"), true }, { U("alice"), U("OTHER\\Alice"), true },
        { U("alice"), U("DOMAIN\\bob"), false },  { U("DOMAIN"), U("DOMAIN\\alice"), false },
        { U("alice"), U("alice\\"), false },      { U(""), U("DOMAIN\\"), true },
    };

    (void)state;
    assert_matches(matches, COUNT(matches));
}

static void user_with_a_domain_is_that_of_this_domain(void **state)
{
    static const struct match matches[] = {
        { U("DOMAIN\\alice"), U("DOMAIN\\alice"), true },
        { U("domain\\ALICE"), U("DOMAIN\\alice"), true },
        { U("DOMAIN\\alice"), U("OTHER\\alice"), false },
        { U("DOMAIN\\alice"), U("alice"), false },
    };

    (void)state;
    assert_matches(matches, COUNT(matches));
}

static void computer_has_two_backslashes_and_a_name(void **state)
{
    static const struct
    {
        struct utf16_slice filter;
        bool is_computer;
    } cases[] = {
        { U("\\\\client"), true },
        { U("\\\\192.0.2.1"), true },
        { U("\\\\c"), true },
        { U("client"), false },
        { U("\\client"), false },
        { U("\\\\"), false },
        { U("\\\\client\\share"), false },
        { U("\\\\\\client"), false },
        { U("\\"), false },
        { U(""), false },
        { U("\\/client"), false },
        { { NULL, 0 }, false },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_slice name;

        if (filter_names_computer(cases[i].filter, &name) != cases[i].is_computer)
        {
            fail_msg("case %u", (unsigned int)i);
        }
    }
}

static void computers_name_has_no_backslashes(void **state)
{
    static const struct utf16_slice filter = U("\\\\client");
    struct utf16_slice name;

    (void)state;
    assert_true(filter_names_computer(filter, &name));
    assert_int_equal(name.length, 6);
    assert_memory_equal(name.units, u"client", 6 * sizeof(uint16_t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_filter_is_none),
        cmocka_unit_test(user_is_meant_in_any_case),
        cmocka_unit_test(user_without_a_domain_is_that_of_any),
        cmocka_unit_test(user_with_a_domain_is_that_of_this_domain),
        cmocka_unit_test(computer_has_two_backslashes_and_a_name),
        cmocka_unit_test(computers_name_has_no_backslashes),
    };

    return cmocka_run_group_tests_name("filters", tests, NULL, NULL);
}
