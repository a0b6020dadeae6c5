/*
 * What a Samba server says of itself, and what it leaves out.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "families/server/aliases.h"
#include "families/server/disks.h"
#include "families/server/server_time.h"
#include "families/server/servers.h"
#include "families/server/statistics.h"
#include "families/server/transports.h"
#include "levels/server_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/rpcclient.h"
#include "support/session_calls.h"

#define SV_TYPE_ALL         UINT32_MAX
#define SV_TYPE_SERVER      0x00000002u
#define SV_TYPE_DOMAIN_CTRL 0x00000008u

static uint32_t get_info(const char *server, uint32_t level, struct server_info_103 **info)
{
    void *buffer = (void *)1;
    const uint32_t status = servers_get_info(text_of(server), level, &test_server_host, &buffer);

    *info = buffer;
    return status;
}

/* ---- NetServerGetInfo ------------------------------------------------------------------------ */

static void assert_as_rpcclient(uint32_t level, const struct server_info_103 *info)
{
    struct rpcclient_answer answer;
    char command[64];

    snprintf(command, sizeof(command), "srvinfo %u", level);
    rpcclient_ask(bed, command, &answer);
    assert_rpcclient_number(&answer, "platform_id", info->platform);
    assert_rpcclient_text(&answer, "server_name", info->name);
    if (level == 100)
    {
        return;
    }
    assert_rpcclient_number(&answer, "version_major", info->version_major);
    assert_rpcclient_number(&answer, "version_minor", info->version_minor);
    assert_rpcclient_number(&answer, "server_type", info->type);
    assert_rpcclient_text(&answer, "comment", info->comment);
    if (level == 101)
    {
        return;
    }
    assert_rpcclient_number(&answer, "users", info->users_max);
    assert_rpcclient_number(&answer, "disc", info->disconnect_minutes);
    assert_rpcclient_number(&answer, "hidden", info->hidden);
    assert_rpcclient_number(&answer, "announce", info->announce_seconds);
    assert_rpcclient_number(&answer, "anndelta", info->announce_delta);
    assert_rpcclient_number(&answer, "licenses", info->licenses);
    assert_rpcclient_text(&answer, "userpath", info->user_path);
}

static void levels_100_to_102_are_what_rpcclient_is_told(void **state)
{
    (void)state;
    for (uint32_t level = 100; level <= 102; level++)
    {
        struct server_info_103 *info = NULL;

        assert_int_equal(get_info(SERVER, level, &info), ERROR_SUCCESS);
        assert_true(text_is(info->name, "BEDSERVER"));
        assert_as_rpcclient(level, info);
        platform_api_free(info);
    }
}

/* It has no level that tells what these ask for. */
static void levels_that_samba_lacks_are_invalid(void **state)
{
    static const uint32_t levels[] = { 103, 502, 503 };
    struct server_info_103 *info = NULL;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(get_info(SERVER, levels[i], &info), ERROR_INVALID_LEVEL);
        assert_null(info);
    }
}

/* ---- What Samba does without a word ---------------------------------------------------------- */

static void setting_something_succeeds_and_changes_nothing(void **state)
{
    const struct utf16_name comment = utf16_name_from_ascii("another comment");
    const struct server_info_1005 structure = { (uint16_t *)(uintptr_t)comment.units };
    struct server_info_103 *before = NULL;
    struct server_info_103 *after = NULL;
    uint32_t parameter_error = 7;

    (void)state;
    assert_int_equal(get_info(SERVER, 101, &before), ERROR_SUCCESS);
    assert_int_equal(servers_set_info(text_of(SERVER), 1005, &structure, &parameter_error),
                     ERROR_SUCCESS);
    assert_int_equal(parameter_error, 0);
    assert_int_equal(get_info(SERVER, 101, &after), ERROR_SUCCESS);
    assert_int_equal(utf16_compare(utf16_from_terminated(before->comment),
                                   utf16_from_terminated(after->comment)),
                     0);
    platform_api_free(before);
    platform_api_free(after);
}

