/*
 * Names of subnets.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/subnet_name.h"
#include "support/hosts.h"
#include "support/unit.h"

static void names_of_subnets_are_valid(void **state)
{
    static const char *const names[] = {
        "10.0.0.0/8", "192.168.1.0/24", "192.168.1.128/25", "192.168.1.7/32",
        "0.0.0.0/0",  "172.16.0.0/12",  "2001:db8::/32",    "fe80::1/128",
        "::/0",       "10.128.0.0/9",   "255.255.255.0/24",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        if (!subnet_name_is_valid(text_of(names[i])))
        {
            fail_msg("%s is valid", names[i]);
        }
    }
}

static void what_is_no_subnet_is_invalid(void **state)
{
    static const char *const names[] = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "/8",
        "10.0.0/8",
        "10.0.0.256/32",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "10.0.0.0/+8",
        "10.0.0.0/8 ",
        " 10.0.0.0/8",
        "10.0.0.0/8/8",
        "10.0.0.0/4294967304",
        "10.0.0.1/8", /* bits behind the mask */
        "192.168.1.1/24",
        "10.128.0.0/8",
        "2001:db8::/129",
        "2001:db8::1/32",
        "[2001:db8::]/32",
        "subnet/24",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        if (subnet_name_is_valid(text_of(names[i])))
        {
            fail_msg("%s is invalid", names[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_subnets_are_valid),
        cmocka_unit_test(what_is_no_subnet_is_invalid),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
