/*
 * NDR: RPC_UNICODE_STRING, SIDs, bytes, arrays, unions and numbers on the wire, and what breaks
 * their rules.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/utf16_equal.h"
#include "support/ndr_stub.h"
#include "support/unit.h"

static const uint16_t text_units[] = { 'a', 'b' };
static const struct utf16_slice text = { text_units, 2 };

/* ---- RPC_UNICODE_STRING ---------------------------------------------------------------------- */

struct names
{
    struct utf16_slice name;
    struct utf16_slice large;
    uint32_t result;
};

static const struct ndr_field names_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct names, name, ndr_unicode_string),
    NDR_PARAMETER(NDR_IN, struct names, large, ndr_unicode_string_large),
};
static const struct ndr_operation names_operation =
    NDR_STUB_OPERATION(struct names, names_parameters);

static void unicode_string_counts_its_terminator_or_not(void **state)
{
    const struct names both = { .name = text, .large = text };
    const struct names none = { .result = 0 };

    (void)state;
    assert_encodes(&names_operation, NDR_IN, &both,
                   "0400 0400 00000200 02000000 00000000 02000000 6100 6200"
                   "0400 0600 04000200 03000000 00000000 02000000 6100 6200");
    assert_encodes(&names_operation, NDR_IN, &none, "0000 0000 00000000 0000 0000 00000000");
}

static void unicode_string_is_as_long_as_its_lengths_hold(void **state)
{
    static uint16_t units[0x8000];
    struct names parameters = { .name = { units, 0x7fff }, .large = { units, 0x7fff } };
    struct writer stub = { 0 };

    (void)state;
    assert_int_equal(ndr_encode(&names_operation, NDR_IN, &parameters, &stub), ERROR_SUCCESS);
    writer_free(&stub);
    parameters.name.length++;
    assert_is_not_encoded(&names_operation, &parameters);
    parameters.name.length--;
    parameters.large.length++;
    assert_is_not_encoded(&names_operation, &parameters);
}

static void unicode_string_whose_lengths_lie_is_refused(void **state)
{
    static const char *const stubs[] = {
        "0400 0200 00000200 02000000 00000000 02000000 61006200 0000 0000 00000000", /* maximum */
        "0300 0400 00000200 02000000 00000000 02000000 61006200 0000 0000 00000000", /* odd */
        "0400 0400 00000000 00000000 00000000", /* no characters */
        "0400 0400 00000200 02000000 01000000 02000000 61006200 0000 0000 00000000", /* offset */
        "0400 0400 00000200 01000000 00000000 02000000 61006200 0000 0000 00000000", /* conformance */
        "0400 0400 00000200 02000000 00000000 01000000 61006200 0000 0000 00000000", /* another */
        "0400 0400 00000200 02000000 00000000 02000000 6100", /* more than there is */
        "0400 0400 00000200 02000000 00000000 02000000 61006200 0000 0000",
    };

    (void)state;
    assert_stubs_are_refused(&names_operation, stubs, COUNT(stubs));
}

static void unicode_string_may_have_room_behind_it(void **state)
{
    struct names parameters = { .result = 0 };
    struct decoded decoded;

    (void)state;
    assert_int_equal(
        decode_stub(&names_operation, NDR_IN,
                    "0400 1000 00000200 08000000 00000000 02000000 61006200 0000 0000 00000000",
                    &parameters, &decoded),
        ERROR_SUCCESS);
    assert_true(utf16_equal_ascii(parameters.name, "ab"));
    assert_null(parameters.large.units);
    decoded_free(&decoded);
}

/* ---- SIDs and bytes -------------------------------------------------------------------------- */

struct sids
{
    struct bytes sid;
    struct bytes other; /* may be NULL */
    uint32_t result;
};

static const struct ndr_field sids_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct sids, sid, ndr_sid),
    NDR_PARAMETER(NDR_IN, struct sids, other, ndr_unique_sid),
};
static const struct ndr_operation sids_operation = NDR_STUB_OPERATION(struct sids, sids_parameters);

#define SID "0102 000000000005 20000000 20020000"

static void sid_has_its_count_before_it(void **state)
{
    const struct hex sid = hex(SID);
    const struct sids parameters = { .sid = bytes_of_hex(&sid), .other = bytes_of_hex(&sid) };
    struct sids read = { .result = 0 };
    struct decoded decoded;

    (void)state;
    assert_encodes(&sids_operation, NDR_IN, &parameters, "02000000" SID "00000200 02000000" SID);
    assert_int_equal(
        decode_stub(&sids_operation, NDR_IN, "02000000" SID "00000000", &read, &decoded),
        ERROR_SUCCESS);
    assert_hex_equal(read.sid.data, read.sid.size, SID);
    assert_null(read.other.data);
    decoded_free(&decoded);
}

