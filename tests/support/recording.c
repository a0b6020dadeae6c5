/*
 * What crossed a transport, recorded and said again.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/recording.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "smb/frame.h"

/* ---- Frames ---------------------------------------------------------------------------------- */

/* The size of the frame that begins there, with its header; SIZE_MAX as long as the header is not there. */
static size_t frame_size_at(const struct writer *stream, size_t offset)
{
    const uint8_t *header = stream->data + offset;

    if (stream->size - offset < FRAME_HEADER_SIZE)
    {
        return SIZE_MAX;
    }
    return FRAME_HEADER_SIZE + ((size_t)header[1] << 16 | (size_t)header[2] << 8 | header[3]);
}

/* Counts the frames of a stream that grows; `*counted` is where the first begins that is not whole. */
static size_t whole_frames(const struct writer *stream, size_t *counted)
{
    size_t count = 0;
    size_t size = 0;

    while ((size = frame_size_at(stream, *counted)) <= stream->size - *counted)
    {
        *counted += size;
        count++;
    }
    return count;
}

/* ---- Recording ------------------------------------------------------------------------------- */

struct recorder
{
    struct transport transport;
    struct transport *below;
    struct recording *recording;
    size_t sent_whole; /* up to here whole frames were sent */
};

static struct recorder *recorder_of(struct transport *transport)
{
    return (struct recorder *)(void *)transport;
}

static uint32_t recorder_send(struct transport *transport, const void *data, size_t size,
                              uint64_t deadline)
{
    struct recorder *recorder = recorder_of(transport);
    struct recording *recording = recorder->recording;

    writer_bytes(&recording->sent, data, size);
    recording->frames_sent += whole_frames(&recording->sent, &recorder->sent_whole);
    return recorder->below->operations->send(recorder->below, data, size, deadline);
}

/* Finds the messages that begin in what was received, from where the last one ends. */
static void find_messages(struct recording *recording)
{
    for (;;)
    {
        const struct recorded_message *last =
            recording->message_count ? &recording->messages[recording->message_count - 1] : NULL;
        const size_t offset = last ? last->offset + last->size : 0;
        size_t size = 0;

        if (offset > recording->received.size ||
            (size = frame_size_at(&recording->received, offset)) == SIZE_MAX)
        {
            return;
        }
        if (recording->message_count == RECORDED_MESSAGES_MAX)
        {
            recording->failed = true;
            return;
        }
        recording->messages[recording->message_count++] =
            (struct recorded_message){ offset, size, recording->frames_sent };
    }
}

static uint32_t recorder_receive(struct transport *transport, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    struct recorder *recorder = recorder_of(transport);
    struct recording *recording = recorder->recording;
    const uint32_t status =
        recorder->below->operations->receive(recorder->below, data, size, received, deadline);

    if (!status)
    {
        writer_bytes(&recording->received, data, *received);
        recording->failed = recording->failed || recording->received.failed;
        find_messages(recording);
    }
    return status;
}

static void recorder_close(struct transport *transport)
{
    struct recorder *recorder = recorder_of(transport);

    recorder->below->operations->close(recorder->below);
    free(recorder);
}

static const struct transport_operations recorder_operations = {
    .send = recorder_send,
    .receive = recorder_receive,
    .close = recorder_close,
};

struct transport *recording_transport(struct recording *recording, struct transport *below)
{
    struct recorder *recorder = calloc(1, sizeof(*recorder));

    if (!recorder)
    {
        return NULL;
    }
    *recorder = (struct recorder){ { .operations = &recorder_operations }, below, recording, 0 };
    return &recorder->transport;
}

void recording_free(struct recording *recording)
{
    writer_free(&recording->sent);
    writer_free(&recording->received);
    *recording = (struct recording){ .frames_sent = 0 };
}

static size_t index_at(const struct recording *recording, size_t position)
{
    size_t index = 0;

    while (index < recording->message_count &&
           recording->messages[index].offset + recording->messages[index].size <= position)
    {
        index++;
    }
    return index;
}

const struct recorded_message *recording_message_at(const struct recording *recording,
                                                    size_t position)
{
    const size_t index = index_at(recording, position);

    return index < recording->message_count ? &recording->messages[index] : NULL;
}

/* ---- Faults ---------------------------------------------------------------------------------- */

const char *fault_name(enum fault_kind kind)
{
    static const char *const names[] = {
        [FAULT_NONE] = "none",
        [FAULT_CUT] = "cut",
        [FAULT_STALLED] = "stalled",
        [FAULT_LATE] = "late",
        [FAULT_SLOW] = "slow",
        [FAULT_ASLEEP] = "asleep",
        [FAULT_FLIPPED] = "flipped",
        [FAULT_LOST] = "lost",
        [FAULT_DOUBLED] = "doubled",
        [FAULT_TRUNCATED] = "truncated",
        [FAULT_MESSAGE_LOST] = "message-lost",
        [FAULT_MESSAGE_TWICE] = "message-twice",
        [FAULT_MESSAGE_LATER] = "message-later",
    };

    return kind < FAULT_KIND_COUNT ? names[kind] : "?";
}

