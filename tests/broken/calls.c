/*
 * The calls of support/family_calls.h, and some of more than one question, as sums of what they give.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "broken/calls.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "families/directory/join_server.h"
#include "families/names/names.h"
#include "families/server/server_time.h"
#include "families/share/shares.h"
#include "platform/platform.h"
#include "support/family_calls.h"
#include "support/hosts.h"
#include "support/unit.h"

#define CALLS_SERVER "bed"

/* ---- Blocks ---------------------------------------------------------------------------------- */

#define BLOCKS_MAX 64

void *__wrap_platform_api_allocate(size_t size);
void __wrap_platform_api_free(void *block);

static struct
{
    void *data;
    size_t size;
} blocks[BLOCKS_MAX];
static unsigned int block_count;

void *__wrap_platform_api_allocate(size_t size)
{
    void *data = calloc(1, size ? size : 1);

    if (!data || block_count == BLOCKS_MAX)
    {
        abort();
    }
    blocks[block_count].data = data;
    blocks[block_count++].size = size;
    return data;
}

static unsigned int block_index(const void *data)
{
    unsigned int i = 0;

    while (i < block_count && blocks[i].data != data)
    {
        i++;
    }
    return i;
}

void __wrap_platform_api_free(void *data)
{
    const unsigned int index = data ? block_index(data) : block_count;

    if (data && index == block_count)
    {
        abort(); /* it is none, or none any more */
    }
    if (data)
    {
        blocks[index] = blocks[--block_count];
        free(data);
    }
}

unsigned int api_blocks_held(void)
{
    return block_count;
}

/* ---- Sums ------------------------------------------------------------------------------------ */

/* FNV-1a */
static void add_bytes(struct outcome *outcome, const void *data, size_t size)
{
    const uint8_t *bytes = data;

    for (size_t i = 0; i < size; i++)
    {
        outcome->sum = (outcome->sum ^ bytes[i]) * 1099511628211u;
    }
}

static void add_number(struct outcome *outcome, uint64_t number)
{
    add_bytes(outcome, &number, sizeof(number));
}

/* Pointers into the block count by what they point to, and the block is released. */
static void add_block(struct outcome *outcome, void *block)
{
    const unsigned int index = block ? block_index(block) : block_count;
    size_t offset = 0;

    if (!block)
    {
        add_number(outcome, 0);
        return;
    }
    if (index == block_count)
    {
        abort();
    }
    for (; offset + sizeof(uintptr_t) <= blocks[index].size; offset += sizeof(uintptr_t))
    {
        uintptr_t word = 0;

        memcpy(&word, (const uint8_t *)block + offset, sizeof(word));
        word -= word - (uintptr_t)block < blocks[index].size ? (uintptr_t)block : 0;
        add_bytes(outcome, &word, sizeof(word));
    }
    add_bytes(outcome, (const uint8_t *)block + offset, blocks[index].size - offset);
    platform_api_free(block);
}

static uint32_t add_answer(struct outcome *outcome, uint32_t status, struct info_answer *answer)
{
    add_number(outcome, answer->entries);
    add_number(outcome, answer->total_entries);
    add_number(outcome, answer->resume_handle);
    add_block(outcome, answer->buffer);
    return status;
}

/* ---- What gives numbers, or asks more than once -------------------------------------------------- */

static struct target target(void)
{
    struct target parsed;

    if (target_parse(text_of(CALLS_SERVER), &parsed))
    {
        abort();
    }
    return parsed;
}

/* In pages, of which one at a time is asked for. */
static uint32_t share_pages(struct outcome *outcome)
{
    struct info_request request = request_for(CALLS_SERVER, 1);
    struct info_answer answer;
    uint32_t status = ERROR_SUCCESS;

    request.preferred_length = 200;
    do
    {
        status = add_answer(outcome, shares_enumerate(&request, &answer), &answer);
        request.resume_handle = answer.resume_handle;
    } while (status == ERROR_MORE_DATA);
    return status;
}

static uint32_t share_type(struct outcome *outcome)
{
    uint32_t type = 0;
    const uint32_t status = shares_check(text_of(CALLS_SERVER), text_of("C:\\tmp"), &type);

    add_number(outcome, type);
    return status;
}

static uint32_t time_of_day(struct outcome *outcome)
{
    const struct target asked = target();
    struct time_of_day time = { 0 };
    const uint32_t status = server_time_of_day(&asked, &time);

    add_bytes(outcome, &time, sizeof(time));
    return status;
}

static uint32_t path_type_of(struct outcome *outcome)
{
    const struct target asked = target();
    uint32_t type = 0;
    const uint32_t status = names_path_type(&asked, text_of("C:\\a\\b"), 0, &type);

    add_number(outcome, type);
    return status;
}

static uint32_t joined(struct outcome *outcome)
{
    const struct target asked = target();
    struct utf16_name name;
    enum join_status is = JOIN_UNKNOWN;
    const uint32_t status = join_of_server(&asked, &name, &is);

    add_number(outcome, is);
    add_bytes(outcome, name.units, name.length * sizeof(name.units[0]));
    return status;
}

static const struct
{
    const char *name;
    uint32_t (*call)(struct outcome *outcome);
} further_calls[] = {
    { "pages of NetShareEnum", share_pages },        { "the type of NetShareCheck", share_type },
    { "the time of NetRemoteTOD", time_of_day },     { "the type of NetpPathType", path_type_of },
    { "the name of NetGetJoinInformation", joined },
};

/* ---- Calls ----------------------------------------------------------------------------------- */

static const char *password_of_admin = "";

void broken_calls_log_on(const char *password)
{
    password_of_admin = password;
}

unsigned int broken_call_count(void)
{
    return (unsigned int)family_call_count() + COUNT(further_calls);
}

const char *broken_call_name(unsigned int number)
{
    const struct family_call *call = family_call_at(number);

    return call ? call->name : further_calls[number - family_call_count()].name;
}

static uint32_t make_family_call(const struct family_call *call, struct outcome *outcome)
{
    static const struct utf16_slice server = { u"bed", 3 };
    const struct family_arguments arguments = {
        .server = server,
        .level = family_level(call, 1),
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
        .user = text_of("admin"),
        .password = text_of(password_of_admin),
    };
    struct family_result result;
    const uint32_t status = family_call_make(call, &arguments, &result);

    outcome->trouble = family_result_fault(call, &arguments, status, &result);
    add_answer(outcome, status, &result.answer);
    add_block(outcome, result.second);
    return status;
}

void broken_call_make(unsigned int number, struct outcome *outcome)
{
    const struct family_call *call = family_call_at(number);

    *outcome = (struct outcome){ .sum = 14695981039346656037u };
    outcome->status = call ? make_family_call(call, outcome)
                           : further_calls[number - family_call_count()].call(outcome);
    outcome->is_answer = family_is_answer(outcome->status);
}

bool outcome_equal(const struct outcome *a, const struct outcome *b)
{
    return a->status == b->status && a->sum == b->sum;
}
