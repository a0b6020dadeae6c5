/*
 * Filters, windows and argument rules of the session functions, over a source of the test's own.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker takes the server source from here, so that the one of the library stays out.
 */
#include <string.h>
#include <unistd.h>

#include "families/session/session_source.h"
#include "families/session/sessions.h"
#include "platform/platform.h"
#include "support/unit.h"

/* What a session takes of the preferred length at level 1: two strings of three letters. */
#define ENTRY_SIZE ((uint32_t)(sizeof(struct session_info_1) + 2 * 4 * sizeof(uint16_t)))

/* ---- The source ------------------------------------------------------------------------------ */

#define ROWS_MAX 8

/* How the source behaves, and what it was asked. */
static struct
{
    const char *rows[ROWS_MAX]; /* "client user", the client of three letters */
    size_t count;
    bool is_windowed;
    size_t page_rows; /* windowed: so many on a page */
    uint32_t status;
    uint32_t removal_status;
    uint32_t active_seconds;        /* of all sessions */
    unsigned int second_look_delay; /* ms */

    unsigned int enumerations;
    unsigned int releases;
    unsigned int removals;
    struct session sessions[ROWS_MAX];
    struct utf16_name texts[ROWS_MAX];
} source;

static void release(struct remote_page *page)
{
    source.releases++;
    *page = (struct remote_page){ .storage = NULL };
}

static uint32_t enumerate(struct remote *remote, const struct session_query *query,
                          struct remote_page *page)
{
    size_t first = source.is_windowed ? query->window.resume_handle : 0;
    size_t count = source.count - first;

    (void)remote;
    source.enumerations++;
    usleep(source.enumerations == 2 ? source.second_look_delay * 1000 : 0);
    *page = (struct remote_page){ .storage = NULL };
    if (source.status)
    {
        return source.status;
    }
    if (source.is_windowed && count > source.page_rows)
    {
        count = source.page_rows;
    }
    for (size_t i = 0; i < count; i++)
    {
        struct utf16_slice text;

        source.texts[i] = utf16_name_from_ascii(source.rows[first + i]);
        text = utf16_from_name(&source.texts[i]);
        source.sessions[i] = (struct session){
            .client = utf16_part(text, 0, 3),
            .user = utf16_part(text, 4, text.length),
            .opens = (uint32_t)(first + i),
            .active_seconds = source.active_seconds,
        };
    }
    *page = (struct remote_page){
        .rows = { source.sessions, count },
        .is_windowed = source.is_windowed,
        .more = source.is_windowed && first + count < source.count,
        .total_entries = (uint32_t)(source.count - first),
        .resume_handle = (uint32_t)(first + count),
        .release = release,
    };
    return ERROR_SUCCESS;
}

static uint32_t remove_sessions(struct remote *remote, struct utf16_slice client,
                                struct utf16_slice user)
{
    (void)remote;
    (void)client;
    (void)user;
    source.removals++;
    return source.removal_status;
}

const struct session_source server_session_source = {
    .enumerate = enumerate,
    .remove = remove_sessions,
};

