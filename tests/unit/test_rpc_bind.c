/*
 * Opening a pipe and binding to its interface: in one flight, or step by step where the server
 * wants it so.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/hex.h"
#include "support/rpc_conversation.h"
#include "support/unit.h"

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

static void pipe_is_opened_in_one_flight(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
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
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
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
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
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
    assert_int_equal(conversation_bind(&conversation), ERROR_ACCESS_DENIED);
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
    assert_int_equal(conversation_bind(&conversation), ERROR_BAD_NET_RESP);
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
    assert_int_equal(conversation_bind(&conversation), ERROR_GEN_FAILURE);
    protected_session_free(&conversation.session);
}

/* The command of the last request that the client has sent. */
static unsigned int last_command(const struct conversation *conversation)
{
    const struct writer *outgoing = &conversation->session.memory.outgoing;
    struct reader reader = reader_over(outgoing->data, outgoing->size);
    const size_t command_offset = 12;
    unsigned int command = 0;

    while (reader_left(&reader) && !reader.failed)
    {
        size_t size = 0;
        struct reader message;

        reader_skip(&reader, 1);
        size = reader_u24_big_endian(&reader);
        message = reader_over(reader_bytes(&reader, size), size);
        reader_skip(&message, command_offset);
        command = reader_u16(&message);
    }
    assert_false(reader.failed);
    return command;
}

/* Nobody would ever use it, and the connection goes on. */
static void pipe_of_an_interface_that_the_server_lacks_is_closed(void **state)
{
    const struct hex refusal =
        hex("05000c03 10000000 3800 0000 01000000 9805 b810 f0530000 0000 0000"
            "01000000 0200 0100 0000000000000000000000000000000000000000");
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_tree(&conversation);
    say_created(&conversation);
    say_output(&conversation, STATUS_SUCCESS, refusal);
    say_closed(&conversation);
    assert_int_equal(conversation_bind(&conversation), RPC_S_UNKNOWN_IF);
    assert_int_equal(last_command(&conversation), SMB2_CLOSE);
    assert_false(conversation.session.connection.broken);
    protected_session_free(&conversation.session);
}

/* What was opened in the flight is not what is opened after it. */
static void pipe_that_was_opened_in_vain_is_closed(void **state)
{
    struct conversation conversation;

    (void)state;
    conversation_init(&conversation);
    say_tree(&conversation);
    say_created(&conversation);
    say_error(&conversation, SMB2_IOCTL, STATUS_INVALID_PARAMETER);
    say_closed(&conversation);
    say_created(&conversation);
    say_output(&conversation, STATUS_SUCCESS, bind_ack());
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(frames_sent(&conversation), 4);
    protected_session_free(&conversation.session);
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
        cmocka_unit_test(pipe_of_an_interface_that_the_server_lacks_is_closed),
        cmocka_unit_test(pipe_that_was_opened_in_vain_is_closed),
    };

    return cmocka_run_group_tests_name("rpc_bind", tests, start_cryptography, NULL);
}
