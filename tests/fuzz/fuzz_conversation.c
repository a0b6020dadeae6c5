/*
 * Fuzz target: a whole conversation. The input is a server that knows the keys, and chooses what it is
 * asked: any call of any family, from the function below the exported one down to the bytes of the
 * stream.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input (tests/support/conversation_input.h) says which call is made, what was agreed, what is
 * wrong with which message, and what the services answer. What must hold, whatever it says:
 *
 *   - the call ends within its deadline, on a clock that moves only where something waits
 *   - a message that was changed behind its signature, or behind its encryption, is never part of a
 *     success; nobody asks anything more on such a connection
 *   - what is promised for every result (family_result_fault())
 *   - no connection stays open, and nothing stays allocated
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "crypto/crypto.h"
#include "platform/posix.h"
#include "remote/begin.h"
#include "remote/pool.h"
#include "remote/positions.h"
#include "remote/server_guid.h"
#include "support/conversation_input.h"
#include "support/fixed_platform.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__asan_default_options(void);

#define CALL_TIMEOUT 30000 /* ms, as include/netapi32_settings.h has it */
#define CLOSE_TIME   200   /* ms: what a last word may take when the time is over */

static const char user[] = "user";
static const char password[] = "password";

/* To remember who asked for each block, to fill it, and to use memory that has left the cache takes a
 * third of the time. ASAN_OPTIONS=malloc_context_size=30 has it remembered, for an input that breaks
 * something. */
const char *__asan_default_options(void)
{
    return "malloc_context_size=0:max_malloc_fill_size=64:quarantine_size_mb=2:"
           "thread_local_quarantine_size_kb=256";
}

static void fail(const char *what)
{
    fprintf(stderr, "conversation: %s\n", what);
    abort();
}

/* What of the process is the same for each input. */
static void start_again(struct conversation_input *input)
{
    fixed_platform_reset(1);
    fixed_platform_set_connect(model_server_connect, &input->server);
    positions_clear();
}

static void start_once(void)
{
    static bool has_started;

    if (!has_started)
    {
        fixed_platform_reset(1);
        if (crypto_start())
        {
            abort();
        }
        posix_credential_set(CONVERSATION_SERVER, user, password);
        has_started = true;
    }
}

/* Whether the call begins with a connection that the pool has. */
static void give_session(struct conversation_input *input)
{
    struct remote remote;

    if (remote_begin_for(&remote, input->arguments.server) || remote_prepare(&remote))
    {
        abort();
    }
    if (!model_server_give_session(&input->server, &remote.server.key))
    {
        abort();
    }
    remote_end(&remote);
}

static void check(const struct conversation_input *input, uint32_t status,
                  const struct family_result *result)
{
    const char *fault = family_result_fault(input->call, &input->arguments, status, result);

    if (fault)
    {
        fail(fault);
    }
    if (input->server.was_believed ||
        (family_is_answer(status) && model_server_deceived(&input->server)))
    {
        fail("an answer that was altered behind its signature was believed");
    }
    if (platform_now() > FIXED_PLATFORM_NOW + CALL_TIMEOUT + CLOSE_TIME)
    {
        fail("the call outlasted its deadline");
    }
}

/* Who the server is, is what an open connection was told: nobody is asked. */
static void check_identity(const struct conversation_input *input)
{
    uint8_t guid[SERVER_GUID_SIZE];

    if (!server_guid_find(input->arguments.server, guid) && !input->server.open)
    {
        fail("a server without a connection is known");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct conversation_input input;
    struct family_result result;
    uint32_t status = 0;

    start_once();
    if (!conversation_input_read(&input, (struct bytes){ data, size }))
    {
        return 0;
    }
    start_again(&input);
    if (input.begins_in_session)
    {
        give_session(&input);
    }
    status = family_call_make(input.call, &input.arguments, &result);
    check(&input, status, &result);
    check_identity(&input);
    family_result_free(&result);
    pool_clear();
    if (input.server.open)
    {
        fail("a connection was left open");
    }
    return 0;
}
