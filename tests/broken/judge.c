/*
 * What may become of a conversation whose network is broken.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "broken/conversations.h"

#include "base/status.h"
#include "smb/frame.h"
#include "support/unit.h"

/* ---- Codes ----------------------------------------------------------------------------------- */

/* What a call may fail with, as docs and headers have it. */
static const uint32_t codes_of_lost_connection[] = { ERROR_NETNAME_DELETED };
static const uint32_t codes_of_silence[] = { ERROR_SEM_TIMEOUT };
static const uint32_t codes_of_altered_stream[] = {
    ERROR_BAD_NET_RESP, /* it breaks SMB, its signatures or its encryption */
    ERROR_SEM_TIMEOUT,  /* its lengths promise more than comes, or a message is not there */
    ERROR_NOT_ENOUGH_MEMORY, RPC_X_BAD_STUB_DATA, /* in RPC, where nothing protects it */
    RPC_S_PROTOCOL_ERROR,
};

struct codes
{
    const uint32_t *codes;
    size_t count;
};
#define CODES(array)                                                                               \
    {                                                                                              \
        array, COUNT(array)                                                                        \
    }

static const struct codes codes_of[FAULT_KIND_COUNT] = {
    [FAULT_NONE] = { NULL, 0 },
    [FAULT_CUT] = CODES(codes_of_lost_connection),
    [FAULT_STALLED] = CODES(codes_of_silence),
    [FAULT_LATE] = CODES(codes_of_silence),
    [FAULT_SLOW] = { NULL, 0 },
    [FAULT_ASLEEP] = CODES(codes_of_silence),
    [FAULT_FLIPPED] = CODES(codes_of_altered_stream),
    [FAULT_LOST] = CODES(codes_of_altered_stream),
    [FAULT_DOUBLED] = CODES(codes_of_altered_stream),
    [FAULT_TRUNCATED] = CODES(codes_of_altered_stream),
    [FAULT_MESSAGE_LOST] = CODES(codes_of_altered_stream),
    [FAULT_MESSAGE_TWICE] = CODES(codes_of_altered_stream),
    [FAULT_MESSAGE_LATER] = CODES(codes_of_altered_stream),
};

static bool is_code_of(enum fault_kind kind, uint32_t status)
{
    for (size_t i = 0; i < codes_of[kind].count; i++)
    {
        if (codes_of[kind].codes[i] == status)
        {
            return true;
        }
    }
    return false;
}

/* ---- Messages -------------------------------------------------------------------------------- */

#define SMB2_STATUS_POSITION  (FRAME_HEADER_SIZE + 8)
#define SMB2_COMMAND_POSITION (FRAME_HEADER_SIZE + 12)
#define SMB2_FLAGS_POSITION   (FRAME_HEADER_SIZE + 16)
#define SESSION_SETUP         1
#define FLAG_SIGNED           8

/* Whether the message with the fault is part of logging on, where the server's word is all there is: an
 * error there is the server's own. */
static bool is_of_logon(const struct conversation *conversation, const struct fault *fault)
{
    const struct recorded_message *message =
        recording_message_at(&conversation->recording, fault->position);
    const uint8_t *bytes = NULL;

    if (!message || message->size < FRAME_HEADER_SIZE + 64)
    {
        return false;
    }
    bytes = conversation->recording.received.data + message->offset;
    return bytes[FRAME_HEADER_SIZE] == 0xFE && bytes[SMB2_COMMAND_POSITION] <= SESSION_SETUP;
}

/* Whether what came of the fault's message cannot be what the server said: it is signed, encrypted, or in
 * the hash that the keys are made of. */
static bool is_protected(const struct conversation *conversation, const struct fault *fault)
{
    const struct recorded_message *message =
        recording_message_at(&conversation->recording, fault->position);
    const uint8_t *bytes = NULL;

    if (!message || message->size < FRAME_HEADER_SIZE + 64 ||
        fault->position - message->offset < FRAME_HEADER_SIZE)
    {
        return false;
    }
    bytes = conversation->recording.received.data + message->offset;
    return bytes[FRAME_HEADER_SIZE] == 0xFD || bytes[SMB2_FLAGS_POSITION] & FLAG_SIGNED ||
           (is_of_logon(conversation, fault) && conversation->manner->hashes_negotiation);
}

