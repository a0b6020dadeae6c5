/*
 * The system that does nothing by itself: its clock, its threads, and the pool on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fixed_platform.h"

#include <string.h>

#include "remote/pool.h"
#include "support/memory_transport.h"
#include "support/unit.h"

static const struct server_key key = { .port = 445 };

static int start_again(void **state)
{
    (void)state;
    fixed_platform_reset(1);
    return 0;
}

/* ---- The clock ------------------------------------------------------------------------------- */

static void clock_stands_still(void **state)
{
    (void)state;
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW);
    assert_int_equal(platform_filetime(), FIXED_PLATFORM_FILETIME);
}

static void clock_moves_as_the_test_says(void **state)
{
    (void)state;
    fixed_platform_pass(1500);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 1500);
    assert_int_equal(platform_filetime(), FIXED_PLATFORM_FILETIME + 3 * FILETIME_SECOND / 2);
}

static void waiting_for_the_past_takes_no_time(void **state)
{
    (void)state;
    fixed_platform_pass_until(FIXED_PLATFORM_NOW - 1);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW);
}

static void waiting_lasts_until_the_deadline(void **state)
{
    (void)state;
    platform_monitor_enter();
    platform_monitor_wait(FIXED_PLATFORM_NOW + 3600000);
    platform_monitor_leave();
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 3600000);
}

/* ---- Chance ---------------------------------------------------------------------------------- */

static void seed_decides_about_chance(void **state)
{
    uint8_t first[20];
    uint8_t second[20];
    uint8_t other[20];

    (void)state;
    assert_int_equal(platform_random(first, sizeof(first)), ERROR_SUCCESS);
    fixed_platform_reset(1);
    assert_int_equal(platform_random(second, sizeof(second)), ERROR_SUCCESS);
    fixed_platform_reset(2);
    assert_int_equal(platform_random(other, sizeof(other)), ERROR_SUCCESS);
    assert_memory_equal(first, second, sizeof(first));
    assert_memory_not_equal(first, other, sizeof(first));
}

/* ---- Threads --------------------------------------------------------------------------------- */

static void count(void *argument)
{
    ++*(int *)argument;
}

static void threads_run_when_somebody_waits(void **state)
{
    int ran = 0;

    (void)state;
    assert_int_equal(platform_thread_launch(count, &ran), ERROR_SUCCESS);
    assert_int_equal(ran, 0);
    platform_monitor_enter();
    platform_monitor_wait(NO_DEADLINE);
    platform_monitor_leave();
    assert_int_equal(ran, 1);
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW);
}

static void threads_can_be_refused(void **state)
{
    int ran = 0;

    (void)state;
    fixed_platform_allow_threads(false);
    assert_int_equal(platform_thread_start(count, &ran), ERROR_NO_SYSTEM_RESOURCES);
    fixed_platform_run_threads();
    assert_int_equal(ran, 0);
}

/* ---- What the library makes of it ------------------------------------------------------------- */

static void pool_gives_back_what_it_was_given(void **state)
{
    struct server_connection *connection = server_connection_new(&key);

    (void)state;
    assert_non_null(connection);
    connection->smb.broken = true; /* nobody to say goodbye to */
    pool_put(connection);
    assert_ptr_equal(pool_take(&key), connection);
    server_connection_free(connection);
    pool_clear();
}

static void pool_closes_what_is_idle_when_its_thread_runs(void **state)
{
    struct server_connection *connection = server_connection_new(&key);

    (void)state;
    assert_non_null(connection);
    connection->smb.broken = true;
    pool_put(connection);
    fixed_platform_run_threads();
    assert_null(pool_take(&key));
    assert_int_equal(platform_now(), FIXED_PLATFORM_NOW + 10000);
}

static uint32_t give_transport(void *context, struct utf16_slice host, uint16_t port,
                               uint64_t deadline, struct transport **transport)
{
    (void)host;
    (void)deadline;
    assert_int_equal(port, 445);
    *transport = context;
    return ERROR_SUCCESS;
}

static void connections_are_those_of_the_test(void **state)
{
    struct memory_transport memory;
    struct transport *transport = NULL;
    struct utf16_slice host = { NULL, 0 };

    (void)state;
    memory_transport_init(&memory, (struct bytes){ NULL, 0 });
    assert_int_equal(tcp_transport_open(host, 445, NO_DEADLINE, &transport),
                     ERROR_CONNECTION_REFUSED);
    fixed_platform_set_connect(give_transport, &memory.transport);
    assert_int_equal(tcp_transport_open(host, 445, NO_DEADLINE, &transport), ERROR_SUCCESS);
    assert_ptr_equal(transport, &memory.transport);
    memory_transport_free(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(clock_stands_still, start_again),
        cmocka_unit_test_setup(clock_moves_as_the_test_says, start_again),
        cmocka_unit_test_setup(waiting_for_the_past_takes_no_time, start_again),
        cmocka_unit_test_setup(waiting_lasts_until_the_deadline, start_again),
        cmocka_unit_test_setup(seed_decides_about_chance, start_again),
        cmocka_unit_test_setup(threads_run_when_somebody_waits, start_again),
        cmocka_unit_test_setup(threads_can_be_refused, start_again),
        cmocka_unit_test_setup(pool_gives_back_what_it_was_given, start_again),
        cmocka_unit_test_setup(pool_closes_what_is_idle_when_its_thread_runs, start_again),
        cmocka_unit_test_setup(connections_are_those_of_the_test, start_again),
    };

    return cmocka_run_group_tests(tests, start_cryptography, NULL);
}
