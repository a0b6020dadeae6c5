/*
 * The logins of this host in pages and through filters, at every level.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/posix.h"
#include "support/paging.h"
#include "support/unit.h"
#include "support/utmp.h"

#define LOGINS      9
#define LENGTH_MIN  96  /* every one of them fits in, at any level */
#define LENGTH_MAX  900 /* more than all of them take */
#define LENGTH_STEP 11

/* Two clients and three users in turn. */
static const char *const clients[] = { "here", "there" };
static const char *const users[] = { "alice", "bob", "carol" };

static char utmp_path[] = "/tmp/netapi32-logins.XXXXXX";

static const char *client_of(uint32_t index)
{
    return clients[index % 2];
}

static const char *user_of(uint32_t index)
{
    return users[index % 3];
}

static int set_up(void **state)
{
    struct record records[LOGINS];
    int descriptor = 0;

    (void)state;
    strcpy(utmp_path + sizeof(utmp_path) - 7, "XXXXXX");
    descriptor = mkstemp(utmp_path);
    assert_true(descriptor >= 0);
    close(descriptor);
    for (uint32_t i = 0; i < LOGINS; i++)
    {
        records[i] = login_of(user_of(i), client_of(i));
    }
    write_utmp(utmp_path, records, LOGINS, 0);
    posix_config_set(NULL, "LocalSource", "logins");
    posix_config_set(NULL, "LoginsFile", utmp_path);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    posix_config_clear();
    return unlink(utmp_path);
}

/* Asserts that the entry is the login of its place in the file. */
static void is_in_order(uint32_t level, const struct session_entry *entry, uint32_t index,
                        void *context)
{
    (void)context;
    assert_true(text_is(entry->client, client_of(index)));
    if (level != 0)
    {
        assert_true(text_is(entry->user, user_of(index)));
    }
}

static void every_loop_sees_each_login_once_and_in_order(void **state)
{
    (void)state;
    for (int loop = 0; loop < PAGING_LOOPS; loop++)
    {
        for (unsigned int i = 0; i < session_levels_known_count; i++)
        {
            for (uint32_t length = LENGTH_MIN; length < LENGTH_MAX; length += LENGTH_STEP)
            {
                const struct paging_query query = {
                    .level = session_levels_known[i],
                    .preferred_length = length,
                };
                const struct paging_result result =
                    read_pages((enum paging_loop)loop, &query, is_in_order, NULL);

                assert_int_equal(result.status, ERROR_SUCCESS);
                assert_int_equal(result.entries, LOGINS);
            }
        }
    }
}

static void length_that_no_entry_fits_in_is_buffer_too_small(void **state)
{
    struct info_answer answer;

    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        assert_int_equal(enum_page(NULL, session_levels_known[i], 1, 0, &answer), NERR_BufTooSmall);
    }
}

static void filters_count_at_every_level_and_on_every_page(void **state)
{
    static const struct
    {
        const char *client;
        const char *user;
        uint32_t entries;
    } cases[] = {
        { "\\\\HERE", NULL, 5 },
        { NULL, "Bob", 3 },
        { "\\\\there", "bob", 2 },
        { "", "", LOGINS },
    };

    (void)state;
    for (int loop = 0; loop < PAGING_LOOPS; loop++)
    {
        for (unsigned int i = 0; i < session_levels_known_count; i++)
        {
            for (size_t j = 0; j < sizeof(cases) / sizeof(cases[0]); j++)
            {
                const struct paging_query query = {
                    .client = cases[j].client,
                    .user = cases[j].user,
                    .level = session_levels_known[i],
                    .preferred_length = 160, /* room for one or two */
                };
                const struct paging_result result =
                    read_pages((enum paging_loop)loop, &query, NULL, NULL);

                assert_int_equal(result.status, ERROR_SUCCESS);
                assert_int_equal(result.entries, cases[j].entries);
            }
        }
    }
}

static void filters_that_find_nothing_say_what_is_missing(void **state)
{
    struct info_answer answer;

    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];

        assert_int_equal(enum_sessions(NULL, "\\\\nowhere", "bob", level, &answer),
                         NERR_ClientNameNotFound);
        assert_int_equal(enum_sessions(NULL, "\\\\here", "dave", level, &answer),
                         NERR_UserNotFound);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_loop_sees_each_login_once_and_in_order),
        TEST(length_that_no_entry_fits_in_is_buffer_too_small),
        TEST(filters_count_at_every_level_and_on_every_page),
        TEST(filters_that_find_nothing_say_what_is_missing),
    };

    return cmocka_run_group_tests_name("logins_paging", tests, NULL, NULL);
}
