/*
 * What a server that answers as Windows does says of itself as a workstation, and how it is changed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/workstation/workstations.h"
#include "platform/platform.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/windows_server.h"

/* As tests/bed/windows makes it. */
#define NAME   "WINSERVER"
#define DOMAIN "BEDDOMAIN"

static const char *server;

/* Each test has the usual server, under a name of its own. */
static int start(void **state)
{
    (void)state;
    server = usual_windows_server();
    return server ? 0 : -1;
}

static void start_with(const char *const *arguments)
{
    assert_int_equal(start_windows_server(arguments), 0);
    server = windows_server_name(WINDOWS_ADMIN);
}

static void *get_info(uint32_t level)
{
    void *buffer = NULL;

    assert_int_equal(workstations_get_info(text_of(server), level, &test_workstation_host, &buffer),
                     ERROR_SUCCESS);
    assert_non_null(buffer);
    return buffer;
}

/* ---- NetWkstaGetInfo ------------------------------------------------------------------------- */

static void assert_info(uint32_t level)
{
    struct workstation_info_102 *info = get_info(level);

    assert_int_equal(info->platform, 500);
    assert_true(text_is(info->computer, NAME));
    assert_true(text_is(info->group, DOMAIN));
    assert_int_equal(info->version_major, 10);
    assert_int_equal(info->version_minor, 0);
    if (level >= 101)
    {
        assert_true(text_is(info->lan_root, ""));
    }
    if (level >= 102)
    {
        assert_int_equal(info->logged_on_users, 3);
    }
    platform_api_free(info);
}

static void every_level_is_given(void **state)
{
    struct workstation_info_502 *settings = get_info(502);

    (void)state;
    assert_int_equal(settings->char_wait, 3600);
    assert_int_equal(settings->dormant_file_limit, 1023);
    assert_int_equal(settings->use_512_byte_max_transfer, 0);
    platform_api_free(settings);
    for (uint32_t level = 100; level <= 102; level++)
    {
        assert_info(level);
    }
}

static void levels_that_a_server_lacks_are_filled_from_those_that_it_has(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "wkssvc:100", "--lacks-level",
                                             "wkssvc:101", NULL };

    (void)state;
    start_with(arguments);
    assert_info(100);
    assert_info(101);
}

/* ---- NetWkstaSetInfo ------------------------------------------------------------------------- */

static uint32_t set(uint32_t level, const void *structure, uint32_t *parameter_error)
{
    *parameter_error = 7;
    return workstations_set_info(text_of(server), level, structure, parameter_error);
}

/* Each setting at its own level, on the wire or not, and no other changes with it. */
static void settings_are_set_one_by_one(void **state)
{
    struct workstation_info_502 *expected = get_info(502);

    (void)state;
    for (size_t i = 0; i < workstation_setting_family.level_count; i++)
    {
        const struct info_level *level = &workstation_setting_family.levels[i];
        const struct info_level *all = &workstation_setting_family.levels[0];
        const uint32_t number = 100 + (uint32_t)i;
        struct workstation_info_502 *info = NULL;
        uint32_t parameter_error = 0;

        if (level == all)
        {
            continue;
        }
        for (size_t j = 0; j < all->field_count; j++)
        {
            if (all->fields[j].row_offset == level->fields[0].row_offset)
            {
                memcpy((uint8_t *)expected + all->fields[j].api_offset, &number, sizeof(number));
            }
        }
        assert_int_equal(set(level->level, &number, &parameter_error), ERROR_SUCCESS);
        assert_int_equal(parameter_error, 0);
        info = get_info(502);
        assert_memory_equal(info, expected, sizeof(*info));
        platform_api_free(info);
    }
    platform_api_free(expected);
}

static void settings_are_set_all_together(void **state)
{
    struct workstation_info_502 *settings = get_info(502);
    struct workstation_info_502 *info = NULL;
    uint32_t parameter_error = 0;

    (void)state;
    settings->max_cmds = 77;
    settings->keep_conn = 78;
    assert_int_equal(set(502, settings, &parameter_error), ERROR_SUCCESS);
    info = get_info(502);
    assert_memory_equal(info, settings, sizeof(*info));
    platform_api_free(settings);
    platform_api_free(info);
}

static void the_wrong_parameter_is_named(void **state)
{
    const uint32_t too_short = 59;
    uint32_t parameter_error = 0;

    (void)state;
    assert_int_equal(set(1018, &too_short, &parameter_error), ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter_error, 18);
    server = windows_server_name(WINDOWS_USER);
    assert_int_equal(set(1018, &too_short, &parameter_error), ERROR_ACCESS_DENIED);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(set(1010, &too_short, &parameter_error), ERROR_ACCESS_DENIED);
}

/* ---- NetWkstaUserEnum ------------------------------------------------------------------------ */

