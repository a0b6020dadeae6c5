/*
 * The NTLMv2 mechanism against a server's view of it, and against hostile challenges.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "auth/ntlm.h"
#include "auth/ntlm_crypto.h"
#include "auth/ntlm_messages.h"
#include "support/hex.h"
#include "support/ntlm_examples.h"
#include "support/unit.h"

static struct utf16_slice slice(const struct utf16_name *name)
{
    return utf16_from_name(name);
}

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

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
