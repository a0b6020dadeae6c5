/*
 * The DFS namespaces of a server like Windows: all levels, changes, roots. tests/bed/windows/netdfs.py
 * says what it has.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "support/dfs_calls.h"
#include "support/live.h"
#include "support/windows_server.h"

#define ROOT "\\\\WINSERVER\\root"
#define LINK ROOT "\\link"

#define DESCRIPTOR_SIZE_MIN 20
#define PATH_SIZE           128

enum server_code
{
    ERROR_ALREADY_EXISTS = 183,
};

static const char *server;

static int start(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    if (start_windows_server(arguments))
    {
        return -1;
    }
    server = windows_server_name(WINDOWS_ADMIN);
    return 0;
}

/* A path of the server, under the name that it is called by. Valid until the fourth call from now. */
static const char *path_of(const char *rest)
{
    static char paths[4][PATH_SIZE];
    static unsigned int next;
    char *path = paths[next++ % COUNT(paths)];

    snprintf(path, PATH_SIZE, "\\\\%s\\%s", server, rest);
    return path;
}

static void *info_of(const char *rest, uint32_t level)
{
    void *buffer = NULL;

    assert_int_equal(dfs_info(path_of(rest), level, &buffer), ERROR_SUCCESS);
    assert_non_null(buffer);
    return buffer;
}

static void assert_guid_counts_from(const uint8_t *guid, uint8_t first)
{
    for (uint8_t i = 0; i < INFO_GUID_SIZE; i++)
    {
        assert_int_equal(guid[i], first + i);
    }
}

static void assert_targets(const struct dfs_storage_info *targets)
{
    assert_int_equal(targets[0].state, 2);
    assert_string_equal(dfs_utf8(targets[0].server), "files1");
    assert_string_equal(dfs_utf8(targets[0].share), "data");
    assert_string_equal(dfs_utf8(targets[1].server), "files2");
    assert_string_equal(dfs_utf8(targets[1].share), "data\\sub");
}

static void assert_targets_with_priority(const struct dfs_storage_info_1 *targets)
{
    assert_string_equal(dfs_utf8(targets[0].share), "data");
    assert_int_equal(targets[0].priority_class, 1);
    assert_int_equal(targets[0].priority_rank, 5);
    assert_string_equal(dfs_utf8(targets[1].share), "data\\sub");
    assert_int_equal(targets[1].priority_class, 2);
    assert_int_equal(targets[1].priority_rank, 31);
}

/* What the levels 4 and up begin with; "link" has four letters. */
static void assert_link(const struct dfs_info_9 *info)
{
    assert_string_equal(dfs_utf8(info->path), LINK);
    assert_string_equal(dfs_utf8(info->comment), "Two targets");
    assert_int_equal(info->state, 1);
    assert_int_equal(info->timeout, 1800);
    assert_guid_counts_from(info->guid, 5);
}

/* ---- Looking --------------------------------------------------------------------------------- */

static void a_link_is_told_at_all_levels(void **state)
{
    struct dfs_info_4 *info_4 = info_of("root\\link", 4);
    struct dfs_info_6 *info_6 = info_of("root\\link", 6);
    struct dfs_info_9 *info_8 = info_of("root\\link", 8);
    struct dfs_info_9 *info_9 = info_of("root\\link", 9);

    (void)state;
    assert_link((const struct dfs_info_9 *)(const void *)info_4);
    assert_int_equal(info_4->target_count, 2);
    assert_targets(info_4->targets);

    assert_link((const struct dfs_info_9 *)(const void *)info_6);
    assert_int_equal(info_6->property_flags, 5);
    assert_int_equal(info_6->metadata_size, 105);
    assert_targets_with_priority(info_6->targets);

    assert_link(info_8);
    assert_int_equal(info_8->target_count, 2);
    assert_true(info_8->descriptor_size > DESCRIPTOR_SIZE_MIN);

    assert_link(info_9);
    assert_targets_with_priority(info_9->targets);
    assert_memory_equal(info_9->descriptor, info_8->descriptor, info_8->descriptor_size);
    platform_api_free(info_4);
    platform_api_free(info_6);
    platform_api_free(info_8);
    platform_api_free(info_9);
}

