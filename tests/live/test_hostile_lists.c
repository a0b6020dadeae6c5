/*
 * Everything that is asked of servers, of one that lies in every way that it can: nothing hangs, and a
 * failure leaves nothing behind.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "families/connection/connections.h"
#include "families/file/file_security.h"
#include "families/file/files.h"
#include "families/server/aliases.h"
#include "families/server/disks.h"
#include "families/server/servers.h"
#include "families/server/statistics.h"
#include "families/server/transports.h"
#include "families/share/shares.h"
#include "families/workstation/computer_names.h"
#include "families/workstation/workstations.h"
#include "platform/platform.h"
#include "support/dfs_calls.h"
#include "support/hosts.h"
#include "support/live.h"
#include "support/windows_server.h"

#define SEEDS              4
#define PAGES_MAX          200
#define SIZE_MAX_OF_A_PAGE 60 /* less than two rows of most lists take */

/* ---- What is asked --------------------------------------------------------------------------- */

static uint32_t list_files(const struct info_request *request, struct info_answer *answer)
{
    return files_enumerate(&(struct files_request){ .list = *request }, answer);
}

static uint32_t list_files_of_user(const struct info_request *request, struct info_answer *answer)
{
    return files_enumerate(
        &(struct files_request){ .list = *request, .user = text_of("nobody at all") }, answer);
}

static uint32_t list_connections(const struct info_request *request, struct info_answer *answer)
{
    return connections_enumerate(
        &(struct connections_request){ .list = *request, .qualifier = text_of("docs") }, answer);
}

static uint32_t list_servers(const struct info_request *request, struct info_answer *answer)
{
    return servers_enumerate(&(struct servers_request){ .list = *request, .types = UINT32_MAX },
                             answer);
}

static uint32_t list_disks(const struct info_request *request, struct info_answer *answer)
{
    return disks_enumerate(request, &test_server_host, answer);
}

static uint32_t list_transports(const struct info_request *request, struct info_answer *answer)
{
    return transports_enumerate(request, &test_server_host, answer);
}

static uint32_t list_users(const struct info_request *request, struct info_answer *answer)
{
    return workstations_list_users(request, &test_workstation_host, answer);
}

static uint32_t list_workstation_transports(const struct info_request *request,
                                            struct info_answer *answer)
{
    return workstations_list_transports(request, &test_workstation_host, answer);
}

static const struct listed
{
    const char *name;
    uint32_t (*list)(const struct info_request *request, struct info_answer *answer);
    uint32_t levels[7]; /* ending with the first, again */
} lists[] = {
    { "files", list_files, { 3, 2, 3 } },
    { "files of a user", list_files_of_user, { 2, 3, 2 } },
    { "connections", list_connections, { 1, 0, 1 } },
    { "shares", shares_enumerate, { 503, 0, 1, 2, 501, 502, 503 } },
    { "sticky shares", shares_enumerate_sticky, { 502, 503, 502 } },
    { "servers", list_servers, { 101, 100, 101 } },
    { "disks", list_disks, { 0, 0 } },
    { "transports", list_transports, { 3, 0, 1, 2, 3 } },
    { "aliases", aliases_enumerate, { 0, 0 } },
    { "users", list_users, { 1, 0, 1 } },
    { "workstation's transports", list_workstation_transports, { 0, 0 } },
};

/* ---- What holds of every answer -------------------------------------------------------------- */

static void assert_answer(uint32_t status, const struct info_answer *answer)
{
    if (status == ERROR_MORE_DATA)
    {
        assert_true(answer->entries);
        assert_true(answer->resume_handle);
    }
    else if (status)
    {
        assert_int_equal(answer->entries, 0);
        assert_int_equal(answer->total_entries, 0);
    }
    else
    {
        assert_int_equal(answer->resume_handle, 0);
    }
    assert_int_equal(answer->buffer != NULL, answer->entries != 0);
    assert_true(answer->total_entries >= answer->entries);
}

