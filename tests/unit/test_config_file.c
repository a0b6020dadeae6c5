/*
 * The user's configuration file: what it says counts, what is wrong with it is told, and what is changed
 * in it leaves the rest as it was.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <limits.h>
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "netapi32_posix.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/begin.h"
#include "remote/settings.h"
#include "support/unit.h"
#include "support/user_files.h"

#define CONFIG_PATH "/netapi32/netapi32.conf"
#define SECTIONS    4000

static struct target target_of(const char *name)
{
    struct target target = { .is_this_computer = false };

    assert_true(utf16_name_from_utf8(&target.name, name));
    return target;
}

static struct settings settings_of(const char *server)
{
    const struct target target = target_of(server);
    struct settings settings;

    assert_int_equal(settings_read(&target, &settings), ERROR_SUCCESS);
    return settings;
}

static uint32_t settings_status(void)
{
    const struct target target = target_of("server");
    struct settings settings;

    return settings_read(&target, &settings);
}

static void assert_name(const struct utf16_name *name, const char *expected)
{
    char text[3 * NAME_LENGTH_MAX + 1];

    assert_true(utf16_to_utf8(utf16_from_name(name), text, sizeof(text)));
    assert_string_equal(text, expected);
}

/* ---- What counts ----------------------------------------------------------------------------- */

static void without_a_file_defaults_count(void **state)
{
    char problem[512];

    (void)state;
    assert_int_equal(settings_of("server").port, 445);
    assert_false(posix_problem(problem, sizeof(problem)));
    assert_string_equal(problem, "");
}

static void what_the_file_has_counts(void **state)
{
    struct local_settings local;
    struct membership_settings membership;
    struct settings settings;

    (void)state;
    config_put("# mine\r\n"
               "; too\n"
               "\t[Global]\n"
               "calltimeout=5000\n"
               "  LocalSource  =  Logins  \n"
               "LoginsFile = /run/logins = all\n"
               "DomainMembership = workgroup\n"
               "\n"
               "[ server  Files.Example.Com ]\n"
               "Port\t=\t4450\n"
               "ADDRESS = b\xC3\xBC"
               "cher\n"
               "[server fe80::1%eth0]\n"
               "Encryption = Required\n"
               "[group office]\n"
               "Servers = a b\n"
               "[server last]\n"
               "Port = 1");
    settings = settings_of("FILES.example.com");
    assert_int_equal(settings.call_timeout, 5000);
    assert_int_equal(settings.connect_timeout, 10000);
    assert_int_equal(settings.port, 4450);
    assert_name(&settings.address, "b\xC3\xBC"
                                   "cher");
    assert_false(settings.require_encryption);
    assert_int_equal(settings_of("other").port, 445);
    assert_true(settings_of("fe80::1%ETH0").require_encryption);
    assert_int_equal(settings_of("last").port, 1);
    assert_int_equal(local_settings_read(&local), ERROR_SUCCESS);
    assert_int_equal(local.source, LOCAL_SOURCE_LOGINS);
    assert_name(&local.logins_file, "/run/logins = all");
    assert_int_equal(membership_settings_read(&membership), ERROR_SUCCESS);
    assert_name(&membership.domain_membership, "workgroup");
}

static void a_byte_order_mark_is_none_of_it(void **state)
{
    (void)state;
    config_put("\xEF\xBB\xBF[server server]\nPort = 4450\n");
    assert_int_equal(settings_of("server").port, 4450);
}

static void what_memory_has_goes_before(void **state)
{
    struct settings settings;

    (void)state;
    config_put("[server server]\nPort = 4450\nAddress = there\n");
    posix_config_set("server", "Port", "4451");
    assert_int_equal(settings_of("server").port, 4451);
    settings = settings_of("server");
    assert_name(&settings.address, "there");
}

static void an_empty_text_is_not_set(void **state)
{
    struct settings settings;

    (void)state;
    config_put("[server server]\nAddress =\n");
    settings = settings_of("server");
    assert_name(&settings.address, "server");
}

/* ---- Where it is ----------------------------------------------------------------------------- */

