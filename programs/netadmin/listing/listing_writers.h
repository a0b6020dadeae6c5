/*
 * The formats in which a listing can be written.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_WRITERS_H
#define NETADMIN_LISTING_WRITERS_H

#include "base/text.h"
#include "listing/listing.h"

/* What /format can be, the default first. To add one: its file, which defines
 * listing_append_NAME(), in sources.mk, and its NAME here.
 *
 * The table ends with the summary; CSV follows RFC 4180 with a header line; JSON is an array of
 * objects. CSV and JSON name the fields as Windows does and carry all of them. */
#define LISTING_WRITERS(WRITER) WRITER(table) WRITER(csv) WRITER(json)

#define DECLARE_WRITER(name)                                                                       \
    void listing_append_##name(const struct listing *listing, struct text *text);
LISTING_WRITERS(DECLARE_WRITER)
#undef DECLARE_WRITER

#endif