static void sid_whose_counts_differ_is_refused(void **state)
{
    static const char *const stubs[] = {
        "01000000" SID "00000000",
        "03000000" SID "00000000",
        "02000000 0101 000000000005 20000000 20020000 00000000",
        "00000000 0101 000000000005 20000000 00000000",
        "02000000 0102 000000000005 20000000", /* fewer than told */
        "ffffffff 01ff 000000000005 20000000 00000000",
        /* sixteen sub-authorities: no SID has more than fifteen */
        "10000000 0110 000000000005" SID SID SID SID "00000000",
        "02000000" SID "00000200 01000000" SID,
    };

    (void)state;
    assert_stubs_are_refused(&sids_operation, stubs, COUNT(stubs));
}

static void bytes_that_are_no_sid_are_not_sent(void **state)
{
    static const char *const cases[] = {
        "01",
        "0101 000000000005",
        "0102 000000000005 20000000 2002",
        "0101 000000000005 20000000 20020000",
        "0110 000000000005" SID SID SID SID,
    };
    const struct sids none = { .result = 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct hex bytes = hex(cases[i]);
        const struct sids parameters = { .sid = bytes_of_hex(&bytes) };

        assert_is_not_encoded(&sids_operation, &parameters);
    }
    assert_is_not_encoded(&sids_operation, &none);
}

struct blob
{
    uint32_t size;
    struct bytes bytes;
    uint32_t result;
};

static const struct ndr_field blob_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct blob, size, ndr_u32),
    NDR_PARAMETER(NDR_IN, struct blob, bytes, ndr_unique_bytes,
                  .governed_by = NDR_PLACE(struct blob, size)),
};
static const struct ndr_operation blob_operation = NDR_STUB_OPERATION(struct blob, blob_parameters);

static void bytes_are_as_many_as_their_count(void **state)
{
    static const char *const stubs[] = {
        "03000000 00000200 02000000 0102", "01000000 00000200 02000000 0102",
        "02000000 00000200 02000000 01",   "02000000 00000000",
        "00000000 00000200 01000000 01",
    };
    static const uint8_t data[] = { 1, 2 };
    const struct blob good = { .size = 2, .bytes = { data, 2 } };
    const struct blob none = { .size = 0 };
    const struct blob fewer = { .size = 3, .bytes = { data, 2 } };
    const struct blob absent = { .size = 2 };

    (void)state;
    assert_encodes(&blob_operation, NDR_IN, &good, "02000000 00000200 02000000 0102");
    assert_encodes(&blob_operation, NDR_IN, &none, "00000000 00000000");
    assert_is_not_encoded(&blob_operation, &fewer);
    assert_is_not_encoded(&blob_operation, &absent);
    assert_stubs_are_refused(&blob_operation, stubs, COUNT(stubs));
}

/* ---- Arrays ---------------------------------------------------------------------------------- */

struct list
{
    uint16_t count;
    uint16_t length;
    uint32_t *numbers;
    uint32_t *varying;
    uint32_t result;
};

static const struct ndr_type numbers = NDR_ARRAY_OF(ndr_u32);
static const struct ndr_type unique_numbers = NDR_POINTER_TO(numbers);
static const struct ndr_type varying_numbers = NDR_VARYING_ARRAY_OF(ndr_u32);
static const struct ndr_field list_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct list, count, ndr_u16),
    NDR_PARAMETER(NDR_IN, struct list, length, ndr_u16),
    NDR_PARAMETER(NDR_IN, struct list, numbers, unique_numbers,
                  .governed_by = NDR_PLACE(struct list, count)),
    NDR_PARAMETER(NDR_IN, struct list, varying, varying_numbers, .maximum = 9,
                  .length_is = NDR_PLACE(struct list, length)),
};
static const struct ndr_operation list_operation = NDR_STUB_OPERATION(struct list, list_parameters);

static void arrays_have_their_counts(void **state)
{
    uint32_t values[] = { 1, 2 };
    const struct list parameters = {
        .count = 2, .length = 1, .numbers = values, .varying = values
    };
    struct list read = { .count = 0 };
    struct decoded decoded;

    (void)state;
    assert_encodes(&list_operation, NDR_IN, &parameters,
                   "0200 0100 00000200 02000000 01000000 02000000"
                   "09000000 00000000 01000000 01000000");
    assert_int_equal(decode_stub(&list_operation, NDR_IN,
                                 "0200 0100 00000200 02000000 01000000 02000000"
                                 "09000000 00000000 01000000 07000000",
                                 &read, &decoded),
                     ERROR_SUCCESS);
    assert_int_equal(read.numbers[1], 2);
    assert_int_equal(read.varying[0], 7);
    decoded_free(&decoded);
}

