/*
 * Methods and levels of [MS-DFSNM] that tests/oracle cannot ask Samba about, and what breaks their
 * rules on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "rpc/client.h"
#include "rpc/netdfs.h"
#include "support/ndr_stub.h"
#include "support/unit.h"

static const uint16_t text_a[] = { 'a' };
static const uint16_t text_b[] = { 'b' };
static const struct utf16_slice a = { text_a, 1 };
static const struct utf16_slice b = { text_b, 1 };

/* "a" and "b" as conformant and varying strings. */
#define A "02000000 00000000 02000000 6100 0000"
#define B "02000000 00000000 02000000 6200 0000"

/* The parameters encode to `expected`, which decodes to what encodes to the same once more. */
static void check(uint16_t number, enum ndr_direction direction, void *parameters,
                  const char *expected)
{
    const struct ndr_operation *operation = rpc_operation(&netdfs_interface, number);
    struct decoded decoded;

    assert_encodes(operation, direction, parameters, expected);
    assert_int_equal(decode_stub(operation, direction, expected, parameters, &decoded),
                     ERROR_SUCCESS);
    assert_encodes(operation, direction, parameters, expected);
    decoded_free(&decoded);
}

/* ---- Levels ---------------------------------------------------------------------------------- */

static struct dfs_target target = {
    .state = 2,
    .server = { text_a, 1 },
    .share = { text_b, 1 },
    .priority_class = 3,
    .priority_rank = 4,
};

static void level_9_has_a_descriptor_and_targets_with_priority(void **state)
{
    static const uint8_t descriptor[] = { 1, 2, 3 };
    struct dfs_entry entry = {
        .path = a,
        .state = 1,
        .timeout = 300,
        .guid = { 0xAA, 0xBB },
        .property_flags = 5,
        .metadata_size = 6,
        .descriptor_size = sizeof(descriptor),
        .descriptor = { descriptor, sizeof(descriptor) },
        .target_count = 1,
        .targets = { &target, 1 },
    };
    struct netdfs_info parameters = { .path = a, .level = 9, .entry = &entry };

    (void)state;
    check(NETR_DFS_GET_INFO, NDR_OUT, &parameters,
          "09000000 00000200"                                          /* tag, pointer */
          "04000200 00000000 01000000 2c010000"                        /* up to the time */
          "aabb0000 00000000 00000000 00000000"                        /* GUID */
          "05000000 06000000 03000000 08000200 01000000 0c000200"      /* up to the targets */
          A "03000000 010203 00"                                       /* path, descriptor */
          "01000000 02000000 10000200 14000200 03000000 0400 0000" A B /* target */
          "00000000");
}

static void level_50_is_aligned_to_its_number_of_64_bits(void **state)
{
    struct dfs_entry entry = { .major_version = 2, .minor_version = 1, .capabilities = 3 };
    struct netdfs_info parameters = { .path = a, .level = 50, .entry = &entry };

    (void)state;
    check(NETR_DFS_GET_INFO, NDR_OUT, &parameters,
          "32000000 00000200 02000000 01000000 0300000000000000 00000000");
}

static void level_103_is_a_mask_and_flags(void **state)
{
    struct dfs_entry entry = { .property_flag_mask = 0x11, .property_flags = 0x01 };
    struct netdfs_info parameters = { .path = a, .level = 103, .entry = &entry };

    (void)state;
    check(NETR_DFS_SET_INFO, NDR_IN, &parameters,
          A "00000000 00000000 67000000 67000000 00000200 11000000 01000000");
}

static void level_300_has_the_flavor_of_each_root(void **state)
{
    struct dfs_entry entries[] = {
        { .flavor = 0x100, .root_path = a },
        { .flavor = 0x200, .root_path = b },
    };
    struct ndr_level_list links = { .level = 300, .rows = { entries, COUNT(entries) } };
    struct netdfs_enum parameters = { .level = 300, .links = &links };

    (void)state;
    check(NETR_DFS_ENUM_EX, NDR_OUT, &parameters,
          "00000200 2c010000 2c010000 04000200 02000000 08000200 02000000"
          "00010000 0c000200 00020000 10000200" A B "00000000 00000000");
}

/* ---- Lies ------------------------------------------------------------------------------------ */