static void assert_path(const char *expected)
{
    char path[PATH_MAX] = "";

    assert_true(posix_config_path(path, sizeof(path)));
    assert_string_equal(path, expected);
}

static void the_place_is_as_xdg_specifies(void **state)
{
    char home[256];
    char expected[PATH_MAX];
    char small[8];

    (void)state;
    snprintf(home, sizeof(home), "%s", getenv("HOME") ? getenv("HOME") : "");
    assert_path(user_file("netapi32.conf"));
    assert_false(posix_config_path(small, sizeof(small)));
    setenv("HOME", "/home/of/somebody", 1);
    setenv("XDG_CONFIG_HOME", "relative", 1); /* does not count */
    assert_path("/home/of/somebody/.config" CONFIG_PATH);
    setenv("XDG_CONFIG_HOME", "", 1);
    assert_path("/home/of/somebody/.config" CONFIG_PATH);
    unsetenv("XDG_CONFIG_HOME");
    assert_path("/home/of/somebody/.config" CONFIG_PATH);
    unsetenv("HOME");
    snprintf(expected, sizeof(expected), "%s/.config" CONFIG_PATH, getpwuid(geteuid())->pw_dir);
    assert_path(expected);
    setenv("HOME", home, 1);
}

/* ---- What is wrong --------------------------------------------------------------------------- */

static void assert_problem(const char *text, uint32_t status, const char *expected)
{
    char problem[4096] = "";
    char all[4096];

    config_put(text);
    assert_int_equal(settings_status(), status);
    assert_true(posix_problem(problem, sizeof(problem)));
    snprintf(all, sizeof(all), "%s%s", user_file("netapi32.conf"), expected);
    assert_string_equal(problem, all);
}

