/*
 * Shares, of a Samba server and of one that answers as Windows does: the same tests for both.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"
#include "support/live.h"
#include "support/share_calls.h"
#include "support/windows_server.h"

#define NEW_SHARE   "new share"
#define USERS_NAME  "as-alice"
#define PATH_SIZE   256
#define READ_ACCESS 0x001200a9u
#define ALL_ACCESS  0x001f01ffu

#define STYPE_DISKTREE 0u
#define STYPE_IPC      3u
#define STYPE_SPECIAL  0x80000000u

static const uint32_t list_levels[] = { 0, 1, 2, 501, 502, 503 };

/* The server that is asked: as its administrator; and how to be somebody else there. */
static char server[NAME_LENGTH_MAX];
static const char *(*name_for_user)(void);
static bool is_samba;
static char folder[PATH_SIZE];         /* that a test may share */
static char missing_folder[PATH_SIZE]; /* that is not there */

/* ---- The servers ----------------------------------------------------------------------------- */

static const char *samba_name_for_user(void)
{
    bed_configure(bed, USERS_NAME, "alice");
    return USERS_NAME;
}

static int start_samba(void **state)
{
    char path[PATH_SIZE] = "";

    if (start_server_as_admin(state))
    {
        return -1;
    }
    snprintf(server, sizeof(server), "%s", SERVER);
    name_for_user = samba_name_for_user;
    is_samba = true;
    snprintf(path, sizeof(path), "%s", bed_folder(bed));
    for (char *c = path; *c; c++)
    {
        *c = *c == '/' ? '\\' : *c;
    }
    snprintf(folder, sizeof(folder), "C:%.200s\\new", path);
    snprintf(missing_folder, sizeof(missing_folder), "C:%.200s\\missing", path);
    return 0;
}

/* Names of a Windows-like server are used once; this one forgets that of the administrator. */
static const char *windows_name_for_user(void)
{
    return windows_server_name(WINDOWS_USER);
}

static int start_windows(void **state)
{
    static const char *const arguments[] = { NULL };

    (void)state;
    snprintf(folder, sizeof(folder), "C:\\Shares\\new");
    snprintf(missing_folder, sizeof(missing_folder), "C:\\missing");
    name_for_user = windows_name_for_user;
    is_samba = false;
    return start_windows_server(arguments);
}

static int name_windows(void **state)
{
    (void)state;
    snprintf(server, sizeof(server), "%s", windows_server_name(WINDOWS_ADMIN));
    return 0;
}

/* ---- Asking ---------------------------------------------------------------------------------- */

static bool is_same_text(struct utf16_slice a, struct utf16_slice b)
{
    return !utf16_compare(a, b);
}

/* What both levels have is the same. */
static void assert_agree(const struct share *a, uint32_t a_level, const struct share *b,
                         uint32_t b_level)
{
    const bool have_type = a_level && b_level;
    const bool have_path = a_level != 501 && b_level != 501 && a_level >= 2 && b_level >= 2;
    const bool have_descriptor = have_path && a_level >= 502 && b_level >= 502;

    assert_true(is_same_text(a->name, b->name));
    if (have_type)
    {
        assert_int_equal(a->type, b->type);
        assert_true(is_same_text(a->remark, b->remark));
    }
    if (have_path)
    {
        assert_true(is_same_text(a->path, b->path));
    }
    /* At level 502, Samba says of each share that there is no limit. */
    if (have_path && (a_level < 502) == (b_level < 502))
    {
        assert_int_equal(a->uses_max, b->uses_max);
    }
    if (have_descriptor)
    {
        assert_int_equal(a->descriptor.size, b->descriptor.size);
        assert_int_equal(!a->descriptor.data, !b->descriptor.data);
        if (a->descriptor.data)
        {
            assert_memory_equal(a->descriptor.data, b->descriptor.data, a->descriptor.size);
        }
    }
}

