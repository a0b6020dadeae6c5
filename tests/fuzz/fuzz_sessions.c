/*
 * Fuzz target: sessions, of what a caller wants and a server answers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: the function, the level, the filters, the window; then the answers
 * (support/fuzzed_server.h). A list is read to its end. Each session of it is what the filters let
 * through, and has no backslashes before its client.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "crypto/crypto.h"
#include "families/session/sessions.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "remote/facts.h"
#include "remote/known_server.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_server.h"

#define HAS_CLIENT 0x01
#define HAS_USER   0x02
#define ALL_FITS   0x04
#define IPV6       0x08
#define PAGES_MAX  16

enum function
{
    ENUMERATE,
    GET_INFO,
    DELETE,
    FUNCTIONS,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

/* A listed user has the length of the filter, or that of it behind a domain. */
static void check_user(const uint16_t *listed, struct utf16_slice filter)
{
    const struct utf16_slice user = utf16_from_terminated(listed);
    const size_t domain = utf16_find(user, '\\');

    require(user.length == filter.length ||
            (domain < user.length && user.length - domain - 1 == filter.length));
}

static void check_page(const struct sessions_request *request, const struct info_answer *answer)
{
    const struct session_info_1 *sessions = answer->buffer;

    require(answer->entries <= answer->total_entries && !answer->buffer == !answer->entries);
    for (uint32_t i = 0; request->list.level == 1 && i < answer->entries; i++)
    {
        require(sessions[i].client && sessions[i].user);
        if (request->user.length)
        {
            check_user(sessions[i].user, request->user);
        }
    }
}

static void list_all(struct sessions_request *request)
{
    uint32_t status = ERROR_MORE_DATA;

    for (size_t i = 0; status == ERROR_MORE_DATA && i < PAGES_MAX; i++)
    {
        struct info_answer answer;

        status = sessions_enumerate(request, &answer);
        require(!status || status == ERROR_MORE_DATA || !answer.buffer);
        require((status == ERROR_MORE_DATA) == (answer.resume_handle != 0));
        check_page(request, &answer);
        request->list.resume_handle = answer.resume_handle;
        platform_api_free(answer.buffer);
    }
}

static void get_one(const struct sessions_request *request)
{
    void *session = NULL;
    const uint32_t status = sessions_get_info(request->list.server, request->client, request->user,
                                              request->list.level, &session);

    require(!status == (session != NULL));
    platform_api_free(session);
}

/* Clients as servers write them, some of which are addresses. */
static struct utf16_slice client_of(struct fuzz_input *input, uint8_t manner)
{
    static const struct utf16_slice addresses[] = {
        { u"\\\\2001:db8::1", 13 },
        { u"\\\\[2001:db8::1]", 15 },
    };

    return manner & IPV6 ? addresses[fuzz_u8(input) & 1] : fuzz_text(input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uint64_t age;
    struct fuzz_input input = fuzz_input_over(data, size);
    const enum function function = (enum function)fuzz_below(&input, FUNCTIONS);
    const uint8_t level = fuzz_u8(&input);
    const uint8_t manner = fuzz_u8(&input);
    struct sessions_request request = {
        .list.server = { u"server", 6 },
        .list.level = session_family.levels[level % session_family.level_count].level,
        .list.preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };

    if (crypto_start())
    {
        return 0;
    }
    age += 2 * FACTS_LIFETIME;
    fixed_platform_reset(1);
    fixed_platform_pass(age);
    known_servers_forget();
    fuzzed_server_set(&input, true);
    if (manner & HAS_CLIENT)
    {
        request.client = client_of(&input, manner);
    }
    if (manner & HAS_USER)
    {
        request.user = fuzz_text(&input);
    }
    if (!(manner & ALL_FITS))
    {
        request.list.preferred_length = fuzz_u16(&input) & 0x3FF;
    }
    switch (function)
    {
    case ENUMERATE: list_all(&request); break;
    case GET_INFO: get_one(&request); break;
    default: (void)sessions_delete(request.list.server, request.client, request.user);
    }
    fuzz_input_free(&input);
    return 0;
}