static void a_line_that_is_none_is_told(void **state)
{
    static const struct
    {
        const char *text;
        const char *problem;
    } cases[] = {
        { "[global]\nport\n", ", line 2: port is neither a [section] nor NAME = VALUE" },
        { "[global]\n = 1\n", ", line 2: = 1 is neither a [section] nor NAME = VALUE" },
        { "\n\nPort = 1\n", ", line 3: Port stands before the first [section]" },
        { "[global]\nAdress = a\n", ", line 2: there is no setting Adress" },
        { "[global]\nPort = 1\n", ", line 2: Port does not belong to a section of this kind" },
        { "[server a]\nCallTimeout = 1\n",
          ", line 2: CallTimeout does not belong to a section of this kind" },
        { "[server a]\nServers = 1\n",
          ", line 2: Servers does not belong to a section of this kind" },
        { "[server a]\nPort = 1\n\nPORT = 1\n", ", line 4: Port is on line 2, too" },
        { "[server a]\n[server b]\n[Server A]\n",
          ", line 3: the section [Server A] is on line 1, too" },
        { "[", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[]", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[server a\n", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[server]\n", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[global x]\n", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[files]\n", ", line 1: sections are [global], [server NAME] and [group NAME]" },
        { "[global]\n# \x01\n", ", line 2: the line has a control character" },
        { "[global]\n\n#\xFF\n", ", line 3: the text is no UTF-8" },
        { "[global]\n#\xED\xA0\x80\n", ", line 2: the text is no UTF-8" },
        { "[server a]\nPort = 44x5\n", ", line 2: Port is a number from 1 to 65535, not 44x5" },
        { "[server a]\nPort =\n", ", line 2: Port is a number from 1 to 65535, not " },
        { "[server a]\nPort = 0\n", ", line 2: Port is a number from 1 to 65535, not 0" },
        { "[server a]\nPort = -1\n", ", line 2: Port is a number from 1 to 65535, not -1" },
        { "[global]\nCallTimeout = 4294967296\n",
          ", line 2: CallTimeout is a number from 1 to 4294967295, not 4294967296" },
        { "[server a]\nEncryption = yes\n",
          ", line 2: Encryption is not yes, but one of: auto, required" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        assert_problem(cases[i].text, ERROR_BAD_CONFIGURATION, cases[i].problem);
    }
}

static void a_long_value_is_told(void **state)
{
    char text[512];

    (void)state;
    snprintf(text, sizeof(text), "[server a]\nAddress = %0257d\n", 1);
    assert_problem(text, ERROR_BAD_CONFIGURATION, ", line 2: Address has more than 256 characters");
}

static void a_file_that_cannot_be_read_is_told(void **state)
{
    char large[1 << 20 | 1];

    (void)state;
    memset(large, '#', sizeof(large));
    large[sizeof(large) - 1] = 0;
    config_put(large);
    assert_int_equal(settings_status(), ERROR_SUCCESS);
    large[sizeof(large) - 1] = '#';
    assert_int_equal(truncate(user_file("netapi32.conf"), sizeof(large)), 0);
    assert_int_equal(settings_status(), ERROR_FILE_TOO_LARGE);
    unlink(user_file("netapi32.conf"));
    mkdir(user_file("netapi32.conf"), 0700);
    assert_int_equal(settings_status(), ERROR_INVALID_PARAMETER);
    rmdir(user_file("netapi32.conf"));
    assert_int_equal(settings_status(), ERROR_SUCCESS);
    mkfifo(user_file("netapi32.conf"), 0600);
    assert_int_equal(settings_status(), ERROR_INVALID_PARAMETER);
}

static void a_file_that_is_mended_is_no_problem(void **state)
{
    char problem[512];

    (void)state;
    config_put("[server a]\nPort = x\n");
    assert_int_equal(settings_status(), ERROR_BAD_CONFIGURATION);
    config_put("[server a]\nPort = 1\n");
    assert_int_equal(settings_status(), ERROR_SUCCESS);
    assert_false(posix_problem(problem, sizeof(problem)));
}

static void nobody_is_called_by_defaults_then(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("server");
    struct remote remote;

    (void)state;
    config_put("[server server]\nPort = x\n");
    assert_int_equal(remote_begin_for(&remote, utf16_from_name(&server)), ERROR_SUCCESS);
    assert_int_equal(remote_prepare(&remote), ERROR_BAD_CONFIGURATION);
    remote_end(&remote);
    assert_int_equal(remote_begin_for(&remote, (struct utf16_slice){ 0 }), ERROR_SUCCESS);
    assert_int_equal(remote_prepare(&remote), ERROR_BAD_CONFIGURATION);
    remote_end(&remote);
}

/* ---- Changes --------------------------------------------------------------------------------- */

static void the_generation_tells_of_changes(void **state)
{
    uint64_t generation = 0;

    (void)state;
    assert_int_equal(settings_of("server").port, 445);
    generation = platform_generation();
    assert_true(platform_generation() == generation);
    config_put("[server server]\nPort = 1\n");
    assert_true(platform_generation() > generation);
    assert_int_equal(settings_of("server").port, 1);
    generation = platform_generation();
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"server", u"Port", u"2"), 0);
    assert_true(platform_generation() > generation);
    assert_int_equal(settings_of("server").port, 2);
    generation = platform_generation();
    assert_true(platform_generation() == generation);
    unlink(user_file("netapi32.conf"));
    assert_true(platform_generation() > generation);
    assert_int_equal(settings_of("server").port, 445);
}

/* What is kept of a server goes with it. */
static void a_change_counts_at_the_next_call(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("server");
    struct remote remote;

    (void)state;
    for (unsigned int port = 1; port < 5; port++)
    {
        char text[64];

        snprintf(text, sizeof(text), "[server server]\nPort = %u\n", port);
        config_put(text);
        assert_int_equal(remote_begin_for(&remote, utf16_from_name(&server)), ERROR_SUCCESS);
        assert_int_equal(remote_prepare(&remote), ERROR_SUCCESS);
        assert_int_equal(remote.server.settings.port, port);
        remote_end(&remote);
        /* Files that are written in place have the clock's ticks to tell them apart. */
        usleep(20000);
    }
}

static void set(enum posix_section section, const uint16_t *name, const uint16_t *setting,
                const uint16_t *value)
{
    assert_int_equal(posix_config_set_value(section, name, setting, value), ERROR_SUCCESS);
}

