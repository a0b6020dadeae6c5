/*
 * The bodies of the commands against the layouts of [MS-SMB2] 2.2.5 to 2.2.32.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/commands.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* 64 bytes that stand for the header of a reply. */
#define HEADER                                                                                     \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000"             \
    "000000000000000000000000000000000000000000000000"
#define FILE_ID "08070605040302011817161514131211"
#define ZEROS_62                                                                                   \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000"             \
    "00000000000000000000000000000000000000000000"

/* What goes before the message in the frame; offsets must not count it. */
#define BEFORE 4

static const struct smb2_file_id file_id = { 0x0102030405060708, 0x1112131415161718 };

static struct writer begin_request(void)
{
    struct writer writer = { 0 };

    writer_zeros(&writer, BEFORE + SMB2_HEADER_SIZE);
    return writer;
}

static void assert_body(struct writer *writer, const char *expected)
{
    const size_t body = BEFORE + SMB2_HEADER_SIZE;

    assert_hex_equal(writer->data + body, writer->size - body, expected);
    writer_free(writer);
}

/* ---- Requests -------------------------------------------------------------------------------- */

static void session_setup_is_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_session_setup_encode(3, bytes_of_text("tok"), BEFORE, &writer);
    assert_body(&writer, "1900 00 03 00000000 00000000 5800 0300 0000000000000000 746f6b");
}

static void tree_connect_is_written_as_specified(void **state)
{
    const struct utf16_name path = utf16_name_from_ascii("\\\\s\\I");
    struct writer writer = begin_request();

    (void)state;
    smb2_tree_connect_encode(utf16_from_name(&path), BEFORE, &writer);
    assert_body(&writer, "0900 0000 4800 0a00 5c005c0073005c004900");
}

static void create_is_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_create_pipe_encode("ab", BEFORE, &writer);
    assert_body(&writer, "3900 00 00 02000000 0000000000000000 0000000000000000"
                         "9f011200 00000000 03000000 01000000 00000000"
                         "7800 0400 00000000 00000000 61006200");
}

static void ioctl_is_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_ioctl_encode(FSCTL_PIPE_TRANSCEIVE, file_id, bytes_of_text("in"), 65536, BEFORE, &writer);
    assert_body(&writer, "3900 0000 17c01100" FILE_ID "78000000 02000000 00000000"
                         "00000000 00000000 00000100 01000000 00000000 696e");
}

static void read_is_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_read_encode(file_id, 65536, &writer);
    assert_body(&writer, "3100 00 00 00000100 0000000000000000" FILE_ID
                         "00000000 00000000 00000000 0000 0000 00");
}

static void write_is_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_write_encode(file_id, bytes_of_text("out"), BEFORE, &writer);
    assert_body(&writer, "3100 7000 03000000 0000000000000000" FILE_ID
                         "00000000 00000000 0000 0000 00000000 6f7574");
}

static void close_and_the_empty_bodies_are_written_as_specified(void **state)
{
    struct writer writer = begin_request();

    (void)state;
    smb2_close_encode(file_id, &writer);
    assert_body(&writer, "1800 0000 00000000" FILE_ID);
    writer = begin_request();
    smb2_empty_encode(&writer);
    assert_body(&writer, "0400 0000");
}

/* ---- Replies --------------------------------------------------------------------------------- */

static uint32_t decode_session_setup(struct bytes message, struct bytes *data)
{
    struct smb2_session_setup_reply reply;
    uint32_t status = smb2_session_setup_decode(&reply, message);

    *data = reply.security_blob;
    return status ? status : reply.session_flags == 4 ? ERROR_SUCCESS : ERROR_GEN_FAILURE;
}

static uint32_t decode_tree_connect(struct bytes message, struct bytes *data)
{
    struct smb2_tree_connect_reply reply;
    uint32_t status = smb2_tree_connect_decode(&reply, message);

    *data = (struct bytes){ 0 };
    if (status)
    {
        return status;
    }
    return reply.share_type == SMB2_SHARE_TYPE_PIPE &&
                   reply.share_flags == SMB2_SHAREFLAG_ENCRYPT_DATA
               ? ERROR_SUCCESS
               : ERROR_GEN_FAILURE;
}

static uint32_t decode_create(struct bytes message, struct bytes *data)
{
    struct smb2_file_id decoded;
    uint32_t status = smb2_create_decode(&decoded, message);

    *data = (struct bytes){ 0 };
    if (status)
    {
        return status;
    }
    return decoded.persistent == file_id.persistent && decoded.transient == file_id.transient
               ? ERROR_SUCCESS
               : ERROR_GEN_FAILURE;
}

static uint32_t decode_ioctl(struct bytes message, struct bytes *data)
{
    return smb2_ioctl_decode(data, FSCTL_PIPE_TRANSCEIVE, message);
}

static uint32_t decode_read(struct bytes message, struct bytes *data)
{
    return smb2_read_decode(data, message);
}

