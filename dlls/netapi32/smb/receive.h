/*
 * Replies on their way in: decrypted, checked, matched with their requests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_RECEIVE_H
#define NETAPI32_SMB_RECEIVE_H

#include "smb/connection.h"

/* Takes the reply to request number `index`, which is there until `take` returns; the last one until
 * the connection receives again. What it gives, if it is not ERROR_SUCCESS, ends the reception. */
typedef uint32_t smb2_take_reply(void *context, size_t index, const struct smb2_reply *reply,
                                 bool last);

/* Waits for the replies to `count` requests (at most SMB2_REQUESTS_MAX) whose message ids count up
 * from `first_message_id`, and gives each to `take` as it comes. Errors as smb2_exchange(), and what
 * `take` gives. */
uint32_t smb2_receive(struct smb2_connection *connection, const struct smb2_request *requests,
                      size_t count, uint64_t first_message_id, smb2_take_reply *take, void *context,
                      uint64_t deadline);

#endif
