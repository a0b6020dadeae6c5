/*
 * Records that a server gave, of one level.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_H
#define NETADMIN_LISTING_H

#include <stddef.h>
#include <windows.h>

#include "base/text.h"
#include "listing/levels.h"

/* Starts with family and level set and the rest 0, ends with listing_free(). */
struct listing
{
    const struct record_family *family;
    const struct level *level;
    unsigned char *records; /* the structures, one after the other */
    size_t count;
    void **buffers; /* what NetApiBufferFree() must free; the strings are in there */
    size_t buffer_count;
    const WCHAR *
        origin; /* where they come from, or what is left out, as the table's last line says; NULL: not said */
};

void listing_free(struct listing *listing);

/* Takes over an API buffer (or NULL) with that many structures of the listing's level. */
void listing_add(struct listing *listing, void *buffer, DWORD count);

/* Takes over an API buffer that the records point into. */
void listing_keep(struct listing *listing, void *buffer);

const void *listing_record(const struct listing *listing, size_t index);

/* "1 session", "2 sessions" */
void listing_append_count(const struct listing *listing, struct text *text);
/* The table's last line: the count, and the origin if there is one. */
void listing_append_summary(const struct listing *listing, struct text *text);

#endif