/* The usual loop of a program; it gives up late. */
static void read_list(const struct listed *listed, const char *server, uint32_t level,
                      uint32_t preferred_length)
{
    struct info_answer answer = { 0 };
    uint32_t status = ERROR_MORE_DATA;

    for (unsigned int page = 0; status == ERROR_MORE_DATA && page < PAGES_MAX; page++)
    {
        struct info_request request = request_for(server, level);

        request.preferred_length = preferred_length;
        request.resume_handle = answer.resume_handle;
        status = listed->list(&request, &answer);
        assert_answer(status, &answer);
        platform_api_free(answer.buffer);
    }
}

static void read_lists(const char *server)
{
    static const uint32_t lengths[] = { PREFERRED_LENGTH_UNLIMITED, 0, 1, SIZE_MAX_OF_A_PAGE,
                                        4097 };

    for (size_t i = 0; i < INFO_COUNT(lists); i++)
    {
        size_t level = 0;

        do
        {
            for (size_t j = 0; j < INFO_COUNT(lengths); j++)
            {
                read_list(&lists[i], server, lists[i].levels[level], lengths[j]);
            }
            level++;
        } while (lists[i].levels[level] != lists[i].levels[0]);
    }
}

static void assert_buffer(uint32_t status, void *buffer)
{
    assert_int_equal(buffer != NULL, status == ERROR_SUCCESS);
    platform_api_free(buffer);
}

static void get_infos(const char *server)
{
    static const uint32_t share_levels[] = { 0, 1, 2, 501, 502, 503, 1005 };
    static const uint32_t server_levels[] = { 100, 101, 102, 103, 502, 503 };
    static const uint32_t workstation_levels[] = { 100, 101, 102, 502 };
    void *buffer = &buffer;
    uint32_t number = 1;
    uint32_t status = ERROR_SUCCESS;

    for (uint32_t level = 2; level <= 3; level++)
    {
        status = files_get_info(text_of(server), 0x80000001, level, &buffer);
        assert_buffer(status, buffer);
    }
    for (size_t i = 0; i < INFO_COUNT(share_levels); i++)
    {
        status = shares_get_info(text_of(server), text_of("docs"), share_levels[i], &buffer);
        assert_buffer(status, buffer);
    }
    for (size_t i = 0; i < INFO_COUNT(server_levels); i++)
    {
        status = servers_get_info(text_of(server), server_levels[i], &test_server_host, &buffer);
        assert_buffer(status, buffer);
    }
    for (size_t i = 0; i < INFO_COUNT(workstation_levels); i++)
    {
        status = workstations_get_info(text_of(server), workstation_levels[i],
                                       &test_workstation_host, &buffer);
        assert_buffer(status, buffer);
    }
    status = shares_check(text_of(server), text_of("C:"), &number);
    assert_true(!status || !number);
    status = servers_supported_options(text_of(server), &number);
    assert_true(!status || !number);
    status = statistics_of_server(text_of(server), &test_server_host, &buffer);
    assert_buffer(status, buffer);
    status = statistics_of_workstation(text_of(server), &test_server_host, &buffer);
    assert_buffer(status, buffer);
}

static void get_security(const char *server)
{
    char path[100];
    struct file_name name;
    void *buffer = NULL;
    uint32_t size = 0;
    uint32_t status = ERROR_SUCCESS;

    snprintf(path, sizeof(path), "\\\\%s\\docs\\file", server);
    assert_true(file_name_parse(text_of(path), &name));
    status = file_security_get(&name, 7, &buffer, &size);
    assert_int_equal(size != 0, status == ERROR_SUCCESS);
    assert_buffer(status, buffer);
}

static void get_names(const char *server)
{
    struct target target;

    assert_int_equal(target_parse(text_of(server), &target), ERROR_SUCCESS);
    for (uint32_t type = COMPUTER_NAME_PRIMARY; type <= COMPUTER_NAME_ALL; type++)
    {
        struct arena arena = { 0 };
        struct utf16_slice *names = NULL;
        uint32_t count = 1;
        uint32_t status = computer_names_of_server(&target, type, &arena, &names, &count);

        assert_true(!status || !count);
        arena_free(&arena);
    }
}

