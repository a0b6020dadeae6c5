/*
 * One SMB2 connection with one session on it: what it holds, and what goes over it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A connection is used by one thread at a time. After an error of the stream or of the protocol it
 * is `broken`: it can only be closed.
 */
#ifndef NETAPI32_SMB_CONNECTION_H
#define NETAPI32_SMB_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/wire.h"
#include "smb/commands.h"
#include "smb/frame.h"
#include "smb/header.h"
#include "smb/signing.h"
#include "smb/transform.h"
#include "smb/transport.h"

struct smb2_connection
{
    struct transport *transport;
    struct writer sending; /* empty between exchanges, with room for the next requests */
    struct frame_receiver receiver;
    struct arena kept_replies; /* of the latest exchange, where the receiver has moved on */
    bool broken;
    bool session_lost; /* the server says that it does not know our session any more */

    /* Agreed in NEGOTIATE */
    struct smb2_negotiate_request offered;
    struct smb2_negotiate_reply agreed; /* security_blob is not kept */
    uint8_t preauth_hash[SHA512_SIZE];  /* 3.1.1 */

    /* Flow control, 3.2.4.1.2 */
    uint64_t next_message_id;
    uint32_t credits;

    /* The session */
    uint64_t session_id;
    uint16_t session_flags;
    struct smb2_signer signer;
    struct smb2_encryption encryption;
    uint8_t application_key[SMB2_APPLICATION_KEY_SIZE]; /* secret; while there is a session key */
    bool signing;                                       /* every request and reply is signed */
    bool encrypting;                                    /* every request and reply is encrypted */
};

/* A request to be sent. `encode` adds the body; `header` is the header's offset in the writer. */
struct smb2_request
{
    uint16_t command;
    uint32_t tree_id;
    void (*encode)(const void *parameters, size_t header, struct writer *writer);
    const void *parameters;
};

/* A received reply. It lies in the connection's memory, until the next exchange. */
struct smb2_reply
{
    struct smb2_header header;
    struct bytes message; /* header and body */
};

/* The most requests that go out together. */
#define SMB2_REQUESTS_MAX 32

enum smb2_grouping
{
    SMB2_SEPARATE, /* each in a frame of its own, all in flight together */
    SMB2_RELATED,  /* one compound, each working on what the one before opened (3.2.4.1.4) */
};

/* Whether a command belongs to the time before there are keys: it is neither signed nor encrypted,
 * and counts for the preauthentication hash. */
bool smb2_is_before_session(uint16_t command);
/* Adds a message to the preauthentication integrity hash (3.1.1). */
uint32_t smb2_preauth_update(struct smb2_connection *connection, struct bytes message);
/* Whether the reply carries the signature of the session's key. */
uint32_t smb2_reply_check_signature(const struct smb2_connection *connection,
                                    const struct smb2_reply *reply);

/* From now on everything is encrypted. ERROR_NOT_SUPPORTED when the two sides have no cipher in
 * common, or the session no key. */
uint32_t smb2_start_encryption(struct smb2_connection *connection);

/* Closes the transport, wipes the keys and releases what the structure holds. */
void smb2_connection_close(struct smb2_connection *connection);

#endif
