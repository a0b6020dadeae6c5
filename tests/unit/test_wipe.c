/*
 * Wiping, and that the compiler does not leave it out where memory dies right afterwards.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/wipe.h"

#define SECRET      0x5A
#define SECRET_SIZE 4096 /* more than what runs at the end of a thread overwrites */

static void wipes_what_it_is_given_and_no_more(void **state)
{
    const uint8_t wiped[4] = { 0 };
    uint8_t bytes[6];

    (void)state;
    memset(bytes, SECRET, sizeof(bytes));
    wipe(bytes + 1, sizeof(wiped));
    assert_int_equal(bytes[0], SECRET);
    assert_memory_equal(bytes + 1, wiped, sizeof(wiped));
    assert_int_equal(bytes[5], SECRET);
}

static void wipes_nothing_where_there_is_nothing(void **state)
{
    (void)state;
    wipe(NULL, 0);
}

/* ---- A secret on a stack that the test may look at afterwards -------------------------------- */

static _Alignas(4096) uint8_t stack[256 * 1024];

static void make_secret(uint8_t *secret)
{
    memset(secret, SECRET, SECRET_SIZE);
}

static void make_half_secret(uint8_t *secret)
{
    memset(secret, SECRET, SECRET_SIZE / 2);
}

/* Called through pointers that nobody sees through: so the secret has to be in memory. */
static void (*volatile make)(uint8_t *secret) = make_secret;
static void (*volatile make_part)(uint8_t *secret) = make_half_secret;

static void *use_secret(void *unused)
{
    uint8_t secret[SECRET_SIZE];

    make(secret);
    wipe(secret, sizeof(secret));
    return unused;
}

static size_t longest_run_of_secret(void)
{
    size_t longest = 0;
    size_t run = 0;

    for (size_t i = 0; i < sizeof(stack); i++)
    {
        run = stack[i] == SECRET ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void run_on_stack(void *(*function)(void *unused))
{
    pthread_attr_t attributes;
    pthread_t thread;

    memset(stack, 0, sizeof(stack));
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstack(&attributes, stack, sizeof(stack)), 0);
    assert_int_equal(pthread_create(&thread, &attributes, function, NULL), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    pthread_attr_destroy(&attributes);
}

static void wipes_memory_that_is_not_read_again(void **state)
{
    (void)state;
    run_on_stack(use_secret);
    assert_true(longest_run_of_secret() < SECRET_SIZE / 2);
}

/* What code of others does, as it does not wipe. */
static void leave_secret(void)
{
    uint8_t secret[SECRET_SIZE / 2];

    memset(secret, 0, sizeof(secret));
    make_part(secret);
}

static void (*volatile leave)(void) = leave_secret;

static void *have_secret_left(void *unused)
{
    leave();
    wipe_stack();
    return unused;
}

static void wipes_what_others_left_on_the_stack(void **state)
{
    (void)state;
    run_on_stack(have_secret_left);
    assert_true(longest_run_of_secret() < SECRET_SIZE / 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wipes_what_it_is_given_and_no_more),
        cmocka_unit_test(wipes_nothing_where_there_is_nothing),
        cmocka_unit_test(wipes_memory_that_is_not_read_again),
        cmocka_unit_test(wipes_what_others_left_on_the_stack),
    };

    return cmocka_run_group_tests_name("wipe", tests, NULL, NULL);
}
