/*
 * Encrypted messages: the transform header of [MS-SMB2] 2.2.41.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/transform.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

#define SESSION_ID     0x1112131415161718
#define NONCE_POSITION 20
#define MESSAGE        "a message, not too short"

/* Both ends of a session; what one encrypts the other decrypts. */
struct session
{
    struct smb2_encryption client;
    struct smb2_encryption server;
};

static void session_init(struct session *session, enum smb2_cipher cipher)
{
    const struct smb2_cipher_row *row = smb2_cipher_find(cipher);
    struct smb2_session_keys keys;

    assert_non_null(row);
    keys.cipher_key_size = row->key_size;
    memset(keys.encryption, 0xc5, SMB2_CIPHER_KEY_MAX);
    memset(keys.decryption, 0x5c, SMB2_CIPHER_KEY_MAX);
    assert_int_equal(smb2_encryption_open(&session->client, cipher, &keys, SESSION_ID),
                     ERROR_SUCCESS);
    memset(keys.encryption, 0x5c, SMB2_CIPHER_KEY_MAX);
    memset(keys.decryption, 0xc5, SMB2_CIPHER_KEY_MAX);
    assert_int_equal(smb2_encryption_open(&session->server, cipher, &keys, SESSION_ID),
                     ERROR_SUCCESS);
    session->client.next_nonce = 5;
    session->server.next_nonce = 5;
}

static void session_free(struct session *session)
{
    smb2_encryption_close(&session->client);
    smb2_encryption_close(&session->server);
}

static struct writer encrypt(struct smb2_encryption *encryption, const char *message)
{
    struct writer frame = { 0 };
    size_t begin = smb2_transform_begin(&frame);

    writer_bytes(&frame, message, strlen(message));
    assert_int_equal(smb2_encrypt(encryption, &frame, begin), ERROR_SUCCESS);
    return frame;
}

/* Decrypts a copy, since decryption works in place. */
static uint32_t decrypt_copy(const struct smb2_encryption *encryption, const struct writer *frame,
                             size_t size)
{
    struct bytes copy = exact_copy((struct bytes){ frame->data, frame->size }, size);
    struct bytes messages;
    uint32_t status = smb2_decrypt(encryption, (uint8_t *)(uintptr_t)copy.data, size, &messages);

    free((void *)(uintptr_t)copy.data);
    return status;
}

static void header_is_written_as_specified(void **state)
{
    struct session session;
    struct writer frame = { 0 };

    (void)state;
    session_init(&session, SMB2_ENCRYPTION_AES128_GCM);
    frame = encrypt(&session.client, MESSAGE);
    assert_int_equal(frame.size, SMB2_TRANSFORM_HEADER_SIZE + strlen(MESSAGE));
    assert_hex_equal(frame.data, 4, "fd534d42");
    assert_hex_equal(frame.data + NONCE_POSITION, SMB2_TRANSFORM_HEADER_SIZE - NONCE_POSITION,
                     "05000000000000000000000000000000" /* Nonce */
                     "18000000"                         /* OriginalMessageSize */
                     "0000 0100"                        /* Reserved, Flags: encrypted */
                     "1817161514131211");               /* SessionId */
    assert_memory_not_equal(frame.data + SMB2_TRANSFORM_HEADER_SIZE, MESSAGE, strlen(MESSAGE));
    assert_true(smb2_is_encrypted((struct bytes){ frame.data, frame.size }));
    assert_false(smb2_is_encrypted((struct bytes){ frame.data, 3 }));
    frame.data[0] = 0xfe;
    assert_false(smb2_is_encrypted((struct bytes){ frame.data, frame.size }));
    writer_free(&frame);
    session_free(&session);
}

static void other_side_reads_what_was_encrypted(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        struct session session;
        struct bytes messages = { 0 };
        struct writer frame = { 0 };

        session_init(&session, smb2_ciphers[i].id);
        frame = encrypt(&session.client, MESSAGE);
        assert_int_equal(smb2_decrypt(&session.server, frame.data, frame.size, &messages),
                         ERROR_SUCCESS);
        assert_int_equal(messages.size, strlen(MESSAGE));
        assert_memory_equal(messages.data, MESSAGE, messages.size);
        writer_free(&frame);
        session_free(&session);
    }
}

/* An own message that somebody sends back is not the server's: the directions have other keys. */
static void own_message_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        struct session session;
        struct writer frame = { 0 };

        session_init(&session, smb2_ciphers[i].id);
        frame = encrypt(&session.client, MESSAGE);
        assert_int_equal(decrypt_copy(&session.client, &frame, frame.size), ERROR_BAD_NET_RESP);
        writer_free(&frame);
        session_free(&session);
    }
}

/* All but the protocol id, which is looked at before. */
static void any_changed_byte_is_noticed(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        struct session session;
        struct writer frame = { 0 };

        session_init(&session, smb2_ciphers[i].id);
        frame = encrypt(&session.server, MESSAGE);
        assert_int_equal(decrypt_copy(&session.client, &frame, frame.size), ERROR_SUCCESS);
        for (size_t k = sizeof(uint32_t); k < frame.size; k++)
        {
            frame.data[k] ^= 1;
            if (decrypt_copy(&session.client, &frame, frame.size) != ERROR_BAD_NET_RESP)
            {
                fail_msg("cipher %s, byte %zu", smb2_ciphers[i].name, k);
            }
            frame.data[k] ^= 1;
        }
        assert_int_equal(decrypt_copy(&session.client, &frame, frame.size), ERROR_SUCCESS);
        writer_free(&frame);
        session_free(&session);
    }
}

