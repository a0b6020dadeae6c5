/*
 * Filters, against a server that applies them and one that does not, at every level and in pages.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "support/live.h"
#include "support/paging.h"
#include "support/windows_server.h"

/* Four clients, with three sessions each. */
#define ROWS       "12"
#define NAME_SIZE  64
#define SHORT_PAGE 160 /* one or two entries, at the levels with the most fields */

/* How a server may list its clients, how a program may write client 2, and whether that is it. */
static const struct
{
    const char *names;
    const char *client_form; /* as it is listed in the end */
    const char *filter;
    bool found;
} forms[] = {
    { "plain", WINDOWS_CLIENT, "\\\\CLIENT00002", true },
    { "plain", WINDOWS_CLIENT, "\\\\client00002", true },
    { "plain", WINDOWS_CLIENT, "\\\\CLIENT0000", false },
    { "plain", WINDOWS_CLIENT, "\\\\[CLIENT00002]", false },
    { "backslashes", WINDOWS_CLIENT, "\\\\Client00002", true },
    { "backslashes", WINDOWS_CLIENT, "\\\\CLIENT00009", false },
    { "ipv6", WINDOWS_CLIENT_IPV6, "\\\\fd00::2", true },
    { "ipv6", WINDOWS_CLIENT_IPV6, "\\\\[fd00::2]", true },
    { "ipv6", WINDOWS_CLIENT_IPV6, "\\\\[FD00::2]", true },
    { "ipv6", WINDOWS_CLIENT_IPV6, "\\\\[fd00::22]", false },
    { "brackets", "[" WINDOWS_CLIENT_IPV6 "]", "\\\\fd00::2", true },
    { "brackets", "[" WINDOWS_CLIENT_IPV6 "]", "\\\\FD00::2", true },
    { "brackets", "[" WINDOWS_CLIENT_IPV6 "]", "\\\\[fd00::2]", true },
    { "brackets", "[" WINDOWS_CLIENT_IPV6 "]", "\\\\fd00::", false },
};

#define FIRST_ROW_OF_CLIENT_2 3

/* Who applies filters, and lengths with them. */
enum server_manner
{
    AS_WINDOWS,
    AS_SAMBA, /* ignores both, and has no lasting order */
};

static void start_in_manner(const char *names, enum server_manner manner)
{
    const char *const windows[] = { "--rows", ROWS, "--names", names, NULL };
    const char *const samba[] = {
        "--rows", ROWS, "--names", names, "--ignore-filters", "--ignore-length", "--shuffle", NULL
    };

    assert_int_equal(start_windows_server(manner == AS_WINDOWS ? windows : samba), 0);
}

/* Calls at every level with every loop, in short pages and in one. */
static void for_each_query(const char *name, const char *client, const char *user,
                           void (*check)(enum paging_loop loop, const struct paging_query *query,
                                         const void *context),
                           const void *context)
{
    static const uint32_t lengths[] = { SHORT_PAGE, PREFERRED_LENGTH_UNLIMITED };

    for (unsigned int i = 0; i < session_levels_known_count * COUNT(lengths); i++)
    {
        const struct paging_query query = {
            .server = name,
            .client = client,
            .user = user,
            .level = session_levels_known[i / COUNT(lengths)],
            .preferred_length = lengths[i % COUNT(lengths)],
        };

        for (enum paging_loop loop = 0; loop < PAGING_LOOPS; loop++)
        {
            check(loop, &query, context);
        }
    }
}

static void fails(enum paging_loop loop, const struct paging_query *query, const void *context)
{
    const uint32_t *status = context;
    const struct paging_result result = read_pages(loop, query, NULL, NULL);

    assert_int_equal(result.status, *status);
    assert_int_equal(result.entries, 0);
}

/* ---- The client ------------------------------------------------------------------------------ */

static void is_of_client_2(uint32_t level, const struct session_entry *entry, uint32_t index,
                           void *client_form)
{
    assert_windows_session(level, entry, FIRST_ROW_OF_CLIENT_2 + index, client_form);
}

static void lists_client_2(enum paging_loop loop, const struct paging_query *query,
                           const void *context)
{
    char client_form[NAME_SIZE];
    struct paging_result result;

    snprintf(client_form, sizeof(client_form), "%s", (const char *)context);
    result = read_pages(loop, query, is_of_client_2, client_form);
    assert_int_equal(result.status, ERROR_SUCCESS);
    assert_int_equal(result.entries, 3);
}

static void check_client_filters(enum server_manner manner)
{
    static const uint32_t not_found = NERR_ClientNameNotFound;
    const char *names = NULL;

    for (size_t i = 0; i < COUNT(forms); i++)
    {
        if (names != forms[i].names)
        {
            names = forms[i].names;
            start_in_manner(names, manner);
        }
        if (forms[i].found)
        {
            for_each_query(windows_server_name(WINDOWS_ADMIN), forms[i].filter, NULL,
                           lists_client_2, forms[i].client_form);
        }
        else
        {
            for_each_query(windows_server_name(WINDOWS_ADMIN), forms[i].filter, NULL, fails,
                           &not_found);
        }
    }
}

