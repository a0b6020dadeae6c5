/*
 * Paths of DFS namespaces, as callers write them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "families/dfs/dfs_call.h"
#include "platform/utf16_equal.h"
#include "support/unit.h"

static uint32_t parse(const char *text, enum dfs_path_extent extent, struct utf16_name *name,
                      struct dfs_path *path)
{
    *name = utf16_name_from_ascii(text);
    return dfs_path_parse(utf16_from_name(name), extent, path);
}

static void a_path_has_server_root_and_link(void **state)
{
    static const struct
    {
        const char *text;
        const char *whole;
        const char *server;
        const char *root;
        const char *link;
    } cases[] = {
        { "\\\\s\\r\\l", "\\\\s\\r\\l", "s", "r", "l" },
        { "\\s\\r\\l", "\\\\s\\r\\l", "s", "r", "l" },
        { "s\\r\\l\\m", "\\\\s\\r\\l\\m", "s", "r", "l\\m" },
        { "\\\\s\\r\\l\\m\\", "\\\\s\\r\\l\\m", "s", "r", "l\\m" },
        { "s\\r\\", "\\\\s\\r", "s", "r", "" },
        { "\\\\s\\r", "\\\\s\\r", "s", "r", "" },
        { "\\\\server", "\\\\server", "server", "", "" },
        { "server", "\\\\server", "server", "", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_name name;
        struct dfs_path path;

        assert_int_equal(parse(cases[i].text, DFS_PATH_SERVER, &name, &path), ERROR_SUCCESS);
        assert_true(utf16_equal_ascii(path.text, cases[i].whole));
        assert_true(utf16_equal_ascii(path.server, cases[i].server));
        assert_true(utf16_equal_ascii(path.root, cases[i].root));
        assert_true(utf16_equal_ascii(path.link, cases[i].link));
        dfs_path_free(&path);
    }
}

static void a_path_that_lacks_something_is_refused(void **state)
{
    static const struct
    {
        const char *text;
        enum dfs_path_extent extent;
    } cases[] = {
        { "", DFS_PATH_SERVER },
        { "\\", DFS_PATH_SERVER },
        { "\\\\", DFS_PATH_SERVER },
        { "\\\\\\s\\r", DFS_PATH_SERVER },
        { "\\\\s\\\\r", DFS_PATH_SERVER },
        { "s\\r\\\\l", DFS_PATH_SERVER },
        { "\\\\s", DFS_PATH_ROOT },
        { "\\\\s\\", DFS_PATH_ROOT },
        { "s", DFS_PATH_ROOT },
        { "\\s\\r", DFS_PATH_LINK },
        { "\\\\s\\r", DFS_PATH_LINK },
        { "\\\\s\\r\\", DFS_PATH_LINK },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        struct utf16_name name;
        struct dfs_path path;

        assert_int_equal(parse(cases[i].text, cases[i].extent, &name, &path),
                         ERROR_INVALID_PARAMETER);
        assert_null(path.copy);
        assert_int_equal(path.text.length, 0);
    }
}

static void a_path_is_as_long_as_any_of_windows(void **state)
{
    static uint16_t units[32768];
    struct dfs_path path;

    (void)state;
    for (size_t i = 0; i < COUNT(units); i++)
    {
        units[i] = 'a';
    }
    units[1] = '\\';
    assert_int_equal(dfs_path_parse((struct utf16_slice){ units, 32767 }, DFS_PATH_ROOT, &path),
                     ERROR_SUCCESS);
    assert_int_equal(path.text.length, 32769);
    assert_int_equal(path.root.length, 32765);
    dfs_path_free(&path);
    assert_int_equal(dfs_path_parse((struct utf16_slice){ units, 32768 }, DFS_PATH_ROOT, &path),
                     ERROR_INVALID_PARAMETER);
    dfs_path_free(&path);
}

static void a_call_that_never_began_can_end(void **state)
{
    const struct utf16_name name = utf16_name_from_ascii("\\\\");
    struct dfs_call call;

    (void)state;
    memset(&call, 0xA5, sizeof(call));
    assert_int_not_equal(dfs_call_begin(&call, utf16_from_name(&name), DFS_PATH_ROOT),
                         ERROR_SUCCESS);
    dfs_call_end(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_has_server_root_and_link),
        cmocka_unit_test(a_path_that_lacks_something_is_refused),
        cmocka_unit_test(a_path_is_as_long_as_any_of_windows),
        cmocka_unit_test(a_call_that_never_began_can_end),
    };

    return cmocka_run_group_tests_name("paths of namespaces", tests, NULL, NULL);
}
