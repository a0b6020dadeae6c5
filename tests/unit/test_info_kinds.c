/*
 * Fields that are bytes, blocks or secrets, levels that are the beginning of another, and structures of a caller read into rows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "levels/level.h"
#include "platform/platform.h"
#include "support/unit.h"

struct account
{
    struct utf16_slice name;
    struct utf16_slice password;
    struct info_bytes hours;
    uint32_t number;
    uint8_t key[3];
};

struct account_info
{
    uint16_t *name;
    uint16_t *password;
    void *hours;
    uint32_t number;
    uint8_t key[3];
};

static const struct info_field account_info_fields[] = {
    INFO_MEMBER(INFO_STRING, account, account_info, name),
    INFO_MEMBER(INFO_SECRET, account, account_info, password),
    INFO_MEMBER(INFO_BYTES, account, account_info, hours),
    INFO_MEMBER(INFO_U32, account, account_info, number),
    INFO_MEMBER(INFO_BLOCK, account, account_info, key, .size = 3),
};
static const struct info_level levels[] = {
    INFO_LEVEL_OF(1, account_info),
    INFO_LEVEL_BEFORE(0, account_info, password, 1),
    INFO_LEVEL_OF_NUMBER(1001, account, number),
};
static const struct info_level *const level = &levels[0];
static const struct info_family family = INFO_FAMILY_OF(struct account, levels);
static const struct info_family list_family = INFO_FAMILY_OF_FIRST(2, struct account, levels);

static const uint16_t name_text[] = { 'n', 'a', 'm', 'e', 0 };
static const uint16_t secret_text[] = { 'x', 'y', 'z', 0 };
static const uint8_t hours[] = { 1, 2, 3, 4, 5 };

/* An odd number of bytes between strings of an odd number of units. */
static struct account sample(void)
{
    return (struct account){
        .name = { name_text, 4 },
        .password = { secret_text, 3 },
        .hours = { hours, sizeof(hours) },
        .number = 7,
        .key = { 1, 2, 3 },
    };
}

static void bytes_are_aligned_copies_in_the_block(void **state)
{
    struct account accounts[] = { sample(), sample(), sample() };
    const struct info_rows rows = { accounts, 3 };
    const struct account_info *infos = NULL;
    struct info_buffer packed;

    (void)state;
    assert_int_equal(info_pack(&family, level, &rows, &packed), ERROR_SUCCESS);
    infos = packed.buffer;
    for (size_t i = 0; i < 3; i++)
    {
        assert_ptr_not_equal(infos[i].hours, hours);
        assert_int_equal((uintptr_t)infos[i].hours % sizeof(uint32_t), 0);
        assert_memory_equal(infos[i].hours, hours, sizeof(hours));
        assert_memory_equal(infos[i].name, name_text, sizeof(name_text));
        assert_int_equal(infos[i].number, 7);
    }
    platform_api_free(packed.buffer);
}

static void absent_bytes_are_a_null_pointer(void **state)
{
    struct account account = { .number = 1 };
    const struct info_rows rows = { &account, 1 };
    struct info_buffer packed;

    (void)state;
    assert_int_equal(info_pack(&family, level, &rows, &packed), ERROR_SUCCESS);
    assert_null(((const struct account_info *)packed.buffer)->hours);
    platform_api_free(packed.buffer);
}

static void secrets_are_never_given_out(void **state)
{
    struct account account = sample();
    const struct info_rows rows = { &account, 1 };
    struct info_buffer packed;

    (void)state;
    assert_int_equal(info_pack(&family, level, &rows, &packed), ERROR_SUCCESS);
    assert_null(((const struct account_info *)packed.buffer)->password);
    platform_api_free(packed.buffer);
}

static void a_callers_structure_is_read(void **state)
{
    static uint16_t new_name[] = { 'n', 'e', 'w', 0 };
    static uint16_t new_secret[] = { 's', 0 };
    static uint8_t new_hours[sizeof(hours)] = { 9 };
    const struct account_info info = {
        .name = new_name, .password = new_secret, .hours = new_hours, .number = 8
    };
    struct account account = sample();

    (void)state;
    info_read(level, &info, &account);
    assert_ptr_equal(account.name.units, new_name);
    assert_int_equal(account.name.length, 3);
    assert_ptr_equal(account.password.units, new_secret);
    assert_ptr_equal(account.hours.data, new_hours);
    assert_int_equal(account.hours.size, sizeof(hours));
    assert_int_equal(account.number, 8);
}

static void null_pointers_leave_what_the_row_has(void **state)
{
    const struct account_info info = { .number = 8 };
    struct account account = sample();

    (void)state;
    info_read(level, &info, &account);
    assert_ptr_equal(account.name.units, name_text);
    assert_ptr_equal(account.password.units, secret_text);
    assert_ptr_equal(account.hours.data, hours);
    assert_int_equal(account.number, 8);
}

static void blocks_are_copied_both_ways(void **state)
{
    struct account account = sample();
    const struct info_rows rows = { &account, 1 };
    const struct account_info info = { .key = { 4, 5, 6 } };
    struct info_buffer packed;

    (void)state;
    assert_int_equal(info_pack(&family, level, &rows, &packed), ERROR_SUCCESS);
    assert_memory_equal(((const struct account_info *)packed.buffer)->key, account.key, 3);
    platform_api_free(packed.buffer);

    info_read(level, &info, &account);
    assert_memory_equal(account.key, info.key, 3);
}

static void level_may_be_the_beginning_of_another_or_a_number(void **state)
{
    struct account accounts[] = { sample(), sample() };
    const struct info_rows rows = { accounts, 2 };
    struct info_buffer packed;

    (void)state;
    accounts[1].number = 8;
    assert_int_equal(info_pack(&family, info_find_level(&family, 0), &rows, &packed),
                     ERROR_SUCCESS);
    assert_memory_equal(((uint16_t *const *)packed.buffer)[1], name_text, sizeof(name_text));
    platform_api_free(packed.buffer);

    assert_int_equal(info_pack(&family, info_find_level(&family, 1001), &rows, &packed),
                     ERROR_SUCCESS);
    assert_int_equal(((const uint32_t *)packed.buffer)[1], 8);
    platform_api_free(packed.buffer);
    assert_non_null(info_find_level(&list_family, 0));
    assert_null(info_find_level(&list_family, 1001));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_aligned_copies_in_the_block),
        cmocka_unit_test(absent_bytes_are_a_null_pointer),
        cmocka_unit_test(secrets_are_never_given_out),
        cmocka_unit_test(a_callers_structure_is_read),
        cmocka_unit_test(null_pointers_leave_what_the_row_has),
        cmocka_unit_test(blocks_are_copied_both_ways),
        cmocka_unit_test(level_may_be_the_beginning_of_another_or_a_number),
    };

    return cmocka_run_group_tests_name("info_kinds", tests, NULL, NULL);
}
