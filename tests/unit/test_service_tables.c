/*
 * Methods of the Server and Workstation Service that tests/oracle cannot ask Samba about: what the
 * specifications say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "rpc/client.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"
#include "support/hex.h"
#include "support/unit.h"

static const uint16_t text_a[] = { 'a' };
static const uint16_t text_b[] = { 'b' };
static const struct utf16_slice a = { text_a, 1 };
static const struct utf16_slice b = { text_b, 1 };

/* The parameters encode to `expected`, which decodes to what encodes to the same once more. */
static void check(const struct rpc_interface *interface, uint16_t number,
                  enum ndr_direction direction, void *parameters, const char *expected)
{
    const struct ndr_operation *operation = rpc_operation(interface, number);
    const struct hex bytes = hex(expected);
    struct arena arena = { 0 };
    struct writer stub = { 0 };

    assert_non_null(operation);
    assert_int_equal(ndr_encode(operation, direction, parameters, &stub), ERROR_SUCCESS);
    assert_hex_equal(stub.data, stub.size, expected);
    writer_free(&stub);

    assert_int_equal(ndr_decode(operation, direction, bytes_of_hex(&bytes), parameters, &arena),
                     ERROR_SUCCESS);
    assert_int_equal(ndr_encode(operation, direction, parameters, &stub), ERROR_SUCCESS);
    assert_hex_equal(stub.data, stub.size, expected);
    writer_free(&stub);
    arena_free(&arena);
}

static void share_can_be_added_with_a_name_of_the_server(void **state)
{
    static const uint8_t descriptor[] = { 1, 2, 3 };
    struct share share = {
        .name = a,
        .server = b,
        .descriptor = { descriptor, sizeof(descriptor) },
        .descriptor_size = sizeof(descriptor),
    };
    struct srvsvc_share_add add = { .level = 503, .share = &share };

    (void)state;
    check(&srvsvc_interface, NETR_SHARE_ADD, NDR_IN, &add,
          "00000000 f7010000 f7010000 00000200" /* level, tag, pointer */
          "04000200 00000000 00000000 00000000 00000000 00000000 00000000 00000000"
          "08000200 03000000 0c000200"
          "02000000 00000000 02000000 6100 0000"
          "02000000 00000000 02000000 6200 0000"
          "03000000 010203 00"
          "00000000");
}

static void deletion_of_a_share_goes_by_a_handle_that_is_no_pointer(void **state)
{
    struct srvsvc_share_del_start start = { .result = 5 };
    struct srvsvc_share_del_commit commit = { .result = 0 };

    (void)state;
    memset(&start.context, 0x11, sizeof(start.context));
    memset(&commit.context, 0x22, sizeof(commit.context));
    check(&srvsvc_interface, NETR_SHARE_DEL_START, NDR_OUT, &start,
          "11111111 11111111 11111111 11111111 11111111 05000000");
    check(&srvsvc_interface, NETR_SHARE_DEL_COMMIT, NDR_IN, &commit,
          "22222222 22222222 22222222 22222222 22222222");
}

static void transport_is_added_without_a_union(void **state)
{
    static const uint8_t address[] = { 1, 2 };
    struct srvsvc_server_transport add = {
        .transport = {
            .circuits = 7,
            .name = a,
            .address = { address, sizeof(address) },
            .address_size = sizeof(address),
        },
    };

    (void)state;
    check(&srvsvc_interface, NETR_SERVER_TRANSPORT_ADD, NDR_IN, &add,
          "00000000 00000000 07000000 00000200 04000200 02000000 00000000"
          "02000000 00000000 02000000 6100 0000"
          "02000000 0102");
}

static void alias_has_a_boolean_of_one_byte(void **state)
{
    struct server_alias alias = { .alias = a, .is_default = 1, .reserved = 9 };
    struct srvsvc_server_alias add = { .alias = &alias };

    (void)state;
    check(&srvsvc_interface, NETR_SERVER_ALIAS_ADD, NDR_IN, &add,
          "00000000 00000000 00000000 00000200 04000200 00000000 01 000000 09000000"
          "02000000 00000000 02000000 6100 0000");
}

static void canonical_name_fills_an_array_of_units(void **state)
{
    uint16_t output[] = { 'a', 0, 0 };
    struct srvsvc_name_canonicalize answer = { .output_length = 3, .output = output };

    (void)state;
    check(&srvsvc_interface, NETPR_NAME_CANONICALIZE, NDR_OUT, &answer,
          "03000000 6100 0000 0000 0000 00000000");
}

static void server_has_capabilities_at_level_103(void **state)
{
    struct server server = { .platform = 500, .capabilities = 8 };
    struct srvsvc_server_get_info answer = { .level = 103, .info = &server };

    (void)state;
    check(&srvsvc_interface, NETR_SERVER_GET_INFO, NDR_OUT, &answer,
          "67000000 00000200 f4010000 00000000 00000000 00000000 00000000 00000000 00000000"
          "00000000 00000000 00000000 00000000 00000000 00000000 08000000 00000000");
}

static void wrong_setting_of_a_workstation_may_be_left_unsaid(void **state)
{
    uint32_t error = 3;
    struct workstation workstation = { .keep_conn = 600 };
    struct wkssvc_wksta_set_info set = { .level = 1013, .info = &workstation };

    (void)state;
    check(&wkssvc_interface, NETR_WKSTA_SET_INFO, NDR_IN, &set,
          "00000000 f5030000 f5030000 00000200 58020000 00000000");
    set.parameter_error = &error;
    check(&wkssvc_interface, NETR_WKSTA_SET_INFO, NDR_OUT, &set, "00000200 03000000 00000000");
}

