/*
 * Which replies are believed on a signed and on an encrypted connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "platform/platform.h"
#include "smb/exchange.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define FIRST PROTECTED_SESSION_FIRST

/* Where the bytes of the first reply stand in the stream. */
#define MESSAGE_POSITION FRAME_HEADER_SIZE
#define BODY_POSITION    (MESSAGE_POSITION + SMB2_HEADER_SIZE)

static const uint8_t echo_body[] = { 4, 0, 0, 0 };
static const struct bytes body = { echo_body, sizeof(echo_body) };

static void encode_echo(const void *parameters, size_t header, struct writer *writer)
{
    (void)parameters;
    (void)header;
    smb2_empty_encode(writer);
}

static const struct smb2_request echo = { .command = SMB2_ECHO, .encode = encode_echo };

static uint32_t exchange(struct protected_session *session)
{
    struct smb2_reply reply;
    uint32_t status = smb2_exchange_one(&session->connection, &echo, &reply, NO_DEADLINE);

    if (!status)
    {
        assert_int_equal(reply.message.size, SMB2_HEADER_SIZE + sizeof(echo_body));
        assert_memory_equal(reply.message.data + SMB2_HEADER_SIZE, echo_body, sizeof(echo_body));
    }
    assert_int_equal(session->connection.broken, status != ERROR_SUCCESS);
    return status;
}

/* Sends an ECHO to which the server answers with `header`, and gives what comes of it. */
static uint32_t code_of_reply(enum protection protection, const struct smb2_header *header,
                              bool encrypted)
{
    struct protected_session session;
    uint32_t status = 0;

    protected_session_init(&session, protection);
    protected_session_say(&session, header, body, encrypted);
    status = exchange(&session);
    protected_session_free(&session);
    return status;
}

/* ---- What is right --------------------------------------------------------------------------- */

static void replies_protected_as_agreed_are_accepted(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_SUCCESS);
    header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
    assert_int_equal(code_of_reply(PROTECTION_ENCRYPTED, &header, true), ERROR_SUCCESS);
    assert_int_equal(code_of_reply(PROTECTION_NONE, &header, false), ERROR_SUCCESS);
}

static void encrypted_reply_is_as_good_as_a_signed_one(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, true), ERROR_SUCCESS);
}

static void interim_answer_and_notices_are_passed_over(void **state)
{
    struct smb2_header interim = protected_session_header(SMB2_ECHO, FIRST);
    struct smb2_header notice = protected_session_header(18, SMB2_UNSOLICITED_ID);
    const struct smb2_header final = protected_session_header(SMB2_ECHO, FIRST);
    struct protected_session session;

    (void)state;
    interim.flags = SMB2_FLAGS_SERVER_TO_REDIR | SMB2_FLAGS_ASYNC_COMMAND;
    interim.status = STATUS_PENDING;
    notice.flags = SMB2_FLAGS_SERVER_TO_REDIR;
    protected_session_init(&session, PROTECTION_SIGNED);
    protected_session_say(&session, &interim, body, false);
    protected_session_say(&session, &notice, body, false);
    protected_session_say(&session, &final, body, false);
    assert_int_equal(exchange(&session), ERROR_SUCCESS);
    protected_session_free(&session);
}

/* What keeps coming does not keep a call beyond its time. */
static void nothing_is_received_after_the_deadline(void **state)
{
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);
    struct protected_session session;
    struct smb2_reply reply;

    (void)state;
    protected_session_init(&session, PROTECTION_SIGNED);
    protected_session_say(&session, &header, body, false);
    assert_int_equal(smb2_exchange_one(&session.connection, &echo, &reply, platform_now()),
                     ERROR_SEM_TIMEOUT);
    assert_true(session.connection.broken);
    protected_session_free(&session);
}

/* ---- Signatures ------------------------------------------------------------------------------ */

static void unsigned_reply_is_refused(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
    header.status = STATUS_ACCESS_DENIED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
    header.status = STATUS_PENDING;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
}

/* Nobody has a key to sign that a session is gone. It ends the connection, and tells no more. */
static void unsigned_news_of_a_lost_session_end_the_connection(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
    header.status = STATUS_USER_SESSION_DELETED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_NETNAME_DELETED);
    header.status = STATUS_NETWORK_SESSION_EXPIRED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_NETNAME_DELETED);
    assert_int_equal(code_of_reply(PROTECTION_ENCRYPTED, &header, false), ERROR_BAD_NET_RESP);
}

static void reply_with_any_changed_byte_is_refused(void **state)
{
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    for (size_t i = MESSAGE_POSITION; i < BODY_POSITION + sizeof(echo_body); i++)
    {
        struct protected_session session;
        uint32_t status = 0;

        protected_session_init(&session, PROTECTION_SIGNED);
        protected_session_say(&session, &header, body, false);
        session.stream.data[i] ^= 0x40;
        status = exchange(&session);
        protected_session_free(&session);
        if (status != ERROR_BAD_NET_RESP)
        {
            fail_msg("byte %zu: %u", i - MESSAGE_POSITION, status);
        }
    }
}

/* A genuine reply, sent a second time in answer to the next request. */
static void replayed_reply_is_refused(void **state)
{
    const enum protection protections[] = { PROTECTION_SIGNED, PROTECTION_ENCRYPTED };
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    for (size_t i = 0; i < 2; i++)
    {
        bool encrypted = protections[i] == PROTECTION_ENCRYPTED;
        struct protected_session session;

        protected_session_init(&session, protections[i]);
        protected_session_say(&session, &header, body, encrypted);
        protected_session_say(&session, &header, body, encrypted);
        assert_int_equal(exchange(&session), ERROR_SUCCESS);
        assert_int_equal(exchange(&session), ERROR_BAD_NET_RESP);
        protected_session_free(&session);
    }
}

