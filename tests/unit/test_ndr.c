/*
 * NDR: strings and numbers on the wire, against [C706] chapter 14.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/utf16_equal.h"
#include "support/ndr_stub.h"
#include "support/unit.h"

#define END 0x7E /* a byte that stands directly behind what is read */

struct strings
{
    struct utf16_slice first;
    struct utf16_slice second;
    uint32_t number;
    uint32_t result;
};

static const struct ndr_field strings_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct strings, first, ndr_unique_string),
    NDR_PARAMETER(NDR_IN, struct strings, second, ndr_unique_string),
    NDR_PARAMETER(NDR_IN, struct strings, number, ndr_u32),
};
static const struct ndr_operation strings_operation =
    NDR_STUB_OPERATION(struct strings, strings_parameters);

struct numbers
{
    uint8_t byte;
    uint32_t *first;
    uint32_t *second;
    uint32_t *third;
    uint32_t result;
};

static const struct ndr_field numbers_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct numbers, byte, ndr_u8),
    NDR_PARAMETER(NDR_IN, struct numbers, first, ndr_unique_u32),
    NDR_PARAMETER(NDR_IN, struct numbers, second, ndr_unique_u32),
    NDR_PARAMETER(NDR_IN, struct numbers, third, ndr_unique_u32),
};
static const struct ndr_operation numbers_operation =
    NDR_STUB_OPERATION(struct numbers, numbers_parameters);

struct string
{
    struct utf16_slice text;
    uint8_t end;
    uint32_t result;
};

static const struct ndr_field string_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct string, text, ndr_string),
    NDR_PARAMETER(NDR_IN, struct string, end, ndr_u8),
};
static const struct ndr_operation string_operation =
    NDR_STUB_OPERATION(struct string, string_parameters);

/* ---- Encoding -------------------------------------------------------------------------------- */

static void absent_string_is_a_null_pointer(void **state)
{
    const struct strings parameters = { .number = 9 };

    (void)state;
    assert_encodes(&strings_operation, NDR_IN, &parameters, "00000000 00000000 09000000");
}

static void string_has_referent_counts_and_terminator(void **state)
{
    const struct utf16_name text = utf16_name_from_ascii("ab");
    const struct utf16_name empty = utf16_name_from_ascii("");
    const struct strings parameters = { .first = utf16_from_name(&text),
                                        .second = utf16_from_name(&empty),
                                        .number = 9 };

    (void)state;
    assert_encodes(&strings_operation, NDR_IN, &parameters,
                   "00000200 03000000 00000000 03000000 6100 6200 0000"
                   "0000" /* alignment */
                   "04000200 01000000 00000000 01000000 0000"
                   "0000 09000000");
}

static void pointer_to_a_number_is_its_referent_and_the_number(void **state)
{
    uint32_t zero = 0;
    uint32_t most = 0xffffffff;
    const struct numbers parameters = { .byte = 0xaa, .first = &zero, .second = &most };

    (void)state;
    assert_encodes(&numbers_operation, NDR_IN, &parameters,
                   "aa000000 00000200 00000000 04000200 ffffffff 00000000");
}

static void response_has_the_result_behind_it(void **state)
{
    const struct strings parameters = { .number = 9, .result = 5 };

    (void)state;
    assert_encodes(&strings_operation, NDR_OUT, &parameters, "05000000");
}

static void writer_without_memory_is_no_stub(void **state)
{
    const struct strings parameters = { .number = 9 };
    struct writer stub = { .failed = true };

    (void)state;
    assert_int_equal(ndr_encode(&strings_operation, NDR_IN, &parameters, &stub),
                     ERROR_NOT_ENOUGH_MEMORY);
    writer_free(&stub);
}

/* ---- Decoding -------------------------------------------------------------------------------- */

