/*
 * A connection as it is after authentication, without a server: fixed keys, a memory transport,
 * and the server's side of the conversation written by the test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_PROTECTED_SESSION_H
#define NETAPI32_TESTS_SUPPORT_PROTECTED_SESSION_H

#include "smb/connection.h"
#include "support/memory_transport.h"

#define PROTECTED_SESSION_ID    0x1112131415161718
#define PROTECTED_SESSION_FIRST 7 /* the message id of the first request */

enum protection
{
    PROTECTION_NONE,
    PROTECTION_SIGNED,
    PROTECTION_ENCRYPTED,
};

struct protected_session
{
    struct memory_transport memory;
    struct smb2_connection connection;
    struct writer stream;              /* what the server says; frames are added below */
    struct smb2_session_keys keys;     /* of both sides */
    struct smb2_encryption encryption; /* the server's */
};

/* Keys, algorithms and transport are ready. */
void protected_session_init(struct protected_session *session, enum protection protection);
/* Has both sides sign with another algorithm. */
void protected_session_sign_with(struct protected_session *session,
                                 enum smb2_signing_algorithm algorithm);
void protected_session_free(struct protected_session *session);

/* Has both sides encrypt with another cipher. */
void protected_session_encrypt_with(struct protected_session *session, enum smb2_cipher cipher);

/* A reply's header that answers the request with this message id. */
struct smb2_header protected_session_header(uint16_t command, uint64_t message_id);
/* Adds a frame with one message: signed, if the flags say so; encrypted, if asked for. */
void protected_session_say(struct protected_session *session, const struct smb2_header *header,
                           struct bytes body, bool encrypted);
/* Puts messages, which are already as they shall be, into a frame. */
void protected_session_say_messages(struct protected_session *session, struct bytes messages,
                                    bool encrypted);
/* Writes one message, signed if its flags say so. */
void protected_session_put_message(const struct protected_session *session,
                                   const struct smb2_header *header, struct bytes body,
                                   struct writer *messages);

#endif
