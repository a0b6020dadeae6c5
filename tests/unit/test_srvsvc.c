/*
 * Calls to the Server Service whose answers are short: ending sessions, the time of day. The
 * server's side is written beforehand.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "rpc/srvsvc.h"
#include "support/rpc_conversation.h"
#include "support/unit.h"

/* A TIME_OF_DAY_INFO: each number tells its place. */
#define TIME                                                                                       \
    "00000200 01000000 02000000 03000000 04000000 05000000 06000000 07000000 08000000 09000000 "   \
    "0a000000 0b000000 0c000000"
#define SUCCESS "00000000"
/* An empty list of level 1, no entries in all, the resume handle 0. */
#define NO_SESSIONS "01000000 01000000 00000200 00000000 00000000 00000000 04000200 00000000 "

/* Makes one call that is answered with a stub: the code, and whether the connection is broken by
 * then. */
static uint32_t call(uint16_t operation, void *parameters, const char *stub,
                     struct rpc_reply *reply, bool *broken)
{
    struct conversation conversation;
    uint32_t status = 0;

    conversation_init(&conversation);
    say_opened(&conversation);
    say_output(&conversation, STATUS_SUCCESS, response(FIRST_FRAGMENT | LAST_FRAGMENT, stub));
    assert_int_equal(conversation_bind(&conversation), ERROR_SUCCESS);
    status = rpc_call(&conversation.client, rpc_operation(&srvsvc_interface, operation), parameters,
                      reply, NO_DEADLINE);
    *broken = conversation.session.connection.broken;
    protected_session_free(&conversation.session);
    return status;
}

/* Ends sessions, asks for the time: what the server returned, or why there is no answer. */
static uint32_t end_sessions(const char *stub, bool *broken)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\name");
    struct srvsvc_session_del parameters = {
        .server = utf16_from_name(&name),
        .client = utf16_from_name(&name),
        .user = utf16_from_name(&name),
    };
    struct rpc_reply reply;
    const uint32_t status = call(NETR_SESSION_DEL, &parameters, stub, &reply, broken);

    rpc_reply_free(&reply);
    return status ? status : parameters.result;
}

static uint32_t ask_for_time(const char *stub, struct time_of_day *time, bool *broken)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\name");
    struct srvsvc_remote_tod parameters = { .server = utf16_from_name(&name) };
    struct rpc_reply reply;
    const uint32_t status = call(NETR_REMOTE_TOD, &parameters, stub, &reply, broken);

    if (!status && parameters.time)
    {
        *time = *parameters.time;
    }
    rpc_reply_free(&reply);
    return status ? status : parameters.result;
}

/* Lists sessions of level 1. */
static uint32_t list_sessions(const char *stub, bool *broken)
{
    uint32_t resume_handle = 0;
    struct srvsvc_session_enum parameters = {
        .sessions = { .level = 1 },
        .resume_handle = &resume_handle,
    };
    struct rpc_reply reply;
    const uint32_t status = call(NETR_SESSION_ENUM, &parameters, stub, &reply, broken);

    rpc_reply_free(&reply);
    return status ? status : parameters.result;
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

/* Codes with which we would say that the answer, or the connection, is broken. */
static void result_that_is_a_code_of_ours_leaves_the_connection(void **state)
{
    static const struct
    {
        const char *result;
        uint32_t code;
    } cases[] = {
        { "f7060000", RPC_X_BAD_STUB_DATA },
        { "c0060000", RPC_S_PROTOCOL_ERROR },
        { "3a000000", ERROR_BAD_NET_RESP },
        { "40000000", ERROR_NETNAME_DELETED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        char stub[128];
        bool broken = true;

        snprintf(stub, sizeof(stub), "%s%s", NO_SESSIONS, cases[i].result);
        assert_int_equal(list_sessions(stub, &broken), cases[i].code);
        assert_false(broken);
        assert_int_equal(end_sessions(cases[i].result, &broken), cases[i].code);
        assert_false(broken);
    }
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
        cmocka_unit_test(result_that_is_a_code_of_ours_leaves_the_connection),
        cmocka_unit_test(every_number_of_the_time_has_its_place),
        cmocka_unit_test(answer_that_is_cut_short_breaks_the_connection),
    };

    return cmocka_run_group_tests_name("srvsvc", tests, start_cryptography, NULL);
}
