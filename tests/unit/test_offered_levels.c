/*
 * Families that share a table of levels and offer a part of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/server_levels.h"
#include "support/unit.h"

/* Exactly these, in this order. */
static void assert_offers(const struct info_family *family, const uint32_t *levels, size_t count)
{
    assert_int_equal(family->level_count, count);
    for (size_t i = 0; i < count; i++)
    {
        assert_int_equal(family->levels[i].level, levels[i]);
    }
}

#define ASSERT_OFFERS(family, ...)                                                                 \
    assert_offers(&(family), (const uint32_t[]){ __VA_ARGS__ },                                    \
                  COUNT(((uint32_t[]){ __VA_ARGS__ })))

static void server_of_this_computer_has_no_levels_beyond_503(void **state)
{
    (void)state;
    ASSERT_OFFERS(server_local_family, 100, 101, 102, 502, 503);
    assert_non_null(info_find_level(&server_family, 103));
}

static void servers_are_listed_at_the_first_two_levels(void **state)
{
    (void)state;
    ASSERT_OFFERS(server_list_family, 100, 101);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(server_of_this_computer_has_no_levels_beyond_503),
        cmocka_unit_test(servers_are_listed_at_the_first_two_levels),
    };

    return cmocka_run_group_tests_name("offered levels", tests, NULL, NULL);
}
