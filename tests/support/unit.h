/*
 * What every native test needs: cmocka, in the order that it wants, status codes, and a few names.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_UNIT_H
#define NETAPI32_TESTS_SUPPORT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/status.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define NO_DEADLINE UINT64_MAX

/* A fixture for a group of tests that need cryptography. */
int start_cryptography(void **state);

#endif
