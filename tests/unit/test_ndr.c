/*
 * NDR: parameters on the wire, against [C706] chapter 14.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/ndr.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

static void absent_string_is_a_null_pointer(void **state)
{
    struct ndr_writer ndr = { 0 };

    (void)state;
    ndr_put_unique_string(&ndr, (struct utf16_slice){ NULL, 0 });
    assert_hex_equal(ndr.stub.data, ndr.stub.size, "00000000");
    writer_free(&ndr.stub);
}

static void string_has_referent_counts_and_terminator(void **state)
{
    const struct utf16_name text = utf16_name_from_ascii("ab");
    const struct utf16_name empty = utf16_name_from_ascii("");
    struct ndr_writer ndr = { 0 };

    (void)state;
    ndr_put_unique_string(&ndr, utf16_from_name(&text));
    ndr_put_unique_string(&ndr, utf16_from_name(&empty));
    ndr_put_u32(&ndr, 9);
    assert_hex_equal(ndr.stub.data, ndr.stub.size,
                     "00000200 03000000 00000000 03000000 6100 6200 0000"
                     "0000" /* alignment */
                     "04000200 01000000 00000000 01000000 0000"
                     "0000 09000000");
    writer_free(&ndr.stub);
}

static void pointer_to_a_number_is_its_referent_and_the_number(void **state)
{
    struct ndr_writer ndr = { 0 };

    (void)state;
    ndr_put_unique_u32(&ndr, 0);
    ndr_put_unique_u32(&ndr, 0xffffffff);
    ndr_put_null(&ndr);
    assert_hex_equal(ndr.stub.data, ndr.stub.size, "00000200 00000000 04000200 ffffffff 00000000");
    writer_free(&ndr.stub);
}

static struct utf16_slice get_string(const struct hex *stub, struct reader *reader)
{
    *reader = reader_over(stub->data, stub->size);
    return ndr_get_string(reader);
}

static void string_ends_at_its_terminator(void **state)
{
    static const struct
    {
        const char *stub;
        size_t length;
    } cases[] = {
        { "03000000 00000000 03000000 6100 6200 0000", 2 },
        { "02000000 00000000 02000000 6100 6200", 2 }, /* without one */
        { "03000000 00000000 03000000 6100 0000 6200", 1 },
        { "ff000000 00000000 03000000 6100 6200 0000", 2 },
        { "01000000 00000000 01000000 0000", 0 },
        { "00000000 00000000 00000000", 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct hex stub = hex(cases[i].stub);
        struct reader reader;
        struct utf16_slice text = get_string(&stub, &reader);

        assert_false(reader.failed);
        assert_non_null(text.units);
        assert_int_equal(text.length, cases[i].length);
        assert_int_equal(reader_left(&reader), 0);
    }
}

static void string_whose_counts_lie_is_refused(void **state)
{
    static const char *const stubs[] = {
        "03000000 01000000 03000000 6100 6200 0000", /* an offset */
        "02000000 00000000 03000000 6100 6200 0000", /* more than its maximum */
        "04000000 00000000 04000000 6100 6200 0000", /* more than there is */
        "ffffffff 00000000 ffffffff 6100 6200 0000",
        "ffffffff 00000000 80000000 6100 6200 0000", /* twice the count overflows 32 bits */
        "00000080 00000000 00000080 6100 6200 0000",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(stubs); i++)
    {
        const struct hex stub = hex(stubs[i]);
        struct reader reader;
        struct utf16_slice text = get_string(&stub, &reader);

        assert_true(reader.failed);
        assert_int_equal(text.length, 0);
    }
}

static bool decodes_string(struct bytes stub)
{
    struct reader reader = reader_over(stub.data, stub.size);

    ndr_get_string(&reader);
    return !reader.failed;
}

static void string_that_ends_early_is_refused(void **state)
{
    const struct hex stub = hex("03000000 00000000 03000000 6100 6200 0000");

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&stub), decodes_string);
}

static void null_pointer_to_a_number_reads_as_zero(void **state)
{
    const struct hex stub = hex("aa 000000 00000000 04000200 07000000");
    struct reader reader = reader_over(stub.data, stub.size);

    (void)state;
    reader_skip(&reader, 1); /* what comes next is aligned */
    assert_int_equal(ndr_get_unique_u32(&reader), 0);
    assert_int_equal(ndr_get_unique_u32(&reader), 7);
    assert_false(reader.failed);
    assert_false(ndr_get_referent(&reader));
    assert_true(reader.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_string_is_a_null_pointer),
        cmocka_unit_test(string_has_referent_counts_and_terminator),
        cmocka_unit_test(pointer_to_a_number_is_its_referent_and_the_number),
        cmocka_unit_test(string_ends_at_its_terminator),
        cmocka_unit_test(string_whose_counts_lie_is_refused),
        cmocka_unit_test(string_that_ends_early_is_refused),
        cmocka_unit_test(null_pointer_to_a_number_reads_as_zero),
    };

    return cmocka_run_group_tests_name("ndr", tests, NULL, NULL);
}
