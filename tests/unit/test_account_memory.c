/*
 * Calls about the accounts of this computer that run out of memory: all of them fail, and none is half
 * done.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "crypto/crypto.h"
#include "platform/platform.h"
#include "support/accounts.h"
#include "support/allocations.h"
#include "support/hosts.h"
#include "support/unit.h"

static int set_up(void **state)
{
    allocations_watch();
    assert_int_equal(crypto_start(), ERROR_SUCCESS);
    return accounts_set_up(state);
}

static uint32_t add(void)
{
    return store_add_user("bob", "secret");
}

static uint32_t change(void)
{
    return store_change_password("ann", "first", "second");
}

static uint32_t join(void)
{
    return store_change_members(LOCAL_GROUP, "Guests", MEMBERS_ADD, "ann", "Everyone", NULL);
}

static uint32_t leave(void)
{
    return store_remove_user("ann");
}

static void a_change_without_memory_is_not_done(void **state)
{
    static uint32_t (*const changes[])(void) = { add, change, join, leave };

    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++)
    {
        struct bytes before = accounts_kept();
        uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

        for (size_t blocks = 0; status; blocks++)
        {
            struct bytes after;

            assert_in_range(blocks, 0, 1000);
            allocations_limit(blocks);
            status = changes[i]();
            allocations_limit(SIZE_MAX);
            if (!status)
            {
                break;
            }
            assert_int_equal(status, ERROR_NOT_ENOUGH_MEMORY);
            after = accounts_kept();
            assert_int_equal(after.size, before.size);
            assert_memory_equal(after.data, before.data, before.size);
            free((void *)(uintptr_t)after.data);
        }
        free((void *)(uintptr_t)before.data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_without_memory_is_not_done),
    };

    return set_up(NULL) || store_add_user("ann", "first") ||
           cmocka_run_group_tests(tests, NULL, accounts_tear_down);
}
