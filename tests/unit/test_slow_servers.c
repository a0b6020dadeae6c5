/*
 * Every function that asks a server, of one that takes its time, answers anything, and promises more for
 * ever: the call ends in the time of one call, and leaves nothing behind where it fails.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The linker puts functions of this file into the place of those that ask and of the clock, which moves only
 * while a server is asked. What a server answers is made by chance of the tables of its operations, so that
 * it is right on the wire, and wrong in every way that it can be beyond.
 */
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/call.h"
#include "remote/pool.h"
#include "rpc/samr.h"
#include "support/bed.h"
#include "support/family_calls.h"
#include "support/hosts.h"
#include "support/ndr_values.h"
#include "support/unit.h"

#define SERVER            "slow"
#define CALL_TIMEOUT      1000 /* ms */
#define CHOICES           48
#define QUESTIONS_MAX     20000 /* of a call: no answer takes less than a millisecond */
#define TRIES             40    /* for values that the question allows */
#define SIZE_OF_SOMETHING 200   /* bytes: not an empty list */

/* ---- The clock -------------------------------------------------------------------------------- */

static uint64_t now = 1000000;

uint64_t __wrap_platform_now(void);

uint64_t __wrap_platform_now(void)
{
    return now;
}

/* ---- The server ------------------------------------------------------------------------------- */

static struct
{
    uint64_t delay; /* ms, of each answer */
    uint64_t chance;
    unsigned int questions;
    bool is_generous; /* everything succeeds, and more is to come */
} server;

static uint32_t below(uint32_t limit)
{
    server.chance = server.chance * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(server.chance >> 33) % limit;
}

/* Waits for an answer. False when it comes too late. */
static bool await(const struct remote *remote)
{
    const uint64_t left = remote->deadline > now ? remote->deadline - now : 0;

    server.questions++;
    if (server.questions > QUESTIONS_MAX)
    {
        fail_msg("a call that asks for ever");
    }
    now += server.delay < left ? server.delay : left;
    return server.delay < left;
}

static bool is_list(const struct ndr_operation *operation)
{
    return strstr(operation->name, "Enum") || strstr(operation->name, "QueryDisplay");
}

static uint32_t result_for(const struct ndr_operation *operation)
{
    static const uint32_t codes[] = { ERROR_MORE_DATA,         ERROR_INVALID_LEVEL,
                                      ERROR_INVALID_PARAMETER, NERR_BufTooSmall,
                                      ERROR_ACCESS_DENIED,     ERROR_FILE_NOT_FOUND,
                                      NERR_UserNotFound,       NERR_ClientNameNotFound };
    static const uint32_t statuses[] = { 0x00000105, 0x8000001A, 0xC0000064, 0xC0000073,
                                         0xC0000022, 0x00000107, 0xC0000003, 0xC00000DF };
    const bool is_ntstatus = operation->result_kind == NDR_RESULT_NTSTATUS;

    if (operation->result_kind == NDR_RESULT_NUMBER)
    {
        return below(3) - 1; /* of a comparison */
    }
    if (server.is_generous)
    {
        return !is_list(operation) ? 0 : is_ntstatus ? statuses[0] : codes[0];
    }
    if (below(4))
    {
        return 0;
    }
    return is_ntstatus ? statuses[below(COUNT(statuses))] : codes[below(COUNT(codes))];
}

/* A name has a relative identifier, or the call would be over too soon. */
static void know_names(const struct ndr_operation *operation, void *parameters, struct arena *arena)
{
    static const uint32_t uses[] = { 1, 2, 4, 1, 2, 4, 5, 8, 0 };
    struct samr_lookup_names *lookup = parameters;

    if (strcmp(operation->name, "SamrLookupNamesInDomain") != 0 || !below(8))
    {
        return;
    }
    lookup->rids.count = lookup->count;
    lookup->uses.count = lookup->count;
    lookup->rids.numbers = arena_array(arena, lookup->count, sizeof(uint32_t));
    lookup->uses.numbers = arena_array(arena, lookup->count, sizeof(uint32_t));
    for (uint32_t i = 0; i < lookup->count; i++)
    {
        lookup->rids.numbers[i] = 500 + below(1000);
        lookup->uses.numbers[i] = uses[below(COUNT(uses))];
    }
}

