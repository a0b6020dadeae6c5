/*
 * Security descriptors: which are none, and how long they are.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/security_descriptor.h"
#include "support/exact_copy.h"
#include "support/hex.h"

/* Owner S-1-5-32-544, group S-1-5-32-545, no SACL, a DACL of two entries: the owner may do all,
 * everybody may read. */
#define HEADER      "01 00 0480 14000000 24000000 00000000 34000000 "
#define OWNER       "01 02 000000000005 20000000 20020000 "
#define GROUP       "01 02 000000000005 20000000 21020000 "
#define ACL_HEADER  "02 00 3400 0200 0000 "
#define OWNER_ACE   "00 00 1800 ff011f00 " OWNER
#define EVERYBODY   "01 01 000000000001 00000000 "
#define READERS_ACE "00 00 1400 a9001200 " EVERYBODY
#define USUAL       HEADER OWNER GROUP ACL_HEADER OWNER_ACE READERS_ACE
#define USUAL_SIZE  0x68
#define OWNER_PLACE 0x14
#define DACL_PLACE  0x34
#define ACE_PLACE   (DACL_PLACE + 8)

/* Nothing but a DACL, which comes behind it. */
#define ONLY_DACL "01 00 0480 00000000 00000000 00000000 14000000 "
#define GUID      "00112233445566778899aabbccddeeff "

static bool is_valid(struct bytes descriptor)
{
    return security_descriptor_is_valid(descriptor);
}

static bool hex_is_valid(const char *text)
{
    const struct hex bytes = hex(text);
    const struct bytes copy = exact_copy(bytes_of_hex(&bytes), bytes.size);
    const bool valid = security_descriptor_is_valid(copy);

    free((void *)(uintptr_t)copy.data);
    return valid;
}

/* Whether USUAL is one with a number in place of what it has there. */
static bool patched_is_valid(size_t place, uint32_t value, size_t size)
{
    struct hex bytes = hex(USUAL);

    for (size_t i = 0; i < size; i++)
    {
        bytes.data[place + i] = (uint8_t)(value >> 8 * i);
    }
    return security_descriptor_is_valid(bytes_of_hex(&bytes));
}

static void usual_one_is_valid_and_no_truncation_of_it_is(void **state)
{
    const struct hex usual = hex(USUAL);

    (void)state;
    assert_int_equal(usual.size, USUAL_SIZE);
    assert_every_truncation_is_refused(bytes_of_hex(&usual), is_valid);
}

static void one_without_anything_is_valid(void **state)
{
    (void)state;
    assert_true(hex_is_valid("01 00 0080 00000000 00000000 00000000 00000000"));
    /* A DACL that is there and is NULL: everybody may do everything. */
    assert_true(hex_is_valid("01 00 0480 00000000 00000000 00000000 00000000"));
}

static void revision_and_flags_must_be_those_of_a_self_relative_one(void **state)
{
    (void)state;
    assert_false(patched_is_valid(0, 0, 1));
    assert_false(patched_is_valid(0, 2, 1));
    assert_false(patched_is_valid(2, 0x0004, 2));
    assert_true(patched_is_valid(2, 0x8014, 2)); /* a SACL that is NULL */
}

static void offsets_must_be_aligned_and_within(void **state)
{
    static const size_t places[] = { 4, 8, 16 };

    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
    {
        assert_true(patched_is_valid(places[i], 0, 4));
        assert_false(patched_is_valid(places[i], 4, 4)); /* in the header */
        assert_false(patched_is_valid(places[i], 0x15, 4));
        assert_false(patched_is_valid(places[i], USUAL_SIZE - 4, 4));
        assert_false(patched_is_valid(places[i], USUAL_SIZE, 4));
        assert_false(patched_is_valid(places[i], 0x7ffffff0, 4));
        assert_false(patched_is_valid(places[i], 0xfffffffc, 4));
    }
}

