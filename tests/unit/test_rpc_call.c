/*
 * Answers to calls: in one fragment or several, cut anywhere, faults, and servers that break the
 * rules.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "support/hex.h"
#include "support/rpc_conversation.h"
#include "support/unit.h"

static void assert_call_fails(struct conversation *conversation, uint32_t status, bool broken)
{
    struct writer answer = { 0 };

    assert_int_equal(conversation_bind(conversation), ERROR_SUCCESS);
    assert_int_equal(conversation_call(conversation, &answer), status);
    assert_null(answer.data);
    assert_int_equal(conversation->session.connection.broken, broken);
    protected_session_free(&conversation->session);
}

static void assert_call_gives(struct conversation *conversation, const char *stub)
{
    struct writer answer = { 0 };

    assert_int_equal(conversation_bind(conversation), ERROR_SUCCESS);
    assert_int_equal(conversation_call(conversation, &answer), ERROR_SUCCESS);
    assert_hex_equal(answer.data, answer.size, stub);
    assert_false(conversation->session.connection.broken);
    writer_free(&answer);
    protected_session_free(&conversation->session);
}

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

static void pipe_that_ended_before_the_call_is_lost(void **state)
{
    static const uint32_t statuses[] = { STATUS_PIPE_BROKEN, STATUS_PIPE_DISCONNECTED,
                                         STATUS_FILE_CLOSED };

    (void)state;
    for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
    {
        struct conversation conversation;

        conversation_init(&conversation);
        say_opened(&conversation);
        say_error(&conversation, SMB2_IOCTL, statuses[i]);
        assert_call_fails(&conversation, ERROR_NETNAME_DELETED, true);
        assert_true(conversation.client.pipe_lost);
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
    assert_call_fails(&conversation, ERROR_BROKEN_PIPE, true);
    assert_false(conversation.client.pipe_lost);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answer_may_come_in_one_piece),
        cmocka_unit_test(further_fragments_are_read),
        cmocka_unit_test(fragments_may_be_cut_anywhere),
        cmocka_unit_test(fault_leaves_the_connection_as_it_is),
        cmocka_unit_test(answer_that_breaks_the_protocol_breaks_the_connection),
        cmocka_unit_test(pipe_that_ended_before_the_call_is_lost),
        cmocka_unit_test(pipe_that_ends_within_an_answer_breaks_the_connection),
    };

    return cmocka_run_group_tests_name("rpc_call", tests, start_cryptography, NULL);
}
