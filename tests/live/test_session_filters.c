/*
 * Filters against a Samba server, at every level, in pages and at once. Samba ignores filters, so
 * they are applied here.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/live.h"
#include "support/paging.h"

/* The sessions that the test opens; that of admin, on 127.0.0.1, is its own. */
static const struct
{
    const char *user;
    const char *address;
} sessions[] = {
    { "alice", "127.0.0.1" }, { "bob", "127.0.0.1" }, { "bob", "127.0.0.1" },
    { "alice", "::1" },       { "bob", "::1" },
};

static const struct
{
    const char *client;
    const char *user;
    uint32_t entries;
    uint32_t status;
} cases[] = {
    { NULL, "alice", 2, ERROR_SUCCESS },
    { NULL, "BOB", 3, ERROR_SUCCESS },
    { "\\\\127.0.0.1", NULL, 4, ERROR_SUCCESS },
    { "\\\\127.0.0.1", "Bob", 2, ERROR_SUCCESS },
    { "\\\\::1", NULL, 2, ERROR_SUCCESS },
    { "\\\\[::1]", NULL, 2, ERROR_SUCCESS },
    { "\\\\[::1]", "alice", 1, ERROR_SUCCESS },
    { "\\\\::1", "admin", 0, NERR_UserNotFound },
    { "\\\\[::2]", NULL, 0, NERR_ClientNameNotFound },
    { "\\\\[127.0.0.1]", NULL, 0, NERR_ClientNameNotFound },
    { "\\\\elsewhere", "bob", 0, NERR_ClientNameNotFound },
    { NULL, "nobody", 0, NERR_UserNotFound },
};

static struct helper *clients[COUNT(sessions)];

static int start(void **state)
{
    if (start_server_as_admin(state))
    {
        return -1;
    }
    for (size_t i = 0; i < COUNT(sessions); i++)
    {
        clients[i] = hold_session(sessions[i].user, NULL, sessions[i].address);
        if (!clients[i])
        {
            return -1;
        }
    }
    return 0;
}

static void filters_let_through_what_matches(void **state)
{
    static const uint32_t lengths[] = { 100, PREFERRED_LENGTH_UNLIMITED };

    (void)state;
    for (size_t i = 0; i < COUNT(cases) * session_levels_known_count * COUNT(lengths); i++)
    {
        const size_t of_case = i % COUNT(cases);
        const struct paging_query query = {
            .server = SERVER,
            .client = cases[of_case].client,
            .user = cases[of_case].user,
            .level = session_levels_known[i / COUNT(cases) % session_levels_known_count],
            .preferred_length = lengths[i / COUNT(cases) / session_levels_known_count],
        };

        for (enum paging_loop loop = 0; loop < PAGING_LOOPS; loop++)
        {
            const struct paging_result result = read_pages(loop, &query, NULL, NULL);

            assert_int_equal(result.status, cases[of_case].status);
            assert_int_equal(result.entries, cases[of_case].entries);
        }
    }
}

static void get_info_knows_an_ipv6_address_with_and_without_brackets(void **state)
{
    static const char *const forms[] = { "\\\\::1", "\\\\[::1]" };

    (void)state;
    for (size_t i = 0; i < COUNT(forms) * session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i / COUNT(forms)];
        struct info_answer answer = { 0 };

        assert_int_equal(get_session(SERVER, forms[i % COUNT(forms)], "bob", level, &answer.buffer),
                         ERROR_SUCCESS);
        assert_true(text_is(entry_at(level, answer.buffer, 0).client, "::1"));
        answer_free(&answer);
    }
}

/* Ends the last of the sessions, so it comes last. */
static void ending_sessions_knows_an_ipv6_address_with_brackets(void **state)
{
    struct info_answer answer;

    (void)state;
    assert_int_equal(delete_sessions(SERVER, "\\\\[::1]", "bob"), ERROR_SUCCESS);
    assert_non_null(helper_wait_value(clients[COUNT(clients) - 1], "ENDED"));
    assert_int_equal(enum_sessions(SERVER, "\\\\::1", NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    answer_free(&answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_let_through_what_matches),
        cmocka_unit_test(get_info_knows_an_ipv6_address_with_and_without_brackets),
        cmocka_unit_test(ending_sessions_knows_an_ipv6_address_with_brackets),
    };

    return cmocka_run_group_tests(tests, start, stop_server);
}
