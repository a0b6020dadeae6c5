/*
 * What this computer is called: by the kernel, and in /etc/hosts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix_names.h"
#include "support/unit.h"
#include "support/utmp.h"

static char path[] = "/tmp/netapi32-hosts.XXXXXX";

static int set_up(void **state)
{
    int file = -1;

    (void)state;
    strcpy(path + sizeof(path) - 7, "XXXXXX");
    file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

static void the_first_name_of_its_line_is_the_full_one(void **state)
{
    static const struct
    {
        const char *hosts;
        const char *full;
    } cases[] = {
        { "127.0.0.1 localhost\n127.0.1.1 files.example.com files\n", "files.example.com" },
        { "127.0.1.1\tFILES.example.com\tother FILES # files\n", "FILES.example.com" },
        { "127.0.1.1 files files.example.com\n", "files" },
        { "127.0.1.1 localhost.localdomain localhost\n# 1.2.3.4 a.b files\n", "files" },
        { "1.2.3.4 other.example.com files2 # files\n\n1.2.3.4\n", "files" },
        { "1.2.3.4 files\n1.2.3.4 files.example.com files", "files.example.com" },
        { "", "files" },
    };
    char full[64];
    char small[8];

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        write_file(path, cases[i].hosts, strlen(cases[i].hosts));
        assert_true(host_full_name(path, "files", full, sizeof(full)));
        assert_string_equal(full, cases[i].full);
    }
    write_file(path, cases[0].hosts, strlen(cases[0].hosts));
    assert_false(host_full_name(path, "files", small, sizeof(small)));
    assert_true(host_full_name(path, "files.of.mine", full, sizeof(full)));
    assert_string_equal(full, "files.of.mine");
    assert_true(host_full_name("/nowhere/hosts", "files", full, sizeof(full)));
    assert_string_equal(full, "files");
}

static bool is_own(const char *text)
{
    struct utf16_name name;

    return utf16_name_from_utf8(&name, text) && platform_is_own_name(utf16_from_name(&name));
}

static void own_names_are_known(void **state)
{
    char host[256] = "";
    char full[256];
    char label[256];
    struct utf16_name computer;

    (void)state;
    assert_int_equal(gethostname(host, sizeof(host) - 1), 0);
    assert_true(host_full_name("/etc/hosts", host, full, sizeof(full)));
    snprintf(label, sizeof(label), "%.*s", (int)strcspn(host, "."), host);
    assert_true(is_own(label));
    assert_true(is_own(full));
    assert_false(is_own(""));
    assert_false(is_own("not.one.of.ours"));
    platform_computer_name(&computer);
    assert_true(computer.length && computer.length <= 15);
    assert_true(platform_is_own_name(utf16_from_name(&computer)));
}

static void names_that_stay_are_not_read_again(void **state)
{
    const uint64_t generation = platform_generation();

    (void)state;
    assert_true(generation != 0);
    assert_true(platform_generation() == generation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_name_of_its_line_is_the_full_one, set_up,
                                        tear_down),
        cmocka_unit_test(own_names_are_known),
        cmocka_unit_test(names_that_stay_are_not_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
