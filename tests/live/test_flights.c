/*
 * How often a call waits for the network: once for each flight of requests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "platform/platform.h"
#include "remote/call.h"
#include "remote/optional_call.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"
#include "support/counting_transport.h"
#include "support/direct.h"
#include "support/live.h"

/* NEGOTIATE, SESSION_SETUP twice, and in one compound the opening of the pipe. */
#define FLIGHTS_TO_OPEN 4

#define LIST_TIMEOUT 60000 /* ms */

static void first_answer_takes_five_flights_and_each_further_one(void **state)
{
    struct counting_transport *counting = counting_transport_open(direct_transport(bed));
    struct server_connection *connection = NULL;
    size_t entries = 0;

    (void)state;
    assert_int_equal(direct_open_over(&counting->transport, bed, "admin", false, &connection),
                     ERROR_SUCCESS);
    assert_int_equal(counting->sends, FLIGHTS_TO_OPEN);
    for (unsigned int call = 1; call <= 3; call++)
    {
        assert_int_equal(direct_enum(connection, &entries), ERROR_SUCCESS);
        assert_int_equal(entries, 1);
        assert_int_equal(counting->sends, FLIGHTS_TO_OPEN + call);
    }
    server_connection_free(connection);
}

/* Puts a connection that counts into the pool, so that a call of the API takes it. */
static struct counting_transport *pool_counting_connection(struct remote *remote)
{
    struct counting_transport *counting = counting_transport_open(direct_transport(bed));
    struct server_connection *connection = NULL;

    assert_int_equal(remote_prepare(remote), ERROR_SUCCESS);
    assert_int_equal(direct_open_over(&counting->transport, bed, "admin", false, &connection),
                     ERROR_SUCCESS);
    connection->key = remote->server.key;
    pool_put(connection);
    return counting;
}

static void ask_workstation(struct remote *remote)
{
    struct wkssvc_wksta_get_info call = { .level = 100 };
    struct rpc_reply reply;

    assert_int_equal(remote_call(remote, &wkssvc_interface, NETR_WKSTA_GET_INFO, &call, &reply),
                     ERROR_SUCCESS);
    assert_non_null(call.info);
    assert_true(call.info->computer.length > 0);
    rpc_reply_free(&reply);
}

static void ask_time(struct remote *remote)
{
    struct srvsvc_remote_tod call = { .time = NULL };
    struct rpc_reply reply;

    assert_int_equal(remote_call(remote, &srvsvc_interface, NETR_REMOTE_TOD, &call, &reply),
                     ERROR_SUCCESS);
    assert_non_null(call.time);
    assert_in_range(call.time->year, 2020, 2200);
    rpc_reply_free(&reply);
}

/* One to open its pipe and bind, and one for the call; then one, whichever service it is. */
static void second_service_on_the_connection_takes_two_flights(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);
    struct counting_transport *counting = NULL;
    struct target target;
    struct remote remote;

    (void)state;
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    remote_begin(&remote, &target);
    counting = pool_counting_connection(&remote);
    assert_int_equal(counting->sends, FLIGHTS_TO_OPEN);
    ask_workstation(&remote);
    assert_int_equal(counting->sends, FLIGHTS_TO_OPEN + 2);
    ask_time(&remote);
    ask_workstation(&remote);
    assert_int_equal(counting->sends, FLIGHTS_TO_OPEN + 4);
    remote_end(&remote);
}

static void ask_path_type(struct remote *remote)
{
    const struct utf16_name path = utf16_name_from_ascii("C:\\a");
    struct srvsvc_path_type call = { .path = utf16_from_name(&path) };
    struct rpc_reply reply;

    assert_int_equal(
        remote_call_if_offered(remote, &srvsvc_interface, NETPR_PATH_TYPE, &call, &reply),
        RPC_S_PROCNUM_OUT_OF_RANGE);
    assert_true(remote->lacks_operation);
    rpc_reply_free(&reply);
}

/* Samba does not know the types of paths. It is asked once, and what else it is asked for it does. */
static void operation_that_the_server_lacks_takes_no_further_flight(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);
    struct counting_transport *counting = NULL;
    struct target target;
    struct remote remote;

    (void)state;
    bed_configure(bed, SERVER, "admin");
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    remote_begin(&remote, &target);
    counting = pool_counting_connection(&remote);
    for (int call = 0; call < 3; call++)
    {
        ask_path_type(&remote);
        assert_int_equal(counting->sends, FLIGHTS_TO_OPEN + 1);
    }
    ask_time(&remote);
    assert_false(remote.lacks_operation);
    assert_int_equal(counting->sends, FLIGHTS_TO_OPEN + 2);
    remote_end(&remote);
}

/* ---- A long answer --------------------------------------------------------------------------- */

#define LONG_ANSWER  1000000 /* bytes, at least */
#define SHARES       2400
#define COMMENT      200 /* characters, each of which is two bytes of the answer */
#define SECTION_SIZE (COMMENT + 64)

/* Has the server share so much that the list is a long answer. */
static void share_much(void)
{
    char *sections = calloc(SHARES, SECTION_SIZE);
    size_t size = 0;

    assert_non_null(sections);
    for (int i = 0; i < SHARES; i++)
    {
        size += (size_t)sprintf(sections + size, "[share%04d]\npath = /tmp\ncomment = %0*d\n", i,
                                COMMENT, i);
    }
    bed_set_options(bed, sections);
    free(sections);
}

static void list_shares(struct server_connection *connection)
{
    struct srvsvc_share_enum call = {
        .shares = { .level = 1 },
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
    struct rpc_reply reply;

    assert_int_equal(rpc_call(&connection->services[0].client,
                              rpc_operation(&srvsvc_interface, NETR_SHARE_ENUM), &call, &reply,
                              platform_now() + LIST_TIMEOUT),
                     ERROR_SUCCESS);
    assert_int_equal(call.result, ERROR_SUCCESS);
    assert_true(call.shares.rows.count >= SHARES);
    rpc_reply_free(&reply);
}

/* The first two fragments are read one by one, the rest with 32 reads in flight. */
static void long_answer_takes_a_flight_for_many_fragments(void **state)
{
    struct counting_transport *counting = NULL;
    struct server_connection *connection = NULL;
    uint64_t received = 0;
    size_t fragments = 0;

    (void)state;
    share_much();
    counting = counting_transport_open(direct_transport(bed));
    assert_int_equal(direct_open_over(&counting->transport, bed, "admin", false, &connection),
                     ERROR_SUCCESS);
    received = connection->smb.receiver.bytes_received;
    list_shares(connection);
    received = connection->smb.receiver.bytes_received - received;
    assert_true(received > LONG_ANSWER);
    fragments = received / connection->services[0].client.sizes.receive_max; /* at least */
    assert_in_range(counting->sends - FLIGHTS_TO_OPEN, fragments / RPC_READS_MAX,
                    fragments / RPC_READS_MAX + 3);
    server_connection_free(connection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_answer_takes_five_flights_and_each_further_one),
        cmocka_unit_test(second_service_on_the_connection_takes_two_flights),
        cmocka_unit_test(operation_that_the_server_lacks_takes_no_further_flight),
        cmocka_unit_test(long_answer_takes_a_flight_for_many_fragments),
    };

    return cmocka_run_group_tests_name("flights", tests, start_server, stop_server);
}