static void a_root_has_versions(void **state)
{
    struct dfs_info_7 *info_7 = info_of("root", 7);
    struct dfs_info_50 *info_50 = info_of("domroot", 50);
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(info_7->generation_guid[0], 7);
    assert_int_equal(info_7->generation_guid[15], 7);
    assert_int_equal(info_50->major_version, 2);
    assert_true(info_50->capabilities == 1);
    platform_api_free(info_7);
    platform_api_free(info_50);

    assert_int_equal(dfs_info(path_of("root\\link"), 7, &buffer), ERROR_INVALID_PARAMETER);
    assert_null(buffer);
    info_7 = info_of("root", 7); /* that says nothing of the level */
    platform_api_free(info_7);
}

static void links_are_listed_at_all_levels(void **state)
{
    static const uint32_t levels[] = { 1, 2, 3, 4, 5, 6, 8, 9 };

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        const size_t size = info_find_level(&dfs_list_family, levels[i])->api_size;
        struct info_answer answer;

        assert_int_equal(dfs_enum_all(path_of("root"), levels[i], &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, 3);
        for (uint32_t k = 0; k < 3; k++)
        {
            static const char *const paths[] = { ROOT, LINK, ROOT "\\folder\\deep" };
            const struct dfs_info_3 *info =
                (const void *)((const uint8_t *)answer.buffer + k * size);

            assert_string_equal(dfs_utf8(info->path), paths[k]);
        }
        platform_api_free(answer.buffer);
    }
}

/* The length is of structures, strings and targets. */
static void pages_are_as_long_as_is_preferred(void **state)
{
    struct info_answer first;
    struct info_answer rest;

    (void)state;
    assert_int_equal(dfs_enum_page(path_of("root"), 3, 400, 0, &first), ERROR_SUCCESS);
    assert_in_range(first.entries, 1, 2);
    assert_int_equal(
        dfs_enum_page(path_of("root"), 3, PREFERRED_LENGTH_UNLIMITED, first.resume_handle, &rest),
        ERROR_SUCCESS);
    assert_int_equal(first.entries + rest.entries, 3);
    platform_api_free(first.buffer);
    platform_api_free(rest.buffer);
    assert_int_equal(dfs_enum_page(path_of("root"), 3, 400, rest.resume_handle, &rest),
                     ERROR_NO_MORE_ITEMS);
}

static void namespaces_are_listed_by_server_and_by_domain(void **state)
{
    const struct dfs_info_300 *of_server = NULL;
    const struct dfs_info_200 *of_domain = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(dfs_enum_all(server, 300, &answer), ERROR_SUCCESS);
    of_server = answer.buffer;
    assert_int_equal(answer.entries, 2);
    assert_int_equal(of_server[0].flavor, 0x100);
    assert_string_equal(dfs_utf8(of_server[0].root_path), ROOT);
    assert_int_equal(of_server[1].flavor, 0x200);
    assert_string_equal(dfs_utf8(of_server[1].root_path), "\\\\beddomain.example\\domroot");
    platform_api_free(answer.buffer);

    assert_int_equal(dfs_enum_all(server, 200, &answer), ERROR_SUCCESS);
    of_domain = answer.buffer;
    assert_int_equal(answer.entries, 1);
    assert_string_equal(dfs_utf8(of_domain[0].namespace_name), "domroot");
    platform_api_free(answer.buffer);
}

static void what_is_not_there_is_not_found(void **state)
{
    struct info_answer answer;
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(dfs_info(path_of("root\\none"), 3, &buffer), ERROR_NOT_FOUND);
    assert_null(buffer);
    assert_int_equal(dfs_info(path_of("none"), 9, &buffer), ERROR_NOT_FOUND);
    assert_int_equal(dfs_enum_all(path_of("none"), 4, &answer), ERROR_NOT_FOUND);
    assert_null(answer.buffer);
}

