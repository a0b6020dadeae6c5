/*
 * Connecting to a host by name: which addresses are tried, and for how long. The file under test is
 * compiled into this one, with a resolver and sockets that the test makes up.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define platform_connect   connect_under_test
#define address_list_find  resolver_find
#define address_list_count resolver_count
#define address_list_free  resolver_free
#define address_connect    resolver_connect

#include "platform/connect.c"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "support/unit.h"

#define PORT          445
#define SECOND        1000 /* ms */
#define ADDRESSES_MAX 4
#define PATIENCE      60000 /* ms that a busy machine may add */

struct address_list
{
    size_t count;
};

/* What the resolver knows and the sockets do, and what was asked of them. */
static struct
{
    bool is_numeric;
    bool has_no_memory;
    size_t count; /* 0: no such name */
    uint32_t results[ADDRESSES_MAX];
    unsigned int delay; /* ms, of the look-up */
    char asked_for[64];
    size_t tried;
    uint64_t deadlines[ADDRESSES_MAX];
    atomic_uint lists; /* that nobody has freed yet */
} network;

static struct platform_socket *const a_socket = (struct platform_socket *)&network;

uint32_t resolver_find(const struct utf16_name *host, uint16_t port, enum address_lookup lookup,
                       struct address_list **found)
{
    struct address_list *list = NULL;

    *found = NULL;
    assert_int_equal(port, PORT);
    assert_true(utf16_to_utf8(utf16_from_name(host), network.asked_for, sizeof(network.asked_for)));
    if (!network.count || (lookup == ADDRESS_NUMERIC) != network.is_numeric)
    {
        return ERROR_BAD_NETPATH;
    }
    usleep(network.delay * 1000);
    if (network.has_no_memory)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    list = calloc(1, sizeof(*list));
    list->count = network.count;
    atomic_fetch_add(&network.lists, 1);
    *found = list;
    return ERROR_SUCCESS;
}

size_t resolver_count(const struct address_list *list)
{
    return list->count;
}

void resolver_free(struct address_list *list)
{
    if (list)
    {
        atomic_fetch_sub(&network.lists, 1);
        free(list);
    }
}

