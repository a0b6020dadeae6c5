/*
 * Connections to servers, kept for a while between calls.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_POOL_H
#define NETAPI32_REMOTE_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "remote/server_key.h"
#include "rpc/client.h"
#include "rpc/smb_pipe.h"

/* The most services that are bound on one connection. */
#define SERVICES_MAX 8

/* A service of a server: its pipe, bound. */
struct server_service
{
    const struct rpc_interface *interface;
    struct rpc_smb_pipe pipe;
    struct rpc_client client;
};

/* An authenticated connection, with the pipes of services that were needed so far. */
struct server_connection
{
    struct server_connection *next; /* in the pool */
    uint64_t idle_until;            /* in the pool */
    bool is_busy;                   /* of the pool, and with somebody */
    uint64_t uses;                  /* use_table_generation(), when the call that has it began */
    struct server_key key;
    struct smb2_connection smb;
    struct smb2_ipc_tree ipc;
    struct server_service services[SERVICES_MAX];
    size_t service_count;
};

/* A new one, empty, with its key; NULL when there is no memory. The pool's thread is launched, so that
 * the system makes it while the caller waits for the network: platform_threads_settle() is due. */
struct server_connection *server_connection_new(const struct server_key *key);
/* An idle connection, which is the caller's from now on; NULL if there is none, or only such as have been
 * idle for too long, after the machine has slept for instance: their servers have given them up. */
struct server_connection *pool_take(const struct server_key *key);
/* Whether there is an idle connection to the same server, whoever it is logged on as. */
bool pool_knows(const struct server_key *key);
/* What the server of this name said of itself on an idle connection ([MS-SMB2] 2.2.4, ServerGuid), whoever
 * is logged on there. False if there is none. */
bool pool_find_guid(const struct utf16_name *name, uint8_t guid[SERVER_GUID_SIZE]);
/* Gives a connection to the pool, which closes it when nobody has taken it for 10 s; at once where the
 * use of the server went since the call began (pool_close()). */
void pool_put(struct server_connection *connection);
/* Says goodbye, closes and releases. NULL is allowed. */
void server_connection_free(struct server_connection *connection);
/* Closes the idle connections to the server of this name, whoever they are logged on as. For the end of
 * its use: those that are with somebody are closed when they are given back. */
void pool_close(const struct utf16_name *name);
/* Closes all idle connections and waits until the pool's thread has ended. For the end of a
 * program: no other thread may use the pool meanwhile. */
void pool_clear(void);

#endif
