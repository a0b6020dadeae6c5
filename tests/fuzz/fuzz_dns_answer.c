/*
 * Fuzz target: the answers of name servers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "dns/dns_message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_name(const char name[DNS_NAME_SIZE])
{
    struct writer writer = { 0 };

    /* What was read can be written, so it ends within its room. */
    if (!dns_name_write(&writer, name))
    {
        abort();
    }
    writer_free(&writer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct bytes message = { data, size };
    struct arena arena = { 0 };
    struct dns_answer answer;

    dns_answers_question(message, 0x1234, "a.b", DNS_SRV);
    if (!dns_answer_decode(message, &arena, &answer))
    {
        for (size_t i = 0; i < answer.count; i++)
        {
            check_name(answer.records[i].name);
            check_name(answer.records[i].target);
        }
    }
    arena_free(&arena);
    return 0;
}
