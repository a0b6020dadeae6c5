/*
 * The rows of the window: what came and went, order, filter, and what is copied and saved.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/host.h"
#include "base/memory.h"
#include "model/export.h"
#include "model/shown.h"
#include "model/sort.h"
#include "model/tracked.h"
#include "support/unit.h"

#define KEEP 1000 /* how long marks last */

/* ---- What the model needs of the system ------------------------------------------------------ */

char16_t host_upper(char16_t unit)
{
    return (char16_t)(unit >= u'a' && unit <= u'z' ? unit - 32 : unit == u'\xe4' ? u'\xc4' : unit);
}

_Noreturn void host_memory_exhausted(void)
{
    abort();
}

/* ---- Helpers --------------------------------------------------------------------------------- */

static struct row *session(const char16_t *user, const char16_t *computer, uint32_t seconds)
{
    const struct value values[COLUMNS_MAX] = {
        [COLUMN_SERVER] = value_text(u"berlin"),   [SESSION_USER] = value_text(user),
        [SESSION_COMPUTER] = value_text(computer), [SESSION_OPENS] = value_number(2),
        [SESSION_TIME] = value_number(seconds),    [SESSION_IDLE] = value_number(0),
        [SESSION_GUEST] = value_number(0),
    };

    return row_make(PAGE_SESSIONS, values);
}

static struct row **rows_of(size_t count, struct row *const *rows)
{
    struct row **array = memory_resize(NULL, count, sizeof(*array));

    for (size_t i = 0; i < count; i++)
    {
        array[i] = rows[i];
    }
    return array;
}

#define ROWS(...)                                                                                  \
    rows_of(COUNT(((struct row *[]){ __VA_ARGS__ })), (struct row *[]){ __VA_ARGS__ }),            \
        COUNT(((struct row *[]){ __VA_ARGS__ }))

static void assert_text(struct text *text, const char16_t *expected)
{
    const char16_t *got = text_string(text);

    if (string_compare_exactly(got, expected))
    {
        for (size_t i = 0; got[i]; i++)
        {
            print_error("%c", got[i] < 0x80 ? got[i] : '?');
        }
        fail_msg(" is not what was expected");
    }
    text_free(text);
}

static void assert_shown(const struct row *row, size_t column, const char16_t *expected)
{
    struct text text = { 0 };

    row_append_shown(row, column, &text);
    assert_text(&text, expected);
}

/* The users and their signs, in the order of what is tracked. */
static void assert_tracked(const struct tracked *tracked, const char16_t *expected)
{
    struct text text = { 0 };

    for (size_t i = 0; i < tracked->count; i++)
    {
        text_append(&text, i ? u" " : u"");
        text_append(&text, row_sign(tracked->rows[i]));
        text_append(&text, tracked->rows[i]->values[SESSION_USER].text);
    }
    assert_text(&text, expected);
}

static void assert_users(const struct shown *shown, const char16_t *expected)
{
    struct text text = { 0 };

    for (size_t i = 0; i < shown->count; i++)
    {
        text_append(&text, i ? u" " : u"");
        text_append(&text, shown->rows[i]->values[SESSION_USER].text);
    }
    assert_text(&text, expected);
}

/* ---- What is shown --------------------------------------------------------------------------- */

static void what_is_not_told_is_neither_nothing_nor_empty(void **state)
{
    struct row *row = session(u"", u"pc", 0);

    (void)state;
    assert_shown(row, SESSION_CLIENT_TYPE, u"not told");
    assert_shown(row, SESSION_USER, u"");
    assert_shown(row, SESSION_IDLE, u"00:00:00");
    assert_shown(row, SESSION_GUEST, u"No");
    free(row);
}

static void durations_have_days(void **state)
{
    struct row *row = session(u"alice", u"pc", 2 * 86400 + 3 * 3600 + 4 * 60 + 5);

    (void)state;
    assert_shown(row, SESSION_TIME, u"2 d 03:04:05");
    free(row);
}

