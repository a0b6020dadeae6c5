/*
 * Answers to NetrSessionEnum ([MS-SRVS] 3.1.4.5), built by hand: each level, and what lies.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdio.h>

#include "levels/session_levels.h"
#include "rpc/client.h"
#include "rpc/srvsvc.h"
#include "support/ndr_stub.h"
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

struct answer
{
    struct srvsvc_session_enum parameters;
    struct decoded decoded;
};

/* Whether there is an answer, for a list of the level that was asked for. */
static uint32_t decode_text(struct answer *answer, const char *text, uint32_t level)
{
    answer->parameters = (struct srvsvc_session_enum){ .sessions = { .level = level } };
    return decode_stub(rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), NDR_OUT, text,
                       &answer->parameters, &answer->decoded);
}

static void answer_free(struct answer *answer)
{
    decoded_free(&answer->decoded);
}

/* What decoding gives, or what the server returned, and nothing else of it. */
static uint32_t code_of(const char *text, uint32_t level)
{
    struct answer answer;
    const uint32_t status = decode_text(&answer, text, level);

    answer_free(&answer);
    return status ? status : answer.parameters.result;
}

static const struct session *row(const struct answer *answer, size_t index)
{
    return info_row(&session_family, &answer->parameters.sessions.rows, index);
}

static size_t row_count(const struct answer *answer)
{
    return answer->parameters.sessions.rows.count;
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
        struct answer answer;

        assert_int_equal(decode_text(&answer, cases[i].stub, cases[i].level), ERROR_SUCCESS);
        assert_int_equal(row_count(&answer), 1);
        assert_text(row(&answer, 0)->client, "\\\\c1");
        assert_text(row(&answer, 0)->user, cases[i].has_user ? "u1" : "");
        assert_text(row(&answer, 0)->client_type, cases[i].has_type ? "t" : "");
        assert_text(row(&answer, 0)->transport, cases[i].has_transport ? "t" : "");
        assert_int_equal(row(&answer, 0)->opens, cases[i].has_opens ? 1 : 0);
        assert_int_equal(row(&answer, 0)->active_seconds, cases[i].has_user ? 2 : 0);
        assert_int_equal(row(&answer, 0)->idle_seconds, cases[i].has_user ? 3 : 0);
        assert_int_equal(row(&answer, 0)->flags, cases[i].has_opens ? 4 : 0);
        assert_int_equal(answer.parameters.total_entries, 1);
        assert_int_equal(*answer.parameters.resume_handle, 5);
        answer_free(&answer);
    }
}

static void strings_may_be_null(void **state)
{
    struct answer answer;

    (void)state;
    assert_int_equal(decode_text(&answer,
                                 "01000000 01000000" CONTAINER "02000000" ARRAY
                                 "02000000" NULL_REF REFERENT NUMBERS REFERENT NULL_REF NUMBERS
                                     STRING_U1 STRING_C1 TRAILER,
                                 1),
                     ERROR_SUCCESS);
    assert_int_equal(row_count(&answer), 2);
    assert_null(row(&answer, 0)->client.units);
    assert_text(row(&answer, 0)->user, "u1");
    assert_text(row(&answer, 1)->client, "\\\\c1");
    assert_null(row(&answer, 1)->user.units);
    answer_free(&answer);
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
        struct answer answer;

        assert_int_equal(decode_text(&answer, stubs[i], 1), ERROR_SUCCESS);
        assert_int_equal(row_count(&answer), 0);
        /* An array that is there, and empty. */
        assert_int_equal(answer.parameters.sessions.rows.rows != NULL, i == 1);
        answer_free(&answer);
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
    struct srvsvc_session_enum parameters = { .sessions = { .level = 1 } };
    struct arena arena = { 0 };
    const uint32_t status = ndr_decode(rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), NDR_OUT,
                                       stub, &parameters, &arena);

    arena_free(&arena);
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
    uint32_t resume_handle = 6;
    const struct srvsvc_session_enum parameters = {
        .sessions = { .level = 502 },
        .preferred_length = UINT32_MAX,
        .resume_handle = &resume_handle,
    };

    (void)state;
    assert_encodes(rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), NDR_IN, &parameters,
                   NULL_REF NULL_REF NULL_REF "f6010000 f6010000 00000200 00000000 00000000"
                                              "ffffffff 04000200 06000000");
}

static void level_that_the_family_has_not_is_not_sent(void **state)
{
    const struct srvsvc_session_enum parameters = { .sessions = { .level = 3 } };
    struct writer stub = { 0 };

    (void)state;
    assert_int_equal(
        ndr_encode(rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), NDR_IN, &parameters, &stub),
        ERROR_INVALID_LEVEL);
    writer_free(&stub);
}

/* After a failure there are no rows; the level that was asked for is still there. */
static void refused_list_leaves_the_level(void **state)
{
    struct answer answer;

    (void)state;
    assert_int_equal(decode_text(&answer,
                                 "01000000 01000000" CONTAINER "02000000" ARRAY
                                 "02000000" REFERENT REFERENT NUMBERS STRING_C1 STRING_U1 TRAILER,
                                 1),
                     RPC_X_BAD_STUB_DATA);
    assert_int_equal(answer.parameters.sessions.level, 1);
    assert_int_equal(row_count(&answer), 0);
    assert_null(answer.parameters.sessions.rows.rows);
    assert_null(answer.parameters.resume_handle);
    answer_free(&answer);
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
        cmocka_unit_test(level_that_the_family_has_not_is_not_sent),
        cmocka_unit_test(refused_list_leaves_the_level),
    };

    return cmocka_run_group_tests_name("session_list", tests, NULL, NULL);
}
