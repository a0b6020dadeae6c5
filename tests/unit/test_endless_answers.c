/*
 * Answers that do not end: whatever a server keeps saying, a call ends at its deadline, or where it would
 * hold too much. And what a server says too often, or that nobody asked for.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The server makes up what it says while it is received, so that there is always something more.
 */
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/smb_pipe.h"
#include "smb/exchange.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define FIRST      PROTECTED_SESSION_FIRST
#define PATIENCE   50 /* ms */
#define LATE_MAX   2  /* receives by somebody who ought to have given up: one may have begun */
#define FRAME_MANY 1000

/* ---- A server that never stops ---------------------------------------------------------------- */

struct endless
{
    struct transport transport; /* first */
    struct protected_session session;
    /* Says more: frames are added to the session's stream. */
    void (*say)(struct endless *endless);
    size_t piece_max; /* the most that one receive gives; 0: all that was said */
    uint64_t deadline;
    unsigned int late; /* receives after the deadline */
    uint64_t asked;    /* the message id of the latest request */
    uint64_t requests; /* that were sent */
    size_t taken;      /* of the stream */
    size_t choice;     /* of what to say */
    uint16_t credits;  /* granted with each reply */
};

static struct endless *endless_of(struct transport *transport)
{
    return (struct endless *)(void *)transport;
}

static uint32_t endless_send(struct transport *transport, const void *data, size_t size,
                             uint64_t deadline)
{
    struct endless *endless = endless_of(transport);

    (void)data;
    (void)size;
    (void)deadline;
    endless->asked = endless->session.connection.next_message_id - 1;
    endless->requests++;
    return ERROR_SUCCESS;
}

static uint32_t endless_receive(struct transport *transport, void *data, size_t size,
                                size_t *received, uint64_t deadline)
{
    struct endless *endless = endless_of(transport);
    struct writer *stream = &endless->session.stream;

    (void)deadline;
    endless->late += platform_now() > endless->deadline;
    if (endless->late > LATE_MAX)
    {
        return ERROR_NETNAME_DELETED; /* the test has failed, and ends */
    }
    if (endless->taken == stream->size)
    {
        endless->taken = 0;
        writer_clear(stream);
        endless->say(endless);
        assert_false(stream->failed);
    }
    *received = stream->size - endless->taken < size ? stream->size - endless->taken : size;
    if (endless->piece_max && *received > endless->piece_max)
    {
        *received = endless->piece_max;
    }
    memcpy(data, stream->data + endless->taken, *received);
    endless->taken += *received;
    return ERROR_SUCCESS;
}

static void endless_close(struct transport *transport)
{
    (void)transport;
}

static void begin(struct endless *endless, void (*say)(struct endless *endless))
{
    static const struct transport_operations operations = {
        .send = endless_send,
        .receive = endless_receive,
        .close = endless_close,
    };

    memset(endless, 0, sizeof(*endless));
    protected_session_init(&endless->session, PROTECTION_NONE);
    endless->transport.operations = &operations;
    endless->session.connection.transport = &endless->transport;
    endless->say = say;
    endless->credits = 1;
    endless->deadline = platform_now() + PATIENCE;
}

static void end(struct endless *endless)
{
    assert_in_range(endless->late, 0, LATE_MAX);
    protected_session_free(&endless->session);
}

static struct smb2_header header_of(const struct endless *endless, uint16_t command)
{
    struct smb2_header header = protected_session_header(command, endless->asked);

    header.flags = SMB2_FLAGS_SERVER_TO_REDIR;
    header.credits = endless->credits;
    header.tree_id = 9;
    return header;
}

/* ---- SMB -------------------------------------------------------------------------------------- */

static const uint8_t echo_body[] = { 4, 0, 0, 0 };
static const struct bytes body = { echo_body, sizeof(echo_body) };

static void encode_echo(const void *parameters, size_t header, struct writer *writer)
{
    (void)parameters;
    (void)header;
    smb2_empty_encode(writer);
}

static const struct smb2_request echo = { .command = SMB2_ECHO, .encode = encode_echo };

static uint32_t exchange(struct endless *endless)
{
    struct smb2_reply reply;

    return smb2_exchange_one(&endless->session.connection, &echo, &reply, endless->deadline);
}

static void say_pending(struct endless *endless)
{
    struct smb2_header header = header_of(endless, SMB2_ECHO);

    header.flags |= SMB2_FLAGS_ASYNC_COMMAND;
    header.status = STATUS_PENDING;
    protected_session_say(&endless->session, &header, body, false);
}

static void say_notice(struct endless *endless)
{
    struct smb2_header header = header_of(endless, SMB2_ECHO);

    header.message_id = SMB2_UNSOLICITED_ID;
    protected_session_say(&endless->session, &header, body, false);
}

