/*
 * What is remembered of servers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "remote/facts.h"
#include "support/unit.h"

/* More servers than are remembered. */
#define MANY 200

static struct utf16_name server(const char *kind, unsigned int number)
{
    char name[32];

    snprintf(name, sizeof(name), "%s%u", kind, number);
    return utf16_name_from_ascii(name);
}

static void nothing_is_known_of_a_new_server(void **state)
{
    const struct utf16_name name = server("new", 0);

    (void)state;
    assert_false(server_lacks_level(&name, 2));
    assert_int_equal(server_paging(&name), PAGING_UNKNOWN);
}

static void missing_levels_are_remembered_each_for_its_server(void **state)
{
    const struct utf16_name one = server("levels", 1);
    const struct utf16_name same = utf16_name_from_ascii("LEVELS1");
    const struct utf16_name two = server("levels", 2);

    (void)state;
    server_learn_lacks_level(&one, 502);
    server_learn_lacks_level(&one, 2);
    assert_true(server_lacks_level(&one, 502));
    assert_true(server_lacks_level(&one, 2));
    assert_true(server_lacks_level(&same, 2));
    assert_false(server_lacks_level(&one, 10));
    assert_false(server_lacks_level(&two, 502));
    assert_int_equal(server_paging(&one), PAGING_UNKNOWN);
}

static void same_level_may_be_missed_any_number_of_times(void **state)
{
    const struct utf16_name name = server("again", 0);

    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        server_learn_lacks_level(&name, 10);
    }
    server_learn_lacks_level(&name, 0);
    assert_true(server_lacks_level(&name, 0)); /* there was room left */
    for (uint32_t level = 1000; level < 1000 + MANY; level++)
    {
        server_learn_lacks_level(&name, level);
    }
    assert_true(server_lacks_level(&name, 10));
    assert_false(server_lacks_level(&name, 2));
}

static void paging_once_learnt_does_not_change(void **state)
{
    const struct utf16_name name = server("paging", 0);

    (void)state;
    assert_int_equal(server_learn_paging(&name, PAGING_HERE), PAGING_HERE);
    assert_int_equal(server_learn_paging(&name, PAGING_BY_SERVER), PAGING_HERE);
    assert_int_equal(server_paging(&name), PAGING_HERE);
}

static void oldest_server_is_forgotten_first(void **state)
{
    const struct utf16_name first = server("many", 0);
    const struct utf16_name last = server("many", MANY - 1);

    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct utf16_name name = server("many", i);

        server_learn_lacks_level(&name, 2);
        assert_true(server_lacks_level(&name, 2));
    }
    assert_false(server_lacks_level(&first, 2));
    assert_true(server_lacks_level(&last, 2));
}

/* What was known of the server whose place is taken must not be said of the new one. */
static void new_server_inherits_nothing(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct utf16_name name = server("heir", i);

        server_learn_lacks_level(&name, i);
        server_learn_paging(&name, PAGING_HERE);
        assert_true(server_lacks_level(&name, i));
        assert_false(server_lacks_level(&name, i + 1));
    }
    for (unsigned int i = 0; i < MANY; i++)
    {
        const struct utf16_name name = server("next", i);

        server_learn_lacks_level(&name, MANY);
        assert_false(server_lacks_level(&name, i));
        assert_int_equal(server_paging(&name), PAGING_UNKNOWN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_known_of_a_new_server),
        cmocka_unit_test(missing_levels_are_remembered_each_for_its_server),
        cmocka_unit_test(same_level_may_be_missed_any_number_of_times),
        cmocka_unit_test(paging_once_learnt_does_not_change),
        cmocka_unit_test(oldest_server_is_forgotten_first),
        cmocka_unit_test(new_server_inherits_nothing),
    };

    return cmocka_run_group_tests_name("server_facts", tests, NULL, NULL);
}
