/*
 * What a man in the middle changes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/attacks.h"

#include "base/status.h"
#include "smb/header.h"

/* Positions in messages, [MS-SMB2] 2.2.1, 2.2.3 and 2.2.4. */
#define STATUS_POSITION    8
#define CREDITS_POSITION   14
#define FLAGS_POSITION     16
#define SIGNATURE_POSITION SMB2_SIGNATURE_OFFSET
#define BODY               SMB2_HEADER_SIZE

#define REQUEST_DIALECT_COUNT (BODY + 2)
#define REQUEST_SECURITY_MODE (BODY + 4)
#define REQUEST_CAPABILITIES  (BODY + 8)
#define REQUEST_CLIENT_GUID   (BODY + 12)
#define REQUEST_CONTEXTS      (BODY + 28)
#define REQUEST_DIALECTS      (BODY + 36)

#define REPLY_SECURITY_MODE (BODY + 2)
#define REPLY_DIALECT       (BODY + 4)
#define REPLY_SERVER_GUID   (BODY + 8)
#define REPLY_CAPABILITIES  (BODY + 24)
#define REPLY_START_TIME    (BODY + 48)
#define REPLY_CONTEXTS      (BODY + 60)

/* A context type that nobody knows, so that the context is as good as gone. */
#define UNKNOWN_CONTEXT 0x7FFF

/* The first value of a list of algorithms, behind their number. */
#define FIRST_ALGORITHM 2

#define SESSION_FLAGS (BODY + 2)

/* ---- Attacks on NEGOTIATE -------------------------------------------------------------------- */

static void lower_reply_to(struct writer *message, uint16_t dialect)
{
    if (middle_is_command(message, SMB2_NEGOTIATE))
    {
        middle_put_u16(message, REPLY_DIALECT, dialect);
    }
}

#define LOWER_REPLY(dialect)                                                                       \
    void lower_reply_to_##dialect(struct writer *message, struct writer *memory)                   \
    {                                                                                              \
        (void)memory;                                                                              \
        lower_reply_to(message, dialect);                                                          \
    }
LOWER_REPLY(0x0302)
LOWER_REPLY(0x0300)
LOWER_REPLY(0x0210)
LOWER_REPLY(0x0202)

/* The same, and the signatures of the session that do not fit any more are taken away. */
void lower_reply_and_strip_signatures(struct writer *message, struct writer *memory)
{
    (void)memory;
    lower_reply_to(message, SMB2_DIALECT_302);
    if (!middle_is_command(message, SMB2_NEGOTIATE))
    {
        middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
    }
}

/* Leaves the first `count` dialects of the offer. */
static void cut_request_to(struct writer *message, uint16_t count)
{
    if (middle_is_command(message, SMB2_NEGOTIATE))
    {
        middle_put_u16(message, REQUEST_DIALECT_COUNT, count);
        middle_put_u32(message, REQUEST_CONTEXTS, 0);
        middle_put_u32(message, REQUEST_CONTEXTS + 4, 0);
    }
}

#define CUT_REQUEST(dialect, count)                                                                \
    void cut_request_to_##dialect(struct writer *message, struct writer *memory)                   \
    {                                                                                              \
        (void)memory;                                                                              \
        cut_request_to(message, count);                                                            \
    }
CUT_REQUEST(0x0302, 4)
CUT_REQUEST(0x0300, 3)
CUT_REQUEST(0x0210, 2)
CUT_REQUEST(0x0202, 1)

/* 3.1.1 in the offer becomes something unknown; the rest stays. */
void spoil_latest_dialect(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_NEGOTIATE))
    {
        middle_put_u16(message, REQUEST_DIALECTS + 4 * 2, 0x0399);
    }
}

/* NAME(message at a position) for the NEGOTIATE messages of either direction. */
#define CHANGE_NEGOTIATE(name, change)                                                             \
    void name(struct writer *message, struct writer *memory)                                       \
    {                                                                                              \
        (void)memory;                                                                              \
        if (middle_is_command(message, SMB2_NEGOTIATE))                                            \
        {                                                                                          \
            change;                                                                                \
        }                                                                                          \
    }
CHANGE_NEGOTIATE(clear_reply_security_mode, middle_put_u16(message, REPLY_SECURITY_MODE, 0))
CHANGE_NEGOTIATE(change_reply_guid, middle_flip(message, REPLY_SERVER_GUID))
CHANGE_NEGOTIATE(clear_reply_capabilities, middle_put_u32(message, REPLY_CAPABILITIES, 0))
CHANGE_NEGOTIATE(change_reply_start_time, middle_flip(message, REPLY_START_TIME))
CHANGE_NEGOTIATE(remove_reply_signing,
                 middle_put_u16(message,
                                middle_context(message, REPLY_CONTEXTS, SMB2_SIGNING_CAPABILITIES) -
                                    8,
                                UNKNOWN_CONTEXT))
CHANGE_NEGOTIATE(weaken_reply_signing,
                 middle_put_u16(message,
                                middle_context(message, REPLY_CONTEXTS, SMB2_SIGNING_CAPABILITIES) +
                                    FIRST_ALGORITHM,
                                SMB2_SIGNING_HMAC_SHA256))
