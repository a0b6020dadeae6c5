/*
 * What callers are told when the network or the server fails.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "remote/pool.h"
#include "rpc/wkssvc.h"
#include "support/live.h"
#include "support/peer.h"
#include "support/session_calls.h"

#define BAD_SERVER "bad"
#define TIMEOUT    "700" /* ms */
#define PATIENCE   20000 /* ms that a busy machine may add */

static struct peer *peer;

static void start_peer(enum peer_manner manner, const void *says, size_t size)
{
    peer = peer_start(manner, (struct bytes){ says, size });
    assert_non_null(peer);
    bed_configure_port(BAD_SERVER, peer_port(peer));
    posix_credential_set(BAD_SERVER, "admin", "password");
}

static int stop_peer(void **state)
{
    (void)state;
    if (peer)
    {
        peer_stop(peer);
        peer = NULL;
    }
    posix_config_clear();
    return 0;
}

/* Every function must fail with `expected`, and give nothing. */
static void assert_all_calls_fail(const char *server, uint32_t expected)
{
    struct info_answer answer = { .buffer = &answer, .entries = 1, .total_entries = 1 };
    void *buffer = &answer;

    assert_int_equal(enum_sessions(server, NULL, NULL, 1, &answer), expected);
    assert_null(answer.buffer);
    assert_int_equal(answer.entries, 0);
    assert_int_equal(answer.total_entries, 0);
    assert_int_equal(get_session(server, "\\\\client", "user", 1, &buffer), expected);
    assert_null(buffer);
    assert_int_equal(delete_sessions(server, "\\\\client", "user"), expected);
}

static void assert_enum_fails(const char *server, uint32_t expected)
{
    struct info_answer answer;

    assert_int_equal(enum_sessions(server, NULL, NULL, 1, &answer), expected);
    assert_null(answer.buffer);
}

/* The call ends with ERROR_SEM_TIMEOUT when its time is over, not before and not much later. */
static void assert_enum_times_out(const char *server)
{
    const uint64_t before = platform_now();
    uint64_t took = 0;

    assert_enum_fails(server, ERROR_SEM_TIMEOUT);
    took = platform_now() - before;
    assert_in_range(took, strtoul(TIMEOUT, NULL, 10), strtoul(TIMEOUT, NULL, 10) + PATIENCE);
}

/* ---- Nobody there ---------------------------------------------------------------------------- */

static void closed_port_is_bad_netpath(void **state)
{
    (void)state;
    start_peer(PEER_REFUSES, NULL, 0);
    assert_all_calls_fail(BAD_SERVER, ERROR_BAD_NETPATH);
}

/* An empty label is in no name, so that the resolver asks nobody. */
static void name_that_cannot_be_resolved_is_bad_netpath(void **state)
{
    (void)state;
    assert_all_calls_fail("no..such", ERROR_BAD_NETPATH);
    assert_all_calls_fail("\\\\no..such", ERROR_BAD_NETPATH);
}

static void name_that_can_be_no_name_is_invalid(void **state)
{
    static const char *const names[] = { "\\",  "\\\\",   "\\\\\\", "\\name", "\\\\a\\b", "a\\b",
                                         "a\\", "//name", "a b",    " ",      "a\tb",     "\\\\ " };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        assert_all_calls_fail(names[i], ERROR_INVALID_NAME);
    }
}

static void port_that_does_not_answer_times_out(void **state)
{
    (void)state;
    start_peer(PEER_NEVER_ACCEPTS, NULL, 0);
    posix_config_set(NULL, "ConnectTimeout", TIMEOUT);
    assert_enum_times_out(BAD_SERVER);
}

/* ---- Somebody else there --------------------------------------------------------------------- */

static void server_that_says_nothing_times_out(void **state)
{
    (void)state;
    start_peer(PEER_STAYS, NULL, 0);
    posix_config_set(NULL, "CallTimeout", TIMEOUT);
    assert_enum_times_out(BAD_SERVER);
    assert_int_equal(peer_accepted(peer), 1);
}

/* The deadline is for the whole call: bytes that trickle in do not move it. */
static void server_that_stops_in_the_middle_times_out(void **state)
{
    static const uint8_t beginning[] = { 0, 0, 1, 0, 0xFE, 'S', 'M', 'B', 64, 0 };

    (void)state;
    start_peer(PEER_STAYS, beginning, sizeof(beginning));
    posix_config_set(NULL, "CallTimeout", TIMEOUT);
    assert_enum_times_out(BAD_SERVER);
    assert_int_equal(peer_accepted(peer), 1);
}

static void server_that_closes_at_once_is_tried_twice(void **state)
{
    (void)state;
    start_peer(PEER_CLOSES, NULL, 0);
    assert_enum_fails(BAD_SERVER, ERROR_NETNAME_DELETED);
    assert_int_equal(peer_accepted(peer), 2);
}

