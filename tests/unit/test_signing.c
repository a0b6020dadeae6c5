/*
 * The keys of a session and the signatures made with them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The examples are those of "SMB 2 and SMB 3 security in Windows 10: the anatomy of signing and
 * cryptographic keys".
 */
#include <stdio.h>

#include "smb/signing.h"
#include "support/hex.h"
#include "support/unit.h"

#define PREAUTH_HASH                                                                               \
    "0dd13628cc3ed218ef9df9772d436d0887ab9814bfae63a80aa845f36909db79"                             \
    "28622dddad522d9751640a459762c5a9d6bb084cbb3ce6bdadef5d5bce3c6c01"

/* The last SESSION_SETUP reply of the 3.1.1 example, with the signature that goes into it. */
#define REPLY_HEADER                                                                               \
    "fe534d4240000100000000000100800009000000000000000300000000000000fffe000000000000"             \
    "1900000000100000"
#define REPLY_BODY      "0900000048001d00a11b3019a0030a0100a3120410010000003b453cdc3524164200000000"
#define REPLY_SIGNATURE "ebe146da120ba25fc3376a49dfe31bc1"
#define SIGNING_KEY     "73fe7a9a77bef0bde49c650d8ccb5f76"

static struct session_key session_key(const char *text)
{
    const struct hex bytes = hex(text);
    struct session_key key = { .size = bytes.size };

    memcpy(key.data, bytes.data, bytes.size);
    return key;
}

static struct smb2_session_keys derive(enum smb2_dialect dialect, enum smb2_cipher cipher,
                                       const char *key_text)
{
    const struct session_key key = session_key(key_text);
    const struct hex hash = hex(PREAUTH_HASH);
    struct smb2_session_keys keys;

    assert_int_equal(smb2_derive_keys(dialect, cipher, &key, hash.data, &keys), ERROR_SUCCESS);
    return keys;
}

/* ---- Keys ------------------------------------------------------------------------------------ */

static void keys_of_3_1_1_are_the_published_ones(void **state)
{
    const struct smb2_session_keys keys =
        derive(SMB2_DIALECT_311, SMB2_ENCRYPTION_AES128_CCM, "270e1ba896585eeb7af3472d3b4c75a7");

    (void)state;
    assert_hex_equal(keys.signing, sizeof(keys.signing), SIGNING_KEY);
    assert_hex_equal(keys.application, sizeof(keys.application),
                     "6d7ad7954e9ec61e907b4d473dc178ff");
    assert_int_equal(keys.cipher_key_size, 16);
    assert_hex_equal(keys.encryption, 16, "629bcbc54422a0f572b97f45989b6073");
    assert_hex_equal(keys.decryption, 16, "e2af0dcefac68da71a0dfbd0d1350d74");
}

static void keys_of_3_0_are_the_published_ones(void **state)
{
    static const enum smb2_dialect dialects[] = { SMB2_DIALECT_300, SMB2_DIALECT_302 };

    (void)state;
    for (size_t i = 0; i < COUNT(dialects); i++)
    {
        const struct smb2_session_keys keys =
            derive(dialects[i], SMB2_ENCRYPTION_AES128_CCM, "7cd451825d0450d235424e44ba6e78cc");

        assert_hex_equal(keys.signing, sizeof(keys.signing), "0b7e9c5cac36c0f6ea9ab275298cedce");
        assert_hex_equal(keys.application, sizeof(keys.application),
                         "bb23a4575aa26c721af525af15a87b4f");
        assert_int_equal(keys.cipher_key_size, 16);
        assert_hex_equal(keys.encryption, 16, "fad27796665b313ebb578f388632b4f7");
        assert_hex_equal(keys.decryption, 16, "b0f0427f7ceb416d1d9dcc0cd4f99447");
    }
}

