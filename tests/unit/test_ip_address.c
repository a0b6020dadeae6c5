/*
 * IP addresses as text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/ip_address.h"
#include "support/unit.h"

static bool parses(const char *text, struct ip_address *address)
{
    struct utf16_name name = utf16_name_from_ascii(text);

    return ip_address_parse(utf16_from_name(&name), address);
}

static void addresses_are_read_and_written_in_their_shortest_form(void **state)
{
    static const struct
    {
        const char *text;
        const char *written;
    } addresses[] = {
        { "192.0.2.7", "192.0.2.7" },
        { "255.255.255.255", "255.255.255.255" },
        { "::ffff:192.0.2.7", "192.0.2.7" },
        { "::", "::" },
        { "::1", "::1" },
        { "[::1]", "::1" },
        { "0:0:0:0:0:0:0:1", "::1" },
        { "1::", "1::" },
        { "2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1" },
        { "2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1" },
        { "2001:db8::0:0:1", "2001:db8::1" },
        { "1:0:0:2::", "1:0:0:2::" },
        { "64:ff9b::192.0.2.33", "64:ff9b::c000:221" },
        { "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0" },
        { "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++)
    {
        struct ip_address address;
        char text[IP_ADDRESS_TEXT_SIZE];

        assert_true(parses(addresses[i].text, &address));
        ip_address_format(&address, text);
        assert_string_equal(text, addresses[i].written);
    }
}

static void what_is_no_address_is_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.0004",
        "1.2.3.a",
        "[1.2.3.4]",
        ":",
        ":::",
        "1:",
        ":1",
        "1::2::3",
        "12345::",
        "::g",
        "1:2:3:4",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1.2.3",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "[::1",
        "::1]",
        "[]",
        "::1%eth0",
        " ::1",
        "1:2:3:4:5:6:7:1.2.3.4",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
    {
        struct ip_address address;

        if (parses(texts[i], &address))
        {
            fail_msg("'%s' is taken for an address", texts[i]);
        }
    }
}

static void loopback_is_127_and_one(void **state)
{
    struct ip_address address;

    (void)state;
    assert_true(parses("127.255.0.3", &address) && ip_address_is_loopback(&address));
    assert_true(parses("::1", &address) && ip_address_is_loopback(&address));
    assert_true(parses("::ffff:127.0.0.1", &address) && ip_address_is_loopback(&address));
    assert_true(parses("128.0.0.1", &address) && !ip_address_is_loopback(&address));
    assert_true(parses("::2", &address) && !ip_address_is_loopback(&address));
    assert_true(parses("1::1", &address) && !ip_address_is_loopback(&address));
    assert_true(parses("::127.0.0.1", &address) && !ip_address_is_loopback(&address));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_read_and_written_in_their_shortest_form),
        cmocka_unit_test(what_is_no_address_is_refused),
        cmocka_unit_test(loopback_is_127_and_one),
    };

    return cmocka_run_group_tests_name("ip_address", tests, NULL, NULL);
}
