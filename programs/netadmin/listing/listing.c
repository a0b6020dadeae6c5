/*
 * Records that a server gave.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing.h"

#include <stdlib.h>
#include <wchar.h>
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
    free(listing->rows);
    free(listing->untold);
    text_free(&listing->summary);
    text_free(&listing->notes);
    *listing = (struct listing){ .family = listing->family, .level = listing->level };
}

void listing_keep(struct listing *listing, void *buffer)
{
    listing->buffers = memory_resize(listing->buffers, listing->buffer_count + 1, sizeof(void *));
    listing->buffers[listing->buffer_count++] = buffer;
}

/* Makes room for so many more rows. */
static void rows_reserve(struct listing *listing, size_t count)
{
    if (count > listing->capacity - listing->count)
    {
        listing->capacity = 2 * listing->capacity + count;
        listing->rows = memory_resize(listing->rows, listing->capacity, sizeof(*listing->rows));
    }
}

void listing_add(struct listing *listing, void *buffer, DWORD count)
{
    if (!buffer)
    {
        return;
    }
    listing_keep(listing, buffer);
    rows_reserve(listing, count);
    for (DWORD i = 0; i < count; i++)
    {
        listing->rows[listing->count++] =
            (struct listing_row){ .record = (const BYTE *)buffer + i * listing->level->size };
    }
}

void listing_set_server(struct listing *listing, const WCHAR *server, size_t place)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        listing->rows[i].server = server;
        listing->rows[i].place = place;
    }
}

void listing_join(struct listing *listing, struct listing *other)
{
    listing->of_many = true;
    rows_reserve(listing, other->count);
    for (size_t i = 0; i < other->count; i++)
    {
        struct listing_row row = other->rows[i];

        row.level = row.level ? row.level : other->level;
        listing->rows[listing->count++] = row;
    }
    for (size_t i = 0; i < other->buffer_count; i++)
    {
        listing_keep(listing, other->buffers[i]);
    }
    other->buffer_count = 0;
    listing_free(other);
}

void listing_add_untold(struct listing *listing, size_t place)
{
    listing->untold =
        memory_resize(listing->untold, listing->untold_count + 1, sizeof(*listing->untold));
    listing->untold[listing->untold_count++] = place;
}

bool listing_is_untold(const struct listing *listing, size_t place)
{
    for (size_t i = 0; i < listing->untold_count; i++)
    {
        if (listing->untold[i] == place)
        {
            return true;
        }
    }
    return false;
}

void listing_adopt(struct listing *listing, struct listing *other)
{
    const bool of_many = listing->of_many;

    if (!listing->count)
    {
        listing->family = other->family;
        listing->level = other->level;
    }
    listing_join(listing, other);
    listing->of_many = of_many;
}

const void *listing_record(const struct listing *listing, size_t index)
{
    return listing->rows[index].record;
}

/* Windows' names begin with the structure's: shi1_netname is shi2_netname. */
static const WCHAR *name_of_member(const WCHAR *name)
{
    const WCHAR *underscore = wcschr(name, '_');

    return underscore ? underscore + 1 : name;
}

static bool fields_say_the_same(const struct field *a, const struct field *b)
{
    return a->kind == b->kind && !wcscmp(name_of_member(a->name), name_of_member(b->name));
}

const struct field *listing_field_told(const struct listing *listing, size_t index,
                                       const struct field *field)
{
    const struct level *level = listing->rows[index].level;

    if (!level || level == listing->level)
    {
        return field;
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (fields_say_the_same(&level->fields[i], field))
        {
            return &level->fields[i];
        }
    }
    return NULL;
}

void listing_append_count(const struct listing *listing, struct text *text)
{
    text_append_format(text, L"%lu %ls", (DWORD)listing->count,
                       listing->count == 1 ? listing->family->singular : listing->family->plural);
}

static bool has_shared_ids(const struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        if (listing->rows[i].shares_id)
        {
            return true;
        }
    }
    return false;
}

void listing_append_summary(const struct listing *listing, struct text *text)
{
    listing_append_count(listing, text);
    if (has_shared_ids(listing))
    {
        text_append_format(text, L" (" LISTING_SHARED_ID L"%ls)", listing->family->shared_id);
    }
    if (listing->origin)
    {
        text_append_format(text, L" (%ls)", listing->origin);
    }
    if (listing->summary.length)
    {
        text_append(text, L" (");
        text_append_units(text, listing->summary.units, listing->summary.length);
        text_append(text, L")");
    }
    text_append_unit(text, '\n');
    text_append_units(text, listing->notes.units, listing->notes.length);
}

void listing_append_end(const struct listing *listing, struct text *text)
{
    if (listing->family->is_card)
    {
        text_append_units(text, listing->notes.units, listing->notes.length);
        return;
    }
    listing_append_summary(listing, text);
}
