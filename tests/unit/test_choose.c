/*
 * Who answers for this computer: a server, or its logins.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "families/session/sessions.h"
#include "levels/level.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "rpc/srvsvc.h"
#include "support/unit.h"

#define NO_FILE      "/nowhere/utmp"
#define TIMEOUT      "300"   /* ms */
#define LONG_TIMEOUT "60000" /* ms */
#define AT_ONCE      30000   /* ms, on a busy machine; less than is waited for a connection */

/* A socket on a free port of the loopback, which refuses until it listens. */
static int port_open(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t size = sizeof(address);
    int handle = socket(AF_INET, SOCK_STREAM, 0);
    char port[8];

    assert_true(handle >= 0);
    assert_int_equal(bind(handle, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(getsockname(handle, (struct sockaddr *)&address, &size), 0);
    snprintf(port, sizeof(port), "%u", ntohs(address.sin_port));
    posix_config_set("localhost", "Port", port);
    posix_config_set("elsewhere", "Port", port);
    posix_config_set("elsewhere", "Address", "127.0.0.1");
    return handle;
}

static int set_up(void **state)
{
    static int handle;

    posix_config_set(NULL, "LoginsFile", NO_FILE);
    posix_config_set(NULL, "CallTimeout", TIMEOUT);
    handle = port_open();
    *state = &handle;
    return 0;
}

static int tear_down(void **state)
{
    close(*(int *)*state);
    posix_config_clear();
    return 0;
}

static uint32_t enumerate(const char *server)
{
    struct utf16_name name = utf16_name_from_ascii(server);
    struct info_answer answer;
    const struct sessions_request request = {
        .list.server = utf16_from_name(&name),
        .list.level = 1,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
    uint32_t status = sessions_enumerate(&request, &answer);

    assert_null(answer.buffer);
    return status;
}

static void a_refused_connection_means_the_logins_at_once(void **state)
{
    uint64_t start = platform_now();

    (void)state;
    posix_config_set(NULL, "CallTimeout", LONG_TIMEOUT);
    posix_config_set(NULL, "ConnectTimeout", LONG_TIMEOUT);
    assert_int_equal(enumerate(""), ERROR_SUCCESS);
    assert_int_equal(enumerate("\\\\127.0.0.1"), ERROR_SUCCESS);
    assert_true(platform_now() - start < AT_ONCE);
    posix_config_set(NULL, "CallTimeout", TIMEOUT);
    posix_config_set(NULL, "LocalSource", "auto");
    assert_int_equal(enumerate(""), ERROR_SUCCESS);
    posix_config_set(NULL, "LocalSource", "nonsense");
    assert_int_equal(enumerate(""), ERROR_SUCCESS);
}

static void what_listens_is_the_server_and_its_errors_are_the_callers(void **state)
{
    assert_int_equal(listen(*(int *)*state, 8), 0);
    assert_int_equal(enumerate(""), ERROR_SEM_TIMEOUT);
}

static void the_server_alone_is_asked_where_configuration_says_so(void **state)
{
    (void)state;
    posix_config_set(NULL, "LocalSource", "Server");
    assert_int_equal(enumerate(""), ERROR_BAD_NETPATH);
}

static void the_logins_are_asked_where_configuration_says_so(void **state)
{
    posix_config_set(NULL, "LocalSource", "Logins");
    assert_int_equal(listen(*(int *)*state, 8), 0);
    assert_int_equal(enumerate(""), ERROR_SUCCESS);
}

static void another_computer_has_no_logins_here(void **state)
{
    (void)state;
    assert_int_equal(enumerate("elsewhere"), ERROR_BAD_NETPATH);
    posix_config_set(NULL, "LocalSource", "logins");
    assert_int_equal(enumerate("elsewhere"), ERROR_BAD_NETPATH);
}

static uint32_t end_sessions(struct remote *remote)
{
    struct srvsvc_session_del parameters = { .result = 0 };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &srvsvc_interface, NETR_SESSION_DEL, &parameters, &reply);

    rpc_reply_free(&reply);
    return status;
}

static void close_nothing(struct transport *transport)
{
    (void)transport;
}

static const struct transport_operations no_network = { .close = close_nothing };

/* A server that was started within a call, to which somebody else has a connection; one that takes no
 * further pipe. */
static void nobody_listens_is_of_the_last_operation_of_a_call(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("elsewhere");
    struct transport transport = { .operations = &no_network };
    struct server_connection *connection = calloc(1, sizeof(*connection));
    struct target target;
    struct remote remote;

    (void)state;
    assert_non_null(connection);
    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    remote_begin(&remote, &target);
    assert_int_equal(end_sessions(&remote), ERROR_BAD_NETPATH);
    assert_true(remote.nobody_listens);
    connection->key = remote.server.key;
    connection->smb.transport = &transport;
    connection->smb.broken = true;
    connection->service_count = SERVICES_MAX;
    assert_int_equal(smb2_ipc_tree_init(&connection->ipc, &connection->smb, utf16_from_name(&name)),
                     ERROR_SUCCESS);
    pool_put(connection);
    assert_int_equal(end_sessions(&remote), ERROR_NO_SYSTEM_RESOURCES);
    assert_false(remote.nobody_listens);
    remote_end(&remote);
    pool_clear();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_refused_connection_means_the_logins_at_once),
        TEST(what_listens_is_the_server_and_its_errors_are_the_callers),
        TEST(the_server_alone_is_asked_where_configuration_says_so),
        TEST(the_logins_are_asked_where_configuration_says_so),
        TEST(another_computer_has_no_logins_here),
        TEST(nobody_listens_is_of_the_last_operation_of_a_call),
    };

    return cmocka_run_group_tests_name("choose", tests, NULL, NULL);
}