static void bits_are_words_and_unknown_ones_numbers(void **state)
{
    struct value values[COLUMNS_MAX] = { [SHARE_TYPE] = value_number(0x80000003) };
    struct row *share = row_make(PAGE_SHARES, values);
    struct row *file;

    (void)state;
    assert_shown(share, SHARE_TYPE, u"IPC, special");
    free(share);
    values[SHARE_TYPE] = value_number(0x00000100);
    share = row_make(PAGE_SHARES, values);
    assert_shown(share, SHARE_TYPE, u"Folder, 0x100");
    free(share);
    values[FILE_MODE] = value_number(0);
    file = row_make(PAGE_FILES, values);
    assert_shown(file, FILE_MODE, u"No access");
    free(file);
}

static void control_characters_and_directions_do_not_act(void **state)
{
    struct row *row = session(u"a\nb\x202e"
                              u"c",
                              u"pc", 0);

    (void)state;
    assert_shown(row, SESSION_USER,
                 u"a\xfffd"
                 u"b\xfffd"
                 u"c");
    free(row);
}

/* ---- What came and went ---------------------------------------------------------------------- */

static void the_first_answer_marks_nothing(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 1), session(u"alice", u"pc", 1)), 0, KEEP);
    assert_tracked(&tracked, u"alice bob");
    tracked_free(&tracked);
}

static void what_came_and_went_is_marked_for_a_while(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 1), session(u"bob", u"pc", 1)), 0, KEEP);
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 2), session(u"carol", u"pc", 1)), 10,
                   KEEP);
    assert_tracked(&tracked, u"alice -bob +carol");
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 3), session(u"carol", u"pc", 2)), 500,
                   KEEP);
    assert_tracked(&tracked, u"alice -bob +carol");
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 4), session(u"carol", u"pc", 3)), 1010,
                   KEEP);
    assert_tracked(&tracked, u"alice carol");
    assert_shown(tracked.rows[0], SESSION_TIME, u"00:00:04");
    tracked_free(&tracked);
}

static void what_is_back_came(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 1)), 0, KEEP);
    tracked_update(&tracked, NULL, 0, 10, KEEP);
    assert_tracked(&tracked, u"-bob");
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 0)), 20, KEEP);
    assert_tracked(&tracked, u"+bob");
    tracked_free(&tracked);
}

static void equal_rows_count_as_often_as_they_are_there(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 1), session(u"bob", u"pc", 2)), 0, KEEP);
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 3)), 10, KEEP);
    assert_int_equal(tracked.count, 2);
    assert_int_equal((tracked.rows[0]->mark == MARK_GONE) + (tracked.rows[1]->mark == MARK_GONE),
                     1);
    tracked_free(&tracked);
}

static void of_equal_rows_the_young_one_came_and_the_old_one_went(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 500)), 0, KEEP);
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 3), session(u"bob", u"pc", 505)), 2000,
                   KEEP);
    assert_tracked(&tracked, u"bob +bob");
    assert_shown(tracked.rows[1], SESSION_TIME, u"00:00:03");
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 8)), 4000, KEEP);
    assert_tracked(&tracked, u"-bob bob");
    assert_shown(tracked.rows[1], SESSION_TIME, u"00:00:08");
    tracked_free(&tracked);
}

static void a_clock_that_is_a_little_back_is_no_new_row(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 500)), 0, KEEP);
    tracked_update(&tracked, ROWS(session(u"bob", u"pc", 498)), 10, KEEP);
    assert_tracked(&tracked, u"bob");
    tracked_free(&tracked);
}

static void a_server_that_fails_leaves_old_rows_that_neither_come_nor_go(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 1), session(u"bob", u"pc", 1)), 0, KEEP);
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 2)), 10, KEEP);
    tracked_fail(&tracked);
    assert_tracked(&tracked, u"?alice");
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 3)), 20, KEEP);
    assert_tracked(&tracked, u"alice");
    tracked_free(&tracked);
}

static void a_failure_before_any_answer_marks_nothing_afterwards(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_fail(&tracked);
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 1)), 0, KEEP);
    assert_tracked(&tracked, u"alice");
    tracked_free(&tracked);
}