/* Its place may be anything then. */
static void acl_that_is_said_not_to_be_there_does_not_count(void **state)
{
    (void)state;
    assert_true(patched_is_valid(12, 0xfffffff0, 4));
    assert_true(patched_is_valid(2, 0x8000, 2));
    assert_false(hex_is_valid("01 00 1080 00000000 00000000 f0ffffff 00000000"));
}

static void sid_has_revision_1_and_at_most_15_numbers(void **state)
{
    (void)state;
    assert_false(patched_is_valid(OWNER_PLACE, 0, 1));
    assert_false(patched_is_valid(OWNER_PLACE, 2, 1));
    assert_true(patched_is_valid(OWNER_PLACE + 1, 0, 1));
    assert_true(patched_is_valid(OWNER_PLACE + 1, 15, 1));
    assert_false(patched_is_valid(OWNER_PLACE + 1, 16, 1));
    assert_false(patched_is_valid(OWNER_PLACE + 1, 255, 1));
}

static void acl_has_a_revision_from_2_to_4_and_all_that_it_counts(void **state)
{
    (void)state;
    assert_false(patched_is_valid(DACL_PLACE, 1, 1));
    assert_true(patched_is_valid(DACL_PLACE, 4, 1));
    assert_false(patched_is_valid(DACL_PLACE, 5, 1));
    assert_false(patched_is_valid(DACL_PLACE + 2, 0, 2));
    assert_false(patched_is_valid(DACL_PLACE + 2, 0x30, 2));
    assert_false(patched_is_valid(DACL_PLACE + 2, 0x33, 2));
    assert_false(patched_is_valid(DACL_PLACE + 2, 0x38, 2));
    assert_false(patched_is_valid(DACL_PLACE + 2, 0xfff0, 2));
    assert_true(patched_is_valid(DACL_PLACE + 4, 0, 2));
    assert_true(patched_is_valid(DACL_PLACE + 4, 1, 2));
    assert_false(patched_is_valid(DACL_PLACE + 4, 3, 2));
    assert_false(patched_is_valid(DACL_PLACE + 4, 0xffff, 2));
}

/* Programs make one of any size, and fill it later. */
static void acl_may_have_room_for_more(void **state)
{
    (void)state;
    assert_true(hex_is_valid(ONLY_DACL "02 00 0800 0000 0000 "));
    assert_true(hex_is_valid(ONLY_DACL "02 00 0b00 0000 0000 000000"));
    assert_false(hex_is_valid(ONLY_DACL "02 00 0b00 0000 0000 0000"));
}

static void ace_lies_in_its_acl_and_its_sid_in_it(void **state)
{
    (void)state;
    assert_false(patched_is_valid(ACE_PLACE + 2, 0, 2));
    assert_false(patched_is_valid(ACE_PLACE + 2, 3, 2));
    assert_false(patched_is_valid(ACE_PLACE + 2, 0x14, 2));
    assert_false(patched_is_valid(ACE_PLACE + 2, 0x19, 2));
    assert_false(patched_is_valid(ACE_PLACE + 2, 0x400, 2));
    assert_false(patched_is_valid(ACE_PLACE + 8, 3, 1));
    assert_false(patched_is_valid(ACE_PLACE + 9, 3, 1));
    assert_true(patched_is_valid(ACE_PLACE, 0xff, 1)); /* a type that nobody knows */
}

static void object_ace_has_the_guids_that_it_announces(void **state)
{
    (void)state;
    assert_true(hex_is_valid(ONLY_DACL "04 00 2000 0100 0000 "
                                       "05 00 1800 ff011f00 00000000 " EVERYBODY));
    assert_true(hex_is_valid(ONLY_DACL "04 00 3000 0100 0000 "
                                       "06 00 2800 ff011f00 01000000 " GUID EVERYBODY));
    assert_true(hex_is_valid(ONLY_DACL "04 00 4000 0100 0000 "
                                       "0b 00 3800 ff011f00 03000000 " GUID GUID EVERYBODY));
    assert_false(hex_is_valid(ONLY_DACL "04 00 3000 0100 0000 "
                                        "05 00 2800 ff011f00 03000000 " GUID EVERYBODY));
    assert_false(hex_is_valid(ONLY_DACL "04 00 1000 0100 0000 05 00 0800 ff011f00 "));
}

