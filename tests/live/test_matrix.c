/*
 * Every dialect, cipher and signing algorithm that Samba can be told to insist on: what was agreed,
 * and that the sessions are listed over it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/posix.h"
#include "smb/cipher.h"
#include "smb/signing.h"
#include "support/direct.h"
#include "support/live.h"
#include "support/session_calls.h"

#define LINES_SIZE 512

/* A value of smb.conf, and what it comes to on the wire. */
struct choice
{
    const char *text;
    unsigned int value;
};

static const struct choice old_dialects[] = {
    { "SMB2_02", SMB2_DIALECT_202 },
    { "SMB2_10", SMB2_DIALECT_210 },
};
static const struct choice middle_dialects[] = {
    { "SMB3_00", SMB2_DIALECT_300 },
    { "SMB3_02", SMB2_DIALECT_302 },
};
static const struct choice latest_dialect = { "SMB3_11", SMB2_DIALECT_311 };

static const char *const server_signings[] = { "default", "mandatory" };

/* What the server is told; NULL leaves it its default. */
struct cell
{
    const struct choice *dialect;
    const char *server_signing;
    const char *server_encryption;
    /* Samba has the names that our tables have. */
    const struct smb2_cipher_row *cipher;
    const struct smb2_signing_row *signing_algorithm;
    bool require_encryption; /* by our configuration */
};

/* What has to come of it. */
struct agreement
{
    uint32_t status;
    enum smb2_cipher cipher;
    enum smb2_signing_algorithm signing_algorithm;
    bool encrypting;
};

static void add_option(char lines[LINES_SIZE], const char *name, const char *value)
{
    size_t length = strlen(lines);

    if (value)
    {
        snprintf(lines + length, LINES_SIZE - length, "%s = %s\n", name, value);
    }
}

static void set_up_server(const struct cell *cell)
{
    char lines[LINES_SIZE] = "";

    add_option(lines, "server min protocol", cell->dialect->text);
    add_option(lines, "server max protocol", cell->dialect->text);
    add_option(lines, "server signing", cell->server_signing);
    add_option(lines, "smb encrypt", cell->server_encryption);
    add_option(lines, "server smb3 encryption algorithms",
               cell->cipher ? cell->cipher->name : NULL);
    add_option(lines, "server smb3 signing algorithms",
               cell->signing_algorithm ? cell->signing_algorithm->name : NULL);
    bed_set_options(bed, lines);
}

static void print_cell(const struct cell *cell)
{
    print_message("  %s, signing %s, encryption %s%s, %s, %s\n", cell->dialect->text,
                  cell->server_signing ? cell->server_signing : "default",
                  cell->server_encryption ? cell->server_encryption : "default",
                  cell->require_encryption ? " and required here" : "",
                  cell->cipher ? cell->cipher->name : "any cipher",
                  cell->signing_algorithm ? cell->signing_algorithm->name : "any algorithm");
}

/* One cell: a server of its own configuration, a connection, and the work on it. */
static void assert_cell(const struct cell *cell, const struct agreement *expected)
{
    struct server_connection *connection = NULL;
    const struct smb2_connection *smb = NULL;
    size_t entries = 0;

    print_cell(cell);
    set_up_server(cell);
    assert_int_equal(direct_open(bed, "admin", cell->require_encryption, &connection),
                     expected->status);
    if (expected->status)
    {
        return;
    }
    smb = &connection->smb;
    assert_int_equal(smb->agreed.dialect, cell->dialect->value);
    assert_int_equal(smb->agreed.cipher, expected->cipher);
    assert_int_equal(smb->agreed.signing, expected->signing_algorithm);
    assert_true(smb->signing);
    assert_int_equal(smb->encrypting, expected->encrypting);
    assert_int_equal(direct_enum(connection, &entries), ERROR_SUCCESS);
    assert_int_equal(entries, 1);
    server_connection_free(connection);
}

/* ---- 2.0.2 and 2.1 --------------------------------------------------------------------------- */

static void dialects_below_3_are_signed_with_hmac_sha256(void **state)
{
    (void)state;
    for (size_t dialect = 0; dialect < COUNT(old_dialects); dialect++)
    {
        for (size_t signing = 0; signing < COUNT(server_signings); signing++)
        {
            assert_cell(&(struct cell){ .dialect = &old_dialects[dialect],
                                        .server_signing = server_signings[signing] },
                        &(struct agreement){ .signing_algorithm = SMB2_SIGNING_HMAC_SHA256 });
        }
    }
}

static void dialects_below_3_do_not_reach_a_server_that_requires_encryption(void **state)
{
    (void)state;
    for (size_t dialect = 0; dialect < COUNT(old_dialects); dialect++)
    {
        assert_cell(
            &(struct cell){ .dialect = &old_dialects[dialect], .server_encryption = "required" },
            &(struct agreement){ .status = ERROR_ACCESS_DENIED });
    }
}

/* ---- 3.0 and 3.0.2 --------------------------------------------------------------------------- */

