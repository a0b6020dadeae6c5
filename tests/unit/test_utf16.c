/*
 * UTF-16 text: names, comparison, conversion.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf16.h"
#include "platform/utf16_equal.h"
#include "support/unit.h"

static const struct utf16_slice absent = { NULL, 0 };

static struct utf16_name name_of(const char *utf8)
{
    struct utf16_name name;

    assert_true(utf16_name_from_utf8(&name, utf8));
    return name;
}

static void assert_utf8_equal(struct utf16_slice text, const char *expected)
{
    char utf8[64];

    assert_true(utf16_to_utf8(text, utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

static void text_may_stand_at_an_odd_address(void **state)
{
    static const uint8_t wire[] = { 0xff, 'a', 0, 0x16, 0x04, 0, 0 };
    const struct utf16_slice text = { wire + 1, 2 };

    (void)state;
    assert_int_equal(utf16_unit(text, 0), 'a');
    assert_int_equal(utf16_unit(text, 1), 0x0416);
    assert_utf8_equal(text, "aЖ");
}

static void terminated_text_ends_before_its_terminator(void **state)
{
    static const uint16_t text[] = { 'a', 'b', 0, 'c' };
    static const uint16_t empty[] = { 0 };

    (void)state;
    assert_int_equal(utf16_from_terminated(text).length, 2);
    assert_int_equal(utf16_from_terminated(empty).length, 0);
    assert_non_null(utf16_from_terminated(empty).units);
    assert_null(utf16_from_terminated(NULL).units);
}

static void part_is_cut_to_what_is_there(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("server");
    const struct utf16_slice text = utf16_from_name(&name);

    (void)state;
    assert_utf8_equal(utf16_part(text, 2, 3), "rve");
    assert_utf8_equal(utf16_part(text, 4, SIZE_MAX), "er");
    assert_int_equal(utf16_part(text, 6, 1).length, 0);
    assert_int_equal(utf16_part(text, SIZE_MAX, SIZE_MAX).length, 0);
    assert_null(utf16_part(absent, 0, 5).units);
}

static void name_takes_256_units_and_no_more(void **state)
{
    uint16_t units[NAME_LENGTH_MAX + 1];
    struct utf16_name name = utf16_name_from_ascii("old");

    (void)state;
    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = 'x';
    }
    assert_false(utf16_name_set(&name, (struct utf16_slice){ units, NAME_LENGTH_MAX + 1 }));
    assert_int_equal(name.length, 0);
    assert_int_equal(name.units[0], 0);
    assert_true(utf16_name_set(&name, (struct utf16_slice){ units, NAME_LENGTH_MAX }));
    assert_int_equal(name.length, NAME_LENGTH_MAX);
    assert_int_equal(name.units[NAME_LENGTH_MAX], 0);
}

static void text_that_does_not_fit_leaves_the_name_as_it_is(void **state)
{
    struct utf16_name name = utf16_name_from_ascii("base");
    struct utf16_name addition = utf16_name_from_ascii("-more");
    uint16_t units[NAME_LENGTH_MAX] = { 0 };

    (void)state;
    assert_true(utf16_name_append(&name, utf16_from_name(&addition)));
    assert_true(utf16_name_append_ascii(&name, "!"));
    assert_true(utf16_name_append(&name, absent));
    assert_false(utf16_name_append(&name, (struct utf16_slice){ units, NAME_LENGTH_MAX - 9 }));
    assert_utf8_equal(utf16_from_name(&name), "base-more!");
    name.length = NAME_LENGTH_MAX - 2;
    assert_false(utf16_name_append_ascii(&name, "abc"));
    assert_int_equal(name.length, NAME_LENGTH_MAX - 2);
    assert_true(utf16_name_append_ascii(&name, "ab"));
}

static void names_compare_without_case(void **state)
{
    static const struct
    {
        const char *a;
        const char *b;
        int equal;
    } cases[] = {
        { "server", "SERVER", 1 },
        { "server", "serve", 0 },
        { "serve", "server", 0 },
        { "äöü", "ÄÖÜ", 1 },
        { "ж", "Ж", 1 },
        { "a", "b", 0 },
        { "", "", 1 },
        { "語", "語", 1 },
        { "[", "{", 0 },
        { "@", "`", 0 },
        { "alice1", "alice2", 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_name a = name_of(cases[i].a);
        struct utf16_name b = name_of(cases[i].b);

        assert_int_equal(utf16_equal(utf16_from_name(&a), utf16_from_name(&b)), cases[i].equal);
    }
}

static void absent_text_equals_empty_text_only(void **state)
{
    const struct utf16_name empty = utf16_name_from_ascii("");
    const struct utf16_name name = utf16_name_from_ascii("a");

    (void)state;
    assert_true(utf16_equal(absent, utf16_from_name(&empty)));
    assert_true(utf16_equal_ascii(absent, ""));
    assert_false(utf16_equal(absent, utf16_from_name(&name)));
    assert_true(utf16_equal_ascii(utf16_from_name(&name), "A"));
}

static void finding_what_is_not_there_gives_the_length(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("a\\b\\c");

    (void)state;
    assert_int_equal(utf16_find(utf16_from_name(&name), '\\'), 1);
    assert_int_equal(utf16_find(utf16_from_name(&name), 'x'), 5);
    assert_int_equal(utf16_find(absent, 'x'), 0);
}

static void utf8_of_all_lengths_goes_to_and_fro(void **state)
{
    static const struct
    {
        const char *utf8;
        size_t units;
    } cases[] = {
        { "", 0 },
        { "a", 1 },
        { "\x7f", 1 },
        { "\xc2\x80", 1 },
        { "\xdf\xbf", 1 },
        { "\xe0\xa0\x80", 1 },
        { "\xed\x9f\xbf", 1 },
        { "\xee\x80\x80", 1 },
        { "\xef\xbf\xbf", 1 },
        { "\xf0\x90\x80\x80", 2 },
        { "\xf4\x8f\xbf\xbf", 2 },
        { "x😀y", 4 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_name name = name_of(cases[i].utf8);

        assert_int_equal(name.length, cases[i].units);
        assert_utf8_equal(utf16_from_name(&name), cases[i].utf8);
    }
}

static void malformed_utf8_becomes_replacement_characters(void **state)
{
    static const struct
    {
        const char *utf8;
        const char *repaired;
    } cases[] = {
        { "a\x80z", "a\xef\xbf\xbdz" },                             /* no first byte */
        { "\xc0\x80", "\xef\xbf\xbd\xef\xbf\xbd" },                 /* overlong */
        { "\xc3", "\xef\xbf\xbd" },                                 /* ends within */
        { "\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd" },                 /* the same, longer */
        { "\xe0\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" }, /* overlong */
        { "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" }, /* a surrogate */
        { "\xf5\x80\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
        { "\xff", "\xef\xbf\xbd" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_name name = name_of(cases[i].utf8);

        assert_utf8_equal(utf16_from_name(&name), cases[i].repaired);
    }
}