static int set_up(void **state)
{
    static const char *const rows[] = { "one amy", "one bob", "two amy", "two eve", "six bob" };

    (void)state;
    memset(&source, 0, sizeof(source));
    memcpy(source.rows, rows, sizeof(rows));
    source.count = COUNT(rows);
    return 0;
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static struct sessions_request request_for(const char *client, const char *user)
{
    static struct utf16_name names[3];

    names[0] = utf16_name_from_ascii("\\\\server");
    names[1] = utf16_name_from_ascii(client);
    names[2] = utf16_name_from_ascii(user);
    return (struct sessions_request){
        .list.server = utf16_from_name(&names[0]),
        .client = utf16_from_name(&names[1]),
        .user = utf16_from_name(&names[2]),
        .list.level = 1,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
}

/* Enumerates, writes the `opens` of the entries, which are their places, to `found`. */
static uint32_t enumerate_to(const struct sessions_request *request, char found[ROWS_MAX + 1],
                             struct info_answer *answer)
{
    uint32_t status = sessions_enumerate(request, answer);
    const struct session_info_1 *entries = answer->buffer;

    assert_int_equal(source.releases,
                     source.enumerations - (source.status ? source.enumerations : 0));
    memset(found, 0, ROWS_MAX + 1);
    for (uint32_t i = 0; i < answer->entries; i++)
    {
        found[i] = (char)('0' + entries[i].opens);
    }
    if (status && status != ERROR_MORE_DATA)
    {
        assert_null(answer->buffer);
        assert_int_equal(answer->entries, 0);
        assert_int_equal(answer->total_entries, 0);
        assert_int_equal(answer->resume_handle, 0);
    }
    platform_api_free(answer->buffer);
    answer->buffer = NULL;
    return status;
}

static uint32_t code_of(const char *client, const char *user)
{
    const struct sessions_request request = request_for(client, user);
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    return enumerate_to(&request, found, &answer);
}

/* ---- Filters --------------------------------------------------------------------------------- */

static void filters_keep_what_matches(void **state)
{
    static const struct
    {
        const char *client;
        const char *user;
        const char *found;
    } cases[] = {
        { "", "", "01234" },       { "\\\\one", "", "01" }, { "\\\\TWO", "", "23" },
        { "", "bob", "14" },       { "", "AMY", "02" },     { "\\\\two", "amy", "2" },
        { "\\\\six", "bob", "4" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct sessions_request request = request_for(cases[i].client, cases[i].user);
        struct info_answer answer;
        char found[ROWS_MAX + 1];

        assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
        assert_string_equal(found, cases[i].found);
        assert_int_equal(answer.total_entries, strlen(cases[i].found));
        assert_int_equal(answer.resume_handle, 0);
    }
}

static void filters_that_find_nothing_say_what_is_missing(void **state)
{
    (void)state;
    assert_int_equal(code_of("\\\\ten", ""), NERR_ClientNameNotFound);
    assert_int_equal(code_of("\\\\ten", "amy"), NERR_ClientNameNotFound);
    assert_int_equal(code_of("\\\\six", "amy"), NERR_UserNotFound);
    assert_int_equal(code_of("", "joe"), NERR_UserNotFound);
}

static void user_filter_without_a_domain_means_the_user_of_any(void **state)
{
    static const struct
    {
        const char *user;
        const char *found;
    } cases[] = {
        { "bob", "014" },
        { "ACME\\BOB", "0" },
        { "east\\bob", "1" },
    };

    (void)state;
    source.rows[0] = "one ACME\\bob";
    source.rows[1] = "one EAST\\bob";
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        const struct sessions_request request = request_for("", cases[i].user);
        struct info_answer answer;
        char found[ROWS_MAX + 1];

        assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
        assert_string_equal(found, cases[i].found);
    }
}

static void nothing_at_all_is_success(void **state)
{
    (void)state;
    source.count = 0;
    assert_int_equal(code_of("", ""), ERROR_SUCCESS);
    assert_int_equal(code_of("\\\\one", ""), NERR_ClientNameNotFound);
    assert_int_equal(code_of("", "amy"), NERR_UserNotFound);
}

/* ---- Arguments ------------------------------------------------------------------------------- */

static void arguments_are_checked_before_anybody_is_asked(void **state)
{
    static const char *const clients[] = { "one", "\\one", "\\\\", "\\", "\\\\a\\b", "\\\\\\one" };
    static const uint32_t levels[] = { 3, 9, 501, UINT32_MAX };
    struct sessions_request request = request_for("", "");
    const struct utf16_name backslash = utf16_name_from_ascii("\\");
    struct info_answer answer;

    (void)state;
    for (size_t i = 0; i < COUNT(clients); i++)
    {
        assert_int_equal(code_of(clients[i], ""), NERR_InvalidComputer);
    }
    for (size_t i = 0; i < COUNT(levels); i++)
    {
        request.list.level = levels[i];
        assert_int_equal(sessions_enumerate(&request, &answer), ERROR_INVALID_LEVEL);
    }
    request.list.level = 1;
    request.list.server = utf16_from_name(&backslash);
    assert_int_equal(sessions_enumerate(&request, &answer), ERROR_INVALID_NAME);
    assert_int_equal(source.enumerations, 0);
}

static void error_of_the_source_is_the_caller_s(void **state)
{
    (void)state;
    source.status = ERROR_ACCESS_DENIED;
    assert_int_equal(code_of("", ""), ERROR_ACCESS_DENIED);
}

/* ---- The window ------------------------------------------------------------------------------ */

static void loop_on_the_resume_handle_gets_everything_once(void **state)
{
    static const uint32_t lengths[] = { ENTRY_SIZE, 2 * ENTRY_SIZE, 3 * ENTRY_SIZE + 1,
                                        100 * ENTRY_SIZE };

    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
    {
        struct sessions_request request = request_for("", "");
        struct info_answer answer;
        char all[2 * ROWS_MAX] = "";
        uint32_t status = ERROR_MORE_DATA;

        request.list.preferred_length = lengths[i];
        while (status == ERROR_MORE_DATA)
        {
            char found[ROWS_MAX + 1];

            status = enumerate_to(&request, found, &answer);
            assert_int_equal(answer.total_entries, source.count - strlen(all));
            assert_true(answer.entries > 0);
            strcat(all, found);
            request.list.resume_handle = answer.resume_handle;
        }
        assert_int_equal(status, ERROR_SUCCESS);
        assert_int_equal(answer.resume_handle, 0);
        assert_string_equal(all, "01234");
    }
}

static void window_counts_what_the_filters_left(void **state)
{
    struct sessions_request request = request_for("", "amy");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    request.list.preferred_length = ENTRY_SIZE;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_MORE_DATA);
    assert_string_equal(found, "0");
    assert_int_equal(answer.total_entries, 2);
    request.list.resume_handle = answer.resume_handle;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
    assert_string_equal(found, "2");
}

static void length_for_not_even_one_is_too_small(void **state)
{
    struct sessions_request request = request_for("", "");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    request.list.preferred_length = ENTRY_SIZE - 1;
    assert_int_equal(enumerate_to(&request, found, &answer), NERR_BufTooSmall);
    request.list.preferred_length = 0;
    assert_int_equal(enumerate_to(&request, found, &answer), NERR_BufTooSmall);
}

static void resume_handle_beyond_the_end_finds_nothing(void **state)
{
    struct sessions_request request = request_for("", "");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    request.list.resume_handle = UINT32_MAX;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 0);
    assert_int_equal(answer.total_entries, 0);
}