static void use_of_level_3_is_one_of_level_2_with_flags(void **state)
{
    struct use_row use = { .remote = a, .flags = 1 };
    struct wkssvc_use_add add = { .level = 3, .use = &use };

    (void)state;
    check(&wkssvc_interface, NETR_USE_ADD, NDR_IN, &add,
          "00000000 03000000 03000000 00000200 00000000 04000200 00000000 00000000 00000000"
          "00000000 00000000 00000000 00000000 01000000"
          "02000000 00000000 02000000 6100 0000"
          "00000000");
}

static void organizational_units_are_an_array_of_strings(void **state)
{
    struct utf16_slice ous[] = { a, b };
    struct wkssvc_get_joinable_ous answer = { .ou_count = 2, .ous = ous };

    (void)state;
    check(&wkssvc_interface, NETR_GET_JOINABLE_OUS2, NDR_OUT, &answer,
          "02000000 00000200 02000000 04000200 08000200"
          "02000000 00000000 02000000 6100 0000"
          "02000000 00000000 02000000 6200 0000"
          "00000000");
}

static void every_method_but_one_begins_with_the_name_of_the_server(void **state)
{
    static const struct rpc_interface *const interfaces[] = { &srvsvc_interface,
                                                              &wkssvc_interface };

    (void)state;
    for (size_t i = 0; i < COUNT(interfaces); i++)
    {
        for (size_t j = 0; j < interfaces[i]->count; j++)
        {
            const struct ndr_operation *operation = &interfaces[i]->operations[j];
            const bool is_commit = i == 0 && operation->number == NETR_SHARE_DEL_COMMIT;

            assert_int_equal(rpc_names_server(interfaces[i], operation), !is_commit);
            if (!is_commit)
            {
                assert_int_equal(operation->parameters[0].offset, 0);
            }
        }
    }
}

static void shares_cannot_be_listed_at_levels_of_one_setting(void **state)
{
    const struct ndr_operation *operation = rpc_operation(&srvsvc_interface, NETR_SHARE_ENUM);
    struct srvsvc_share_enum list = { .shares = { .level = 1005 } };
    struct writer stub = { 0 };

    (void)state;
    assert_int_equal(ndr_encode(operation, NDR_IN, &list, &stub), ERROR_INVALID_LEVEL);
    writer_free(&stub);
}

static uint32_t decode_response(uint16_t number, const char *text, void *parameters)
{
    const struct hex bytes = hex(text);
    struct arena arena = { 0 };
    const uint32_t status = ndr_decode(rpc_operation(&srvsvc_interface, number), NDR_OUT,
                                       bytes_of_hex(&bytes), parameters, &arena);

    arena_free(&arena);
    return status;
}

/* As Samba refuses level 503: its unions have no arm for it. */
static void level_is_refused_without_what_it_has(void **state)
{
    struct srvsvc_share_get_info one = { .level = 503 };
    struct srvsvc_share_enum list = { .shares = { .level = 503 } };

    (void)state;
    assert_int_equal(decode_response(NETR_SHARE_GET_INFO, "f7010000 7c000000", &one),
                     ERROR_SUCCESS);
    assert_int_equal(one.result, ERROR_INVALID_LEVEL);
    assert_null(one.share);
    assert_int_equal(decode_response(NETR_SHARE_ENUM,
                                     "f7010000 f7010000 00000000 00000200 00000000 7c000000",
                                     &list),
                     ERROR_SUCCESS);
    assert_int_equal(list.result, ERROR_INVALID_LEVEL);
    assert_int_equal(list.shares.rows.count, 0);
}

static void answer_without_what_its_level_has_is_none(void **state)
{
    struct srvsvc_share_get_info one = { .level = 503 };

    (void)state;
    assert_int_equal(decode_response(NETR_SHARE_GET_INFO, "f7010000 00000000", &one),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(decode_response(NETR_SHARE_GET_INFO, "f6010000 7c000000", &one),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(decode_response(NETR_SHARE_GET_INFO, "f7010000 7c000000 7c000000", &one),
                     RPC_X_BAD_STUB_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(share_can_be_added_with_a_name_of_the_server),
        cmocka_unit_test(deletion_of_a_share_goes_by_a_handle_that_is_no_pointer),
        cmocka_unit_test(transport_is_added_without_a_union),
        cmocka_unit_test(alias_has_a_boolean_of_one_byte),
        cmocka_unit_test(canonical_name_fills_an_array_of_units),
        cmocka_unit_test(server_has_capabilities_at_level_103),
        cmocka_unit_test(wrong_setting_of_a_workstation_may_be_left_unsaid),
        cmocka_unit_test(use_of_level_3_is_one_of_level_2_with_flags),
        cmocka_unit_test(organizational_units_are_an_array_of_strings),
        cmocka_unit_test(every_method_but_one_begins_with_the_name_of_the_server),
        cmocka_unit_test(level_is_refused_without_what_it_has),
        cmocka_unit_test(answer_without_what_its_level_has_is_none),
        cmocka_unit_test(shares_cannot_be_listed_at_levels_of_one_setting),
    };

    return cmocka_run_group_tests_name("service tables", tests, NULL, NULL);
}
