/*
 * The DFS namespace of a Samba server: roots, links and targets, as Samba's own tools see them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "support/dfs_calls.h"
#include "support/live.h"

/* The name that Samba takes for its own in a path. */
#define OWN_NAME "BEDSERVER"
#define ROOT     "\\\\" OWN_NAME "\\dfs"
#define LINK     ROOT "\\link"
#define DEEP     ROOT "\\folder\\deep"
/* Another name of it, under which another user asks. */
#define OTHER_NAME "localhost"

#define TEXT_SIZE 4096

/* Win32 and LAN Manager codes that this library only passes on. */
enum server_code
{
    NERR_DFS_NO_SUCH_VOLUME = 2662,
    NERR_DFS_NO_SUCH_SERVER = 2673,
};

/* What Samba makes namespaces of. */
static void run(const char *format, const char *what)
{
    char command[512];

    snprintf(command, sizeof(command), "cd %s/dfs && ", bed_folder(bed));
    snprintf(command + strlen(command), sizeof(command) - strlen(command), format, what);
    assert_int_equal(bed_run(bed, command, NULL, 0), 0);
}

static int make_links(void **state)
{
    (void)state;
    run("rm -rf link folder && mkdir -p folder %s", "");
    run("ln -s '%s' link", "msdfs:a.example\\share,b.example\\other");
    run("ln -s '%s' folder/deep", "msdfs:c.example\\share\\sub");
    return 0;
}

static int start(void **state)
{
    static const char *const arguments[] = { "--dfs-root", "dfs",  "--dfs-root", "second",
                                             "--user",     "root", NULL };

    if (start_server_with(arguments))
    {
        return -1;
    }
    bed_configure(bed, OWN_NAME, "root"); /* who alone may change namespaces of Samba */
    bed_configure(bed, OTHER_NAME, "alice");
    return make_links(state);
}

/* What the server's own rpcclient prints for a command. */
static void ask_rpcclient(const char *command, uint32_t level, char *output)
{
    char line[512];

    snprintf(line, sizeof(line), "rpcclient -p %u -U root%%%s 127.0.0.1 -c '%s %u'", bed_port(bed),
             bed_password(bed, "root"), command, level);
    assert_int_equal(bed_run(bed, line, output, TEXT_SIZE), 0);
}

/* Where a link leads, by the file that it is. */
static void assert_link_is(const char *link, const char *expected)
{
    char command[512];
    char output[512];

    snprintf(command, sizeof(command), "readlink %s/dfs/%s", bed_folder(bed), link);
    assert_int_equal(bed_run(bed, command, output, sizeof(output)), 0);
    output[strcspn(output, "\n")] = 0;
    assert_string_equal(output, expected);
}

static bool link_exists(const char *link)
{
    char command[512];

    snprintf(command, sizeof(command), "test -L %s/dfs/%s", bed_folder(bed), link);
    return bed_run(bed, command, NULL, 0) == 0;
}

/* ---- Lists: Samba has no links in folders in them -------------------------------------------- */

/* Samba ends the path of a root with a backslash at levels 1 and 2. */
static void without_final_backslashes(char *text)
{
    for (char *end = strstr(text, "\\\n"); end; end = strstr(text, "\\\n"))
    {
        memmove(end, end + 1, strlen(end));
    }
}

static void a_server_lists_what_rpcclient_lists(void **state)
{
    (void)state;
    for (uint32_t level = 1; level <= 3; level++)
    {
        char expected[TEXT_SIZE];
        char got[TEXT_SIZE];
        struct info_answer answer;

        ask_rpcclient("dfsenum", level, expected);
        without_final_backslashes(expected);
        assert_int_equal(dfs_enum_all(OWN_NAME, level, &answer), ERROR_SUCCESS);
        dfs_print(level, answer.buffer, answer.entries, got, sizeof(got));
        assert_string_equal(got, expected);
        assert_int_equal(answer.entries, 3); /* two roots, a link */
        platform_api_free(answer.buffer);
    }
}

