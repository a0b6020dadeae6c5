/*
 * What a Samba server says of itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "families/server/servers.h"
#include "levels/server_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/live.h"
#include "support/rpcclient.h"
#include "support/session_calls.h"

/* ---- This host, as the tests have it --------------------------------------------------------- */

static uint32_t describe(struct arena *arena, void *row)
{
    struct utf16_name *name = arena_allocate(arena, sizeof(*name));

    *name = utf16_name_from_ascii("THISHOST");
    ((struct server *)row)->name = utf16_from_name(name);
    return ERROR_SUCCESS;
}

static const struct server_host host = { .describe = describe };

static uint32_t get_info(const char *server, uint32_t level, struct server_info_103 **info)
{
    const struct utf16_name name = utf16_name_from_ascii(server ? server : "");
    void *buffer = (void *)1;
    const uint32_t status = servers_get_info(utf16_from_name(&name), level, &host, &buffer);

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

static void levels_that_there_are_not_are_invalid_without_a_server(void **state)
{
    static const uint32_t levels[] = { 0, 99, 402, 403, 599, 1005 };
    struct server_info_103 *info = NULL;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(get_info("no-such-host.invalid", levels[i], &info), ERROR_INVALID_LEVEL);
        assert_null(info);
    }
    assert_int_equal(get_info("no-such-host.invalid", 101, &info), ERROR_BAD_NETPATH);
    assert_null(info);
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
    assert_name("THISHOST");
    posix_config_set(NULL, "LocalSource", "auto");
    bed_configure_with_password(bed, "localhost", "admin", "wrong");
    assert_name("THISHOST");
    posix_config_set(NULL, "LocalSource", "server");
    assert_int_equal(get_info(NULL, 101, &info), ERROR_LOGON_FAILURE);
    assert_null(info);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_100_to_102_are_what_rpcclient_is_told),
        cmocka_unit_test(levels_that_samba_lacks_are_invalid),
        cmocka_unit_test(levels_that_there_are_not_are_invalid_without_a_server),
        cmocka_unit_test(this_computer_is_described_by_its_server_else_by_the_host),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
