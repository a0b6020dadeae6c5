/*
 * NTSTATUS to Win32.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/unit.h"

static void success_and_information_are_no_errors(void **state)
{
    (void)state;
    assert_int_equal(win32_from_ntstatus(STATUS_SUCCESS), ERROR_SUCCESS);
    assert_int_equal(win32_from_ntstatus(STATUS_PENDING), ERROR_SUCCESS);
    assert_int_equal(win32_from_ntstatus(STATUS_NOTIFY_CLEANUP), ERROR_SUCCESS);
    assert_int_equal(win32_from_ntstatus(0x40000000), ERROR_SUCCESS);
}

static void failures_to_log_on_keep_their_own_codes(void **state)
{
    static const struct
    {
        uint32_t ntstatus;
        uint32_t win32;
    } cases[] = {
        { 0xC000006D, 1326 }, /* STATUS_LOGON_FAILURE */
        { 0xC000006E, 1327 }, /* STATUS_ACCOUNT_RESTRICTION */
        { 0xC000006F, 1328 }, /* STATUS_INVALID_LOGON_HOURS */
        { 0xC0000070, 1329 }, /* STATUS_INVALID_WORKSTATION */
        { 0xC0000071, 1330 }, /* STATUS_PASSWORD_EXPIRED */
        { 0xC0000072, 1331 }, /* STATUS_ACCOUNT_DISABLED */
        { 0xC0000193, 1793 }, /* STATUS_ACCOUNT_EXPIRED */
        { 0xC0000224, 1907 }, /* STATUS_PASSWORD_MUST_CHANGE */
        { 0xC0000234, 1909 }, /* STATUS_ACCOUNT_LOCKED_OUT */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_int_equal(win32_from_ntstatus(cases[i].ntstatus), cases[i].win32);
    }
}

static void common_errors_have_the_codes_that_programs_know(void **state)
{
    static const struct
    {
        uint32_t ntstatus;
        uint32_t win32;
    } cases[] = {
        { STATUS_ACCESS_DENIED, ERROR_ACCESS_DENIED },
        { STATUS_NOT_SUPPORTED, ERROR_NOT_SUPPORTED },
        { STATUS_INVALID_PARAMETER, ERROR_INVALID_PARAMETER },
        { STATUS_NETWORK_NAME_DELETED, ERROR_NETNAME_DELETED },
        { STATUS_USER_SESSION_DELETED, ERROR_NETNAME_DELETED },
        { STATUS_NETWORK_SESSION_EXPIRED, ERROR_NETNAME_DELETED },
        { 0xC00000CC, ERROR_BAD_NET_NAME },      /* STATUS_BAD_NETWORK_NAME */
        { 0xC0000034, ERROR_FILE_NOT_FOUND },    /* STATUS_OBJECT_NAME_NOT_FOUND */
        { 0xC00000AE, ERROR_PIPE_BUSY },         /* STATUS_PIPE_BUSY */
        { 0xC0000017, ERROR_NOT_ENOUGH_MEMORY }, /* STATUS_NO_MEMORY */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_int_equal(win32_from_ntstatus(cases[i].ntstatus), cases[i].win32);
    }
}

/* ERROR_MORE_DATA would promise an answer that a mere status does not bring. */
static void nothing_becomes_more_data(void **state)
{
    (void)state;
    assert_int_equal(win32_from_ntstatus(STATUS_BUFFER_OVERFLOW), ERROR_GEN_FAILURE);
}

static void unknown_errors_and_warnings_are_still_errors(void **state)
{
    (void)state;
    assert_int_equal(win32_from_ntstatus(0xC0FFEE00), ERROR_GEN_FAILURE);
    assert_int_equal(win32_from_ntstatus(0xFFFFFFFF), ERROR_GEN_FAILURE);
    assert_int_equal(win32_from_ntstatus(0x80000001), ERROR_GEN_FAILURE);
    assert_int_equal(win32_from_ntstatus(STATUS_MORE_PROCESSING_REQUIRED), ERROR_GEN_FAILURE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(success_and_information_are_no_errors),
        cmocka_unit_test(failures_to_log_on_keep_their_own_codes),
        cmocka_unit_test(common_errors_have_the_codes_that_programs_know),
        cmocka_unit_test(nothing_becomes_more_data),
        cmocka_unit_test(unknown_errors_and_warnings_are_still_errors),
    };

    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