static void a_root_is_listed_with_its_links_alone(void **state)
{
    static const char *const names[] = {
        ROOT, "\\" OWN_NAME "\\dfs", OWN_NAME "\\DFS", LINK, ROOT "\\",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
    {
        const struct dfs_info_3 *infos = NULL;
        struct info_answer answer;

        assert_int_equal(dfs_enum_all(names[i], 3, &answer), ERROR_SUCCESS);
        infos = answer.buffer;
        assert_int_equal(answer.entries, 2);
        assert_string_equal(dfs_utf8(infos[0].path), ROOT);
        assert_string_equal(dfs_utf8(infos[1].path), LINK);
        platform_api_free(answer.buffer);
    }
}

static void pages_end_with_no_more_items(void **state)
{
    struct info_answer answer = { 0 };
    uint32_t pages = 0;
    uint32_t resume_handle = 0;
    uint32_t status = ERROR_SUCCESS;

    (void)state;
    for (;;)
    {
        status = dfs_enum_page(OWN_NAME, 1, 1, resume_handle, &answer);
        if (status)
        {
            break;
        }
        assert_int_equal(answer.entries, 1); /* at least one, however little room there is */
        assert_int_not_equal(answer.resume_handle, 0);
        resume_handle = answer.resume_handle;
        pages++;
        platform_api_free(answer.buffer);
    }
    assert_int_equal(status, ERROR_NO_MORE_ITEMS);
    assert_null(answer.buffer);
    assert_int_equal(pages, 3);
}

static void roots_are_found_where_the_server_lists_none(void **state)
{
    const struct dfs_info_300 *infos = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(dfs_enum_page(OWN_NAME, 300, 1, 0, &answer), ERROR_SUCCESS);
    infos = answer.buffer;
    assert_int_equal(answer.entries, 2); /* there is no preferred length at this level */
    assert_string_equal(dfs_utf8(infos[0].root_path), ROOT);
    assert_string_equal(dfs_utf8(infos[1].root_path), "\\\\" OWN_NAME "\\second");
    assert_int_equal(infos[0].flavor, 0x100);
    platform_api_free(answer.buffer);
}

static void levels_that_nothing_tells_are_invalid(void **state)
{
    static const uint32_t levels[] = { 4, 5, 6, 8, 9, 200, 7, 0, 100, UINT32_MAX };

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        struct info_answer answer;

        assert_int_equal(dfs_enum_all(ROOT, levels[i], &answer), ERROR_INVALID_LEVEL);
        assert_null(answer.buffer);
    }
}

/* ---- One root or link ------------------------------------------------------------------------ */

