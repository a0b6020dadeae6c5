/*
 * New passwords as they go to a server: each is decrypted as the server does it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gcrypt.h>

#include "families/accounts/samr_password.h"
#include "support/hex.h"
#include "support/unit.h"
#include "support/utf16_literal.h"

#define BUFFER_SIZE    512 /* of SAMPR_USER_PASSWORD */
#define SALT_SIZE      16
#define ENC_KEY_STRING "Microsoft SAM encryption key AEAD-AES-256-CBC-HMAC-SHA512 16"
#define MAC_KEY_STRING "Microsoft SAM MAC key AEAD-AES-256-CBC-HMAC-SHA512 16"

static const struct hex session_key = { "0123456789abcdef", SAMR_SESSION_KEY_SIZE };
static const struct utf16_slice old_password = U("OldPassword");
static const struct utf16_slice new_password = U("NewPassword");
static const uint16_t long_text[SAMR_PASSWORD_MAX + 1] = { 'a', 'b', 'c' };
static const struct utf16_slice longest = { long_text, SAMR_PASSWORD_MAX };
static const struct utf16_slice too_long = { long_text, SAMR_PASSWORD_MAX + 1 };

/* Whatever was to be filled is zero. */
static void assert_zero(const void *data, size_t size)
{
    const uint8_t *bytes = data;

    for (size_t i = 0; i < size; i++)
    {
        assert_int_equal(bytes[i], 0);
    }
}

/* [MS-NLMP] 4.2.2.1.2 */
static void hash_of_a_password_is_that_of_ms_nlmp(void **state)
{
    const struct utf16_slice password = U("Password");
    uint8_t hash[SAMR_OWF_PASSWORD_SIZE];

    (void)state;
    assert_int_equal(samr_password_hash(password, hash), ERROR_SUCCESS);
    assert_hex_equal(hash, sizeof(hash), "a4f49c406510bdcab6824ee7c30fd852");
}

/* ---- RC4 ------------------------------------------------------------------------------------- */

/* Decrypts, and looks for the password at the end. */
static void assert_rc4_holds(uint8_t *encrypted, struct bytes key, struct utf16_slice password)
{
    const size_t size = password.length * sizeof(uint16_t);
    const uint8_t length[] = { (uint8_t)size, (uint8_t)(size >> 8), 0, 0 };
    struct crypto_rc4 *rc4 = NULL;

    assert_int_equal(crypto_rc4_create(key, &rc4), ERROR_SUCCESS);
    assert_int_equal(crypto_rc4_apply(rc4, encrypted, SAMR_ENCRYPTED_PASSWORD_SIZE), ERROR_SUCCESS);
    crypto_rc4_free(rc4);
    assert_memory_equal(encrypted + BUFFER_SIZE, length, sizeof(length));
    assert_memory_equal(encrypted + BUFFER_SIZE - size, password.units, size);
}

static void password_stands_at_the_end_of_a_buffer_of_chance(void **state)
{
    uint8_t one[SAMR_ENCRYPTED_PASSWORD_SIZE];
    uint8_t other[SAMR_ENCRYPTED_PASSWORD_SIZE];

    (void)state;
    assert_int_equal(samr_password_encrypt(new_password, session_key.data, one), ERROR_SUCCESS);
    assert_int_equal(samr_password_encrypt(new_password, session_key.data, other), ERROR_SUCCESS);
    assert_rc4_holds(one, bytes_of_hex(&session_key), new_password);
    assert_rc4_holds(other, bytes_of_hex(&session_key), new_password);
    assert_memory_not_equal(one, other, BUFFER_SIZE / 2);
    assert_memory_not_equal(one, one + BUFFER_SIZE / 2, BUFFER_SIZE / 4);
}

