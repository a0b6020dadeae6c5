/*
 * Rows packed into the structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "levels/level.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "support/unit.h"

/* "c1" takes 6 bytes in the buffer, "u" 4, an absent string 2. */
static const uint16_t client_text[] = { 'c', '1' };
static const uint16_t user_text[] = { 'u' };

static struct session sample(uint32_t number)
{
    return (struct session){
        .client = { client_text, 2 },
        .user = { user_text, 1 },
        .opens = number,
        .active_seconds = number + 1,
        .idle_seconds = number + 2,
        .flags = number + 3,
    };
}

static const struct info_level *level_of(uint32_t number)
{
    const struct info_level *level = info_find_level(&session_family, number);

    assert_non_null(level);
    return level;
}

static void assert_text(const uint16_t *text, const char *expected)
{
    char utf8[64];

    assert_non_null(text);
    assert_true(utf16_to_utf8(utf16_from_terminated(text), utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

static void unknown_levels_are_not_found(void **state)
{
    static const uint32_t unknown[] = { 3, 9, 11, 501, 503, UINT32_MAX };

    (void)state;
    for (size_t i = 0; i < COUNT(unknown); i++)
    {
        assert_null(info_find_level(&session_family, unknown[i]));
    }
}

static void structures_are_filled_from_the_row(void **state)
{
    struct session sessions[] = { sample(10), sample(20) };
    const struct info_rows rows = { sessions, COUNT(sessions) };
    struct info_buffer packed;
    const struct session_info_1 *structures = NULL;

    (void)state;
    assert_int_equal(info_pack(&session_family, level_of(1), &rows, &packed), ERROR_SUCCESS);
    assert_int_equal(packed.entries, 2);
    structures = packed.buffer;
    for (uint32_t i = 0; i < 2; i++)
    {
        uint32_t number = (i + 1) * 10;

        assert_text(structures[i].client, "c1");
        assert_text(structures[i].user, "u");
        assert_int_equal(structures[i].opens, number);
        assert_int_equal(structures[i].active_seconds, number + 1);
        assert_int_equal(structures[i].idle_seconds, number + 2);
        assert_int_equal(structures[i].flags, number + 3);
    }
    platform_api_free(packed.buffer);
}

static void strings_stand_behind_the_structures_of_the_same_block(void **state)
{
    struct session sessions[] = { sample(1), sample(2), sample(3) };
    const struct info_rows rows = { sessions, COUNT(sessions) };

    (void)state;
    for (size_t i = 0; i < session_family.level_count; i++)
    {
        const struct info_level *level = &session_family.levels[i];
        const size_t structures_size = rows.count * level->api_size;
        struct info_buffer packed;
        const uint8_t *block = NULL;
        size_t size = 0;

        assert_int_equal(info_pack(&session_family, level, &rows, &packed), ERROR_SUCCESS);
        block = packed.buffer;
        /* What just fits is as long as the block. */
        while (info_count_fitting(&session_family, level, &rows, (uint32_t)size) < rows.count)
        {
            size++;
        }
        for (size_t k = 0; k < rows.count * level->field_count; k++)
        {
            const struct info_field *field = &level->fields[k % level->field_count];
            const uint8_t *structure = block + k / level->field_count * level->api_size;
            const uint8_t *text = NULL;

            if (field->kind == INFO_STRING)
            {
                memcpy(&text, structure + field->api_offset, sizeof(text));
                assert_in_range(text - block, structures_size, size - sizeof(uint16_t));
                assert_int_equal((uintptr_t)text % sizeof(uint16_t), 0);
            }
        }
        platform_api_free(packed.buffer);
    }
}

static void absent_strings_become_empty_ones(void **state)
{
    struct session session = { .opens = 1 };
    const struct info_rows rows = { &session, 1 };
    struct info_buffer packed;
    const struct session_info_502 *structure = NULL;

    (void)state;
    assert_int_equal(info_pack(&session_family, level_of(502), &rows, &packed), ERROR_SUCCESS);
    structure = packed.buffer;
    assert_text(structure->client, "");
    assert_text(structure->user, "");
    assert_text(structure->client_type, "");
    assert_text(structure->transport, "");
    platform_api_free(packed.buffer);
}

static void no_rows_make_no_buffer(void **state)
{
    const struct info_rows rows = { NULL, 0 };
    struct info_buffer packed = { &packed, 7 };

    (void)state;
    assert_int_equal(info_pack(&session_family, level_of(1), &rows, &packed), ERROR_SUCCESS);
    assert_null(packed.buffer);
    assert_int_equal(packed.entries, 0);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, 0), 0);
}

static void preferred_length_counts_structures_and_strings(void **state)
{
    struct session sessions[] = { sample(1), sample(2), sample(3) };
    const struct info_rows rows = { sessions, COUNT(sessions) };
    const uint32_t one = sizeof(struct session_info_1) + 6 + 4;

    (void)state;
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, 0), 0);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, one - 1), 0);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, one), 1);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, 2 * one - 1), 1);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, 2 * one), 2);
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, UINT32_MAX - 1), 3);
    assert_int_equal(
        info_count_fitting(&session_family, level_of(1), &rows, PREFERRED_LENGTH_UNLIMITED), 3);
}

