/*
 * A mechanism whose beginning knows no deadline.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdatomic.h>
#include <stdlib.h>

#include "auth/attempt.h"
#include "base/status.h"
#include "platform/platform.h"
#include "support/unit.h"

#define PATIENCE 60000 /* ms */

static _Atomic unsigned int freed;
static _Atomic bool may_end;

static void count_free(struct mechanism *mechanism)
{
    freed++;
    free(mechanism);
}

static const struct mechanism_operations operations = { .name = "Slow", .free = count_free };

static struct mechanism *make(void)
{
    struct mechanism *mechanism = calloc(1, sizeof(*mechanism));

    assert_non_null(mechanism);
    mechanism->operations = &operations;
    freed = 0;
    may_end = false;
    return mechanism;
}

static uint32_t begin_at_once(struct mechanism *mechanism)
{
    (void)mechanism;
    return ERROR_SUCCESS;
}

static uint32_t begin_in_vain(struct mechanism *mechanism)
{
    (void)mechanism;
    return ERROR_NOT_SUPPORTED;
}

static void pause_until(uint64_t time)
{
    platform_monitor_enter();
    while (platform_now() < time)
    {
        platform_monitor_wait(time);
    }
    platform_monitor_leave();
}

static uint32_t begin_late(struct mechanism *mechanism)
{
    (void)mechanism;
    while (!may_end)
    {
        pause_until(platform_now() + 1);
    }
    return ERROR_SUCCESS;
}

static void what_has_begun_is_the_callers(void **state)
{
    struct mechanism *attempted = make();
    struct mechanism *mechanism = NULL;

    (void)state;
    assert_int_equal(attempt_until(attempted, begin_at_once, platform_now() + PATIENCE, &mechanism),
                     ERROR_SUCCESS);
    assert_ptr_equal(mechanism, attempted);
    assert_int_equal(freed, 0);
    count_free(mechanism);
}

static void what_fails_is_freed(void **state)
{
    struct mechanism *mechanism = NULL;

    (void)state;
    assert_int_equal(attempt_until(make(), begin_in_vain, platform_now() + PATIENCE, &mechanism),
                     ERROR_NOT_SUPPORTED);
    assert_null(mechanism);
    assert_int_equal(freed, 1);
}

static void what_is_late_is_left_behind_and_freed_when_it_ends(void **state)
{
    const uint64_t end = platform_now() + PATIENCE;
    struct mechanism *mechanism = NULL;

    (void)state;
    assert_int_equal(attempt_until(make(), begin_late, platform_now() + 5, &mechanism),
                     ERROR_SEM_TIMEOUT);
    assert_null(mechanism);
    assert_int_equal(freed, 0);
    may_end = true;
    while (!freed && platform_now() < end)
    {
        pause_until(platform_now() + 1);
    }
    assert_int_equal(freed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_begun_is_the_callers),
        cmocka_unit_test(what_fails_is_freed),
        cmocka_unit_test(what_is_late_is_left_behind_and_freed_when_it_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
