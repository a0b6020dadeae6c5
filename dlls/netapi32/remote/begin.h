/*
 * A call of the API that asks a server: what it is about, from its beginning to its end.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_BEGIN_H
#define NETAPI32_REMOTE_BEGIN_H

#include "auth/credentials.h"
#include "remote/facts.h"
#include "remote/hold.h"
#include "remote/known_server.h"
#include "smb/transport.h"

/* A call of the API: all that it asks of a server has one configuration, one identity and one
 * deadline. Begins with remote_begin(), ends with remote_end(). */
struct remote
{
    struct known_server server;
    uint64_t uses;       /* use_table_generation(), before anything else was read */
    uint64_t generation; /* known_server_generation(), before anything of it was read */
    uint64_t start;      /* platform_now() */
    uint64_t deadline;   /* of the whole call; UINT64_MAX until somebody is asked */
    bool is_prepared;    /* the server is known completely, and the library has started */
    /* A connection that was begun early, until it is needed. */
    bool has_begun;
    uint32_t begin_status; /* of its beginning */
    struct transport *transport;
    struct server_identity identity; /* of the server on the latest connection */
    bool has_credentials;
    struct credentials credentials; /* secret; found when a connection has to be opened */
    struct hold hold;               /* see remote_hold() */
    /* Of the latest operation: */
    bool nobody_listens;  /* its connection was refused, there is no server */
    bool host_answers;    /* this computer has no server to ask: it is this host that answers */
    bool is_unanswered;   /* it failed before the server had said what came of it */
    bool lacks_operation; /* the server has no operation of that number */
    bool cannot_read;     /* or none that takes what it was sent: a level that it does not know */
};

void remote_begin(struct remote *remote, const struct target *target);
/* The same for the `servername` of an API function; errors of target_parse(). */
uint32_t remote_begin_for(struct remote *remote, struct utf16_slice server_name);
/* Allowed also where begin failed. */
void remote_end(struct remote *remote);
/* Whether the time of the call has passed. */
bool remote_is_late(const struct remote *remote);

/* What is remembered of an operation of the server, for facts.h. It is valid as long as `remote`. */
struct facts_subject remote_subject(const struct remote *remote,
                                    const struct rpc_interface *interface, uint16_t operation);

/* Learns all that is to be known of the server before it is asked, once in a call: what remote_call()
 * does first. For who needs its key before. */
uint32_t remote_prepare(struct remote *remote);

/* For a call that logs on as somebody of its own choice, to a server also where this computer is meant:
 * before it is prepared. CREDENTIALS_CURRENT stands for those that any call would use. */
void remote_use_credentials(struct remote *remote, const struct credentials *credentials);
/* Connects, without logging on; the caller owns *transport. The first time, that may have been done
 * when the server was prepared to be asked: then a server is at work for the new connection while this
 * side finds out whom to log on as. Errors of tcp_transport_open(). */
uint32_t remote_open_transport(struct remote *remote, struct transport **transport);
/* Finds the credentials to log on with. Errors of credentials_find() and credentials_fingerprint(). */
uint32_t remote_find_credentials(struct remote *remote);

#endif
