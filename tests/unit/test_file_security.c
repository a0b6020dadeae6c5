/*
 * Which paths are those of files on servers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/file/file_security.h"
#include "platform/utf16_equal.h"
#include "support/unit.h"

static bool parse(const char *path, struct file_name *name)
{
    static struct utf16_name text;

    text = utf16_name_from_ascii(path);
    return file_name_parse(utf16_from_name(&text), name);
}

static void assert_name(const char *path, const char *server, const char *share, const char *file)
{
    struct file_name name;

    assert_true(parse(path, &name));
    assert_true(utf16_equal_ascii(name.server, server));
    assert_true(utf16_equal_ascii(name.share, share));
    assert_true(utf16_equal_ascii(name.path, file));
}

static void file_of_a_server_has_a_server_a_share_and_a_path(void **state)
{
    (void)state;
    assert_name("\\\\server\\share\\folder\\file.txt", "server", "share", "\\folder\\file.txt");
    assert_name("\\\\server\\share\\", "server", "share", "\\");
    assert_name("\\\\server\\share", "server", "share", "\\");
}

static void other_paths_are_the_systems(void **state)
{
    static const char *const paths[] = {
        "",
        "\\",
        "C:\\file",
        "file",
        "\\\\",
        "\\\\server",
        "\\\\server\\",
        "\\\\\\share\\file",
        "\\\\.\\pipe\\name",
        "\\\\?\\C:\\file",
        "\\file\\x",
    };
    struct file_name name;

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        assert_false(parse(paths[i], &name));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(file_of_a_server_has_a_server_a_share_and_a_path),
        cmocka_unit_test(other_paths_are_the_systems),
    };

    return cmocka_run_group_tests_name("names of files", tests, NULL, NULL);
}
