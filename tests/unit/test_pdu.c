/*
 * DCE/RPC PDUs against [C706] 12.6 and against servers that break its rules.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "rpc/pdu.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

#define NDR           "045d888aeb1cc9119fe808002b104860 02000000"
#define CALL_ID       7
#define TYPE_POSITION 2

/* The flags of a fragment. */
#define FIRST 1
#define LAST  2

/* ---- Bind ------------------------------------------------------------------------------------ */

/* A bind_ack with the secondary address \PIPE\srvsvc. */
static struct hex bind_ack(const char *sizes, const char *results)
{
    char text[512];
    struct hex pdu;

    snprintf(text, sizeof(text),
             "05000c03 10000000 0000 0000 01000000 %s f0530000"
             "0d00 5c504950455c73727673766300 00 %s",
             sizes, results);
    pdu = hex(text);
    pdu.data[8] = (uint8_t)pdu.size;
    return pdu;
}

static uint32_t decode_bind_ack(const struct hex *pdu, struct rpc_fragment_sizes *sizes)
{
    return rpc_bind_ack_decode(bytes_of_hex(pdu), 1, sizes);
}

static void bind_is_written_as_specified(void **state)
{
    const struct rpc_interface interface = {
        .uuid = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
        .version_major = 3,
        .version_minor = 1,
    };
    struct writer writer = { 0 };

    (void)state;
    rpc_bind_encode(&interface, 0x01020304, &writer);
    assert_hex_equal(writer.data, writer.size,
                     "05000b03 10000000 4800 0000 04030201 f8ff f8ff 00000000 01000000"
                     "0000 0100 000102030405060708090a0b0c0d0e0f 0300 0100" NDR);
    writer_free(&writer);
}

static void acceptance_says_how_much_the_server_takes_and_sends(void **state)
{
    const struct hex pdu = bind_ack("b810 c810", "01000000 0000 0000" NDR);
    struct rpc_fragment_sizes sizes = { 0, 0 };

    (void)state;
    assert_int_equal(decode_bind_ack(&pdu, &sizes), ERROR_SUCCESS);
    assert_int_equal(sizes.receive_max, 0x10b8);
    assert_int_equal(sizes.transmit_max, 0x10c8);
}

/* What it sends is bounded by what we take. */
static void sending_size_that_cannot_be_true_counts_for_nothing(void **state)
{
    static const char *const cases[] = { "0000 b810", "9705 b810", "ffff b810" };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct hex pdu = bind_ack(cases[i], "01000000 0000 0000" NDR);
        struct rpc_fragment_sizes sizes = { 0, 0 };

        assert_int_equal(decode_bind_ack(&pdu, &sizes), ERROR_SUCCESS);
        assert_int_equal(sizes.receive_max, RPC_FRAGMENT_SIZE_MAX);
    }
}

static void refusals_have_codes(void **state)
{
    static const struct
    {
        const char *results;
        uint32_t status;
    } cases[] = {
        { "01000000 0200 0100" NDR, RPC_S_UNKNOWN_IF },     /* abstract syntax */
        { "01000000 0200 0200" NDR, RPC_S_PROTOCOL_ERROR }, /* transfer syntax */
        { "01000000 0100 0000" NDR, RPC_S_PROTOCOL_ERROR }, /* user rejection */
        { "00000000 0000 0000" NDR, RPC_S_PROTOCOL_ERROR }, /* no result */
        { "02000000 0000 0000" NDR "0000 0000" NDR, RPC_S_PROTOCOL_ERROR },
    };
    struct rpc_fragment_sizes sizes = { 0, 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct hex pdu = bind_ack("b810 b810", cases[i].results);

        assert_int_equal(decode_bind_ack(&pdu, &sizes), cases[i].status);
    }
}

