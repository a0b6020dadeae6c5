/*
 * What Windows servers were seen to send and Samba does not: each must be taken for what it is.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The forms are those of captures, the bytes this project's own; tests/captures holds the decoders
 * against the captures themselves.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "auth/der.h"
#include "auth/ntlm_target_info.h"
#include "auth/spnego_messages.h"
#include "base/status.h"
#include "rpc/pdu.h"
#include "smb/commands.h"
#include "smb/header.h"
#include "support/hex.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define CALL_ID 2

/* Transfer syntaxes, and the none of a result that is no acceptance. */
#define NDR       "045d888aeb1cc9119fe808002b104860 02000000"
#define NDR_1     "045d888aeb1cc9119fe808002b104860 01000000"
#define NDR64     "33057171babe37498319b5dbef9ccc36 01000000"
#define NO_SYNTAX "00000000000000000000000000000000 00000000"

#define ACCEPTED       "0000 0000"
#define REJECTED       "0200 0200"           /* by the provider: no transfer syntax it takes */
#define NEGOTIATED     "0300 0300" NO_SYNTAX /* [MS-RPCE] 2.2.2.4: bind-time features */
#define ONE_ACCEPTANCE "01aaaaaa" ACCEPTED NDR

/* What stands in front of an SMB2 body. */
#define HEADER                                                                                     \
    "fe534d42 4000 0100 00000000 0000 0100 31000000 00000000 0500000000000000 fffe0000 05000000"   \
    "5d00000000840200 00000000000000000000000000000000"
#define FILE_ID "6e000000fe00000001000000fe000000"

/* ---- bind_ack -------------------------------------------------------------------------------- */

static uint32_t decode_bind_ack(const char *flags, const char *group, const char *address,
                                const char *results)
{
    struct rpc_fragment_sizes sizes = { 0, 0 };
    char text[512];
    struct hex pdu;

    snprintf(text, sizeof(text), "05000c%s 10000000 0000 0000 02000000 b810 b810 %s %s %s", flags,
             group, address, results);
    pdu = hex(text);
    pdu.data[8] = (uint8_t)pdu.size;
    return rpc_bind_ack_decode(bytes_of_hex(&pdu), CALL_ID, &sizes);
}

static uint32_t decode_results(const char *results)
{
    return decode_bind_ack("03", "27000000", "0000 aaaa", results);
}

/* Services share pipes, so a server names another than was opened, in its own case; the port where
 * there is no pipe. What fills up to the next multiple of four is left from before. */
static void secondary_address_may_be_any_and_of_any_length(void **state)
{
    static const char *const addresses[] = {
        "0000 aaaa",                          /* none */
        "0100 00 aa",                         /* an empty one */
        "0300 3930 00 aaaaaa",                /* "90" */
        "0400 313335 00 aaaa",                /* "135" */
        "0c00 5c706970655c6c73617373 00aaaa", /* \pipe\lsass */
        "0d00 5c504950455c737276737663 00aa", /* \PIPE\srvsvc */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(addresses); i++)
    {
        if (decode_bind_ack("03", "27000000", addresses[i], ONE_ACCEPTANCE))
        {
            fail_msg("%s", addresses[i]);
        }
    }
}

/* 0x04 says that headers could be signed; the group is an association's, whichever. */
static void flags_and_association_group_of_a_bind_ack_may_be_any(void **state)
{
    (void)state;
    assert_int_equal(decode_bind_ack("07", "00000000", "0000 0000", ONE_ACCEPTANCE), ERROR_SUCCESS);
    assert_int_equal(decode_bind_ack("03", "ffffffff", "0000 0000", ONE_ACCEPTANCE), ERROR_SUCCESS);
}

/* Of NDR and NDR64 a 64-bit Windows takes the second. This client offers the first alone, and what
 * comes in the other it could not read. */
static void acceptance_of_a_syntax_that_was_not_offered_is_refused(void **state)
{
    (void)state;
    assert_int_equal(decode_results("01000000" ACCEPTED NDR), ERROR_SUCCESS);
    assert_int_equal(decode_results("01000000" ACCEPTED NDR64), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_results("01000000" ACCEPTED NDR_1), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_results("01000000" ACCEPTED NO_SYNTAX), RPC_S_PROTOCOL_ERROR);
}

/* Clients of Windows offer three contexts, so three results are what they get: NDR, NDR64 and the
 * features of bind time. Nobody sends them to this client, which offers one. */
