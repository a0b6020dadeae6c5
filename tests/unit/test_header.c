/*
 * The SMB2 packet header against [MS-SMB2] 2.2.1.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/header.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

#define HEADER                                                                                     \
    "fe534d42" /* ProtocolId */                                                                    \
    "4000"     /* StructureSize */                                                                 \
    "0100"     /* CreditCharge */                                                                  \
    "220000c0" /* Status */                                                                        \
    "0b00"     /* Command: IOCTL */                                                                \
    "2000"     /* Credits */                                                                       \
    "09000000" /* Flags: reply, signed */                                                          \
    "78000000" /* NextCommand */                                                                   \
    "0807060504030201"                                                                             \
    "00000000"         /* Reserved */                                                              \
    "0d0c0b0a"         /* TreeId */                                                                \
    "1817161514131211" /* SessionId */

#define NO_SIGNATURE "00000000000000000000000000000000"
#define SIGNATURE    "000102030405060708090a0b0c0d0e0f"

static bool decodes(struct bytes message)
{
    struct reader reader = reader_over(message.data, message.size);
    struct smb2_header header;

    return smb2_header_decode(&header, &reader);
}

static void header_is_written_field_by_field(void **state)
{
    const struct smb2_header header = {
        .credit_charge = 1,
        .status = 0xC0000022,
        .command = SMB2_IOCTL,
        .credits = 32,
        .flags = SMB2_FLAGS_SERVER_TO_REDIR | SMB2_FLAGS_SIGNED,
        .next_command = 0x78,
        .message_id = 0x0102030405060708,
        .tree_id = 0x0a0b0c0d,
        .session_id = 0x1112131415161718,
        .signature = { 0xff },
    };
    struct writer writer = { 0 };

    (void)state;
    smb2_header_encode(&header, &writer);
    assert_hex_equal(writer.data, writer.size, HEADER NO_SIGNATURE);
    writer_free(&writer);
}

static void header_is_read_field_by_field(void **state)
{
    const struct hex message = hex(HEADER SIGNATURE "2a");
    struct reader reader = reader_over(message.data, message.size);
    struct smb2_header header;

    (void)state;
    assert_true(smb2_header_decode(&header, &reader));
    assert_int_equal(header.credit_charge, 1);
    assert_int_equal(header.status, 0xC0000022);
    assert_int_equal(header.command, SMB2_IOCTL);
    assert_int_equal(header.credits, 32);
    assert_int_equal(header.flags, SMB2_FLAGS_SERVER_TO_REDIR | SMB2_FLAGS_SIGNED);
    assert_int_equal(header.next_command, 0x78);
    assert_true(header.message_id == 0x0102030405060708);
    assert_int_equal(header.tree_id, 0x0a0b0c0d);
    assert_true(header.session_id == 0x1112131415161718);
    assert_hex_equal(header.signature, sizeof(header.signature), SIGNATURE);
    assert_int_equal(reader.offset, SMB2_HEADER_SIZE);
}

static void header_that_ends_early_is_refused(void **state)
{
    const struct hex message = hex(HEADER SIGNATURE);

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&message), decodes);
}

static void other_protocols_and_sizes_are_refused(void **state)
{
    struct hex message = hex(HEADER SIGNATURE);

    (void)state;
    message.data[0] = 0xff; /* SMB 1 */
    assert_false(decodes(bytes_of_hex(&message)));
    message.data[0] = 0xfd; /* a transform header */
    assert_false(decodes(bytes_of_hex(&message)));
    message.data[0] = 0xfe;
    message.data[4] = 0x41; /* StructureSize */
    assert_false(decodes(bytes_of_hex(&message)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(header_is_written_field_by_field),
        cmocka_unit_test(header_is_read_field_by_field),
        cmocka_unit_test(header_that_ends_early_is_refused),
        cmocka_unit_test(other_protocols_and_sizes_are_refused),
    };

    return cmocka_run_group_tests_name("header", tests, NULL, NULL);
}
