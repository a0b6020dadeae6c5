/*
 * Whose accounts a call of the API is about: the one place that knows the sources.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_source.h"
#include "remote/target.h"

uint32_t account_call_begin(struct account_call *call, struct utf16_slice server_name,
                            enum account_access access)
{
    uint32_t status = ERROR_SUCCESS;

    *call = (struct account_call){ .access = access };
    status = target_result(remote_begin_for(&call->remote, server_name), server_name);
    if (status)
    {
        return status;
    }
    call->source = call->remote.server.target.is_this_computer ? &store_account_source
                                                               : &server_account_source;
    return call->source->begin(call);
}
