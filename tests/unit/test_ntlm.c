/*
 * NTLMv2 against the examples of [MS-NLMP] 4.2.4, against a recorded conversation of Windows, and
 * against hostile challenges.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "auth/ntlm.h"
#include "auth/ntlm_crypto.h"
#include "auth/ntlm_messages.h"
#include "auth/ntlm_target_info.h"
#include "base/status.h"
#include "hex.h"
#include "platform/platform.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* [MS-NLMP] 4.2.4 */
#define RESPONSE_KEY "0c868a403bfd7a93a3001ef22ef02e3f"
#define TARGET_INFO                                                                                \
    "02000c0044006f006d00610069006e00"                                                             \
    "01000c0053006500720076006500720000000000"
#define PROOF                 "68cd0ab851e51c96aabc927bebef6a1c"
#define SESSION_BASE_KEY      "8de40ccadbc14a82f15cb0ad0de95ca3"
#define ENCRYPTED_SESSION_KEY "c5dad2544fc9799094ce1ce90bc9d03e"
#define LM_RESPONSE           "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"

#define CLIENT_BLOB                                                                                \
    "01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000" TARGET_INFO "00000000"

#define SPEC_CHALLENGE                                                                             \
    "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef0000000000000000"             \
    "2400240044000000060070170000000f530065007200760065007200" TARGET_INFO

/* The part of the AUTHENTICATE_MESSAGE of 4.2.4.3 behind the version. That example has no MIC. */
#define SPEC_PAYLOAD                                                                               \
    "44006f006d00610069006e005500730065007200"                                                     \
    "43004f004d0050005500540045005200" LM_RESPONSE PROOF CLIENT_BLOB ENCRYPTED_SESSION_KEY

/* A Windows client and server: the SMB 3.1.1 example in "SMB 2 and SMB 3 security in Windows 10:
 * the anatomy of signing and cryptographic keys". */
#define WINDOWS_SESSION_KEY "270e1ba896585eeb7af3472d3b4c75a7"
#define WINDOWS_MIC         "ecac77a5f385a8bf9c38c706eeeddcd3"
#define WINDOWS_NEGOTIATE                                                                          \
    "4e544c4d5353500001000000978208e200000000000000000000000000000000060380250000000f"
#define WINDOWS_CHALLENGE                                                                          \
    "4e544c4d53535000020000000c000c003800000015828ae20d1d8ba31179d0080000000000000000"             \
    "50005000440000000a0092270000000f530055005400330031003100"                                     \
    "02000c00530055005400330031003100"                                                             \
    "01000c00530055005400330031003100"                                                             \
    "04000c00530055005400330031003100"                                                             \
    "03000c00530055005400330031003100"                                                             \
    "07000800a1a1f5adcbaed00100000000"
#define WINDOWS_NT_RESPONSE                                                                        \
    "63078eb639fe03e20a231c3ae3bf23080101000000000000a1a1f5adcbaed001bc4ad05f223cc90f00000000"     \
    "02000c00530055005400330031003100"                                                             \
    "01000c00530055005400330031003100"                                                             \
    "04000c00530055005400330031003100"                                                             \
    "03000c00530055005400330031003100"                                                             \
    "07000800a1a1f5adcbaed001060004000200000008003000300000000000000000000000003000"               \
    "00b61fefcaa857ea57bf1edcebf8974b8e0eba5a6dfd9d07a31d11b548f8c9d0cc"                           \
    "0a00100000000000000000000000000000000000"                                                     \
    "090016006300690066007300"                                                                     \
    "2f00530055005400330031003100000000000000000000000000"
#define WINDOWS_ENCRYPTED_SESSION_KEY "3b9bdff38f5ee8f9663f11a0f4c03a78"
#define WINDOWS_AUTHENTICATE(mic)                                                                  \
    "4e544c4d53535000030000001800180090000000ee00ee00a80000000c000c00580000001a001a00640000"       \
    "00120012007e0000001000100096010000158288e2060380250000000f" mic "530055005400330031003100"    \
    "610064006d0069006e006900730074007200610074006f007200"                                         \
    "440052004900560045005200330031003100"                                                         \
    "000000000000000000000000000000000000000000000000" WINDOWS_NT_RESPONSE                         \
        WINDOWS_ENCRYPTED_SESSION_KEY