static void results_for_contexts_that_were_not_offered_are_refused(void **state)
{
    (void)state;
    assert_int_equal(decode_results("03000000" ACCEPTED NDR REJECTED NO_SYNTAX NEGOTIATED),
                     RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_results("03000000" REJECTED NO_SYNTAX ACCEPTED NDR64 NEGOTIATED),
                     RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_results("02000000" ACCEPTED NDR NEGOTIATED), RPC_S_PROTOCOL_ERROR);
    assert_int_equal(decode_results("01000000" NEGOTIATED), RPC_S_PROTOCOL_ERROR);
}

/* ---- Responses ------------------------------------------------------------------------------- */

static uint32_t add(struct rpc_answer *answer, const char *flags, const char *hint,
                    const char *rest)
{
    char text[256];
    struct hex pdu;

    snprintf(text, sizeof(text), "050002%s 10000000 0000 0000 02000000 %s %s", flags, hint, rest);
    pdu = hex(text);
    pdu.data[8] = (uint8_t)pdu.size;
    return rpc_answer_add(answer, bytes_of_hex(&pdu));
}

/* [C706] 12.6.4.10 has alloc_hint as a hint: none, that of the part, or nonsense. */
static void hint_of_the_size_may_say_anything(void **state)
{
    static const char *const hints[][2] = {
        { "00000000", "00000000" }, { "02000000", "01000000" }, { "01000000", "08000000" },
        { "ffffffff", "ffffffff" }, { "00000000", "ffffffff" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(hints); i++)
    {
        struct rpc_answer answer = { .call_id = CALL_ID };

        assert_int_equal(add(&answer, "01", hints[i][0], "0000 00 00 0102"), ERROR_SUCCESS);
        assert_false(answer.complete);
        assert_int_equal(add(&answer, "02", hints[i][1], "0000 00 00 03"), ERROR_SUCCESS);
        assert_true(answer.complete);
        assert_false(answer.counts_down);
        assert_hex_equal(answer.stub.data, answer.stub.size, "010203");
        writer_free(&answer.stub);
    }
}

/* The context, the cancel count, and a byte that stands for nothing. */
static void header_of_a_response_may_hold_anything(void **state)
{
    struct rpc_answer answer = { .call_id = CALL_ID };

    (void)state;
    assert_int_equal(add(&answer, "03", "03000000", "0100 01 aa 010203"), ERROR_SUCCESS);
    assert_true(answer.complete);
    assert_hex_equal(answer.stub.data, answer.stub.size, "010203");
    writer_free(&answer.stub);
}

/* ---- SMB ------------------------------------------------------------------------------------- */

/* Servers of 3.1.1 send the priority of the request back. 2.2.1.2 */
static void priority_among_the_flags_does_no_harm(void **state)
{
    const struct hex message = hex(HEADER);
    struct reader reader = reader_over(message.data, message.size);
    struct smb2_header header;

    (void)state;
    assert_true(smb2_header_decode(&header, &reader));
    assert_int_equal(header.flags, 0x30 | SMB2_FLAGS_SERVER_TO_REDIR);
    assert_int_equal(header.tree_id, 5);
}

static void reserved_bytes_of_create_may_hold_anything(void **state)
{
    const struct hex message = hex(HEADER "5900 00 00 01000000"
                                          "0000000000000000 0000000000000000"
                                          "0000000000000000 0000000000000000"
                                          "0010000000000000 0000000000000000 80000000"
                                          "73007600" FILE_ID "00000000 00000000");
    struct smb2_file_id file_id;

    (void)state;
    assert_int_equal(smb2_create_decode(&file_id, bytes_of_hex(&message)), ERROR_SUCCESS);
    assert_true(file_id.persistent == 0x000000fe0000006e);
    assert_true(file_id.transient == 0x000000fe00000001);
}

/* The input is empty and yet has a place: that of the output. */
static void ioctl_has_a_place_for_the_input_that_is_not_there(void **state)
{
    const struct hex message = hex(HEADER "3100 0000 17c01100" FILE_ID
                                          "70000000 00000000 70000000 03000000 00000000 00000000"
                                          "6f7574");
    struct bytes output;

    (void)state;
    assert_int_equal(smb2_ioctl_decode(&output, FSCTL_PIPE_TRANSCEIVE, bytes_of_hex(&message)),
                     ERROR_SUCCESS);
    assert_hex_equal(output.data, output.size, "6f7574");
}

static void share_flags_of_a_pipe_share_say_no_caching(void **state)
{
    const struct hex message = hex(HEADER "1000 02 aa 30000000 00000000 ff011f01");
    struct smb2_tree_connect_reply reply;

    (void)state;
    assert_int_equal(smb2_tree_connect_decode(&reply, bytes_of_hex(&message)), ERROR_SUCCESS);
    assert_int_equal(reply.share_type, SMB2_SHARE_TYPE_PIPE);
    assert_int_equal(reply.share_flags, 0x30);
}

/* Where 3.1.1 has its contexts, older dialects have nothing that counts. 2.2.4 */
static void place_of_contexts_means_nothing_before_3_1_1(void **state)
{
    const struct hex message = hex(HEADER "4100 0300 1002 efbe" FILE_ID "07000000"
                                          "00001000 00001000 00001000"
                                          "0000000000000000 0000000000000000"
                                          "8000 0200 efbeadde 6048");
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(smb2_negotiate_decode(&reply, bytes_of_hex(&message)), ERROR_SUCCESS);
    assert_int_equal(reply.dialect, SMB2_DIALECT_210);
    assert_int_equal(reply.signing, SMB2_SIGNING_HMAC_SHA256);
    assert_hex_equal(reply.security_blob.data, reply.security_blob.size, "6048");
}

/* ---- Authentication -------------------------------------------------------------------------- */

/* NegTokenInit2 ([MS-SPNG] 2.2.1): NEGOEX first, Kerberos under two names, and hints for nobody. */
static void mechanisms_of_a_windows_server_are_read_in_their_order(void **state)
{
    static const char *const mechanisms[] = {
        "2b06010401823702021e", "2a864882f712010202",   "2a864886f712010202",
        "2a864886f71201020203", "2b06010401823702020a",
    };
    const struct hex message = hex("6055 06062b0601050502 a04b 3049 a03c 303a"
                                   "060a2b06010401823702021e 06092a864882f712010202"
                                   "06092a864886f712010202 060a2a864886f71201020203"
                                   "060a2b06010401823702020a"
                                   "a309 3007 a005 1b03 6e6f6e");
    struct reader reader;

    (void)state;
    assert_int_equal(spnego_read_init(bytes_of_hex(&message), &reader), ERROR_SUCCESS);
    for (size_t i = 0; i < COUNT(mechanisms); i++)
    {
        const struct bytes mechanism = der_expect(&reader, DER_OBJECT_IDENTIFIER);

        assert_hex_equal(mechanism.data, mechanism.size, mechanisms[i]);
    }
    assert_int_equal(reader_left(&reader), 0);
}

/* The domain goes before the computer, and the time is last. */
static void target_information_comes_in_an_order_of_its_own(void **state)
{
    const struct hex info = hex("0200 0200 4400 0100 0200 4300 0400 0200 6400 0300 0200 6300"
                                "0500 0200 7400 0700 0800 0102030405060708 0000 0000");
    struct writer pairs = { 0 };
    bool has_timestamp = false;
    uint64_t timestamp = 0;

    (void)state;
    assert_int_equal(ntlm_extend_target_info(bytes_of_hex(&info), (struct utf16_slice){ 0 }, &pairs,
                                             &has_timestamp, &timestamp),
                     ERROR_SUCCESS);
    assert_true(has_timestamp);
    assert_true(timestamp == 0x0807060504030201);
    assert_hex_equal(pairs.data, pairs.size,
                     "0200 0200 4400 0100 0200 4300 0400 0200 6400 0300 0200 6300"
                     "0500 0200 7400 0700 0800 0102030405060708"
                     "0600 0400 02000000 0a00 1000 00000000000000000000000000000000"
                     "0900 0000 0000 0000");
    writer_free(&pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(secondary_address_may_be_any_and_of_any_length),
        cmocka_unit_test(flags_and_association_group_of_a_bind_ack_may_be_any),
        cmocka_unit_test(acceptance_of_a_syntax_that_was_not_offered_is_refused),
        cmocka_unit_test(results_for_contexts_that_were_not_offered_are_refused),
        cmocka_unit_test(hint_of_the_size_may_say_anything),
        cmocka_unit_test(header_of_a_response_may_hold_anything),
        cmocka_unit_test(priority_among_the_flags_does_no_harm),
        cmocka_unit_test(reserved_bytes_of_create_may_hold_anything),
        cmocka_unit_test(ioctl_has_a_place_for_the_input_that_is_not_there),
        cmocka_unit_test(share_flags_of_a_pipe_share_say_no_caching),
        cmocka_unit_test(place_of_contexts_means_nothing_before_3_1_1),
        cmocka_unit_test(mechanisms_of_a_windows_server_are_read_in_their_order),
        cmocka_unit_test(target_information_comes_in_an_order_of_its_own),
    };

    return cmocka_run_group_tests_name("windows_replies", tests, NULL, NULL);
}
