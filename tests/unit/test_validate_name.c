/*
 * Names for a computer, a workgroup or a domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/validate_name.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

/* A member of a domain. */
static const struct setup_names member = { .computer = U("PC1"), .domain = U("DOM") };
static const struct setup_names no_member = { .computer = U("PC1"), .domain = { NULL, 0 } };

struct validated_name
{
    struct utf16_slice name;
    uint32_t status;
};

static void assert_validated(uint32_t type, const struct validated_name *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        assert_int_equal(validate_name_here(names[i].name, type, &member), names[i].status);
    }
}

static void computers_have_names_of_netbios(void **state)
{
    static const struct validated_name names[] = {
        { U("a"), ERROR_SUCCESS },
        { U("pc1"), ERROR_SUCCESS },
        { U("ABCDEFGHIJKLMNO"), ERROR_SUCCESS },
        { U("1a"), ERROR_SUCCESS },
        { U("a.b"), ERROR_SUCCESS },
        { U(""), NERR_InvalidComputer },
        { U("ABCDEFGHIJKLMNOP"), NERR_InvalidComputer },
        { U("123"), NERR_InvalidComputer },
        { U(".a"), NERR_InvalidComputer },
        { U(" a"), NERR_InvalidComputer },
        { U("a*"), NERR_InvalidComputer },
        { U("a:b"), NERR_InvalidComputer },
        { { NULL, 0 }, ERROR_INVALID_PARAMETER },
    };

    (void)state;
    assert_validated(SETUP_NAME_MACHINE, names, COUNT(names));
}

static void workgroups_are_not_called_as_the_computer(void **state)
{
    static const struct validated_name names[] = {
        { U("WORKGROUP"), ERROR_SUCCESS },
        { U("pc1"), NERR_InvalidWorkgroupName },
        { U("ABCDEFGHIJKLMNOP"), NERR_InvalidWorkgroupName },
        { U("a,b"), NERR_InvalidWorkgroupName },
        { U(". ."), NERR_InvalidWorkgroupName },
    };

    (void)state;
    assert_validated(SETUP_NAME_WORKGROUP, names, COUNT(names));
}

static void the_computers_own_domain_exists(void **state)
{
    static const struct validated_name existing[] = {
        { U("dom"), ERROR_SUCCESS },
        { U("OTHER"), ERROR_NO_SUCH_DOMAIN },
        { U("other.example.com"), ERROR_NO_SUCH_DOMAIN },
        { U("a|b"), ERROR_INVALID_DOMAINNAME },
        { U(""), ERROR_INVALID_DOMAINNAME },
    };
    static const struct validated_name new[] = {
        { U("dom"), ERROR_DUP_NAME },
        { U("OTHER"), ERROR_SUCCESS },
        { U("new_one.example.com"), ERROR_SUCCESS },
        { U("a domain of blanks"), ERROR_INVALID_DOMAINNAME },
    };
    static const struct utf16_slice none = U("dom");

    (void)state;
    assert_validated(SETUP_NAME_DOMAIN, existing, COUNT(existing));
    assert_validated(SETUP_NAME_NON_EXISTENT_DOMAIN, new, COUNT(new));
    assert_int_equal(validate_name_here(none, SETUP_NAME_DOMAIN, &no_member), ERROR_NO_SUCH_DOMAIN);
    assert_int_equal(validate_name_here(none, SETUP_NAME_NON_EXISTENT_DOMAIN, &no_member),
                     ERROR_SUCCESS);
}

#define LABEL_63 "a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-123"

static void computers_have_names_of_dns(void **state)
{
    static const struct validated_name names[] = {
        { U("a"), ERROR_SUCCESS },
        { U("A-1.example.com"), ERROR_SUCCESS },
        { U("a."), ERROR_SUCCESS },
        { U("a.1"), ERROR_SUCCESS },
        { U(LABEL_63), ERROR_SUCCESS },
        { U(LABEL_63 "." LABEL_63 "." LABEL_63 "." LABEL_63), ERROR_SUCCESS },
        { U(LABEL_63 "." LABEL_63 "." LABEL_63 "." LABEL_63 "."), ERROR_INVALID_COMPUTERNAME },
        { U(LABEL_63 "4"), ERROR_INVALID_COMPUTERNAME },
        { U(""), ERROR_INVALID_COMPUTERNAME },
        { U("."), ERROR_INVALID_COMPUTERNAME },
        { U(".a"), ERROR_INVALID_COMPUTERNAME },
        { U("a..b"), ERROR_INVALID_COMPUTERNAME },
        { U("123.example.com"), NERR_InvalidComputer },
        { U("a_b"), DNS_ERROR_NON_RFC_NAME },
        { U("m\u00fcller"), DNS_ERROR_NON_RFC_NAME },
        { U("a_b c"), DNS_ERROR_INVALID_NAME_CHAR },
        { U("a b_c"), DNS_ERROR_INVALID_NAME_CHAR },
        { U("a@b"), DNS_ERROR_INVALID_NAME_CHAR },
        { U("a\tb"), DNS_ERROR_INVALID_NAME_CHAR },
    };

    (void)state;
    assert_validated(SETUP_NAME_DNS_MACHINE, names, COUNT(names));
}

static void other_types_are_refused(void **state)
{
    static const struct utf16_slice name = U("a");

    (void)state;
    assert_int_equal(validate_name_here(name, 0, &member), ERROR_INVALID_PARAMETER);
    assert_int_equal(validate_name_here(name, 6, &member), ERROR_INVALID_PARAMETER);
    assert_int_equal(validate_name_here(name, 0x10001, &member), ERROR_INVALID_PARAMETER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computers_have_names_of_netbios),
        cmocka_unit_test(workgroups_are_not_called_as_the_computer),
        cmocka_unit_test(the_computers_own_domain_exists),
        cmocka_unit_test(computers_have_names_of_dns),
        cmocka_unit_test(other_types_are_refused),
    };

    return cmocka_run_group_tests_name("validate_name", tests, NULL, NULL);
}
