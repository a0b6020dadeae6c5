/*
 * What this computer says of itself from files of its host, without memory: that there is none, and not
 * that the files say nothing.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "logins/login_list.h"
#include "membership/membership.h"
#include "platform/posix.h"
#include "support/allocations.h"
#include "support/unit.h"
#include "support/utmp.h"

#define BLOCKS_MAX 100

static char root[] = "/tmp/netapi32-host.XXXXXX";

static const char *path_of(const char *name)
{
    static char path[PATH_MAX];

    snprintf(path, sizeof(path), "%s/%s", root, name);
    return path;
}

static int set_up(void **state)
{
    static const char samba[] = "[global]\nsecurity = ads\nworkgroup = EX\nrealm = EX.TEST\n"
                                "include = /etc/samba/more.conf\n";
    static const char session[] = "UID=1000\nUSER=ann\nACTIVE=1\nSTATE=active\nREMOTE=1\n"
                                  "REMOTE_HOST=192.0.2.1\nTYPE=tty\nCLASS=user\nLEADER=1\n"
                                  "REALTIME=1700000000000000\n";
    const struct record login = login_of("ann", "192.0.2.1");
    char command[256];

    (void)state;
    allocations_watch();
    assert_non_null(mkdtemp(root));
    snprintf(command, sizeof(command), "mkdir -p %s/etc/samba %s/sessions", root, root);
    assert_int_equal(system(command), 0);
    write_file(path_of("etc/samba/smb.conf"), samba, strlen(samba));
    write_file(path_of("etc/samba/more.conf"), samba, strlen(samba));
    write_file(path_of("sessions/1"), session, strlen(session));
    write_utmp(path_of("utmp"), &login, 1, 0);
    posix_config_set(NULL, "MembershipRoot", root);
    return 0;
}

static int tear_down(void **state)
{
    char command[sizeof(root) + 16];

    (void)state;
    posix_config_clear();
    snprintf(command, sizeof(command), "rm -rf %s", root);
    return system(command);
}

/* Refuses each block, alone and with all that follow: `ask` says so, leaves nothing, and gives its answer
 * once it has all. */
static void assert_each_block_is_missed(uint32_t (*ask)(const char *name), const char *name)
{
    for (int alone = 0; alone < 2; alone++)
    {
        size_t block = 0;

        for (;; block++)
        {
            const long held = allocations_held();
            uint32_t status = ERROR_SUCCESS;

            alone ? allocations_refuse_after(block) : allocations_limit(block);
            status = ask(name);
            allocations_limit(SIZE_MAX);
            assert_int_equal(allocations_held(), held);
            if (!allocations_refused())
            {
                assert_int_equal(status, ERROR_SUCCESS);
                break;
            }
            assert_int_equal(status, ERROR_NOT_ENOUGH_MEMORY);
        }
        assert_in_range(block, 1, BLOCKS_MAX);
    }
}

static uint32_t ask_membership(const char *name)
{
    struct membership membership;
    const uint32_t status = membership_read(&membership);

    (void)name;
    assert_true(membership.is_member == !status);
    return status;
}

static void membership_is_not_denied_for_lack_of_memory(void **state)
{
    (void)state;
    assert_each_block_is_missed(ask_membership, NULL);
}

static uint32_t ask_logins(const char *name)
{
    struct login_list list = { .deadline = NO_DEADLINE };
    struct utf16_name path;
    uint32_t status = ERROR_SUCCESS;

    utf16_name_from_utf8(&path, path_of(name));
    status = login_list_read(&list, &path);
    assert_true(status || list.count == 1);
    login_list_free(&list);
    return status;
}

static void logins_are_not_denied_for_lack_of_memory(void **state)
{
    (void)state;
    assert_each_block_is_missed(ask_logins, "utmp");
    assert_each_block_is_missed(ask_logins, "sessions");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(membership_is_not_denied_for_lack_of_memory),
        cmocka_unit_test(logins_are_not_denied_for_lack_of_memory),
    };

    return cmocka_run_group_tests_name("local_memory", tests, set_up, tear_down);
}
