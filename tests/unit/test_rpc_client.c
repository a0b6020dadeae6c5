/*
 * Calls over a pipe: opening it in one flight or one by one, fragments, faults, and servers that
 * break the rules. The server's side is written beforehand.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "hex.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "support/protected_session.h"

#define FIRST       PROTECTED_SESSION_FIRST
#define NO_DEADLINE UINT64_MAX

#define FIRST_FRAGMENT 1
#define LAST_FRAGMENT  2

static const struct rpc_interface interface = { .pipe_name = "srvsvc" };

/* A conversation in which the replies are said before the requests are made. */
struct conversation
{
    struct protected_session session;
    struct smb2_ipc_tree tree;
    struct rpc_client client;
    uint64_t next_id; /* of the request that the next reply answers */
};

static void conversation_init(struct conversation *conversation)
{
    const struct utf16_name server = utf16_name_from_ascii("server");

    memset(conversation, 0, sizeof(*conversation));
    protected_session_init(&conversation->session, PROTECTION_SIGNED);
    conversation->next_id = FIRST;
    assert_int_equal(smb2_ipc_tree_init(&conversation->tree, &conversation->session.connection,
                                        utf16_from_name(&server)),
                     ERROR_SUCCESS);
}

/* ---- What the server says ------------------------------------------------------------------------ */

static void say(struct conversation *conversation, uint16_t command, uint32_t status,
                struct bytes body)
{
    struct smb2_header header = protected_session_header(command, conversation->next_id++);

    header.status = status;
    header.tree_id = 9;
    protected_session_say(&conversation->session, &header, body, false);
}

static void say_error(struct conversation *conversation, uint16_t command, uint32_t status)
{
    const struct hex body = hex("0900 0000 00000000 00");

    say(conversation, command, status, bytes_of_hex(&body));
}

static void say_tree(struct conversation *conversation)
{
    const struct hex body = hex("1000 02 00 00000000 00000000 ff011f00");

    say(conversation, SMB2_TREE_CONNECT, STATUS_SUCCESS, bytes_of_hex(&body));
}

static void say_created(struct conversation *conversation)
{
    uint8_t body[88] = { 89 };

    say(conversation, SMB2_CREATE, STATUS_SUCCESS, (struct bytes){ body, sizeof(body) });
}

/* An IOCTL reply with what came out of the pipe. */
static void say_output(struct conversation *conversation, uint32_t status, struct hex output)
{
    struct writer body = { 0 };

    writer_u16(&body, 49);
    writer_u16(&body, 0);
    writer_u32(&body, FSCTL_PIPE_TRANSCEIVE);
    writer_zeros(&body, 16 + 4 + 4);
    writer_u32(&body, SMB2_HEADER_SIZE + 48);
    writer_u32(&body, (uint32_t)output.size);
    writer_zeros(&body, 8);
    writer_bytes(&body, output.data, output.size);
    say(conversation, SMB2_IOCTL, status, (struct bytes){ body.data, body.size });
    writer_free(&body);
}

static void say_read(struct conversation *conversation, uint32_t status, struct hex data)
{
    struct writer body = { 0 };

    writer_u16(&body, 17);
    writer_u16(&body, SMB2_HEADER_SIZE + 16);
    writer_u32(&body, (uint32_t)data.size);
    writer_zeros(&body, 8);
    writer_bytes(&body, data.data, data.size);
    say(conversation, SMB2_READ, status, (struct bytes){ body.data, body.size });
    writer_free(&body);
}

static struct hex bind_ack(void)
{
    return hex("05000c03 10000000 3800 0000 01000000 b810 b810 f0530000 0000 0000"
               "01000000 0000 0000 045d888aeb1cc9119fe808002b104860 02000000");
}

/* The answer to the first call, which follows the bind. */
static struct hex pdu(unsigned int type, unsigned int flags, const char *stub)
{
    char text[256];
    struct hex made;

    snprintf(text, sizeof(text), "0500%02x%02x 10000000 0000 0000 02000000 00000000 0000 0000 %s",
             type, flags, stub);
    made = hex(text);
    made.data[8] = (uint8_t)made.size;
    return made;
}

static struct hex response(unsigned int flags, const char *stub)
{
    return pdu(2, flags, stub);
}

