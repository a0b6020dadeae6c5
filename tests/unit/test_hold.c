/*
 * A connection that a call of the API keeps: whose it is when, what was left open on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "remote/hold.h"
#include "rpc/samr.h"
#include "support/memory_transport.h"
#include "support/unit.h"

static const struct server_key key = { .port = 445 };

/* The transport counts how often it was closed. */
static struct server_connection *make_connection(struct memory_transport *memory)
{
    struct server_connection *connection = server_connection_new(&key);

    assert_non_null(connection);
    memory_transport_init(memory, (struct bytes){ 0 });
    connection->smb.transport = &memory->transport;
    return connection;
}

static void held_connection_is_nobody_elses_until_the_end(void **state)
{
    struct hold hold = { .is_wanted = true };
    struct memory_transport memory;
    struct server_connection *connection = make_connection(&memory);

    (void)state;
    hold_keep(&hold, connection);
    assert_null(pool_take(&key));
    assert_ptr_equal(hold_take(&hold), connection);
    assert_null(hold_take(&hold));
    hold_keep(&hold, connection);
    hold_end(&hold);
    assert_int_equal(memory.close_count, 0);
    assert_ptr_equal(pool_take(&key), connection);
    server_connection_free(connection);
    assert_int_equal(memory.close_count, 1);
    memory_transport_free(&memory);
}

static void connection_that_nobody_wants_to_hold_goes_to_the_pool(void **state)
{
    struct hold hold = { .is_wanted = false };
    struct memory_transport memory;
    struct server_connection *connection = make_connection(&memory);

    (void)state;
    hold_keep(&hold, connection);
    assert_null(hold_take(&hold));
    assert_ptr_equal(pool_take(&key), connection);
    server_connection_free(connection);
    hold_end(&hold);
    memory_transport_free(&memory);
}

static void connection_with_an_open_handle_is_closed_at_the_end(void **state)
{
    struct hold hold = { .is_wanted = true, .open_handles = 1 };
    struct memory_transport memory;

    (void)state;
    hold_keep(&hold, make_connection(&memory));
    hold_end(&hold);
    assert_int_equal(memory.close_count, 1);
    assert_null(pool_take(&key));
    memory_transport_free(&memory);
}

/* Without a handle, nothing is missing on another connection. */
static void connection_is_missed_only_where_handles_were_open(void **state)
{
    struct hold without = { .is_wanted = true };
    struct hold with = { .is_wanted = true, .open_handles = 1 };
    struct hold pooled = { .is_wanted = false, .open_handles = 1 };

    (void)state;
    hold_lose(&without, ERROR_SEM_TIMEOUT);
    hold_lose(&with, ERROR_SEM_TIMEOUT);
    hold_lose(&pooled, ERROR_SEM_TIMEOUT);
    assert_int_equal(without.lost, ERROR_SUCCESS);
    assert_int_equal(with.lost, ERROR_SEM_TIMEOUT);
    assert_int_equal(pooled.lost, ERROR_SUCCESS);
}

/* Who can do without an answer goes on, and what then fails does so for the same reason. */
static void connection_that_is_lost_tells_why(void **state)
{
    struct hold late = { .is_wanted = true, .open_handles = 1 };
    struct hold unknown = { .is_wanted = true, .open_handles = 1 };

    (void)state;
    hold_lose(&late, ERROR_SEM_TIMEOUT);
    hold_lose(&unknown, ERROR_SUCCESS);
    assert_int_equal(late.lost, ERROR_SEM_TIMEOUT);
    assert_int_equal(unknown.lost, ERROR_NETNAME_DELETED);
}

static void handles_are_counted_by_their_direction(void **state)
{
    const struct ndr_operation *open = rpc_operation(&samr_interface, SAMR_OPEN_DOMAIN);
    const struct ndr_operation *close = rpc_operation(&samr_interface, SAMR_CLOSE_HANDLE);
    struct samr_open_domain opening = { .server = { .data = { 1 } } };
    struct samr_close closing = { .handle = { .data = { [19] = 1 } } };

    (void)state;
    assert_int_equal(hold_handles(open, NDR_OUT, &opening), 0);
    opening.domain.data[7] = 1;
    assert_int_equal(hold_handles(open, NDR_OUT, &opening), 1);
    assert_int_equal(hold_handles(open, NDR_IN_OUT, &opening), 0);
    assert_int_equal(hold_handles(close, NDR_IN_OUT, &closing), 1);
    assert_int_equal(hold_handles(close, NDR_OUT, &closing), 0);
    closing = (struct samr_close){ .result = 0 };
    assert_int_equal(hold_handles(close, NDR_IN_OUT, &closing), 0);
}

static int clear(void **state)
{
    (void)state;
    pool_clear();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(held_connection_is_nobody_elses_until_the_end),
        cmocka_unit_test(connection_that_nobody_wants_to_hold_goes_to_the_pool),
        cmocka_unit_test(connection_with_an_open_handle_is_closed_at_the_end),
        cmocka_unit_test(connection_is_missed_only_where_handles_were_open),
        cmocka_unit_test(connection_that_is_lost_tells_why),
        cmocka_unit_test(handles_are_counted_by_their_direction),
    };

    return cmocka_run_group_tests_name("hold", tests, NULL, clear);
}
