/*
 * Many threads make mixed calls to mixed servers, while connections break and settings change.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     threads [SECONDS]
 *
 * Built with ThreadSanitizer (tests/threads/run), which reports what threads do to each other. Here it is
 * looked at what they get: of a healthy server, what a single thread gets, always; of one that comes and
 * goes, that, or a code which says so; of one that is not there, the code which says so; and nothing that
 * was made can be inherited by a child.
 */
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "support/family_calls.h"
#include "support/live.h"
#include "support/session_calls.h"
#include "threads/breaker.h"

#define THREADS         32
#define SECONDS         10
#define CALLS_MAX       256
#define LEVELS_MAX      32
#define BREAK_PAUSE     300    /* ms between two connections that are ended */
#define CHANGE_PAUSE    200000 /* us between two changes */
#define CALL_TIMEOUT    5000   /* ms; what those wait for who call the server that says nothing */
#define WAITERS         2      /* threads that do so */
#define LONG_TIMEOUT    600000 /* ms, for servers that are there: on a busy machine they start */
#define ANSWERS_TIMEOUT 300    /* s, for the first answer of each of them */
#define NUMBER          1      /* whatever a call has to choose */
#define TEXT_SIZE       256
#define DESCRIPTORS_MAX 1024

/* ---- Servers --------------------------------------------------------------------------------- */

enum health
{
    HEALTHY,  /* gives what it gives a single thread */
    UNSTEADY, /* or is not there */
    AWAY,
};

static const struct server
{
    const char *name;
    enum health health;
    uint32_t away; /* the code, where it never is there */
} servers[] = {
    { SERVER, HEALTHY, 0 },
    { "alias", HEALTHY, 0 }, /* the same one */
    { "other", HEALTHY, 0 },
    { "breaking", UNSTEADY, 0 },
    { "changing", UNSTEADY, 0 },
    { "used", UNSTEADY, 0 },
    { "closed", AWAY, ERROR_BAD_NETPATH },
    { "silent", AWAY, ERROR_SEM_TIMEOUT }, /* the last: see WAITERS */
};

/* What is said of a server that goes away before, or in the middle of, a call. */
static const uint32_t away_codes[] = {
    ERROR_BAD_NETPATH,
    ERROR_NETNAME_DELETED,
    ERROR_SEM_TIMEOUT,
};

static bool is_away_code(uint32_t status)
{
    bool is_one = false;

    for (size_t i = 0; i < COUNT(away_codes); i++)
    {
        is_one |= status == away_codes[i];
    }
    return is_one;
}

static struct bed *other_bed;
static struct helper *other_session;
static struct breaker *breaker;
static uint16_t nobody_listens;

static void set_port(const char *server, uint16_t port)
{
    char text[8];

    snprintf(text, sizeof(text), "%u", port);
    posix_config_set(server, "Address", "127.0.0.1");
    posix_config_set(server, "Port", text);
}

static void set_timeout(unsigned int milliseconds)
{
    char text[16];

    snprintf(text, sizeof(text), "%u", milliseconds);
    posix_config_set(NULL, "CallTimeout", text);
    posix_config_set(NULL, "ConnectTimeout", text);
}

static int start_servers(void **state)
{
    static const char *const plain[] = { NULL };
    static const char *const same[] = { SERVER, "alias", "breaking", "changing", "used" };

    if (start_server(state))
    {
        return -1;
    }
    other_bed = bed_start(plain);
    if (!other_bed)
    {
        return -1;
    }
    for (size_t i = 0; i < COUNT(same); i++)
    {
        bed_configure(bed, same[i], "admin");
    }
    bed_configure(other_bed, "other", "admin");
    breaker = breaker_start(bed_port(bed), BREAK_PAUSE);
    set_port("breaking", breaker_port(breaker));
    nobody_listens = closed_port();
    set_port("closed", nobody_listens);
    set_port("silent", silent_port());
    hold_session("alice", "hello.txt", "127.0.0.1");
    other_session = bed_client(other_bed, "alice", "hello.txt", "127.0.0.1");
    return other_session ? 0 : -1;
}