static void a_file_is_made_of_what_is_set(void **state)
{
    struct stat information;

    (void)state;
    set(POSIX_SECTION_GLOBAL, NULL, u"CallTimeout", u"5000");
    set(POSIX_SECTION_SERVER, u"files", u"port", u"4450");
    set(POSIX_SECTION_SERVER, u"FILES", u"Address", u"b\u00FCcher");
    set(POSIX_SECTION_GROUP, u"my office", u"Servers", u"files @mail");
    set(POSIX_SECTION_SERVER, u"other", u"Address", u"");
    set(POSIX_SECTION_GLOBAL, NULL, u"AllowGuest", u"1");
    assert_string_equal(config_get(), "[global]\nCallTimeout = 5000\nAllowGuest = 1\n\n"
                                      "[server files]\nPort = 4450\nAddress = b\xC3\xBC"
                                      "cher\n\n"
                                      "[group my office]\nServers = files @mail\n\n"
                                      "[server other]\nAddress =\n");
    assert_int_equal(stat(user_file("netapi32.conf"), &information), 0);
    assert_int_equal(information.st_mode & 0777, 0600);
    assert_int_equal(settings_of("files").port, 4450);
}

static const char written_by_hand[] =
    "# mine\n\n[global] \n  CallTimeout=1\n# about a\n[server a]\n"
    "port =2 \n# why\nAddress = x\n\n# about b\n[server b]\n"
    "Port = 3";

static void what_a_person_wrote_stays(void **state)
{
    struct stat information;

    (void)state;
    config_put(written_by_hand);
    set(POSIX_SECTION_SERVER, u"A", u"Port", u"20");
    set(POSIX_SECTION_GLOBAL, NULL, u"AllowGuest", u"1");
    set(POSIX_SECTION_SERVER, u"b", u"Encryption", u"required");
    assert_string_equal(config_get(),
                        "# mine\n\n[global] \n  CallTimeout=1\nAllowGuest = 1\n# about a\n"
                        "[server a]\nPort = 20\n# why\nAddress = x\n\n# about b\n[server b]\n"
                        "Port = 3\nEncryption = required\n");
    assert_int_equal(stat(user_file("netapi32.conf"), &information), 0);
    assert_int_equal(information.st_mode & 0777, 0644);
}

static void what_is_removed_is_gone(void **state)
{
    (void)state;
    config_put(written_by_hand);
    set(POSIX_SECTION_SERVER, u"a", u"Address", NULL);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Address", NULL),
                     ERROR_FILE_NOT_FOUND);
    assert_string_equal(config_get(),
                        "# mine\n\n[global] \n  CallTimeout=1\n# about a\n[server a]\n"
                        "port =2 \n# why\n\n# about b\n[server b]\nPort = 3");
    config_put(written_by_hand);
    assert_int_equal(posix_config_remove(POSIX_SECTION_SERVER, u"A"), ERROR_SUCCESS);
    assert_int_equal(posix_config_remove(POSIX_SECTION_SERVER, u"A"), ERROR_FILE_NOT_FOUND);
    assert_string_equal(config_get(), "# mine\n\n[global] \n  CallTimeout=1\n# about a\n# about b\n"
                                      "[server b]\nPort = 3");
    assert_int_equal(posix_config_remove(POSIX_SECTION_SERVER, u"b"), ERROR_SUCCESS);
    assert_int_equal(posix_config_remove(POSIX_SECTION_GLOBAL, NULL), ERROR_SUCCESS);
    assert_string_equal(config_get(), "# mine\n\n# about a\n# about b\n");
}

static void what_no_line_holds_is_not_written(void **state)
{
    static const uint16_t unending[NAME_LENGTH_MAX + 2] = { 0 };
    uint16_t endless[NAME_LENGTH_MAX + 2];

    (void)state;
    memcpy(endless, unending, sizeof(endless));
    for (size_t i = 0; i <= NAME_LENGTH_MAX; i++)
    {
        endless[i] = 'x';
    }
    config_put("[global]\n");
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Address", u"b\nPort = 1"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Address", u" b"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Address", endless),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, endless, u"Port", u"1"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"", u"Port", u"1"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a\t", u"Port", u"1"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_GLOBAL, u"a", u"CallTimeout", u"1"),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_GLOBAL, NULL, u"Port", u"1"),
                     ERROR_INVALID_NAME);
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Prot", u"1"),
                     ERROR_INVALID_NAME);
    assert_int_equal(posix_config_remove(POSIX_SECTION_SERVER, u""), ERROR_INVALID_PARAMETER);
    assert_string_equal(config_get(), "[global]\n");
}

