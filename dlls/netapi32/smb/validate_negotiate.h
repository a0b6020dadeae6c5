/*
 * The check, on a signed connection, that nobody changed NEGOTIATE on its way: 3.0 and 3.0.2.
 * [MS-SMB2] 2.2.31.4, 2.2.32.6, 3.2.5.5
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_VALIDATE_NEGOTIATE_H
#define NETAPI32_SMB_VALIDATE_NEGOTIATE_H

#include "smb/connection.h"

/* Whether the check is due. 3.1.1 has preauthentication integrity instead; a dialect below 3.0
 * may itself be the result of tampering, since we offer 3.x, so it is checked as well; without
 * signatures nothing can be checked. */
bool smb2_must_validate_negotiate(const struct smb2_connection *connection);
/* Does it if it is due. ERROR_BAD_NET_RESP, and a broken connection, when the server saw or sent
 * something else than we did. */
uint32_t smb2_validate_negotiate(struct smb2_connection *connection, uint32_t tree_id,
                                 uint64_t deadline);

#endif