#define NO_MIC "00000000000000000000000000000000"

static struct utf16_slice slice(const struct utf16_name *name)
{
    return utf16_from_name(name);
}

static int start(void **state)
{
    (void)state;
    return (int)platform_start();
}

/* ---- The computations ------------------------------------------------------------------------ */

static void response_key_is_that_of_the_specification(void **state)
{
    const struct utf16_name password = utf16_name_from_ascii("Password");
    const struct utf16_name user = utf16_name_from_ascii("User");
    const struct utf16_name domain = utf16_name_from_ascii("Domain");
    uint8_t key[NTLM_KEY_SIZE];

    (void)state;
    assert_int_equal(ntlm_response_key(slice(&password), slice(&user), slice(&domain), key),
                     ERROR_SUCCESS);
    assert_hex_equal(key, sizeof(key), RESPONSE_KEY);
}

static void response_key_ignores_case_of_the_user_but_not_of_the_domain(void **state)
{
    const struct utf16_name password = utf16_name_from_ascii("Password");
    const struct utf16_name user = utf16_name_from_ascii("uSER");
    const struct utf16_name domain = utf16_name_from_ascii("Domain");
    const struct utf16_name upper_domain = utf16_name_from_ascii("DOMAIN");
    const struct hex expected = hex(RESPONSE_KEY);
    uint8_t key[NTLM_KEY_SIZE];

    (void)state;
    assert_int_equal(ntlm_response_key(slice(&password), slice(&user), slice(&domain), key),
                     ERROR_SUCCESS);
    assert_memory_equal(key, expected.data, sizeof(key));
    assert_int_equal(ntlm_response_key(slice(&password), slice(&user), slice(&upper_domain), key),
                     ERROR_SUCCESS);
    assert_memory_not_equal(key, expected.data, sizeof(key));
}

static void response_and_session_base_key_are_those_of_the_specification(void **state)
{
    const struct hex response_key = hex(RESPONSE_KEY);
    const struct hex server_challenge = hex("0123456789abcdef");
    const struct hex client_challenge = hex("aaaaaaaaaaaaaaaa");
    const struct hex target_info = hex(TARGET_INFO);
    const struct ntlm_response_input input = {
        .server_challenge = server_challenge.data,
        .client_challenge = client_challenge.data,
        .time = 0,
        .target_info = bytes_of_hex(&target_info),
    };
    struct writer response = { 0 };
    uint8_t session_base_key[NTLM_KEY_SIZE];

    (void)state;
    assert_int_equal(ntlm_write_response(response_key.data, &input, &response, session_base_key),
                     ERROR_SUCCESS);
    assert_hex_equal(response.data, response.size, PROOF CLIENT_BLOB);
    assert_hex_equal(session_base_key, sizeof(session_base_key), SESSION_BASE_KEY);
    writer_free(&response);
}

static void encrypted_session_key_is_that_of_the_specification(void **state)
{
    const struct hex session_base_key = hex(SESSION_BASE_KEY);
    uint8_t session_key[NTLM_KEY_SIZE];
    uint8_t encrypted[NTLM_KEY_SIZE];

    (void)state;
    memset(session_key, 0x55, sizeof(session_key));
    assert_int_equal(ntlm_encrypt_session_key(session_base_key.data, session_key, encrypted),
                     ERROR_SUCCESS);
    assert_hex_equal(encrypted, sizeof(encrypted), ENCRYPTED_SESSION_KEY);
}

/* [MS-NLMP] 4.2.4.4, GSS_WrapEx(): the data is sealed first and its signature after it, from the
 * same key stream. */