static int stop_servers(void **state)
{
    pool_clear();
    breaker_stop(breaker);
    helper_stop(other_session);
    bed_stop(other_bed);
    return stop_server(state);
}

/* ---- Calls ----------------------------------------------------------------------------------- */

/* The functions that only ask, of the families that have servers answer. */
static bool only_asks(const char *name)
{
    static const char *const families[] = {
        "NetSession", "NetFile",       "NetConnection", "NetShare",    "NetServer", "NetWksta",
        "NetUser",    "NetLocalGroup", "NetGroup",      "NetQueryDis", "NetDfs",    "NetRemote",
    };
    static const char *const changes[] = { "Add",  "Del",    "Set",    "Close",
                                           "Move", "Remove", "Change", "Initialize" };
    bool is_wanted = false;

    for (size_t i = 0; i < COUNT(families); i++)
    {
        is_wanted |= !strncmp(name, families[i], strlen(families[i]));
    }
    for (size_t i = 0; i < COUNT(changes); i++)
    {
        is_wanted &= !strstr(name, changes[i]);
    }
    return is_wanted;
}

/* What a single thread gets. */
static struct expected
{
    const struct family_call *call;
    uint32_t status[LEVELS_MAX];
    size_t level_count;
} expected[CALLS_MAX];
static size_t expected_count;

static uint32_t make_call(const char *server, const struct family_call *call, size_t level,
                          const char **fault)
{
    struct utf16_name name, user, password;
    struct family_arguments arguments = { .preferred_length = PREFERRED_LENGTH_UNLIMITED,
                                          .number = NUMBER };
    struct family_result result;
    uint32_t status = ERROR_SUCCESS;

    utf16_name_from_utf8(&name, server);
    utf16_name_from_utf8(&user, "admin");
    utf16_name_from_utf8(&password, bed_password(bed, "admin"));
    arguments.server = utf16_from_name(&name);
    arguments.user = utf16_from_name(&user);
    arguments.password = utf16_from_name(&password);
    arguments.level = family_level(call, level);
    status = family_call_make(call, &arguments, &result);
    *fault = family_result_fault(call, &arguments, status, &result);
    family_result_free(&result);
    return status;
}

static void learn_what_a_single_thread_gets(void)
{
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);
        struct expected *of = &expected[expected_count];

        if (!only_asks(call->name))
        {
            continue;
        }
        assert_true(expected_count < CALLS_MAX);
        of->call = call;
        of->level_count = call->levels ? call->levels->level_count : 1;
        assert_true(of->level_count <= LEVELS_MAX);
        for (size_t level = 0; level < of->level_count; level++)
        {
            const char *fault = NULL;

            of->status[level] = make_call(SERVER, call, level, &fault);
            assert_null(fault);
            assert_false(is_away_code(of->status[level]));
            assert_int_equal(make_call("other", call, level, &fault), of->status[level]);
            assert_null(fault);
        }
        expected_count++;
    }
}

/* ---- What is seen ---------------------------------------------------------------------------- */

static struct
{
    pthread_mutex_t lock;
    unsigned int failures;
    char first[TEXT_SIZE]; /* failure */
} seen = { .lock = PTHREAD_MUTEX_INITIALIZER };
static atomic_uint calls[COUNT(servers)];
static atomic_uint answers[COUNT(servers)];
static atomic_bool is_over;

static void fail_with(const char *who, const char *what, size_t level, uint32_t status,
                      const char *fault)
{
    pthread_mutex_lock(&seen.lock);
    if (!seen.failures++)
    {
        snprintf(seen.first, sizeof(seen.first), "%s: %s, level %zu: %u%s%s", who, what, level,
                 status, fault ? ", " : "", fault ? fault : "");
    }
    pthread_mutex_unlock(&seen.lock);
}

