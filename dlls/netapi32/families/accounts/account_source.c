/*
 * A call of the API about accounts, from its beginning to its end.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_source.h"

#include "base/status.h"

uint32_t account_call_begin(struct account_call *call, struct utf16_slice server_name,
                            enum account_access access)
{
    uint32_t status = ERROR_SUCCESS;

    *call = (struct account_call){ .access = access };
    status = remote_begin_for(&call->remote, server_name);
    if (status)
    {
        return status;
    }
    call->source = call->remote.server.target.is_this_computer ? &store_account_source
                                                               : &server_account_source;
    return call->source->begin(call);
}

void account_call_end(struct account_call *call)
{
    if (call->source)
    {
        call->source->end(call);
    }
    remote_end(&call->remote);
    arena_free(&call->arena);
    call->source = NULL;
}

static bool keep(struct account_call *call, const void **data, size_t size)
{
    void *copy = *data ? arena_allocate(&call->arena, size) : NULL;

    if (*data && !copy)
    {
        return false;
    }
    if (copy)
    {
        memcpy(copy, *data, size);
    }
    *data = copy;
    return true;
}

bool account_call_keep_text(struct account_call *call, struct utf16_slice *text)
{
    return keep(call, &text->units, text->length * sizeof(uint16_t));
}

bool account_call_keep_bytes(struct account_call *call, struct info_bytes *bytes)
{
    return keep(call, &bytes->data, bytes->size);
}
