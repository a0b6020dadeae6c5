/*
 * What servers are joined to: Samba, which tells its role, and one that answers as Windows does.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/join_server.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/session_calls.h"
#include "support/windows_server.h"

static uint32_t ask(const char *server, struct utf16_name *name, enum join_status *joined)
{
    struct target target;

    assert_int_equal(target_parse(text_of(server), &target), ERROR_SUCCESS);
    *name = utf16_name_from_ascii("?");
    *joined = (enum join_status)77;
    return join_of_server(&target, name, joined);
}

static void samba_alone_is_in_a_workgroup(void **state)
{
    struct utf16_name name;
    enum join_status joined;

    (void)state;
    assert_int_equal(ask(SERVER, &name, &joined), ERROR_SUCCESS);
    assert_true(text_is(name.units, "BEDGROUP"));
    assert_int_equal(joined, JOIN_WORKGROUP);
    /* What it lacks is known now. */
    assert_int_equal(ask(SERVER, &name, &joined), ERROR_SUCCESS);
    assert_int_equal(joined, JOIN_WORKGROUP);
}

static void a_server_that_is_not_there_is_joined_to_nothing(void **state)
{
    struct utf16_name name;
    enum join_status joined;

    (void)state;
    assert_int_equal(ask("no-such-host.invalid", &name, &joined), ERROR_BAD_NETPATH);
    assert_int_equal(name.length, 0);
    assert_int_equal(joined, JOIN_UNKNOWN);
}

static void windows_is_in_a_domain(void **state)
{
    struct utf16_name name;
    enum join_status joined;

    (void)state;
    assert_int_equal(ask(usual_windows_server(), &name, &joined), ERROR_SUCCESS);
    assert_true(text_is(name.units, "BEDDOMAIN"));
    assert_int_equal(joined, JOIN_DOMAIN);
    stop_windows_server(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samba_alone_is_in_a_workgroup),
        cmocka_unit_test(a_server_that_is_not_there_is_joined_to_nothing),
        cmocka_unit_test(windows_is_in_a_domain),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