/* The user was there, further up. */
static void nothing_left_for_a_filter_is_success(void **state)
{
    struct sessions_request request = request_for("", "eve");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    source.is_windowed = true;
    source.page_rows = ROWS_MAX;
    request.list.resume_handle = 4;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 0);
}

/* ---- Pages of the server --------------------------------------------------------------------- */

static void pages_of_the_server_are_handed_on(void **state)
{
    struct sessions_request request = request_for("", "");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    source.is_windowed = true;
    source.page_rows = 3;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_MORE_DATA);
    assert_string_equal(found, "012");
    assert_int_equal(answer.total_entries, 5);
    request.list.resume_handle = answer.resume_handle;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
    assert_string_equal(found, "34");
    assert_int_equal(answer.total_entries, 2);
    assert_int_equal(answer.resume_handle, 0);
}

static void search_goes_on_through_pages_without_a_match(void **state)
{
    const struct sessions_request request = request_for("\\\\six", "");
    struct info_answer answer;
    char found[ROWS_MAX + 1];

    (void)state;
    source.is_windowed = true;
    source.page_rows = 1;
    assert_int_equal(enumerate_to(&request, found, &answer), ERROR_SUCCESS);
    assert_string_equal(found, "4");
    assert_int_equal(source.enumerations, 5);
    assert_int_equal(code_of("\\\\ten", ""), NERR_ClientNameNotFound);
    assert_int_equal(code_of("\\\\one", "eve"), NERR_UserNotFound);
}

/* ---- The other two --------------------------------------------------------------------------- */

