/*
 * What every native test needs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/unit.h"

#include "platform/platform.h"

int start_platform(void **state)
{
    (void)state;
    return (int)platform_start();
}
