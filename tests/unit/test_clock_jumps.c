/*
 * The machine sleeps, and the clock is an hour later when it wakes up.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "platform/platform.h"
#include "remote/pool.h"
#include "support/fixed_platform.h"
#include "support/unit.h"

#define HOUR      3600000u /* ms */
#define IDLE_TIME 10000u   /* ms that the pool keeps a connection */

static unsigned int closed;

static uint32_t send_nothing(struct transport *transport, const void *data, size_t size,
                             uint64_t deadline)
{
    (void)transport;
    (void)data;
    (void)size;
    (void)deadline;
    return ERROR_SUCCESS;
}

static void count_close(struct transport *transport)
{
    (void)transport;
    closed++;
}

static const struct transport_operations operations = { .send = send_nothing,
                                                        .close = count_close };
static struct transport transport = { .operations = &operations };

static const struct server_key key = { .port = 445 };

static void put_connection(void)
{
    struct server_connection *connection = server_connection_new(&key);

    assert_non_null(connection);
    connection->smb.transport = &transport;
    pool_put(connection);
}

static int begin(void **state)
{
    (void)state;
    fixed_platform_reset(1);
    closed = 0;
    return 0;
}

/* The pool's thread has not run yet: whoever calls first after the machine woke up comes before it. */
static void connection_that_was_idle_while_the_machine_slept_is_not_taken(void **state)
{
    (void)state;
    put_connection();
    assert_true(pool_knows(&key));
    fixed_platform_pass(HOUR);
    assert_false(pool_knows(&key));
    assert_null(pool_take(&key));
    pool_clear();
    assert_int_equal(closed, 1);
}

static void connection_is_taken_up_to_its_last_moment(void **state)
{
    struct server_connection *taken = NULL;

    (void)state;
    put_connection();
    fixed_platform_pass(IDLE_TIME - 1);
    assert_true(pool_knows(&key));
    taken = pool_take(&key);
    assert_non_null(taken);
    server_connection_free(taken);
    pool_clear();
    assert_int_equal(closed, 1);
}

/* The thread finds what has expired meanwhile, the latest too, and ends. */
static void thread_closes_what_expired_in_the_sleep(void **state)
{
    (void)state;
    put_connection();
    fixed_platform_pass(IDLE_TIME / 2);
    put_connection();
    fixed_platform_pass(HOUR);
    fixed_platform_run_threads();
    assert_int_equal(closed, 2);
    pool_clear();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(connection_that_was_idle_while_the_machine_slept_is_not_taken,
                               begin),
        cmocka_unit_test_setup(connection_is_taken_up_to_its_last_moment, begin),
        cmocka_unit_test_setup(thread_closes_what_expired_in_the_sleep, begin),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
