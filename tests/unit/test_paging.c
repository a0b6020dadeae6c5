/*
 * Pages of lists whose windows are made here: each row once, whatever goes and comes meanwhile.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "families/session/session_source.h"
#include "platform/platform.h"
#include "remote/positions.h"
#include "support/unit.h"

#define ROWS_MAX 16
/* What a session takes of the preferred length at level 1: two strings of one letter. */
#define ENTRY_SIZE ((uint32_t)(sizeof(struct session_info_1) + 2 * 2 * sizeof(uint16_t)))

/* The list of a source: two letters a row, the client and the user. `opens` is the row's name. */
struct list
{
    struct session rows[ROWS_MAX];
    struct utf16_name texts[ROWS_MAX];
    size_t count;
    bool is_sorted;
};

static void list_set(struct list *list, const char *const *rows, size_t count)
{
    memset(list, 0, sizeof(*list));
    list->is_sorted = true;
    list->count = count;
    for (size_t i = 0; i < count; i++)
    {
        list->texts[i] = utf16_name_from_ascii(rows[i]);
        list->rows[i] = (struct session){
            .client = utf16_part(utf16_from_name(&list->texts[i]), 0, 1),
            .user = utf16_part(utf16_from_name(&list->texts[i]), 1, 1),
            .opens = (uint32_t)i,
        };
    }
}

static void list_remove(struct list *list, uint32_t name)
{
    for (size_t i = 0; i < list->count; i++)
    {
        if (list->rows[i].opens == name)
        {
            memmove(&list->rows[i], &list->rows[i + 1],
                    (list->count - i - 1) * sizeof(list->rows[0]));
            list->count--;
            return;
        }
    }
}

/* A page of so many rows; their names go to `names`. */
static uint32_t read_page(struct list *list, const char *server, uint32_t rows, uint32_t *handle,
                          char *names)
{
    const struct utf16_name name = utf16_name_from_ascii(server);
    const struct paging_list where = { .source = list, .server = utf16_from_name(&name) };
    const struct remote_page page = {
        .rows = { list->rows, list->count },
        .is_sorted = list->is_sorted,
    };
    const struct paging_request request = { rows * ENTRY_SIZE, *handle };
    const struct session_info_1 *entries = NULL;
    struct info_answer answer;
    uint32_t status = paging_answer(&where, &session_order, info_find_level(&session_family, 1),
                                    &page, &request, &answer);

    entries = answer.buffer;
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        names[i] = (char)('a' + entries[i].opens);
    }
    names[answer.entries] = 0;
    platform_api_free(answer.buffer);
    *handle = answer.resume_handle;
    return status;
}

static int forget(void **state)
{
    (void)state;
    positions_clear();
    return 0;
}

static const char *const six[] = { "aa", "ab", "ac", "ba", "bb", "ca" };

static void rows_that_were_given_may_go(void **state)
{
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, six, 6);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "ab");
    list_remove(&list, 0);
    list_remove(&list, 1);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "cd");
    list_remove(&list, 2);
    list_remove(&list, 3);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "ef");
    assert_int_equal(handle, 0);
}

static void rows_that_come_before_make_nobody_see_a_row_twice(void **state)
{
    static const char *const more[] = { "aa", "a0", "ab", "ac" };
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, six, 3);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    list_set(&list, more, 4);
    list.is_sorted = false;
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "d");
}

/* Sessions of one user from one client differ in nothing that lasts. */
static void of_equal_rows_each_is_seen(void **state)
{
    static const char *const equal[] = { "aa", "aa", "aa", "aa", "bb" };
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, equal, 5);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "ab");
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "cd");
    list_remove(&list, 0);
    list_remove(&list, 2);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "e");
}

static void of_equal_rows_those_that_went_are_taken_for_seen_ones(void **state)
{
    static const char *const equal[] = { "aa", "aa", "aa", "aa" };
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, equal, 4);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    list_remove(&list, 0);
    list_remove(&list, 1);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "cd");
}

static void rows_without_order_go_on_behind_the_last_one(void **state)
{
    static const char *const rows[] = { "ca", "aa", "ba", "ab" };
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, rows, 4);
    list.is_sorted = false;
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "ab");
    list_remove(&list, 0);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "cd");
}

