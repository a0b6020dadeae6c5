/*
 * What names may be, as [MS-SRVS] 2.2.2.8 lists it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/name_rules.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define ENOUGH (NAME_TYPE_LENGTH_MAX + 1)

static const uint16_t many[NAME_TYPE_LENGTH_MAX + 2];

/* As many letters. */
static struct utf16_slice letters(size_t length)
{
    static uint16_t units[NAME_TYPE_LENGTH_MAX + 1];

    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = 'a';
    }
    return (struct utf16_slice){ units, length };
}

/* ---- Validation ------------------------------------------------------------------------------ */

static void each_type_has_its_lengths(void **state)
{
    static const struct
    {
        uint32_t type;
        size_t shortest;
        size_t longest;
    } types[] = {
        { NAMETYPE_USER, 1, 256 },        { NAMETYPE_PASSWORD, 0, 256 },
        { NAMETYPE_GROUP, 1, 256 },       { NAMETYPE_COMPUTER, 1, 260 },
        { NAMETYPE_EVENT, 1, 16 },        { NAMETYPE_DOMAIN, 1, 15 },
        { NAMETYPE_SERVICE, 1, 80 },      { NAMETYPE_NET, 1, 260 },
        { NAMETYPE_SHARE, 1, 80 },        { NAMETYPE_MESSAGE, 1, 15 },
        { NAMETYPE_MESSAGEDEST, 1, 259 }, /* of 260 with a * only */
        { NAMETYPE_SHAREPASSWORD, 0, 8 }, { NAMETYPE_WORKGROUP, 1, 15 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        const uint32_t type = types[i].type;

        assert_int_equal(name_validate(letters(0), type, 0),
                         types[i].shortest ? ERROR_INVALID_NAME : ERROR_SUCCESS);
        assert_int_equal(name_validate(letters(1), type, 0), ERROR_SUCCESS);
        assert_int_equal(name_validate(letters(types[i].longest), type, 0), ERROR_SUCCESS);
        assert_int_equal(name_validate(letters(types[i].longest + 1), type, 0), ERROR_INVALID_NAME);
    }
}

static void each_type_has_its_characters(void **state)
{
    static const char all[] = "\"/\\[]:|<>+=;,?";

    (void)state;
    for (uint32_t type = NAMETYPE_USER; type <= NAMETYPE_WORKGROUP; type++)
    {
        const bool is_password = type == NAMETYPE_PASSWORD || type == NAMETYPE_SHAREPASSWORD;
        uint16_t units[] = { 'a', 0, 'b' };
        const struct utf16_slice name = { units, COUNT(units) };

        for (size_t i = 0; all[i]; i++)
        {
            units[1] = (uint16_t)all[i];
            assert_int_equal(name_validate(name, type, 0),
                             is_password ? ERROR_SUCCESS : ERROR_INVALID_NAME);
        }
        for (uint16_t unit = 1; unit < ' '; unit++)
        {
            units[1] = unit;
            assert_int_equal(name_validate(name, type, 0),
                             is_password ? ERROR_SUCCESS : ERROR_INVALID_NAME);
        }
        units[1] = ' ';
        assert_int_equal(name_validate(name, type, 0),
                         type == NAMETYPE_DOMAIN ? ERROR_INVALID_NAME : ERROR_SUCCESS);
        units[1] = 0x263A;
        assert_int_equal(name_validate(name, type, 0), ERROR_SUCCESS);
    }
}

static void other_requirements_of_names(void **state)
{
    static const struct
    {
        uint32_t type;
        struct utf16_slice name;
        uint32_t status;
    } names[] = {
        { NAMETYPE_USER, U(" . "), ERROR_INVALID_NAME },
        { NAMETYPE_SHARE, U(".."), ERROR_INVALID_NAME },
        { NAMETYPE_SHARE, U(".a"), ERROR_SUCCESS },
        { NAMETYPE_PASSWORD, U(" . "), ERROR_SUCCESS },
        { NAMETYPE_COMPUTER, U(" a"), ERROR_INVALID_NAME },
        { NAMETYPE_COMPUTER, U("a "), ERROR_INVALID_NAME },
        { NAMETYPE_COMPUTER, U("a b"), ERROR_SUCCESS },
        { NAMETYPE_COMPUTER, U("a*"), ERROR_INVALID_NAME },
        { NAMETYPE_DOMAIN, U("a*"), ERROR_INVALID_NAME },
        { NAMETYPE_WORKGROUP, U("a*"), ERROR_SUCCESS },
        { NAMETYPE_MESSAGEDEST, U("a*"), ERROR_SUCCESS },
        { NAMETYPE_MESSAGEDEST, U("*"), ERROR_SUCCESS },
        { NAMETYPE_MESSAGEDEST, U("a*b"), ERROR_INVALID_NAME },
        { NAMETYPE_MESSAGEDEST, U("**"), ERROR_INVALID_NAME },
        { 0, U("a"), ERROR_INVALID_PARAMETER },
        { NAMETYPE_WORKGROUP + 1, U("a"), ERROR_INVALID_PARAMETER },
        { UINT32_MAX, U("a"), ERROR_INVALID_PARAMETER },
        { NAMETYPE_USER, { NULL, 0 }, ERROR_INVALID_PARAMETER },
    };
    static const struct utf16_slice name = U("a");

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        assert_int_equal(name_validate(names[i].name, names[i].type, 0), names[i].status);
    }
    assert_int_equal(name_validate(name, NAMETYPE_USER, 1), ERROR_INVALID_PARAMETER);
    assert_int_equal(name_validate((struct utf16_slice){ many, COUNT(many) }, NAMETYPE_PASSWORD, 0),
                     ERROR_INVALID_NAME);
}

