/*
 * Shares of servers that answer as Windows does, all of it or a part, and wrongly.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "platform/utf16_equal.h"
#include "support/live.h"
#include "support/share_calls.h"
#include "support/windows_server.h"

#define STYPE_PRINTQ     1u
#define SHARE_TYPE       3u
#define SHARE_MAX_USES   6u
#define SHARE_PATH       8u
#define FOLDER           "C:\\Shares\\new"
#define EVERYBODY_READS  0x68u /* the size of the descriptor of docs */
#define LONG_TEXT_LENGTH 250

static const char *start(const char *const *arguments)
{
    assert_int_equal(start_windows_server(arguments), 0);
    return windows_server_name(WINDOWS_ADMIN);
}

static void assert_nothing(const struct info_answer *answer)
{
    assert_null(answer->buffer);
    assert_int_equal(answer->entries, 0);
    assert_int_equal(answer->total_entries, 0);
}

static struct info_answer list(const char *server, uint32_t level)
{
    struct info_answer answer;

    assert_int_equal(enum_shares(server, level, PREFERRED_LENGTH_UNLIMITED, 0, &answer),
                     ERROR_SUCCESS);
    return answer;
}

/* ---- What Windows tells ---------------------------------------------------------------------- */

static void members_are_those_of_the_server(void **state)
{
    static const char *const arguments[] = { NULL };
    const char *server = start(arguments);
    struct info_answer answer = list(server, 503);
    struct share share;

    (void)state;
    assert_true(find_share(503, &answer, "docs", &share));
    assert_int_equal(share.uses_max, 10);
    assert_int_equal(share.uses, 2);
    assert_true(utf16_equal_ascii(share.path, "C:\\Shares\\docs"));
    assert_true(utf16_equal_ascii(share.server, "*"));
    assert_int_equal(share.descriptor.size, EVERYBODY_READS);
    assert_true(find_share(503, &answer, "scoped", &share));
    assert_true(utf16_equal_ascii(share.server, "FILESERVER"));
    assert_null(share.descriptor.data);
    assert_true(find_share(503, &answer, "temp", &share));
    assert_int_equal(share.remark.length, 0);
    assert_non_null(share.remark.units);
    platform_api_free(answer.buffer);
    answer = list(server, 502);
    assert_false(find_share(502, &answer, "scoped", &share));
    platform_api_free(answer.buffer);
    answer = list(server, 501);
    assert_true(find_share(501, &answer, "docs", &share));
    assert_int_equal(share.csc_flags, 0x10);
    platform_api_free(answer.buffer);
}

