/*
 * Names, each once.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/name_set.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "listing/names.h"

static size_t hash_of(const WCHAR *name)
{
    size_t hash = 5381;

    for (; *name; name++)
    {
        hash = hash * 33 + name_upcase(*name);
    }
    return hash;
}

static bool are_same(const struct name_set *set, const WCHAR *a, const WCHAR *b)
{
    return !(set->is_exact ? wcscmp(a, b) : names_compare(a, b));
}

/* Where the name stands, or is to stand. */
static size_t *place_find(const struct name_set *set, const WCHAR *name)
{
    size_t place = hash_of(name) % set->place_count;

    while (set->places[place] && !are_same(set, set->names[set->places[place] - 1], name))
    {
        place = (place + 1) % set->place_count;
    }
    return &set->places[place];
}

/* Keeps a quarter of the places free at least. */
static void places_grow(struct name_set *set)
{
    if (4 * (set->count + 1) <= 3 * set->place_count)
    {
        return;
    }
    set->place_count = 2 * set->place_count + 64;
    set->places = memory_resize(set->places, set->place_count, sizeof(*set->places));
    memset(set->places, 0, set->place_count * sizeof(*set->places));
    for (size_t i = 0; i < set->count; i++)
    {
        *place_find(set, set->names[i]) = i + 1;
    }
}

bool name_set_add(struct name_set *set, const WCHAR *name, size_t length)
{
    WCHAR *copy = memory_resize(NULL, length + 1, sizeof(*copy));
    size_t *place;

    wmemcpy(copy, name, length);
    copy[length] = 0;
    places_grow(set);
    place = place_find(set, copy);
    if (*place)
    {
        free(copy);
        return false;
    }
    if (set->count == set->capacity)
    {
        set->capacity = 2 * set->capacity + 16;
        set->names = memory_resize(set->names, set->capacity, sizeof(*set->names));
    }
    set->names[set->count++] = copy;
    *place = set->count;
    return true;
}

bool name_set_has(const struct name_set *set, const WCHAR *name)
{
    return set->place_count && *place_find(set, name);
}

void name_set_free(struct name_set *set)
{
    for (size_t i = 0; i < set->count; i++)
    {
        free((void *)(ULONG_PTR)set->names[i]);
    }
    free(set->names);
    free(set->places);
    *set = (struct name_set){ .is_exact = set->is_exact };
}
