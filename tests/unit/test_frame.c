/*
 * Frames: the length before every message.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/frame.h"
#include "support/hex.h"
#include "support/memory_transport.h"
#include "support/unit.h"

#define DEADLINE NO_DEADLINE

/* A stream of hexadecimal bytes and its receiver. */
struct stream
{
    struct hex data;
    struct memory_transport memory;
    struct frame_receiver receiver;
};

static void stream_init(struct stream *stream, const char *text, size_t piece_max)
{
    *stream = (struct stream){ .data = hex(text) };
    memory_transport_init(&stream->memory, bytes_of_hex(&stream->data));
    stream->memory.piece_max = piece_max;
}

static uint32_t stream_next(struct stream *stream, uint8_t **frame, size_t *size)
{
    return frame_receive(&stream->receiver, &stream->memory.transport, DEADLINE, frame, size);
}

static void assert_next_frame(struct stream *stream, const char *expected)
{
    uint8_t *frame = NULL;
    size_t size = 0;

    assert_int_equal(stream_next(stream, &frame, &size), ERROR_SUCCESS);
    assert_hex_equal(frame, size, expected);
}

static void assert_next_fails(struct stream *stream, uint32_t status)
{
    uint8_t *frame = NULL;
    size_t size = 0;

    assert_int_equal(stream_next(stream, &frame, &size), status);
    assert_null(frame);
    frame_receiver_free(&stream->receiver);
}

static void length_is_written_big_endian_when_the_frame_ends(void **state)
{
    struct writer writer = { 0 };
    size_t begin = 0;

    (void)state;
    writer_u8(&writer, 0xaa);
    begin = frame_begin(&writer);
    writer_bytes(&writer, "abc", 3);
    frame_end(&writer, begin);
    assert_hex_equal(writer.data, writer.size, "aa 00000003 616263");
    writer_zeros(&writer, 0x10203 - 3);
    frame_end(&writer, begin);
    assert_hex_equal(writer.data, 5, "aa 00010203");
    writer_free(&writer);
}

static void frames_are_found_however_the_stream_is_cut(void **state)
{
    (void)state;
    for (size_t piece_max = 0; piece_max < 12; piece_max++)
    {
        struct stream stream;

        stream_init(&stream, "00000003 616263 00000001 64 00000005 6566676869", piece_max);
        assert_next_frame(&stream, "616263");
        assert_next_frame(&stream, "64");
        assert_next_frame(&stream, "6566676869");
        assert_int_equal(stream.receiver.bytes_received, 21);
        assert_next_fails(&stream, ERROR_NETNAME_DELETED);
    }
}

static void stream_that_ends_within_a_frame_gives_the_error_of_the_transport(void **state)
{
    const size_t whole = 7;

    (void)state;
    for (size_t size = 0; size < whole; size++)
    {
        struct stream stream;

        stream_init(&stream, "00000003 616263", 0);
        stream.memory.incoming.size = size;
        stream.memory.status_at_end = ERROR_SEM_TIMEOUT;
        assert_next_fails(&stream, ERROR_SEM_TIMEOUT);
    }
}

static void what_is_no_smb_frame_is_refused(void **state)
{
    static const char *const streams[] = {
        "85000000", /* a NetBIOS keep-alive, which direct TCP does not have */
        "00000000", /* empty */
        "00040001", /* longer than any reply */
        "00ffffff", /* the longest that can be written */
        "48545450", /* HTTP */
        "0100000161",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++)
    {
        struct stream stream;

        stream_init(&stream, streams[i], 0);
        assert_next_fails(&stream, ERROR_BAD_NET_RESP);
    }
}

static void longest_frame_is_accepted(void **state)
{
    struct memory_transport memory;
    struct frame_receiver receiver = { 0 };
    struct writer stream = { 0 };
    uint8_t *frame = NULL;
    size_t size = 0;
    size_t begin = frame_begin(&stream);

    (void)state;
    writer_zeros(&stream, FRAME_SIZE_MAX);
    frame_end(&stream, begin);
    memory_transport_init(&memory, (struct bytes){ stream.data, stream.size });
    assert_int_equal(frame_receive(&receiver, &memory.transport, DEADLINE, &frame, &size),
                     ERROR_SUCCESS);
    assert_int_equal(size, FRAME_SIZE_MAX);
    frame_receiver_free(&receiver);
    writer_free(&stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_is_written_big_endian_when_the_frame_ends),
        cmocka_unit_test(frames_are_found_however_the_stream_is_cut),
        cmocka_unit_test(stream_that_ends_within_a_frame_gives_the_error_of_the_transport),
        cmocka_unit_test(what_is_no_smb_frame_is_refused),
        cmocka_unit_test(longest_frame_is_accepted),
    };

    return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