CHANGE_NEGOTIATE(remove_reply_cipher, middle_put_u16(message,
                                                     middle_context(message, REPLY_CONTEXTS,
                                                                    SMB2_ENCRYPTION_CAPABILITIES) -
                                                         8,
                                                     UNKNOWN_CONTEXT))
CHANGE_NEGOTIATE(weaken_reply_cipher, middle_put_u16(message,
                                                     middle_context(message, REPLY_CONTEXTS,
                                                                    SMB2_ENCRYPTION_CAPABILITIES) +
                                                         FIRST_ALGORITHM,
                                                     SMB2_ENCRYPTION_AES128_CCM))
CHANGE_NEGOTIATE(deny_reply_cipher, middle_put_u16(message,
                                                   middle_context(message, REPLY_CONTEXTS,
                                                                  SMB2_ENCRYPTION_CAPABILITIES) +
                                                       FIRST_ALGORITHM,
                                                   SMB2_CIPHER_NONE))

CHANGE_NEGOTIATE(clear_request_security_mode,
                 middle_put_u16(message, REQUEST_SECURITY_MODE, SMB2_NEGOTIATE_SIGNING_ENABLED))
CHANGE_NEGOTIATE(clear_request_capabilities, middle_put_u32(message, REQUEST_CAPABILITIES, 0))
CHANGE_NEGOTIATE(change_request_guid, middle_flip(message, REQUEST_CLIENT_GUID))
CHANGE_NEGOTIATE(remove_request_signing, middle_put_u16(message,
                                                        middle_context(message, REQUEST_CONTEXTS,
                                                                       SMB2_SIGNING_CAPABILITIES) -
                                                            8,
                                                        UNKNOWN_CONTEXT))
CHANGE_NEGOTIATE(
    remove_request_cipher,
    middle_put_u16(message,
                   middle_context(message, REQUEST_CONTEXTS, SMB2_ENCRYPTION_CAPABILITIES) - 8,
                   UNKNOWN_CONTEXT))

/* ---- Attacks on SESSION_SETUP ---------------------------------------------------------------- */

/* A field without weight of the reply that is not signed, and counts for the hash alone. */
void change_first_session_setup_reply(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_SESSION_SETUP) && !middle_is_final_session_setup(message))
    {
        middle_flip(message, CREDITS_POSITION);
    }
}

void strip_final_signature(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_final_session_setup(message))
    {
        middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
    }
}

void spoil_final_signature(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_final_session_setup(message))
    {
        middle_flip(message, SIGNATURE_POSITION);
    }
}

static void set_final_flags(struct writer *message, uint16_t flags)
{
    if (middle_is_final_session_setup(message))
    {
        middle_put_u16(message, SESSION_FLAGS, flags);
        middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
    }
}

void make_guest(struct writer *message, struct writer *memory)
{
    (void)memory;
    set_final_flags(message, SMB2_SESSION_FLAG_IS_GUEST);
}

void make_anonymous(struct writer *message, struct writer *memory)
{
    (void)memory;
    set_final_flags(message, SMB2_SESSION_FLAG_IS_NULL);
}

void clear_session_flags(struct writer *message, struct writer *memory)
{
    (void)memory;
    set_final_flags(message, 0);
}

/* ---- Attacks on what comes after ------------------------------------------------------------- */

void strip_tree_signature(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_TREE_CONNECT))
    {
        middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
    }
}

void spoil_tree_signature(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_TREE_CONNECT))
    {
        middle_flip(message, SIGNATURE_POSITION);
    }
}

/* The server is said not to know FSCTL_VALIDATE_NEGOTIATE_INFO. */
void deny_validation(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_command(message, SMB2_IOCTL))
    {
        middle_put_u32(message, STATUS_POSITION, STATUS_NOT_SUPPORTED);
        middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
    }
}

void spoil_encrypted(struct writer *message, struct writer *memory)
{
    (void)memory;
    if (middle_is_encrypted(message))
    {
        middle_flip(message, message->size - 1);
    }
}

/* ---- On an open connection ------------------------------------------------------------------- */

void remember(struct writer *message, struct writer *memory)
{
    writer_free(memory);
    writer_bytes(memory, message->data, message->size);
}

void replay(struct writer *message, struct writer *memory)
{
    writer_free(message);
    writer_bytes(message, memory->data, memory->size);
}

void strip_signature(struct writer *message, struct writer *memory)
{
    (void)memory;
    middle_put_u32(message, FLAGS_POSITION, SMB2_FLAGS_SERVER_TO_REDIR);
}

void spoil_last_byte(struct writer *message, struct writer *memory)
{
    (void)memory;
    middle_flip(message, message->size - 1);
}

/* A refusal in plain text, which could be made up by anybody. */
void answer_plainly(struct writer *message, struct writer *memory)
{
    static const struct smb2_header header = {
        .command = SMB2_IOCTL,
        .status = STATUS_ACCESS_DENIED,
        .flags = SMB2_FLAGS_SERVER_TO_REDIR,
    };

    (void)memory;
    writer_free(message);
    smb2_header_encode(&header, message);
    writer_zeros(message, 9);
}
