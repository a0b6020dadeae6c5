/*
 * The bodies of the SMB2 commands this client uses: requests encoded, replies decoded.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Encoders add a body to a writer that already holds the header; the header's offset comes along,
 * because offsets in a message count from its header. Decoders take the whole message (header and
 * body) and give ERROR_BAD_NET_RESP when it is malformed; what they return lies inside it.
 */
#ifndef NETAPI32_SMB_COMMANDS_H
#define NETAPI32_SMB_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "base/wire.h"
#include "smb/protocol.h"

#define SMB2_GUID_SIZE         16
#define SMB2_PREAUTH_SALT_SIZE 32

struct smb2_file_id
{
    uint64_t persistent;
    uint64_t transient; /* [MS-SMB2] calls it Volatile */
};

/* The file id of the request before, in a related compound. */
extern const struct smb2_file_id smb2_related_file_id;

/* ---- NEGOTIATE, 2.2.3 and 2.2.4 -------------------------------------------------------------- */

struct smb2_negotiate_request
{
    uint16_t security_mode;
    uint32_t capabilities;
    uint8_t client_guid[SMB2_GUID_SIZE];
    uint8_t salt[SMB2_PREAUTH_SALT_SIZE];
    struct utf16_slice server_name; /* the name by which the server was called */
};

struct smb2_negotiate_reply
{
    uint16_t security_mode;
    enum smb2_dialect dialect;
    uint8_t server_guid[SMB2_GUID_SIZE];
    uint32_t capabilities;
    enum smb2_cipher cipher;
    enum smb2_signing_algorithm signing;
    struct bytes security_blob;
};

/* The dialects that are offered, in wire order. */
extern const uint16_t smb2_dialects[];
extern const size_t smb2_dialect_count;

void smb2_negotiate_encode(const struct smb2_negotiate_request *request, size_t header,
                           struct writer *writer);
/* Also ERROR_BAD_NET_RESP: a dialect, cipher, hash or signing algorithm that was not offered, or
 * a context that comes twice. ERROR_NOT_SUPPORTED: the server speaks no dialect of ours. */
uint32_t smb2_negotiate_decode(struct smb2_negotiate_reply *reply, struct bytes message);

/* ---- SESSION_SETUP, 2.2.5 and 2.2.6 ---------------------------------------------------------- */

struct smb2_session_setup_reply
{
    uint16_t session_flags;
    struct bytes security_blob;
};

void smb2_session_setup_encode(uint8_t security_mode, struct bytes security_blob, size_t header,
                               struct writer *writer);
uint32_t smb2_session_setup_decode(struct smb2_session_setup_reply *reply, struct bytes message);

/* ---- TREE_CONNECT, 2.2.9 and 2.2.10 ---------------------------------------------------------- */

struct smb2_tree_connect_reply
{
    uint8_t share_type;
    uint32_t share_flags;
};

/* `path` is \\server\share. */
void smb2_tree_connect_encode(struct utf16_slice path, size_t header, struct writer *writer);
uint32_t smb2_tree_connect_decode(struct smb2_tree_connect_reply *reply, struct bytes message);

/* ---- CREATE, 2.2.13 and 2.2.14: opens a named pipe for reading and writing ------------------- */

void smb2_create_pipe_encode(const char *pipe_name, size_t header, struct writer *writer);
uint32_t smb2_create_decode(struct smb2_file_id *file_id, struct bytes message);

/* ---- IOCTL, 2.2.31 and 2.2.32 ---------------------------------------------------------------- */

void smb2_ioctl_encode(uint32_t control_code, struct smb2_file_id file_id, struct bytes input,
                       uint32_t output_size_max, size_t header, struct writer *writer);
uint32_t smb2_ioctl_decode(struct bytes *output, uint32_t control_code, struct bytes message);

/* ---- READ, 2.2.19 and 2.2.20; WRITE, 2.2.21 and 2.2.22; CLOSE, 2.2.15 ------------------------ */

void smb2_read_encode(struct smb2_file_id file_id, uint32_t size, struct writer *writer);
uint32_t smb2_read_decode(struct bytes *data, struct bytes message);

void smb2_write_encode(struct smb2_file_id file_id, struct bytes data, size_t header,
                       struct writer *writer);
uint32_t smb2_write_decode(uint32_t *written, struct bytes message);

void smb2_close_encode(struct smb2_file_id file_id, struct writer *writer);

/* ---- LOGOFF, 2.2.7; TREE_DISCONNECT, 2.2.11; ECHO, 2.2.28: bodies of four bytes -------------- */

void smb2_empty_encode(struct writer *writer);

#endif