static void its_disk_is_c(void **state)
{
    const struct info_request request = request_for(SERVER, 0);
    struct info_answer answer;

    (void)state;
    assert_int_equal(disks_enumerate(&request, &test_server_host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(answer.buffer, "C:"));
    answer_free(&answer);
}

/* ---- What Samba has not ---------------------------------------------------------------------- */

static void what_samba_does_not_do_is_not_supported(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("FILES");
    uint16_t *units = (uint16_t *)(uintptr_t)name.units;
    const struct server_alias_info_0 alias = { .alias = units, .target = units };
    const struct server_transport_info_3 transport = { .name = units };
    const struct info_request request = request_for(SERVER, 0);
    struct info_answer answer;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(transports_enumerate(&request, &test_server_host, &answer),
                     ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
    assert_int_equal(aliases_enumerate(&request, &answer), ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
    assert_int_equal(statistics_of_server(text_of(SERVER), &test_server_host, &buffer),
                     ERROR_NOT_SUPPORTED);
    assert_null(buffer);
    assert_int_equal(statistics_of_workstation(text_of(SERVER), &test_server_host, &buffer),
                     ERROR_NOT_SUPPORTED);
    assert_null(buffer);
    assert_int_equal(aliases_change(text_of(SERVER), true, 0, &alias), ERROR_NOT_SUPPORTED);
    assert_int_equal(aliases_change(text_of(SERVER), false, 0, &alias), ERROR_NOT_SUPPORTED);
    assert_int_equal(transports_change(text_of(SERVER), TRANSPORT_ADD, 0, &transport),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(transports_change(text_of(SERVER), TRANSPORT_ADD_EX, 3, &transport),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(transports_change(text_of(SERVER), TRANSPORT_DEL, 0, &transport),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(transports_change(text_of(SERVER), TRANSPORT_DEL, 1, &transport),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(computer_names_add(text_of(SERVER), text_of(NULL), text_of("FILES")),
                     ERROR_NOT_SUPPORTED);
    assert_int_equal(computer_names_del(text_of(SERVER), text_of("FILES")), ERROR_NOT_SUPPORTED);
}

/* ---- The clock ------------------------------------------------------------------------------- */

static void its_clock_is_the_one_that_rpcclient_is_told(void **state)
{
    const struct target target = { .name = utf16_name_from_ascii(SERVER) };
    struct rpcclient_answer answer;
    struct time_of_day time;

    (void)state;
    rpcclient_ask(bed, "netremotetod", &answer);
    assert_int_equal(server_time_of_day(&target, &time), ERROR_SUCCESS);
    assert_rpcclient_number(&answer, "timezone", time.time_zone);
    assert_rpcclient_number(&answer, "tinterval", time.clock_interval);
    /* Once more if midnight was between the two. */
    if (time.hours == 0 && time.minutes == 0)
    {
        rpcclient_ask(bed, "netremotetod", &answer);
    }
    assert_rpcclient_number(&answer, "year", time.year);
    assert_rpcclient_number(&answer, "month", time.month);
    assert_rpcclient_number(&answer, "day", time.day);
    assert_rpcclient_number(&answer, "weekday", time.weekday);
}

/* ---- NetServerEnum, NetRemoteComputerSupports ------------------------------------------------ */

static uint32_t enumerate(const char *server, uint32_t types, const char *domain,
                          struct info_answer *answer)
{
    const struct servers_request request = {
        .list = request_for(server, 101),
        .types = types,
        .domain = text_of(domain),
    };

    return servers_enumerate(&request, answer);
}

static void a_server_knows_of_itself_alone(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(enumerate(SERVER, SV_TYPE_ALL, NULL, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(((struct server_info_103 *)answer.buffer)->name, "BEDSERVER"));
    answer_free(&answer);
    assert_int_equal(enumerate(SERVER, SV_TYPE_SERVER, "bedgroup", &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    answer_free(&answer);
    assert_int_equal(enumerate(SERVER, SV_TYPE_DOMAIN_CTRL, "", &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 0);
    assert_null(answer.buffer);
    assert_int_equal(enumerate(SERVER, SV_TYPE_ALL, "ANOTHER", &answer),
                     ERROR_NO_BROWSER_SERVERS_FOUND);
    assert_null(answer.buffer);
    assert_int_equal(enumerate(NULL, SV_TYPE_ALL, NULL, &answer), ERROR_NO_BROWSER_SERVERS_FOUND);
}

static void a_server_that_answers_supports_what_all_servers_do(void **state)
{
    uint32_t options = 0;

    (void)state;
    assert_int_equal(servers_supported_options(text_of(SERVER), &options), ERROR_SUCCESS);
    assert_int_equal(options, 0x1E);
    assert_int_equal(servers_supported_options(text_of("no-such-host.invalid"), &options),
                     ERROR_BAD_NETPATH);
    assert_int_equal(options, 0);
}

/* ---- This computer --------------------------------------------------------------------------- */

static void assert_name(const char *expected)
{
    struct server_info_103 *info = NULL;

    assert_int_equal(get_info(NULL, 100, &info), ERROR_SUCCESS);
    assert_true(text_is(info->name, expected));
    platform_api_free(info);
}

static void this_computer_is_described_by_its_server_else_by_the_host(void **state)
{
    struct server_info_103 *info = NULL;

    (void)state;
    bed_configure(bed, "localhost", "admin");
    assert_name("BEDSERVER");
    /* What this server does not tell, the host does, unless it is not to. */
    assert_int_equal(get_info(NULL, 503, &info), ERROR_SUCCESS);
    platform_api_free(info);
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(get_info(NULL, 503, &info), ERROR_INVALID_LEVEL);
    assert_null(info);
    posix_config_set(NULL, "LocalSource", "logins");
    assert_name(HOST_NAME);
    posix_config_set(NULL, "LocalSource", "auto");
    bed_configure_with_password(bed, "localhost", "admin", "wrong");
    assert_name(HOST_NAME);
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(get_info(NULL, 101, &info), ERROR_LOGON_FAILURE);
    assert_null(info);
    posix_config_set(NULL, "LocalSource", "auto");
    bed_configure(bed, "localhost", "admin");
}

static void transports_of_this_computer_are_the_hosts_where_its_server_lists_none(void **state)
{
    const struct info_request request = request_for(NULL, 1);
    struct info_answer answer;

    (void)state;
    bed_configure(bed, "localhost", "admin");
    assert_int_equal(transports_enumerate(&request, &test_server_host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(((struct server_transport_info_3 *)answer.buffer)->name, HOST_TRANSPORT));
    answer_free(&answer);
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(transports_enumerate(&request, &test_server_host, &answer),
                     ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
    posix_config_set(NULL, "LocalSource", "auto");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_100_to_102_are_what_rpcclient_is_told),
        cmocka_unit_test(levels_that_samba_lacks_are_invalid),
        cmocka_unit_test(setting_something_succeeds_and_changes_nothing),
        cmocka_unit_test(its_disk_is_c),
        cmocka_unit_test(what_samba_does_not_do_is_not_supported),
        cmocka_unit_test(its_clock_is_the_one_that_rpcclient_is_told),
        cmocka_unit_test(a_server_knows_of_itself_alone),
        cmocka_unit_test(a_server_that_answers_supports_what_all_servers_do),
        cmocka_unit_test(this_computer_is_described_by_its_server_else_by_the_host),
        cmocka_unit_test(transports_of_this_computer_are_the_hosts_where_its_server_lists_none),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
