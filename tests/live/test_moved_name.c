/*
 * A name that leads to another server from one call to the next: what was learnt of the first is not
 * believed of the second.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Addresses are the test's: whatever a connection is to be opened to, it is opened to the port of the
 * server that has the name now.
 */
#include "platform/posix.h"
#include "remote/call.h"
#include "rpc/srvsvc.h"
#include "support/live.h"
#include "support/windows_server.h"

#define NAME       "moved"
#define NAMES_PORT "1" /* what the configuration says, always the same */

static uint16_t port_now;

uint32_t __real_tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                   struct transport **transport);
uint32_t __wrap_tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                   struct transport **transport);

uint32_t __wrap_tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                                   struct transport **transport)
{
    (void)port;
    return __real_tcp_transport_open(host, port_now, deadline, transport);
}

/* The name was configured for its new server; its port is kept for connections alone. */
static void move(void)
{
    const struct utf16_name name = utf16_name_from_ascii(NAME);
    struct target target;
    struct settings settings;

    assert_int_equal(target_parse(utf16_from_name(&name), &target), ERROR_SUCCESS);
    settings_read(&target, &settings);
    port_now = settings.port;
    posix_config_set(NAME, "Port", NAMES_PORT);
    pool_clear();
}

static void move_to_samba(void)
{
    posix_config_clear();
    bed_configure(bed, NAME, "admin");
    move();
}

static void move_to_windows(void)
{
    windows_server_be(NAME, WINDOWS_ADMIN);
    move();
}

static enum paging known_paging(void)
{
    const struct utf16_name name = utf16_name_from_ascii(NAME);
    struct facts_subject subject;
    struct remote remote;
    enum paging paging = PAGING_UNKNOWN;

    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&name)), ERROR_SUCCESS);
    assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
    subject = remote_subject(&remote, &srvsvc_interface, NETR_SESSION_ENUM);
    paging = facts_paging(&subject, platform_now());
    remote_end(&remote);
    return paging;
}

static void ask_for_a_page(void)
{
    struct info_answer answer;
    const uint32_t status = enum_page(NAME, 1, 1, 0, &answer);

    assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA || status == NERR_BufTooSmall);
    answer_free(&answer);
}

/* The call that meets a new server still believes what was heard of the other one. */
static void ask_twice(void)
{
    ask_for_a_page();
    ask_for_a_page();
}

static void who_makes_pages_is_learnt_of_each_server(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < 2; i++)
    {
        move_to_samba();
        ask_twice();
        assert_int_equal(known_paging(), PAGING_HERE);
        move_to_windows();
        ask_twice();
        assert_int_equal(known_paging(), PAGING_BY_SERVER);
    }
}

static int start(void **state)
{
    static const char *const no_arguments[] = { NULL };

    return start_server(state) || start_windows_server(no_arguments) ? -1 : 0;
}

static int stop(void **state)
{
    const int stopped = stop_windows_server(state);

    posix_config_clear();
    return stop_server(state) || stopped ? -1 : 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_makes_pages_is_learnt_of_each_server),
    };

    return cmocka_run_group_tests_name("moved_name", tests, start, stop);
}
