/*
 * Which levels can stand in for others that a server lacks.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/connection_levels.h"
#include "levels/file_levels.h"
#include "levels/session_levels.h"
#include "levels/share_levels.h"
#include "support/unit.h"

static bool covers(const struct info_family *family, uint32_t level, uint32_t other)
{
    return info_level_covers(info_find_level(family, level), info_find_level(family, other));
}

static void every_level_covers_itself(void **state)
{
    static const struct info_family *const families[] = {
        &session_family,
        &file_family,
        &connection_family,
        &share_family,
    };

    (void)state;
    for (size_t i = 0; i < COUNT(families); i++)
    {
        for (size_t j = 0; j < families[i]->level_count; j++)
        {
            assert_true(info_level_covers(&families[i]->levels[j], &families[i]->levels[j]));
        }
    }
}

static void level_with_more_covers_one_with_less(void **state)
{
    (void)state;
    assert_true(covers(&file_family, 3, 2));
    assert_true(covers(&connection_family, 1, 0));
    assert_true(covers(&session_family, 1, 0));
    assert_true(covers(&share_family, 502, 2));
}

static void level_with_less_covers_none_with_more(void **state)
{
    (void)state;
    assert_false(covers(&file_family, 2, 3));
    assert_false(covers(&session_family, 0, 1));
    assert_false(covers(&session_family, 10, 1)); /* which has opens and flags */
    assert_false(covers(&share_family, 2, 502));  /* which has a descriptor */
}

static void place_in_the_structure_is_no_matter(void **state)
{
    (void)state;
    /* active_seconds is the fourth member there, and the third here. */
    assert_true(covers(&session_family, 1, 10));
}

static void optional_fields_need_not_be_covered(void **state)
{
    (void)state;
    assert_true(covers(&session_family, 1, 2));
    assert_true(covers(&session_family, 1, 502));
    assert_true(covers(&session_family, 2, 502));
}

static void levels_that_each_have_what_the_other_has_not_cover_neither(void **state)
{
    (void)state;
    assert_false(covers(&share_family, 501, 2));
    assert_false(covers(&share_family, 2, 501)); /* csc_flags */
}

static void level_without_fields_is_covered_by_any(void **state)
{
    static const struct info_level nothing = { .level = 0 };

    (void)state;
    assert_true(info_level_covers(info_find_level(&file_family, 2), &nothing));
    assert_false(info_level_covers(&nothing, info_find_level(&file_family, 2)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_level_covers_itself),
        cmocka_unit_test(level_with_more_covers_one_with_less),
        cmocka_unit_test(level_with_less_covers_none_with_more),
        cmocka_unit_test(place_in_the_structure_is_no_matter),
        cmocka_unit_test(optional_fields_need_not_be_covered),
        cmocka_unit_test(levels_that_each_have_what_the_other_has_not_cover_neither),
        cmocka_unit_test(level_without_fields_is_covered_by_any),
    };

    return cmocka_run_group_tests_name("levels that cover others", tests, NULL, NULL);
}