static void listed_at_every_level_and_each_of_them_found_at_every_level(void **state)
{
    struct info_answer lists[COUNT(list_levels)];

    (void)state;
    for (size_t i = 0; i < COUNT(list_levels); i++)
    {
        assert_int_equal(
            enum_shares(server, list_levels[i], PREFERRED_LENGTH_UNLIMITED, 0, &lists[i]),
            ERROR_SUCCESS);
        assert_true(lists[i].entries >= 4);
        assert_int_equal(lists[i].entries, lists[i].total_entries);
        assert_int_equal(lists[i].resume_handle, 0);
    }
    for (size_t i = 0; i < COUNT(list_levels); i++)
    {
        /* Level 503 has those of single names of the server too. */
        assert_true(lists[i].entries == lists[0].entries || list_levels[i] == 503);
        for (uint32_t k = 0; k < lists[0].entries; k++)
        {
            const struct share named = share_at(0, lists[0].buffer, k);
            char name[NAME_LENGTH_MAX * 3];
            struct share listed;
            struct share found;
            void *buffer = NULL;

            assert_true(utf16_to_utf8(named.name, name, sizeof(name)));
            assert_true(find_share(list_levels[i], &lists[i], name, &listed));
            assert_int_equal(get_share(server, name, list_levels[i], &buffer), ERROR_SUCCESS);
            found = share_at(list_levels[i], buffer, 0);
            assert_agree(&found, list_levels[i], &listed, list_levels[i]);
            platform_api_free(buffer);
            assert_int_equal(get_share(server, name, 502, &buffer), ERROR_SUCCESS);
            found = share_at(502, buffer, 0);
            assert_agree(&found, 502, &listed, list_levels[i]);
            platform_api_free(buffer);
        }
    }
    for (size_t i = 0; i < COUNT(list_levels); i++)
    {
        platform_api_free(lists[i].buffer);
    }
}

static void ipc_share_is_there_and_says_what_it_is(void **state)
{
    void *buffer = NULL;
    struct share share;

    (void)state;
    assert_int_equal(get_share(server, "ipc$", 503, &buffer), ERROR_SUCCESS);
    share = share_at(503, buffer, 0);
    assert_int_equal(share.type & ~STYPE_SPECIAL, STYPE_IPC);
    assert_true(utf16_equal_ascii(share.server, "*"));
    platform_api_free(buffer);
}

static void name_that_is_none_is_not_found_at_any_level(void **state)
{
    static const uint32_t levels[] = { 0, 1, 2, 501, 502, 503, 1005 };
    void *buffer = &buffer;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(get_share(server, "no such share", levels[i], &buffer),
                         NERR_NetNameNotFound);
        assert_null(buffer);
    }
    assert_int_equal(get_share(server, "", 1, &buffer), ERROR_INVALID_PARAMETER);
    assert_int_equal(get_share(server, NULL, 1, &buffer), ERROR_INVALID_PARAMETER);
    assert_int_equal(get_share(server, "ipc$", 1004, &buffer), ERROR_INVALID_LEVEL);
    assert_int_equal(delete_share(server, "no such share"), NERR_NetNameNotFound);
}