/* An entry that is too long ends the part, though a later one might still fit. */
static void entries_are_never_left_out_of_the_middle(void **state)
{
    struct session sessions[] = { sample(1), sample(2), sample(3) };
    const struct info_rows rows = { sessions, COUNT(sessions) };
    static const uint16_t long_text[100];

    (void)state;
    sessions[1].user = (struct utf16_slice){ long_text, COUNT(long_text) };
    assert_int_equal(info_count_fitting(&session_family, level_of(1), &rows, 150), 1);
}

static void many_rows_are_packed(void **state)
{
    const size_t count = 100000;
    struct session *sessions = calloc(count, sizeof(*sessions));
    struct info_rows rows = { sessions, count };
    struct info_buffer packed;
    const struct session_info_10 *structures = NULL;

    (void)state;
    assert_non_null(sessions);
    for (size_t i = 0; i < count; i++)
    {
        sessions[i] = sample((uint32_t)i);
    }
    assert_int_equal(info_pack(&session_family, level_of(10), &rows, &packed), ERROR_SUCCESS);
    assert_int_equal(packed.entries, count);
    structures = packed.buffer;
    for (size_t i = 0; i < count; i += 9973)
    {
        assert_text(structures[i].user, "u");
        assert_int_equal(structures[i].active_seconds, i + 1);
    }
    assert_text(structures[count - 1].client, "c1");
    platform_api_free(packed.buffer);
    free(sessions);
}

/* Whatever a server calls things, programs get: halves of surrogate pairs too. */
static void text_that_is_no_utf16_is_delivered_as_it_is(void **state)
{
    static const uint16_t texts[][3] = {
        { 0xD800, 'a', 'b' }, { 'a', 'b', 0xD800 },       { 0xDC00, 0xD800, 'a' },
        { 0xDFFF, 'a', 'b' }, { 0xFFFE, 0xFFFF, 0xFEFF },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
    {
        struct session session = { .client = { texts[i], 3 } };
        const struct info_rows rows = { &session, 1 };
        const struct session_info_0 *structure = NULL;
        struct info_buffer packed;

        assert_int_equal(info_pack(&session_family, level_of(0), &rows, &packed), ERROR_SUCCESS);
        structure = packed.buffer;
        assert_memory_equal(structure->client, texts[i], sizeof(texts[i]));
        assert_int_equal(structure->client[3], 0);
        platform_api_free(packed.buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_levels_are_not_found),
        cmocka_unit_test(structures_are_filled_from_the_row),
        cmocka_unit_test(strings_stand_behind_the_structures_of_the_same_block),
        cmocka_unit_test(absent_strings_become_empty_ones),
        cmocka_unit_test(no_rows_make_no_buffer),
        cmocka_unit_test(preferred_length_counts_structures_and_strings),
        cmocka_unit_test(entries_are_never_left_out_of_the_middle),
        cmocka_unit_test(many_rows_are_packed),
        cmocka_unit_test(text_that_is_no_utf16_is_delivered_as_it_is),
    };

    return cmocka_run_group_tests_name("info", tests, NULL, NULL);
}
