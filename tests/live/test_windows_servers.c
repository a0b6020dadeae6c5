/*
 * What a server that answers as Windows does says of itself, and how it is changed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/server/aliases.h"
#include "families/server/disks.h"
#include "families/server/server_time.h"
#include "families/server/servers.h"
#include "families/server/statistics.h"
#include "families/server/transports.h"
#include "levels/server_levels.h"
#include "platform/platform.h"
#include "rpc/srvsvc_server.h"
#include "rpc/wkssvc_workstation.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/windows_server.h"

/* As tests/bed/windows makes it. */
#define NAME            "WINSERVER"
#define DOMAIN          "BEDDOMAIN"
#define FIRST_TRANSPORT "\\Device\\NetBT_Tcpip_{8E7B9C5A-0001-4A5B-8C3D-0123456789AB}"
#define MINUTES_WEST    (-90)

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

    assert_int_equal(servers_get_info(text_of(server), level, &test_server_host, &buffer),
                     ERROR_SUCCESS);
    assert_non_null(buffer);
    return buffer;
}

/* ---- NetServerGetInfo ------------------------------------------------------------------------ */

static void assert_info(uint32_t level)
{
    struct server_info_103 *info = get_info(level);

    assert_int_equal(info->platform, 500);
    assert_true(text_is(info->name, NAME));
    if (level >= 101)
    {
        assert_int_equal(info->version_major, 10);
        assert_int_equal(info->version_minor, 0);
        assert_int_equal(info->type, 0x9003);
        assert_true(text_is(info->comment, "A server like Windows"));
    }
    if (level >= 102)
    {
        assert_int_equal(info->users_max, 16777216);
        assert_int_equal(info->disconnect_minutes, 15);
        assert_int_equal(info->hidden, 0);
        assert_int_equal(info->announce_seconds, 240);
        assert_int_equal(info->announce_delta, 3000);
        assert_int_equal(info->licenses, 5);
        assert_true(text_is(info->user_path, "c:\\"));
    }
    if (level >= 103)
    {
        assert_int_equal(info->capabilities, 0x1F);
    }
    platform_api_free(info);
}

static void assert_settings(uint32_t level)
{
    struct server_info_599 *info = get_info(level);

    assert_int_equal(info->sessopens, 16384);
    assert_int_equal(info->irpstacksize, 11);
    assert_int_equal(info->acceptdownlevelapis, 1);
    if (level >= 503)
    {
        assert_true(text_is(info->domain, DOMAIN));
        assert_int_equal(info->maxkeepsearch, 3600);
        assert_int_equal(info->maxfreeconnections, 64);
    }
    platform_api_free(info);
}

static void every_level_is_given(void **state)
{
    (void)state;
    for (uint32_t level = 100; level <= 103; level++)
    {
        assert_info(level);
    }
    assert_settings(502);
    assert_settings(503);
}

static void levels_that_a_server_lacks_are_filled_from_those_that_it_has(void **state)
{
    static const char *const arguments[] = {
        "--lacks-level", "100", "--lacks-level", "101", "--lacks-level", "502", NULL
    };
    struct server_info_103 *info = NULL;

    (void)state;
    start_with(arguments);
    assert_info(100);
    info = get_info(101);
    assert_true(text_is(info->comment, "A server like Windows"));
    platform_api_free(info);
    assert_settings(502);
}

static void a_user_is_told_the_first_two_levels(void **state)
{
    void *buffer = NULL;

    (void)state;
    server = windows_server_name(WINDOWS_USER);
    assert_info(100);
    assert_info(101);
    assert_int_equal(servers_get_info(text_of(server), 102, &test_server_host, &buffer),
                     ERROR_ACCESS_DENIED);
    assert_null(buffer);
}

/* ---- NetServerSetInfo ------------------------------------------------------------------------ */

static uint32_t set(uint32_t level, const void *structure, uint32_t *parameter_error)
{
    *parameter_error = 7;
    return servers_set_info(text_of(server), level, structure, parameter_error);
}

/* Sets one number, and looks at it where a level tells it. */
static void assert_is_set(uint32_t level, uint32_t told_at, size_t place, uint32_t number)
{
    uint32_t parameter_error = 0;
    uint32_t found = 0;
    uint8_t *info = NULL;

    assert_int_equal(set(level, &number, &parameter_error), ERROR_SUCCESS);
    assert_int_equal(parameter_error, 0);
    info = get_info(told_at);
    memcpy(&found, info + place, sizeof(found));
    assert_int_equal(found, number);
    platform_api_free(info);
}

