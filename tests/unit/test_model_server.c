/*
 * The model of an SMB server: the library gets along with it, and what is changed is seen.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/model_server.h"

#include <string.h>

#include "families/dfs/dfs.h"
#include "platform/posix.h"
#include "remote/begin.h"
#include "remote/pool.h"
#include "rpc/client.h"
#include "support/fixed_platform.h"
#include "support/unit.h"

static const struct utf16_slice server_name = { u"server", 6 };

static struct model_server server;

/* ---- The server -------------------------------------------------------------------------------- */

/* Every operation returns nothing, and that it was successful. */
static uint32_t answer_zeros(void *context, const struct model_question *question,
                             struct writer *stub)
{
    static const uint64_t parameters[64];
    const struct ndr_operation *operation = rpc_operation(question->interface, question->operation);

    (void)context;
    assert_non_null(operation);
    assert_true(operation->size <= sizeof(parameters));
    assert_int_equal(ndr_encode(operation, NDR_OUT, parameters, stub), ERROR_SUCCESS);
    return 0;
}

static void choose_given_manner(void *context, const struct model_question *question,
                                struct model_manner *manner)
{
    if (question->interface && !question->is_bind)
    {
        *manner = *(const struct model_manner *)context;
    }
}

static void choose_for_all(void *context, const struct model_question *question,
                           struct model_manner *manner)
{
    (void)question;
    *manner = *(const struct model_manner *)context;
}

static void choose_for_negotiate(void *context, const struct model_question *question,
                                 struct model_manner *manner)
{
    if (question->command == SMB2_NEGOTIATE)
    {
        *manner = *(const struct model_manner *)context;
    }
}

static int start_again(void **state)
{
    (void)state;
    fixed_platform_reset(1);
    fixed_platform_set_connect(model_server_connect, &server);
    posix_config_clear();
    posix_credential_set("server", "user", "password");
    server = (struct model_server){
        .settings = {
            .dialect = SMB2_DIALECT_311,
            .signing = SMB2_SIGNING_AES_GMAC,
            .cipher = SMB2_ENCRYPTION_AES128_GCM,
            .fragment_max = 4280,
            .password = { u"password", 8 },
        },
        .behaviour = { .answer = answer_zeros },
    };
    return 0;
}

static int end_connections(void **state)
{
    (void)state;
    pool_clear();
    assert_int_equal(server.open, 0);
    return 0;
}

static uint32_t ask_server(void)
{
    return dfs_manager_initialize(server_name, 0);
}

/* ---- What works -------------------------------------------------------------------------------- */

static void assert_works(void)
{
    assert_int_equal(ask_server(), ERROR_SUCCESS);
    assert_int_equal(ask_server(), ERROR_SUCCESS);
    assert_int_equal(server.bad_requests, 0);
    assert_false(model_server_deceived(&server));
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW);
    pool_clear();
    assert_int_equal(server.open, 0);
}

static void every_dialect_works(void **state)
{
    (void)state;
    for (size_t dialect = 0; dialect < smb2_dialect_count; dialect++)
    {
        for (unsigned int bits = 0; bits < 32; bits++)
        {
            start_again(NULL);
            server.settings.dialect = (enum smb2_dialect)smb2_dialects[dialect];
            server.settings.sends_hint = bits & 1;
            server.settings.sends_mic = bits & 2;
            server.settings.sends_compound = bits & 4;
            server.settings.encrypts_session =
                bits & 8 && server.settings.dialect >= SMB2_DIALECT_300;
            server.settings.encrypts_share =
                bits & 16 && server.settings.dialect >= SMB2_DIALECT_300;
            assert_works();
        }
    }
}

static void every_algorithm_works(void **state)
{
    (void)state;
    for (size_t signing = 0; signing < smb2_signing_algorithm_count; signing++)
    {
        for (size_t cipher = 0; cipher <= smb2_cipher_count; cipher++)
        {
            start_again(NULL);
            server.settings.signing = smb2_signing_algorithms[signing].id;
            server.settings.cipher =
                cipher < smb2_cipher_count ? smb2_ciphers[cipher].id : SMB2_CIPHER_NONE;
            server.settings.encrypts_session = server.settings.cipher != SMB2_CIPHER_NONE;
            assert_works();
        }
    }
}

static void given_session_needs_no_logon(void **state)
{
    struct remote remote;

    (void)state;
    for (unsigned int bits = 0; bits < 4; bits++)
    {
        start_again(NULL);
        server.settings.encrypts_session = bits & 1;
        server.settings.dialect = bits & 2 ? SMB2_DIALECT_302 : SMB2_DIALECT_311;
        assert_int_equal(remote_begin_for(&remote, server_name), ERROR_SUCCESS);
        assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
        assert_true(model_server_give_session(&server, &remote.server.key));
        remote_end(&remote);
        server.connections = 0;
        assert_int_equal(ask_server(), ERROR_SUCCESS);
        assert_int_equal(server.connections, 0);
        pool_clear();
        assert_int_equal(server.open, 0);
    }
}

static void wrong_password_is_told(void **state)
{
    (void)state;
    server.settings.password = (struct utf16_slice){ u"another", 7 };
    assert_int_equal(ask_server(), ERROR_LOGON_FAILURE);
}