static void lone_surrogates_become_replacement_characters(void **state)
{
    static const uint16_t high_at_end[] = { 'a', 0xD83D };
    static const uint16_t high_before_letter[] = { 0xD83D, 'a' };
    static const uint16_t low_first[] = { 0xDE00, 0xD83D };

    (void)state;
    assert_utf8_equal((struct utf16_slice){ high_at_end, 2 }, "a\xef\xbf\xbd");
    assert_utf8_equal((struct utf16_slice){ high_before_letter, 2 }, "\xef\xbf\xbd"
                                                                     "a");
    assert_utf8_equal((struct utf16_slice){ low_first, 2 }, "\xef\xbf\xbd\xef\xbf\xbd");
}

static void utf8_that_does_not_fit_is_refused(void **state)
{
    const struct utf16_name name = name_of("abЖ");
    char utf8[8];

    (void)state;
    assert_true(utf16_to_utf8(utf16_from_name(&name), utf8, 5));
    assert_string_equal(utf8, "abЖ");
    for (size_t size = 0; size < 5; size++)
    {
        assert_false(utf16_to_utf8(utf16_from_name(&name), utf8, size));
    }
    assert_false(utf16_to_utf8(absent, utf8, 0));
    assert_true(utf16_to_utf8(absent, utf8, 1));
}

static void utf8_longer_than_a_name_is_refused(void **state)
{
    char utf8[NAME_LENGTH_MAX + 2];
    struct utf16_name name;

    (void)state;
    for (size_t i = 0; i < COUNT(utf8); i++)
    {
        utf8[i] = 'x';
    }
    utf8[NAME_LENGTH_MAX + 1] = 0;
    assert_false(utf16_name_from_utf8(&name, utf8));
    utf8[NAME_LENGTH_MAX] = 0;
    assert_true(utf16_name_from_utf8(&name, utf8));
    assert_int_equal(name.length, NAME_LENGTH_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_may_stand_at_an_odd_address),
        cmocka_unit_test(terminated_text_ends_before_its_terminator),
        cmocka_unit_test(part_is_cut_to_what_is_there),
        cmocka_unit_test(name_takes_256_units_and_no_more),
        cmocka_unit_test(text_that_does_not_fit_leaves_the_name_as_it_is),
        cmocka_unit_test(names_compare_without_case),
        cmocka_unit_test(absent_text_equals_empty_text_only),
        cmocka_unit_test(finding_what_is_not_there_gives_the_length),
        cmocka_unit_test(utf8_of_all_lengths_goes_to_and_fro),
        cmocka_unit_test(malformed_utf8_becomes_replacement_characters),
        cmocka_unit_test(lone_surrogates_become_replacement_characters),
        cmocka_unit_test(utf8_that_does_not_fit_is_refused),
        cmocka_unit_test(utf8_longer_than_a_name_is_refused),
    };

    return cmocka_run_group_tests_name("utf16", tests, NULL, NULL);
}
