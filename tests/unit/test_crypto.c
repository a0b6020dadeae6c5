/*
 * The cryptographic primitives against published vectors.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"
#include "support/hex.h"
#include "support/unit.h"

static void md4_gives_the_digests_of_rfc_1320(void **state)
{
    static const struct
    {
        const char *text;
        const char *digest;
    } vectors[] = {
        { "", "31d6cfe0d16ae931b73c59d7e0c089c0" },
        { "a", "bde52cb31de33e46245e05fbdbd6fb24" },
        { "abc", "a448017aaf21d8525fc10ae87aa6729d" },
        { "message digest", "d9130a8164549fe818874806e1c7014b" },
        { "abcdefghijklmnopqrstuvwxyz", "d79e1c308aa5bbcdeea8ed63df412da9" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const struct bytes part = bytes_of_text(vectors[i].text);
        uint8_t digest[MD4_SIZE];

        assert_int_equal(crypto_md4(&part, 1, digest), ERROR_SUCCESS);
        assert_hex_equal(digest, sizeof(digest), vectors[i].digest);
    }
}

static void md5_gives_the_digest_of_rfc_1321(void **state)
{
    const struct bytes part = bytes_of_text("message digest");
    uint8_t digest[MD5_SIZE];

    (void)state;
    assert_int_equal(crypto_md5(&part, 1, digest), ERROR_SUCCESS);
    assert_hex_equal(digest, sizeof(digest), "f96b697d7cb7938d525a2f31aaf161d0");
}

/* FIPS 180, the example of one block. */
static void sha512_gives_the_same_digest_for_any_division_into_parts(void **state)
{
    static const char expected[] =
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
    const struct bytes whole = bytes_of_text("abc");
    const struct bytes parts[] = { { NULL, 0 }, bytes_of_text("a"), bytes_of_text("bc") };
    uint8_t digest[SHA512_SIZE];

    (void)state;
    assert_int_equal(crypto_sha512(&whole, 1, digest), ERROR_SUCCESS);
    assert_hex_equal(digest, sizeof(digest), expected);
    assert_int_equal(crypto_sha512(parts, COUNT(parts), digest), ERROR_SUCCESS);
    assert_hex_equal(digest, sizeof(digest), expected);
}

/* RFC 2202 section 2 (MD5) and RFC 4231 (SHA-256): cases 2 of both, and one key that is longer
 * than a block. */