static void sealing_and_signing_are_those_of_the_specification(void **state)
{
    const struct hex plain = hex("50006c00610069006e007400650078007400");
    struct hex data = plain;
    uint8_t session_key[NTLM_KEY_SIZE];
    uint8_t sign_key[NTLM_KEY_SIZE];
    uint8_t seal_key[NTLM_KEY_SIZE];
    uint8_t signature[NTLM_SIGNATURE_SIZE];
    struct crypto_rc4 *seal = NULL;

    (void)state;
    memset(session_key, 0x55, sizeof(session_key));
    assert_int_equal(ntlm_sign_key(session_key, NTLM_CLIENT_TO_SERVER, sign_key), ERROR_SUCCESS);
    assert_hex_equal(sign_key, sizeof(sign_key), "4788dc861b4782f35d43fd98fe1a2d39");
    assert_int_equal(ntlm_seal_key(session_key, NTLM_CLIENT_TO_SERVER, seal_key), ERROR_SUCCESS);
    assert_hex_equal(seal_key, sizeof(seal_key), "59f600973cc4960a25480a7c196e4c58");

    assert_int_equal(crypto_rc4_create((struct bytes){ seal_key, sizeof(seal_key) }, &seal),
                     ERROR_SUCCESS);
    assert_int_equal(crypto_rc4_apply(seal, data.data, data.size), ERROR_SUCCESS);
    assert_int_equal(ntlm_signature(sign_key, seal, 0, bytes_of_hex(&plain), signature),
                     ERROR_SUCCESS);
    crypto_rc4_free(seal);
    assert_hex_equal(data.data, data.size, "54e50165bf1936dc996020c1811b0f06fb5f");
    assert_hex_equal(signature, sizeof(signature), "010000007fb38ec5c55d497600000000");
}

/* The mechListMICs that the Windows client and server sent: both directions, sequence number 0. */
static void signatures_are_those_of_windows_in_both_directions(void **state)
{
    static const struct
    {
        enum ntlm_direction direction;
        const char *signature;
    } vectors[] = {
        { NTLM_CLIENT_TO_SERVER, "0100000063775a9a5fd97f0600000000" },
        { NTLM_SERVER_TO_CLIENT, "010000003b453cdc3524164200000000" },
    };
    const struct hex session_key = hex(WINDOWS_SESSION_KEY);
    const struct hex mechanisms = hex("300c060a2b06010401823702020a");

    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++)
    {
        uint8_t sign_key[NTLM_KEY_SIZE];
        uint8_t seal_key[NTLM_KEY_SIZE];
        uint8_t signature[NTLM_SIGNATURE_SIZE];
        struct crypto_rc4 *seal = NULL;

        assert_int_equal(ntlm_sign_key(session_key.data, vectors[i].direction, sign_key),
                         ERROR_SUCCESS);
        assert_int_equal(ntlm_seal_key(session_key.data, vectors[i].direction, seal_key),
                         ERROR_SUCCESS);
        assert_int_equal(crypto_rc4_create((struct bytes){ seal_key, sizeof(seal_key) }, &seal),
                         ERROR_SUCCESS);
        assert_int_equal(ntlm_signature(sign_key, seal, 0, bytes_of_hex(&mechanisms), signature),
                         ERROR_SUCCESS);
        crypto_rc4_free(seal);
        assert_hex_equal(signature, sizeof(signature), vectors[i].signature);
    }
}

static void mic_is_that_of_windows(void **state)
{
    const struct hex session_key = hex(WINDOWS_SESSION_KEY);
    const struct hex negotiate = hex(WINDOWS_NEGOTIATE);
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    const struct hex authenticate = hex(WINDOWS_AUTHENTICATE(NO_MIC));
    uint8_t mic[NTLM_MIC_SIZE];

    (void)state;
    assert_int_equal(ntlm_mic(session_key.data, bytes_of_hex(&negotiate), bytes_of_hex(&challenge),
                              bytes_of_hex(&authenticate), mic),
                     ERROR_SUCCESS);
    assert_hex_equal(mic, sizeof(mic), WINDOWS_MIC);
}

/* ---- The messages ---------------------------------------------------------------------------- */

static void challenge_of_the_specification_is_read(void **state)
{
    const struct hex message = hex(SPEC_CHALLENGE);
    struct ntlm_challenge challenge;

    (void)state;
    assert_int_equal(ntlm_read_challenge(bytes_of_hex(&message), &challenge), ERROR_SUCCESS);
    assert_int_equal(challenge.flags, 0xe28a8233);
    assert_hex_equal(challenge.server_challenge, NTLM_CHALLENGE_SIZE, "0123456789abcdef");
    assert_hex_equal(challenge.target_info.data, challenge.target_info.size, TARGET_INFO);
}

