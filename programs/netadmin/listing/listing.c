/*
 * Records that a server gave.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing.h"

#include <stdlib.h>
#include <string.h>
#include <lmcons.h>
#include <lmapibuf.h>

#include "base/memory.h"

void listing_free(struct listing *listing)
{
    for (size_t i = 0; i < listing->buffer_count; i++)
    {
        NetApiBufferFree(listing->buffers[i]);
    }
    free(listing->buffers);
    free(listing->records);
    *listing = (struct listing){ .family = listing->family, .level = listing->level };
}

void listing_keep(struct listing *listing, void *buffer)
{
    listing->buffers = memory_resize(listing->buffers, listing->buffer_count + 1, sizeof(void *));
    listing->buffers[listing->buffer_count++] = buffer;
}

void listing_add(struct listing *listing, void *buffer, DWORD count)
{
    const size_t size = listing->level->size;

    if (!buffer)
    {
        return;
    }
    listing_keep(listing, buffer);
    if (count)
    {
        listing->records = memory_resize(listing->records, listing->count + count, size);
        memcpy(listing->records + listing->count * size, buffer, count * size);
        listing->count += count;
    }
}

const void *listing_record(const struct listing *listing, size_t index)
{
    return listing->records + index * listing->level->size;
}

void listing_append_count(const struct listing *listing, struct text *text)
{
    text_append_format(text, L"%lu %ls", (unsigned long)listing->count,
                       listing->count == 1 ? listing->family->singular : listing->family->plural);
}

void listing_append_summary(const struct listing *listing, struct text *text)
{
    listing_append_count(listing, text);
    if (listing->origin)
    {
        text_append_format(text, L" (%ls)", listing->origin);
    }
    text_append_unit(text, '\n');
}