static void dialects_3_0_are_signed_with_cmac_and_encrypted_with_ccm_where_required(void **state)
{
    static const struct
    {
        const char *server_encryption;
        enum smb2_cipher cipher;
        bool encrypting;
    } encryptions[] = {
        { "off", SMB2_CIPHER_NONE, false },
        { NULL, SMB2_ENCRYPTION_AES128_CCM, false },
        { "required", SMB2_ENCRYPTION_AES128_CCM, true },
    };

    (void)state;
    for (size_t dialect = 0; dialect < COUNT(middle_dialects); dialect++)
    {
        for (size_t signing = 0; signing < COUNT(server_signings); signing++)
        {
            for (size_t i = 0; i < COUNT(encryptions); i++)
            {
                assert_cell(&(struct cell){ .dialect = &middle_dialects[dialect],
                                            .server_signing = server_signings[signing],
                                            .server_encryption = encryptions[i].server_encryption },
                            &(struct agreement){ .cipher = encryptions[i].cipher,
                                                 .signing_algorithm = SMB2_SIGNING_AES_CMAC,
                                                 .encrypting = encryptions[i].encrypting });
            }
        }
    }
}

/* ---- 3.1.1 ----------------------------------------------------------------------------------- */

/* Every cipher with every signing algorithm, under one policy of the server. */
static void assert_latest_dialect(const char *server_signing, const char *server_encryption,
                                  bool encrypting)
{
    for (size_t cipher = 0; cipher < smb2_cipher_count; cipher++)
    {
        for (size_t signing = 0; signing < smb2_signing_algorithm_count; signing++)
        {
            assert_cell(&(struct cell){ .dialect = &latest_dialect,
                                        .server_signing = server_signing,
                                        .server_encryption = server_encryption,
                                        .cipher = &smb2_ciphers[cipher],
                                        .signing_algorithm = &smb2_signing_algorithms[signing] },
                        &(struct agreement){
                            .cipher = smb2_ciphers[cipher].id,
                            .signing_algorithm = smb2_signing_algorithms[signing].id,
                            .encrypting = encrypting,
                        });
        }
    }
}

static void dialect_3_1_1_is_signed_with_each_algorithm_where_encryption_is_off(void **state)
{
    (void)state;
    for (size_t signing = 0; signing < COUNT(server_signings); signing++)
    {
        for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
        {
            assert_cell(&(struct cell){ .dialect = &latest_dialect,
                                        .server_signing = server_signings[signing],
                                        .server_encryption = "off",
                                        .signing_algorithm = &smb2_signing_algorithms[i] },
                        &(struct agreement){ .signing_algorithm = smb2_signing_algorithms[i].id });
        }
    }
}

static void dialect_3_1_1_is_signed_whatever_cipher_is_agreed_and_not_used(void **state)
{
    (void)state;
    for (size_t signing = 0; signing < COUNT(server_signings); signing++)
    {
        assert_latest_dialect(server_signings[signing], NULL, false);
    }
}

static void dialect_3_1_1_is_encrypted_with_each_cipher_where_required(void **state)
{
    (void)state;
    for (size_t signing = 0; signing < COUNT(server_signings); signing++)
    {
        assert_latest_dialect(server_signings[signing], "required", true);
    }
}

static void dialect_3_1_1_is_encrypted_where_the_server_wishes_it(void **state)
{
    (void)state;
    assert_latest_dialect(NULL, "desired", true);
}

/* ---- Encryption by our configuration, and by share ------------------------------------------- */

static void encryption_that_our_configuration_requires_is_used(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(middle_dialects); i++)
    {
        assert_cell(&(struct cell){ .dialect = &middle_dialects[i], .require_encryption = true },
                    &(struct agreement){ .cipher = SMB2_ENCRYPTION_AES128_CCM,
                                         .signing_algorithm = SMB2_SIGNING_AES_CMAC,
                                         .encrypting = true });
    }
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        assert_cell(
            &(struct cell){ .dialect = &latest_dialect,
                            .cipher = &smb2_ciphers[i],
                            .signing_algorithm = smb2_signing_find(SMB2_SIGNING_HMAC_SHA256),
                            .require_encryption = true },
            &(struct agreement){ .cipher = smb2_ciphers[i].id,
                                 .signing_algorithm = SMB2_SIGNING_HMAC_SHA256,
                                 .encrypting = true });
    }
}

static void encryption_that_our_configuration_requires_is_never_gone_without(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(old_dialects); i++)
    {
        assert_cell(&(struct cell){ .dialect = &old_dialects[i], .require_encryption = true },
                    &(struct agreement){ .status = ERROR_NOT_SUPPORTED });
    }
    for (size_t i = 0; i < COUNT(middle_dialects); i++)
    {
        assert_cell(&(struct cell){ .dialect = &middle_dialects[i],
                                    .server_encryption = "off",
                                    .require_encryption = true },
                    &(struct agreement){ .status = ERROR_NOT_SUPPORTED });
    }
    assert_cell(&(struct cell){ .dialect = &latest_dialect,
                                .server_encryption = "off",
                                .require_encryption = true },
                &(struct agreement){ .status = ERROR_NOT_SUPPORTED });
}

