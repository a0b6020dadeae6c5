/*
 * What is said of this computer as a server and as a workstation where no server runs, and what is
 * refused before anybody is asked.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/aliases.h"
#include "families/server/disks.h"
#include "families/server/servers.h"
#include "families/server/statistics.h"
#include "families/server/transports.h"
#include "families/workstation/workstations.h"
#include "levels/server_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "rpc/srvsvc_server.h"
#include "rpc/wkssvc_workstation.h"
#include "support/hosts.h"
#include "support/session_calls.h"
#include "support/unit.h"

/* Nothing listens on the port of discard. */
#define CLOSED_PORT "9"
#define NOBODY      "no-such-host.invalid"

static const struct server_host *const host = &test_server_host;
static const struct workstation_host *const workstation = &test_workstation_host;

static int set_up(void **state)
{
    (void)state;
    posix_config_set("localhost", "Port", CLOSED_PORT);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    posix_config_clear();
    return 0;
}

/* ---- A server -------------------------------------------------------------------------------- */

static void a_server_that_does_not_run_is_described_by_the_host(void **state)
{
    struct server_info_103 *info = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(servers_get_info(text_of(NULL), 102, host, &buffer), ERROR_SUCCESS);
    info = buffer;
    assert_true(text_is(info->name, HOST_NAME));
    assert_true(text_is(info->comment, ""));
    platform_api_free(buffer);
    assert_int_equal(servers_get_info(text_of("\\\\127.0.0.1"), 503, host, &buffer), ERROR_SUCCESS);
    platform_api_free(buffer);
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(servers_get_info(text_of(NULL), 102, host, &buffer), ERROR_BAD_NETPATH);
    assert_null(buffer);
}

static void the_host_knows_levels_up_to_503(void **state)
{
    static const uint32_t levels[] = { 0, 99, 103, 402, 403, 599, 1005 };
    void *buffer = (void *)1;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(servers_get_info(text_of(NULL), levels[i], host, &buffer),
                         ERROR_INVALID_LEVEL);
        assert_null(buffer);
    }
}

static void a_server_that_does_not_run_cannot_be_changed(void **state)
{
    const struct server_info_103 info = { .hidden = 1 };
    const struct utf16_name name = utf16_name_from_ascii("FILES");
    uint16_t *units = (uint16_t *)(uintptr_t)name.units;
    const struct server_alias_info_0 alias = { .alias = units, .target = units };
    const struct server_transport_info_3 transport = { .name = units };
    uint32_t parameter_error = 7;

    (void)state;
    assert_int_equal(servers_set_info(text_of(NULL), 1016, &info.hidden, &parameter_error),
                     NERR_ServerNotStarted);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(aliases_change(text_of(""), true, 0, &alias), NERR_ServerNotStarted);
    assert_int_equal(aliases_change(text_of("."), false, 0, &alias), NERR_ServerNotStarted);
    assert_int_equal(transports_change(text_of(NULL), TRANSPORT_ADD, 0, &transport),
                     NERR_ServerNotStarted);
    assert_int_equal(transports_change(text_of(NULL), TRANSPORT_DEL, 2, &transport),
                     NERR_ServerNotStarted);
    assert_int_equal(computer_names_add(text_of(NULL), text_of(NULL), text_of("FILES")),
                     NERR_ServerNotStarted);
    assert_int_equal(computer_names_del(text_of(NULL), text_of("FILES")), NERR_ServerNotStarted);
}

