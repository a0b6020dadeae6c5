/*
 * SPNEGO with mechanisms that a test controls, and with NTLM against a recorded conversation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "auth/der.h"
#include "auth/ntlm.h"
#include "auth/spnego.h"
#include "auth/spnego_messages.h"
#include "support/hex.h"
#include "support/unit.h"

/* ---- A mechanism that does what a test tells it ---------------------------------------------- */

struct fake
{
    struct mechanism mechanism;
    const char *const *tokens; /* what it writes, one after the other; the last makes it done */
    size_t token_count;
    size_t step_count;
    uint32_t first_status;
    bool has_key;
    struct hex last_token; /* the last it was given */
};

static size_t freed;

static struct fake *fake_from(struct mechanism *mechanism)
{
    return (struct fake *)((uint8_t *)mechanism - offsetof(struct fake, mechanism));
}

static uint32_t fake_step(struct mechanism *mechanism, struct bytes token, struct writer *answer,
                          bool *done)
{
    struct fake *fake = fake_from(mechanism);
    const char *next = NULL;

    if (fake->first_status)
    {
        return fake->first_status;
    }
    if (token.size)
    {
        memcpy(fake->last_token.data, token.data, token.size);
    }
    fake->last_token.size = token.size;
    assert_true(fake->step_count < fake->token_count);
    next = fake->tokens[fake->step_count++];
    writer_bytes(answer, next, strlen(next));
    *done = fake->step_count == fake->token_count;
    return ERROR_SUCCESS;
}

static uint32_t fake_session_key(struct mechanism *mechanism, struct session_key *key)
{
    memset(key->data, 0x77, sizeof(key->data));
    key->size = fake_from(mechanism)->has_key ? 16 : 0;
    return ERROR_SUCCESS;
}

/* A MIC is the data with a letter in front: C from the client, S from the server. */
static uint32_t fake_sign(struct mechanism *mechanism, struct bytes data, struct writer *mic)
{
    if (!fake_from(mechanism)->has_key)
    {
        return ERROR_NOT_SUPPORTED;
    }
    writer_u8(mic, 'C');
    writer_bytes(mic, data.data, data.size);
    return ERROR_SUCCESS;
}

static uint32_t fake_verify(struct mechanism *mechanism, struct bytes data, struct bytes mic)
{
    if (!fake_from(mechanism)->has_key)
    {
        return ERROR_NOT_SUPPORTED;
    }
    if (mic.size != data.size + 1 || mic.data[0] != 'S' ||
        memcmp(mic.data + 1, data.data, data.size) != 0)
    {
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}

static void fake_free(struct mechanism *mechanism)
{
    freed++;
    free(fake_from(mechanism));
}

#define FAKE_OPERATIONS(text, ...)                                                                 \
    {                                                                                              \
        .name = (text),                                                                            \
        .object_id = { (const uint8_t[]){ __VA_ARGS__ },                                           \
                       sizeof((const uint8_t[]){ __VA_ARGS__ }) },                                 \
        .step = fake_step, .session_key = fake_session_key, .sign = fake_sign,                     \
        .verify = fake_verify, .free = fake_free,                                                  \
    }

#define FIRST_ID       "06022a01"
#define SECOND_ID      "06022a02"
#define KERBEROS_ID    "06092a864886f712010202"
#define MS_KERBEROS_ID "06092a864882f712010202"

static const struct mechanism_operations first_operations = FAKE_OPERATIONS("first", 0x2A, 0x01);
static const struct mechanism_operations second_operations = FAKE_OPERATIONS("second", 0x2A, 0x02);
static const struct mechanism_operations kerberos_operations =
    FAKE_OPERATIONS("Kerberos", 0x2A, 0x86, 0x48, 0x82, 0xF7, 0x12, 0x01, 0x02, 0x02);

static const char *const one_token[] = { "one" };
static const char *const two_tokens[] = { "one", "two" };

static struct mechanism *fake(const struct mechanism_operations *operations,
                              const char *const *tokens, size_t token_count)
{
    struct fake *created = calloc(1, sizeof(*created));

    assert_non_null(created);
    created->mechanism.operations = operations;
    created->tokens = tokens;
    created->token_count = token_count;
    created->has_key = true;
    return &created->mechanism;
}

/* ---- What the tests share -------------------------------------------------------------------- */

static struct spnego *create(struct mechanism *first, struct mechanism *second)
{
    struct mechanism *mechanisms[] = { first, second };
    struct spnego *spnego = NULL;

    assert_int_equal(spnego_create(mechanisms, second ? 2 : 1, (struct bytes){ 0 }, &spnego),
                     ERROR_SUCCESS);
    return spnego;
}

/* Gives a token that the server might send, and checks the answer ("" for none). */
static void expect(struct spnego *spnego, const char *token, uint32_t status, const char *answer,
                   bool done)
{
    const struct hex bytes = hex(token);
    struct writer written = { 0 };
    bool is_done = !done;

    assert_int_equal(spnego_step(spnego, bytes_of_hex(&bytes), &written, &is_done), status);
    if (!status)
    {
        assert_hex_equal(written.data, written.size, answer);
    }
    assert_int_equal(is_done, done);
    writer_free(&written);
}

/* NegTokenInit with "one" as its token. */
#define FAKE_TOKEN          "a20504036f6e65" /* "one" */
#define INIT_ONE_MECHANISM  "601b06062b0601050502a011300fa0063004" FIRST_ID FAKE_TOKEN
#define INIT_TWO_MECHANISMS "601f06062b0601050502a0153013a00a3008" FIRST_ID SECOND_ID FAKE_TOKEN

#define LIST_ONE_MECHANISM  "3004" FIRST_ID
#define LIST_TWO_MECHANISMS "3008" FIRST_ID SECOND_ID

#define STATE(number) "a0030a01" number
#define SECOND_CHOSEN "a104" SECOND_ID
#define FIRST_CHOSEN  "a104" FIRST_ID
#define TOKEN_X       "a203040178" /* "x" */

/* ---- The tests ------------------------------------------------------------------------------- */

static void first_token_offers_all_and_carries_the_first_mechanisms(void **state)
{
    struct spnego *spnego =
        create(fake(&first_operations, two_tokens, 2), fake(&second_operations, two_tokens, 2));

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_TWO_MECHANISMS, false);
    spnego_free(spnego);
}