static void client_filter_matches_however_the_name_is_written(void **state)
{
    (void)state;
    check_client_filters(AS_WINDOWS);
}

static void client_filter_works_without_the_server(void **state)
{
    (void)state;
    check_client_filters(AS_SAMBA);
}

/* ---- The user -------------------------------------------------------------------------------- */

/* Of each client's three sessions the last two are bob's. */
static void is_of_bob_on_client_2(uint32_t level, const struct session_entry *entry, uint32_t index,
                                  void *context)
{
    (void)context;
    assert_windows_session(level, entry, FIRST_ROW_OF_CLIENT_2 + 1 + index, WINDOWS_CLIENT);
}

static void is_of_bob(uint32_t level, const struct session_entry *entry, uint32_t index,
                      void *context)
{
    (void)context;
    assert_windows_session(level, entry, 3 * (index / 2) + 1 + index % 2, WINDOWS_CLIENT);
}

static void lists_bob(enum paging_loop loop, const struct paging_query *query, const void *context)
{
    const uint32_t *count = context;
    const struct paging_result result =
        read_pages(loop, query, query->client ? is_of_bob_on_client_2 : is_of_bob, NULL);

    assert_int_equal(result.status, ERROR_SUCCESS);
    assert_int_equal(result.entries, *count);
}

static void check_user_filters(enum server_manner manner)
{
    static const uint32_t all = 8;
    static const uint32_t on_client_2 = 2;
    static const uint32_t no_user = NERR_UserNotFound;
    static const uint32_t no_client = NERR_ClientNameNotFound;
    const char *name = NULL;

    start_in_manner("plain", manner);
    name = windows_server_name(WINDOWS_ADMIN);
    for_each_query(name, NULL, "bob", lists_bob, &all);
    for_each_query(name, NULL, "BOB", lists_bob, &all);
    for_each_query(name, "\\\\CLIENT00002", "Bob", lists_bob, &on_client_2);
    for_each_query(name, NULL, "carol", fails, &no_user);
    for_each_query(name, "\\\\CLIENT00002", "carol", fails, &no_user);
    for_each_query(name, "\\\\CLIENT00009", "bob", fails, &no_client);
}

static void user_filter_matches_in_any_case(void **state)
{
    (void)state;
    check_user_filters(AS_WINDOWS);
}

static void user_filter_works_without_the_server(void **state)
{
    (void)state;
    check_user_filters(AS_SAMBA);
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* A server that makes pages, but of everything: the program sees none that is empty, and its loop
 * ends. What totalentries says is the server's count then. */
static void filters_apply_to_every_page_of_a_server(void **state)
{
    static const char *const arguments[] = { "--rows", "60", "--ignore-filters", NULL };
    struct info_answer answer = { 0 };
    uint32_t status = ERROR_MORE_DATA;
    uint32_t seen = 0;
    const char *name = NULL;

    (void)state;
    assert_int_equal(start_windows_server(arguments), 0);
    name = windows_server_name(WINDOWS_ADMIN);
    while (status == ERROR_MORE_DATA)
    {
        status = enum_filtered_page(name, "\\\\CLIENT00015", NULL, 1, SHORT_PAGE,
                                    answer.resume_handle, &answer);
        assert_true(status == ERROR_SUCCESS || status == ERROR_MORE_DATA);
        assert_true(answer.entries || !status);
        seen += answer.entries;
        answer_free(&answer);
    }
    assert_int_equal(seen, 3);
    assert_int_equal(enum_filtered_page(name, "\\\\CLIENT00099", NULL, 1, SHORT_PAGE, 0, &answer),
                     NERR_ClientNameNotFound);
}

/* ---- One session ----------------------------------------------------------------------------- */

static void get_info_gives_the_first_of_several(void **state)
{
    const char *name = NULL;

    (void)state;
    start_in_manner("brackets", AS_WINDOWS);
    name = windows_server_name(WINDOWS_ADMIN);
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        struct info_answer answer = { 0 };
        struct session_entry entry;

        assert_int_equal(get_session(name, "\\\\fd00::2", "Bob", level, &answer.buffer),
                         ERROR_SUCCESS);
        entry = entry_at(level, answer.buffer, 0);
        assert_windows_session(level, &entry, FIRST_ROW_OF_CLIENT_2 + 1,
                               "[" WINDOWS_CLIENT_IPV6 "]");
        answer_free(&answer);
        assert_int_equal(get_session(name, "\\\\fd00::9", "bob", level, &answer.buffer),
                         NERR_ClientNameNotFound);
        assert_int_equal(get_session(name, "\\\\fd00::2", "carol", level, &answer.buffer),
                         NERR_UserNotFound);
        assert_null(answer.buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(client_filter_matches_however_the_name_is_written,
                                  stop_windows_server),
        cmocka_unit_test_teardown(client_filter_works_without_the_server, stop_windows_server),
        cmocka_unit_test_teardown(user_filter_matches_in_any_case, stop_windows_server),
        cmocka_unit_test_teardown(user_filter_works_without_the_server, stop_windows_server),
        cmocka_unit_test_teardown(filters_apply_to_every_page_of_a_server, stop_windows_server),
        cmocka_unit_test_teardown(get_info_gives_the_first_of_several, stop_windows_server),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
