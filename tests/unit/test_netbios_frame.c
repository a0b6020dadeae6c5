/*
 * Unit tests: packets of the NetBIOS session service.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/netbios/netbios_frame.h"
#include "support/unit.h"

static void header_carries_seventeen_bits_of_length(void **state)
{
    static const uint32_t lengths[] = { 0, 1, 0x100, 0xffff, 0x10000, 0x1ffff };

    (void)state;
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
    {
        const struct netbios_frame_header written = { NETBIOS_SESSION_MESSAGE, lengths[i] };
        struct netbios_frame_header read;
        uint8_t data[NETBIOS_FRAME_HEADER_SIZE];

        netbios_frame_header_write(data, &written);
        netbios_frame_header_read(data, &read);
        assert_int_equal(read.type, NETBIOS_SESSION_MESSAGE);
        assert_int_equal(read.length, lengths[i]);
    }
}

/* The example of [RFC 1001] 14.1: "The NetBIOS name". */
static void name_is_written_as_in_the_rfc(void **state)
{
    static const uint8_t name[NETBIOS_NAME_SIZE] = "The NetBIOS name";
    uint8_t data[NETBIOS_WIRE_NAME_SIZE];

    (void)state;
    netbios_wire_name_write(data, name);
    assert_int_equal(data[0], 0x20);
    assert_memory_equal(data + 1, "FEGIGFCAEOGFHEECEJEPFDCAGOGBGNGF", 32);
    assert_int_equal(data[33], 0);
}

static void request_names_the_called_before_the_calling(void **state)
{
    static const uint8_t called[NETBIOS_NAME_SIZE] = "CALLED          ";
    static const uint8_t calling[NETBIOS_NAME_SIZE] = "CALLING         ";
    uint8_t data[NETBIOS_SESSION_REQUEST_SIZE];
    uint8_t name[NETBIOS_WIRE_NAME_SIZE];

    (void)state;
    netbios_session_request_write(data, called, calling);
    assert_memory_equal(data, "\x81\0\0\x44", 4);
    netbios_wire_name_write(name, called);
    assert_memory_equal(data + 4, name, sizeof(name));
    netbios_wire_name_write(name, calling);
    assert_memory_equal(data + 38, name, sizeof(name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(header_carries_seventeen_bits_of_length),
        cmocka_unit_test(name_is_written_as_in_the_rfc),
        cmocka_unit_test(request_names_the_called_before_the_calling),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
