/*
 * A man in the middle: a transport between client and server that shows each message to a test,
 * which may change it, on its way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_MIDDLE_H
#define NETAPI32_TESTS_SUPPORT_MIDDLE_H

#include <stdbool.h>

#include "base/wire.h"
#include "smb/transport.h"

/* Changes a message, which is what one frame holds. `memory` is kept from call to call. */
typedef void middle_change(struct writer *message, struct writer *memory);

struct middle
{
    middle_change *change_request; /* NULL: leave as it is */
    middle_change *change_reply;
    struct writer memory; /* what the change functions keep */
    unsigned int changed; /* how many messages are not what they were */
};

/* One direction of a stream. Zero-initialise; free both writers. */
struct middle_direction
{
    struct writer incoming; /* what is not a whole frame yet */
    struct writer outgoing; /* whole frames, changed */
};

/* Takes whole frames out of what came in, and has them changed. Gives how many of them are not what
 * they were: an attack that did not take place shows nothing. */
unsigned int middle_pass_on(struct middle_direction *direction, middle_change *change,
                            struct writer *memory);

/* Wraps the transport to the server, which it owns from now on. `middle` must outlive the result. */
struct transport *middle_transport(struct middle *middle, struct transport *server);

/* What a message is. Encrypted ones have no command that can be read. */
bool middle_is_command(const struct writer *message, uint16_t command);
bool middle_is_final_session_setup(const struct writer *message);
bool middle_is_encrypted(const struct writer *message);

/* Changes at a byte position of the message. */
void middle_put_u16(struct writer *message, size_t position, uint16_t value);
void middle_put_u32(struct writer *message, size_t position, uint32_t value);
void middle_flip(struct writer *message, size_t position);
/* The position of a negotiate context's data in a NEGOTIATE request or reply of 3.1.1; the context's
 * type stands 8 bytes before. The test fails if there is none. */
size_t middle_context(const struct writer *message, size_t offset_position, uint16_t type);

#endif