static void lists_of_a_server_that_does_not_run(void **state)
{
    const struct info_request request = request_for(NULL, 0);
    struct info_answer answer;

    (void)state;
    assert_int_equal(transports_enumerate(&request, host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(((struct server_transport_info_3 *)answer.buffer)->name, HOST_TRANSPORT));
    answer_free(&answer);
    assert_int_equal(aliases_enumerate(&request, &answer), NERR_ServerNotStarted);
    assert_null(answer.buffer);
}

static void disks_are_given_out_from_the_resume_handle_on(void **state)
{
    struct info_request request = request_for(NULL, 0);
    struct info_answer answer;

    (void)state;
    request.preferred_length = sizeof(struct disk) + 1;
    assert_int_equal(disks_enumerate(&request, host, &answer), ERROR_MORE_DATA);
    assert_int_equal(answer.entries, 1);
    assert_int_equal(answer.total_entries, 2);
    assert_true(text_is(answer.buffer, "C:"));
    request.resume_handle = answer.resume_handle;
    answer_free(&answer);
    assert_int_equal(disks_enumerate(&request, host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_int_equal(answer.resume_handle, 0);
    assert_true(text_is(answer.buffer, "Z:"));
    answer_free(&answer);
    request = request_for(NULL, 0);
    assert_int_equal(disks_enumerate(&request, host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    assert_true(text_is((uint16_t *)answer.buffer + 3, "Z:"));
    answer_free(&answer);
    request.preferred_length = sizeof(struct disk) - 1;
    assert_int_equal(disks_enumerate(&request, host, &answer), NERR_BufTooSmall);
    assert_null(answer.buffer);
}

static void statistics_count_nothing_since_the_start(void **state)
{
    const struct workstation_statistics none = { .start_time = HOST_START_TIME };
    struct server_statistics *statistics = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(statistics_of_server(text_of(NULL), host, &buffer), ERROR_SUCCESS);
    statistics = buffer;
    assert_int_equal(statistics->start, 5);
    assert_int_equal(statistics->session_opens, 0);
    platform_api_free(buffer);
    assert_int_equal(statistics_of_workstation(text_of(NULL), host, &buffer), ERROR_SUCCESS);
    assert_memory_equal(buffer, &none, sizeof(none));
    platform_api_free(buffer);
}

static void this_computer_supports_local_calls_too(void **state)
{
    uint32_t options = 0;

    (void)state;
    assert_int_equal(servers_supported_options(text_of(NULL), &options), ERROR_SUCCESS);
    assert_int_equal(options, 0x3E);
}

/* ---- A workstation --------------------------------------------------------------------------- */

static void a_workstation_is_described_by_the_host_whatever_the_source(void **state)
{
    struct workstation_info_102 *info = NULL;
    const struct info_request request = request_for(".", 1);
    const struct info_request transports = request_for("localhost", 0);
    struct info_answer answer;
    void *buffer = NULL;

    (void)state;
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(workstations_get_info(text_of(NULL), 102, workstation, &buffer),
                     ERROR_SUCCESS);
    info = buffer;
    assert_true(text_is(info->computer, HOST_NAME));
    platform_api_free(buffer);
    assert_int_equal(workstations_list_users(&request, workstation, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    assert_true(text_is(((struct workstation_user_info_1 *)answer.buffer)->name, "zoe"));
    answer_free(&answer);
    assert_int_equal(workstations_get_user(0, workstation, &buffer), ERROR_SUCCESS);
    assert_true(text_is(((struct workstation_user_info_1 *)buffer)->name, "zoe"));
    platform_api_free(buffer);
    assert_int_equal(workstations_list_transports(&transports, workstation, &answer),
                     ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    answer_free(&answer);
}

static void a_workstation_has_no_redirector_to_change(void **state)
{
    const struct workstation_info_502 settings = { .keep_conn = 600 };
    uint32_t parameter_error = 7;

    (void)state;
    assert_int_equal(workstations_set_info(text_of(NULL), 502, &settings, &parameter_error),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(workstations_del_transport(text_of(NULL), text_of("NetBT"), 0),
                     ERROR_NOT_SUPPORTED);
}

/* ---- Bad input, which nobody is asked about -------------------------------------------------- */

static void levels_that_there_are_not_are_invalid(void **state)
{
    static const uint32_t not_set[] = { 0, 100, 103, 402, 403, 1000, 1557 };
    static const uint32_t not_set_at_workstations[] = { 0, 100, 102, 1027, 1063 };
    const struct server_info_599 structure = { .sessopens = 1 };
    uint32_t parameter_error = 7;
    struct info_answer answer;
    struct info_request request = request_for(NOBODY, 4);
    void *buffer = (void *)1;

    (void)state;
    for (size_t i = 0; i < COUNT(not_set); i++)
    {
        assert_int_equal(
            servers_set_info(text_of(NOBODY), not_set[i], &structure, &parameter_error),
            ERROR_INVALID_LEVEL);
    }
    for (size_t i = 0; i < COUNT(not_set_at_workstations); i++)
    {
        assert_int_equal(workstations_set_info(text_of(NOBODY), not_set_at_workstations[i],
                                               &structure, &parameter_error),
                         ERROR_INVALID_LEVEL);
    }
    assert_int_equal(parameter_error, 0);
    assert_int_equal(transports_enumerate(&request, host, &answer), ERROR_INVALID_LEVEL);
    assert_int_equal(aliases_enumerate(&request, &answer), ERROR_INVALID_LEVEL);
    assert_int_equal(disks_enumerate(&request, host, &answer), ERROR_INVALID_LEVEL);
    assert_int_equal(workstations_list_users(&request, workstation, &answer), ERROR_INVALID_LEVEL);
    assert_int_equal(workstations_list_transports(&request, workstation, &answer),
                     ERROR_INVALID_LEVEL);
    assert_int_equal(
        servers_enumerate(&(struct servers_request){ .list = request_for(NOBODY, 102) }, &answer),
        ERROR_INVALID_LEVEL);
    assert_null(answer.buffer);
    assert_int_equal(transports_change(text_of(NOBODY), TRANSPORT_ADD, 1, &structure),
                     ERROR_INVALID_LEVEL);
    assert_int_equal(transports_change(text_of(NOBODY), TRANSPORT_ADD_EX, 4, &structure),
                     ERROR_INVALID_LEVEL);
    assert_int_equal(aliases_change(text_of(NOBODY), true, 1, &structure), ERROR_INVALID_LEVEL);
    assert_int_equal(workstations_get_info(text_of(NOBODY), 1013, workstation, &buffer),
                     ERROR_INVALID_LEVEL);
    assert_null(buffer);
}

static void what_is_missing_is_an_invalid_parameter(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("NetBT");
    struct server_transport_info_3 transport = { .address_size = 0 };
    const struct server_alias_info_0 alias = { .reserved = 0 };
    const struct workstation_transport_info_0 nameless = { .circuits = 0 };
    uint32_t parameter_error = 7;

    (void)state;
    assert_int_equal(servers_set_info(text_of(NOBODY), 1005, NULL, &parameter_error),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(workstations_set_info(text_of(NOBODY), 502, NULL, &parameter_error),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(transports_change(text_of(NOBODY), TRANSPORT_DEL, 0, NULL),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(transports_change(text_of(NOBODY), TRANSPORT_DEL, 0, &transport),
                     ERROR_INVALID_PARAMETER);
    transport.name = (uint16_t *)(uintptr_t)name.units;
    transport.address_size = 16;
    assert_int_equal(transports_change(text_of(NOBODY), TRANSPORT_ADD, 0, &transport),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(aliases_change(text_of(NOBODY), true, 0, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(aliases_change(text_of(NOBODY), true, 0, &alias), ERROR_INVALID_PARAMETER);
    assert_int_equal(workstations_add_transport(text_of(NOBODY), 0, NULL, &parameter_error),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(workstations_add_transport(text_of(NOBODY), 0, &nameless, &parameter_error),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(workstations_del_transport(text_of(NOBODY), text_of(NULL), 0),
                     ERROR_INVALID_PARAMETER);
}

static void names_of_computers_are_short_and_of_ascii(void **state)
{
    static const char *const bad[] = { NULL, "", "two words", "sixteen-letters-" };
    struct utf16_name umlaut = utf16_name_from_ascii("M");

    (void)state;
    umlaut.units[0] = 0xDC;
    for (size_t i = 0; i < COUNT(bad); i++)
    {
        assert_int_equal(computer_names_add(text_of(NOBODY), text_of(NULL), text_of(bad[i])),
                         ERROR_INVALID_PARAMETER);
        assert_int_equal(computer_names_del(text_of(NOBODY), text_of(bad[i])),
                         ERROR_INVALID_PARAMETER);
    }
    assert_int_equal(computer_names_del(text_of(NOBODY), utf16_from_name(&umlaut)),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(
        computer_names_add(text_of(NOBODY), text_of("sixteen-letters-"), text_of("FILES")),
        ERROR_INVALID_DOMAINNAME);
    assert_int_equal(computer_names_add(text_of(NOBODY), text_of(NULL), text_of("FILES")),
                     ERROR_BAD_NETPATH);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_server_that_does_not_run_is_described_by_the_host),
        TEST(the_host_knows_levels_up_to_503),
        TEST(a_server_that_does_not_run_cannot_be_changed),
        TEST(lists_of_a_server_that_does_not_run),
        TEST(disks_are_given_out_from_the_resume_handle_on),
        TEST(statistics_count_nothing_since_the_start),
        TEST(this_computer_supports_local_calls_too),
        TEST(a_workstation_is_described_by_the_host_whatever_the_source),
        TEST(a_workstation_has_no_redirector_to_change),
        TEST(levels_that_there_are_not_are_invalid),
        TEST(what_is_missing_is_an_invalid_parameter),
        TEST(names_of_computers_are_short_and_of_ascii),
    };

    return cmocka_run_group_tests_name("host answers", tests, NULL, NULL);
}