static void what_is_set_is_told_afterwards(void **state)
{
    static const struct
    {
        uint32_t level;
        uint32_t told_at;
        size_t place;
        uint32_t number;
    } settings[] = {
        { 1010, 102, offsetof(struct server_info_103, disconnect_minutes), 20 },
        { 1016, 102, offsetof(struct server_info_103, hidden), 1 },
        { 1017, 102, offsetof(struct server_info_103, announce_seconds), 100 },
        { 1018, 102, offsetof(struct server_info_103, announce_delta), 200 },
        { 1107, 102, offsetof(struct server_info_103, users_max), 300 },
        { 1501, 502, offsetof(struct server_info_599, sessopens), 400 },
        { 1518, 502, offsetof(struct server_info_599, lmannounce), 1 },
        { 1523, 503, offsetof(struct server_info_599, maxkeepsearch), 500 },
        { 1533, 503, offsetof(struct server_info_599, maxmpxct), 60 },
        { 1542, 503, offsetof(struct server_info_599, maxfreeconnections), 70 },
    };
    const struct utf16_name comment = utf16_name_from_ascii("Changed");
    const struct server_info_1005 info_1005 = { (uint16_t *)(uintptr_t)comment.units };
    struct server_info_103 *info = NULL;
    uint32_t parameter_error = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(settings); i++)
    {
        assert_is_set(settings[i].level, settings[i].told_at, settings[i].place,
                      settings[i].number);
    }
    assert_int_equal(set(1005, &info_1005, &parameter_error), ERROR_SUCCESS);
    info = get_info(102);
    assert_true(text_is(info->comment, "Changed"));
    info->disconnect_minutes = 99;
    assert_int_equal(set(102, info, &parameter_error), ERROR_SUCCESS);
    platform_api_free(info);
    info = get_info(102);
    assert_int_equal(info->disconnect_minutes, 99);
    platform_api_free(info);
}

static void every_level_can_be_set(void **state)
{
    static const uint32_t with_structures[] = { 102, 502, 503 };
    uint32_t parameter_error = 0;

    (void)state;
    for (size_t i = 0; i < server_family.level_count; i++)
    {
        const uint32_t level = server_family.levels[i].level;
        const uint32_t one = 1;

        if (level > 1005)
        {
            assert_int_equal(set(level, &one, &parameter_error), ERROR_SUCCESS);
        }
    }
    for (size_t i = 0; i < COUNT(with_structures); i++)
    {
        void *info = get_info(with_structures[i]);

        assert_int_equal(set(with_structures[i], info, &parameter_error), ERROR_SUCCESS);
        platform_api_free(info);
    }
}

static void the_wrong_parameter_is_named(void **state)
{
    const uint32_t too_many = 20000;
    uint32_t parameter_error = 0;

    (void)state;
    assert_int_equal(set(1501, &too_many, &parameter_error), ERROR_INVALID_PARAMETER);
    assert_int_equal(parameter_error, 501);
    server = windows_server_name(WINDOWS_USER);
    assert_int_equal(set(1501, &too_many, &parameter_error), ERROR_ACCESS_DENIED);
    assert_int_equal(parameter_error, 0);
}

/* ---- Disks, statistics, the clock ------------------------------------------------------------ */

