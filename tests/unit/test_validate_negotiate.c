/*
 * The check that nobody changed NEGOTIATE on its way: what the server may confirm, and what it may
 * not.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "smb/validate_negotiate.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define TREE_ID 9

#define CAPABILITIES  0x00000044u
#define SECURITY_MODE 0x0003
#define GUID_BYTE     0x47

/* A signed connection on which this dialect was agreed. */
static void session_init(struct protected_session *session, enum smb2_dialect dialect)
{
    struct smb2_negotiate_reply *agreed = &session->connection.agreed;

    protected_session_init(session, PROTECTION_SIGNED);
    agreed->dialect = dialect;
    agreed->signing = dialect < SMB2_DIALECT_300 ? SMB2_SIGNING_HMAC_SHA256 : SMB2_SIGNING_AES_CMAC;
    agreed->capabilities = CAPABILITIES;
    agreed->security_mode = SECURITY_MODE;
    memset(agreed->server_guid, GUID_BYTE, sizeof(agreed->server_guid));
}

static void say(struct protected_session *session, uint32_t status, struct bytes body)
{
    struct smb2_header header = protected_session_header(SMB2_IOCTL, PROTECTED_SESSION_FIRST);

    header.status = status;
    protected_session_say(session, &header, body, false);
}

/* VALIDATE_NEGOTIATE_INFO Response, [MS-SMB2] 2.2.32.6, as the server was asked and answered. */
static struct writer confirmation(enum smb2_dialect dialect)
{
    struct writer body = { 0 };

    writer_u16(&body, 49);
    writer_u16(&body, 0);
    writer_u32(&body, FSCTL_VALIDATE_NEGOTIATE_INFO);
    writer_zeros(&body, 16 + 4 + 4);
    writer_u32(&body, SMB2_HEADER_SIZE + 48);
    writer_u32(&body, 24);
    writer_zeros(&body, 8);
    writer_u32(&body, CAPABILITIES);
    for (size_t i = 0; i < SMB2_GUID_SIZE; i++)
    {
        writer_u8(&body, GUID_BYTE);
    }
    writer_u16(&body, SECURITY_MODE);
    writer_u16(&body, (uint16_t)dialect);
    assert_false(body.failed);
    return body;
}

/* Validates, and gives the code; the connection is broken by every error. */
static uint32_t validate(struct protected_session *session)
{
    uint32_t status = smb2_validate_negotiate(&session->connection, TREE_ID, NO_DEADLINE);

    assert_int_equal(session->connection.broken, status != ERROR_SUCCESS);
    protected_session_free(session);
    return status;
}

static uint32_t code_of_error(enum smb2_dialect dialect, uint32_t ntstatus)
{
    static const uint8_t error_body[] = { 9, 0, 0, 0, 0, 0, 0, 0, 0 };
    struct protected_session session;

    session_init(&session, dialect);
    say(&session, ntstatus, (struct bytes){ error_body, sizeof(error_body) });
    return validate(&session);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void what_was_agreed_is_accepted_at_every_dialect(void **state)
{
    static const enum smb2_dialect dialects[] = { SMB2_DIALECT_202, SMB2_DIALECT_210,
                                                  SMB2_DIALECT_300, SMB2_DIALECT_302 };

    (void)state;
    for (size_t i = 0; i < sizeof(dialects) / sizeof(dialects[0]); i++)
    {
        struct writer body = confirmation(dialects[i]);
        struct protected_session session;

        session_init(&session, dialects[i]);
        say(&session, STATUS_SUCCESS, (struct bytes){ body.data, body.size });
        assert_int_equal(validate(&session), ERROR_SUCCESS);
        writer_free(&body);
    }
}

static void any_byte_that_differs_is_refused(void **state)
{
    const size_t answer_size = 24;

    (void)state;
    for (size_t i = 0; i < answer_size; i++)
    {
        struct writer body = confirmation(SMB2_DIALECT_302);
        struct protected_session session;

        body.data[body.size - answer_size + i] ^= 0x01;
        session_init(&session, SMB2_DIALECT_302);
        say(&session, STATUS_SUCCESS, (struct bytes){ body.data, body.size });
        assert_int_equal(validate(&session), ERROR_BAD_NET_RESP);
        writer_free(&body);
    }
}

static void confirmation_that_is_cut_short_is_refused(void **state)
{
    struct writer body = confirmation(SMB2_DIALECT_300);
    struct protected_session session;

    (void)state;
    writer_patch_u32(&body, 36, 23);
    session_init(&session, SMB2_DIALECT_300);
    say(&session, STATUS_SUCCESS, (struct bytes){ body.data, body.size - 1 });
    assert_int_equal(validate(&session), ERROR_BAD_NET_RESP);
    writer_free(&body);
}

/* Who speaks 3.x knows the request: an error means that its answer would have told the truth. */
static void server_of_3_x_that_does_not_confirm_is_refused(void **state)
{
    (void)state;
    assert_int_equal(code_of_error(SMB2_DIALECT_300, STATUS_NOT_SUPPORTED), ERROR_BAD_NET_RESP);
    assert_int_equal(code_of_error(SMB2_DIALECT_302, STATUS_ACCESS_DENIED), ERROR_BAD_NET_RESP);
    assert_int_equal(code_of_error(SMB2_DIALECT_302, STATUS_FILE_CLOSED), ERROR_BAD_NET_RESP);
}

static void server_of_2_x_need_not_know_the_request(void **state)
{
    (void)state;
    assert_int_equal(code_of_error(SMB2_DIALECT_202, STATUS_NOT_SUPPORTED), ERROR_SUCCESS);
    assert_int_equal(code_of_error(SMB2_DIALECT_210, STATUS_FILE_CLOSED), ERROR_SUCCESS);
}

/* [MS-SMB2] 3.3.5.15.12: a server that was asked something else than it saw hangs up. */
static void server_that_hangs_up_tells_of_tampering(void **state)
{
    struct protected_session session;

    (void)state;
    session_init(&session, SMB2_DIALECT_302);
    assert_int_equal(validate(&session), ERROR_BAD_NET_RESP);
}

static void nothing_is_asked_where_nothing_is_due(void **state)
{
    struct protected_session session;

    (void)state;
    session_init(&session, SMB2_DIALECT_311);
    assert_int_equal(smb2_validate_negotiate(&session.connection, TREE_ID, NO_DEADLINE),
                     ERROR_SUCCESS);
    assert_int_equal(session.memory.outgoing.size, 0);
    protected_session_free(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_agreed_is_accepted_at_every_dialect),
        cmocka_unit_test(any_byte_that_differs_is_refused),
        cmocka_unit_test(confirmation_that_is_cut_short_is_refused),
        cmocka_unit_test(server_of_3_x_that_does_not_confirm_is_refused),
        cmocka_unit_test(server_of_2_x_need_not_know_the_request),
        cmocka_unit_test(server_that_hangs_up_tells_of_tampering),
        cmocka_unit_test(nothing_is_asked_where_nothing_is_due),
    };

    return cmocka_run_group_tests_name("validate_negotiate", tests, start_cryptography, NULL);
}
