/*
 * NTLMv2's computations, messages and AV pairs, against the examples of [MS-NLMP] 4.2.4 and a
 * recorded conversation of Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/ntlm_crypto.h"
#include "auth/ntlm_messages.h"
#include "auth/ntlm_target_info.h"
#include "support/hex.h"
#include "support/ntlm_examples.h"
#include "support/unit.h"

/* [MS-NLMP] 4.2.4 */
#define RESPONSE_KEY          "0c868a403bfd7a93a3001ef22ef02e3f"
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

static struct utf16_slice slice(const struct utf16_name *name)
{
    return utf16_from_name(name);
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

/* The fields of a challenge point into it, wherever: into its head, into each other. What they say is read
 * within its bounds, or nothing is. */
static void fields_of_a_challenge_may_overlap(void **state)
{
    static const size_t fields[] = { 12, 40 }; /* TargetName, TargetInfo */
    const struct hex message = hex(WINDOWS_CHALLENGE);

    (void)state;
    for (size_t i = 0; i < COUNT(fields); i++)
    {
        for (uint32_t offset = 0; offset <= message.size; offset++)
        {
            struct hex changed = message;
            struct ntlm_challenge challenge;
            const uint16_t size = (uint16_t)(message.size - offset);

            memcpy(changed.data + fields[i], &size, sizeof(size));
            memcpy(changed.data + fields[i] + 4, &offset, sizeof(offset));
            if (!ntlm_read_challenge(bytes_of_hex(&changed), &challenge))
            {
                const struct bytes info = challenge.target_info;

                assert_true(!info.size || (info.data >= changed.data &&
                                           info.data + info.size <= changed.data + changed.size));
            }
        }
    }
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
        cmocka_unit_test(fields_of_a_challenge_may_overlap),
        cmocka_unit_test(authenticate_message_is_that_of_windows),
        cmocka_unit_test(authenticate_message_carries_what_the_specification_carries),
        cmocka_unit_test(target_info_keeps_the_servers_pairs_and_adds_ours),
        cmocka_unit_test(target_info_replaces_what_only_the_client_may_say),
        cmocka_unit_test(target_info_that_is_malformed_is_refused),
        cmocka_unit_test(target_info_that_is_too_long_is_refused),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
