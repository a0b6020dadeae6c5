/*
 * Replies on their way in: decrypted, checked, matched with their requests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_RECEIVE_H
#define NETAPI32_SMB_RECEIVE_H

#include "smb/connection.h"

/* Waits for the replies to `count` requests whose message ids count up from `first_message_id`.
 * Errors as smb2_exchange(). */
uint32_t smb2_receive(struct smb2_connection *connection, const struct smb2_request *requests,
                      size_t count, uint64_t first_message_id, struct smb2_reply *replies,
                      uint64_t deadline);

#endif