static void selection_goes_on_with_what_it_is_about(void **state)
{
    struct tracked tracked = { 0 };

    (void)state;
    tracked_update(&tracked, ROWS(session(u"alice", u"pc", 1), session(u"bob", u"pc", 1)), 0, KEEP);
    tracked.rows[1]->is_selected = true;
    tracked_update(
        &tracked,
        ROWS(session(u"bob", u"pc", 2), session(u"aaron", u"pc", 1), session(u"alice", u"pc", 2)),
        10, KEEP);
    assert_tracked(&tracked, u"+aaron alice bob");
    assert_true(tracked.rows[2]->is_selected);
    assert_false(tracked.rows[0]->is_selected || tracked.rows[1]->is_selected);
    tracked_free(&tracked);
}

/* ---- Order and filter ------------------------------------------------------------------------ */

static void rows_are_sorted_by_a_column_then_by_what_they_are_about(void **state)
{
    struct row *rows[] = { session(u"carol", u"pc", 5), session(u"Bob", u"pc", 70),
                           session(u"alice", u"pc", 5) };
    struct shown shown = { 0 };

    (void)state;
    shown_add(&shown, rows, COUNT(rows), u"");
    shown_sort(&shown, &(struct order){ .column = SESSION_USER });
    assert_users(&shown, u"alice Bob carol");
    shown_sort(&shown, &(struct order){ .column = SESSION_TIME, .is_descending = true });
    assert_users(&shown, u"Bob alice carol");
    shown_free(&shown);
    for (size_t i = 0; i < COUNT(rows); i++)
    {
        free(rows[i]);
    }
}

static void what_is_not_told_is_behind_everything_else(void **state)
{
    struct row *rows[] = { session(u"alice", u"pc", 0), session(u"bob", u"pc", 9) };
    struct shown shown = { 0 };

    (void)state;
    rows[0]->values[SESSION_TIME] = (struct value){ 0 };
    shown_add(&shown, rows, COUNT(rows), u"");
    shown_sort(&shown, &(struct order){ .column = SESSION_TIME });
    assert_users(&shown, u"bob alice");
    shown_free(&shown);
    free(rows[0]);
    free(rows[1]);
}

static void the_filter_wants_every_word_in_any_column_and_any_case(void **state)
{
    struct row *row = session(u"J\xe4ger", u"PC-7", 0);

    (void)state;
    assert_true(row_passes(row, u""));
    assert_true(row_passes(row, u"  "));
    assert_true(row_passes(row, u"j\xc4GER pc-7"));
    assert_true(row_passes(row, u" berlin  told "));
    assert_false(row_passes(row, u"berlin bob"));
    assert_false(row_passes(row, u"berlinj")); /* not across columns */
    free(row);
}

static void the_filter_says_how_many_it_hides(void **state)
{
    struct row *rows[] = { session(u"alice", u"pc", 0), session(u"bob", u"pc", 9) };
    struct shown shown = { 0 };

    (void)state;
    shown_add(&shown, rows, COUNT(rows), u"ali");
    assert_users(&shown, u"alice");
    assert_int_equal(shown.hidden, 1);
    shown_free(&shown);
    free(rows[0]);
    free(rows[1]);
}

static size_t comparisons;

static int compare_counted(const void *a, const void *b, const void *context)
{
    (void)context;
    comparisons++;
    return (int)((uintptr_t)a / 16) - (int)((uintptr_t)b / 16);
}

static void sorting_is_stable_and_never_quadratic(void **state)
{
    enum
    {
        LENGTH = 1000
    };
    void *pointers[LENGTH];

    (void)state;
    for (size_t i = 0; i < LENGTH; i++)
    {
        pointers[i] = (void *)(uintptr_t)((LENGTH - i) / 4 * 16 + i % 4);
    }
    comparisons = 0;
    sort_pointers(pointers, LENGTH, compare_counted, NULL);
    for (size_t i = 1; i < LENGTH; i++)
    {
        assert_true((uintptr_t)pointers[i - 1] / 16 <= (uintptr_t)pointers[i] / 16);
    }
    assert_true(comparisons <= LENGTH * 10);
    sort_pointers(pointers, 0, compare_counted, NULL);
}

/* ---- Files and the clipboard ----------------------------------------------------------------- */