static void a_link_is_what_rpcclient_says(void **state)
{
    static const struct
    {
        const char *path;
        const char *command;
    } cases[] = {
        { LINK, "dfsgetinfo \\\\\\\\" OWN_NAME "\\\\dfs\\\\link - -" },
        { DEEP, "dfsgetinfo \\\\\\\\" OWN_NAME "\\\\dfs\\\\folder\\\\deep - -" },
        { ROOT, "dfsgetinfo \\\\\\\\" OWN_NAME "\\\\dfs - -" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        for (uint32_t level = 1; level <= 3; level++)
        {
            char expected[TEXT_SIZE];
            char got[TEXT_SIZE];
            void *buffer = NULL;

            ask_rpcclient(cases[i].command, level, expected);
            without_final_backslashes(expected);
            assert_int_equal(dfs_info(cases[i].path, level, &buffer), ERROR_SUCCESS);
            dfs_print(level, buffer, 1, got, sizeof(got));
            assert_string_equal(got, expected);
            platform_api_free(buffer);
        }
    }
}

static void a_comment_can_be_asked_for_alone(void **state)
{
    struct dfs_info_100 *info = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(dfs_info(LINK, 100, &buffer), ERROR_SUCCESS);
    info = buffer;
    assert_string_equal(dfs_utf8(info->comment), "");
    platform_api_free(buffer);
}

static void what_cannot_be_asked_for_says_why(void **state)
{
    static const struct
    {
        const char *path;
        uint32_t level;
        uint32_t expected;
    } cases[] = {
        { LINK, 4, ERROR_INVALID_LEVEL },
        { LINK, 6, ERROR_INVALID_LEVEL },
        { LINK, 150, ERROR_INVALID_LEVEL },
        { ROOT, 50, ERROR_INVALID_LEVEL },
        { LINK, 101, ERROR_INVALID_LEVEL }, /* which can be set alone */
        { LINK, 10, ERROR_INVALID_LEVEL },
        { ROOT "\\nothing", 3, NERR_DFS_NO_SUCH_VOLUME },
        { "\\\\" OWN_NAME "\\files\\nothing", 3, NERR_DFS_NO_SUCH_SERVER },
        { OWN_NAME, 3, ERROR_INVALID_PARAMETER },
        { "\\\\" OWN_NAME "\\\\link", 3, ERROR_INVALID_PARAMETER },
        { "\\\\\\" OWN_NAME "\\dfs", 3, ERROR_INVALID_PARAMETER },
        { "\\\\", 3, ERROR_INVALID_PARAMETER },
        { "", 3, ERROR_INVALID_PARAMETER },
        { NULL, 3, ERROR_INVALID_PARAMETER },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        void *buffer = &buffer;

        assert_int_equal(dfs_info(cases[i].path, cases[i].level, &buffer), cases[i].expected);
        assert_null(buffer);
    }
}

/* ---- Changes --------------------------------------------------------------------------------- */

static void targets_are_added_and_removed(void **state)
{
    (void)state;
    assert_int_equal(dfs_add_target(LINK, "d.example", "third", "said once", 0), ERROR_SUCCESS);
    assert_link_is("link", "msdfs:a.example\\share,b.example\\other,d.example\\third");
    assert_int_equal(dfs_remove_target(LINK, "b.example", "other"), ERROR_SUCCESS);
    assert_link_is("link", "msdfs:a.example\\share,d.example\\third");
}

static void a_link_is_removed_with_all_its_targets(void **state)
{
    (void)state;
    assert_true(link_exists("link"));
    assert_int_equal(dfs_remove_target(LINK, NULL, NULL), ERROR_SUCCESS);
    assert_false(link_exists("link"));
    assert_true(link_exists("folder/deep"));
}

static void changes_are_refused_to_whom_they_are_not_allowed(void **state)
{
    const char *link = "\\\\" OTHER_NAME "\\dfs\\link";

    (void)state;
    assert_int_equal(dfs_add_target(link, "d.example", "third", NULL, 0), ERROR_ACCESS_DENIED);
    assert_int_equal(dfs_remove_target(link, NULL, NULL), ERROR_ACCESS_DENIED);
    assert_true(link_exists("link"));
}

static void half_a_target_is_none(void **state)
{
    const struct dfs_info_104 priority = { 1, 2, 0 };
    const struct dfs_info_100 comment = { NULL };

    (void)state;
    assert_int_equal(dfs_remove_target(LINK, "a.example", NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_remove_target(LINK, "", "share"), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_target(LINK, "a.example", NULL, NULL, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_target(LINK, NULL, NULL, NULL, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_target(LINK, "a.example", "share", NULL, 4), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_target(ROOT, "a.example", "share", NULL, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_set(LINK, NULL, NULL, 104, &priority), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_set(LINK, NULL, NULL, 3, &comment), ERROR_INVALID_LEVEL);
    assert_link_is("link", "msdfs:a.example\\share,b.example\\other");
}

static void what_samba_does_not_do_is_not_supported(void **state)
{
    const struct dfs_info_100 comment = { NULL };
    const uint32_t state_offline = 3;
    const struct dfs_info_150 no_descriptor = { 0, NULL };

    (void)state;
    assert_int_equal(dfs_set(LINK, NULL, NULL, 150, &no_descriptor), ERROR_INVALID_LEVEL);
    assert_int_equal(dfs_set(LINK, NULL, NULL, 100, &comment), ERROR_NOT_SUPPORTED);
    assert_int_equal(dfs_set(LINK, NULL, NULL, 101, &state_offline), ERROR_NOT_SUPPORTED);
    assert_int_equal(dfs_move_link(LINK, ROOT "\\moved", 0), ERROR_NOT_SUPPORTED);
    assert_int_equal(dfs_move_link(LINK, ROOT "\\moved", 2), ERROR_INVALID_PARAMETER);
}

/* ---- Referrals ------------------------------------------------------------------------------- */

static void a_client_is_referred_to_the_targets_of_a_link(void **state)
{
    static const char *const paths[] = { LINK, LINK "\\below\\it", "\\" OWN_NAME "\\dfs\\link" };

    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++)
    {
        struct dfs_info_4 *info = NULL;
        void *buffer = NULL;

        assert_int_equal(dfs_client_info(paths[i], NULL, NULL, 4, &buffer), ERROR_SUCCESS);
        info = buffer;
        assert_string_equal(dfs_utf8(info->path), LINK);
        assert_string_equal(dfs_utf8(info->comment), "");
        assert_int_equal(info->state, 1);
        assert_in_range(info->timeout, 1, 3600);
        assert_int_equal(info->target_count, 2);
        assert_string_equal(dfs_utf8(info->targets[0].server), "a.example");
        assert_string_equal(dfs_utf8(info->targets[0].share), "share");
        assert_string_equal(dfs_utf8(info->targets[1].server), "b.example");
        assert_string_equal(dfs_utf8(info->targets[1].share), "other");
        assert_int_equal(info->targets[0].state, 6); /* online, active */
        assert_int_equal(info->targets[1].state, 2);
        platform_api_free(buffer);
    }
}

static void targets_may_be_folders_of_shares(void **state)
{
    struct dfs_info_3 *info = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(dfs_client_info(DEEP, NULL, NULL, 3, &buffer), ERROR_SUCCESS);
    info = buffer;
    assert_string_equal(dfs_utf8(info->path), DEEP);
    assert_int_equal(info->target_count, 1);
    assert_string_equal(dfs_utf8(info->targets[0].server), "c.example");
    assert_string_equal(dfs_utf8(info->targets[0].share), "share\\sub");
    platform_api_free(buffer);
}

static void a_client_is_referred_to_the_server_of_a_root(void **state)
{
    struct dfs_info_3 *info = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(dfs_client_info(ROOT, NULL, NULL, 3, &buffer), ERROR_SUCCESS);
    info = buffer;
    assert_string_equal(dfs_utf8(info->path), ROOT);
    assert_int_equal(info->target_count, 1);
    assert_string_equal(dfs_utf8(info->targets[0].share), "dfs");
    platform_api_free(buffer);
}

static void referrals_need_no_permission(void **state)
{
    struct dfs_info_3 *info = NULL;
    void *buffer = NULL;

    (void)state;
    assert_int_equal(
        dfs_client_info("\\\\" OTHER_NAME "\\dfs\\link", "b.example", "OTHER", 2, &buffer),
        ERROR_SUCCESS);
    info = buffer;
    assert_string_equal(dfs_utf8(info->path), "\\\\" OTHER_NAME "\\dfs\\link");
    assert_int_equal(info->target_count, 2);
    platform_api_free(buffer);
}

/* The process that has the idle connection is gone; nothing came of the question, so it is asked once
 * more. */
static void a_lost_connection_is_replaced(void **state)
{
    void *buffer = NULL;

    (void)state;
    assert_int_equal(dfs_client_info(LINK, NULL, NULL, 1, &buffer), ERROR_SUCCESS);
    platform_api_free(buffer);
    run("smbstatus -p | awk '$1 ~ /^[0-9]+$/ { print $1 }' | xargs kill -KILL%s", "");
    assert_int_equal(dfs_client_info(LINK, NULL, NULL, 1, &buffer), ERROR_SUCCESS);
    platform_api_free(buffer);
}

static void paths_without_a_referral_are_not_found(void **state)
{
    static const struct
    {
        const char *path;
        const char *server;
        uint32_t level;
        uint32_t expected;
    } cases[] = {
        { ROOT "\\nothing", NULL, 1, ERROR_NOT_FOUND },
        { "\\\\" OWN_NAME "\\nothing", NULL, 1, ERROR_NOT_FOUND },
        { LINK, "c.example", 1, ERROR_NOT_FOUND },
        { LINK, NULL, 5, ERROR_INVALID_LEVEL },
        { LINK, NULL, 7, ERROR_INVALID_LEVEL },
        { OWN_NAME, NULL, 1, ERROR_INVALID_PARAMETER },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        void *buffer = &buffer;

        assert_int_equal(
            dfs_client_info(cases[i].path, cases[i].server, NULL, cases[i].level, &buffer),
            cases[i].expected);
        assert_null(buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_server_lists_what_rpcclient_lists),
        cmocka_unit_test(a_root_is_listed_with_its_links_alone),
        cmocka_unit_test(pages_end_with_no_more_items),
        cmocka_unit_test(roots_are_found_where_the_server_lists_none),
        cmocka_unit_test(levels_that_nothing_tells_are_invalid),
        cmocka_unit_test(a_link_is_what_rpcclient_says),
        cmocka_unit_test(a_comment_can_be_asked_for_alone),
        cmocka_unit_test(what_cannot_be_asked_for_says_why),
        cmocka_unit_test_setup(targets_are_added_and_removed, make_links),
        cmocka_unit_test_setup(a_link_is_removed_with_all_its_targets, make_links),
        cmocka_unit_test_setup(changes_are_refused_to_whom_they_are_not_allowed, make_links),
        cmocka_unit_test(half_a_target_is_none),
        cmocka_unit_test(what_samba_does_not_do_is_not_supported),
        cmocka_unit_test_setup(a_client_is_referred_to_the_targets_of_a_link, make_links),
        cmocka_unit_test(targets_may_be_folders_of_shares),
        cmocka_unit_test(a_client_is_referred_to_the_server_of_a_root),
        cmocka_unit_test(referrals_need_no_permission),
        cmocka_unit_test(a_lost_connection_is_replaced),
        cmocka_unit_test(paths_without_a_referral_are_not_found),
    };

    return cmocka_run_group_tests_name("DFS of Samba", tests, start, stop_server);
}
