/*
 * Bytes under way in a queue; frames of SMB2 over TCP by their heads.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "bench/delay_queue.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NS_OF_SECOND 1000000000u

uint64_t delay_queue_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * NS_OF_SECOND + (uint64_t)now.tv_nsec;
}

bool delay_queue_put(struct delay_queue *queue, const uint8_t *data, size_t size, uint64_t due)
{
    struct delayed *delayed = malloc(sizeof(*delayed) + size);

    if (!delayed)
    {
        return false;
    }
    *delayed = (struct delayed){ .due = due, .size = size };
    memcpy(delayed->data, data, size);
    if (queue->last)
    {
        queue->last->next = delayed;
    }
    else
    {
        queue->first = delayed;
    }
    queue->last = delayed;
    return true;
}

const struct delayed *delay_queue_due(const struct delay_queue *queue, uint64_t now)
{
    return queue->first && queue->first->due <= now ? queue->first : NULL;
}

void delay_queue_drop(struct delay_queue *queue)
{
    struct delayed *first = queue->first;

    queue->first = first->next;
    queue->last = queue->first ? queue->last : NULL;
    free(first);
}

uint64_t delay_queue_wait(const struct delay_queue *queue, uint64_t now, uint64_t longest)
{
    if (!queue->first || queue->first->due >= now + longest)
    {
        return longest;
    }
    return queue->first->due > now ? queue->first->due - now : 0;
}

void delay_queue_free(struct delay_queue *queue)
{
    while (queue->first)
    {
        delay_queue_drop(queue);
    }
}

/* ---- Messages -------------------------------------------------------------------------------- */

/* Places in a frame, with the four bytes of its length in front. */
#define PROTOCOL_PLACE 4
#define STATUS_PLACE   12
#define COMMAND_PLACE  16
#define LENGTH_SIZE    4

#define SMB2_READ              8
#define SMB2_IOCTL             11
#define STATUS_BUFFER_OVERFLOW 0x80000005u

static uint32_t number_at(const uint8_t *place)
{
    return (uint32_t)place[0] | (uint32_t)place[1] << 8 | (uint32_t)place[2] << 16 |
           (uint32_t)place[3] << 24;
}

static size_t frame_size(const struct smb2_counter *counter)
{
    return LENGTH_SIZE + ((size_t)counter->header[1] << 16 | (size_t)counter->header[2] << 8 |
                          counter->header[3]);
}

static bool is_fragment(const struct smb2_counter *counter)
{
    const uint32_t status = number_at(counter->header + STATUS_PLACE);
    const unsigned int command = number_at(counter->header + COMMAND_PLACE) & 0xFFFF;

    return !memcmp(counter->header + PROTOCOL_PLACE, "\xFESMB", 4) &&
           (command == SMB2_READ || command == SMB2_IOCTL) &&
           (!status || status == STATUS_BUFFER_OVERFLOW);
}

void smb2_count(struct smb2_counter *counter, const uint8_t *data, size_t size,
                struct smb2_counts *counts)
{
    while (size)
    {
        const size_t wanted = counter->left ? counter->left : SMB2_COUNTER_HEADER - counter->have;
        const size_t taken = size < wanted ? size : wanted;

        if (counter->left)
        {
            counter->left -= taken;
        }
        else
        {
            memcpy(counter->header + counter->have, data, taken);
            counter->have += taken;
        }
        data += taken;
        size -= taken;
        if (counter->have == SMB2_COUNTER_HEADER && !counter->left)
        {
            const size_t whole = frame_size(counter);

            counter->left = whole > SMB2_COUNTER_HEADER ? whole - SMB2_COUNTER_HEADER : 0;
            counter->have = 0;
            counts->fragments += is_fragment(counter);
            counts->bytes += is_fragment(counter) ? whole : 0;
        }
    }
}
