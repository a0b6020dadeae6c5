/*
 * Requests on their way out: framed, compounded, signed, encrypted.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_SEND_H
#define NETAPI32_SMB_SEND_H

#include "smb/connection.h"

/* Sends the requests; their message ids count up from connection->next_message_id. Errors as
 * smb2_exchange(). */
uint32_t smb2_send(struct smb2_connection *connection, const struct smb2_request *requests,
                   size_t count, enum smb2_grouping grouping, uint64_t deadline);

#endif
