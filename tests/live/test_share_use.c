/*
 * Shares of a Samba server as others see them: smbclient, which uses them, and Samba's own tools.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "support/live.h"
#include "support/share_calls.h"

#define NEW_SHARE    "added"
#define COMMAND_SIZE 512
#define OUTPUT_SIZE  8192
#define READ_ACCESS  0x001200a9u
#define ALL_ACCESS   0x001f01ffu

static char folder[NAME_LENGTH_MAX]; /* as Samba shows it: C:\ and the path, with backslashes */

static int start(void **state)
{
    if (start_server_as_admin(state))
    {
        return -1;
    }
    snprintf(folder, sizeof(folder), "C:%.200s\\new", bed_folder(bed));
    for (char *c = folder; *c; c++)
    {
        *c = *c == '/' ? '\\' : *c;
    }
    return 0;
}

static int remove_new_share(void **state)
{
    (void)state;
    delete_share(SERVER, NEW_SHARE);
    return 0;
}

/* The exit status of smbclient, which does something on the share as a user. */
static int use(const char *user, const char *command)
{
    char line[COMMAND_SIZE];

    snprintf(line, sizeof(line),
             "smbclient -p %u -A %s/users/%s //127.0.0.1/" NEW_SHARE " -c '%s' >/dev/null 2>&1",
             bed_port(bed), bed_folder(bed), user, command);
    return bed_run(bed, line, NULL, 0);
}

static void add(const uint8_t *descriptor)
{
    struct share_change change = change_of(SERVER, NULL, 502);

    set_texts(&change.share, NEW_SHARE, "Of a test", folder);
    change.share.uses_max = 3;
    change.share.descriptor.data = descriptor;
    assert_int_equal(shares_add(&change), ERROR_SUCCESS);
}

static void set_descriptor(const uint8_t *descriptor)
{
    struct share_change change = change_of(SERVER, NEW_SHARE, 1501);

    change.share.descriptor.data = descriptor;
    assert_int_equal(shares_set_info(&change), ERROR_SUCCESS);
}

static void added_share_is_there_for_smbclient_until_it_is_removed(void **state)
{
    (void)state;
    assert_int_not_equal(use("alice", "ls"), 0);
    add(NULL);
    assert_int_equal(use("alice", "put /etc/passwd file.txt; get file.txt /dev/null; rm file.txt"),
                     0);
    assert_int_equal(delete_share(SERVER, NEW_SHARE), ERROR_SUCCESS);
    assert_int_not_equal(use("alice", "ls"), 0);
}

static void descriptor_decides_who_may_write(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];

    (void)state;
    make_descriptor(descriptor, READ_ACCESS);
    add(descriptor);
    assert_int_equal(use("alice", "ls"), 0);
    assert_int_not_equal(use("alice", "put /etc/passwd file.txt"), 0);
    make_descriptor(descriptor, ALL_ACCESS);
    set_descriptor(descriptor);
    assert_int_equal(use("alice", "put /etc/passwd file.txt; rm file.txt"), 0);
    make_descriptor(descriptor, 0);
    set_descriptor(descriptor);
    assert_int_not_equal(use("alice", "ls"), 0);
}

/* ---- rpcclient ------------------------------------------------------------------------------- */

/* What stands behind `name` on a line of rpcclient's. */
static void assert_shows(const char *output, const char *name, const char *value)
{
    char line[COMMAND_SIZE];

    snprintf(line, sizeof(line), "%s\t%s\n", name, value);
    assert_non_null(strstr(output, line));
}

static void assert_text(struct utf16_slice text, const char *output, const char *name)
{
    char utf8[NAME_LENGTH_MAX];

    assert_true(utf16_to_utf8(text, utf8, sizeof(utf8)));
    assert_shows(output, name, utf8);
}

static void assert_number(const char *format, uint32_t number, const char *output, const char *name)
{
    char text[NAME_LENGTH_MAX];

    snprintf(text, sizeof(text), format, number);
    assert_shows(output, name, text);
}