static void hmac_gives_the_codes_of_rfc_2202_and_rfc_4231(void **state)
{
    const struct bytes key = bytes_of_text("Jefe");
    const struct bytes parts[] = { bytes_of_text("what do ya want "),
                                   bytes_of_text("for nothing?") };
    const struct bytes long_text =
        bytes_of_text("Test Using Larger Than Block-Size Key - Hash Key First");
    uint8_t long_key[131];
    uint8_t md5[MD5_SIZE];
    uint8_t sha256[SHA256_SIZE];

    (void)state;
    assert_int_equal(crypto_hmac_md5(key, parts, COUNT(parts), md5), ERROR_SUCCESS);
    assert_hex_equal(md5, sizeof(md5), "750c783e6ab0b503eaa86e310a5db738");
    assert_int_equal(crypto_hmac_sha256(key, parts, COUNT(parts), sha256), ERROR_SUCCESS);
    assert_hex_equal(sha256, sizeof(sha256),
                     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    memset(long_key, 0xaa, sizeof(long_key));
    assert_int_equal(crypto_hmac_md5((struct bytes){ long_key, 80 }, &long_text, 1, md5),
                     ERROR_SUCCESS);
    assert_hex_equal(md5, sizeof(md5), "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd");
    assert_int_equal(crypto_hmac_sha256((struct bytes){ long_key, 131 }, &long_text, 1, sha256),
                     ERROR_SUCCESS);
    assert_hex_equal(sha256, sizeof(sha256),
                     "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

/* One key, many messages: each of them twice, so that nothing of the first stays in the second. */
static void assert_mac(enum crypto_mac_algorithm algorithm, struct bytes key, struct bytes nonce,
                       const struct bytes *parts, size_t count, const char *expected)
{
    struct crypto_mac *mac = NULL;
    uint8_t code[SHA256_SIZE];

    assert_int_equal(crypto_mac_create(algorithm, key, &mac), ERROR_SUCCESS);
    for (int i = 0; i < 2; i++)
    {
        memset(code, 0, sizeof(code));
        assert_int_equal(crypto_mac_compute(mac, nonce, parts, count, code), ERROR_SUCCESS);
        assert_hex_equal(code, algorithm == CRYPTO_HMAC_SHA256 ? SHA256_SIZE : CRYPTO_AES_MAC_SIZE,
                         expected);
    }
    crypto_mac_free(mac);
}

static void hmac_of_a_key_in_use_is_that_of_rfc_4231(void **state)
{
    const struct bytes parts[] = { bytes_of_text("what do ya want "),
                                   bytes_of_text("for nothing?") };
    const struct bytes too_many[8] = { { NULL, 0 } };
    struct crypto_mac *mac = NULL;
    uint8_t code[SHA256_SIZE];

    (void)state;
    assert_mac(CRYPTO_HMAC_SHA256, bytes_of_text("Jefe"), (struct bytes){ 0 }, parts, COUNT(parts),
               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_int_equal(crypto_mac_create(CRYPTO_HMAC_SHA256, bytes_of_text("Jefe"), &mac),
                     ERROR_SUCCESS);
    assert_int_equal(crypto_mac_compute(mac, (struct bytes){ 0 }, too_many, COUNT(too_many), code),
                     ERROR_NOT_SUPPORTED);
    crypto_mac_free(mac);
    crypto_mac_free(NULL);
}

static void key_of_the_wrong_size_is_refused(void **state)
{
    struct crypto_mac *mac = NULL;
    struct crypto_aead *aead = NULL;

    (void)state;
    assert_int_equal(crypto_mac_create(CRYPTO_AES_CMAC, bytes_of_text("Jefe"), &mac),
                     ERROR_NOT_SUPPORTED);
    assert_null(mac);
    assert_int_equal(crypto_aead_create(CRYPTO_AES_GCM, bytes_of_text("Jefe"), &aead),
                     ERROR_NOT_SUPPORTED);
    assert_null(aead);
}

/* RFC 4493 section 4 */
static void cmac_gives_the_codes_of_rfc_4493(void **state)
{
    static const struct
    {
        size_t size;
        const char *mac;
    } vectors[] = {
        { 0, "bb1d6929e95937287fa37d129b756746" },
        { 16, "070a16b46b4d4144f79bdd9dd04a287c" },
        { 40, "dfa66747de9ae63030ca32611497c827" },
        { 64, "51f0bebf7e3b9d92fc49741779363cfe" },
    };
    const struct hex key = hex("2b7e151628aed2a6abf7158809cf4f3c");
    const struct hex message =
        hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const size_t half = vectors[i].size / 2;
        const struct bytes parts[] = { { message.data, half },
                                       { message.data + half, vectors[i].size - half } };

        assert_mac(CRYPTO_AES_CMAC, bytes_of_hex(&key), (struct bytes){ 0 }, parts, COUNT(parts),
                   vectors[i].mac);
    }
}

/* NIST CAVP, gcmEncryptExtIV128: no plaintext, 16 and 48 bytes of additional data. */
static void gmac_gives_the_tags_of_nist(void **state)
{
    static const struct
    {
        const char *key;
        const char *nonce;
        const char *data;
        const char *tag;
    } vectors[] = {
        { "77be63708971c4e240d1cb79e8d77feb", "e0e00f19fed7ba0136a797f3",
          "7a43ec1d9c0a5a78a0b16533a6213cab", "209fcc8d3675ed938e9c7166709dd946" },
        { "99e3e8793e686e571d8285c564f75e2b", "c2dd0ab868da6aa8ad9c0d23",
          "b668e42d4e444ca8b23cfdd95a9fedd5178aa521144890b093733cf5cf22526c"
          "5917ee476541809ac6867a8c399309fc",
          "3f4fba100eaf1f34b0baadaae9995d85" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const struct hex key = hex(vectors[i].key);
        const struct hex nonce = hex(vectors[i].nonce);
        const struct hex data = hex(vectors[i].data);
        const struct bytes parts[] = { { data.data, 5 }, { data.data + 5, data.size - 5 } };

        assert_mac(CRYPTO_AES_GMAC, bytes_of_hex(&key), bytes_of_hex(&nonce), parts, COUNT(parts),
                   vectors[i].tag);
    }
}

struct aead_vector
{
    enum crypto_aead_mode mode;
    const char *key;
    const char *nonce;
    const char *additional;
    const char *plain;
    const char *cipher;
    const char *tag;
};

static const struct aead_vector aead_vectors[] = {
    /* "The Galois/Counter Mode of Operation (GCM)", appendix B, cases 4 and 16 */
    { CRYPTO_AES_GCM, "feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
      "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
      "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
      "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
      "5bc94fbc3221a5db94fae95ae7121a47" },
    { CRYPTO_AES_GCM, "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
      "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
      "76fc6ece0f4e1768cddf8853bb2d551b" },
    /* The encrypted WRITE requests that Microsoft's protocol documentation team published for
     * SMB 3.0 (AES-128-CCM) and SMB 3.1.1 (AES-128-GCM): "Encryption in SMB 3.0: a protocol
     * perspective", "SMB 3.1.1 encryption in Windows 10". The additional data is the part of the
     * transform header behind the signature. */
    { CRYPTO_AES_CCM, "261b72350558f2e9dcf613070383edbf", "66e69a111892584fb5ed52",
      "66e69a111892584fb5ed524a744da3ee87000000000001001100001400e40800",
      "fe534d4240000100000000000900400008000000000000000400000000000000"
      "fffe0000010000001100001400e4080000000000000000000000000000000000"
      "3100700017000000000000000000000015010000390000020100000039020000"
      "00000000000000007000000000000000536d623320656e6372797074696f6e20"
      "74657374696e67",
      "25c8fee16605a437832d1cd52da9f4645333482a175fe5384563f45fcdafaef3"
      "8bc62ba4d5c62897996625a44c29be5658de2e6117585779e7b59ffd971278d0"
      "8580d7fa899e410e910eabf5aa1db43050b33b49182637759ac15d84bfcdf5b6"
      "b238993c0f4cf4d6012023f6c627297075d84b7803912d0a9639634453595ef3"
      "e33ffe4e7ac2ab",
      "81a286535415445dae393921e44fa42e" },
    { CRYPTO_AES_GCM, "a2f5e80e5d59103034f32e52f698e5ec", "c7d6822d269caf48904c664c",
      "c7d6822d269caf48904c664c0000000087000000000001002500000000100000",
      "fe534d4240000100000000000900010008000000000000000500000000000000fffe000001000000"
      "25000000001000000000000000000000000000000000000031007000170000000000000000000000"
      "0600000004000000010000000400000000000000000000007000000000000000536d623320656e63"
      "72797074696f6e2074657374696e67",
      "6ecdd2a7afc7b47763057a041b8fd4daffe990b70c9e09d36c084e02d14ef247f8bde38acf6256f8"
      "b1d3b56f77fbdeb312fea5e92cbcc1ed8fb2ebbfaa75e49a4a394bb44576545567c24d4c014d47c9"
      "fbdfdafd2c4f9b72f8d256452620a299f48e29e53d6b61d1c13a19e91af013f00d17e3abc2fc3d36"
      "c8c1b6b93973253852dbd442e46ee8",
      "bd73d97d2bc9001bcafac0fdff5feebc" },
};

static struct crypto_aead *aead_of(enum crypto_aead_mode mode, struct bytes key)
{
    struct crypto_aead *aead = NULL;

    assert_int_equal(crypto_aead_create(mode, key, &aead), ERROR_SUCCESS);
    return aead;
}

static void authenticated_ciphers_give_the_published_texts_and_tags(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(aead_vectors); i++)
    {
        const struct aead_vector *vector = &aead_vectors[i];
        const struct hex key = hex(vector->key);
        const struct hex nonce = hex(vector->nonce);
        const struct hex additional = hex(vector->additional);
        struct crypto_aead *aead = aead_of(vector->mode, bytes_of_hex(&key));
        struct hex data = hex(vector->plain);
        uint8_t tag[16];

        /* One key does both, over and over. */
        for (int again = 0; again < 2; again++)
        {
            assert_int_equal(crypto_aead_encrypt(aead, bytes_of_hex(&nonce),
                                                 bytes_of_hex(&additional), data.data, data.size,
                                                 tag),
                             ERROR_SUCCESS);
            assert_hex_equal(data.data, data.size, vector->cipher);
            assert_hex_equal(tag, sizeof(tag), vector->tag);
            assert_int_equal(crypto_aead_decrypt(aead, bytes_of_hex(&nonce),
                                                 bytes_of_hex(&additional), data.data, data.size,
                                                 tag),
                             ERROR_SUCCESS);
            assert_hex_equal(data.data, data.size, vector->plain);
        }
        crypto_aead_free(aead);
    }
}

static void decryption_refuses_any_changed_bit(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(aead_vectors); i++)
    {
        const struct aead_vector *vector = &aead_vectors[i];
        const struct hex key = hex(vector->key);
        const struct hex nonce = hex(vector->nonce);
        struct hex fields[] = { hex(vector->additional), hex(vector->cipher), hex(vector->tag) };
        struct crypto_aead *aead = aead_of(vector->mode, bytes_of_hex(&key));

        for (size_t field = 0; field < COUNT(fields); field++)
        {
            struct hex data = { .size = 0 };
            uint8_t *last = &fields[field].data[fields[field].size - 1];

            *last ^= 0x80;
            data = fields[1];
            assert_int_equal(crypto_aead_decrypt(aead, bytes_of_hex(&nonce),
                                                 bytes_of_hex(&fields[0]), data.data, data.size,
                                                 fields[2].data),
                             ERROR_BAD_NET_RESP);
            *last ^= 0x80;
        }
        crypto_aead_free(aead);
    }
}

static void all_four_ciphers_take_back_what_they_gave(void **state)
{
    static const struct
    {
        enum crypto_aead_mode mode;
        size_t key_size;
        size_t nonce_size;
    } ciphers[] = {
        { CRYPTO_AES_CCM, 16, 11 },
        { CRYPTO_AES_CCM, 32, 11 },
        { CRYPTO_AES_GCM, 16, 12 },
        { CRYPTO_AES_GCM, 32, 12 },
    };
    static const size_t sizes[] = { 0, 1, 16, 65536 };
    static uint8_t data[65536];
    uint8_t key[32];
    uint8_t nonce[12];

    (void)state;
    memset(key, 0x11, sizeof(key));
    memset(nonce, 0x22, sizeof(nonce));
    for (size_t i = 0; i < COUNT(ciphers); i++)
    {
        const struct bytes key_bytes = { key, ciphers[i].key_size };
        struct crypto_aead *aead = aead_of(ciphers[i].mode, key_bytes);

        for (size_t j = 0; j < COUNT(sizes); j++)
        {
            const struct bytes nonce_bytes = { nonce, ciphers[i].nonce_size };
            const struct bytes additional = { key, sizeof(key) };
            uint8_t tag[16];

            memset(data, 0x33, sizeof(data));
            assert_int_equal(
                crypto_aead_encrypt(aead, nonce_bytes, additional, data, sizes[j], tag),
                ERROR_SUCCESS);
            assert_int_equal(
                crypto_aead_decrypt(aead, nonce_bytes, additional, data, sizes[j], tag),
                ERROR_SUCCESS);
            for (size_t k = 0; k < sizes[j]; k++)
            {
                assert_int_equal(data[k], 0x33);
            }
        }
        crypto_aead_free(aead);
    }
}

/* RFC 6229: the first bytes of the stream of the key 0102030405060708090a0b0c0d0e0f10. */
static void rc4_goes_on_with_one_stream_over_several_calls(void **state)
{
    const struct hex key = hex("0102030405060708090a0b0c0d0e0f10");
    uint8_t stream[32] = { 0 };
    struct crypto_rc4 *rc4 = NULL;

    (void)state;
    assert_int_equal(crypto_rc4_create(bytes_of_hex(&key), &rc4), ERROR_SUCCESS);
    assert_int_equal(crypto_rc4_apply(rc4, stream, 7), ERROR_SUCCESS);
    assert_int_equal(crypto_rc4_apply(rc4, stream + 7, sizeof(stream) - 7), ERROR_SUCCESS);
    crypto_rc4_free(rc4);
    assert_hex_equal(stream, sizeof(stream),
                     "9ac7cc9a609d1ef7b2932899cde41b975248c4959014126a6e8a84f11d1a9e1c");
}

/* The labels and contexts of [MS-SMB2] 3.2.5.3.1 with their terminating zeros, and the keys of
 * "SMB 2 and SMB 3 security in Windows 10: the anatomy of signing and cryptographic keys". */
static void key_derivation_gives_the_published_keys_of_smb_3_0(void **state)
{
    static const struct
    {
        const char *session_key;
        const char *label;
        const char *context;
        const char *derived;
    } vectors[] = {
        { "7cd451825d0450d235424e44ba6e78cc", "SMB2AESCMAC", "SmbSign",
          "0b7e9c5cac36c0f6ea9ab275298cedce" },
        { "7cd451825d0450d235424e44ba6e78cc", "SMB2AESCCM", "ServerIn ",
          "fad27796665b313ebb578f388632b4f7" },
        { "7cd451825d0450d235424e44ba6e78cc", "SMB2AESCCM", "ServerOut",
          "b0f0427f7ceb416d1d9dcc0cd4f99447" },
        { "7cd451825d0450d235424e44ba6e78cc", "SMB2APP", "SmbRpc",
          "bb23a4575aa26c721af525af15a87b4f" },
        { "4e01a2b313bcf660cc250bef021aede6", "SMB2AESCMAC", "SmbSign",
          "ba1a17dbbfec349bca105563d598952f" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        const struct hex key = hex(vectors[i].session_key);
        struct bytes label = bytes_of_text(vectors[i].label);
        struct bytes context = bytes_of_text(vectors[i].context);
        uint8_t derived[16];

        label.size++;
        context.size++;
        assert_int_equal(
            crypto_sp800_108(bytes_of_hex(&key), label, context, derived, sizeof(derived)),
            ERROR_SUCCESS);
        assert_hex_equal(derived, sizeof(derived), vectors[i].derived);
    }
}

static void key_derivation_gives_the_published_keys_of_smb_3_1_1(void **state)
{
    static const struct
    {
        const char *label;
        const char *derived;
    } vectors[] = {
        { "SMBSigningKey", "73fe7a9a77bef0bde49c650d8ccb5f76" },
        { "SMBC2SCipherKey", "629bcbc54422a0f572b97f45989b6073" },
        { "SMBS2CCipherKey", "e2af0dcefac68da71a0dfbd0d1350d74" },
        { "SMBAppKey", "6d7ad7954e9ec61e907b4d473dc178ff" },
    };
    const struct hex key = hex("270e1ba896585eeb7af3472d3b4c75a7");
    const struct hex context =
        hex("0dd13628cc3ed218ef9df9772d436d0887ab9814bfae63a80aa845f36909db79"
            "28622dddad522d9751640a459762c5a9d6bb084cbb3ce6bdadef5d5bce3c6c01");

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        struct bytes label = bytes_of_text(vectors[i].label);
        uint8_t derived[16];

        label.size++;
        assert_int_equal(crypto_sp800_108(bytes_of_hex(&key), label, bytes_of_hex(&context),
                                          derived, sizeof(derived)),
                         ERROR_SUCCESS);
        assert_hex_equal(derived, sizeof(derived), vectors[i].derived);
    }
}

/* The first step of the same example: zeros and the NEGOTIATE request. */
static void preauthentication_hash_gives_the_published_value(void **state)
{
    static const uint8_t zeros[SHA512_SIZE];
    const struct hex request =
        hex("fe534d4240000100000000000000800000000000000000000100000000000000fffe000000000000"
            "00000000000000000000000000000000000000000000000024000500000000003f000000ecd86f32"
            "6276024f9f7752b89bb33f3a70000000020000000202100200030203110300000100260000000000"
            "010020000100fa49e6578f1f3a9f4cd3e9cc14a67aa884b3d05844e0e5a118225c15887f32ff0000"
            "0200060000000000020002000100");
    const struct bytes parts[] = { { zeros, sizeof(zeros) }, bytes_of_hex(&request) };
    uint8_t digest[SHA512_SIZE];

    (void)state;
    assert_int_equal(crypto_sha512(parts, COUNT(parts), digest), ERROR_SUCCESS);
    assert_hex_equal(digest, sizeof(digest),
                     "dd94efc5321bb618a2e208ba8920d2f422992526947a409b5037de1e0fe8c736"
                     "2b8c47122594cde0ce26aa9dfc8bcdbde0621957672623351a7540f1e54a0426");
}

/* The signature of the final SESSION_SETUP response in the same example. */
static void signing_gives_the_published_signature_of_smb_3_1_1(void **state)
{
    const struct hex key = hex("73fe7a9a77bef0bde49c650d8ccb5f76");
    const struct hex response =
        hex("fe534d4240000100000000000100800009000000000000000300000000000000fffe000000000000"
            "190000000010000000000000000000000000000000000000"
            "0900000048001d00a11b3019a0030a0100a3120410010000003b453cdc3524164200000000");
    const struct bytes part = bytes_of_hex(&response);

    (void)state;
    assert_mac(CRYPTO_AES_CMAC, bytes_of_hex(&key), (struct bytes){ 0 }, &part, 1,
               "ebe146da120ba25fc3376a49dfe31bc1");
}

/* The longer key that AES-256 needs ([MS-SMB2] 3.1.4.2): its length goes into the computation. */
static void key_derivation_makes_another_key_for_another_size(void **state)
{
    const struct hex key = hex("270e1ba896585eeb7af3472d3b4c75a7");
    uint8_t short_key[16];
    uint8_t long_key[32];
    uint8_t too_long[64];

    (void)state;
    assert_int_equal(crypto_sp800_108(bytes_of_hex(&key), bytes_of_text("label"),
                                      bytes_of_text("context"), short_key, sizeof(short_key)),
                     ERROR_SUCCESS);
    assert_int_equal(crypto_sp800_108(bytes_of_hex(&key), bytes_of_text("label"),
                                      bytes_of_text("context"), long_key, sizeof(long_key)),
                     ERROR_SUCCESS);
    assert_memory_not_equal(short_key, long_key, sizeof(short_key));
    assert_int_equal(crypto_sp800_108(bytes_of_hex(&key), bytes_of_text("label"),
                                      bytes_of_text("context"), too_long, sizeof(too_long)),
                     ERROR_NOT_SUPPORTED);
}

static void comparison_sees_every_byte(void **state)
{
    uint8_t a[16] = { 0 };
    uint8_t b[16] = { 0 };

    (void)state;
    assert_true(crypto_equal(a, b, sizeof(a)));
    assert_true(crypto_equal(NULL, NULL, 0));
    for (size_t i = 0; i < sizeof(a); i++)
    {
        b[i] = 0x10;
        assert_false(crypto_equal(a, b, sizeof(a)));
        b[i] = 0;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(md4_gives_the_digests_of_rfc_1320),
        cmocka_unit_test(md5_gives_the_digest_of_rfc_1321),
        cmocka_unit_test(sha512_gives_the_same_digest_for_any_division_into_parts),
        cmocka_unit_test(hmac_gives_the_codes_of_rfc_2202_and_rfc_4231),
        cmocka_unit_test(hmac_of_a_key_in_use_is_that_of_rfc_4231),
        cmocka_unit_test(key_of_the_wrong_size_is_refused),
        cmocka_unit_test(cmac_gives_the_codes_of_rfc_4493),
        cmocka_unit_test(gmac_gives_the_tags_of_nist),
        cmocka_unit_test(authenticated_ciphers_give_the_published_texts_and_tags),
        cmocka_unit_test(decryption_refuses_any_changed_bit),
        cmocka_unit_test(all_four_ciphers_take_back_what_they_gave),
        cmocka_unit_test(rc4_goes_on_with_one_stream_over_several_calls),
        cmocka_unit_test(key_derivation_gives_the_published_keys_of_smb_3_0),
        cmocka_unit_test(key_derivation_gives_the_published_keys_of_smb_3_1_1),
        cmocka_unit_test(preauthentication_hash_gives_the_published_value),
        cmocka_unit_test(signing_gives_the_published_signature_of_smb_3_1_1),
        cmocka_unit_test(key_derivation_makes_another_key_for_another_size),
        cmocka_unit_test(comparison_sees_every_byte),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
