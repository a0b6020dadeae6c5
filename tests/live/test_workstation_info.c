/*
 * What a Samba server says of itself as a workstation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/workstation/workstations.h"
#include "platform/platform.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/rpcclient.h"
#include "support/session_calls.h"

static uint32_t get_info(const char *server, uint32_t level, void **info)
{
    *info = (void *)1;
    return workstations_get_info(text_of(server), level, &test_workstation_host, info);
}

/* ---- NetWkstaGetInfo ------------------------------------------------------------------------- */

static void levels_100_to_102_are_what_rpcclient_is_told(void **state)
{
    (void)state;
    for (uint32_t level = 100; level <= 102; level++)
    {
        struct workstation_info_102 *info = NULL;
        struct rpcclient_answer answer;
        char command[64];

        snprintf(command, sizeof(command), "wkssvc_wkstagetinfo %u", level);
        rpcclient_ask(bed, command, &answer);
        assert_int_equal(get_info(SERVER, level, (void **)&info), ERROR_SUCCESS);
        assert_true(text_is(info->computer, "BEDSERVER"));
        assert_true(text_is(info->group, "BEDGROUP"));
        assert_rpcclient_number(&answer, "platform_id", info->platform);
        assert_rpcclient_text(&answer, "server_name", info->computer);
        assert_rpcclient_text(&answer, "domain_name", info->group);
        assert_rpcclient_number(&answer, "version_major", info->version_major);
        assert_rpcclient_number(&answer, "version_minor", info->version_minor);
        if (level >= 101)
        {
            assert_rpcclient_text(&answer, "lan_root", info->lan_root);
        }
        if (level == 102)
        {
            assert_rpcclient_number(&answer, "logged_on_users", info->logged_on_users);
        }
        platform_api_free(info);
    }
}

static void level_502_which_samba_lacks_is_invalid(void **state)
{
    void *info = NULL;

    (void)state;
    assert_int_equal(get_info(SERVER, 502, &info), ERROR_INVALID_LEVEL);
    assert_null(info);
}

/* ---- What Samba has not ---------------------------------------------------------------------- */

static void settings_cannot_be_set_at_samba(void **state)
{
    static const uint32_t levels[] = { 502, 1013, 1010 };
    const struct workstation_info_502 settings = { .keep_conn = 700 };
    uint32_t parameter_error = 7;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        const uint32_t status =
            workstations_set_info(text_of(SERVER), levels[i], &settings, &parameter_error);

        /* To read the others, for 1010, it has no level. */
        assert_int_equal(status, levels[i] == 1010 ? ERROR_INVALID_LEVEL : ERROR_NOT_SUPPORTED);
        assert_int_equal(parameter_error, 0);
    }
}

static void transports_are_not_supported_by_samba(void **state)
{
    const struct info_request request = request_for(SERVER, 0);
    const struct utf16_name name = utf16_name_from_ascii("\\Device\\NetBT");
    const struct workstation_transport_info_0 transport = {
        .name = (uint16_t *)(uintptr_t)name.units,
    };
    struct info_answer answer;
    uint32_t parameter_error = 7;

    (void)state;
    assert_int_equal(workstations_list_transports(&request, &test_workstation_host, &answer),
                     ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
    assert_int_equal(workstations_add_transport(text_of(SERVER), 0, &transport, &parameter_error),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(workstations_del_transport(text_of(SERVER), text_of("NetBT"), 0),
                     ERROR_NOT_SUPPORTED);
}

/* ---- NetWkstaUserEnum ------------------------------------------------------------------------ */

/* Samba lists those of its clients that are called as it is. */
static void users_are_those_that_samba_lists(void **state)
{
    (void)state;
    for (uint32_t level = 0; level <= 1; level++)
    {
        const struct info_request request = request_for(SERVER, level);
        struct info_answer answer;

        assert_int_equal(workstations_list_users(&request, &test_workstation_host, &answer),
                         ERROR_SUCCESS);
        assert_int_equal(answer.entries, 0);
        assert_int_equal(answer.total_entries, 0);
        assert_null(answer.buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_100_to_102_are_what_rpcclient_is_told),
        cmocka_unit_test(level_502_which_samba_lacks_is_invalid),
        cmocka_unit_test(settings_cannot_be_set_at_samba),
        cmocka_unit_test(transports_are_not_supported_by_samba),
        cmocka_unit_test(users_are_those_that_samba_lists),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