/* ---- Levels that a server lacks -------------------------------------------------------------- */

static void a_level_is_filled_from_another(void **state)
{
    static const char *const arguments[] = {
        "--lacks-level", "netdfs:4", "--lacks-level", "netdfs:5", "--lacks-level",
        "netdfs:150",    NULL
    };
    struct dfs_info_4 *info_4 = NULL;
    struct dfs_info_6 *info_5 = NULL;
    struct dfs_info_150 *info_150 = NULL;
    struct info_answer answer;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    server = windows_server_name(WINDOWS_ADMIN);
    for (int round = 0; round < 2; round++) /* the second knows what is lacking */
    {
        info_4 = info_of("root\\link", 4);
        info_5 = info_of("root\\link", 5);
        info_150 = info_of("root\\link", 150);
        assert_link((const struct dfs_info_9 *)(const void *)info_4);
        assert_targets(info_4->targets);
        assert_int_equal(info_5->metadata_size, 105);
        assert_true(info_150->descriptor_size > DESCRIPTOR_SIZE_MIN);
        platform_api_free(info_4);
        platform_api_free(info_5);
        platform_api_free(info_150);
        assert_int_equal(dfs_enum_all(path_of("root"), 4, &answer), ERROR_SUCCESS);
        info_4 = answer.buffer;
        assert_targets(info_4[1].targets);
        platform_api_free(answer.buffer);
    }
}

static void a_level_that_nothing_fills_is_invalid(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "netdfs:9", "--lacks-level",
                                             "netdfs:7", NULL };
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    server = windows_server_name(WINDOWS_ADMIN);
    assert_int_equal(dfs_info(path_of("root\\none"), 9, &buffer), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_info(path_of("root\\link"), 9, &buffer), ERROR_INVALID_LEVEL);
    assert_int_equal(dfs_info(path_of("root"), 7, &buffer), ERROR_INVALID_LEVEL);
    assert_null(buffer);
}

/* A server says the same of a path that has nothing at a level as of a level that it does not know. Of
 * the one nothing follows for the other. */
static void a_level_that_one_path_lacks_is_asked_for_of_another(void **state)
{
    static const char *const arguments[] = { "--lacks-level", "netdfs:8", "--lacks-level",
                                             "netdfs:9", NULL };
    struct dfs_info_150 *info = NULL;
    void *buffer = &buffer;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    server = windows_server_name(WINDOWS_ADMIN);
    assert_int_equal(dfs_info(path_of("root"), 150, &buffer), ERROR_INVALID_LEVEL);
    info = info_of("root\\link", 150);
    assert_true(info->descriptor_size > DESCRIPTOR_SIZE_MIN);
    platform_api_free(info);
}

/* ---- Changes --------------------------------------------------------------------------------- */

static void links_come_and_go(void **state)
{
    const char *path = path_of("root\\new");
    struct dfs_info_3 *info = NULL;

    (void)state;
    assert_int_equal(dfs_add_target(path, "a", "share\\sub", "A comment", 1), ERROR_SUCCESS);
    assert_int_equal(dfs_add_target(path, "b", "share", NULL, 1), ERROR_FILE_EXISTS);
    assert_int_equal(dfs_add_target(path, "b", "share", NULL, 0), ERROR_SUCCESS);
    info = info_of("root\\new", 3);
    assert_string_equal(dfs_utf8(info->comment), "A comment");
    assert_int_equal(info->target_count, 2);
    assert_string_equal(dfs_utf8(info->targets[0].share), "share\\sub");
    assert_string_equal(dfs_utf8(info->targets[1].server), "b");
    platform_api_free(info);

    assert_int_equal(dfs_move_link(path, path_of("root\\newer"), 0), ERROR_SUCCESS);
    path = path_of("root\\newer");
    assert_int_equal(dfs_remove_target(path, "c", "share"), ERROR_FILE_NOT_FOUND);
    assert_int_equal(dfs_remove_target(path, "a", "share\\sub"), ERROR_SUCCESS);
    info = info_of("root\\newer", 3);
    assert_int_equal(info->target_count, 1);
    platform_api_free(info);
    assert_int_equal(dfs_remove_target(path, NULL, NULL), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_target(path, NULL, NULL), ERROR_NOT_FOUND);
}