static void compound_ace_has_two_sids(void **state)
{
    (void)state;
    assert_true(hex_is_valid(ONLY_DACL "03 00 2c00 0100 0000 "
                                       "04 00 2400 ff011f00 01000000 " EVERYBODY EVERYBODY));
    assert_false(hex_is_valid(ONLY_DACL "03 00 2000 0100 0000 "
                                        "04 00 1800 ff011f00 01000000 " EVERYBODY));
}

static void what_stands_behind_a_sid_in_an_ace_is_the_applications(void **state)
{
    (void)state;
    assert_true(hex_is_valid(ONLY_DACL "02 00 2000 0100 0000 "
                                       "09 00 1800 ff011f00 " EVERYBODY "61727478"));
}

/* ---- Its length ------------------------------------------------------------------------------ */

static size_t size_of_hex(const char *text)
{
    const struct hex bytes = hex(text);

    return security_descriptor_size(bytes.data);
}

static void length_is_that_of_all_parts(void **state)
{
    (void)state;
    assert_int_equal(size_of_hex(USUAL), USUAL_SIZE);
    assert_int_equal(size_of_hex(USUAL "0000000000000000"), USUAL_SIZE);
    assert_int_equal(size_of_hex("01 00 0480 00000000 00000000 00000000 00000000"), 20);
    /* The owner last, behind four bytes of nothing. */
    assert_int_equal(size_of_hex("01 00 0080 18000000 00000000 00000000 00000000 00000000" OWNER),
                     0x28);
}

static void length_of_what_is_none_is_zero(void **state)
{
    (void)state;
    assert_int_equal(size_of_hex("02 00 0480 00000000 00000000 00000000 00000000"), 0);
    assert_int_equal(size_of_hex("01 00 0400 00000000 00000000 00000000 00000000"), 0);
}

/* What its caller has is not read there. */
static void offset_beyond_all_descriptors_is_not_followed(void **state)
{
    const struct hex far = hex("01 00 1480 00000010 000000f0 00000070 fcffffff");
    const struct bytes copy = exact_copy(bytes_of_hex(&far), far.size);
    const size_t size = security_descriptor_size(copy.data);

    (void)state;
    assert_false(security_descriptor_is_valid((struct bytes){ copy.data, size }));
    free((void *)(uintptr_t)copy.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(usual_one_is_valid_and_no_truncation_of_it_is),
        cmocka_unit_test(one_without_anything_is_valid),
        cmocka_unit_test(revision_and_flags_must_be_those_of_a_self_relative_one),
        cmocka_unit_test(offsets_must_be_aligned_and_within),
        cmocka_unit_test(acl_that_is_said_not_to_be_there_does_not_count),
        cmocka_unit_test(sid_has_revision_1_and_at_most_15_numbers),
        cmocka_unit_test(acl_has_a_revision_from_2_to_4_and_all_that_it_counts),
        cmocka_unit_test(acl_may_have_room_for_more),
        cmocka_unit_test(ace_lies_in_its_acl_and_its_sid_in_it),
        cmocka_unit_test(object_ace_has_the_guids_that_it_announces),
        cmocka_unit_test(compound_ace_has_two_sids),
        cmocka_unit_test(what_stands_behind_a_sid_in_an_ace_is_the_applications),
        cmocka_unit_test(length_is_that_of_all_parts),
        cmocka_unit_test(length_of_what_is_none_is_zero),
        cmocka_unit_test(offset_beyond_all_descriptors_is_not_followed),
    };

    return cmocka_run_group_tests_name("security descriptors", tests, NULL, NULL);
}