/* Reads a list in pages of `length` bytes and gives the number of its entries. */
static uint32_t count_on_pages(uint32_t level, uint32_t length, uint32_t *pages)
{
    struct info_answer answer = { .resume_handle = 0 };
    uint32_t status = ERROR_MORE_DATA;
    uint32_t entries = 0;

    for (*pages = 0; status == ERROR_MORE_DATA; ++*pages)
    {
        status = enum_shares(server, level, length, answer.resume_handle, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        assert_true(answer.entries > 0);
        assert_true(answer.total_entries >= answer.entries);
        assert_int_equal(answer.resume_handle != 0, status == ERROR_MORE_DATA);
        entries += answer.entries;
        platform_api_free(answer.buffer);
    }
    return entries;
}

static void list_comes_in_pages_of_the_preferred_length(void **state)
{
    uint32_t pages = 0;
    const uint32_t all = count_on_pages(1, PREFERRED_LENGTH_UNLIMITED, &pages);
    struct info_answer answer;

    (void)state;
    assert_int_equal(pages, 1);
    assert_int_equal(count_on_pages(1, 200, &pages), all);
    assert_true(pages > 1);
    assert_int_equal(enum_shares(server, 1, 1, 0, &answer), NERR_BufTooSmall);
    assert_null(answer.buffer);
}

/* ---- Changing -------------------------------------------------------------------------------- */

static uint32_t add(const char *to, uint32_t level, const char *name, const char *path,
                    const uint8_t *descriptor, uint32_t *parameter_error)
{
    struct share_change change = change_of(to, NULL, level);
    uint32_t status = ERROR_SUCCESS;

    set_texts(&change.share, name, "A share of a test", path);
    change.share.type = STYPE_DISKTREE;
    change.share.uses_max = 5;
    change.share.descriptor.data = descriptor;
    status = shares_add(&change);
    *parameter_error = change.parameter_error;
    return status;
}

/* The share of the tests; *buffer is what it lies in. */
static struct share get_new_share(uint32_t level, void **buffer)
{
    assert_int_equal(get_share(server, NEW_SHARE, level, buffer), ERROR_SUCCESS);
    return share_at(level, *buffer, 0);
}

static void assert_new_share(const char *remark, uint32_t uses_max, const uint8_t *descriptor)
{
    void *buffers[] = { NULL, NULL };
    const struct share share = get_new_share(2, &buffers[0]);
    const struct share with_descriptor = get_new_share(502, &buffers[1]);

    assert_true(utf16_equal_ascii(share.remark, remark));
    assert_true(utf16_equal_ascii(share.path, folder));
    assert_int_equal(share.uses_max, uses_max);
    assert_int_equal(share.type, STYPE_DISKTREE);
    assert_int_equal(with_descriptor.descriptor.size, DESCRIPTOR_SIZE);
    assert_memory_equal(with_descriptor.descriptor.data, descriptor, DESCRIPTOR_SIZE);
    platform_api_free(buffers[0]);
    platform_api_free(buffers[1]);
}

static int remove_new_share(void **state)
{
    (void)state;
    delete_share(server, NEW_SHARE);
    return 0;
}

static uint32_t try_to_set(uint32_t level, const struct share *share)
{
    struct share_change change = change_of(server, NEW_SHARE, level);
    uint32_t status = ERROR_SUCCESS;

    change.share = *share;
    status = shares_set_info(&change);
    assert_int_equal(change.parameter_error, 0);
    return status;
}

static void set(uint32_t level, const struct share *share)
{
    assert_int_equal(try_to_set(level, share), ERROR_SUCCESS);
}

static void share_is_added_changed_and_removed(void **state)
{
    uint8_t readers[DESCRIPTOR_SIZE];
    uint8_t writers[DESCRIPTOR_SIZE];
    struct share share = { .type = 0 };
    uint32_t wrong = 1;
    void *buffer = NULL;

    (void)state;
    make_descriptor(readers, READ_ACCESS);
    make_descriptor(writers, ALL_ACCESS);
    assert_int_equal(add(server, 502, NEW_SHARE, folder, readers, &wrong), ERROR_SUCCESS);
    assert_int_equal(wrong, 0);
    assert_new_share("A share of a test", 5, readers);

    share.descriptor.data = writers;
    set(1501, &share);
    assert_new_share("A share of a test", 5, writers);
    set_texts(&share, NULL, "Changed", NULL);
    set(1004, &share);
    assert_new_share("Changed", 5, writers);
    /* Samba sets the limit at level 2 only, and the descriptor at level 1501 only. */
    share.uses_max = 7;
    assert_int_equal(try_to_set(1006, &share), is_samba ? ERROR_ACCESS_DENIED : ERROR_SUCCESS);
    assert_new_share("Changed", is_samba ? 5 : 7, writers);
    set_texts(&share, NEW_SHARE, "Changed twice", folder);
    share.uses_max = 8;
    share.descriptor.data = readers;
    set(502, &share);
    assert_new_share("Changed twice", is_samba ? 5 : 8, is_samba ? writers : readers);
    share.uses_max = 9;
    set(2, &share);
    assert_new_share("Changed twice", 9, is_samba ? writers : readers);

    assert_int_equal(delete_share(server, NEW_SHARE), ERROR_SUCCESS);
    assert_int_equal(get_share(server, NEW_SHARE, 1, &buffer), NERR_NetNameNotFound);
    assert_int_equal(delete_share(server, NEW_SHARE), NERR_NetNameNotFound);
}

static void share_of_level_2_has_no_descriptor_of_its_own(void **state)
{
    uint32_t wrong = 1;
    void *buffer = NULL;
    struct share share;

    (void)state;
    assert_int_equal(add(server, 2, NEW_SHARE, folder, NULL, &wrong), ERROR_SUCCESS);
    share = get_new_share(502, &buffer);
    assert_true(utf16_equal_ascii(share.path, folder));
    platform_api_free(buffer);
}

/* Samba lacks the level. */
static void share_of_level_503_without_a_server_is_one_of_level_502(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];
    uint32_t wrong = 1;

    (void)state;
    make_descriptor(descriptor, READ_ACCESS);
    assert_int_equal(add(server, 503, NEW_SHARE, folder, descriptor, &wrong), ERROR_SUCCESS);
    assert_new_share("A share of a test", 5, descriptor);
}

