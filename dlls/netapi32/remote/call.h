/*
 * A call to a server: over a connection from the pool, or a new one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_CALL_H
#define NETAPI32_REMOTE_CALL_H

#include "auth/credentials.h"
#include "remote/pool.h"
#include "remote/target.h"

/* What is done on the connection. */
typedef uint32_t server_operation(struct server_connection *connection, void *parameters,
                                  uint64_t deadline);

/* Whether an operation may be done again when its connection is lost. */
enum repetition
{
    DO_ONCE,    /* it changes something on the server */
    MAY_REPEAT, /* it only asks */
};

/* The server's name as its services want it: \\\\server. It is for the log of the server at most. */
struct utf16_name server_unc_name(const struct utf16_name *name);

/* Does `operation` with the credentials and the configuration for the target. A connection that
 * turns out to be lost before anything was received is replaced, once, where the operation may be
 * repeated. Errors: those of the operation; ERROR_CONNECTION_REFUSED when no server listens there (a
 * caller of the API is told ERROR_BAD_NETPATH instead: source/choose.h), ERROR_BAD_NETPATH when the
 * target cannot be reached, and what else keeps a connection from being opened. */
uint32_t server_call(const struct target *target, server_operation *operation, void *parameters,
                     enum repetition repetition);

/* Logs on to the target with `credentials` and connects its IPC$; the connection is kept for the
 * calls that follow. CREDENTIALS_CURRENT stands for those that a call would use. Errors: what keeps
 * a connection from being opened. */
uint32_t server_connect(const struct target *target, const struct credentials *credentials);
/* Ends idle connections to the target that were made with `credentials`. */
void server_disconnect(const struct target *target, const struct credentials *credentials);

#endif
