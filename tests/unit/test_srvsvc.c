/*
 * Calls to the Server Service whose answers are short: ending sessions, the time of day. The
 * server's side is written beforehand.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "rpc/srvsvc.h"
#include "support/hex.h"
#include "support/protected_session.h"
#include "support/unit.h"

#define CALL_ID 2 /* of the first call behind the bind */

/* A TIME_OF_DAY_INFO: each number tells its place. */
#define TIME                                                                                       \
    "00000200 01000000 02000000 03000000 04000000 05000000 06000000 07000000 08000000 09000000 "   \
    "0a000000 0b000000 0c000000"
#define SUCCESS "00000000"

/* A pipe that is bound, and the answer to the one call on it. */
struct bound_pipe
{
    struct protected_session session;
    struct smb2_ipc_tree tree;
    struct rpc_client client;
};

static void write_response(struct writer *pdu, struct hex stub)
{
    const uint8_t header[] = { 5, 0, 2 /* response */, 3 /* first and last */, 0x10, 0, 0, 0 };

    writer_bytes(pdu, header, sizeof(header));
    writer_u16(pdu, (uint16_t)(24 + stub.size));
    writer_u16(pdu, 0);
    writer_u32(pdu, CALL_ID);
    writer_u32(pdu, (uint32_t)stub.size);
    writer_u32(pdu, 0);
    writer_bytes(pdu, stub.data, stub.size);
}

static void bound_pipe_init(struct bound_pipe *pipe, const char *stub)
{
    const struct smb2_header header = protected_session_header(SMB2_IOCTL, PROTECTED_SESSION_FIRST);
    struct writer pdu = { 0 };
    struct writer body = { 0 };

    memset(pipe, 0, sizeof(*pipe));
    protected_session_init(&pipe->session, PROTECTION_SIGNED);
    pipe->tree = (struct smb2_ipc_tree){ &pipe->session.connection, { .length = 0 }, 9, true };
    pipe->client = (struct rpc_client){
        .pipe = { .tree = &pipe->tree },
        .sizes = { .transmit_max = 4280, .receive_max = 4280 },
        .last_call_id = CALL_ID - 1,
        .bound = true,
    };
    write_response(&pdu, hex(stub));
    writer_u16(&body, 49);
    writer_u16(&body, 0);
    writer_u32(&body, FSCTL_PIPE_TRANSCEIVE);
    writer_zeros(&body, 16 + 4 + 4);
    writer_u32(&body, SMB2_HEADER_SIZE + 48);
    writer_u32(&body, (uint32_t)pdu.size);
    writer_zeros(&body, 8);
    writer_bytes(&body, pdu.data, pdu.size);
    protected_session_say(&pipe->session, &header, (struct bytes){ body.data, body.size }, false);
    writer_free(&pdu);
    writer_free(&body);
}

/* Ends sessions, asks for the time: the code, and whether the connection is broken by then. */
static uint32_t end_sessions(const char *stub, bool *broken)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\name");
    struct bound_pipe pipe;
    uint32_t status = 0;

    bound_pipe_init(&pipe, stub);
    status = srvsvc_net_session_del(&pipe.client, utf16_from_name(&name), utf16_from_name(&name),
                                    utf16_from_name(&name), NO_DEADLINE);
    *broken = pipe.session.connection.broken;
    protected_session_free(&pipe.session);
    return status;
}

static uint32_t ask_for_time(const char *stub, struct time_of_day *time, bool *broken)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\name");
    struct bound_pipe pipe;
    uint32_t status = 0;

    bound_pipe_init(&pipe, stub);
    status = srvsvc_net_remote_tod(&pipe.client, utf16_from_name(&name), time, NO_DEADLINE);
    *broken = pipe.session.connection.broken;
    protected_session_free(&pipe.session);
    return status;
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void what_the_server_returns_is_the_result(void **state)
{
    struct time_of_day time;
    bool broken = true;

    (void)state;
    assert_int_equal(end_sessions(SUCCESS, &broken), ERROR_SUCCESS);
    assert_false(broken);
    assert_int_equal(end_sessions("05000000", &broken), ERROR_ACCESS_DENIED);
    assert_false(broken);
    assert_int_equal(ask_for_time("00000000 05000000", &time, &broken), ERROR_ACCESS_DENIED);
    assert_false(broken);
}

static void every_number_of_the_time_has_its_place(void **state)
{
    struct time_of_day time;
    bool broken = true;

    (void)state;
    assert_int_equal(ask_for_time(TIME SUCCESS, &time, &broken), ERROR_SUCCESS);
    assert_false(broken);
    assert_int_equal(time.seconds_since_1970, 1);
    assert_int_equal(time.milliseconds_since_start, 2);
    assert_int_equal(time.hours, 3);
    assert_int_equal(time.minutes, 4);
    assert_int_equal(time.seconds, 5);
    assert_int_equal(time.hundredths, 6);
    assert_int_equal(time.time_zone, 7);
    assert_int_equal(time.clock_interval, 8);
    assert_int_equal(time.day, 9);
    assert_int_equal(time.month, 10);
    assert_int_equal(time.year, 11);
    assert_int_equal(time.weekday, 12);
}

static void answer_that_is_cut_short_breaks_the_connection(void **state)
{
    static const char *const cut[] = { "", "0000", TIME };
    struct time_of_day time;
    bool broken = false;

    (void)state;
    assert_int_equal(end_sessions("000000", &broken), RPC_X_BAD_STUB_DATA);
    assert_true(broken);
    for (size_t i = 0; i < sizeof(cut) / sizeof(cut[0]); i++)
    {
        assert_int_equal(ask_for_time(cut[i], &time, &broken), RPC_X_BAD_STUB_DATA);
        assert_true(broken);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_server_returns_is_the_result),
        cmocka_unit_test(every_number_of_the_time_has_its_place),
        cmocka_unit_test(answer_that_is_cut_short_breaks_the_connection),
    };

    return cmocka_run_group_tests_name("srvsvc", tests, start_cryptography, NULL);
}