static void handle_is_an_index_where_nothing_is_remembered(void **state)
{
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;

    (void)state;
    list_set(&list, six, 6);
    assert_int_equal(read_page(&list, "s", 4, &handle, names), ERROR_MORE_DATA);
    positions_clear();
    assert_int_equal(read_page(&list, "s", 4, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "ef");
    handle = UINT32_MAX;
    assert_int_equal(read_page(&list, "s", 4, &handle, names), ERROR_SUCCESS);
    assert_string_equal(names, "");
}

static void handles_of_different_lists_are_apart(void **state)
{
    static const char *const others[] = { "xa", "xb", "xc", "xd", "xe" };
    struct list list;
    struct list other;
    char names[ROWS_MAX + 1];
    uint32_t handle = 0;
    uint32_t other_handle = 0;

    (void)state;
    list_set(&list, six, 6);
    list_set(&other, others, 5);
    assert_int_equal(read_page(&list, "s", 2, &handle, names), ERROR_MORE_DATA);
    assert_int_equal(read_page(&list, "t", 3, &other_handle, names), ERROR_MORE_DATA);
    assert_int_equal(read_page(&other, "s", 2, &other_handle, names), ERROR_SUCCESS);
    list_remove(&list, 1);
    assert_int_equal(read_page(&list, "S", 2, &handle, names), ERROR_MORE_DATA);
    assert_string_equal(names, "cd");
}

/* Two programs' threads read one list, and the rows that they have seen differ. */
static void two_readers_with_the_same_index_do_not_disturb_each_other(void **state)
{
    struct list list;
    char names[ROWS_MAX + 1];
    uint32_t first = 0;
    uint32_t second = 0;

    (void)state;
    list_set(&list, six, 6);
    assert_int_equal(read_page(&list, "s", 2, &first, names), ERROR_MORE_DATA);
    list_remove(&list, 0);
    list_remove(&list, 1);
    assert_int_equal(read_page(&list, "s", 2, &second, names), ERROR_MORE_DATA);
    assert_string_equal(names, "cd");
    assert_int_not_equal(first, second);
    assert_int_equal(read_page(&list, "s", 2, &first, names), ERROR_MORE_DATA);
    assert_string_equal(names, "cd");
    assert_int_equal(read_page(&list, "s", 2, &second, names), ERROR_SUCCESS);
    assert_string_equal(names, "ef");
}

/* Who counts by totalentries would stop too early. */
static void total_of_a_server_is_never_less_than_what_it_sends(void **state)
{
    const struct paging_list where = { .source = six };
    const struct paging_request request = { PREFERRED_LENGTH_UNLIMITED, 0 };
    struct info_answer answer;
    struct list list;

    (void)state;
    list_set(&list, six, 3);
    for (uint32_t total = 0; total < 6; total++)
    {
        const struct remote_page page = {
            .rows = { list.rows, list.count },
            .is_windowed = true,
            .more = true,
            .total_entries = total,
            .resume_handle = 7,
        };

        assert_int_equal(paging_answer(&where, &session_order, info_find_level(&session_family, 1),
                                       &page, &request, &answer),
                         ERROR_MORE_DATA);
        assert_int_equal(answer.entries, 3);
        assert_int_equal(answer.total_entries, total > 3 ? total : 3);
        assert_int_equal(answer.resume_handle, 7);
        platform_api_free(answer.buffer);
    }
}

static void so_many_positions_are_remembered_and_no_more(void **state)
{
    const uint8_t letter = 'x';
    struct position position = { .list = 1, .identity = { &letter, 1 } };
    struct position found;
    uint32_t handles[2 * POSITIONS_MAX];

    (void)state;
    for (uint32_t i = 0; i < 2 * POSITIONS_MAX; i++)
    {
        position.index = i + 1;
        handles[i] = position_remember(&position);
        assert_int_equal(handles[i], i + 1);
    }
    assert_false(position_recall(1, handles[POSITIONS_MAX - 1], &found));
    assert_int_equal(found.index, POSITIONS_MAX);
    assert_true(position_recall(1, handles[POSITIONS_MAX], &found));
    assert_int_equal(found.index, POSITIONS_MAX + 1);
    free((void *)(uintptr_t)found.identity.data);
}

/* A handle that was given out again is one of the latest. */
static void position_that_comes_again_is_remembered_as_long_as_a_new_one(void **state)
{
    const uint8_t letter = 'x';
    struct position position = { .list = 1, .identity = { &letter, 1 } };
    struct position found;
    uint32_t handle = 0;

    (void)state;
    for (uint32_t i = 0; i < POSITIONS_MAX; i++)
    {
        position.index = i + 1;
        position_remember(&position);
    }
    position.index = 1;
    handle = position_remember(&position);
    position.index = POSITIONS_MAX + 1;
    position_remember(&position);
    assert_true(position_recall(1, handle, &found));
    free((void *)(uintptr_t)found.identity.data);
    assert_false(position_recall(1, 2, &found));
}

#define TEST(name) cmocka_unit_test_teardown(name, forget)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_that_were_given_may_go),
        TEST(rows_that_come_before_make_nobody_see_a_row_twice),
        TEST(of_equal_rows_each_is_seen),
        TEST(of_equal_rows_those_that_went_are_taken_for_seen_ones),
        TEST(rows_without_order_go_on_behind_the_last_one),
        TEST(handle_is_an_index_where_nothing_is_remembered),
        TEST(handles_of_different_lists_are_apart),
        TEST(two_readers_with_the_same_index_do_not_disturb_each_other),
        TEST(total_of_a_server_is_never_less_than_what_it_sends),
        TEST(so_many_positions_are_remembered_and_no_more),
        TEST(position_that_comes_again_is_remembered_as_long_as_a_new_one),
    };

    return cmocka_run_group_tests_name("paging", tests, NULL, NULL);
}