/* ---- Manners ----------------------------------------------------------------------------------- */

static uint32_t ask_in(struct model_manner manner)
{
    server.behaviour.choose_manner = choose_given_manner;
    server.behaviour.context = &manner;
    return ask_server();
}

static void status_comes_instead_of_an_answer(void **state)
{
    (void)state;
    assert_int_equal(
        ask_in((struct model_manner){ .has_status = true, .status = STATUS_ACCESS_DENIED }),
        ERROR_ACCESS_DENIED);
}

static void interim_answers_are_waited_out(void **state)
{
    (void)state;
    assert_int_equal(ask_in((struct model_manner){ .interims = 3, .delay = 700 }), ERROR_SUCCESS);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 700);
}

static void silence_lasts_until_the_deadline(void **state)
{
    (void)state;
    assert_int_equal(ask_in((struct model_manner){ .is_silent = true }), ERROR_SEM_TIMEOUT);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 30000);
}

static void endless_interim_answers_end_at_the_deadline(void **state)
{
    (void)state;
    assert_int_equal(ask_in((struct model_manner){ .is_endless = true }), ERROR_SEM_TIMEOUT);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 30000);
}

static void closed_connection_is_told(void **state)
{
    (void)state;
    assert_int_equal(ask_in((struct model_manner){ .is_silent = true, .closes = true }),
                     ERROR_NETNAME_DELETED);
}

static void answer_in_pieces_is_put_together(void **state)
{
    (void)state;
    server.settings.piece_max = 1;
    server.settings.piece_delay = 1;
    assert_int_equal(ask_server(), ERROR_SUCCESS);
    assert_true(platform_now() > FIXED_PLATFORM_NOW + 500);
}

static void answer_to_nobody_breaks_the_connection(void **state)
{
    (void)state;
    assert_int_equal(ask_in((struct model_manner){ .is_doubled = true }), ERROR_SUCCESS);
    assert_int_equal(ask_in((struct model_manner){ .delay = 0 }), ERROR_BAD_NET_RESP);
}

/* ---- Changes behind the signature -------------------------------------------------------------- */

static void assert_changes_are_seen(struct model_manner manner, bool for_all)
{
    for (uint32_t position = 0; position < 200; position++)
    {
        pool_clear();
        server.sealed_edits = 0;
        server.requests = 0;
        server.behaviour.choose_manner = for_all ? choose_for_all : choose_given_manner;
        server.behaviour.context = &manner;
        manner.sealed.position = position;
        assert_int_not_equal(ask_server(), ERROR_SUCCESS);
        assert_int_not_equal(server.sealed_edits, 0);
        assert_false(server.was_believed);
    }
}

static void change_of_a_signed_answer_is_seen(void **state)
{
    (void)state;
    assert_changes_are_seen((struct model_manner){ .sealed = { MODEL_XOR, 0, 0x40, { 0 } } },
                            false);
}

static void change_of_an_encrypted_answer_is_seen(void **state)
{
    (void)state;
    server.settings.encrypts_session = true;
    assert_changes_are_seen((struct model_manner){ .sealed = { MODEL_XOR, 0, 0x40, { 0 } } },
                            false);
}

static void addition_to_a_signed_answer_is_seen(void **state)
{
    (void)state;
    assert_changes_are_seen((struct model_manner){ .sealed = { MODEL_APPEND, 0, 0, { 0 } } },
                            false);
}

static void answer_without_its_signature_is_seen(void **state)
{
    (void)state;
    assert_changes_are_seen((struct model_manner){ .sealed = { MODEL_UNSIGN, 0, 0, { 0 } } },
                            false);
}

/* Which 3.1.1 sees by the keys that come of it. */
static void change_of_the_negotiation_is_seen(void **state)
{
    (void)state;
    assert_changes_are_seen((struct model_manner){ .sealed = { MODEL_XOR, 0, 0x40, { 0 } } }, true);
}

/* What is believed is noticed: NEGOTIATE is not protected where nobody is authenticated by it. */
static void who_believes_a_change_is_found_out(void **state)
{
    const struct model_manner manner = { .sealed = { MODEL_XOR, 104, 1, { 0 } } };

    (void)state;
    posix_config_clear();
    server.behaviour.choose_manner = choose_for_negotiate;
    server.behaviour.context = (void *)(uintptr_t)&manner;
    assert_int_equal(ask_server(), ERROR_SUCCESS);
    assert_true(model_server_deceived(&server));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start_again, end_connections)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_dialect_works),
        TEST(every_algorithm_works),
        TEST(given_session_needs_no_logon),
        TEST(wrong_password_is_told),
        TEST(status_comes_instead_of_an_answer),
        TEST(interim_answers_are_waited_out),
        TEST(silence_lasts_until_the_deadline),
        TEST(endless_interim_answers_end_at_the_deadline),
        TEST(closed_connection_is_told),
        TEST(answer_in_pieces_is_put_together),
        TEST(answer_to_nobody_breaks_the_connection),
        TEST(change_of_a_signed_answer_is_seen),
        TEST(change_of_an_encrypted_answer_is_seen),
        TEST(addition_to_a_signed_answer_is_seen),
        TEST(answer_without_its_signature_is_seen),
        TEST(change_of_the_negotiation_is_seen),
        TEST(who_believes_a_change_is_found_out),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
