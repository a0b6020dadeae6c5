/*
 * Connections to servers: shared by calls one after the other, by no two at once, and closed when
 * nobody has needed them for a while.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/live.h"
#include "support/peer.h"
#include "support/session_calls.h"

#define THREADS        8
#define CALLS          25
#define SILENT_SERVER  "silent"
#define OTHER_NAME     "other"
#define IDLE_TIME      10000 /* ms that the pool keeps a connection */
#define PATIENCE       60000 /* ms */
#define COUNT_OF_ADMIN "smbstatus --processes | grep -cw admin"
#define END_SERVICE    "pkill -x rpcd_classic"
#define CHECK_PAUSE    250000 /* us */
#define OUTPUT_SIZE    64

static int configure(void **state)
{
    (void)state;
    bed_configure(bed, SERVER, "admin");
    return 0;
}

static int forget(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

static uint32_t call(const char *server)
{
    struct info_answer answer;
    uint32_t status = enum_sessions(server, NULL, NULL, 1, &answer);

    answer_free(&answer);
    return status;
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

static void calls_one_after_the_other_share_a_connection(void **state)
{
    (void)state;
    for (int i = 0; i < CALLS; i++)
    {
        assert_int_equal(call(SERVER), ERROR_SUCCESS);
    }
    assert_int_equal(connections(), 1);
}

/* A name is what a logon is bound to. */
static void server_of_two_names_has_two_connections(void **state)
{
    (void)state;
    bed_configure(bed, OTHER_NAME, "admin");
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
    assert_int_equal(call(OTHER_NAME), ERROR_SUCCESS);
    assert_int_equal(connections(), 2);
}

/* Samba's Server Service is a process of its own, which may end without the connection. */
static void service_that_was_started_anew_is_called_again(void **state)
{
    (void)state;
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
    assert_int_equal(bed_run(bed, END_SERVICE, NULL, 0), 0);
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
}

static void clearing_the_pool_logs_off(void **state)
{
    (void)state;
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
    assert_int_equal(connections(), 1);
    pool_clear();
    assert_connections_become(0);
}

static void idle_connection_is_closed_after_its_time(void **state)
{
    const uint64_t before = platform_now();

    (void)state;
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
    while (connections() && platform_now() < before + IDLE_TIME + PATIENCE)
    {
        usleep(CHECK_PAUSE);
    }
    assert_int_equal(connections(), 0);
    assert_true(platform_now() - before >= IDLE_TIME);
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
}

/* ---- Threads --------------------------------------------------------------------------------- */

/* Gives the number of calls that failed. */
static void *call_many_times(void *argument)
{
    uintptr_t failures = 0;

    for (int i = 0; i < CALLS; i++)
    {
        failures += call(argument) != ERROR_SUCCESS;
    }
    return (void *)failures;
}

static void calls_of_many_threads_all_succeed(void **state)
{
    pthread_t threads[THREADS];

    (void)state;
    for (size_t i = 0; i < THREADS; i++)
    {
        assert_int_equal(pthread_create(&threads[i], NULL, call_many_times, (void *)SERVER), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
    {
        void *failures = NULL;

        pthread_join(threads[i], &failures);
        assert_null(failures);
    }
    assert_in_range(connections(), 1, THREADS);
}

static atomic_bool has_ended;

static void *call_once(void *argument)
{
    const uint32_t status = call(argument);

    atomic_store(&has_ended, true);
    return (void *)(uintptr_t)status;
}

static void call_to_a_silent_server_holds_up_no_call_to_another(void **state)
{
    struct peer *silent = peer_start(PEER_STAYS, (struct bytes){ 0 });
    pthread_t thread;
    void *status = NULL;

    (void)state;
    bed_configure_port(SILENT_SERVER, peer_port(silent));
    posix_credential_set(SILENT_SERVER, "admin", "password");
    assert_int_equal(pthread_create(&thread, NULL, call_once, (void *)SILENT_SERVER), 0);
    while (!peer_accepted(silent))
    {
        usleep(1000);
    }
    assert_int_equal(call(SERVER), ERROR_SUCCESS);
    assert_false(atomic_load(&has_ended));
    peer_stop(silent);
    pthread_join(thread, &status);
    assert_true((uintptr_t)status == ERROR_NETNAME_DELETED ||
                (uintptr_t)status == ERROR_BAD_NETPATH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(calls_one_after_the_other_share_a_connection, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(server_of_two_names_has_two_connections, configure, forget),
        cmocka_unit_test_setup_teardown(service_that_was_started_anew_is_called_again, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(clearing_the_pool_logs_off, configure, forget),
        cmocka_unit_test_setup_teardown(idle_connection_is_closed_after_its_time, configure,
                                        forget),
        cmocka_unit_test_setup_teardown(calls_of_many_threads_all_succeed, configure, forget),
        cmocka_unit_test_setup_teardown(call_to_a_silent_server_holds_up_no_call_to_another,
                                        configure, forget),
    };

    return cmocka_run_group_tests(tests, start_server, stop_server);
}