static void get_namespaces(const char *server)
{
    static const uint32_t levels[] = { 1, 2, 3, 4, 5, 6, 8, 9, 200, 300 };
    static const uint32_t info_levels[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 50, 100 };
    char path[100];
    void *buffer = NULL;

    snprintf(path, sizeof(path), "\\\\%s\\root", server);
    for (size_t i = 0; i < INFO_COUNT(levels); i++)
    {
        struct info_answer answer = { 0 };
        uint32_t status = dfs_enum_page(path, levels[i], UINT32_MAX, 0, &answer);

        assert_true(status != ERROR_MORE_DATA);
        assert_int_equal(answer.buffer != NULL, status == ERROR_SUCCESS);
        assert_int_equal(answer.entries != 0, status == ERROR_SUCCESS);
        platform_api_free(answer.buffer);
    }
    for (size_t i = 0; i < INFO_COUNT(info_levels); i++)
    {
        uint32_t status = dfs_info(path, info_levels[i], &buffer);

        assert_buffer(status, buffer);
    }
    for (uint32_t level = 1; level <= 4; level++)
    {
        uint32_t status = dfs_client_info(path, NULL, NULL, level, &buffer);

        assert_buffer(status, buffer);
    }
}

static void ask_everything(const char *const *arguments)
{
    const char *server = NULL;

    assert_int_equal(start_windows_server(arguments), 0);
    server = windows_server_name(WINDOWS_ADMIN);
    read_lists(server);
    get_infos(server);
    get_security(server);
    get_names(server);
    get_namespaces(server);
}

/* ---- Servers that lie ------------------------------------------------------------------------ */

static void every_lie_of_a_server_ends_in_nothing_or_in_an_answer(void **state)
{
    static const char *const lies[][2] = {
        { "--claim-rows", "1" },
        { "--claim-rows", "-1" },
        { "--claim-rows", "1000000000" },
        { "--claim-total", "0" },
        { "--claim-total", "4294967295" },
        { "--strings", "null" },
        { "--strings", "empty" },
        { "--broken-paging", "no-rows" },
        { "--broken-paging", "no-handle" },
        { "--broken-paging", "no-progress" },
        { "--pointer-size", "4" },
        { "--fragment", "100" },
        { "--no-texts", NULL },
    };

    (void)state;
    for (size_t i = 0; i < INFO_COUNT(lies); i++)
    {
        const char *const arguments[] = { lies[i][0], lies[i][1], NULL };

        print_message("%s %s\n", lies[i][0], lies[i][1]);
        ask_everything(arguments);
    }
}

static void every_security_descriptor_that_is_none_is_refused(void **state)
{
    static const char *const kinds[] = { "too-long",  "too-short",          "empty-with-size",
                                         "truncated", "owner-out-of-range", "dacl-out-of-range",
                                         "acl-size",  "ace-count",          "not-self-relative",
                                         "revision",  "sid-count" };

    (void)state;
    for (size_t i = 0; i < INFO_COUNT(kinds); i++)
    {
        const char *const arguments[] = { "--bad-descriptor", kinds[i], NULL };

        print_message("%s\n", kinds[i]);
        ask_everything(arguments);
    }
}

/* Whatever numbers are wrong: what is read is read within its bounds. */
static void every_number_of_an_answer_may_be_wrong(void **state)
{
    char seed[16];
    const char *const arguments[] = { "--corrupt", seed, NULL };

    (void)state;
    for (unsigned int i = 0; i < SEEDS; i++)
    {
        snprintf(seed, sizeof(seed), "%u", i);
        print_message("seed %s\n", seed);
        ask_everything(arguments);
    }
}

/* ERROR_MORE_DATA is of lists that have rows; the others mean something to the library. */
static void results_that_are_none_of_the_operation_end_in_nothing(void **state)
{
    static const char *const results[] = { "234", "124", "87", "2123", "2", "123", "1745", "64" };

    (void)state;
    for (size_t i = 0; i < INFO_COUNT(results); i++)
    {
        const char *const arguments[] = { "--result", results[i], NULL };

        print_message("%s\n", results[i]);
        ask_everything(arguments);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lie_of_a_server_ends_in_nothing_or_in_an_answer),
        cmocka_unit_test(every_security_descriptor_that_is_none_is_refused),
        cmocka_unit_test(every_number_of_an_answer_may_be_wrong),
        cmocka_unit_test(results_that_are_none_of_the_operation_end_in_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, stop_windows_server);
}