static uint32_t config_value(enum posix_section section, const uint16_t *name,
                             const uint16_t *setting, uint16_t *value, size_t capacity)
{
    struct posix_config *config = NULL;
    uint32_t status = posix_config_open(&config);

    if (!status)
    {
        status = posix_config_get(config, section, name, setting, value, capacity);
    }
    posix_config_close(config);
    return status;
}

static uint32_t config_name(enum posix_section section, size_t index, uint16_t *name,
                            size_t capacity)
{
    struct posix_config *config = NULL;
    uint32_t status = posix_config_open(&config);

    if (!status)
    {
        status = posix_config_at(config, section, index, name, capacity);
    }
    posix_config_close(config);
    return status;
}

static uint32_t config_has(enum posix_section section, const uint16_t *name)
{
    struct posix_config *config = NULL;
    uint32_t status = posix_config_open(&config);

    if (!status)
    {
        status = posix_config_find(config, section, name);
    }
    posix_config_close(config);
    return status;
}

static void a_group_can_be_long(void **state)
{
    static uint16_t servers[POSIX_VALUE_MAX + 1];
    static uint16_t value[POSIX_VALUE_MAX + 1];

    (void)state;
    for (size_t i = 0; i < POSIX_VALUE_MAX; i++)
    {
        servers[i] = i % 10 == 5 ? ' ' : 's';
    }
    servers[POSIX_VALUE_MAX - 1] = 's';
    set(POSIX_SECTION_GROUP, u"all", u"Servers", servers);
    assert_int_equal(config_value(POSIX_SECTION_GROUP, u"ALL", u"servers", value, POSIX_VALUE_MAX),
                     ERROR_MORE_DATA);
    assert_int_equal(value[0], 0);
    assert_int_equal(
        config_value(POSIX_SECTION_GROUP, u"ALL", u"servers", value, POSIX_VALUE_MAX + 1),
        ERROR_SUCCESS);
    assert_memory_equal(value, servers, sizeof(servers));
    assert_int_equal(settings_status(), ERROR_SUCCESS);
}

static void a_value_that_cannot_be_is_shown_and_mended(void **state)
{
    uint16_t value[32];

    (void)state;
    config_put("[server a]\nPort = x\n[server b]\nPort = y\n");
    assert_int_equal(config_value(POSIX_SECTION_SERVER, u"a", u"Port", value, COUNT(value)),
                     ERROR_SUCCESS);
    assert_memory_equal(value, u"x", sizeof(u"x"));
    set(POSIX_SECTION_SERVER, u"a", u"Port", u"1");
    set(POSIX_SECTION_SERVER, u"b", u"Port", u"2");
    assert_int_equal(settings_of("b").port, 2);
    config_put("[server a]\nPort\n");
    assert_int_equal(posix_config_set_value(POSIX_SECTION_SERVER, u"a", u"Port", u"1"),
                     ERROR_BAD_CONFIGURATION);
    assert_string_equal(config_get(), "[server a]\nPort\n");
}

static void an_opened_file_stays_as_it_was(void **state)
{
    struct posix_config *before = NULL;
    struct posix_config *damaged = NULL;
    uint16_t value[32];

    (void)state;
    config_put("[server a]\nPort = 1\n");
    assert_int_equal(posix_config_open(&before), ERROR_SUCCESS);
    set(POSIX_SECTION_SERVER, u"a", u"Port", u"2");
    assert_int_equal(
        posix_config_get(before, POSIX_SECTION_SERVER, u"A", u"port", value, COUNT(value)),
        ERROR_SUCCESS);
    assert_memory_equal(value, u"1", sizeof(u"1"));
    posix_config_close(before);
    config_put("[server a]\nPort\n");
    assert_int_equal(posix_config_open(&damaged), ERROR_BAD_CONFIGURATION);
    assert_null(damaged);
    posix_config_close(damaged);
}

