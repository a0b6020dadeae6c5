/*
 * An authentication mechanism: what SPNEGO chooses from (NTLM, Kerberos).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_MECHANISM_H
#define NETAPI32_AUTH_MECHANISM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

/* A session key as long as any mechanism makes one. */
#define SESSION_KEY_SIZE_MAX 64

struct session_key
{
    uint8_t data[SESSION_KEY_SIZE_MAX];
    size_t size; /* 0: the session has no key (anonymous, guest) and cannot be signed */
};

struct mechanism;

struct mechanism_operations
{
    const char *name;       /* for the log */
    struct bytes object_id; /* the contents of its DER OBJECT IDENTIFIER, without tag and length */

    /* Takes the server's token (empty at first) and writes the answer. *done is set when nothing
     * more is expected from the server. Errors: what the mechanism finds wrong with the token
     * (ERROR_BAD_NET_RESP), ERROR_LOGON_FAILURE, ERROR_TIME_SKEW, ERROR_NOT_ENOUGH_MEMORY,
     * ERROR_NOT_SUPPORTED when the mechanism cannot be used here at all (SPNEGO then goes on to the
     * next). */
    uint32_t (*step)(struct mechanism *mechanism, struct bytes token, struct writer *answer,
                     bool *done);
    /* The key that both sides have after the last step. */
    uint32_t (*session_key)(struct mechanism *mechanism, struct session_key *key);
    /* A message integrity code over `data` as SPNEGO's mechListMIC needs it, and its check
     * (ERROR_BAD_NET_RESP when it is wrong). ERROR_NOT_SUPPORTED without a key. */
    uint32_t (*sign)(struct mechanism *mechanism, struct bytes data, struct writer *mic);
    uint32_t (*verify)(struct mechanism *mechanism, struct bytes data, struct bytes mic);
    /* Wipes and releases. */
    void (*free)(struct mechanism *mechanism);
};

/* The head of every mechanism's own structure. */
struct mechanism
{
    const struct mechanism_operations *operations;
};

#endif