static void say_opened(struct conversation *conversation)
{
    say_tree(conversation);
    say_created(conversation);
    say_output(conversation, STATUS_SUCCESS, bind_ack());
}

/* ---- Calls --------------------------------------------------------------------------------------- */

static uint32_t bind(struct conversation *conversation)
{
    return rpc_client_bind(&conversation->client, &conversation->tree, &interface, NO_DEADLINE);
}

/* Calls with a stub of one byte. */
static uint32_t call(struct conversation *conversation, struct writer *answer)
{
    return rpc_client_call(&conversation->client, 12, bytes_of_text("x"), answer, NO_DEADLINE);
}

static void assert_call_fails(struct conversation *conversation, uint32_t status, bool broken)
{
    struct writer answer = { 0 };

    assert_int_equal(bind(conversation), ERROR_SUCCESS);
    assert_int_equal(call(conversation, &answer), status);
    assert_null(answer.data);
    assert_int_equal(conversation->session.connection.broken, broken);
    protected_session_free(&conversation->session);
}

static void assert_call_gives(struct conversation *conversation, const char *stub)
{
    struct writer answer = { 0 };

    assert_int_equal(bind(conversation), ERROR_SUCCESS);
    assert_int_equal(call(conversation, &answer), ERROR_SUCCESS);
    assert_hex_equal(answer.data, answer.size, stub);
    assert_false(conversation->session.connection.broken);
    writer_free(&answer);
    protected_session_free(&conversation->session);
}

/* How many frames the client has sent. */
static unsigned int frames_sent(const struct conversation *conversation)
{
    const struct writer *outgoing = &conversation->session.memory.outgoing;
    struct reader reader = reader_over(outgoing->data, outgoing->size);
    unsigned int count = 0;

    while (reader_left(&reader))
    {
        reader_skip(&reader, 1);
        reader_skip(&reader, reader_u24_big_endian(&reader));
        count++;
    }
    assert_false(reader.failed);
    return count;
}

/* ---- Opening ------------------------------------------------------------------------------------- */

static void pipe_is_opened_in_one_flight(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(frames_sent(&conversation), 1);
    assert_true(conversation.tree.connected);
    assert_int_equal(conversation.tree.tree_id, 9);
    protected_session_free(&conversation.session);
}

static void pipe_is_opened_step_by_step_without_credits(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    conversation.session.connection.credits = 2;
    say_opened(&conversation);
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(frames_sent(&conversation), 3);
    protected_session_free(&conversation.session);
}

/* What the server has done of the flight is not done again. */
static void server_that_refuses_compounds_is_asked_step_by_step(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_tree(&conversation);
    say_error(&conversation, SMB2_CREATE, STATUS_INVALID_PARAMETER);
    say_error(&conversation, SMB2_IOCTL, STATUS_INVALID_PARAMETER);
    say_created(&conversation);
    say_output(&conversation, STATUS_SUCCESS, bind_ack());
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(frames_sent(&conversation), 3);
    protected_session_free(&conversation.session);
}

static void refusal_is_the_caller_s(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_tree(&conversation);
    say_error(&conversation, SMB2_CREATE, STATUS_ACCESS_DENIED);
    say_error(&conversation, SMB2_IOCTL, STATUS_ACCESS_DENIED);
    assert_int_equal(bind(&conversation), ERROR_ACCESS_DENIED);
    protected_session_free(&conversation.session);
}

static void share_that_is_no_pipe_share_is_refused(void **state)
{
    const struct hex disk = hex("1000 01 00 00000000 00000000 ff011f00");
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say(&conversation, SMB2_TREE_CONNECT, STATUS_SUCCESS, bytes_of_hex(&disk));
    say_created(&conversation);
    say_output(&conversation, STATUS_SUCCESS, bind_ack());
    assert_int_equal(bind(&conversation), ERROR_BAD_NET_RESP);
    protected_session_free(&conversation.session);
}

/* A partial success where there is nothing partial about success. */
static void overflow_is_no_answer_to_create(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_tree(&conversation);
    say_error(&conversation, SMB2_CREATE, STATUS_BUFFER_OVERFLOW);
    say_error(&conversation, SMB2_IOCTL, STATUS_FILE_CLOSED);
    assert_int_equal(bind(&conversation), ERROR_GEN_FAILURE);
    protected_session_free(&conversation.session);
}