static void sticky_shares_are_those_that_outlast_the_server(void **state)
{
    static const char *const arguments[] = { NULL };
    struct utf16_name server = utf16_name_from_ascii(start(arguments));
    const struct utf16_name temporary = utf16_name_from_ascii("docs");
    const struct info_request request = { .server = utf16_from_name(&server),
                                          .level = 1,
                                          .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    struct info_answer answer;
    struct share share;

    (void)state;
    assert_int_equal(shares_enumerate_sticky(&request, &answer), ERROR_SUCCESS);
    assert_true(find_share(1, &answer, "docs", &share));
    assert_false(find_share(1, &answer, "C$", &share));
    platform_api_free(answer.buffer);
    assert_int_equal(shares_delete_sticky(request.server, utf16_from_name(&temporary), 0),
                     ERROR_SUCCESS);
    assert_int_equal(shares_enumerate_sticky(&request, &answer), ERROR_SUCCESS);
    assert_false(find_share(1, &answer, "docs", &share));
    platform_api_free(answer.buffer);
}

static void share_of_one_name_of_the_server_is_removed_by_both_names(void **state)
{
    static const char *const arguments[] = { NULL };
    struct share_change change = change_of(start(arguments), NULL, 503);
    const struct utf16_name other = utf16_name_from_ascii("OTHER");
    const struct utf16_name right = utf16_name_from_ascii("FILESERVER");

    (void)state;
    set_texts(&change.share, "scoped", NULL, NULL);
    change.share.server = utf16_from_name(&other);
    assert_int_equal(shares_delete_ex(&change), NERR_NetNameNotFound);
    change.share.server = utf16_from_name(&right);
    assert_int_equal(shares_delete_ex(&change), ERROR_SUCCESS);
    assert_int_equal(shares_delete_ex(&change), NERR_NetNameNotFound);
}

static void type_of_a_device_has_no_flag_of_special_shares(void **state)
{
    static const char *const arguments[] = { NULL };
    const char *server = start(arguments);
    uint32_t type = 99;

    (void)state;
    assert_int_equal(check_share(server, "C:", &type), ERROR_SUCCESS);
    assert_int_equal(type, 0);
    assert_int_equal(check_share(server, "HP LaserJet,LocalsplOnly", &type), ERROR_SUCCESS);
    assert_int_equal(type, STYPE_PRINTQ);
}

/* ---- What it says is wrong ------------------------------------------------------------------- */

static void assert_refused(const char *server, const char *name, const char *remark, uint32_t type,
                           uint32_t uses_max, uint32_t parameter)
{
    struct share_change change = change_of(server, NULL, 2);

    set_texts(&change.share, name, remark, parameter == SHARE_PATH ? NULL : FOLDER);
    change.share.type = type;
    change.share.uses_max = uses_max;
    assert_int_equal(shares_add(&change), ERROR_INVALID_PARAMETER);
    assert_int_equal(change.parameter_error, parameter);
}

static void member_that_is_wrong_is_told_by_its_number(void **state)
{
    static const char *const arguments[] = { NULL };
    const char *server = start(arguments);
    char text[LONG_TEXT_LENGTH + 1];

    (void)state;
    memset(text, 'x', sizeof(text));
    text[LONG_TEXT_LENGTH] = 0;
    assert_refused(server, "a/b", "", 0, 1, SHARE_PARAMETER_NAME);
    assert_refused(server, text, "", 0, 1, SHARE_PARAMETER_NAME);
    assert_refused(server, "name", "", 9, 1, SHARE_TYPE);
    assert_refused(server, "name", "", 0, 0, SHARE_MAX_USES);
    assert_refused(server, "name", "", 0, 1, SHARE_PATH);
}

static void flags_that_nobody_may_set_are_refused(void **state)
{
    static const char *const arguments[] = { NULL };
    struct share_change change = change_of(start(arguments), "docs", 1005);

    (void)state;
    change.share.flags = 3;
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_PARAMETER);
    assert_int_equal(change.parameter_error, 1005);
    change.share.flags = 0x20;
    assert_int_equal(shares_set_info(&change), ERROR_SUCCESS);
    assert_int_equal(change.parameter_error, 0);
}

/* ---- A server that has less ------------------------------------------------------------------ */

static void level_503_is_filled_from_502(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "503", NULL };
    const char *server = start(arguments);
    struct info_answer answer = list(server, 503);
    struct share share;
    void *buffer = NULL;

    (void)state;
    assert_true(find_share(503, &answer, "docs", &share));
    assert_true(utf16_equal_ascii(share.server, "*"));
    assert_int_equal(share.descriptor.size, EVERYBODY_READS);
    platform_api_free(answer.buffer);
    assert_int_equal(get_share(server, "docs", 503, &buffer), ERROR_SUCCESS);
    share = share_at(503, buffer, 0);
    assert_true(utf16_equal_ascii(share.server, "*"));
    platform_api_free(buffer);
}

static void name_of_a_server_is_not_forgotten_where_it_is_not_known(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "503", NULL };
    const char *server = start(arguments);
    struct share_change change = change_of(server, NULL, 503);
    const struct utf16_name one = utf16_name_from_ascii("FILESERVER");
    void *buffer = &buffer;

    (void)state;
    set_texts(&change.share, "name", NULL, FOLDER);
    change.share.uses_max = 1;
    change.share.server = utf16_from_name(&one);
    assert_int_equal(shares_add(&change), ERROR_INVALID_LEVEL);
    assert_int_equal(get_share(server, "name", 1, &buffer), NERR_NetNameNotFound);
}