/* Names that differ in one place: each is compared with all, its letters with none. */
static void many_sections_are_told_apart(void **state)
{
    static char text[SECTIONS * sizeof("[server server-0000]\nPort = 0000\n")];
    size_t length = 0;

    (void)state;
    for (unsigned int i = 0; i < SECTIONS; i++)
    {
        length +=
            (size_t)snprintf(text + length, sizeof(text) - length,
                             "[server %cERVER-%04u]\nPort = %u\n", i % 2 ? 's' : 'S', i, i + 1);
    }
    config_put(text);
    assert_int_equal(settings_of("server-0000").port, 1);
    assert_int_equal(settings_of("Server-3999").port, SECTIONS);
    snprintf(text + length, sizeof(text) - length, "[server server-0007]\n");
    config_put(text);
    assert_int_equal(settings_status(), ERROR_BAD_CONFIGURATION);
}

static void sections_are_listed(void **state)
{
    uint16_t name[32];

    (void)state;
    config_put("[server a]\n[group g]\n[server bc]\n");
    assert_int_equal(config_name(POSIX_SECTION_SERVER, 1, name, COUNT(name)), ERROR_SUCCESS);
    assert_memory_equal(name, u"bc", sizeof(u"bc"));
    assert_int_equal(config_name(POSIX_SECTION_SERVER, 1, name, 2), ERROR_MORE_DATA);
    assert_int_equal(config_name(POSIX_SECTION_SERVER, 2, name, COUNT(name)), ERROR_NO_MORE_ITEMS);
    assert_int_equal(config_name(POSIX_SECTION_GROUP, 0, name, COUNT(name)), ERROR_SUCCESS);
    assert_memory_equal(name, u"g", sizeof(u"g"));
    assert_int_equal(config_has(POSIX_SECTION_SERVER, u"A"), ERROR_SUCCESS);
    assert_int_equal(config_has(POSIX_SECTION_SERVER, u"g"), ERROR_FILE_NOT_FOUND);
    assert_int_equal(config_has(POSIX_SECTION_GLOBAL, NULL), ERROR_FILE_NOT_FOUND);
    assert_int_equal(config_value(POSIX_SECTION_SERVER, u"a", u"Port", name, COUNT(name)),
                     ERROR_FILE_NOT_FOUND);
    assert_int_equal(config_value(POSIX_SECTION_SERVER, u"a", u"Prot", name, COUNT(name)),
                     ERROR_FILE_NOT_FOUND);
}

/* As people have it who keep such files elsewhere. */
static void the_file_behind_a_link_is_replaced(void **state)
{
    struct stat information;
    char target[256];

    (void)state;
    user_file_put("elsewhere", "[global]\n", 0640);
    snprintf(target, sizeof(target), "%s", user_file("elsewhere"));
    assert_int_equal(symlink(target, user_file("netapi32.conf")), 0);
    set(POSIX_SECTION_GLOBAL, NULL, u"CallTimeout", u"1");
    assert_int_equal(lstat(user_file("netapi32.conf"), &information), 0);
    assert_true(S_ISLNK(information.st_mode));
    assert_int_equal(stat(target, &information), 0);
    assert_int_equal(information.st_mode & 0777, 0640);
    assert_string_equal(user_file_get("elsewhere"), "[global]\nCallTimeout = 1\n");
}

/* ---- Many at once ---------------------------------------------------------------------------- */

#define WRITERS 4
#define WRITES  25

/* Sets what is a writer's own, many times. */
static void *write_own(void *argument)
{
    const uint16_t name[] = { 'w', *(const uint16_t *)argument, 0 };

    for (uint16_t i = 0; i < WRITES; i++)
    {
        const uint16_t value[] = { (uint16_t)('a' + i), 0 };

        if (posix_config_set_value(POSIX_SECTION_SERVER, name, u"Address", value))
        {
            return argument;
        }
    }
    return NULL;
}

