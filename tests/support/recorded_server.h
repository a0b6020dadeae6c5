/*
 * A server that answers as another one did when somebody recorded it: questions of remote/call.h are
 * looked up among the recorded calls, and what was answered there comes out of the decoder.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A question is the same as a recorded one if its operation and what goes in are the same; but for what
 * clients are free in, which is the name that they call the server, the rights that they want, the
 * length that they prefer and the revision that they are of. A context handle is the same as another if
 * it was the answer to the same question: so nobody can take one domain for another.
 */
#ifndef NETAPI32_TESTS_SUPPORT_RECORDED_SERVER_H
#define NETAPI32_TESTS_SUPPORT_RECORDED_SERVER_H

#include "remote/call.h"

/* Adds a call, in the order in which they were recorded: stubs in NDR 2.0, of which the response must
 * stay. False for what cannot be read, for a handle that came from nowhere, and for too many. */
bool recorded_server_add(const struct rpc_interface *interface, uint16_t operation,
                         struct bytes request, struct bytes response);
/* As remote_call(). What nobody asked in the recording, the server lacks. */
uint32_t recorded_server_call(struct remote *remote, const struct rpc_interface *interface,
                              uint16_t operation, void *parameters, struct rpc_reply *reply);

#endif
