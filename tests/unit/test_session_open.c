/*
 * What is left of a connection on which no session could be opened.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/platform.h"
#include "smb/smb2_session.h"
#include "support/memory_transport.h"
#include "support/unit.h"

/* Opens a session with a server that answers NEGOTIATE with this status and an empty body, and
 * closes it. Gives what opening gave; *broken and *last_words say what came of the connection. */
static uint32_t open_with_reply(uint32_t ntstatus, bool *broken, bool *last_words)
{
    const struct smb2_header header = {
        .command = SMB2_NEGOTIATE,
        .status = ntstatus,
        .credits = 1,
        .flags = SMB2_FLAGS_SERVER_TO_REDIR,
    };
    const struct utf16_name server = utf16_name_from_ascii("server");
    const struct credentials anonymous = { .kind = CREDENTIALS_ANONYMOUS };
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&server),
        .credentials = &anonymous,
    };
    struct memory_transport memory;
    struct smb2_connection connection;
    struct writer stream = { 0 };
    size_t frame = frame_begin(&stream);
    size_t said = 0;
    uint32_t status = crypto_start();

    assert_int_equal(status, ERROR_SUCCESS);
    smb2_header_encode(&header, &stream);
    smb2_empty_encode(&stream);
    frame_end(&stream, frame);
    memory_transport_init(&memory, (struct bytes){ stream.data, stream.size });

    status = smb2_session_open(&connection, &memory.transport, &parameters, NO_DEADLINE);
    *broken = connection.broken;
    said = memory.outgoing.size;
    smb2_session_close(&connection);
    *last_words = memory.outgoing.size != said;
    assert_int_equal(memory.close_count, 1);
    memory_transport_free(&memory);
    writer_free(&stream);
    return status;
}

static void reply_against_the_protocol_breaks_the_connection(void **state)
{
    bool broken = false;
    bool last_words = false;

    (void)state;
    assert_int_equal(open_with_reply(STATUS_SUCCESS, &broken, &last_words), ERROR_BAD_NET_RESP);
    assert_true(broken);
    assert_false(last_words);
}

static void refusal_leaves_the_connection_whole(void **state)
{
    bool broken = false;
    bool last_words = false;

    (void)state;
    assert_int_equal(open_with_reply(STATUS_ACCESS_DENIED, &broken, &last_words),
                     ERROR_ACCESS_DENIED);
    assert_false(broken);
    assert_true(last_words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reply_against_the_protocol_breaks_the_connection),
        cmocka_unit_test(refusal_leaves_the_connection_whole),
    };

    return cmocka_run_group_tests_name("session_open", tests, NULL, NULL);
}