static void fragments_too_small_to_be_true_are_refused(void **state)
{
    const struct hex just_enough = bind_ack("b810 9805", "01000000 0000 0000" NDR);
    const struct hex too_small = bind_ack("b810 9705", "01000000 0000 0000" NDR);
    const struct hex nothing = bind_ack("b810 0000", "01000000 0000 0000" NDR);
    struct rpc_fragment_sizes sizes = { 0, 0 };

    (void)state;
    assert_int_equal(decode_bind_ack(&just_enough, &sizes), ERROR_SUCCESS);
    assert_int_equal(decode_bind_ack(&too_small, &sizes), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_bind_ack(&nothing, &sizes), RPC_S_PROTOCOL_ERROR);
}

static void what_is_no_bind_ack_is_refused(void **state)
{
    static const struct
    {
        size_t position;
        uint8_t value;
    } changes[] = {
        { 0, 4 },              /* version */
        { 1, 2 },              /* minor version */
        { TYPE_POSITION, 13 }, /* bind_nak */
        { TYPE_POSITION, 2 },  /* response */
        { 4, 0 },              /* big-endian */
        { 5, 1 },              /* VAX floating point */
        { 8, 15 },             /* shorter than its header */
        { 12, 2 },             /* another call */
        { 24, 0xff },          /* address length */
    };
    struct rpc_fragment_sizes sizes = { 0, 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++)
    {
        struct hex pdu = bind_ack("b810 b810", "01000000 0000 0000" NDR);

        pdu.data[changes[i].position] = changes[i].value;
        if (decode_bind_ack(&pdu, &sizes) != RPC_S_PROTOCOL_ERROR)
        {
            fail_msg("position %zu, value %u", changes[i].position, changes[i].value);
        }
    }
}

static bool decodes_bind_ack(struct bytes pdu)
{
    struct rpc_fragment_sizes sizes = { 0, 0 };

    return rpc_bind_ack_decode(pdu, 1, &sizes) == ERROR_SUCCESS;
}

static void bind_ack_that_ends_early_is_refused(void **state)
{
    const struct hex pdu = bind_ack("b810 b810", "01000000 0000 0000" NDR);

    (void)state;
    assert_every_truncation_is_refused(bytes_of_hex(&pdu), decodes_bind_ack);
}

/* ---- Requests -------------------------------------------------------------------------------- */

static void request_fragments_are_written_as_specified(void **state)
{
    struct rpc_request_fragment fragment = {
        .call_id = 2, .operation = 12, .first = true, .stub_size = 5, .stub = bytes_of_text("abc")
    };
    struct writer writer = { 0 };

    (void)state;
    rpc_request_encode(&fragment, &writer);
    assert_hex_equal(writer.data, writer.size,
                     "05000001 10000000 1b00 0000 02000000 05000000 0000 0c00 616263");
    writer_free(&writer);
    fragment = (struct rpc_request_fragment){ .call_id = 2, .operation = 12, .last = true };
    rpc_request_encode(&fragment, &writer);
    assert_hex_equal(writer.data, writer.size,
                     "05000002 10000000 1800 0000 02000000 00000000 0000 0c00");
    writer_free(&writer);
}

/* ---- Answers --------------------------------------------------------------------------------- */

/* A PDU of the given type (2 is a response, 3 a fault) with what follows the common header. */
static struct hex answer_pdu(unsigned int type, unsigned int flags, const char *rest)
{
    char text[256];
    struct hex pdu;

    snprintf(text, sizeof(text), "0500%02x%02x 10000000 0000 0000 07000000 %s", type, flags, rest);
    pdu = hex(text);
    pdu.data[8] = (uint8_t)pdu.size;
    return pdu;
}

static struct hex response(unsigned int flags, const char *stub)
{
    char rest[128];

    snprintf(rest, sizeof(rest), "00000000 0000 00 00 %s", stub);
    return answer_pdu(2, flags, rest);
}

static uint32_t add(struct rpc_answer *answer, struct hex pdu)
{
    return rpc_answer_add(answer, bytes_of_hex(&pdu));
}

