/*
 * What crossed a transport, with the bounds of messages: recorded while a call asks a server, and said
 * again from memory, whole or with a fault at any byte of what the server said.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A client whose clock and chance are the same says the same again, so that recorded answers fit, with
 * the keys of their signatures and ciphers.
 */
#ifndef NETAPI32_TESTS_SUPPORT_RECORDING_H
#define NETAPI32_TESTS_SUPPORT_RECORDING_H

#include <stdbool.h>

#include "base/wire.h"
#include "smb/transport.h"

#define RECORDED_MESSAGES_MAX 4096

/* One frame that the server sent. */
struct recorded_message
{
    size_t offset; /* in what was received */
    size_t size;   /* with the frame's header */
    size_t asked;  /* how many frames the client had sent before it began to come */
};

/* One connection. Zero-initialise; recording_free(). */
struct recording
{
    struct writer sent;
    struct writer received;
    size_t frames_sent;
    struct recorded_message messages[RECORDED_MESSAGES_MAX];
    size_t message_count;
    bool failed; /* more messages than there is room for, or no memory */
};

/* Records what crosses `below`, which the result owns from now on. `recording` must outlive it. NULL where
 * there is no memory. */
struct transport *recording_transport(struct recording *recording, struct transport *below);
void recording_free(struct recording *recording);
/* The message that has the byte at `position` of what was received; NULL for none. */
const struct recorded_message *recording_message_at(const struct recording *recording,
                                                    size_t position);

/* What goes wrong at one byte of what the server sends. */
enum fault_kind
{
    FAULT_NONE,
    FAULT_CUT,     /* the stream ends before the byte */
    FAULT_STALLED, /* nothing comes any more: neither the byte nor an end */
    FAULT_LATE,    /* the byte and what follows come after the deadline of whoever waits */
    FAULT_SLOW,    /* they come RECORDED_DELAY later */
    FAULT_ASLEEP,  /* the machine sleeps for RECORDED_SLEEP, and they are there when it wakes up */
    FAULT_FLIPPED, /* one of its bits, `bit`, is another one */
    FAULT_LOST,    /* the byte is missing */
    FAULT_DOUBLED, /* the byte comes twice */
    FAULT_TRUNCATED,     /* its message ends before it, and the frame's length says so */
    FAULT_MESSAGE_LOST,  /* its message is missing */
    FAULT_MESSAGE_TWICE, /* its message comes twice */
    FAULT_MESSAGE_LATER, /* its message and the one behind it come in the other order */
    FAULT_KIND_COUNT,
};

#define RECORDED_DELAY 500     /* ms */
#define RECORDED_SLEEP 3600000 /* ms */

struct fault
{
    enum fault_kind kind;
    size_t position; /* of what was received */
    unsigned int bit;
};

/* "cut", "flipped" and so on. */
const char *fault_name(enum fault_kind kind);
/* Whether it concerns the message as a whole, so that one position of each is enough. */
bool fault_is_of_message(enum fault_kind kind);

/* The clock of who waits for a replayed server, in milliseconds. */
struct replay_clock
{
    uint64_t (*now)(void);
    void (*set)(uint64_t now); /* forward */
};

/* How a replayed connection was used. */
struct replay
{
    bool is_open;
    size_t frames_sent; /* by the client */
    bool differs;       /* what the client sent is not what it sent in the recording */
    bool reached;       /* the client has received what the fault concerns */
};

/* Says what was recorded again, each message once the client has sent as much as in the recording, with the
 * fault. A client that waits for more waits until its deadline, which is at once. `recording` and
 * `replay` must outlive the result; NULL where there is no memory. */
struct transport *replay_transport(const struct recording *recording, const struct fault *fault,
                                   const struct replay_clock *clock, struct replay *replay);

#endif
