/*
 * The cursors over messages.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/wire.h"
#include "support/hex.h"
#include "support/unit.h"

static void numbers_are_little_endian_unless_named_otherwise(void **state)
{
    const struct hex data = hex("01 0203 04050607 08090a0b0c0d0e0f 1011 121314");
    struct reader reader = reader_over(data.data, data.size);

    (void)state;
    assert_int_equal(reader_u8(&reader), 0x01);
    assert_int_equal(reader_u16(&reader), 0x0302);
    assert_int_equal(reader_u32(&reader), 0x07060504);
    assert_true(reader_u64(&reader) == 0x0f0e0d0c0b0a0908);
    assert_int_equal(reader_u16_big_endian(&reader), 0x1011);
    assert_int_equal(reader_u24_big_endian(&reader), 0x121314);
    assert_int_equal(reader_left(&reader), 0);
    assert_false(reader.failed);
}

static void reading_beyond_the_end_fails_and_gives_zeros_from_there_on(void **state)
{
    const struct hex data = hex("0102030405");
    struct reader reader = reader_over(data.data, data.size);
    uint8_t copy[2] = { 0xff, 0xff };

    (void)state;
    assert_int_equal(reader_u32(&reader), 0x04030201);
    assert_int_equal(reader_u16(&reader), 0);
    assert_true(reader.failed);
    /* One byte is left, but the place of it is no longer known. */
    assert_int_equal(reader_u8(&reader), 0);
    assert_null(reader_bytes(&reader, 1));
    reader_copy(&reader, copy, sizeof(copy));
    assert_hex_equal(copy, sizeof(copy), "0000");
    assert_null(reader_slice(&reader, 0, 1).data);
}

static void bytes_are_given_in_place(void **state)
{
    const struct hex data = hex("010203");
    struct reader reader = reader_over(data.data, data.size);

    (void)state;
    assert_ptr_equal(reader_bytes(&reader, 2), data.data);
    assert_ptr_equal(reader_bytes(&reader, 1), data.data + 2);
    assert_non_null(reader_bytes(&reader, 0));
    assert_false(reader.failed);
    assert_null(reader_bytes(&reader, SIZE_MAX));
    assert_true(reader.failed);
}

static void alignment_counts_from_the_start_of_the_data(void **state)
{
    const struct hex data = hex("0102030405060708");
    struct reader reader = reader_over(data.data, data.size);

    (void)state;
    reader_align(&reader, 4);
    assert_int_equal(reader.offset, 0);
    reader_skip(&reader, 1);
    reader_align(&reader, 4);
    assert_int_equal(reader.offset, 4);
    reader_skip(&reader, 1);
    reader_align(&reader, 8);
    assert_int_equal(reader.offset, 8);
    assert_false(reader.failed);
}

static void alignment_beyond_the_end_fails(void **state)
{
    const struct hex data = hex("010203");
    struct reader reader = reader_over(data.data, data.size);

    (void)state;
    reader_skip(&reader, 1);
    reader_align(&reader, 4);
    assert_true(reader.failed);
}

static void seeking_reaches_the_end_and_no_further(void **state)
{
    const struct hex data = hex("010203");
    struct reader reader = reader_over(data.data, data.size);

    (void)state;
    reader_seek(&reader, 3);
    assert_false(reader.failed);
    reader_seek(&reader, 4);
    assert_true(reader.failed);
    assert_int_equal(reader.offset, 3);
}

static void slice_must_lie_inside_whole(void **state)
{
    static const struct
    {
        size_t offset;
        size_t size;
        int inside;
    } cases[] = {
        /* An empty run is nowhere, so any offset will do for it. */
        { 0, 4, 1 }, { 4, 0, 1 },        { 3, 1, 1 },        { SIZE_MAX, 0, 1 }, { 3, 2, 0 },
        { 5, 1, 0 }, { SIZE_MAX, 1, 0 }, { 1, SIZE_MAX, 0 }, { SIZE_MAX, 2, 0 },
    };
    const struct hex data = hex("01020304");

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        struct reader reader = reader_over(data.data, data.size);
        const struct bytes slice = reader_slice(&reader, cases[i].offset, cases[i].size);

        assert_int_equal(reader.failed, !cases[i].inside);
        assert_int_equal(slice.size, cases[i].inside ? cases[i].size : 0);
        assert_int_equal(reader.offset, 0);
        if (slice.size)
        {
            assert_ptr_equal(slice.data, data.data + cases[i].offset);
        }
    }
}

static void run_ends_before_the_byte_that_ends_it_or_with_the_data(void **state)
{
    const struct hex data = hex("0102 0a 0a 03");
    struct reader reader = reader_over(data.data, data.size);
    struct bytes run;

    (void)state;
    run = reader_until(&reader, '\n');
    assert_hex_equal(run.data, run.size, "0102");
    assert_int_equal(reader.offset, 3);
    run = reader_until(&reader, '\n');
    assert_int_equal(run.size, 0);
    assert_int_equal(reader.offset, 4);
    run = reader_until(&reader, '\n');
    assert_hex_equal(run.data, run.size, "03");
    assert_int_equal(reader_left(&reader), 0);
    run = reader_until(&reader, '\n');
    assert_int_equal(run.size, 0);
    assert_false(reader.failed);
    reader_skip(&reader, 1);
    reader.offset = 0;
    assert_int_equal(reader_until(&reader, '\n').size, 0);
}

