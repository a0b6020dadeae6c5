/*
 * The tests of netapi32_test.exe, which tests/sources.mk lists
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define STANDALONE
#include "wine/test.h"

/* Made by the build: TEST(name) for each test. */
#define TEST(name) extern void func_##name(void);
#include "testlist.h"
#undef TEST

const struct test winetest_testlist[] = {
#define TEST(name) { #name, func_##name },
#include "testlist.h"
    { 0, 0 },
};
