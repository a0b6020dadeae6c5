/*
 * Rows within rows, packed into one block with the structures that point to them; and numbers of 16
 * and 64 bits.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "levels/dfs_levels.h"
#include "platform/platform.h"
#include "support/unit.h"

static const uint16_t link_text[] = { '\\', 's', '\\', 'r', '\\', 'l', 0 };
static const uint16_t server_text[] = { 's', 'r', 'v', 0 };
static const uint16_t share_text[] = { 'd', 'a', 't', 'a', 0 };

#define LINK_LENGTH   6
#define SERVER_LENGTH 3
#define SHARE_LENGTH  4
#define TARGETS_MAX   3

static struct dfs_target all_targets[TARGETS_MAX];

static struct dfs_entry entry_with(uint32_t count)
{
    for (uint32_t i = 0; i < TARGETS_MAX; i++)
    {
        all_targets[i] = (struct dfs_target){
            .state = i + 1,
            .server = { server_text, SERVER_LENGTH },
            .share = { share_text, SHARE_LENGTH },
            .priority_class = 4 + i,
            .priority_rank = (uint16_t)(0xFFF0 + i),
        };
    }
    return (struct dfs_entry){
        .path = { link_text, LINK_LENGTH },
        .state = 1,
        .guid = { 1, 2, 3 },
        .target_count = count,
        .targets = { count ? all_targets : NULL, count },
    };
}

static void *pack(uint32_t level, struct dfs_entry *entries, size_t count)
{
    const struct info_rows rows = { entries, count };
    struct info_buffer packed;

    assert_int_equal(info_pack(&dfs_family, info_find_level(&dfs_family, level), &rows, &packed),
                     ERROR_SUCCESS);
    assert_int_equal(packed.entries, count);
    return packed.buffer;
}

static void assert_target(const struct dfs_storage_info *target, uint32_t index)
{
    assert_int_equal(target->state, index + 1);
    assert_memory_equal(target->server, server_text, sizeof(server_text));
    assert_memory_equal(target->share, share_text, sizeof(share_text));
}

static void each_structure_has_its_own_rows(void **state)
{
    struct dfs_entry entries[] = { entry_with(2), entry_with(0), entry_with(3) };
    struct dfs_info_3 *infos = pack(3, entries, COUNT(entries));

    (void)state;
    for (uint32_t i = 0; i < COUNT(entries); i++)
    {
        assert_memory_equal(infos[i].path, link_text, sizeof(link_text));
        assert_int_equal(infos[i].comment[0], 0);
        assert_int_equal(infos[i].target_count, entries[i].targets.count);
        for (uint32_t k = 0; k < infos[i].target_count; k++)
        {
            assert_int_equal((uintptr_t)&infos[i].targets[k] % sizeof(void *), 0);
            assert_target(&infos[i].targets[k], k);
        }
    }
    assert_null(infos[1].targets);
    assert_ptr_not_equal(infos[0].targets, infos[2].targets);
    platform_api_free(infos);
}

static void rows_are_of_the_level_that_the_structure_has(void **state)
{
    struct dfs_entry entry = entry_with(3);
    struct dfs_info_6 *info = pack(6, &entry, 1);

    (void)state;
    assert_memory_equal(info->guid, entry.guid, sizeof(entry.guid));
    for (uint32_t i = 0; i < 3; i++)
    {
        assert_int_equal(info->targets[i].state, i + 1);
        assert_int_equal(info->targets[i].priority_class, 4 + i);
        assert_int_equal(info->targets[i].priority_rank, 0xFFF0 + i);
        assert_memory_equal(info->targets[i].share, share_text, sizeof(share_text));
    }
    platform_api_free(info);
}

/* Bytes of an odd number before the rows. */
static void rows_are_aligned_behind_anything(void **state)
{
    static const uint8_t descriptor[] = { 1, 2, 3, 4, 5 };
    struct dfs_entry entries[] = { entry_with(1), entry_with(2) };
    struct dfs_info_9 *infos = NULL;

    (void)state;
    for (size_t i = 0; i < COUNT(entries); i++)
    {
        entries[i].descriptor = (struct info_bytes){ descriptor, sizeof(descriptor) - i };
        entries[i].descriptor_size = (uint32_t)(sizeof(descriptor) - i);
    }
    infos = pack(9, entries, COUNT(entries));
    for (size_t i = 0; i < COUNT(entries); i++)
    {
        assert_int_equal((uintptr_t)infos[i].targets % sizeof(void *), 0);
        assert_memory_equal(infos[i].descriptor, descriptor, sizeof(descriptor) - i);
        assert_memory_equal(infos[i].targets[0].server, server_text, sizeof(server_text));
    }
    platform_api_free(infos);
}

static size_t fitting(struct dfs_entry *entry, size_t length)
{
    const struct info_rows rows = { entry, 1 };

    return info_count_fitting(&dfs_family, info_find_level(&dfs_family, 3), &rows,
                              (uint32_t)length);
}

static void preferred_length_counts_the_rows_within(void **state)
{
    struct dfs_entry none = entry_with(0);
    struct dfs_entry some = entry_with(3);
    const size_t strings = sizeof(link_text) + sizeof(uint16_t);
    const size_t bare = sizeof(struct dfs_info_3) + strings;
    const size_t within =
        3 * (sizeof(struct dfs_storage_info) + sizeof(server_text) + sizeof(share_text));

    (void)state;
    assert_int_equal(fitting(&none, bare), 1);
    assert_int_equal(fitting(&none, bare - 1), 0);
    assert_int_equal(fitting(&some, bare + within - 1), 0);
    assert_int_equal(fitting(&some, bare + within + sizeof(void *)), 1);
}

static void numbers_of_64_and_of_16_bits_are_copied_whole(void **state)
{
    struct dfs_entry entry = { .major_version = 2, .capabilities = 0x8000000100000002u };
    struct dfs_info_50 *info = pack(50, &entry, 1);
    const struct dfs_info_106 given = { 2, 3, 0xFFFF, 0 };

    (void)state;
    assert_int_equal(info->major_version, 2);
    assert_true(info->capabilities == 0x8000000100000002u);
    platform_api_free(info);

    info_read(info_find_level(&dfs_set_family, 106), &given, &entry);
    assert_int_equal(entry.state, 2);
    assert_int_equal(entry.priority_class, 3);
    assert_int_equal(entry.priority_rank, 0xFFFF);
}

static void rows_of_a_caller_are_left_alone(void **state)
{
    struct dfs_storage_info theirs = { .state = 9 };
    const struct dfs_info_3 given = { .target_count = 1, .targets = &theirs };
    struct dfs_entry entry = entry_with(2);

    (void)state;
    info_read(info_find_level(&dfs_family, 3), &given, &entry);
    assert_ptr_equal(entry.targets.rows, all_targets);
    assert_int_equal(entry.targets.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_structure_has_its_own_rows),
        cmocka_unit_test(rows_are_of_the_level_that_the_structure_has),
        cmocka_unit_test(rows_are_aligned_behind_anything),
        cmocka_unit_test(preferred_length_counts_the_rows_within),
        cmocka_unit_test(numbers_of_64_and_of_16_bits_are_copied_whole),
        cmocka_unit_test(rows_of_a_caller_are_left_alone),
    };

    return cmocka_run_group_tests_name("rows within rows", tests, NULL, NULL);
}