static void level_without_its_data_anywhere_is_invalid(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "501", "--lacks-level", "1005",
                                             NULL };
    const char *server = start(arguments);
    struct info_answer answer;
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(enum_shares(server, 501, PREFERRED_LENGTH_UNLIMITED, 0, &answer),
                     ERROR_INVALID_LEVEL);
    assert_nothing(&answer);
    assert_int_equal(get_share(server, "docs", 1005, &buffer), ERROR_INVALID_LEVEL);
    assert_null(buffer);
}

static void level_to_set_is_not_replaced_by_one_that_sets_more(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "1004", NULL };
    struct share_change change = change_of(start(arguments), "docs", 1004);

    (void)state;
    set_texts(&change.share, NULL, "remark", NULL);
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_LEVEL);
}

static void device_is_looked_for_in_the_list(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "srvsvc:20", NULL };
    const char *server = start(arguments);
    uint32_t type = 99;

    (void)state;
    for (int i = 0; i < 2; i++)
    {
        assert_int_equal(check_share(server, "c:", &type), ERROR_SUCCESS);
        assert_int_equal(type, 0);
        assert_int_equal(check_share(server, "C:\\SHARES\\DOCS\\", &type), ERROR_SUCCESS);
        assert_int_equal(check_share(server, "C:\\Shares", &type), NERR_DeviceNotShared);
        assert_int_equal(type, 0);
    }
}

static void name_of_a_server_cannot_be_left_out_where_it_is_not_known(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "srvsvc:57", NULL };
    struct share_change change = change_of(start(arguments), NULL, 503);
    const struct utf16_name every = utf16_name_from_ascii("*");
    const struct utf16_name one = utf16_name_from_ascii("FILESERVER");

    (void)state;
    set_texts(&change.share, "docs", NULL, NULL);
    change.share.server = utf16_from_name(&one);
    assert_int_equal(shares_delete_ex(&change), ERROR_NOT_SUPPORTED);
    change.share.server = utf16_from_name(&every);
    assert_int_equal(shares_delete_ex(&change), ERROR_SUCCESS);
}

