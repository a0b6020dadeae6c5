/*
 * A server that answers as another one did when somebody recorded it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/recorded_server.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"

#define CALLS_MAX 1000u

struct recorded_call
{
    const struct rpc_interface *interface;
    uint16_t operation;
    struct writer question; /* see question_of() */
    struct bytes response;
    uint32_t asked_first; /* the index of the first call with the same question */
};

/* What the server opened, and with which call. */
struct recorded_handle
{
    struct context_handle handle;
    uint32_t call;
};

static struct recorded_call calls[CALLS_MAX];
static uint32_t call_count;
static struct recorded_handle handles[CALLS_MAX];
static uint32_t handle_count;

/* ---- Questions ------------------------------------------------------------------------------- */

/* Whether clients may choose it without asking for anything else. */
static bool is_free(const struct ndr_field *parameter)
{
    static const char *const names[] = {
        "server_name",      "system_name",     "object_attributes", "desired_access",
        "preferred_length", "client_revision", "lookup_options",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
    {
        if (strcmp(parameter->name, names[i]) == 0)
        {
            return true;
        }
    }
    return false;
}

/* Puts the number of the question whose answer a handle was in its place. */
static bool number_handle(struct context_handle *handle)
{
    for (uint32_t i = 0; i < handle_count; i++)
    {
        if (memcmp(handle, &handles[i].handle, sizeof(*handle)) == 0)
        {
            *handle = (struct context_handle){ { 0 } };
            memcpy(handle, &handles[i].call, sizeof(handles[i].call));
            return true;
        }
    }
    return false;
}

/* The parameters that go in, without what is free and with handles as numbers. */
static bool question_of(const struct ndr_operation *operation, const void *parameters,
                        struct writer *question)
{
    uint8_t *copy = malloc(operation->size);
    bool is_known = copy != NULL;

    if (is_known)
    {
        memcpy(copy, parameters, operation->size);
    }
    for (uint32_t i = 0; i < operation->count && is_known; i++)
    {
        const struct ndr_field *parameter = &operation->parameters[i];
        uint8_t *value = copy + parameter->offset;

        if (parameter->type->kind == NDR_CONTEXT_HANDLE && parameter->direction & NDR_IN)
        {
            is_known = number_handle((struct context_handle *)value);
        }
        else if (is_free(parameter))
        {
            memset(value, 0, parameter->type->size);
        }
    }
    is_known = is_known && !ndr_encode(operation, NDR_IN, copy, question);
    free(copy);
    return is_known;
}

static bool is_same(const struct recorded_call *call, const struct rpc_interface *interface,
                    uint16_t operation, const struct writer *question)
{
    return call->interface == interface && call->operation == operation &&
           call->question.size == question->size &&
           memcmp(call->question.data, question->data, question->size) == 0;
}

/* The index of the first call with that question; the number of calls for none. */
static uint32_t find(const struct rpc_interface *interface, uint16_t operation,
                     const struct writer *question)
{
    uint32_t index = 0;

    while (index < call_count && !is_same(&calls[index], interface, operation, question))
    {
        index++;
    }
    return index;
}

/* ---- Recording ------------------------------------------------------------------------------- */

static void note_handles(const struct ndr_operation *operation, const uint8_t *parameters,
                         uint32_t call)
{
    static const struct context_handle closed;

    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *parameter = &operation->parameters[i];
        const uint8_t *value = parameters + parameter->offset;

        if (parameter->type->kind == NDR_CONTEXT_HANDLE && parameter->direction & NDR_OUT &&
            memcmp(value, &closed, sizeof(closed)) != 0 && handle_count < CALLS_MAX)
        {
            memcpy(&handles[handle_count].handle, value, sizeof(closed));
            handles[handle_count++].call = call;
        }
    }
}

static bool add(const struct ndr_operation *operation, struct recorded_call *call,
                struct bytes request, struct arena *arena)
{
    void *parameters = arena_allocate(arena, operation->size);

    if (!parameters || ndr_decode(operation, NDR_IN, request, parameters, arena) ||
        !question_of(operation, parameters, &call->question) ||
        ndr_decode(operation, NDR_OUT, call->response, parameters, arena))
    {
        return false;
    }
    call->asked_first = find(call->interface, call->operation, &call->question);
    note_handles(operation, parameters, call->asked_first);
    return true;
}

bool recorded_server_add(const struct rpc_interface *interface, uint16_t operation,
                         struct bytes request, struct bytes response)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    struct arena arena = { 0 };
    bool is_added = false;

    if (!described || call_count == CALLS_MAX)
    {
        return false;
    }
    calls[call_count] = (struct recorded_call){
        .interface = interface,
        .operation = operation,
        .response = response,
    };
    is_added = add(described, &calls[call_count], request, &arena);
    if (!is_added)
    {
        writer_free(&calls[call_count].question);
    }
    call_count += is_added;
    arena_free(&arena);
    return is_added;
}

/* ---- Answering ------------------------------------------------------------------------------- */

static uint32_t answer(const struct ndr_operation *operation, struct bytes response,
                       void *parameters, struct rpc_reply *reply)
{
    uint32_t status = ERROR_SUCCESS;

    writer_bytes(&reply->stub, response.data, response.size);
    status = ndr_decode(operation, NDR_OUT, (struct bytes){ reply->stub.data, reply->stub.size },
                        parameters, &reply->arena);
    if (status)
    {
        rpc_reply_free(reply);
    }
    return status ? status : win32_from_ntstatus(ndr_result(operation, parameters));
}

uint32_t recorded_server_call(struct remote *remote, const struct rpc_interface *interface,
                              uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    struct writer question = { 0 };
    uint32_t index = call_count;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (described && question_of(described, parameters, &question))
    {
        index = find(interface, operation, &question);
    }
    writer_free(&question);
    remote->lacks_operation = index == call_count;
    return remote->lacks_operation ? RPC_S_PROCNUM_OUT_OF_RANGE
                                   : answer(described, calls[index].response, parameters, reply);
}