uint32_t resolver_connect(const struct address_list *list, size_t index, uint64_t deadline,
                          struct platform_socket **connected)
{
    assert_true(index < list->count);
    assert_int_equal(index, network.tried);
    network.deadlines[network.tried++] = deadline;
    if (!network.results[index])
    {
        *connected = a_socket;
    }
    return network.results[index];
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static int forget(void **state)
{
    (void)state;
    memset(&network, 0, sizeof(network));
    return 0;
}

static uint32_t connect_to(const char *host, uint64_t deadline)
{
    const struct utf16_name name = utf16_name_from_ascii(host);
    struct platform_socket *connected = a_socket;
    uint32_t status = connect_under_test(utf16_from_name(&name), PORT, deadline, &connected, NULL);

    assert_ptr_equal(connected, status ? NULL : a_socket);
    return status;
}

static uint64_t in_a_second(void)
{
    return platform_now() + SECOND;
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void every_address_is_tried_until_one_answers(void **state)
{
    (void)state;
    network.count = 4;
    network.results[0] = ERROR_CONNECTION_REFUSED;
    network.results[1] = ERROR_BAD_NETPATH;
    assert_int_equal(connect_to("server", in_a_second()), ERROR_SUCCESS);
    assert_int_equal(network.tried, 3);
    assert_int_equal(network.lists, 0);
}

static void error_is_that_of_the_last_address(void **state)
{
    (void)state;
    network.count = 2;
    network.results[0] = ERROR_SEM_TIMEOUT;
    network.results[1] = ERROR_CONNECTION_REFUSED;
    assert_int_equal(connect_to("server", in_a_second()), ERROR_CONNECTION_REFUSED);
    assert_int_equal(network.tried, 2);
    assert_int_equal(network.lists, 0);
}

/* So that one that swallows packets leaves time for the others. */
static void each_address_gets_its_share_of_the_time(void **state)
{
    uint64_t deadline = platform_now() + 100 * SECOND;

    (void)state;
    network.count = 4;
    memset(network.results, 0xFF, sizeof(network.results));
    connect_to("server", deadline);
    assert_int_equal(network.tried, 4);
    assert_in_range(network.deadlines[0], deadline - 75 * SECOND, deadline - 70 * SECOND);
    assert_in_range(network.deadlines[3], deadline - SECOND, deadline);
}

static void name_without_addresses_is_bad_netpath(void **state)
{
    (void)state;
    assert_int_equal(connect_to("server", in_a_second()), ERROR_BAD_NETPATH);
    assert_int_equal(network.tried, 0);
}

static void address_goes_without_its_brackets_and_without_a_look_up(void **state)
{
    (void)state;
    network.count = 1;
    network.is_numeric = true;
    assert_int_equal(connect_to("[fd00::1]", in_a_second()), ERROR_SUCCESS);
    assert_string_equal(network.asked_for, "fd00::1");
    assert_int_equal(network.lists, 0);
}

/* The look-up goes on by itself; what it finds is released when it ends. */
static void look_up_that_takes_too_long_times_out(void **state)
{
    const uint64_t start = platform_now();

    (void)state;
    network.count = 1;
    network.delay = 2 * SECOND;
    assert_int_equal(connect_to("server", start + SECOND / 2), ERROR_SEM_TIMEOUT);
    assert_in_range(platform_now() - start, SECOND / 2, 2 * SECOND);
    assert_int_equal(network.tried, 0);
    while (!atomic_load(&network.lists) && platform_now() < start + 2 * SECOND + PATIENCE)
    {
        usleep(1000);
    }
    while (atomic_load(&network.lists) && platform_now() < start + 2 * SECOND + PATIENCE)
    {
        usleep(1000);
    }
    assert_int_equal(network.lists, 0);
}

/* Which is not the host's fault, and no reason to say that nobody knows its name. */
static void look_up_without_memory_says_so(void **state)
{
    (void)state;
    network.count = 1;
    network.has_no_memory = true;
    assert_int_equal(connect_to("server", in_a_second()), ERROR_NOT_ENOUGH_MEMORY);
    network.is_numeric = true;
    assert_int_equal(connect_to("fd00::1", in_a_second()), ERROR_NOT_ENOUGH_MEMORY);
    assert_int_equal(network.tried, 0);
    assert_int_equal(network.lists, 0);
}

/* The result of a further address would hide what went wrong. */
static void no_address_is_tried_after_what_this_process_lacks(void **state)
{
    static const uint32_t lacking[] = { ERROR_NOT_ENOUGH_MEMORY, ERROR_NO_SYSTEM_RESOURCES };

    for (size_t i = 0; i < COUNT(lacking); i++)
    {
        forget(state);
        network.count = 2;
        network.results[0] = lacking[i];
        network.results[1] = ERROR_CONNECTION_REFUSED;
        assert_int_equal(connect_to("server", in_a_second()), lacking[i]);
        assert_int_equal(network.tried, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_address_is_tried_until_one_answers, forget),
        cmocka_unit_test_setup(error_is_that_of_the_last_address, forget),
        cmocka_unit_test_setup(each_address_gets_its_share_of_the_time, forget),
        cmocka_unit_test_setup(name_without_addresses_is_bad_netpath, forget),
        cmocka_unit_test_setup(address_goes_without_its_brackets_and_without_a_look_up, forget),
        cmocka_unit_test_setup(look_up_that_takes_too_long_times_out, forget),
        cmocka_unit_test_setup(look_up_without_memory_says_so, forget),
        cmocka_unit_test_setup(no_address_is_tried_after_what_this_process_lacks, forget),
    };

    return cmocka_run_group_tests_name("connect", tests, NULL, NULL);
}