/* Every byte but the version, which tells another product. */
static void authenticate_message_is_that_of_windows(void **state)
{
    const struct utf16_name domain = utf16_name_from_ascii("SUT311");
    const struct utf16_name user = utf16_name_from_ascii("administrator");
    const struct utf16_name workstation = utf16_name_from_ascii("DRIVER311");
    const struct hex lm_response = hex("000000000000000000000000000000000000000000000000");
    const struct hex nt_response = hex(WINDOWS_NT_RESPONSE);
    const struct hex key = hex(WINDOWS_ENCRYPTED_SESSION_KEY);
    const struct hex expected = hex(WINDOWS_AUTHENTICATE(NO_MIC));
    const struct ntlm_authenticate authenticate = {
        .flags = 0xe2888215,
        .lm_response = bytes_of_hex(&lm_response),
        .nt_response = bytes_of_hex(&nt_response),
        .domain = slice(&domain),
        .user = slice(&user),
        .workstation = slice(&workstation),
        .encrypted_session_key = bytes_of_hex(&key),
    };
    struct writer message = { 0 };

    (void)state;
    ntlm_write_authenticate(&message, &authenticate);
    assert_false(message.failed);
    assert_int_equal(message.size, expected.size);
    assert_memory_equal(message.data, expected.data, 64);
    assert_memory_equal(message.data + 72, expected.data + 72, expected.size - 72);
    writer_free(&message);
}

static void authenticate_message_carries_what_the_specification_carries(void **state)
{
    const struct utf16_name domain = utf16_name_from_ascii("Domain");
    const struct utf16_name user = utf16_name_from_ascii("User");
    const struct utf16_name workstation = utf16_name_from_ascii("COMPUTER");
    const struct hex lm_response = hex(LM_RESPONSE);
    const struct hex nt_response = hex(PROOF CLIENT_BLOB);
    const struct hex key = hex(ENCRYPTED_SESSION_KEY);
    const struct ntlm_authenticate authenticate = {
        .flags = 0xe2888235,
        .lm_response = bytes_of_hex(&lm_response),
        .nt_response = bytes_of_hex(&nt_response),
        .domain = slice(&domain),
        .user = slice(&user),
        .workstation = slice(&workstation),
        .encrypted_session_key = bytes_of_hex(&key),
    };
    const size_t fixed = NTLM_MIC_OFFSET + NTLM_MIC_SIZE;
    struct writer message = { 0 };

    (void)state;
    ntlm_write_authenticate(&message, &authenticate);
    assert_false(message.failed);
    assert_hex_equal(message.data + fixed, message.size - fixed, SPEC_PAYLOAD);
    writer_free(&message);
}

/* ---- The AV pairs ---------------------------------------------------------------------------- */

static uint32_t extend(const char *server_info, struct writer *info, uint64_t *timestamp)
{
    const struct utf16_name target = utf16_name_from_ascii("cifs/x");
    const struct hex bytes = hex(server_info);
    bool has_timestamp = false;

    return ntlm_extend_target_info(bytes_of_hex(&bytes), slice(&target), info, &has_timestamp,
                                   timestamp);
}

#define OUR_PAIRS(flags)                                                                           \
    "06000400" flags "0a00100000000000000000000000000000000000"                                    \
    "09000c0063006900660073002f007800"                                                             \
    "00000000"

static void target_info_keeps_the_servers_pairs_and_adds_ours(void **state)
{
    struct writer info = { 0 };
    uint64_t timestamp = 0;

    (void)state;
    assert_int_equal(extend("0100020041000700080001020304050607080000"
                            "0000",
                            &info, &timestamp),
                     ERROR_SUCCESS);
    assert_true(timestamp == 0x0807060504030201);
    assert_hex_equal(info.data, info.size,
                     "01000200410007000800"
                     "0102030405060708" OUR_PAIRS("02000000"));
    writer_free(&info);
}

static void target_info_replaces_what_only_the_client_may_say(void **state)
{
    struct writer info = { 0 };
    uint64_t timestamp = 0;

    (void)state;
    assert_int_equal(extend("0600040001000000"
                            "090002004100"
                            "0a000200ffff"
                            "08000200ffff"
                            "00000000",
                            &info, &timestamp),
                     ERROR_SUCCESS);
    assert_hex_equal(info.data, info.size, OUR_PAIRS("03000000"));
    writer_free(&info);
}

