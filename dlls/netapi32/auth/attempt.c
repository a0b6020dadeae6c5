/*
 * A mechanism whose beginning knows no deadline.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/attempt.h"

#include <stdlib.h>

#include "base/status.h"
#include "platform/log.h"
#include "platform/platform.h"

/* The monitor guards the two flags. */
struct attempt
{
    struct mechanism *mechanism;
    uint32_t (*begin)(struct mechanism *mechanism);
    uint32_t status; /* of begin(), once it is finished */
    bool finished;
    bool abandoned; /* by the caller: the thread releases everything */
};

static void attempt_main(void *argument)
{
    struct attempt *attempt = argument;
    bool abandoned = false;

    attempt->status = attempt->begin(attempt->mechanism);
    platform_monitor_enter();
    attempt->finished = true;
    abandoned = attempt->abandoned;
    platform_monitor_notify();
    platform_monitor_leave();
    if (abandoned)
    {
        attempt->mechanism->operations->free(attempt->mechanism);
        free(attempt);
    }
}

/* True when the attempt has finished in time. */
static bool attempt_wait(struct attempt *attempt, uint64_t deadline)
{
    bool finished = false;

    platform_monitor_enter();
    while (!attempt->finished && platform_now() < deadline)
    {
        platform_monitor_wait(deadline);
    }
    finished = attempt->finished;
    attempt->abandoned = !finished;
    platform_monitor_leave();
    return finished;
}

uint32_t attempt_until(struct mechanism *attempted, uint32_t (*begin)(struct mechanism *attempted),
                       uint64_t deadline, struct mechanism **mechanism)
{
    const struct mechanism_operations *operations = attempted->operations;
    struct attempt *attempt = calloc(1, sizeof(*attempt));
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    *mechanism = NULL;
    if (attempt)
    {
        *attempt = (struct attempt){ .mechanism = attempted, .begin = begin };
        status = platform_thread_start(attempt_main, attempt);
    }
    if (!status && !attempt_wait(attempt, deadline))
    {
        WARN("%s takes too long\n", operations->name);
        return ERROR_SEM_TIMEOUT;
    }
    if (!status)
    {
        status = attempt->status;
    }
    free(attempt);
    if (status)
    {
        operations->free(attempted);
        return status;
    }
    *mechanism = attempted;
    return ERROR_SUCCESS;
}
