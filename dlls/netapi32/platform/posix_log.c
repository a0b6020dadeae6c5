/*
 * The log of the native build: lines on standard error.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_log.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "platform/platform.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_demanded;
static _Atomic bool on_demand;

void posix_log_on_demand(void)
{
    on_demand = true;
}

static void look_for_demand(void)
{
    is_demanded = getenv("NETAPI32_DEBUG") != NULL;
}

static bool log_everything(void)
{
    pthread_once(&once, look_for_demand);
    return is_demanded;
}

bool platform_log_enabled(enum log_class class)
{
    return log_everything() || (!on_demand && (class == LOG_FIXME || class == LOG_ERR));
}

void platform_log(enum log_class class, const char *function, const char *format, ...)
{
    static const char *const names[] = { "fixme", "err", "warn", "trace" };
    va_list arguments;

    va_start(arguments, format);
    flockfile(stderr);
    fprintf(stderr, "%s:netapi32:%s ", names[class], function);
    vfprintf(stderr, format, arguments);
    funlockfile(stderr);
    va_end(arguments);
}
