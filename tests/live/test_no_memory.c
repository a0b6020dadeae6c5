/*
 * Every call of every family without memory, wherever it runs out of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each call is made again and again. The first block that it asks for is refused, the second, and so
 * on, up to the last, each once alone and once with all that follow. Then it fails with
 * ERROR_NOT_ENOUGH_MEMORY and has no answer, the next call is as it always was, and nothing is left
 * behind. What a call may do without stands in a table.
 *
 * Of a first call each FIRST_STEPth block is refused, of a further one each FURTHER_STEPth, others for the
 * next call; NO_MEMORY_STEP in the environment is another step: 1 refuses each. NO_MEMORY_CALL is the beginning of the
 * names of the calls that are made, all by default.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remote/known_server.h"
#include "remote/pool.h"
#include "support/allocations.h"
#include "support/family_calls.h"
#include "support/live.h"

#define START_STEP   1 /* of the very first call */
#define FIRST_STEP   61
#define FURTHER_STEP 7

#define BLOCKS_MAX 5000 /* of a call: more would be without end */
#define LEAKS_SEEN 3    /* so often in succession, to be none that something keeps */
#define USUAL_MAX  4
#define FAULTS_MAX 40 /* that are told */

/* How a process that makes the very first call ends. */
#define CHILD_FINE  0
#define CHILD_WRONG 1
#define CHILD_DONE  2 /* it did not ask for so many blocks */

/* Where a block may be missing, for the call goes on without. */
static const char *const optional[] = {
    /* What is not kept is read again by the next call. */
    "known_server_keep",
    /* The index has to do in place of the row. */
    "position_remember",
    /* A handle that is not closed is closed with its connection. */
    "account_server_close",
    "lsa_close",
    /* Without a thread that closes what is idle, connections are not kept. */
    "server_connection_new",
    /* Ciphers test themselves with memory that is kept for that. */
    "crypto_start",
};

static struct
{
    size_t refused;
    size_t faults;
    size_t rows;
} seen;

static const struct family_arguments *arguments_at(uint32_t level)
{
    static struct family_arguments arguments = {
        .server = { u"bed", 3 },
        .preferred_length = UINT32_MAX,
        .number = 0,
        .user = { u"alice", 5 },
        .password = { u"secret", 6 },
    };

    arguments.level = level;
    return &arguments;
}

static void complain(const struct family_call *call, uint32_t level, size_t block, bool alone,
                     const char *what, uint32_t status)
{
    if (seen.faults++ < FAULTS_MAX)
    {
        print_error("%s, level %u, block %zu%s: %s (%u)\n", call->name, level, block,
                    alone ? "" : " and further", what, status);
    }
}

/* ---- One call ---------------------------------------------------------------------------------- */

struct usual
{
    uint32_t statuses[USUAL_MAX];
    size_t count;
};

static uint32_t make(const struct family_call *call, uint32_t level, const char **fault)
{
    const struct family_arguments *arguments = arguments_at(level);
    struct family_result result;
    const uint32_t status = family_call_make(call, arguments, &result);

    allocations_limit(SIZE_MAX);
    *fault = family_result_fault(call, arguments, status, &result);
    family_result_free(&result);
    return status;
}

/* What a call gives with all that it asks for. What ends or makes something finds it gone, or there,
 * from the second time on. */
static void learn_usual(const struct family_call *call, uint32_t level, struct usual *usual)
{
    const char *fault = NULL;

    for (usual->count = 0; usual->count < USUAL_MAX; usual->count++)
    {
        usual->statuses[usual->count] = make(call, level, &fault);
        if (fault)
        {
            complain(call, level, 0, true, fault, usual->statuses[usual->count]);
        }
    }
}

static bool is_usual(const struct usual *usual, uint32_t status)
{
    for (size_t i = 0; i < usual->count; i++)
    {
        if (usual->statuses[i] == status)
        {
            return true;
        }
    }
    return false;
}

static bool may_do_without(void)
{
    for (size_t i = 0; i < COUNT(optional); i++)
    {
        if (allocations_refused_in(optional[i]))
        {
            return true;
        }
    }
    return false;
}

static void forget_server(bool is_first)
{
    if (is_first)
    {
        pool_clear();
        known_servers_forget();
    }
}

/* False when the call did not ask for so many blocks. */
static bool refuse(const struct family_call *call, uint32_t level, bool is_first, size_t block,
                   bool alone, const struct usual *usual)
{
    const char *fault = NULL;
    uint32_t status = ERROR_SUCCESS;

    forget_server(is_first);
    alone ? allocations_refuse_after(block) : allocations_limit(block);
    status = make(call, level, &fault);
    if (!allocations_refused())
    {
        return false;
    }
    seen.refused++;
    if (status != ERROR_NOT_ENOUGH_MEMORY && !(is_usual(usual, status) && may_do_without()))
    {
        complain(call, level, block, alone, "the result is another", status);
    }
    if (fault)
    {
        complain(call, level, block, alone, fault, status);
    }
    status = make(call, level, &fault);
    if (!is_usual(usual, status))
    {
        complain(call, level, block, alone, "the next call failed", status);
    }
    return true;
}

/* The same, and nothing is left behind: what something keeps does not come again. */
static bool refuse_without_leak(const struct family_call *call, uint32_t level, bool is_first,
                                size_t block, bool alone, const struct usual *usual)
{
    for (int i = 0; i < LEAKS_SEEN; i++)
    {
        const long held = allocations_held();

        if (!refuse(call, level, is_first, block, alone, usual))
        {
            return false;
        }
        if (allocations_held() <= held)
        {
            return true;
        }
    }
    complain(call, level, block, alone, "something is left behind", 0);
    return true;
}

