/*
 * Packets of the NetBIOS session service over TCP: [RFC 1001] 14, [RFC 1002] 4.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_NETBIOS_FRAME_H
#define NETAPI32_NETBIOS_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

#define NETBIOS_SESSION_PORT 139
#define NETBIOS_NAME_SIZE    16
/* A name on the wire: a length, two letters for each character, an empty scope. */
#define NETBIOS_WIRE_NAME_SIZE    34
#define NETBIOS_FRAME_HEADER_SIZE 4

/* [RFC 1002] 4.3.1 */
enum netbios_frame_type
{
    NETBIOS_SESSION_MESSAGE = 0x00,
    NETBIOS_SESSION_REQUEST = 0x81,
    NETBIOS_POSITIVE_SESSION_RESPONSE = 0x82,
    NETBIOS_NEGATIVE_SESSION_RESPONSE = 0x83,
    NETBIOS_RETARGET_SESSION_RESPONSE = 0x84,
    NETBIOS_SESSION_KEEP_ALIVE = 0x85,
};

/* [RFC 1002] 4.3.4: the byte of a negative session response */
enum netbios_session_error
{
    NETBIOS_NOT_LISTENING_ON_CALLED_NAME = 0x80,
    NETBIOS_NOT_LISTENING_FOR_CALLING_NAME = 0x81,
    NETBIOS_CALLED_NAME_NOT_PRESENT = 0x82,
    NETBIOS_INSUFFICIENT_RESOURCES = 0x83,
    NETBIOS_UNSPECIFIED_ERROR = 0x8f,
};

struct netbios_frame_header
{
    uint8_t type;
    uint32_t length; /* of what follows; 17 bits */
};

void netbios_frame_header_encode(const struct netbios_frame_header *header, struct writer *writer);
/* Reads a header at the reader's position. False when it is cut. */
bool netbios_frame_header_decode(struct netbios_frame_header *header, struct reader *reader);

/* Names are 16 characters, the last of which is their type. */
void netbios_wire_name_encode(const uint8_t name[NETBIOS_NAME_SIZE], struct writer *writer);
void netbios_session_request_encode(const uint8_t called[NETBIOS_NAME_SIZE],
                                    const uint8_t calling[NETBIOS_NAME_SIZE],
                                    struct writer *writer);

#endif
