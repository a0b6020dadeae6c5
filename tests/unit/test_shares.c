/*
 * The functions for shares, as far as they need no server: what is refused before any traffic, and
 * what becomes of rows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/share/share_rows.h"
#include "platform/utf16_equal.h"
#include "support/share_calls.h"
#include "support/unit.h"

/* Whoever asked it would wait for its name. */
#define NOBODY "nobody.invalid"

static void share_without_a_name_is_not_added(void **state)
{
    struct share_change change = change_of(NOBODY, NULL, 502);

    (void)state;
    assert_int_equal(shares_add(&change), ERROR_INVALID_PARAMETER);
    assert_int_equal(change.parameter_error, SHARE_PARAMETER_NAME);
}

static void descriptor_that_is_none_is_not_sent(void **state)
{
    static const uint32_t levels[] = { 502, 503, 1501 };
    uint8_t descriptor[DESCRIPTOR_SIZE];

    (void)state;
    make_descriptor(descriptor, 1);
    descriptor[0x15] = 16;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        struct share_change change = change_of(NOBODY, "share", levels[i]);

        set_texts(&change.share, "share", NULL, NULL);
        change.share.descriptor.data = descriptor;
        assert_int_equal(shares_set_info(&change), ERROR_INVALID_SECURITY_DESCR);
        assert_int_equal(change.parameter_error, SHARE_PARAMETER_DESCRIPTOR);
    }
}

static void descriptor_of_nothing_is_not_set(void **state)
{
    struct share_change change = change_of(NOBODY, "share", 1501);

    (void)state;
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_PARAMETER);
    assert_int_equal(change.parameter_error, SHARE_PARAMETER_DESCRIPTOR);
}

static void level_is_looked_at_first(void **state)
{
    struct share_change change = change_of(NOBODY, NULL, 1);
    struct info_answer answer;
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(shares_add(&change), ERROR_INVALID_LEVEL);
    assert_int_equal(change.parameter_error, 0);
    change.level = 501;
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_LEVEL);
    assert_int_equal(shares_delete_ex(&change), ERROR_INVALID_LEVEL);
    assert_int_equal(get_share(NOBODY, NULL, 1004, &buffer), ERROR_INVALID_LEVEL);
    assert_null(buffer);
    assert_int_equal(enum_shares(NOBODY, 1005, PREFERRED_LENGTH_UNLIMITED, 0, &answer),
                     ERROR_INVALID_LEVEL);
    assert_null(answer.buffer);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void row_without_the_name_of_a_server_is_under_all(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("SERVER");
    struct share share = { .type = 0 };

    (void)state;
    share_normalise(&share);
    assert_true(utf16_equal_ascii(share.server, "*"));
    share.server = utf16_from_name(&name);
    share_normalise(&share);
    assert_true(utf16_equal_ascii(share.server, "SERVER"));
}

static void descriptor_of_a_row_is_one_or_none(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];
    struct share share = { .descriptor = { descriptor, DESCRIPTOR_SIZE } };

    (void)state;
    make_descriptor(descriptor, 1);
    assert_int_equal(share_check(&share), ERROR_SUCCESS);
    share_normalise(&share);
    assert_ptr_equal(share.descriptor.data, descriptor);
    share.descriptor.size--;
    assert_int_equal(share_check(&share), RPC_X_BAD_STUB_DATA);
    share.descriptor.size = 0;
    assert_int_equal(share_check(&share), ERROR_SUCCESS);
    share_normalise(&share);
    assert_null(share.descriptor.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(share_without_a_name_is_not_added),
        cmocka_unit_test(descriptor_that_is_none_is_not_sent),
        cmocka_unit_test(descriptor_of_nothing_is_not_set),
        cmocka_unit_test(level_is_looked_at_first),
        cmocka_unit_test(row_without_the_name_of_a_server_is_under_all),
        cmocka_unit_test(descriptor_of_a_row_is_one_or_none),
    };

    return cmocka_run_group_tests_name("shares", tests, NULL, NULL);
}
