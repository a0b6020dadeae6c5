/*
 * What the private Samba server offers to tests of shares and files, seen with Samba's own tools.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "families/file/files.h"
#include "levels/file_levels.h"
#include "platform/platform.h"
#include "support/live.h"

#define OUTPUT_SIZE 16384
#define LINE_SIZE   512

static char output[OUTPUT_SIZE];

static void assert_prints(const char *text)
{
    if (!strstr(output, text))
    {
        fail_msg("%s is not in: %s", text, output);
    }
}

static void ask(const char *command)
{
    bed_rpcclient(bed, "admin", command, output, sizeof(output));
}

static void file_is_held_with_its_locks(void **state)
{
    const struct held_file file = {
        .user = "alice", .share = "public", .path = "held.txt", .writable = true, .locks = 3
    };

    (void)state;
    assert_non_null(hold_file(&file));
    assert_int_equal(bed_run(bed, "smbstatus -L; smbstatus -B | grep -c ' W .*held.txt'", output,
                             sizeof(output)),
                     0);
    assert_prints("RDWR");
    assert_prints("held.txt");
    assert_prints("\n3\n");
}

static void holder_sees_that_a_file_is_taken(void **state)
{
    const struct held_file file = { .user = "bob", .path = "report.txt" };
    const struct utf16_name server = utf16_name_from_ascii(SERVER);
    const struct utf16_name user = utf16_name_from_ascii("bob");
    const struct files_request request = {
        .list = { .server = utf16_from_name(&server),
                  .level = 2,
                  .preferred_length = PREFERRED_LENGTH_UNLIMITED },
        .user = utf16_from_name(&user),
    };
    struct helper *holder = NULL;
    struct info_answer answer;

    (void)state;
    holder = hold_file(&file);
    assert_non_null(holder);
    assert_int_equal(files_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    /* Samba 4.22 closes it and answers ERROR_FILE_NOT_FOUND: the holder knows. */
    (void)files_close(request.list.server, *(const uint32_t *)answer.buffer);
    assert_string_equal(helper_wait_value(holder, "ENDED"), "1");
    platform_api_free(answer.buffer);
}

static void shares_differ_in_what_shares_can_differ_in(void **state)
{
    (void)state;
    ask("netshareenumall 1");
    assert_prints("netname: public\n\tremark:\tFor everybody");
    assert_prints("netname: hidden$\n\tremark:\tNot for everybody");
    assert_prints("netname: guest\n\tremark:\tFor guests too");
}

static void share_is_added_changed_and_deleted(void **state)
{
    char command[LINE_SIZE];

    (void)state;
    snprintf(command, sizeof(command), "netshareadd %s/new added 7 'A new one'", bed_folder(bed));
    ask(command);
    ask("netsharegetinfo added 1");
    assert_prints("A new one");
    ask("netsharesetinfo added changed");
    ask("netsharegetinfo added 1");
    assert_prints("changed");
    assert_int_equal(
        bed_run(bed, "net conf getparm added 'max connections'", output, sizeof(output)), 0);
    assert_prints("7");
    ask("netsharedel added");
    ask("netshareenumall 1");
    assert_null(strstr(output, "netname: added"));
}

static void share_of_the_configuration_stays(void **state)
{
    (void)state;
    ask("netsharedel files");
    assert_prints("WERR_ACCESS_DENIED");
    ask("netsharegetinfo files 1");
    assert_prints("netname: files");
}

static void user_without_the_privilege_adds_no_share(void **state)
{
    char command[LINE_SIZE];

    (void)state;
    snprintf(command, sizeof(command), "netshareadd %s/new added 7 'A new one'", bed_folder(bed));
    bed_rpcclient(bed, "alice", command, output, sizeof(output));
    assert_prints("WERR_ACCESS_DENIED");
}

static void user_shares_are_listed(void **state)
{
    (void)state;
    assert_int_equal(
        bed_run(bed, "net usershare add mine /tmp 'Of a user' S-1-1-0:R", output, sizeof(output)),
        0);
    ask("netshareenumall 1");
    assert_prints("netname: mine\n\tremark:\tOf a user");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(file_is_held_with_its_locks),
        cmocka_unit_test(holder_sees_that_a_file_is_taken),
        cmocka_unit_test(shares_differ_in_what_shares_can_differ_in),
        cmocka_unit_test(share_is_added_changed_and_deleted),
        cmocka_unit_test(share_of_the_configuration_stays),
        cmocka_unit_test(user_without_the_privilege_adds_no_share),
        cmocka_unit_test(user_shares_are_listed),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
