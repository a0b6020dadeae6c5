/*
 * Questions to a computer about its domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_NETLOGON_CALL_H
#define NETAPI32_DIRECTORY_NETLOGON_CALL_H

#include "remote/call.h"

/* What holds the answer: the strings in the parameters are parts of it. */
struct netlogon_call
{
    struct remote remote;
    struct rpc_reply reply;
};

/* Does one operation. What the server answered stands in the parameters until netlogon_call_end(),
 * which is due whatever the result is. Errors: what the operation returned; those of remote_call(),
 * but
 *
 *   RPC_S_SERVER_UNAVAILABLE    the computer has no such service, as one that is in no domain
 *   ERROR_NOT_SUPPORTED         the service has no such operation */
uint32_t netlogon_call(struct netlogon_call *call, const struct target *target,
                       const struct rpc_interface *interface, uint16_t operation, void *parameters);
/* Does another operation within the same call, in the time that it has left. The answer to the one before
 * is gone. Errors: the same. */
uint32_t netlogon_call_again(struct netlogon_call *call, const struct rpc_interface *interface,
                             uint16_t operation, void *parameters);
void netlogon_call_end(struct netlogon_call *call);

#endif