bool fault_is_of_message(enum fault_kind kind)
{
    return kind == FAULT_MESSAGE_LOST || kind == FAULT_MESSAGE_TWICE || kind == FAULT_MESSAGE_LATER;
}

/* ---- Saying it again ------------------------------------------------------------------------- */

/* The stream is the recorded one up to a message, some bytes in place of it and of those that the fault
 * concerns, and the recorded one again. */
struct replayer
{
    struct transport transport;
    const struct recording *recording;
    const struct replay_clock *clock;
    struct replay *replay;
    struct writer sent; /* not a whole frame yet */
    enum fault_kind kind;
    size_t first;            /* the first message that is another one */
    size_t behind;           /* the first that is again as it was */
    struct writer instead;   /* of those in between */
    size_t instead_position; /* of the fault in it: where nothing more comes, or comes later */
    size_t stage;            /* the message that is being said; `first` stands for `instead` */
    size_t said;             /* of it */
    bool has_waited;
};

static struct replayer *replayer_of(struct transport *transport)
{
    return (struct replayer *)(void *)transport;
}

static void put(struct writer *to, const struct recording *recording,
                const struct recorded_message *message)
{
    writer_bytes(to, recording->received.data + message->offset, message->size);
}

/* A message of which only the first bytes are there, and say so. */
static void put_beginning(struct writer *to, const struct recording *recording,
                          const struct recorded_message *message, size_t size)
{
    struct writer cut = { .data = NULL };

    if (size > FRAME_HEADER_SIZE)
    {
        writer_bytes(&cut, recording->received.data + message->offset + FRAME_HEADER_SIZE,
                     size - FRAME_HEADER_SIZE);
    }
    writer_u8(to, 0);
    writer_u24_big_endian(to, (uint32_t)cut.size);
    writer_bytes(to, cut.data, cut.size);
    writer_free(&cut);
}

static void make_fault(struct replayer *replayer, const struct fault *fault)
{
    const struct recording *recording = replayer->recording;
    const size_t index = index_at(recording, fault->position);
    const struct recorded_message *message = &recording->messages[index];
    const uint8_t *bytes = recording->received.data;
    struct writer *instead = &replayer->instead;
    size_t within = 0;

    replayer->kind = index < recording->message_count ? fault->kind : FAULT_NONE;
    replayer->first = replayer->behind = SIZE_MAX;
    if (replayer->kind == FAULT_NONE)
    {
        return;
    }
    within = fault->position - message->offset;
    replayer->first = index;
    replayer->behind = index + 1;
    replayer->instead_position = within;
    switch (replayer->kind)
    {
    case FAULT_FLIPPED:
        put(instead, recording, message);
        instead->data[within] ^= (uint8_t)(1u << fault->bit);
        break;
    case FAULT_LOST:
        writer_bytes(instead, bytes + message->offset, within);
        writer_bytes(instead, bytes + fault->position + 1, message->size - within - 1);
        break;
    case FAULT_DOUBLED:
        writer_bytes(instead, bytes + message->offset, within + 1);
        writer_bytes(instead, bytes + fault->position, message->size - within);
        break;
    case FAULT_TRUNCATED: put_beginning(instead, recording, message, within); break;
    case FAULT_MESSAGE_LOST: break;
    case FAULT_MESSAGE_TWICE:
        put(instead, recording, message);
        put(instead, recording, message);
        break;
    case FAULT_MESSAGE_LATER:
        if (index + 1 < recording->message_count && message[1].asked == message->asked)
        {
            put(instead, recording, message + 1);
            replayer->behind++;
        }
        put(instead, recording, message);
        break;
    default: put(instead, recording, message); break;
    }
}

static uint32_t replayer_send(struct transport *transport, const void *data, size_t size,
                              uint64_t deadline)
{
    struct replayer *replayer = replayer_of(transport);
    struct replay *replay = replayer->replay;
    const struct writer *expected = &replayer->recording->sent;
    const size_t before = replayer->sent.size;
    size_t counted = 0;

    (void)deadline;
    if (expected->size - before < size || memcmp(expected->data + before, data, size) != 0)
    {
        replay->differs = true;
    }
    writer_bytes(&replayer->sent, data, size);
    replay->frames_sent = whole_frames(&replayer->sent, &counted);
    return ERROR_SUCCESS;
}

/* The message that is said now, as it is said; false when there is none. */
static bool current_message(const struct replayer *replayer, struct bytes *message, size_t *asked)
{
    const struct recorded_message *recorded = &replayer->recording->messages[replayer->stage];

    if (replayer->stage >= replayer->recording->message_count)
    {
        return false;
    }
    *asked = recorded->asked;
    *message = replayer->stage == replayer->first
                   ? (struct bytes){ replayer->instead.data, replayer->instead.size }
                   : (struct bytes){ replayer->recording->received.data + recorded->offset,
                                     recorded->size };
    return true;
}

