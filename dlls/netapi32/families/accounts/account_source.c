/*
 * What the functions of the API and the sources of accounts share of a call.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_source.h"

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