/* Who has begun to answer may have done what was asked for. */
static void connection_lost_within_an_answer_is_not_replaced(void **state)
{
    static const uint8_t beginning[] = { 0, 0, 1, 0, 0xFE, 'S', 'M', 'B', 64, 0 };

    (void)state;
    start_peer(PEER_HANGS_UP, beginning, sizeof(beginning));
    assert_enum_fails(BAD_SERVER, ERROR_NETNAME_DELETED);
    assert_int_equal(peer_accepted(peer), 1);
}

static void garbage_is_a_bad_net_response_and_not_tried_again(void **state)
{
    static const uint8_t another_protocol[] = "HTTP/1.1 400 Bad Request\r\n\r\n";
    static const uint8_t empty_frame[] = { 0, 0, 0, 0 };
    static const uint8_t endless_frame[] = { 0, 0xFF, 0xFF, 0xFF, 0xFE, 'S', 'M', 'B' };
    static const uint8_t no_smb[] = { 0, 0, 0, 8, 'n', 'o', 't', ' ', 's', 'm', 'b', '!' };
    static const uint8_t smb1[] = { 0, 0, 0, 35, 0xFF, 'S', 'M', 'B', 0x72, [38] = 0 };
    static const uint8_t too_short[] = { 0, 0, 0, 8, 0xFE, 'S', 'M', 'B', 64, 0, 0, 0 };
    /* A reply header, flags included, with no body behind it. */
    static const uint8_t no_body[] = { 0, 0, 0, 64, 0xFE, 'S', 'M', 'B', 64, [20] = 1, [67] = 0 };
    static const struct bytes garbage[] = {
        { another_protocol, sizeof(another_protocol) },
        { empty_frame, sizeof(empty_frame) },
        { endless_frame, sizeof(endless_frame) },
        { no_smb, sizeof(no_smb) },
        { smb1, sizeof(smb1) },
        { too_short, sizeof(too_short) },
        { no_body, sizeof(no_body) },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(garbage); i++)
    {
        start_peer(PEER_STAYS, garbage[i].data, garbage[i].size);
        assert_enum_fails(BAD_SERVER, ERROR_BAD_NET_RESP);
        assert_int_equal(peer_accepted(peer), 1);
        stop_peer(NULL);
    }
}

/* ---- A server that goes away ----------------------------------------------------------------- */

/* Ends the process that serves the test's connection, as a restart of the server does. */
#define END_OUR_CONNECTION                                                                         \
    "kill -KILL $(smbstatus --processes | awk '$2 == \"admin\" { print $1 }')"

static void connection_lost_between_calls_is_replaced_silently(void **state)
{
    struct info_answer answer;

    (void)state;
    for (int i = 0; i < 3; i++)
    {
        assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
        assert_int_equal(count_of_user(1, &answer, "admin", NULL), 1);
        answer_free(&answer);
        assert_int_equal(bed_run(bed, END_OUR_CONNECTION, NULL, 0), 0);
    }
}

/* Samba has no NetrWkstaSetInfo, and says so on the new connection. */
static void change_that_was_not_yet_sent_is_sent_on_a_new_connection(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);
    struct wkssvc_wksta_set_info change = { .level = 1018 };
    struct workstation row = { .computer = { NULL, 0 } };
    struct info_answer answer;
    struct rpc_reply reply;
    struct remote remote;

    (void)state;
    change.info = &row;
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    answer_free(&answer);
    assert_int_equal(bed_run(bed, END_OUR_CONNECTION, NULL, 0), 0);
    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&name)), ERROR_SUCCESS);
    assert_int_equal(remote_call(&remote, &wkssvc_interface, NETR_WKSTA_SET_INFO, &change, &reply),
                     RPC_S_PROCNUM_OUT_OF_RANGE);
    rpc_reply_free(&reply);
    remote_end(&remote);
}

static void server_that_is_gone_between_calls_is_bad_netpath(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    answer_free(&answer);
    bed_end_server(bed);
    assert_enum_fails(SERVER, ERROR_BAD_NETPATH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(closed_port_is_bad_netpath, stop_peer),
        cmocka_unit_test(name_that_cannot_be_resolved_is_bad_netpath),
        cmocka_unit_test(name_that_can_be_no_name_is_invalid),
        cmocka_unit_test_teardown(port_that_does_not_answer_times_out, stop_peer),
        cmocka_unit_test_teardown(server_that_says_nothing_times_out, stop_peer),
        cmocka_unit_test_teardown(server_that_stops_in_the_middle_times_out, stop_peer),
        cmocka_unit_test_teardown(server_that_closes_at_once_is_tried_twice, stop_peer),
        cmocka_unit_test_teardown(connection_lost_within_an_answer_is_not_replaced, stop_peer),
        cmocka_unit_test_teardown(garbage_is_a_bad_net_response_and_not_tried_again, stop_peer),
        cmocka_unit_test_setup_teardown(change_that_was_not_yet_sent_is_sent_on_a_new_connection,
                                        start_server_as_admin, stop_server),
        cmocka_unit_test_setup_teardown(connection_lost_between_calls_is_replaced_silently,
                                        start_server_as_admin, stop_server),
        cmocka_unit_test_setup_teardown(server_that_is_gone_between_calls_is_bad_netpath,
                                        start_server_as_admin, stop_server),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
