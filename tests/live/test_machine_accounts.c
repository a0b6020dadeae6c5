/*
 * A bed while the accounts of the machine change, as they do when a package is installed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <sched.h>
#include <stdlib.h>

#include "remote/pool.h"
#include "support/live.h"
#include "support/session_calls.h"

/* For the bed, this process is the machine: its /etc is a copy, and goes with it. */
#define COPY_ETC                                                                                   \
    "mount --make-rprivate / && mount -t tmpfs tmpfs /mnt && cp -a /etc/. /mnt && "                \
    "mount --move /mnt /etc"

static int start(void **state)
{
    if (unshare(CLONE_NEWNS) || system(COPY_ETC))
    {
        return -1;
    }
    return start_server_as_admin(state);
}

static void assert_logon_succeeds(void)
{
    struct info_answer answer;

    pool_clear();
    assert_int_equal(enum_sessions(SERVER, NULL, NULL, 1, &answer), ERROR_SUCCESS);
    answer_free(&answer);
}

/* It writes /etc/passwd, /etc/group and others anew, and renames them over the old ones. */
static void logons_succeed_after_a_user_was_added_to_the_machine(void **state)
{
    (void)state;
    assert_logon_succeeds();
    assert_int_equal(system("useradd --user-group --no-create-home --no-log-init newcomer"), 0);
    assert_logon_succeeds();
    assert_int_equal(bed_run(bed, "getent passwd newcomer", NULL, 0), 2);
    assert_int_equal(system("userdel newcomer"), 0);
    assert_logon_succeeds();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logons_succeed_after_a_user_was_added_to_the_machine),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
