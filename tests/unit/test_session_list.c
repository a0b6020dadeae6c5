/*
 * Answers to NetrSessionEnum ([MS-SRVS] 3.1.4.5), built by hand: each level, and what lies.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "levels/session_levels.h"
#include "rpc/ndr_info.h"
#include "rpc/srvsvc.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* The parts of a stub. Level and tag go before, what the call returns behind. */
#define CONTAINER "00000200"
#define ARRAY     "04000200"
#define REFERENT  "08000200"
#define NULL_REF  "00000000"
#define STRING_C1 "05000000 00000000 05000000 5c00 5c00 6300 3100 0000 0000"
#define STRING_U1 "03000000 00000000 03000000 7500 3100 0000 0000"
#define STRING_T1 "02000000 00000000 02000000 7400 0000"
#define NUMBERS   "01000000 02000000 03000000 04000000"
#define TRAILER   "01000000" REFERENT "05000000 00000000"

#define LEVEL_1_OF_ONE                                                                             \
    "01000000 01000000" CONTAINER "01000000" ARRAY                                                 \
    "01000000" REFERENT REFERENT NUMBERS STRING_C1 STRING_U1 TRAILER

static uint32_t decode(struct srvsvc_session_list *list, struct bytes stub, uint32_t level)
{
    *list = (struct srvsvc_session_list){ 0 };
    writer_bytes(&list->stub, stub.data, stub.size);
    return srvsvc_session_list_decode(list, &session_family,
                                      info_find_level(&session_family, level));
}

static uint32_t decode_text(struct srvsvc_session_list *list, const char *text, uint32_t level)
{
    const struct hex stub = hex(text);

    return decode(list, bytes_of_hex(&stub), level);
}

/* The code that decoding gives, and nothing else of it. */
static uint32_t code_of(const char *text, uint32_t level)
{
    struct srvsvc_session_list list;
    uint32_t status = decode_text(&list, text, level);

    srvsvc_session_list_free(&list);
    return status;
}

static const struct session *row(const struct srvsvc_session_list *list, size_t index)
{
    return info_row(&session_family, &list->rows, index);
}