/* One answer, which is right where the question allows it. */
static uint32_t try_to_answer(const struct ndr_operation *operation, void *parameters,
                              struct rpc_reply *reply)
{
    struct arena arena = { 0 };
    struct ndr_values values = { .arena = &arena,
                                 .state = (uint64_t)below(UINT16_MAX) << 16 | below(UINT16_MAX) };
    void *made = arena_allocate(&arena, operation->size);
    uint32_t status = ERROR_SUCCESS;

    assert_non_null(made);
    ndr_values_fill(&values, operation, made);
    status = ndr_encode(operation, NDR_OUT, made, &reply->stub);
    arena_free(&arena);
    if (!status)
    {
        status =
            ndr_decode(operation, NDR_OUT, (struct bytes){ reply->stub.data, reply->stub.size },
                       parameters, &reply->arena);
    }
    if (status)
    {
        rpc_reply_free(reply);
    }
    return status;
}

static uint32_t answer(const struct ndr_operation *operation, void *parameters,
                       struct rpc_reply *reply)
{
    uint32_t status = RPC_X_BAD_STUB_DATA;
    uint32_t result = 0;

    /* What decoding leaves of the levels that were asked for is not to be tried again. */
    void *asked = malloc(operation->size);

    assert_non_null(asked);
    memcpy(asked, parameters, operation->size);
    for (unsigned int i = 0; i < TRIES && status; i++)
    {
        memcpy(parameters, asked, operation->size);
        status = try_to_answer(operation, parameters, reply);
        /* Who has more to come has something now. */
        if (!status && server.is_generous && reply->stub.size < SIZE_OF_SOMETHING && i < TRIES / 2)
        {
            rpc_reply_free(reply);
            status = RPC_X_BAD_STUB_DATA;
        }
    }
    free(asked);
    if (status)
    {
        return status;
    }
    know_names(operation, parameters, &reply->arena);
    result = result_for(operation);
    memcpy((uint8_t *)parameters + operation->result_offset, &result, sizeof(result));
    if (operation->result_kind == NDR_RESULT_NUMBER)
    {
        return ERROR_SUCCESS;
    }
    return operation->result_kind == NDR_RESULT_NTSTATUS ? win32_from_ntstatus(result) : result;
}

/* ---- remote/call.h ---------------------------------------------------------------------------- */

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);
uint32_t __wrap_remote_ask(struct remote *remote, remote_question question, void *context);
bool __wrap_remote_is_protected(const struct remote *remote);
bool __wrap_remote_is_encrypted(const struct remote *remote);
uint32_t __wrap_remote_session_key(const struct remote *remote, uint8_t *key);

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    uint32_t status = remote_prepare(remote);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    remote->lacks_operation = false;
    remote->cannot_read = false;
    if (status)
    {
        return status;
    }
    if (!await(remote))
    {
        return ERROR_SEM_TIMEOUT;
    }
    if (!server.is_generous && !below(6))
    {
        remote->lacks_operation = true;
        return RPC_S_PROCNUM_OUT_OF_RANGE;
    }
    if (!server.is_generous && !below(20))
    {
        remote->cannot_read = true;
        return RPC_X_BAD_STUB_DATA;
    }
    return answer(rpc_operation(interface, operation), parameters, reply);
}

uint32_t __wrap_remote_ask(struct remote *remote, remote_question question, void *context)
{
    const uint32_t status = remote_prepare(remote);

    (void)question;
    (void)context;
    if (status)
    {
        return status;
    }
    return await(remote) ? ERROR_NOT_FOUND : ERROR_SEM_TIMEOUT;
}

bool __wrap_remote_is_protected(const struct remote *remote)
{
    (void)remote;
    return true;
}

bool __wrap_remote_is_encrypted(const struct remote *remote)
{
    (void)remote;
    return true;
}

