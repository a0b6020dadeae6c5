/*
 * The server is killed and starts again, between calls and while they go on; and the network goes away
 * and comes back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <net/if.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "families/accounts/users.h"
#include "families/share/shares.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/session_calls.h"

#define CALL_TIMEOUT         60000 /* ms */
#define CALL_TIMEOUT_TEXT    "60000"
#define GONE_TIMEOUT         500 /* ms, while the network is away */
#define GONE_TIMEOUT_TEXT    "500"
#define PATIENCE             60000 /* ms that a busy machine may add */
#define RESTARTS             3
#define CALLS_WITHOUT_SERVER 3

/* ---- Calls ----------------------------------------------------------------------------------- */

static uint32_t list_sessions(void)
{
    struct info_answer answer;
    const uint32_t status = enum_sessions(SERVER, NULL, NULL, 1, &answer);

    answer_free(&answer);
    return status;
}

static uint32_t list_shares(void)
{
    const struct info_request request = request_for(SERVER, 1);
    struct info_answer answer;
    const uint32_t status = shares_enumerate(&request, &answer);

    platform_api_free(answer.buffer);
    return status;
}

/* Many questions on one connection. */
static uint32_t list_users(void)
{
    const struct info_request request = request_for(SERVER, 3);
    struct info_answer answer;
    const uint32_t status = users_enumerate(&request, 0, &answer);

    platform_api_free(answer.buffer);
    return status;
}

static uint32_t (*const calls[])(void) = { list_sessions, list_shares, list_users };

static void assert_calls_succeed(void)
{
    for (size_t i = 0; i < COUNT(calls); i++)
    {
        assert_int_equal(calls[i](), ERROR_SUCCESS);
    }
}

/* ---- The server ------------------------------------------------------------------------------ */

static int restart_server(void)
{
    const char *const arguments[] = { bed_folder(bed), NULL };

    return helper_run("restart", arguments, NULL, 0);
}

/* Idle connections to the old server are there. */
static void call_after_a_restart_goes_well_at_once(void **state)
{
    (void)state;
    for (int i = 0; i < RESTARTS; i++)
    {
        assert_calls_succeed();
        assert_int_equal(restart_server(), 0);
        assert_calls_succeed();
    }
}

static atomic_bool restarting;

static void *restart_some_times(void *argument)
{
    int *failures = argument;

    for (int i = 0; i < RESTARTS; i++)
    {
        *failures += restart_server() != 0;
    }
    atomic_store(&restarting, false);
    return NULL;
}

/* Lost, or nobody listens yet. */
static bool is_told_of_a_restart(uint32_t status)
{
    return status == ERROR_SUCCESS || status == ERROR_NETNAME_DELETED ||
           status == ERROR_BAD_NETPATH;
}

static void call_during_a_restart_ends(void **state)
{
    pthread_t thread;
    int failures = 0;

    (void)state;
    atomic_store(&restarting, true);
    assert_int_equal(pthread_create(&thread, NULL, restart_some_times, &failures), 0);
    for (unsigned int i = 0; atomic_load(&restarting); i++)
    {
        const uint64_t start = platform_now();
        const uint32_t status = calls[i % COUNT(calls)]();

        assert_true(is_told_of_a_restart(status));
        assert_true(platform_now() - start < CALL_TIMEOUT + PATIENCE);
    }
    pthread_join(thread, NULL);
    assert_int_equal(failures, 0);
    assert_calls_succeed();
}

/* ---- The network ----------------------------------------------------------------------------- */

/* Takes the loopback interface away or puts it back: the test lives in a network of its own. */
static void set_network(bool is_there)
{
    struct ifreq request = { .ifr_name = "lo" };
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

    if (any < 0 || ioctl(any, SIOCGIFFLAGS, &request))
    {
        abort();
    }
    request.ifr_flags =
        (short)(is_there ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    if (ioctl(any, SIOCSIFFLAGS, &request))
    {
        abort();
    }
    close(any);
}

static void assert_calls_end_without_network(void)
{
    for (unsigned int i = 0; i < CALLS_WITHOUT_SERVER; i++)
    {
        const uint64_t start = platform_now();
        const uint32_t status = calls[i % COUNT(calls)]();

        assert_true(status == ERROR_SEM_TIMEOUT || status == ERROR_BAD_NETPATH ||
                    status == ERROR_NETNAME_DELETED);
        assert_true(platform_now() - start < 2 * GONE_TIMEOUT + PATIENCE);
    }
}

static void interface_goes_between_calls_and_comes_back(void **state)
{
    (void)state;
    assert_calls_succeed();
    posix_config_set(NULL, "CallTimeout", GONE_TIMEOUT_TEXT);
    posix_config_set(NULL, "ConnectTimeout", GONE_TIMEOUT_TEXT);
    set_network(false);
    assert_calls_end_without_network();
    set_network(true);
    posix_config_set(NULL, "CallTimeout", CALL_TIMEOUT_TEXT);
    posix_config_set(NULL, "ConnectTimeout", CALL_TIMEOUT_TEXT);
    assert_calls_succeed();
}

static atomic_bool flickering;

static void *take_the_network_away(void *argument)
{
    (void)argument;
    for (int i = 0; i < RESTARTS; i++)
    {
        usleep(30000);
        set_network(false);
        usleep(GONE_TIMEOUT * 2000);
        set_network(true);
    }
    atomic_store(&flickering, false);
    return NULL;
}

/* A call that is long enough to be under way just then: what is lost meanwhile is sent again by TCP, or the
 * call's time is over. */
static void interface_goes_during_calls_and_comes_back(void **state)
{
    pthread_t thread;

    (void)state;
    posix_config_set(NULL, "CallTimeout", GONE_TIMEOUT_TEXT);
    atomic_store(&flickering, true);
    assert_int_equal(pthread_create(&thread, NULL, take_the_network_away, NULL), 0);
    for (unsigned int i = 0; atomic_load(&flickering); i++)
    {
        const uint64_t start = platform_now();
        const uint32_t status = calls[i % COUNT(calls)]();

        assert_true(status == ERROR_SUCCESS || status == ERROR_SEM_TIMEOUT ||
                    status == ERROR_BAD_NETPATH || status == ERROR_NETNAME_DELETED);
        assert_true(platform_now() - start < GONE_TIMEOUT + PATIENCE);
    }
    pthread_join(thread, NULL);
    posix_config_set(NULL, "CallTimeout", CALL_TIMEOUT_TEXT);
    assert_calls_succeed();
}

/* ---- The program ----------------------------------------------------------------------------- */

static int start_in_a_network_of_its_own(void **state)
{
    if (unshare(CLONE_NEWNET))
    {
        return -1;
    }
    set_network(true);
    posix_config_set(NULL, "CallTimeout", CALL_TIMEOUT_TEXT);
    posix_config_set(NULL, "ConnectTimeout", CALL_TIMEOUT_TEXT);
    return start_server_as_admin(state);
}

static int forget_connections(void **state)
{
    (void)state;
    pool_clear();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(call_after_a_restart_goes_well_at_once, forget_connections),
        cmocka_unit_test_teardown(call_during_a_restart_ends, forget_connections),
        cmocka_unit_test_teardown(interface_goes_between_calls_and_comes_back, forget_connections),
        cmocka_unit_test_teardown(interface_goes_during_calls_and_comes_back, forget_connections),
    };

    return cmocka_run_group_tests(tests, start_in_a_network_of_its_own, stop_server);
}
