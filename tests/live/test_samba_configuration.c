/*
 * What is read of smb.conf is what Samba's own testparm reads.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "membership/host_files.h"
#include "support/unit.h"
#include "support/utmp.h"

static const char *const files[] = {
    "[global]\n  Work Group = example\n  SECURITY = ADS\n  realm = AD.Example.Com\n",
    "security = domain\nworkgroup = OLD\nrealm = OLD.TEST\n",
    "[ Glo bal ]\r\nserver role = Member  Server\r\nworkgroup = EX\r\nrealm=EX.TEST\r\n",
    "[global]\nworkgroup = home\nsecurity = user\n",
    "[global]\nveto files = /a/ \\\nsecurity = ads\n",
    "[global]\nworkgroup = A\n; workgroup = B\n# workgroup = C\n",
    "security = user\nworkgroup = A\n[global]\nworkgroup = B\n[share]\nworkgroup = C\n[GLOBAL]\n"
    "security = domain\n",
    "[global]\nsecurity = ads\nserver role = standalone\n",
    "[global]\nserver role = member\nrealm = A.TEST\nrealm = B.TEST\n",
    "[global]\nserver role = dc\nworkgroup = EX\nrealm = EX.TEST\n",
    "[global]\nserver role = classic primary domain controller\n",
};

/* What testparm says of a parameter; its default where the file has none. */
static void ask_testparm(const char *path, const char *parameter, char *value, int size)
{
    char command[512];
    FILE *pipe = NULL;

    snprintf(command, sizeof(command), "testparm -s --parameter-name='%s' %s 2>/dev/null",
             parameter, path);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    value[0] = 0;
    if (fgets(value, size, pipe))
    {
        value[strcspn(value, "\n")] = 0;
    }
    pclose(pipe);
}

static void assert_choice(const char *path, const char *parameter, const char *const *names,
                          size_t count, size_t index)
{
    char value[256];

    ask_testparm(path, parameter, value, sizeof(value));
    assert_true(index < count);
    /* Each kind of controller is one here. */
    if (!strcasestr(value, names[index]))
    {
        fail_msg("%s: testparm says %s, not %s", parameter, value, names[index]);
    }
}

static void assert_name(const char *path, const char *parameter, const struct utf16_name *name,
                        const char *preset)
{
    char value[256];
    char text[NAME_LENGTH_MAX];

    ask_testparm(path, parameter, value, sizeof(value));
    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    if (strcasecmp(value, name->length ? text : preset) != 0)
    {
        fail_msg("%s: testparm says %s, not %s", parameter, value, text);
    }
}

static void no_file(struct bytes path, struct samba_configuration *configuration, void *context)
{
    (void)path;
    (void)configuration;
    (void)context;
    fail_msg("there is no include");
}

static void each_file_is_read_as_testparm_reads_it(void **state)
{
    static const char *const roles[] = { "auto", "standalone", "member", "domain controller" };
    static const char *const securities[] = { "auto", "user", "domain", "ads" };
    char path[] = "/tmp/netapi32-smb.conf.XXXXXX";
    const int handle = mkstemp(path);

    (void)state;
    assert_true(handle >= 0);
    close(handle);
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
    {
        const struct bytes file = { (const uint8_t *)files[i], strlen(files[i]) };
        struct samba_configuration samba = { .role = SAMBA_ROLE_AUTO };

        write_file(path, files[i], file.size);
        samba_configuration_read(file, &samba, no_file, NULL);
        assert_choice(path, "server role", roles, 4, samba.role);
        assert_choice(path, "security", securities, 4, samba.security);
        assert_name(path, "workgroup", &samba.workgroup, "WORKGROUP");
        assert_name(path, "realm", &samba.realm, "");
    }
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_is_read_as_testparm_reads_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