static void disks_are_listed_page_by_page(void **state)
{
    static const char *const names[] = { "A:", "C:", "D:" };
    struct info_request request = request_for(server, 0);
    struct info_answer answer;

    (void)state;
    assert_int_equal(disks_enumerate(&request, &test_server_host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++)
    {
        assert_true(text_is((uint16_t *)answer.buffer + 3 * i, names[i]));
    }
    answer_free(&answer);
    request.preferred_length = 2 * sizeof(struct disk);
    assert_int_equal(disks_enumerate(&request, &test_server_host, &answer), ERROR_MORE_DATA);
    assert_int_equal(answer.entries, 2);
    assert_int_equal(answer.total_entries, 3);
    request.resume_handle = answer.resume_handle;
    answer_free(&answer);
    assert_int_equal(disks_enumerate(&request, &test_server_host, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(answer.buffer, "D:"));
    answer_free(&answer);
}

static void statistics_are_those_of_the_server(void **state)
{
    struct server_statistics *of_server = NULL;
    struct workstation_statistics *of_workstation = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(statistics_of_server(text_of(server), &test_server_host, &buffer),
                     ERROR_SUCCESS);
    of_server = buffer;
    assert_int_equal(of_server->file_opens, 1001);
    assert_int_equal(of_server->big_buffers_lacking, 1016);
    platform_api_free(buffer);
    assert_int_equal(statistics_of_workstation(text_of(server), &test_server_host, &buffer),
                     ERROR_SUCCESS);
    of_workstation = buffer;
    assert_true(of_workstation->start_time == 133500000000000000u);
    assert_true(of_workstation->bytes_received == (1ull << 32) + 2001);
    assert_int_equal(of_workstation->current_commands, 3026);
    platform_api_free(buffer);
    server = windows_server_name(WINDOWS_USER);
    assert_int_equal(statistics_of_server(text_of(server), &test_server_host, &buffer),
                     ERROR_ACCESS_DENIED);
    assert_null(buffer);
}

static void the_clock_has_the_servers_zone(void **state)
{
    const struct target target = { .name = utf16_name_from_ascii(server) };
    struct time_of_day time;

    (void)state;
    assert_int_equal(server_time_of_day(&target, &time), ERROR_SUCCESS);
    assert_int_equal((int32_t)time.time_zone, MINUTES_WEST);
    assert_int_equal(time.clock_interval, 310);
    assert_int_equal(time.seconds_since_1970 % 60, time.seconds);
}

static void a_server_knows_of_itself_alone(void **state)
{
    const struct servers_request request = {
        .list = request_for(server, 100),
        .types = 0x1,
        .domain = text_of("beddomain"),
    };
    struct info_answer answer;

    (void)state;
    assert_int_equal(servers_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_true(text_is(((struct server_info_103 *)answer.buffer)->name, NAME));
    answer_free(&answer);
}

/* ---- Transports ------------------------------------------------------------------------------ */

static struct server_transport_info_3 *
transport_at(uint32_t level, const struct info_answer *answer, uint32_t index)
{
    const struct info_level *found = info_find_level(&server_transport_family, level);

    return (void *)((uint8_t *)answer->buffer + index * found->api_size);
}

static void list_transports(uint32_t level, struct info_answer *answer)
{
    const struct info_request request = request_for(server, level);

    assert_int_equal(transports_enumerate(&request, &test_server_host, answer), ERROR_SUCCESS);
}

static void transports_are_listed_at_every_level(void **state)
{
    (void)state;
    for (uint32_t level = 0; level <= 3; level++)
    {
        struct info_answer answer;
        const struct server_transport_info_3 *first = NULL;

        list_transports(level, &answer);
        assert_int_equal(answer.entries, 2);
        first = transport_at(level, &answer, 1);
        if (!text_is(first->name, FIRST_TRANSPORT))
        {
            first = transport_at(level, &answer, 0);
        }
        assert_true(text_is(first->name, FIRST_TRANSPORT));
        assert_int_equal(first->address_size, 16);
        assert_memory_equal(first->address, "WINSERVER       ", 16);
        assert_true(text_is(first->network_address, "525400123456"));
        if (level >= 1)
        {
            assert_true(text_is(first->domain, DOMAIN));
        }
        answer_free(&answer);
    }
}

static void transports_are_added_and_removed(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("\\Device\\Another");
    const struct utf16_name domain = utf16_name_from_ascii("ELSEWHERE");
    uint8_t address[16] = "ANOTHER        ";
    struct server_transport_info_3 transport = {
        .name = (uint16_t *)(uintptr_t)name.units,
        .address = address,
        .address_size = sizeof(address),
        .domain = (uint16_t *)(uintptr_t)domain.units,
    };
    struct info_answer answer;

    (void)state;
    assert_int_equal(transports_change(text_of(server), TRANSPORT_ADD, 0, &transport),
                     ERROR_SUCCESS);
    assert_int_equal(transports_change(text_of(server), TRANSPORT_ADD, 0, &transport),
                     ERROR_DUP_NAME);
    list_transports(0, &answer);
    assert_int_equal(answer.entries, 3);
    answer_free(&answer);
    assert_int_equal(transports_change(text_of(server), TRANSPORT_DEL, 0, &transport),
                     ERROR_SUCCESS);
    for (uint32_t level = 0; level <= 3; level++)
    {
        assert_int_equal(transports_change(text_of(server), TRANSPORT_ADD_EX, level, &transport),
                         ERROR_SUCCESS);
        list_transports(1, &answer);
        assert_int_equal(answer.entries, 3);
        answer_free(&answer);
        assert_int_equal(transports_change(text_of(server), TRANSPORT_DEL, level, &transport),
                         ERROR_SUCCESS);
        assert_int_equal(transports_change(text_of(server), TRANSPORT_DEL, level, &transport),
                         NERR_NetNameNotFound);
    }
}

/* ---- Names ----------------------------------------------------------------------------------- */

static uint32_t count_of_address(const char *address)
{
    struct info_answer answer;
    uint32_t count = 0;

    list_transports(0, &answer);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        count += memcmp(transport_at(0, &answer, i)->address, address, 16) ? 0 : 1;
    }
    answer_free(&answer);
    return count;
}

static void a_further_name_is_bound_to_every_transport(void **state)
{
    (void)state;
    assert_int_equal(computer_names_add(text_of(server), text_of("ELSEWHERE"), text_of("files")),
                     ERROR_SUCCESS);
    assert_int_equal(count_of_address("FILES           "), 2);
    assert_int_equal(count_of_address("WINSERVER       "), 2);
    /* A third name: each transport is there twice now. */
    assert_int_equal(computer_names_add(text_of(server), text_of(NULL), text_of("PRINTERS")),
                     ERROR_SUCCESS);
    assert_int_equal(count_of_address("PRINTERS        "), 2);
    assert_int_equal(computer_names_add(text_of(server), text_of(NULL), text_of("Files")),
                     ERROR_DUP_NAME);
    assert_int_equal(computer_names_del(text_of(server), text_of("FILES")), ERROR_SUCCESS);
    assert_int_equal(count_of_address("FILES           "), 0);
    assert_int_equal(computer_names_del(text_of(server), text_of("FILES")), NERR_NetNameNotFound);
    assert_int_equal(computer_names_del(text_of(server), text_of("printers")), ERROR_SUCCESS);
}

/* One transport has the name already, the first or the second. */
static void a_name_that_a_transport_refuses_is_taken_back(void **state)
{
    static const char *const names[] = { "\\Device\\NetbiosSmb", FIRST_TRANSPORT };
    uint8_t address[17] = "HALF            ";

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        const struct utf16_name name = utf16_name_from_ascii(names[i]);
        const struct server_transport_info_3 transport = {
            .name = (uint16_t *)(uintptr_t)name.units,
            .address = address,
            .address_size = 16,
        };

        assert_int_equal(transports_change(text_of(server), TRANSPORT_ADD, 0, &transport),
                         ERROR_SUCCESS);
        assert_int_equal(computer_names_add(text_of(server), text_of(NULL), text_of("HALF")),
                         ERROR_DUP_NAME);
        assert_int_equal(count_of_address("HALF            "), 1);
        assert_int_equal(computer_names_del(text_of(server), text_of("HALF")), ERROR_SUCCESS);
    }
}

static void aliases_are_added_listed_and_removed(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("PRINTERS");
    const struct utf16_name target = utf16_name_from_ascii(NAME);
    const struct server_alias_info_0 alias = {
        .alias = (uint16_t *)(uintptr_t)name.units,
        .target = (uint16_t *)(uintptr_t)target.units,
    };
    const struct info_request request = request_for(server, 0);
    struct info_answer answer;
    const struct server_alias_info_0 *listed = NULL;

    (void)state;
    assert_int_equal(aliases_change(text_of(server), true, 0, &alias), ERROR_SUCCESS);
    assert_int_equal(aliases_change(text_of(server), true, 0, &alias), NERR_DuplicateShare);
    assert_int_equal(aliases_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    listed = answer.buffer;
    assert_true(text_is(listed[0].alias, "FILES"));
    assert_true(text_is(listed[1].alias, "PRINTERS"));
    assert_true(text_is(listed[1].target, NAME));
    assert_int_equal(listed[1].is_default, 0);
    answer_free(&answer);
    assert_int_equal(aliases_change(text_of(server), false, 0, &alias), ERROR_SUCCESS);
    assert_int_equal(aliases_change(text_of(server), false, 0, &alias), NERR_NetNameNotFound);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, start)
    const struct CMUnitTest tests[] = {
        TEST(every_level_is_given),
        TEST(levels_that_a_server_lacks_are_filled_from_those_that_it_has),
        TEST(a_user_is_told_the_first_two_levels),
        TEST(what_is_set_is_told_afterwards),
        TEST(every_level_can_be_set),
        TEST(the_wrong_parameter_is_named),
        TEST(disks_are_listed_page_by_page),
        TEST(statistics_are_those_of_the_server),
        TEST(the_clock_has_the_servers_zone),
        TEST(a_server_knows_of_itself_alone),
        TEST(transports_are_listed_at_every_level),
        TEST(transports_are_added_and_removed),
        TEST(a_further_name_is_bound_to_every_transport),
        TEST(a_name_that_a_transport_refuses_is_taken_back),
        TEST(aliases_are_added_listed_and_removed),
    };

    return cmocka_run_group_tests(tests, NULL, stop_windows_server);
}