static void target_info_that_is_malformed_is_refused(void **state)
{
    static const char *const malformed[] = {
        "",             /* no end */
        "000000",       /* half an end */
        "010002004100", /* a pair, but no end */
        "0100ff0041000000"
        "0000",                             /* a value beyond the end */
        "01000200410001000200420000000000", /* one thing twice */
        "0700080001020304050607080700080001020304050607080000"
        "0000",
        "07000400010203040000"
        "0000", /* a short timestamp */
        "0600020001000000"
        "0000", /* short flags */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(malformed); i++)
    {
        struct writer info = { 0 };
        uint64_t timestamp = 0;

        assert_int_equal(extend(malformed[i], &info, &timestamp), ERROR_BAD_NET_RESP);
        writer_free(&info);
    }
}

static void target_info_that_is_too_long_is_refused(void **state)
{
    static uint8_t pairs[NTLM_TARGET_INFO_MAX + 4];
    const struct utf16_name target = utf16_name_from_ascii("cifs/x");
    struct writer info = { 0 };
    uint64_t timestamp = 0;
    bool has_timestamp = false;

    (void)state;
    assert_int_equal(ntlm_extend_target_info((struct bytes){ pairs, sizeof(pairs) }, slice(&target),
                                             &info, &has_timestamp, &timestamp),
                     ERROR_BAD_NET_RESP);
    assert_int_equal(ntlm_extend_target_info((struct bytes){ pairs, NTLM_TARGET_INFO_MAX },
                                             slice(&target), &info, &has_timestamp, &timestamp),
                     ERROR_SUCCESS);
    writer_free(&info);
}

/* ---- The mechanism --------------------------------------------------------------------------- */

static struct mechanism *create(const char *user, const char *password)
{
    const struct utf16_name user_name = utf16_name_from_ascii(user);
    const struct utf16_name password_name = utf16_name_from_ascii(password);
    const struct utf16_name target = utf16_name_from_ascii("cifs/sut311");
    struct credentials credentials;
    struct mechanism *mechanism = NULL;

    assert_int_equal(credentials_set(&credentials, slice(&user_name), slice(&password_name)),
                     ERROR_SUCCESS);
    assert_int_equal(ntlm_create(&credentials, slice(&target), &mechanism), ERROR_SUCCESS);
    credentials_wipe(&credentials);
    return mechanism;
}

static uint32_t step(struct mechanism *mechanism, struct bytes token, struct writer *answer,
                     bool *done)
{
    return mechanism->operations->step(mechanism, token, answer, done);
}

/* A mechanism that has sent its first message and waits for the challenge. */
static struct mechanism *create_waiting(const char *user, struct writer *negotiate)
{
    struct mechanism *mechanism = create(user, "Password");
    bool done = true;

    assert_int_equal(step(mechanism, (struct bytes){ 0 }, negotiate, &done), ERROR_SUCCESS);
    assert_false(done);
    return mechanism;
}

static struct bytes field(const struct writer *message, size_t place)
{
    struct reader reader = reader_over(message->data, message->size);
    uint16_t size = 0;
    struct bytes bytes = { 0 };

    reader_seek(&reader, place);
    size = reader_u16(&reader);
    reader_u16(&reader);
    bytes = reader_slice(&reader, reader_u32(&reader), size);
    assert_false(reader.failed);
    return bytes;
}