static void device_is_shared_as_long_as_its_share_is_there(void **state)
{
    char with_backslash[PATH_SIZE + 1];
    uint32_t type = 1;
    uint32_t wrong = 0;

    (void)state;
    snprintf(with_backslash, sizeof(with_backslash), "%s\\", missing_folder);
    assert_int_equal(check_share(server, missing_folder, &type), NERR_DeviceNotShared);
    assert_int_equal(check_share(server, with_backslash, &type), NERR_DeviceNotShared);
    assert_int_equal(type, 0);
    assert_int_equal(add(server, 2, NEW_SHARE, folder, NULL, &wrong), ERROR_SUCCESS);
    type = 1;
    assert_int_equal(check_share(server, folder, &type), ERROR_SUCCESS);
    assert_int_equal(type, STYPE_DISKTREE);
    snprintf(with_backslash, sizeof(with_backslash), "%s\\", folder);
    assert_int_equal(check_share(server, with_backslash, &type), ERROR_SUCCESS);
    assert_int_equal(check_share(server, "", &type), ERROR_INVALID_PARAMETER);
    assert_int_equal(check_share(server, NULL, &type), ERROR_INVALID_PARAMETER);
}

static void what_is_wrong_with_a_new_share_is_said(void **state)
{
    uint8_t descriptor[DESCRIPTOR_SIZE];
    uint32_t wrong = 0;
    void *buffer = NULL;

    (void)state;
    make_descriptor(descriptor, READ_ACCESS);
    assert_int_equal(add(server, 2, "", folder, NULL, &wrong), ERROR_INVALID_PARAMETER);
    assert_int_equal(wrong, SHARE_PARAMETER_NAME);
    assert_int_equal(add(server, 2, NULL, folder, NULL, &wrong), ERROR_INVALID_PARAMETER);
    assert_int_equal(wrong, SHARE_PARAMETER_NAME);
    assert_int_equal(add(server, 1, NEW_SHARE, folder, NULL, &wrong), ERROR_INVALID_LEVEL);
    assert_int_equal(add(server, 1501, NEW_SHARE, folder, NULL, &wrong), ERROR_INVALID_LEVEL);
    assert_int_equal(wrong, 0);
    descriptor[0] = 2;
    assert_int_equal(add(server, 502, NEW_SHARE, folder, descriptor, &wrong),
                     ERROR_INVALID_SECURITY_DESCR);
    assert_int_equal(wrong, SHARE_PARAMETER_DESCRIPTOR);
    descriptor[0] = 1;
    descriptor[0x3c + 2] = 0xff;
    assert_int_equal(add(server, 502, NEW_SHARE, folder, descriptor, &wrong),
                     ERROR_INVALID_SECURITY_DESCR);
    assert_int_equal(add(server, 2, NEW_SHARE, missing_folder, NULL, &wrong), NERR_UnknownDevDir);
    assert_int_equal(get_share(server, NEW_SHARE, 1, &buffer), NERR_NetNameNotFound);
    assert_int_equal(add(server, 2, NEW_SHARE, folder, NULL, &wrong), ERROR_SUCCESS);
    assert_int_equal(add(server, 2, NEW_SHARE, folder, NULL, &wrong), NERR_DuplicateShare);
}