/* A response with one structure of level 3, whose array says `count` and holds `array`. */
static uint32_t decode_level_3(const char *count, const char *array)
{
    const struct ndr_operation *operation = rpc_operation(&netdfs_interface, NETR_DFS_GET_INFO);
    struct netdfs_info parameters = { .level = 3 };
    struct decoded decoded;
    char text[256];
    uint32_t status = ERROR_SUCCESS;

    snprintf(text, sizeof(text), "03000000 00000200 00000000 00000000 01000000 %s %s 00000000",
             count, array);
    status = decode_stub(operation, NDR_OUT, text, &parameters, &decoded);
    assert_true(status ? !parameters.entry : parameters.entry != NULL);
    decoded_free(&decoded);
    return status;
}

static void arrays_within_structures_hold_what_their_count_says(void **state)
{
    static const struct
    {
        const char *count;
        const char *array;
        uint32_t expected;
    } cases[] = {
        { "01000000", "00000200 01000000 02000000 00000000 00000000", ERROR_SUCCESS },
        { "00000000", "00000200 00000000", ERROR_SUCCESS },
        { "00000000", "00000000", ERROR_SUCCESS },
        { "01000000", "00000000", RPC_X_BAD_STUB_DATA },
        { "01000000", "00000200 02000000 02000000 00000000 00000000", RPC_X_BAD_STUB_DATA },
        { "02000000", "00000200 02000000 02000000 00000000 00000000", RPC_X_BAD_STUB_DATA },
        { "ffffffff", "00000200 ffffffff 02000000 00000000 00000000", RPC_X_BAD_STUB_DATA },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_int_equal(decode_level_3(cases[i].count, cases[i].array), cases[i].expected);
    }
}

static void rows_that_are_not_as_many_as_counted_are_not_encoded(void **state)
{
    const struct ndr_operation *operation = rpc_operation(&netdfs_interface, NETR_DFS_SET_INFO);
    struct dfs_entry entry = { .target_count = 2, .targets = { &target, 1 } };
    const struct netdfs_info parameters = { .path = a, .level = 3, .entry = &entry };

    (void)state;
    assert_is_not_encoded(operation, &parameters);
    entry = (struct dfs_entry){ .target_count = 1, .targets = { NULL, 1 } };
    assert_is_not_encoded(operation, &parameters);
}

/* The level that was asked for stands in a parameter of its own. */
static void a_list_of_another_level_is_refused(void **state)
{
    static const char *const answers[] = {
        "00000200 02000000 02000000 00000000 00000000 00000000",
        "00000200 01000000 02000000 00000000 00000000 00000000",
    };
    const struct ndr_operation *operation = rpc_operation(&netdfs_interface, NETR_DFS_ENUM);

    (void)state;
    for (size_t i = 0; i < COUNT(answers); i++)
    {
        struct netdfs_enum parameters = { .level = 1 };
        struct decoded decoded;

        assert_int_equal(decode_stub(operation, NDR_OUT, answers[i], &parameters, &decoded),
                         RPC_X_BAD_STUB_DATA);
        decoded_free(&decoded);
    }
}

/* ---- Methods --------------------------------------------------------------------------------- */

static void root_list_is_a_structure_that_ends_with_an_array(void **state)
{
    struct utf16_slice root_targets[] = { a, b };
    struct netdfs_root_list list = { COUNT(root_targets), root_targets };
    struct netdfs_root_list *pointer = &list;
    struct netdfs_remove2 parameters = { .path = a, .root_list = &pointer };

    (void)state;
    check(NETR_DFS_REMOVE2, NDR_OUT, &parameters,
          "00000200 04000200 02000000 02000000 08000200 0c000200" A B "00000000");
}

static void root_list_whose_counts_differ_is_refused(void **state)
{
    static const char *const answers[] = {
        "00000200 04000200 01000000 02000000 00000000 00000000 00000000",
        "00000200 04000200 02000000 01000000 00000000 00000000 00000000",
        "00000200 04000200 ffffffff ffffffff 00000000 00000000 00000000",
    };
    const struct ndr_operation *operation = rpc_operation(&netdfs_interface, NETR_DFS_REMOVE2);

    (void)state;
    for (size_t i = 0; i < COUNT(answers); i++)
    {
        struct netdfs_remove2 parameters = { .path = a };
        struct decoded decoded;

        assert_int_equal(decode_stub(operation, NDR_OUT, answers[i], &parameters, &decoded),
                         RPC_X_BAD_STUB_DATA);
        assert_null(parameters.root_list);
        decoded_free(&decoded);
    }
}

