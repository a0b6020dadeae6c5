/*
 * Several requests at once: how they go out, and how their replies are matched.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "smb/exchange.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define FIRST    PROTECTED_SESSION_FIRST
#define REQUESTS 3

static const uint8_t body_bytes[] = { 4, 0, 0, 0, 0, 0, 0, 0 }; /* padded as in a compound */
static const struct bytes body = { body_bytes, sizeof(body_bytes) };

static void encode_echo(const void *parameters, size_t header, struct writer *writer)
{
    (void)parameters;
    (void)header;
    smb2_empty_encode(writer);
}

static const struct smb2_request requests[REQUESTS] = {
    { .command = SMB2_ECHO, .encode = encode_echo },
    { .command = SMB2_TREE_DISCONNECT, .encode = encode_echo },
    { .command = SMB2_LOGOFF, .encode = encode_echo },
};

static struct smb2_header reply_header(size_t index)
{
    return protected_session_header(requests[index].command, FIRST + index);
}

/* Exchanges the three requests, and checks on success that each has its own reply. */
static uint32_t exchange(struct protected_session *session, enum smb2_grouping grouping)
{
    struct smb2_reply replies[REQUESTS];
    uint32_t status =
        smb2_exchange(&session->connection, requests, REQUESTS, grouping, replies, NO_DEADLINE);

    for (size_t i = 0; i < REQUESTS; i++)
    {
        if (status)
        {
            assert_null(replies[i].message.data);
        }
        else
        {
            struct reader reader = reader_over(replies[i].message.data, replies[i].message.size);
            struct smb2_header header;

            /* Whatever came behind it: the whole message is still there. */
            assert_true(smb2_header_decode(&header, &reader));
            assert_int_equal(header.command, requests[i].command);
            assert_true(header.message_id == FIRST + i);
        }
    }
    return status;
}

/* ---- Out ------------------------------------------------------------------------------------- */

static void compound_is_one_frame_of_signed_and_aligned_messages(void **state)
{
    struct protected_session session;
    struct reader sent;
    size_t count = 0;
    uint32_t next = 0;

    (void)state;
    protected_session_init(&session, PROTECTION_SIGNED);
    assert_int_equal(exchange(&session, SMB2_RELATED), ERROR_NETNAME_DELETED);
    sent = reader_over(session.memory.outgoing.data, session.memory.outgoing.size);
    reader_skip(&sent, 1);
    assert_int_equal(reader_u24_big_endian(&sent), sent.size - FRAME_HEADER_SIZE);
    do
    {
        size_t begin = sent.offset;
        struct bytes message;
        struct smb2_header header;

        assert_int_equal((begin - FRAME_HEADER_SIZE) % 8, 0);
        assert_true(smb2_header_decode(&header, &sent));
        next = header.next_command;
        message = reader_slice(&sent, begin, next ? next : sent.size - begin);
        assert_int_equal(smb2_check_signature(&session.connection.signer, message), ERROR_SUCCESS);
        assert_int_equal(header.flags, SMB2_FLAGS_SIGNED |
                                           (count ? (uint32_t)SMB2_FLAGS_RELATED_OPERATIONS : 0u));
        assert_true(header.message_id == FIRST + count);
        assert_true(header.session_id == PROTECTED_SESSION_ID);
        assert_int_equal(header.credit_charge, 1);
        count++;
        reader_seek(&sent, begin + next);
    } while (next);
    assert_int_equal(count, REQUESTS);
    protected_session_free(&session);
}

/* ---- In -------------------------------------------------------------------------------------- */

static void replies_are_matched_in_any_order(void **state)
{
    static const size_t orders[][REQUESTS] = { { 0, 1, 2 }, { 2, 1, 0 }, { 1, 2, 0 } };

    (void)state;
    for (size_t i = 0; i < 3; i++)
    {
        struct protected_session session;

        protected_session_init(&session, PROTECTION_SIGNED);
        session.memory.piece_max = 1; /* each frame takes the place of the one before */
        for (size_t k = 0; k < REQUESTS; k++)
        {
            const struct smb2_header header = reply_header(orders[i][k]);

            protected_session_say(&session, &header, body, false);
        }
        assert_int_equal(exchange(&session, SMB2_SEPARATE), ERROR_SUCCESS);
        protected_session_free(&session);
    }
}

/* Puts the first `count` replies into one frame. */
static void say_compound(struct protected_session *session, size_t count, bool encrypted)
{
    struct writer messages = { 0 };

    for (size_t i = 0; i < count; i++)
    {
        struct smb2_header header = reply_header(i);

        header.next_command = i + 1 < count ? (uint32_t)(SMB2_HEADER_SIZE + body.size) : 0;
        protected_session_put_message(session, &header, body, &messages);
    }
    protected_session_say_messages(session, (struct bytes){ messages.data, messages.size },
                                   encrypted);
    writer_free(&messages);
}