/* The same with the message id put right: then the signature is not. */
static void replayed_reply_with_a_new_message_id_is_refused(void **state)
{
    const size_t message_id_position = MESSAGE_POSITION + 24;
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        struct protected_session session;
        size_t second = 0;

        protected_session_init(&session, PROTECTION_SIGNED);
        protected_session_sign_with(&session, smb2_signing_algorithms[i].id);
        protected_session_say(&session, &header, body, false);
        second = session.stream.size;
        protected_session_say(&session, &header, body, false);
        session.stream.data[second + message_id_position] = FIRST + 1;
        assert_int_equal(exchange(&session), ERROR_SUCCESS);
        assert_int_equal(exchange(&session), ERROR_BAD_NET_RESP);
        protected_session_free(&session);
    }
}

/* Our own request sent back to us carries a good signature, but is no reply. */
static void reflected_request_is_refused(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    header.flags = SMB2_FLAGS_SIGNED;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
}

/* NEGOTIATE and SESSION_SETUP come unsigned, so no other request may be answered with them. */
static void reply_to_another_command_is_refused(void **state)
{
    const uint16_t commands[] = { SMB2_NEGOTIATE, SMB2_SESSION_SETUP, SMB2_LOGOFF, SMB2_IOCTL };

    (void)state;
    for (size_t i = 0; i < 4; i++)
    {
        struct smb2_header header = protected_session_header(commands[i], FIRST);

        assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
        header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
        assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
    }
}

static void reply_that_nobody_asked_for_is_refused(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST + 1);

    (void)state;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
    header.message_id = FIRST - 1;
    assert_int_equal(code_of_reply(PROTECTION_SIGNED, &header, false), ERROR_BAD_NET_RESP);
}

/* ---- Encryption ------------------------------------------------------------------------------ */

static void plain_reply_is_refused_where_encryption_is_due(void **state)
{
    struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);

    (void)state;
    assert_int_equal(code_of_reply(PROTECTION_ENCRYPTED, &header, false), ERROR_BAD_NET_RESP);
    header.flags |= SMB2_FLAGS_ASYNC_COMMAND;
    header.status = STATUS_PENDING;
    assert_int_equal(code_of_reply(PROTECTION_ENCRYPTED, &header, false), ERROR_BAD_NET_RESP);
}

static void encrypted_reply_is_refused_where_there_are_no_keys(void **state)
{
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);
    struct protected_session session;

    (void)state;
    protected_session_init(&session, PROTECTION_ENCRYPTED);
    protected_session_say(&session, &header, body, true);
    session.connection.encrypting = false;
    smb2_encryption_close(&session.connection.encryption);
    assert_int_equal(exchange(&session), ERROR_BAD_NET_RESP);
    protected_session_free(&session);
}

static void encrypted_reply_with_any_changed_byte_is_refused(void **state)
{
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);
    const size_t size = 52 + SMB2_HEADER_SIZE + sizeof(echo_body);

    (void)state;
    for (size_t i = MESSAGE_POSITION; i < MESSAGE_POSITION + size; i++)
    {
        struct protected_session session;
        uint32_t status = 0;

        protected_session_init(&session, PROTECTION_ENCRYPTED);
        protected_session_say(&session, &header, body, true);
        session.stream.data[i] ^= 0x40;
        status = exchange(&session);
        protected_session_free(&session);
        if (status != ERROR_BAD_NET_RESP)
        {
            fail_msg("byte %zu: %u", i - MESSAGE_POSITION, status);
        }
    }
}

static void request_on_an_encrypted_connection_is_nothing_but_encrypted(void **state)
{
    const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST);
    struct protected_session session;
    struct reader sent;

    (void)state;
    protected_session_init(&session, PROTECTION_ENCRYPTED);
    protected_session_say(&session, &header, body, true);
    assert_int_equal(exchange(&session), ERROR_SUCCESS);
    sent = reader_over(session.memory.outgoing.data, session.memory.outgoing.size);
    reader_skip(&sent, FRAME_HEADER_SIZE);
    assert_int_equal(reader_u32(&sent), SMB2_TRANSFORM_ID);
    assert_int_equal(session.memory.outgoing.size,
                     FRAME_HEADER_SIZE + 52 + SMB2_HEADER_SIZE + sizeof(echo_body));
    protected_session_free(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replies_protected_as_agreed_are_accepted),
        cmocka_unit_test(encrypted_reply_is_as_good_as_a_signed_one),
        cmocka_unit_test(interim_answer_and_notices_are_passed_over),
        cmocka_unit_test(nothing_is_received_after_the_deadline),
        cmocka_unit_test(unsigned_reply_is_refused),
        cmocka_unit_test(unsigned_news_of_a_lost_session_end_the_connection),
        cmocka_unit_test(reply_with_any_changed_byte_is_refused),
        cmocka_unit_test(replayed_reply_is_refused),
        cmocka_unit_test(replayed_reply_with_a_new_message_id_is_refused),
        cmocka_unit_test(reflected_request_is_refused),
        cmocka_unit_test(reply_to_another_command_is_refused),
        cmocka_unit_test(reply_that_nobody_asked_for_is_refused),
        cmocka_unit_test(plain_reply_is_refused_where_encryption_is_due),
        cmocka_unit_test(encrypted_reply_is_refused_where_there_are_no_keys),
        cmocka_unit_test(encrypted_reply_with_any_changed_byte_is_refused),
        cmocka_unit_test(request_on_an_encrypted_connection_is_nothing_but_encrypted),
    };

    return cmocka_run_group_tests_name("receive", tests, start_cryptography, NULL);
}
