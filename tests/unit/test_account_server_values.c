/*
 * What [MS-SAMR] has of users and the API has in another form: flags, times, the right to change the
 * password, what an operation returned.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/security_descriptor.h"
#include "base/status.h"
#include "families/accounts/account_server_code.h"
#include "families/accounts/account_server_dacl.h"
#include "families/accounts/account_server_values.h"
#include "platform/platform.h"
#include "support/unit.h"

#define SECOND 10000000ull
#define NEVER  0x7FFFFFFFFFFFFFFFull

static const uint8_t sid_data[] = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0,    0, 1, 0,
                                    0, 0, 2, 0, 0, 0, 3, 0, 0,  0, 0xE8, 3, 0, 0 };
static const struct bytes sid = { sid_data, sizeof(sid_data) };

static void flags_are_translated_both_ways(void **state)
{
    (void)state;
    assert_int_equal(user_flags_of_control(0x10), UF_SCRIPT | UF_NORMAL_ACCOUNT);
    assert_int_equal(user_flags_of_control(0x1 | 0x80 | 0x200 | 0x400 | 0x20000),
                     UF_SCRIPT | UF_ACCOUNTDISABLE | UF_WORKSTATION_TRUST_ACCOUNT |
                         UF_DONT_EXPIRE_PASSWD | UF_LOCKOUT | UF_PASSWORD_EXPIRED);
    for (uint32_t control = 1; control < 0x400000; control <<= 1)
    {
        assert_int_equal(user_control_of_flags(user_flags_of_control(control)), control);
    }
    assert_int_equal(user_control_of_flags(UF_SCRIPT | UF_PASSWD_CANT_CHANGE), 0);
}

static void times_that_are_none_are_unknown(void **state)
{
    (void)state;
    assert_int_equal(user_time_of_samr(0, 5), 5);
    assert_int_equal(user_time_of_samr(NEVER, UINT32_MAX), UINT32_MAX);
    assert_int_equal(user_time_of_samr(UINT64_MAX, 5), 5);
    assert_int_equal(user_time_of_samr(FILETIME_OF_UNIX_EPOCH - 1, 5), 5);
    assert_int_equal(user_time_of_samr(FILETIME_OF_UNIX_EPOCH + 77 * SECOND + 1, 5), 77);
    assert_int_equal(user_time_of_samr(samr_time_of_user(1900000000), 5), 1900000000);
    assert_int_equal(user_time_of_samr(samr_time_of_user(UINT32_MAX), UINT32_MAX), UINT32_MAX);
}

static void age_that_is_too_great_for_its_number_is_the_greatest(void **state)
{
    (void)state;
    assert_int_equal(user_age_of_samr(0, 9 * SECOND), 0);
    assert_int_equal(user_age_of_samr(9 * SECOND, 9 * SECOND), 0);
    assert_int_equal(user_age_of_samr(10 * SECOND, 9 * SECOND), 0);
    assert_int_equal(user_age_of_samr(1, 9 * SECOND + 1), 9);
    assert_int_equal(user_age_of_samr(1, (UINT32_MAX + 1ull) * SECOND + 1), UINT32_MAX);
    assert_int_equal(user_age_of_samr(1, FILETIME_OF_UNIX_EPOCH), UINT32_MAX);
}

/* ---- The right to change the password -------------------------------------------------------- */

static bool lets_change(bool may, size_t size_cut)
{
    struct writer writer = { 0 };
    uint8_t *copy = NULL; /* of its own size, so that nothing behind it is read */
    bool lets = false;

    user_dacl_write(&writer, sid, may);
    assert_false(writer.failed);
    copy = malloc(writer.size - size_cut);
    assert_non_null(copy);
    memcpy(copy, writer.data, writer.size - size_cut);
    assert_int_equal(security_descriptor_is_valid((struct bytes){ copy, writer.size - size_cut }),
                     !size_cut);
    lets = user_dacl_lets_change_password((struct bytes){ copy, writer.size - size_cut }, sid);
    free(copy);
    writer_free(&writer);
    return lets;
}

static void right_to_change_the_password_is_written_and_read(void **state)
{
    (void)state;
    assert_true(lets_change(true, 0));
    assert_false(lets_change(false, 0));
}

static void what_is_no_security_descriptor_takes_no_right(void **state)
{
    (void)state;
    for (size_t cut = 1; cut < 130; cut++)
    {
        assert_true(lets_change(false, cut));
    }
    assert_true(user_dacl_lets_change_password((struct bytes){ NULL, 0 }, sid));
}

/* As a domain controller with Windows gave it, of a user who may not change the password: everybody may
 * read, administrators and account operators may everything, the user some preferences. */
static void entry_of_somebody_else_gives_no_right(void **state)
{
    static const uint8_t descriptor[] = {
        1,
        0,
        4,
        0x80,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        20,
        0,
        0,
        0,
        /* ACL */
        2,
        0,
        0x34,
        0,
        2,
        0,
        0,
        0,
        /* everybody */
        0,
        0,
        20,
        0,
        0x1B,
        3,
        2,
        0,
        1,
        1,
        0,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        /* administrators */
        0,
        0,
        24,
        0,
        0xFF,
        0x07,
        15,
        0,
        1,
        2,
        0,
        0,
        0,
        0,
        0,
        5,
        32,
        0,
        0,
        0,
        0x20,
        2,
        0,
        0,
    };

    (void)state;
    assert_false(
        user_dacl_lets_change_password((struct bytes){ descriptor, sizeof(descriptor) }, sid));
}

/* ---- Results --------------------------------------------------------------------------------- */

static void results_have_the_codes_of_the_documentation(void **state)
{
    static const struct
    {
        uint32_t ntstatus;
        uint32_t code;
    } expected[] = {
        { 0x00000000, ERROR_SUCCESS },
        { 0x00000105, ERROR_SUCCESS }, /* STATUS_MORE_ENTRIES */
        { 0x00000107, ERROR_SUCCESS }, /* STATUS_SOME_NOT_MAPPED */
        { 0xC0000022, ERROR_ACCESS_DENIED },
        { 0xC0000063, NERR_UserExists },
        { 0xC0000064, NERR_UserNotFound },
        { 0xC0000065, NERR_GroupExists },
        { 0xC0000066, NERR_GroupNotFound },
        { 0xC0000067, NERR_UserInGroup },
        { 0xC0000068, NERR_UserNotInGroup },
        { 0xC0000069, NERR_LastAdmin },
        { 0xC000006A, ERROR_INVALID_PASSWORD },
        { 0xC000006C, NERR_PasswordTooShort },
        { 0xC0000062, NERR_BadUsername },
        { 0xC0000125, NERR_SpeGroupOp },
        { 0xC00000BB, ERROR_NOT_SUPPORTED },
        { 0xC0FFFFFF, ERROR_GEN_FAILURE },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(expected); i++)
    {
        assert_int_equal(account_server_code(expected[i].ntstatus), expected[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flags_are_translated_both_ways),
        cmocka_unit_test(times_that_are_none_are_unknown),
        cmocka_unit_test(age_that_is_too_great_for_its_number_is_the_greatest),
        cmocka_unit_test(right_to_change_the_password_is_written_and_read),
        cmocka_unit_test(what_is_no_security_descriptor_takes_no_right),
        cmocka_unit_test(entry_of_somebody_else_gives_no_right),
        cmocka_unit_test(results_have_the_codes_of_the_documentation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