/* A compound of nothing but interim answers. */
static void say_many_pending(struct endless *endless)
{
    struct smb2_header header = header_of(endless, SMB2_ECHO);
    struct writer messages = { 0 };

    header.flags |= SMB2_FLAGS_ASYNC_COMMAND;
    header.status = STATUS_PENDING;
    for (size_t i = 0; i < FRAME_MANY; i++)
    {
        header.next_command = i + 1 < FRAME_MANY ? SMB2_HEADER_SIZE + 8 : 0;
        protected_session_put_message(&endless->session, &header, body, &messages);
        writer_zeros(&messages, 4);
    }
    protected_session_say_messages(&endless->session,
                                   (struct bytes){ messages.data, messages.size }, false);
    writer_free(&messages);
}

static void answers_that_promise_an_answer_end_at_the_deadline(void **state)
{
    void (*const ways[])(struct endless *) = { say_pending, say_notice, say_many_pending };

    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++)
    {
        struct endless endless;

        begin(&endless, ways[i]);
        assert_int_equal(exchange(&endless), ERROR_SEM_TIMEOUT);
        assert_true(endless.session.connection.broken);
        end(&endless);
    }
}

/* The longest frame, which comes when it is nearly too late, one byte after the other: there is always one
 * to receive. */
static void say_long_frame(struct endless *endless)
{
    static const uint8_t header[] = { 0, 0x04, 0, 0 };

    writer_bytes(&endless->session.stream, header, sizeof(header));
    writer_zeros(&endless->session.stream, FRAME_SIZE_MAX);
    while (platform_now() <= endless->deadline)
    {
    }
}

static void byte_after_byte_ends_at_the_deadline(void **state)
{
    struct endless endless;

    (void)state;
    begin(&endless, say_long_frame);
    endless.piece_max = 1;
    assert_int_equal(exchange(&endless), ERROR_SEM_TIMEOUT);
    end(&endless);
}

/* ---- RPC -------------------------------------------------------------------------------------- */

#define FRAGMENT_FIRST 1
#define FRAGMENT_LAST  2

static void say_to_ioctl(struct endless *endless, struct bytes output)
{
    struct smb2_header header = header_of(endless, SMB2_IOCTL);
    struct writer reply = { 0 };

    writer_u16(&reply, 49);
    writer_u16(&reply, 0);
    writer_u32(&reply, FSCTL_PIPE_TRANSCEIVE);
    writer_zeros(&reply, 16 + 4 + 4);
    writer_u32(&reply, SMB2_HEADER_SIZE + 48);
    writer_u32(&reply, (uint32_t)output.size);
    writer_zeros(&reply, 8);
    writer_bytes(&reply, output.data, output.size);
    protected_session_say(&endless->session, &header, (struct bytes){ reply.data, reply.size },
                          false);
    writer_free(&reply);
}

static void say_to_read(struct endless *endless, struct bytes output)
{
    struct smb2_header header = header_of(endless, SMB2_READ);
    struct writer reply = { 0 };

    writer_u16(&reply, 17);
    writer_u16(&reply, SMB2_HEADER_SIZE + 16);
    writer_u32(&reply, (uint32_t)output.size);
    writer_zeros(&reply, 8);
    writer_bytes(&reply, output.data, output.size);
    protected_session_say(&endless->session, &header, (struct bytes){ reply.data, reply.size },
                          false);
    writer_free(&reply);
}

/* To the call and to each read of the pipe the same, but that only the first is the first. */
static void say_output(struct endless *endless, const struct writer *output)
{
    const struct bytes bytes = { output->data, output->size };

    (endless->requests == 1 ? say_to_ioctl : say_to_read)(endless, bytes);
}

static void add_fragment(size_t size, bool is_first, struct writer *output)
{
    const size_t begin = output->size;

    writer_u8(output, 5);
    writer_u8(output, 0);
    writer_u8(output, 2); /* a response */
    writer_u8(output, is_first ? FRAGMENT_FIRST : 0);
    writer_u32(output, 0x10);
    writer_u16(output, 0);
    writer_u16(output, 0);
    writer_u32(output, 2); /* the call */
    writer_zeros(output, 8);
    writer_zeros(output, size);
    writer_patch_u16(output, begin + 8, (uint16_t)(output->size - begin));
}

static void say_empty_fragment(struct endless *endless)
{
    struct writer output = { 0 };

    add_fragment(0, endless->requests == 1, &output);
    say_output(endless, &output);
    writer_free(&output);
}

static void say_many_empty_fragments(struct endless *endless)
{
    struct writer output = { 0 };

    for (size_t i = 0; i < 2000; i++)
    {
        add_fragment(0, endless->requests == 1 && !i, &output);
    }
    say_output(endless, &output);
    writer_free(&output);
}

static void say_nothing(struct endless *endless)
{
    const struct writer output = { 0 };

    say_output(endless, &output);
}

/* The beginning of a fragment whose rest never comes. */
static void say_part_of_a_header(struct endless *endless)
{
    struct writer output = { 0 };

    if (endless->requests == 1)
    {
        add_fragment(100, true, &output);
        output.size = 30;
    }
    say_output(endless, &output);
    writer_free(&output);
}

