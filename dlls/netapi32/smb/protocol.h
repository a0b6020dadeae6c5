/*
 * Constants of SMB 2 and 3, spelled as [MS-SMB2] spells them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_PROTOCOL_H
#define NETAPI32_SMB_PROTOCOL_H

#include <stdint.h>

/* 2.2.1.2 */
#define SMB2_PROTOCOL_ID      0x424D53FEu /* 0xFE 'S' 'M' 'B' */
#define SMB2_TRANSFORM_ID     0x424D53FDu /* 0xFD 'S' 'M' 'B' */
#define SMB2_HEADER_SIZE      64
#define SMB2_SIGNATURE_OFFSET 48
#define SMB2_SIGNATURE_SIZE   16
#define SMB2_UNSOLICITED_ID   UINT64_MAX /* the message id of what nobody asked for */

enum smb2_command
{
    SMB2_NEGOTIATE = 0x0000,
    SMB2_SESSION_SETUP = 0x0001,
    SMB2_LOGOFF = 0x0002,
    SMB2_TREE_CONNECT = 0x0003,
    SMB2_TREE_DISCONNECT = 0x0004,
    SMB2_CREATE = 0x0005,
    SMB2_CLOSE = 0x0006,
    SMB2_READ = 0x0008,
    SMB2_WRITE = 0x0009,
    SMB2_IOCTL = 0x000B,
    SMB2_CANCEL = 0x000C,
    SMB2_ECHO = 0x000D,
};

enum smb2_header_flags
{
    SMB2_FLAGS_SERVER_TO_REDIR = 0x00000001,
    SMB2_FLAGS_ASYNC_COMMAND = 0x00000002,
    SMB2_FLAGS_RELATED_OPERATIONS = 0x00000004,
    SMB2_FLAGS_SIGNED = 0x00000008,
};

/* 2.2.3 */
enum smb2_dialect
{
    SMB2_DIALECT_202 = 0x0202,
    SMB2_DIALECT_210 = 0x0210,
    SMB2_DIALECT_300 = 0x0300,
    SMB2_DIALECT_302 = 0x0302,
    SMB2_DIALECT_311 = 0x0311,
};

enum smb2_security_mode
{
    SMB2_NEGOTIATE_SIGNING_ENABLED = 0x0001,
    SMB2_NEGOTIATE_SIGNING_REQUIRED = 0x0002,
};

enum smb2_capabilities
{
    SMB2_GLOBAL_CAP_LARGE_MTU = 0x00000004,
    SMB2_GLOBAL_CAP_ENCRYPTION = 0x00000040,
};

/* 2.2.3.1 */
enum smb2_negotiate_context_type
{
    SMB2_PREAUTH_INTEGRITY_CAPABILITIES = 0x0001,
    SMB2_ENCRYPTION_CAPABILITIES = 0x0002,
    SMB2_NETNAME_NEGOTIATE_CONTEXT_ID = 0x0005,
    SMB2_SIGNING_CAPABILITIES = 0x0008,
};

#define SMB2_PREAUTH_INTEGRITY_SHA512 0x0001

/* 2.2.3.1.2 */
enum smb2_cipher
{
    SMB2_CIPHER_NONE = 0x0000,
    SMB2_ENCRYPTION_AES128_CCM = 0x0001,
    SMB2_ENCRYPTION_AES128_GCM = 0x0002,
    SMB2_ENCRYPTION_AES256_CCM = 0x0003,
    SMB2_ENCRYPTION_AES256_GCM = 0x0004,
};

/* 2.2.3.1.7 */
enum smb2_signing_algorithm
{
    SMB2_SIGNING_HMAC_SHA256 = 0x0000,
    SMB2_SIGNING_AES_CMAC = 0x0001,
    SMB2_SIGNING_AES_GMAC = 0x0002,
};

/* 2.2.6 */
enum smb2_session_flags
{
    SMB2_SESSION_FLAG_IS_GUEST = 0x0001,
    SMB2_SESSION_FLAG_IS_NULL = 0x0002,
    SMB2_SESSION_FLAG_ENCRYPT_DATA = 0x0004,
};

/* 2.2.10 */
#define SMB2_SHARE_TYPE_PIPE        0x02
#define SMB2_SHAREFLAG_ENCRYPT_DATA 0x00008000u

/* 2.2.31 */
#define FSCTL_DFS_GET_REFERRALS       0x00060194u
#define FSCTL_PIPE_TRANSCEIVE         0x0011C017u
#define FSCTL_VALIDATE_NEGOTIATE_INFO 0x00140204u
#define SMB2_0_IOCTL_IS_FSCTL         0x00000001u

/* The file id that means: the one that the request before made. */
#define SMB2_RELATED_ID 0xFFFFFFFFu

/* The most that one request asks for or carries, and so what one credit pays for (3.2.4.1.5). */
#define SMB2_PAYLOAD_MAX 65536u

#endif
