/*
 * A server that is a function of the test: what is asked of remote/call.h comes to it, described
 * structures and all, and nothing goes over a network.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For programs that are linked with SCRIPTED_SERVER.
 */
#ifndef NETAPI32_TESTS_SUPPORT_SCRIPTED_SERVER_H
#define NETAPI32_TESTS_SUPPORT_SCRIPTED_SERVER_H

#include "families/accounts/account_server.h"

/* Answers an operation: fills in its parameters, and gives what it returns, an NTSTATUS. What it fills in
 * stays as long as the test. */
typedef uint32_t (*scripted_operation)(void *parameters);

struct scripted_answer
{
    const struct rpc_interface *interface;
    uint16_t operation;
    scripted_operation answer; /* NULL: the server has no such operation */
};

/* Text that stays as long as the program. */
struct utf16_slice scripted_text(const char *ascii);

/* From now on these are the operations that the server has, up to one without an interface; closing
 * needs no row. What else is asked fails the test. */
void scripted_server_set(const struct scripted_answer *answers);
/* How often an operation was asked for since then. */
unsigned int scripted_server_count(const struct rpc_interface *interface, uint16_t operation);

/* A call to such a server whose domains are open: the account domain is S-1-5-21-1-2-3, "BED". Ends with
 * arena_free() of its arena. */
void scripted_call_begin(struct account_call *call);

#endif