static void what_a_server_cannot_do_is_not_supported(void **state)
{
    static const char *const arguments[] = {
        "--lacks-operation", "srvsvc:36", "--lacks-operation", "srvsvc:19", "--lacks-operation",
        "srvsvc:14",         NULL
    };
    const char *name = start(arguments);
    struct utf16_name server = utf16_name_from_ascii(name);
    const struct info_request request = { .server = utf16_from_name(&server),
                                          .level = 1,
                                          .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    const struct utf16_name docs = utf16_name_from_ascii("docs");
    struct share_change change = change_of(name, NULL, 2);
    struct info_answer answer;

    (void)state;
    assert_int_equal(shares_enumerate_sticky(&request, &answer), ERROR_NOT_SUPPORTED);
    assert_nothing(&answer);
    assert_int_equal(shares_delete_sticky(request.server, utf16_from_name(&docs), 0),
                     ERROR_NOT_SUPPORTED);
    set_texts(&change.share, "name", NULL, FOLDER);
    assert_int_equal(shares_add(&change), ERROR_NOT_SUPPORTED);
}

/* ---- Wrong answers --------------------------------------------------------------------------- */

static void list_with_a_descriptor_that_is_none_fails_as_a_whole(void **state)
{
    static const char *const ways[] = { "too-short",         "truncated",      "owner-out-of-range",
                                        "dacl-out-of-range", "acl-size",       "ace-count",
                                        "not-self-relative", "revision",       "sid-count",
                                        "too-long",          "empty-with-size" };

    (void)state;
    for (size_t i = 0; i < COUNT(ways); i++)
    {
        const char *const arguments[] = { "--bad-descriptor", ways[i], NULL };
        const char *server = start(arguments);
        struct info_answer answer;
        void *buffer = &buffer;

        assert_int_equal(enum_shares(server, 502, PREFERRED_LENGTH_UNLIMITED, 0, &answer),
                         RPC_X_BAD_STUB_DATA);
        assert_nothing(&answer);
        assert_int_equal(get_share(server, "docs", 502, &buffer), RPC_X_BAD_STUB_DATA);
        assert_null(buffer);
        assert_int_equal(get_share(server, "docs", 503, &buffer), RPC_X_BAD_STUB_DATA);
        /* Others have no part in it. */
        assert_int_equal(get_share(server, "hidden$", 502, &buffer), ERROR_SUCCESS);
        platform_api_free(buffer);
        answer = list(server, 2);
        platform_api_free(answer.buffer);
    }
}

/* ---- Many ------------------------------------------------------------------------------------ */

static void many_shares_come_in_pages_of_the_server(void **state)
{
    static const char *const arguments[] = { "--shares", "3000", NULL };
    const char *server = start(arguments);
    struct info_answer answer = list(server, 502);
    const uint32_t all = answer.entries;
    uint32_t status = ERROR_MORE_DATA;
    uint32_t entries = 0;

    (void)state;
    assert_true(all >= 3000);
    platform_api_free(answer.buffer);
    answer = (struct info_answer){ .resume_handle = 0 };
    while (status == ERROR_MORE_DATA)
    {
        status = enum_shares(server, 502, 20000, answer.resume_handle, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        entries += answer.entries;
        platform_api_free(answer.buffer);
    }
    assert_int_equal(entries, all);
}

/* ---- This computer --------------------------------------------------------------------------- */

static void this_computer_without_a_server_shares_nothing(void **state)
{
    struct share_change change = change_of(NULL, NULL, 2);
    struct info_answer answer;
    void *buffer = &buffer;
    uint32_t type = 99;

    (void)state;
    posix_config_clear();
    posix_config_set(NULL, "LocalSource", "logins");
    answer = list(NULL, 502);
    assert_nothing(&answer);
    assert_int_equal(get_share(NULL, "C$", 1, &buffer), NERR_NetNameNotFound);
    assert_null(buffer);
    assert_int_equal(check_share(NULL, "C:", &type), NERR_DeviceNotShared);
    assert_int_equal(type, 0);
    set_texts(&change.share, "name", NULL, FOLDER);
    assert_int_equal(shares_add(&change), NERR_ServerNotStarted);
    assert_int_equal(shares_delete_ex(&change), NERR_NetNameNotFound);
    change = change_of(NULL, "C$", 1004);
    assert_int_equal(shares_set_info(&change), NERR_NetNameNotFound);
    assert_int_equal(delete_share(NULL, "C$"), NERR_NetNameNotFound);
    posix_config_clear();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_those_of_the_server),
        cmocka_unit_test(sticky_shares_are_those_that_outlast_the_server),
        cmocka_unit_test(share_of_one_name_of_the_server_is_removed_by_both_names),
        cmocka_unit_test(type_of_a_device_has_no_flag_of_special_shares),
        cmocka_unit_test(member_that_is_wrong_is_told_by_its_number),
        cmocka_unit_test(flags_that_nobody_may_set_are_refused),
        cmocka_unit_test(level_503_is_filled_from_502),
        cmocka_unit_test(name_of_a_server_is_not_forgotten_where_it_is_not_known),
        cmocka_unit_test(level_without_its_data_anywhere_is_invalid),
        cmocka_unit_test(level_to_set_is_not_replaced_by_one_that_sets_more),
        cmocka_unit_test(device_is_looked_for_in_the_list),
        cmocka_unit_test(name_of_a_server_cannot_be_left_out_where_it_is_not_known),
        cmocka_unit_test(what_a_server_cannot_do_is_not_supported),
        cmocka_unit_test(list_with_a_descriptor_that_is_none_fails_as_a_whole),
        cmocka_unit_test(many_shares_come_in_pages_of_the_server),
        cmocka_unit_test(this_computer_without_a_server_shares_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, stop_windows_server);
}