/* ---- The canonical form ---------------------------------------------------------------------- */

static void names_of_netbios_are_canonical_in_upper_case(void **state)
{
    static const struct
    {
        uint32_t type;
        uint32_t flags;
        struct utf16_slice name;
        struct utf16_slice canonical;
    } names[] = {
        { NAMETYPE_COMPUTER, 0, U("fs.Example.com"), U("FS.EXAMPLE.COM") },
        { NAMETYPE_DOMAIN, 0, U("dom"), U("DOM") },
        { NAMETYPE_WORKGROUP, 0, U("a b"), U("A B") },
        { NAMETYPE_USER, 0, U("Alice"), U("Alice") },
        { NAMETYPE_SHARE, 0, U("Docs"), U("Docs") },
        { NAMETYPE_PASSWORD, 0, U("Secret"), U("Secret") },
        { NAMETYPE_USER, NAME_LM2X_COMPATIBLE, U("Alice"), U("ALICE") },
        { NAMETYPE_SHARE, NAME_LM2X_COMPATIBLE, U("Docs"), U("DOCS") },
        { NAMETYPE_PASSWORD, NAME_LM2X_COMPATIBLE, U("Secret"), U("Secret") },
        { NAMETYPE_PASSWORD, 0, U(""), U("") },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        struct canonical_name canonical;

        assert_int_equal(
            name_canonicalize(names[i].name, names[i].type, names[i].flags, ENOUGH, &canonical),
            ERROR_SUCCESS);
        assert_int_equal(utf16_compare((struct utf16_slice){ canonical.units, canonical.length },
                                       names[i].canonical),
                         0);
        assert_int_equal(canonical.units[canonical.length], 0);
    }
}

static void buffer_must_hold_the_name_or_any_name(void **state)
{
    static const struct utf16_slice name = U("dom");
    struct canonical_name canonical;

    (void)state;
    assert_int_equal(name_canonicalize(name, NAMETYPE_DOMAIN, 0, 0, &canonical), NERR_BufTooSmall);
    assert_int_equal(name_canonicalize(name, NAMETYPE_DOMAIN, 0, 3, &canonical), NERR_BufTooSmall);
    assert_int_equal(canonical.length, 0);
    assert_int_equal(name_canonicalize(name, NAMETYPE_DOMAIN, 0, 4, &canonical), ERROR_SUCCESS);
    assert_int_equal(name_canonicalize(name, NAMETYPE_DOMAIN, NAME_BUFFER_FOR_ANY, 15, &canonical),
                     NERR_BufTooSmall);
    assert_int_equal(name_canonicalize(name, NAMETYPE_DOMAIN, NAME_BUFFER_FOR_ANY, 16, &canonical),
                     ERROR_SUCCESS);
}

