/*
 * The SMB2 packet header. [MS-SMB2] 2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_HEADER_H
#define NETAPI32_SMB_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"
#include "smb/protocol.h"

struct smb2_header
{
    uint16_t credit_charge;
    uint32_t status; /* NTSTATUS, in replies */
    uint16_t command;
    uint16_t credits; /* asked for or granted */
    uint32_t flags;
    uint32_t next_command; /* offset of the next message of a compound; 0 in the last */
    uint64_t message_id;
    uint32_t tree_id; /* meaningless in an asynchronous reply */
    uint64_t session_id;
    uint8_t signature[SMB2_SIGNATURE_SIZE];
};

/* Writes the header with a zero signature. */
void smb2_header_encode(const struct smb2_header *header, struct writer *writer);
/* Reads a header at the reader's position. False when it is none. */
bool smb2_header_decode(struct smb2_header *header, struct reader *reader);

#endif