/* What a server does with the answer: from the password it comes to the same keys. */
static void server_that_knows_the_password_comes_to_the_same_key(void **state)
{
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    const struct hex server_challenge = hex("0d1d8ba31179d008");
    const struct utf16_name password = utf16_name_from_ascii("Password");
    const struct utf16_name user = utf16_name_from_ascii("User");
    const struct utf16_name domain = utf16_name_from_ascii("Domain");
    struct writer negotiate = { 0 };
    struct writer authenticate = { 0 };
    struct mechanism *mechanism = create_waiting("Domain\\User", &negotiate);
    struct session_key key = { .size = 0 };
    uint8_t response_key[NTLM_KEY_SIZE];
    uint8_t expected[MD5_SIZE];
    uint8_t decrypted[NTLM_KEY_SIZE];
    struct bytes nt_response;
    bool done = false;

    (void)state;
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &authenticate, &done),
                     ERROR_SUCCESS);
    assert_true(done);
    assert_int_equal(mechanism->operations->session_key(mechanism, &key), ERROR_SUCCESS);
    assert_int_equal(key.size, NTLM_KEY_SIZE);

    assert_int_equal(
        ntlm_response_key(slice(&password), slice(&user), slice(&domain), response_key),
        ERROR_SUCCESS);
    nt_response = field(&authenticate, 20);
    {
        const struct bytes parts[] = { bytes_of_hex(&server_challenge),
                                       { nt_response.data + 16, nt_response.size - 16 } };

        assert_int_equal(crypto_hmac_md5((struct bytes){ response_key, 16 }, parts, 2, expected),
                         ERROR_SUCCESS);
        assert_memory_equal(nt_response.data, expected, sizeof(expected));
    }
    {
        const struct bytes proof = { nt_response.data, 16 };
        const struct bytes encrypted = field(&authenticate, 52);

        assert_int_equal(encrypted.size, NTLM_KEY_SIZE);
        assert_int_equal(crypto_hmac_md5((struct bytes){ response_key, 16 }, &proof, 1, expected),
                         ERROR_SUCCESS);
        assert_int_equal(ntlm_encrypt_session_key(expected, encrypted.data, decrypted),
                         ERROR_SUCCESS);
        assert_memory_equal(decrypted, key.data, sizeof(decrypted));
    }
    {
        uint8_t mic[NTLM_MIC_SIZE];

        memcpy(mic, authenticate.data + NTLM_MIC_OFFSET, sizeof(mic));
        memset(authenticate.data + NTLM_MIC_OFFSET, 0, sizeof(mic));
        assert_int_equal(ntlm_mic(key.data, (struct bytes){ negotiate.data, negotiate.size },
                                  bytes_of_hex(&challenge),
                                  (struct bytes){ authenticate.data, authenticate.size }, expected),
                         ERROR_SUCCESS);
        assert_memory_equal(mic, expected, sizeof(mic));
    }
    /* The time is the server's. */
    assert_hex_equal(nt_response.data + 24, 8, "a1a1f5adcbaed001");
    writer_free(&negotiate);
    writer_free(&authenticate);
    mechanism->operations->free(mechanism);
}

static void session_keys_are_never_the_same_twice(void **state)
{
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    struct session_key keys[2] = { { .size = 0 }, { .size = 0 } };

    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++)
    {
        struct writer messages = { 0 };
        struct mechanism *mechanism = create_waiting("User", &messages);
        struct writer answer = { 0 };
        bool done = false;

        assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &answer, &done), ERROR_SUCCESS);
        assert_int_equal(mechanism->operations->session_key(mechanism, &keys[i]), ERROR_SUCCESS);
        writer_free(&messages);
        writer_free(&answer);
        mechanism->operations->free(mechanism);
    }
    assert_memory_not_equal(keys[0].data, keys[1].data, NTLM_KEY_SIZE);
}

static void lm_response_is_never_sent(void **state)
{
    /* Without a timestamp, where the specification would still allow one. */
    const struct hex challenge =
        hex("4e544c4d53535000020000000c000c003800000015828ae20d1d8ba31179d0080000000000000000"
            "24002400440000000a0092270000000f530055005400330031003100" TARGET_INFO);
    struct writer negotiate = { 0 };
    struct writer authenticate = { 0 };
    struct mechanism *mechanism = create_waiting("User", &negotiate);
    struct bytes lm_response;
    bool done = false;

    (void)state;
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &authenticate, &done),
                     ERROR_SUCCESS);
    lm_response = field(&authenticate, 12);
    assert_hex_equal(lm_response.data, lm_response.size,
                     "000000000000000000000000000000000000000000000000");
    writer_free(&negotiate);
    writer_free(&authenticate);
    mechanism->operations->free(mechanism);
}