static void names_of_lan_manager_2_are_shorter(void **state)
{
    static const struct
    {
        uint32_t type;
        size_t longest;
    } types[] = {
        { NAMETYPE_USER, 20 },     { NAMETYPE_PASSWORD, 14 }, { NAMETYPE_GROUP, 20 },
        { NAMETYPE_COMPUTER, 15 }, { NAMETYPE_SERVICE, 15 },  { NAMETYPE_SHARE, 12 },
    };
    struct canonical_name canonical;

    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
    {
        assert_int_equal(name_canonicalize(letters(types[i].longest), types[i].type,
                                           NAME_LM2X_COMPATIBLE, ENOUGH, &canonical),
                         ERROR_SUCCESS);
        assert_int_equal(name_canonicalize(letters(types[i].longest + 1), types[i].type,
                                           NAME_LM2X_COMPATIBLE, ENOUGH, &canonical),
                         ERROR_INVALID_NAME);
    }
}

static void bad_names_types_and_flags_have_no_canonical_form(void **state)
{
    static const struct utf16_slice name = U("a|b");
    struct canonical_name canonical;

    (void)state;
    assert_int_equal(name_canonicalize(name, NAMETYPE_USER, 0, ENOUGH, &canonical),
                     ERROR_INVALID_NAME);
    assert_int_equal(name_canonicalize(name, 0, 0, ENOUGH, &canonical), ERROR_INVALID_PARAMETER);
    assert_int_equal(name_canonicalize(name, NAMETYPE_USER, 2, ENOUGH, &canonical),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(name_canonicalize(letters(0), NAMETYPE_USER, 0, ENOUGH, &canonical),
                     ERROR_INVALID_NAME);
    assert_int_equal(canonical.units[0], 0);
}

/* ---- Comparison ------------------------------------------------------------------------------ */

static void names_compare_without_case_and_passwords_with_it(void **state)
{
    static const struct utf16_slice alice = U("alice");
    static const struct utf16_slice upper = U("ALICE");
    static const struct utf16_slice bob = U("bob");
    static const struct utf16_slice bad = U("a|");

    (void)state;
    assert_int_equal(name_compare(alice, upper, NAMETYPE_USER, 0), 0);
    assert_int_equal(name_compare(alice, upper, NAMETYPE_USER, NAME_IS_CANONICAL), 0);
    assert_int_equal(name_compare(alice, upper, NAMETYPE_USER, NAME_LM2X_COMPATIBLE), 0);
    assert_int_equal(name_compare(alice, bob, NAMETYPE_USER, 0), -1);
    assert_int_equal(name_compare(bob, upper, NAMETYPE_USER, 0), 1);
    assert_int_equal(name_compare(alice, upper, NAMETYPE_PASSWORD, 0), 1);
    assert_int_equal(name_compare(alice, alice, NAMETYPE_PASSWORD, 0), 0);
    assert_int_equal(name_compare(alice, bad, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
    assert_int_equal(name_compare(bad, alice, NAMETYPE_USER, 0), ERROR_INVALID_NAME);
    assert_int_equal(name_compare(alice, bob, 0, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(name_compare(alice, bob, NAMETYPE_USER, 2), ERROR_INVALID_PARAMETER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_type_has_its_lengths),
        cmocka_unit_test(each_type_has_its_characters),
        cmocka_unit_test(other_requirements_of_names),
        cmocka_unit_test(names_of_netbios_are_canonical_in_upper_case),
        cmocka_unit_test(buffer_must_hold_the_name_or_any_name),
        cmocka_unit_test(names_of_lan_manager_2_are_shorter),
        cmocka_unit_test(bad_names_types_and_flags_have_no_canonical_form),
        cmocka_unit_test(names_compare_without_case_and_passwords_with_it),
    };

    return cmocka_run_group_tests_name("name_rules", tests, NULL, NULL);
}
