/*
 * Conversations with a real server: recorded once, and had again from memory with a fault in them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_BROKEN_CONVERSATIONS_H
#define NETAPI32_TESTS_BROKEN_CONVERSATIONS_H

#include "broken/calls.h"
#include "support/recording.h"

#define CALL_TIMEOUT      20000 /* ms, on the clock of the test */
#define CALL_TIMEOUT_TEXT "20000"

/* How a server talks. */
struct manner
{
    const char *name;
    const char *option;      /* of smb.conf; NULL: none */
    bool encrypts;           /* because the client demands it */
    bool hashes_negotiation; /* 3.1.1: everything up to the session's keys is in them */
    unsigned int every;      /* only every so many-th call is recorded in this way */
};

extern const struct manner manners[];
extern const unsigned int manner_count;

/* The same call twice, the second time on the connection of the first; once, where that is not kept. */
#define CALLS_RECORDED 2

#define PASSWORD_SIZE 64

struct conversation
{
    unsigned int call;
    const struct manner *manner;
    char password[PASSWORD_SIZE]; /* of admin */
    struct recording recording;
    unsigned int calls; /* that were recorded */
    struct outcome outcomes[CALLS_RECORDED];
};

/* Once, before anything else: a first call makes keys of the process by chance. */
void conversations_start(void);
/* Records it with the server that is called "bed" in the configuration. False, with a line on standard
 * error, when that is not possible. */
bool conversation_record(struct conversation *conversation);

/* A connection of a conversation that is had again. */
#define REPLAYS_MAX 8

struct retold
{
    struct outcome
        outcomes[CALLS_RECORDED + 1];  /* the last is one more, on a new connection if need be */
    uint64_t took[CALLS_RECORDED + 1]; /* ms */
    bool is_open[CALLS_RECORDED + 1];  /* whether the first connection was, after the call */
    bool reached[CALLS_RECORDED + 1];  /* whether the fault had come by then */
    unsigned int connections;
    struct replay replays[REPLAYS_MAX];
    bool left_open; /* a connection was open when everything was over */
    unsigned int blocks_held;
};

/* Has the conversation again, with a fault on its first connection; others are as recorded. */
void conversation_retell(const struct conversation *conversation, const struct fault *fault,
                         struct retold *retold);

/* What is wrong with how it went: a sentence; NULL if nothing is. */
const char *conversation_judge(const struct conversation *conversation, const struct fault *fault,
                               const struct retold *retold);
/* Whether that is what one of the recorded calls gave. */
bool conversation_has_outcome(const struct conversation *conversation,
                              const struct outcome *outcome);
/* The call that did not succeed as recorded; calls + 1: all did. */
unsigned int conversation_failed_call(const struct conversation *conversation,
                                      const struct retold *retold);

#endif