static void writers_lose_nothing_of_each_other(void **state)
{
    static uint16_t letters[WRITERS] = { 'a', 'b', 'c', 'd' };
    pthread_t threads[WRITERS];

    (void)state;
    for (size_t i = 0; i < WRITERS; i++)
    {
        assert_int_equal(pthread_create(&threads[i], NULL, write_own, &letters[i]), 0);
    }
    for (size_t i = 0; i < WRITERS; i++)
    {
        void *failed = NULL;

        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    for (size_t i = 0; i < WRITERS; i++)
    {
        const char name[] = { 'w', (char)letters[i], 0 };
        const struct settings settings = settings_of(name);

        assert_name(&settings.address, "y");
    }
}

static _Atomic bool readers_end;

/* What is read is of one state of the file: port and address have the same number. Returns what is not. */
static void *read_on(void *argument)
{
    const struct target target = { .name = utf16_name_from_ascii("server") };

    while (!readers_end)
    {
        struct settings settings;
        char address[16];

        if (settings_read(&target, &settings) ||
            !utf16_to_utf8(utf16_from_name(&settings.address), address, sizeof(address)) ||
            strtoul(address, NULL, 10) != settings.port)
        {
            return argument;
        }
        platform_generation();
    }
    return NULL;
}

static void readers_have_one_state_of_the_file(void **state)
{
    pthread_t threads[3];
    char path[256];

    (void)state;
    config_put("[server server]\nPort = 1\nAddress = 1\n");
    readers_end = false;
    for (size_t i = 0; i < COUNT(threads); i++)
    {
        assert_int_equal(pthread_create(&threads[i], NULL, read_on, threads), 0);
    }
    for (unsigned int i = 2; i < 300; i++)
    {
        char text[64];

        snprintf(text, sizeof(text), "[server server]\nPort = %u\nAddress = %u\n", i, i);
        user_file_put("next", text, 0600);
        snprintf(path, sizeof(path), "%s", user_file("next"));
        assert_int_equal(rename(path, user_file("netapi32.conf")), 0);
    }
    readers_end = true;
    for (size_t i = 0; i < COUNT(threads); i++)
    {
        void *failed = NULL;

        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    assert_int_equal(settings_of("server").port, 299);
}

int main(void)
{
#define IN_A_FOLDER(test)                                                                          \
    cmocka_unit_test_setup_teardown(test, user_files_set_up, user_files_tear_down)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(without_a_file_defaults_count),
        IN_A_FOLDER(what_the_file_has_counts),
        IN_A_FOLDER(a_byte_order_mark_is_none_of_it),
        IN_A_FOLDER(what_memory_has_goes_before),
        IN_A_FOLDER(an_empty_text_is_not_set),
        IN_A_FOLDER(the_place_is_as_xdg_specifies),
        IN_A_FOLDER(a_line_that_is_none_is_told),
        IN_A_FOLDER(a_long_value_is_told),
        IN_A_FOLDER(a_file_that_cannot_be_read_is_told),
        IN_A_FOLDER(a_file_that_is_mended_is_no_problem),
        IN_A_FOLDER(nobody_is_called_by_defaults_then),
        IN_A_FOLDER(the_generation_tells_of_changes),
        IN_A_FOLDER(a_change_counts_at_the_next_call),
        IN_A_FOLDER(a_file_is_made_of_what_is_set),
        IN_A_FOLDER(what_a_person_wrote_stays),
        IN_A_FOLDER(what_is_removed_is_gone),
        IN_A_FOLDER(what_no_line_holds_is_not_written),
        IN_A_FOLDER(a_group_can_be_long),
        IN_A_FOLDER(a_value_that_cannot_be_is_shown_and_mended),
        IN_A_FOLDER(an_opened_file_stays_as_it_was),
        IN_A_FOLDER(many_sections_are_told_apart),
        IN_A_FOLDER(sections_are_listed),
        IN_A_FOLDER(the_file_behind_a_link_is_replaced),
        IN_A_FOLDER(writers_lose_nothing_of_each_other),
        IN_A_FOLDER(readers_have_one_state_of_the_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