/* On a busy machine anything may take too long, and then that is what is said. */
static bool is_right(const struct server *server, uint32_t status, uint32_t of_a_single_thread,
                     uint64_t took)
{
    if (status == ERROR_SEM_TIMEOUT && took >= CALL_TIMEOUT)
    {
        return true;
    }
    switch (server->health)
    {
    case HEALTHY: return status == of_a_single_thread;
    case UNSTEADY: return status == of_a_single_thread || is_away_code(status);
    default:
        /* A level may be refused before anybody is asked. */
        return status == server->away ||
               (status == ERROR_INVALID_LEVEL && of_a_single_thread == status);
    }
}

static void call_one(size_t which, unsigned int *seed)
{
    const struct expected *of = &expected[(size_t)rand_r(seed) % expected_count];
    const size_t level = (size_t)rand_r(seed) % of->level_count;
    const uint64_t start = platform_now();
    const char *fault = NULL;
    const uint32_t status = make_call(servers[which].name, of->call, level, &fault);

    atomic_fetch_add(&calls[which], 1);
    atomic_fetch_add(&answers[which], family_is_answer(status));
    if (fault || !is_right(&servers[which], status, of->status[level], platform_now() - start))
    {
        fail_with(servers[which].name, of->call->name, level, status, fault);
    }
}

/* What the host's own files say is asked of nobody. */
static void call_this_computer(void)
{
    struct info_answer answer;
    const uint64_t start = platform_now();
    const uint32_t status = enum_sessions("localhost", NULL, NULL, 1, &answer);

    answer_free(&answer);
    if (status && !(status == ERROR_SEM_TIMEOUT && platform_now() - start >= CALL_TIMEOUT))
    {
        fail_with("localhost", "NetSessionEnum", 1, status, NULL);
    }
}

static void *make_calls(void *argument)
{
    const uintptr_t number = (uintptr_t)argument;
    unsigned int seed = (unsigned int)number;

    while (!atomic_load(&is_over))
    {
        const size_t which = (size_t)rand_r(&seed) % COUNT(servers);

        if (number <= WAITERS)
        {
            call_one(COUNT(servers) - 1, &seed);
        }
        else if (which < COUNT(servers) - 1)
        {
            call_one(which, &seed);
        }
        else
        {
            call_this_computer();
        }
    }
    return NULL;
}

/* ---- What changes ---------------------------------------------------------------------------- */

static const struct family_call *find_call(const char *name)
{
    for (size_t i = 0; i < family_call_count(); i++)
    {
        if (!strcmp(family_call_at(i)->name, name))
        {
            return family_call_at(i);
        }
    }
    return NULL;
}

/* Adds a use and deletes it, which ends connections; moves a server to a port where nobody listens, and
 * back; has it encrypted, and not. */
static void *change_settings(void *argument)
{
    const struct family_call *use = find_call("NetUseAdd, NetUseGetInfo, NetUseDel");

    (void)argument;
    for (unsigned int i = 0; !atomic_load(&is_over); i++)
    {
        const char *fault = NULL;
        const uint32_t status = make_call("used", use, i, &fault);

        if (fault || (status && !is_away_code(status)))
        {
            fail_with("used", use->name, i, status, fault);
        }
        set_port("changing", i % 4 ? bed_port(bed) : nobody_listens);
        posix_config_set("changing", "Encryption", i % 3 ? "auto" : "required");
        usleep(CHANGE_PAUSE);
    }
    return NULL;
}

/* ---- What a child would inherit -------------------------------------------------------------- */

static bool would_be_inherited(const char *descriptor)
{
    char path[TEXT_SIZE], line[TEXT_SIZE];
    unsigned int flags = O_CLOEXEC;
    FILE *file = NULL;

    snprintf(path, sizeof(path), "/proc/self/fdinfo/%.20s", descriptor);
    file = fopen(path, "re");
    while (file && fgets(line, sizeof(line), file))
    {
        sscanf(line, "flags: %o", &flags);
    }
    if (file)
    {
        fclose(file);
    }
    return !(flags & O_CLOEXEC);
}

