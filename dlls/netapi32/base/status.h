/*
 * Status codes: the Win32 and LAN Manager codes that travel from the bottom of this library to
 * its callers, and the NTSTATUS codes that servers send.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function that can fail returns a Win32 code, 0 being success; nothing is translated
 * twice. Files that include <windows.h> have these names from there and must not include this.
 */
#ifndef NETAPI32_BASE_STATUS_H
#define NETAPI32_BASE_STATUS_H

#include <stdbool.h>
#include <stdint.h>

/* [MS-ERREF] 2.2 */
enum win32_code
{
    ERROR_SUCCESS = 0,
    ERROR_FILE_NOT_FOUND = 2,
    ERROR_ACCESS_DENIED = 5,
    ERROR_INVALID_HANDLE = 6,
    ERROR_NOT_ENOUGH_MEMORY = 8,
    ERROR_GEN_FAILURE = 31,
    ERROR_NOT_SUPPORTED = 50,
    ERROR_DUP_NAME = 52,
    ERROR_BAD_NETPATH = 53,
    ERROR_BAD_NET_RESP = 58,
    ERROR_NETNAME_DELETED = 64,
    ERROR_BAD_DEV_TYPE = 66,
    ERROR_BAD_NET_NAME = 67,
    ERROR_INVALID_PASSWORD = 86,
    ERROR_INVALID_PARAMETER = 87,
    ERROR_BROKEN_PIPE = 109,
    ERROR_SEM_TIMEOUT = 121,
    ERROR_INVALID_NAME = 123,
    ERROR_INVALID_LEVEL = 124,
    ERROR_PIPE_BUSY = 231,
    ERROR_NO_DATA = 232,
    ERROR_PIPE_NOT_CONNECTED = 233,
    ERROR_MORE_DATA = 234,
    ERROR_NOT_FOUND = 1168,
    ERROR_INVALID_DOMAINNAME = 1212,
    ERROR_SESSION_CREDENTIAL_CONFLICT = 1219,
    ERROR_CONNECTION_REFUSED = 1225,
    ERROR_SMB_GUEST_LOGON_BLOCKED = 1272,
    ERROR_LOGON_FAILURE = 1326,
    ERROR_ACCOUNT_RESTRICTION = 1327,
    ERROR_NO_SYSTEM_RESOURCES = 1450,
    RPC_S_UNKNOWN_IF = 1717,
    RPC_S_OUT_OF_RESOURCES = 1721,
    RPC_S_CALL_FAILED = 1726,
    RPC_S_PROTOCOL_ERROR = 1728,
    RPC_S_PROCNUM_OUT_OF_RANGE = 1745,
    RPC_X_BAD_STUB_DATA = 1783,
    ERROR_NO_BROWSER_SERVERS_FOUND = 6118,
};

/* [MS-ERREF] 2.2, the LAN Manager codes (NERR_BASE is 2100) */
enum lan_manager_code
{
    NERR_Success = 0,
    NERR_ServerNotStarted = 2114,
    NERR_DuplicateShare = 2118,
    NERR_BufTooSmall = 2123,
    NERR_UserNotFound = 2221,
    NERR_UseNotFound = 2250,
    NERR_NetNameNotFound = 2310,
    NERR_DeviceNotShared = 2311,
    NERR_ClientNameNotFound = 2312,
    NERR_FileIdNotFound = 2314,
    NERR_InvalidComputer = 2351,
};

/* [MS-ERREF] 2.3: those that this code looks at by name */
enum ntstatus
{
    STATUS_SUCCESS = 0x00000000,
    STATUS_PENDING = 0x00000103,
    STATUS_NOTIFY_CLEANUP = 0x0000010B,
    STATUS_BUFFER_OVERFLOW = 0x80000005,
    STATUS_NOT_IMPLEMENTED = 0xC0000002,
    STATUS_INVALID_HANDLE = 0xC0000008,
    STATUS_INVALID_PARAMETER = 0xC000000D,
    STATUS_MORE_PROCESSING_REQUIRED = 0xC0000016,
    STATUS_ACCESS_DENIED = 0xC0000022,
    STATUS_NOT_SUPPORTED = 0xC00000BB,
    STATUS_NETWORK_NAME_DELETED = 0xC00000C9,
    STATUS_INTERNAL_ERROR = 0xC00000E5,
    STATUS_USER_SESSION_DELETED = 0xC0000203,
    STATUS_NETWORK_SESSION_EXPIRED = 0xC000035C,
    STATUS_FILE_CLOSED = 0xC0000128,
    STATUS_PIPE_DISCONNECTED = 0xC00000B0,
    STATUS_PIPE_BROKEN = 0xC000014B,
};

/* The Win32 code of an NTSTATUS. Success codes give 0; an error that has no entry of its own
 * gives ERROR_GEN_FAILURE. It never gives ERROR_MORE_DATA, which says that there is an answer: who
 * can use part of an answer looks at STATUS_BUFFER_OVERFLOW first. */
uint32_t win32_from_ntstatus(uint32_t ntstatus);

#endif
