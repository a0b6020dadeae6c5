/*
 * What a further call on an open connection costs, and what becomes of a call that gets no memory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "remote/pool.h"
#include "support/allocations.h"
#include "support/counting_transport.h"
#include "support/direct.h"
#include "support/live.h"
#include "support/session_calls.h"

#define FURTHER_CALLS 3

/* What a list is asked for with, the request's stub and its PDU, the answer's, the rows that were
 * read, and the result. */
#define ALLOCATIONS_OF_A_CALL 6

/* Puts a connection that counts into the pool, so that a call of the API takes it. */
static struct counting_transport *pool_counting_connection(void)
{
    const struct utf16_name name = utf16_name_from_ascii(SERVER);
    struct counting_transport *counting = counting_transport_open(direct_transport(bed));
    struct server_connection *connection = NULL;
    struct target target;
    struct remote remote;

    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    remote_begin(&remote, &target);
    assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
    assert_int_equal(direct_open_over(&counting->transport, bed, "admin", false, &connection),
                     ERROR_SUCCESS);
    connection->key = remote.server.key;
    pool_put(connection);
    remote_end(&remote);
    return counting;
}

static void list_sessions(void)
{
    struct info_answer answer;

    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    assert_true(answer.entries >= 1); /* sessions that have just ended may still be listed */
    answer_free(&answer);
}

static void further_call_is_one_send_one_receive_and_few_blocks(void **state)
{
    struct counting_transport *counting = pool_counting_connection();

    (void)state;
    list_sessions();
    for (int call = 0; call < FURTHER_CALLS; call++)
    {
        const unsigned int sends = counting->sends;
        const unsigned int answers = counting->receives - counting->interims;
        const size_t allocations = allocations_made();

        list_sessions();
        assert_int_equal(counting->sends - sends, 1);
        assert_int_equal(counting->receives - counting->interims - answers, 1);
        assert_int_equal(allocations_made() - allocations, ALLOCATIONS_OF_A_CALL);
    }
    pool_clear();
}

/* ---- Without memory --------------------------------------------------------------------------- */

/* A call that may have `limit` blocks. */
static uint32_t call_with(size_t limit)
{
    struct info_answer answer;
    uint32_t status = ERROR_SUCCESS;

    allocations_limit(limit);
    status = enum_sessions(SERVER, NULL, NULL, 1, &answer);
    allocations_limit(SIZE_MAX);
    assert_true(!status == !!answer.buffer);
    answer_free(&answer);
    return status;
}

/* From the first block to the last, connection, logon and bind included: the call fails, the program
 * goes on. */
static void first_call_without_memory_fails_wherever_it_runs_out(void **state)
{
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    (void)state;
    for (size_t limit = 0; status; limit++)
    {
        pool_clear();
        status = call_with(limit);
        assert_true(!status || status == ERROR_NOT_ENOUGH_MEMORY);
        assert_true(status || limit > ALLOCATIONS_OF_A_CALL);
    }
    pool_clear();
}

static void further_call_without_memory_fails_wherever_it_runs_out(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < ALLOCATIONS_OF_A_CALL; limit++)
    {
        list_sessions();
        assert_int_equal(call_with(limit), ERROR_NOT_ENOUGH_MEMORY);
    }
    pool_clear();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(further_call_is_one_send_one_receive_and_few_blocks),
        cmocka_unit_test(first_call_without_memory_fails_wherever_it_runs_out),
        cmocka_unit_test(further_call_without_memory_fails_wherever_it_runs_out),
    };

    allocations_watch();
    return cmocka_run_group_tests_name("call_costs", tests, start_server_as_admin, stop_server);
}
