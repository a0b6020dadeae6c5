/*
 * A server that answers each operation with what the input of a fuzz target says.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fuzzed_server.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "remote/call.h"
#include "support/fixed_platform.h"
#include "support/ndr_values.h"

#define STUB_ALTERED    0x10
#define MANNER_MASK     0x0F
#define ALTERATIONS_MAX 4
#define ANSWER_TIME     1     /* ms */
#define LATE_TIME       60000 /* ms: beyond CallTimeout */
#define ARENA_MAX       ((size_t)64 << 20)

enum manner
{
    NO_OPERATION,
    CANNOT_READ,
    NOBODY_LISTENS,
    LATE,
    LOST,
};

static struct
{
    struct fuzz_input *input;
    bool is_protected;
} server;

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);
uint32_t __wrap_remote_ask(struct remote *remote, remote_question question, void *context);
uint32_t __wrap_crypto_pbkdf2_sha512(struct bytes password, struct bytes salt, uint32_t iterations,
                                     void *derived, size_t size);
uint32_t __wrap_remote_connect(const struct target *target, const struct credentials *credentials);
bool __wrap_remote_is_protected(const struct remote *remote);
bool __wrap_remote_is_encrypted(const struct remote *remote);
uint32_t __wrap_remote_session_key(const struct remote *remote,
                                   uint8_t key[SMB2_APPLICATION_KEY_SIZE]);

void fuzzed_server_set(struct fuzz_input *input, bool is_protected)
{
    server.input = input;
    server.is_protected = is_protected;
}

/* ---- Answers --------------------------------------------------------------------------------- */

static void alter(struct writer *stub)
{
    for (size_t i = fuzz_below(server.input, ALTERATIONS_MAX) + 1; i && stub->size; i--)
    {
        stub->data[fuzz_below(server.input, stub->size)] = fuzz_u8(server.input);
    }
}

/* Writes an answer. ERROR_INVALID_PARAMETER where what came of the input cannot be written. */
static uint32_t write_answer(const struct ndr_operation *operation, const void *parameters,
                             struct writer *stub)
{
    struct arena arena = { .limit = ARENA_MAX };
    struct ndr_values values = { .arena = &arena, .input = server.input };
    void *answer = malloc(operation->size);
    uint32_t status = ERROR_SUCCESS;

    if (!answer)
    {
        abort();
    }
    memcpy(answer, parameters, operation->size);
    ndr_values_answer(&values, operation, answer);
    status = ndr_encode(operation, NDR_OUT, answer, stub);
    free(answer);
    arena_free(&arena);
    return status;
}

static uint32_t answer(const struct ndr_operation *operation, bool is_altered, void *parameters,
                       struct rpc_reply *reply)
{
    uint32_t status = write_answer(operation, parameters, &reply->stub);

    if (!status && is_altered)
    {
        alter(&reply->stub);
    }
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
    return status == ERROR_INVALID_PARAMETER ? RPC_X_BAD_STUB_DATA : status;
}

/* What keeps an answer away. */
static uint32_t fail(struct remote *remote, enum manner manner)
{
    switch (manner)
    {
    case NO_OPERATION: remote->lacks_operation = true; return RPC_S_PROCNUM_OUT_OF_RANGE;
    case CANNOT_READ: remote->cannot_read = true; return RPC_X_BAD_STUB_DATA;
    case NOBODY_LISTENS:
        remote->nobody_listens = true;
        remote->host_answers =
            remote->server.target.is_this_computer && remote->server.source == LOCAL_SOURCE_AUTO;
        return ERROR_BAD_NETPATH;
    case LATE: fixed_platform_pass(LATE_TIME); return ERROR_SEM_TIMEOUT;
    default: return ERROR_NETNAME_DELETED;
    }
}

static uint32_t prepare(struct remote *remote)
{
    const uint32_t status = remote_prepare(remote);

    remote->nobody_listens = false;
    remote->lacks_operation = false;
    remote->cannot_read = false;
    fixed_platform_pass(ANSWER_TIME);
    return !status && remote_is_late(remote) ? ERROR_SEM_TIMEOUT : status;
}

static uint32_t result_of(const struct ndr_operation *operation, const void *parameters)
{
    const uint32_t result = ndr_result(operation, parameters);

    switch (operation->result_kind)
    {
    case NDR_RESULT_NUMBER: return ERROR_SUCCESS;
    case NDR_RESULT_NTSTATUS: return win32_from_ntstatus(result);
    default: return result;
    }
}

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    uint32_t status = prepare(remote);
    uint8_t manner = LOST;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (status)
    {
        return status;
    }
    if (rpc_names_server(interface, described))
    {
        *(struct utf16_slice *)parameters = utf16_from_name(&remote->server.unc_name);
    }
    if (reader_left(&server.input->bytes))
    {
        manner = fuzz_u8(server.input);
    }
    if ((manner & MANNER_MASK) <= LOST)
    {
        return fail(remote, (enum manner)(manner & MANNER_MASK));
    }
    status = answer(described, manner & STUB_ALTERED, parameters, reply);
    return status ? status : result_of(described, parameters);
}

/* ---- What is no operation -------------------------------------------------------------------- */

uint32_t __wrap_remote_ask(struct remote *remote, remote_question question, void *context)
{
    const uint32_t status = prepare(remote);

    (void)question;
    (void)context;
    return status ? status : fail(remote, (enum manner)fuzz_below(server.input, LOST + 1));
}

uint32_t __wrap_remote_connect(const struct target *target, const struct credentials *credentials)
{
    (void)target;
    (void)credentials;
    return fuzz_u8(server.input) & 1 ? ERROR_ACCESS_DENIED : ERROR_SUCCESS;
}

/* Ten thousand iterations for each change of a password are no use here. */
uint32_t __wrap_crypto_pbkdf2_sha512(struct bytes password, struct bytes salt, uint32_t iterations,
                                     void *derived, size_t size)
{
    (void)password;
    (void)salt;
    (void)iterations;
    memset(derived, 0x5A, size);
    return ERROR_SUCCESS;
}

bool __wrap_remote_is_protected(const struct remote *remote)
{
    (void)remote;
    return server.is_protected;
}

bool __wrap_remote_is_encrypted(const struct remote *remote)
{
    (void)remote;
    return server.is_protected;
}

uint32_t __wrap_remote_session_key(const struct remote *remote,
                                   uint8_t key[SMB2_APPLICATION_KEY_SIZE])
{
    (void)remote;
    memset(key, server.is_protected ? 0x5A : 0, SMB2_APPLICATION_KEY_SIZE);
    return server.is_protected ? ERROR_SUCCESS : ERROR_NO_USER_SESSION_KEY;
}