static size_t step_or(size_t usual)
{
    const char *step = getenv("NO_MEMORY_STEP");

    return step ? strtoul(step, NULL, 10) : usual;
}

static void refuse_each(const struct family_call *call, uint32_t level, bool is_first)
{
    const size_t step = step_or(is_first ? FIRST_STEP : FURTHER_STEP);
    struct usual usual;

    learn_usual(call, level, &usual);
    for (int alone = 0; alone < 2; alone++)
    {
        size_t block = seen.rows++ % step;

        while (block < BLOCKS_MAX &&
               refuse_without_leak(call, level, is_first, block, alone, &usual))
        {
            block += step;
        }
        assert_true(block < BLOCKS_MAX);
    }
}

/* ---- All of them ------------------------------------------------------------------------------- */

static void begin(void)
{
    memset(&seen, 0, sizeof(seen));
}

static void end(void)
{
    print_message("%zu blocks refused\n", seen.refused);
    assert_int_equal(seen.faults, 0);
}

/* The rules that the table sets have every password expire at once: nobody could log on any more. */
static bool is_chosen(const struct family_call *call)
{
    const char *name = getenv("NO_MEMORY_CALL");

    if (!strcmp(call->name, "NetUserModalsSet"))
    {
        return false;
    }
    return !name || !strncmp(call->name, name, strlen(name));
}

/* Of a process, in which nothing has been started yet: libgcrypt and the sockets are, too. */
static bool refuse_at_start(size_t block, bool alone)
{
    const struct family_call *call = family_call_at(0);
    const uint32_t level = family_level(call, 0);
    const pid_t child = fork();
    int ended = 0;

    assert_true(child >= 0);
    if (!child)
    {
        const char *fault = NULL;
        uint32_t status = ERROR_SUCCESS;

        alone ? allocations_refuse_after(block) : allocations_limit(block);
        status = make(call, level, &fault);
        if (!allocations_refused())
        {
            _exit(CHILD_DONE);
        }
        if (fault || (status != ERROR_NOT_ENOUGH_MEMORY && (status || !may_do_without())))
        {
            complain(call, level, block, alone, fault ? fault : "the result is another", status);
            _exit(CHILD_WRONG);
        }
        status = make(call, level, &fault);
        if (status)
        {
            complain(call, level, block, alone, "the next call failed", status);
        }
        _exit(status ? CHILD_WRONG : CHILD_FINE);
    }
    assert_int_equal(waitpid(child, &ended, 0), child);
    seen.refused++;
    seen.faults += !WIFEXITED(ended) || WEXITSTATUS(ended) == CHILD_WRONG;
    if (!WIFEXITED(ended))
    {
        print_error("block %zu: the process ended by signal %d\n", block, WTERMSIG(ended));
    }
    return !WIFEXITED(ended) || WEXITSTATUS(ended) != CHILD_DONE;
}

static void very_first_call_without_memory_says_so(void **state)
{
    const size_t step = step_or(START_STEP);

    (void)state;
    begin();
    for (int alone = 0; alone < 2; alone++)
    {
        size_t block = 0;

        while (block < BLOCKS_MAX && refuse_at_start(block, alone))
        {
            block += step;
        }
    }
    end();
}

/* From connecting and logging on to the answer. */
static void first_call_without_memory_says_so(void **state)
{
    (void)state;
    begin();
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);

        if (is_chosen(call))
        {
            refuse_each(call, family_level(call, 0), true);
        }
    }
    end();
}

static void further_call_without_memory_says_so(void **state)
{
    (void)state;
    begin();
    for (size_t i = 0; i < family_call_count(); i++)
    {
        const struct family_call *call = family_call_at(i);
        const size_t levels = call->levels ? call->levels->level_count : 1;

        for (size_t level = 0; level < levels && is_chosen(call); level++)
        {
            refuse_each(call, family_level(call, level), false);
        }
    }
    end();
}

/* ---- Servers ----------------------------------------------------------------------------------- */

static int start(const char *lines)
{
    static const char *const arguments[] = { "--dfs-root", "dfs", NULL };

    if (start_server_with(arguments))
    {
        return -1;
    }
    bed_configure(bed, SERVER, "admin");
    bed_set_options(bed, lines);
    hold_session("alice", "hello.txt", "127.0.0.1");
    hold_session("bob", NULL, "127.0.0.1");
    return 0;
}

static int start_signing(void **state)
{
    (void)state;
    return start("server signing = required");
}

static int start_encrypting(void **state)
{
    (void)state;
    return start("server smb encrypt = required");
}

int main(void)
{
    /* It has to be the first test of the process. */
    const struct CMUnitTest start_tests[] = {
        cmocka_unit_test(very_first_call_without_memory_says_so),
    };
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_call_without_memory_says_so),
        cmocka_unit_test(further_call_without_memory_says_so),
    };
    const struct CMUnitTest encrypted_tests[] = {
        cmocka_unit_test(first_call_without_memory_says_so),
    };
    int failed = 0;

    allocations_watch();
    failed +=
        cmocka_run_group_tests_name("no_memory_at_start", start_tests, start_signing, stop_server);
    failed += cmocka_run_group_tests_name("no_memory_signed", tests, start_signing, stop_server);
    failed += cmocka_run_group_tests_name("no_memory_encrypted", encrypted_tests, start_encrypting,
                                          stop_server);
    return failed;
}
