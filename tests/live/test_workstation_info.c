/*
 * What a Samba server says of itself as a workstation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/workstation/workstations.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/live.h"
#include "support/rpcclient.h"
#include "support/session_calls.h"

#define OUTPUT_SIZE 4096

/* ---- This host, as the tests have it --------------------------------------------------------- */

static struct utf16_slice text_in(struct arena *arena, const char *text)
{
    struct utf16_name *name = arena_allocate(arena, sizeof(*name));

    *name = utf16_name_from_ascii(text);
    return utf16_from_name(name);
}

static uint32_t describe(struct arena *arena, void *row)
{
    ((struct workstation *)row)->computer = text_in(arena, "THISHOST");
    return ERROR_SUCCESS;
}

static uint32_t list_users(struct arena *arena, struct info_rows *rows)
{
    struct workstation_user *users = arena_array(arena, 2, sizeof(*users));

    users[0].name = text_in(arena, "zoe");
    users[1].name = text_in(arena, "ann");
    *rows = (struct info_rows){ users, 2 };
    return ERROR_SUCCESS;
}

static uint32_t list_transports(struct arena *arena, struct info_rows *rows)
{
    struct workstation_transport *transport = arena_allocate(arena, sizeof(*transport));

    transport->name = text_in(arena, "\\Device\\NetBT");
    *rows = (struct info_rows){ transport, 1 };
    return ERROR_SUCCESS;
}

static const struct workstation_host host = { describe, list_users, list_transports };

/* ---- Calls ----------------------------------------------------------------------------------- */

static uint32_t get_info(const char *server, uint32_t level, void **info)
{
    const struct utf16_name name = utf16_name_from_ascii(server ? server : "");

    *info = (void *)1;
    return workstations_get_info(utf16_from_name(&name), level, &host, info);
}

typedef uint32_t (*list_function)(const struct info_request *request,
                                  const struct workstation_host *own, struct info_answer *answer);

static uint32_t list(list_function function, const char *server, uint32_t level,
                     struct info_answer *answer)
{
    const struct utf16_name name = utf16_name_from_ascii(server ? server : "");
    const struct info_request request = {
        .server = utf16_from_name(&name),
        .level = level,
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };

    return function(&request, &host, answer);
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

static void levels_that_there_are_not_are_invalid_without_a_server(void **state)
{
    static const uint32_t levels[] = { 0, 99, 103, 1013 };
    void *info = NULL;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(get_info("no-such-host.invalid", levels[i], &info), ERROR_INVALID_LEVEL);
        assert_null(info);
    }
    assert_int_equal(get_info("no-such-host.invalid", 102, &info), ERROR_BAD_NETPATH);
    assert_null(info);
}

/* ---- Users and transports -------------------------------------------------------------------- */

static void users_have_names_at_both_levels(void **state)
{
    (void)state;
    for (uint32_t level = 0; level <= 1; level++)
    {
        struct info_answer answer;
        const struct workstation_user_info_1 *users = NULL;

        assert_int_equal(list(workstations_list_users, SERVER, level, &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, answer.total_entries);
        users = answer.buffer;
        for (uint32_t i = 0; level == 1 && i < answer.entries; i++)
        {
            char name[OUTPUT_SIZE];
            char domain[OUTPUT_SIZE];
            assert_true(utf16_to_utf8(utf16_from_terminated(users[i].name), name, sizeof(name)));
            assert_true(utf16_to_utf8(utf16_from_terminated(users[i].logon_domain), domain,
                                      sizeof(domain)));
            print_message("  %s of %s\n", name, domain);
            assert_true(utf16_from_terminated(users[i].name).length != 0);
        }
        answer_free(&answer);
    }
}

static void transports_are_not_supported_by_samba(void **state)
{
    struct info_answer answer;
    uint32_t status = list(workstations_list_transports, SERVER, 0, &answer);

    (void)state;
    print_message("  %u\n", status);
    assert_int_equal(status, ERROR_NOT_SUPPORTED);
    assert_null(answer.buffer);
}

/* ---- This computer --------------------------------------------------------------------------- */

/* Whatever its server says. */
static void this_computer_is_described_by_the_host(void **state)
{
    struct workstation_info_102 *info = NULL;
    struct info_answer answer;

    (void)state;
    bed_configure(bed, "localhost", "admin");
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(get_info(NULL, 100, (void **)&info), ERROR_SUCCESS);
    assert_true(text_is(info->computer, "THISHOST"));
    platform_api_free(info);
    assert_int_equal(list(workstations_list_users, NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    assert_true(text_is(((struct workstation_user_info_1 *)answer.buffer)[0].name, "zoe"));
    answer_free(&answer);
    assert_int_equal(list(workstations_list_transports, ".", 0, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    answer_free(&answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_100_to_102_are_what_rpcclient_is_told),
        cmocka_unit_test(level_502_which_samba_lacks_is_invalid),
        cmocka_unit_test(levels_that_there_are_not_are_invalid_without_a_server),
        cmocka_unit_test(users_have_names_at_both_levels),
        cmocka_unit_test(transports_are_not_supported_by_samba),
        cmocka_unit_test(this_computer_is_described_by_the_host),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