static void get_info_gives_the_first_match(void **state)
{
    const struct sessions_request names = request_for("\\\\two", "eve");
    const struct utf16_slice absent = { NULL, 0 };
    const struct session_info_1 *entry = NULL;
    void *buffer = &source;

    (void)state;
    assert_int_equal(sessions_get_info(names.list.server, names.client, names.user, 1, &buffer),
                     ERROR_SUCCESS);
    entry = buffer;
    assert_int_equal(entry->opens, 3);
    platform_api_free(buffer);
    assert_int_equal(sessions_get_info(names.list.server, absent, names.user, 1, &buffer),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(sessions_get_info(names.list.server, names.client, absent, 1, &buffer),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(sessions_get_info(names.list.server, names.client, names.client, 1, &buffer),
                     NERR_UserNotFound);
    assert_int_equal(sessions_get_info(names.list.server, names.client, names.user, 3, &buffer),
                     ERROR_INVALID_LEVEL);
    assert_null(buffer);
}

/* Ends amy's sessions. */
static uint32_t delete_amy(void)
{
    const struct sessions_request names = request_for("", "amy");

    return sessions_delete(names.list.server, (struct utf16_slice){ NULL, 0 }, names.user);
}

/* Ending our own session ends the connection too; those that are left then are new. */
static void delete_that_ends_its_own_connection_succeeds(void **state)
{
    (void)state;
    source.removal_status = ERROR_NETNAME_DELETED;
    assert_int_equal(delete_amy(), ERROR_SUCCESS);
    assert_int_equal(source.removals, 1);
    assert_int_equal(source.enumerations, 2);
}

/* A new session grows older while the server takes its time to list it. */
static void delete_knows_new_sessions_on_a_slow_server_too(void **state)
{
    (void)state;
    source.removal_status = ERROR_NETNAME_DELETED;
    source.second_look_delay = 2100;
    source.active_seconds = 3;
    assert_int_equal(delete_amy(), ERROR_SUCCESS);
}

static void delete_whose_sessions_live_on_tells_that_the_connection_was_lost(void **state)
{
    (void)state;
    source.removal_status = ERROR_NETNAME_DELETED;
    source.active_seconds = 100;
    assert_int_equal(delete_amy(), ERROR_NETNAME_DELETED);
    assert_int_equal(source.removals, 1);
}

static void delete_looks_before_it_removes(void **state)
{
    const struct sessions_request names = request_for("\\\\six", "bob");
    const struct utf16_slice absent = { NULL, 0 };

    (void)state;
    assert_int_equal(sessions_delete(names.list.server, names.client, names.user), ERROR_SUCCESS);
    assert_int_equal(source.removals, 1);
    assert_int_equal(sessions_delete(names.list.server, absent, absent), ERROR_INVALID_PARAMETER);
    source.count = 1;
    assert_int_equal(sessions_delete(names.list.server, names.client, absent),
                     NERR_ClientNameNotFound);
    assert_int_equal(sessions_delete(names.list.server, absent, names.user), NERR_UserNotFound);
    assert_int_equal(source.removals, 1);
    assert_int_equal(source.releases, source.enumerations);
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(filters_keep_what_matches),
        TEST(filters_that_find_nothing_say_what_is_missing),
        TEST(user_filter_without_a_domain_means_the_user_of_any),
        TEST(nothing_at_all_is_success),
        TEST(arguments_are_checked_before_anybody_is_asked),
        TEST(error_of_the_source_is_the_caller_s),
        TEST(loop_on_the_resume_handle_gets_everything_once),
        TEST(window_counts_what_the_filters_left),
        TEST(length_for_not_even_one_is_too_small),
        TEST(resume_handle_beyond_the_end_finds_nothing),
        TEST(nothing_left_for_a_filter_is_success),
        TEST(pages_of_the_server_are_handed_on),
        TEST(search_goes_on_through_pages_without_a_match),
        TEST(get_info_gives_the_first_match),
        TEST(delete_looks_before_it_removes),
        TEST(delete_that_ends_its_own_connection_succeeds),
        TEST(delete_knows_new_sessions_on_a_slow_server_too),
        TEST(delete_whose_sessions_live_on_tells_that_the_connection_was_lost),
    };

    return cmocka_run_group_tests_name("sessions", tests, NULL, NULL);
}