static void challenge_without_a_needed_flag_is_refused(void **state)
{
    static const uint32_t needed[] = {
        NTLMSSP_NEGOTIATE_UNICODE,     NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY,
        NTLMSSP_NEGOTIATE_TARGET_INFO, NTLMSSP_NEGOTIATE_128,
        NTLMSSP_NEGOTIATE_KEY_EXCH,
    };

    (void)state;
    for (size_t i = 0; i < COUNT(needed); i++)
    {
        struct hex challenge = hex(WINDOWS_CHALLENGE);
        struct writer messages = { 0 };
        struct mechanism *mechanism = create_waiting("User", &messages);
        bool done = true;

        for (size_t byte = 0; byte < 4; byte++)
        {
            challenge.data[20 + byte] &= (uint8_t) ~(needed[i] >> (8 * byte));
        }
        assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &messages, &done),
                         ERROR_BAD_NET_RESP);
        assert_false(done);
        writer_free(&messages);
        mechanism->operations->free(mechanism);
    }
}

static void challenge_cut_at_any_place_is_refused(void **state)
{
    const struct hex whole = hex(WINDOWS_CHALLENGE);
    struct writer messages = { 0 };
    struct mechanism *mechanism = create_waiting("User", &messages);

    (void)state;
    for (size_t size = 0; size < whole.size; size++)
    {
        /* On the heap, where AddressSanitizer sees a byte too many. */
        uint8_t *cut = malloc(size ? size : 1);
        bool done = true;

        assert_non_null(cut);
        memcpy(cut, whole.data, size);
        assert_int_equal(step(mechanism, (struct bytes){ cut, size }, &messages, &done),
                         ERROR_BAD_NET_RESP);
        assert_false(done);
        free(cut);
    }
    writer_free(&messages);
    mechanism->operations->free(mechanism);
}

static void challenge_that_points_beyond_its_end_is_refused(void **state)
{
    /* Offsets and lengths of the target's name and of the AV pairs. */
    static const size_t places[] = { 12, 16, 18, 19, 40, 44, 46, 47 };
    struct writer messages = { 0 };
    struct mechanism *mechanism = create_waiting("User", &messages);

    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
    {
        struct hex challenge = hex(WINDOWS_CHALLENGE);
        bool done = true;

        challenge.data[places[i]] = 0xff;
        assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &messages, &done),
                         ERROR_BAD_NET_RESP);
    }
    writer_free(&messages);
    mechanism->operations->free(mechanism);
}

static void challenge_that_is_another_message_is_refused(void **state)
{
    struct hex challenge = hex(WINDOWS_CHALLENGE);
    struct writer messages = { 0 };
    struct mechanism *mechanism = create_waiting("User", &messages);
    bool done = true;

    (void)state;
    challenge.data[8] = 3;
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &messages, &done),
                     ERROR_BAD_NET_RESP);
    challenge = hex(WINDOWS_CHALLENGE);
    challenge.data[0] = 'n';
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &messages, &done),
                     ERROR_BAD_NET_RESP);
    writer_free(&messages);
    mechanism->operations->free(mechanism);
}

static void token_behind_the_last_one_is_refused(void **state)
{
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    struct writer messages = { 0 };
    struct mechanism *mechanism = create_waiting("User", &messages);
    struct writer answer = { 0 };
    bool done = false;

    (void)state;
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &answer, &done), ERROR_SUCCESS);
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &messages, &done),
                     ERROR_BAD_NET_RESP);
    writer_free(&messages);
    writer_free(&answer);
    mechanism->operations->free(mechanism);
}

static void mic_of_another_direction_or_size_is_refused(void **state)
{
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    const struct bytes data = bytes_of_text("the list of mechanisms");
    struct writer messages = { 0 };
    struct mechanism *mechanism = create_waiting("User", &messages);
    struct writer answer = { 0 };
    struct writer mic = { 0 };
    bool done = false;

    (void)state;
    assert_int_equal(mechanism->operations->sign(mechanism, data, &mic), ERROR_NOT_SUPPORTED);
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &answer, &done), ERROR_SUCCESS);
    assert_int_equal(mechanism->operations->sign(mechanism, data, &mic), ERROR_SUCCESS);
    assert_int_equal(mic.size, NTLM_SIGNATURE_SIZE);
    assert_int_equal(
        mechanism->operations->verify(mechanism, data, (struct bytes){ mic.data, mic.size }),
        ERROR_BAD_NET_RESP);
    assert_int_equal(mechanism->operations->verify(mechanism, data, (struct bytes){ 0 }),
                     ERROR_BAD_NET_RESP);
    writer_free(&messages);
    writer_free(&answer);
    writer_free(&mic);
    mechanism->operations->free(mechanism);
}

