/*
 * Unit tests: packets of the NetBIOS session service.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/netbios/netbios_frame.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

static void header_carries_seventeen_bits_of_length(void **state)
{
    static const uint32_t lengths[] = { 0, 1, 0x100, 0xffff, 0x10000, 0x1ffff };

    (void)state;
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
    {
        const struct netbios_frame_header written = { NETBIOS_SESSION_MESSAGE, lengths[i] };
        struct netbios_frame_header read;
        struct writer writer = { 0 };
        struct reader reader;

        netbios_frame_header_encode(&written, &writer);
        assert_int_equal(writer.size, NETBIOS_FRAME_HEADER_SIZE);
        reader = reader_over(writer.data, writer.size);
        assert_true(netbios_frame_header_decode(&read, &reader));
        assert_int_equal(read.type, NETBIOS_SESSION_MESSAGE);
        assert_int_equal(read.length, lengths[i]);
        writer_free(&writer);
    }
}

/* [RFC 1002] 4.3.1: the flags but for the lowest are reserved. */
static void reserved_flags_are_no_part_of_the_length(void **state)
{
    const struct hex data = hex("83 fe 0001");
    struct reader reader = reader_over(data.data, data.size);
    struct netbios_frame_header header;

    (void)state;
    assert_true(netbios_frame_header_decode(&header, &reader));
    assert_int_equal(header.type, NETBIOS_NEGATIVE_SESSION_RESPONSE);
    assert_int_equal(header.length, 1);
}

static bool decodes_header(struct bytes data)
{
    struct reader reader = reader_over(data.data, data.size);
    struct netbios_frame_header header;

    return netbios_frame_header_decode(&header, &reader);
}

static void header_that_is_cut_is_refused(void **state)
{
    const struct hex data = hex("82 00 0000");

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&data), decodes_header);
}

/* The example of [RFC 1001] 14.1: "The NetBIOS name". */
static void name_is_written_as_in_the_rfc(void **state)
{
    static const uint8_t name[NETBIOS_NAME_SIZE] = "The NetBIOS name";
    struct writer writer = { 0 };

    (void)state;
    netbios_wire_name_encode(name, &writer);
    assert_int_equal(writer.size, NETBIOS_WIRE_NAME_SIZE);
    assert_int_equal(writer.data[0], 0x20);
    assert_memory_equal(writer.data + 1, "FEGIGFCAEOGFHEECEJEPFDCAGOGBGNGF", 32);
    assert_int_equal(writer.data[33], 0);
    writer_free(&writer);
}

static void request_names_the_called_before_the_calling(void **state)
{
    static const uint8_t called[NETBIOS_NAME_SIZE] = "CALLED          ";
    static const uint8_t calling[NETBIOS_NAME_SIZE] = "CALLING         ";
    struct writer request = { 0 };
    struct writer names = { 0 };

    (void)state;
    netbios_wire_name_encode(called, &names);
    netbios_wire_name_encode(calling, &names);
    netbios_session_request_encode(called, calling, &request);
    assert_int_equal(request.size, NETBIOS_FRAME_HEADER_SIZE + names.size);
    assert_memory_equal(request.data, "\x81\0\0\x44", 4);
    assert_memory_equal(request.data + 4, names.data, names.size);
    writer_free(&request);
    writer_free(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(header_carries_seventeen_bits_of_length),
        cmocka_unit_test(reserved_flags_are_no_part_of_the_length),
        cmocka_unit_test(header_that_is_cut_is_refused),
        cmocka_unit_test(name_is_written_as_in_the_rfc),
        cmocka_unit_test(request_names_the_called_before_the_calling),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
