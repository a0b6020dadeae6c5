/*
 * Calls of the API that open something on a server: they keep their connection to themselves, and leave
 * nothing open on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "rpc/samr.h"
#include "support/live.h"
#include "support/session_calls.h"

#define CHECK_PAUSE    250000 /* us */
#define PATIENCE       60000  /* ms */
#define OUTPUT_SIZE    64
#define COUNT_OF_ADMIN "smbstatus --processes | grep -cw admin"
#define END_SERVICE    "pkill -x rpcd_lsad"
#define ACCESS         0x02000000 /* MAXIMUM_ALLOWED */

/* The calls under test: ended also where a test fails. */
static struct remote remote;
static struct remote other;

static int configure(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    return 0;
}

static int forget(void **state)
{
    (void)state;
    remote_end(&remote);
    remote_end(&other);
    pool_clear();
    posix_config_clear();
    return 0;
}

/* How many connections of the test the server sees. */
static unsigned long connections(void)
{
    char output[OUTPUT_SIZE] = "";

    bed_run(bed, COUNT_OF_ADMIN, output, sizeof(output));
    return strtoul(output, NULL, 10);
}

static void assert_connections_become(unsigned long expected)
{
    const uint64_t deadline = platform_now() + PATIENCE;

    while (connections() != expected && platform_now() < deadline)
    {
        usleep(CHECK_PAUSE);
    }
    assert_int_equal(connections(), expected);
}

static void begin(struct remote *call)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);

    assert_int_equal(remote_begin_for(call, utf16_from_name(&name)), ERROR_SUCCESS);
    remote_hold(call);
}

static uint32_t connect_5(struct remote *by, struct context_handle *server)
{
    struct samr_connect_5 call = {
        .server_name = utf16_from_name(&by->server.unc_name),
        .desired_access = ACCESS,
        .in_version = 1,
        .in_revision = { .revision = 3 },
    };
    struct rpc_reply reply;
    const uint32_t status = remote_call(by, &samr_interface, SAMR_CONNECT5, &call, &reply);

    *server = call.server;
    rpc_reply_free(&reply);
    return status;
}

static uint32_t count_domains(struct remote *by, const struct context_handle *server)
{
    struct samr_enumerate call = { .handle = *server, .preferred_length = 0xFFFF };
    struct rpc_reply reply;
    const uint32_t status =
        remote_call(by, &samr_interface, SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, &call, &reply);

    assert_true(status || call.count_returned == 2); /* the computer's own, and BUILTIN */
    rpc_reply_free(&reply);
    return status;
}

static uint32_t close_handle(struct remote *by, struct context_handle *handle)
{
    struct samr_close call = { .handle = *handle };
    struct rpc_reply reply;
    const uint32_t status = remote_call(by, &samr_interface, SAMR_CLOSE_HANDLE, &call, &reply);

    *handle = call.handle;
    rpc_reply_free(&reply);
    return status;
}

static uint32_t call_of_another(void)
{
    struct info_answer answer;
    const uint32_t status = enum_sessions(SERVER, NULL, NULL, 1, &answer);

    answer_free(&answer);
    return status;
}