static void frame_that_ends_early_is_refused(void **state)
{
    struct session session;
    struct writer frame = { 0 };

    (void)state;
    session_init(&session, SMB2_ENCRYPTION_AES128_GCM);
    frame = encrypt(&session.server, MESSAGE);
    for (size_t size = 0; size < frame.size; size++)
    {
        assert_int_equal(decrypt_copy(&session.client, &frame, size), ERROR_BAD_NET_RESP);
    }
    writer_free(&frame);
    session_free(&session);
}

static void frame_of_another_session_is_refused(void **state)
{
    struct session session;
    struct writer frame = { 0 };

    (void)state;
    session_init(&session, SMB2_ENCRYPTION_AES128_GCM);
    session.server.session_id = SESSION_ID + 1;
    frame = encrypt(&session.server, MESSAGE);
    assert_int_equal(decrypt_copy(&session.client, &frame, frame.size), ERROR_BAD_NET_RESP);
    writer_free(&frame);
    session_free(&session);
}

static void nonces_count_up_and_never_repeat(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        struct session session;

        session_init(&session, smb2_ciphers[i].id);
        session.client.next_nonce = 0xfffffffe;
        for (uint64_t nonce = 0xfffffffe; nonce < 0x100000003; nonce++)
        {
            struct writer frame = encrypt(&session.client, MESSAGE);
            struct reader reader = reader_over(frame.data, frame.size);

            reader_seek(&reader, NONCE_POSITION);
            assert_true(reader_u64(&reader) == nonce);
            writer_free(&frame);
        }
        session_free(&session);
    }
}

static void several_messages_stand_in_one_frame_behind_what_was_there(void **state)
{
    struct session session;
    struct bytes messages = { 0 };
    struct writer frame = { 0 };
    size_t begin = 0;

    (void)state;
    session_init(&session, SMB2_ENCRYPTION_AES256_CCM);
    writer_bytes(&frame, "len:", 4);
    begin = smb2_transform_begin(&frame);
    writer_bytes(&frame, "one", 3);
    writer_bytes(&frame, "two", 3);
    assert_int_equal(smb2_encrypt(&session.client, &frame, begin), ERROR_SUCCESS);
    assert_memory_equal(frame.data, "len:", 4);
    assert_int_equal(
        smb2_decrypt(&session.server, frame.data + begin, frame.size - begin, &messages),
        ERROR_SUCCESS);
    assert_int_equal(messages.size, 6);
    assert_memory_equal(messages.data, "onetwo", 6);
    writer_free(&frame);
    session_free(&session);
}

static void table_of_ciphers_is_what_keys_and_header_have_room_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        const struct smb2_cipher_row *row = &smb2_ciphers[i];

        assert_true(row->key_size == 16 || row->key_size == SMB2_CIPHER_KEY_MAX);
        assert_true(row->nonce_size <= 16);
        assert_int_not_equal(row->id, SMB2_CIPHER_NONE);
        assert_ptr_equal(smb2_cipher_find(row->id), row);
    }
    assert_null(smb2_cipher_find(SMB2_CIPHER_NONE));
    assert_null(smb2_cipher_find(0xffff));
}

static void without_a_cipher_nothing_is_encrypted(void **state)
{
    static const struct smb2_session_keys keys = { .cipher_key_size = 16 };
    struct smb2_encryption none;
    struct session session;
    struct bytes messages;
    struct writer frame = { 0 };
    size_t begin = 0;

    (void)state;
    session_init(&session, SMB2_ENCRYPTION_AES128_GCM);
    frame = encrypt(&session.client, MESSAGE);
    assert_int_equal(smb2_encryption_open(&none, SMB2_CIPHER_NONE, &keys, SESSION_ID),
                     ERROR_SUCCESS);
    assert_null(none.cipher);
    assert_int_equal(smb2_decrypt(&none, frame.data, frame.size, &messages), ERROR_NOT_SUPPORTED);
    writer_free(&frame);
    begin = smb2_transform_begin(&frame);
    assert_int_equal(smb2_encrypt(&none, &frame, begin), ERROR_NOT_SUPPORTED);
    writer_free(&frame);
    session_free(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_ciphers_is_what_keys_and_header_have_room_for),
        cmocka_unit_test(without_a_cipher_nothing_is_encrypted),
        cmocka_unit_test(header_is_written_as_specified),
        cmocka_unit_test(other_side_reads_what_was_encrypted),
        cmocka_unit_test(own_message_is_refused),
        cmocka_unit_test(any_changed_byte_is_noticed),
        cmocka_unit_test(frame_that_ends_early_is_refused),
        cmocka_unit_test(frame_of_another_session_is_refused),
        cmocka_unit_test(nonces_count_up_and_never_repeat),
        cmocka_unit_test(several_messages_stand_in_one_frame_behind_what_was_there),
    };

    return cmocka_run_group_tests_name("transform", tests, start_cryptography, NULL);
}
