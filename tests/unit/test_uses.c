/*
 * The functions of the API for uses, as far as they need no server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/use/use_values.h"
#include "families/use/uses.h"
#include "levels/level.h"
#include "levels/use_levels.h"
#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "remote/use_table.h"
#include "support/unit.h"

#define USES 5

static int use_servers(void **state)
{
    const struct credentials credentials = { .kind = CREDENTIALS_CURRENT };

    (void)state;
    for (int i = 0; i < USES; i++)
    {
        struct utf16_name server = utf16_name_from_ascii("server");

        server.units[server.length++] = (uint16_t)('0' + i);
        if (use_table_add(utf16_from_name(&server), &credentials))
        {
            return 1;
        }
    }
    return 0;
}

static void assert_text_equal(const uint16_t *text, const char *expected)
{
    assert_true(utf16_equal_ascii(utf16_from_terminated(text), expected));
}

static struct utf16_slice slice(struct utf16_name *name, const char *text)
{
    *name = utf16_name_from_ascii(text);
    return utf16_from_name(name);
}

static void enumeration_goes_on_where_it_stopped(void **state)
{
    /* Each entry: its structure, an empty string, \\serverN\IPC$. */
    const uint32_t two = 2 * (uint32_t)(sizeof(struct use_info_0) + 2 * (1 + 15));
    struct info_answer answer;
    const struct use_info_0 *info;

    (void)state;
    assert_int_equal(uses_enumerate(0, two + 1, 0, &answer), ERROR_MORE_DATA);
    assert_int_equal(answer.entries, 2);
    assert_int_equal(answer.total_entries, USES);
    info = answer.buffer;
    assert_text_equal(info[1].remote, "\\\\server1\\IPC$");
    platform_api_free(answer.buffer);

    assert_int_equal(uses_enumerate(0, two, answer.resume_handle, &answer), ERROR_MORE_DATA);
    assert_int_equal(answer.entries, 2);
    assert_int_equal(answer.total_entries, USES - 2);
    platform_api_free(answer.buffer);

    assert_int_equal(uses_enumerate(0, two, answer.resume_handle, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_int_equal(answer.total_entries, 1);
    assert_int_equal(answer.resume_handle, 0);
    info = answer.buffer;
    assert_text_equal(info[0].local, "");
    assert_text_equal(info[0].remote, "\\\\server4\\IPC$");
    platform_api_free(answer.buffer);

    assert_int_equal(uses_enumerate(0, two / 2 - 1, 0, &answer), NERR_BufTooSmall);
    assert_null(answer.buffer);
    assert_int_equal(answer.total_entries, 0);
}

static void info_is_found_by_server_or_resource(void **state)
{
    static const char *const names[] = { "\\\\server3", "\\\\SERVER3\\ipc$" };
    struct utf16_name name;
    void *buffer = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        const struct use_info_2 *info = NULL;

        assert_int_equal(uses_get_info(slice(&name, names[i]), 2, &buffer), ERROR_SUCCESS);
        info = buffer;
        assert_text_equal(info->remote, "\\\\server3\\IPC$");
        assert_int_equal(info->type, USE_IPC);
        assert_int_equal(info->uses, 1);
        platform_api_free(buffer);
    }
    assert_int_equal(uses_get_info(slice(&name, "\\\\server3\\files"), 2, &buffer),
                     NERR_UseNotFound);
    assert_null(buffer);
    assert_int_equal(uses_get_info(slice(&name, "server3"), 2, &buffer), NERR_UseNotFound);
}

/* What can be no resource of a server is refused before anything is sent. */
static void addition_names_the_parameter_in_error(void **state)
{
    static const struct
    {
        const char *local;
        const char *remote;
        uint32_t type;
        uint32_t status;
        uint32_t parameter;
    } cases[] = {
        { "", "server", USE_IPC, ERROR_INVALID_PARAMETER, USE_REMOTE_PARMNUM },
        { "", "\\server", USE_IPC, ERROR_INVALID_PARAMETER, USE_REMOTE_PARMNUM },
        { "", "\\\\a b\\IPC$", USE_IPC, ERROR_INVALID_PARAMETER, USE_REMOTE_PARMNUM },
        { "", "\\\\a\\b\\c", USE_IPC, ERROR_INVALID_PARAMETER, USE_REMOTE_PARMNUM },
        { "", "\\\\server", 17, ERROR_INVALID_PARAMETER, USE_ASGTYPE_PARMNUM },
        { "LPT0", "\\\\server\\p", USE_SPOOLDEV, ERROR_INVALID_PARAMETER, USE_LOCAL_PARMNUM },
        { "L", "\\\\server\\p", USE_SPOOLDEV, ERROR_INVALID_PARAMETER, USE_LOCAL_PARMNUM },
        { "com9:", "\\\\server\\p", USE_CHARDEV, ERROR_BAD_NET_NAME, 0 },
        { "z:", "\\\\server\\f", USE_DISKDEV, ERROR_BAD_NET_NAME, 0 },
        { "", "\\\\server", USE_DISKDEV, ERROR_BAD_DEV_TYPE, 0 },
        { "z:", "\\\\server", USE_IPC, ERROR_BAD_DEV_TYPE, 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
    {
        struct utf16_name local;
        struct utf16_name remote;
        const struct uses_request request = {
            .local = slice(&local, cases[i].local),
            .remote = slice(&remote, cases[i].remote),
            .type = cases[i].type,
        };
        uint32_t parameter = 0;

        assert_int_equal(uses_add(&request, &parameter), cases[i].status);
        assert_int_equal(parameter, cases[i].parameter);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enumeration_goes_on_where_it_stopped),
        cmocka_unit_test(info_is_found_by_server_or_resource),
        cmocka_unit_test(addition_names_the_parameter_in_error),
    };

    return cmocka_run_group_tests(tests, use_servers, NULL);
}