static void settings_of_a_link_are_changed(void **state)
{
    static uint16_t comment[] = { 'N', 'e', 'w', 0 };
    /* An owner: S-1-1-0. */
    static uint8_t descriptor[] = { 1, 0, 0, 0x80, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                    0, 0, 0, 0,    1,  1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
    const struct dfs_info_107 settings = { comment, 3, 99, 0x3, 0x2, 0, descriptor };
    const struct dfs_info_106 of_target = { 1, 4, 7, 0 };
    const struct dfs_info_100 none = { NULL };
    struct dfs_info_9 *info = NULL;

    (void)state;
    assert_int_equal(dfs_set(path_of("root\\link"), NULL, NULL, 107, &settings), ERROR_SUCCESS);
    assert_int_equal(dfs_set(path_of("root\\link"), "files2", "data\\sub", 106, &of_target),
                     ERROR_SUCCESS);
    info = info_of("root\\link", 9);
    assert_string_equal(dfs_utf8(info->comment), "New");
    assert_int_equal(info->state, 3);
    assert_int_equal(info->timeout, 99);
    assert_int_equal(info->property_flags, (5 & ~0x3) | 0x2);
    assert_int_equal(info->descriptor_size, sizeof(descriptor));
    assert_memory_equal(info->descriptor, descriptor, sizeof(descriptor));
    assert_int_equal(info->targets[1].state, 1);
    assert_int_equal(info->targets[1].priority_class, 4);
    assert_int_equal(info->targets[1].priority_rank, 7);
    assert_int_equal(info->targets[0].priority_rank, 5);
    platform_api_free(info);

    assert_int_equal(dfs_set(path_of("root\\link"), NULL, NULL, 100, &none), ERROR_SUCCESS);
    info = info_of("root\\link", 9);
    assert_string_equal(dfs_utf8(info->comment), "");
    platform_api_free(info);
}

static void what_is_no_descriptor_is_not_sent(void **state)
{
    static uint8_t absolute[] = { 1, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
    static uint8_t broken[] = { 1, 0, 0, 0x80, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                0, 0, 0, 0,    9,  1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
    const struct dfs_info_150 infos[] = { { 0, absolute }, { sizeof(broken), broken } };

    (void)state;
    for (size_t i = 0; i < COUNT(infos); i++)
    {
        assert_int_equal(dfs_set(path_of("root\\link"), NULL, NULL, 150, &infos[i]),
                         ERROR_INVALID_SECURITY_DESCR);
    }
}

static void only_administrators_change_anything(void **state)
{
    const struct dfs_info_100 comment = { NULL };

    (void)state;
    server = windows_server_name(WINDOWS_USER);
    assert_int_equal(dfs_set(path_of("root\\link"), NULL, NULL, 100, &comment),
                     ERROR_ACCESS_DENIED);
    assert_int_equal(dfs_remove_target(path_of("root\\link"), NULL, NULL), ERROR_ACCESS_DENIED);
    platform_api_free(info_of("root\\link", 3));
    server = windows_server_name(WINDOWS_ADMIN);
}

/* ---- Namespaces ------------------------------------------------------------------------------ */

static struct utf16_slice slice_of(struct utf16_name *name, const char *ascii)
{
    *name = utf16_name_from_ascii(ascii);
    return utf16_from_name(name);
}

static const struct utf16_slice absent = { NULL, 0 };

static void stand_alone_namespaces_come_and_go(void **state)
{
    struct utf16_name names[4];
    const struct dfs_target_name root = { slice_of(&names[0], server), slice_of(&names[1], "new") };
    const struct utf16_slice path = slice_of(&names[2], path_of("new"));
    struct dfs_info_3 *info = NULL;

    (void)state;
    assert_int_equal(dfs_add_std_root(&root, absent, 1), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_std_root(&root, slice_of(&names[3], "c"), 0), ERROR_SUCCESS);
    assert_int_equal(dfs_add_std_root(&root, absent, 0), ERROR_ALREADY_EXISTS);
    info = info_of("new", 3);
    assert_string_equal(dfs_utf8(info->comment), "c");
    assert_int_equal(info->state, 0x101);
    platform_api_free(info);
    assert_int_equal(dfs_remove_std_root(&root, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_std_root(&root, 0), ERROR_NOT_FOUND);

    assert_int_equal(dfs_add_std_root_forced(&root, absent, absent), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_std_root_forced(&root, absent, slice_of(&names[3], "C:\\new")),
                     ERROR_SUCCESS);
    assert_int_equal(dfs_remove_root_target(path, absent, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_add_root_target(path, absent, 2, absent, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_root_target(path, absent, 1, absent, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_root_target(path, absent, 0), ERROR_SUCCESS);
}

static void namespaces_of_a_domain_come_and_go(void **state)
{
    struct utf16_name names[4];
    const struct utf16_slice host = slice_of(&names[0], server);
    const struct utf16_slice name = slice_of(&names[1], "docs");
    const struct dfs_target_name root = { host, name };
    const struct utf16_slice path = slice_of(&names[2], "\\\\beddomain.example\\docs");
    const struct utf16_slice target_path = slice_of(&names[3], path_of("docs"));

    (void)state;
    assert_int_equal(dfs_add_ft_root(&root, absent, absent, 0), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_add_ft_root(&root, name, absent, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_ft_root(&root, name, 1), ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_remove_ft_root(&root, name, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_add_ft_root(&root, name, absent, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_ft_root_forced(host, &root, name, 0), ERROR_SUCCESS);
    /* The target's server is asked. */
    assert_int_equal(dfs_add_root_target(path, target_path, 2, absent, 0), ERROR_SUCCESS);
    assert_int_equal(dfs_remove_root_target(path, target_path, 0), ERROR_SUCCESS);
}

static void servers_tell_their_versions(void **state)
{
    struct utf16_name name;
    struct dfs_namespace_version *version = NULL;

    (void)state;
    assert_int_equal(dfs_get_supported_namespace_version(1, slice_of(&name, server), &version),
                     ERROR_SUCCESS);
    assert_int_equal(version->domain_major_version, 2);
    assert_int_equal(version->standalone_major_version, 1);
    assert_true(version->standalone_capabilities == 0x100000000u);
    platform_api_free(version);
    assert_int_equal(dfs_get_supported_namespace_version(3, slice_of(&name, server), &version),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(dfs_get_supported_namespace_version(1, absent, &version),
                     ERROR_INVALID_PARAMETER);
    assert_null(version);
    assert_int_equal(dfs_manager_initialize(slice_of(&name, server), 0), ERROR_SUCCESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_link_is_told_at_all_levels, start),
        cmocka_unit_test(a_root_has_versions),
        cmocka_unit_test(links_are_listed_at_all_levels),
        cmocka_unit_test(pages_are_as_long_as_is_preferred),
        cmocka_unit_test(namespaces_are_listed_by_server_and_by_domain),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(a_level_is_filled_from_another),
        cmocka_unit_test(a_level_that_nothing_fills_is_invalid),
        cmocka_unit_test(a_level_that_one_path_lacks_is_asked_for_of_another),
        cmocka_unit_test_setup(links_come_and_go, start),
        cmocka_unit_test(settings_of_a_link_are_changed),
        cmocka_unit_test(what_is_no_descriptor_is_not_sent),
        cmocka_unit_test(only_administrators_change_anything),
        cmocka_unit_test(stand_alone_namespaces_come_and_go),
        cmocka_unit_test(namespaces_of_a_domain_come_and_go),
        cmocka_unit_test(servers_tell_their_versions),
    };

    return cmocka_run_group_tests_name("DFS of a server like Windows", tests, NULL,
                                       stop_windows_server);
}
