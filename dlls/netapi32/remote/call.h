/*
 * The one way to a server: described operations, over a connection from the pool or a new one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_CALL_H
#define NETAPI32_REMOTE_CALL_H

#include "remote/begin.h"
#include "remote/pool.h"

/* Does an operation: `parameters` is the structure of its description (rpc/ndr.h); the server's name
 * is filled in where the operation wants it, and is good until remote_end(). Results: what the operation returned, as a Win32 code;
 * or what kept it from being done:
 *
 *   ERROR_BAD_NETPATH          the server cannot be found or reached, or none listens there
 *                              (remote->nobody_listens). Also where this computer is not to be
 *                              asked as a server: see remote->host_answers
 *   ERROR_SEM_TIMEOUT          CallTimeout has passed since remote_begin(), or ConnectTimeout
 *   ERROR_NETNAME_DELETED      the connection was lost. One that was lost before anything came is
 *                              replaced once, where the operation only asks or was not yet sent
 *   ERROR_BAD_NET_RESP, RPC_S_PROTOCOL_ERROR, RPC_X_BAD_STUB_DATA
 *                              the answer broke the rules of SMB, of RPC, of NDR. The last also
 *                              where the server says that of the request (remote->cannot_read)
 *   RPC_S_UNKNOWN_IF, ERROR_FILE_NOT_FOUND
 *                              the server has no such service
 *   RPC_S_PROCNUM_OUT_OF_RANGE the server's service has no such operation
 *                              (remote->lacks_operation). remote/optional_call.h remembers it
 *   ERROR_NOT_ENOUGH_MEMORY, ERROR_ACCESS_DENIED, and what else keeps one from logging on
 *
 * What the server answered, whatever the operation returned, stands in the parameters until
 * rpc_reply_free(), which is always allowed. */
uint32_t remote_call(struct remote *remote, const struct rpc_interface *interface,
                     uint16_t operation, void *parameters, struct rpc_reply *reply);

/* For a call of the API that opens something on the server (context handles): from now on all of
 * `remote` goes over one connection, which is taken or opened with the first operation, and given back
 * by remote_end(). Handles are counted as they come and go; a connection on which one was left open is
 * closed, so that nothing is left behind. A connection that is lost while handles are open is not
 * replaced: what that operation gives, all that follow give, too. Before the first operation. */
void remote_hold(struct remote *remote);
/* Whether all that goes over the connection that is held is signed or encrypted; false where none is:
 * before the first operation, or after it was lost. A password wants it, however it is encrypted. */
bool remote_is_protected(const struct remote *remote);
/* From now on nothing is sent over a connection that is neither signed nor encrypted: what would be gives
 * ERROR_NOT_SUPPORTED. That holds also for the connection that replaces one that was lost. */
void remote_demand_protection(struct remote *remote);
/* Whether it is encrypted, which a password in the clear wants. */
bool remote_is_encrypted(const struct remote *remote);
/* The code that the connection was lost with while handles were open on it; ERROR_SUCCESS where it was not. */
uint32_t remote_loss(const struct remote *remote);
/* The key that operations encrypt with what goes over the connection that is held: [MS-SMB2] 3.2.1.3,
 * Session.ApplicationKey, or below SMB 3.0 Session.SessionKey. Secret: wipe after use.
 * Where remote_is_protected() is false, the code that the connection was lost with, or
 * ERROR_NO_USER_SESSION_KEY. */
uint32_t remote_session_key(const struct remote *remote, uint8_t key[SMB2_APPLICATION_KEY_SIZE]);

/* What is no described operation: it is done on a connection that is logged on, whose `broken` it
 * sees to as others do. It only asks, and may be done again on another one. */
typedef uint32_t (*remote_question)(struct server_connection *connection, void *context,
                                    uint64_t deadline);
/* Asks a question. Results: those of `question`, or what kept it from being asked, as with
 * remote_call(). */
uint32_t remote_ask(struct remote *remote, remote_question question, void *context);

/* The status of an operation that lists nothing: RPC_S_PROTOCOL_ERROR for ERROR_MORE_DATA, which a program
 * would take for a promise of rows, and ask again for ever. */
uint32_t remote_without_more(uint32_t status);
/* What a function of the API makes of the result of its latest operation, if that is no page of a list:
 * `host_status` where this computer has no server; ERROR_NOT_SUPPORTED where the server has no such
 * operation; else `status`, without more. */
uint32_t remote_result(const struct remote *remote, uint32_t status, uint32_t host_status);

/* Logs on to the target with `credentials` and connects its IPC$; the connection is kept for the
 * calls that follow. CREDENTIALS_CURRENT stands for those that a call would use. Errors: what keeps
 * a connection from being opened. */
uint32_t remote_connect(const struct target *target, const struct credentials *credentials);
/* Ends the idle connections to the target, and those that calls have once these end: for the end of its
 * use, after it has gone from use_table.h. */
void remote_disconnect(const struct target *target);

#endif