static void held_connection_is_used_by_nobody_else(void **state)
{
    struct context_handle server;
    struct context_handle server_of_other;

    (void)state;
    begin(&remote);
    begin(&other);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(connect_5(&other, &server_of_other), ERROR_SUCCESS);
    assert_ptr_not_equal(remote.hold.connection, other.hold.connection);
    assert_int_equal(call_of_another(), ERROR_SUCCESS);
    assert_int_equal(connections(), 3);
    assert_int_equal(count_domains(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(count_domains(&other, &server_of_other), ERROR_SUCCESS);
    /* A handle of one connection is nothing on another. */
    assert_int_not_equal(count_domains(&other, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&other, &server_of_other), ERROR_SUCCESS);
    remote_end(&remote);
    remote_end(&other);
    assert_int_equal(connections(), 3);
}

static void connection_without_open_handles_is_used_again(void **state)
{
    struct context_handle server;

    (void)state;
    for (int i = 0; i < 3; i++)
    {
        begin(&remote);
        assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
        assert_int_equal(remote.hold.open_handles, 1);
        assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
        assert_int_equal(remote.hold.open_handles, 0);
        remote_end(&remote);
    }
    assert_int_equal(connections(), 1);
}

static void connection_on_which_a_handle_was_left_open_is_closed(void **state)
{
    struct context_handle server;

    (void)state;
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(connections(), 1);
    remote_end(&remote);
    assert_connections_become(0);
}

static void handle_that_the_server_refuses_is_not_open(void **state)
{
    struct context_handle server;
    struct samr_open_domain call = { .desired_access = ACCESS };
    const uint8_t nobodys_sid[] = { 1, 1, 0, 0, 0, 0, 0, 5, 99, 0, 0, 0 };
    struct rpc_reply reply;

    (void)state;
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    call.server = server;
    call.domain_id = (struct bytes){ nobodys_sid, sizeof(nobodys_sid) };
    assert_int_not_equal(remote_call(&remote, &samr_interface, SAMR_OPEN_DOMAIN, &call, &reply),
                         ERROR_SUCCESS);
    rpc_reply_free(&reply);
    assert_int_equal(remote.hold.open_handles, 1);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
    assert_int_equal(connections(), 1);
}

static void lost_connection_is_replaced_while_nothing_is_open(void **state)
{
    struct context_handle server;

    (void)state;
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, END_SERVICE, NULL, 0), 0);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(count_domains(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
}

static void call_whose_handles_were_lost_fails_to_its_end(void **state)
{
    struct context_handle server;

    (void)state;
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, END_SERVICE, NULL, 0), 0);
    assert_int_equal(count_domains(&remote, &server), ERROR_NETNAME_DELETED);
    assert_int_equal(count_domains(&remote, &server), ERROR_NETNAME_DELETED);
    assert_int_equal(close_handle(&remote, &server), ERROR_NETNAME_DELETED);
    assert_false(remote_is_protected(&remote));
    remote_end(&remote);
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
}

/* ---- Protection ------------------------------------------------------------------------------ */

static void connection_of_a_user_is_protected_and_has_a_key(void **state)
{
    static const uint8_t none[SMB2_APPLICATION_KEY_SIZE];
    uint8_t key[SMB2_APPLICATION_KEY_SIZE];
    struct context_handle server;

    (void)state;
    begin(&remote);
    assert_false(remote_is_protected(&remote));
    assert_int_equal(remote_session_key(&remote, key), ERROR_NO_USER_SESSION_KEY);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_true(remote_is_protected(&remote));
    assert_int_equal(remote_session_key(&remote, key), ERROR_SUCCESS);
    assert_memory_not_equal(key, none, sizeof(key));
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
}

static void anonymous_connection_is_not_protected(void **state)
{
    static const uint8_t none[SMB2_APPLICATION_KEY_SIZE];
    uint8_t key[SMB2_APPLICATION_KEY_SIZE] = { 1 };
    struct context_handle server;

    (void)state;
    posix_config_clear();
    bed_configure(bed, SERVER, NULL);
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_false(remote_is_protected(&remote));
    assert_int_equal(remote_session_key(&remote, key), ERROR_NO_USER_SESSION_KEY);
    assert_memory_equal(key, none, sizeof(key));
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
}

static void protection_is_demanded_of_whatever_connection(void **state)
{
    struct context_handle server;

    (void)state;
    begin(&remote);
    remote_demand_protection(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_end(&remote);
    posix_config_clear();
    bed_configure(bed, SERVER, NULL);
    begin(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_SUCCESS);
    assert_int_equal(close_handle(&remote, &server), ERROR_SUCCESS);
    remote_demand_protection(&remote);
    assert_int_equal(connect_5(&remote, &server), ERROR_NOT_SUPPORTED);
    remote_end(&remote);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(held_connection_is_used_by_nobody_else, configure, forget),
        cmocka_unit_test_setup_teardown(connection_without_open_handles_is_used_again, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(connection_on_which_a_handle_was_left_open_is_closed,
                                        configure, forget),
        cmocka_unit_test_setup_teardown(handle_that_the_server_refuses_is_not_open, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(lost_connection_is_replaced_while_nothing_is_open,
                                        configure, forget),
        cmocka_unit_test_setup_teardown(call_whose_handles_were_lost_fails_to_its_end, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(connection_of_a_user_is_protected_and_has_a_key, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(anonymous_connection_is_not_protected, configure, forget),
        cmocka_unit_test_setup_teardown(protection_is_demanded_of_whatever_connection, configure,
                                        forget),
    };

    return cmocka_run_group_tests(tests, start_server, stop_server);
}
