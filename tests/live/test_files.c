/*
 * Open files of a Samba server: who holds them, and taking them away.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>
#include <time.h>

#include "families/file/files.h"
#include "levels/file_levels.h"
#include "platform/platform.h"
#include "support/live.h"
#include "support/session_calls.h"

#define ADDRESS        "127.0.0.1"
#define FILE_NAME      "hello.txt"
#define PERM_FILE_READ 1u

static struct helper *alice;
static struct helper *bob;

static int start_clients(void **state)
{
    (void)state;
    alice = bed_client(bed, "alice", FILE_NAME, ADDRESS);
    bob = bed_client(bed, "bob", "report.txt", ADDRESS);
    return alice && bob ? 0 : -1;
}

static int stop_clients(void **state)
{
    (void)state;
    helper_stop(alice);
    helper_stop(bob);
    return 0;
}

static void nap(void)
{
    const struct timespec time = { .tv_nsec = 20000000 };

    nanosleep(&time, NULL);
}

/* The file that `user` has open, as the server lists it; *count says how many. NULL: none. */
static struct file_info_3 *files_of(const char *base_path, const char *user, uint32_t *count)
{
    const struct utf16_name server = utf16_name_from_ascii(SERVER);
    const struct utf16_name user_name = utf16_name_from_ascii(user ? user : "");
    const struct utf16_name path = utf16_name_from_ascii(base_path ? base_path : "");
    const struct files_request request = {
        .list = { .server = utf16_from_name(&server),
                  .level = 3,
                  .preferred_length = PREFERRED_LENGTH_UNLIMITED },
        .base_path = utf16_from_name(&path),
        .user = utf16_from_name(&user_name),
    };
    struct info_answer answer;

    assert_int_equal(files_enumerate(&request, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, answer.total_entries);
    *count = answer.entries;
    return answer.buffer;
}

static bool ends_with(const uint16_t *text, const char *end)
{
    const struct utf16_slice slice = utf16_from_terminated(text);
    const size_t length = strlen(end);

    for (size_t i = 0; i < length; i++)
    {
        if (slice.length < length ||
            utf16_unit(slice, slice.length - length + i) != (uint8_t)end[i])
        {
            return false;
        }
    }
    return true;
}

static void file_held_open_is_listed_with_its_path_user_and_permissions(void **state)
{
    uint32_t count = 0;
    struct file_info_3 *files = files_of(NULL, "alice", &count);

    (void)state;
    assert_int_equal(count, 1);
    assert_true(ends_with(files->path, "\\" FILE_NAME));
    assert_true(text_is(files->user, "alice"));
    assert_int_equal(files->permissions & PERM_FILE_READ, PERM_FILE_READ);
    assert_int_equal(files->locks, 0);
    platform_api_free(files);
}

static void base_path_and_user_are_filters(void **state)
{
    uint32_t count = 0;
    struct file_info_3 *files = files_of(NULL, NULL, &count);
    char path[NAME_LENGTH_MAX];

    (void)state;
    assert_true(count >= 2);
    platform_api_free(files);
    files = files_of(NULL, "ALICE", &count);
    assert_int_equal(count, 1);
    assert_true(utf16_to_utf8(utf16_from_terminated(files->path), path, sizeof(path)));
    platform_api_free(files);
    platform_api_free(files_of(path, NULL, &count));
    assert_int_equal(count, 1);
    platform_api_free(files_of(path, "bob", &count));
    assert_int_equal(count, 0);
    path[strlen(path) - strlen(FILE_NAME)] = 0;
    platform_api_free(files_of(path, NULL, &count));
    assert_true(count >= 2);
    assert_null(files_of("Z:\\", NULL, &count));
    assert_int_equal(count, 0);
}

/* Samba has no NetrFileGetInfo. */
static void get_info_of_an_id_is_what_the_list_says(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii(SERVER);
    uint32_t count = 0;
    struct file_info_3 *files = files_of(NULL, "alice", &count);
    void *buffer = NULL;
    const struct file_info_3 *file = NULL;
    const uint32_t id = files->id;

    (void)state;
    assert_int_equal(files_get_info(utf16_from_name(&server), id, 3, &buffer), ERROR_SUCCESS);
    file = buffer;
    assert_int_equal(file->id, id);
    assert_int_equal(file->permissions, files->permissions);
    assert_int_equal(file->locks, files->locks);
    assert_true(text_is(file->user, "alice"));
    platform_api_free(buffer);
    assert_int_equal(files_get_info(utf16_from_name(&server), id, 2, &buffer), ERROR_SUCCESS);
    assert_int_equal(*(uint32_t *)buffer, id);
    platform_api_free(buffer);
    platform_api_free(files);
    assert_int_equal(files_get_info(utf16_from_name(&server), id ^ 0x5A5A0000, 3, &buffer),
                     ERROR_FILE_NOT_FOUND);
    assert_null(buffer);
    assert_int_equal(files_get_info(utf16_from_name(&server), id, 4, &buffer), ERROR_INVALID_LEVEL);
}

static void closing_a_file_takes_it_from_its_holder(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii(SERVER);
    uint32_t count = 0;
    struct file_info_3 *files = files_of(NULL, "alice", &count);
    uint32_t id = 0;

    (void)state;
    assert_int_equal(count, 1);
    id = files->id;
    platform_api_free(files);
    assert_int_equal(files_close(utf16_from_name(&server), id), ERROR_SUCCESS);
    for (count = 1; count; nap())
    {
        platform_api_free(files_of(NULL, "alice", &count));
    }
    assert_int_equal(files_close(utf16_from_name(&server), id), ERROR_FILE_NOT_FOUND);
}

static void who_is_no_administrator_is_denied(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("as-bob");
    const struct files_request request = {
        .list = { .server = utf16_from_name(&server),
                  .level = 3,
                  .preferred_length = PREFERRED_LENGTH_UNLIMITED },
    };
    struct info_answer answer;
    uint32_t count = 0;
    struct file_info_3 *files = files_of(NULL, "alice", &count);

    (void)state;
    bed_configure(bed, "as-bob", "bob");
    assert_int_equal(files_enumerate(&request, &answer), ERROR_ACCESS_DENIED);
    assert_null(answer.buffer);
    assert_int_equal(files_close(utf16_from_name(&server), files->id), ERROR_ACCESS_DENIED);
    platform_api_free(files);
    platform_api_free(files_of(NULL, "alice", &count));
    assert_int_equal(count, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start_clients, stop_clients)
    const struct CMUnitTest tests[] = {
        TEST(file_held_open_is_listed_with_its_path_user_and_permissions),
        TEST(base_path_and_user_are_filters),
        TEST(get_info_of_an_id_is_what_the_list_says),
        TEST(who_is_no_administrator_is_denied),
        TEST(closing_a_file_takes_it_from_its_holder),
    };

    return cmocka_run_group_tests(tests, start_server_as_admin, stop_server);
}