static void array_whose_counts_lie_is_refused(void **state)
{
    static const char *const stubs[] = {
        "0200 0000 00000200 01000000 01000000 09000000 00000000 00000000", /* conformance */
        "0100 0000 00000200 02000000 01000000 02000000 09000000 00000000 00000000",
        "0100 0000 00000000 09000000 00000000 00000000",          /* counted and not there */
        "0000 0100 00000000 0a000000 00000000 01000000 01000000", /* another maximum */
        "0000 0100 00000000 09000000 01000000 01000000 01000000", /* an offset */
        "0000 0200 00000000 09000000 00000000 01000000 01000000", /* another length */
        "0000 0a00 00000000 09000000 00000000 0a000000 01000000", /* more than the maximum */
        "ffff 0000 00000200 ffff0000 01000000",                   /* more than there is */
        "0000 0000 00000000 09000000 00000000",
    };

    (void)state;
    assert_stubs_are_refused(&list_operation, stubs, COUNT(stubs));
}

static void array_that_is_not_there_is_not_sent(void **state)
{
    uint32_t values[10] = { 0 };
    const struct list counted = { .count = 1 };
    const struct list varying = { .length = 1 };
    const struct list too_long = { .length = 10, .varying = values };

    (void)state;
    assert_is_not_encoded(&list_operation, &counted);
    assert_is_not_encoded(&list_operation, &varying);
    assert_is_not_encoded(&list_operation, &too_long);
}

/* ---- Bits, which bytes are counted by -------------------------------------------------------- */

struct bits
{
    uint16_t bits;
    uint8_t *bytes;
    uint32_t result;
};

static const struct ndr_type bit_bytes = NDR_VARYING_ARRAY_OF(ndr_u8);
static const struct ndr_field bits_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct bits, bits, ndr_u16),
    NDR_PARAMETER(NDR_IN, struct bits, bytes, bit_bytes, .maximum = 4,
                  .length_is = NDR_BITS_PLACE(struct bits, bits)),
};
static const struct ndr_operation bits_operation = NDR_STUB_OPERATION(struct bits, bits_parameters);

static void bits_need_so_many_bytes(void **state)
{
    static const char *const fewer = "0900 0000 04000000 00000000 01000000 01";
    uint8_t bytes[] = { 1, 2 };
    const struct bits eight = { .bits = 8, .bytes = bytes };
    const struct bits nine = { .bits = 9, .bytes = bytes };

    (void)state;
    assert_encodes(&bits_operation, NDR_IN, &eight, "0800 0000 04000000 00000000 01000000 01");
    assert_encodes(&bits_operation, NDR_IN, &nine, "0900 0000 04000000 00000000 02000000 0102");
    assert_stubs_are_refused(&bits_operation, &fewer, 1);
}

/* ---- Unions ---------------------------------------------------------------------------------- */

union choice
{
    uint8_t byte;
    uint64_t number;
    struct utf16_slice name;
};

struct chosen
{
    uint16_t tag;
    union choice choice;
    uint32_t result;
};

static const struct ndr_field choice_arms[] = {
    NDR_ARM(1, union choice, byte, ndr_u8),
    NDR_ARM(2, union choice, number, ndr_u64),
    NDR_ARM(5, union choice, name, ndr_unicode_string),
};
static const struct ndr_type choice = NDR_UNION_OF(union choice, choice_arms, sizeof(uint16_t));
static const struct ndr_field chosen_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct chosen, tag, ndr_u16),
    NDR_PARAMETER(NDR_IN, struct chosen, choice, choice,
                  .governed_by = NDR_PLACE(struct chosen, tag)),
};
static const struct ndr_operation chosen_operation =
    NDR_STUB_OPERATION(struct chosen, chosen_parameters);

