/*
 * Fuzz target: what programs do with NetUseAdd and its kin, one after the other, and the credentials that
 * calls then find.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: calls, each a byte and its arguments. Structures are read as the exported functions do. A
 * model of the table counts along: so many uses there are, as often each was added.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "auth/credentials.h"
#include "base/status.h"
#include "families/use/use_values.h"
#include "families/use/uses.h"
#include "levels/use_levels.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/credentials_find.h"
#include "remote/use_table.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_server.h"

#define CALLS_MAX 16
#define TEXT_SIZE 200

enum call
{
    ADD,
    ADD_SHARE, /* what is most likely added */
    DELETE,
    ENUMERATE,
    GET_INFO,
    FIND,
    CALLS,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static size_t count_entries(uint64_t *additions)
{
    struct use_entry *entries = NULL;
    size_t count = 0;

    *additions = 0;
    require(!use_table_list(&entries, &count));
    for (size_t i = 0; i < count; i++)
    {
        require(entries[i].count && entries[i].server.length);
        *additions += entries[i].count;
    }
    free(entries);
    return count;
}

/* As use_api.c makes it of USE_INFO_2. */
static struct uses_request request_of(const struct use_info_2 *info)
{
    return (struct uses_request){
        .local = utf16_from_terminated(info->local),
        .remote = utf16_from_terminated(info->remote),
        .password = utf16_from_terminated(info->password),
        .type = info->type,
        .user = utf16_from_terminated(info->user),
        .domain = utf16_from_terminated(info->domain),
    };
}

static void add(struct fuzz_input *input, bool is_share)
{
    static const uint16_t *const names[] = { u"\\\\server\\IPC$", u"\\\\server",
                                             u"\\\\client\\ipc$" };
    struct use_info_2 *info = fuzz_structure(input, info_find_level(&use_info_family, 2), 0);
    struct uses_request request = request_of(info);
    uint32_t parameter = 0;
    uint64_t before = 0;
    uint64_t after = 0;
    uint32_t status = ERROR_SUCCESS;

    if (is_share)
    {
        request.local.length = 0;
        request.type = info->type & 1 ? USE_IPC : USE_WILDCARD;
        request.remote = utf16_from_terminated(names[info->type % 3]);
    }
    count_entries(&before);
    status = uses_add(&request, &parameter);
    count_entries(&after);
    require(after == before + !status);
    require(!parameter || status == ERROR_INVALID_PARAMETER);
    require(parameter <= USE_DOMAINNAME_PARMNUM);
}

static void delete (struct fuzz_input *input)
{
    const struct utf16_slice name = fuzz_text(input);
    uint64_t before = 0;
    uint64_t after = 0;
    uint32_t status = ERROR_SUCCESS;

    count_entries(&before);
    status = uses_delete(name, fuzz_u8(input) & 3u);
    count_entries(&after);
    require(status ? after == before : after < before);
}

static void enumerate(struct fuzz_input *input)
{
    const uint32_t level = fuzz_u8(input) & 3u;
    const uint32_t length =
        fuzz_u8(input) & 1 ? PREFERRED_LENGTH_UNLIMITED : fuzz_u16(input) & 0x1FFu;
    struct info_answer answer;
    uint64_t additions = 0;
    const uint32_t status = uses_enumerate(level, length, fuzz_u8(input) & 7, &answer);

    require(answer.entries <= count_entries(&additions));
    require(answer.entries <= answer.total_entries && !answer.buffer == !answer.entries);
    require((status == ERROR_MORE_DATA) == (answer.resume_handle != 0));
    platform_api_free(answer.buffer);
}

static void get_info(struct fuzz_input *input)
{
    const struct utf16_slice name = fuzz_text(input);
    void *info = NULL;
    const uint32_t status = uses_get_info(name, fuzz_u8(input) & 3u, &info);

    require(!status == (info != NULL));
    platform_api_free(info);
}

static void find(struct fuzz_input *input)
{
    struct credentials credentials;

    credentials_find(&credentials, fuzz_text(input));
    require(credentials.kind == CREDENTIALS_PASSWORD || !credentials.password.length);
    credentials_wipe(&credentials);
}

static void call(struct fuzz_input *input)
{
    switch ((enum call)fuzz_below(input, CALLS))
    {
    case ADD: add(input, false); break;
    case ADD_SHARE: add(input, true); break;
    case DELETE: delete (input); break;
    case ENUMERATE: enumerate(input); break;
    case GET_INFO: get_info(input); break;
    default: find(input); break;
    }
}

static void forget_all(void)
{
    struct use_entry *entries = NULL;
    bool removed = false;
    size_t count = 0;

    require(!use_table_list(&entries, &count));
    for (size_t i = 0; i < count; i++)
    {
        require(!use_table_remove(utf16_from_name(&entries[i].server), true, &removed));
        require(removed);
    }
    free(entries);
}

/* What the system keeps for the server: nothing, what can be used, or whatever. */
static void store_credential(struct fuzz_input *input)
{
    const uint8_t manner = fuzz_u8(input);
    char user[TEXT_SIZE];
    char password[TEXT_SIZE];

    if (manner & 1)
    {
        posix_credential_set("server", "BED\\alice", "secret");
    }
    if (manner & 2 && utf16_to_utf8(fuzz_text(input), user, sizeof(user)) &&
        utf16_to_utf8(fuzz_text(input), password, sizeof(password)))
    {
        posix_credential_set("server", user, password);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);

    if (crypto_start())
    {
        return 0;
    }
    fixed_platform_reset(1);
    posix_config_clear();
    store_credential(&input);
    require(uses_check_server(fuzz_text(&input)) != ERROR_INVALID_PARAMETER);
    fuzzed_server_set(&input, true);
    for (size_t i = 0; i < CALLS_MAX && reader_left(&input.bytes); i++)
    {
        call(&input);
    }
    forget_all();
    fuzz_input_free(&input);
    return 0;
}