/* Those that the program was started with are no concern of this. */
static void look_at_descriptors(bool known[DESCRIPTORS_MAX], bool is_start)
{
    DIR *folder = opendir("/proc/self/fd");
    const struct dirent *entry = NULL;

    while (folder && (entry = readdir(folder)))
    {
        const int descriptor = atoi(entry->d_name);

        if (entry->d_name[0] == '.' || descriptor >= DESCRIPTORS_MAX || known[descriptor] ||
            !would_be_inherited(entry->d_name))
        {
            continue;
        }
        known[descriptor] = is_start;
        if (!is_start)
        {
            fail_with("a child", "inherits a descriptor", (size_t)descriptor, 0, NULL);
        }
    }
    if (folder)
    {
        closedir(folder);
    }
}

static void *watch_descriptors(void *known)
{
    while (!atomic_load(&is_over))
    {
        look_at_descriptors(known, false);
        usleep(1000);
    }
    return NULL;
}

/* ---- The test -------------------------------------------------------------------------------- */

static unsigned int seconds = SECONDS;

static pthread_t start_thread(void *(*function)(void *), void *argument)
{
    pthread_t thread;

    assert_int_equal(pthread_create(&thread, NULL, function, argument), 0);
    return thread;
}

static void tell(void)
{
    for (size_t i = 0; i < COUNT(servers); i++)
    {
        printf("%s: %u calls, %u answers\n", servers[i].name, atomic_load(&calls[i]),
               atomic_load(&answers[i]));
    }
    printf("%u connections were ended\n", breaker_ended(breaker));
}

/* Or have been called at least, where they need not answer. */
static bool all_have_answered(void)
{
    bool all = true;

    for (size_t i = 0; i < COUNT(servers); i++)
    {
        all &= atomic_load(servers[i].health == HEALTHY ? &answers[i] : &calls[i]) > 0;
    }
    return all;
}

static void threads_get_what_a_single_thread_gets(void **state)
{
    static bool known[DESCRIPTORS_MAX];
    pthread_t threads[THREADS + 2];

    (void)state;
    set_timeout(LONG_TIMEOUT);
    learn_what_a_single_thread_gets();
    set_timeout(CALL_TIMEOUT);
    look_at_descriptors(known, true);
    threads[THREADS] = start_thread(change_settings, NULL);
    threads[THREADS + 1] = start_thread(watch_descriptors, known);
    for (uintptr_t i = 0; i < THREADS; i++)
    {
        threads[i] = start_thread(make_calls, (void *)(i + 1));
    }
    sleep(seconds);
    for (unsigned int i = 0; i < ANSWERS_TIMEOUT && !all_have_answered(); i++)
    {
        sleep(1);
    }
    atomic_store(&is_over, true);
    for (size_t i = 0; i < COUNT(threads); i++)
    {
        pthread_join(threads[i], NULL);
    }
    tell();
    if (seen.failures)
    {
        fail_msg("%u failures; the first: %s", seen.failures, seen.first);
    }
    assert_true(all_have_answered());
    assert_true(breaker_ended(breaker) > 0);
}

/* Nothing is left behind of connections that broke. */
static void afterwards_the_servers_that_are_there_answer(void **state)
{
    (void)state;
    set_timeout(LONG_TIMEOUT);
    set_port("changing", bed_port(bed));
    set_port("breaking", bed_port(bed));
    for (size_t i = 0; i < COUNT(servers); i++)
    {
        const char *fault = NULL;

        if (servers[i].health != AWAY)
        {
            assert_int_equal(make_call(servers[i].name, expected[0].call, 0, &fault),
                             expected[0].status[0]);
        }
    }
}

int main(int argc, char *argv[])
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_get_what_a_single_thread_gets),
        cmocka_unit_test(afterwards_the_servers_that_are_there_answer),
    };

    if (argc > 1)
    {
        seconds = (unsigned int)atoi(argv[1]);
    }
    return cmocka_run_group_tests_name("threads", tests, start_servers, stop_servers);
}
