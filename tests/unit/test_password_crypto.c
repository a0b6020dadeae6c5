/*
 * What passwords are kept and sent with, against published vectors.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"
#include "support/hex.h"
#include "support/unit.h"

/* RFC 4231, case 2, and a key that is longer than a block (case 6). */
static void hmac_sha512_gives_the_codes_of_rfc_4231(void **state)
{
    const struct bytes parts[] = { bytes_of_text("what do ya want "),
                                   bytes_of_text("for nothing?") };
    const struct bytes long_text =
        bytes_of_text("Test Using Larger Than Block-Size Key - Hash Key First");
    uint8_t long_key[131];
    uint8_t code[SHA512_SIZE];

    (void)state;
    assert_int_equal(crypto_hmac_sha512(bytes_of_text("Jefe"), parts, COUNT(parts), code),
                     ERROR_SUCCESS);
    assert_hex_equal(code, sizeof(code),
                     "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                     "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    memset(long_key, 0xaa, sizeof(long_key));
    assert_int_equal(
        crypto_hmac_sha512((struct bytes){ long_key, sizeof(long_key) }, &long_text, 1, code),
        ERROR_SUCCESS);
    assert_hex_equal(code, sizeof(code),
                     "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                     "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
}

/* RFC 7914 section 11: two blocks, and many rounds; the last is RFC 6070's longest, whose keys for
 * SHA-256 and SHA-512 are in the tests of many libraries. */
static void pbkdf2_sha256_gives_the_keys_of_rfc_7914(void **state)
{
    static const struct
    {
        const char *password;
        const char *salt;
        uint32_t iterations;
        size_t size;
        const char *key;
    } vectors[] = {
        { "passwd", "salt", 1, 64,
          "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
          "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783" },
        { "Password", "NaCl", 80000, 64,
          "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
          "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d" },
        { "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, 40,
          "348c89dbcbd32b2f32d814b8116e84cf2b17347ebc1800181c4e2a1fb8dd53e1c635518c7dac47e9" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        uint8_t key[64];

        assert_int_equal(crypto_pbkdf2_sha256(bytes_of_text(vectors[i].password),
                                              bytes_of_text(vectors[i].salt), vectors[i].iterations,
                                              key, vectors[i].size),
                         ERROR_SUCCESS);
        assert_hex_equal(key, vectors[i].size, vectors[i].key);
    }
}

static void pbkdf2_sha512_gives_the_keys_that_others_give(void **state)
{
    uint8_t key[65];

    (void)state;
    assert_int_equal(
        crypto_pbkdf2_sha512(bytes_of_text("password"), bytes_of_text("salt"), 1, key, SHA512_SIZE),
        ERROR_SUCCESS);
    assert_hex_equal(key, SHA512_SIZE,
                     "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                     "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce");
    key[16] = 0x5a;
    assert_int_equal(crypto_pbkdf2_sha512(bytes_of_text("passwordPASSWORDpassword"),
                                          bytes_of_text("saltSALTsaltSALTsaltSALTsaltSALTsalt"),
                                          4096, key, 16),
                     ERROR_SUCCESS);
    assert_hex_equal(key, 16, "8c0511f4c6e597c6ac6315d8f0362e22");
    assert_int_equal(key[16], 0x5a);
}

/* [MS-NLMP] 4.2.2.1.1: the LM hash of "Password" is two such blocks. */
static void des_gives_the_blocks_of_ms_nlmp(void **state)
{
    static const struct
    {
        const char *key;
        const char *encrypted;
    } vectors[] = {
        { "50415353574f52", "e52cac67419a9a22" },
        { "44000000000000", "4a3b108f3fa6cb6d" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const struct hex key = hex(vectors[i].key);
        struct hex block = hex("4b47532140232425"); /* KGS!@#$% */

        assert_int_equal(crypto_des_encrypt(key.data, block.data), ERROR_SUCCESS);
        assert_hex_equal(block.data, block.size, vectors[i].encrypted);
    }
}

/* NIST SP 800-38A, F.2.5 */
static void aes_256_cbc_gives_the_blocks_of_sp_800_38a(void **state)
{
    const struct hex key = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    const struct hex iv = hex("000102030405060708090a0b0c0d0e0f");
    struct hex data = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");

    (void)state;
    assert_int_equal(crypto_aes256_cbc_encrypt(key.data, iv.data, data.data, data.size),
                     ERROR_SUCCESS);
    assert_hex_equal(data.data, data.size,
                     "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d");
    assert_int_equal(crypto_aes256_cbc_encrypt(key.data, iv.data, data.data, 15),
                     ERROR_NOT_SUPPORTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hmac_sha512_gives_the_codes_of_rfc_4231),
        cmocka_unit_test(pbkdf2_sha256_gives_the_keys_of_rfc_7914),
        cmocka_unit_test(pbkdf2_sha512_gives_the_keys_that_others_give),
        cmocka_unit_test(des_gives_the_blocks_of_ms_nlmp),
        cmocka_unit_test(aes_256_cbc_gives_the_blocks_of_sp_800_38a),
    };

    return cmocka_run_group_tests_name("password_crypto", tests, start_cryptography, NULL);
}
