/*
 * The parts of the model server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_MODEL_PARTS_H
#define NETAPI32_TESTS_SUPPORT_MODEL_PARTS_H

#include "auth/ntlm_crypto.h"
#include "smb/connection.h"
#include "support/model_server.h"

#define MODEL_SESSION_ID 0x2122232425262728u
#define MODEL_TREE_ID    1
#define MODEL_PIPES_MAX  8
#define MODEL_FRAMES_MAX 96
/* After so many requests a server hangs up: no call here has as many to make. */
#define MODEL_REQUESTS_MAX 600

struct model_pipe
{
    bool is_open;
    const char *name;
    const struct rpc_interface *interface; /* bound; or NULL */
    struct writer output;                  /* messages, each behind its size */
    size_t taken;                          /* of the output */
    size_t taken_of_message;
};

/* What is on its way to the client. */
struct model_frame
{
    size_t end; /* in the stream */
    uint64_t ready;
    bool is_edited; /* behind its protection */
    bool is_sealed; /* which is that of the session's keys: it can be seen at once */
};

struct model_connection
{
    struct transport transport; /* first */
    struct model_server *server;
    unsigned int number; /* from 1 on */
    struct writer stream;
    size_t sent; /* of the stream */
    struct model_frame frames[MODEL_FRAMES_MAX];
    size_t frame_count;
    size_t frames_sent;
    bool is_ending;  /* behind the last frame */
    bool is_endless; /* interim answers for ever, to this request: */
    struct smb2_header endless;
    bool was_edited; /* the client has received a frame that it must refuse */

    /* The session */
    bool has_keys;
    bool owns_keys; /* they are not those that every connection shares */
    bool is_given;  /* it began with its keys */
    bool encrypts;  /* as the client's last frame */
    struct smb2_signer signer;
    struct smb2_encryption encryption;
    uint8_t preauth_hash[SHA512_SIZE];
    uint8_t challenge[NTLM_CHALLENGE_SIZE];
    uint32_t client_capabilities;
    struct model_pipe pipes[MODEL_PIPES_MAX];
};

/* A request, and what becomes of it. */
struct model_exchange
{
    struct model_connection *connection;
    struct model_question question;
    struct model_manner manner;
    struct smb2_header request;
    struct bytes message; /* the request's header and body */
    struct bytes body;
    struct model_pipe *created; /* in this compound */
    struct smb2_header reply;
    struct writer *answer; /* its body */
    bool ends_logon;       /* the reply is the first that is signed */
};

/* Writers that are kept, for to have them anew for each message takes longer than the rest; each is for
 * one thing at a time. */
enum model_writer
{
    MODEL_ANSWER,
    MODEL_MESSAGES,
    MODEL_INTERIM,
    MODEL_DECRYPTED,
    MODEL_PDU_WRITER,
    MODEL_STUB,
    MODEL_WRITERS,
};
/* It is empty. */
struct writer *model_writer(enum model_writer which);

void model_edit(const struct model_edit *edit, struct writer *bytes, size_t begin);

/* What NEGOTIATE agrees on with a client that can do everything. */
struct smb2_negotiate_reply model_agreed(const struct model_settings *settings);

/* model_logon.c. Body and status of the reply. */
void model_negotiate(struct model_exchange *exchange);
void model_session_setup(struct model_exchange *exchange);
void model_validate_negotiate(const struct model_connection *connection, struct writer *output);
/* Adds a message to the hash of 3.1.1. */
void model_preauth(struct model_connection *connection, struct bytes message);

/* model_pipe.c */
void model_create(struct model_exchange *exchange);
void model_close(struct model_exchange *exchange);
void model_ioctl(struct model_exchange *exchange);
void model_read(struct model_exchange *exchange);
void model_write(struct model_exchange *exchange);
/* What a request is about, as far as it goes to a pipe. */
void model_look_at_pipe(struct model_exchange *exchange);
void model_pipes_free(struct model_connection *connection);

#endif
