/*
 * Open files and connections of a server that answers as Windows does, and of one that takes no notice
 * of lengths and filters, page by page at every level.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "families/connection/connections.h"
#include "families/file/files.h"
#include "levels/connection_levels.h"
#include "levels/file_levels.h"
#include "platform/platform.h"
#include "support/live.h"
#include "support/windows_server.h"

/* As tests/bed/windows makes them: one file in three is alice's; of a client's three connections, two
 * are to docs. */
#define ROWS           30
#define ROWS_TEXT      "30"
#define FILES_OF_USER  (ROWS / 3)
#define ROWS_TO_DOCS   (2 * ROWS / 3)
#define ROWS_OF_CLIENT 3
#define BASE_PATH      "c:\\shares\\DOCS\\"
#define FIRST_ID       0x7FFFFFFFu

static const char *const as_windows[] = { "--files", ROWS_TEXT, "--connections", ROWS_TEXT, NULL };
static const char *const as_samba[] = {
    "--files",
    ROWS_TEXT,
    "--connections",
    ROWS_TEXT,
    "--ignore-filters",
    "--ignore-length",
    "--shuffle",
    "--lacks-level",
    "2",
    "--lacks-operation",
    "10",
    NULL,
};
static const char *const *const manners[] = { as_windows, as_samba };

/* ---- Reading lists --------------------------------------------------------------------------- */

/* Which list is read, with which filters; an absent text is NULL. */
struct list
{
    uint32_t (*enumerate)(const struct list *list, const struct info_request *request,
                          struct info_answer *answer);
    const char *first;  /* base path, or qualifier */
    const char *second; /* user */
    uint32_t level;
    size_t size; /* of a structure, which begins with the id */
};

static struct utf16_slice slice_of(const char *text, struct utf16_name *name)
{
    *name = utf16_name_from_ascii(text ? text : "");
    return text ? utf16_from_name(name) : (struct utf16_slice){ NULL, 0 };
}

static uint32_t enumerate_files(const struct list *list, const struct info_request *request,
                                struct info_answer *answer)
{
    struct utf16_name names[2];
    const struct files_request files = {
        .list = *request,
        .base_path = slice_of(list->first, &names[0]),
        .user = slice_of(list->second, &names[1]),
    };

    return files_enumerate(&files, answer);
}

static uint32_t enumerate_connections(const struct list *list, const struct info_request *request,
                                      struct info_answer *answer)
{
    struct utf16_name name;
    const struct connections_request connections = { *request, slice_of(list->first, &name) };

    return connections_enumerate(&connections, answer);
}

static uint32_t id_at(const struct list *list, const void *buffer, uint32_t index)
{
    uint32_t id = 0;

    memcpy(&id, (const uint8_t *)buffer + index * list->size, sizeof(id));
    return id;
}