static void say_large_fragment(struct endless *endless)
{
    struct writer output = { 0 };

    add_fragment(0xF000, endless->requests == 1, &output);
    say_output(endless, &output);
    writer_free(&output);
}

static uint32_t call(struct endless *endless)
{
    struct smb2_ipc_tree tree = { .connection = &endless->session.connection, .connected = true };
    struct rpc_smb_pipe pipe;
    struct rpc_client client = { .sizes = { 4280, 4280 }, .last_call_id = 1, .bound = true };
    const uint8_t stub[] = { 0 };
    struct writer answer = { 0 };
    uint32_t status = ERROR_SUCCESS;

    rpc_smb_pipe_init(&pipe, &tree);
    client.pipe = &pipe.pipe;
    status = rpc_client_call(&client, 12, (struct bytes){ stub, sizeof(stub) }, &answer,
                             endless->deadline);
    writer_free(&answer);
    return status;
}

static void fragments_that_never_end_end_at_the_deadline(void **state)
{
    void (*const ways[])(struct endless *) = { say_empty_fragment, say_many_empty_fragments,
                                               say_nothing, say_part_of_a_header };

    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++)
    {
        struct endless endless;

        begin(&endless, ways[i]);
        assert_int_equal(call(&endless), ERROR_SEM_TIMEOUT);
        assert_true(endless.session.connection.broken);
        end(&endless);
    }
}

/* 256 MiB, and not a fragment more. */
static void fragments_that_never_end_end_where_they_take_too_much(void **state)
{
    struct endless endless;

    (void)state;
    begin(&endless, say_large_fragment);
    endless.deadline = NO_DEADLINE;
    assert_int_equal(call(&endless), ERROR_NOT_ENOUGH_MEMORY);
    assert_int_equal(endless.requests, RPC_STUB_SIZE_MAX / 0xF000 + 1);
    end(&endless);
}

/* ---- Credits ---------------------------------------------------------------------------------- */

static void say_ten_fragments(struct endless *endless)
{
    struct writer output = { 0 };

    add_fragment(8, endless->requests == 1, &output);
    if (endless->requests == 10)
    {
        output.data[3] |= FRAGMENT_LAST;
    }
    say_output(endless, &output);
    writer_free(&output);
}

/* A server that grants none is asked all the same, for one thing at a time: it answers, or it ends the
 * connection, or the call ends at its deadline. */
static void without_credits_one_request_follows_the_other(void **state)
{
    struct endless endless;

    (void)state;
    begin(&endless, say_ten_fragments);
    endless.credits = 0;
    endless.deadline = NO_DEADLINE;
    endless.session.connection.credits = 1;
    assert_int_equal(call(&endless), ERROR_SUCCESS);
    assert_int_equal(endless.requests, 10);
    assert_int_equal(endless.session.connection.credits, 0);
    end(&endless);
}

/* More than can be counted are as many as can. */
static void credits_without_end_are_no_more_than_can_be(void **state)
{
    struct endless endless;

    (void)state;
    begin(&endless, say_ten_fragments);
    endless.credits = UINT16_MAX;
    endless.deadline = NO_DEADLINE;
    assert_int_equal(call(&endless), ERROR_SUCCESS);
    assert_in_range(endless.session.connection.credits, 1, UINT16_MAX);
    end(&endless);
}

/* ---- Places in a compound ---------------------------------------------------------------------- */

/* Where the next message is said to begin, of a frame with one message. */
static void say_compound_that_goes_nowhere(struct endless *endless)
{
    static const uint32_t places[] = {
        1,         8,           SMB2_HEADER_SIZE - 1, SMB2_HEADER_SIZE + 4,
        INT32_MAX, 0x80000000u, UINT32_MAX - 63,      UINT32_MAX
    };
    struct smb2_header header = header_of(endless, SMB2_ECHO);

    header.flags |= SMB2_FLAGS_ASYNC_COMMAND;
    header.status = STATUS_PENDING;
    header.next_command = places[endless->choice];
    protected_session_say(&endless->session, &header, body, false);
}

static void next_message_is_neither_here_nor_before_nor_beyond(void **state)
{
    (void)state;
    for (size_t i = 0; i < 8; i++)
    {
        struct endless endless;

        begin(&endless, say_compound_that_goes_nowhere);
        endless.choice = i;
        assert_int_equal(exchange(&endless), ERROR_BAD_NET_RESP);
        end(&endless);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_that_promise_an_answer_end_at_the_deadline),
        cmocka_unit_test(byte_after_byte_ends_at_the_deadline),
        cmocka_unit_test(fragments_that_never_end_end_at_the_deadline),
        cmocka_unit_test(fragments_that_never_end_end_where_they_take_too_much),
        cmocka_unit_test(without_credits_one_request_follows_the_other),
        cmocka_unit_test(credits_without_end_are_no_more_than_can_be),
        cmocka_unit_test(next_message_is_neither_here_nor_before_nor_beyond),
    };

    return cmocka_run_group_tests_name("endless_answers", tests, start_cryptography, NULL);
}
