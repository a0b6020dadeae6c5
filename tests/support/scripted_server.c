/*
 * A server that is a function of the test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/scripted_server.h"

#include <stdlib.h>
#include <string.h>

#include "base/sid.h"
#include "base/status.h"
#include "rpc/client.h"
#include "rpc/lsarpc.h"
#include "support/unit.h"

#define OPERATIONS_MAX 128
#define INTERFACES     2
#define TEXTS_MAX      64

static const struct scripted_answer *script;
static unsigned int counts[INTERFACES][OPERATIONS_MAX];

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply);
uint32_t __wrap_remote_call_if_offered(struct remote *remote, const struct rpc_interface *interface,
                                       uint16_t operation, void *parameters,
                                       struct rpc_reply *reply);

static unsigned int *count_of(const struct rpc_interface *interface, uint16_t operation)
{
    assert_true(operation < OPERATIONS_MAX);
    return &counts[interface == &lsarpc_interface][operation];
}

struct utf16_slice scripted_text(const char *ascii)
{
    static struct utf16_name texts[TEXTS_MAX];
    static size_t count;
    const struct utf16_name wanted = utf16_name_from_ascii(ascii);

    for (size_t i = 0; i < count; i++)
    {
        if (!utf16_compare(utf16_from_name(&texts[i]), utf16_from_name(&wanted)))
        {
            return utf16_from_name(&texts[i]);
        }
    }
    assert_true(count < TEXTS_MAX);
    texts[count] = wanted;
    return utf16_from_name(&texts[count++]);
}

void scripted_server_set(const struct scripted_answer *answers)
{
    script = answers;
    memset(counts, 0, sizeof(counts));
}

unsigned int scripted_server_count(const struct rpc_interface *interface, uint16_t operation)
{
    return *count_of(interface, operation);
}

static scripted_operation find(const struct rpc_interface *interface, uint16_t operation)
{
    for (const struct scripted_answer *row = script; row->interface; row++)
    {
        if (row->interface == interface && row->operation == operation)
        {
            return row->answer;
        }
    }
    fail_msg("Nobody answers %s.", rpc_operation(interface, operation)->name);
    return NULL;
}

static uint32_t close_handle(void *parameters)
{
    ((struct samr_close *)parameters)->handle = (struct context_handle){ 0 };
    return STATUS_SUCCESS;
}

uint32_t __wrap_remote_call(struct remote *remote, const struct rpc_interface *interface,
                            uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    const bool closes = interface == &samr_interface && operation == SAMR_CLOSE_HANDLE;
    const scripted_operation answer = closes ? close_handle : find(interface, operation);
    uint32_t result = STATUS_SUCCESS;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    remote->lacks_operation = !answer;
    if (!answer)
    {
        return RPC_S_PROCNUM_OUT_OF_RANGE;
    }
    ++*count_of(interface, operation);
    result = answer(parameters);
    memcpy((uint8_t *)parameters + described->result_offset, &result, sizeof(result));
    writer_u8(&reply->stub, 0); /* there is a reply */
    return win32_from_ntstatus(result);
}

uint32_t __wrap_remote_call_if_offered(struct remote *remote, const struct rpc_interface *interface,
                                       uint16_t operation, void *parameters,
                                       struct rpc_reply *reply)
{
    return __wrap_remote_call(remote, interface, operation, parameters, reply);
}

void scripted_call_begin(struct account_call *call)
{
    static const uint8_t domain_sid[] = { 1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0,
                                          1, 0, 0, 0, 2, 0, 0, 0, 3,  0, 0, 0 };
    static const uint16_t domain_name[] = { 'B', 'E', 'D' };
    struct account_server *server = NULL;

    *call = (struct account_call){ .source = &server_account_source };
    call->remote.deadline = UINT64_MAX;
    server = arena_allocate(&call->arena, sizeof(*server));
    assert_non_null(server);
    call->state = server;
    server->is_connected = true;
    server->has_policy = true;
    server->domains[ACCOUNT_DOMAIN] = (struct account_domain){
        .is_open = true,
        .sid = { domain_sid, sizeof(domain_sid) },
        .name = { domain_name, 3 },
    };
    server->domains[BUILT_IN_DOMAIN] =
        (struct account_domain){ .is_open = true, .sid = sid_built_in_domain() };
}
