/*
 * Where the listings of several servers come together to one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/together.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "console/error.h"
#include "listing/order.h"

void together_begin(struct together *together, const struct family *family, DWORD level)
{
    *together = (struct together){ 0 };
    family_begin(family, level, &together->listing);
    together->listing.of_many = true;
}

void together_free(struct together *together)
{
    listing_free(&together->listing);
    for (size_t i = 0; i < together->saying_count; i++)
    {
        text_free(&together->sayings[i].servers);
    }
    free(together->sayings);
    free(together->failures);
    text_free(&together->notes);
    *together = (struct together){ .listing = together->listing };
}

static void failure_add(struct together *together, const struct answer *answer, DWORD error)
{
    together->failures =
        memory_resize(together->failures, together->failure_count + 1, sizeof(*together->failures));
    together->failures[together->failure_count++] =
        (struct failure){ answer->server, answer->index, error };
    listing_add_untold(&together->listing, answer->index);
}

static struct text *saying_find(struct together *together, const WCHAR *origin)
{
    for (size_t i = 0; i < together->saying_count; i++)
    {
        if (!wcscmp(together->sayings[i].origin, origin))
        {
            return &together->sayings[i].servers;
        }
    }
    together->sayings =
        memory_resize(together->sayings, together->saying_count + 1, sizeof(*together->sayings));
    together->sayings[together->saying_count] = (struct saying){ .origin = origin };
    return &together->sayings[together->saying_count++].servers;
}

static void saying_add(struct together *together, const WCHAR *server, const WCHAR *origin)
{
    struct text *servers = saying_find(together, origin);

    text_append(servers, servers->length ? L", " : L"");
    text_append_visible(servers, server);
}

size_t together_add(struct together *together, struct answer *answer)
{
    struct answer_part *part = &answer->parts[0];
    const size_t before = together->listing.count;

    if (part->error)
    {
        failure_add(together, answer, part->error);
        return 0;
    }
    together->told_count++;
    if (together->recognise)
    {
        together->recognise(together, answer);
    }
    if (part->listing.origin)
    {
        saying_add(together, answer->server, part->listing.origin);
    }
    listing_join(&together->listing, &part->listing);
    return together->listing.count - before;
}

/* ---- The end --------------------------------------------------------------------------------- */

/* The level that was asked for, or the richest of those that were told if nobody told it. */
static const struct level *level_of_all(const struct listing *listing)
{
    const struct level *richest = NULL;

    for (size_t i = 0; i < listing->count; i++)
    {
        const struct level *level = listing->rows[i].level;

        if (level == listing->level)
        {
            return level;
        }
        if (!richest || level->field_count > richest->field_count)
        {
            richest = level;
        }
    }
    return richest ? richest : listing->level;
}

static int failures_compare(const void *context, size_t a, size_t b)
{
    const struct failure *failures = context;

    return (failures[a].place > failures[b].place) - (failures[a].place < failures[b].place);
}

static void failures_sort(struct together *together)
{
    const size_t count = together->failure_count;
    size_t *indices = indices_sort(count, failures_compare, together->failures);
    struct failure *failures = memory_resize(NULL, count + 1, sizeof(*failures));

    for (size_t i = 0; i < count; i++)
    {
        failures[i] = together->failures[indices[i]];
    }
    free(indices);
    free(together->failures);
    together->failures = failures;
}

/* "(3 servers)" or "(2 of 3 servers)" */
static void append_servers(struct text *text, size_t told, size_t count)
{
    if (told < count)
    {
        text_append_format(text, L"%lu of ", (DWORD)told);
    }
    text_append_format(text, L"%lu server%ls", (DWORD)count, count == 1 ? L"" : L"s");
}

void together_end(struct together *together, size_t count)
{
    struct listing *listing = &together->listing;

    listing->level = level_of_all(listing);
    failures_sort(together);
    append_servers(&listing->summary, together->told_count, count);
    for (size_t i = 0; i < together->saying_count; i++)
    {
        text_append(&listing->notes, L"(");
        text_append_units(&listing->notes, together->sayings[i].servers.units,
                          together->sayings[i].servers.length);
        text_append_format(&listing->notes, L": %ls)\n", together->sayings[i].origin);
    }
    text_append_units(&listing->notes, together->notes.units, together->notes.length);
}

enum exit_status together_status(const struct together *together)
{
    if (!together->failure_count)
    {
        return EXIT_STATUS_OK;
    }
    return together->told_count ? EXIT_STATUS_SOME : EXIT_STATUS_ERROR;
}

void together_append_failures(const struct together *together, struct text *text)
{
    struct error_kinds kinds = { 0 };

    for (size_t i = 0; i < together->failure_count; i++)
    {
        error_append_server_line(together->failures[i].server, together->failures[i].error, &kinds,
                                 text);
    }
}