static void empty_data_can_be_read_over(void **state)
{
    struct reader reader = reader_over(NULL, 0);

    (void)state;
    assert_int_equal(reader_left(&reader), 0);
    reader_align(&reader, 8);
    assert_false(reader.failed);
    assert_int_equal(reader_u8(&reader), 0);
    assert_true(reader.failed);
}

static void writer_writes_what_a_reader_reads(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    writer_u8(&writer, 0x01);
    writer_u16(&writer, 0x0302);
    writer_u32(&writer, 0x07060504);
    writer_u64(&writer, 0x0f0e0d0c0b0a0908);
    writer_bytes(&writer, "\x10\x11", 2);
    writer_bytes(&writer, NULL, 0);
    writer_zeros(&writer, 3);
    writer_u16_big_endian(&writer, 0x1213);
    writer_u24_big_endian(&writer, 0x141516);
    assert_false(writer.failed);
    assert_hex_equal(writer.data, writer.size,
                     "0102030405060708090a0b0c0d0e0f1011000000 1213 141516");
    writer_free(&writer);
    assert_null(writer.data);
    assert_int_equal(writer.size, 0);
}

static void writer_aligns_from_the_origin_it_is_told(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    writer_u8(&writer, 0xff);
    writer_u16(&writer, 0xffff);
    writer_align(&writer, 1, 4);
    assert_int_equal(writer.size, 5);
    writer_align(&writer, 1, 4);
    assert_int_equal(writer.size, 5);
    assert_hex_equal(writer.data, writer.size, "ffffff0000");
    writer_free(&writer);
}

static void writer_keeps_its_bytes_as_it_grows(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    for (uint32_t i = 0; i < 100000; i++)
    {
        writer_u32(&writer, i);
    }
    assert_false(writer.failed);
    assert_int_equal(writer.size, 400000);
    {
        struct reader reader = reader_over(writer.data, writer.size);

        for (uint32_t i = 0; i < 100000; i++)
        {
            assert_int_equal(reader_u32(&reader), i);
        }
    }
    writer_free(&writer);
}

static void patch_changes_what_was_written(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    writer_zeros(&writer, 8);
    writer_patch_u16(&writer, 0, 0x0201);
    writer_patch_u32(&writer, 2, 0x06050403);
    writer_patch_bytes(&writer, 6, "\x07\x08", 2);
    assert_false(writer.failed);
    assert_hex_equal(writer.data, writer.size, "0102030405060708");
    writer_free(&writer);
}

static void patch_outside_fails_and_changes_nothing(void **state)
{
    static const size_t offsets[] = { 1, 2, 3, SIZE_MAX };

    (void)state;
    for (size_t i = 0; i < sizeof(offsets) / sizeof(offsets[0]); i++)
    {
        struct writer writer = { 0 };

        writer_u16(&writer, 0xffff);
        writer_patch_u16(&writer, offsets[i], 0);
        assert_true(writer.failed);
        assert_hex_equal(writer.data, writer.size, "ffff");
        writer_free(&writer);
    }
}

static void writer_that_failed_writes_no_more(void **state)
{
    struct writer writer = { 0 };

    (void)state;
    writer_u8(&writer, 1);
    writer_zeros(&writer, SIZE_MAX);
    assert_true(writer.failed);
    writer_u8(&writer, 2);
    assert_int_equal(writer.size, 1);
    writer_free(&writer);
    assert_false(writer.failed);
    writer_u8(&writer, 3);
    assert_hex_equal(writer.data, writer.size, "03");
    writer_free(&writer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_little_endian_unless_named_otherwise),
        cmocka_unit_test(reading_beyond_the_end_fails_and_gives_zeros_from_there_on),
        cmocka_unit_test(bytes_are_given_in_place),
        cmocka_unit_test(alignment_counts_from_the_start_of_the_data),
        cmocka_unit_test(alignment_beyond_the_end_fails),
        cmocka_unit_test(seeking_reaches_the_end_and_no_further),
        cmocka_unit_test(slice_must_lie_inside_whole),
        cmocka_unit_test(run_ends_before_the_byte_that_ends_it_or_with_the_data),
        cmocka_unit_test(empty_data_can_be_read_over),
        cmocka_unit_test(writer_writes_what_a_reader_reads),
        cmocka_unit_test(writer_aligns_from_the_origin_it_is_told),
        cmocka_unit_test(writer_keeps_its_bytes_as_it_grows),
        cmocka_unit_test(patch_changes_what_was_written),
        cmocka_unit_test(patch_outside_fails_and_changes_nothing),
        cmocka_unit_test(writer_that_failed_writes_no_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