static void users_are_listed_at_both_levels(void **state)
{
    const struct info_request request_0 = request_for(server, 0);
    const struct info_request request_1 = request_for(server, 1);
    const struct workstation_user_info_1 *users = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(workstations_list_users(&request_1, &test_workstation_host, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.entries, 3);
    users = answer.buffer;
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        if (text_is(users[i].name, "alice"))
        {
            assert_true(text_is(users[i].logon_domain, DOMAIN));
            assert_true(text_is(users[i].other_domains, "OTHER1 OTHER2"));
            assert_true(text_is(users[i].logon_server, "BEDDC"));
        }
        if (text_is(users[i].name, NAME "$"))
        {
            assert_true(text_is(users[i].other_domains, ""));
            assert_true(text_is(users[i].logon_server, ""));
        }
    }
    answer_free(&answer);
    assert_int_equal(workstations_list_users(&request_0, &test_workstation_host, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.entries, 3);
    answer_free(&answer);
}

/* The page after a page, with whatever the server fits on one. */
static void users_are_listed_page_by_page(void **state)
{
    struct info_request request = request_for(server, 1);
    uint32_t listed = 0;
    uint32_t status = ERROR_MORE_DATA;

    (void)state;
    request.preferred_length = 140;
    for (unsigned int page = 0; status == ERROR_MORE_DATA; page++)
    {
        struct info_answer answer;

        assert_true(page < 3);
        status = workstations_list_users(&request, &test_workstation_host, &answer);
        listed += answer.entries;
        request.resume_handle = answer.resume_handle;
        answer_free(&answer);
    }
    assert_int_equal(status, ERROR_SUCCESS);
    assert_int_equal(listed, 3);
}

/* As Samba 4.20 and later may send them. */
static void rows_without_a_name_are_left_out(void **state)
{
    static const char *const arguments[] = { "--unset-users", "--ignore-length", NULL };

    (void)state;
    start_with(arguments);
    for (uint32_t level = 0; level <= 1; level++)
    {
        const struct info_request request = request_for(server, level);
        struct info_answer answer;

        assert_int_equal(workstations_list_users(&request, &test_workstation_host, &answer),
                         ERROR_SUCCESS);
        assert_int_equal(answer.entries, 2);
        assert_int_equal(answer.total_entries, 2);
        assert_true(text_is(*(uint16_t **)answer.buffer, "alice"));
        answer_free(&answer);
    }
}

/* As a domain controller of Samba does. */
static void a_server_that_lists_no_users_does_not_support_it(void **state)
{
    static const char *const arguments[] = { "--lacks-operation", "wkssvc:2", NULL };
    const struct info_request request = request_for(NULL, 1);
    struct info_request of_server = request;
    struct info_answer answer;

    (void)state;
    start_with(arguments);
    of_server.server = text_of(server);
    assert_int_equal(workstations_list_users(&of_server, &test_workstation_host, &answer),
                     ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
}

/* ---- Transports ------------------------------------------------------------------------------ */

static void transports_are_added_listed_and_removed(void **state)
{
    const struct info_request request = request_for(server, 0);
    const struct utf16_name name = utf16_name_from_ascii("\\Device\\Another");
    const struct utf16_name address = utf16_name_from_ascii("001122334455");
    const struct workstation_transport_info_0 transport = {
        .name = (uint16_t *)(uintptr_t)name.units,
        .address = (uint16_t *)(uintptr_t)address.units,
        .is_wide_area = 1,
    };
    const struct workstation_transport_info_0 *listed = NULL;
    struct info_answer answer;
    uint32_t parameter_error = 7;
    uint32_t found = 0;

    (void)state;
    assert_int_equal(workstations_add_transport(text_of(server), 0, &transport, &parameter_error),
                     ERROR_SUCCESS);
    assert_int_equal(workstations_add_transport(text_of(server), 0, &transport, &parameter_error),
                     ERROR_DUP_NAME);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(workstations_list_transports(&request, &test_workstation_host, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.entries, 3);
    listed = answer.buffer;
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        const bool is_new = text_is(listed[i].name, "\\Device\\Another");

        found += is_new ? 1 : 0;
        assert_int_equal(listed[i].quality_of_service, is_new ? 0 : 65535);
        assert_true(!is_new || text_is(listed[i].address, "001122334455"));
        assert_true(!is_new || listed[i].is_wide_area == 1);
    }
    assert_int_equal(found, 1);
    answer_free(&answer);
    assert_int_equal(workstations_del_transport(text_of(server), utf16_from_name(&name), 2),
                     ERROR_SUCCESS);
    assert_int_equal(workstations_del_transport(text_of(server), utf16_from_name(&name), 0),
                     NERR_UseNotFound);
    assert_int_equal(workstations_del_transport(text_of(server), utf16_from_name(&name), 3),
                     ERROR_INVALID_PARAMETER);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, start)
    const struct CMUnitTest tests[] = {
        TEST(every_level_is_given),
        TEST(levels_that_a_server_lacks_are_filled_from_those_that_it_has),
        TEST(settings_are_set_one_by_one),
        TEST(settings_are_set_all_together),
        TEST(the_wrong_parameter_is_named),
        TEST(users_are_listed_at_both_levels),
        TEST(users_are_listed_page_by_page),
        TEST(rows_without_a_name_are_left_out),
        TEST(a_server_that_lists_no_users_does_not_support_it),
        TEST(transports_are_added_listed_and_removed),
    };

    return cmocka_run_group_tests(tests, NULL, stop_windows_server);
}