static void dialects_before_3_0_use_the_session_key_itself(void **state)
{
    struct smb2_session_keys keys =
        derive(SMB2_DIALECT_202, SMB2_CIPHER_NONE, "000102030405060708090a0b0c0d0e0f");

    (void)state;
    assert_hex_equal(keys.signing, sizeof(keys.signing), "000102030405060708090a0b0c0d0e0f");
    assert_memory_equal(keys.application, keys.signing, sizeof(keys.application));
    assert_int_equal(keys.cipher_key_size, 0);
    keys = derive(SMB2_DIALECT_210, SMB2_CIPHER_NONE, "0102030405060708");
    assert_hex_equal(keys.signing, sizeof(keys.signing), "01020304050607080000000000000000");
    keys = derive(SMB2_DIALECT_210, SMB2_CIPHER_NONE,
                  "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    assert_hex_equal(keys.signing, sizeof(keys.signing), "000102030405060708090a0b0c0d0e0f");
    assert_memory_equal(keys.application, keys.signing, sizeof(keys.application));
}

/* 3.1.4.2: AES-256 takes the whole session key, everything else its first 16 bytes. */
static void aes_256_alone_uses_the_whole_session_key(void **state)
{
    const char *long_key = "270e1ba896585eeb7af3472d3b4c75a7ffffffffffffffffffffffffffffffff";
    const char *short_key = "270e1ba896585eeb7af3472d3b4c75a7";
    const struct smb2_session_keys long_256 =
        derive(SMB2_DIALECT_311, SMB2_ENCRYPTION_AES256_GCM, long_key);
    const struct smb2_session_keys short_256 =
        derive(SMB2_DIALECT_311, SMB2_ENCRYPTION_AES256_GCM, short_key);
    const struct smb2_session_keys long_128 =
        derive(SMB2_DIALECT_311, SMB2_ENCRYPTION_AES128_GCM, long_key);

    (void)state;
    assert_int_equal(long_256.cipher_key_size, 32);
    assert_memory_not_equal(long_256.encryption, short_256.encryption, 32);
    assert_memory_not_equal(long_256.encryption, long_256.decryption, 32);
    assert_hex_equal(long_256.signing, sizeof(long_256.signing), SIGNING_KEY);
    assert_memory_equal(long_256.application, long_128.application, sizeof(long_128.application));
    assert_hex_equal(long_128.encryption, 16, "629bcbc54422a0f572b97f45989b6073");
}

static void another_conversation_makes_other_keys(void **state)
{
    const struct session_key key = session_key("270e1ba896585eeb7af3472d3b4c75a7");
    struct hex hash = hex(PREAUTH_HASH);
    struct smb2_session_keys keys;

    (void)state;
    hash.data[63] ^= 1;
    assert_int_equal(
        smb2_derive_keys(SMB2_DIALECT_311, SMB2_ENCRYPTION_AES128_GCM, &key, hash.data, &keys),
        ERROR_SUCCESS);
    assert_memory_not_equal(keys.signing, hex(SIGNING_KEY).data, sizeof(keys.signing));
}

/* ---- Signatures ------------------------------------------------------------------------------ */

static struct smb2_signer signer(enum smb2_signing_algorithm algorithm, const struct hex *key)
{
    struct smb2_signer opened;

    assert_int_equal(smb2_signer_open(&opened, algorithm, key->data), ERROR_SUCCESS);
    return opened;
}

/* What the check of a message says to a key that is opened for it alone. */
static uint32_t check_with(enum smb2_signing_algorithm algorithm, const struct hex *key,
                           struct bytes message)
{
    struct smb2_signer opened = signer(algorithm, key);
    const uint32_t status = smb2_check_signature(&opened, message);

    smb2_signer_close(&opened);
    return status;
}

static void signature_of_3_1_1_is_the_published_one(void **state)
{
    const struct hex key = hex(SIGNING_KEY);
    struct smb2_signer opened = signer(SMB2_SIGNING_AES_CMAC, &key);
    struct hex message = hex(REPLY_HEADER "ffffffffffffffffffffffffffffffff" REPLY_BODY);

    (void)state;
    assert_int_equal(smb2_sign(&opened, message.data, message.size), ERROR_SUCCESS);
    assert_hex_equal(message.data, message.size, REPLY_HEADER REPLY_SIGNATURE REPLY_BODY);
    assert_int_equal(smb2_check_signature(&opened, bytes_of_hex(&message)), ERROR_SUCCESS);
    smb2_signer_close(&opened);
}

static void any_changed_byte_is_noticed(void **state)
{
    const struct hex key = hex(SIGNING_KEY);

    (void)state;
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        struct smb2_signer opened = signer(smb2_signing_algorithms[i].id, &key);
        struct hex message = hex(REPLY_HEADER REPLY_SIGNATURE REPLY_BODY);

        assert_int_equal(smb2_sign(&opened, message.data, message.size), ERROR_SUCCESS);
        for (size_t k = 0; k < message.size; k++)
        {
            message.data[k] ^= 0x20;
            if (smb2_check_signature(&opened, bytes_of_hex(&message)) != ERROR_BAD_NET_RESP)
            {
                fail_msg("algorithm %s, byte %zu", smb2_signing_algorithms[i].name, k);
            }
            message.data[k] ^= 0x20;
        }
        assert_int_equal(smb2_check_signature(&opened, bytes_of_hex(&message)), ERROR_SUCCESS);
        message.size--;
        assert_int_equal(smb2_check_signature(&opened, bytes_of_hex(&message)), ERROR_BAD_NET_RESP);
        smb2_signer_close(&opened);
    }
}