uint32_t __wrap_remote_session_key(const struct remote *remote, uint8_t *key)
{
    (void)remote;
    memset(key, 0x5a, SMB2_APPLICATION_KEY_SIZE);
    return ERROR_SUCCESS;
}

/* ---- The calls -------------------------------------------------------------------------------- */

static int set_up(void **state)
{
    (void)state;
    bed_configure_port(SERVER, 1); /* where nobody listens: nothing goes over the network */
    posix_config_set(NULL, "CallTimeout", "1000");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_clear();
    posix_config_clear();
    return 0;
}

/* What became of all calls with one delay. */
struct tally
{
    unsigned int calls;
    unsigned int late;     /* that ended at the deadline */
    unsigned int answered; /* or had what they asked for */
};

/* The arguments of a call, by chance. */
static struct family_arguments arguments_for(const struct family_call *call, uint32_t choice)
{
    static const uint32_t lengths[] = { PREFERRED_LENGTH_UNLIMITED, 100, 0, 4096 };

    return (struct family_arguments){
        .server = text_of(SERVER),
        .level = family_level(call, choice / 4),
        .preferred_length = lengths[choice % 4],
        .resume_handle = choice % 3 ? 0 : choice,
        .number = choice,
        .user = text_of("alice"),
        .password = text_of("secret"),
    };
}

static void make_call(size_t index, uint32_t choice, struct tally *tally)
{
    const struct family_call *call = family_call_at(index);
    const struct family_arguments arguments = arguments_for(call, choice);
    const uint64_t start = now;
    struct family_result result;
    const char *fault = NULL;
    uint32_t status = ERROR_SUCCESS;

    server.questions = 0;
    server.chance = (uint64_t)choice << 32 | (uint64_t)index << 16 | server.delay;
    status = family_call_make(call, &arguments, &result);
    if (now - start > CALL_TIMEOUT)
    {
        fail_msg("%s, choice %u: %u ms, %u questions", call->name, choice,
                 (unsigned int)(now - start), server.questions);
    }
    fault = family_result_fault(call, &arguments, status, &result);
    if (fault)
    {
        fail_msg("%s, choice %u: code %u, %s", call->name, choice, status, fault);
    }
    family_result_free(&result);
    tally->calls++;
    tally->late += status == ERROR_SEM_TIMEOUT;
    tally->answered += family_is_answer(status);
    now += 1; /* between two calls */
}

static struct tally make_calls(void)
{
    struct tally tally = { 0 };

    for (size_t i = 0; i < family_call_count(); i++)
    {
        for (uint32_t choice = 0; choice < CHOICES; choice++)
        {
            make_call(i, choice, &tally);
        }
    }
    print_message("%u calls of answers after %u ms: %u were late, %u answered\n", tally.calls,
                  (unsigned int)server.delay, tally.late, tally.answered);
    return tally;
}

/* What is learnt of servers is forgotten, so that everything is asked for once more. */
static void forget(void)
{
    now += 3600 * 1000;
}

static void every_call_ends_in_the_time_of_one(void **state)
{
    static const uint64_t delays[] = { 800, 600, 300, 70, 1 };

    (void)state;
    server.is_generous = false;
    for (size_t i = 0; i < COUNT(delays); i++)
    {
        struct tally tally;

        server.delay = delays[i];
        forget();
        tally = make_calls();
        assert_true(tally.answered > tally.calls / 20);
        assert_true(delays[i] < 600 || tally.late > tally.calls / 20);
    }
}

/* A server that always has more to give, and says where it goes on: anywhere. */
static void lists_that_go_in_circles_end_in_the_time_of_a_call(void **state)
{
    static const uint64_t delays[] = { 300, 70 };

    (void)state;
    server.is_generous = true;
    for (size_t i = 0; i < COUNT(delays); i++)
    {
        struct tally tally;

        server.delay = delays[i];
        forget();
        tally = make_calls();
        assert_true(tally.late);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_call_ends_in_the_time_of_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_that_go_in_circles_end_in_the_time_of_a_call, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests_name("slow_servers", tests, NULL, NULL);
}
