/*
 * A conversation as a run of bytes: what a fuzzer changes, and what recorded conversations are kept as.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   u8   the call, counted round, of family_calls.h
 *   u8   its level, counted round; CONVERSATION_UNKNOWN_LEVEL: one that there is not
 *   u8   its preferred length: an index
 *   u8   its resume handle; 0xFF: UINT32_MAX
 *   u32  family_arguments.number
 *   u8   enum conversation_start, counted round among CONVERSATION_STARTS; most begin in a session
 *   u8   the dialect, counted round
 *   u8   the signing algorithm, counted round; from bit 4 on the cipher
 *   u8   enum conversation_flags
 *   u8   the credits that are granted with each answer; 0: as many as are asked for
 *   u8   the longest fragment, in units of 32 bytes; 0: 4280 bytes
 *   CONVERSATION_TROUBLES of these:
 *          u8   enum conversation_trouble, counted round
 *          u8   the number of the request; CONVERSATION_FROM_HERE_ON: and all behind it
 *          u16  position
 *          u32  value
 *   what services answer, one behind the other, until the end:
 *          u8   enum conversation_answer; others are CONVERSATION_STUB
 *          ...
 *
 * Behind the end everything is as it should be, and answers are empty.
 */
#ifndef NETAPI32_TESTS_SUPPORT_CONVERSATION_INPUT_H
#define NETAPI32_TESTS_SUPPORT_CONVERSATION_INPUT_H

#include "support/family_calls.h"
#include "support/model_server.h"

/* The name that the server is called by. */
#define CONVERSATION_SERVER        "bed"
#define CONVERSATION_UNKNOWN_LEVEL 0xFF
#define CONVERSATION_TROUBLES      3
#define CONVERSATION_FROM_HERE_ON  0x80

enum conversation_start
{
    CONVERSATION_LOGON,           /* there is no connection yet */
    CONVERSATION_ENCRYPTED_LOGON, /* the same, and the session is encrypted */
    CONVERSATION_SIGNED,          /* somebody has logged on, and the pool has the connection */
    CONVERSATION_ENCRYPTED,       /* from here on an odd number is an encrypted session */
    CONVERSATION_STARTS = 8,
};

enum conversation_flags
{
    CONVERSATION_HINT = 0x01,     /* model_settings.sends_hint */
    CONVERSATION_MIC = 0x02,      /* .sends_mic */
    CONVERSATION_COMPOUND = 0x04, /* .sends_compound */
    CONVERSATION_SHARE = 0x08,    /* .encrypts_share */
    CONVERSATION_PIECES = 0x10,   /* a few bytes at a time */
    CONVERSATION_SLOWLY = 0x20,   /* and each after a while */
};

/* What is wrong with an answer: model_manner. */
enum conversation_trouble
{
    TROUBLE_NONE,
    TROUBLE_STATUS, /* `value` */
    TROUBLE_INTERIM,
    TROUBLE_SILENCE,
    TROUBLE_CLOSE,
    TROUBLE_DELAY, /* `value` ms */
    TROUBLE_DOUBLE,
    TROUBLE_ENDLESS,
    TROUBLE_MESSAGE, /* an edit, by the highest bits of `position`, of the message */
    TROUBLE_PDU,
    TROUBLE_SEALED,
    TROUBLE_FRAME,
    TROUBLE_KINDS,
};

enum conversation_answer
{
    CONVERSATION_STUB = 0,     /* u16 size, and so many bytes */
    CONVERSATION_FAULT = 0xF0, /* u32: an RPC fault, or the status of an IOCTL */
    /* u16 how often, u16 size and bytes that come so often; at most CONVERSATION_STUB_MAX altogether */
    CONVERSATION_REPEAT = 0xF1,
    CONVERSATION_MORE = 0xF2, /* as CONVERSATION_STUB, and the next answer goes on with it */
};
#define CONVERSATION_STUB_MAX 0x20000

struct conversation_input
{
    const struct family_call *call;
    struct family_arguments arguments;
    bool begins_in_session;
    struct model_server server; /* which answers what the input says; not to be moved */
    struct bytes troubles;
    struct reader answers;
};

/* False for an input without a beginning. */
bool conversation_input_read(struct conversation_input *input, struct bytes data);

#endif