static void replies_may_come_compounded(void **state)
{
    (void)state;
    for (int encrypted = 0; encrypted < 2; encrypted++)
    {
        struct protected_session session;

        protected_session_init(&session, encrypted ? PROTECTION_ENCRYPTED : PROTECTION_SIGNED);
        say_compound(&session, REQUESTS, encrypted);
        assert_int_equal(exchange(&session, SMB2_RELATED), ERROR_SUCCESS);
        protected_session_free(&session);
    }
}

static void rest_of_a_compound_may_come_by_itself(void **state)
{
    const struct smb2_header last = reply_header(REQUESTS - 1);
    struct protected_session session;

    (void)state;
    protected_session_init(&session, PROTECTION_SIGNED);
    session.memory.piece_max = 1;
    say_compound(&session, REQUESTS - 1, false);
    protected_session_say(&session, &last, body, false);
    assert_int_equal(exchange(&session, SMB2_RELATED), ERROR_SUCCESS);
    protected_session_free(&session);
}

static void offsets_of_a_compound_that_lie_are_refused(void **state)
{
    static const uint32_t offsets[] = { 1,
                                        SMB2_HEADER_SIZE - 1,
                                        SMB2_HEADER_SIZE,
                                        SMB2_HEADER_SIZE + 4,
                                        2 * (SMB2_HEADER_SIZE + 8),
                                        0x10000,
                                        UINT32_MAX };

    (void)state;
    for (size_t i = 0; i < sizeof(offsets) / sizeof(offsets[0]); i++)
    {
        struct protected_session session;
        struct smb2_header headers[2] = { reply_header(0), reply_header(1) };
        struct writer messages = { 0 };

        headers[0].next_command = offsets[i];
        protected_session_init(&session, PROTECTION_NONE);
        protected_session_put_message(&session, &headers[0], body, &messages);
        protected_session_put_message(&session, &headers[1], body, &messages);
        protected_session_say_messages(&session, (struct bytes){ messages.data, messages.size },
                                       false);
        writer_free(&messages);
        assert_int_equal(exchange(&session, SMB2_RELATED), ERROR_BAD_NET_RESP);
        protected_session_free(&session);
    }
}

static void second_reply_to_one_request_is_refused(void **state)
{
    const struct smb2_header header = reply_header(0);
    struct protected_session session;

    (void)state;
    protected_session_init(&session, PROTECTION_SIGNED);
    protected_session_say(&session, &header, body, false);
    protected_session_say(&session, &header, body, false);
    assert_int_equal(exchange(&session, SMB2_SEPARATE), ERROR_BAD_NET_RESP);
    protected_session_free(&session);
}

/* One bad message spoils the frame, whatever came before it. */
static void unsigned_message_within_a_compound_is_refused(void **state)
{
    (void)state;
    for (size_t bad = 0; bad < REQUESTS; bad++)
    {
        struct protected_session session;
        struct writer messages = { 0 };

        protected_session_init(&session, PROTECTION_SIGNED);
        for (size_t i = 0; i < REQUESTS; i++)
        {
            struct smb2_header header = reply_header(i);

            header.next_command = i + 1 < REQUESTS ? (uint32_t)(SMB2_HEADER_SIZE + body.size) : 0;
            header.flags &= i == bad ? ~(uint32_t)SMB2_FLAGS_SIGNED : UINT32_MAX;
            protected_session_put_message(&session, &header, body, &messages);
        }
        protected_session_say_messages(&session, (struct bytes){ messages.data, messages.size },
                                       false);
        writer_free(&messages);
        assert_int_equal(exchange(&session, SMB2_RELATED), ERROR_BAD_NET_RESP);
        protected_session_free(&session);
    }
}

/* ---- Credits --------------------------------------------------------------------------------- */

static void credits_are_spent_and_granted(void **state)
{
    struct protected_session session;

    (void)state;
    protected_session_init(&session, PROTECTION_SIGNED);
    session.connection.credits = REQUESTS;
    for (size_t i = 0; i < REQUESTS; i++)
    {
        struct smb2_header header = reply_header(i);

        header.credits = i ? 0xffff : 2;
        protected_session_say(&session, &header, body, false);
    }
    assert_int_equal(exchange(&session, SMB2_SEPARATE), ERROR_SUCCESS);
    assert_int_equal(session.connection.credits, 0xffff); /* no more, whatever is granted */
    protected_session_free(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compound_is_one_frame_of_signed_and_aligned_messages),
        cmocka_unit_test(replies_are_matched_in_any_order),
        cmocka_unit_test(replies_may_come_compounded),
        cmocka_unit_test(rest_of_a_compound_may_come_by_itself),
        cmocka_unit_test(offsets_of_a_compound_that_lie_are_refused),
        cmocka_unit_test(second_reply_to_one_request_is_refused),
        cmocka_unit_test(unsigned_message_within_a_compound_is_refused),
        cmocka_unit_test(credits_are_spent_and_granted),
    };

    return cmocka_run_group_tests_name("compound", tests, start_cryptography, NULL);
}
