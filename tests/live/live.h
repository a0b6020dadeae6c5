/*
 * What every live test needs of cmocka, and in what order cmocka wants it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_LIVE_LIVE_H
#define NETAPI32_TESTS_LIVE_LIVE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/status.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The name under which a test calls its server. */
#define SERVER "bed"

#endif
