/*
 * Fuzz target: every function that asks a server, of what a caller gives and a server answers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: what is called, at which level, with what numbers; the caller's structure; then what the
 * server answers, question by question (support/fuzzed_server.h). Whatever comes of it keeps the promises
 * that hold for all functions (support/family_calls.h).
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "crypto/crypto.h"
#include "remote/facts.h"
#include "remote/known_server.h"
#include "remote/use_table.h"
#include "support/family_call_list.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_server.h"

#define ANY_LEVEL 0xF8 /* and above: two bytes say which */

#define UNPROTECTED      0x01
#define OF_THIS_COMPUTER 0x02
#define ALL_FITS         0x04
#define CALL_TWICE       0x08

static struct fuzz_input input;

const void *__wrap_family_structure(const struct info_family *family, uint32_t level,
                                    struct utf16_slice text);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The caller's structure is of the input, too. */
const void *__wrap_family_structure(const struct info_family *family, uint32_t level,
                                    struct utf16_slice text)
{
    const struct info_level *found = info_find_level(family, level);

    (void)text;
    if (!found)
    {
        return fuzz_block(&input, 0); /* nobody may look at it */
    }
    return found->api_size ? fuzz_structure(&input, found, 64) : NULL;
}

static void call(const struct family_call *call, struct family_arguments *arguments)
{
    struct family_result result;
    const uint32_t status = family_call_make(call, arguments, &result);

    if (family_result_fault(call, arguments, status, &result))
    {
        abort();
    }
    arguments->resume_handle = result.answer.resume_handle;
    family_result_free(&result);
}

/* What was learnt of servers is old by now, so that one input does not depend on those before it. */
static void forget_servers(void)
{
    static uint64_t age;

    age += 2 * FACTS_LIFETIME;
    fixed_platform_reset(1);
    fixed_platform_pass(age);
    known_servers_forget();
}

/* One of those that the call can be made at, or any; a function of one level may not take it from its
 * caller. */
static uint32_t choose_level(const struct family_call *call)
{
    const uint8_t index = fuzz_u8(&input);
    const bool has_choice = call->levels && call->levels->level_count > 1;

    return index >= ANY_LEVEL && has_choice ? fuzz_u16(&input) : family_level(call, index);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct family_call *called = NULL;
    struct family_arguments arguments;
    uint8_t manner = 0;

    if (crypto_start())
    {
        return 0;
    }
    input = fuzz_input_over(data, size);
    forget_servers();
    called = family_call_at(fuzz_below(&input, family_call_count()));
    arguments.level = choose_level(called);
    manner = fuzz_u8(&input);
    arguments.server = manner & OF_THIS_COMPUTER
                           ? (struct utf16_slice){ .units = u"FIXED", .length = 5 }
                           : (struct utf16_slice){ .units = u"server", .length = 6 };
    arguments.preferred_length =
        manner & ALL_FITS ? PREFERRED_LENGTH_UNLIMITED : fuzz_u16(&input) & 0x3FFu;
    arguments.resume_handle = manner & ALL_FITS ? 0 : fuzz_u8(&input);
    arguments.number = fuzz_u32(&input);
    arguments.user = fuzz_text(&input);
    arguments.password = fuzz_text(&input);
    fuzzed_server_set(&input, !(manner & UNPROTECTED));
    call(called, &arguments);
    if (manner & CALL_TWICE)
    {
        call(called, &arguments);
    }
    fuzz_input_free(&input);
    return 0;
}