/* How many rows all pages have; asserts that totals are right and that no id comes twice. */
static uint32_t count_rows(const char *server, const struct list *list, uint32_t length,
                           bool totals_count)
{
    struct utf16_name name;
    struct info_request request = {
        .server = slice_of(server, &name),
        .level = list->level,
        .preferred_length = length,
    };
    uint32_t ids[ROWS];
    uint32_t count = 0;
    uint32_t status = ERROR_MORE_DATA;
    uint32_t promised = 0;

    while (status == ERROR_MORE_DATA)
    {
        struct info_answer answer;

        status = list->enumerate(list, &request, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        assert_int_equal(!!answer.resume_handle, status == ERROR_MORE_DATA);
        assert_true(!totals_count || !promised || promised == count + answer.total_entries);
        promised = count + answer.total_entries;
        for (uint32_t i = 0; i < answer.entries; i++)
        {
            assert_true(count < ROWS);
            ids[count] = id_at(list, answer.buffer, i);
            for (uint32_t j = 0; j < count; j++)
            {
                assert_int_not_equal(ids[j], ids[count]);
            }
            count++;
        }
        request.resume_handle = answer.resume_handle;
        platform_api_free(answer.buffer);
    }
    assert_true(!totals_count || promised == count);
    return count;
}

/* Of servers of both manners, in one page and in pages of a few rows. */
static void assert_rows(const struct list *list, uint32_t expected)
{
    static const uint32_t lengths[] = { PREFERRED_LENGTH_UNLIMITED, 400 };

    for (size_t i = 0; i < COUNT(manners); i++)
    {
        const char *server = NULL;

        assert_int_equal(start_windows_server(manners[i]), 0);
        server = windows_server_name(WINDOWS_ADMIN);
        for (size_t j = 0; j < COUNT(lengths); j++)
        {
            assert_int_equal(count_rows(server, list, lengths[j], true), expected);
        }
    }
}

/* ---- Files ----------------------------------------------------------------------------------- */

static void files_are_listed_at_both_levels_on_pages_of_any_length(void **state)
{
    (void)state;
    assert_rows(&(struct list){ enumerate_files, NULL, NULL, 2, sizeof(struct file_info_2) }, ROWS);
    assert_rows(&(struct list){ enumerate_files, NULL, "", 3, sizeof(struct file_info_3) }, ROWS);
}

static void base_path_and_user_are_filters_at_both_levels(void **state)
{
    (void)state;
    assert_rows(&(struct list){ enumerate_files, BASE_PATH, NULL, 2, sizeof(struct file_info_2) },
                ROWS / 3);
    assert_rows(&(struct list){ enumerate_files, NULL, "ALICE", 2, sizeof(struct file_info_2) },
                FILES_OF_USER);
    assert_rows(
        &(struct list){ enumerate_files, BASE_PATH, "alice", 3, sizeof(struct file_info_3) },
        FILES_OF_USER);
    assert_rows(&(struct list){ enumerate_files, BASE_PATH, "bob", 3, sizeof(struct file_info_3) },
                0);
}

/* As Samba lists users of a domain: DOMAIN\\user, which alone it finds. */
static void user_without_a_domain_is_that_of_any(void **state)
{
    static const char *const windows[] = { "--files", ROWS_TEXT, "--user-domain", "BED", NULL };
    static const char *const samba[] = { "--files",
                                         ROWS_TEXT,
                                         "--user-domain",
                                         "BED",
                                         "--ignore-length",
                                         "--shuffle",
                                         "--lacks-level",
                                         "2",
                                         NULL };
    static const char *const *const servers[] = { windows, samba };
    static const struct
    {
        const char *user;
        uint32_t rows;
    } cases[] = { { "Alice", FILES_OF_USER },
                  { "bed\\alice", FILES_OF_USER },
                  { "nobody", 0 },
                  { "other\\alice", 0 } };

    (void)state;
    for (size_t i = 0; i < COUNT(servers) * COUNT(cases); i++)
    {
        const struct list list = { enumerate_files, NULL, cases[i / 2].user, 2,
                                   sizeof(struct file_info_2) };
        const char *server = NULL;

        assert_int_equal(start_windows_server(servers[i % 2]), 0);
        server = windows_server_name(WINDOWS_ADMIN);
        /* A server that makes pages counts what it would not let through. */
        assert_int_equal(count_rows(server, &list, 400, i % 2), cases[i / 2].rows);
        assert_int_equal(count_rows(server, &list, PREFERRED_LENGTH_UNLIMITED, i % 2),
                         cases[i / 2].rows);
    }
}

static void file_of_an_id_beyond_31_bits_is_found_and_closed(void **state)
{
    const uint32_t id = FIRST_ID + 0x01000193;
    struct utf16_name name;

    (void)state;
    for (size_t i = 0; i < COUNT(manners); i++)
    {
        struct utf16_slice server;
        void *buffer = NULL;

        assert_int_equal(start_windows_server(manners[i]), 0);
        server = slice_of(windows_server_name(WINDOWS_ADMIN), &name);
        assert_int_equal(files_get_info(server, id, 3, &buffer), ERROR_SUCCESS);
        assert_int_equal(((struct file_info_3 *)buffer)->id, id);
        assert_true(text_is(((struct file_info_3 *)buffer)->user, "bob"));
        assert_int_equal(((struct file_info_3 *)buffer)->permissions, 3);
        assert_int_equal(((struct file_info_3 *)buffer)->locks, 1);
        platform_api_free(buffer);
        assert_int_equal(files_close(server, id), ERROR_SUCCESS);
        assert_int_equal(files_close(server, id), ERROR_FILE_NOT_FOUND);
        assert_int_equal(files_get_info(server, id, 2, &buffer), ERROR_FILE_NOT_FOUND);
        assert_null(buffer);
    }
}

/* ---- Connections ----------------------------------------------------------------------------- */

static void connections_are_those_to_a_share_or_of_a_client(void **state)
{
    struct list list = { enumerate_connections, "DOCS", NULL, 1, sizeof(struct connection_info_1) };

    (void)state;
    assert_rows(&list, ROWS_TO_DOCS);
    list = (struct list){ enumerate_connections, "\\\\client00003", NULL, 0,
                          sizeof(struct connection_info_0) };
    assert_rows(&list, ROWS_OF_CLIENT);
}

static void qualifier_that_is_not_there_says_what_is_missing(void **state)
{
    static const struct
    {
        const char *qualifier;
        uint32_t status;
    } cases[] = {
        { "nowhere", NERR_NetNameNotFound },
        { "\\\\nobody", NERR_ClientNameNotFound },
        { "", ERROR_INVALID_PARAMETER },
        { NULL, ERROR_INVALID_PARAMETER },
    };
    struct utf16_name name;
    struct info_request request = { .level = 1, .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    struct info_answer answer;

    (void)state;
    assert_int_equal(start_windows_server(as_windows), 0);
    request.server = slice_of(windows_server_name(WINDOWS_ADMIN), &name);
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct list list = { .first = cases[i].qualifier };

        assert_int_equal(enumerate_connections(&list, &request, &answer), cases[i].status);
        assert_null(answer.buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_listed_at_both_levels_on_pages_of_any_length),
        cmocka_unit_test(base_path_and_user_are_filters_at_both_levels),
        cmocka_unit_test(user_without_a_domain_is_that_of_any),
        cmocka_unit_test(file_of_an_id_beyond_31_bits_is_found_and_closed),
        cmocka_unit_test(connections_are_those_to_a_share_or_of_a_client),
        cmocka_unit_test(qualifier_that_is_not_there_says_what_is_missing),
    };

    return cmocka_run_group_tests(tests, NULL, stop_windows_server);
}