static void go_on(struct replayer *replayer)
{
    replayer->stage = replayer->stage == replayer->first ? replayer->behind : replayer->stage + 1;
    replayer->said = 0;
}

/* How long until the byte of the fault comes: 0 for at once, UINT64_MAX for never. */
static uint64_t time_until(const struct replayer *replayer)
{
    if (replayer->kind == FAULT_STALLED)
    {
        return UINT64_MAX;
    }
    if (replayer->has_waited)
    {
        return 0;
    }
    return replayer->kind == FAULT_LATE   ? UINT64_MAX
           : replayer->kind == FAULT_SLOW ? RECORDED_DELAY
                                          : 0;
}

static uint32_t wait_for(const struct replayer *replayer, uint64_t time, uint64_t deadline)
{
    const uint64_t now = replayer->clock->now();

    if (deadline <= now || time > deadline - now)
    {
        replayer->clock->set(deadline);
        return ERROR_SEM_TIMEOUT;
    }
    replayer->clock->set(now + time);
    return ERROR_SUCCESS;
}

/* How many bytes of the message can be said before something happens. */
static size_t bytes_at_once(const struct replayer *replayer, size_t size)
{
    size_t left = size - replayer->said;

    if (replayer->stage == replayer->first && replayer->said < replayer->instead_position &&
        (replayer->kind == FAULT_CUT || replayer->kind == FAULT_STALLED ||
         replayer->kind == FAULT_LATE || replayer->kind == FAULT_SLOW ||
         replayer->kind == FAULT_ASLEEP))
    {
        left = replayer->instead_position - replayer->said;
    }
    return left;
}

/* Whether the stream has come to the byte of the fault. */
static bool is_at_fault(const struct replayer *replayer)
{
    return replayer->stage == replayer->first && replayer->said == replayer->instead_position;
}

/* Passes the time until the byte that is next comes. */
static uint32_t wait_for_byte(struct replayer *replayer, uint64_t deadline)
{
    const uint64_t time = is_at_fault(replayer) ? time_until(replayer) : 0;
    uint32_t status = ERROR_SUCCESS;

    if (is_at_fault(replayer) && replayer->kind == FAULT_CUT)
    {
        return ERROR_NETNAME_DELETED;
    }
    if (is_at_fault(replayer) && replayer->kind == FAULT_ASLEEP && !replayer->has_waited)
    {
        replayer->has_waited = true;
        replayer->clock->set(replayer->clock->now() + RECORDED_SLEEP);
    }
    if (time)
    {
        status = wait_for(replayer, time, deadline);
        replayer->has_waited = replayer->kind == FAULT_LATE || !status;
    }
    return status;
}

static uint32_t replayer_receive(struct transport *transport, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    struct replayer *replayer = replayer_of(transport);
    struct replay *replay = replayer->replay;
    struct bytes message = { .data = NULL };
    size_t asked = 0;
    size_t count = 0;
    uint32_t status = ERROR_SUCCESS;

    if (current_message(replayer, &message, &asked) && asked <= replay->frames_sent &&
        !message.size)
    {
        replay->reached = true;
        go_on(replayer);
    }
    if (!current_message(replayer, &message, &asked) || asked > replay->frames_sent)
    {
        return wait_for(replayer, UINT64_MAX, deadline);
    }
    replay->reached = replay->reached || replayer->stage == replayer->first;
    status = wait_for_byte(replayer, deadline);
    if (status)
    {
        return status;
    }
    count = bytes_at_once(replayer, message.size);
    count = size < count ? size : count;
    memcpy(data, message.data + replayer->said, count);
    replayer->said += count;
    if (replayer->said == message.size)
    {
        go_on(replayer);
    }
    *received = count;
    return ERROR_SUCCESS;
}

static void replayer_close(struct transport *transport)
{
    struct replayer *replayer = replayer_of(transport);

    replayer->replay->is_open = false;
    writer_free(&replayer->instead);
    writer_free(&replayer->sent);
    free(replayer);
}

static const struct transport_operations replayer_operations = {
    .send = replayer_send,
    .receive = replayer_receive,
    .close = replayer_close,
};

struct transport *replay_transport(const struct recording *recording, const struct fault *fault,
                                   const struct replay_clock *clock, struct replay *replay)
{
    struct replayer *replayer = calloc(1, sizeof(*replayer));

    if (!replayer)
    {
        return NULL;
    }
    *replayer = (struct replayer){
        .transport.operations = &replayer_operations,
        .recording = recording,
        .clock = clock,
        .replay = replay,
    };
    make_fault(replayer, fault);
    *replay = (struct replay){ .is_open = true };
    return &replayer->transport;
}