static void new_way_makes_its_key_of_a_salt(void **state)
{
    uint8_t one[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
    uint8_t other[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
    const struct bytes parts[] = {
        { one + SAMR_ENCRYPTED_PASSWORD_SIZE, SALT_SIZE },
        { session_key.data, session_key.size },
    };
    uint8_t key[MD5_SIZE];

    (void)state;
    assert_int_equal(samr_password_encrypt_new(new_password, session_key.data, one), ERROR_SUCCESS);
    assert_int_equal(samr_password_encrypt_new(new_password, session_key.data, other),
                     ERROR_SUCCESS);
    assert_memory_not_equal(one + SAMR_ENCRYPTED_PASSWORD_SIZE,
                            other + SAMR_ENCRYPTED_PASSWORD_SIZE, SALT_SIZE);
    assert_int_equal(crypto_md5(parts, COUNT(parts), key), ERROR_SUCCESS);
    assert_rc4_holds(one, (struct bytes){ key, sizeof(key) }, new_password);
}

/* The hashes, and the one encrypted with the other, are what Samba and OpenSSL make of the two. */
static void change_holds_each_password_encrypted_with_the_other(void **state)
{
    const struct hex old_hash = hex("6c352f83cca5689f5f3fc5eb12c86f49");
    struct samr_password_change change;

    (void)state;
    assert_int_equal(samr_password_change(old_password, new_password, &change), ERROR_SUCCESS);
    assert_hex_equal(change.old_hash_with_new, sizeof(change.old_hash_with_new),
                     "efb1c38208d729c078a91d715c8c8596");
    assert_rc4_holds(change.new_with_old, bytes_of_hex(&old_hash), new_password);
}

/* ---- AES ------------------------------------------------------------------------------------- */

static void derive(struct bytes cek, const char *text, size_t size, uint8_t key[SHA512_SIZE])
{
    const struct bytes part = { (const uint8_t *)text, size };

    assert_int_equal(crypto_hmac_sha512(cek, &part, 1, key), ERROR_SUCCESS);
}

static void assert_aes_is_authentic(const struct samr_password_aes *aes, struct bytes cek)
{
    static const uint8_t one = 1;
    const struct bytes parts[] = {
        { &one, 1 },
        { aes->encrypted.salt, SAMR_SALT_SIZE },
        aes->encrypted.cipher,
        { &one, 1 },
    };
    uint8_t key[SHA512_SIZE];
    uint8_t code[SHA512_SIZE];

    derive(cek, MAC_KEY_STRING, sizeof(MAC_KEY_STRING), key);
    assert_int_equal(
        crypto_hmac_sha512((struct bytes){ key, sizeof(key) }, parts, COUNT(parts), code),
        ERROR_SUCCESS);
    assert_memory_equal(aes->encrypted.auth_data, code, sizeof(code));
}

/* Checks the code, decrypts, and looks for the password at the beginning and the padding at the end. */
static void assert_aes_holds(const struct samr_password_aes *aes, struct bytes cek,
                             struct utf16_slice password)
{
    const size_t size = password.length * sizeof(uint16_t);
    uint8_t key[SHA512_SIZE];
    uint8_t plain[SAMR_CIPHER_SIZE];
    gcry_cipher_hd_t handle = NULL;

    assert_ptr_equal(aes->encrypted.cipher.data, aes->cipher);
    assert_int_equal(aes->encrypted.cipher.size, sizeof(plain));
    assert_int_equal(aes->encrypted.cipher_size, sizeof(plain));
    assert_aes_is_authentic(aes, cek);
    derive(cek, ENC_KEY_STRING, sizeof(ENC_KEY_STRING), key);
    assert_int_equal(gcry_cipher_open(&handle, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_CBC, 0), 0);
    assert_int_equal(gcry_cipher_setkey(handle, key, 32), 0);
    assert_int_equal(gcry_cipher_setiv(handle, aes->encrypted.salt, SAMR_SALT_SIZE), 0);
    assert_int_equal(
        gcry_cipher_decrypt(handle, plain, sizeof(plain), aes->cipher, sizeof(aes->cipher)), 0);
    gcry_cipher_close(handle);
    assert_int_equal(plain[0] | plain[1] << 8, size);
    assert_memory_equal(plain + 2, password.units, size);
    assert_hex_equal(plain + 514, 14, "0e0e0e0e0e0e0e0e0e0e0e0e0e0e");
}

static void password_with_aes_is_encrypted_and_authentic(void **state)
{
    struct samr_password_aes one;
    struct samr_password_aes other;

    (void)state;
    assert_int_equal(samr_password_encrypt_aes(new_password, session_key.data, &one),
                     ERROR_SUCCESS);
    assert_int_equal(samr_password_encrypt_aes(new_password, session_key.data, &other),
                     ERROR_SUCCESS);
    assert_aes_holds(&one, bytes_of_hex(&session_key), new_password);
    assert_aes_holds(&other, bytes_of_hex(&session_key), new_password);
    assert_memory_not_equal(one.encrypted.salt, other.encrypted.salt, SAMR_SALT_SIZE);
    assert_int_equal(one.encrypted.iterations, 0);
}

static void change_with_aes_has_a_key_of_the_old_password(void **state)
{
    const struct hex old_hash = hex("6c352f83cca5689f5f3fc5eb12c86f49");
    struct samr_password_aes change;
    uint8_t cek[SAMR_SESSION_KEY_SIZE];

    (void)state;
    assert_int_equal(samr_password_change_aes(old_password, new_password, &change), ERROR_SUCCESS);
    assert_in_range(change.encrypted.iterations, 5000, 1000000);
    assert_int_equal(crypto_pbkdf2_sha512(bytes_of_hex(&old_hash),
                                          (struct bytes){ change.encrypted.salt, SAMR_SALT_SIZE },
                                          (uint32_t)change.encrypted.iterations, cek, sizeof(cek)),
                     ERROR_SUCCESS);
    assert_aes_holds(&change, (struct bytes){ cek, sizeof(cek) }, new_password);
}

/* ---- Lengths --------------------------------------------------------------------------------- */

static void password_may_be_empty_or_fill_the_buffer(void **state)
{
    const struct utf16_slice lengths[] = { { NULL, 0 }, longest };

    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
    {
        uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_SIZE];
        struct samr_password_aes aes;

        assert_int_equal(samr_password_encrypt(lengths[i], session_key.data, encrypted),
                         ERROR_SUCCESS);
        assert_rc4_holds(encrypted, bytes_of_hex(&session_key), lengths[i]);
        assert_int_equal(samr_password_encrypt_aes(lengths[i], session_key.data, &aes),
                         ERROR_SUCCESS);
        assert_aes_holds(&aes, bytes_of_hex(&session_key), lengths[i]);
    }
}

static void password_that_is_too_long_is_refused(void **state)
{
    uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
    struct samr_password_change change;
    struct samr_password_aes aes;

    (void)state;
    memset(encrypted, 1, sizeof(encrypted));
    assert_int_equal(samr_password_encrypt(too_long, session_key.data, encrypted),
                     ERROR_PASSWORD_RESTRICTION);
    assert_zero(encrypted, SAMR_ENCRYPTED_PASSWORD_SIZE);
    assert_int_equal(samr_password_encrypt_new(too_long, session_key.data, encrypted),
                     ERROR_PASSWORD_RESTRICTION);
    assert_zero(encrypted, sizeof(encrypted));
    assert_int_equal(samr_password_change(old_password, too_long, &change),
                     ERROR_PASSWORD_RESTRICTION);
    assert_zero(&change, sizeof(change));
    assert_int_equal(samr_password_encrypt_aes(too_long, session_key.data, &aes),
                     ERROR_PASSWORD_RESTRICTION);
    assert_zero(&aes, sizeof(aes));
    assert_int_equal(samr_password_change_aes(old_password, too_long, &aes),
                     ERROR_PASSWORD_RESTRICTION);
    assert_zero(&aes, sizeof(aes));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_of_a_password_is_that_of_ms_nlmp),
        cmocka_unit_test(password_stands_at_the_end_of_a_buffer_of_chance),
        cmocka_unit_test(new_way_makes_its_key_of_a_salt),
        cmocka_unit_test(change_holds_each_password_encrypted_with_the_other),
        cmocka_unit_test(password_with_aes_is_encrypted_and_authentic),
        cmocka_unit_test(change_with_aes_has_a_key_of_the_old_password),
        cmocka_unit_test(password_may_be_empty_or_fill_the_buffer),
        cmocka_unit_test(password_that_is_too_long_is_refused),
    };

    return cmocka_run_group_tests_name("samr_password", tests, start_cryptography, NULL);
}