static void csv_tells_an_empty_string_from_what_was_not_told(void **state)
{
    const struct row *row = session(u"", u"a,\"b\"", 61);
    struct text text = { 0 };

    (void)state;
    export_csv(PAGE_SESSIONS, &row, 1, &text);
    assert_text(&text, u"server,sesi2_username,sesi2_cname,sesi2_cltype_name,sesi2_num_opens,"
                       u"sesi2_time,sesi2_idle_time,sesi2_user_flags\r\n"
                       u"berlin,\"\",\"a,\"\"b\"\"\",,2,61,0,0\r\n");
    free((void *)(uintptr_t)row);
}

static void json_has_null_for_what_was_not_told(void **state)
{
    const struct row *row = session(u"a\\\n", u"\xd83d\xde00\xd83d", 61);
    struct text text = { 0 };

    (void)state;
    export_json(PAGE_SESSIONS, &row, 1, &text);
    assert_text(&text,
                u"[\n  {\n    \"server\": \"berlin\",\n    \"sesi2_username\": \"a\\\\\\u000a\",\n"
                u"    \"sesi2_cname\": \"\xd83d\xde00\\ud83d\",\n"
                u"    \"sesi2_cltype_name\": null,\n    \"sesi2_num_opens\": 2,\n"
                u"    \"sesi2_time\": 61,\n    \"sesi2_idle_time\": 0,\n"
                u"    \"sesi2_user_flags\": 0\n  }\n]\n");
    free((void *)(uintptr_t)row);
}

static void no_rows_are_a_whole_file_too(void **state)
{
    struct text text = { 0 };

    (void)state;
    export_json(PAGE_SHARES, NULL, 0, &text);
    assert_text(&text, u"[]\n");
    export_csv(PAGE_FILES, NULL, 0, &text);
    assert_text(&text,
                u"server,fi3_pathname,fi3_username,fi3_num_locks,fi3_permissions,fi3_id\r\n");
}

static void what_is_copied_is_what_is_shown(void **state)
{
    const struct row *row = session(u"bob", u"pc", 61);
    struct text text = { 0 };

    (void)state;
    export_table(PAGE_SESSIONS, &row, 1, &text);
    assert_text(&text,
                u"Server\tUser\tComputer\tType\t# Open Files\tConnected Time\tIdle Time\tGuest\r\n"
                u"berlin\tbob\tpc\tnot told\t2\t00:01:01\t00:00:00\tNo\r\n");
    free((void *)(uintptr_t)row);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_told_is_neither_nothing_nor_empty),
        cmocka_unit_test(durations_have_days),
        cmocka_unit_test(bits_are_words_and_unknown_ones_numbers),
        cmocka_unit_test(control_characters_and_directions_do_not_act),
        cmocka_unit_test(the_first_answer_marks_nothing),
        cmocka_unit_test(what_came_and_went_is_marked_for_a_while),
        cmocka_unit_test(what_is_back_came),
        cmocka_unit_test(equal_rows_count_as_often_as_they_are_there),
        cmocka_unit_test(of_equal_rows_the_young_one_came_and_the_old_one_went),
        cmocka_unit_test(a_clock_that_is_a_little_back_is_no_new_row),
        cmocka_unit_test(a_server_that_fails_leaves_old_rows_that_neither_come_nor_go),
        cmocka_unit_test(a_failure_before_any_answer_marks_nothing_afterwards),
        cmocka_unit_test(selection_goes_on_with_what_it_is_about),
        cmocka_unit_test(rows_are_sorted_by_a_column_then_by_what_they_are_about),
        cmocka_unit_test(what_is_not_told_is_behind_everything_else),
        cmocka_unit_test(the_filter_wants_every_word_in_any_column_and_any_case),
        cmocka_unit_test(the_filter_says_how_many_it_hides),
        cmocka_unit_test(sorting_is_stable_and_never_quadratic),
        cmocka_unit_test(csv_tells_an_empty_string_from_what_was_not_told),
        cmocka_unit_test(json_has_null_for_what_was_not_told),
        cmocka_unit_test(no_rows_are_a_whole_file_too),
        cmocka_unit_test(what_is_copied_is_what_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