static void a_list_of_root_targets_can_be_asked_for(void **state)
{
    struct netdfs_root_list *none = NULL;
    struct netdfs_remove_ft_root parameters = {
        .server = a,
        .dc = b,
        .share = a,
        .name = b,
        .flags = NETDFS_FORCE_REMOVE,
        .root_list = &none,
    };

    (void)state;
    check(NETR_DFS_REMOVE_FT_ROOT, NDR_IN, &parameters, A B A B "00000080 00000200 00000000");
}

static void link_moves_to_a_path(void **state)
{
    struct netdfs_move parameters = { .path = a, .new_path = b, .flags = 1 };

    (void)state;
    check(NETR_DFS_MOVE, NDR_IN, &parameters, A B "01000000");
}

static void root_target_of_a_stand_alone_namespace_has_no_path(void **state)
{
    struct netdfs_add_root_target add = {
        .path = a, .major_version = 1, .comment = b, .new_namespace = 1
    };
    struct netdfs_remove_root_target remove = { .path = a, .target_path = b };

    (void)state;
    check(NETR_DFS_ADD_ROOT_TARGET, NDR_IN, &add,
          "00000200" A "00000000 01000000 04000200" B "01 000000 00000000");
    check(NETR_DFS_REMOVE_ROOT_TARGET, NDR_IN, &remove, "00000200" A "04000200" B "00000000");
}

static void namespace_version_goes_by_an_enumeration_of_16_bits(void **state)
{
    struct netdfs_get_supported_namespace_version in = { .origin = 1, .name = a };
    struct netdfs_get_supported_namespace_version out = {
        .version = { 2, 1, 3, 4, 5, 0x100000000u },
    };

    (void)state;
    check(NETR_DFS_GET_SUPPORTED_NAMESPACE_VERSION, NDR_IN, &in, "0100 0000 00000200" A);
    check(NETR_DFS_GET_SUPPORTED_NAMESPACE_VERSION, NDR_OUT, &out,
          "02000000 01000000 0300000000000000 04000000 05000000 0000000001000000 00000000");
}

static void dc_address_is_set_with_a_time_and_flags(void **state)
{
    struct netdfs_set_dc_address parameters = { .server = a, .dc = b, .timeout = 7, .flags = 3 };

    (void)state;
    check(NETR_DFS_SET_DC_ADDRESS, NDR_IN, &parameters, A B "07000000 03000000");
}

static void manager_version_is_the_result(void **state)
{
    struct netdfs_manager_get_version parameters = { .result = 4 };

    (void)state;
    check(NETR_DFS_MANAGER_GET_VERSION, NDR_OUT, &parameters, "04000000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(level_9_has_a_descriptor_and_targets_with_priority),
        cmocka_unit_test(level_50_is_aligned_to_its_number_of_64_bits),
        cmocka_unit_test(level_103_is_a_mask_and_flags),
        cmocka_unit_test(level_300_has_the_flavor_of_each_root),
        cmocka_unit_test(arrays_within_structures_hold_what_their_count_says),
        cmocka_unit_test(rows_that_are_not_as_many_as_counted_are_not_encoded),
        cmocka_unit_test(a_list_of_another_level_is_refused),
        cmocka_unit_test(root_list_is_a_structure_that_ends_with_an_array),
        cmocka_unit_test(root_list_whose_counts_differ_is_refused),
        cmocka_unit_test(a_list_of_root_targets_can_be_asked_for),
        cmocka_unit_test(link_moves_to_a_path),
        cmocka_unit_test(root_target_of_a_stand_alone_namespace_has_no_path),
        cmocka_unit_test(namespace_version_goes_by_an_enumeration_of_16_bits),
        cmocka_unit_test(dc_address_is_set_with_a_time_and_flags),
        cmocka_unit_test(manager_version_is_the_result),
    };

    return cmocka_run_group_tests_name("netdfs", tests, NULL, NULL);
}
