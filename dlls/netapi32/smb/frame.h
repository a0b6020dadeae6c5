/*
 * Frames: the 4-byte length that goes before every message on a stream. [MS-SMB2] 2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_FRAME_H
#define NETAPI32_SMB_FRAME_H

#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"
#include "smb/transport.h"

#define FRAME_HEADER_SIZE 4

/* The longest frame that is accepted. A reply never needs more: no request asks for more than
 * SMB2_PAYLOAD_MAX bytes, and no more than a few go in one compound. */
#define FRAME_SIZE_MAX 0x40000

/* What has arrived. Zero-initialise; release with frame_receiver_free(). */
struct frame_receiver
{
    uint8_t *buffer;
    size_t capacity;
    size_t start; /* of what is not yet taken */
    size_t end;
    uint64_t bytes_received; /* since the receiver was made */
};

/* Begins a frame with room for its length, and gives the offset where it begins. */
size_t frame_begin(struct writer *writer);
/* Ends the frame that began there. */
void frame_end(struct writer *writer, size_t begin);

/* Receives one frame. It lies in the receiver's buffer, where it may be changed, until the next one
 * is asked for. ERROR_BAD_NET_RESP when it is longer than FRAME_SIZE_MAX or no SMB frame at all;
 * ERROR_NOT_ENOUGH_MEMORY; errors of the transport. */
uint32_t frame_receive(struct frame_receiver *receiver, struct transport *transport,
                       uint64_t deadline, uint8_t **frame, size_t *size);
void frame_receiver_free(struct frame_receiver *receiver);

#endif