/* [ms_union] of [MS-RPCE]: each arm where the widest would stand. */
static void arms_are_aligned_as_the_widest(void **state)
{
    const struct chosen byte = { .tag = 1, .choice = { .byte = 0x7e } };
    const struct chosen number = { .tag = 2, .choice = { .number = 9 } };
    const struct chosen name = { .tag = 5, .choice = { .name = text } };
    struct chosen read = { .tag = 0 };
    struct decoded decoded;

    (void)state;
    assert_encodes(&chosen_operation, NDR_IN, &byte, "0100 0100 00000000 7e");
    assert_encodes(&chosen_operation, NDR_IN, &number, "0200 0200 00000000 0900000000000000");
    assert_encodes(&chosen_operation, NDR_IN, &name,
                   "0500 0500 00000000 0400 0400 00000200 02000000 00000000 02000000 6100 6200");
    assert_int_equal(
        decode_stub(&chosen_operation, NDR_IN, "0100 0100 ffffffff 7e", &read, &decoded),
        ERROR_SUCCESS);
    assert_int_equal(read.choice.byte, 0x7e);
    decoded_free(&decoded);
}

static void union_without_the_right_tag_is_refused(void **state)
{
    static const char *const stubs[] = {
        "0100 0200 00000000 0900000000000000", /* another arm than the discriminant says */
        "0300 0300 00000000 0900000000000000", /* no arm at all */
        "0100 0100 00000000",
    };
    const struct chosen none = { .tag = 3 };

    (void)state;
    assert_stubs_are_refused(&chosen_operation, stubs, COUNT(stubs));
    assert_is_not_encoded(&chosen_operation, &none);
}

/* ---- Numbers, handles ------------------------------------------------------------------------ */

struct others
{
    uint8_t byte;
    uint64_t number;
    uint64_t halves;
    uint16_t half;
    struct context_handle handle;
    uint8_t guid[16];
    uint32_t result;
};

static const struct ndr_field others_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct others, byte, ndr_u8),
    NDR_PARAMETER(NDR_IN, struct others, halves, ndr_large_integer),
    NDR_PARAMETER(NDR_IN, struct others, number, ndr_u64),
    NDR_PARAMETER(NDR_IN, struct others, half, ndr_u16),
    NDR_PARAMETER(NDR_IN, struct others, handle, ndr_context_handle),
    NDR_PARAMETER(NDR_IN, struct others, guid, ndr_guid),
    { .name = "reserved", .type = &ndr_null, .direction = NDR_IN },
};
static const struct ndr_operation others_operation =
    NDR_STUB_OPERATION(struct others, others_parameters);

#define OTHERS                                                                                     \
    "01 000000 0800000000000000 00000000 0700000000000000 0600 0000"                               \
    "0908000000000000000000000000000000000000 0a000000000000000000000000000000"

/* 64 bits are aligned to eight bytes, two halves of 32 to four. */
static void each_number_is_aligned_by_its_size(void **state)
{
    const struct others parameters = {
        .byte = 1,
        .number = 7,
        .halves = 8,
        .half = 6,
        .handle = { { 9, 8 } },
        .guid = { 10 },
    };
    struct others read = { .byte = 0 };
    struct decoded decoded;

    (void)state;
    assert_encodes(&others_operation, NDR_IN, &parameters, OTHERS "00000000");
    assert_int_equal(decode_stub(&others_operation, NDR_IN, OTHERS "00000000", &read, &decoded),
                     ERROR_SUCCESS);
    assert_memory_equal(&read, &parameters, sizeof(read));
    decoded_free(&decoded);
}

static void pointer_that_must_be_null_is_looked_at(void **state)
{
    static const char *const stubs[] = { OTHERS "00000200", OTHERS "000000" };

    (void)state;
    assert_stubs_are_refused(&others_operation, stubs, COUNT(stubs));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_string_counts_its_terminator_or_not),
        cmocka_unit_test(unicode_string_is_as_long_as_its_lengths_hold),
        cmocka_unit_test(unicode_string_whose_lengths_lie_is_refused),
        cmocka_unit_test(unicode_string_may_have_room_behind_it),
        cmocka_unit_test(sid_has_its_count_before_it),
        cmocka_unit_test(sid_whose_counts_differ_is_refused),
        cmocka_unit_test(bytes_that_are_no_sid_are_not_sent),
        cmocka_unit_test(bytes_are_as_many_as_their_count),
        cmocka_unit_test(arrays_have_their_counts),
        cmocka_unit_test(array_whose_counts_lie_is_refused),
        cmocka_unit_test(array_that_is_not_there_is_not_sent),
        cmocka_unit_test(bits_need_so_many_bytes),
        cmocka_unit_test(arms_are_aligned_as_the_widest),
        cmocka_unit_test(union_without_the_right_tag_is_refused),
        cmocka_unit_test(each_number_is_aligned_by_its_size),
        cmocka_unit_test(pointer_that_must_be_null_is_looked_at),
    };

    return cmocka_run_group_tests_name("ndr_types", tests, NULL, NULL);
}
