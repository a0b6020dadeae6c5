/*
 * From a fresh transport to an authenticated session: NEGOTIATE and SESSION_SETUP.
 * [MS-SMB2] 3.2.4.2, 3.2.5.2, 3.2.5.3
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB2_SESSION_H
#define NETAPI32_SMB2_SESSION_H

#include "auth/credentials.h"
#include "smb/connection.h"

struct smb2_session_parameters
{
    struct utf16_slice server_name; /* as the caller named the server */
    const struct credentials *credentials;
    bool require_encryption;
    bool allow_guest; /* accept a guest session where credentials were given */
};

/* The connection takes ownership of the transport; also after a failure it is to be closed with
 * smb2_connection_close(). Errors:
 * those of smb2_exchange(), what the server says of the credentials (ERROR_LOGON_FAILURE and its
 * kind), ERROR_SMB_GUEST_LOGON_BLOCKED when it gives a guest or anonymous session in place of the
 * one asked for, ERROR_NOT_SUPPORTED when there is no dialect, mechanism or required cipher in
 * common. */
uint32_t smb2_session_open(struct smb2_connection *connection, struct transport *transport,
                           const struct smb2_session_parameters *parameters, uint64_t deadline);
/* Says LOGOFF, without waiting for the answer, and closes. */
void smb2_session_close(struct smb2_connection *connection);

#endif
