/*
 * A model of an SMB server with RPC services, in this process and behind the transport interface.
 * [MS-SMB2], [MS-NLMP], [MS-RPCE]
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It speaks any dialect, lets its one user log on with NTLM, signs and encrypts as agreed, has IPC$
 * with the pipes of all services, and accepts every bind. What the services answer, and what is wrong
 * with its messages, the test says: a message is changed before it is signed, so that it gets through
 * to whoever parses it, or behind that, so that it must never get through. Times are those of
 * fixed_platform.h, and nothing is ever waited for.
 *
 * It works on one thread. A client that breaks the rules (a malformed request, a wrong signature on a
 * session that both sides had from the start) ends the program.
 */
#ifndef NETAPI32_TESTS_SUPPORT_MODEL_SERVER_H
#define NETAPI32_TESTS_SUPPORT_MODEL_SERVER_H

#include <stdbool.h>

#include "remote/server_key.h"
#include "rpc/pdu.h"
#include "smb/commands.h"
#include "smb/transport.h"

/* What is asked. */
struct model_question
{
    unsigned int number; /* of the request, from 0 on, over all connections */
    uint16_t command;
    uint32_t control_code;                 /* of an IOCTL */
    const struct rpc_interface *interface; /* of a call; NULL: of none */
    uint16_t operation;
    bool is_bind;
};

/* ---- What is wrong with an answer ------------------------------------------------------------ */

enum model_edit_kind
{
    MODEL_KEEP,
    MODEL_XOR,     /* the byte at `position` with the lowest byte of `value`, which changes it */
    MODEL_SET,     /* the 32 bits at `position` */
    MODEL_CUT,     /* everything from `position` on */
    MODEL_APPEND,  /* so many bytes, the lowest of `value` */
    MODEL_UNSIGN,  /* a message loses its signature */
    MODEL_REPLACE, /* everything, by `bytes` */
};

/* Positions are taken modulo what is there. */
struct model_edit
{
    enum model_edit_kind kind;
    uint32_t position;
    uint32_t value;
    struct bytes bytes;
};

/* How a request is answered; zeros: as it should be. */
struct model_manner
{
    bool has_status;
    uint32_t status;           /* instead of an answer */
    unsigned int interims;     /* interim answers before it */
    bool is_endless;           /* and no other ever */
    bool is_silent;            /* there is none */
    bool is_doubled;           /* it comes twice */
    bool closes;               /* the connection ends behind it */
    uint32_t delay;            /* ms */
    struct model_edit pdu;     /* of the service; what comes behind fits what was changed */
    struct model_edit message; /* header and body, before they are signed */
    struct model_edit sealed;  /* what is in a frame, signed and encrypted */
    struct model_edit frame;   /* that with its length */
};

/* ---- The server -------------------------------------------------------------------------------- */

struct model_behaviour
{
    void *context;
    /* How a request is answered; *manner is zeros. NULL: as it should be. */
    void (*choose_manner)(void *context, const struct model_question *question,
                          struct model_manner *manner);
    /* Writes what a service returns, or an IOCTL that is no pipe's. A fault, or 0. */
    uint32_t (*answer)(void *context, const struct model_question *question, struct writer *stub);
};

struct model_settings
{
    enum smb2_dialect dialect;
    enum smb2_signing_algorithm signing; /* of 3.1.1 */
    enum smb2_cipher cipher; /* of 3.1.1; that of 3.0 and 3.0.2 is AES-128-CCM or none */
    bool encrypts_session;
    bool encrypts_share;
    bool sends_hint;     /* the mechanisms, in NEGOTIATE */
    bool sends_mic;      /* of the list of mechanisms */
    bool sends_compound; /* the answers to a compound in one frame */
    uint16_t credits;    /* granted with each answer; 0: as many as are asked for */
    uint16_t fragment_max;
    size_t piece_max;            /* the most that the client receives at once; 0: a frame */
    uint32_t piece_delay;        /* ms before each */
    struct utf16_slice password; /* of whoever logs on */
};

struct model_server
{
    struct model_settings settings;
    struct model_behaviour behaviour;
    /* What came of it: */
    unsigned int requests;
    unsigned int connections;  /* that there were */
    unsigned int open;         /* that there are */
    unsigned int bad_requests; /* whose signature or cipher was not right: their connection ends */
    unsigned int sealed_edits; /* protected messages that were changed and then received */
    unsigned int edited_connection; /* the last of those that received one, counted from 1; or 0 */
    bool was_believed;              /* the client went on on a connection behind such a message */
};

/* For fixed_platform_set_connect(): `context` is a struct model_server. */
uint32_t model_server_connect(void *context, struct utf16_slice host, uint16_t port,
                              uint64_t deadline, struct transport **transport);
/* Gives the pool an idle connection to this server, made for `key`, on which somebody has logged on:
 * with keys that are always the same. False without memory. */
bool model_server_give_session(struct model_server *server, const struct server_key *key);
/* Whether a call that succeeded has relied on a message that was changed behind its signature: one
 * was received, and no other connection was made behind that. */
bool model_server_deceived(const struct model_server *server);

#endif