static void anonymous_sends_no_response_and_has_no_key(void **state)
{
    const struct hex challenge = hex(WINDOWS_CHALLENGE);
    struct writer negotiate = { 0 };
    struct writer authenticate = { 0 };
    struct writer mic = { 0 };
    struct mechanism *mechanism = create_waiting("", &negotiate);
    struct session_key key = { .size = 1 };
    struct bytes lm_response;
    bool done = false;

    (void)state;
    assert_int_equal(step(mechanism, bytes_of_hex(&challenge), &authenticate, &done),
                     ERROR_SUCCESS);
    assert_true(done);
    lm_response = field(&authenticate, 12);
    assert_hex_equal(lm_response.data, lm_response.size, "00");
    assert_int_equal(field(&authenticate, 20).size, 0); /* NT response */
    assert_int_equal(field(&authenticate, 36).size, 0); /* user */
    assert_int_equal(field(&authenticate, 52).size, 0); /* session key */
    assert_int_equal(authenticate.data[61] & 0x08, 0x08);
    assert_int_equal(mechanism->operations->session_key(mechanism, &key), ERROR_SUCCESS);
    assert_int_equal(key.size, 0);
    assert_int_equal(mechanism->operations->sign(mechanism, bytes_of_text("x"), &mic),
                     ERROR_NOT_SUPPORTED);
    writer_free(&negotiate);
    writer_free(&authenticate);
    writer_free(&mic);
    mechanism->operations->free(mechanism);
}

static void target_name_longer_than_any_name_is_refused(void **state)
{
    static const uint16_t units[NAME_LENGTH_MAX + 1];
    struct credentials credentials;
    struct mechanism *mechanism = NULL;

    (void)state;
    credentials_set(&credentials, (struct utf16_slice){ 0 }, (struct utf16_slice){ 0 });
    assert_int_equal(
        ntlm_create(&credentials, (struct utf16_slice){ units, COUNT(units) }, &mechanism),
        ERROR_INVALID_NAME);
    assert_null(mechanism);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(response_key_is_that_of_the_specification),
        cmocka_unit_test(response_key_ignores_case_of_the_user_but_not_of_the_domain),
        cmocka_unit_test(response_and_session_base_key_are_those_of_the_specification),
        cmocka_unit_test(encrypted_session_key_is_that_of_the_specification),
        cmocka_unit_test(sealing_and_signing_are_those_of_the_specification),
        cmocka_unit_test(signatures_are_those_of_windows_in_both_directions),
        cmocka_unit_test(mic_is_that_of_windows),
        cmocka_unit_test(challenge_of_the_specification_is_read),
        cmocka_unit_test(authenticate_message_is_that_of_windows),
        cmocka_unit_test(authenticate_message_carries_what_the_specification_carries),
        cmocka_unit_test(target_info_keeps_the_servers_pairs_and_adds_ours),
        cmocka_unit_test(target_info_replaces_what_only_the_client_may_say),
        cmocka_unit_test(target_info_that_is_malformed_is_refused),
        cmocka_unit_test(target_info_that_is_too_long_is_refused),
        cmocka_unit_test(server_that_knows_the_password_comes_to_the_same_key),
        cmocka_unit_test(session_keys_are_never_the_same_twice),
        cmocka_unit_test(lm_response_is_never_sent),
        cmocka_unit_test(challenge_without_a_needed_flag_is_refused),
        cmocka_unit_test(challenge_cut_at_any_place_is_refused),
        cmocka_unit_test(challenge_that_points_beyond_its_end_is_refused),
        cmocka_unit_test(challenge_that_is_another_message_is_refused),
        cmocka_unit_test(token_behind_the_last_one_is_refused),
        cmocka_unit_test(mic_of_another_direction_or_size_is_refused),
        cmocka_unit_test(anonymous_sends_no_response_and_has_no_key),
        cmocka_unit_test(target_name_longer_than_any_name_is_refused),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