static void what_is_wrong_with_a_change_is_said(void **state)
{
    struct share_change change = change_of(server, "ipc$", 1501);

    (void)state;
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_PARAMETER);
    assert_int_equal(change.parameter_error, SHARE_PARAMETER_DESCRIPTOR);
    change = change_of(server, "ipc$", 0);
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_LEVEL);
    change = change_of(server, "ipc$", 501);
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_LEVEL);
    assert_int_equal(change.parameter_error, 0);
    change = change_of(server, "", 1004);
    assert_int_equal(shares_set_info(&change), ERROR_INVALID_PARAMETER);
    change = change_of(server, "no such share", 1004);
    set_texts(&change.share, NULL, "remark", NULL);
    assert_int_equal(shares_set_info(&change), NERR_NetNameNotFound);
}

static void share_is_removed_by_its_name_in_a_structure_of_any_level(void **state)
{
    static const uint32_t levels[] = { 0, 1, 2, 502, 503 };
    struct share_change change;
    uint32_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        assert_int_equal(add(server, 2, NEW_SHARE, folder, NULL, &wrong), ERROR_SUCCESS);
        change = change_of(server, NULL, levels[i]);
        set_texts(&change.share, NEW_SHARE, NULL, NULL);
        assert_int_equal(shares_delete_ex(&change), ERROR_SUCCESS);
        assert_int_equal(shares_delete_ex(&change), NERR_NetNameNotFound);
        set_texts(&change.share, "", NULL, NULL);
        assert_int_equal(shares_delete_ex(&change), ERROR_INVALID_PARAMETER);
    }
    change = change_of(server, NULL, 501);
    assert_int_equal(shares_delete_ex(&change), ERROR_INVALID_LEVEL);
}

static void who_is_no_administrator_lists_but_does_not_change(void **state)
{
    char users_name[NAME_LENGTH_MAX];
    struct info_answer answer;
    uint32_t wrong = 0;

    (void)state;
    snprintf(users_name, sizeof(users_name), "%s", name_for_user());
    assert_int_equal(enum_shares(users_name, 1, PREFERRED_LENGTH_UNLIMITED, 0, &answer),
                     ERROR_SUCCESS);
    platform_api_free(answer.buffer);
    assert_int_equal(add(users_name, 2, NEW_SHARE, folder, NULL, &wrong), ERROR_ACCESS_DENIED);
    assert_int_equal(delete_share(users_name, "ipc$"), ERROR_ACCESS_DENIED);
}

int main(void)
{
#define SAMBA(name)   cmocka_unit_test_teardown(name, remove_new_share)
#define WINDOWS(name) cmocka_unit_test_setup_teardown(name, name_windows, remove_new_share)
#define TESTS(KIND)                                                                                \
    {                                                                                              \
        KIND(listed_at_every_level_and_each_of_them_found_at_every_level),                         \
            KIND(ipc_share_is_there_and_says_what_it_is),                                          \
            KIND(name_that_is_none_is_not_found_at_any_level),                                     \
            KIND(list_comes_in_pages_of_the_preferred_length),                                     \
            KIND(share_is_added_changed_and_removed),                                              \
            KIND(share_of_level_2_has_no_descriptor_of_its_own),                                   \
            KIND(share_of_level_503_without_a_server_is_one_of_level_502),                         \
            KIND(device_is_shared_as_long_as_its_share_is_there),                                  \
            KIND(what_is_wrong_with_a_new_share_is_said),                                          \
            KIND(what_is_wrong_with_a_change_is_said),                                             \
            KIND(share_is_removed_by_its_name_in_a_structure_of_any_level),                        \
            KIND(who_is_no_administrator_lists_but_does_not_change),                               \
    }
    const struct CMUnitTest of_samba[] = TESTS(SAMBA);
    const struct CMUnitTest of_windows[] = TESTS(WINDOWS);

    return cmocka_run_group_tests_name("Samba", of_samba, start_samba, stop_server) +
           cmocka_run_group_tests_name("Windows", of_windows, start_windows, stop_windows_server);
}