static void first_token_from_the_server_is_refused(void **state)
{
    struct spnego *spnego = create(fake(&first_operations, two_tokens, 2), NULL);

    (void)state;
    expect(spnego, "a1073005" STATE("01"), ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

static void mechanism_that_cannot_be_used_is_not_offered(void **state)
{
    struct mechanism *unusable = fake(&first_operations, one_token, 1);
    struct spnego *spnego = NULL;

    (void)state;
    fake_from(unusable)->first_status = ERROR_NOT_SUPPORTED;
    freed = 0;
    spnego = create(unusable, fake(&second_operations, two_tokens, 2));
    expect(spnego, "", ERROR_SUCCESS, "601b06062b0601050502a011300fa0063004" SECOND_ID FAKE_TOKEN,
           false);
    assert_int_equal(freed, 1);
    spnego_free(spnego);
    assert_int_equal(freed, 2);
}

static void no_usable_mechanism_is_not_supported(void **state)
{
    struct mechanism *unusable = fake(&first_operations, one_token, 1);
    struct spnego *spnego = NULL;

    (void)state;
    fake_from(unusable)->first_status = ERROR_NOT_SUPPORTED;
    spnego = create(unusable, NULL);
    expect(spnego, "", ERROR_NOT_SUPPORTED, "", false);
    spnego_free(spnego);
}

static void error_of_the_first_mechanism_is_not_hidden_by_the_next(void **state)
{
    struct mechanism *failing = fake(&first_operations, one_token, 1);
    struct spnego *spnego = NULL;

    (void)state;
    fake_from(failing)->first_status = ERROR_LOGON_FAILURE;
    spnego = create(failing, fake(&second_operations, two_tokens, 2));
    expect(spnego, "", ERROR_LOGON_FAILURE, "", false);
    spnego_free(spnego);
}

static void list_of_mechanisms_is_signed_with_the_last_token(void **state)
{
    struct mechanism *mechanism = fake(&first_operations, two_tokens, 2);
    struct spnego *spnego = create(mechanism, NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
    expect(spnego, "a1123010" STATE("01") FIRST_CHOSEN TOKEN_X, ERROR_SUCCESS,
           "a1193017" STATE("01") "a205040374776f"
                                  "a309040743" LIST_ONE_MECHANISM,
           true);
    assert_hex_equal(fake_from(mechanism)->last_token.data, fake_from(mechanism)->last_token.size,
                     "78");
    expect(spnego, "a1123010" STATE("00") "a309040753" LIST_ONE_MECHANISM, ERROR_SUCCESS, "", true);
    spnego_free(spnego);
}

static void wrong_mic_is_refused_even_where_none_is_needed(void **state)
{
    struct spnego *spnego = create(fake(&first_operations, one_token, 1), NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
    expect(spnego, "a1123010" STATE("00") "a309040754" LIST_ONE_MECHANISM, ERROR_BAD_NET_RESP, "",
           false);
    spnego_free(spnego);
}

static void completion_without_mic_is_enough_for_the_first_mechanism(void **state)
{
    struct spnego *spnego =
        create(fake(&first_operations, one_token, 1), fake(&second_operations, one_token, 1));

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_TWO_MECHANISMS, false);
    expect(spnego, "a10d300b" STATE("00") FIRST_CHOSEN, ERROR_SUCCESS, "", true);
    spnego_free(spnego);
}

static void token_behind_the_completion_is_refused(void **state)
{
    struct spnego *spnego = create(fake(&first_operations, one_token, 1), NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
    expect(spnego, "a1073005" STATE("00"), ERROR_SUCCESS, "", true);
    expect(spnego, "a1073005" STATE("00"), ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

static void completion_before_the_mechanism_is_done_is_refused(void **state)
{
    static const char *const tokens[] = {
        "a1073005" STATE("00"),
        "a10c300a" STATE("00") TOKEN_X, /* the answer to this could not be sent */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(tokens); i++)
    {
        struct spnego *spnego = create(fake(&first_operations, two_tokens, 2), NULL);

        expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
        expect(spnego, tokens[i], ERROR_BAD_NET_RESP, "", false);
        spnego_free(spnego);
    }
}

/* The server takes the second mechanism: it starts anew, and both MICs are due. */
static struct spnego *create_with_second_chosen(bool has_key)
{
    struct mechanism *second = fake(&second_operations, two_tokens, 2);
    struct spnego *spnego = NULL;

    fake_from(second)->has_key = has_key;
    spnego = create(fake(&first_operations, one_token, 1), second);
    expect(spnego, "", ERROR_SUCCESS, INIT_TWO_MECHANISMS, false);
    expect(spnego, "a10d300b" STATE("03") SECOND_CHOSEN, ERROR_SUCCESS,
           "a10e300c" STATE("01") FAKE_TOKEN, false);
    return spnego;
}

static void other_choice_of_the_server_needs_its_mic(void **state)
{
    struct spnego *spnego = create_with_second_chosen(true);

    (void)state;
    expect(spnego, "a10c300a" STATE("01") TOKEN_X, ERROR_SUCCESS,
           "a11d301b" STATE("01") "a205040374776f"
                                  "a30d040b43" LIST_TWO_MECHANISMS,
           false);
    expect(spnego, "a1163014" STATE("00") "a30d040b53" LIST_TWO_MECHANISMS, ERROR_SUCCESS, "",
           true);
    spnego_free(spnego);
}

static void other_choice_of_the_server_without_mic_is_refused(void **state)
{
    struct spnego *spnego = create_with_second_chosen(true);

    (void)state;
    expect(spnego, "a10c300a" STATE("01") TOKEN_X, ERROR_SUCCESS,
           "a11d301b" STATE("01") "a205040374776f"
                                  "a30d040b43" LIST_TWO_MECHANISMS,
           false);
    expect(spnego, "a1073005" STATE("00"), ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

/* A man in the middle who shortened the list would make the server sign the shorter one. */
static void mic_over_another_list_is_refused(void **state)
{
    struct spnego *spnego = create_with_second_chosen(true);

    (void)state;
    expect(spnego, "a10c300a" STATE("01") TOKEN_X, ERROR_SUCCESS,
           "a11d301b" STATE("01") "a205040374776f"
                                  "a30d040b43" LIST_TWO_MECHANISMS,
           false);
    expect(spnego,
           "a1123010" STATE("00") "a309040753"
                                  "3004" SECOND_ID,
           ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

static void mechanism_without_key_needs_no_mic(void **state)
{
    struct spnego *spnego = create_with_second_chosen(false);

    (void)state;
    expect(spnego, "a10c300a" STATE("01") TOKEN_X, ERROR_SUCCESS,
           "a10e300c" STATE("01") "a205040374776f", true);
    expect(spnego, "a1073005" STATE("00"), ERROR_SUCCESS, "", true);
    spnego_free(spnego);
}

static void request_for_a_mic_makes_it_necessary(void **state)
{
    struct spnego *spnego = create(fake(&first_operations, two_tokens, 2), NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
    expect(spnego, "a10c300a" STATE("03") TOKEN_X, ERROR_SUCCESS,
           "a1193017" STATE("01") "a205040374776f"
                                  "a309040743" LIST_ONE_MECHANISM,
           false);
    expect(spnego, "a1073005" STATE("00"), ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

static void mic_before_the_mechanism_is_done_is_refused(void **state)
{
    struct spnego *spnego = create_with_second_chosen(true);

    (void)state;
    expect(spnego, "a1163014" STATE("01") "a30d040b53" LIST_TWO_MECHANISMS, ERROR_BAD_NET_RESP, "",
           false);
    spnego_free(spnego);
}

static void rejection_is_a_logon_failure(void **state)
{
    struct spnego *spnego = create(fake(&first_operations, two_tokens, 2), NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS, INIT_ONE_MECHANISM, false);
    expect(spnego, "a1073005" STATE("02"), ERROR_LOGON_FAILURE, "", false);
    spnego_free(spnego);
}

static void choice_that_was_not_offered_is_refused(void **state)
{
    static const char *const tokens[] = {
        "a10d300b" STATE("01") "a10406022a03",        /* of no mechanism of ours */
        "a1123010" STATE("01") SECOND_CHOSEN TOKEN_X, /* with an answer to nothing */
        "a1073005" STATE("01"),                       /* of nothing, and nothing said */
        "a1073005" STATE("04"),                       /* an unknown state */
        "a10830060a0101a1010a",                       /* not its structure */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(tokens); i++)
    {
        struct spnego *spnego =
            create(fake(&first_operations, two_tokens, 2), fake(&second_operations, two_tokens, 2));

        expect(spnego, "", ERROR_SUCCESS, INIT_TWO_MECHANISMS, false);
        expect(spnego, tokens[i], ERROR_BAD_NET_RESP, "", false);
        spnego_free(spnego);
    }
}

static void choice_cannot_be_changed_later(void **state)
{
    struct spnego *spnego = create_with_second_chosen(true);

    (void)state;
    expect(spnego, "a10d300b" STATE("01") FIRST_CHOSEN, ERROR_BAD_NET_RESP, "", false);
    spnego_free(spnego);
}

static void server_may_call_kerberos_by_either_name(void **state)
{
    struct spnego *spnego = create(fake(&kerberos_operations, one_token, 1), NULL);

    (void)state;
    expect(spnego, "", ERROR_SUCCESS,
           "602206062b0601050502a0183016a00d300b" MS_KERBEROS_ID FAKE_TOKEN, false);
    expect(spnego, "a1143012" STATE("00") "a10b" KERBEROS_ID, ERROR_SUCCESS, "", true);
    spnego_free(spnego);
}

/* ---- The server's hint ----------------------------------------------------------------------- */

/* NegTokenInit2 with the second mechanism and Kerberos, and a negHints field. */
#define HINT                                                                                       \
    "602f06062b0601050502a0253023a011300f" SECOND_ID KERBEROS_ID "a30e300ca00a1b08706c65617365212" \
    "1"

static void hint_leaves_out_what_the_server_does_not_offer(void **state)
{
    const struct hex hint = hex(HINT);
    struct mechanism *mechanisms[] = { fake(&first_operations, one_token, 1),
                                       fake(&kerberos_operations, one_token, 1),
                                       fake(&second_operations, one_token, 1) };
    struct spnego *spnego = NULL;

    (void)state;
    freed = 0;
    assert_int_equal(spnego_create(mechanisms, 3, bytes_of_hex(&hint), &spnego), ERROR_SUCCESS);
    assert_int_equal(freed, 1);
    expect(spnego, "", ERROR_SUCCESS,
           "602606062b0601050502a01c301aa011300f" MS_KERBEROS_ID SECOND_ID FAKE_TOKEN, false);
    spnego_free(spnego);
    assert_int_equal(freed, 3);
}

static void hint_without_any_of_ours_is_not_supported(void **state)
{
    const struct hex hint = hex(HINT);
    struct mechanism *mechanisms[] = { fake(&first_operations, one_token, 1) };
    struct spnego *spnego = NULL;

    (void)state;
    freed = 0;
    assert_int_equal(spnego_create(mechanisms, 1, bytes_of_hex(&hint), &spnego),
                     ERROR_NOT_SUPPORTED);
    assert_null(spnego);
    assert_int_equal(freed, 1);
}

static void hint_cut_at_any_place_is_refused(void **state)
{
    const struct hex hint = hex(HINT);

    (void)state;
    for (size_t size = 1; size < hint.size; size++)
    {
        struct mechanism *mechanisms[] = { fake(&second_operations, one_token, 1) };
        struct spnego *spnego = NULL;
        uint8_t *cut = malloc(size);

        assert_non_null(cut);
        memcpy(cut, hint.data, size);
        assert_int_equal(spnego_create(mechanisms, 1, (struct bytes){ cut, size }, &spnego),
                         ERROR_BAD_NET_RESP);
        free(cut);
    }
}

static void hint_of_a_windows_server_is_read(void **state)
{
    const struct hex hint = hex("603a06062b0601050502a030302ea01a3018"
                                "060a2b06010401823702021e060a2b06010401823702020a"
                                "a310300ea00c1b0a6e6f745f646566696e65");
    const struct utf16_name target = utf16_name_from_ascii("cifs/server");
    struct credentials credentials;
    struct mechanism *ntlm = NULL;
    struct spnego *spnego = NULL;

    (void)state;
    credentials_set(&credentials, (struct utf16_slice){ 0 }, (struct utf16_slice){ 0 });
    assert_int_equal(ntlm_create(&credentials, utf16_from_name(&target), &ntlm), ERROR_SUCCESS);
    assert_int_equal(spnego_create(&ntlm, 1, bytes_of_hex(&hint), &spnego), ERROR_SUCCESS);
    spnego_free(spnego);
}

static void too_many_mechanisms_are_released(void **state)
{
    struct mechanism *mechanisms[SPNEGO_MECHANISMS_MAX + 1];
    struct spnego *spnego = NULL;

    (void)state;
    freed = 0;
    for (size_t i = 0; i < COUNT(mechanisms); i++)
    {
        mechanisms[i] = fake(&first_operations, one_token, 1);
    }
    assert_int_equal(spnego_create(mechanisms, COUNT(mechanisms), (struct bytes){ 0 }, &spnego),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(freed, COUNT(mechanisms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_token_offers_all_and_carries_the_first_mechanisms),
        cmocka_unit_test(first_token_from_the_server_is_refused),
        cmocka_unit_test(mechanism_that_cannot_be_used_is_not_offered),
        cmocka_unit_test(no_usable_mechanism_is_not_supported),
        cmocka_unit_test(error_of_the_first_mechanism_is_not_hidden_by_the_next),
        cmocka_unit_test(list_of_mechanisms_is_signed_with_the_last_token),
        cmocka_unit_test(wrong_mic_is_refused_even_where_none_is_needed),
        cmocka_unit_test(completion_without_mic_is_enough_for_the_first_mechanism),
        cmocka_unit_test(token_behind_the_completion_is_refused),
        cmocka_unit_test(completion_before_the_mechanism_is_done_is_refused),
        cmocka_unit_test(other_choice_of_the_server_needs_its_mic),
        cmocka_unit_test(other_choice_of_the_server_without_mic_is_refused),
        cmocka_unit_test(mic_over_another_list_is_refused),
        cmocka_unit_test(mechanism_without_key_needs_no_mic),
        cmocka_unit_test(request_for_a_mic_makes_it_necessary),
        cmocka_unit_test(mic_before_the_mechanism_is_done_is_refused),
        cmocka_unit_test(rejection_is_a_logon_failure),
        cmocka_unit_test(choice_that_was_not_offered_is_refused),
        cmocka_unit_test(choice_cannot_be_changed_later),
        cmocka_unit_test(server_may_call_kerberos_by_either_name),
        cmocka_unit_test(hint_leaves_out_what_the_server_does_not_offer),
        cmocka_unit_test(hint_without_any_of_ours_is_not_supported),
        cmocka_unit_test(hint_cut_at_any_place_is_refused),
        cmocka_unit_test(hint_of_a_windows_server_is_read),
        cmocka_unit_test(too_many_mechanisms_are_released),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
