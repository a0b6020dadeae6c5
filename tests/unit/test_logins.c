/*
 * The logins of this host as sessions: files made by hand, whole and broken.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "families/session/sessions.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "support/unit.h"
#include "support/utmp.h"

/* ---- Files ----------------------------------------------------------------------------------- */

static char folder[] = "/tmp/netapi32-logins.XXXXXX";
static char utmp_path[sizeof(folder) + 8];

static void write_session(const char *name, const char *text)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    write_file(path, text, strlen(text));
}

static int set_up(void **state)
{
    (void)state;
    strcpy(folder + sizeof(folder) - 7, "XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(utmp_path, sizeof(utmp_path), "%s/.utmp", folder);
    posix_config_set(NULL, "LocalSource", "logins");
    posix_config_set(NULL, "LoginsFile", utmp_path);
    return 0;
}

static int tear_down(void **state)
{
    char command[sizeof(folder) + 16];

    (void)state;
    posix_config_clear();
    snprintf(command, sizeof(command), "rm -rf %s", folder);
    return system(command);
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static uint32_t enumerate(uint32_t level, struct info_answer *answer)
{
    const struct sessions_request request = {
        .list.level = level,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };

    return sessions_enumerate(&request, answer);
}

static void assert_text(const uint16_t *text, const char *expected)
{
    char utf8[3 * NAME_LENGTH_MAX + 1];

    assert_true(utf16_to_utf8(utf16_from_terminated(text), utf8, sizeof(utf8)));
    assert_string_equal(utf8, expected);
}

/* Asserts that the clients are these, up to NULL. */
static void assert_clients(const char *const *clients)
{
    struct info_answer answer;
    const struct session_info_0 *sessions = NULL;
    uint32_t count = 0;

    assert_int_equal(enumerate(0, &answer), ERROR_SUCCESS);
    sessions = answer.buffer;
    for (; clients[count] && count < answer.entries; count++)
    {
        assert_text(sessions[count].client, clients[count]);
    }
    assert_null(clients[count]);
    assert_int_equal(answer.entries, count);
    platform_api_free(answer.buffer);
}

#define assert_clients_are(...) assert_clients((const char *const[]){ __VA_ARGS__ })

/* ---- Time --------------------------------------------------------------------------------------- */

/* Reading, looking up and sorting are inside the time of the call, whatever somebody has written there. */
static void logins_end_in_the_time_of_the_call(void **state)
{
    enum
    {
        MANY = 200000,
        TOLERANCE = 2000, /* for a machine with more to do */
    };
    struct record *records = calloc(MANY, sizeof(*records));
    struct info_answer answer;
    uint64_t start = 0;

    (void)state;
    assert_non_null(records);
    for (size_t i = 0; i < MANY; i++)
    {
        records[i] = login_of("alice", "client");
    }
    write_utmp(utmp_path, records, MANY, 0);
    free(records);
    posix_config_set(NULL, "CallTimeout", "20");
    start = platform_now();
    assert_int_equal(enumerate(10, &answer), ERROR_SEM_TIMEOUT);
    assert_in_range(platform_now() - start, 0, TOLERANCE);
    assert_null(answer.buffer);
}

/* ---- utmp ------------------------------------------------------------------------------------ */

static void a_network_login_is_a_session(void **state)
{
    struct record record = login_of("alice", "client.example.org");
    struct info_answer answer;
    const struct session_info_502 *session = NULL;

    (void)state;
    write_utmp(utmp_path, &record, 1, 0);
    assert_int_equal(enumerate(502, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_int_equal(answer.total_entries, 1);
    session = answer.buffer;
    assert_text(session->client, "client.example.org");
    assert_text(session->user, "alice");
    assert_int_equal(session->opens, 1);
    assert_in_range(session->active_seconds, 100, 110);
    assert_int_equal(session->idle_seconds, 0);
    assert_int_equal(session->flags, 0);
    assert_text(session->client_type, "");
    assert_text(session->transport, "");
    platform_api_free(answer.buffer);
}

static void only_live_network_logins_of_users_count(void **state)
{
    struct record records[] = {
        login_of("first", "one"), login_of("dead", "no"),  login_of("over", "no"),
        login_of("", "no"),       login_of("local", ""),   login_of("x", ":0"),
        login_of("x", ":0.0"),    login_of("zero", "no"),  login_of("minus", "no"),
        login_of("boot", "6.1"),  login_of("last", "two"),
    };

    (void)state;
    records[1].process = NO_PROCESS;
    records[2].type = DEAD_PROCESS;
    records[7].process = 0;
    records[8].process = UINT32_MAX;
    records[9].type = 2;
    write_utmp(utmp_path, records, sizeof(records) / sizeof(records[0]), 0);
    assert_clients_are("one", "two", NULL);
}

static void clients_are_named_as_the_api_names_them(void **state)
{
    static const char *const hosts[][2] = {
        { "host", "host" },
        { "host:0", "host" },
        { "host.example.org:10.0", "host.example.org" },
        { "192.0.2.1", "192.0.2.1" },
        { "192.0.2.1:1", "192.0.2.1" },
        { "2001:db8::1", "2001:db8::1" },
        { "fe80::1%eth0", "fe80::1%eth0" },
        { "\\\\HOST", "HOST" },
        { "192.0.2.1 via mosh [123]", "192.0.2.1" },
        { "b\xC3\xBC"
          "cher.example",
          "b\xC3\xBC"
          "cher.example" },
        { "tmux(17).%0", NULL },
        { "mosh [123]", NULL },
        { ":pts/1:S.0", NULL },
        { "a\\b", NULL },
        { "\\\\", NULL },
        { "host\x01", NULL },
        { "host\xFF", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++)
    {
        struct record record = login_of("user", hosts[i][0]);

        write_utmp(utmp_path, &record, 1, 0);
        assert_clients_are(hosts[i][1], NULL);
    }
}

static void an_address_is_the_client_where_there_is_no_host(void **state)
{
    struct record records[] = { login_of("v4", ""), login_of("v6", ""), login_of("both", "name") };

    (void)state;
    memcpy(records[0].address, (uint8_t[]){ 192, 0, 2, 9 }, 4);
    memcpy(records[1].address, (uint8_t[]){ 0x20, 0x01, 0x0d, 0xb8, [15] = 0x1f }, 16);
    memcpy(records[2].address, (uint8_t[]){ 192, 0, 2, 9 }, 4);
    write_utmp(utmp_path, records, 3, 0);
    assert_clients_are("192.0.2.9", "2001:db8::1f", "name", NULL);
}

static void names_may_fill_their_places(void **state)
{
    const char *user = "u234567890123456789012345678901-";
    char host[257];
    struct record record;
    struct info_answer answer;

    (void)state;
    memset(host, 'h', 256);
    host[256] = 0;
    record = login_of(user, host);
    write_utmp(utmp_path, &record, 1, 0);
    assert_int_equal(enumerate(10, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 1);
    assert_text(((struct session_info_10 *)answer.buffer)->user, user);
    assert_text(((struct session_info_10 *)answer.buffer)->client, host);
    platform_api_free(answer.buffer);
}

static void times_are_never_negative(void **state)
{
    struct record records[] = { login_of("future", "one"), login_of("past", "two") };
    struct info_answer answer;
    const struct session_info_10 *sessions = NULL;

    (void)state;
    records[0].start = (uint32_t)time(NULL) + 5000;
    records[1].start = 0;
    write_utmp(utmp_path, records, 2, 0);
    assert_int_equal(enumerate(10, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    sessions = answer.buffer;
    assert_int_equal(sessions[0].active_seconds, 0);
    assert_int_equal(sessions[0].idle_seconds, 0);
    assert_in_range(sessions[1].active_seconds, time(NULL) - 10, time(NULL) + 10);
    platform_api_free(answer.buffer);
}

static void a_session_is_idle_since_the_last_access_to_its_terminal(void **state)
{
    struct record records[] = { login_of("old", "one"), login_of("young", "two"),
                                login_of("elsewhere", "three") };
    struct info_answer answer;
    const struct session_info_10 *sessions = NULL;
    struct stat information;
    uint32_t idle = 0;

    (void)state;
    assert_int_equal(stat("/dev/full", &information), 0);
    /* Parts of a second may make one less. */
    idle = (uint32_t)(time(NULL) - information.st_atime) - 1;
    records[0].line = "full";
    records[0].start = 1000000000;
    records[1].line = "full";
    records[1].start = (uint32_t)time(NULL) - 3;
    records[2].line = "../etc/passwd";
    records[2].start = 1000000000;
    write_utmp(utmp_path, records, 3, 0);
    assert_int_equal(enumerate(10, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 3);
    sessions = answer.buffer;
    assert_in_range(sessions[0].idle_seconds, idle, idle + 10);
    assert_true(sessions[1].idle_seconds <= sessions[1].active_seconds);
    assert_int_equal(sessions[2].idle_seconds, 0);
    platform_api_free(answer.buffer);
}

static void a_truncated_file_gives_what_is_whole(void **state)
{
    struct record records[] = { login_of("a", "one"), login_of("b", "two"),
                                login_of("c", "three") };

    (void)state;
    write_utmp(utmp_path, records, 3, 1);
    assert_clients_are("one", "two", NULL);
    write_utmp(utmp_path, records, 3, RECORD_SIZE + 383);
    assert_clients_are("one", NULL);
    write_utmp(utmp_path, records, 1, 1);
    assert_clients_are(NULL, NULL);
    write_utmp(utmp_path, records, 0, 0);
    assert_clients_are(NULL, NULL);
}

static void a_corrupted_record_harms_no_other(void **state)
{
    struct record records[] = { login_of("a", "one"), login_of("b", "two"),
                                login_of("c", "three") };
    uint8_t data[3 * RECORD_SIZE];

    (void)state;
    for (size_t i = 0; i < 3; i++)
    {
        make_record(&records[i], data + i * RECORD_SIZE);
    }
    memset(data + RECORD_SIZE, 0xFF, RECORD_SIZE);
    write_file(utmp_path, data, sizeof(data));
    assert_clients_are("one", "three", NULL);
}

static void a_file_that_cannot_be_read_has_no_sessions(void **state)
{
    (void)state;
    posix_config_set(NULL, "LoginsFile", "/nowhere/utmp");
    assert_clients_are(NULL, NULL);
    assert_int_equal(mkfifo(utmp_path, 0600), 0);
    posix_config_set(NULL, "LoginsFile", utmp_path);
    assert_clients_are(NULL, NULL);
}

/* ---- systemd --------------------------------------------------------------------------------- */

/* A session file of this process. */
static void write_systemd_session(const char *name, const char *user, const char *host, long start,
                                  const char *more)
{
    char text[1024];

    snprintf(text, sizeof(text),
             "# This is private data.\nUID=1000\nUSER=%s\nCLASS=user\nREMOTE_HOST=%s\nTTY=pts/9\n"
             "LEADER=%d\nREALTIME=%ld000000\n%s",
             user, host, (int)getpid(), start, more);
    write_session(name, text);
}

static void sessions_of_systemd_are_read_where_there_is_no_utmp(void **state)
{
    const long now = (long)time(NULL);
    struct info_answer answer;
    const struct session_info_10 *sessions = NULL;

    (void)state;
    posix_config_set(NULL, "LoginsFile", folder);
    write_systemd_session("10", "late", "192.0.2.1", now - 5, "STATE=active\nREMOTE=1\n");
    write_systemd_session("c2", "early", "client", now - 50, "REMOTE\nREMOTE=1");
    write_systemd_session("3", "local", "no", now, "REMOTE=0\n");
    write_systemd_session("4", "unsaid", "no", now, "");
    write_systemd_session("5", "closing", "no", now, "REMOTE=1\nSTATE=closing\n");
    write_systemd_session("6.ref", "pipe", "no", now, "REMOTE=1\n");
    write_systemd_session(".#7", "temporary", "no", now, "REMOTE=1\n");
    write_systemd_session("8", "", "no", now, "REMOTE=1\n");
    write_session("9", "USER=gdm\nCLASS=greeter\nREMOTE=1\nREMOTE_HOST=no\nREALTIME=1\nLEADER=1\n");
    write_session("11", "USER=gone\nCLASS=user\nREMOTE=1\nREMOTE_HOST=no\nREALTIME=1\n"
                        "LEADER=2147483632\n");
    assert_int_equal(enumerate(10, &answer), ERROR_SUCCESS);
    assert_int_equal(answer.entries, 2);
    sessions = answer.buffer;
    assert_text(sessions[0].user, "early");
    assert_text(sessions[0].client, "client");
    assert_in_range(sessions[0].active_seconds, 50, 60);
    assert_text(sessions[1].user, "late");
    assert_text(sessions[1].client, "192.0.2.1");
    platform_api_free(answer.buffer);
}

static void broken_sessions_of_systemd_are_none(void **state)
{
    char long_user[400];

    (void)state;
    posix_config_set(NULL, "LoginsFile", folder);
    memset(long_user, 'u', sizeof(long_user) - 1);
    long_user[sizeof(long_user) - 1] = 0;
    write_session("1", "");
    write_session("2", "USER");
    write_session("3", "=\n\n\nUSER=\nREMOTE=1\nCLASS=user\nREALTIME=1\n");
    write_session("4", "USER=a\nREMOTE=1\nCLASS=user\nREMOTE_HOST=h\nLEADER=1\nREALTIME=-5\n");
    write_session("5", "USER=a\nREMOTE=1\nCLASS=user\nREMOTE_HOST=h\nLEADER=1\n"
                       "REALTIME=99999999999999999999\n");
    write_session("6", "USER=a\nREMOTE=1\nCLASS=user\nREMOTE_HOST=h\nLEADER=4294967297\n"
                       "REALTIME=5\n");
    write_systemd_session("7", long_user, "host", 1000000000, "REMOTE=1\n");
    assert_clients_are(NULL, NULL);
}

/* ---- The source ------------------------------------------------------------------------------ */

static void logins_cannot_be_ended(void **state)
{
    struct record record = login_of("alice", "client");
    const struct utf16_name user = utf16_name_from_ascii("alice");
    const struct utf16_name other = utf16_name_from_ascii("bob");
    const struct utf16_slice none = { NULL, 0 };

    (void)state;
    write_utmp(utmp_path, &record, 1, 0);
    assert_int_equal(sessions_delete(none, none, utf16_from_name(&user)), ERROR_NOT_SUPPORTED);
    assert_int_equal(sessions_delete(none, none, utf16_from_name(&other)), NERR_UserNotFound);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(logins_end_in_the_time_of_the_call),
        TEST(a_network_login_is_a_session),
        TEST(only_live_network_logins_of_users_count),
        TEST(clients_are_named_as_the_api_names_them),
        TEST(an_address_is_the_client_where_there_is_no_host),
        TEST(names_may_fill_their_places),
        TEST(times_are_never_negative),
        TEST(a_session_is_idle_since_the_last_access_to_its_terminal),
        TEST(a_truncated_file_gives_what_is_whole),
        TEST(a_corrupted_record_harms_no_other),
        TEST(a_file_that_cannot_be_read_has_no_sessions),
        TEST(sessions_of_systemd_are_read_where_there_is_no_utmp),
        TEST(broken_sessions_of_systemd_are_none),
        TEST(logins_cannot_be_ended),
    };

    return cmocka_run_group_tests_name("logins", tests, NULL, NULL);
}