/* ---- Answers ------------------------------------------------------------------------------------- */

static void answer_may_come_in_one_piece(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    say_output(&conversation, STATUS_SUCCESS, response(FIRST_FRAGMENT | LAST_FRAGMENT, "01020304"));
    assert_call_gives(&conversation, "01020304");
}

static void further_fragments_are_read(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    say_output(&conversation, STATUS_SUCCESS, response(FIRST_FRAGMENT, "0102"));
    say_read(&conversation, STATUS_SUCCESS, response(0, "03"));
    say_read(&conversation, STATUS_SUCCESS, response(LAST_FRAGMENT, "04"));
    assert_call_gives(&conversation, "01020304");
}

/* Messages of the pipe need not end where PDUs do. */
static void fragments_may_be_cut_anywhere(void **state)
{
    const struct hex first = response(FIRST_FRAGMENT, "0102");
    const struct hex last = response(LAST_FRAGMENT, "0304");
    struct hex all = first;

    (void)state;
    memcpy(all.data + all.size, last.data, last.size);
    all.size += last.size;
    for (size_t cut = 1; cut < all.size; cut++)
    {
        struct conversation conversation;
        struct hex head = all;
        struct hex tail = { .size = all.size - cut };

        head.size = cut;
        memcpy(tail.data, all.data + cut, tail.size);
        conversation_init(&conversation);
        say_opened(&conversation);
        say_output(&conversation, STATUS_BUFFER_OVERFLOW, head);
        say_read(&conversation, STATUS_SUCCESS, tail);
        assert_call_gives(&conversation, "01020304");
    }
}

static void fault_leaves_the_connection_as_it_is(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    say_output(&conversation, STATUS_SUCCESS,
               pdu(3, FIRST_FRAGMENT | LAST_FRAGMENT, "05000000 00000000"));
    assert_call_fails(&conversation, ERROR_ACCESS_DENIED, false);
}

static void answer_that_breaks_the_protocol_breaks_the_connection(void **state)
{
    const struct hex answers[] = {
        response(LAST_FRAGMENT, "01"),               /* no first fragment */
        pdu(12, FIRST_FRAGMENT | LAST_FRAGMENT, ""), /* a bind_ack */
        hex("48545450 2f312e31 20343030 20426164"),  /* another protocol */
    };

    (void)state;
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
    {
        struct conversation conversation;

        conversation_init(&conversation);
        say_opened(&conversation);
        say_output(&conversation, STATUS_SUCCESS, answers[i]);
        assert_call_fails(&conversation, RPC_S_PROTOCOL_ERROR, true);
    }
}

static void pipe_that_ends_within_an_answer_breaks_the_connection(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    say_output(&conversation, STATUS_SUCCESS, response(FIRST_FRAGMENT, "01"));
    say_error(&conversation, SMB2_READ, STATUS_PIPE_BROKEN);
    assert_call_fails(&conversation, 109 /* ERROR_BROKEN_PIPE */, true);
}

static int start(void **state)
{
    (void)state;
    return (int)platform_start();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pipe_is_opened_in_one_flight),
        cmocka_unit_test(pipe_is_opened_step_by_step_without_credits),
        cmocka_unit_test(server_that_refuses_compounds_is_asked_step_by_step),
        cmocka_unit_test(refusal_is_the_caller_s),
        cmocka_unit_test(share_that_is_no_pipe_share_is_refused),
        cmocka_unit_test(overflow_is_no_answer_to_create),
        cmocka_unit_test(answer_may_come_in_one_piece),
        cmocka_unit_test(further_fragments_are_read),
        cmocka_unit_test(fragments_may_be_cut_anywhere),
        cmocka_unit_test(fault_leaves_the_connection_as_it_is),
        cmocka_unit_test(answer_that_breaks_the_protocol_breaks_the_connection),
        cmocka_unit_test(pipe_that_ends_within_an_answer_breaks_the_connection),
    };

    return cmocka_run_group_tests_name("rpc_client", tests, start, NULL);
}
