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
#include "crypto/crypto.h"
#include "hex.h"
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

/* ---- What the server says -------------------------------------------------------------------- */

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
static void say_output_bytes(struct conversation *conversation, uint32_t status,
                             struct bytes output)
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

static void say_output(struct conversation *conversation, uint32_t status, struct hex output)
{
    say_output_bytes(conversation, status, bytes_of_hex(&output));
}

static void say_read_bytes(struct conversation *conversation, uint32_t status, struct bytes data)
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

static void say_read(struct conversation *conversation, uint32_t status, struct hex data)
{
    say_read_bytes(conversation, status, bytes_of_hex(&data));
}

/* The server sends fragments of 1432 bytes at most. */
static struct hex bind_ack(void)
{
    return hex("05000c03 10000000 3800 0000 01000000 9805 b810 f0530000 0000 0000"
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

/* A fragment with `size` bytes of `fill`, and `left` bytes of the stub from this fragment on. */
static struct writer fragment(unsigned int flags, size_t left, size_t size, uint8_t fill)
{
    struct hex header = response(flags, "");
    struct writer made = { 0 };

    writer_bytes(&made, header.data, header.size);
    writer_patch_u16(&made, 8, (uint16_t)(header.size + size));
    writer_patch_u32(&made, RPC_PDU_HEADER_SIZE, (uint32_t)left);
    for (size_t i = 0; i < size; i++)
    {
        writer_u8(&made, fill);
    }
    assert_false(made.failed);
    return made;
}

static void say_opened(struct conversation *conversation)
{
    say_tree(conversation);
    say_created(conversation);
    say_output(conversation, STATUS_SUCCESS, bind_ack());
}

/* ---- Calls ----------------------------------------------------------------------------------- */

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

/* ---- Opening --------------------------------------------------------------------------------- */

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

/* ---- Answers --------------------------------------------------------------------------------- */

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

/* ---- Reading ahead --------------------------------------------------------------------------- */

#define PART           1408 /* what a fragment carries at most, by the server's word */
#define FRAGMENT_COUNT 6

/* What a server may do to an answer of six fragments, each of `size` bytes of its number. */
struct answer_plan
{
    size_t size;
    size_t hint_error;                  /* by which the second fragment's hint is wrong */
    unsigned int order[FRAGMENT_COUNT]; /* which fragment the reply of each request has */
    bool last_reply_first;              /* of those that may be in flight together */
    bool second_goes_on;                /* says the reply with the second fragment */
    bool ends_with_fault;               /* access denied, in place of the last reply */
    uint32_t credits;                   /* that the client has; 0: as many as it likes */
};

static void say_fragment(struct conversation *conversation, const struct answer_plan *plan,
                         size_t place)
{
    const unsigned int number = plan->order[place];
    const size_t left = (FRAGMENT_COUNT - number) * plan->size;
    unsigned int flags = number ? 0 : FIRST_FRAGMENT;
    struct writer made;

    flags |= number + 1 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0;
    made =
        fragment(flags, number == 1 ? left + plan->hint_error : left, plan->size, (uint8_t)number);
    if (plan->ends_with_fault && place + 1 == FRAGMENT_COUNT)
    {
        say_read(conversation, STATUS_SUCCESS,
                 pdu(3, FIRST_FRAGMENT | LAST_FRAGMENT, "05000000 00000000"));
    }
    else if (place)
    {
        say_read_bytes(conversation,
                       plan->second_goes_on && place == 1 ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS,
                       (struct bytes){ made.data, made.size });
    }
    else
    {
        say_output_bytes(conversation, STATUS_SUCCESS, (struct bytes){ made.data, made.size });
    }
    writer_free(&made);
}

static uint32_t call_as_planned(const struct answer_plan *plan)
{
    struct conversation conversation;
    struct writer answer = { 0 };
    uint64_t first_id = 0;
    uint32_t status = ERROR_SUCCESS;

    conversation_init(&conversation);
    say_opened(&conversation);
    first_id = conversation.next_id;
    for (size_t i = 0; i < FRAGMENT_COUNT; i++)
    {
        const size_t place = plan->last_reply_first && i > 1 ? FRAGMENT_COUNT + 1 - i : i;

        conversation.next_id = first_id + place;
        say_fragment(&conversation, plan, place);
    }
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    if (plan->credits)
    {
        conversation.session.connection.credits = plan->credits;
    }
    status = call(&conversation, &answer);
    assert_int_equal(conversation.session.connection.broken,
                     status != ERROR_SUCCESS && !plan->ends_with_fault);
    assert_int_equal(answer.size, status ? 0 : FRAGMENT_COUNT * plan->size);
    for (size_t i = 0; i < answer.size; i++)
    {
        assert_int_equal(answer.data[i], i / plan->size);
    }
    writer_free(&answer);
    protected_session_free(&conversation.session);
    return status;
}

/* Replies come in another order only where the requests are in flight together. */
static void fragments_that_count_down_are_read_ahead(void **state)
{
    const struct answer_plan plan = { .size = PART,
                                      .order = { 0, 1, 2, 3, 4, 5 },
                                      .last_reply_first = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* The pipe's messages went to the reads in another order than these were sent in. */
static void fragments_are_put_in_their_order(void **state)
{
    const struct answer_plan plan = { .size = PART, .order = { 0, 1, 4, 2, 5, 3 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void fragment_that_comes_twice_is_refused(void **state)
{
    const struct answer_plan plan = { .size = PART, .order = { 0, 1, 2, 3, 3, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), RPC_S_PROTOCOL_ERROR);
}

static void fault_among_fragments_read_ahead_ends_the_call(void **state)
{
    const struct answer_plan plan = { .size = PART,
                                      .order = { 0, 1, 2, 3, 4, 5 },
                                      .ends_with_fault = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_ACCESS_DENIED);
}

/* The reply to a request that is not yet in flight is an error. */
static void reads_ahead_are_within_the_credits(void **state)
{
    struct answer_plan plan = {
        .size = PART, .order = { 0, 1, 2, 3, 4, 5 }, .last_reply_first = true, .credits = 3
    };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_BAD_NET_RESP);
    plan.last_reply_first = false;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void without_true_hints_one_read_follows_the_other(void **state)
{
    struct answer_plan plan = {
        .size = PART, .hint_error = 1, .order = { 0, 1, 2, 3, 4, 5 }, .last_reply_first = false
    };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* One read more than there are messages would wait for ever; here it finds the end of the stream. */
static void longer_fragments_than_announced_are_not_read_ahead(void **state)
{
    const struct answer_plan plan = { .size = 2 * PART, .order = { 0, 1, 2, 3, 4, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

/* There are fewer reads in flight than fragments left, and the rest is read one by one. */
static void shorter_fragments_than_announced_are_read_too(void **state)
{
    const struct answer_plan plan = { .size = PART / 2 + 1, .order = { 0, 1, 2, 3, 4, 5 } };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void fragment_cut_in_two_is_not_read_ahead_of(void **state)
{
    struct conversation conversation;
    struct writer answer = { 0 };
    struct writer parts[FRAGMENT_COUNT];
    const size_t head = 100;

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    for (size_t number = 0; number < FRAGMENT_COUNT; number++)
    {
        parts[number] = fragment((number ? 0 : FIRST_FRAGMENT) |
                                     (number + 1 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0),
                                 (FRAGMENT_COUNT - number) * PART, PART, 0);
    }
    /* The third begins in the message of the second. */
    writer_bytes(&parts[1], parts[2].data, head);
    memmove(parts[2].data, parts[2].data + head, parts[2].size - head);
    parts[2].size -= head;
    say_output_bytes(&conversation, STATUS_SUCCESS, (struct bytes){ parts[0].data, parts[0].size });
    for (size_t number = 1; number < FRAGMENT_COUNT; number++)
    {
        say_read_bytes(&conversation, STATUS_SUCCESS,
                       (struct bytes){ parts[number].data, parts[number].size });
    }
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(call(&conversation, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.size, FRAGMENT_COUNT * PART);
    for (size_t number = 0; number < FRAGMENT_COUNT; number++)
    {
        writer_free(&parts[number]);
    }
    writer_free(&answer);
    protected_session_free(&conversation.session);
}

static void message_that_goes_on_is_not_read_ahead_of(void **state)
{
    struct answer_plan plan = { .size = PART,
                                .order = { 0, 1, 2, 3, 4, 5 },
                                .last_reply_first = true,
                                .second_goes_on = true };

    (void)state;
    assert_int_equal(call_as_planned(&plan), ERROR_BAD_NET_RESP);
    plan.last_reply_first = false;
    assert_int_equal(call_as_planned(&plan), ERROR_SUCCESS);
}

static void two_fragments_in_a_message_are_not_read_ahead(void **state)
{
    struct conversation conversation;
    struct writer answer = { 0 };

    (void)state;
    conversation_init(&conversation);
    say_opened(&conversation);
    for (size_t number = 0; number < FRAGMENT_COUNT; number += 2)
    {
        const size_t left = (FRAGMENT_COUNT - number) * PART;
        struct writer first = fragment(number ? 0 : FIRST_FRAGMENT, left, PART, 0);
        struct writer second =
            fragment(number + 2 == FRAGMENT_COUNT ? LAST_FRAGMENT : 0, left - PART, PART, 0);

        writer_bytes(&first, second.data, second.size);
        if (number)
        {
            say_read_bytes(&conversation, STATUS_SUCCESS, (struct bytes){ first.data, first.size });
        }
        else
        {
            say_output_bytes(&conversation, STATUS_SUCCESS,
                             (struct bytes){ first.data, first.size });
        }
        writer_free(&first);
        writer_free(&second);
    }
    assert_int_equal(bind(&conversation), ERROR_SUCCESS);
    assert_int_equal(call(&conversation, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.size, FRAGMENT_COUNT * PART);
    writer_free(&answer);
    protected_session_free(&conversation.session);
}

static int start(void **state)
{
    (void)state;
    return (int)crypto_start();
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
        cmocka_unit_test(pipe_that_ended_before_the_call_is_lost),
        cmocka_unit_test(pipe_that_ends_within_an_answer_breaks_the_connection),
        cmocka_unit_test(fragments_that_count_down_are_read_ahead),
        cmocka_unit_test(fragments_are_put_in_their_order),
        cmocka_unit_test(fragment_that_comes_twice_is_refused),
        cmocka_unit_test(without_true_hints_one_read_follows_the_other),
        cmocka_unit_test(longer_fragments_than_announced_are_not_read_ahead),
        cmocka_unit_test(shorter_fragments_than_announced_are_read_too),
        cmocka_unit_test(fault_among_fragments_read_ahead_ends_the_call),
        cmocka_unit_test(reads_ahead_are_within_the_credits),
        cmocka_unit_test(fragment_cut_in_two_is_not_read_ahead_of),
        cmocka_unit_test(message_that_goes_on_is_not_read_ahead_of),
        cmocka_unit_test(two_fragments_in_a_message_are_not_read_ahead),
    };

    return cmocka_run_group_tests_name("rpc_client", tests, start, NULL);
}