/* The tree connect tells it, after the session was opened without. */
static void encryption_that_the_share_alone_requires_is_used(void **state)
{
    static const struct choice *const dialects[] = { &middle_dialects[0], &middle_dialects[1],
                                                     &latest_dialect };

    (void)state;
    for (size_t i = 0; i < COUNT(dialects); i++)
    {
        struct server_connection *connection = NULL;
        char lines[LINES_SIZE] = "";
        size_t entries = 0;

        add_option(lines, "server min protocol", dialects[i]->text);
        add_option(lines, "server max protocol", dialects[i]->text);
        strcat(lines, "[IPC$]\npath = /tmp\nsmb encrypt = required\n");
        print_message("  %s, encryption required for IPC$\n", dialects[i]->text);
        bed_set_options(bed, lines);
        assert_int_equal(direct_open(bed, "admin", false, &connection), ERROR_SUCCESS);
        assert_false(connection->smb.session_flags & SMB2_SESSION_FLAG_ENCRYPT_DATA);
        assert_true(connection->smb.encrypting);
        assert_int_equal(direct_enum(connection, &entries), ERROR_SUCCESS);
        assert_int_equal(entries, 1);
        server_connection_free(connection);
    }
}

/* What the server's own administrator sees. */
static void server_reports_the_session_as_encrypted(void **state)
{
    const struct cell cell = { .dialect = &latest_dialect,
                               .server_signing = "mandatory",
                               .server_encryption = "required",
                               .cipher = smb2_cipher_find(SMB2_ENCRYPTION_AES256_GCM),
                               .signing_algorithm = smb2_signing_find(SMB2_SIGNING_AES_GMAC) };
    struct server_connection *connection = NULL;
    char status[4096];

    (void)state;
    print_cell(&cell);
    set_up_server(&cell);
    assert_int_equal(direct_open(bed, "admin", false, &connection), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, "smbstatus --processes | grep -w admin", status, sizeof(status)),
                     0);
    assert_non_null(strstr(status, "SMB3_11"));
    assert_non_null(strstr(status, "AES-256-GCM"));
    assert_non_null(strstr(status, "AES-128-GMAC"));
    server_connection_free(connection);
}

static int forget(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

static uint32_t list_sessions(void)
{
    struct info_answer answer;
    uint32_t status = enum_sessions(SERVER, NULL, NULL, 1, &answer);

    answer_free(&answer);
    return status;
}

/* The whole library, with the setting as a person makes it. */
static void setting_that_requires_encryption_counts_for_every_call(void **state)
{
    struct cell cell = { .dialect = &latest_dialect,
                         .cipher = smb2_cipher_find(SMB2_ENCRYPTION_AES256_GCM) };
    char status[4096];

    (void)state;
    set_up_server(&cell);
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(list_sessions(), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, "smbstatus --processes | grep -w admin", status, sizeof(status)),
                     0);
    assert_null(strstr(status, "AES-256-GCM"));

    posix_config_set(SERVER, "Encryption", "required");
    assert_int_equal(list_sessions(), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, "smbstatus --processes | grep -w admin", status, sizeof(status)),
                     0);
    assert_non_null(strstr(status, "AES-256-GCM"));

    cell.server_encryption = "off";
    set_up_server(&cell);
    pool_clear();
    assert_int_equal(list_sessions(), ERROR_NOT_SUPPORTED);
    posix_config_set(SERVER, "Encryption", "requierd"); /* a slip of the pen */
    assert_int_equal(list_sessions(), ERROR_NOT_SUPPORTED);
    posix_config_set(SERVER, "Encryption", "auto");
    assert_int_equal(list_sessions(), ERROR_SUCCESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dialects_below_3_are_signed_with_hmac_sha256),
        cmocka_unit_test(dialects_below_3_do_not_reach_a_server_that_requires_encryption),
        cmocka_unit_test(dialects_3_0_are_signed_with_cmac_and_encrypted_with_ccm_where_required),
        cmocka_unit_test(dialect_3_1_1_is_signed_with_each_algorithm_where_encryption_is_off),
        cmocka_unit_test(dialect_3_1_1_is_signed_whatever_cipher_is_agreed_and_not_used),
        cmocka_unit_test(dialect_3_1_1_is_encrypted_with_each_cipher_where_required),
        cmocka_unit_test(dialect_3_1_1_is_encrypted_where_the_server_wishes_it),
        cmocka_unit_test(encryption_that_our_configuration_requires_is_used),
        cmocka_unit_test(encryption_that_our_configuration_requires_is_never_gone_without),
        cmocka_unit_test(encryption_that_the_share_alone_requires_is_used),
        cmocka_unit_test(server_reports_the_session_as_encrypted),
        cmocka_unit_test_teardown(setting_that_requires_encryption_counts_for_every_call, forget),
    };

    return cmocka_run_group_tests(tests, start_server, stop_server);
}
