/*
 * What an exchange on an open connection costs: no memory, one send, one receive, and no copy of the
 * reply.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/exchange.h"
#include "support/allocations.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define FIRST     PROTECTED_SESSION_FIRST
#define EXCHANGES 4

static const uint8_t echo_body[] = { 4, 0, 0, 0 };
static const struct bytes body = { echo_body, sizeof(echo_body) };

static void encode_echo(const void *parameters, size_t header, struct writer *writer)
{
    (void)parameters;
    (void)header;
    smb2_empty_encode(writer);
}

static const struct smb2_request echo = { .command = SMB2_ECHO, .encode = encode_echo };

/* The memory transport with what it is asked for: each receive gives one frame. */
struct counting_transport
{
    struct transport transport;
    struct memory_transport *memory;
    unsigned int sends;
    unsigned int receives;
};

static struct counting_transport *counting_of(struct transport *transport)
{
    return (struct counting_transport *)transport;
}

/* What is sent is not kept, as keeping it would ask for memory. */
static uint32_t counting_send(struct transport *transport, const void *data, size_t size,
                              uint64_t deadline)
{
    (void)data;
    (void)size;
    (void)deadline;
    counting_of(transport)->sends++;
    return ERROR_SUCCESS;
}

static uint32_t counting_receive(struct transport *transport, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    struct memory_transport *memory = counting_of(transport)->memory;

    counting_of(transport)->receives++;
    return memory->transport.operations->receive(&memory->transport, data, size, received,
                                                 deadline);
}

static void counting_close(struct transport *transport)
{
    (void)transport;
}

static const struct transport_operations counting_operations = {
    .send = counting_send,
    .receive = counting_receive,
    .close = counting_close,
};

static bool lies_in_receiver(const struct frame_receiver *receiver, struct bytes message)
{
    return message.data >= receiver->buffer &&
           message.data + message.size <= receiver->buffer + receiver->capacity;
}

/* The first exchange makes the buffers, the others use them. */
static void assert_exchanges_cost_nothing(struct protected_session *session, bool encrypted)
{
    struct smb2_connection *connection = &session->connection;
    struct counting_transport counting = {
        { .operations = &counting_operations }, &session->memory, 0, 0
    };
    size_t frame_size = 0;

    for (unsigned int i = 0; i < EXCHANGES; i++)
    {
        const struct smb2_header header = protected_session_header(SMB2_ECHO, FIRST + i);
        const size_t size = session->stream.size;

        protected_session_say(session, &header, body, encrypted);
        frame_size = session->stream.size - size;
    }
    session->memory.piece_max = frame_size;
    connection->transport = &counting.transport;
    for (unsigned int i = 0; i < EXCHANGES; i++)
    {
        const size_t before = allocations_made();
        struct smb2_reply reply;

        assert_int_equal(smb2_exchange_one(connection, &echo, &reply, NO_DEADLINE), ERROR_SUCCESS);
        if (i)
        {
            assert_int_equal(allocations_made() - before, 0);
        }
        assert_int_equal(counting.sends, i + 1);
        assert_int_equal(counting.receives, i + 1);
        assert_true(lies_in_receiver(&connection->receiver, reply.message));
    }
    connection->transport = &session->memory.transport;
}

static void signed_exchange_asks_for_no_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        struct protected_session session;

        protected_session_init(&session, PROTECTION_SIGNED);
        protected_session_sign_with(&session, smb2_signing_algorithms[i].id);
        assert_exchanges_cost_nothing(&session, false);
        protected_session_free(&session);
    }
}

static void encrypted_exchange_asks_for_no_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        struct protected_session session;

        protected_session_init(&session, PROTECTION_ENCRYPTED);
        protected_session_encrypt_with(&session, smb2_ciphers[i].id);
        assert_exchanges_cost_nothing(&session, true);
        protected_session_free(&session);
    }
}

/* Keys get all the memory that they need when they are put to work. */
static void keys_that_get_no_memory_are_not_put_to_work(void **state)
{
    static const struct smb2_session_keys keys = { .cipher_key_size = 16 };

    (void)state;
    for (size_t i = 0; i < smb2_signing_algorithm_count + 1; i++)
    {
        const bool is_cipher = i == smb2_signing_algorithm_count;
        uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

        for (size_t limit = 0; status; limit++)
        {
            struct smb2_signer signer = { 0 };
            struct smb2_encryption encryption = { 0 };

            allocations_limit(limit);
            status = is_cipher
                         ? smb2_encryption_open(&encryption, SMB2_ENCRYPTION_AES128_GCM, &keys,
                                                PROTECTED_SESSION_ID)
                         : smb2_signer_open(&signer, smb2_signing_algorithms[i].id, keys.signing);
            allocations_limit(SIZE_MAX);
            assert_true(limit || status); /* so the limit is felt */
            assert_true(!status || status == ERROR_NOT_ENOUGH_MEMORY);
            assert_true(!status || (!signer.mac && !encryption.cipher));
            smb2_signer_close(&signer);
            smb2_encryption_close(&encryption);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signed_exchange_asks_for_no_memory),
        cmocka_unit_test(encrypted_exchange_asks_for_no_memory),
        cmocka_unit_test(keys_that_get_no_memory_are_not_put_to_work),
    };

    allocations_watch();
    return cmocka_run_group_tests_name("exchange_costs", tests, start_cryptography, NULL);
}