/* Whether a call that goes on over a new connection asks there for other things than in the recording, because
 * it has learnt something: what is recorded is no answer to it. */
static bool asked_otherwise(const struct retold *retold)
{
    for (unsigned int i = 1; i < retold->connections; i++)
    {
        if (retold->replays[i].differs)
        {
            return true;
        }
    }
    return false;
}

/* A server below 3.1.1 that ends the connection where it is asked what was negotiated has seen an attack,
 * [MS-SMB2] 3.3.5.15.12. */
static bool is_refused_negotiation(const struct conversation *conversation,
                                   const struct fault *fault, uint32_t status)
{
    return fault->kind == FAULT_CUT && !conversation->manner->hashes_negotiation &&
           status == ERROR_BAD_NET_RESP;
}

/* ---- Judging --------------------------------------------------------------------------------- */

bool conversation_has_outcome(const struct conversation *conversation,
                              const struct outcome *outcome)
{
    for (unsigned int i = 0; i < conversation->calls; i++)
    {
        if (outcome_equal(outcome, &conversation->outcomes[i]))
        {
            return true;
        }
    }
    return false;
}

unsigned int conversation_failed_call(const struct conversation *conversation,
                                      const struct retold *retold)
{
    unsigned int call = 0;

    while (call <= conversation->calls &&
           conversation_has_outcome(conversation, &retold->outcomes[call]))
    {
        call++;
    }
    return call;
}

static const char *judge_failure(const struct conversation *conversation, const struct fault *fault,
                                 const struct retold *retold, unsigned int call)
{
    const uint32_t status = retold->outcomes[call].status;

    if (retold->outcomes[call].is_answer)
    {
        return "a call succeeds with an altered answer";
    }
    if (asked_otherwise(retold))
    {
        return NULL;
    }
    if (call == conversation->calls)
    {
        return "a call on a new connection fails";
    }
    if (!is_code_of(fault->kind, status) && !is_of_logon(conversation, fault) &&
        !is_refused_negotiation(conversation, fault, status))
    {
        return "a call fails with another code than is documented";
    }
    if (retold->is_open[call])
    {
        return "a connection is kept after an error of the network";
    }
    for (unsigned int i = call + 1; i <= conversation->calls; i++)
    {
        if (!conversation_has_outcome(conversation, &retold->outcomes[i]))
        {
            return "the call after one that failed does not go well";
        }
    }
    return NULL;
}

/* Whether the connection was given up in the call in which the fault came, or it never came: what a call could
 * do without may have been altered, an answer to closing a handle for instance. */
static bool was_noticed(const struct conversation *conversation, const struct retold *retold)
{
    for (unsigned int i = 0; i <= conversation->calls; i++)
    {
        if (retold->reached[i])
        {
            return !retold->is_open[i];
        }
    }
    return true;
}

const char *conversation_judge(const struct conversation *conversation, const struct fault *fault,
                               const struct retold *retold)
{
    const unsigned int failed = conversation_failed_call(conversation, retold);
    const uint64_t slept = fault->kind == FAULT_ASLEEP ? RECORDED_SLEEP : 0;

    if (retold->left_open)
    {
        return "a connection is never closed";
    }
    for (unsigned int i = 0; i <= conversation->calls; i++)
    {
        if (retold->outcomes[i].trouble)
        {
            return retold->outcomes[i].trouble;
        }
    }
    if (retold->blocks_held)
    {
        return "a failed call leaves a block with the caller";
    }
    for (unsigned int i = 0; i <= conversation->calls; i++)
    {
        if (retold->took[i] > CALL_TIMEOUT + slept)
        {
            return "a call takes longer than its time";
        }
    }
    if (failed <= conversation->calls)
    {
        return judge_failure(conversation, fault, retold, failed);
    }
    if (fault->kind == FAULT_FLIPPED && is_protected(conversation, fault) &&
        !was_noticed(conversation, retold))
    {
        return "a message that was altered on the way is taken";
    }
    return NULL;
}
