/*
 * A Samba server with so many sessions that its answer comes in many fragments.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdatomic.h>

#include "platform/posix.h"
#include "remote/pool.h"
#include "support/direct.h"
#include "support/live.h"
#include "support/proxy.h"
#include "support/session_calls.h"

#define CONNECTIONS 240
#define SESSIONS    (CONNECTIONS + 1) /* with that of the test's own calls */

static struct server_connection *connections[CONNECTIONS];

static int start(void **state)
{
    if (start_server_as_admin(state))
    {
        return -1;
    }
    for (size_t i = 0; i < CONNECTIONS; i++)
    {
        if (direct_open(bed, i % 2 ? "alice" : "bob", false, &connections[i]))
        {
            return -1;
        }
    }
    return 0;
}

static int stop(void **state)
{
    for (size_t i = 0; i < CONNECTIONS; i++)
    {
        server_connection_free(connections[i]);
    }
    return stop_server(state);
}

static void answer_of_many_fragments_is_whole_at_every_level(void **state)
{
    (void)state;
    for (unsigned int i = 0; i < session_levels_known_count; i++)
    {
        const uint32_t level = session_levels_known[i];
        struct info_answer answer;

        assert_int_equal(enum_sessions(SERVER, NULL, NULL, level, &answer), ERROR_SUCCESS);
        assert_int_equal(answer.entries, SESSIONS);
        assert_int_equal(answer.total_entries, SESSIONS);
        if (level)
        {
            assert_int_equal(count_of_user(level, &answer, "alice", NULL), CONNECTIONS / 2);
            assert_int_equal(count_of_user(level, &answer, "bob", NULL), CONNECTIONS / 2);
            assert_int_equal(count_of_user(level, &answer, "admin", NULL), 1);
        }
        answer_free(&answer);
    }
}

static void pages_of_a_long_answer_make_up_the_whole(void **state)
{
    static const uint32_t lengths[] = { 100, 1000, 5000 };

    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
    {
        struct info_answer answer = { 0 };
        uint32_t status = ERROR_MORE_DATA;
        uint32_t of_alice = 0;
        uint32_t entries = 0;

        while (status == ERROR_MORE_DATA && entries <= SESSIONS)
        {
            status = enum_page(SERVER, 1, lengths[i], answer.resume_handle, &answer);
            entries += answer.entries;
            of_alice += count_of_user(1, &answer, "alice", NULL);
            answer_free(&answer);
        }
        assert_int_equal(status, ERROR_SUCCESS);
        assert_int_equal(entries, SESSIONS);
        assert_int_equal(of_alice, CONNECTIONS / 2);
    }
}

/* ---- What is on its way at the same time ----------------------------------------------------- */

#define STATUS_POSITION 8

static atomic_int reads_under_way;
static atomic_int most_reads_under_way;

static void see_request(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_READ) && ++reads_under_way > most_reads_under_way)
    {
        most_reads_under_way = reads_under_way;
    }
}

static void see_reply(struct writer *message, struct writer *memory)
{
    struct reader reader = reader_over(message->data, message->size);

    (void)memory;
    reader_seek(&reader, STATUS_POSITION);
    if (middle_is_command(message, SMB2_READ) && reader_u32(&reader) != STATUS_PENDING)
    {
        reads_under_way--;
    }
}

/* Several, but none too many: that one would still be waiting. */
static void reads_of_a_long_answer_are_under_way_together(void **state)
{
    struct proxy *proxy = proxy_start(bed_port(bed), see_request, see_reply);
    struct info_answer answer;

    (void)state;
    assert_non_null(proxy);
    bed_configure_port("far", proxy_port(proxy));
    posix_credential_set("far", "admin", bed_password(bed, "admin"));
    assert_int_equal(enum_sessions("far", NULL, NULL, 1, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, SESSIONS + 1);
    assert_in_range(most_reads_under_way, 2, SMB2_REQUESTS_MAX);
    assert_int_equal(reads_under_way, 0);
    answer_free(&answer);
    pool_clear();
    proxy_stop(proxy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answer_of_many_fragments_is_whole_at_every_level),
        cmocka_unit_test(pages_of_a_long_answer_make_up_the_whole),
        cmocka_unit_test(reads_of_a_long_answer_are_under_way_together),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
