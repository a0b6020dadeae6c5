/*
 * Families that share a table of levels and offer a part of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/dfs_levels.h"
#include "levels/server_levels.h"
#include "levels/share_levels.h"
#include "levels/workstation_levels.h"
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

static void workstation_of_this_computer_has_no_levels_of_one_setting(void **state)
{
    (void)state;
    ASSERT_OFFERS(workstation_local_family, 100, 101, 102, 502);
    assert_non_null(info_find_level(&workstation_family, 1013));
}

static void level_1101_of_a_user_is_neither_listed_nor_on_the_wire(void **state)
{
    (void)state;
    ASSERT_OFFERS(workstation_user_family, 0, 1);
    ASSERT_OFFERS(workstation_user_info_family, 0, 1, 1101);
}

static void dfs_has_its_levels_by_what_is_done_with_them(void **state)
{
    (void)state;
    ASSERT_OFFERS(dfs_family, 1, 2, 3, 4, 5, 6, 8, 9, 7, 50, 100, 150, 101, 102, 103, 104, 105, 106,
                  107);
    ASSERT_OFFERS(dfs_list_family, 200, 300, 1, 2, 3, 4, 5, 6, 8, 9);
    ASSERT_OFFERS(dfs_client_family, 1, 2, 3, 4);
    ASSERT_OFFERS(dfs_get_family, 1, 2, 3, 4, 5, 6, 8, 9, 7, 50, 100, 150);
    ASSERT_OFFERS(dfs_set_family, 100, 150, 101, 102, 103, 104, 105, 106, 107);
}

static void levels_of_one_setting_of_a_share_can_only_be_set(void **state)
{
    (void)state;
    ASSERT_OFFERS(share_list_family, 0, 1, 2, 501, 502, 503);
    ASSERT_OFFERS(share_info_family, 0, 1, 2, 501, 502, 503, 1005);
    assert_non_null(info_find_level(&share_family, 1501));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(server_of_this_computer_has_no_levels_beyond_503),
        cmocka_unit_test(servers_are_listed_at_the_first_two_levels),
        cmocka_unit_test(workstation_of_this_computer_has_no_levels_of_one_setting),
        cmocka_unit_test(levels_of_one_setting_of_a_share_can_only_be_set),
        cmocka_unit_test(level_1101_of_a_user_is_neither_listed_nor_on_the_wire),
        cmocka_unit_test(dfs_has_its_levels_by_what_is_done_with_them),
    };

    return cmocka_run_group_tests_name("offered levels", tests, NULL, NULL);
}