static uint32_t decode_write(struct bytes message, struct bytes *data)
{
    uint32_t written = 0;
    uint32_t status = smb2_write_decode(&written, message);

    *data = (struct bytes){ 0 };
    return status ? status : written == 3 ? ERROR_SUCCESS : ERROR_GEN_FAILURE;
}

/* Replies, each with the data in it. */
static const struct reply
{
    const char *name;
    uint32_t (*decode)(struct bytes message, struct bytes *data);
    const char *message;
    const char *data;
    size_t offset_position; /* of the data's offset in the body; 0 if there is none */
    size_t size_position;
} replies[] = {
    { "SESSION_SETUP", decode_session_setup, HEADER "0900 0400 4800 0300 746f6b", "746f6b", 4, 6 },
    { "TREE_CONNECT", decode_tree_connect, HEADER "1000 02 00 00800000 00000000 ff011f00", "", 0,
      0 },
    { "CREATE", decode_create, HEADER "5900" ZEROS_62 FILE_ID, "", 0, 0 },
    { "IOCTL", decode_ioctl,
      HEADER "3100 0000 17c01100" FILE_ID "70000000 00000000 70000000 03000000"
             "00000000 00000000 6f7574",
      "6f7574", 32, 36 },
    { "READ", decode_read, HEADER "1100 50 00 02000000 00000000 00000000 696e", "696e", 2, 4 },
    { "WRITE", decode_write, HEADER "1100 0000 03000000", "", 0, 0 },
};

static void replies_are_read_as_specified(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(replies); i++)
    {
        const struct hex message = hex(replies[i].message);
        struct bytes data;

        assert_int_equal(replies[i].decode(bytes_of_hex(&message), &data), ERROR_SUCCESS);
        assert_hex_equal(data.data, data.size, replies[i].data);
    }
}

static void replies_of_another_structure_size_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(replies); i++)
    {
        struct hex message = hex(replies[i].message);
        struct bytes data;

        message.data[SMB2_HEADER_SIZE] ^= 1;
        if (replies[i].decode(bytes_of_hex(&message), &data) != ERROR_BAD_NET_RESP)
        {
            fail_msg("%s", replies[i].name);
        }
    }
}

/* The end of a reply may be data that the decoder has no use for; but it must never be read beyond
 * its end, and data must not be given that is not there. */
static void replies_that_end_early_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(replies); i++)
    {
        const struct hex whole = hex(replies[i].message);

        for (size_t size = 0; size < whole.size; size++)
        {
            struct bytes part = exact_copy(bytes_of_hex(&whole), size);
            struct bytes data;

            if (replies[i].decode(part, &data) != ERROR_BAD_NET_RESP)
            {
                fail_msg("%s, %zu bytes", replies[i].name, size);
            }
            free((void *)(uintptr_t)part.data);
        }
    }
}

static void data_outside_the_message_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(replies); i++)
    {
        struct bytes data;

        for (size_t k = 0; replies[i].offset_position && k < 2; k++)
        {
            struct hex message = hex(replies[i].message);
            size_t position = k ? replies[i].size_position : replies[i].offset_position;

            message.data[SMB2_HEADER_SIZE + position] = 0xf0;
            if (replies[i].decode(bytes_of_hex(&message), &data) != ERROR_BAD_NET_RESP)
            {
                fail_msg("%s, position %zu", replies[i].name, position);
            }
        }
    }
}

static void empty_data_may_stand_anywhere(void **state)
{
    struct hex message = hex(HEADER "1100 ff 00 00000000 00000000 00000000");
    struct bytes data = { message.data, 1 };

    (void)state;
    assert_int_equal(smb2_read_decode(&data, bytes_of_hex(&message)), ERROR_SUCCESS);
    assert_int_equal(data.size, 0);
}

static void answer_to_another_control_code_is_refused(void **state)
{
    const struct hex message = hex(replies[3].message);
    struct bytes data;

    (void)state;
    assert_int_equal(
        smb2_ioctl_decode(&data, FSCTL_VALIDATE_NEGOTIATE_INFO, bytes_of_hex(&message)),
        ERROR_BAD_NET_RESP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(session_setup_is_written_as_specified),
        cmocka_unit_test(tree_connect_is_written_as_specified),
        cmocka_unit_test(create_is_written_as_specified),
        cmocka_unit_test(ioctl_is_written_as_specified),
        cmocka_unit_test(read_is_written_as_specified),
        cmocka_unit_test(write_is_written_as_specified),
        cmocka_unit_test(close_and_the_empty_bodies_are_written_as_specified),
        cmocka_unit_test(replies_are_read_as_specified),
        cmocka_unit_test(replies_of_another_structure_size_are_refused),
        cmocka_unit_test(replies_that_end_early_are_refused),
        cmocka_unit_test(data_outside_the_message_is_refused),
        cmocka_unit_test(empty_data_may_stand_anywhere),
        cmocka_unit_test(answer_to_another_control_code_is_refused),
    };

    return cmocka_run_group_tests_name("commands", tests, NULL, NULL);
}
