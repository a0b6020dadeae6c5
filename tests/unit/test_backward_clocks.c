/*
 * Servers whose clocks went backwards: nothing has lasted for less than no time, nor for 136 years.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker puts a function of this file into the place of that which asks a server.
 */
#include <string.h>

#include "base/status.h"
#include "families/connection/connections.h"
#include "families/session/sessions.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "remote/pool.h"
#include "rpc/srvsvc.h"
#include "support/bed.h"
#include "support/hosts.h"
#include "support/unit.h"

#define SERVER "backwards"

/* What the server says, and what becomes of it. */
static const uint32_t told[] = { 5, 0, INT32_MAX, 0x80000000u, UINT32_MAX - 3600, UINT32_MAX };
static const uint32_t expected[] = { 5, 0, INT32_MAX, 0, 0, 0 };

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const uint32_t status = remote_prepare(remote);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    assert_ptr_equal(interface, &srvsvc_interface);
    if (status)
    {
        return status;
    }
    if (operation == NETR_SESSION_ENUM)
    {
        struct session *rows = arena_array(&reply->arena, COUNT(told), sizeof(*rows));

        assert_non_null(rows);
        for (size_t i = 0; i < COUNT(told); i++)
        {
            rows[i] = (struct session){ .active_seconds = told[i], .idle_seconds = told[i] };
        }
        ((struct srvsvc_session_enum *)parameters)->sessions.rows =
            (struct info_rows){ rows, COUNT(told) };
    }
    else
    {
        struct connection *rows = arena_array(&reply->arena, COUNT(told), sizeof(*rows));

        assert_non_null(rows);
        for (size_t i = 0; i < COUNT(told); i++)
        {
            rows[i] = (struct connection){ .id = (uint32_t)i, .seconds = told[i] };
        }
        ((struct srvsvc_connection_enum *)parameters)->connections.rows =
            (struct info_rows){ rows, COUNT(told) };
    }
    return ERROR_SUCCESS;
}

static int set_up(void **state)
{
    (void)state;
    bed_configure_port(SERVER, 1); /* where nobody listens: nothing goes over the network */
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

static bool is_expected(uint32_t seconds)
{
    for (size_t i = 0; i < COUNT(expected); i++)
    {
        if (expected[i] == seconds)
        {
            return true;
        }
    }
    return false;
}

static void sessions_last_for_no_less_than_no_time(void **state)
{
    const struct sessions_request request = { .list = request_for(SERVER, 1) };
    const struct session_info_1 *sessions = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(sessions_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, COUNT(told));
    sessions = answer.buffer;
    for (size_t i = 0; i < COUNT(told); i++)
    {
        assert_true(is_expected(sessions[i].active_seconds));
        assert_int_equal(sessions[i].idle_seconds, sessions[i].active_seconds);
    }
    platform_api_free(answer.buffer);
}

static void connections_last_for_no_less_than_no_time(void **state)
{
    const struct connections_request request = { .list = request_for(SERVER, 1),
                                                 .qualifier = text_of("docs") };
    const struct connection_info_1 *connections = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(connections_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, COUNT(told));
    connections = answer.buffer;
    for (size_t i = 0; i < COUNT(told); i++)
    {
        assert_int_equal(connections[i].seconds, expected[i]);
    }
    platform_api_free(answer.buffer);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(sessions_last_for_no_less_than_no_time),
        T(connections_last_for_no_less_than_no_time),
    };
#undef T

    return cmocka_run_group_tests_name("backward_clocks", tests, NULL, NULL);
}