static void assert_text(struct utf16_slice text, const char *expected)
{
    char utf8[64];

    assert_true(utf16_to_utf8(text, utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

/* ---- What is right --------------------------------------------------------------------------- */

static void every_level_fills_its_part_of_the_row(void **state)
{
    static const struct
    {
        uint32_t level;
        const char *stub;
        bool has_user;
        bool has_opens;
        bool has_type;
        bool has_transport;
    } cases[] = {
        { 0, "00000000 00000000" CONTAINER "01000000" ARRAY "01000000" REFERENT STRING_C1 TRAILER,
          false, false, false, false },
        { 1, LEVEL_1_OF_ONE, true, true, false, false },
        { 2,
          "02000000 02000000" CONTAINER "01000000" ARRAY
          "01000000" REFERENT REFERENT NUMBERS REFERENT STRING_C1 STRING_U1 STRING_T1 TRAILER,
          true, true, true, false },
        { 10,
          "0a000000 0a000000" CONTAINER "01000000" ARRAY "01000000" REFERENT REFERENT
          "02000000 03000000" STRING_C1 STRING_U1 TRAILER,
          true, false, false, false },
        { 502,
          "f6010000 f6010000" CONTAINER "01000000" ARRAY "01000000" REFERENT REFERENT NUMBERS
              REFERENT REFERENT STRING_C1 STRING_U1 STRING_T1 STRING_T1 TRAILER,
          true, true, true, true },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct srvsvc_session_list list;

        assert_int_equal(decode_text(&list, cases[i].stub, cases[i].level), ERROR_SUCCESS);
        assert_int_equal(list.rows.count, 1);
        assert_text(row(&list, 0)->client, "\\\\c1");
        assert_text(row(&list, 0)->user, cases[i].has_user ? "u1" : "");
        assert_text(row(&list, 0)->client_type, cases[i].has_type ? "t" : "");
        assert_text(row(&list, 0)->transport, cases[i].has_transport ? "t" : "");
        assert_int_equal(row(&list, 0)->opens, cases[i].has_opens ? 1 : 0);
        assert_int_equal(row(&list, 0)->active_seconds, cases[i].has_user ? 2 : 0);
        assert_int_equal(row(&list, 0)->idle_seconds, cases[i].has_user ? 3 : 0);
        assert_int_equal(row(&list, 0)->flags, cases[i].has_opens ? 4 : 0);
        assert_int_equal(list.total_entries, 1);
        assert_int_equal(list.resume_handle, 5);
        srvsvc_session_list_free(&list);
    }
}

static void strings_may_be_null(void **state)
{
    struct srvsvc_session_list list;

    (void)state;
    assert_int_equal(decode_text(&list,
                                 "01000000 01000000" CONTAINER "02000000" ARRAY
                                 "02000000" NULL_REF REFERENT NUMBERS REFERENT NULL_REF NUMBERS
                                     STRING_U1 STRING_C1 TRAILER,
                                 1),
                     ERROR_SUCCESS);
    assert_int_equal(list.rows.count, 2);
    assert_null(row(&list, 0)->client.units);
    assert_text(row(&list, 0)->user, "u1");
    assert_text(row(&list, 1)->client, "\\\\c1");
    assert_null(row(&list, 1)->user.units);
    srvsvc_session_list_free(&list);
}

static void nothing_can_be_said_in_three_ways(void **state)
{
    static const char *const stubs[] = {
        "01000000 01000000" CONTAINER "00000000" NULL_REF "00000000" NULL_REF "00000000",
        "01000000 01000000" CONTAINER "00000000" ARRAY "00000000"
        "00000000" NULL_REF "00000000",
        "01000000 01000000" NULL_REF "00000000" NULL_REF "00000000",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(stubs); i++)
    {
        struct srvsvc_session_list list;

        assert_int_equal(decode_text(&list, stubs[i], 1), ERROR_SUCCESS);
        assert_int_equal(list.rows.count, 0);
        assert_null(list.rows.rows);
        srvsvc_session_list_free(&list);
    }
}

static void result_of_the_server_is_given(void **state)
{
    (void)state;
    assert_int_equal(code_of("01000000 01000000" CONTAINER "00000000" NULL_REF "00000000" NULL_REF
                             "05000000",
                             1),
                     ERROR_ACCESS_DENIED);
    assert_int_equal(code_of("01000000 01000000" CONTAINER "01000000" ARRAY
                             "01000000" REFERENT REFERENT NUMBERS STRING_C1 STRING_U1
                             "09000000" REFERENT "01000000 ea000000",
                             1),
                     ERROR_MORE_DATA);
}

/* ---- What is not ----------------------------------------------------------------------------- */

static bool decodes(struct bytes stub)
{
    struct srvsvc_session_list list;
    uint32_t status = decode(&list, stub, 1);

    srvsvc_session_list_free(&list);
    return status == ERROR_SUCCESS;
}

static void stub_that_ends_early_is_refused(void **state)
{
    const struct hex stub = hex(LEVEL_1_OF_ONE);

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&stub), decodes);
}

static void another_level_than_asked_for_is_refused(void **state)
{
    (void)state;
    assert_int_equal(code_of(LEVEL_1_OF_ONE, 2), RPC_X_BAD_STUB_DATA);
    assert_int_equal(code_of("01000000 02000000" CONTAINER "00000000" NULL_REF TRAILER, 1),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(code_of("02000000 01000000" CONTAINER "00000000" NULL_REF TRAILER, 1),
                     RPC_X_BAD_STUB_DATA);
}

static void counts_that_lie_are_refused(void **state)
{
    static const char *const counts[] = {
        "01000000" ARRAY "02000000", /* EntriesRead and the array do not agree */
        "02000000" ARRAY "01000000",
        "00000000" ARRAY "01000000",
        "02000000" ARRAY "02000000", /* more than there are */
        "ffffffff" ARRAY "ffffffff",
        "00000040" ARRAY "00000040", /* times the size of an entry: 0 in 32 bits */
        "abaaaa0a" ARRAY "abaaaa0a",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(counts); i++)
    {
        char text[512];

        snprintf(text, sizeof(text),
                 "01000000 01000000" CONTAINER "%s"
                 "%s",
                 counts[i], REFERENT REFERENT NUMBERS STRING_C1 STRING_U1 TRAILER);
        if (code_of(text, 1) != RPC_X_BAD_STUB_DATA)
        {
            fail_msg("%s", counts[i]);
        }
    }
}

static void entries_without_an_array_are_refused(void **state)
{
    (void)state;
    assert_int_equal(code_of("01000000 01000000" CONTAINER "01000000" NULL_REF TRAILER, 1),
                     RPC_X_BAD_STUB_DATA);
}

/* What a client sends: an empty container at the level it wants. */
static void empty_container_is_written_as_specified(void **state)
{
    struct ndr_writer ndr = { 0 };

    (void)state;
    ndr_put_empty_container(&ndr, 502);
    assert_hex_equal(ndr.stub.data, ndr.stub.size, "f6010000 f6010000 00000200 00000000 00000000");
    writer_free(&ndr.stub);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_level_fills_its_part_of_the_row),
        cmocka_unit_test(strings_may_be_null),
        cmocka_unit_test(nothing_can_be_said_in_three_ways),
        cmocka_unit_test(result_of_the_server_is_given),
        cmocka_unit_test(stub_that_ends_early_is_refused),
        cmocka_unit_test(another_level_than_asked_for_is_refused),
        cmocka_unit_test(counts_that_lie_are_refused),
        cmocka_unit_test(entries_without_an_array_are_refused),
        cmocka_unit_test(empty_container_is_written_as_specified),
    };

    return cmocka_run_group_tests_name("session_list", tests, NULL, NULL);
}