static void another_key_or_algorithm_makes_another_signature(void **state)
{
    struct hex key = hex(SIGNING_KEY);
    struct hex message = hex(REPLY_HEADER REPLY_SIGNATURE REPLY_BODY);

    (void)state;
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        struct smb2_signer opened = signer(smb2_signing_algorithms[i].id, &key);

        assert_int_equal(smb2_sign(&opened, message.data, message.size), ERROR_SUCCESS);
        smb2_signer_close(&opened);
        for (size_t k = 0; k < smb2_signing_algorithm_count; k++)
        {
            assert_int_equal(
                check_with(smb2_signing_algorithms[k].id, &key, bytes_of_hex(&message)),
                k == i ? ERROR_SUCCESS : ERROR_BAD_NET_RESP);
        }
        key.data[15] ^= 1;
        assert_int_equal(check_with(smb2_signing_algorithms[i].id, &key, bytes_of_hex(&message)),
                         ERROR_BAD_NET_RESP);
        key.data[15] ^= 1;
    }
}

static void message_without_a_whole_header_has_no_signature(void **state)
{
    const struct hex key = hex(SIGNING_KEY);
    const struct hex message = hex(REPLY_HEADER REPLY_SIGNATURE REPLY_BODY);

    (void)state;
    for (size_t size = 0; size < SMB2_HEADER_SIZE; size++)
    {
        assert_int_equal(
            check_with(SMB2_SIGNING_AES_CMAC, &key, (struct bytes){ message.data, size }),
            ERROR_BAD_NET_RESP);
    }
}

/* 3.1.4.1: the message id, who sent it, and whether it is a CANCEL. */
static void nonce_of_gmac_tells_messages_apart(void **state)
{
    static const struct
    {
        const char *command;
        const char *flags;
        const char *nonce;
    } cases[] = {
        { "0300", "08000000", "0807060504030201 00000000" }, /* a request */
        { "0300", "09000000", "0807060504030201 01000000" }, /* a reply */
        { "0c00", "08000000", "0807060504030201 02000000" }, /* a CANCEL */
    };
    const struct hex key = hex(SIGNING_KEY);

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct hex nonce = hex(cases[i].nonce);
        struct smb2_signer opened = signer(SMB2_SIGNING_AES_GMAC, &key);
        struct crypto_mac *mac = NULL;
        struct hex message;
        struct bytes part;
        char text[256];
        uint8_t expected[16];

        snprintf(text, sizeof(text),
                 "fe534d42 4000 0100 00000000 %s 0100 %s 00000000 0807060504030201"
                 "0000000001000000 1900000000100000 00000000000000000000000000000000 0400 0000",
                 cases[i].command, cases[i].flags);
        message = hex(text);
        part = bytes_of_hex(&message);
        assert_int_equal(crypto_mac_create(CRYPTO_AES_GMAC, bytes_of_hex(&key), &mac),
                         ERROR_SUCCESS);
        assert_int_equal(crypto_mac_compute(mac, bytes_of_hex(&nonce), &part, 1, expected),
                         ERROR_SUCCESS);
        crypto_mac_free(mac);
        assert_int_equal(smb2_sign(&opened, message.data, message.size), ERROR_SUCCESS);
        smb2_signer_close(&opened);
        assert_memory_equal(message.data + SMB2_SIGNATURE_OFFSET, expected, sizeof(expected));
    }
}

static void signer_that_is_not_open_signs_nothing(void **state)
{
    const struct hex key = hex(SIGNING_KEY);
    struct hex message = hex(REPLY_HEADER REPLY_SIGNATURE REPLY_BODY);
    struct smb2_signer opened = { 0 };

    (void)state;
    assert_int_equal(smb2_sign(&opened, message.data, message.size), ERROR_NOT_SUPPORTED);
    assert_int_equal(smb2_check_signature(&opened, bytes_of_hex(&message)), ERROR_NOT_SUPPORTED);
    assert_int_equal(smb2_signer_open(&opened, (enum smb2_signing_algorithm)0xffff, key.data),
                     ERROR_NOT_SUPPORTED);
    smb2_signer_close(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_of_3_1_1_are_the_published_ones),
        cmocka_unit_test(keys_of_3_0_are_the_published_ones),
        cmocka_unit_test(dialects_before_3_0_use_the_session_key_itself),
        cmocka_unit_test(aes_256_alone_uses_the_whole_session_key),
        cmocka_unit_test(another_conversation_makes_other_keys),
        cmocka_unit_test(signature_of_3_1_1_is_the_published_one),
        cmocka_unit_test(any_changed_byte_is_noticed),
        cmocka_unit_test(another_key_or_algorithm_makes_another_signature),
        cmocka_unit_test(message_without_a_whole_header_has_no_signature),
        cmocka_unit_test(signer_that_is_not_open_signs_nothing),
        cmocka_unit_test(nonce_of_gmac_tells_messages_apart),
    };

    return cmocka_run_group_tests_name("signing", tests, start_cryptography, NULL);
}