static void fragments_are_put_together(void **state)
{
    struct rpc_answer answer = { .call_id = CALL_ID };

    (void)state;
    assert_int_equal(add(&answer, response(FIRST, "0102")), ERROR_SUCCESS);
    assert_false(answer.complete);
    assert_int_equal(add(&answer, response(0, "")), ERROR_SUCCESS);
    assert_int_equal(add(&answer, response(0, "03")), ERROR_SUCCESS);
    assert_false(answer.complete);
    assert_int_equal(add(&answer, response(LAST, "0405")), ERROR_SUCCESS);
    assert_true(answer.complete);
    assert_hex_equal(answer.stub.data, answer.stub.size, "0102030405");
    writer_free(&answer.stub);
}

static void fragments_out_of_order_are_refused(void **state)
{
    struct rpc_answer answer = { .call_id = CALL_ID };

    (void)state;
    assert_int_equal(add(&answer, response(0, "01")), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(add(&answer, response(LAST, "01")), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(add(&answer, response(FIRST, "01")), ERROR_SUCCESS);
    assert_int_equal(add(&answer, response(FIRST, "01")), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(add(&answer, response(FIRST | LAST, "01")), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(add(&answer, response(LAST, "02")), ERROR_SUCCESS);
    assert_int_equal(add(&answer, response(LAST, "03")), RPC_S_PROTOCOL_ERROR);
    assert_hex_equal(answer.stub.data, answer.stub.size, "0102");
    writer_free(&answer.stub);
}

static void faults_become_win32_codes(void **state)
{
    static const struct
    {
        const char *fault;
        uint32_t status;
    } cases[] = {
        { "05000000", ERROR_ACCESS_DENIED },
        { "f7060000", RPC_X_BAD_STUB_DATA },
        { "0200011c", RPC_S_PROCNUM_OUT_OF_RANGE },
        { "0300011c", RPC_S_UNKNOWN_IF },
        { "0b00011c", RPC_S_PROTOCOL_ERROR },
        { "1300011c", RPC_S_OUT_OF_RESOURCES },
        { "1b00001c", ERROR_NOT_ENOUGH_MEMORY },
        { "220000c0", ERROR_ACCESS_DENIED },
        { "00000000", RPC_S_CALL_FAILED },
        { "ea000000", RPC_S_CALL_FAILED }, /* no answer, though ERROR_MORE_DATA says so */
        { "efbeadde", RPC_S_CALL_FAILED },
        { "00000100", RPC_S_CALL_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct rpc_answer answer = { .call_id = CALL_ID };
        char rest[64];

        snprintf(rest, sizeof(rest), "00000000 0000 00 00 %s 00000000", cases[i].fault);
        assert_int_equal(add(&answer, answer_pdu(3, FIRST | LAST, rest)), cases[i].status);
    }
}

static void fault_may_come_between_fragments(void **state)
{
    struct rpc_answer answer = { .call_id = CALL_ID };

    (void)state;
    assert_int_equal(add(&answer, response(FIRST, "01")), ERROR_SUCCESS);
    assert_int_equal(add(&answer, answer_pdu(3, LAST, "00000000 0000 00 00 05000000")),
                     ERROR_ACCESS_DENIED);
    writer_free(&answer.stub);
}

static void what_is_no_answer_to_this_call_is_refused(void **state)
{
    static const struct
    {
        size_t position;
        uint8_t value;
    } changes[] = {
        { 0, 4 },               /* version */
        { TYPE_POSITION, 0 },   /* a request */
        { TYPE_POSITION, 12 },  /* bind_ack */
        { TYPE_POSITION, 255 }, /* unheard of */
        { 4, 0 },               /* big-endian */
        { 8, 25 },              /* shorter than what came */
        { 8, 27 },              /* longer */
        { 10, 8 },              /* with authentication */
        { 12, CALL_ID - 1 },    /* another call */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++)
    {
        struct rpc_answer answer = { .call_id = CALL_ID };
        struct hex pdu = response(FIRST | LAST, "0102");

        pdu.data[changes[i].position] = changes[i].value;
        if (rpc_answer_add(&answer, bytes_of_hex(&pdu)) != RPC_S_PROTOCOL_ERROR)
        {
            fail_msg("position %zu, value %u", changes[i].position, changes[i].value);
        }
        assert_int_equal(answer.stub.size, 0);
    }
}

static void pdu_that_ends_within_its_headers_is_refused(void **state)
{
    (void)state;
    for (size_t type = 2; type <= 3; type++)
    {
        const size_t headers = type == 2 ? 24 : 28;

        for (size_t size = 0; size < headers; size++)
        {
            struct rpc_answer answer = { .call_id = CALL_ID };
            struct hex pdu =
                answer_pdu((unsigned int)type, FIRST | LAST, "00000000 0000 00 00 05000000");
            struct bytes part;

            pdu.data[8] = (uint8_t)size;
            part = exact_copy(bytes_of_hex(&pdu), size);
            assert_int_equal(rpc_answer_add(&answer, part), RPC_S_PROTOCOL_ERROR);
            free((void *)(uintptr_t)part.data);
        }
    }
}

static void answer_longer_than_256_mib_is_refused(void **state)
{
    struct rpc_answer answer = { .call_id = CALL_ID, .fragments = 1 };

    (void)state;
    answer.stub.size = RPC_STUB_SIZE_MAX - 1;
    assert_int_equal(add(&answer, response(0, "0102")), ERROR_NOT_ENOUGH_MEMORY);
    assert_int_equal(answer.stub.size, RPC_STUB_SIZE_MAX - 1);
}

/* ---- Lengths --------------------------------------------------------------------------------- */

static void length_is_known_once_the_pdu_is_whole(void **state)
{
    const struct hex pdu = response(FIRST | LAST, "0102");
    struct hex more = pdu;
    size_t length = 1;

    (void)state;
    for (size_t size = 0; size < pdu.size; size++)
    {
        assert_int_equal(rpc_pdu_length((struct bytes){ pdu.data, size }, &length), ERROR_SUCCESS);
        assert_int_equal(length, 0);
    }
    more.size += 5;
    assert_int_equal(rpc_pdu_length(bytes_of_hex(&more), &length), ERROR_SUCCESS);
    assert_int_equal(length, pdu.size);
}

static void length_of_nonsense_is_an_error(void **state)
{
    struct hex pdu = response(FIRST | LAST, "");
    size_t length = 0;

    (void)state;
    pdu.data[8] = RPC_PDU_HEADER_SIZE - 1;
    assert_int_equal(rpc_pdu_length(bytes_of_hex(&pdu), &length), RPC_S_PROTOCOL_ERROR);
    pdu = response(FIRST | LAST, "");
    pdu.data[0] = 'H';
    assert_int_equal(rpc_pdu_length(bytes_of_hex(&pdu), &length), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bind_is_written_as_specified),
        cmocka_unit_test(acceptance_says_how_much_the_server_takes_and_sends),
        cmocka_unit_test(sending_size_that_cannot_be_true_counts_for_nothing),
        cmocka_unit_test(refusals_have_codes),
        cmocka_unit_test(fragments_too_small_to_be_true_are_refused),
        cmocka_unit_test(what_is_no_bind_ack_is_refused),
        cmocka_unit_test(bind_ack_that_ends_early_is_refused),
        cmocka_unit_test(request_fragments_are_written_as_specified),
        cmocka_unit_test(fragments_are_put_together),
        cmocka_unit_test(fragments_out_of_order_are_refused),
        cmocka_unit_test(faults_become_win32_codes),
        cmocka_unit_test(fault_may_come_between_fragments),
        cmocka_unit_test(what_is_no_answer_to_this_call_is_refused),
        cmocka_unit_test(pdu_that_ends_within_its_headers_is_refused),
        cmocka_unit_test(answer_longer_than_256_mib_is_refused),
        cmocka_unit_test(length_is_known_once_the_pdu_is_whole),
        cmocka_unit_test(length_of_nonsense_is_an_error),
    };

    return cmocka_run_group_tests_name("pdu", tests, NULL, NULL);
}