static void rpcclient_shows_the_same_share(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];
    char output[OUTPUT_SIZE] = "";
    struct share share;
    void *buffer = NULL;

    (void)state;
    make_descriptor(descriptor, READ_ACCESS);
    add(descriptor);
    assert_int_equal(
        bed_rpcclient(bed, "admin", "netsharegetinfo " NEW_SHARE " 502", output, sizeof(output)),
        0);
    assert_int_equal(get_share(SERVER, NEW_SHARE, 502, &buffer), ERROR_SUCCESS);
    share = share_at(502, buffer, 0);
    assert_true(utf16_equal_ascii(share.name, NEW_SHARE));
    assert_non_null(strstr(output, "netname: " NEW_SHARE "\n"));
    assert_text(share.remark, output, "remark:");
    assert_text(share.path, output, "path:");
    assert_text(share.password, output, "password:");
    assert_number("0x%x", share.type, output, "type:");
    assert_number("%u", share.permissions, output, "perms:");
    assert_number("%d", share.uses_max, output, "max_uses:");
    assert_number("%u", share.uses, output, "num_uses:");
    assert_non_null(strstr(output, "Permissions: 0x1200a9"));
    assert_non_null(strstr(output, "Permissions: 0x1f01ff"));
    assert_non_null(strstr(output, "Num ACEs:\t2\trevision:\t2"));
    assert_non_null(strstr(output, "Owner SID:\tS-1-5-32-544"));
    assert_int_equal(share.descriptor.size, DESCRIPTOR_SIZE);
    assert_memory_equal(share.descriptor.data, descriptor, DESCRIPTOR_SIZE);
    platform_api_free(buffer);
}

/* sharesec reads what the server has in its file. */
static void sharesec_shows_the_descriptor_that_was_set(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];
    char output[OUTPUT_SIZE] = "";

    (void)state;
    add(NULL);
    make_descriptor(descriptor, READ_ACCESS);
    set_descriptor(descriptor);
    assert_int_equal(bed_run(bed, "sharesec --view " NEW_SHARE, output, sizeof(output)), 0);
    assert_non_null(strstr(output, "S-1-1-0:ALLOWED/0x0/READ"));
}

static void rpcclient_lists_the_same_shares(void **state)
{
    struct info_answer answer;
    char output[OUTPUT_SIZE] = "";
    uint32_t shown = 0;

    (void)state;
    add(NULL);
    assert_int_equal(bed_rpcclient(bed, "admin", "netshareenumall 1", output, sizeof(output)), 0);
    for (const char *line = strstr(output, "netname: "); line; line = strstr(line + 1, "netname: "))
    {
        shown++;
    }
    assert_int_equal(enum_shares(SERVER, 1, PREFERRED_LENGTH_UNLIMITED, 0, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, shown);
    for (uint32_t i = 0; i < answer.entries; i++)
    {
        const struct share share = share_at(1, answer.buffer, i);
        char name[NAME_LENGTH_MAX];
        char line[COMMAND_SIZE];

        assert_true(utf16_to_utf8(share.name, name, sizeof(name)));
        snprintf(line, sizeof(line), "netname: %s\n", name);
        assert_non_null(strstr(output, line));
    }
    platform_api_free(answer.buffer);
}

/* It knows no shares that end with the server. */
static void share_that_is_to_end_with_the_server_ends_at_once(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii(SERVER);
    const struct utf16_name name = utf16_name_from_ascii(NEW_SHARE);
    void *buffer = &buffer;

    (void)state;
    add(NULL);
    assert_int_equal(shares_delete_sticky(utf16_from_name(&server), utf16_from_name(&name), 0),
                     ERROR_SUCCESS);
    assert_int_equal(get_share(SERVER, NEW_SHARE, 1, &buffer), NERR_NetNameNotFound);
}

/* ---- Usershares ------------------------------------------------------------------------------ */

static void usershare_is_a_share_like_any_other(void **state)
{
    char command[COMMAND_SIZE];
    struct share share;
    void *buffer = NULL;

    (void)state;
    snprintf(command, sizeof(command),
             "net usershare add users %s/guest 'Of a user' S-1-1-0:R >/dev/null", bed_folder(bed));
    assert_int_equal(bed_run(bed, command, NULL, 0), 0);
    assert_int_equal(get_share(SERVER, "users", 2, &buffer), ERROR_SUCCESS);
    share = share_at(2, buffer, 0);
    assert_true(utf16_equal_ascii(share.remark, "Of a user"));
    platform_api_free(buffer);
    assert_int_equal(bed_run(bed, "net usershare delete users", NULL, 0), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, remove_new_share)
    const struct CMUnitTest tests[] = {
        TEST(added_share_is_there_for_smbclient_until_it_is_removed),
        TEST(descriptor_decides_who_may_write),
        TEST(rpcclient_shows_the_same_share),
        TEST(sharesec_shows_the_descriptor_that_was_set),
        TEST(rpcclient_lists_the_same_shares),
        TEST(share_that_is_to_end_with_the_server_ends_at_once),
        TEST(usershare_is_a_share_like_any_other),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