static void string_ends_at_its_terminator(void **state)
{
    static const struct
    {
        const char *stub;
        size_t length;
    } cases[] = {
        { "03000000 00000000 03000000 6100 6200 0000 7e", 2 },
        { "02000000 00000000 02000000 6100 6200 7e", 2 }, /* without one */
        { "03000000 00000000 03000000 6100 0000 6200 7e", 1 },
        { "ff000000 00000000 03000000 6100 6200 0000 7e", 2 },
        { "01000000 00000000 01000000 0000 7e", 0 },
        { "00000000 00000000 00000000 7e", 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct string parameters = { .end = 0 };
        struct decoded decoded;

        assert_int_equal(
            decode_stub(&string_operation, NDR_IN, cases[i].stub, &parameters, &decoded),
            ERROR_SUCCESS);
        assert_non_null(parameters.text.units);
        assert_int_equal(parameters.text.length, cases[i].length);
        assert_int_equal(parameters.end, END);
        decoded_free(&decoded);
    }
}

static void string_whose_counts_lie_is_refused(void **state)
{
    static const char *const stubs[] = {
        "03000000 01000000 03000000 6100 6200 0000 7e", /* an offset */
        "02000000 00000000 03000000 6100 6200 0000 7e", /* more than its maximum */
        "04000000 00000000 04000000 6100 6200 0000",    /* more than there is */
        "ffffffff 00000000 ffffffff 6100 6200 0000",
        "ffffffff 00000000 80000000 6100 6200 0000", /* twice the count overflows 32 bits */
        "00000080 00000000 00000080 6100 6200 0000",
    };

    (void)state;
    assert_stubs_are_refused(&string_operation, stubs, COUNT(stubs));
}

static bool decodes_string(struct bytes stub)
{
    struct string parameters = { .end = 0 };
    struct arena arena = { 0 };
    const uint32_t status = ndr_decode(&string_operation, NDR_IN, stub, &parameters, &arena);

    arena_free(&arena);
    return status == ERROR_SUCCESS;
}

static void string_that_ends_early_is_refused(void **state)
{
    const struct hex stub = hex("03000000 00000000 03000000 6100 6200 0000 7e");

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&stub), decodes_string);
}

/* Strings of a message stand where they will; nothing of them is read as if it were aligned. */
static void string_may_be_unaligned(void **state)
{
    const struct hex stub = hex("00 03000000 00000000 03000000 6100 6200 0000 7e");
    const struct bytes copy = exact_copy(bytes_of_hex(&stub), stub.size);
    struct string parameters = { .end = 0 };
    struct arena arena = { 0 };

    (void)state;
    assert_int_equal(ndr_decode(&string_operation, NDR_IN,
                                (struct bytes){ copy.data + 1, copy.size - 1 }, &parameters,
                                &arena),
                     ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(parameters.text, "ab"));
    assert_int_equal(parameters.end, END);
    arena_free(&arena);
    free((void *)(uintptr_t)copy.data);
}

static void null_pointer_to_a_number_is_none(void **state)
{
    /* The byte goes before, so that what comes next is aligned. */
    static const char *const without_the_third = "aa 000000 00000000 04000200 07000000";
    struct numbers parameters = { .byte = 0 };
    struct decoded decoded;

    (void)state;
    assert_int_equal(decode_stub(&numbers_operation, NDR_IN,
                                 "aa 000000 00000000 04000200 07000000 01000000 08000000",
                                 &parameters, &decoded),
                     ERROR_SUCCESS);
    assert_int_equal(parameters.byte, 0xaa);
    assert_null(parameters.first);
    assert_int_equal(*parameters.second, 7);
    assert_int_equal(*parameters.third, 8);
    decoded_free(&decoded);
    assert_stubs_are_refused(&numbers_operation, &without_the_third, 1);
}

/* What goes in only stays what it was when a response is read. */
static void parameters_of_the_other_direction_stay(void **state)
{
    struct strings parameters = { .number = 9 };
    struct decoded decoded;

    (void)state;
    assert_int_equal(decode_stub(&strings_operation, NDR_OUT, "05000000", &parameters, &decoded),
                     ERROR_SUCCESS);
    assert_int_equal(parameters.result, 5);
    assert_int_equal(parameters.number, 9);
    decoded_free(&decoded);
    assert_int_equal(decode_stub(&strings_operation, NDR_OUT, "050000", &parameters, &decoded),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(parameters.number, 9);
    decoded_free(&decoded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_string_is_a_null_pointer),
        cmocka_unit_test(string_has_referent_counts_and_terminator),
        cmocka_unit_test(pointer_to_a_number_is_its_referent_and_the_number),
        cmocka_unit_test(response_has_the_result_behind_it),
        cmocka_unit_test(writer_without_memory_is_no_stub),
        cmocka_unit_test(string_ends_at_its_terminator),
        cmocka_unit_test(string_whose_counts_lie_is_refused),
        cmocka_unit_test(string_that_ends_early_is_refused),
        cmocka_unit_test(string_may_be_unaligned),
        cmocka_unit_test(null_pointer_to_a_number_is_none),
        cmocka_unit_test(parameters_of_the_other_direction_stay),
    };

    return cmocka_run_group_tests_name("ndr", tests, NULL, NULL);
}
